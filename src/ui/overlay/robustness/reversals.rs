//! What would reverse the verdict: by weight, by one slider, by one rating, by one missing rating, by
//! the sources.

use ratatui::text::Span;

use crate::app::App;
use crate::assessment::{Verdict, words};
use crate::ui::Look;
use crate::ui::detail::Page;

/// Ratings that are named.
const RATINGS: usize = 5;

/// Cells of the word before each line.
const LABEL: usize = 10;

pub(super) fn write(page: &mut Page, app: &App, look: &Look) {
    let (decision, judgement, assessment) = (app.decision(), app.judgement(), app.assessment());
    let verdict = assessment.verdict();
    if verdict.is_none_or(|it| it.leader.is_none()) {
        page.text(&format!("{}.", words::tie(assessment)), look.theme.text);
        return;
    }
    let say = |page: &mut Page, label: &'static str, text: &str| {
        let lead = Span::styled(look.fit(label, LABEL), look.theme.accent);
        page.after(vec![lead], &format!("{text}."), look.theme.text);
    };
    let weight = match app.nearest_reversal() {
        Some(it) => format!("Move {}", words::reversal(decision, judgement, it)),
        None => words::NO_REVERSAL.to_owned(),
    };
    say(page, "Weight", &weight);
    let beyond = assessment.nearest_reversal_with_unweighted();
    if let Some(it) = beyond.filter(|it| assessment.share(it.receiver) <= 0.0) {
        let beyond = words::reversal(decision, judgement, &it);
        say(page, "", &format!("With criteria at weight 0: move {beyond}"));
    }
    let slider = assessment.nearest_slider_reversal();
    say(page, "Slider", &words::slider_reversal(decision, judgement, slider));
    let ratings = app.rating_reversals();
    if ratings.is_empty() {
        say(page, "Rating", "No single rating, changed within its scale, reverses it");
    }
    for (at, it) in ratings.iter().take(RATINGS).enumerate() {
        let text = words::rating_reversal(decision, judgement, assessment, it);
        say(page, if at == 0 { "Rating" } else { "" }, &text);
    }
    if ratings.len() > RATINGS {
        say(page, "", &format!("{} more", ratings.len() - RATINGS));
    }
    if let Some(missing) = words::missing(decision, judgement, app.gaps()) {
        say(page, "Missing", &missing);
        let could = words::completions(decision, judgement, app.gaps());
        say(page, "", &could.unwrap_or_default());
    }
    if let Some(worst) = words::worst_case(decision, assessment) {
        say(page, "Sources", &worst);
    }
    sources(page, app, look);
}

/// Which sources put the leader ahead alone, and what follows without each.
fn sources(page: &mut Page, app: &App, look: &Look) {
    let (decision, judgement) = (app.decision(), app.judgement());
    let Some(Verdict { leader: Some(leader), .. }) = app.assessment().verdict() else { return };
    let rows = app.source_rows().iter().enumerate();
    let table: Vec<_> = rows.filter(|(s, _)| judgement.trust(*s).size() > 0.0).collect();
    // Without its only source there is nothing to score.
    if table.len() < 2 {
        return;
    }
    let name = &decision.alternatives[leader].name;
    let leads = |it: Option<Verdict>| it.and_then(|it| it.leader) == Some(leader);
    let alone = table.iter().filter(|(_, it)| leads(it.alone)).count();
    page.gap();
    page.text(
        &format!(
            "{alone} of {}, each alone, {} {name} ahead. Without one of them:",
            words::counted(table.len(), "source"),
            if alone == 1 { "puts" } else { "put" }
        ),
        look.theme.text,
    );
    for (s, it) in table {
        let style = if leads(it.without.verdict) { look.theme.dim } else { look.theme.caution };
        let lead = vec![Span::styled(format!("[{}] ", s + 1), look.theme.accent)];
        let now = app.assessment().verdict();
        let follows = words::without_source(decision, judgement, now, &it.without);
        page.after(lead, &format!("{}: {follows}.", decision.sources[s].title), style);
    }
}
