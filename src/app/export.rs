//! The export pane: which report, how much of it, to which file.
//!
//! What the form shows of the disk and of the report comes from outside, as answers to the questions
//! that [`App::path_question`] and [`App::preview_question`] ask; an answer to any other question
//! than the present one is dropped.

mod path;
mod preview;

use std::ffi::OsStr;
use std::path::Path;

use super::find::Field;
use super::navigate::Step;
use super::{App, Command, Effect, Overlay, Window};

pub use path::{Fate, Found, PathQuestion};
pub use preview::{Preview, PreviewQuestion};

/// A format of reports that is on offer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Offer {
    /// Its name.
    pub id: &'static str,
    /// The extension of its files.
    pub extension: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// How much it can say; empty for one that always says everything.
    pub scopes: &'static [ScopeOffer],
    /// Index of the scope that it has unless told.
    pub scope: usize,
}

/// How much a report can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScopeOffer {
    /// Its name.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
}

/// Which report: a format, and how much it says where that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportKind {
    /// Id of the format.
    pub format: &'static str,
    /// Name of the scope.
    pub scope: Option<&'static str>,
}

/// What was chosen in the form, to begin with the next time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportChoice {
    /// Id of the format; an unknown one is the first on offer.
    pub format: String,
    /// Name of the scope, where it is not left to the format.
    pub scope: Option<String>,
    /// The file, where it is not the form's own proposal.
    pub path: Option<String>,
}

/// A report to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOrder {
    /// Which one.
    pub report: ReportKind,
    /// File to write, as typed.
    pub path: String,
    /// Whether a file that is already there may be replaced.
    pub replace: bool,
    /// What to begin with the next time, once it is written.
    pub choice: ExportChoice,
    /// Number of the form that gives the order.
    pub opening: u64,
}

/// The form for writing a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportForm {
    /// The formats on offer.
    pub formats: Vec<Offer>,
    /// Index of the chosen one.
    pub format: usize,
    /// Name of the scope that the user chose; else it is the format's own.
    scope: Option<&'static str>,
    /// File to write.
    pub path: Field,
    /// Whether the path is the form's own proposal, which follows the format.
    proposed: bool,
    /// How far it has come.
    pub state: ExportState,
    /// What is known of the file, once it is.
    pub found: Option<Found>,
    /// Names that the path may go on with, once somebody has asked for them.
    pub candidates: Vec<String>,
    /// Somebody has asked for the path to be completed.
    completing: bool,
    /// The report as it would be written, once it is made.
    pub preview: Option<Preview>,
    /// Lines of the preview above the first in sight.
    pub offset: usize,
    /// Whether the preview has all the room.
    pub reading: bool,
    /// Number of this form among all that were opened.
    opening: u64,
    /// Number of the question about the path.
    step: u64,
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
    /// It was written, to this place.
    Written(String),
    /// There is a file already, and nobody said to replace it.
    Exists,
    /// It did not work; one sentence says why and what helps.
    Failed(String),
}

impl Outcome {
    /// Why nothing was written, for somebody who has gone on; `None` if it was.
    #[must_use]
    pub fn trouble(self) -> Option<String> {
        match self {
            Self::Written(_) => None,
            Self::Exists => Some("The report was not written: the file exists already.".into()),
            Self::Failed(why) => Some(why),
        }
    }
}

impl ExportForm {
    /// The format that is chosen.
    #[must_use]
    pub fn offer(&self) -> Offer {
        self.formats.get(self.format).copied().unwrap_or_default()
    }

    /// Whether the name of the file ends otherwise than those of the format: like those of another, or
    /// like none, as when keys that were meant to move the list were typed behind it.
    #[must_use]
    pub fn is_named_otherwise(&self) -> bool {
        let extension = Path::new(self.path.text().trim()).extension().and_then(OsStr::to_str);
        extension.is_some_and(|it| !it.eq_ignore_ascii_case(self.offer().extension))
    }

    /// Index of the scope, among those of the format; `None` where there is no choice.
    #[must_use]
    pub fn scope(&self) -> Option<usize> {
        let offer = self.offer();
        let chosen = offer.scopes.iter().position(|it| Some(it.name) == self.scope);
        chosen.or((!offer.scopes.is_empty()).then_some(offer.scope))
    }

    /// The report that would be written.
    #[must_use]
    pub fn report(&self) -> ReportKind {
        let offer = self.offer();
        let scope = self.scope().and_then(|at| offer.scopes.get(at));
        ReportKind { format: offer.id, scope: scope.map(|it| it.name) }
    }

    /// Moves among the formats, or by pages in the preview; where only that is to be seen, in it
    /// alone.
    pub(super) fn step(&mut self, step: Step, window: Window) {
        let last = self.formats.len().saturating_sub(1);
        match step {
            Step::Page(_) => self.scroll(step, window),
            _ if self.reading => self.scroll(step, window),
            Step::By(-1) if self.format == 0 => self.set_format(last),
            Step::By(1) if self.format == last => self.set_format(0),
            _ => self.set_format(step.from(self.format, last, last)),
        }
    }

    /// Moves the preview.
    pub(super) fn scroll(&mut self, step: Step, window: Window) {
        self.offset = step.from(window.offset, window.furthest(), window.page());
    }

    /// Chooses a row of the form: the formats, and after them the scopes.
    pub(super) fn set_row(&mut self, row: usize) {
        match row.checked_sub(self.formats.len()) {
            None => self.set_format(row),
            Some(scope) => self.set_scope(scope),
        }
    }

    /// Chooses a format; a path that is the form's own proposal gets its extension.
    fn set_format(&mut self, format: usize) {
        let before = self.report();
        self.format = format;
        self.state = ExportState::Editing;
        if self.proposed
            && let Some((stem, _)) = self.path.text().rsplit_once('.')
        {
            let path = format!("{stem}.{}", self.offer().extension);
            if path != self.path.text() {
                self.path = Field::new(path);
                self.path_changed();
            }
        }
        self.report_changed(before);
    }

    /// Chooses a scope of the format.
    fn set_scope(&mut self, scope: usize) {
        let before = self.report();
        if let Some(scope) = self.offer().scopes.get(scope) {
            self.scope = Some(scope.name);
            self.state = ExportState::Editing;
        }
        self.report_changed(before);
    }

    /// Chooses the next scope, where there is one.
    fn next_scope(&mut self) {
        if let Some(scope) = self.scope() {
            self.set_scope((scope + 1) % self.offer().scopes.len());
        }
    }

    /// The path is the user's own from now on.
    pub(super) fn path_typed(&mut self) {
        self.proposed = false;
        self.reading = false;
        self.path_changed();
    }

    fn choice(&self) -> ExportChoice {
        ExportChoice {
            format: self.offer().id.to_owned(),
            scope: self.scope.map(str::to_owned),
            path: (!self.proposed).then(|| self.path.text().trim().to_owned()),
        }
    }
}

impl App {
    /// The same with the export pane as it was left some other time.
    #[must_use]
    pub fn with_export(mut self, choice: ExportChoice) -> Self {
        self.export_choice = choice;
        self
    }

    /// Opens the form, as it was left the last time.
    pub(super) fn open_export(&mut self) {
        let ExportChoice { format, scope, path } = self.export_choice.clone();
        let formats = self.formats.clone();
        let format = formats.iter().position(|it| it.id == format).unwrap_or(0);
        let scopes = formats.iter().flat_map(|it| it.scopes).map(|it| it.name);
        let scope = scopes.into_iter().find(|it| Some(*it) == scope.as_deref());
        let proposed = path.is_none();
        let extension = formats.get(format).copied().unwrap_or_default().extension;
        let path = path.unwrap_or_else(|| format!("{}-decision.{extension}", self.decision.id));
        self.exports += 1;
        self.overlay = Some(Overlay::Export(ExportForm {
            formats,
            format,
            scope,
            path: Field::new(path),
            proposed,
            state: ExportState::Editing,
            found: None,
            candidates: Vec::new(),
            completing: false,
            preview: None,
            offset: 0,
            reading: false,
            opening: self.exports,
            step: 0,
        }));
    }

    /// The form, which is opened if it is not there.
    fn export_form(&mut self) -> Option<&mut ExportForm> {
        if !matches!(self.overlay, Some(Overlay::Export(_))) {
            self.open_export();
        }
        if let Some(Overlay::Export(form)) = &mut self.overlay { Some(form) } else { None }
    }

    /// Completes the path, as soon as it is known how.
    pub(super) fn complete(&mut self) {
        if let Some(form) = self.export_form() {
            form.ask_to_complete();
        }
    }

    /// Chooses the next scope.
    pub(super) fn turn_scope(&mut self) {
        if let Some(form) = self.export_form() {
            form.next_scope();
        }
    }

    /// Gives the preview all the room, or takes it back.
    pub(super) fn toggle_preview(&mut self) {
        if let Some(form) = self.export_form() {
            form.reading = !form.reading;
        }
    }

    /// Asks for the report to be written.
    pub(super) fn accept_export(&mut self) -> Option<Effect> {
        let Some(Overlay::Export(form)) = &mut self.overlay else { return None };
        let path = form.path.text().trim().to_owned();
        if path.is_empty() {
            form.failed("Type the name of the file to write".into());
            return None;
        }
        let choice = form.choice();
        self.export_choice = choice.clone();
        let replace = form.state == ExportState::Exists;
        let (report, opening) = (form.report(), form.opening);
        Some(Effect::Export(ExportOrder { report, path, replace, choice, opening }))
    }

    /// Hears what became of the order of a form. Who has gone on to something else meanwhile, and be it
    /// another export, is only told.
    pub(super) fn exported(&mut self, opening: u64, outcome: Outcome) {
        let form = match &mut self.overlay {
            Some(Overlay::Export(form)) if form.opening == opening => Some(form),
            _ => None,
        };
        match (outcome, form) {
            (Outcome::Written(path), form) => {
                if form.is_some() {
                    self.overlay = None;
                }
                self.notice = Some(format!("Written to {path}"));
                self.follow_up = Some(Command::CopyVerdict);
            }
            (Outcome::Exists, Some(form)) => {
                form.state = ExportState::Exists;
                form.reading = false;
            }
            (Outcome::Failed(why), Some(form)) => form.failed(why),
            (outcome, None) => {
                self.notice = outcome.trouble();
                self.follow_up = None;
            }
        }
    }
}

impl ExportForm {
    /// It did not work; that is to be seen.
    fn failed(&mut self, why: String) {
        self.state = ExportState::Failed(why);
        self.reading = false;
    }
}
