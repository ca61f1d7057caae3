//! A frame while it is drawn: its cells, and the cursor where something can be typed.
//!
//! Offers what the library's own frame does, which only the library's own terminal can make: that
//! compares every frame with the last at twice the price of [`crate::terminal`], which knows what
//! this screen is made of.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::widgets::Widget;

/// A frame while it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    buffer: Buffer,
    cursor: Option<Position>,
}

impl Frame {
    /// A blank frame of this size.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self { buffer: Buffer::empty(area(size)), cursor: None }
    }

    /// Makes it blank again, of this size.
    pub fn reset(&mut self, size: Size) {
        self.buffer.resize(area(size));
        self.buffer.reset();
        self.cursor = None;
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
        &mut self.buffer
    }

    /// Draws a widget in an area.
    pub fn render_widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area, &mut self.buffer);
    }

    /// Shows the cursor at a place; nothing that is drawn later hides it.
    pub fn set_cursor_position(&mut self, position: impl Into<Position>) {
        self.cursor = Some(position.into());
    }
}

/// The area of a screen of this size.
fn area(size: Size) -> Rect {
    Rect::from((Position::ORIGIN, size))
}
