//! Files: reading them without being taken by surprise, replacing them without losing any.
//!
//! Owns the few operations that sessions and reports share: bounded reading, atomic replacement,
//! names for copies that are kept beside a file, and a look at what is there before writing. It knows
//! nothing of decisions.
//!
//! Must not: decide what is written where, or word anything about it beyond [`why`] and [`why_unread`].

#[cfg(unix)]
mod leftover;
mod probe;
mod snag;
mod through;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) use probe::{Probe, day, is_own_terminal, is_through, names, probe};
pub(crate) use snag::{Snag, snag, why, why_unread};
pub(crate) use through::Patience;

use probe::{standing, writable};
use through::Through;

/// A chain of symbolic links longer than this is a loop.
const LINKS: usize = 40;

/// The patience of somebody who has a user in front of them.
pub(crate) const MOMENT: Patience = Patience::Short(Duration::from_secs(3));

/// What to do about a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    /// Leave it alone and fail with [`io::ErrorKind::AlreadyExists`].
    Keep,
    /// Replace it; its permissions stay.
    Replace,
}

/// The file's bytes; `None` where there is no such file.
///
/// # Errors
/// Where it cannot be read, or holds more than `limit` bytes ([`io::ErrorKind::FileTooLarge`]).
pub(crate) fn read(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if is_absent(&error) => return Ok(None),
        Err(error) => return Err(error),
    };
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    // Not by the size that the file claims to have: a device claims to have none.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(Some(bytes))
}

/// A file that is going to be written: everything that can stand in the way of it has been looked
/// for, and nothing of it shows yet. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub(crate) struct Draft(Way);

/// How the bytes get to their place.
#[derive(Debug)]
enum Way {
    /// Into a device or a pipe.
    Through(Through),
    /// Into a temporary file beside the target, which then takes its name.
    Beside {
        file: tempfile::NamedTempFile,
        target: PathBuf,
        existing: Existing,
        permissions: Option<fs::Permissions>,
    },
}

impl Draft {
    /// Finds out whether the file can be written, and makes room for it.
    ///
    /// A symbolic link stays one; what it points to is written. A device or a pipe is not replaced
    /// but written to, with as much patience.
    ///
    /// # Errors
    /// Where the file may not be written or is a folder; and only where nothing of that kind is the
    /// matter, that it is there and has to be kept.
    pub(crate) fn open(path: &Path, existing: Existing, patience: Patience) -> io::Result<Self> {
        let permissions = match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => {
                return Ok(Self(Way::Through(Through::open(path, patience)?)));
            }
            // The folder would let us replace it all the same, but somebody protected it.
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            Ok(metadata) => {
                writable(path)?;
                Some(metadata.permissions())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let target = resolve(path)?;
        let folder = standing(path, &target)?;
        if permissions.is_some() && existing == Existing::Keep {
            writable(folder)?;
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = temporary(folder)?;
        Ok(Self(Way::Beside { file, target, existing, permissions }))
    }

    /// Writes it so that at every moment either all of the old or all of the new text is there:
    /// into the temporary file, to the disk, and then under its name.
    ///
    /// # Errors
    /// Where the disk has no room, or the file has come to be there meanwhile and has to be kept.
    /// Nothing is left behind then.
    pub(crate) fn write(self, bytes: &[u8]) -> io::Result<()> {
        match self.0 {
            Way::Through(through) => through.write(bytes),
            Way::Beside { mut file, target, existing, permissions } => {
                // First, so that nobody reads in it who may not read the file.
                if let Some(permissions) = permissions {
                    file.as_file().set_permissions(permissions)?;
                }
                file.write_all(bytes)?;
                file.as_file().sync_all()?;
                match existing {
                    Existing::Keep => file.persist_noclobber(&target),
                    Existing::Replace => file.persist(&target),
                }
                .map_err(|error| error.error)?;
                sync_folder(folder_of(&target));
                Ok(())
            }
        }
    }
}

/// Writes a file as a [`Draft`] does, and waits for no reader of it to come.
///
/// # Errors
/// As [`Draft::open`] and [`Draft::write`].
pub(crate) fn write(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    Draft::open(path, existing, MOMENT)?.write(bytes)
}

/// Moves a file beside itself, as `NAME.TAG-1`, or the first number that is free, and says where.
///
/// # Errors
/// Where the folder may not be written.
pub(crate) fn move_away(path: &Path, tag: &str) -> io::Result<PathBuf> {
    let beside = reserve_beside(path, tag)?;
    if fs::symlink_metadata(path).is_ok_and(|it| it.is_dir()) {
        // No folder takes the place of a file.
        fs::remove_file(&beside)?;
    }
    or_free(fs::rename(path, &beside), beside)
}

/// Writes bytes beside a file, as `NAME.TAG-1`, or the first number that is free, and says where.
///
/// # Errors
/// Where the folder may not be written.
pub(crate) fn keep_beside(path: &Path, tag: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let beside = reserve_beside(path, tag)?;
    or_free(write(&beside, bytes, Existing::Replace), beside)
}

/// A reserved name that has what it was reserved for, or is free again.
fn or_free(filled: io::Result<()>, reserved: PathBuf) -> io::Result<PathBuf> {
    if filled.is_err() {
        // It is empty; that its removal may fail changes nothing.
        let _ = fs::remove_file(&reserved);
    }
    filled.map(|()| reserved)
}

/// The file that a path stands for: links followed, also where they lead to nothing yet.
///
/// # Errors
/// Where the links run in a circle.
pub(crate) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            // Not a link, or nothing there.
            Err(_) => return Ok(path),
        }
    }
    Err(Snag::Circle.into())
}

/// The folder that a file stands in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        // Whoever ends with a slash means a folder.
        _ if path.as_os_str().as_encoded_bytes().ends_with(b"/") => path,
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

/// Whether an error says that there is no such file.
fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Creates the first of `NAME.TAG-1`, `NAME.TAG-2` … that is free, empty.
fn reserve_beside(path: &Path, tag: &str) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default();
    for number in 1..=u32::MAX {
        let mut beside = name.to_owned();
        beside.push(format!(".{tag}-{number}"));
        let beside = path.with_file_name(beside);
        match fs::File::create_new(&beside) {
            Ok(_) => return Ok(beside),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// What the names of temporary files begin and end with.
const TEMPORARY: (&str, &str) = (".weigh-", ".tmp");

/// A temporary file that goes away by itself unless it is given its name. Those that others left
/// behind because they were killed go first.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: whatever the user's mask leaves. The default would shut out the group.
        builder.permissions(fs::Permissions::from_mode(0o666));
        leftover::sweep(folder);
        loop {
            let file = builder.tempfile_in(folder)?;
            if leftover::hold(file.as_file())? {
                return Ok(file);
            }
        }
    }
    #[cfg(not(unix))]
    builder.tempfile_in(folder)
}

/// Sees to it that the new name survives a power cut. Not every file system can; it is no error.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}

#[cfg(test)]
mod tests;
