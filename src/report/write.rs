//! Puts a report on disk: atomically, and never over a file that somebody did not mean to replace.

use std::path::{Path, PathBuf};
use std::{error, fmt, io};

use crate::decision::text;
use crate::disk::{self, Draft, Existing, Patience, Snag};

/// Why a report could not be written. Nothing on disk has changed then.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    error: io::Error,
}

/// The file that a report goes to, found to be writable before the report is made.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
    draft: Draft,
}

impl Target {
    /// Makes room for a report. An existing file will be replaced only if `replace` says so, in one
    /// step and with its permissions kept; a link stays one, and its target is written. A device or
    /// a pipe is written to. Dropped unwritten, nothing has changed.
    ///
    /// # Errors
    /// Where the file is there already and not to be replaced ([`WriteError::is_existing`]), or
    /// cannot be written.
    pub fn open(path: &Path, replace: bool) -> Result<Self, WriteError> {
        Self::with(path, replace, Patience::Endless)
    }

    /// The same for somebody who has the screen and a user in front of it: neither a pipe that nobody
    /// reads is waited for, nor is that screen written over.
    ///
    /// # Errors
    /// As [`Self::open`], and for these two.
    pub fn open_at_once(path: &Path, replace: bool) -> Result<Self, WriteError> {
        if disk::is_own_terminal(path) {
            return Err(WriteError { path: path.to_owned(), error: Snag::OwnTerminal.into() });
        }
        Self::with(path, replace, disk::MOMENT)
    }

    fn with(path: &Path, replace: bool, patience: Patience) -> Result<Self, WriteError> {
        let existing = if replace { Existing::Replace } else { Existing::Keep };
        match Draft::open(path, existing, patience) {
            Ok(draft) => Ok(Self { path: path.to_owned(), draft }),
            Err(error) => Err(WriteError { path: path.to_owned(), error }),
        }
    }

    /// Writes the report.
    ///
    /// # Errors
    /// Where the disk has no room, or somebody else was faster.
    pub fn write(self, report: &str) -> Result<(), WriteError> {
        let Self { path, draft } = self;
        draft.write(report.as_bytes()).map_err(|error| WriteError { path, error })
    }
}

/// Writes a report to a file, as [`Target`] does.
///
/// # Errors
/// As [`Target::open`] and [`Target::write`].
pub fn write(path: &Path, report: &str, replace: bool) -> Result<(), WriteError> {
    Target::open(path, replace)?.write(report)
}

impl WriteError {
    /// Whether there is a file already, and nothing else is wrong.
    #[must_use]
    pub fn is_existing(&self) -> bool {
        self.error.kind() == io::ErrorKind::AlreadyExists
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.path.to_string_lossy();
        let file = text::line(&file);
        match self.error.kind() {
            io::ErrorKind::AlreadyExists => {
                write!(f, "{file} already exists; --force replaces it")
            }
            io::ErrorKind::NotFound => {
                let folder = disk::folder_of(&self.path).to_string_lossy();
                write!(f, "{file} cannot be written: there is no folder {}", text::line(&folder))?;
                f.write_str("; create it, or name another file")
            }
            _ => {
                let why = disk::why(&self.error);
                let first = match disk::snag(&self.error) {
                    Some(Snag::Unread) => "start its reader first, or ",
                    _ => "",
                };
                write!(f, "{file} {why}; {first}name another file")
            }
        }
    }
}

impl error::Error for WriteError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.error)
    }
}
