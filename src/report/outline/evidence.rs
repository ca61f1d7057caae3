//! What the sources say: claims by criterion, and who used what.

use super::super::Context;
use super::super::document::{Document, Text};
use crate::assessment::words;
use crate::decision::{CaseStudy, ClaimRef};

/// Every claim, under its criterion.
pub(super) fn evidence(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    document.heading(2, "Evidence");
    for (j, criterion) in judgement.criteria(decision).enumerate() {
        document.heading(3, criterion.name.as_str());
        if !criterion.question.is_empty() {
            document.paragraph(criterion.question.as_str());
        }
        if criterion.claims.is_empty() {
            document.paragraph("No source says anything on this.");
        }
        let mut order: Vec<usize> = (0..criterion.claims.len()).collect();
        order.sort_by_key(|&c| (criterion.claims[c].alternative, criterion.claims[c].source));
        document.list(order.into_iter().map(|c| claim(context, ClaimRef::new(j, c))).collect());
        if assessment.is_disputed(j) {
            document.paragraph("The sources differ here.");
        }
    }
}

/// A claim in a line, such as `Django 5 [1] Turns on defences by default.`
fn claim(context: &Context<'_>, at: ClaimRef) -> Text {
    let Context { decision, judgement, .. } = *context;
    let claim = decision.claim(at);
    let alternative = &decision.alternatives[claim.alternative].name;
    let struck = if judgement.is_struck(at) { "(struck) " } else { "" };
    let caution = caution(claim.caution.as_deref());
    let rating = words::rating(claim.rating);
    Text::from(format!(
        "{struck}{alternative} {rating} [{}] {}{caution}",
        claim.source + 1,
        claim.says
    ))
}

/// A caution after what it warns of.
pub(super) fn caution(caution: Option<&str>) -> String {
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
        "The relevance of a case is the sum of the shares of the criteria it speaks to.",
    );
    let mut studies: Vec<(f64, &CaseStudy)> =
        decision.case_studies.iter().map(|it| (assessment.relevance(it), it)).collect();
    studies.sort_by(|(x, _), (y, _)| y.total_cmp(x));
    for (relevance, study) in studies {
        let percentage = words::decimal(100.0 * relevance);
        document.heading(3, format!("{}, relevance {percentage}%", study.name));
        if !study.summary.is_empty() {
            document.paragraph(study.summary.as_str());
        }
        let mut items: Vec<Text> = Vec::new();
        for used in &study.uses {
            let alternative = &decision.alternatives[used.alternative].name;
            let caution = caution(used.caution.as_deref());
            items
                .push(format!("{alternative} [{}] {}{caution}", used.source + 1, used.says).into());
        }
        for outcome in &study.outcomes {
            let caution = caution(outcome.caution.as_deref());
            items
                .push(format!("Outcome [{}] {}{caution}", outcome.source + 1, outcome.says).into());
        }
        document.list(items);
    }
}
