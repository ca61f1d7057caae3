//! Temporary files that outlived the process that wrote them, because it was killed.
//!
//! Whoever writes one holds a lock on it, and the system lets go of the lock with the process: a
//! temporary file that nobody holds is nobody's.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::{fs, io};

use rustix::fs::{FlockOperation, flock};

use super::TEMPORARY;
use super::probe::MOST;

/// Characters that a temporary file has between the beginning and the end of its name.
const RANDOM: usize = 6;

/// Takes hold of a temporary file for as long as it is open. `false` where somebody took it for a
/// leftover before that: then it is gone.
///
/// # Errors
/// Where the file cannot be looked at.
pub(super) fn hold(file: &fs::File) -> io::Result<bool> {
    // Where there are no locks nobody can get the one that it takes to sweep, either.
    let _ = flock(file, FlockOperation::LockShared);
    Ok(file.metadata()?.nlink() > 0)
}

/// Takes away the temporary files in a folder that nobody holds. That one stays is no error.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.take(MOST).flatten() {
        let is_temporary = entry.file_name().to_str().is_some_and(is_temporary)
            && entry.file_type().is_ok_and(|it| it.is_file());
        if !is_temporary {
            continue;
        }
        let Ok(file) = fs::File::open(entry.path()) else { continue };
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_ok() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_temporary(name: &str) -> bool {
    let (start, end) = TEMPORARY;
    let random = name.strip_prefix(start).and_then(|it| it.strip_suffix(end));
    random.is_some_and(|it| it.len() == RANDOM && it.bytes().all(|it| it.is_ascii_alphanumeric()))
}
