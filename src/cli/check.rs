//! `weigh check`: validates packs, says everything that is wrong with all of them, and warns of what is
//! valid but may mislead.

use super::args::{Check, Look};
use super::failure::Failure;
use super::output;
use super::settings::shown;
use crate::assessment::{assess, words};
use crate::decision::Decision;
use crate::judgement::Judgement;
use crate::pack::{self, Summary};

/// Runs the command.
pub(super) fn run(args: &Check, look: &Look) -> Result<(), Failure> {
    let color = look.color_on_stderr();
    let mut has_failed = false;
    // Where standard output is closed, the packs are still checked.
    let mut printed = Ok(());
    for name in &args.packs {
        match pack::open(name) {
            Ok(pack) => {
                let counts = Summary::of(&pack.decision);
                let mut lines = vec![format!("{}: OK, {counts}\n", shown(name))];
                lines.extend(notes(&pack.decision).iter().map(|it| format!("  note: {it}\n")));
                printed = printed.and_then(|()| output::print(&lines.concat()));
                let warnings = warnings(&pack.decision);
                has_failed |= args.strict && !warnings.is_empty();
                for warning in warnings {
                    output::complain(&format!("warning: {}: {warning}", shown(name)));
                }
            }
            Err(errors) => {
                has_failed = true;
                output::complain(errors.render(color).trim_end());
            }
        }
    }
    if has_failed { Err(Failure::Said) } else { printed }
}

/// What is valid but may mislead: the ratings that are missing, criterion by criterion.
fn warnings(decision: &Decision) -> Vec<String> {
    let judgement = Judgement::of(decision);
    let assessment = assess(decision, &judgement);
    let gaps = assessment.gaps();
    let of_criterion = |j: usize| {
        let missing = gaps.cells.iter().filter(|it| it.criterion == j);
        let names: Vec<&str> =
            missing.map(|it| decision.alternatives[it.alternative].name.as_str()).collect();
        (!names.is_empty()).then(|| {
            let ratings = if names.len() == 1 { "no rating" } else { "no ratings" };
            let (name, share) = (&decision.criteria[j].name, words::percent(assessment.share(j)));
            format!("{ratings} of {} on {name} ({share} of the weight)", words::list(&names))
        })
    };
    (0..decision.criteria.len()).filter_map(of_criterion).collect()
}

/// What may be so on purpose: criteria that are left to the reader to rate, and equal weights.
fn notes(decision: &Decision) -> Vec<String> {
    let (rated, unrated): (Vec<_>, Vec<_>) =
        decision.criteria.iter().partition(|it| !it.claims.is_empty());
    let mut notes = Vec::new();
    if !unrated.is_empty() {
        let names: Vec<&str> = unrated.iter().map(|it| it.name.as_str()).collect();
        let count = if names.len() == 1 { "counts" } else { "count" };
        notes.push(format!("{} {count} only with your own ratings", words::list(&names)));
    }
    if rated.len() > 1 && rated.iter().all(|it| it.weight == rated[0].weight) {
        notes.push("all criteria have the same weight".to_owned());
    }
    notes
}
