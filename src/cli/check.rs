//! `weigh check`: validates packs, and says everything that is wrong with all of them.

use super::args::{Check, Look};
use super::failure::Failure;
use super::output;
use crate::decision::text;
use crate::pack::{self, Summary};

/// Runs the command.
pub(super) fn run(args: &Check, look: &Look) -> Result<(), Failure> {
    let color = look.color_on_stderr();
    let mut all_valid = true;
    for name in &args.packs {
        match pack::open(name) {
            Ok(pack) => {
                let counts = Summary::of(&pack.decision);
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
