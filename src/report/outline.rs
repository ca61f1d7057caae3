//! What a report says and in which order, whatever its format: first the verdict, then what would
//! change it, then the grounds.

mod about;
pub(super) mod evidence;
mod hand;
pub(super) mod weights;

use super::Context;
use super::document::{Document, Text};
use crate::assessment::{Verdict, without_source, words};

/// The report on its way to a format with this id.
pub(super) fn of(context: &Context<'_>, format: &str) -> Document {
    let mut document = Document::default();
    let it = &mut document;
    title(context, it);
    verdict(context, it);
    what_would_change_it(context, it);
    weights::what_matters(context, it);
    weights::ratings(context, it);
    hand::changed_by_hand(context, it);
    evidence::evidence(context, it);
    evidence::case_studies(context, it);
    about::sources(context, it);
    about::about(context, format, it);
    document
}

fn title(context: &Context<'_>, document: &mut Document) {
    document.heading(1, context.decision.title.as_str());
    if !context.decision.question.is_empty() {
        document.paragraph(context.decision.question.as_str());
    }
    if let Some(date) = context.date {
        document.paragraph(format!("Date: {date}"));
    }
}

fn verdict(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    document.heading(2, "Verdict");
    let sentence = format!("{}.", words::verdict(decision, assessment));
    document.paragraph(Text::default().strong(sentence));
    document.paragraph(basis(context));
    let Some(scores) = assessment.scores() else { return };
    let ranges = assessment.score_ranges(decision, judgement);
    let score = |a: usize| {
        let name = &decision.alternatives[a].name;
        let score = words::points(scores[a]);
        let (low, high) = ranges[a];
        let (low, high) = (words::decimal(low), words::decimal(high));
        Text::from(if low == high {
            format!("{name}: {score}")
        } else {
            format!("{name}: {score}, between {low} and {high} where the sources differ")
        })
    };
    document.numbered(assessment.ranking().into_iter().map(score).collect());
}

/// Where the importances come from.
fn basis(context: &Context<'_>) -> String {
    let Context { decision, judgement, assessment, .. } = *context;
    let start = match judgement.use_case() {
        Some(it) => {
            format!("The importances come from the use case {}", decision.use_cases[it].name)
        }
        None => "The importances are those of the pack".to_owned(),
    };
    let changes = match judgement.changes(decision) {
        0 => String::new(),
        1 => ", with 1 changed by hand".to_owned(),
        changes => format!(", with {changes} changed by hand"),
    };
    let equal = if assessment.has_equal_shares() {
        " All of them are 0, so every criterion counts the same."
    } else {
        ""
    };
    format!("{start}{changes}.{equal}")
}

fn what_would_change_it(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let Some(verdict) = assessment.verdict() else { return };
    document.heading(2, "What would change it");
    let mut tippings: Vec<words::Tipping> = (0..assessment.criteria())
        .flat_map(|j| words::tipping(decision, judgement, assessment, j))
        .collect();
    tippings.sort_by_key(|it| it.distance);
    if verdict.leader.is_none() {
        document.paragraph("In a tie any change can tip the balance.");
    } else if tippings.is_empty() {
        document.paragraph("No importance, moved alone between 0 and 10, changes who leads.");
    } else {
        document.paragraph("One importance moved alone, the others kept; the nearest first:");
        let sentence = |it: words::Tipping| Text::from(format!("{}.", it.sentence));
        document.list(tippings.into_iter().map(sentence).collect());
    }
    if let Some(leader) = verdict.leader {
        let name = &decision.alternatives[leader].name;
        let worst = assessment.under_disputes(decision, judgement);
        let would = words::would(decision, Some(verdict), worst);
        document.paragraph(format!(
            "Disputes: if every rating on which sources differ fell to the end that hurts {name}, \
             {would}."
        ));
    }
    sources_left_out(context, verdict, document);
}

/// Leave one out.
fn sources_left_out(context: &Context<'_>, verdict: Verdict, document: &mut Document) {
    let Context { decision, judgement, .. } = *context;
    let trusted = (0..decision.sources.len()).filter(|&s| judgement.trust(s).size() > 0.0);
    let without: Vec<(usize, Option<Verdict>)> =
        trusted.map(|s| (s, without_source(decision, judgement, s))).collect();
    let changes = |it: &Option<Verdict>| it.is_none_or(|without| without.leader != verdict.leader);
    let turned: Vec<Text> = without
        .iter()
        .filter(|(_, without)| changes(without))
        .map(|(s, without)| {
            let title = &decision.sources[*s].title;
            let would = words::would(decision, Some(verdict), *without);
            Text::from(format!("Without [{}] {title}, {would}.", s + 1))
        })
        .collect();
    if turned.is_empty() {
        document.paragraph("Sources: leaving out any one of them does not change who leads.");
    } else {
        document.paragraph("Sources: leaving out a single one of these changes who leads.");
        document.list(turned);
    }
}
