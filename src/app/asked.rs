//! Answers that cost more than every frame should pay: each is computed when it is first asked for,
//! and kept as long as the judgement stays.

use std::cell::OnceCell;

use super::App;
use crate::assessment::{Opinion, RatingReversal, Reversal, Swing};

/// How many alternatives are compared one against one, and how many where there are so many criteria
/// that each pair takes its time.
const PAIRED: (usize, usize) = (8, 4);

/// From how many criteria on that is so.
const MANY: usize = 500;

/// Up to how many ratings the other methods are asked while somebody waits for a frame.
const RATINGS: usize = 250_000;

/// What has been asked so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    swings: OnceCell<Vec<Swing>>,
    reversal: OnceCell<Option<Reversal>>,
    rating_reversals: OnceCell<Vec<RatingReversal>>,
    pairs: OnceCell<Pairs>,
    opinions: OnceCell<Vec<Opinion>>,
}

/// The best alternatives one against one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pairs {
    /// Indices of those compared, best first.
    pub order: Vec<usize>,
    /// For each of them, over each of them: the share of all weightings on which it is ahead. 0 on
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

    /// The least total share that has to change hands so that somebody else leads.
    #[must_use]
    pub fn nearest_reversal(&self) -> Option<&Reversal> {
        self.asked.reversal.get_or_init(|| self.assessment.nearest_reversal()).as_ref()
    }

    /// The single ratings that would change the leader, the nearest first.
    #[must_use]
    pub fn rating_reversals(&self) -> &[RatingReversal] {
        self.asked.rating_reversals.get_or_init(|| self.assessment.rating_reversals())
    }

    /// The best alternatives one against one.
    #[must_use]
    pub fn pairs(&self) -> &Pairs {
        self.asked.pairs.get_or_init(|| {
            let paired = if self.assessment.criteria() < MANY { PAIRED.0 } else { PAIRED.1 };
            let order: Vec<usize> = self.assessment.ranking().into_iter().take(paired).collect();
            let share = |one, other| self.assessment.ahead(one, other).map_or(0.0, |it| it.0);
            let mut ahead = vec![vec![0.0; order.len()]; order.len()];
            for (at, &one) in order.iter().enumerate() {
                for (below, &other) in order.iter().enumerate().skip(at + 1) {
                    let first = share(one, other);
                    // Two that are equal everywhere are never ahead of each other; any others tie on
                    // a share of nothing.
                    let second = if first > 0.0 { 1.0 - first } else { share(other, one) };
                    (ahead[at][below], ahead[below][at]) = (first, second);
                }
            }
            Pairs { order, ahead }
        })
    }

    /// What other methods make of the same ratings and shares; `None` where there are so many ratings
    /// that it would take longer than anybody waits for a frame.
    #[must_use]
    pub fn opinions(&self) -> Option<&[Opinion]> {
        let ratings = self.assessment.alternatives() * self.assessment.criteria();
        (ratings <= RATINGS)
            .then(|| &**self.asked.opinions.get_or_init(|| self.assessment.opinions()))
    }
}
