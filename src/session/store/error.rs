//! What can be the matter with the file of a session, in words.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use crate::decision::text;
use crate::diagnostic::Faults;
use crate::disk;
use crate::session::Notice;

/// Why a session that the user named could not be loaded. The file is untouched.
#[derive(Debug)]
pub struct LoadError {
    pub(super) path: PathBuf,
    pub(super) cause: Cause,
}

/// What is the matter with a file.
#[derive(Debug)]
pub(super) enum Cause {
    Io(io::Error),
    NotText,
    Faulty(Faults),
    /// What was to be saved in it could not be, for this reason.
    Unsaved(Notice),
}

impl Cause {
    /// What is the matter, in words that follow the name of the file.
    pub(super) fn in_a_word(&self) -> String {
        match self {
            Self::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                "is larger than 1 MiB".to_owned()
            }
            Self::Io(error) => disk::why_unread(error),
            Self::NotText => "is not UTF-8 text".to_owned(),
            Self::Faulty(faults) => format!("cannot be read ({faults})"),
            Self::Unsaved(why) => {
                format!("was not reloaded, because your changes would be lost. {why}")
            }
        }
    }
}

impl LoadError {
    /// The error as shown to a user: what is wrong where, with line and caret, and what to do.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        match &self.cause {
            Cause::Faulty(faults) => faults.render(&shown(&self.path), color),
            cause @ Cause::Unsaved(_) => {
                format!("error: the session file {} {}", shown(&self.path), cause.in_a_word())
            }
            cause => format!(
                "error: the session file {} {}; fix it, or name another with --session",
                shown(&self.path),
                cause.in_a_word()
            ),
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the session file {} {}", shown(&self.path), self.cause.in_a_word())
    }
}

impl std::error::Error for LoadError {}

/// A path that is safe to show.
pub(super) fn shown(path: &Path) -> String {
    text::line(&path.to_string_lossy()).into_owned()
}
