//! Puts a report on disk: atomically, and never over a file that somebody did not mean to replace.

use std::path::{Path, PathBuf};
use std::{error, fmt, io};

use crate::decision::text;
use crate::disk::{self, Existing};

/// Why a report could not be written. Nothing on disk has changed then.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    error: io::Error,
}

/// Writes a report to a file. An existing one is replaced only if `replace` says so, in one step
/// and with its permissions kept; a link stays one, and its target is written. A device or a pipe
/// is written to.
///
/// # Errors
/// Where the file is there already and not to be replaced ([`WriteError::is_existing`]), or cannot
/// be written.
pub fn write(path: &Path, report: &str, replace: bool) -> Result<(), WriteError> {
    let existing = if replace { Existing::Replace } else { Existing::Keep };
    disk::write(path, report.as_bytes(), existing)
        .map_err(|error| WriteError { path: path.to_owned(), error })
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
                write!(f, "{file} is there already; --force replaces it")
            }
            io::ErrorKind::NotFound => {
                let folder = disk::folder_of(&self.path).to_string_lossy();
                write!(f, "{file} cannot be written: there is no folder {}", text::line(&folder))?;
                f.write_str("; create it, or name another file")
            }
            _ => write!(f, "{file} {}; name another file", disk::why(&self.error)),
        }
    }
}

impl error::Error for WriteError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.error)
    }
}
