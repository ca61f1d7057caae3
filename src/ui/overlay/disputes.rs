//! The disputes: on which criteria the sources differ, and how much hangs on each.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, Window};
use crate::assessment::words;
use crate::ui::Look;
use crate::ui::detail::mean;
use crate::ui::pane::{draw_lines, window};
use crate::ui::text::{width, wrap};

/// Lines above the list: the sentence and air.
pub(super) const ABOVE: usize = 4;

pub(super) fn draw(
    selected: usize,
    app: &App,
    look: &Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    let theme = &look.theme;
    let cells = usize::from(inside.width);
    let worst = app.assessment().under_disputes();
    let sentence = format!(
        "If every dispute went against the leader, {}. Points: how far the margin moves between the two ends of a dispute.",
        words::would(app.decision(), app.assessment().verdict(), worst)
    );
    for (line, y) in wrap(&sentence, cells.saturating_sub(2))
        .into_iter()
        .take(ABOVE - 1)
        .zip(inside.y..inside.bottom())
    {
        frame.render_widget(
            Line::styled(format!(" {line}"), theme.dim),
            Rect { y, height: 1, ..inside },
        );
    }
    let above = u16::try_from(ABOVE).unwrap_or(4).min(inside.height);
    let list = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let disputes = app.disputes();
    let selected = disputes.iter().position(|j| *j == selected).unwrap_or(0);
    let window = window(app.view.overlay, list, disputes.len(), selected, selected);
    let name = (cells / 3).clamp(8, 24);
    let lines = disputes.iter().enumerate().skip(window.offset).map(|(at, &j)| {
        let marker = if at == selected { look.glyphs.marker } else { " " };
        let criterion = app.judgement().criterion(app.decision(), j);
        let scale = app.decision().scale_of(criterion);
        let mut spans = vec![
            Span::styled(format!("{marker} "), theme.accent),
            Span::raw(look.fit(&criterion.name, name)),
            Span::styled(format!(" {:>5.1} points  ", app.swing(j)), theme.strong),
        ];
        let mut room = cells.saturating_sub(name + 18);
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
