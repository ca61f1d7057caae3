//! How sure the verdict is, looked at closely: confidence from many draws, and on what share of
//! weights of several kinds each alternative comes first.
//!
//! Three sets of weights are looked at beside the confidence: *similar* ones, each weight changed by up
//! to half of itself; those in the *same order* as yours; and *all* weights there are. Criteria without
//! weight have none in any of them. Between two alternatives the shares are exact ([`super::similar`],
//! [`super::simplex`]); among more they are drawn (SMAA-2: Lahdelma and Salminen 2001, *SMAA-2:
//! stochastic multicriteria acceptability analysis for group decision making*).
//!
//! Everything here is computed when it is asked for.

use rayon::prelude::*;

use super::Assessment;
use super::confidence::{Confidence, Tally, first_places, half_width};
use super::draws::{CriterionDraws, DRAWS, Draws};
use super::matrix::Matrix;
use super::random::Random;
use super::ranking::Ranking;
use super::similar::similar;
use super::simplex::{Kernel, Sides, centroids};

/// Blocks of draws for the refined figures: 262 144 draws, so that the 95 % error of a share is at most
/// 0.2 points.
const BLOCKS: u64 = 64;

/// Seed of the drawn weights.
const SEED: u64 = 0x7765_6967_6802;

/// How sure the verdict is.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// The confidence, refined.
    pub confidence: Confidence,
    /// On which share of similar weights each alternative comes first.
    pub similar: Shares,
    /// On which share of the weights in the same order as yours it does.
    pub same_order: Shares,
    /// On which share of all weights it does.
    pub all: Shares,
    /// By alternative: the mean of all the weights on which it comes first, by criterion, with sum 1 (0
    /// for criteria without weight): what those weigh who would choose it. `None` for one that comes
    /// first nowhere.
    pub central: Vec<Option<Vec<f64>>>,
}

/// Shares of a set of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// By alternative: the share on which it comes first, with equal parts where several do, 0 to 1. They
    /// add up to 1; an alternative that is not compared has 0.
    pub first: Vec<f64>,
    /// Half the width of the 95 % confidence interval of the least certain share, 0 to 1; 0 when exact.
    pub error: f64,
}

/// In how many draws of each set of weights each column came first.
#[derive(Debug, Clone)]
struct Count {
    similar: Vec<f64>,
    all: Vec<f64>,
    same_order: Vec<f64>,
    /// By column, then criterion: the sum of the weights with which it came first.
    weights: Vec<f64>,
}

/// Everything counted in a block of draws.
struct Block {
    confidence: Tally,
    /// `None` of two alternatives, whose shares are exact.
    count: Option<Count>,
}

impl Assessment {
    /// How sure the verdict is; `None` when nothing is in the score. It takes some tenths of a second
    /// where it has to draw.
    #[must_use]
    pub fn robustness(&self) -> Option<Robustness> {
        self.robustness_while(&|| true)
    }

    /// The same, given up as soon as `is_wanted` says no.
    #[must_use]
    pub fn robustness_while(&self, is_wanted: &(dyn Fn() -> bool + Sync)) -> Option<Robustness> {
        let matrix = Matrix::weighted(self)?;
        let draws = Draws::of(self);
        let at_once = self.confidence(&draws)?;
        let is_pair = matrix.alternatives() == 2;
        if at_once.error == 0.0 && is_pair {
            return Some(self.of_two(&matrix, at_once));
        }
        let survey =
            Survey { assessment: self, matrix: &matrix, ranking: Ranking::of(matrix.tenths()) };
        let blocks: Vec<Option<Block>> = (0..BLOCKS)
            .into_par_iter()
            .map(|block| is_wanted().then(|| survey.block(block, !is_pair)))
            .collect();
        // Added up in their order, so that the result is the same on any number of threads.
        let mut blocks = blocks.into_iter();
        let mut sum = blocks.next()??;
        for block in blocks {
            sum.add(&block?);
        }
        let confidence = Confidence::from_draws(self, &matrix, &sum.confidence);
        Some(match sum.count {
            None => self.of_two(&matrix, confidence),
            Some(count) => survey.robustness(confidence, sum.confidence.draws as f64, &count),
        })
    }

    /// The shares between two alternatives, which are exact.
    fn of_two(&self, matrix: &Matrix, confidence: Confidence) -> Robustness {
        let differences = matrix.differences(0, 1);
        let shares = |first: f64, error: f64| {
            let mut by_alternative = vec![0.0; self.alternatives()];
            by_alternative[matrix.alternative(0)] = first;
            by_alternative[matrix.alternative(1)] = 1.0 - first;
            Shares { first: by_alternative, error }
        };
        let kept = Ranking::of(matrix.tenths()).kept(&differences);
        let all = Kernel::default().sides(differences.iter().copied());
        let (one, other) = if all.positive + all.negative > 0.0 {
            centroids(&differences)
        } else {
            // Both are first on all weights, the mean of which is the same for every criterion.
            let equal = vec![1.0 / matrix.criteria() as f64; matrix.criteria()];
            (Some(equal.clone()), Some(equal))
        };
        let mut central = vec![None; self.alternatives()];
        for (column, weights) in [one, other].into_iter().enumerate() {
            central[matrix.alternative(column)] = weights.map(|it| matrix.by_criterion(&it));
        }
        Robustness {
            confidence,
            similar: shares(similar(matrix.shares(), &differences), 0.0),
            same_order: shares(half_of_ties(kept.sides), kept.error),
            all: shares(half_of_ties(all), 0.0),
            central,
        }
    }

    /// On what share of all weights one alternative is ahead of another, with half of what ties; exact.
    /// `None` when nothing is in the score, or one of the two is not compared.
    #[must_use]
    pub fn ahead(&self, one: usize, other: usize) -> Option<f64> {
        let matrix = Matrix::weighted(self)?;
        let differences = matrix.differences(matrix.column(one)?, matrix.column(other)?);
        Some(half_of_ties(Kernel::default().sides(differences.into_iter())))
    }

    /// Whether another alternative that is compared is nowhere worse than this one, and somewhere better,
    /// on the criteria with weight: then it comes first on no weights.
    #[must_use]
    pub fn is_dominated(&self, alternative: usize) -> bool {
        let Some(matrix) = Matrix::weighted(self) else { return false };
        let Some(column) = matrix.column(alternative) else { return true };
        (0..matrix.alternatives()).any(|other| {
            let differences = matrix.differences(other, column);
            differences.iter().all(|d| *d >= 0.0) && differences.iter().any(|d| *d > 0.0)
        })
    }
}

/// The share of the first of two, with half of what is on neither side.
fn half_of_ties(sides: Sides) -> f64 {
    sides.positive + 0.5 * (1.0 - sides.positive - sides.negative).max(0.0)
}

/// What draws are made of.
struct Survey<'a> {
    assessment: &'a Assessment,
    matrix: &'a Matrix,
    ranking: Ranking,
}

impl Survey<'_> {
    /// A block of draws; the sets of weights only `with_sets`.
    fn block(&self, block: u64, with_sets: bool) -> Block {
        let (matrix, columns) = (self.matrix, self.matrix.alternatives());
        let criterion = |n: usize| matrix.criterion(n);
        let draws: Vec<CriterionDraws> = (0..matrix.criteria())
            .map(|n| CriterionDraws::of(&self.assessment.evidence, criterion(n), block))
            .collect();
        let mut scores = vec![0.0; DRAWS * columns];
        for (draws, &share) in draws.iter().zip(matrix.shares()) {
            draws.add(share, &mut scores);
        }
        let mut confidence = Tally::new(columns);
        confidence.count(&scores, self.assessment.leading_column(matrix));
        Block { confidence, count: with_sets.then(|| self.count(block, &draws)) }
    }

    /// Counts which alternatives come first on each set of weights.
    fn count(&self, block: u64, draws: &[CriterionDraws]) -> Count {
        let matrix = self.matrix;
        let (columns, criteria) = (matrix.alternatives(), matrix.criteria());
        let mut random = Random::new(SEED, block);
        let mut count = Count {
            similar: vec![0.0; columns],
            all: vec![0.0; columns],
            same_order: vec![0.0; columns],
            weights: vec![0.0; columns * criteria],
        };
        let mut fixed = vec![0.0; DRAWS * columns];
        for (n, (draws, &share)) in draws.iter().zip(matrix.shares()).enumerate() {
            draws.add_fixed(share, matrix.values(n), &mut fixed);
        }
        for (column, part) in fixed.chunks_exact(columns).flat_map(first_places) {
            count.similar[column] += part;
        }
        let mut order = self.ranking.order.clone();
        let (mut weights, mut scores) = (vec![0.0; criteria], vec![0.0; columns]);
        for _ in 0..DRAWS {
            // Exponentials divided by their sum are uniform on the simplex.
            weights.fill_with(|| random.exponential());
            let sum: f64 = weights.iter().sum();
            for weight in &mut weights {
                *weight /= sum;
            }
            score(matrix, weights.iter().copied().enumerate(), &mut scores);
            for (column, part) in first_places(&scores) {
                count.all[column] += part;
                let sums = &mut count.weights[column * criteria..][..criteria];
                sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += part * weight);
            }
            // The weights in this order have the vertices "equal weights on the first k criteria", so
            // that what is drawn for k is shared by these k. From the last to the first, each has what
            // the one after it has and its part of one vertex more.
            self.ranking.for_each_tie(&mut order, |tie| random.shuffle(tie));
            let mut weight = 0.0;
            let ranked = order.iter().enumerate().rev().map(|(before, &n)| {
                weight += weights[before] / (before + 1) as f64;
                (n, weight)
            });
            score(matrix, ranked, &mut scores);
            for (column, part) in first_places(&scores) {
                count.same_order[column] += part;
            }
        }
        count
    }

    /// What was counted, as shares.
    fn robustness(&self, confidence: Confidence, draws: f64, count: &Count) -> Robustness {
        let shares = |counts: &[f64]| {
            let mut first = vec![0.0; self.assessment.alternatives()];
            for (column, it) in counts.iter().enumerate() {
                first[self.matrix.alternative(column)] = it / draws;
            }
            let errors = counts.iter().map(|it| half_width(*it, draws));
            Shares { first, error: errors.fold(0.0, f64::max) }
        };
        let mut central = vec![None; self.assessment.alternatives()];
        for (column, sums) in count.weights.chunks(self.matrix.criteria()).enumerate() {
            if count.all[column] > 0.0 {
                let mean: Vec<f64> = sums.iter().map(|sum| sum / count.all[column]).collect();
                central[self.matrix.alternative(column)] = Some(self.matrix.by_criterion(&mean));
            }
        }
        Robustness {
            confidence,
            similar: shares(&count.similar),
            same_order: shares(&count.same_order),
            all: shares(&count.all),
            central,
        }
    }
}

impl Block {
    fn add(&mut self, more: &Self) {
        self.confidence.add(&more.confidence);
        if let (Some(count), Some(more)) = (&mut self.count, &more.count) {
            let add = |x: &mut [f64], y: &[f64]| x.iter_mut().zip(y).for_each(|(x, y)| *x += y);
            add(&mut count.similar, &more.similar);
            add(&mut count.all, &more.all);
            add(&mut count.same_order, &more.same_order);
            add(&mut count.weights, &more.weights);
        }
    }
}

/// The score in each column, 0 to 1, with these weights.
fn score(matrix: &Matrix, weights: impl Iterator<Item = (usize, f64)>, scores: &mut [f64]) {
    scores.fill(0.0);
    for (n, weight) in weights {
        for (score, value) in scores.iter_mut().zip(matrix.values(n)) {
            *score += weight * value;
        }
    }
}

#[cfg(test)]
mod tests;
