//! Missing ratings: which there are, and what they could do to the verdict.
//!
//! A missing rating leaves its criterion in the score and counts as the decision says. A *completion* is
//! a rating that it could have instead.

use super::Assessment;
use super::matrix::SAME;

/// The missing ratings of the alternatives that are compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gaps {
    /// The share of weight, 0 to 1, of the criteria with a missing rating.
    pub share: f64,
    /// Indices of the criteria that are out of the score because no alternative is rated on them.
    pub unrated: Vec<usize>,
    /// The missing ratings, by criterion, then alternative; also on criteria without weight.
    pub cells: Vec<Gap>,
    /// Whether missing ratings can together reverse the verdict: those of the leader at the worst, those
    /// of a rival at the best.
    pub jointly: bool,
}

/// One missing rating of an alternative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// Index of the criterion.
    pub criterion: usize,
    /// Index of the alternative.
    pub alternative: usize,
    /// What it takes to reverse the verdict by this rating alone, if that is possible.
    pub reversal: Option<Completion>,
}

/// A value of a missing rating from which on the leader changes, everything else kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Completion {
    /// The value, 0 (worst) to 1 (best), at which the leader and [`Self::leader`] are tied.
    pub value: f64,
    /// Index of the alternative that leads beyond that value.
    pub leader: usize,
    /// Whether it leads from there upwards; else downwards.
    pub up: bool,
}

impl Gaps {
    /// Whether any rating is missing on a criterion with weight.
    #[must_use]
    pub fn matter(&self) -> bool {
        self.share > 0.0
    }
}

impl Assessment {
    /// The missing ratings, and what they could do to the verdict.
    #[must_use]
    pub fn gaps(&self) -> Gaps {
        let mut gaps = Gaps {
            unrated: (0..self.criteria())
                .filter(|&j| self.exclusion(j) == Some(&super::Exclusion::Unrated))
                .collect(),
            ..Gaps::default()
        };
        for j in (0..self.criteria()).filter(|&j| self.exclusion(j).is_none()) {
            let missing = self.compared().iter().filter(|&&a| self.rating(j, a).is_none());
            let before = gaps.cells.len();
            gaps.cells.extend(missing.map(|&a| Gap {
                criterion: j,
                alternative: a,
                reversal: self.completion(j, a),
            }));
            if gaps.cells.len() > before {
                gaps.share += self.share(j);
            }
        }
        gaps.share = gaps.share.min(1.0);
        gaps.jointly = !gaps.cells.is_empty() && self.is_jointly_reversible();
        gaps
    }

    /// The value of a missing rating from which on another alternative leads. The gap `g` between two
    /// scores is closed by a change of `g / w_j` in a value.
    fn completion(&self, j: usize, a: usize) -> Option<Completion> {
        let (leader, share) = (self.verdict()?.leader?, self.share(j));
        if share <= 0.0 {
            return None;
        }
        let now = self.evidence.values(j)[a];
        let gap = |rival: usize| (self.scores[leader] - self.scores[rival]) / 100.0 / share;
        if a == leader {
            let rival = self.verdict()?.second;
            let value = now - gap(rival);
            (value > SAME).then_some(Completion { value, leader: rival, up: false })
        } else {
            let value = now + gap(a);
            (value < 1.0 - SAME).then_some(Completion { value, leader: a, up: true })
        }
    }

    /// Whether a rival is ahead when the leader's missing ratings are at the worst and its own at the
    /// best.
    fn is_jointly_reversible(&self) -> bool {
        let Some(leader) = self.verdict().and_then(|it| it.leader) else { return false };
        let ranges = self.missing_ranges();
        self.compared().iter().any(|&rival| {
            rival != leader && ranges[rival].1 > ranges[leader].0 + super::verdict::TIE
        })
    }

    /// By alternative: its score with all its missing ratings at the worst, and with all at the best, 0
    /// to 100.
    #[must_use]
    pub fn missing_ranges(&self) -> Vec<(f64, f64)> {
        let mut ranges: Vec<(f64, f64)> = self.scores.iter().map(|it| (*it, *it)).collect();
        for j in (0..self.criteria()).filter(|&j| self.share(j) > 0.0) {
            for (a, (low, high)) in ranges.iter_mut().enumerate() {
                if self.rating(j, a).is_none() {
                    let value = self.evidence.values(j)[a];
                    *low -= 100.0 * self.share(j) * value;
                    *high += 100.0 * self.share(j) * (1.0 - value);
                }
            }
        }
        ranges.into_iter().map(|(low, high)| (low.max(0.0), high.min(100.0))).collect()
    }
}

#[cfg(test)]
mod tests;
