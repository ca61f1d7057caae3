//! What can be the matter with a file, in words.

use std::io;

/// What is the matter with a file that the system has no word for. It reads on from the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Snag {
    /// A pipe without a reader.
    #[error("is a pipe that no program reads yet")]
    Unread,
    /// A pipe with a reader who does not read, or a device that takes nothing.
    #[error("accepts no more data: its reader has stopped")]
    Stalled,
    /// The terminal that the program itself is on.
    #[error("is the terminal that weigh runs in")]
    OwnTerminal,
    /// A file is needed, and this is a pipe or a device.
    #[error("is a pipe or a device, not a file")]
    NoFile,
    /// A symbolic link that leads nowhere but back.
    #[error("is a link that leads back to itself")]
    Circle,
    /// A symbolic link, and what it names has no folder to be in.
    #[error("is a link into a folder that does not exist")]
    DeadLink,
    /// Its folder has been deleted, though somebody is still in it.
    #[error("is in a folder that has been deleted")]
    Deleted,
}

impl From<Snag> for io::Error {
    fn from(snag: Snag) -> Self {
        Self::other(snag)
    }
}

/// What of this an error is about, if anything.
pub(crate) fn snag(error: &io::Error) -> Option<Snag> {
    let inner = error.get_ref().and_then(|it| it.downcast_ref::<Snag>().copied());
    inner.or_else(|| is_circle(error).then_some(Snag::Circle))
}

/// Why a file could not be written, in words that follow its name, such as `is a folder`.
pub(crate) fn why(error: &io::Error) -> String {
    why_not(error, "written")
}

/// Why a file could not be read, in words that follow its name.
pub(crate) fn why_unread(error: &io::Error) -> String {
    why_not(error, "read")
}

fn why_not(error: &io::Error, done: &str) -> String {
    if let Some(snag) = snag(error) {
        return snag.to_string();
    }
    let why = match error.kind() {
        io::ErrorKind::NotFound => "does not exist",
        io::ErrorKind::AlreadyExists => "already exists",
        io::ErrorKind::PermissionDenied => return format!("cannot be {done}: permission denied"),
        io::ErrorKind::ReadOnlyFilesystem => "is on a file system that cannot be written",
        io::ErrorKind::IsADirectory => "is a folder, not a file",
        io::ErrorKind::NotADirectory => "has a file in its path where a folder should be",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "does not fit on the disk",
        io::ErrorKind::FileTooLarge => "is too large",
        io::ErrorKind::BrokenPipe => "was closed by its reader before all data was written",
        io::ErrorKind::InvalidFilename if is_too_long(error) => "has a name that is too long",
        io::ErrorKind::InvalidFilename => "has a name that is not allowed here",
        // What the system says last is the reason; before it stand names of temporary files.
        _ => return format!("cannot be used: {}", system_message(error)),
    };
    why.to_owned()
}

/// What the system says about an error, without the file names that libraries put round it.
fn system_message(error: &io::Error) -> String {
    error
        .raw_os_error()
        .map_or_else(|| error.to_string(), |code| io::Error::from_raw_os_error(code).to_string())
}

#[cfg(unix)]
fn is_circle(error: &io::Error) -> bool {
    rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP)
}

#[cfg(not(unix))]
const fn is_circle(_: &io::Error) -> bool {
    false
}

/// Elsewhere than on Unix one kind of error stands for every bad name.
fn is_too_long(_: &io::Error) -> bool {
    cfg!(unix)
}
