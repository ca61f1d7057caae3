//! What a report is made from: a report is never put in its place, whatever is asked for.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::settings::shown;
use crate::decision::Decision;
use crate::disk;

/// The files that a report is made from.
#[derive(Debug, Clone, Default)]
pub(super) struct Inputs {
    /// The pack, unless it is bundled: a file or a folder.
    pack: Option<PathBuf>,
    /// The code that is shown in examples of the pack.
    code: Vec<PathBuf>,
    /// The session, where it has a place.
    session: Option<PathBuf>,
}

impl Inputs {
    /// The files of a decision that was read from here, and of its session.
    pub(super) fn new(decision: &Decision, pack: Option<&Path>, session: Option<&Path>) -> Self {
        let code = decision.examples.iter().flat_map(|it| &it.codes);
        let code = pack.into_iter().flat_map(|pack| code.clone().map(|it| pack.join(&it.file)));
        Self {
            code: code.collect(),
            pack: pack.map(Path::to_path_buf),
            session: session.map(Path::to_path_buf),
        }
    }

    /// Objects to a file that is one of them, or would be one.
    pub(super) fn check(&self, path: &Path) -> Result<(), String> {
        let Some(target) = whole(path) else { return Ok(()) };
        let is_it = |source: &PathBuf| whole(source).is_some_and(|it| it == target);
        let kind = if self.session.as_ref().is_some_and(is_it) {
            "is the session file"
        } else if self.reads(&target) || self.code.iter().any(is_it) {
            "belongs to the pack"
        } else {
            return Ok(());
        };
        Err(format!("{} {kind} that the report is made from; name another file", shown(path)))
    }

    /// Whether the pack reads its TOML from this file, or would if it were there.
    pub(super) fn reads(&self, target: &Path) -> bool {
        let Some(pack) = self.pack.as_deref().and_then(whole) else { return false };
        let is_toml =
            target.extension().is_some_and(|it| it.eq_ignore_ascii_case(OsStr::new("toml")));
        pack == target || is_toml && pack.is_dir() && target.starts_with(pack)
    }
}

/// The one path of a file, which need not be there; `None` where nothing can be.
pub(super) fn whole(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok().or_else(|| {
        let file = disk::resolve(path).ok()?;
        Some(fs::canonicalize(disk::folder_of(&file)).ok()?.join(file.file_name()?))
    })
}
