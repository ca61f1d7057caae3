//! `weigh completions`: what a shell needs to complete commands and options.

use clap::CommandFactory as _;

use super::args::{Args, Completions};
use super::failure::Failure;
use super::output;

/// Runs the command.
pub(super) fn run(args: &Completions) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "weigh", &mut script);
    output::print(&String::from_utf8_lossy(&script))
}
