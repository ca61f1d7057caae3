//! The scenarios: what else was considered, and what would follow from it.

use super::super::Context;
use super::super::document::{Column, Document, Text};
use crate::assessment::{Comparison, Differences, Judged, Shift, assess, words};
use crate::judgement::Scenario;

/// Each scenario with its leader and margin, where there are any.
pub(super) fn scenarios(context: &Context<'_>, document: &mut Document) {
    let Context { decision, scenarios, .. } = *context;
    if scenarios.is_empty() {
        return;
    }
    document.heading(2, "Scenarios");
    document
        .paragraph("Judgements that were saved by name, to compare with the one of this report.");
    let rows = scenarios.iter().map(|scenario| {
        let (leader, margin) = match assess(decision, scenario.judgement()).verdict() {
            Some(verdict) => {
                let leader = verdict.leader.map_or("a tie", |a| &decision.alternatives[a].name);
                (leader, words::decimal(verdict.margin))
            }
            None => ("nothing left to score", "-".to_owned()),
        };
        vec![Text::from(scenario.name()), Text::from(leader), Text::from(margin)]
    });
    let columns = vec![Column::text("Scenario"), Column::text("Leader"), Column::numbers("Margin")];
    document.table("Who leads in each scenario", columns, rows.collect());
    if context.request.is_full() {
        for scenario in scenarios {
            difference(context, scenario, document);
        }
    }
}

/// What makes the difference between a scenario and the judgement that the report is on. What is shown
/// adds up.
fn difference(context: &Context<'_>, scenario: &Scenario, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let saved = assess(decision, scenario.judgement());
    let then = Judged { judgement: scenario.judgement(), assessment: &saved };
    let now = Judged { judgement, assessment };
    let mut said = Vec::new();
    let comparison = Comparison::of(then, now).filter(|it| !it.shifts.is_empty());
    if let Some(it) = &comparison {
        let name = |a: usize| decision.alternatives[a].name.as_str();
        let (before, after) = (words::rounded(it.then), words::rounded(it.now));
        said.push(format!(
            "From {} to this report the margin of {} over {} goes from {} to {}, by {}:",
            scenario.name(),
            name(it.first),
            name(it.second),
            words::signed(before),
            words::signed(after),
            words::signed(after - before)
        ));
    }
    let differences = Differences::between(decision, scenario.judgement(), judgement);
    if let Some(differences) = words::differences(&differences) {
        said.insert(0, format!("Different from {}: {differences}.", scenario.name()));
    }
    for sentence in said {
        document.paragraph(sentence);
    }
    if let Some(it) = comparison {
        document.list(shifts(context, then, &it));
    }
}

/// The criteria that make it, those that make most of it first.
fn shifts(context: &Context<'_>, then: Judged<'_>, it: &Comparison) -> Vec<Text> {
    let Context { decision, judgement, .. } = *context;
    let changes: Vec<f64> = it.shifts.iter().map(|shift| shift.change).collect();
    let changes = words::adding_up(&changes, words::rounded(it.now) - words::rounded(it.then));
    let (seen, rest): (Vec<_>, Vec<_>) =
        it.shifts.iter().zip(changes).partition(|(shift, change)| {
            change.abs() > 0.05 || shift.is_moved(then.judgement, judgement)
        });
    let line = |(shift, change): (&Shift, f64)| {
        let name = &shift.criterion(decision, then.judgement, judgement).name;
        let none = || "not there".to_owned();
        let before = shift.then.map_or_else(none, |j| then.judgement.weight(j).to_string());
        let after = shift.now.map_or_else(none, |j| judgement.weight(j).to_string());
        let weight = if before == after {
            format!("weight {after}")
        } else {
            format!("weight {after} instead of {before}")
        };
        Text::from(format!("{name}, {weight}: {}", words::signed(change)))
    };
    let mut lines: Vec<Text> = seen.into_iter().map(line).collect();
    if !rest.is_empty() {
        lines.push(Text::from(format!("and {} more by less than 0.1", rest.len())));
    }
    lines
}
