//! What a report is made from: a report is never put in its place, whatever is asked for.

use std::fs;
use std::path::{Path, PathBuf};

use super::settings::shown;

/// The files that a report is made from.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// What kind of thing each is, and where: a file or a folder.
    sources: Vec<(&'static str, PathBuf)>,
}

impl Origin {
    /// The pack, unless it is bundled, and the session, if it has a place.
    pub(super) fn new(pack: Option<&Path>, session: Option<&Path>) -> Self {
        let of = |kind, path: Option<&Path>| Some((kind, path?.to_path_buf()));
        Self { sources: [of("pack", pack), of("session", session)].into_iter().flatten().collect() }
    }

    /// Objects to a file that is one of them, or belongs to one.
    pub(super) fn check(&self, path: &Path) -> Result<(), String> {
        // What is not there yet replaces nothing.
        let Ok(target) = fs::canonicalize(path) else { return Ok(()) };
        let is_toml = target.extension().is_some_and(|it| it.eq_ignore_ascii_case("toml"));
        let is_of = |source: &PathBuf| {
            fs::canonicalize(source)
                .is_ok_and(|it| it == target || is_toml && it.is_dir() && target.starts_with(it))
        };
        match self.sources.iter().find(|(_, source)| is_of(source)) {
            Some((kind, _)) => Err(format!(
                "{} is of the {kind} that the report is made from; name another file",
                shown(path)
            )),
            None => Ok(()),
        }
    }
}
