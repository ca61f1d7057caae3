//! The values and shares that the questions about robustness are asked of: those of the criteria in
//! the score and of the alternatives that are compared, and nothing else.

use super::Assessment;

/// Differences of values below this are rounding: means of equal ratings may differ in their last
/// bits. A hundredth of what makes a tie, so that it never decides one.
pub(super) const SAME: f64 = 1e-13;

/// What is in the score. Rows are criteria, columns are alternatives, both numbered from 0.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    /// Index of each row's criterion.
    criteria: Vec<usize>,
    /// Index of each column's alternative.
    alternatives: Vec<usize>,
    /// By row, then column: 0 to 1.
    values: Vec<Vec<f64>>,
    /// By row, with sum 1.
    shares: Vec<f64>,
    /// By row: the weight in tenths.
    tenths: Vec<f64>,
    /// How many criteria there are, in the score or not.
    all_criteria: usize,
}

impl Matrix {
    /// What is in the score and has weight; `None` when nothing is in the score.
    pub(super) fn weighted(assessment: &Assessment) -> Option<Self> {
        Self::with(assessment, |j| assessment.share(j) > 0.0)
    }

    /// All that is in the score, also criteria without weight; `None` when nothing is.
    pub(super) fn of(assessment: &Assessment) -> Option<Self> {
        Self::with(assessment, |_| true)
    }

    fn with(assessment: &Assessment, has: impl Fn(usize) -> bool) -> Option<Self> {
        let all_criteria = assessment.criteria();
        let criteria: Vec<usize> =
            (0..all_criteria).filter(|&j| assessment.exclusion(j).is_none() && has(j)).collect();
        let alternatives = assessment.compared().to_vec();
        let row = |&j: &usize| {
            let values = assessment.evidence.values(j);
            alternatives.iter().map(|&a| values[a]).collect()
        };
        let values = criteria.iter().map(row).collect();
        (!criteria.is_empty()).then(|| Self {
            values,
            shares: criteria.iter().map(|&j| assessment.share(j)).collect(),
            tenths: criteria.iter().map(|&j| assessment.tenths[j]).collect(),
            criteria,
            alternatives,
            all_criteria,
        })
    }

    /// How many alternatives are compared.
    pub(super) fn alternatives(&self) -> usize {
        self.alternatives.len()
    }

    /// How many criteria there are here.
    pub(super) fn criteria(&self) -> usize {
        self.criteria.len()
    }

    /// Index of the n-th criterion.
    pub(super) fn criterion(&self, n: usize) -> usize {
        self.criteria[n]
    }

    /// Index of the alternative in a column.
    pub(super) fn alternative(&self, column: usize) -> usize {
        self.alternatives[column]
    }

    /// The column of an alternative that is compared.
    pub(super) fn column(&self, alternative: usize) -> Option<usize> {
        self.alternatives.iter().position(|it| *it == alternative)
    }

    /// The shares of the criteria.
    pub(super) fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The weights of the criteria, in tenths.
    pub(super) fn tenths(&self) -> &[f64] {
        &self.tenths
    }

    /// The values of the compared alternatives on the n-th criterion.
    pub(super) fn values(&self, n: usize) -> &[f64] {
        &self.values[n]
    }

    /// The lowest and the highest value on the n-th criterion; `None` where all are equal.
    pub(super) fn range(&self, n: usize) -> Option<(f64, f64)> {
        range(self.values(n))
    }

    /// How far the value in one column is above that in another, by criterion.
    pub(super) fn differences(&self, one: usize, other: usize) -> Vec<f64> {
        self.values.iter().map(|row| clean(row[one] - row[other])).collect()
    }

    /// The sum of share × difference: the gap between two scores, from -1 to 1.
    pub(super) fn gap(&self, differences: &[f64]) -> f64 {
        clean(self.shares.iter().zip(differences).map(|(share, d)| share * d).sum())
    }

    /// A number for each criterion here as one for every criterion; 0 for those that are not here.
    pub(super) fn by_criterion(&self, numbers: &[f64]) -> Vec<f64> {
        let mut all = vec![0.0; self.all_criteria];
        for (&criterion, &it) in self.criteria.iter().zip(numbers) {
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
