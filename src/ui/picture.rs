//! A frame as a picture: what the terminal would show, as SVG; and frames as a moving one.
//!
//! For documentation that cannot go stale, and for looking at the screen without a terminal.

mod colour;
mod film;
mod ink;
mod shape;

use std::fmt::Write;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[cfg(test)]
pub(super) use colour::colour;
pub use film::{Shot, film};

use colour::{Rgb, hex};
use ink::Ink;

use super::text::width;

/// Width of a cell and height of a line, in pixels. Both are odd, so that a line through the middle
/// of a cell falls on pixels.
const CELL: (f64, f64) = (9.0, 19.0);

/// Size of the font, in pixels: as wide as a cell in the common monospaced fonts, which have
/// letters of 0.602 em.
const FONT: f64 = 14.95;

/// Room around the screen, in pixels.
const MARGIN: f64 = 14.0;

/// The terminal's own colours: its background and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Background.
    pub background: Rgb,
    /// Text.
    pub text: Rgb,
}

impl Paper {
    /// A dark terminal.
    pub const DARK: Self = Self { background: (0x1e, 0x21, 0x27), text: (0xe6, 0xe6, 0xe6) };
    /// A light terminal.
    pub const LIGHT: Self = Self { background: (0xfa, 0xfa, 0xf8), text: (0x20, 0x22, 0x26) };
}

/// A frame as an SVG image.
#[must_use]
pub fn svg(buffer: &Buffer, paper: Paper, title: &str) -> String {
    frame(buffer, paper, title, "", "")
}

/// A frame with some style, and with elements over it.
fn frame(buffer: &Buffer, paper: Paper, title: &str, style: &str, over: &str) -> String {
    let area = buffer.area;
    let wide = f64::from(area.width) * CELL.0 + 2.0 * MARGIN;
    let high = f64::from(area.height) * CELL.1 + 2.0 * MARGIN;
    let mut image = String::new();
    let _ = write!(
        image,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" \
         viewBox=\"0 0 {wide} {high}\" role=\"img\" font-size=\"{FONT}\" fill=\"{}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\">\n\
         <title>{}</title>\n",
        hex(paper.text),
        escape(title),
    );
    if !style.is_empty() {
        let _ = writeln!(image, "<style>\n{style}</style>");
    }
    let _ = writeln!(
        image,
        "<rect width=\"{wide}\" height=\"{high}\" rx=\"8\" fill=\"{}\"/>",
        hex(paper.background)
    );
    let mut ink = Ink::on(paper);
    for y in area.y..area.bottom() {
        ink.draw(buffer, y, area.x..area.right());
    }
    image + &ink.elements() + over + "</svg>\n"
}

/// The text in some cells of a line. A wide character takes two cells, and what is in the second
/// is not shown.
pub(super) fn symbols(buffer: &Buffer, y: u16, columns: Range<u16>) -> String {
    let shown = characters(buffer, y).filter(|cells| columns.contains(&cells.start));
    shown.map(|cells| buffer[(cells.start, y)].symbol()).collect()
}

/// The characters of a line by the cells that each takes.
fn characters(buffer: &Buffer, y: u16) -> impl Iterator<Item = Range<u16>> {
    let Rect { x, .. } = buffer.area;
    let end = buffer.area.right();
    let cells = move |start: u16| {
        let cells = u16::try_from(width(buffer[(start, y)].symbol())).unwrap_or(1).max(1);
        start..start.saturating_add(cells).min(end)
    };
    let first = (x < end).then(|| cells(x));
    std::iter::successors(first, move |last| (last.end < end).then(|| cells(last.end)))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Style};

    use super::*;

    #[test]
    fn what_is_behind_a_wide_character_is_not_drawn_and_looks_like_it() {
        let mut buffer = Buffer::with_lines(["a数据b"]);
        // As a terminal that keeps every cell has it once other letters have been there.
        buffer[(2, 0)].set_symbol("x").set_style(Style::new().bg(Color::Red));
        buffer[(4, 0)].set_symbol("y");
        for x in [0, 1, 3, 5] {
            buffer[(x, 0)].set_bg(Color::Blue);
        }
        assert_eq!(symbols(&buffer, 0, 0..6), "a数据b");
        let image = svg(&buffer, Paper::DARK, "");
        assert!(!image.contains(">x<") && !image.contains(">y<"), "{image}");
        // One ground, from the first cell to the last.
        assert_eq!((image.matches("v19h-").count(), image.matches("h54v19").count()), (1, 1));
    }

    #[test]
    fn a_wide_character_that_changes_in_part_is_drawn_whole() {
        let buffer = Buffer::with_lines(["数据"]);
        let mut ink = Ink::over(Paper::DARK);
        ink.draw(&buffer, 0, 1..2);
        let elements = ink.elements();
        assert!(elements.contains('数') && !elements.contains('据'), "{elements}");
    }
}
