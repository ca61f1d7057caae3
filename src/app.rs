//! The explorer's state, and how it changes.
//!
//! Owns what is selected, focused and open, the present judgement and the scenarios with their
//! history, and the assessment that follows from it. [`update()`] is the only way to change it: it takes an
//! [`Action`] and may return an [`Effect`], which is for [`crate::terminal`] to carry out.
//!
//! Must not: draw, read keys, or touch the disk. What the last frame showed comes back as a
//! [`View`], so that paging and scrolling need no knowledge of the layout.

mod action;
mod arrange;
mod asked;
mod certainty;
mod compare;
mod cross;
mod difference;
mod draft;
mod export;
mod figures;
mod find;
mod form;
mod help;
mod history;
mod how_sure;
mod lists;
mod navigate;
mod parts;
mod pointer;
mod reload;
mod stroke;
mod table;
mod update;
mod view;
mod weigh;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

pub use action::{Action, COMMANDS, Command, Group, POSITIONS, Row};
pub use arrange::{Arrangement, Divider};
pub use asked::Pairs;
pub use certainty::Question;
pub use export::{
    ExportChoice, ExportForm, ExportOrder, ExportState, Fate, Found, Offer, Outcome, PathQuestion,
    Preview, PreviewQuestion, ReportKind, ScopeOffer,
};
pub use figures::{FIGURES, Figure, Spot};
pub use find::{Field, Palette, Search};
pub use form::{Form, FormLine, Purpose};
pub use help::Help;
pub use how_sure::{HowSure, Section};
pub(crate) use lists::FIRST_CLAIM;
pub use parts::{Context, Effect, Overlay, Pane, Tab};
pub use pointer::{Gesture, Handle, Pointer, Target};
pub use reload::{Reload, Trouble};
pub use table::{Reference, SourceRow};
pub use update::update;
pub use view::{Stops, View, Window};

use crate::assessment::{Assessment, assess};
use crate::decision::{ClaimRef, Decision};
use crate::judgement::{Judgement, Scenarios, Workspace};
use crate::search::Place;
use asked::Asked;
use certainty::Certainty;
use compare::AssessedScenario;
use history::History;
use stroke::Stroke;

/// Where somebody came from who reads what a source claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Back {
    /// One of its claims.
    Claim(ClaimRef),
    /// The list of sources.
    Sources,
}

/// The state of the explorer.
#[derive(Debug, Clone)]
pub struct App {
    decision: Arc<Decision>,
    judgement: Judgement,
    assessment: Assessment,
    certainty: Certainty,
    /// What has been asked of the assessment since.
    asked: Asked,
    scenarios: Scenarios,
    /// What follows from the scenarios, in their order.
    assessed_scenarios: Vec<AssessedScenario>,
    /// The scenario compared with, if there are any.
    compared: usize,
    history: History,
    /// The time, for as long as somebody tells it.
    now: Option<Duration>,
    /// The gesture of keys on a slider that may go on.
    stroke: Option<Stroke>,
    /// The judgement before the drag under way.
    dragged_from: Option<Judgement>,
    dragging: Option<Handle>,
    /// Id of the criterion that is held as the second axis of the map: an id outlives what undo and
    /// removal do to indices.
    held: Option<String>,
    /// Where the mouse was pressed last, if nothing has happened since.
    clicked: Option<Target>,
    focus: Pane,
    selected: [usize; 4],
    subject: Place,
    /// Where Esc leads from a source.
    opened_from: Option<Back>,
    tab: Tab,
    overlay: Option<Overlay>,
    /// What was typed into forms that were closed without keeping it.
    drafts: BTreeMap<String, Vec<FormLine>>,
    notice: Option<String>,
    /// What helps next, after the notice.
    follow_up: Option<Command>,
    /// Whether the session could not be saved.
    is_unsaved: bool,
    mouse: bool,
    /// What was run from the palette, the last first.
    recent: Vec<Command>,
    /// What was gone to from the search, the last first.
    places: Vec<Place>,
    /// What the keys are called that ask for commands.
    keys: Vec<(Command, String)>,
    arrangement: Arrangement,
    /// Whether a newcomer is told how to begin.
    welcomes: bool,
    formats: Vec<Offer>,
    export_choice: ExportChoice,
    /// How often the export pane was opened.
    exports: u64,
    /// How often anything has changed that [`Self::standing`] stands for.
    standing: u64,
    /// What the last frame showed; set by whoever draws.
    pub view: View,
}

impl App {
    /// The explorer on a decision, starting from a judgement, maybe with scenarios. `formats` are the
    /// report formats on offer, the default first.
    #[must_use]
    pub fn new(decision: Arc<Decision>, start: impl Into<Workspace>, formats: Vec<Offer>) -> Self {
        let Workspace { present: judgement, scenarios } = start.into();
        let assessment = assess(&decision, &judgement);
        let use_case = judgement.use_case().unwrap_or(0);
        let mut app = Self {
            decision,
            judgement,
            assessment,
            certainty: Certainty::default(),
            asked: Asked::default(),
            scenarios,
            assessed_scenarios: Vec::new(),
            compared: 0,
            history: History::default(),
            now: None,
            stroke: None,
            dragged_from: None,
            dragging: None,
            held: None,
            clicked: None,
            focus: Pane::Criteria,
            selected: [use_case, 0, FIRST_CLAIM, 0],
            subject: Place::Criterion(0),
            opened_from: None,
            tab: Tab::Evidence,
            overlay: None,
            drafts: BTreeMap::new(),
            notice: None,
            follow_up: None,
            is_unsaved: false,
            mouse: true,
            recent: Vec::new(),
            places: Vec::new(),
            keys: Vec::new(),
            arrangement: Arrangement::default(),
            welcomes: false,
            formats,
            export_choice: ExportChoice::default(),
            exports: 0,
            standing: 0,
            view: View::default(),
        };
        app.refresh_scenarios();
        let most_relevant = app.case_studies().first().copied();
        app.selected[Pane::CaseStudies as usize] = most_relevant.unwrap_or(0);
        app
    }

    /// The same with the mouse listened to, or not.
    #[must_use]
    pub fn with_mouse(mut self, on: bool) -> Self {
        self.mouse = on;
        self
    }

    /// The same for a newcomer, who is told how to begin until they do something.
    #[must_use]
    pub fn with_welcome(mut self, on: bool) -> Self {
        self.welcomes = on;
        self
    }

    /// The same with commands to be found by the names of their keys, too.
    #[must_use]
    pub fn with_keys(mut self, keys: Vec<(Command, String)>) -> Self {
        self.keys = keys;
        self
    }

    /// What is known.
    #[must_use]
    pub fn decision(&self) -> &Decision {
        &self.decision
    }

    /// What the user thinks now.
    #[must_use]
    pub fn judgement(&self) -> &Judgement {
        &self.judgement
    }

    /// What follows now.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// The pane that has the keys.
    #[must_use]
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// Index of what is selected in a pane. In the right pane, of the stop: its head, then the claims
    /// in the order of [`Self::claims`], then maybe what a mark means.
    #[must_use]
    pub fn selected(&self, pane: Pane) -> usize {
        self.selected[pane as usize]
    }

    /// What the right pane explains.
    #[must_use]
    pub fn subject(&self) -> Place {
        self.subject
    }

    /// The tab that the right pane shows: only a criterion has more than evidence.
    #[must_use]
    pub fn tab(&self) -> Tab {
        if matches!(self.subject, Place::Criterion(_)) { self.tab } else { Tab::Evidence }
    }

    /// What lies over the panes.
    #[must_use]
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// News for the user, until the next key.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// Whether the session could not be saved when it was to be saved last: what the notice says once
    /// goes on to be so.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.is_unsaved
    }

    /// What the user may want to do next, after the notice.
    #[must_use]
    pub fn follow_up(&self) -> Option<Command> {
        self.follow_up
    }

    /// Whether the mouse is listened to.
    #[must_use]
    pub fn mouse(&self) -> bool {
        self.mouse
    }

    /// Whether a newcomer is told how to begin.
    #[must_use]
    pub fn welcomes(&self) -> bool {
        self.welcomes
    }

    /// A number that is another one when anything has changed but what follows from moving a slider,
    /// or from going along the criteria: weights, the assessment and how sure it is, what can be
    /// undone, news, the welcome, and which criterion is selected and explained.
    #[must_use]
    pub fn standing(&self) -> u64 {
        self.standing
    }

    /// What the mouse has hold of.
    #[must_use]
    pub fn dragging(&self) -> Option<Handle> {
        self.dragging
    }

    /// Which part of the key map applies now.
    #[must_use]
    pub fn context(&self) -> Context {
        match &self.overlay {
            Some(Overlay::Help(_) | Overlay::Trouble(_)) => Context::Reader,
            Some(
                Overlay::Sources(_)
                | Overlay::Disagreements(_)
                | Overlay::Robustness(_)
                | Overlay::Reference(_),
            ) => Context::List,
            Some(Overlay::Export(_)) => Context::Export,
            Some(_) => Context::Prompt,
            None if self.focus == Pane::Criteria => Context::Criteria,
            None => Context::Panes,
        }
    }
}

#[cfg(test)]
mod tests;
