//! Cells of a frame as elements of SVG: grounds below, shapes on them, text on top.
//!
//! Shapes of one colour and pen become one path, however many they are. Must not know of time.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

use super::colour::{Rgb, colour, halfway, hex};
use super::shape::{Pen, runs_on, shape};
use super::{CELL, MARGIN, Paper, characters, escape, symbols};
use crate::ui::text::width;

/// How a cell looks, its symbol apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Paint {
    text: Rgb,
    ground: Rgb,
    bold: bool,
    underlined: bool,
    crossed_out: bool,
}

impl Paint {
    fn of(cell: &Cell, paper: Paper) -> Self {
        let (mut text, mut ground) =
            (colour(cell.fg).unwrap_or(paper.text), colour(cell.bg).unwrap_or(paper.background));
        let has = |modifier| cell.modifier.contains(modifier);
        if has(Modifier::REVERSED) {
            std::mem::swap(&mut text, &mut ground);
        }
        if has(Modifier::DIM) {
            text = halfway(text, ground);
        }
        Self {
            text,
            ground,
            bold: has(Modifier::BOLD),
            underlined: has(Modifier::UNDERLINED),
            crossed_out: has(Modifier::CROSSED_OUT),
        }
    }

    fn decoration(self) -> Option<&'static str> {
        match (self.underlined, self.crossed_out) {
            (true, true) => Some("underline line-through"),
            (true, false) => Some("underline"),
            (false, true) => Some("line-through"),
            (false, false) => None,
        }
    }
}

/// What is drawn so far.
pub(super) struct Ink {
    paper: Paper,
    /// Whether it lies on something else and has to cover that.
    covers: bool,
    grounds: BTreeMap<Rgb, String>,
    shapes: BTreeMap<(Rgb, Pen), String>,
    text: String,
}

impl Ink {
    /// On blank paper.
    pub(super) fn on(paper: Paper) -> Self {
        let (grounds, shapes) = (BTreeMap::new(), BTreeMap::new());
        Self { paper, covers: false, grounds, shapes, text: String::new() }
    }

    /// On what is there already.
    pub(super) fn over(paper: Paper) -> Self {
        Self { covers: true, ..Self::on(paper) }
    }

    /// Draws some cells of a line, and all of a wide character that is partly among them. A wide
    /// character looks like its first cell: a terminal shows nothing of what is in the others.
    pub(super) fn draw(&mut self, buffer: &Buffer, y: u16, columns: Range<u16>) {
        let mut run: Option<(Range<u16>, Paint)> = None;
        for cells in characters(buffer, y) {
            if cells.end <= columns.start || columns.end <= cells.start {
                continue;
            }
            let paint = Paint::of(&buffer[(cells.start, y)], self.paper);
            match &mut run {
                Some((range, first)) if *first == paint => range.end = cells.end,
                _ => {
                    if let Some((range, first)) = run.replace((cells, paint)) {
                        self.run(buffer, y, range, first);
                    }
                }
            }
        }
        if let Some((range, first)) = run {
            self.run(buffer, y, range, first);
        }
    }

    /// Cells of the same look.
    fn run(&mut self, buffer: &Buffer, y: u16, columns: Range<u16>, paint: Paint) {
        if self.covers || paint.ground != self.paper.background {
            let (left, top) = corner(buffer, columns.start, y);
            let wide = f64::from(columns.end - columns.start) * CELL.0;
            let path = self.grounds.entry(paint.ground).or_default();
            let _ = write!(path, "M{left} {top}h{wide}v{}h-{wide}z", CELL.1);
        }
        let mut x = columns.start;
        while x < columns.end {
            let symbol = buffer[(x, y)].symbol();
            let mut next = x + u16::try_from(width(symbol)).unwrap_or(1).max(1);
            let lone = symbol.chars().next().unwrap_or(' ');
            let goes_on = |it: &str| {
                if symbol.is_ascii() { it.is_ascii() } else { runs_on(lone) && it == symbol }
            };
            while next < columns.end && goes_on(buffer[(next, y)].symbol()) {
                next += 1;
            }
            let next = next.min(columns.end);
            let at = corner(buffer, x, y);
            if let Some((pen, path)) = shape(lone, at, next - x) {
                self.shapes.entry((paint.text, pen)).or_default().push_str(&path);
            } else {
                self.write(&symbols(buffer, y, x..next), at, next - x, paint);
            }
            x = next;
        }
    }

    /// Text that one font has, over so many cells.
    fn write(&mut self, text: &str, (x, y): (f64, f64), cells: u16, paint: Paint) {
        if text.trim().is_empty() {
            return;
        }
        let decoration = paint.decoration();
        let (mut shown, mut x, mut cells) = (text, x, f64::from(cells));
        if decoration.is_none() && text.is_ascii() {
            shown = text.trim_start();
            x += (text.len() - shown.len()) as f64 * CELL.0;
            shown = shown.trim_end();
            cells = shown.len() as f64;
        }
        let _ = write!(
            self.text,
            "<text x=\"{x}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
            y + BASE,
            cells * CELL.0
        );
        if paint.text != self.paper.text {
            let _ = write!(self.text, " fill=\"{}\"", hex(paint.text));
        }
        if paint.bold {
            self.text.push_str(" font-weight=\"bold\"");
        }
        if let Some(lines) = decoration {
            let _ = write!(self.text, " text-decoration=\"{lines}\"");
        }
        let mut shown = escape(shown);
        // Browsers draw several spaces as one, and none at the ends.
        if shown.contains("  ") || shown.trim() != shown {
            shown = shown.replace(' ', "\u{a0}");
        }
        let _ = writeln!(self.text, ">{shown}</text>");
    }

    /// As elements, a line each.
    pub(super) fn elements(self) -> String {
        let mut elements = String::new();
        for (colour, path) in self.grounds {
            let _ = writeln!(elements, "<path fill=\"{}\" d=\"{path}\"/>", hex(colour));
        }
        for ((colour, pen), path) in self.shapes {
            let _ = writeln!(elements, "<path {} d=\"{path}\"/>", pen.attributes(&hex(colour)));
        }
        elements + &self.text
    }
}

/// From the upper edge of a cell to the line that text stands on, in pixels.
const BASE: f64 = 14.0;

/// The upper left corner of a cell, in pixels.
fn corner(buffer: &Buffer, x: u16, y: u16) -> (f64, f64) {
    let (column, line) = (x - buffer.area.x, y - buffer.area.y);
    (MARGIN + f64::from(column) * CELL.0, MARGIN + f64::from(line) * CELL.1)
}
