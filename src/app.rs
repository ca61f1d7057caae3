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
mod navigate;
mod pointer;
mod reload;
mod stroke;
mod sureness;
mod table;
mod update;
mod view;
mod weigh;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

pub use action::{Action, COMMANDS, Command, Group, POSITIONS, Row};
pub use arrange::{Arrangement, Divider};
pub use asked::{Pairs, Swing};
pub use export::{
    ExportChoice, ExportForm, ExportOrder, ExportState, Fate, Found, Offer, Outcome, PathQuestion,
    Preview, PreviewQuestion, ReportKind, ScopeOffer,
};
pub use figures::{FIGURES, Figure, Spot};
pub use find::{Field, Palette, Search};
pub use form::{Form, FormLine, Purpose};
pub use help::Help;
pub use how_sure::{HowSure, Section};
pub use pointer::{Gesture, Handle, Pointer, Target};
pub use reload::{Reload, Trouble};
pub use sureness::Poll;
pub use table::{Reference, SourceRow, SourceTable};
pub use update::update;
pub use view::{Stops, View, Window};

use crate::assessment::{Assessment, assess};
use crate::decision::{ClaimRef, Decision};
use crate::judgement::{Judgement, Scenarios, Workspace};
use crate::search::Place;
use asked::Asked;
use compare::Pinned;
use history::History;
use stroke::Stroke;
use sureness::Sureness;

/// The four panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// What are we building?
    UseCases,
    /// What matters to us?
    Criteria,
    /// Why, and what if?
    Detail,
    /// Who did it?
    CaseStudies,
}

impl Pane {
    /// Every pane, in the order of Tab.
    pub const ALL: [Self; 4] = [Self::UseCases, Self::Criteria, Self::Detail, Self::CaseStudies];

    /// The pane that Tab goes to.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::UseCases => Self::Criteria,
            Self::Criteria => Self::Detail,
            Self::Detail => Self::CaseStudies,
            Self::CaseStudies => Self::UseCases,
        }
    }

    /// The pane that Shift-Tab goes to.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self {
            Self::UseCases => Self::CaseStudies,
            Self::Criteria => Self::UseCases,
            Self::Detail => Self::Criteria,
            Self::CaseStudies => Self::Detail,
        }
    }
}

/// The tabs of the right pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Why: the claims behind a rating, or what is known of what is selected.
    Evidence,
    /// What if: the scores as the importance runs from 0 to 10.
    WhatIf,
    /// A scenario against now, and what makes the difference.
    Compare,
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Self; 3] = [Self::Evidence, Self::WhatIf, Self::Compare];

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
            Self::WhatIf => "What-if",
            Self::Compare => "Compare",
        }
    }
}

/// Where somebody came from who reads what a source claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Back {
    /// One of its claims.
    Claim(ClaimRef),
    /// The list of sources.
    Sources,
}

/// Where the claims begin among the stops of the evidence: before them stands its head, question,
/// ratings and all.
pub(crate) const FIRST_CLAIM: usize = 1;

/// What lies over the panes.
#[derive(Debug, Clone, PartialEq)]
pub enum Overlay {
    /// What is on the screen, and the keys.
    Help(Help),
    /// Fuzzy search.
    Search(Search),
    /// The command palette.
    Palette(Palette),
    /// Writing a report.
    Export(ExportForm),
    /// A form for what is yours.
    Form(Form),
    /// The sources with their trust.
    Sources(SourceTable),
    /// The criteria on which sources differ; the one with this index is selected.
    Disputes(usize),
    /// How sure the verdict is.
    Robustness(HowSure),
    /// Alternatives, notes and examples to read.
    Reference(Reference),
    /// Why a pack or a session could not be read.
    Trouble(Trouble),
}

/// Where keys go: which part of the key map applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// A pane that is not the criteria.
    Panes,
    /// The criteria pane, where arrows move sliders.
    Criteria,
    /// A text to scroll.
    Reader,
    /// A list over the panes, where arrows move what the selected row has to move.
    List,
    /// A line of text to type, mostly over a list.
    Prompt,
    /// The export pane: a line to type the path in, beside choices.
    Export,
}

/// What the explorer asks of the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Stop like any job of a shell.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Turn mouse reporting on or off.
    Mouse(bool),
    /// Send a text to the terminal's clipboard.
    Copy(String),
    /// Send the clipboard all that the overlay says, or the pane that has the keys.
    CopyShown,
    /// Open the file that is the user's to edit, and read it again.
    Edit,
    /// Read that file again; the answer comes back as [`Action::Reloaded`] or [`Action::Refused`].
    Reload,
    /// Write a report; the answer comes back as [`Action::Exported`].
    Export(ExportOrder),
}

/// The state of the explorer.
#[derive(Debug, Clone)]
pub struct App {
    decision: Arc<Decision>,
    judgement: Judgement,
    assessment: Assessment,
    sureness: Sureness,
    /// What has been asked of the assessment since.
    asked: Asked,
    scenarios: Scenarios,
    /// What follows from the scenarios, in their order.
    pinned: Vec<Pinned>,
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
    /// Id of the criterion that is held as the other axis of the map: an id outlives what undo and
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
            sureness: Sureness::default(),
            asked: Asked::default(),
            scenarios,
            pinned: Vec::new(),
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
            mouse: true,
            recent: Vec::new(),
            places: Vec::new(),
            keys: Vec::new(),
            arrangement: Arrangement::default(),
            welcomes: false,
            formats,
            export_choice: ExportChoice::default(),
            exports: 0,
            view: View::default(),
        };
        app.refresh_pinned();
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
                | Overlay::Disputes(_)
                | Overlay::Robustness(_)
                | Overlay::Reference(_),
            ) => Context::List,
            Some(Overlay::Export(_)) => Context::Export,
            Some(_) => Context::Prompt,
            None if self.focus == Pane::Criteria => Context::Criteria,
            None => Context::Panes,
        }
    }

    /// How many things a pane lists.
    #[must_use]
    pub fn count(&self, pane: Pane) -> usize {
        match pane {
            Pane::UseCases => self.decision.use_cases.len(),
            Pane::Criteria => self.judgement.criteria_count(),
            Pane::CaseStudies => self.decision.case_studies.len(),
            Pane::Detail => match self.claims().len() {
                0 => 0,
                claims => FIRST_CLAIM + claims + usize::from(self.explains_marks()),
            },
        }
    }

    /// The case studies by their indices, those first that speak most to what matters now.
    #[must_use]
    pub fn case_studies(&self) -> Vec<usize> {
        let studies = &self.decision.case_studies;
        let relevance: Vec<f64> = studies.iter().map(|it| self.assessment.relevance(it)).collect();
        let mut order: Vec<usize> = (0..studies.len()).collect();
        order.sort_by(|&x, &y| relevance[y].total_cmp(&relevance[x]));
        order
    }

    /// The claims that the right pane lists, in its order: those of the criterion it explains, by
    /// source and then by alternative, or those of the source, by criterion. Empty when it explains
    /// something else.
    #[must_use]
    pub fn claims(&self) -> Vec<ClaimRef> {
        match self.subject {
            Place::Criterion(j) if self.tab() == Tab::Evidence => {
                let claims = &self.judgement.criterion(&self.decision, j).claims;
                let mut order: Vec<usize> = (0..claims.len()).collect();
                order.sort_by_key(|&c| (claims[c].source, claims[c].alternative));
                order.into_iter().map(|c| ClaimRef::new(j, c)).collect()
            }
            Place::Source(s) => self.decision.claims_from(s).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether the evidence ends with what a mark means: where the criterion is rated by marks, and
    /// the pack says what they mean.
    #[must_use]
    pub fn explains_marks(&self) -> bool {
        let Place::Criterion(j) = self.subject else { return false };
        let criterion = self.judgement.criterion(&self.decision, j);
        criterion.scale.is_none() && !self.decision.rubric.is_empty()
    }

    /// The claim that is selected in the right pane.
    #[must_use]
    pub fn selected_claim(&self) -> Option<ClaimRef> {
        let at = self.selected(Pane::Detail).checked_sub(FIRST_CLAIM)?;
        self.claims().get(at).copied()
    }
}

#[cfg(test)]
mod tests;
