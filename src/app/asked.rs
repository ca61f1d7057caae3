//! Answers that cost more than every frame should pay: each is computed when it is first asked for,
//! and kept as long as the judgement stays.

use std::cell::OnceCell;

use super::{App, SourceRow};
use crate::assessment::{Gaps, Opinion, RatingReversal, Reversal, Swing};

/// How many alternatives are compared one against one.
const PAIRED: usize = 8;

/// What has been asked so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    swings: OnceCell<Vec<Swing>>,
    reversal: OnceCell<Option<Reversal>>,
    rating_reversals: OnceCell<Vec<RatingReversal>>,
    pairs: OnceCell<Pairs>,
    opinions: OnceCell<Vec<Opinion>>,
    gaps: OnceCell<Gaps>,
    pub(super) source_rows: OnceCell<Vec<SourceRow>>,
}

/// The best alternatives one against one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pairs {
    /// Indices of those compared, best first.
    pub order: Vec<usize>,
    /// For each of them, over each of them: the share of all weights on which it is ahead. 0 on
    /// the diagonal.
    pub ahead: Vec<Vec<f64>>,
}

impl App {
    /// How far each weight alone swings the margin, of the criteria in the score; the widest
    /// first.
    #[must_use]
    pub fn swings(&self) -> &[Swing] {
        self.asked.swings.get_or_init(|| self.assessment.swings())
    }

    /// The least total share that has to move so that a rival is tied.
    #[must_use]
    pub fn nearest_reversal(&self) -> Option<&Reversal> {
        self.asked.reversal.get_or_init(|| self.assessment.nearest_reversal()).as_ref()
    }

    /// The single ratings that would change the leader, the nearest first.
    #[must_use]
    pub fn rating_reversals(&self) -> &[RatingReversal] {
        self.asked.rating_reversals.get_or_init(|| self.assessment.rating_reversals())
    }

    /// The missing ratings, and what they could do to the verdict.
    #[must_use]
    pub fn gaps(&self) -> &Gaps {
        self.asked.gaps.get_or_init(|| self.assessment.gaps())
    }

    /// The best alternatives one against one.
    #[must_use]
    pub fn pairs(&self) -> &Pairs {
        self.asked.pairs.get_or_init(|| {
            let order: Vec<usize> = self.assessment.ranking().into_iter().take(PAIRED).collect();
            let share = |one, other| self.assessment.ahead(one, other).unwrap_or(0.5);
            let mut ahead = vec![vec![0.0; order.len()]; order.len()];
            for (at, &one) in order.iter().enumerate() {
                for (below, &other) in order.iter().enumerate().skip(at + 1) {
                    let first = share(one, other);
                    (ahead[at][below], ahead[below][at]) = (first, 1.0 - first);
                }
            }
            Pairs { order, ahead }
        })
    }

    /// What other methods make of the same ratings and shares.
    #[must_use]
    pub fn opinions(&self) -> &[Opinion] {
        self.asked.opinions.get_or_init(|| self.assessment.opinions())
    }
}
