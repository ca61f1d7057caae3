//! Another version of the pack or the session under a running explorer.
//!
//! What is the same as before changes nothing. Another session is one step of undo. Under another
//! pack undo starts anew: earlier judgements go by the places that things had in the old version; what
//! was selected stays so as far as its id is still there.

use std::sync::Arc;

use super::asked::Asked;
use super::history::History;
use super::{App, FIRST_CLAIM, Overlay, Pane};
use crate::assessment::assess;
use crate::decision::Decision;
use crate::judgement::Workspace;
use crate::search::Place;

/// What was read again.
#[derive(Debug, Clone, PartialEq)]
pub struct Reload {
    /// What is known now.
    pub decision: Arc<Decision>,
    /// What you think, carried over to it.
    pub workspace: Workspace,
    /// What was read, and what the user should hear about it.
    pub news: String,
}

/// Why something could not be read: a text to scroll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Its heading.
    pub title: String,
    /// What is wrong, where, and how to mend it.
    pub lines: Vec<String>,
    /// Lines above the first in sight.
    pub offset: usize,
}

impl Trouble {
    /// Trouble under this heading, from a text laid out in lines.
    #[must_use]
    pub fn new(title: &str, text: &str) -> Self {
        let lines = text.trim_end().lines().map(ToOwned::to_owned).collect();
        Self { title: title.to_owned(), lines, offset: 0 }
    }
}

/// Where the user was, by what outlives another version of the pack.
struct Whereabouts {
    criterion: String,
    use_case: Option<String>,
    case_study: Option<String>,
    subject: Option<Subject>,
    claim: Option<String>,
}

/// What the right pane explains, by its id.
enum Subject {
    UseCase(String),
    CaseStudy(String),
    Source(String),
}

impl App {
    /// Goes on with another version of the pack or the session.
    pub(super) fn reload(&mut self, reload: Reload) {
        let Reload { decision, workspace, mut news } = reload;
        // Its places are those of the old version.
        self.lay_form_aside();
        let before = self.workspace();
        if *decision == *self.decision {
            if workspace == before {
                if matches!(self.overlay, Some(Overlay::Trouble(_))) {
                    self.overlay = None;
                }
                // They look the same, but what the session keeps of each is now kept of these.
                self.scenarios = workspace.scenarios;
                self.notice = Some(news);
                return;
            }
            self.history.push(before);
        } else {
            if !self.history.is_empty() {
                news.push_str(" Earlier changes can no longer be undone.");
            }
            self.history = History::default();
        }
        let here = self.whereabouts();
        let compared = self.compared;
        self.assessment = assess(&decision, &workspace.present);
        self.certainty.restart();
        self.decision = decision;
        self.judgement = workspace.present;
        self.scenarios = workspace.scenarios;
        self.asked = Asked::default();
        self.stroke = None;
        self.dragged_from = None;
        self.dragging = None;
        self.clicked = None;
        self.opened_from = None;
        self.overlay = None;
        self.places.clear();
        self.assessed_scenarios.clear();
        self.refresh_scenarios();
        self.compared = compared.min(self.scenarios.len().saturating_sub(1));
        self.return_to(here);
        self.notice = Some(news);
    }

    fn whereabouts(&self) -> Whereabouts {
        let Self { decision, judgement, .. } = self;
        let selected = |pane| self.selected(pane);
        let criterion = match self.subject {
            Place::Criterion(j) => j,
            _ => selected(Pane::Criteria),
        };
        let subject = match self.subject {
            Place::UseCase(u) => Some(Subject::UseCase(decision.use_cases[u].id.clone())),
            Place::CaseStudy(k) => Some(Subject::CaseStudy(decision.case_studies[k].id.clone())),
            Place::Source(s) => Some(Subject::Source(decision.sources[s].id.clone())),
            _ => None,
        };
        Whereabouts {
            criterion: judgement.criterion(decision, criterion).id.clone(),
            use_case: decision.use_cases.get(selected(Pane::UseCases)).map(|it| it.id.clone()),
            case_study: decision
                .case_studies
                .get(selected(Pane::CaseStudies))
                .map(|it| it.id.clone()),
            subject,
            claim: self.selected_claim().map(|it| decision.claim_id(it)),
        }
    }

    /// Selects what is still there of where the user was.
    fn return_to(&mut self, here: Whereabouts) {
        let decision = Arc::clone(&self.decision);
        let criteria = self.judgement.criteria(&decision);
        let criterion = criteria.into_iter().position(|it| it.id == here.criterion).unwrap_or(0);
        let use_case = here.use_case.and_then(|id| decision.use_case(&id)).unwrap_or(0);
        let most_relevant = self.case_studies().first().copied().unwrap_or(0);
        let case_study = here.case_study.and_then(|id| decision.case_study(&id));
        let case_study = case_study.unwrap_or(most_relevant);
        self.selected = [use_case, criterion, FIRST_CLAIM, case_study];
        self.subject = match here.subject {
            Some(Subject::UseCase(id)) => decision.use_case(&id).map(Place::UseCase),
            Some(Subject::CaseStudy(id)) => decision.case_study(&id).map(Place::CaseStudy),
            Some(Subject::Source(id)) => decision.source(&id).map(Place::Source),
            None => None,
        }
        .unwrap_or(Place::Criterion(criterion));
        if let Some(claim) = here.claim.and_then(|id| decision.find_claim(&id)) {
            self.select_claim(claim);
        }
    }

    /// Shows why something could not be read; everything else stays as it is.
    pub(super) fn show_trouble(&mut self, trouble: Trouble) {
        self.lay_form_aside();
        self.overlay = Some(Overlay::Trouble(trouble));
    }
}
