//! A source: what it is, what it claims, and the verdict without it.

use ratatui::text::Span;

use super::page::Page;
use super::scale::number;
use super::verdict_span;
use crate::app::App;
use crate::assessment::without_source;
use crate::ui::Look;
use crate::ui::look::percent;

pub(super) fn write(page: &mut Page, app: &App, look: &Look, s: usize) {
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
    if let Some(verdict) = without_source(decision, app.judgement(), s) {
        page.flow(vec![Span::raw("The verdict without it: "), verdict_span(app, look, verdict)]);
    }
    page.heading("What it claims");
    for criterion in &decision.criteria {
        let claims: Vec<_> = criterion.claims.iter().filter(|it| it.source == s).collect();
        if claims.is_empty() {
            continue;
        }
        page.gap();
        page.text(&criterion.name, theme.strong);
        for claim in claims {
            let lead = vec![
                look.tag(Some(claim.alternative)),
                Span::raw(format!(" {} ", number(claim.rating))),
            ];
            page.after(lead, &claim.says, theme.text);
            page.caution(4, claim.caution.as_deref());
        }
    }
}
