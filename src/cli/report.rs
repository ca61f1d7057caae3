//! `weigh report`: writes a report to a file or to standard output.

use std::path::Path;

use super::args::Report;
use super::case::Case;
use super::failure::Failure;
use super::output;
use crate::report::{Format, Request, Scope, Target};

/// Runs the command.
pub(super) fn run(args: &Report) -> Result<(), Failure> {
    let format = format(args)?;
    let case = Case::open(&args.pack, &args.judge)?;
    case.say_notices();
    // Before the work is done: who cannot write it has waited for nothing.
    let target = match &*args.output {
        path if path == Path::new("-") => None,
        path => {
            case.inputs().check(path).map_err(Failure::Work)?;
            Some(Target::open(path, args.force)?)
        }
    };
    let date = args.date.clone().or_else(|| case.store.date());
    let request = Request {
        scope: args.scope.as_deref().and_then(Scope::of_name),
        date: date.as_deref(),
        status: args.status.as_deref(),
        decision_makers: &args.decision_maker,
    };
    let report = render(&case, format, request);
    match target {
        None => output::print(&report),
        Some(target) => Ok(target.write(&report)?),
    }
}

/// The text report, without anything particular asked of it.
pub(super) fn text(case: &Case) -> Result<String, Failure> {
    let date = case.store.date();
    let request = Request { date: date.as_deref(), ..Request::default() };
    Ok(render(case, of_id("txt")?, request))
}

fn render(case: &Case, format: &Format, request: Request<'_>) -> String {
    let (assessment, session) = (case.assess(), case.session());
    format.render(case.context(&assessment, &session, request))
}

/// The format that is asked for, if it can do what is asked of it.
fn format(args: &Report) -> Result<&'static Format, Failure> {
    let format = of_id(&args.format)?;
    let id = format.id;
    if format.scope.is_none() && args.scope.as_deref() == Some(Scope::Verdict.name()) {
        return Err(Failure::Usage(format!(
            "the format {id} always contains everything; leave out --scope"
        )));
    }
    if !format.is_record && (args.status.is_some() || !args.decision_maker.is_empty()) {
        return Err(Failure::Usage(format!(
            "--status and --decision-maker apply only to a decision record, not to the format {id}; \
             leave them out, or use --format adr"
        )));
    }
    Ok(format)
}

fn of_id(id: &str) -> Result<&'static Format, Failure> {
    Format::of_id(id).ok_or_else(|| Failure::Usage(format!("there is no format `{id}`")))
}
