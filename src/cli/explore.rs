//! `weigh` without a command: opens the explorer, or prints the text report where nobody could see
//! the explorer.

use std::io::{self, IsTerminal as _};

use super::args::{Args, DEFAULT_PACK, Look};
use super::case::Case;
use super::failure::Failure;
use super::{output, report};

/// Runs the program as it is mostly run.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let case = Case::open(args.pack.as_deref().unwrap_or(DEFAULT_PACK), &args.judge)?;
    if io::stdout().is_terminal() { explore(case, &args.look) } else { print(&case) }
}

/// Opens the explorer on a case.
#[expect(clippy::needless_pass_by_value, reason = "the explorer will keep it")]
fn explore(case: Case, _look: &Look) -> Result<(), Failure> {
    print(&case)
}

/// Prints the text report.
fn print(case: &Case) -> Result<(), Failure> {
    case.say_notices();
    output::print(&report::render(case, "txt", None)?)
}
