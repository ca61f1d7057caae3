//! Why a rating: the claims behind it, source by source.

use ratatui::text::Span;

use super::page::Page;
use super::scale::{self, number};
use crate::app::{App, Pane};
use crate::assessment::Exclusion;
use crate::decision::ClaimRef;
use crate::ui::Look;
use crate::ui::look::percent;

pub(super) fn write(page: &mut Page, app: &App, look: &Look, j: usize) {
    let theme = &look.theme;
    let criterion = app.judgement().criterion(app.decision(), j);
    if !criterion.question.is_empty() {
        page.text(&criterion.question, theme.text);
        page.gap();
    }
    scale::write(page, app, look, j);
    if let Some(reason) = app.assessment().exclusion(j) {
        page.gap();
        page.caution(0, Some(&why_out(app, reason)));
    }
    page.gap();
    page.text(&summary(app, j), theme.dim);

    let mut source = None;
    for (at, claim) in app.claims().into_iter().enumerate() {
        let of = app.decision().claim(claim).source;
        if source != Some(of) {
            source = Some(of);
            page.gap();
            heading(page, app, look, of);
        }
        let selected = app.focus() == Pane::Detail && app.selected(Pane::Detail) == at;
        page.write_item(selected.then_some(theme.cursor), |page| {
            write_claim(page, app, look, claim)
        });
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

/// `Django  5  Turns defences on by default.`
fn write_claim(page: &mut Page, app: &App, look: &Look, at: ClaimRef) {
    let claim = app.decision().claim(at);
    let struck = app.judgement().is_struck(at);
    let distrusted = app.judgement().trust(claim.source).size() == 0.0;
    let alternative = look.theme.alternative(claim.alternative);
    let (style, rating_style) = if struck || distrusted {
        (look.theme.dim.crossed_out(), look.theme.dim.crossed_out())
    } else {
        (look.theme.text, look.theme.strong)
    };
    let mut lead = vec![
        Span::styled(
            look.cut(&app.decision().alternatives[claim.alternative].name, 14),
            alternative.patch(look.theme.strong),
        ),
        Span::raw(" "),
        Span::styled(number(claim.rating), rating_style),
        Span::raw("  "),
    ];
    if struck {
        lead.push(Span::styled("struck ", look.theme.caution));
    }
    // The words stand under the name, so that they have the whole width.
    page.line(lead);
    page.after(vec![Span::raw("  ")], &claim.says, style);
    page.caution(2, claim.caution.as_deref());
}

/// How many sources and claims speak, and whether they agree on who is ahead.
fn summary(app: &App, j: usize) -> String {
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let claims = app.claims();
    let mut sources: Vec<usize> =
        claims.iter().map(|it| app.decision().claim(*it).source).collect();
    sources.dedup();
    if claims.is_empty() {
        return "No source rates this.".into();
    }
    let struck = claims.iter().filter(|it| app.judgement().is_struck(**it)).count();
    let mut summary =
        format!("{}, {}", count(sources.len(), "source"), count(claims.len(), "claim"));
    if struck > 0 {
        summary.push_str(&format!(", {struck} struck"));
    }
    if app.assessment().is_disputed(j) {
        summary.push_str("; they differ");
    }
    summary.push('.');
    summary
}

/// Why a criterion does not count.
fn why_out(app: &App, reason: &Exclusion) -> String {
    match reason {
        Exclusion::SetAside => "Set aside: it does not count. Space takes it back in.".into(),
        Exclusion::NoClaims => {
            "It does not count yet: no source rates it. What do you know of it?".into()
        }
        Exclusion::NoRating(alternatives) => {
            let names: Vec<&str> = alternatives
                .iter()
                .map(|a| app.decision().alternatives[*a].name.as_str())
                .collect();
            format!("It does not count: {} has no rating left.", names.join(", "))
        }
    }
}
