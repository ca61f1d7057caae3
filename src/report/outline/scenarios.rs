//! The scenarios: what else was considered, and what would follow from it.

use super::super::Context;
use super::super::document::{Column, Document, Text};
use crate::assessment::{assess, words};

/// Each scenario with its leader and margin, where there are any.
pub(super) fn scenarios(context: &Context<'_>, document: &mut Document) {
    let Context { decision, scenarios, .. } = *context;
    if scenarios.is_empty() {
        return;
    }
    document.heading(2, "Scenarios");
    document.paragraph(
        "Judgements that were pinned by name, to be compared with the one this report is on.",
    );
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
}
