//! How the screen looks: theme, characters, key labels, and the tags of a decision's alternatives.

use std::borrow::Cow;

use ratatui::style::Style;
use ratatui::text::Span;

use super::{Glyphs, Theme, tag, text};
use crate::app::{Command, Context};
use crate::decision::Decision;
use crate::input::{Key, Keymap};

/// The tag of nobody.
const TIED: &str = "=";

/// How the screen looks.
#[derive(Debug, Clone)]
pub struct Look {
    /// What things look like.
    pub theme: Theme,
    /// What they are drawn with.
    pub glyphs: Glyphs,
    /// For key labels.
    pub keymap: Keymap,
    /// As wide as each other.
    tags: Vec<String>,
    /// The sign for a tie, as wide as they are.
    tied: String,
}

/// As if there were no alternatives.
impl Default for Look {
    fn default() -> Self {
        let (theme, glyphs, keymap) = Default::default();
        Self { theme, glyphs, keymap, tags: Vec::new(), tied: TIED.into() }
    }
}

impl Look {
    /// The look of the screen for a decision.
    #[must_use]
    pub fn new(theme: Theme, glyphs: Glyphs, keymap: Keymap, decision: &Decision) -> Self {
        let mut look = Self { theme, glyphs, keymap, tags: Vec::new(), tied: TIED.into() };
        look.follow(decision);
        look
    }

    /// Goes on with another version of the decision, whose alternatives may have other names.
    pub fn follow(&mut self, decision: &Decision) {
        let names = decision.alternatives.iter().map(|it| it.name.as_str());
        let (tags, width) = tag::tags(names);
        let wide = |tag: &str| text::fit(tag.into(), width.max(1), "").into_owned();
        self.tags = tags.iter().map(|it| wide(it)).collect();
        self.tied = wide(TIED);
    }

    /// The short tag of an alternative, or the sign for a tie, always of the same width.
    pub(super) fn tag(&self, alternative: Option<usize>) -> Span<'_> {
        let tag = alternative.and_then(|a| self.tags.get(a)).unwrap_or(&self.tied);
        Span::styled(tag, self.theme.leader(alternative))
    }

    /// How many cells a tag takes.
    pub(super) fn tag_width(&self) -> usize {
        text::width(&self.tied)
    }

    /// A text cut to so many cells.
    pub(super) fn cut<'t>(&self, text: impl Into<Cow<'t, str>>, cells: usize) -> Cow<'t, str> {
        text::cut(text.into(), cells, self.glyphs.ellipsis)
    }

    /// A text cut or filled up to so many cells.
    pub(super) fn fit<'t>(&self, text: impl Into<Cow<'t, str>>, cells: usize) -> Cow<'t, str> {
        text::fit(text.into(), cells, self.glyphs.ellipsis)
    }

    /// How far off drawn shares may be, in points: ` ±0.2`. Nothing where they are exact, and the
    /// error is 0.
    pub(super) fn error(&self, error: f64) -> String {
        if error == 0.0 {
            return String::new();
        }
        // A drawn share is never right to the last digit.
        format!(" {}{:.1}", self.glyphs.within, (100.0 * error).max(0.1))
    }

    /// The label of a key.
    pub(super) fn label(&self, key: Key) -> String {
        if self.glyphs.ascii { key.ascii() } else { key.to_string() }
    }

    /// The label of the first key that asks for a command in a context.
    pub(super) fn key(&self, context: Context, command: Command) -> Option<String> {
        self.keymap.keys(context, command).next().map(|key| self.label(key))
    }

    /// A horizontal bar over so many cells: filled to `part` of 0..1.
    pub(super) fn bar(&self, part: f64, cells: usize, style: Style) -> Vec<Span<'static>> {
        let cells = self.bar_cells(part, cells, style);
        cells
            .chunk_by(|x, y| x.1 == y.1)
            .map(|alike| Span::styled(alike.iter().map(|it| it.0).collect::<String>(), alike[0].1))
            .collect()
    }

    /// The same cell by cell.
    pub(super) fn bar_cells(
        &self,
        part: f64,
        cells: usize,
        style: Style,
    ) -> Vec<(&'static str, Style)> {
        // Without signs for parts of a cell, a bar ends where a cell does.
        let steps = if self.glyphs.ascii { 1.0 } else { 8.0 };
        let eighths = (part.clamp(0.0, 1.0) * cells as f64 * steps).round() * 8.0 / steps;
        let cell = |at: usize| {
            let in_cell = (eighths - at as f64 * 8.0).clamp(0.0, 8.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0..=8 by the clamp above"
            )]
            match in_cell as usize {
                0 => (self.glyphs.eighths[0], self.theme.faint),
                filled => (self.glyphs.eighths[filled], style),
            }
        };
        (0..cells).map(cell).collect()
    }
}
