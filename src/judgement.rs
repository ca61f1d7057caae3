//! What you think: the [`Judgement`], second of the three nouns.
//!
//! Owns how much each criterion matters to you, which are set aside, how far you trust each source,
//! which claims you struck, your own ratings with their reasons, criteria of your own, and notes.
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

use crate::decision::{ClaimRef, Criterion, Decision, Importance, Trust};

/// What somebody thinks of a [`Decision`].
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    weights: Vec<Weight>,
    trusts: Vec<Trust>,
    struck: BTreeSet<ClaimRef>,
    own_ratings: BTreeMap<(usize, usize), OwnRating>,
    own_criteria: Vec<Criterion>,
    notes: BTreeMap<Subject, String>,
    use_case: Option<usize>,
}

/// How much one criterion matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Weight {
    importance: Importance,
    set_aside: bool,
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
    /// What the pack starts you with: its importances and trusts, nothing struck, nothing of your own.
    #[must_use]
    pub fn of(decision: &Decision) -> Self {
        Self {
            weights: decision.criteria.iter().map(Weight::of).collect(),
            trusts: decision.sources.iter().map(|it| it.trust).collect(),
            struck: BTreeSet::new(),
            own_ratings: BTreeMap::new(),
            own_criteria: Vec::new(),
            notes: BTreeMap::new(),
            use_case: None,
        }
    }

    /// How many criteria there are, your own included.
    #[must_use]
    pub fn criteria_count(&self) -> usize {
        self.weights.len()
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
        let first_own = self.weights.len() - self.own_criteria.len();
        let Some(own) = criterion.checked_sub(first_own) else { return Some(criterion) };
        let id = &self.own_criteria[own].id;
        let there = other.own_criteria.iter().position(|it| it.id == *id)?;
        Some(first_own + there)
    }

    /// How much a criterion matters, whether or not it is set aside.
    #[must_use]
    pub fn importance(&self, criterion: usize) -> Importance {
        self.weights[criterion].importance
    }

    /// Sets how much a criterion matters.
    pub fn set_importance(&mut self, criterion: usize, importance: Importance) {
        self.weights[criterion].importance = importance;
    }

    /// Whether a criterion is set aside: out of the score, its importance kept for later.
    #[must_use]
    pub fn is_set_aside(&self, criterion: usize) -> bool {
        self.weights[criterion].set_aside
    }

    /// Sets a criterion aside, or takes it back in with the importance it had.
    pub fn set_aside(&mut self, criterion: usize, aside: bool) {
        self.weights[criterion].set_aside = aside;
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

    /// Whether a claim is struck: read, and not counted.
    #[must_use]
    pub fn is_struck(&self, claim: ClaimRef) -> bool {
        // Most judgements strike nothing; a large pack asks this a million times.
        !self.struck.is_empty() && self.struck.contains(&claim)
    }

    /// Strikes a claim, or restores it.
    pub fn set_struck(&mut self, claim: ClaimRef, struck: bool) {
        if struck {
            self.struck.insert(claim);
        } else {
            self.struck.remove(&claim);
        }
    }

    /// The struck claims, in the order of the pack.
    pub fn struck(&self) -> impl Iterator<Item = ClaimRef> + '_ {
        self.struck.iter().copied()
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
        self.weights.push(Weight::of(&criterion));
        self.own_criteria.push(criterion);
        self.weights.len() - 1
    }

    /// Replaces a criterion of your own by another, which takes over its ratings and its note.
    ///
    /// # Panics
    /// When the index is not that of a criterion of your own.
    pub fn replace_criterion(&mut self, criterion: usize, by: Criterion) {
        let first_own = self.weights.len() - self.own_criteria.len();
        self.own_criteria[criterion - first_own] = by;
    }

    /// Removes a criterion of your own with its ratings and its note.
    ///
    /// # Panics
    /// When the index is not that of a criterion of your own.
    pub fn remove_criterion(&mut self, criterion: usize) {
        let first_own = self.weights.len() - self.own_criteria.len();
        self.own_criteria.remove(criterion - first_own);
        self.weights.remove(criterion);
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

    /// Whether another judgement lets the same evidence count: the same trusts, struck claims, own
    /// ratings and own criteria.
    #[must_use]
    pub fn has_evidence_of(&self, other: &Self) -> bool {
        self.trusts == other.trusts
            && self.struck == other.struck
            && self.own_ratings == other.own_ratings
            && self.own_criteria == other.own_criteria
    }

    /// Whether another judgement sets the same criteria aside.
    #[must_use]
    pub fn sets_aside_like(&self, other: &Self) -> bool {
        self.weights.iter().map(|it| it.set_aside).eq(other.weights.iter().map(|it| it.set_aside))
    }

    /// Whether the same follows from another judgement: whatever differs is notes, or where the
    /// importances came from. That a reason or a name differs is taken for more than it is.
    #[must_use]
    pub fn weighs_like(&self, other: &Self) -> bool {
        self.weights == other.weights && self.has_evidence_of(other)
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

    /// Index of the use case the importances were last taken from.
    #[must_use]
    pub fn use_case(&self) -> Option<usize> {
        self.use_case
    }

    /// Records which use case the importances come from, without touching them; for loading a session.
    pub fn set_use_case(&mut self, use_case: Option<usize>) {
        self.use_case = use_case;
    }

    /// Replaces the importances by a use case's: what it does not name is at 0. Criteria of your
    /// own keep theirs, and what is set aside stays aside.
    ///
    /// # Panics
    /// When the decision has no such use case.
    pub fn apply_use_case(&mut self, decision: &Decision, use_case: usize) {
        for (weight, importance) in
            self.weights.iter_mut().zip(use_case_importances(decision, use_case))
        {
            weight.importance = importance;
        }
        self.use_case = Some(use_case);
    }

    /// Goes back to the pack's importances, with nothing set aside and no use case. Evidence
    /// (trust, struck claims, own ratings) is left alone.
    pub fn reset_importances(&mut self, decision: &Decision) {
        let pack = decision.criteria.iter().chain(&self.own_criteria).map(Weight::of);
        self.weights = pack.collect();
        self.use_case = None;
    }

    /// The importances that the sliders of the decision's criteria start from: those of the chosen
    /// use case, or of the pack, if none is chosen.
    #[must_use]
    pub fn starting_importances(&self, decision: &Decision) -> Vec<Importance> {
        match self.use_case {
            Some(use_case) => use_case_importances(decision, use_case),
            None => decision.criteria.iter().map(|it| it.importance).collect(),
        }
    }

    /// How many of the decision's criteria differ, in importance or in being set aside, from what
    /// they [start](Self::starting_importances) with.
    #[must_use]
    pub fn changes(&self, decision: &Decision) -> usize {
        self.weights
            .iter()
            .zip(self.starting_importances(decision))
            .filter(|(weight, start)| weight.set_aside || weight.importance != *start)
            .count()
    }
}

impl Judgement {
    /// How many of the sources, claims and ratings are not as the pack has them: trusts moved, claims
    /// struck, ratings and criteria of your own.
    #[must_use]
    pub fn evidence_changes(&self, decision: &Decision) -> usize {
        let moved =
            self.trusts.iter().zip(&decision.sources).filter(|(trust, it)| **trust != it.trust);
        moved.count() + self.struck.len() + self.own_ratings.len() + self.own_criteria.len()
    }
}

impl Weight {
    fn of(criterion: &Criterion) -> Self {
        Self { importance: criterion.importance, set_aside: false }
    }
}

/// A use case's importance for each of the decision's criteria.
///
/// # Panics
/// When the decision has no such use case.
#[must_use]
pub fn use_case_importances(decision: &Decision, use_case: usize) -> Vec<Importance> {
    let mut importances = vec![Importance::MIN; decision.criteria.len()];
    for &(criterion, importance) in &decision.use_cases[use_case].importance {
        importances[criterion] = importance;
    }
    importances
}

#[cfg(test)]
mod tests;
