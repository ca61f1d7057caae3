//! TOML to a [`Decision`], with errors that say what is wrong, where, and how to mend it.
//!
//! A pack is one `.toml` file, or a directory whose `.toml` files are merged in the order of their
//! paths. Those in `content/` are read when the program is built, by `src/build.rs` and with this very
//! code; the binary carries what became of them (`bundle`).
//!
//! ```text
//! path ─▶ files ─▶ sections ─▶ syntax ─▶ schema (fields, names) ─▶ Decision
//!           └─────────────────────┴──────────┴─▶ log ─▶ Errors
//! ```
//!
//! Owns: what a pack may look like (schema 1), its limits, its diagnostics. A decision that leaves
//! here is whole: references are indices, numbers finite and on their scale, texts free of control
//! characters. Nothing stops at the first error; all of a pack are reported together.
//!
//! Must not: know what anybody thinks of the decision, print, or follow a path out of the pack.

mod errors;
mod fields;
mod files;
mod fingerprint;
mod log;
mod names;
mod schema;
mod sections;
mod summary;
mod syntax;

use std::fmt;
use std::path::{Path, PathBuf};
use std::thread;

pub use errors::Errors;
pub use summary::Summary;

use self::files::Files;
use self::fingerprint::Fingerprint;
use self::log::Log;
use self::schema::Builder;
use self::sections::sections;
use crate::bundle;
use crate::decision::Decision;
use crate::diagnostic::{nearest, quoted};
use crate::schema::Document;

/// What a file of a pack may say.
pub static DOCUMENT: Document = Document { name: "pack", table: &schema::PACK };

/// A decision, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// What the pack says.
    pub decision: Decision,
    /// Sixteen hexadecimal digits that change when anything in the pack changes, but not with its
    /// line endings.
    pub fingerprint: String,
    /// Where the pack comes from.
    pub origin: Origin,
}

/// Where a pack comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The binary, under this id.
    Bundled(&'static str),
    /// This file or directory.
    Disk(PathBuf),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bundled(id) => write!(f, "{id} (bundled)"),
            Self::Disk(path) => path.display().fmt(f),
        }
    }
}

/// The ids of the packs inside the binary, in alphabetical order.
pub fn bundled_ids() -> impl Iterator<Item = &'static str> {
    bundle::ids()
}

/// Opens a pack by what somebody typed: a bundled id, or the path of a file or directory.
///
/// A bundled id always means the bundled pack, wherever one stands; a file or directory that is
/// called like it is opened as `./id`.
///
/// # Errors
/// When there is no such pack, or anything is wrong with it.
pub fn open(name: impl AsRef<Path>) -> Result<Pack, Errors> {
    let path = name.as_ref();
    if let Some(pack) = path.to_str().and_then(bundled) {
        return Ok(pack);
    }
    if is_missing(path) { Err(no_such_pack(path)) } else { load(path) }
}

/// The bundled pack with this id, if there is one.
#[must_use]
pub fn bundled(id: &str) -> Option<Pack> {
    let (id, decision, fingerprint) = bundle::get(id)?;
    Some(Pack { decision, fingerprint: fingerprint.to_owned(), origin: Origin::Bundled(id) })
}

/// Loads a pack from a file or directory.
///
/// # Errors
/// When it cannot be read, or anything is wrong with it; every error there is.
pub fn load(path: &Path) -> Result<Pack, Errors> {
    let log = Log::default();
    let files = Files::on_disk(path, &log);
    build(&files, log, Origin::Disk(path.to_owned()))
}

/// Makes a decision of all files of a pack.
fn build(files: &Files, log: Log, origin: Origin) -> Result<Pack, Errors> {
    let list = &files.list;
    let take_in = move || {
        let mut fingerprint = Fingerprint::new();
        for file in list {
            fingerprint.add(&file.path, &file.text);
        }
        fingerprint
    };
    thread::scope(|scope| {
        // It takes byte after byte, and meanwhile there is enough to do; where no thread is to be
        // had, it is done afterwards.
        let meanwhile = thread::Builder::new().spawn_scoped(scope, take_in);
        let decision = decision(files, log)?;
        let taken_in = meanwhile.ok().and_then(|it| it.join().ok());
        let mut fingerprint = taken_in.unwrap_or_else(take_in);
        for code in decision.examples.iter().flat_map(|it| &it.codes) {
            fingerprint.add(&code.file, &code.text);
        }
        Ok(Pack { decision, fingerprint: fingerprint.hex(), origin })
    })
}

/// The decision of all files of a pack.
fn decision(files: &Files, log: Log) -> Result<Decision, Errors> {
    let mut builder = Builder::new(&log, files);
    let mut whole = log.total() == 0;
    for (file, number) in files.list.iter().zip(0..).filter(|(file, _)| file.is_readable) {
        for section in sections(number, &file.text) {
            if log.is_enough() {
                whole = false;
                break;
            }
            match syntax::parse(&section, &log) {
                Some(table) => builder.section(section, table),
                None => whole = false,
            }
        }
    }
    // With anything unread, the rest would be accused of what stands there.
    let decision = if whole { builder.finish() } else { None };
    decision.ok_or_else(|| {
        let partial = !whole && !files.list.is_empty();
        Errors::new(log, files, partial)
    })
}

/// Whether nothing at all has this path, not even a broken link.
fn is_missing(path: &Path) -> bool {
    path.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

/// What to say when a name is neither a path nor a bundled id.
fn no_such_pack(path: &Path) -> Errors {
    let name = path.display().to_string();
    let ids: Vec<&str> = bundled_ids().collect();
    let what = format!("there is no pack {}", quoted(&name));
    let bundled = ids.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(", ");
    let mut help = format!("a pack is a file, a directory, or one of the bundled packs {bundled}");
    if let Some(near) = nearest(&name, ids) {
        help = format!("did you mean {}? {help}", quoted(near));
    }
    Errors::no_pack(what, help)
}

#[cfg(test)]
mod tests;
