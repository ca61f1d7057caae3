//! A use case: what it is, which side the sources take, and which verdict its weights give.

use ratatui::text::Span;

use super::page::Page;
use super::verdict_span;
use crate::app::{App, Command, Context};
use crate::assessment::words::{self, column_percent};
use crate::judgement::Subject;
use crate::ui::Look;
use crate::ui::text::{spaces, width};

/// Cells of a bar that tells one weight from another.
const SHORTEST_BAR: usize = 6;

pub(super) fn write<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look, u: usize) {
    let theme = &look.theme;
    let decision = app.decision();
    let use_case = &decision.use_cases[u];
    if !use_case.description.is_empty() {
        page.text(&use_case.description, theme.text);
    }
    if !use_case.examples.is_empty() {
        page.text(&format!("Such as: {}.", use_case.examples.join(", ")), theme.dim);
    }
    page.gap();
    let applied = app.assessment().use_case(decision, app.judgement(), u);
    if let Some(verdict) = applied.verdict() {
        page.flow(vec![Span::raw("Its verdict: "), verdict_span(app, look, verdict)]);
    }
    sides(page, app, look, u);
    let already = app.judgement().use_case() == Some(u);
    // As good as equally long, so that nothing below moves when it is applied.
    let hint = if already && app.judgement().changes(decision) == 0 {
        "Applied: the sliders stand at".to_owned()
    } else {
        let key = look.key(Context::Panes, Command::Open).unwrap_or_default();
        format!("{key} applies it: the sliders move to")
    };
    let whose = "the weights below. They are set by the author of the pack, not by its sources.";
    page.text(&format!("{hint} {whose}"), theme.dim);
    page.caution(0, use_case.caution.as_deref());
    if let Some(kept) = words::kept(decision, app.judgement(), u) {
        page.text(&format!("Kept: {kept}."), theme.dim);
    }

    if let Some(note) = app.judgement().note(Subject::Decision) {
        page.gap();
        page.after(
            vec![Span::styled("Your note on the decision: ", theme.accent)],
            note,
            theme.text,
        );
    }
    page.heading("Weights");
    let mut weights = use_case.weights.clone();
    weights.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let cells = page.cells();
    let longest = weights.iter().map(|it| width(&decision.criteria[it.0].name)).max();
    let longest = longest.unwrap_or(0);
    // The tag of whom the criterion speaks for says what the colour of the bar does.
    let around = look.tag_width() + 14;
    let name = longest.min((cells / 2).min(24));
    // Names are worth more than bars that are all alike.
    let (name, track) = match cells.saturating_sub(name + around) {
        ..SHORTEST_BAR => (longest.min(cells.saturating_sub(around)), 0),
        track => (name, track.min(30)),
    };
    for (j, weight) in weights {
        let leads = applied.best_on(j);
        let mut spans = vec![Span::raw(look.fit(&decision.criteria[j].name, name)), Span::raw(" ")];
        // With fewer than two ratings to compare, no alternative is the best one.
        let rated = applied.compared().iter().filter(|&&a| applied.rating(j, a).is_some()).count();
        let is_compared = applied.exclusion(j).is_none() && rated > 1;
        spans.push(if is_compared { look.tag(leads) } else { Span::raw(spaces(look.tag_width())) });
        spans.push(Span::raw(" "));
        spans.extend(look.bar(weight.size() / 10.0, track, theme.leader(leads)));
        spans.push(Span::raw(format!("  {weight:>4}")));
        spans.push(Span::styled(format!(" {:>4}", column_percent(applied.share(j))), theme.dim));
        page.line(spans);
    }

    if !use_case.favours.is_empty() {
        page.heading("What the sources say");
        for favour in &use_case.favours {
            let style = theme.alternative(favour.alternative);
            let lead = vec![
                Span::styled(
                    decision.alternatives[favour.alternative].name.clone(),
                    style.patch(theme.strong),
                ),
                Span::styled(format!(" [{}] ", favour.source + 1), theme.accent),
            ];
            page.line(lead);
            page.after(vec![Span::raw("  ")], &favour.says, theme.text);
            page.caution(2, favour.caution.as_deref());
        }
    }
    let studies: Vec<&str> = decision
        .case_studies
        .iter()
        .filter(|study| study.use_cases.contains(&u))
        .map(|study| study.name.as_str())
        .collect();
    if !studies.is_empty() {
        page.heading("Case studies");
        page.text(&studies.join(", "), theme.text);
    }
}

/// `Sources: Node.js 4 of 5, Django 1 of 5`
fn sides(page: &mut Page, app: &App, look: &Look, u: usize) {
    let decision = app.decision();
    let favours = &decision.use_cases[u].favours;
    let sources_for = |a: Option<usize>| {
        let mut sources: Vec<usize> = favours
            .iter()
            .filter(|it| a.is_none_or(|a| it.alternative == a))
            .map(|it| it.source)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        sources.len()
    };
    let all = sources_for(None);
    if all == 0 {
        return;
    }
    let mut spans = vec![Span::raw("The sources: ")];
    for a in 0..decision.alternatives.len() {
        let count = sources_for(Some(a));
        if count > 0 {
            if spans.len() > 1 {
                spans.push(Span::raw(", "));
            }
            let side = format!("{} {count} of {all}", decision.alternatives[a].name);
            spans.push(Span::styled(side, look.theme.alternative(a)));
        }
    }
    page.flow(spans);
}
