//! What was chosen for the last report of a pack, kept beside its session in the state directory.
//!
//! It is no part of a session: a file named with `--session` is for committing, and where somebody's
//! reports go is nobody else's business. Nothing depends on it, so whatever is wrong with it is as if
//! there were none.

use std::path::PathBuf;
use std::{fs, io};

use serde::{Deserialize, Serialize};

use super::Place;
use crate::disk::{self, Existing};

/// No such file is larger than this, in bytes.
const LIMIT: u64 = 1 << 16;

/// What was chosen for the last report of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastExport {
    /// Id of the format.
    pub format: String,
    /// Name of the scope, where it was not left to the format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The file as it was typed, where it was not left to the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl LastExport {
    /// What was chosen last for the pack whose session lives at this place of the state directory.
    #[must_use]
    pub fn load(place: &Place) -> Option<Self> {
        let bytes = disk::read(&file(place)?, LIMIT).ok()??;
        let last: Self = toml::from_str(std::str::from_utf8(&bytes).ok()?).ok()?;
        let is_typed = |path: &String| !path.chars().any(char::is_control);
        last.path.as_ref().is_none_or(is_typed).then_some(last)
    }

    /// Keeps it for the next time.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn save(&self, place: &Place) -> io::Result<()> {
        let Some(path) = file(place) else { return Ok(()) };
        let text = toml::to_string(self).map_err(io::Error::other)?;
        fs::create_dir_all(disk::folder_of(&path))?;
        disk::write(&path, text.as_bytes(), Existing::Replace)
    }
}

/// The file beside a session of the state directory. No session has its name: they have no dot
/// before their extension.
fn file(place: &Place) -> Option<PathBuf> {
    match place {
        Place::State(session) => Some(session.with_extension("export.toml")),
        Place::Named(_) | Place::Nowhere => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last(path: Option<&str>) -> LastExport {
        LastExport { format: "adr".into(), scope: None, path: path.map(Into::into) }
    }

    #[test]
    fn what_was_chosen_is_there_the_next_time_and_only_in_the_state_directory() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::State(folder.path().join("new/live-chat.toml"));
        assert_eq!(LastExport::load(&place), None);
        for path in [Some("docs/\"adr\"/ä 1.md"), None] {
            last(path).save(&place).unwrap();
            assert_eq!(LastExport::load(&place), Some(last(path)));
        }
        let named = Place::Named(folder.path().join("ours.toml"));
        last(None).save(&named).unwrap();
        assert_eq!(LastExport::load(&named), None);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_read_is_as_if_it_were_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::State(folder.path().join("it.toml"));
        let with = |bytes: &[u8]| {
            fs::write(folder.path().join("it.export.toml"), bytes).unwrap();
            LastExport::load(&place)
        };
        assert_eq!(with(b"format = \"md\"\n").map(|it| it.format), Some("md".into()));
        assert_eq!(with(b"format = 1"), None);
        assert_eq!(with(b"format = \"md\"\npath = \"\\u001b[31m\""), None);
        assert_eq!(with(b"\xff"), None);
        assert_eq!(with(&vec![b'\n'; 1 << 17]), None);
    }
}
