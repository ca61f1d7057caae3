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
use crate::assessment::words;

/// The report on its way to a format with this id.
pub(super) fn of(context: &Context<'_>, format: &str) -> Document {
    let mut document = Document::default();
    let it = &mut document;
    title(context, it);
    verdict(context, it);
    change::how_sure_it_is(context, it);
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

fn verdict(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    document.heading(2, "Verdict");
    let sentence = format!("{}.", words::verdict(decision, assessment, context.confidence()));
    document.paragraph(Text::default().strong(sentence));
    document.figures(figures(context));
    caveats(context, document);
    document.paragraph(basis(context));
    let Some(scores) = assessment.scores() else { return };
    let ranges = assessment.open_ranges();
    let within = if assessment.gaps().matter() {
        "within disagreements and missing ratings"
    } else {
        "within disagreements"
    };
    let score = |a: usize| {
        let name = &decision.alternatives[a].name;
        let score = words::points(scores[a]);
        let (low, high) = ranges[a];
        let (low, high) = (words::decimal(low), words::decimal(high));
        Text::from(if low == high {
            format!("{name}: {score}")
        } else {
            format!("{name}: {score}, {low} to {high} {within}")
        })
    };
    document.chart_of(Chart::Scores, |words| {
        words.numbered(assessment.ranking().into_iter().map(score).collect());
    });
    let excluded: Vec<&str> = (0..decision.alternatives.len())
        .filter(|&a| judgement.is_alternative_excluded(a))
        .map(|a| decision.alternatives[a].name.as_str())
        .collect();
    if !excluded.is_empty() {
        document.paragraph(format!("Excluded from the comparison: {}.", words::list(&excluded)));
    }
}

/// What a reader has to know beside the verdict: missing ratings, a single source, no weights.
fn caveats(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    if assessment.is_unweighted(decision, judgement) {
        document.paragraph(format!("{}.", words::UNWEIGHTED));
    }
    let gaps = assessment.gaps();
    if let Some(missing) = words::missing(decision, judgement, &gaps) {
        let could = words::completions(decision, judgement, &gaps).unwrap_or_default();
        document.paragraph(format!("{missing}. {could}."));
    }
    let said = [
        words::unrated(decision, judgement, &gaps),
        words::dominance(decision, assessment),
        words::limits(assessment).map(str::to_owned),
    ];
    for sentence in said.into_iter().flatten() {
        document.paragraph(format!("{sentence}."));
    }
}

/// By how much, how sure, and the least that would change it; nothing without a leader.
fn figures(context: &Context<'_>) -> Vec<Figure> {
    let Context { decision, judgement, assessment, .. } = *context;
    let Some(verdict) = assessment.verdict().filter(|it| it.leader.is_some()) else {
        return Vec::new();
    };
    let name = |a: usize| decision.alternatives[a].name.as_str();
    let figure = |value: String, of: String| Figure { value, of };
    let mut figures =
        vec![figure(words::points(verdict.margin), format!("ahead of {}", name(verdict.second)))];
    if let Some(share) = context.confidence().and_then(|it| it.confidence) {
        figures.push(figure(words::percent(share), "confidence".to_owned()));
    }
    if let Some(tolerance) = assessment.tolerance() {
        let of = "tolerance: each share may change by so much".to_owned();
        figures.push(figure(words::percent(tolerance), of));
    }
    if let Some(it) = assessment.nearest_reversal() {
        let of = format!(
            "of the weight moved to {} reverses it",
            judgement.criterion(decision, it.receiver).name
        );
        figures.push(figure(words::fine_percent(it.moved), of));
    }
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
        " All of those in the score are 0, so all criteria count the same."
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
