//! Writing through to what is no file: a device, or a pipe that somebody reads at its other end.
//!
//! Whoever has nothing else to do waits for that reader as long as it takes, as all programs do.
//! Whoever has a user in front of them waits for nobody, and for a reader only while it reads.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use super::Snag;

/// How long to wait for somebody at the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Patience {
    /// As long as it takes.
    Endless,
    /// Not at all for a reader to come, and this long for one to read on.
    Short(Duration),
}

/// A device or a pipe, open to be written to.
#[derive(Debug)]
pub(super) struct Through {
    file: File,
    patience: Patience,
}

impl Through {
    pub(super) fn open(path: &Path, patience: Patience) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true);
        if patience != Patience::Endless {
            at_once(&mut options);
        }
        match options.open(path) {
            Ok(file) => Ok(Self { file, patience }),
            Err(error) if is_unread(&error, path) => Err(Snag::Unread.into()),
            Err(error) => Err(error),
        }
    }

    pub(super) fn write(mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match self.file.write(bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = &bytes[count..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => match (error.kind(), self.patience) {
                    (io::ErrorKind::WouldBlock, Patience::Short(limit)) => {
                        wait_for_room(&self.file, limit)?;
                    }
                    _ => return Err(error),
                },
            }
        }
        self.file.flush()
    }
}

/// Makes neither opening nor writing wait.
#[cfg(unix)]
fn at_once(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NONBLOCK.bits();
    options.custom_flags(flags.cast_signed());
}

/// Whether it is a pipe without a reader.
#[cfg(unix)]
fn is_unread(error: &io::Error, path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::NXIO)
        && path.metadata().is_ok_and(|it| it.file_type().is_fifo())
}

/// Waits until there is room to write, or there never will be, but no longer than so.
#[cfg(unix)]
fn wait_for_room(file: &File, limit: Duration) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let limit = Timespec::try_from(limit).map_err(io::Error::other)?;
    let mut polled = [PollFd::new(file, PollFlags::OUT)];
    match poll(&mut polled, Some(&limit)) {
        Ok(0) => Err(Snag::Stalled.into()),
        Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Here nobody waits for readers.
#[cfg(not(unix))]
fn at_once(_: &mut OpenOptions) {}

/// Here no pipe has a name among the files.
#[cfg(not(unix))]
fn is_unread(_: &io::Error, _: &Path) -> bool {
    false
}

/// Here writing waits by itself.
#[cfg(not(unix))]
fn wait_for_room(_: &File, _: Duration) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::io::Read as _;
    use std::path::PathBuf;
    use std::process::Command;

    use super::*;

    const SHORT: Patience = Patience::Short(Duration::from_millis(20));
    const LONG: Patience = Patience::Short(Duration::from_secs(60));

    fn pipe(folder: &tempfile::TempDir) -> PathBuf {
        let path = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        path
    }

    /// Somebody at the other end, who need not wait for us.
    fn reader(path: &Path) -> File {
        let mut options = OpenOptions::new();
        options.read(true);
        at_once(&mut options);
        options.open(path).unwrap()
    }

    fn snag(error: &io::Error) -> Option<Snag> {
        super::super::snag(error)
    }

    #[test]
    fn a_pipe_that_nobody_reads_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let error = Through::open(&pipe(&folder), SHORT).unwrap_err();
        assert_eq!(snag(&error), Some(Snag::Unread));
    }

    #[test]
    fn a_reader_who_reads_gets_all_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = pipe(&folder);
        // More than any pipe holds.
        let text = vec![b'x'; 1 << 21];
        let waiting = path.clone();
        let read = std::thread::spawn(move || fs::read(waiting).unwrap());
        let through = loop {
            match Through::open(&path, LONG) {
                Ok(through) => break through,
                Err(error) => assert_eq!(snag(&error), Some(Snag::Unread)),
            }
            std::thread::yield_now();
        };
        through.write(&text).unwrap();
        assert_eq!(read.join().unwrap(), text);
    }

    #[test]
    fn a_reader_who_stops_reading_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = pipe(&folder);
        let mut reader = reader(&path);
        let through = Through::open(&path, SHORT).unwrap();
        let error = through.write(&vec![b'x'; 1 << 21]).unwrap_err();
        assert_eq!(snag(&error), Some(Snag::Stalled));
        assert!(reader.read(&mut [0; 10]).unwrap() > 0, "what was written can be read");
    }

    #[test]
    fn a_reader_who_leaves_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = pipe(&folder);
        let reader = reader(&path);
        let through = Through::open(&path, LONG).unwrap();
        drop(reader);
        let error = through.write(b"text").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}
