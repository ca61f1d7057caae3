//! What the sources say: claims by criterion, and who used what.

use super::super::Context;
use super::super::document::{Document, Text};
use crate::assessment::words;
use crate::decision::{CaseStudy, ClaimRef, Favour};

/// Every claim, under its criterion.
pub(super) fn evidence(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    document.heading(2, "Evidence");
    for (j, criterion) in judgement.criteria(decision).enumerate() {
        document.heading(3, criterion.name.as_str());
        document.hint(hint(context, j));
        if !criterion.question.is_empty() {
            document.paragraph(criterion.question.as_str());
        }
        if criterion.claims.is_empty() {
            document.paragraph("No source rates this.");
        }
        let mut order: Vec<usize> = (0..criterion.claims.len()).collect();
        order.sort_by_key(|&c| (criterion.claims[c].alternative, criterion.claims[c].source));
        document
            .list(order.into_iter().map(|c| claim_line(context, ClaimRef::new(j, c))).collect());
        if assessment.disagreement(j).is_some() {
            document.paragraph("The sources disagree here.");
        }
    }
}

/// A claim in a line, such as `Django 5 [1] Turns on defences by default.`
pub(in crate::report) fn claim_line(context: &Context<'_>, at: ClaimRef) -> Text {
    let Context { decision, judgement, .. } = *context;
    let claim = decision.claim(at);
    let alternative = &decision.alternatives[claim.alternative].name;
    let excluded = if judgement.is_claim_excluded(at) { "(excluded) " } else { "" };
    let caution = caution(claim.caution.as_deref());
    let rating = words::written(claim.rating);
    Text::from(excluded)
        .term(format!("{alternative} {rating}"))
        .plain(" ")
        .citation(claim.source)
        .plain(format!(" {}{caution}", claim.says))
}

/// What there is on a criterion, such as `6 claims, the sources disagree`.
fn hint(context: &Context<'_>, j: usize) -> String {
    let claims = match context.judgement.criterion(context.decision, j).claims.len() {
        0 => return "no claims".to_owned(),
        claims => words::counted(claims, "claim"),
    };
    let differ =
        if context.assessment.disagreement(j).is_some() { ", the sources disagree" } else { "" };
    format!("{claims}{differ}")
}

/// Which side a source takes in a use case.
pub(in crate::report) fn favour_line(context: &Context<'_>, favour: &Favour) -> Text {
    let favoured = &context.decision.alternatives[favour.alternative].name;
    let caution = caution(favour.caution.as_deref());
    let says = if favour.says.is_empty() { String::new() } else { format!(": {}", favour.says) };
    Text::default()
        .citation(favour.source)
        .plain(" ")
        .term(favoured)
        .plain(format!("{says}{caution}"))
}

/// A caution after what it warns of.
fn caution(caution: Option<&str>) -> String {
    caution.map_or_else(String::new, |caution| format!(" (Caution: {caution})"))
}

/// Who used what, and what came of it; the most relevant first.
pub(super) fn case_studies(context: &Context<'_>, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    if decision.case_studies.is_empty() {
        return;
    }
    document.heading(2, "Case studies");
    document.paragraph(
        "The relevance of a case study is the sum of the shares of the criteria that it concerns.",
    );
    let mut studies: Vec<(f64, &CaseStudy)> =
        decision.case_studies.iter().map(|it| (assessment.relevance(it), it)).collect();
    studies.sort_by(|(x, _), (y, _)| y.total_cmp(x));
    let mut lines = Vec::new();
    for (relevance, study) in studies {
        let percentage = words::decimal(100.0 * relevance);
        if !context.request.is_full() {
            lines.push(case_in_a_line(context, study, &percentage));
            continue;
        }
        document.heading(3, format!("{}, relevance {percentage} %", study.name));
        if !study.summary.is_empty() {
            document.paragraph(study.summary.as_str());
        }
        document.list(case_lines(context, study));
    }
    document.list(lines);
}

/// A case study in a line, such as `Netflix, relevance 48.0 %: Node.js`.
fn case_in_a_line(context: &Context<'_>, study: &CaseStudy, percentage: &str) -> Text {
    let alternatives = &context.decision.alternatives;
    let used = |a: &usize| study.uses.iter().any(|it| it.alternative == *a);
    let names: Vec<&str> =
        (0..alternatives.len()).filter(used).map(|a| alternatives[a].name.as_str()).collect();
    let uses = if names.is_empty() { String::new() } else { format!(": {}", words::list(&names)) };
    format!("{}, relevance {percentage} %{uses}", study.name).into()
}

/// Who uses what in a case study, and what came of it.
pub(in crate::report) fn case_lines(context: &Context<'_>, study: &CaseStudy) -> Vec<Text> {
    let line = |term: &str, source: usize, says: String| {
        Text::default().term(term).plain(" ").citation(source).plain(says)
    };
    let mut lines: Vec<Text> = Vec::new();
    for it in &study.uses {
        let alternative = &context.decision.alternatives[it.alternative].name;
        let caution = caution(it.caution.as_deref());
        lines.push(line(alternative, it.source, format!(" {}{caution}", it.says)));
    }
    for it in &study.outcomes {
        let caution = caution(it.caution.as_deref());
        lines.push(line("Outcome", it.source, format!(" {}{caution}", it.says)));
    }
    lines
}
