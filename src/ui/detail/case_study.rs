//! A case study: who used what for what, and how it went.

use ratatui::text::Span;

use super::page::Page;
use crate::app::App;
use crate::assessment::words::{column_percent, percent};
use crate::ui::Look;

pub(super) fn write<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look, k: usize) {
    let theme = &look.theme;
    let decision = app.decision();
    let study = &decision.case_studies[k];
    if !study.summary.is_empty() {
        page.text(&study.summary, theme.text);
        page.gap();
    }
    for usage in &study.uses {
        page.line(vec![
            Span::styled(
                decision.alternatives[usage.alternative].name.clone(),
                theme.alternative(usage.alternative).patch(theme.strong),
            ),
            Span::styled(format!(" [{}]", usage.source + 1), theme.accent),
        ]);
        page.after(vec![Span::raw("  ")], &usage.says, theme.text);
        page.caution(2, usage.caution.as_deref());
    }
    if !study.outcomes.is_empty() {
        page.heading("What came of it");
        for outcome in &study.outcomes {
            let lead = vec![Span::styled(format!("[{}] ", outcome.source + 1), theme.accent)];
            page.after(lead, &outcome.says, theme.text);
            page.caution(4, outcome.caution.as_deref());
        }
    }
    page.heading("Relevance now");
    let relevance = app.assessment().relevance(study);
    let lead = vec![Span::styled(format!("{} ", percent(relevance)), theme.strong)];
    page.after(lead, "of the weight is on the criteria of this case study:", theme.dim);
    let name = (page.cells() / 2).min(24);
    for &j in &study.criteria {
        let share = app.assessment().share(j);
        let track = page.cells().saturating_sub(name + 9).min(30);
        let mut spans = vec![Span::raw(look.fit(&decision.criteria[j].name, name)), Span::raw(" ")];
        spans.extend(look.bar(share, track, theme.text));
        spans.push(Span::styled(format!(" {:>4}", column_percent(share)), theme.dim));
        page.line(spans);
    }
    if !study.use_cases.is_empty() {
        let names: Vec<&str> =
            study.use_cases.iter().map(|u| decision.use_cases[*u].name.as_str()).collect();
        page.heading("Use cases");
        page.text(&names.join(", "), theme.text);
    }
}
