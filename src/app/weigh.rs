//! Changing the judgement. Every change goes through [`App::change`], so that it can be undone and
//! the assessment follows.

use super::{App, Pane};
use crate::assessment::{assess, tipping_points};
use crate::decision::{Decision, Importance};
use crate::judgement::Judgement;
use crate::search::Place;

/// A tipping point that is a tenth on paper may lie a hair beside it in binary; in tenths.
const HAIR: f64 = 1e-6;

impl App {
    /// Makes a change that can be undone; nothing is remembered if it changes nothing.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Judgement, &Decision)) {
        let before = self.judgement.clone();
        self.change_in_passing(change);
        if self.judgement != before {
            self.history.push(before);
        }
    }

    /// Makes a change that is part of a gesture, which is remembered as a whole.
    pub(super) fn change_in_passing(&mut self, change: impl FnOnce(&mut Judgement, &Decision)) {
        let mut judgement = self.judgement.clone();
        change(&mut judgement, &self.decision);
        self.adopt(judgement);
    }

    /// Takes on a judgement.
    fn adopt(&mut self, judgement: Judgement) {
        self.assessment = if judgement.has_evidence_of(&self.judgement) {
            self.assessment.reweighed(&judgement)
        } else {
            assess(&self.decision, &judgement)
        };
        self.judgement = judgement;
        self.stay_in_bounds();
    }

    /// A criterion that is no more, by undo or by removal, is neither selected nor explained.
    fn stay_in_bounds(&mut self) {
        let last = self.judgement.criteria_count() - 1;
        let at = &mut self.selected[Pane::Criteria as usize];
        *at = (*at).min(last);
        if let Place::Criterion(j) = self.subject
            && j > last
        {
            self.explain(Place::Criterion(last));
        }
    }

    /// Remembers a finished gesture that began with this judgement.
    pub(super) fn finish_gesture(&mut self, before: Judgement) {
        if self.judgement != before {
            self.history.push(before);
        }
    }

    /// The criterion that sliders' keys move: the one selected, while the criteria or its evidence
    /// have the keys. Elsewhere nothing moves unseen; the user is told where sliders are.
    pub(super) fn slider(&mut self) -> Option<usize> {
        match (self.focus, self.subject) {
            (Pane::Criteria, _) => Some(self.selected(Pane::Criteria)),
            (Pane::Detail, Place::Criterion(j)) => Some(j),
            _ => {
                self.notice = Some("Select a criterion to weigh it".into());
                None
            }
        }
    }

    /// Moves the slider by so many tenths.
    pub(super) fn nudge(&mut self, tenths: i32) {
        let Some(j) = self.slider() else { return };
        let at = i32::from(self.judgement.importance(j).tenths());
        self.set_importance(Importance::clamped(at + tenths));
    }

    /// Sets the slider. A criterion that was set aside is taken back in: whoever moves a slider
    /// wants it to count.
    pub(super) fn set_importance(&mut self, importance: Importance) {
        let Some(j) = self.slider() else { return };
        self.change(|judgement, _| {
            judgement.set_importance(j, importance);
            judgement.set_aside(j, false);
        });
    }

    /// Moves the slider to the first tenth beyond its next (or previous) tipping point, so that
    /// somebody else leads.
    pub(super) fn tip(&mut self, up: bool) {
        let Some(j) = self.slider() else { return };
        let name = &self.judgement.criterion(&self.decision, j).name;
        match self.tipped(j, up) {
            Some(importance) => self.set_importance(importance),
            None if self.assessment.exclusion(j).is_some() => {
                self.notice =
                    Some(format!("{name} is out of the score, so it cannot tip the verdict"));
            }
            None => {
                let way = if up { "higher" } else { "lower" };
                self.notice =
                    Some(format!("No {way} importance of {name} alone changes the leader"));
            }
        }
    }

    /// The first tenth beyond the next tipping point at which the leader is another one.
    fn tipped(&self, j: usize, up: bool) -> Option<Importance> {
        let leader = self.assessment.verdict()?.leader;
        let at = f64::from(self.judgement.importance(j).tenths());
        let mut tips = tipping_points(&self.assessment.bands(j));
        if !up {
            tips.reverse();
        }
        tips.into_iter()
            .map(|tip| tip * 10.0)
            .filter(|tip| if up { *tip > at - HAIR } else { *tip < at + HAIR })
            .map(|tip| if up { (tip + HAIR).floor() + 1.0 } else { (tip - HAIR).ceil() - 1.0 })
            .filter_map(|tenths| Importance::from_f64(tenths / 10.0))
            .find(|importance| {
                let mut tipped = self.judgement.clone();
                tipped.set_importance(j, *importance);
                self.assessment.reweighed(&tipped).verdict().is_some_and(|it| it.leader != leader)
            })
    }

    /// Sets the criterion aside, or takes it back in.
    pub(super) fn toggle_aside(&mut self) {
        let Some(j) = self.slider() else { return };
        self.change(|judgement, _| judgement.set_aside(j, !judgement.is_set_aside(j)));
    }

    /// Applies a use case and says so.
    pub(super) fn apply_use_case(&mut self, use_case: usize) {
        let Some(name) = self.decision.use_cases.get(use_case).map(|it| it.name.clone()) else {
            return;
        };
        self.change(|judgement, decision| judgement.apply_use_case(decision, use_case));
        self.notice = Some(format!("Applied: {name}"));
    }

    /// Strikes or restores the selected claim.
    pub(super) fn toggle_strike(&mut self) {
        match self.selected_claim() {
            Some(claim) if self.focus == Pane::Detail => {
                self.change(|judgement, _| {
                    judgement.set_struck(claim, !judgement.is_struck(claim));
                });
            }
            _ => self.notice = Some("Go to a claim in the evidence to strike it".into()),
        }
    }

    /// Back to the pack's importances.
    pub(super) fn reset(&mut self) {
        self.change(Judgement::reset_importances);
        self.notice = Some("Back to the pack's importances".into());
    }

    /// Takes back the last change, or makes it again.
    pub(super) fn travel(&mut self, back: bool) {
        let travelled = if back {
            self.history.undo(&self.judgement)
        } else {
            self.history.redo(&self.judgement)
        };
        if let Some(judgement) = travelled {
            self.adopt(judgement);
        } else {
            let what = if back { "undo" } else { "redo" };
            self.notice = Some(format!("Nothing to {what}"));
        }
    }
}
