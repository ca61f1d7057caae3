//! The command line: what was asked for, and doing it.
//!
//! Owns the arguments (`args`), the way from them to a decision and a judgement (`case`), what
//! goes to standard output and standard error (`output`), and the exit codes: 0 done, 1 the work
//! failed, 2 the arguments are wrong; the explorer's own when a signal ends it. One file per command.
//!
//! Must not: know what any of it means. It asks the other rooms and passes their answers on.

mod args;
mod case;
mod check;
mod completions;
mod config;
mod desk;
mod explain;
mod explore;
mod failure;
mod inputs;
mod list;
mod man;
mod new;
mod output;
mod report;
mod schema;
mod settings;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory as _, FromArgMatches as _};

pub use self::schema::DOCUMENTS;

use self::args::{Args, Command};
use self::failure::Failure;

/// Runs the program on the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    run(std::env::args_os())
}

fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    let command = Args::command().color(color(&words));
    let parsed = command.try_get_matches_from(words).and_then(|it| Args::from_arg_matches(&it));
    let args = match parsed {
        Ok(args) => args,
        Err(error) => {
            let code = ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
            return match error.print() {
                Err(io) if !error.use_stderr() => output::unprinted(&io).report(false),
                _ => code,
            };
        }
    };
    match dispatch(&args) {
        Ok(code) => code,
        Err(failure) => failure.report(args.look.color_on_stderr()),
    }
}

/// Whether help and what is wrong with the arguments may be coloured: asked before there is anything to
/// read that from.
fn color(words: &[OsString]) -> ColorChoice {
    let is_never = |it: &[OsString]| it[0] == "--color" && it[1] == "never";
    if words.windows(2).any(is_never) || words.iter().any(|it| it == "--color=never") {
        ColorChoice::Never
    } else {
        ColorChoice::Auto
    }
}

fn dispatch(args: &Args) -> Result<ExitCode, Failure> {
    settings::check_theme(&args.look)?;
    // `config` says where they would be, and what is wrong with them after that.
    if !matches!(args.command, Some(Command::Config(_))) {
        settings::check_named(&args.look)?;
    }
    let Some(command) = &args.command else { return explore::run(args) };
    if args.pack.is_some() || !args.judge.is_empty() {
        return Err(Failure::Usage(format!(
            "write the pack and the options after `{0}`, as in `weigh {0} nodejs-vs-django`; to open \
             a pack called `{0}`, write `weigh ./{0}`",
            command.name()
        )));
    }
    match command {
        Command::Report(it) => report::run(it),
        Command::Explain(it) => explain::run(it),
        Command::Check(it) => check::run(it, &args.look),
        Command::List(it) => list::run(it),
        Command::New(it) => new::run(it),
        Command::Config(it) => config::run(it, &args.look),
        Command::Completions(it) => completions::run(it),
        Command::Man => man::run(),
        Command::Schema(it) => schema::run(it),
    }
    .map(|()| ExitCode::SUCCESS)
}
