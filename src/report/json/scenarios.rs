//! The scenarios in the report for programs: what would follow from each, and what makes the difference
//! to the judgement that the report is on.

use serde::Serialize;

use super::{Context, Standing, id, standing};
use crate::assessment::{Comparison, Judged, Shift, assess};
use crate::judgement;

/// A judgement that was saved by name.
#[derive(Serialize)]
pub(super) struct Scenario<'a> {
    name: &'a str,
    verdict: Standing<'a>,
    difference: Option<Difference<'a>>,
}

/// What leads from the scenario to the report's judgement.
#[derive(Serialize)]
struct Difference<'a> {
    first: Option<&'a str>,
    second: Option<&'a str>,
    then: f64,
    now: f64,
    changes: Vec<Change<'a>>,
}

/// What one criterion has to do with it.
#[derive(Serialize)]
struct Change<'a> {
    criterion: &'a str,
    points: f64,
}

/// A scenario beside the judgement of the report.
pub(super) fn scenario<'a>(
    context: &Context<'a>,
    scenario: &'a judgement::Scenario,
) -> Scenario<'a> {
    let Context { decision, judgement, assessment, .. } = *context;
    let saved = assess(decision, scenario.judgement());
    let then = Judged { judgement: scenario.judgement(), assessment: &saved };
    let difference = Comparison::of(then, Judged { judgement, assessment });
    let change = |it: &Shift| Change {
        criterion: &it.criterion(decision, scenario.judgement(), judgement).id,
        points: it.change,
    };
    Scenario {
        name: scenario.name(),
        verdict: standing(context, &saved),
        difference: difference.map(|it| Difference {
            first: id(context, Some(it.first)),
            second: id(context, Some(it.second)),
            then: it.then,
            now: it.now,
            changes: it.shifts.iter().map(change).collect(),
        }),
    }
}
