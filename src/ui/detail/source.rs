//! A source: what it is, the verdict without it, and all that it claims.

use ratatui::text::Span;

use super::claim;
use super::page::Page;
use super::verdict_span;
use crate::app::App;
use crate::assessment::words;
use crate::assessment::words::percent;
use crate::ui::Look;

pub(super) fn write<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look, s: usize) {
    let theme = &look.theme;
    let decision = app.decision();
    let source = &decision.sources[s];
    page.text(&source.title, theme.strong);
    let origin: Vec<&str> =
        source.publisher.iter().chain(&source.published).map(String::as_str).collect();
    if !origin.is_empty() {
        page.text(&origin.join(", "), theme.dim);
    }
    page.gap();
    page.text(&format!("Trust {}", percent(app.judgement().trust(s).size())), theme.text);
    let without = &app.source_rows()[s].without;
    if let Some(verdict) = without.verdict {
        page.flow(vec![Span::raw("The verdict without it: "), verdict_span(app, look, verdict)]);
    }
    if without.missing > 0 {
        let missing = words::counted(without.missing, "rating");
        page.text(&format!("Without it, {missing} more would be missing."), theme.caution);
    }
    page.heading("What it claims");
    page.end_stop();
    let mut under = None;
    for (n, at) in app.claims().into_iter().enumerate() {
        if under.replace(at.criterion) != Some(at.criterion) {
            page.gap();
            page.text(&decision.criteria[at.criterion].name, theme.strong);
        }
        claim::write(page, app, look, (n, at), false);
    }
}
