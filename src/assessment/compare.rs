//! What sets two judgements of one decision apart: how each criterion moves the margin between two
//! alternatives, and what else differs.

use std::collections::BTreeMap;

use super::Assessment;
use crate::decision::{Criterion, Decision};
use crate::judgement::{Judgement, Record};

/// A judgement with what follows from it.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// What is thought.
    pub judgement: &'a Judgement,
    /// What follows.
    pub assessment: &'a Assessment,
}

/// How one judgement's margin between two alternatives becomes another's.
///
/// For two alternatives a and b the margin is `Σ_j contribution_j(a) − contribution_j(b)`, whatever the
/// weights and the evidence; so the changes of these terms add up to the change of the margin.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Who leads in the judgement compared to (*now*), or is first in its tie.
    pub first: usize,
    /// Who follows there.
    pub second: usize,
    /// Margin of `first` over `second` in the judgement compared from (*then*).
    pub then: f64,
    /// Margin of `first` over `second` now.
    pub now: f64,
    /// The criteria of which weight, share or contribution differs; those that change the
    /// margin most come first.
    pub shifts: Vec<Shift>,
}

/// What sets two judgements apart on one criterion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// Its index then; `None` for one of your own that was not there.
    pub then: Option<usize>,
    /// Its index now; `None` for one of your own that is no more.
    pub now: Option<usize>,
    /// Points by which it changes the margin.
    pub change: f64,
}

/// How many things two judgements differ in beside the weights.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Differences {
    /// Criteria excluded in one of them only.
    pub excluded_criteria: usize,
    /// Claims excluded in one of them only.
    pub excluded_claims: usize,
    /// Alternatives excluded in one of them only.
    pub excluded_alternatives: usize,
    /// Sources that they trust differently.
    pub trust: usize,
    /// Own ratings that differ, or that only one of them has.
    pub own_ratings: usize,
    /// Criteria of your own that differ, or that only one of them has.
    pub own_criteria: usize,
    /// Notes that differ, or that only one of them has.
    pub notes: usize,
}

/// Differences below this are rounding.
const NOTHING: f64 = 1e-9;

impl Comparison {
    /// What leads from one judgement to another of the same decision. `None` when nothing can be
    /// scored in one of them.
    #[must_use]
    pub fn of(then: Judged<'_>, now: Judged<'_>) -> Option<Self> {
        then.assessment.verdict()?;
        let verdict = now.assessment.verdict()?;
        let pair = (verdict.first, verdict.second);
        let criteria = now.judgement.criteria_count();
        let mut shifts: Vec<Shift> = (0..criteria)
            .map(|j| (now.judgement.counterpart(j, then.judgement), Some(j)))
            .chain(
                (0..then.judgement.criteria_count())
                    .filter(|&j| then.judgement.counterpart(j, now.judgement).is_none())
                    .map(|j| (Some(j), None)),
            )
            .map(|(before, after)| Shift {
                then: before,
                now: after,
                change: contribution(now, after, pair) - contribution(then, before, pair),
            })
            .filter(|shift| shift.is_seen(then, now))
            .collect();
        shifts.sort_by(|x, y| y.change.abs().total_cmp(&x.change.abs()));
        let margin = |of: Judged<'_>| {
            of.assessment.scores().map_or(0.0, |scores| scores[pair.0] - scores[pair.1])
        };
        let (before, after) = (margin(then), margin(now));
        Some(Self { first: pair.0, second: pair.1, then: before, now: after, shifts })
    }

    /// What the changes of all criteria add up to: by how much the margin has changed.
    #[must_use]
    pub fn sum(&self) -> f64 {
        self.shifts.iter().map(|shift| shift.change).sum()
    }
}

impl Shift {
    /// The criterion it is of, as it is now; one that is no more, as it was.
    #[must_use]
    pub fn criterion<'a>(
        &self,
        decision: &'a Decision,
        then: &'a Judgement,
        now: &'a Judgement,
    ) -> &'a Criterion {
        match (self.now, self.then) {
            (Some(j), _) => now.criterion(decision, j),
            (None, Some(j)) => then.criterion(decision, j),
            (None, None) => unreachable!("a shift is of a criterion, then or now"),
        }
    }

    /// Whether the weight of the criterion is another than it was.
    #[must_use]
    pub fn is_moved(&self, then: &Judgement, now: &Judgement) -> bool {
        self.then.map(|j| then.weight(j)) != self.now.map(|j| now.weight(j))
    }

    /// Whether there is anything to see of it.
    fn is_seen(&self, then: Judged<'_>, now: Judged<'_>) -> bool {
        let (Some(before), Some(after)) = (self.then, self.now) else { return true };
        let shares = now.assessment.share(after) - then.assessment.share(before);
        self.change.abs() > NOTHING
            || shares.abs() > NOTHING
            || now.judgement.weight(after) != then.judgement.weight(before)
    }
}

/// What a criterion adds to the margin of one alternative over another; nothing where it is not there.
fn contribution(of: Judged<'_>, criterion: Option<usize>, pair: (usize, usize)) -> f64 {
    criterion.map_or(0.0, |j| of.assessment.contribution(j, pair))
}

impl Differences {
    /// In how many things two judgements of a decision differ.
    #[must_use]
    pub fn between(decision: &Decision, then: &Judgement, now: &Judgement) -> Self {
        let (then, now) = (then.record(decision), now.record(decision));
        let note = usize::from(then.note != now.note);
        Self {
            excluded_criteria: differing(
                marks(&then.excluded_criteria),
                marks(&now.excluded_criteria),
            ),
            excluded_claims: differing(marks(&then.excluded_claims), marks(&now.excluded_claims)),
            excluded_alternatives: differing(
                marks(&then.excluded_alternatives),
                marks(&now.excluded_alternatives),
            ),
            trust: differing(then.trust.iter().copied(), now.trust.iter().copied()),
            own_ratings: differing(ratings(&then), ratings(&now)),
            own_criteria: differing(
                then.criteria.iter().map(|it| (&it.id, it)),
                now.criteria.iter().map(|it| (&it.id, it)),
            ),
            notes: note + differing(then.notes.iter().copied(), now.notes.iter().copied()),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Ids as entries without a value.
fn marks<T: Ord>(ids: &[T]) -> impl Iterator<Item = (&T, ())> {
    ids.iter().map(|id| (id, ()))
}

fn ratings<'a>(record: &'a Record<'_>) -> impl Iterator<Item = ((&'a str, &'a str), f64)> {
    record.own_rating.iter().flat_map(|(criterion, ratings)| {
        ratings.iter().map(|(alternative, own)| ((*criterion, *alternative), own.rating))
    })
}

/// How many entries only one side has, or has with another value.
fn differing<K: Ord, V: PartialEq>(
    then: impl Iterator<Item = (K, V)>,
    now: impl Iterator<Item = (K, V)>,
) -> usize {
    let mut rest: BTreeMap<K, V> = then.collect();
    let differ = now.filter(|(key, value)| rest.remove(key).is_none_or(|it| it != *value)).count();
    differ + rest.len()
}

#[cfg(test)]
mod tests;
