//! The backend that ratatui draws on: a frame is one write, and no frame is none.
//!
//! The [`pen`] finds the bytes; this decides when they go out. It answers from memory what other
//! backends ask the terminal: a query blocks, and over a slow link its answer comes as keys.

use std::io::{self, Write};
use std::mem;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::pen;

/// Begins a synchronized update (DEC 2026): a terminal that knows it shows the frame at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
/// Ends a synchronized update.
pub(super) const END: &[u8] = b"\x1b[?2026l";

/// What ratatui draws on.
#[derive(Debug)]
pub(super) struct Canvas<W> {
    out: W,
    /// The frame under way, after [`BEGIN`].
    frame: Vec<u8>,
    /// The size of the terminal, as it was last heard.
    size: Size,
    /// Where the terminal has its cursor, as far as we know.
    cursor: Option<Position>,
    /// Whether the cursor can be seen.
    visible: bool,
}

impl<W: Write> Canvas<W> {
    /// A canvas of this size, whose frames go to `out`, with the cursor hidden.
    pub(super) fn new(out: W, size: Size) -> Self {
        Self { out, frame: BEGIN.to_vec(), size, cursor: None, visible: false }
    }

    /// Where the frames go, for what is no frame.
    pub(super) const fn out(&mut self) -> &mut W {
        &mut self.out
    }

    /// Takes note of another size.
    pub(super) const fn set_size(&mut self, size: Size) {
        self.size = size;
    }

    /// Takes note that somebody else has had the cursor, and left it hidden.
    pub(super) const fn forget_cursor(&mut self) {
        self.cursor = None;
        self.visible = false;
    }

    fn set_visible(&mut self, visible: bool) {
        if mem::replace(&mut self.visible, visible) != visible {
            self.frame.extend_from_slice(if visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
    }
}

impl<W: Write> Backend for Canvas<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let before = self.frame.len();
        pen::draw(&mut self.frame, self.size.width, content);
        if self.frame.len() > before {
            self.cursor = None;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.set_visible(false);
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.set_visible(true);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor.replace(position) != Some(position) {
            self.frame.extend_from_slice(pen::jump(position.x, position.y).as_bytes());
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.frame.extend_from_slice(match region {
            ClearType::All => b"\x1b[2J",
            ClearType::AfterCursor => b"\x1b[J",
            ClearType::BeforeCursor => b"\x1b[1J",
            ClearType::CurrentLine => b"\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[K",
        });
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.len() == BEGIN.len() {
            return Ok(());
        }
        self.frame.extend_from_slice(END);
        let written = self.out.write_all(&self.frame).and_then(|()| self.out.flush());
        self.frame.truncate(BEGIN.len());
        written
    }
}

#[cfg(test)]
mod tests;
