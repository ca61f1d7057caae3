//! A frame as a picture: what the terminal would show, as SVG.
//!
//! For documentation that cannot go stale, and for looking at the screen without a terminal.

use std::fmt::Write;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::text::width;

/// Width of a cell and height of a line, in pixels.
const CELL: (f64, f64) = (9.0, 19.0);

/// Size of the font, in pixels: as wide as a cell in the common monospaced fonts.
const FONT: f64 = 15.0;

/// Room around the screen, in pixels.
const MARGIN: f64 = 14.0;

/// The terminal's own colours: its background and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Background.
    pub background: (u8, u8, u8),
    /// Text.
    pub text: (u8, u8, u8),
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
    let area = buffer.area;
    let width = f64::from(area.width) * CELL.0 + 2.0 * MARGIN;
    let height = f64::from(area.height) * CELL.1 + 2.0 * MARGIN;
    let mut image = String::new();
    let _ = write!(
        image,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-size=\"{FONT}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" xml:space=\"preserve\">\n\
         <title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n",
        escape(title),
        hex(paper.background),
    );
    for y in area.y..area.bottom() {
        let mut x = area.x;
        while x < area.right() {
            let first = &buffer[(x, y)];
            let end = (x..area.right())
                .find(|at| !looks_like(&buffer[(*at, y)], first))
                .unwrap_or(area.right());
            let run = symbols(buffer, y, x..end);
            draw_run(&mut image, &run, first, (x - area.x, y - area.y), end - x, paper);
            x = end;
        }
    }
    image.push_str("</svg>\n");
    image
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

fn looks_like(cell: &Cell, other: &Cell) -> bool {
    (cell.fg, cell.bg, cell.modifier) == (other.fg, other.bg, other.modifier)
}

/// Cells of the same look.
fn draw_run(image: &mut String, run: &str, look: &Cell, at: (u16, u16), cells: u16, paper: Paper) {
    let (mut text, mut ground) =
        (colour(look.fg).unwrap_or(paper.text), colour(look.bg).unwrap_or(paper.background));
    if look.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut text, &mut ground);
    }
    if look.modifier.contains(Modifier::DIM) {
        text = halfway(text, ground);
    }
    let (x, y) = (MARGIN + f64::from(at.0) * CELL.0, MARGIN + f64::from(at.1) * CELL.1);
    let width = f64::from(cells) * CELL.0;
    if ground != paper.background {
        let _ = writeln!(
            image,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{}\"/>",
            CELL.1,
            hex(ground)
        );
    }
    if run.trim().is_empty() {
        return;
    }
    let mut attributes = String::new();
    if look.modifier.contains(Modifier::BOLD) {
        attributes.push_str(" font-weight=\"bold\"");
    }
    let lines = [(Modifier::UNDERLINED, "underline"), (Modifier::CROSSED_OUT, "line-through")];
    let lines: Vec<&str> =
        lines.iter().filter(|(it, _)| look.modifier.contains(*it)).map(|(_, name)| *name).collect();
    if !lines.is_empty() {
        let _ = write!(attributes, " text-decoration=\"{}\"", lines.join(" "));
    }
    let _ = writeln!(
        image,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\" \
         fill=\"{}\"{attributes}>{}</text>",
        y + CELL.1 * 0.76,
        hex(text),
        escape(run)
    );
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn hex((r, g, b): (u8, u8, u8)) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn halfway(x: (u8, u8, u8), y: (u8, u8, u8)) -> (u8, u8, u8) {
    (x.0.midpoint(y.0), x.1.midpoint(y.1), x.2.midpoint(y.2))
}

/// A colour as red, green and blue; `None` for the terminal's own. The sixteen are xterm's.
pub(super) fn colour(colour: Color) -> Option<(u8, u8, u8)> {
    const NAMED: [(u8, u8, u8); 16] = [
        (0, 0, 0),
        (205, 0, 0),
        (0, 205, 0),
        (205, 205, 0),
        (0, 0, 238),
        (205, 0, 205),
        (0, 205, 205),
        (229, 229, 229),
        (127, 127, 127),
        (255, 0, 0),
        (0, 255, 0),
        (255, 255, 0),
        (92, 92, 255),
        (255, 0, 255),
        (0, 255, 255),
        (255, 255, 255),
    ];
    let index = match colour {
        Color::Reset => return None,
        Color::Rgb(r, g, b) => return Some((r, g, b)),
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    Some(match index {
        0..=15 => NAMED[usize::from(index)],
        16..=231 => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let cube = index - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        232..=255 => {
            let shade = 8 + 10 * (index - 232);
            (shade, shade, shade)
        }
    })
}
