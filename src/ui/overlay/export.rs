//! The form for writing a report.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::field;
use crate::app::{Command, Context, ExportForm, ExportState, Window};
use crate::ui::Look;
use crate::ui::text::wrap;

/// Lines above the formats.
pub(super) const ABOVE: usize = 1;

/// Lines of the form without its formats, frame included.
const REST: u16 = 10;

/// How high the form is.
pub(super) fn height(form: &ExportForm) -> u16 {
    REST + u16::try_from(form.formats.len()).unwrap_or(0)
}

pub(super) fn draw(form: &ExportForm, look: &Look, inside: Rect, frame: &mut Frame) -> Window {
    let theme = &look.theme;
    let mut lines = vec![Line::styled(" Format", theme.dim)];
    for (at, format) in form.formats.iter().enumerate() {
        let chosen = at == form.format;
        let marker = if chosen { look.glyphs.marker } else { " " };
        let line = Line::from(vec![
            Span::styled(format!(" {marker} "), theme.accent),
            Span::styled(look.fit(format.id, 6), theme.strong),
            Span::styled(format.about, theme.dim),
        ]);
        lines.push(if chosen { line.patch_style(theme.cursor) } else { line });
    }
    lines.push(Line::default());
    lines.push(Line::styled(" File", theme.dim));
    let field_at = lines.len();
    lines.push(Line::default());
    lines.push(Line::default());
    let key = |command| look.key(Context::Prompt, command).unwrap_or_default();
    let (write, leave) = (key(Command::Open), key(Command::Close));
    let (news, style) = match &form.state {
        ExportState::Editing => {
            (format!("{write} writes it, {leave} leaves everything as it is."), theme.dim)
        }
        ExportState::Exists => (
            format!("This file exists. {write} again replaces it; another name keeps it."),
            theme.caution,
        ),
        ExportState::Failed(why) => (why.clone(), theme.caution),
    };
    for line in wrap(&news, usize::from(inside.width).saturating_sub(2)) {
        lines.push(Line::styled(format!(" {line}"), style));
    }
    let (length, height) = (lines.len(), usize::from(inside.height));
    // On a low screen the file's name and the news matter more than the formats.
    let offset = length.saturating_sub(height).min(field_at);
    for (line, y) in lines.into_iter().skip(offset).zip(inside.y..inside.bottom()) {
        frame.render_widget(line, Rect { y, height: 1, ..inside });
    }
    let row = u16::try_from(field_at - offset).unwrap_or(0);
    if row < inside.height {
        field(&form.path, "", look, Rect { y: inside.y + row, height: 1, ..inside }, frame);
    }
    Window { offset, height, length }
}
