//! The form for writing a report.

use super::find::Field;
use super::{App, Effect, Overlay};

/// A format of reports that is on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Its name.
    pub id: &'static str,
    /// The extension of its files.
    pub extension: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
}

/// The form for writing a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportForm {
    /// The formats on offer.
    pub formats: Vec<Offer>,
    /// Index of the chosen one.
    pub format: usize,
    /// File to write.
    pub path: Field,
    /// Whether the path is the form's own proposal, which follows the format.
    proposed: bool,
    /// How far it has come.
    pub state: ExportState,
}

/// How far an export has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportState {
    /// The form is being filled in.
    Editing,
    /// The file exists: the next Enter replaces it.
    Exists,
    /// It did not work, for this reason.
    Failed(String),
}

/// What became of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was written, to this file.
    Written(String),
    /// There is a file already, and nobody said to replace it.
    Exists,
    /// It did not work; one sentence says why and what helps.
    Failed(String),
}

impl ExportForm {
    /// Chooses the format before or after.
    pub(super) fn choose(&mut self, before: bool) {
        let all = self.formats.len();
        self.set_format((self.format + if before { all - 1 } else { 1 }) % all);
    }

    /// Chooses a format; a path that is the form's own proposal gets its extension.
    pub(super) fn set_format(&mut self, format: usize) {
        self.format = format;
        self.state = ExportState::Editing;
        if self.proposed
            && let Some((stem, _)) = self.path.text().rsplit_once('.')
        {
            self.path = Field::new(format!("{stem}.{}", self.formats[format].extension));
        }
    }

    /// The path is the user's own from now on.
    pub(super) fn path_typed(&mut self) {
        self.proposed = false;
        self.state = ExportState::Editing;
    }
}

impl App {
    /// Opens the form, as it was left the last time.
    pub(super) fn open_export(&mut self) {
        let (format, path) = self.export_choice.clone();
        let proposed = path.is_none();
        let path = path.unwrap_or_else(|| {
            format!("{}-decision.{}", self.decision.id, self.formats[format].extension)
        });
        self.overlay = Some(Overlay::Export(ExportForm {
            formats: self.formats.clone(),
            format,
            path: Field::new(path),
            proposed,
            state: ExportState::Editing,
        }));
    }

    /// Asks for the report to be written.
    pub(super) fn accept_export(&mut self) -> Option<Effect> {
        let Some(Overlay::Export(form)) = &mut self.overlay else { return None };
        let path = form.path.text().trim().to_owned();
        if path.is_empty() {
            form.state = ExportState::Failed("Type the name of the file to write".into());
            return None;
        }
        let own_path = (!form.proposed).then(|| path.clone());
        self.export_choice = (form.format, own_path);
        let replace = form.state == ExportState::Exists;
        Some(Effect::Export { format: form.formats[form.format].id, path, replace })
    }

    /// Hears what became of it.
    pub(super) fn exported(&mut self, outcome: Outcome) {
        match (outcome, &mut self.overlay) {
            (Outcome::Written(path), overlay) => {
                // Who has gone on to something else meanwhile is only told.
                if matches!(overlay, Some(Overlay::Export(_))) {
                    *overlay = None;
                }
                self.notice = Some(format!("Written to {path}"));
            }
            (Outcome::Exists, Some(Overlay::Export(form))) => form.state = ExportState::Exists,
            (Outcome::Failed(why), Some(Overlay::Export(form))) => {
                form.state = ExportState::Failed(why);
            }
            (Outcome::Failed(why), _) => self.notice = Some(why),
            (Outcome::Exists, _) => {}
        }
    }
}
