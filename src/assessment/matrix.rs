//! The values and shares that the questions about robustness are asked of: those of the criteria in
//! the score, and nothing else.
//!
//! Shares the evidence with the assessment it comes from, so that it costs next to nothing and can
//! be sent to another thread.

use std::sync::Arc;

use super::{Assessment, Evidence};

/// Differences of values below this are rounding: means of equal ratings may differ in their last
/// bits. A hundredth of what makes a tie, so that it never decides one.
pub(super) const SAME: f64 = 1e-13;

/// What is in the score.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    evidence: Arc<Evidence>,
    /// Index of each criterion in the score.
    criteria: Vec<usize>,
    /// Like `criteria`: their shares, with sum 1.
    shares: Vec<f64>,
    /// Like `criteria`: their weights in tenths.
    tenths: Vec<f64>,
    /// How many criteria there are, in the score or not.
    all_criteria: usize,
}

impl Matrix {
    /// Whether the same criteria are in the score as in another one, with the same values, whatever
    /// their shares.
    pub(super) fn has_values_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.evidence, &other.evidence) && self.criteria == other.criteria
    }

    /// What is in the score of an assessment; `None` when nothing is.
    pub(super) fn of(assessment: &Assessment) -> Option<Self> {
        let all_criteria = assessment.criteria();
        let criteria: Vec<usize> =
            (0..all_criteria).filter(|&j| assessment.exclusion(j).is_none()).collect();
        (!criteria.is_empty()).then(|| Self {
            evidence: Arc::clone(&assessment.evidence),
            shares: criteria.iter().map(|&j| assessment.share(j)).collect(),
            tenths: criteria.iter().map(|&j| assessment.tenths[j]).collect(),
            criteria,
            all_criteria,
        })
    }

    /// How many alternatives there are.
    pub(super) fn alternatives(&self) -> usize {
        self.evidence.alternatives()
    }

    /// How many criteria are in the score.
    pub(super) fn criteria(&self) -> usize {
        self.criteria.len()
    }

    /// The index that the n-th criterion in the score has among all criteria.
    pub(super) fn criterion(&self, n: usize) -> usize {
        self.criteria[n]
    }

    /// The shares of the criteria in the score.
    pub(super) fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The weights, in tenths, of the criteria in the score.
    pub(super) fn tenths(&self) -> &[f64] {
        &self.tenths
    }

    /// The values of all alternatives on the n-th criterion in the score.
    pub(super) fn values(&self, n: usize) -> &[f64] {
        self.evidence.values(self.criteria[n])
    }

    /// The lowest and the highest value on the n-th criterion in the score; `None` where all are
    /// equal.
    pub(super) fn range(&self, n: usize) -> Option<(f64, f64)> {
        range(self.values(n))
    }

    /// How far one alternative's value is above another's on each criterion in the score.
    pub(super) fn differences(&self, one: usize, other: usize) -> Vec<f64> {
        let difference = |n: usize| {
            let values = self.values(n);
            clean(values[one] - values[other])
        };
        (0..self.criteria()).map(difference).collect()
    }

    /// The sum of share × difference: the gap between two scores, from -1 to 1.
    pub(super) fn gap(&self, differences: &[f64]) -> f64 {
        clean(self.shares.iter().zip(differences).map(|(share, d)| share * d).sum())
    }

    /// Something for each criterion in the score as something for every criterion; 0 for those that
    /// are out of it.
    pub(super) fn spread(&self, included: &[f64]) -> Vec<f64> {
        let mut all = vec![0.0; self.all_criteria];
        for (&criterion, &it) in self.criteria.iter().zip(included) {
            all[criterion] = it;
        }
        all
    }
}

/// A difference without what rounding may have left of nothing.
pub(super) fn clean(difference: f64) -> f64 {
    if difference.abs() <= SAME { 0.0 } else { difference }
}

/// The lowest and the highest of some numbers; `None` where all are equal.
pub(super) fn range(numbers: &[f64]) -> Option<(f64, f64)> {
    let wider = |(low, high): (f64, f64), it: &f64| (low.min(*it), high.max(*it));
    let (low, high) = numbers.iter().fold((f64::INFINITY, f64::NEG_INFINITY), wider);
    (clean(high - low) > 0.0).then_some((low, high))
}

/// The highest of at least two scores, where no other comes as close to it as rounding could:
/// otherwise the lead is shared, and nobody has it.
pub(super) fn strict_leader(scores: &[f64]) -> Option<usize> {
    let (mut leader, mut best, mut second) = (0, f64::NEG_INFINITY, f64::NEG_INFINITY);
    for (a, &score) in scores.iter().enumerate() {
        if score > best {
            (leader, second, best) = (a, best, score);
        } else if score > second {
            second = score;
        }
    }
    (best - second > SAME).then_some(leader)
}
