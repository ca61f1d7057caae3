//! The file of an export: what would become of it, and how its path may go on.

use super::{App, ExportForm, ExportState, Field, Overlay};

/// What the form wants to know about its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathQuestion {
    /// Number of the form that asks.
    opening: u64,
    /// Number of the question.
    step: u64,
    /// The path, as typed.
    pub path: String,
}

/// What is known about a file that somebody may write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What would become of it.
    pub fate: Fate,
    /// The names that the last part of the path may stand for, in order, folders with a slash.
    pub names: Vec<String>,
}

/// What would become of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It would be a new one.
    New,
    /// It would be replaced.
    Replaced {
        /// How long it is now.
        bytes: u64,
        /// The day of its last change in UTC, `YYYY-MM-DD`.
        day: Option<String>,
    },
    /// It is a device or a pipe, which would be written to.
    Through,
    /// It is a folder.
    Folder,
    /// It would stand in this folder, which does not exist.
    NoFolder(String),
    /// It cannot be written; why, in words that follow its name.
    Unwritable(String),
}

impl PathQuestion {
    /// The path up to its last slash, with that, and the rest.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        parts(&self.path)
    }
}

fn parts(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |at| at + 1))
}

impl ExportForm {
    /// The path is another one now: what was known of the old one does not hold.
    pub(super) fn path_changed(&mut self) {
        self.state = ExportState::Editing;
        self.found = None;
        self.candidates.clear();
        self.completing = false;
        self.step += 1;
    }

    /// Has the path completed. The disk is asked anew: it may have changed since the path was typed.
    pub(super) fn ask_to_complete(&mut self) {
        self.reading = false;
        self.completing = true;
        self.step += 1;
    }

    fn path_question(&self) -> PathQuestion {
        let path = self.path.text().trim().to_owned();
        PathQuestion { opening: self.opening, step: self.step, path }
    }

    /// Hears about the file, and says whether somebody waits for a completion that there is not.
    fn path_found(&mut self, found: Found) -> bool {
        let is_completion = std::mem::take(&mut self.completing);
        let mut is_idle = is_completion && found.names.len() < 2;
        if is_completion {
            let path = self.path.text().trim().to_owned();
            let (folder, name) = parts(&path);
            let common = common_start(&found.names);
            let names = found.names.clone();
            if common.len() > name.len() {
                self.path = Field::new(format!("{folder}{common}"));
                self.path_typed();
                is_idle = false;
            } else {
                self.found = Some(found);
            }
            self.candidates = if names.len() > 1 { names } else { Vec::new() };
        } else {
            self.found = Some(found);
        }
        is_idle
    }
}

impl App {
    /// What the export pane wants to know about its file, while it is open.
    #[must_use]
    pub fn path_question(&self) -> Option<PathQuestion> {
        match &self.overlay {
            Some(Overlay::Export(form)) => Some(form.path_question()),
            _ => None,
        }
    }

    /// Hears about the file; of another one than that in the form nobody wants to know.
    pub(in crate::app) fn path_found(&mut self, question: &PathQuestion, found: Found) {
        if let Some(Overlay::Export(form)) = &mut self.overlay
            && form.path_question() == *question
            && form.path_found(found)
        {
            self.notice = Some("No other file name there begins like this".into());
        }
    }
}

/// What all of the names begin with.
fn common_start(names: &[String]) -> &str {
    let Some((first, others)) = names.split_first() else { return "" };
    let common = |other: &String| {
        let same = first.char_indices().zip(other.chars()).find(|((_, x), y)| x != y);
        same.map_or(first.len().min(other.len()), |((at, _), _)| at)
    };
    &first[..others.iter().map(common).min().unwrap_or(first.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_have_in_common_ends_between_characters() {
        let common = |names: &[&str]| {
            common_start(&names.iter().map(|&it| it.into()).collect::<Vec<_>>()).to_owned()
        };
        assert_eq!(common(&[]), "");
        assert_eq!(common(&["docs/"]), "docs/");
        assert_eq!(common(&["decision-1.md", "decisions/"]), "decision");
        assert_eq!(common(&["ä.md", "ö.md"]), "");
        assert_eq!(common(&["äb", "ä"]), "ä");
    }

    #[test]
    fn a_path_ends_in_a_name_that_may_be_empty() {
        assert_eq!(parts("docs/adr/1.md"), ("docs/adr/", "1.md"));
        assert_eq!(parts("~/"), ("~/", ""));
        assert_eq!(parts("x"), ("", "x"));
    }
}
