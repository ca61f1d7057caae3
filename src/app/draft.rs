//! Drafts: what was typed into a form that was closed without keeping it. It is there when the same
//! form is opened again, for as long as the explorer runs.

use super::{App, Command, Form, FormLine, Overlay, Purpose};
use crate::judgement::Subject;

impl App {
    /// Opens a form, with what was typed into it the last time if that was not kept.
    pub(super) fn open_form(&mut self, mut form: Form) {
        let labels =
            |lines: &[FormLine]| lines.iter().map(|it| it.label.clone()).collect::<Vec<_>>();
        let draft = self.drafts.get(&self.draft_of(form.purpose));
        // Another version of the pack may ask for something else.
        if let Some(draft) = draft.filter(|it| labels(it) == labels(&form.lines)) {
            form.lines.clone_from(draft);
            self.notice = Some("Your unsaved text from before".into());
        }
        self.overlay = Some(Overlay::Form(form));
    }

    /// Closes the form that is open, if one is, and lays aside what was typed: before anything that
    /// could take its place, or move what it is about.
    pub(super) fn lay_form_aside(&mut self) {
        match self.overlay.take() {
            Some(Overlay::Form(form)) => self.lay_aside(form),
            other => self.overlay = other,
        }
    }

    /// Closes a form that nobody wants to keep, and lays aside what was typed.
    pub(super) fn lay_aside(&mut self, mut form: Form) {
        let key = self.draft_of(form.purpose);
        if form.is_as_opened() {
            self.drafts.remove(&key);
            return;
        }
        for line in &mut form.lines {
            line.field.unmark();
        }
        self.drafts.insert(key, form.lines);
        self.notice = Some("Not saved; the form keeps your text until you quit".into());
        self.follow_up = Some(match form.purpose {
            Purpose::Rate(_) => Command::Rate,
            Purpose::Note(_) | Purpose::Scenario(_) => Command::Note,
            Purpose::Criterion(_) => Command::AddCriterion,
        });
    }

    /// Name of the draft of a form. It goes by ids and names, since places change.
    pub(super) fn draft_of(&self, purpose: Purpose) -> String {
        let id = |j| &self.judgement.criterion(&self.decision, j).id;
        match purpose {
            Purpose::Rate(j) => format!("rating {}", id(j)),
            Purpose::Note(Subject::Decision) => "note".into(),
            Purpose::Note(Subject::Criterion(j)) => format!("note {}", id(j)),
            Purpose::Criterion(None) => "criterion".into(),
            Purpose::Criterion(Some(j)) => format!("criterion {}", id(j)),
            Purpose::Scenario(at) => format!("scenario {}", self.scenarios.list()[at].name()),
        }
    }
}
