//! What all panes have in common: a frame with a title, rows that scroll, a selected row.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::still::Part;
use super::text::{put, width, wrap};
use super::{Frame, Look, border};
use crate::app::{App, Pane, Window};

/// Draws a pane's frame and returns what is inside.
pub(super) fn frame_of(
    pane: Pane,
    title: &str,
    app: &App,
    look: &Look,
    area: Rect,
    frame: &mut Frame,
) -> Rect {
    let focused = app.focus() == pane && app.overlay().is_none();
    let (line, heading) = if focused {
        (look.theme.accent, look.theme.accent.patch(look.theme.strong))
    } else {
        (look.theme.faint, look.theme.heading)
    };
    // The pane with the keys is marked by a sign as well as by colour.
    let sign = if focused { look.glyphs.marker } else { " " };
    let room = usize::from(area.width).saturating_sub(6);
    let heading = Span::styled(format!("{sign}{} ", look.cut(title, room)), heading);
    border::draw(heading, line, look, area, frame)
}

/// From so many cells on, a pane that stands alone has room for a head beside the names of its
/// neighbours.
const ROOMY: u16 = 80;

/// Draws the head of a list's last column, which ends a cell before these do, on the upper edge of its
/// frame, where there is room for it beside the title.
pub(super) fn head(
    head: &'static str,
    title: &str,
    cells: usize,
    area: Rect,
    look: &Look,
    frame: &mut Frame,
) {
    let stands_alone = area.width == frame.area().width;
    if cells >= width(title) + 3 + width(head) && (area.width >= ROOMY || !stands_alone) {
        let cells_before = u16::try_from(cells - width(head)).unwrap_or(area.width);
        put_head(head, cells_before, area, look, frame);
    }
}

/// Draws the head of a column on the upper edge of a pane, from this cell inside of it on.
pub(super) fn put_head(head: &'static str, cell: u16, area: Rect, look: &Look, frame: &mut Frame) {
    let x = area.x.saturating_add(1).saturating_add(cell);
    let width = area.right().saturating_sub(x.saturating_add(1));
    put(&Line::styled(head, look.theme.dim), Rect { x, width, height: 1, ..area }, frame);
}

/// Says why a pane is empty.
pub(super) fn say(why: &str, look: &Look, inside: Rect, frame: &mut Frame) {
    let lines = wrap(why, usize::from(inside.width).saturating_sub(3));
    for (line, y) in lines.into_iter().zip(inside.y..inside.bottom()) {
        let line = Line::styled(format!("  {line}"), look.theme.dim);
        put(&line, Rect { y, height: 1, ..inside }, frame);
    }
}

/// The window onto a list in which the rows from `first` to `last` are in sight.
pub(super) fn window(
    old: Window,
    inside: Rect,
    length: usize,
    first: usize,
    last: usize,
) -> Window {
    Window { offset: old.offset, height: inside.height.into(), length }.showing(first, last)
}

/// Draws the lines of a window, and where there are more, how far down it is.
pub(super) fn draw_lines<'l>(
    lines: impl Iterator<Item = Line<'l>>,
    window: Window,
    inside: Rect,
    look: &Look,
    frame: &mut Frame,
) {
    for (y, line) in (inside.y..inside.bottom()).zip(lines) {
        put(&line, Rect { y, height: 1, ..inside }, frame);
    }
    scroll_bar(window, inside, look, frame);
}

/// The same of the lines of a part of which some change while the others stand still.
pub(super) fn draw_rows<'l>(
    part: Part,
    lines: impl Iterator<Item = Line<'l>>,
    window: Window,
    inside: Rect,
    look: &Look,
    frame: &mut Frame,
) {
    let mut rows = 0;
    for (y, line) in (inside.y..inside.bottom()).zip(lines) {
        frame.put_row(part, rows, &line, Rect { y, height: 1, ..inside });
        rows += 1;
    }
    frame.end_rows(part, rows);
    if frame.kept(part).is_none() {
        scroll_bar(window, inside, look, frame);
    }
}

/// Draws how far down a window is, where there is more than it shows.
fn scroll_bar(window: Window, inside: Rect, look: &Look, frame: &mut Frame) {
    if window.length > window.height && window.height > 0 {
        let (offset, height) = (window.offset as f64, window.height as f64);
        let (length, furthest) = (window.length as f64, window.furthest() as f64);
        let handle = (height * height / length).floor().max(1.0);
        let top = (offset / furthest * (height - handle)).round();
        for (line, y) in (inside.y..inside.bottom()).enumerate() {
            let line = line as f64;
            if line >= top && line < top + handle {
                frame.buffer_mut()[(inside.right(), y)]
                    .set_symbol(look.glyphs.scroll)
                    .set_style(look.theme.dim);
            }
        }
    }
}

/// The sign before a row that is selected, and the look of the row: a cursor where the pane has the
/// keys.
pub(super) fn mark<'l>(
    line: Line<'l>,
    selected: bool,
    pane: Pane,
    app: &App,
    look: &Look,
) -> Line<'l> {
    if !selected {
        return line;
    }
    let focused = app.focus() == pane;
    let style = if focused { look.theme.cursor } else { ratatui::style::Style::new() };
    line.patch_style(style.patch(look.theme.strong))
}
