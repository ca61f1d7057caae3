//! The disputes: on which criteria the sources differ, and how much hangs on each.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, Window};
use crate::assessment::words;
use crate::ui::detail::mean;
use crate::ui::pane::{draw_lines, window};
use crate::ui::text::{width, wrap};
use crate::ui::{Frame, Look};

/// Rows of the list that matter more than what is said above it.
const ROWS: usize = 4;

/// From so many cells on, the figures have their unit beside them.
const WITH_UNIT: usize = 60;

/// What is said above the list on so many cells, and air: as much as has room, whole sentences.
pub(super) fn above(app: &App, cells: usize, height: usize) -> Vec<String> {
    let worst = app.assessment().under_disputes();
    let would = words::would(app.decision(), app.assessment().verdict(), worst);
    let first = format!("If every dispute went against the leader, {would}.");
    let both =
        format!("{first} Points: how far the margin moves between the two ends of a dispute.");
    let rows = app.disputes().len().min(ROWS);
    let fits = |text: &str| {
        let mut lines = wrap(text, cells.saturating_sub(2));
        lines.push(String::new());
        (lines.len() + rows <= height).then_some(lines)
    };
    fits(&both).or_else(|| fits(&first)).unwrap_or_default()
}

pub(super) fn draw(
    selected: usize,
    app: &App,
    look: &Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    let theme = &look.theme;
    let cells = usize::from(inside.width);
    let said = above(app, cells, inside.height.into());
    let above = u16::try_from(said.len()).unwrap_or(0).min(inside.height);
    for (line, y) in said.into_iter().zip(inside.y..inside.bottom()) {
        let line = Line::styled(format!(" {line}"), theme.dim);
        frame.render_widget(line, Rect { y, height: 1, ..inside });
    }
    let list = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let disputes = app.disputes();
    let selected = disputes.iter().position(|j| *j == selected).unwrap_or(0);
    let window = window(app.view.overlay, list, disputes.len(), selected, selected);
    let name = (cells / 3).clamp(8, 24);
    let unit = if cells >= WITH_UNIT { " points" } else { "" };
    let lines = disputes.iter().enumerate().skip(window.offset).map(|(at, &j)| {
        let marker = if at == selected { look.glyphs.marker } else { " " };
        let criterion = app.judgement().criterion(app.decision(), j);
        let scale = app.decision().scale_of(criterion);
        let mut spans = vec![
            Span::styled(format!("{marker} "), theme.accent),
            Span::raw(look.fit(&criterion.name, name)),
            Span::styled(format!(" {:>5.1}{unit}  ", app.swing(j)), theme.strong),
        ];
        let mut room = cells.saturating_sub(name + 10 + width(unit));
        for a in 0..app.assessment().alternatives() {
            let Some(rating) = app.assessment().rating(j, a) else { continue };
            let spread = format!(
                " {}{}{}  ",
                mean(rating.low, scale),
                look.glyphs.dash,
                mean(rating.high, scale)
            );
            let needed = look.tag_width() + width(&spread);
            if needed > room {
                break;
            }
            room -= needed;
            spans.push(look.tag(Some(a)));
            spans.push(Span::styled(spread, theme.dim));
        }
        let line = Line::from(spans);
        if at == selected { line.patch_style(theme.cursor) } else { line }
    });
    draw_lines(lines, window, list, look, frame);
    window
}
