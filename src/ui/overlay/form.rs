//! A form: labelled lines, the one being filled in with the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::field;
use crate::app::{Command, Context, Form, Window};
use crate::ui::Look;
use crate::ui::text::{width, wrap};

/// Lines that are not the form's own: hint, error, air, frame.
const REST: u16 = 8;

/// Cells of a label, at most.
const LONGEST_LABEL: usize = 18;

/// How high the form is.
pub(super) fn height(form: &Form) -> u16 {
    REST.saturating_add(u16::try_from(form.lines.len()).unwrap_or(u16::MAX))
}

/// Where the lines of the form go: below its hint, above the news.
pub(super) fn body(form: &Form, inside: Rect) -> Rect {
    let hint = u16::try_from(hint(form, inside).len()).unwrap_or(u16::MAX);
    let y = inside.y.saturating_add(hint).saturating_add(1).min(inside.bottom());
    let bottom = inside.bottom().saturating_sub(1);
    Rect { y, height: bottom.saturating_sub(y), ..inside }
}

fn hint(form: &Form, inside: Rect) -> Vec<String> {
    wrap(&form.hint, usize::from(inside.width).saturating_sub(2))
}

pub(super) fn draw(form: &Form, look: &Look, inside: Rect, frame: &mut Frame) -> Window {
    let cells = usize::from(inside.width).saturating_sub(2);
    for (line, y) in hint(form, inside).into_iter().zip(inside.y..inside.bottom()) {
        let line = Line::styled(format!(" {line}"), look.theme.dim);
        frame.render_widget(line, Rect { y, height: 1, ..inside });
    }
    let key = |command| look.key(Context::Prompt, command).unwrap_or_default();
    let news = if let Some(error) = &form.error {
        Line::styled(format!(" {}", look.cut(error, cells)), look.theme.caution)
    } else {
        let (keep, leave) = (key(Command::Open), key(Command::Close));
        let news = format!(" {keep} keeps it, {leave} leaves everything as it is.");
        Line::styled(news, look.theme.dim)
    };
    // The news has the last line, whatever else has room.
    let bottom = inside.bottom().saturating_sub(1);
    frame.render_widget(news, Rect { y: bottom, height: 1.min(inside.height), ..inside });
    let body = body(form, inside);
    let window = Window { offset: 0, height: body.height.into(), length: form.lines.len() }
        .showing(form.selected, form.selected);
    let labels = form.lines.iter().map(|line| width(&line.label)).max().unwrap_or(0);
    let labels = labels.min(LONGEST_LABEL).min(cells / 3);
    let rows = form.lines.iter().enumerate().skip(window.offset);
    for ((at, line), y) in rows.zip(body.y..body.bottom()) {
        let row = Rect { y, height: 1, ..body };
        let label = look.fit(&line.label, labels);
        if at == form.selected {
            frame.buffer_mut().set_style(row, look.theme.cursor);
            let lead = format!("{} {label}  ", look.glyphs.marker);
            field(&line.field, &lead, look, row, frame);
        } else {
            let spans = vec![
                Span::styled(format!("   {label}  "), look.theme.dim),
                Span::raw(look.cut(line.field.text(), cells.saturating_sub(labels + 4))),
            ];
            frame.render_widget(Line::from(spans), row);
        }
    }
    window
}
