//! `weigh explain`: one thing of a decision as plain text.

use super::args::Explain;
use super::case::{Case, unknown};
use super::failure::Failure;
use super::output;
use crate::report::{self, Request};

/// Runs the command.
pub(super) fn run(args: &Explain) -> Result<(), Failure> {
    let case = Case::open(&args.pack, &args.judge)?;
    case.say_notices();
    let (assessment, session) = (case.assess(), case.session());
    match report::explain(&case.context(&assessment, &session, Request::default()), &args.id) {
        Some(text) => output::print(&text),
        None => Err(unknown(&case.name, "id", &args.id, ids(&case))),
    }
}

/// Every id that can be explained.
fn ids(case: &Case) -> impl Iterator<Item = &str> {
    let decision = &case.pack.decision;
    let criteria = case.workspace.present.criteria(decision).map(|it| it.id.as_str());
    criteria
        .chain(decision.use_cases.iter().map(|it| it.id.as_str()))
        .chain(decision.case_studies.iter().map(|it| it.id.as_str()))
        .chain(decision.sources.iter().map(|it| it.id.as_str()))
        .chain(decision.notes.iter().map(|it| it.id.as_str()))
        .chain(decision.alternatives.iter().map(|it| it.id.as_str()))
        .chain(decision.examples.iter().map(|it| it.id.as_str()))
}
