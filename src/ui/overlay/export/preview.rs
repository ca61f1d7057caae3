//! The report as it would be written.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::super::divider;
use super::size;
use crate::app::{Command, Context, ExportForm, Preview, Window};
use crate::ui::pane::draw_lines;
use crate::ui::text::fold;
use crate::ui::{Frame, Look};

/// Draws the preview beside the form, below it or instead of it, and says what of it is in sight.
pub(super) fn draw(
    form: &ExportForm,
    look: &Look,
    beside: Rect,
    area: Rect,
    frame: &mut Frame,
) -> Window {
    if area.height < 2 {
        return Window::default();
    }
    let (mut body, is_beside) = (area, area.x > beside.x);
    if is_beside {
        divider(area, look, frame);
        body = Rect { x: area.x + 1, width: area.width - 1, ..area };
    }
    heading(form, look, Rect { height: 1, ..body }, frame);
    let body = Rect { y: body.y + 1, height: body.height - 1, ..body };
    let Some(preview) = &form.preview else { return Window::default() };
    let cells = usize::from(body.width).saturating_sub(2);
    let mut pieces: Vec<&str> = preview.lines.iter().flat_map(|line| fold(line, cells)).collect();
    let rest = format!("{} (the rest is in the file)", look.glyphs.ellipsis);
    if preview.is_cut() {
        pieces.push(&rest);
    }
    let window = Window { offset: 0, height: body.height.into(), length: pieces.len() };
    let window = window.at(form.offset);
    let shown = pieces.iter().skip(window.offset).map(|it| Line::raw(format!(" {it}")));
    draw_lines(shown, window, body, look, frame);
    window
}

/// How long the report is, and the key that gives it all the room.
fn heading(form: &ExportForm, look: &Look, area: Rect, frame: &mut Frame) {
    let length = form.preview.as_ref().map(|Preview { length, bytes, .. }| {
        let bytes = size(u64::try_from(*bytes).unwrap_or(u64::MAX));
        let lines = if *length == 1 { "line" } else { "lines" };
        format!(": {length} {lines}, {bytes}")
    });
    let key = look.key(Context::Export, Command::Preview).unwrap_or_default();
    let line = Line::from(vec![
        Span::styled(format!(" Preview{}", length.unwrap_or_default()), look.theme.dim),
        Span::styled(format!("  {key}"), look.theme.accent),
    ]);
    frame.render_widget(line, area);
}
