//! A frame while it is drawn: its cells, and the cursor where something can be typed.
//!
//! Offers what the library's own frame does, which only the library's own terminal can make: that
//! compares every frame with the last at twice the price of [`crate::terminal`], which knows what
//! this screen is made of. Besides, a frame keeps the parts that [stand still](mod@super::still) from one
//! picture to the next, so that they are drawn once, and knows what it was drawn on since.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::still::{Drawn, Marks, PARTS, Part, Row, beside};
use super::text;

/// A frame while it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    buffer: Buffer,
    cursor: Option<Position>,
    /// What stands still on it, in the order of [`Part`].
    drawn: [Option<Drawn>; PARTS],
    /// The rows of each part, where they are known again one by one.
    rows: [Vec<Row>; PARTS],
    /// Where it may not be as it was on the picture before, a row each.
    touched: Vec<Rect>,
    /// Whether nothing was ever drawn on it.
    blank: bool,
}

impl Frame {
    /// A blank frame of this size.
    #[must_use]
    pub fn new(size: Size) -> Self {
        let mut frame = Self { buffer: Buffer::empty(area(size)), blank: true, ..Self::default() };
        frame.clear();
        frame
    }

    /// Makes it blank again, of this size.
    pub fn reset(&mut self, size: Size) {
        self.buffer.resize(area(size));
        self.clear();
    }

    /// Makes it blank again.
    pub fn clear(&mut self) {
        self.keep(&Marks::default());
    }

    /// Begins another picture: keeps what has these marks of the one before, and makes all the rest
    /// blank.
    pub(super) fn keep(&mut self, marks: &Marks) {
        self.cursor = None;
        for ((drawn, rows), mark) in self.drawn.iter_mut().zip(&mut self.rows).zip(*marks) {
            drawn.take_if(|it| Some(it.mark) != mark);
            if drawn.is_none() {
                rows.clear();
            }
        }
        self.touched.clear();
        let kept: Vec<Rect> = self.drawn.iter().flatten().map(Drawn::area).collect();
        let all = self.buffer.area;
        // Parts do not lie over one another.
        if kept.iter().map(|it| it.area()).sum::<u32>() < all.area() {
            self.touched.extend(all.rows().flat_map(|row| beside(&kept, row)));
        }
        if !self.blank {
            self.touched.iter().for_each(|row| wipe(&mut self.buffer, *row));
        }
    }

    /// Whether there is any part that is kept.
    pub(super) fn keeps_any(&self) -> bool {
        self.drawn.iter().any(Option::is_some)
    }

    /// A part that is kept.
    pub(super) fn kept(&self, part: Part) -> Option<&Drawn> {
        self.drawn[part as usize].as_ref()
    }

    /// Makes a part blank that was kept, to be drawn anew.
    pub(super) fn let_go(&mut self, part: Part) {
        self.rows[part as usize].clear();
        if let Some(gone) = self.drawn[part as usize].take() {
            wipe(&mut self.buffer, gone.area());
            self.touched.extend(gone.area().intersection(self.buffer.area).rows());
        }
    }

    /// Takes note of how a part was drawn, if it has a mark to be known again by.
    pub(super) fn set_drawn(&mut self, part: Part, drawn: Option<Drawn>) {
        self.drawn[part as usize] = drawn;
    }

    /// Writes a line into an area, as the next row of a part of which so many are there; one that is
    /// there already stays as it is.
    pub(super) fn put_row(&mut self, part: Part, at: usize, line: &Line<'_>, area: Rect) {
        let is_kept = self.kept(part).is_some();
        let rows = &mut self.rows[part as usize];
        if rows.len() <= at {
            rows.resize_with(at + 1, Row::default);
        }
        let row = &mut rows[at];
        if is_kept {
            if row.is(line, area) {
                return;
            }
            wipe(&mut self.buffer, row.area);
            self.touched.push(row.area.intersection(self.buffer.area));
            if row.area != area {
                self.touched.push(area.intersection(self.buffer.area));
            }
        }
        row.set(line, area);
        text::write(line, area, self.buffer_mut());
    }

    /// Ends the rows of a part after so many.
    pub(super) fn end_rows(&mut self, part: Part, count: usize) {
        let is_kept = self.kept(part).is_some();
        for row in self.rows[part as usize].drain(count..) {
            if is_kept {
                wipe(&mut self.buffer, row.area);
                self.touched.push(row.area.intersection(self.buffer.area));
            }
        }
    }

    /// Where it may not be as it was on the picture before, a row each, in no order.
    #[must_use]
    pub fn touched(&self) -> &[Rect] {
        &self.touched
    }

    /// All of it.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Its cells.
    #[must_use]
    pub fn buffer(&self) -> &Buffer {
        &self.buffer
    }

    /// Where the cursor is to be seen, if anywhere.
    #[must_use]
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Its cells, to draw on.
    pub fn buffer_mut(&mut self) -> &mut Buffer {
        self.blank = false;
        &mut self.buffer
    }

    /// Draws a widget in an area.
    pub fn render_widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area, self.buffer_mut());
    }

    /// Shows the cursor at a place; nothing that is drawn later hides it.
    pub fn set_cursor_position(&mut self, position: impl Into<Position>) {
        self.cursor = Some(position.into());
    }
}

/// Makes the cells of an area blank.
fn wipe(buffer: &mut Buffer, area: Rect) {
    for row in area.intersection(buffer.area).rows() {
        let start = buffer.index_of(row.x, row.y);
        buffer.content[start..start + usize::from(row.width)].iter_mut().for_each(Cell::reset);
    }
}

/// The area of a screen of this size.
fn area(size: Size) -> Rect {
    Rect::from((Position::ORIGIN, size))
}
