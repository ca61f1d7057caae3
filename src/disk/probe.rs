//! Looking before writing: what would become of a file, and what there is in a folder. Nothing is
//! touched.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{fs, io};

use super::{Snag, folder_of, resolve};

/// Entries of a folder that are looked at, at most.
pub(super) const MOST: usize = 10_000;

/// What is where somebody wants to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Probe {
    /// Nothing yet.
    Nothing,
    /// A file of so many bytes, last changed at that time.
    File(u64, Option<SystemTime>),
    /// A device or a pipe.
    Through,
    /// A folder.
    Folder,
}

/// What is where somebody wants to write.
///
/// # Errors
/// Where it cannot be written as far as can be told without trying; [`io::ErrorKind::NotFound`]
/// where its folder does not exist.
pub(crate) fn probe(path: &Path) -> io::Result<Probe> {
    let found = match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => return Ok(Probe::Folder),
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        Ok(metadata) if metadata.is_file() => {
            writable(path)?;
            Probe::File(metadata.len(), metadata.modified().ok())
        }
        Ok(_) => return writable(path).map(|()| Probe::Through),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Probe::Nothing,
        Err(error) => return Err(error),
    };
    let target = resolve(path)?;
    writable(standing(path, &target)?)?;
    Ok(found)
}

/// The folder of a target that a path leads to, if a file can stand in it: it is one, and has not been
/// deleted under somebody who is still in it.
pub(super) fn standing<'t>(path: &Path, target: &'t Path) -> io::Result<&'t Path> {
    let folder = folder_of(target);
    let metadata = fs::metadata(folder).map_err(|error| match error.kind() {
        // The folder of the path itself is there.
        io::ErrorKind::NotFound if target != path => Snag::DeadLink.into(),
        _ => error,
    })?;
    if !metadata.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    if is_deleted(&metadata) { Err(Snag::Deleted.into()) } else { Ok(folder) }
}

#[cfg(unix)]
fn is_deleted(folder: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    folder.nlink() == 0
}

#[cfg(not(unix))]
const fn is_deleted(_: &fs::Metadata) -> bool {
    false
}

/// Whether there is something, and it is a device or a pipe.
pub(crate) fn is_through(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir())
}

/// Whether it is the terminal that we are on, by any of its names.
#[cfg(unix)]
pub(crate) fn is_own_terminal(path: &Path) -> bool {
    use std::io::IsTerminal as _;
    use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
    let Ok(there) = fs::metadata(path) else { return false };
    if !there.file_type().is_char_device() {
        return false;
    }
    let is_it = |name| fs::metadata(name).is_ok_and(|it| it.rdev() == there.rdev());
    is_it("/dev/tty") || io::stdout().is_terminal() && is_it("/dev/stdout")
}

/// Here it has no name among the files.
#[cfg(not(unix))]
pub(crate) const fn is_own_terminal(_: &Path) -> bool {
    false
}

/// Whether somebody may write there.
#[cfg(unix)]
pub(super) fn writable(path: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(path, Access::WRITE_OK)?)
}

/// Whether somebody may write there, which here shows only when it is tried.
#[cfg(not(unix))]
pub(super) fn writable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The names in a folder that begin with `start`, in order, those of folders with a slash behind
/// them. A hidden one only where `start` says so; none where the folder cannot be read.
pub(crate) fn names(folder: &Path, start: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let named = |entry: fs::DirEntry| {
        let mut name = entry.file_name().into_string().ok()?;
        if !name.starts_with(start) || (name.starts_with('.') && !start.starts_with('.')) {
            return None;
        }
        // Not the entry's own kind: a link to a folder leads on.
        if fs::metadata(entry.path()).is_ok_and(|it| it.is_dir()) {
            name.push('/');
        }
        Some(name)
    };
    let mut names: Vec<String> = entries.take(MOST).flatten().filter_map(named).collect();
    names.sort();
    names
}

/// The day of a time in UTC, `YYYY-MM-DD`; `None` before 1970.
pub(crate) fn day(time: SystemTime) -> Option<String> {
    let days = time.duration_since(UNIX_EPOCH).ok()?.as_secs() / 86_400;
    // Years begin in March here, so that the leap day is the last of a year; an era is the 400 of
    // them after which the calendar repeats.
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Some(format!("{:04}-{month:02}-{date:02}", year + 400 * era + next))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_is_there_is_told_and_nothing_touched() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("old"), "twelve bytes").unwrap();
        fs::create_dir(at("docs")).unwrap();
        assert_eq!(probe(&at("new")).unwrap(), Probe::Nothing);
        assert!(matches!(probe(&at("old")), Ok(Probe::File(12, Some(_)))));
        assert_eq!(probe(&at("docs")).unwrap(), Probe::Folder);
        assert_eq!(probe(&at("no/new")).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(probe(&at("old/new")).unwrap_err().kind(), io::ErrorKind::NotADirectory);
        assert_eq!(names(folder.path(), ""), ["docs/", "old"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_a_protected_file_is_not() {
        assert_eq!(probe(Path::new("/dev/null")).unwrap(), Probe::Through);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("protected");
        fs::write(&path, "").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(probe(&path).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
    }

    #[test]
    fn names_go_on_from_a_start_and_hidden_ones_only_when_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.md", "a.md", ".hidden", "ab"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("adr")).unwrap();
        assert_eq!(names(folder.path(), ""), ["a.md", "ab", "adr/", "b.md"]);
        assert_eq!(names(folder.path(), "a"), ["a.md", "ab", "adr/"]);
        assert_eq!(names(folder.path(), "."), [".hidden"]);
        assert!(names(&folder.path().join("none"), "").is_empty());
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        let day_at = |seconds| day(UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (68_169_600, "1972-02-29"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_000_000_000, "2001-09-09"),
            (1_704_067_199, "2023-12-31"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(day_at(seconds), expected);
        }
        assert_eq!(day(UNIX_EPOCH - Duration::from_secs(1)), None);
    }
}
