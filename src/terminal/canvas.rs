//! What the explorer is drawn on: a frame is one write, and no change is none.
//!
//! Knows what the terminal shows and finds out what differs; the [`pen`] finds the bytes for that.
//! Nothing is ever asked of the terminal: a query blocks, and over a slow link its answer comes as
//! keys.

use std::io::{self, Write};
use std::mem;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::changes::{bridged, changes, has_clusters, with_whole_rows};
use super::pen;
use super::print::Print;
use crate::ui::Frame;

/// Begins a synchronized update (DEC 2026): a terminal that knows it shows the frame at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
/// Ends a synchronized update.
pub(super) const END: &[u8] = b"\x1b[?2026l";

/// What the explorer is drawn on.
#[derive(Debug)]
pub(super) struct Canvas<W> {
    out: W,
    /// The size of the terminal, as it was last heard.
    size: Size,
    /// The bytes of the frame under way, after [`BEGIN`].
    bytes: Vec<u8>,
    /// What is drawn on.
    frame: Frame,
    /// What the terminal shows; `None` where that is nothing.
    shown: Option<Buffer>,
    /// Its cells in short.
    prints: Vec<Print>,
    /// Of each of its rows, whether it has symbols of several characters.
    clusters: Vec<bool>,
    /// Where the terminal has its cursor, as far as we know.
    cursor: Option<Position>,
    /// Whether the cursor can be seen.
    visible: bool,
}

impl<W: Write> Canvas<W> {
    /// A canvas of this size, blank and without a cursor, whose frames go to `out`.
    pub(super) fn new(out: W, size: Size) -> Self {
        Self {
            out,
            size,
            bytes: BEGIN.to_vec(),
            frame: Frame::new(size),
            shown: None,
            prints: Vec::new(),
            clusters: Vec::new(),
            cursor: None,
            visible: false,
        }
    }

    /// Where the frames go, for what is no frame.
    pub(super) const fn out(&mut self) -> &mut W {
        &mut self.out
    }

    /// The size of the next frame.
    pub(super) const fn size(&self) -> Size {
        self.size
    }

    /// Has the next frame be of this size, and drawn on nothing.
    pub(super) fn clear(&mut self, size: Size) {
        self.size = size;
        self.shown = None;
        self.frame.reset(size);
        self.bytes.extend_from_slice(b"\x1b[2J");
    }

    /// Takes note that somebody else has had the cursor, and left it hidden.
    pub(super) const fn forget_cursor(&mut self) {
        self.cursor = None;
        self.visible = false;
    }

    /// Draws a frame, on what is there of the last one; if it looks like that, nothing is written.
    pub(super) fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<()> {
        render(&mut self.frame);
        let now = self.frame.buffer();
        let mut rows = self.frame.touched().to_vec();
        rows.sort_unstable_by_key(|row| (row.y, row.x));
        let changes = changes(self.shown.as_ref(), &mut self.prints, now, &rows);
        if !changes.is_empty() {
            let had_clusters = |y: u16| self.clusters.get(usize::from(y)) == Some(&true);
            let (cells, whole) = with_whole_rows(changes, now, had_clusters);
            for y in whole {
                pen::blank(&mut self.bytes, y);
            }
            let cells = bridged(cells, now);
            pen::draw(&mut self.bytes, self.size.width, cells);
            self.cursor = None;
        }
        self.put_cursor(self.frame.cursor());
        let written = self.flush();
        // Now that nobody waits for it.
        self.take_note(&rows);
        written
    }

    /// Takes note that the terminal shows what was drawn in these rows; where it showed nothing, all of
    /// it.
    fn take_note(&mut self, rows: &[Rect]) {
        let now = self.frame.buffer();
        let Some(shown) = &mut self.shown else {
            self.shown = Some(now.clone());
            self.clusters = (0..now.area.height).map(|y| has_clusters(now, y)).collect();
            return;
        };
        for row in rows {
            let start = now.index_of(row.x, row.y);
            let cells = start..start + usize::from(row.width);
            shown.content[cells.clone()].clone_from_slice(&now.content[cells]);
            self.clusters[usize::from(row.y)] = has_clusters(now, row.y);
        }
    }

    /// Puts the cursor where it is to be seen, or hides it.
    fn put_cursor(&mut self, position: Option<Position>) {
        let visible = position.is_some();
        if mem::replace(&mut self.visible, visible) != visible {
            self.bytes.extend_from_slice(if visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
        if let Some(position) = position
            && self.cursor.replace(position) != Some(position)
        {
            pen::jump(&mut self.bytes, (position.x, position.y));
        }
    }

    /// Writes the frame under way, if there is anything in it.
    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.len() == BEGIN.len() {
            return Ok(());
        }
        self.bytes.extend_from_slice(END);
        let written = self.out.write_all(&self.bytes).and_then(|()| self.out.flush());
        self.bytes.truncate(BEGIN.len());
        written
    }
}

#[cfg(test)]
mod tests;
