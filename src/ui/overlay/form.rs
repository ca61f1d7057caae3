//! A form: labelled lines, the one being filled in with the cursor. What keeps it and what leaves it
//! stands in the line of hints.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::field;
use crate::app::{Form, Window};
use crate::ui::pane::draw_lines;
use crate::ui::text::{cut_apart, width, wrap};
use crate::ui::{Frame, Look};

/// Lines that are not the form's own: hint, error, air, frame.
const REST: u16 = 7;

/// From so many lines on, one waits for an error.
const HIGH: u16 = 8;

/// Lines of the form that matter more than its hint.
const LINES: u16 = 2;

/// How high the form is.
pub(super) fn height(form: &Form) -> u16 {
    REST.saturating_add(u16::try_from(form.lines.len()).unwrap_or(u16::MAX))
}

/// Where the lines of the form go: below its hint, above the error.
pub(super) fn body(form: &Form, inside: Rect) -> Rect {
    let hint = u16::try_from(hint(form, inside).len()).unwrap_or(u16::MAX);
    // Air, unless it costs a line that is wanted.
    let air = u16::from(inside.height > hint + 1 + LINES);
    let y = inside.y.saturating_add(hint + air).min(inside.bottom());
    let error = u16::from(form.error.is_some() || inside.height >= HIGH);
    let bottom = inside.bottom().saturating_sub(error);
    Rect { y, height: bottom.saturating_sub(y), ..inside }
}

/// As much of the hint as leaves room for some lines of the form and an error.
fn hint(form: &Form, inside: Rect) -> Vec<String> {
    let mut hint = wrap(&form.hint, usize::from(inside.width).saturating_sub(2));
    hint.truncate(inside.height.saturating_sub(LINES + 1).into());
    hint
}

pub(super) fn draw(form: &Form, look: &Look, inside: Rect, frame: &mut Frame) -> Window {
    let cells = usize::from(inside.width).saturating_sub(2);
    let hint = hint(form, inside);
    let is_cut = width(&hint.join(" ")) < width(&form.hint);
    let last = hint.len().saturating_sub(1);
    for (at, (line, y)) in hint.into_iter().zip(inside.y..inside.bottom()).enumerate() {
        let more = if is_cut && at == last { look.glyphs.ellipsis } else { "" };
        let line = Line::styled(format!(" {line}{more}"), look.theme.dim);
        frame.render_widget(line, Rect { y, height: 1, ..inside });
    }
    if let Some(error) = &form.error {
        // It has the last line, whatever else has room.
        let error = Line::styled(format!(" {}", look.cut(error, cells)), look.theme.caution);
        let bottom = inside.bottom().saturating_sub(1);
        frame.render_widget(error, Rect { y: bottom, height: 1.min(inside.height), ..inside });
    }
    let body = body(form, inside);
    let window = Window { offset: 0, height: body.height.into(), length: form.lines.len() }
        .showing(form.selected, form.selected);
    let labels = form.lines.iter().map(|line| width(&line.label)).max().unwrap_or(0);
    let labels = labels.min(cells * 2 / 5);
    let rows = form.lines.iter().enumerate().skip(window.offset);
    for ((at, line), y) in rows.zip(body.y..body.bottom()) {
        let row = Rect { y, height: 1, ..body };
        // Who rates must know whom, where names begin alike.
        let others = form.lines.iter().map(|it| it.label.as_str());
        let label = cut_apart(&line.label, others, labels, look.glyphs.ellipsis);
        let label = look.fit(label, labels);
        let (before, room) = (labels + 5, cells.saturating_sub(labels + 4));
        let blank = Rect {
            x: row.x + u16::try_from(before).unwrap_or(row.width).min(row.width),
            width: u16::try_from(room).unwrap_or(0).min(row.width),
            ..row
        };
        if at == form.selected {
            frame.buffer_mut().set_style(row, look.theme.cursor);
            let lead = format!("{} {label}  ", look.glyphs.marker);
            field(&line.field, &lead, look, row, frame);
        } else {
            let spans = vec![
                Span::styled(format!("   {label}  "), look.theme.dim),
                Span::raw(look.cut(line.field.text(), room)),
            ];
            frame.render_widget(Line::from(spans), row);
        }
        if line.field.text().is_empty() {
            let placeholder = look.cut(&line.placeholder, room);
            frame.render_widget(Line::styled(placeholder, look.theme.dim), blank);
        }
        // A line to write on.
        frame.buffer_mut().set_style(blank, Style::new().underlined());
    }
    // The lines are drawn; what is left is how far down the window is.
    draw_lines(std::iter::empty(), window, body, look, frame);
    window
}
