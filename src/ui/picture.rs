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
    let mut text = String::new();
    let mut next = columns.start;
    for x in columns {
        if x >= next {
            let symbol = buffer[(x, y)].symbol();
            text.push_str(symbol);
            next = x + u16::try_from(width(symbol)).unwrap_or(1).max(1);
        }
    }
    text
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
