//! `weigh report`: writes a report to a file or to standard output.

use std::path::Path;

use super::args::Report;
use super::case::Case;
use super::failure::Failure;
use super::output;
use crate::report::{self, Format};

/// Runs the command.
pub(super) fn run(args: &Report) -> Result<(), Failure> {
    let case = Case::open(&args.pack, &args.judge)?;
    case.say_notices();
    let report = render(&case, &args.format, args.date.as_deref())?;
    if args.output == Path::new("-") {
        output::print(&report)
    } else {
        Ok(report::write(&args.output, &report, args.force)?)
    }
}

/// The report on a case, in the format with this id.
pub(super) fn render(case: &Case, format: &str, date: Option<&str>) -> Result<String, Failure> {
    let no_format = || Failure::Usage(format!("there is no format `{format}`"));
    let format = Format::of_id(format).ok_or_else(no_format)?;
    let (assessment, session) = (case.assess(), case.session());
    Ok(format.render(&case.context(&assessment, &session, date)))
}
