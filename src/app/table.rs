//! Lists over the panes: the sources, the disagreements, the reference.

use super::navigate::Step;
use super::stroke::Knob;
use super::{App, Back, Overlay, Window};
use crate::assessment::{LeftOut, Verdict, only_source, without_source};
use crate::decision::{NoteKind, Trust, Weight};
use crate::search::Place;

/// The reference: the alternatives, notes by kind, then the examples, and the page of the one that
/// is selected.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// What it lists: alternatives, notes and examples.
    pub entries: Vec<Place>,
    /// Index of the one that is selected, and shown.
    pub selected: usize,
    /// Whether the keys scroll the page instead of moving in the list.
    pub reading: bool,
    /// Lines of the page above the first in sight.
    pub offset: usize,
}

/// What a source amounts to. It takes assessments of their own, so it is not made for every frame.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow {
    /// How many claims it makes.
    pub claims: usize,
    /// The verdict if it alone were believed.
    pub alone: Option<Verdict>,
    /// What follows without it.
    pub without: LeftOut,
}

impl App {
    /// A row for each source; computed once for each judgement.
    #[must_use]
    pub fn source_rows(&self) -> &[SourceRow] {
        self.asked.source_rows.get_or_init(|| {
            let (decision, judgement) = (&self.decision, &self.judgement);
            let row = |source| SourceRow {
                claims: decision.claims_from(source).count(),
                alone: only_source(decision, judgement, source),
                without: without_source(decision, judgement, &self.assessment, source),
            };
            (0..decision.sources.len()).map(row).collect()
        })
    }

    /// Brings a list over the panes in step with another judgement.
    pub(super) fn refresh_list(&mut self) {
        self.refresh_robustness();
        if let Some(Overlay::Disagreements(criterion)) = self.overlay {
            let disagreements = self.disagreements();
            self.overlay = match disagreements.first() {
                Some(_) if disagreements.contains(&criterion) => return,
                first => first.map(|it| Overlay::Disagreements(*it)),
            };
        }
    }

    /// Opens the reference at an entry, or at its beginning.
    pub(super) fn open_reference(&mut self, at: Option<Place>) {
        let notes = &self.decision.notes;
        let of_kind = |kind: NoteKind| (0..notes.len()).filter(move |n| notes[*n].kind == kind);
        let examples = (0..self.decision.examples.len()).map(Place::Example);
        let entries: Vec<Place> = (0..self.decision.alternatives.len())
            .map(Place::Alternative)
            .chain(NoteKind::ALL.into_iter().flat_map(of_kind).map(Place::Note))
            .chain(examples)
            .collect();
        let selected = entries.iter().position(|it| Some(*it) == at).unwrap_or(0);
        let reading = at.is_some();
        self.overlay =
            Some(Overlay::Reference(Reference { entries, selected, reading, offset: 0 }));
    }

    /// Opens the list of sources, at the one whose claim is selected.
    pub(super) fn open_sources(&mut self) {
        let selected = match (self.subject, self.selected_claim()) {
            (Place::Source(s), _) => s,
            (_, Some(claim)) => self.decision.claim(claim).source,
            _ => 0,
        };
        if self.decision.sources.is_empty() {
            self.notice = Some("This pack has no sources".into());
        } else {
            self.overlay = Some(Overlay::Sources(selected));
        }
    }

    /// Opens the list of disagreements.
    pub(super) fn open_disagreements(&mut self) {
        if let Some(first) = self.disagreements().first() {
            self.overlay = Some(Overlay::Disagreements(*first));
            return;
        }
        let news = match () {
            () if self.decision.sources.is_empty() => "This pack has no sources",
            () if self.can_differ() => "The sources agree on every criterion",
            () => "No criterion is rated by two sources",
        };
        self.notice = Some(news.into());
    }

    /// Whether there is anything that several trusted sources rate.
    fn can_differ(&self) -> bool {
        let all = (0..self.judgement.criteria_count())
            .flat_map(|j| (0..self.assessment.alternatives()).map(move |a| (j, a)));
        let mut ratings = all.filter_map(|(j, a)| self.assessment.rating(j, a));
        ratings.any(|it| it.sources > 1)
    }

    /// The criteria on which trusted sources differ, those first whose margin it could move most.
    #[must_use]
    pub fn disagreements(&self) -> Vec<usize> {
        let all = 0..self.judgement.criteria_count();
        let mut disagreeing: Vec<usize> =
            all.filter(|j| self.assessment.disagreement(*j).is_some()).collect();
        disagreeing.sort_by(|x, y| self.at_stake(*y).total_cmp(&self.at_stake(*x)));
        disagreeing
    }

    /// How many points of the margin between the leader and the runner-up hang on the disagreement over
    /// a criterion: its share times the spreads of the two.
    #[must_use]
    pub fn at_stake(&self, criterion: usize) -> f64 {
        let Some(verdict) = self.assessment.verdict() else { return 0.0 };
        let spread = |a| self.assessment.rating(criterion, a).map_or(0.0, |it| it.most - it.least);
        100.0 * self.assessment.share(criterion) * (spread(verdict.first) + spread(verdict.second))
    }

    /// Moves the trust of the selected source to the next tenth up, or down.
    pub(super) fn nudge_trust(&mut self, up: bool) {
        let Some(Overlay::Sources(source)) = self.overlay else { return };
        let now = self.judgement.trust(source).size() * 10.0;
        let tenths = if up { (now + 1e-9).floor() + 1.0 } else { (now - 1e-9).ceil() - 1.0 };
        self.set_trust(tenths.clamp(0.0, 10.0) / 10.0, None);
    }

    /// Sets the trust of the selected source, 0 to 1; `typed` is the position that the key named.
    pub(super) fn set_trust(&mut self, size: f64, typed: Option<Weight>) {
        let (Some(&Overlay::Sources(source)), Some(trust)) =
            (self.overlay.as_ref(), Trust::new(size))
        else {
            return;
        };
        self.stroke(Knob::Trust(source), typed, |judgement| judgement.set_trust(source, trust));
    }

    /// Opens what is selected in a list over the panes.
    pub(super) fn accept_list(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Sources(source)) => {
                let place = Place::Source(*source);
                self.overlay = None;
                self.go_to(place);
                self.opened_from = Some(Back::Sources);
            }
            Some(Overlay::Disagreements(criterion)) => {
                let place = Place::Criterion(*criterion);
                self.overlay = None;
                self.go_to(place);
                self.read_why();
            }
            Some(Overlay::Reference(reference)) => reference.reading = !reference.reading,
            _ => {}
        }
    }
}

impl Reference {
    /// Moves in the list, or scrolls the page.
    pub(super) fn step(&mut self, step: Step, window: Window) {
        let has_page = window.length > 0;
        if self.reading || (has_page && matches!(step, Step::Page(_))) {
            self.scroll(step, window);
        } else {
            self.walk(step);
        }
    }

    /// Scrolls the page.
    pub(super) fn scroll(&mut self, step: Step, window: Window) {
        let furthest = window.furthest();
        self.offset = step.from(self.offset.min(furthest), furthest, window.page());
    }

    /// Moves in the list.
    pub(super) fn walk(&mut self, step: Step) {
        self.select(step.from(self.selected, self.entries.len().saturating_sub(1), 10));
    }

    /// Selects an entry and shows it from its beginning.
    pub(super) fn select(&mut self, index: usize) {
        if index < self.entries.len() && index != self.selected {
            self.selected = index;
            self.offset = 0;
        }
    }
}
