//! Lists over the panes: the sources, the disputes, the reference.

use super::navigate::Step;
use super::{App, Overlay, Window};
use crate::decision::{NoteKind, Trust};
use crate::search::Place;

/// The reference: notes by kind, then the examples, and the page of the one that is selected.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// What it lists: notes and examples.
    pub entries: Vec<Place>,
    /// Index of the one that is selected, and shown.
    pub selected: usize,
    /// Whether the keys scroll the page instead of moving in the list.
    pub reading: bool,
    /// Lines of the page above the first in sight.
    pub offset: usize,
}

impl App {
    /// Opens the reference at an entry, or at its beginning.
    pub(super) fn open_reference(&mut self, at: Option<Place>) {
        let notes = &self.decision.notes;
        let of_kind = |kind: NoteKind| (0..notes.len()).filter(move |n| notes[*n].kind == kind);
        let examples = (0..self.decision.examples.len()).map(Place::Example);
        let entries: Vec<Place> =
            NoteKind::ALL.into_iter().flat_map(of_kind).map(Place::Note).chain(examples).collect();
        if entries.is_empty() {
            self.notice = Some("This pack has no notes and no examples".into());
            return;
        }
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

    /// Opens the list of disputes.
    pub(super) fn open_disputes(&mut self) {
        if self.disputes().is_empty() {
            self.notice = Some("The sources agree on every criterion".into());
        } else {
            self.overlay = Some(Overlay::Disputes(0));
        }
    }

    /// The criteria on which trusted sources differ, those first whose margin it could move most.
    #[must_use]
    pub fn disputes(&self) -> Vec<usize> {
        let all = 0..self.judgement.criteria_count();
        let mut disputed: Vec<usize> = all.filter(|j| self.assessment.is_disputed(*j)).collect();
        let swings: Vec<f64> =
            (0..self.judgement.criteria_count()).map(|j| self.swing(j)).collect();
        disputed.sort_by(|x, y| swings[*y].total_cmp(&swings[*x]));
        disputed
    }

    /// How many points of the margin between the leader and the runner-up hang on the dispute over
    /// a criterion: its share times the spreads of the two.
    #[must_use]
    pub fn swing(&self, criterion: usize) -> f64 {
        let Some(verdict) = self.assessment.verdict() else { return 0.0 };
        let scale = self.decision.scale_of(self.judgement.criterion(&self.decision, criterion));
        let spread = |a| {
            let values = self.assessment.rating(criterion, a).map(|it| it.values(scale));
            values.map_or(0.0, |(worse, better)| better - worse)
        };
        100.0 * self.assessment.share(criterion) * (spread(verdict.first) + spread(verdict.second))
    }

    /// Moves the trust of the selected source by so many tenths.
    pub(super) fn nudge_trust(&mut self, tenths: i32) {
        let Some(Overlay::Sources(source)) = self.overlay else { return };
        let now = (self.judgement.trust(source).size() * 10.0).round();
        let moved = (now + f64::from(tenths)).clamp(0.0, 10.0) / 10.0;
        self.set_trust(source, moved);
    }

    /// Sets the trust of a source, 0 to 1.
    pub(super) fn set_trust(&mut self, source: usize, size: f64) {
        let Some(trust) = Trust::new(size) else { return };
        self.change(|judgement, _| judgement.set_trust(source, trust));
    }

    /// Opens what is selected in a list over the panes.
    pub(super) fn accept_list(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Sources(source)) => {
                let place = Place::Source(*source);
                self.overlay = None;
                self.go_to(place);
            }
            Some(Overlay::Disputes(at)) => {
                let at = *at;
                let criterion = self.disputes().get(at).copied();
                self.overlay = None;
                if let Some(j) = criterion {
                    self.go_to(Place::Criterion(j));
                    self.focus_on(super::Pane::Detail);
                }
            }
            Some(Overlay::Reference(reference)) => reference.reading = !reference.reading,
            _ => {}
        }
    }
}

impl Reference {
    /// Moves in the list, or scrolls the page.
    pub(super) fn step(&mut self, step: Step, window: Window) {
        let last = self.entries.len().saturating_sub(1);
        if self.reading || matches!(step, Step::Page(_)) {
            self.offset =
                step.from(self.offset.min(window.furthest()), window.furthest(), window.page());
        } else {
            self.select(step.from(self.selected, last, 1));
        }
    }

    /// Selects an entry and shows it from its beginning.
    pub(super) fn select(&mut self, index: usize) {
        if index < self.entries.len() && index != self.selected {
            self.selected = index;
            self.offset = 0;
        }
    }
}
