//! Changing the judgement. Every change goes through [`App::change`], so that it can be undone and
//! the assessment follows.

use super::stroke::Knob;
use super::{App, Asked, Command, FIRST_CLAIM, Overlay, Pane, compare, difference};
use crate::assessment::{Exclusion, assess, words};
use crate::decision::{Decision, Weight};
use crate::judgement::{Judgement, Subject, Workspace};
use crate::search::Place;

impl App {
    /// Makes a change that can be undone; nothing is remembered if it changes nothing.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Judgement, &Decision)) {
        let before = self.judgement.clone();
        self.change_in_passing(change);
        self.finish_gesture(before);
    }

    /// Makes a change that is part of a gesture, which is remembered as a whole.
    pub(super) fn change_in_passing(&mut self, change: impl FnOnce(&mut Judgement, &Decision)) {
        let mut judgement = self.judgement.clone();
        change(&mut judgement, &self.decision);
        if judgement != self.judgement {
            self.adopt(judgement);
        }
    }

    /// Takes on a judgement.
    fn adopt(&mut self, judgement: Judgement) {
        self.assessment = if judgement.has_evidence_of(&self.judgement) {
            self.assessment.reweighed(&judgement)
        } else {
            assess(&self.decision, &judgement)
        };
        if !judgement.weighs_like(&self.judgement) {
            self.certainty.restart();
        }
        // Whoever moves a slider takes its criterion back in.
        if !judgement.excludes_like(&self.judgement) {
            self.standing += 1;
        }
        let before = std::mem::replace(&mut self.judgement, judgement);
        self.asked = Asked::default();
        self.stay_in_bounds();
        self.follow_own_criteria(&before);
        self.refresh_list();
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

    /// Criteria of your own move up where one before them is gone. Where somebody was goes with them,
    /// and what has come to the place of another is shown from its beginning.
    fn follow_own_criteria(&mut self, before: &Judgement) {
        let first = self.decision.criteria.len();
        let own = self.judgement.own_criteria();
        let now = |j: usize| {
            let id =
                j.checked_sub(first).and_then(|at| before.own_criteria().get(at)).map(|it| &it.id);
            own.iter().position(|it| Some(&it.id) == id).map(|at| first + at)
        };
        self.places.retain_mut(|place| match *place {
            Place::Criterion(j) if j >= first => {
                let moved = now(j).map(Place::Criterion);
                *place = moved.unwrap_or(*place);
                moved.is_some()
            }
            _ => true,
        });
        let is_another =
            matches!(self.subject, Place::Criterion(j) if j >= first && now(j) != Some(j));
        if is_another {
            self.explain_anew();
        }
    }

    /// Remembers a finished gesture that began with this judgement.
    pub(super) fn finish_gesture(&mut self, before: Judgement) {
        if self.judgement != before {
            self.history.push(Workspace { present: before, scenarios: self.scenarios.clone() });
        }
    }

    /// The criterion that sliders' keys move: the one selected, while the criteria or its evidence
    /// have the keys. Elsewhere nothing moves unseen; the user is told what to select, and what for.
    pub(super) fn slider(&mut self, purpose: &str) -> Option<usize> {
        match (self.focus, self.subject) {
            (Pane::Criteria, _) => Some(self.selected(Pane::Criteria)),
            (Pane::Detail, Place::Criterion(j)) => Some(j),
            _ => {
                self.notice = Some(format!("Select a criterion to {purpose}"));
                None
            }
        }
    }

    /// Moves the slider by so many tenths.
    pub(super) fn nudge(&mut self, tenths: i32) {
        let Some(j) = self.slider("weigh it") else { return };
        let at = i32::from(self.judgement.weight(j).tenths());
        let weight = Weight::clamped(at + tenths);
        self.stroke(Knob::Weight(j), None, |judgement| set(judgement, j, weight));
    }

    /// Sets the slider to the position that a key names.
    pub(super) fn type_weight(&mut self, named: Weight) {
        let Some(j) = self.slider("weigh it") else { return };
        let knob = Knob::Weight(j);
        let weight = self.typed_position(knob, named);
        self.stroke(knob, Some(named), |judgement| set(judgement, j, weight));
    }

    /// Moves the slider to the first tenth beyond its next (or previous) tipping point, so that
    /// another alternative leads.
    pub(super) fn tip(&mut self, up: bool) {
        let Some(j) = self.slider("weigh it") else { return };
        let name = &self.judgement.criterion(&self.decision, j).name;
        match self.tipped(j, up) {
            Some(weight) => self.change(|judgement, _| set(judgement, j, weight)),
            None if self.assessment.exclusion(j).is_some() => {
                self.notice =
                    Some(format!("{name} is out of the score, so it cannot reverse the verdict"));
            }
            None => {
                let way = if up { "higher" } else { "lower" };
                self.notice = Some(format!("No {way} weight of {name} alone changes the leader"));
                // What else could is there to be seen.
                self.follow_up = Some(Command::Robustness);
            }
        }
    }

    /// The next position of the slider at which another one leads alone.
    fn tipped(&self, j: usize, up: bool) -> Option<Weight> {
        let leader = self.assessment.verdict()?.leader;
        let now = usize::from(self.judgement.weight(j).tenths());
        let leaders = self.assessment.leaders(j);
        let is_reversed = |at: &usize| leaders[*at].is_some() && leaders[*at] != leader;
        let at = if up {
            (now + 1..leaders.len()).find(is_reversed)
        } else {
            (0..now).rev().find(is_reversed)
        };
        Weight::from_tenths(u8::try_from(at?).ok()?)
    }

    /// Excludes what is selected in the focused pane, or includes it again.
    pub(super) fn toggle_exclusion(&mut self) {
        let nothing = "Select a criterion, a claim or an alternative to exclude it";
        match (&self.overlay, self.focus) {
            (Some(Overlay::Reference(it)), _) => match it.entries.get(it.selected) {
                Some(&Place::Alternative(a)) => self.toggle_alternative(a),
                _ => self.notice = Some(nothing.into()),
            },
            (Some(_), _) => {}
            (None, Pane::Criteria) => self.toggle_criterion(),
            (None, Pane::Detail) => match self.subject() {
                Place::Alternative(a) => self.toggle_alternative(a),
                _ => self.toggle_claim(),
            },
            (None, Pane::UseCases | Pane::CaseStudies) => self.notice = Some(nothing.into()),
        }
    }

    /// Opens the list in which an alternative can be excluded.
    pub(super) fn open_alternatives(&mut self) {
        self.open_reference(Some(Place::Alternative(0)));
        if let Some(Overlay::Reference(reference)) = &mut self.overlay {
            reference.reading = false;
        }
        self.notice = Some("Select an alternative to exclude it, or to include it again".into());
        self.follow_up = Some(Command::Exclude);
    }

    /// Excludes an alternative, or includes it again.
    fn toggle_alternative(&mut self, alternative: usize) {
        let name = self.decision.alternatives[alternative].name.clone();
        let excluded = !self.judgement.is_alternative_excluded(alternative);
        let mut is_done = true;
        self.change(|judgement, decision| {
            is_done = judgement.set_alternative_excluded(decision, alternative, excluded);
        });
        self.notice = Some(match (is_done, excluded) {
            (false, _) => "At least two alternatives must remain".to_owned(),
            (true, true) => format!("{name} is excluded from the comparison"),
            (true, false) => format!("{name} is compared again"),
        });
    }

    /// Excludes the selected criterion, or includes it again.
    fn toggle_criterion(&mut self) {
        let Some(j) = self.slider("exclude it") else { return };
        self.change(|judgement, _| {
            judgement.set_criterion_excluded(j, !judgement.is_criterion_excluded(j));
        });
        let name = &self.judgement.criterion(&self.decision, j).name;
        self.notice = Some(match self.assessment.exclusion(j) {
            None => format!("{name} counts again"),
            Some(Exclusion::ByYou) => format!("{name} is excluded: it does not count"),
            Some(reason) => format!("{name} still does not count: {}", words::exclusion(*reason)),
        });
    }

    /// Applies a use case and says so.
    pub(super) fn apply_use_case(&mut self, use_case: usize) {
        let Some(name) = self.decision.use_cases.get(use_case).map(|it| it.name.clone()) else {
            return;
        };
        self.change(|judgement, decision| judgement.apply_use_case(decision, use_case));
        let kept = words::kept(&self.decision, &self.judgement, use_case);
        let kept = kept.map_or_else(String::new, |it| format!("; kept: {it}"));
        self.notice = Some(format!("Applied: {name}{kept}"));
    }

    /// Excludes the selected claim, or includes it again.
    fn toggle_claim(&mut self) {
        let Some(claim) = self.selected_claim() else {
            if !self.select_claim_in_sight() {
                self.notice = Some("Select a claim in the evidence to exclude it".into());
            }
            return;
        };
        let excluded = !self.judgement.is_claim_excluded(claim);
        self.change(|judgement, _| judgement.set_claim_excluded(claim, excluded));
        let what = if excluded { "Excluded" } else { "Included again" };
        self.notice = Some(format!("{what}: {}", self.decision.claim(claim).says));
    }

    /// Selects the first claim in sight, and says so: nothing is excluded that was not shown to be
    /// selected. Returns whether there is one.
    fn select_claim_in_sight(&mut self) -> bool {
        let claims = self.claims();
        let first = self.view.stops.first.saturating_sub(FIRST_CLAIM);
        let at = first.min(claims.len().saturating_sub(1));
        let Some(claim) = claims.get(at) else { return false };
        self.notice = Some(format!("Selected: {}", self.decision.claim(*claim).says));
        self.follow_up = Some(Command::Exclude);
        self.select(Pane::Detail, FIRST_CLAIM + at);
        true
    }

    /// Back to the pack's weights.
    pub(super) fn reset(&mut self) {
        let before = self.judgement.clone();
        self.change(Judgement::reset_weights);
        let kept = match self.judgement.evidence_changes(&self.decision) {
            0 => "",
            _ => "; what you changed in the evidence stays",
        };
        self.notice = Some(if self.judgement == before {
            "The weights are already the defaults".into()
        } else {
            format!("Weights reset to the defaults{kept}")
        });
    }

    /// Back to the pack in everything but the notes on what is the pack's.
    pub(super) fn reset_all(&mut self) {
        let before = self.judgement.clone();
        self.change(|judgement, decision| {
            let mut fresh = Judgement::of(decision);
            for (subject, note) in judgement.notes() {
                let is_own =
                    matches!(subject, Subject::Criterion(j) if j >= decision.criteria.len());
                if !is_own {
                    fresh.set_note(subject, note.to_owned());
                }
            }
            *judgement = fresh;
        });
        self.notice = Some(if self.judgement == before {
            "Nothing to reset: everything but your notes is as in the pack".into()
        } else {
            "Everything but your notes is as in the pack; undo restores the rest".into()
        });
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Takes back the last change, or makes it again.
    pub(super) fn travel(&mut self, back: bool) {
        let now = self.workspace();
        let travelled = if back { self.history.undo(&now) } else { self.history.redo(&now) };
        if travelled.is_none() && back && self.judgement.changes(&self.decision) > 0 {
            // They are from before, and there is another way to be rid of them.
            self.follow_up = Some(Command::Reset);
        }
        self.notice = Some(if let Some(then) = travelled {
            let (old, new) = if back { (&then, &now) } else { (&now, &then) };
            let scenarios = (old.scenarios != new.scenarios)
                .then(|| compare::change_between(&old.scenarios, &new.scenarios));
            let present = (old.present != new.present)
                .then(|| difference::between(self, &old.present, &new.present));
            let what = [scenarios, present].into_iter().flatten().collect::<Vec<_>>().join(", ");
            let Workspace { present: judgement, scenarios } = then;
            self.adopt_scenarios(scenarios);
            let back_again = judgement.criteria_count() > self.judgement.criteria_count();
            let returned = (back_again && self.focus == Pane::Criteria)
                .then(|| first_difference(self, &judgement));
            self.adopt(judgement);
            // A criterion that is back is where the eye looks for it.
            if let Some(j) = returned {
                self.select(Pane::Criteria, j);
            }
            format!("{}: {what}", if back { "Undone" } else { "Done again" })
        } else {
            format!("Nothing to {}", if back { "undo" } else { "redo" })
        });
    }
}

/// Sets a slider. An excluded criterion is included again: a user who moves its slider wants it to count.
fn set(judgement: &mut Judgement, criterion: usize, weight: Weight) {
    judgement.set_weight(criterion, weight);
    judgement.set_criterion_excluded(criterion, false);
}

/// The first criterion of another judgement that is not the one in its place now.
fn first_difference(app: &App, other: &Judgement) -> usize {
    let first_own = app.decision.criteria.len();
    let (now, then) = (app.judgement.own_criteria(), other.own_criteria());
    let same = now.iter().zip(then).take_while(|(x, y)| x.id == y.id).count();
    first_own + same
}
