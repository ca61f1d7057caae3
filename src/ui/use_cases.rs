//! The use cases: what are we building? Each with the verdict it would give.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::pane::{draw_lines, frame_of, head, mark, say, window};
use super::{Frame, Look};
use crate::app::{App, Pane, Window};
use crate::assessment::words::rounded;

/// Cells of a row, at most, so that a name and its figures stay together.
const WIDEST: u16 = 72;

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) -> Window {
    let inside = frame_of(Pane::UseCases, "Use cases", app, look, area, frame);
    let count = app.count(Pane::UseCases);
    if count == 0 {
        let why = "No use cases in this decision.";
        say(why, look, inside, frame);
    }
    let selected = app.selected(Pane::UseCases);
    let window = window(app.view.pane(Pane::UseCases), inside, count, selected, selected);
    let cells = inside.width.min(WIDEST).into();
    if count > 0 {
        head(" margin ", "Use cases", cells, area, look, frame);
    }
    let lines = (window.offset..count)
        .map(|u| mark(use_case(app, look, u, cells), u == selected, Pane::UseCases, app, look));
    draw_lines(lines, window, inside, look, frame);
    window
}

/// `▸ Live chat, messaging  N 28`
fn use_case<'a>(app: &'a App, look: &'a Look, u: usize, cells: usize) -> Line<'a> {
    let use_case = &app.decision().use_cases[u];
    let applied = app.judgement().use_case() == Some(u);
    let marker = if app.selected(Pane::UseCases) == u { look.glyphs.marker } else { " " };
    let sign = if applied { look.glyphs.applied } else { " " };
    let name = cells.saturating_sub(2 + 1 + look.tag_width() + 3 + 1);
    let mut spans = vec![
        Span::styled(format!("{marker}{sign}"), look.theme.accent),
        Span::raw(look.fit(&use_case.name, name)),
        Span::raw(" "),
    ];
    let verdict = app.assessment().use_case(app.decision(), app.judgement(), u).verdict();
    if let Some(verdict) = verdict {
        spans.push(look.tag(verdict.leader));
        // As it is rounded where it has a decimal, so that the two agree.
        let margin = format!("{:>3.0}", rounded(verdict.margin).round());
        spans.push(Span::styled(margin, look.theme.leader(verdict.leader)));
    }
    Line::from(spans)
}
