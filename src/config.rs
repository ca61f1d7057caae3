//! The user's settings, from the text of their file.
//!
//! Owns the one table of settings (`SETTINGS`), from which the file is read, and its template and
//! schema are written, so that none can forget one. The tables of keys are [`crate::input`]'s to read, and
//! which themes there are is for others to know.
//!
//! Must not: look for files, or carry out what a setting says.

use std::fmt::Write as _;
use std::ops::Range;

use crate::diagnostic::{Fault, Faults, Fields, Item, known, quoted};
use crate::input::{KEYMAP, Keymap};
use crate::schema::{Document, Key, Kind, Table};

/// What the settings file may say.
pub static DOCUMENT: Document = Document { name: "config", table: &CONFIG };

static CONFIG: Table = Table {
    heading: "the settings file",
    about: "Settings of weigh. `weigh config` prints every one with its default.",
    keys: &ROWS,
    ..Table::EMPTY
};

/// Every setting, then the tables of keys.
const ROWS: [Key; SETTINGS.len() + 1] = {
    let about = "Keys, by where they apply. They override the default keys.";
    let mut rows = [Key::new(KEYS, Kind::Table(&KEYMAP), about); SETTINGS.len() + 1];
    let mut at = 0;
    while at < SETTINGS.len() {
        rows[at] = SETTINGS[at].key;
        at += 1;
    }
    rows
};

/// The tables of keys.
const KEYS: &str = "keys";

/// The theme that goes by the background of the terminal.
pub const AUTO: &str = "auto";

/// What the user has set.
#[derive(Debug, Clone)]
pub struct Config {
    /// Name of the theme, or [`AUTO`].
    pub theme: String,
    /// Where the theme stands in the text, if it does.
    theme_at: Range<usize>,
    /// Which colours there are.
    pub color: Color,
    /// Whether only ASCII is drawn; otherwise the terminal decides.
    pub ascii: bool,
    /// Whether the mouse is listened to at the start.
    pub mouse: bool,
    /// Which keys ask for what.
    pub keys: Keymap,
}

/// Which colours to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Color {
    /// As the environment says.
    #[default]
    Auto,
    /// None.
    Never,
    /// The sixteen of the terminal's own palette.
    Ansi16,
    /// The 256 of xterm.
    Ansi256,
    /// 24 bits.
    Truecolor,
}

impl Color {
    /// Every one, by its name.
    pub const ALL: [(&str, Self); 5] = [
        (AUTO, Self::Auto),
        ("never", Self::Never),
        ("16", Self::Ansi16),
        ("256", Self::Ansi256),
        ("truecolor", Self::Truecolor),
    ];

    /// The one of this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.0 == name).map(|it| it.1)
    }
}

/// One setting.
struct Setting {
    /// Its key in the file, with what it does in lines of up to 98 characters.
    key: Key,
    /// Its value where nobody sets it, as TOML.
    default: &'static str,
    /// Takes on what the file says.
    read: fn(&mut Config, &Item<'_>) -> Result<(), Fault>,
}

/// Every setting but the keys.
const SETTINGS: &[Setting] = &[
    Setting {
        key: Key::new(
            "theme",
            Kind::Text,
            "Theme: a bundled one, or NAME for the file NAME.toml in the themes folder.\n\
             auto is dark or light, to match the terminal.",
        ),
        default: "\"auto\"",
        read: |config, item| {
            item.string()?.clone_into(&mut config.theme);
            config.theme_at = item.at();
            Ok(())
        },
    },
    Setting {
        key: Key::new(
            "color",
            Kind::OneOf(|| Color::ALL.map(|it| it.0).to_vec()),
            "Colours: auto, never, 16, 256 or truecolor. auto follows the environment and respects \
             NO_COLOR.",
        ),
        default: "\"auto\"",
        read: |config, item| {
            let name = item.string()?;
            config.color = Color::of_name(name).ok_or_else(|| {
                let names = Color::ALL.map(|it| it.0);
                item.fault(format!("{} is not a colour setting", quoted(name)), known(name, names))
            })?;
            Ok(())
        },
    },
    Setting {
        key: Key::new("ascii", Kind::Truth, "Whether to draw with ASCII characters only."),
        default: "false",
        read: |config, item| truth(item).map(|it| config.ascii = it),
    },
    Setting {
        key: Key::new(
            "mouse",
            Kind::Truth,
            "Whether the mouse is on at the start. When it is off, the terminal selects text.",
        ),
        default: "true",
        read: |config, item| truth(item).map(|it| config.mouse = it),
    },
];

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: AUTO.to_owned(),
            theme_at: 0..0,
            color: Color::default(),
            ascii: false,
            mouse: true,
            keys: Keymap::default(),
        }
    }
}

impl Config {
    /// The settings of a file; what it does not set is as by default.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Faults> {
        let mut config = Self::default();
        let mut fields = match Fields::parse(text, &CONFIG) {
            Ok(fields) => fields,
            Err(fault) => return Err(Faults::new(text, vec![fault])),
        };
        let mut faults = Vec::new();
        for setting in SETTINGS {
            if let Some(item) = fields.take(setting.key.name) {
                faults.extend((setting.read)(&mut config, &item).err());
            }
        }
        if let Some(item) = fields.take(KEYS) {
            faults.extend(keys(&mut config.keys, &item));
        }
        let unknown = fields.entries().into_iter().map(|(key, _)| key);
        faults.extend(unknown.map(|key| key.unknown("setting", CONFIG.names())));
        if faults.is_empty() { Ok(config) } else { Err(Faults::new(text, faults)) }
    }

    /// What to say of a theme that this text sets and that does not exist.
    #[must_use]
    pub fn no_such_theme(&self, text: &str, what: String, help: String) -> Faults {
        Faults::new(text, vec![Fault { at: self.theme_at.clone(), what, help }])
    }
}

/// A settings file in which every setting stands with its default, commented out.
#[must_use]
pub fn template() -> String {
    let mut text = String::new();
    for Setting { key: Key { name, about, .. }, default, .. } in SETTINGS {
        for line in about.lines() {
            let _ = writeln!(text, "# {line}");
        }
        let _ = writeln!(text, "#{name} = {default}\n");
    }
    text.push_str(
        "# Keys, by where they apply: a key and the command it runs, or \"none\". They override the\n\
         # defaults, which are listed below.\n",
    );
    text + &Keymap::default().to_toml("keys.", "#")
}

/// Puts the user's keys over the default ones.
fn keys(keymap: &mut Keymap, item: &Item<'_>) -> Vec<Fault> {
    let faults = match item.table() {
        Ok(tables) => keymap.rebind(tables),
        Err(fault) => vec![fault],
    };
    match keymap.missing() {
        Some((command, place)) if faults.is_empty() => vec![item.fault(
            format!("no key is left for `{command}` in `{place}`"),
            format!("bind one: `\"ctrl-q\" = \"{command}\"` under [{KEYS}.{place}]"),
        )],
        _ => faults,
    }
}

fn truth(item: &Item<'_>) -> Result<bool, Fault> {
    item.truth().ok_or_else(|| item.fault("this is neither true nor false", "write true or false"))
}

#[cfg(test)]
mod tests;
