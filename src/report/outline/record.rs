//! A decision record: what was decided, for which reasons, with which consequences. The headings are
//! those of MADR 4, and a sentence that its tools read keeps its form.

mod arguments;

use super::{about, basis, change, evidence, hand, weights};
use crate::assessment::{Strength, words};
use crate::report::Context;
use crate::report::document::{Document, Text};
use crate::report::request::PROPOSED;

/// The status of a record that has been agreed on.
const ACCEPTED: &str = "accepted";

/// The record on its way to a format with this id.
pub(in crate::report) fn of(context: &Context<'_>, format: &str) -> Document {
    let mut document = Document::default();
    let it = &mut document;
    it.heading(1, title(context));
    problem(context, it);
    drivers(context, it);
    options(context, it);
    outcome(context, it);
    arguments::consequences(context, it);
    confirmation(context, it);
    arguments::pros_and_cons(context, it);
    it.heading(2, "More Information");
    let mut grounds = Document::default();
    weights::ratings(context, &mut grounds);
    hand::changed_by_hand(context, &mut grounds);
    evidence::case_studies(context, &mut grounds);
    about::sources(context, &mut grounds);
    about::about(context, format, &mut grounds);
    it.part(grounds);
    document
}

/// The status of the record. What has not been decided cannot have been accepted.
pub(in crate::report) fn status<'a>(context: &Context<'a>) -> &'a str {
    match context.request.status {
        Some(_) if is_accepted_too_soon(context) => PROPOSED,
        status => status.unwrap_or(PROPOSED),
    }
}

fn is_accepted_too_soon(context: &Context<'_>) -> bool {
    // As in "Accepted by the board".
    let first = |it: &str| it.split_whitespace().next().map(str::to_ascii_lowercase);
    let is_accepted = |it: &str| first(it).as_deref() == Some(ACCEPTED);
    context.request.status.is_some_and(is_accepted) && chosen(context).is_none()
}

/// The alternative that is chosen: the leader, unless it is too close to call.
fn chosen(context: &Context<'_>) -> Option<usize> {
    let leader = context.assessment.verdict()?.leader?;
    let strength = context.assessment.strength(context.confidence()?);
    (strength > Strength::TooClose).then_some(leader)
}

/// The problem and its solution.
fn title(context: &Context<'_>) -> String {
    let Context { decision, judgement, .. } = *context;
    let solution =
        chosen(context).map_or("undecided", |leader| decision.alternatives[leader].name.as_str());
    let purpose = judgement
        .use_case()
        .map_or_else(String::new, |it| format!(" for {}", decision.use_cases[it].name));
    format!("{}: {solution}{purpose}", decision.title)
}

fn problem(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, .. } = *context;
    document.heading(2, "Context and Problem Statement");
    if !decision.question.is_empty() {
        document.paragraph(decision.question.as_str());
    }
    if let Some(use_case) = judgement.use_case().map(|it| &decision.use_cases[it]) {
        let description = match use_case.description.as_str() {
            "" => ".".to_owned(),
            description => format!(": {description}"),
        };
        document.paragraph(format!("The decision is for {}{description}", use_case.name));
    }
    document.paragraph(basis(context));
}

/// The criteria by share, and what does not count.
fn drivers(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    document.heading(2, "Decision Drivers");
    let name = |j: usize| judgement.criterion(decision, j).name.as_str();
    let (mut order, nothing): (Vec<usize>, Vec<usize>) =
        (0..assessment.criteria()).partition(|&j| !is_weightless(context, j));
    order.sort_by(|&i, &j| assessment.share(j).total_cmp(&assessment.share(i)));
    let (shares, starts) = (weights::shares(context), judgement.starting_weights(decision));
    let driver = |&j: &usize| {
        let weight = judgement.weight(j);
        let by = weights::set_by_in_words(context, &starts, j);
        let how_much = match assessment.exclusion(j) {
            None => format!("share {}", shares[j]),
            Some(why) => format!("out of the score: {}", words::exclusion(*why)),
        };
        let how_much = format!(", {how_much} (weight {weight}, set by: {by})");
        Text::default().strong(name(j)).plain(how_much)
    };
    let mut drivers: Vec<Text> = order.iter().map(driver).collect();
    // Most use cases leave most criteria at 0: one line for all that were set in the same way.
    for by in weights::SET_BY {
        let names = nothing.iter().filter(|&&j| weights::set_by(context, &starts, j) == by);
        let names: Vec<&str> = names.map(|&j| name(j)).collect();
        if !names.is_empty() {
            let names = words::list(&names);
            drivers.push(format!("Without weight (weight 0, set by: {by}): {names}").into());
        }
    }
    document.list(drivers);
}

/// Whether a criterion is in the score and counts for nothing there.
fn is_weightless(context: &Context<'_>, j: usize) -> bool {
    context.assessment.exclusion(j).is_none() && context.assessment.share(j) <= 0.0
}

fn options(context: &Context<'_>, document: &mut Document) {
    document.heading(2, "Considered Options");
    let alternatives = &context.decision.alternatives;
    document.list(alternatives.iter().map(|it| it.name.as_str().into()).collect());
}

fn outcome(context: &Context<'_>, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    document.heading(2, "Decision Outcome");
    let verdict = words::verdict(decision, assessment, context.confidence());
    let Some(leader) = chosen(context) else {
        document.paragraph(format!("No option is chosen. {verdict}."));
        if is_accepted_too_soon(context) {
            document.paragraph(
                "This record cannot be accepted while no option is chosen. It stays proposed.",
            );
        } else if status(context) == PROPOSED {
            document.paragraph("This record stays proposed while no option is chosen.");
        }
        super::caveats(context, document);
        return;
    };
    let name = &decision.alternatives[leader].name;
    document.paragraph(format!("Chosen option: \"{name}\", because {}.", reason(name, &verdict)));
    super::caveats(context, document);
}

/// The verdict on the chosen option as what follows on "because".
fn reason(name: &str, verdict: &str) -> String {
    if let Some(rest) = verdict.strip_prefix(&format!("{name} leads")) {
        return format!("it leads{rest}");
    }
    match verdict.strip_prefix(&format!("Leans to {name}")) {
        Some(rest) => format!("the comparison leans to it{rest}"),
        None => verdict.to_owned(),
    }
}

/// How sure it is, and when to revisit it.
fn confirmation(context: &Context<'_>, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    let Some(robustness) = context.robustness() else { return };
    document.heading(3, "Confirmation");
    if let Some(leader) = assessment.verdict().and_then(|it| it.leader) {
        let shares = words::robustness_shares(decision, assessment, robustness, leader);
        let tolerance =
            words::tolerance(assessment).map(|it| format!(" {it}.")).unwrap_or_default();
        document.paragraph(format!("{shares}.{tolerance}"));
    }
    change::agreement(context, document);
    document.paragraph("Revisit this decision if one of the following becomes true.");
    change::changes(context, document);
}
