//! The heading of a pane that stands alone: the panes that Tab leads to, and where among them it is.
//!
//! ```text
//! ╭ Use cases ▸Criteria  Why  Case studies ───╮
//! ```

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::layout::Places;
use super::text::{put, width};
use super::{Frame, Look, criteria, detail};
use crate::app::{App, Pane, Tab};
use crate::search::Place;

/// Cells of a pane's own name that are worth showing.
const SHORTEST: usize = 8;

/// Draws it where a pane stands alone, over the pane's own heading.
pub(super) fn draw(app: &App, look: &Look, places: &Places, frame: &mut Frame) {
    let Some((pane, area)) = alone(places) else { return };
    let theme = &look.theme;
    let mut line = Line::default();
    for (at, name) in names(app, look, pane, area) {
        let (sign, style) = if at == pane {
            (look.glyphs.marker, theme.accent.patch(theme.strong))
        } else {
            (" ", theme.dim)
        };
        line.push_span(Span::styled(format!("{sign}{name} "), style));
    }
    let cells = u16::try_from(line.width()).unwrap_or(u16::MAX).min(area.width.saturating_sub(2));
    let heading = Rect { x: area.x + 1, width: cells, height: 1, ..area };
    // Nothing of the pane's own heading shines through.
    frame.render_widget(Clear, heading);
    put(&line, heading, frame);
}

/// The pane whose name is at a position.
pub(super) fn at(app: &App, look: &Look, places: &Places, (x, y): (u16, u16)) -> Option<Pane> {
    let (pane, area) = alone(places)?;
    let column = usize::from(x.checked_sub(area.x + 1)?);
    let mut start = 0;
    let mut span = |name: &str| -> Range<usize> {
        let from = start;
        start += width(name) + 2;
        from..start
    };
    let mut names = names(app, look, pane, area).into_iter();
    names.find(|(_, name)| span(name).contains(&column) && y == area.y).map(|(pane, _)| pane)
}

/// The only pane in sight, if there is but one.
fn alone(places: &Places) -> Option<(Pane, Rect)> {
    let mut panes = Pane::ALL.into_iter().filter_map(|it| Some((it, places.pane(it)?)));
    panes.next().filter(|_| panes.next().is_none())
}

/// The panes in the order of Tab, each by a name, as long as there is room for.
fn names(app: &App, look: &Look, pane: Pane, area: Rect) -> Vec<(Pane, String)> {
    let detail = match app.subject() {
        _ if pane == Pane::Detail => detail::title(app),
        Place::Criterion(_) => match app.tab() {
            Tab::Evidence => "Why".into(),
            tab => tab.title().into(),
        },
        _ => "About".into(),
    };
    let room = usize::from(match pane {
        Pane::Criteria => criteria::heading(app, look, area),
        _ => area.width.saturating_sub(2),
    });
    for [use_cases, case_studies] in [["Use cases", "Case studies"], ["Uses", "Cases"]] {
        let others = width(use_cases) + width("Criteria") + width(case_studies) + 8;
        let left = room.saturating_sub(others);
        if width(&detail).min(SHORTEST) <= left {
            let detail = look.cut(detail, left).into_owned();
            let names = [use_cases.into(), "Criteria".into(), detail, case_studies.into()];
            return Pane::ALL.into_iter().zip(names).collect();
        }
    }
    Vec::new()
}
