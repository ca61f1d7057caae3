//! `weigh check`: validates packs, and says everything that is wrong with all of them.

use super::args::{Check, Look};
use super::failure::Failure;
use super::output;
use crate::decision::{Decision, text};
use crate::pack;

/// Runs the command.
pub(super) fn run(args: &Check, look: &Look) -> Result<(), Failure> {
    let color = look.color_on_stderr();
    let mut all_valid = true;
    for name in &args.packs {
        match pack::open(name) {
            Ok(pack) => {
                let counts = counts(&pack.decision);
                output::print(&format!("{}: OK, {counts}\n", text::line(name)))?;
            }
            Err(errors) => {
                all_valid = false;
                output::complain(errors.render(color).trim_end());
            }
        }
    }
    if all_valid { Ok(()) } else { Err(Failure::Said) }
}

/// How much of everything there is in a decision.
fn counts(decision: &Decision) -> String {
    let claims = decision.criteria.iter().map(|it| it.claims.len()).sum();
    let count = |count: usize, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    };
    [
        count(decision.alternatives.len(), "alternative", "alternatives"),
        count(decision.criteria.len(), "criterion", "criteria"),
        count(claims, "claim", "claims"),
        count(decision.sources.len(), "source", "sources"),
        count(decision.use_cases.len(), "use case", "use cases"),
        count(decision.case_studies.len(), "case study", "case studies"),
        count(decision.notes.len(), "note", "notes"),
        count(decision.examples.len(), "example", "examples"),
    ]
    .join(", ")
}
