//! A pack's files, wherever they come from.
//!
//! Everything else reads a pack through [`Files`]. Here is also where sizes are bounded, and they
//! are bounded before anything is read; and where a path is kept from leaving the pack.

mod disk;

use std::borrow::Cow;
use std::cell::Cell;
use std::path::{Component, Path, PathBuf};

use super::log::{Finding, Log, Place};

/// One TOML file has so many bytes at most.
const LARGEST_FILE: u64 = 64 << 20;

/// A pack has so many bytes at most, its code examples included.
const LARGEST_PACK: u64 = 256 << 20;

/// A code example has so many bytes at most.
const LARGEST_EXAMPLE: u64 = 1 << 20;

/// The files of one pack.
pub(super) struct Files {
    /// Its TOML files, in the order of their paths.
    pub(super) list: Vec<SourceFile>,
    /// What the pack is called in messages.
    pub(super) name: String,
    root: Root,
    /// How many bytes code examples may still take.
    left: Cell<u64>,
}

/// One TOML file.
pub(super) struct SourceFile {
    /// Path within the pack, with `/` between its parts.
    pub(super) path: String,
    /// Path as messages show it.
    pub(super) shown: String,
    /// Its text; where it is no text, what messages show of it.
    pub(super) text: Cow<'static, str>,
    /// Whether it could be read, so that its text is worth parsing.
    pub(super) is_readable: bool,
}

/// Where code examples are looked for.
enum Root {
    /// A directory, without symbolic links in its path.
    Disk(PathBuf),
    /// Nowhere: there is no such pack.
    None,
    /// In memory, by path.
    #[cfg(test)]
    Memory(std::collections::HashMap<PathBuf, Vec<u8>>),
}

/// Why a file is not read.
pub(super) struct Refusal {
    what: String,
    help: &'static str,
}

impl Refusal {
    fn new(what: impl Into<String>, help: &'static str) -> Self {
        Self { what: what.into(), help }
    }

    /// The finding, at the place that asked for the file.
    pub(super) fn at(self, place: Place) -> Finding {
        Finding::new(place, self.what).help(self.help)
    }

    /// The finding, where it concerns the whole pack.
    fn of_pack(self) -> Finding {
        Finding::of_pack(self.what).help(self.help)
    }
}

impl Files {
    /// The files of a pack in memory; those that are not TOML are for its examples.
    #[cfg(test)]
    pub(super) fn in_memory(given: &[(&str, &[u8])], log: &Log) -> Self {
        let all = given.iter().map(|(path, bytes)| (PathBuf::from(path), bytes.to_vec())).collect();
        let mut files = Self::new("memory".to_owned(), Root::Memory(all));
        for (path, bytes) in given.iter().filter(|(path, _)| is_toml(Path::new(path))) {
            files.push((*path).to_owned(), (*path).to_owned(), Ok(bytes.to_vec().into()), log);
        }
        files
    }

    fn new(name: String, root: Root) -> Self {
        Self { list: Vec::new(), name, root, left: Cell::new(LARGEST_PACK) }
    }

    /// Adds a file; one that could not be read, or is not UTF-8, is logged.
    fn push(
        &mut self,
        path: String,
        shown: String,
        bytes: Result<Cow<'static, [u8]>, Refusal>,
        log: &Log,
    ) {
        let file = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let text = bytes.map_err(|refusal| (refusal.at(Place::file(file)), String::new()));
        let text = text.and_then(|bytes| {
            decode(bytes).map_err(|(at, seen)| {
                let place = Place::new(file, at..at + char::REPLACEMENT_CHARACTER.len_utf8());
                let help = "save the file with the encoding UTF-8";
                (Finding::new(place, "this is not UTF-8 text").help(help), seen)
            })
        });
        let is_readable = text.is_ok();
        let text = text.unwrap_or_else(|(finding, seen)| {
            log.add(finding);
            seen.into()
        });
        self.list.push(SourceFile { path, shown, text, is_readable });
    }

    /// The text of a code example, by its path beside the pack.
    pub(super) fn example(&self, path: &str) -> Result<String, Refusal> {
        let path = inside(path)?;
        let bytes: Cow<'_, [u8]> = match &self.root {
            Root::Disk(root) => disk::example(root, &path)?.into(),
            Root::None => return Err(no_such_file()),
            #[cfg(test)]
            Root::Memory(files) => files.get(&path).cloned().ok_or_else(no_such_file)?.into(),
        };
        let left = self.left.get().checked_sub(bytes.len() as u64).ok_or_else(|| {
            Refusal::new("the pack is larger than 256 MiB with its examples", "show less code")
        })?;
        self.left.set(left);
        String::from_utf8(bytes.into_owned()).map_err(|_| {
            Refusal::new("the file is not UTF-8 text", "save it with the encoding UTF-8")
        })
    }
}

/// A path of a code example without detours; those that leave the pack are refused.
fn inside(path: &str) -> Result<PathBuf, Refusal> {
    let mut inside = PathBuf::new();
    for part in Path::new(path).components() {
        match part {
            Component::Normal(name) => inside.push(name),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return Err(leaves_the_pack());
            }
        }
    }
    Ok(inside)
}

fn leaves_the_pack() -> Refusal {
    Refusal::new(
        "the path leads out of the pack's folder",
        "put the file in the pack's folder and write its path from there, such as `examples/hello/app.py`",
    )
}

fn no_such_file() -> Refusal {
    Refusal::new(
        "there is no such file in the pack",
        "write the path from the pack's folder, such as `examples/hello/app.py`",
    )
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case("toml"))
}

/// The path within the pack, with `/` between its parts.
fn relative(root: &Path, path: &Path) -> String {
    let within = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = within.iter().map(|it| it.to_string_lossy()).collect();
    parts.join("/")
}

/// The bytes as text. Where they are not UTF-8: the offset of the first byte that is not, and the
/// text up to the end of its line, with that byte replaced.
fn decode(bytes: Cow<'static, [u8]>) -> Result<Cow<'static, str>, (usize, String)> {
    let failed = |bytes: &[u8], at: usize| {
        let end = bytes[at..].iter().position(|&it| it == b'\n').map_or(bytes.len(), |it| at + it);
        (at, String::from_utf8_lossy(&bytes[..end]).into_owned())
    };
    match bytes {
        Cow::Borrowed(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.into()),
            Err(error) => Err(failed(bytes, error.valid_up_to())),
        },
        Cow::Owned(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(text.into()),
            Err(error) => Err(failed(error.as_bytes(), error.utf8_error().valid_up_to())),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_count_towards_the_size_of_the_pack() {
        let files = Files::in_memory(&[("a.txt", b"1234"), ("b.txt", b"1234")], &Log::default());
        files.left.set(7);
        assert_eq!(files.example("a.txt").ok().as_deref(), Some("1234"));
        let refusal = files.example("b.txt").expect_err("there is no room for it");
        assert_eq!(refusal.what, "the pack is larger than 256 MiB with its examples");
    }

    #[test]
    fn a_path_without_detours_is_what_is_left_of_one_with_harmless_ones() {
        for path in ["a/b.txt", "./a/b.txt", "a/./b.txt", "a//b.txt"] {
            assert_eq!(inside(path).ok(), Some(PathBuf::from("a/b.txt")), "{path}");
        }
        for path in ["../a", "a/../../b", "a/../b", "/a", "..", "/"] {
            assert!(inside(path).is_err(), "{path}");
        }
    }
}
