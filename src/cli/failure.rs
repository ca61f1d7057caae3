//! What can go wrong, and the exit code it has.

use std::process::ExitCode;

use super::output;
use crate::diagnostic::Faults;
use crate::pack::Errors;
use crate::report::WriteError;
use crate::session::LoadError;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments are wrong; a sentence says why and what would be right.
    Usage(String),
    /// The work failed; a sentence names the file and the remedy.
    Work(String),
    /// A pack is not valid.
    Pack(Errors),
    /// A session is not valid.
    Session(LoadError),
    /// The settings in this file are not valid.
    Settings(String, Faults),
    /// Another file is not valid.
    Faults(String, Faults),
    /// The work failed, and everything has been said already.
    Said,
    /// Whoever reads our output has seen enough. That is no failure.
    ClosedPipe,
}

impl Failure {
    /// Says it on standard error, and returns the exit code.
    pub(super) fn report(&self, color: bool) -> ExitCode {
        match self {
            Self::Usage(text) | Self::Work(text) => output::complain(&format!("error: {text}")),
            Self::Pack(errors) => output::complain(errors.render(color).trim_end()),
            Self::Session(error) => output::complain(&error.render(color)),
            Self::Settings(file, faults) => output::complain(&format!(
                "{}\n\n`--config none` starts weigh without these settings",
                faults.render(file, color)
            )),
            Self::Faults(file, faults) => output::complain(&faults.render(file, color)),
            Self::Said | Self::ClosedPipe => {}
        }
        ExitCode::from(match self {
            Self::ClosedPipe => 0,
            Self::Usage(_) => 2,
            Self::Work(_)
            | Self::Pack(_)
            | Self::Session(_)
            | Self::Settings(..)
            | Self::Faults(..)
            | Self::Said => 1,
        })
    }
}

impl From<Errors> for Failure {
    fn from(errors: Errors) -> Self {
        Self::Pack(errors)
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Session(error)
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Work(error.to_string())
    }
}
