//! The characters the screen is drawn with: one set for Unicode, one for ASCII.
//!
//! Every sign that means something differs in shape, so that it reads without colour.

use ratatui::symbols::border;

/// A set of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Corners and edges of the panes.
    pub border: border::Set<'static>,
    /// The stroke of a slider's track where the alternative of this index leads; the last goes
    /// round, and colour or the tag of the alternative tells further ones apart.
    pub strokes: [&'static str; 4],
    /// The stroke of a track where nobody leads.
    pub tied: &'static str,
    /// What fills the part of a map where the alternative of this index leads; the last goes round.
    /// Where nobody leads, the map is blank. None is the stroke of somebody else.
    pub fills: [&'static str; 6],
    /// A value on an axis.
    pub notch: &'static str,
    /// A slider's handle.
    pub thumb: &'static str,
    /// A slider's handle while its criterion is out of the score.
    pub thumb_excluded: &'static str,
    /// What a handle has at its left where it stands left of the middle of its cell, and at its
    /// right where it stands right of it.
    pub leaning: [&'static str; 2],
    /// Where another judgement has the handle.
    pub ghost: &'static str,
    /// A step of a contribution to the left, and to the right.
    pub contribution: [&'static str; 2],
    /// Between the two sides of a contribution.
    pub balance: &'static str,
    /// A tipping point on a track.
    pub tick: &'static str,
    /// A bar's cell by eighths; index 8 is the full one.
    pub eighths: [&'static str; 9],
    /// The low end, the middle and the high end of the range of a score.
    pub whisker: [&'static str; 3],
    /// What is selected.
    pub marker: &'static str,
    /// The use case that is applied.
    pub applied: &'static str,
    /// A line between ends of a scale.
    pub scale: &'static str,
    /// The part of a scale between a low and a high.
    pub spread: &'static str,
    /// Where a text has been cut.
    pub ellipsis: &'static str,
    /// Between a low and a high.
    pub dash: &'static str,
    /// Before how far off a figure may be.
    pub within: &'static str,
    /// At most, and at least.
    pub bounds: [&'static str; 2],
    /// From what was to what is.
    pub arrow: &'static str,
    /// Between things in a row.
    pub middle: &'static str,
    /// Before a list's items.
    pub bullet: &'static str,
    /// The handle of a scroll bar.
    pub scroll: &'static str,
    /// Whether names of keys may have arrows in them.
    pub ascii: bool,
}

impl Glyphs {
    /// For terminals with Unicode.
    pub const UNICODE: Self = Self {
        border: border::ROUNDED,
        strokes: ["━", "╌", "═", "┄"],
        tied: "─",
        fills: ["╱", "╌", "╲", "╳", "│", "·"],
        notch: "┼",
        thumb: "●",
        thumb_excluded: "○",
        leaning: ["╼", "╾"],
        ghost: "◇",
        contribution: ["◂", "▸"],
        balance: "│",
        tick: "┊",
        eighths: [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
        whisker: ["├", "─", "┤"],
        marker: "▸",
        applied: "•",
        scale: "─",
        spread: "━",
        ellipsis: "…",
        dash: "–",
        within: "±",
        bounds: ["≤", "≥"],
        arrow: "→",
        middle: "·",
        bullet: "•",
        scroll: "┃",
        ascii: false,
    };

    /// For terminals without.
    pub const ASCII: Self = Self {
        border: border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        },
        strokes: ["=", "-", "~", "."],
        tied: "_",
        fills: ["/", "-", "\\", "+", "|", ":"],
        notch: "+",
        thumb: "@",
        thumb_excluded: "o",
        leaning: ["<", ">"],
        ghost: "^",
        contribution: ["<", ">"],
        balance: "|",
        tick: "|",
        eighths: [" ", " ", " ", " ", "#", "#", "#", "#", "#"],
        whisker: ["[", "-", "]"],
        marker: ">",
        applied: "*",
        scale: "-",
        spread: "=",
        ellipsis: "~",
        dash: "-",
        within: "+-",
        bounds: ["<=", ">="],
        arrow: ">",
        middle: "|",
        bullet: "*",
        scroll: "#",
        ascii: true,
    };

    /// What the environment says the terminal can draw: the console of Linux has few characters.
    #[must_use]
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        if variable("TERM").as_deref() == Some("linux") { Self::ASCII } else { Self::UNICODE }
    }

    /// A text of ours, written with the characters of [`Self::UNICODE`], in the characters of this
    /// set.
    #[must_use]
    pub fn written(&self, text: &str) -> String {
        if !self.ascii {
            return text.to_owned();
        }
        let unicode = Self::UNICODE;
        let mut pairs = vec![
            (unicode.thumb, self.thumb),
            (unicode.thumb_excluded, self.thumb_excluded),
            (unicode.tick, self.tick),
            (unicode.whisker[0], self.whisker[0]),
            (unicode.whisker[1], self.whisker[1]),
            (unicode.whisker[2], self.whisker[2]),
            (unicode.eighths[8], self.eighths[8]),
            (unicode.marker, self.marker),
            (unicode.applied, self.applied),
            (unicode.ellipsis, self.ellipsis),
            (unicode.dash, self.dash),
            (unicode.within, self.within),
            (unicode.ghost, self.ghost),
            (unicode.leaning[0], self.leaning[0]),
            (unicode.leaning[1], self.leaning[1]),
            (unicode.contribution[0], self.contribution[0]),
            (unicode.arrow, self.arrow),
        ];
        pairs.extend(unicode.strokes.into_iter().zip(self.strokes));
        pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    }

    /// The stroke of a slider's track where this alternative leads, or nobody.
    #[must_use]
    pub fn stroke(&self, leader: Option<usize>) -> &'static str {
        leader.map_or(self.tied, |a| self.strokes[a % self.strokes.len()])
    }

    /// What fills the part of a map where this alternative leads, or nobody.
    #[must_use]
    pub fn fill(&self, leader: Option<usize>) -> &'static str {
        leader.map_or(" ", |a| self.fills[a % self.fills.len()])
    }
}

impl Default for Glyphs {
    fn default() -> Self {
        Self::UNICODE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_map_is_filled_with_the_stroke_of_somebody_else() {
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            for (a, stroke) in glyphs.strokes.iter().enumerate() {
                let filled = glyphs.fills.iter().position(|it| it == stroke);
                assert!(filled.is_none_or(|it| it == a), "{stroke}");
            }
        }
    }
}
