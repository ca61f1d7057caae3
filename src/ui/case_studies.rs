//! The case studies: who did it? Those that speak most to what matters now come first.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::pane::{draw_rows, frame_of, head, mark, say, window};
use super::still::Part;
use super::text::spaces;
use super::{Frame, Look, border};
use crate::app::{App, Pane, Window};
use crate::assessment::words::whole_percent;

/// Cells of a row, at most, so that a name and its figures stay together.
const WIDEST: u16 = 72;

/// Alternatives that a row names at most.
const MOST_TAGS: usize = 3;

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) -> Window {
    let inside = border::inside(area);
    let cells = inside.width.min(WIDEST).into();
    let order = app.case_studies();
    if frame.kept(Part::CaseStudies).is_none() {
        let _ = frame_of(Pane::CaseStudies, "Case studies", app, look, area, frame);
        if order.is_empty() {
            say("No case studies in this decision.", look, inside, frame);
        } else {
            head(" relevance ", "Case studies", cells, area, look, frame);
        }
    }
    let selected = app.selected(Pane::CaseStudies);
    let at = order.iter().position(|k| *k == selected).unwrap_or(0);
    let window = window(app.view.pane(Pane::CaseStudies), inside, order.len(), at, at);
    let tags = app.decision().alternatives.len().min(MOST_TAGS);
    let lines = order.iter().skip(window.offset).map(|&k| {
        mark(case_study(app, look, k, cells, tags), k == selected, Pane::CaseStudies, app, look)
    });
    draw_rows(Part::CaseStudies, lines, window, inside, look, frame);
    window
}

/// `▸ Netflix           ND  48%`
fn case_study<'a>(app: &'a App, look: &'a Look, k: usize, cells: usize, tags: usize) -> Line<'a> {
    let study = &app.decision().case_studies[k];
    let sign = if app.selected(Pane::CaseStudies) == k { look.glyphs.marker } else { " " };
    let tags_width = tags * look.tag_width();
    let name = cells.saturating_sub(2 + 1 + tags_width + 5 + 1);
    let mut spans = Vec::with_capacity(5 + tags);
    spans.extend([
        Span::styled(sign, look.theme.accent),
        Span::styled(" ", look.theme.accent),
        Span::raw(look.fit(&study.name, name)),
        Span::raw(" "),
    ]);
    let is_used = |a: &usize| study.uses.iter().any(|it| it.alternative == *a);
    if app.decision().alternatives.len() <= MOST_TAGS {
        // A column for each alternative, so that sides line up.
        for a in 0..tags {
            let blank = || Span::raw(spaces(look.tag_width()));
            spans.push(if is_used(&a) { look.tag(Some(a)) } else { blank() });
        }
    } else {
        let used: Vec<usize> = (0..app.decision().alternatives.len()).filter(is_used).collect();
        spans.extend(used.iter().take(tags).map(|a| look.tag(Some(*a))));
        let missing = tags.saturating_sub(used.len()) * look.tag_width();
        spans.push(Span::raw(spaces(missing)));
    }
    let percent = whole_percent(app.assessment().relevance(study));
    spans.push(Span::styled(format!("{percent:>4}%"), look.theme.dim));
    Line::from(spans)
}
