//! `weigh` without a command: opens the explorer, or prints the text report where nobody could see
//! the explorer.

use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::{Args, Command, DEFAULT_PACK};
use super::case::{Case, path_of};
use super::desk::{Desk, last_choice};
use super::failure::Failure;
use super::settings::{Settings, shown};
use super::{output, report};
use crate::app::{Action, App, update};
use crate::diagnostic::nearest;
use crate::disk;
use crate::session::{Notice, Place};
use crate::terminal;

/// Runs the program as it is mostly run.
pub(super) fn run(args: &Args) -> Result<ExitCode, Failure> {
    let name = args.pack.as_deref().unwrap_or(Path::new(DEFAULT_PACK));
    let is_seen = terminal::is_drawable();
    if is_seen && let Some(file) = args.judge.session.as_deref().filter(|it| disk::is_through(it)) {
        return Err(Failure::Work(format!(
            "{} is a pipe or a device, and a session cannot be saved there; name a file with --session",
            shown(file)
        )));
    }
    let case = Case::open(name, &args.judge).map_err(|failure| or_a_command(failure, name))?;
    if is_seen { explore(case, args) } else { print(&case) }
}

/// A pack that cannot be opened may have been meant as a command.
fn or_a_command(failure: Failure, name: &Path) -> Failure {
    if matches!(failure, Failure::Pack(_))
        && !name.exists()
        && let Some(command) = name.to_str().and_then(|it| nearest(it, Command::NAMES))
    {
        return Failure::Usage(format!(
            "there is no pack and no command `{}`; did you mean `weigh {command}`?",
            shown(name)
        ));
    }
    failure
}

/// Opens the explorer on a case.
fn explore(case: Case, args: &Args) -> Result<ExitCode, Failure> {
    let settings = Settings::read(&args.look)?;
    let path = path_of(&case.pack).map(Path::to_path_buf);
    let home = Place::of_pack(&case.pack.decision.id, path.as_deref());
    let Case { name, pack, workspace, store, mut notices } = case;
    if args.judge.fresh && store.place().path().is_some_and(Path::exists) {
        notices.push(Notice::new(
            "Started without your saved session; it will be kept as a copy beside the new one.",
        ));
    }
    let decision = Arc::new(pack.decision);
    // Whoever names a session of their own knows the way.
    let is_newcomer = args.judge.session.is_none() && Place::is_first_visit();
    let mouse = settings.mouse();
    let look = settings.look(&args.look, &decision)?;
    let mut app = App::new(Arc::clone(&decision), workspace, terminal::offers())
        .with_mouse(mouse)
        .with_welcome(is_newcomer)
        .with_export(last_choice(&home));
    if !notices.is_empty() {
        let news: Vec<&str> = notices.iter().map(Notice::text).collect();
        update(&mut app, Action::Notify(news.join(" ")));
    }
    let kept = store.place().path().map(shown).unwrap_or_default();
    let desk = Desk { decision, fingerprint: pack.fingerprint, name, path, store, home };
    match terminal::run(app, look, desk) {
        Ok(end) => {
            for news in end.news {
                output::complain(&format!("note: {news}"));
            }
            Ok(ExitCode::from(end.exit.code()))
        }
        Err(terminal::Error::Late) => Err(Failure::Work(format!(
            "your last changes may not be saved: the disk with the session file {kept} does not \
             respond; check that file before you continue"
        ))),
        Err(error) => Err(Failure::Work(error.to_string())),
    }
}

/// Prints the text report.
fn print(case: &Case) -> Result<ExitCode, Failure> {
    case.say_notices();
    output::print(&report::text(case)?)?;
    if io::stdout().is_terminal() {
        // Last: whatever stood before the report is out of sight.
        output::complain(
            "note: this is the text report, because the explorer cannot draw when TERM is dumb; set \
             TERM to the name of your terminal, such as xterm-256color",
        );
    }
    Ok(ExitCode::SUCCESS)
}
