//! `weigh check`: validates packs, and says everything that is wrong with all of them.

use super::args::{Check, Look};
use super::failure::Failure;
use super::output;
use super::settings::shown;
use crate::pack::{self, Summary};

/// Runs the command.
pub(super) fn run(args: &Check, look: &Look) -> Result<(), Failure> {
    let color = look.color_on_stderr();
    let mut all_valid = true;
    // Whoever reads no further must not keep a pack from being found wrong.
    let mut printed = Ok(());
    for name in &args.packs {
        match pack::open(name) {
            Ok(pack) => {
                let counts = Summary::of(&pack.decision);
                let line = format!("{}: OK, {counts}\n", shown(name));
                printed = printed.and_then(|()| output::print(&line));
            }
            Err(errors) => {
                all_valid = false;
                output::complain(errors.render(color).trim_end());
            }
        }
    }
    if all_valid { printed } else { Err(Failure::Said) }
}
