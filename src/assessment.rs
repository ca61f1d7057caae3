//! What follows: the [`Assessment`], third of the three nouns.
//!
//! Owns the mathematics: from claims to ratings and values, from values and weights to scores
//! and a verdict, and from there to what would change it. [`assess`] is a pure function; an
//! assessment is never stored and never edited, only computed again.
//!
//! What every screen needs (values, shares, scores, verdict) is computed at once; what belongs to a
//! single criterion, use case or source ([`Assessment::bands`], [`Assessment::use_case`], …) is
//! computed when it is asked for, so that a frame of a large decision pays for what it shows.
//!
//! What is worded the same everywhere is worded in [`words`], and nowhere else.
//!
//! Must not: do I/O, keep state, or know how anything is drawn.

mod band;
mod compare;
mod confidence;
mod draws;
mod evidence;
#[cfg(test)]
mod fixture;
mod gaps;
mod matrix;
mod opinion;
mod random;
mod ranking;
mod region;
mod reversal;
mod robustness;
mod similar;
mod simplex;
mod slider_reversal;
mod swing;
mod verdict;
pub mod words;

use std::sync::Arc;

pub use band::{Band, tipping_points};
pub use compare::{Comparison, Differences, Judged, Shift};
pub use confidence::Confidence;
pub use draws::Draws;
pub use evidence::{Disagreement, Evidence, Rating, Stances, source_mean, stances};
pub use gaps::{Completion, Gap, Gaps};
pub use opinion::Opinion;
pub use region::Region;
pub use reversal::{RatingReversal, Reversal};
pub use robustness::{Robustness, Shares};
pub use simplex::{Sides, centroids, sides};
pub use slider_reversal::SliderReversal;
pub use swing::{Lead, Swing, SwingEnd};
pub use verdict::{Strength, Verdict};

use crate::decision::{CaseStudy, Decision, Trust, Weight};
use crate::judgement::{Judgement, use_case_weights};

/// What follows from a judgement on a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    evidence: Arc<Evidence>,
    /// Weight of each criterion in tenths; 0 for those that are out of the score.
    tenths: Vec<f64>,
    exclusions: Vec<Option<Exclusion>>,
    /// Unnormalised score of each alternative: the sum of weight in tenths × value.
    totals: Vec<f64>,
    /// What shares are divided by: the sum of the weights, or the number of criteria in the
    /// score where all weights are 0.
    divisor: f64,
    equal_shares: bool,
    scores: Vec<f64>,
    verdict: Option<Verdict>,
}

/// Why a criterion is out of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exclusion {
    /// You excluded it.
    ByYou,
    /// None of the alternatives that are compared has a rating on it: there never was one, or what there
    /// was is excluded or comes from sources that are not trusted at all.
    Unrated,
}

/// Says what follows from a judgement on a decision.
#[must_use]
pub fn assess(decision: &Decision, judgement: &Judgement) -> Assessment {
    weigh_by(Arc::new(Evidence::of(decision, judgement)), judgement)
}

impl Assessment {
    /// What follows from another judgement whose evidence (trust, excluded claims, own ratings and
    /// criteria) is that of the judgement this assessment was made from: the same as [`assess`],
    /// without reading the claims again.
    #[must_use]
    pub fn reweighed(&self, judgement: &Judgement) -> Self {
        weigh_by(Arc::clone(&self.evidence), judgement)
    }

    /// Number of alternatives.
    #[must_use]
    pub fn alternatives(&self) -> usize {
        self.evidence.alternatives()
    }

    /// The alternatives that are compared, in the order of the pack; at least two.
    #[must_use]
    pub fn compared(&self) -> &[usize] {
        self.evidence.compared()
    }

    /// Number of criteria, in the score or not.
    #[must_use]
    pub fn criteria(&self) -> usize {
        self.tenths.len()
    }

    /// Score of each alternative, 0 to 100: `S_a = 100 · Σ w_j v_aj`. `None` when no criterion is
    /// left to score on.
    #[must_use]
    pub fn scores(&self) -> Option<&[f64]> {
        self.verdict.is_some().then_some(&self.scores)
    }

    /// Who leads, by how much. `None` when no criterion is left to score on.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        self.verdict
    }

    /// The alternatives that are compared, best first; equal ones in the order of the pack.
    #[must_use]
    pub fn ranking(&self) -> Vec<usize> {
        let mut ranking = self.compared().to_vec();
        ranking.sort_by(|&a, &b| self.scores[b].total_cmp(&self.scores[a]));
        ranking
    }

    /// Share of a criterion in the score, 0 to 1: its weight divided by the sum of all. 0 when
    /// it is out of the score.
    #[must_use]
    pub fn share(&self, criterion: usize) -> f64 {
        if self.exclusions[criterion].is_some() {
            0.0
        } else if self.equal_shares {
            1.0 / self.divisor
        } else {
            self.tenths[criterion] / self.divisor
        }
    }

    /// Whether every weight is 0, so that all criteria in the score count the same.
    #[must_use]
    pub fn has_equal_shares(&self) -> bool {
        self.equal_shares
    }

    /// Why a criterion is out of the score; `None` when it is in.
    #[must_use]
    pub fn exclusion(&self, criterion: usize) -> Option<&Exclusion> {
        self.exclusions[criterion].as_ref()
    }

    /// How an alternative is rated on a criterion; `None` where the rating is missing.
    #[must_use]
    pub fn rating(&self, criterion: usize, alternative: usize) -> Option<&Rating> {
        self.evidence.rating(criterion, alternative)
    }

    /// Value of an alternative on a criterion, 0 (worst) to 1 (best), as it counts: a missing rating
    /// counts as the decision says.
    #[must_use]
    pub fn value(&self, criterion: usize, alternative: usize) -> f64 {
        self.evidence.values(criterion)[alternative]
    }

    /// Points that a criterion adds to an alternative's score; 0 when it is out of the score.
    #[must_use]
    pub fn points_of(&self, criterion: usize, alternative: usize) -> f64 {
        100.0 * self.share(criterion) * self.value(criterion, alternative)
    }

    /// Points that a criterion adds to the margin of one alternative over another, -100 to 100; below
    /// 0 it adds to the other's over the one.
    #[must_use]
    pub fn contribution(&self, criterion: usize, (one, other): (usize, usize)) -> f64 {
        self.points_of(criterion, one) - self.points_of(criterion, other)
    }

    /// Index of the alternative with the highest rating on a criterion. `None` where several share it,
    /// and where the criterion is out of the score: a missing rating is not the worst.
    #[must_use]
    pub fn best_on(&self, criterion: usize) -> Option<usize> {
        if self.exclusion(criterion).is_some() {
            return None;
        }
        let value = |a: usize| self.rating(criterion, a).map(|it| (a, it.value));
        let rated: Vec<(usize, f64)> = self.compared().iter().filter_map(|&a| value(a)).collect();
        let best = rated.iter().max_by(|x, y| x.1.total_cmp(&y.1))?;
        let equal = rated.iter().filter(|it| best.1 - it.1 < matrix::SAME);
        (equal.count() == 1 && rated.len() > 1).then_some(best.0)
    }

    /// How trusted sources disagree on a criterion, if they do.
    #[must_use]
    pub fn disagreement(&self, criterion: usize) -> Option<Disagreement> {
        self.evidence.disagreement(criterion)
    }

    /// Who would lead as a criterion's weight runs from 0 to 10 and the others stay: bands that
    /// meet at the tipping points. A criterion that is out of the score has one band, since its
    /// weight changes nothing. Empty when nothing is left to score.
    ///
    /// Where all the other weights are 0, the bands hold for weights above 0; at 0 itself
    /// the shares are equal and [`Self::verdict_at_equal_shares`] speaks.
    #[must_use]
    pub fn bands(&self, criterion: usize) -> Vec<Band> {
        let Some(verdict) = self.verdict else { return Vec::new() };
        if self.exclusions[criterion].is_some() {
            return vec![Band { from: 0.0, to: 10.0, leader: verdict.leader }];
        }
        let mut bands = band::bands(&self.lines(criterion));
        for band in &mut bands {
            band.leader = band.leader.map(|column| self.compared()[column]);
        }
        bands
    }

    /// The verdict with a criterion at 0 where no other has any weight: the shares are equal there,
    /// so that it may be another than all along its bands. `None` where others have weight, where
    /// the criterion is out of the score, and where nothing is left to score.
    #[must_use]
    pub fn verdict_at_equal_shares(&self, criterion: usize) -> Option<Verdict> {
        let others = if self.equal_shares { 0.0 } else { self.divisor - self.tenths[criterion] };
        if others > 0.0 || self.exclusions[criterion].is_some() {
            return None;
        }
        Some(Verdict::of(&self.scores_at(criterion, 0.0)?, self.compared()))
    }

    /// The unnormalised score of each alternative that is compared as (slope, intercept) of a line in
    /// the criterion's weight, 0 to 10.
    fn lines(&self, criterion: usize) -> Vec<band::Line> {
        self.compared().iter().map(|&a| self.line(criterion, a)).collect()
    }

    /// The same for one alternative.
    fn line(&self, criterion: usize, alternative: usize) -> band::Line {
        let slope = self.evidence.values(criterion)[alternative];
        // Taking the criterion's own part off the total costs one step where a new sum would cost
        // one for each criterion; what rounding leaves is below what `band` takes for rounding.
        let others = self.totals[alternative] - self.tenths[criterion] * slope;
        band::Line { slope, intercept: others / 10.0 }
    }

    /// Score of each alternative, 0 to 100, if a criterion had this weight (0 to 10) and the
    /// others stayed. `None` when nothing is left to score.
    #[must_use]
    pub fn scores_at(&self, criterion: usize, weight: f64) -> Option<Vec<f64>> {
        let scores = self.scores()?;
        if self.exclusions[criterion].is_some() {
            return Some(scores.to_vec());
        }
        let others = self.tenths.iter().sum::<f64>() - self.tenths[criterion];
        let sum = others / 10.0 + weight;
        if sum == 0.0 {
            return Some(self.evidence.equal_scores(&self.exclusions));
        }
        let score = |line: &band::Line| {
            (100.0 * (line.intercept + line.slope * weight) / sum).clamp(0.0, 100.0)
        };
        let lines = (0..self.alternatives()).map(|a| self.line(criterion, a));
        Some(lines.map(|line| score(&line)).collect())
    }

    /// By alternative: its score with all its ratings at the least value among the sources, and with all
    /// at the most, 0 to 100. Missing ratings count as they do.
    #[must_use]
    pub fn score_ranges(&self) -> Vec<(f64, f64)> {
        let range = |a: usize| {
            let (mut low, mut high) = (self.scores[a], self.scores[a]);
            for j in (0..self.criteria()).filter(|&j| self.share(j) > 0.0) {
                if let Some(rating) = self.rating(j, a) {
                    low -= 100.0 * self.share(j) * (rating.value - rating.least);
                    high += 100.0 * self.share(j) * (rating.most - rating.value);
                }
            }
            (low.max(0.0), high.min(100.0))
        };
        (0..self.alternatives()).map(range).collect()
    }

    /// By alternative: its score when both what the sources leave open and what is missing fall against
    /// it, and when both fall for it, 0 to 100.
    #[must_use]
    pub fn open_ranges(&self) -> Vec<(f64, f64)> {
        let ranges = self.score_ranges().into_iter().zip(self.missing_ranges());
        let both = |((low, high), (least, most)): ((f64, f64), (f64, f64)), score: f64| {
            ((low + least - score).max(0.0), (high + most - score).min(100.0))
        };
        ranges.zip(&self.scores).map(|(it, score)| both(it, *score)).collect()
    }

    /// What would follow if a use case were applied.
    #[must_use]
    pub fn use_case(&self, decision: &Decision, judgement: &Judgement, use_case: usize) -> Self {
        let applied = use_case_weights(decision, use_case);
        // What is excluded stays excluded, and what the use case leaves alone keeps its weight.
        let weight =
            |j: usize| applied.get(j).copied().flatten().unwrap_or_else(|| judgement.weight(j));
        weigh(Arc::clone(&self.evidence), self.exclusions.clone(), weight)
    }

    /// How much a case study speaks to what matters now, 0 to 1: the sum of the shares of its
    /// criteria.
    #[must_use]
    pub fn relevance(&self, case_study: &CaseStudy) -> f64 {
        case_study.criteria.iter().map(|&criterion| self.share(criterion)).sum()
    }

    /// The verdict if every disagreement of the sources fell against the leader: the leader at its
    /// lowest value, every other at its highest. Without a leader, the verdict as it is.
    #[must_use]
    pub fn under_disagreements(&self) -> Option<Verdict> {
        let Some(leader) = self.verdict.and_then(|verdict| verdict.leader) else {
            return self.verdict;
        };
        let ranges = self.score_ranges().into_iter().enumerate();
        let worst: Vec<f64> =
            ranges.map(|(a, (low, high))| if a == leader { low } else { high }).collect();
        Some(Verdict::of(&worst, self.compared()))
    }

    /// Whether no weights have been set: no use case is applied, none of the weights differs from the
    /// pack's, and all criteria in the score have the same share.
    #[must_use]
    pub fn is_unweighted(&self, decision: &Decision, judgement: &Judgement) -> bool {
        let included = || (0..self.criteria()).filter(|&j| self.exclusion(j).is_none());
        let first = included().next().map(|j| self.share(j));
        let is_packs = |j: usize| judgement.weight(j) == judgement.criterion(decision, j).weight;
        judgement.use_case().is_none()
            && (0..self.criteria()).all(is_packs)
            && included().all(|j| first.is_some_and(|it| (it - self.share(j)).abs() < 1e-12))
    }
}

/// What follows when a source is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// The verdict then.
    pub verdict: Option<Verdict>,
    /// How many ratings would then be missing that are not missing now.
    pub missing: usize,
    /// Indices of the criteria on which no alternative would then be rated: out of the score.
    pub unrated: Vec<usize>,
}

/// What follows without a source; `now` is what follows from the judgement as it is.
#[must_use]
pub fn without_source(
    decision: &Decision,
    judgement: &Judgement,
    now: &Assessment,
    source: usize,
) -> LeftOut {
    let mut without = judgement.clone();
    without.set_trust(source, Trust::NONE);
    let then = assess(decision, &without);
    let scored = (0..now.criteria()).filter(|&j| now.exclusion(j).is_none());
    let lost = |j: usize| {
        let is_lost = |a: &&usize| now.rating(j, **a).is_some() && then.rating(j, **a).is_none();
        now.compared().iter().filter(is_lost).count()
    };
    LeftOut {
        verdict: then.verdict,
        missing: scored.clone().map(lost).sum(),
        unrated: scored.filter(|&j| then.exclusion(j).is_some()).collect(),
    }
}

/// The verdict with one source alone, fully trusted.
#[must_use]
pub fn only_source(decision: &Decision, judgement: &Judgement, source: usize) -> Option<Verdict> {
    let mut only = judgement.clone();
    for other in 0..decision.sources.len() {
        only.set_trust(other, if other == source { Trust::FULL } else { Trust::NONE });
    }
    assess(decision, &only).verdict
}

/// From evidence and a judgement to scores and verdict.
fn weigh_by(evidence: Arc<Evidence>, judgement: &Judgement) -> Assessment {
    let exclusions = (0..judgement.criteria_count())
        .map(|criterion| {
            if judgement.is_criterion_excluded(criterion) {
                Some(Exclusion::ByYou)
            } else {
                evidence.exclusion(criterion)
            }
        })
        .collect();
    weigh(evidence, exclusions, |j| judgement.weight(j))
}

/// From evidence, what is out of the score, and the weight of each criterion to scores and verdict.
fn weigh(
    evidence: Arc<Evidence>,
    exclusions: Vec<Option<Exclusion>>,
    weight: impl Fn(usize) -> Weight,
) -> Assessment {
    let tenths: Vec<f64> = exclusions
        .iter()
        .enumerate()
        .map(|(j, out)| if out.is_some() { 0.0 } else { weight(j).tenths().into() })
        .collect();
    let total: f64 = tenths.iter().sum();
    let included = exclusions.iter().filter(|out| out.is_none()).count();
    let equal_shares = total == 0.0 && included > 0;
    let divisor = if equal_shares { included as f64 } else { total };
    let mut totals = vec![0.0; evidence.alternatives()];
    evidence.accumulate(tenths.iter().copied().enumerate(), &mut totals);
    let scores: Vec<f64> = if equal_shares {
        evidence.equal_scores(&exclusions)
    } else if included > 0 {
        totals.iter().map(|total| (100.0 * total / divisor).clamp(0.0, 100.0)).collect()
    } else {
        totals.clone()
    };
    let verdict = (included > 0).then(|| Verdict::of(&scores, evidence.compared()));
    Assessment { evidence, tenths, exclusions, totals, divisor, equal_shares, scores, verdict }
}

#[cfg(test)]
mod tests;
