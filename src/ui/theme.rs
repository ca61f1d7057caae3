//! What things look like, by the role they play: no other file of the screen names a colour.
//!
//! Themes are files (`file`), in `assets/themes` or the user's own, and a look in them is a few
//! words (`words`). What a terminal can show of it is `depth`'s to say.
//!
//! The background is the terminal's own, and plain text its own foreground, so that a theme that
//! was guessed wrong still reads. Only a theme that gives `text` a background paints the screen.

mod depth;
mod file;
mod sixteen;
mod words;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

pub use depth::Depth;
pub(crate) use sixteen::number;

use crate::diagnostic::Faults;
use crate::schema::Document;

/// What background a theme is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// A dark one.
    Dark,
    /// A light one.
    Light,
}

impl Appearance {
    /// What `COLORFGBG`, which some terminals set, says of the background; dark if it says nothing.
    #[must_use]
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        let colours = variable("COLORFGBG").unwrap_or_default();
        match colours.rsplit(';').next().and_then(|it| it.parse::<u8>().ok()) {
            Some(7 | 15) => Self::Light,
            _ => Self::Dark,
        }
    }

    /// The name of the theme for it.
    #[must_use]
    pub const fn theme(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }
}

/// The look of each role.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// What it is good for, in a few words.
    pub about: String,
    /// What it is made for; `None` if for either.
    pub appearance: Option<Appearance>,
    /// The background that its colours are chosen for: red, green and blue.
    pub background: Option<[u8; 3]>,
    /// Plain text as the theme's file has it. With a background, the screen is painted with it.
    page: Style,
    /// Plain text as it is drawn: on a page that is painted, without colours of its own, so that it
    /// lets through what lies behind it, such as the selected row.
    pub text: Style,
    /// What stands out: names, numbers that matter.
    pub strong: Style,
    /// Titles on a line that has a look of its own.
    pub heading: Style,
    /// What stands back: explanations, units.
    pub dim: Style,
    /// Frames and tracks.
    pub faint: Style,
    /// The frame and title of the pane that has the keys, tabs, keys in help.
    pub accent: Style,
    /// The selected row of the pane that has the keys.
    pub cursor: Style,
    /// What to be careful with, and tipping points.
    pub caution: Style,
    /// Strings in code.
    pub literal: Style,
    /// What a search matched.
    pub matched: Style,
    alternatives: Vec<Style>,
}

impl Theme {
    /// The names of the themes inside the binary.
    pub const BUNDLED: [&str; file::NAMES.len()] = file::NAMES;

    /// What a theme's file may say.
    pub const DOCUMENT: &'static Document = &file::DOCUMENT;

    /// The bundled theme of this name, as a terminal of this depth can show it.
    #[must_use]
    pub fn bundled(name: &str, depth: Depth) -> Option<Self> {
        Self::BUNDLED.contains(&name).then(|| Self::new(name, depth))
    }

    /// The theme of a file that somebody wrote, as a terminal of this depth can show it.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(text: &str, depth: Depth) -> Result<Self, Faults> {
        file::read(text, depth)
    }

    /// The look of an alternative.
    #[must_use]
    pub fn alternative(&self, alternative: usize) -> Style {
        self.alternatives[alternative % self.alternatives.len()]
    }

    /// The look of whoever leads.
    #[must_use]
    pub fn leader(&self, leader: Option<usize>) -> Style {
        leader.map_or(self.dim, |a| self.alternative(a))
    }

    /// Gives the colours of plain text to whatever has none, where the theme paints the screen. A
    /// selected row that is reversed is one bar: reversed, the colours in it would be patches.
    pub(super) fn paint(&self, buffer: &mut Buffer) {
        if self.cursor == Style::new().reversed() {
            let in_bar = |cell: &&mut Cell| cell.modifier.contains(Modifier::REVERSED);
            for cell in buffer.content.iter_mut().filter(in_bar) {
                (cell.fg, cell.bg) = (Color::Reset, Color::Reset);
            }
        }
        let Some(ground) = self.page.bg else { return };
        let text = self.page.fg.unwrap_or(Color::Reset);
        for cell in &mut buffer.content {
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
            if cell.bg == Color::Reset {
                cell.bg = ground;
            }
        }
    }

    /// The bundled theme of this name, which must be one of them.
    fn new(name: &str, depth: Depth) -> Self {
        match file::bundled(name, depth) {
            Some(theme) => theme,
            None => unreachable!("{name} is bundled"),
        }
    }

    /// A theme in which everything looks like plain text.
    fn blank() -> Self {
        let plain = Style::new();
        Self {
            about: String::new(),
            appearance: None,
            background: None,
            page: plain,
            text: plain,
            strong: plain,
            heading: plain,
            dim: plain,
            faint: plain,
            accent: plain,
            cursor: plain,
            caution: plain,
            literal: plain,
            matched: plain,
            alternatives: vec![plain],
        }
    }

    /// The role of this name.
    fn role(&mut self, name: &str) -> Option<&mut Style> {
        Some(match name {
            "text" => &mut self.page,
            "strong" => &mut self.strong,
            "heading" => &mut self.heading,
            "dim" => &mut self.dim,
            "faint" => &mut self.faint,
            "accent" => &mut self.accent,
            "cursor" => &mut self.cursor,
            "caution" => &mut self.caution,
            "literal" => &mut self.literal,
            "matched" => &mut self.matched,
            _ => return None,
        })
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::new("dark", Depth::True)
    }
}

#[cfg(test)]
mod tests;
