//! Packs on disk: which files there are, and how they are read without being led astray.
//!
//! Symbolic links are followed to files within the pack only, so a pack cannot show what lies
//! outside it, and a circle of links cannot hold the reader up. Files and directories whose names
//! begin with a dot belong to editors and version control, and are passed over.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Files, LARGEST_EXAMPLE, LARGEST_FILE, LARGEST_PACK, Refusal, Root};
use super::{is_toml, leaves_the_pack, no_such_file, relative};
use crate::pack::log::Log;

/// A pack has so many files and directories at most, of whatever kind.
const MOST_ENTRIES: usize = 10_000;

/// Directories lie so deep in one another at most.
const DEEPEST: usize = 32;

impl Files {
    /// The files of a pack on disk: the file itself, or all `.toml` files of the directory.
    pub(in crate::pack) fn on_disk(path: &Path, log: &Log) -> Self {
        let name = path.display().to_string();
        let (root, found) = match find(path) {
            Ok(found) => found,
            Err(refusal) => {
                log.add(refusal.of_pack());
                return Self::new(name, Root::None);
            }
        };
        let mut files = Self::new(name, Root::Disk(root));
        let mut left = LARGEST_PACK;
        for it in found {
            let bytes = it.real.and_then(|path| read(&path, LARGEST_FILE.min(left)));
            left -= bytes.as_ref().map_or(0, |it| it.len() as u64);
            files.push(it.within, it.shown, bytes.map(Into::into), log);
        }
        files.left.set(left);
        files
    }
}

/// The bytes of a code example, whose path within the root has no detours.
pub(super) fn example(root: &Path, path: &Path) -> Result<Vec<u8>, Refusal> {
    let real = fs::canonicalize(root.join(path)).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => no_such_file(),
        _ => unreadable(&error),
    })?;
    if !real.starts_with(root) {
        return Err(leaves_the_pack());
    }
    read(&real, LARGEST_EXAMPLE)
}

/// A TOML file that has been found.
struct Found {
    /// Its path within the pack.
    within: String,
    /// Its path for messages.
    shown: String,
    /// Where it is read from, or why it is not.
    real: Result<PathBuf, Refusal>,
}

/// The directory that code examples must not leave, and the pack's TOML files in path order.
fn find(path: &Path) -> Result<(PathBuf, Vec<Found>), Refusal> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(&error))?;
    let real = fs::canonicalize(path).map_err(|error| unreadable(&error))?;
    if !metadata.is_dir() {
        let root = real.parent().unwrap_or(Path::new("")).to_owned();
        let within = relative(&root, &real);
        let found = Found { within, shown: path.display().to_string(), real: Ok(real) };
        return Ok((root, vec![found]));
    }
    let mut walk = Walk { root: &real, shown: path, entries: 0, bytes: 0, found: Vec::new() };
    walk.directory(&real, 0)?;
    let mut found = walk.found;
    if found.is_empty() {
        let help = "a pack is a `.toml` file, or a directory with such files in it";
        return Err(Refusal::new("the directory contains no `.toml` file", help));
    }
    found.sort_by(|a, b| a.within.cmp(&b.within));
    Ok((real, found))
}

/// The search through a directory.
struct Walk<'a> {
    root: &'a Path,
    shown: &'a Path,
    entries: usize,
    bytes: u64,
    found: Vec<Found>,
}

impl Walk<'_> {
    /// Searches a directory and those in it. An error concerns the pack as a whole.
    fn directory(&mut self, directory: &Path, depth: usize) -> Result<(), Refusal> {
        if depth > DEEPEST {
            let what = format!("the pack's directories are nested more than {DEEPEST} levels deep");
            return Err(Refusal::new(what, "move the files to a higher level"));
        }
        let entries = match fs::read_dir(directory) {
            Ok(entries) => entries,
            Err(error) => {
                self.note(directory, Err(unreadable(&error)));
                return Ok(());
            }
        };
        for entry in entries {
            self.entries += 1;
            if self.entries > MOST_ENTRIES {
                let what = format!("the pack has more than {MOST_ENTRIES} files");
                return Err(Refusal::new(what, "keep the pack in a directory of its own"));
            }
            match entry {
                Ok(entry) => self.entry(&entry.path(), depth)?,
                Err(error) => self.note(directory, Err(unreadable(&error))),
            }
        }
        Ok(())
    }

    /// Looks at one file or directory.
    fn entry(&mut self, path: &Path, depth: usize) -> Result<(), Refusal> {
        let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
        if path.file_name().is_none_or(hidden) {
            return Ok(());
        }
        match self.resolve(path) {
            Ok(Entry::Directory) => self.directory(path, depth + 1)?,
            Ok(Entry::File(_, bytes)) if is_toml(path) && bytes > LARGEST_FILE => {
                self.note(path, Err(too_large(LARGEST_FILE)));
            }
            Ok(Entry::File(real, bytes)) if is_toml(path) => {
                self.bytes = self.bytes.saturating_add(bytes);
                if self.bytes > LARGEST_PACK {
                    let what = format!("the pack is larger than {} MiB", LARGEST_PACK >> 20);
                    return Err(Refusal::new(what, "leave out what does not help to decide"));
                }
                self.note(path, Ok(real));
            }
            Ok(Entry::File(..)) => {}
            Err(refusal) => self.note(path, Err(refusal)),
        }
        Ok(())
    }

    /// What a path is, behind symbolic links.
    fn resolve(&self, path: &Path) -> Result<Entry, Refusal> {
        let link = fs::symlink_metadata(path).map_err(|error| unreadable(&error))?;
        if !link.is_symlink() {
            return Ok(if link.is_dir() {
                Entry::Directory
            } else {
                Entry::File(path.to_owned(), link.len())
            });
        }
        let help = "replace the link with the file itself";
        let real = fs::canonicalize(path)
            .map_err(|_| Refusal::new("this symbolic link is broken or part of a loop", help))?;
        let metadata = fs::metadata(&real).map_err(|error| unreadable(&error))?;
        if path.starts_with(&real) {
            Err(Refusal::new("this symbolic link points to a directory that contains it", help))
        } else if !real.starts_with(self.root) {
            Err(Refusal::new("this symbolic link points outside the pack", help))
        } else if metadata.is_dir() {
            let what = "this symbolic link points to a directory of the same pack, so its files would be read twice";
            Err(Refusal::new(what, help))
        } else {
            Ok(Entry::File(real, metadata.len()))
        }
    }

    fn note(&mut self, path: &Path, real: Result<PathBuf, Refusal>) {
        let within = relative(self.root, path);
        let shown = self.shown.join(&within).display().to_string();
        self.found.push(Found { within, shown, real });
    }
}

/// What a path leads to.
enum Entry {
    Directory,
    /// Anything else, with the path to read it by and its size in bytes.
    File(PathBuf, u64),
}

/// The bytes of a regular file, unless there are more of them than the limit.
fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if !metadata.is_file() {
        // Reading a pipe or a device might wait for ever.
        let what = "this is not a regular file";
        return Err(Refusal::new(
            what,
            "use a file: weigh does not read directories, pipes or devices here",
        ));
    }
    if metadata.len() > limit {
        return Err(too_large(limit));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    // The file may have grown since.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > limit { Err(too_large(limit)) } else { Ok(bytes) }
}

fn too_large(limit: u64) -> Refusal {
    let what = format!("this file is larger than {} MiB", limit >> 20);
    Refusal::new(what, "leave out what does not help to decide, or split it into several files")
}

/// What the system says, for people.
fn unreadable(error: &io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::NotFound => {
            Refusal::new("there is no such file or directory", "check the path")
        }
        io::ErrorKind::PermissionDenied => {
            Refusal::new("this cannot be read: permission denied", "change its permissions")
        }
        _ => {
            let error = error.to_string();
            let reason = error.split(" (os error").next().unwrap_or_default().to_lowercase();
            Refusal::new(
                format!("this cannot be read: {reason}"),
                "fix that, or leave the file out",
            )
        }
    }
}
