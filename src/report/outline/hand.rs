//! What the user changed about the pack's evidence: all of it, so that nothing is changed in secret.

use super::super::Context;
use super::super::document::{Document, Text};
use crate::assessment::words;
use crate::decision::ClaimRef;
use crate::judgement::Subject;

/// Own ratings, excluded claims, criteria excluded, trusts, own criteria and notes.
pub(super) fn changed_by_hand(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, .. } = *context;
    document.heading(2, "Changed by hand");
    let mut items: Vec<Text> = Vec::new();
    let name = |j: usize| judgement.criterion(decision, j).name.as_str();
    for own in judgement.own_criteria() {
        items.push(format!("Own criterion: {}. {}", own.name, own.question).trim().into());
    }
    for (j, a, own) in judgement.own_ratings() {
        let reason = match own.reason.as_str() {
            "" => "no reason given".to_owned(),
            reason => format!("because: {reason}"),
        };
        let alternative = &decision.alternatives[a].name;
        let rating = words::written(own.rating);
        items.push(format!("Own rating: {alternative} on {}: {rating}, {reason}", name(j)).into());
    }
    items.extend(judgement.excluded_claims().map(|at| excluded(context, at)));
    for j in (0..judgement.criteria_count()).filter(|&j| judgement.is_criterion_excluded(j)) {
        items.push(format!("Excluded: {}, {}", name(j), grounds(context, j)).into());
    }
    for (a, it) in decision.alternatives.iter().enumerate() {
        if judgement.is_alternative_excluded(a) {
            items.push(format!("Excluded from the comparison: {}", it.name).into());
        }
    }
    for (s, source) in decision.sources.iter().enumerate() {
        let trust = judgement.trust(s).size();
        if judgement.trust(s) != source.trust {
            let before = source.trust.size();
            items.push(
                format!("Trust: [{}] {}: {trust} instead of {before}", s + 1, source.title).into(),
            );
        }
    }
    for (subject, note) in judgement.notes() {
        let about = match subject {
            Subject::Decision => "the decision",
            Subject::Criterion(j) => name(j),
        };
        items.push(format!("Note on {about}: {note}").into());
    }
    if items.is_empty() {
        document.paragraph(match judgement.changes(decision) {
            0 => "Nothing: all ratings, claims and trusts are those of the pack.",
            _ => "Nothing but weights: all ratings, claims and trusts are those of the pack.",
        });
    }
    document.list(items);
}

fn excluded(context: &Context<'_>, at: ClaimRef) -> Text {
    let decision = context.decision;
    let claim = decision.claim(at);
    let claimed = format!(
        " {} {}: {}",
        decision.alternatives[claim.alternative].name,
        words::written(claim.rating),
        claim.says
    );
    Text::from("Excluded: ")
        .code(decision.claim_id(at))
        .plain(format!(", {}. ", grounds(context, at.criterion)))
        .citation(claim.source)
        .plain(claimed)
}

/// Where the reason stands for what was done to a criterion: there is one note for all of it.
fn grounds(context: &Context<'_>, j: usize) -> String {
    let name = &context.judgement.criterion(context.decision, j).name;
    match context.judgement.note(Subject::Criterion(j)) {
        None => "no reason given".to_owned(),
        Some(_) => format!("with the note on {name} as the reason"),
    }
}
