//! Who comes first among three and more alternatives, by drawing weights: SMAA-2 (Lahdelma and
//! Salminen 2001, *SMAA-2: stochastic multicriteria acceptability analysis for group decision
//! making*).
//!
//! Weights are drawn in numbered chunks, each from its own stream of random numbers, and added up in
//! the order of their numbers. So the result depends on how many chunks were drawn, and not on how
//! many threads drew them or in how many steps.

use rayon::prelude::*;

use super::matrix::{Matrix, strict_leader};
use super::random::Random;
use super::ranking::Ranking;
use super::robustness::Robustness;

/// Seed of the drawn weights.
const SEED: u64 = 0x7765_6967_6802;

/// The 95 % error, as a share, below which drawing ends: 0.2 points.
pub(super) const GOOD_ENOUGH: f64 = 0.002;

/// Multiplications after which drawing ends, however large the error: a second or two.
const AFFORDABLE: u64 = 4_000_000_000;

/// Draws in a chunk, at most.
const CHUNK: u64 = 1024;

/// Chunks in a round. Only after whole rounds is it asked whether that will do, so that the result
/// does not depend on how the work was cut.
const ROUND: u64 = 32;

/// Multiplications that a frame has time for: a fifth of a millisecond or so.
const MOMENT: u64 = 250_000;

/// Draws that are worth showing, at least.
const GLIMPSE: u64 = 100;

/// The 97.5 % quantile of the normal distribution.
const NORMAL: f64 = 1.959_963_984_540_054;

/// Draws weights and counts who comes first, step by step, so that the first figure is there at once
/// and better ones follow. Stop asking it, and it stops.
#[derive(Debug, Clone)]
pub struct Sampler {
    matrix: Matrix,
    ranking: Ranking,
    /// Score of each alternative, 0 to 1, with your weights.
    now: Vec<f64>,
    /// Draws in a chunk.
    chunk: u64,
    /// Chunks drawn.
    chunks: u64,
    tally: Tally,
}

/// What was counted.
#[derive(Debug, Clone)]
struct Tally {
    draws: u64,
    /// By alternative: how often it came first.
    any: Vec<u64>,
    near: Vec<u64>,
    ranking: Vec<u64>,
    /// By alternative, then criterion in the score: the sum of the weights with which it came first.
    weights: Vec<f64>,
}

impl Sampler {
    pub(super) fn new(matrix: Matrix) -> Self {
        let mut now = vec![0.0; matrix.alternatives()];
        score(&matrix, matrix.shares().iter().copied().enumerate(), &mut now);
        let cells = cells(&matrix);
        Self {
            ranking: Ranking::of(matrix.tenths()),
            now,
            chunk: (4_000_000 / cells).clamp(8, CHUNK),
            chunks: 0,
            tally: Tally::of(&matrix),
            matrix,
        }
    }

    /// Draws at least so many weights more, on as many threads as there are.
    pub fn step(&mut self, draws: u64) {
        let end = self.chunks + draws.div_ceil(self.chunk);
        // So many at once that the threads are busy and the memory is not.
        let at_once = (16_000_000 / cells(&self.matrix)).clamp(4, 64);
        while self.chunks < end {
            let next = end.min(self.chunks + at_once);
            let drawn: Vec<Tally> = (self.chunks..next)
                .into_par_iter()
                .map(|chunk| self.draw(chunk, self.chunk))
                .collect();
            for tally in &drawn {
                self.tally.add(tally);
            }
            self.chunks = next;
        }
    }

    /// Draws until [`Self::is_done`].
    pub fn run(&mut self) {
        while !self.is_done() {
            self.go_on();
        }
    }

    /// Draws some more on as many threads as there are, for a matter of milliseconds where the
    /// decision is not a huge one: in between, whoever asked may have changed their mind.
    pub fn go_on(&mut self) {
        let threads = rayon::current_num_threads() as u64;
        let some = (8_000_000 / (self.chunk * cells(&self.matrix))).max(threads);
        let left = ROUND - self.chunks % ROUND;
        self.step(some.min(left) * self.chunk);
    }

    /// What a frame has time to draw, on this thread; `None` where that would say nothing.
    pub(super) fn at_once(mut self) -> Option<Robustness> {
        // A random number costs as much as several multiplications.
        let cost = 3 * cells(&self.matrix) + 10 * self.matrix.criteria() as u64;
        let draws = (MOMENT / cost).min(self.chunk);
        (draws >= GLIMPSE).then(|| {
            self.tally = self.draw(0, draws);
            self.estimate()
        })
    }

    /// How many weights have been drawn.
    #[must_use]
    pub fn draws(&self) -> u64 {
        self.tally.draws
    }

    /// Whether the error is below 0.2 points, or more drawing would take too long. So it is only
    /// after whole rounds of drawing, as [`Self::go_on`] makes them.
    #[must_use]
    pub fn is_done(&self) -> bool {
        let is_round = self.chunks.is_multiple_of(ROUND);
        let is_affordable = 2 * cells(&self.matrix) * self.draws() < AFFORDABLE;
        is_round && (self.error() < GOOD_ENOUGH || !is_affordable)
    }

    /// Half the width of the 95 % confidence interval of the least certain share, 0 to 1; 1 before
    /// anything was drawn.
    #[must_use]
    pub fn error(&self) -> f64 {
        let Tally { any, near, ranking, .. } = &self.tally;
        [any, near, ranking].map(|counts| self.widest(counts)).into_iter().fold(0.0, f64::max)
    }

    /// The same of the shares that were counted so.
    fn widest(&self, counts: &[u64]) -> f64 {
        match self.tally.draws {
            0 => 1.0,
            draws => counts.iter().map(|&count| half_width(count, draws)).fold(0.0, f64::max),
        }
    }

    /// What the weights drawn so far amount to. Before any was drawn, all shares are 0 and the error
    /// is 1.
    #[must_use]
    pub fn estimate(&self) -> Robustness {
        let Tally { draws, any, near, ranking, weights } = &self.tally;
        let shares = |counts: &[u64]| {
            counts.iter().map(|&count| count as f64 / (*draws).max(1) as f64).collect()
        };
        let central =
            any.iter().zip(weights.chunks(self.matrix.criteria())).map(|(&count, sums)| {
                let mean = || sums.iter().map(|sum| sum / count as f64).collect::<Vec<f64>>();
                (count > 0).then(|| self.matrix.spread(&mean()))
            });
        Robustness {
            any: shares(any),
            near: shares(near),
            ranking: shares(ranking),
            central: central.collect(),
            exact: false,
            error: self.error(),
            any_error: self.widest(any),
        }
    }

    /// Draws so many weights of the chunk with this number.
    fn draw(&self, chunk: u64, draws: u64) -> Tally {
        let matrix = &self.matrix;
        let count = matrix.criteria();
        let mut random = Random::new(SEED, chunk);
        let mut tally = Tally::of(matrix);
        let mut order = self.ranking.order.clone();
        let (mut weights, mut scores) = (vec![0.0; count], vec![0.0; matrix.alternatives()]);
        for _ in 0..draws {
            // Exponentials divided by their sum are uniform on the simplex.
            weights.fill_with(|| random.exponential());
            let sum: f64 = weights.iter().sum();
            for weight in &mut weights {
                *weight /= sum;
            }
            score(matrix, weights.iter().copied().enumerate(), &mut scores);
            let first = strict_leader(&scores);
            if let Some(first) = first {
                tally.any[first] += 1;
                let sums = &mut tally.weights[first * count..][..count];
                sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
            }
            if self.ranking.is_open() {
                // Every order keeps the ranking.
                if let Some(first) = first {
                    tally.ranking[first] += 1;
                }
            }
            // Halfway between yours and the ones drawn are the weights near yours.
            for (score, now) in scores.iter_mut().zip(&self.now) {
                *score = 0.5 * *score + 0.5 * now;
            }
            if let Some(first) = strict_leader(&scores) {
                tally.near[first] += 1;
            }
            if !self.ranking.is_open() {
                if self.ranking.has_ties() {
                    self.ranking.for_each_tie(&mut order, |tie| random.shuffle(tie));
                }
                // The vertices are equal weights on the first k criteria, so what is drawn for k is
                // shared by these k. From the last to the first, each has what the one after it has
                // and its part of one vertex more.
                let mut weight = 0.0;
                let ranked = order.iter().enumerate().rev().map(|(before, &n)| {
                    weight += weights[before] / (before + 1) as f64;
                    (n, weight)
                });
                score(matrix, ranked, &mut scores);
                if let Some(first) = strict_leader(&scores) {
                    tally.ranking[first] += 1;
                }
            }
        }
        tally.draws = draws;
        tally
    }
}

impl Tally {
    fn of(matrix: &Matrix) -> Self {
        let alternatives = matrix.alternatives();
        Self {
            draws: 0,
            any: vec![0; alternatives],
            near: vec![0; alternatives],
            ranking: vec![0; alternatives],
            weights: vec![0.0; alternatives * matrix.criteria()],
        }
    }

    fn add(&mut self, more: &Self) {
        let add = |counts: &mut [u64], more: &[u64]| {
            counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        };
        self.draws += more.draws;
        add(&mut self.any, &more.any);
        add(&mut self.near, &more.near);
        add(&mut self.ranking, &more.ranking);
        self.weights.iter_mut().zip(&more.weights).for_each(|(sum, more)| *sum += more);
    }
}

/// How many values are in the score; at least 1.
fn cells(matrix: &Matrix) -> u64 {
    (matrix.criteria() * matrix.alternatives()).max(1) as u64
}

/// The score of each alternative, 0 to 1, with these weights.
fn score(matrix: &Matrix, weights: impl Iterator<Item = (usize, f64)>, scores: &mut [f64]) {
    scores.fill(0.0);
    for (n, weight) in weights {
        for (score, value) in scores.iter_mut().zip(matrix.values(n)) {
            *score += weight * value;
        }
    }
}

/// Half the width of the 95 % confidence interval of a share that was met so often in so many draws
/// (Agresti and Coull 1998): honest at 0 and 1 too, where the plain formula claims certainty.
fn half_width(count: u64, draws: u64) -> f64 {
    let n = draws as f64 + NORMAL * NORMAL;
    let share = (count as f64 + NORMAL * NORMAL / 2.0) / n;
    NORMAL * (share * (1.0 - share) / n).sqrt()
}

#[cfg(test)]
mod tests;
