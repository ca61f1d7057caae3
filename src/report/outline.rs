//! What a report says and in which order, whatever its format: first the verdict, then how sure
//! it is and what would change it, then the grounds. A decision record has an order of its own.

mod about;
mod change;
pub(super) mod evidence;
mod hand;
pub(super) mod record;
mod scenarios;
pub(super) mod weights;

use super::Context;
use super::document::{Chart, Document, Figure, Text};
use crate::assessment::{Robustness, words};

/// The report on its way to a format with this id.
pub(super) fn of(context: &Context<'_>, format: &str) -> Document {
    let mut document = Document::default();
    let it = &mut document;
    title(context, it);
    // Sampled, it may take seconds: once is enough.
    let robustness = context.assessment.robustness();
    verdict(context, robustness.as_ref(), it);
    change::how_sure_it_is(context, robustness.as_ref(), it);
    change::what_would_change_it(context, it);
    if context.request.is_full() {
        change::second_opinions(context, it);
    }
    scenarios::scenarios(context, it);
    weights::what_matters(context, it);
    weights::ratings(context, it);
    hand::changed_by_hand(context, it);
    if context.request.is_full() {
        evidence::evidence(context, it);
    }
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
    if let Some(date) = context.request.date {
        document.paragraph(format!("Date: {date}"));
    }
}

fn verdict(context: &Context<'_>, robustness: Option<&Robustness>, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    document.heading(2, "Verdict");
    let sentence = format!("{}.", words::verdict(decision, assessment));
    document.paragraph(Text::default().strong(sentence));
    document.figures(figures(context, robustness));
    document.paragraph(basis(context));
    let Some(scores) = assessment.scores() else { return };
    let ranges = assessment.score_ranges();
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
    document.chart_of(Chart::Scores, |words| {
        words.numbered(assessment.ranking().into_iter().map(score).collect());
    });
}

/// By how much, how sure, and the least that would change it; nothing without a leader.
fn figures(context: &Context<'_>, robustness: Option<&Robustness>) -> Vec<Figure> {
    let Context { decision, assessment, .. } = *context;
    let Some((verdict, leader)) = assessment.verdict().and_then(|it| Some((it, it.leader?))) else {
        return Vec::new();
    };
    let name = |a: usize| decision.alternatives[a].name.as_str();
    let figure = |value: String, of: String| Figure { value, of };
    let mut figures =
        vec![figure(words::points(verdict.margin), format!("ahead of {}", name(verdict.second)))];
    if let Some(robustness) = robustness {
        let of = format!("of all weightings have {} in the lead", name(leader));
        figures.push(figure(words::percent(robustness.any[leader]), of));
    }
    figures.push(match assessment.nearest_reversal() {
        Some(it) => {
            let of = format!("of weight, moved, draw {} level", name(it.to));
            figure(words::points(100.0 * it.moved), of)
        }
        None => figure("No weights".to_owned(), "make anybody else lead".to_owned()),
    });
    let worst = assessment.under_disagreements();
    let holds = worst.is_some_and(|it| it.leader == Some(leader));
    figures.push(figure(
        if holds { "Still leads" } else { "Loses the lead" }.to_owned(),
        "with every disagreement of the sources settled against it".to_owned(),
    ));
    figures
}

/// Where the weights come from, and how much else is not the pack's.
fn basis(context: &Context<'_>) -> String {
    let Context { decision, judgement, assessment, .. } = *context;
    let start = match judgement.use_case() {
        Some(it) => {
            format!("The weights come from the use case {}", decision.use_cases[it].name)
        }
        None => "The weights are those of the pack".to_owned(),
    };
    let is_criterion_excluded =
        (0..decision.criteria.len()).any(|j| judgement.is_criterion_excluded(j));
    let how = if is_criterion_excluded { "changed by hand or excluded" } else { "changed by hand" };
    let changes = match judgement.changes(decision) {
        0 => String::new(),
        changes => format!(", with {changes} {how}"),
    };
    let equal = if assessment.has_equal_shares() {
        " All of those in the score are 0, so every one of them counts the same."
    } else {
        ""
    };
    let besides = match judgement.evidence_changes(decision) {
        0 => String::new(),
        1 => {
            " Besides, 1 thing in the evidence was changed by hand; it is listed below.".to_owned()
        }
        things => format!(
            " Besides, {things} things in the evidence were changed by hand; they are listed below."
        ),
    };
    format!("{start}{changes}.{equal}{besides}")
}
