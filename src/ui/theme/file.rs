//! A theme's file, and the themes inside the binary.
//!
//! ```toml
//! about = "after dusk"         # shown where themes are listed
//! inherits = "dark"            # what is not said here is as there: a bundled theme
//! appearance = "dark"          # or "light": what it is made for, and what it inherits by itself
//! background = "#1e2127"       # the background its colours are chosen for; nothing paints it
//!
//! [roles]                      # a colour, `on` another behind it, and bold, dim, italic, underline, reverse
//! accent = "#c4a7f5 bold"
//! alternatives = ["#f0a848", "#6fb1ff"]
//!
//! [ansi]                       # the same for terminals of sixteen colours, by their names
//! accent = "bright-magenta"
//! ```

use std::ops::Range;

use ratatui::style::Style;

use super::{Appearance, Depth, Theme, words};
use crate::diagnostic::{Fault, Faults, Fields, Item, Word, known, quoted};
use crate::schema::{Document, Key, Kind, Table};

/// What a theme's file may say.
pub(super) static DOCUMENT: Document = Document { name: "theme", table: &THEME };

static THEME: Table = Table {
    heading: "a theme",
    about: "What things look like. A look is a colour, `on` another behind it, and bold, dim, \
            italic, underline, reverse, such as \"#c4a7f5 on black bold\".",
    keys: &[
        Key::new("about", Kind::Text, "What the theme is for, in a few words."),
        Key::new(
            "appearance",
            Kind::OneOf(|| APPEARANCES.map(Appearance::theme).to_vec()),
            "The background it is made for, and so the theme that it inherits by itself.",
        ),
        Key::new(
            "background",
            Kind::Words(|| format!("^{}$", words::RGB)),
            "The background that its colours are chosen for; nothing paints it.",
        ),
        Key::new(
            "inherits",
            Kind::OneOf(|| NAMES.to_vec()),
            "A bundled theme to start from: this file overrides parts of it.",
        ),
        Key::new("roles", Kind::Table(&ROLES), "The look of each role."),
        Key::new("ansi", Kind::Table(&ANSI), "The same for terminals of sixteen colours."),
    ],
    ..Table::EMPTY
};

/// The roles of a theme.
static ROLES: Table = Table {
    keys: &roles(&Kind::Named("look", &Kind::Words(|| words::pattern(Depth::True)))),
    ..Table::EMPTY
};

/// The same with colours that have names.
static ANSI: Table = Table {
    keys: &roles(&Kind::Named("ansi-look", &Kind::Words(|| words::pattern(Depth::Ansi16)))),
    ..Table::EMPTY
};

const fn roles(look: &'static Kind) -> [Key; 11] {
    [
        Key::new("text", *look, "Plain text. With a background, the screen is painted with it."),
        Key::new("strong", *look, "What stands out: names, numbers that matter."),
        Key::new("heading", *look, "Titles on a line that has a look of its own."),
        Key::new("dim", *look, "Less important text: explanations, units."),
        Key::new("faint", *look, "Frames and tracks."),
        Key::new("accent", *look, "The focused pane, tabs, keys in help."),
        Key::new("cursor", *look, "The selected row."),
        Key::new("caution", *look, "What to be careful with, and tipping points."),
        Key::new("literal", *look, "Strings in code."),
        Key::new("matched", *look, "What a search matched."),
        Key::new(ALTERNATIVES, Kind::List(look, 1), "The alternatives in turn, best eight looks."),
    ]
}

/// The key of the looks of the alternatives.
const ALTERNATIVES: &str = "alternatives";

/// What a theme can be made for.
const APPEARANCES: [Appearance; 2] = [Appearance::Dark, Appearance::Light];

/// The theme without colours, which every other becomes where there are none.
const MONO: &str = "mono";

/// The names of the themes inside the binary.
pub(super) const NAMES: [&str; 7] = [
    "dark",
    "light",
    "colour-blind",
    "colour-blind-light",
    "high-contrast",
    "high-contrast-light",
    MONO,
];

/// The text of each.
const TEXTS: [&str; NAMES.len()] = [
    include_str!("../../../assets/themes/dark.toml"),
    include_str!("../../../assets/themes/light.toml"),
    include_str!("../../../assets/themes/colour-blind.toml"),
    include_str!("../../../assets/themes/colour-blind-light.toml"),
    include_str!("../../../assets/themes/high-contrast.toml"),
    include_str!("../../../assets/themes/high-contrast-light.toml"),
    include_str!("../../../assets/themes/mono.toml"),
];

/// The tables of looks.
const TABLES: [&str; 2] = ["roles", "ansi"];

/// The bundled theme of this name, if there is one.
pub(super) fn bundled(name: &str, depth: Depth) -> Option<Theme> {
    let name = if depth == Depth::Mono { MONO } else { name };
    let at = NAMES.iter().position(|it| *it == name)?;
    let depth = if name == MONO { Depth::Mono } else { depth };
    match read_over(TEXTS[at], depth, None) {
        Ok(theme) => Some(theme),
        Err(faults) => unreachable!("a test holds every bundled theme to be right: {faults}"),
    }
}

/// The theme of a file that somebody wrote. What it does not say is as in the theme it inherits.
pub(super) fn read(text: &str, depth: Depth) -> Result<Theme, Faults> {
    let theme = read_over(text, depth, Some(Appearance::Dark));
    // Also a theme without colours is read, so that its faults show.
    if depth == Depth::Mono { theme.map(|_| Theme::new(MONO, depth)) } else { theme }
}

/// Reads a theme over the one it inherits. `missing` says which it inherits where it does not say
/// so, and nor does its appearance; `None` means from nothing.
fn read_over(text: &str, depth: Depth, missing: Option<Appearance>) -> Result<Theme, Faults> {
    let mut reader = Reader { text, depth, theme: Theme::blank(), faults: Vec::new() };
    if let Some(fields) = reader.good(Some(Fields::parse(text, &THEME))) {
        reader.file(fields, missing);
    }
    if reader.faults.is_empty() { Ok(reader.theme) } else { Err(Faults::new(text, reader.faults)) }
}

/// Reads on past what is wrong, to report all of it.
struct Reader<'a> {
    text: &'a str,
    depth: Depth,
    theme: Theme,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    /// What was read, if anything was; notes what was wrong with it.
    fn good<T>(&mut self, read: Option<Result<T, Fault>>) -> Option<T> {
        read?.map_err(|fault| self.faults.push(fault)).ok()
    }

    fn file(&mut self, mut fields: Fields<'_>, missing: Option<Appearance>) {
        let appearance = fields.take("appearance").map(|it| appearance(&it));
        let appearance = self.good(appearance);
        let inherited = fields.take("inherits").map(|it| inherited(&it));
        let by_itself = missing.map(|missing| appearance.unwrap_or(missing).theme());
        let inherited = self.good(inherited).or(by_itself);
        if let Some(name) = inherited {
            self.theme = Theme::new(name, self.depth);
        }
        self.theme.appearance = appearance.or(self.theme.appearance);
        let background = fields.take("background").map(|it| background(&it));
        self.theme.background = self.good(background).or(self.theme.background);
        let about = fields.take_string("about");
        self.theme.about = self.good(Some(about)).unwrap_or_default();
        let applied = if self.depth == Depth::Ansi16 { "ansi" } else { "roles" };
        for name in TABLES {
            let Some(table) = fields.take(name) else { continue };
            let depth = match name {
                "ansi" => Depth::Ansi16,
                // Where only the other table counts, this one is read for its faults.
                _ => self.depth.max(Depth::Ansi256),
            };
            let table = self.good(Some(table.table()));
            for (role, item) in table.into_iter().flat_map(Fields::entries) {
                let read = self.role(&role, &item, depth, name == applied);
                self.good(Some(read));
            }
        }
        let page = self.theme.page;
        let is_painted = page.bg.is_some();
        self.theme.text = if is_painted { Style { fg: None, bg: None, ..page } } else { page };
        let unknown = fields.entries().into_iter().map(|(key, _)| key);
        self.faults.extend(unknown.map(|it| it.unknown("key", THEME.names())));
    }

    /// Reads a look, and takes it on where it counts.
    fn role(
        &mut self,
        role: &Word,
        item: &Item<'_>,
        depth: Depth,
        counts: bool,
    ) -> Result<(), Fault> {
        if role.text == ALTERNATIVES {
            let items = item.list()?;
            if items.is_empty() {
                return Err(item.fault("there is no look here", "write one or more, best eight"));
            }
            let mut looks = Vec::new();
            for item in items {
                let look = self.look(&item, depth);
                looks.extend(self.good(Some(look)));
            }
            if counts {
                self.theme.alternatives = looks;
            }
            return Ok(());
        }
        let look = self.look(item, depth);
        let Some(slot) = self.theme.role(&role.text) else {
            return Err(role.unknown("role", ROLES.names()));
        };
        if counts {
            *slot = look?;
        } else {
            look?;
        }
        Ok(())
    }

    fn look(&self, item: &Item<'_>, depth: Depth) -> Result<Style, Fault> {
        let words = item.string()?;
        words::style(words, depth).map_err(|wrong| Fault {
            at: self.inside(&item.at(), words, wrong.at),
            what: wrong.what,
            help: wrong.help,
        })
    }

    /// Where bytes of a string are in the file; the whole string where it has escapes.
    fn inside(&self, item: &Range<usize>, words: &str, at: Range<usize>) -> Range<usize> {
        let start = item.start + 1;
        let is_plain = self.text.get(start..).is_some_and(|it| it.starts_with(words));
        if is_plain { start + at.start..start + at.end } else { item.clone() }
    }
}

fn appearance(item: &Item<'_>) -> Result<Appearance, Fault> {
    let name = item.string()?;
    APPEARANCES.into_iter().find(|it| it.theme() == name).ok_or_else(|| {
        item.fault(
            format!("{} is not an appearance", quoted(name)),
            "write \"dark\" or \"light\", after the background it is made for",
        )
    })
}

fn background(item: &Item<'_>) -> Result<[u8; 3], Fault> {
    words::rgb(item.string()?)
        .ok_or_else(|| item.fault("this is not a colour", "write it like `#1e2127`"))
}

fn inherited(item: &Item<'_>) -> Result<&'static str, Fault> {
    let name = item.string()?;
    NAMES.into_iter().find(|it| *it == name).ok_or_else(|| {
        item.fault(format!("{} is not a bundled theme", quoted(name)), known(name, NAMES))
    })
}
