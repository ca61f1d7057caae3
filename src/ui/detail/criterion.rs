//! Why a rating: the claims behind it, source by source.

use ratatui::text::Span;

use super::page::Page;
use super::{called, claim, name_of, scale};
use crate::app::{App, Command, Context};
use crate::assessment::words::percent;
use crate::assessment::{Exclusion, source_mean, stances, words};
use crate::decision::Claim;
use crate::judgement::Subject;
use crate::ui::Look;
use crate::ui::text::width;

/// Writes the page; where few lines of it are in sight, each claim says whose it is.
pub(super) fn write<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look, j: usize, is_low: bool) {
    let theme = &look.theme;
    let criterion = app.judgement().criterion(app.decision(), j);
    if !criterion.question.is_empty() {
        page.text(&criterion.question, theme.text);
        page.gap();
    }
    scale::write(page, app, look, j);
    if let Some(reason) = app.assessment().exclusion(j) {
        page.gap();
        let reason = words::exclusion(*reason);
        page.indented("! ", &format!("Out of the score: {reason}."), theme.caution);
    }
    yours(page, app, look, j);
    page.gap();
    for sentence in summary(app, look, j) {
        page.text(&sentence, theme.dim);
    }

    let claims = app.claims();
    if claims.is_empty() {
        return;
    }
    page.end_stop();
    let mut under = None;
    for (n, claim) in claims.into_iter().enumerate() {
        let Claim { source, alternative, .. } = *app.decision().claim(claim);
        if under.is_none_or(|(it, _)| it != source) {
            page.gap();
            heading(page, app, look, source);
        }
        if under != Some((source, alternative)) {
            let cells = page.cells();
            page.line_later(move || subheading(cells, app, look, j, (source, alternative)));
        }
        under = Some((source, alternative));
        claim::write(page, app, look, (n, claim), is_low);
    }
    if app.explains_marks() {
        page.heading("What a mark means");
        for mark in &app.decision().rubric {
            let lead = vec![Span::styled(format!("{} ", scale::mark(mark.rating)), theme.strong)];
            page.after(lead, &mark.means, theme.dim);
        }
        page.end_stop();
    }
}

/// What is yours on a criterion: ratings with their reasons, and a note.
fn yours(page: &mut Page, app: &App, look: &Look, j: usize) {
    let theme = &look.theme;
    for (a, alternative) in app.decision().alternatives.iter().enumerate() {
        let Some(own) = app.judgement().own_rating(j, a) else { continue };
        page.gap();
        page.flow(vec![
            Span::styled("Your rating: ", theme.accent),
            Span::styled(
                format!("{} {}", alternative.name, words::written(own.rating)),
                theme.alternative(a).patch(theme.strong),
            ),
        ]);
        if !own.reason.is_empty() {
            page.after(vec![Span::raw("  ")], &own.reason, theme.text);
        }
    }
    if (0..app.assessment().alternatives()).any(|a| app.judgement().own_rating(j, a).is_some()) {
        let key = look.key(Context::Criteria, Command::Rate).unwrap_or_default();
        let is_rated = !app.claims().is_empty();
        let then = if is_rated { "to use the rating of the sources" } else { "to remove it" };
        page.text(&format!("{key} changes it. Leave it empty {then}."), theme.dim);
    }
    if let Some(note) = app.judgement().note(Subject::Criterion(j)) {
        page.gap();
        page.after(vec![Span::styled("Your note: ", theme.accent)], note, theme.text);
    }
}

/// `[2] A guide, trust 50%`
fn heading(page: &mut Page, app: &App, look: &Look, source: usize) {
    let it = &app.decision().sources[source];
    let trust = app.judgement().trust(source).size();
    let trust = if trust < 1.0 { format!(", trust {}", percent(trust)) } else { String::new() };
    let lead = vec![Span::styled(format!("[{}] ", source + 1), look.theme.accent)];
    page.after(lead, &format!("{}{trust}", it.title), look.theme.dim);
}

/// `Django 4.5`: what a source's claims on an alternative amount to.
fn subheading(
    cells: usize,
    app: &App,
    look: &Look,
    j: usize,
    (source, alternative): (usize, usize),
) -> Vec<Span<'static>> {
    let mean = source_mean(app.decision(), app.judgement(), j, source, alternative);
    let scale = app.decision().scale_of(app.judgement().criterion(app.decision(), j));
    let mean = mean.map_or_else(|| "excluded".into(), |it| words::rating(it, scale));
    vec![
        Span::styled(
            called(app, look, alternative, cells.saturating_sub(width(&mean) + 2)),
            look.theme.alternative(alternative).patch(look.theme.strong),
        ),
        Span::styled(format!(" {mean}"), look.theme.strong),
    ]
}

/// How many sources and claims there are, and which alternative they put ahead.
fn summary(app: &App, look: &Look, j: usize) -> Vec<String> {
    let decision = app.decision();
    let claims = app.claims();
    if claims.is_empty() {
        let key = look.key(Context::Criteria, Command::Rate).unwrap_or_default();
        let all = 0..app.assessment().alternatives();
        let (rated, open): (Vec<usize>, Vec<usize>) =
            all.partition(|a| app.assessment().rating(j, *a).is_some());
        let open: Vec<&str> = open.into_iter().map(|a| name_of(app, a)).collect();
        return match (rated.is_empty(), open.is_empty()) {
            // That it is not rated is said above.
            (true, _) if app.assessment().exclusion(j) == Some(&Exclusion::Unrated) => {
                vec![format!("{key} rates it yourself.")]
            }
            (true, _) => vec![format!("No source rates this; {key} rates it yourself.")],
            (false, true) => Vec::new(),
            (false, false) => vec![format!("Rating missing: {}.", words::list(&open))],
        };
    }
    let mut sources: Vec<usize> = claims.iter().map(|it| decision.claim(*it).source).collect();
    sources.dedup();
    let excluded = claims.iter().filter(|it| app.judgement().is_claim_excluded(**it)).count();
    let excluded = if excluded > 0 { format!(", {excluded} excluded") } else { String::new() };
    let speak = format!(
        "{}, {}{excluded}.",
        words::counted(sources.len(), "source"),
        words::counted(claims.len(), "claim")
    );

    let stances = stances(decision, app.judgement(), j);
    let mut stand: Vec<String> = (0..stances.ahead.len())
        .filter(|a| stances.ahead[*a] > 0)
        .map(|a| {
            let puts = if stances.ahead[a] == 1 { "puts" } else { "put" };
            format!("{} {puts} {} ahead", stances.ahead[a], decision.alternatives[a].name)
        })
        .collect();
    match stances.level {
        0 => {}
        1 => stand.push("1 rates the best ones equally".to_owned()),
        n => stand.push(format!("{n} rate the best ones equally")),
    }
    if stances.partial > 0 {
        stand.push(match stances.partial {
            1 => "1 rates one alternative only".into(),
            n => format!("{n} rate one alternative only"),
        });
    }
    if stand.is_empty() { vec![speak] } else { vec![speak, format!("{}.", stand.join(", "))] }
}
