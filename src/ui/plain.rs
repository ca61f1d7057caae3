//! What a pane or an overlay says, as plain text.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::picture::symbols;
use super::{Frame, Look, border, draw, layout, overlay};
use crate::app::App;

/// A screen for the whole of a text is no higher than this.
const TALLEST: u16 = 4000;

/// The text of the overlay, or of the pane that has the keys: its heading and all of what it shows,
/// also what is out of sight, as wide as it is on a screen of this size.
#[must_use]
pub fn plain(app: &App, look: &Look, size: Size) -> String {
    let mut height = size.height;
    // What has no room on this screen may have it on a higher one.
    for _ in 0..4 {
        let (frame, hidden) = drawn(app, look, Size { height, ..size });
        let more = u16::try_from(hidden).unwrap_or(u16::MAX);
        let higher = height.saturating_add(more).min(TALLEST.max(size.height));
        if higher == height {
            return text(app, look, frame.buffer());
        }
        height = higher;
    }
    text(app, look, drawn(app, look, Size { height, ..size }).0.buffer())
}

/// A frame, and how many lines of what is asked for have no room in it.
fn drawn(app: &App, look: &Look, size: Size) -> (Frame, usize) {
    let mut frame = Frame::new(size);
    let view = draw(app, look, &mut frame);
    let window = if app.overlay().is_some() { view.overlay } else { view.pane(app.focus()) };
    (frame, window.furthest())
}

/// The text of the overlay, or of the pane that has the keys, in a frame.
fn text(app: &App, look: &Look, buffer: &Buffer) -> String {
    let area = match (app.overlay(), layout::places(app, buffer.area)) {
        (Some(it), Some(_)) => overlay::area(it, app, look, buffer.area),
        (None, Some(places)) => places.pane(app.focus()).unwrap_or_default(),
        (_, None) => Rect::default(),
    };
    let inside = border::inside(area);
    let heading = symbols(buffer, area.y, area.x..area.right());
    let is_frame = |it: char| !it.is_alphanumeric() && !"()[]\"'?!.".contains(it);
    let mut text = format!("{}\n\n", heading.trim_matches(is_frame));
    for y in inside.y..inside.bottom() {
        // The last column may have a mark for how far down the text is.
        let line = symbols(buffer, y, inside.x..inside.right());
        text.push_str(line.trim_end());
        text.push('\n');
    }
    format!("{}\n", text.trim_end())
}
