//! What you think: the [`Judgement`], second of the three nouns.
//!
//! Owns how much each criterion matters to you, which are excluded, how far you trust each source,
//! which claims you excluded, your own ratings with their reasons, criteria of your own, and notes.
//! It is small, cheap to clone and comparable: a [`Scenario`] is a named judgement, a [`Workspace`]
//! the present judgement with its scenarios, and undo a list of those.
//!
//! Must not: say what follows from it ([`crate::assessment`]), or know how it is stored
//! ([`crate::session`]).
//!
//! A judgement belongs to the [`Decision`] it was made for; its indices are that decision's.
//! Criteria of your own come after the decision's: with M criteria in the pack, index M is the
//! first of your own.

mod record;
mod workspace;

use std::collections::{BTreeMap, BTreeSet};

pub use record::Record;
pub use workspace::{NameError, Scenario, Scenarios, Workspace};

use crate::decision::{ClaimRef, Criterion, Decision, Trust, Weight};

/// What somebody thinks of a [`Decision`].
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    states: Vec<CriterionState>,
    trusts: Vec<Trust>,
    excluded_claims: BTreeSet<ClaimRef>,
    excluded_alternatives: BTreeSet<usize>,
    own_ratings: BTreeMap<(usize, usize), OwnRating>,
    own_criteria: Vec<Criterion>,
    notes: BTreeMap<Subject, String>,
    use_case: Option<usize>,
}

/// How much one criterion matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CriterionState {
    weight: Weight,
    excluded: bool,
}

/// A rating of your own, which replaces what the sources say.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnRating {
    /// On the criterion's scale.
    pub rating: f64,
    /// Why. May be empty.
    pub reason: String,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The decision as a whole.
    Decision,
    /// The criterion with this index.
    Criterion(usize),
}

impl Judgement {
    /// What the pack starts you with: its weights and trusts, nothing excluded, nothing of your own.
    #[must_use]
    pub fn of(decision: &Decision) -> Self {
        Self {
            states: decision.criteria.iter().map(CriterionState::of).collect(),
            trusts: decision.sources.iter().map(|it| it.trust).collect(),
            excluded_claims: BTreeSet::new(),
            excluded_alternatives: BTreeSet::new(),
            own_ratings: BTreeMap::new(),
            own_criteria: Vec::new(),
            notes: BTreeMap::new(),
            use_case: None,
        }
    }

    /// How many criteria there are, your own included.
    #[must_use]
    pub fn criteria_count(&self) -> usize {
        self.states.len()
    }

    /// The criterion with this index, the decision's or your own.
    ///
    /// # Panics
    /// When there is no such criterion.
    #[must_use]
    pub fn criterion<'a>(&'a self, decision: &'a Decision, criterion: usize) -> &'a Criterion {
        decision
            .criteria
            .get(criterion)
            .unwrap_or_else(|| &self.own_criteria[criterion - decision.criteria.len()])
    }

    /// Every criterion, the decision's first, then your own.
    pub fn criteria<'a>(&'a self, decision: &'a Decision) -> impl Iterator<Item = &'a Criterion> {
        decision.criteria.iter().chain(&self.own_criteria)
    }

    /// Index that another judgement on the same decision has for a criterion of this one; `None` where
    /// it has none. One of your own is known by its id.
    #[must_use]
    pub fn counterpart(&self, criterion: usize, other: &Self) -> Option<usize> {
        // Every judgement on the decision has the pack's criteria, in its order.
        let first_own = self.states.len() - self.own_criteria.len();
        let Some(own) = criterion.checked_sub(first_own) else { return Some(criterion) };
        let id = &self.own_criteria[own].id;
        let there = other.own_criteria.iter().position(|it| it.id == *id)?;
        Some(first_own + there)
    }

    /// How much a criterion matters, whether or not it is excluded.
    #[must_use]
    pub fn weight(&self, criterion: usize) -> Weight {
        self.states[criterion].weight
    }

    /// Sets how much a criterion matters.
    pub fn set_weight(&mut self, criterion: usize, weight: Weight) {
        self.states[criterion].weight = weight;
    }

    /// Whether a criterion is excluded: out of the score, its weight kept for later.
    #[must_use]
    pub fn is_criterion_excluded(&self, criterion: usize) -> bool {
        self.states[criterion].excluded
    }

    /// Excludes a criterion, or takes it back in with the weight it had.
    pub fn set_criterion_excluded(&mut self, criterion: usize, excluded: bool) {
        self.states[criterion].excluded = excluded;
    }

    /// Whether an alternative is excluded: it takes no part in the comparison.
    #[must_use]
    pub fn is_alternative_excluded(&self, alternative: usize) -> bool {
        self.excluded_alternatives.contains(&alternative)
    }

    /// Excludes an alternative, or includes it again. Returns whether that was done: two alternatives
    /// are always left to compare.
    pub fn set_alternative_excluded(
        &mut self,
        decision: &Decision,
        alternative: usize,
        excluded: bool,
    ) -> bool {
        if !excluded {
            self.excluded_alternatives.remove(&alternative);
            return true;
        }
        let left = self.compared(decision).filter(|it| *it != alternative).count();
        if left >= 2 {
            self.excluded_alternatives.insert(alternative);
        }
        left >= 2
    }

    /// The alternatives that are compared, in the order of the pack; at least two.
    pub fn compared(&self, decision: &Decision) -> impl Iterator<Item = usize> + use<'_> {
        (0..decision.alternatives.len()).filter(|it| !self.is_alternative_excluded(*it))
    }

    /// How far a source is trusted.
    #[must_use]
    pub fn trust(&self, source: usize) -> Trust {
        self.trusts[source]
    }

    /// Sets how far a source is trusted.
    pub fn set_trust(&mut self, source: usize, trust: Trust) {
        self.trusts[source] = trust;
    }

    /// Whether a claim is excluded: read, and not counted.
    #[must_use]
    pub fn is_claim_excluded(&self, claim: ClaimRef) -> bool {
        self.excluded_claims.contains(&claim)
    }

    /// Excludes a claim, or includes it again.
    pub fn set_claim_excluded(&mut self, claim: ClaimRef, excluded: bool) {
        if excluded {
            self.excluded_claims.insert(claim);
        } else {
            self.excluded_claims.remove(&claim);
        }
    }

    /// The excluded claims, in the order of the pack.
    pub fn excluded_claims(&self) -> impl Iterator<Item = ClaimRef> + '_ {
        self.excluded_claims.iter().copied()
    }

    /// Your own rating of an alternative on a criterion.
    #[must_use]
    pub fn own_rating(&self, criterion: usize, alternative: usize) -> Option<&OwnRating> {
        self.own_ratings.get(&(criterion, alternative))
    }

    /// Sets your own rating, or takes it back with `None`.
    pub fn set_own_rating(&mut self, criterion: usize, alternative: usize, own: Option<OwnRating>) {
        match own {
            Some(own) => self.own_ratings.insert((criterion, alternative), own),
            None => self.own_ratings.remove(&(criterion, alternative)),
        };
    }

    /// All your own ratings as (criterion, alternative, rating), in that order.
    pub fn own_ratings(&self) -> impl Iterator<Item = (usize, usize, &OwnRating)> {
        self.own_ratings.iter().map(|(&(j, a), own)| (j, a, own))
    }

    /// Criteria of your own.
    #[must_use]
    pub fn own_criteria(&self) -> &[Criterion] {
        &self.own_criteria
    }

    /// Adds a criterion of your own, without claims, and returns its index. Its ratings are set by
    /// [`Self::set_own_rating`].
    pub fn add_criterion(&mut self, criterion: Criterion) -> usize {
        self.states.push(CriterionState::of(&criterion));
        self.own_criteria.push(criterion);
        self.states.len() - 1
    }

    /// Replaces a criterion of your own by another, which takes over its ratings and its note.
    ///
    /// # Panics
    /// When the index is not that of a criterion of your own.
    pub fn replace_criterion(&mut self, criterion: usize, by: Criterion) {
        let first_own = self.states.len() - self.own_criteria.len();
        self.own_criteria[criterion - first_own] = by;
    }

    /// Removes a criterion of your own with its ratings and its note.
    ///
    /// # Panics
    /// When the index is not that of a criterion of your own.
    pub fn remove_criterion(&mut self, criterion: usize) {
        let first_own = self.states.len() - self.own_criteria.len();
        self.own_criteria.remove(criterion - first_own);
        self.states.remove(criterion);
        let closed_up = |j: usize| if j > criterion { j - 1 } else { j };
        self.own_ratings = std::mem::take(&mut self.own_ratings)
            .into_iter()
            .filter(|((j, _), _)| *j != criterion)
            .map(|((j, a), own)| ((closed_up(j), a), own))
            .collect();
        self.notes = std::mem::take(&mut self.notes)
            .into_iter()
            .filter(|(subject, _)| *subject != Subject::Criterion(criterion))
            .map(|(subject, note)| match subject {
                Subject::Criterion(j) => (Subject::Criterion(closed_up(j)), note),
                Subject::Decision => (subject, note),
            })
            .collect();
    }

    /// Whether another judgement lets the same evidence count: the same trusts, excluded claims
    /// and alternatives, own ratings and own criteria.
    #[must_use]
    pub fn has_evidence_of(&self, other: &Self) -> bool {
        self.trusts == other.trusts
            && self.excluded_claims == other.excluded_claims
            && self.excluded_alternatives == other.excluded_alternatives
            && self.own_ratings == other.own_ratings
            && self.own_criteria == other.own_criteria
    }

    /// Whether another judgement excludes the same criteria.
    #[must_use]
    pub fn excludes_like(&self, other: &Self) -> bool {
        self.states.iter().map(|it| it.excluded).eq(other.states.iter().map(|it| it.excluded))
    }

    /// Whether the same follows from another judgement: whatever differs is notes, or where the
    /// weights came from. That a reason or a name differs is taken for more than it is.
    #[must_use]
    pub fn weighs_like(&self, other: &Self) -> bool {
        self.states == other.states && self.has_evidence_of(other)
    }

    /// Your note on a subject.
    #[must_use]
    pub fn note(&self, subject: Subject) -> Option<&str> {
        self.notes.get(&subject).map(String::as_str)
    }

    /// Writes a note; an empty one is taken away.
    pub fn set_note(&mut self, subject: Subject, note: String) {
        if note.trim().is_empty() {
            self.notes.remove(&subject);
        } else {
            self.notes.insert(subject, note);
        }
    }

    /// All your notes.
    pub fn notes(&self) -> impl Iterator<Item = (Subject, &str)> {
        self.notes.iter().map(|(subject, note)| (*subject, note.as_str()))
    }

    /// Index of the use case the weights were last taken from.
    #[must_use]
    pub fn use_case(&self) -> Option<usize> {
        self.use_case
    }

    /// Replaces the weights by a use case's: what it does not name is at 0. What is excluded stays
    /// excluded, and [what it leaves alone](use_case_weights) keeps its weight.
    ///
    /// # Panics
    /// When the decision has no such use case.
    pub fn apply_use_case(&mut self, decision: &Decision, use_case: usize) {
        for (state, weight) in self.states.iter_mut().zip(use_case_weights(decision, use_case)) {
            state.weight = weight.unwrap_or(state.weight);
        }
        self.use_case = Some(use_case);
    }

    /// Goes back to the pack's weights, with nothing excluded and no use case. Evidence
    /// (trust, excluded claims, own ratings) is left alone.
    pub fn reset_weights(&mut self, decision: &Decision) {
        let pack = decision.criteria.iter().chain(&self.own_criteria).map(CriterionState::of);
        self.states = pack.collect();
        self.use_case = None;
    }

    /// The weights that the sliders start from: those of the chosen use case, or of the pack where none
    /// is chosen or the use case leaves a criterion alone.
    #[must_use]
    pub fn starting_weights(&self, decision: &Decision) -> Vec<Weight> {
        let mut weights: Vec<Weight> = self.criteria(decision).map(|it| it.weight).collect();
        if let Some(use_case) = self.use_case {
            let applied = use_case_weights(decision, use_case);
            for (weight, applied) in weights.iter_mut().zip(applied) {
                *weight = applied.unwrap_or(*weight);
            }
        }
        weights
    }

    /// The criteria that a use case leaves alone and that have a weight: those of your own, and those
    /// of the pack that only you can rate.
    #[must_use]
    pub fn kept_by(&self, decision: &Decision, use_case: usize) -> Vec<usize> {
        let applied = use_case_weights(decision, use_case);
        let is_kept = |j: &usize| applied.get(*j).copied().flatten().is_none();
        (0..self.criteria_count())
            .filter(is_kept)
            .filter(|&j| self.weight(j) > Weight::MIN && !self.is_criterion_excluded(j))
            .collect()
    }

    /// How many of the decision's criteria differ, in weight or in being excluded, from what
    /// they [start](Self::starting_weights) with.
    #[must_use]
    pub fn changes(&self, decision: &Decision) -> usize {
        self.states
            .iter()
            .zip(self.starting_weights(decision))
            .take(decision.criteria.len())
            .filter(|(state, start)| state.excluded || state.weight != *start)
            .count()
    }
}

impl Judgement {
    /// How much beside the weights is not as the pack has it: trusts moved, claims and alternatives
    /// excluded, ratings and criteria of your own.
    #[must_use]
    pub fn evidence_changes(&self, decision: &Decision) -> usize {
        let moved =
            self.trusts.iter().zip(&decision.sources).filter(|(trust, it)| **trust != it.trust);
        moved.count()
            + self.excluded_claims.len()
            + self.excluded_alternatives.len()
            + self.own_ratings.len()
            + self.own_criteria.len()
    }
}

impl CriterionState {
    fn of(criterion: &Criterion) -> Self {
        Self { weight: criterion.weight, excluded: false }
    }
}

/// A use case's weight for each of the decision's criteria: 0 for those that it does not name, `None`
/// for those among them that no source rates, which it leaves alone.
///
/// # Panics
/// When the decision has no such use case.
#[must_use]
pub fn use_case_weights(decision: &Decision, use_case: usize) -> Vec<Option<Weight>> {
    let unnamed = |it: &Criterion| (!it.claims.is_empty()).then_some(Weight::MIN);
    let mut weights: Vec<Option<Weight>> = decision.criteria.iter().map(unnamed).collect();
    for &(criterion, weight) in &decision.use_cases[use_case].weights {
        weights[criterion] = Some(weight);
    }
    weights
}

#[cfg(test)]
mod tests;
