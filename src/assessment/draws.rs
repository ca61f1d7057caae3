//! Random draws of everything that is uncertain about a verdict: weights, which source is right, and
//! missing ratings.
//!
//! In each draw, at once,
//!
//! 1. the weight of each criterion is multiplied by a factor of its own, uniform in [0.5, 1.5];
//! 2. on each criterion the sources stand in a random order by trust (exponential times with the trust
//!    as their rate, shortest first), and each alternative takes the first source that rates it; where
//!    that source gave a range, half of the draws are uniform from its low end to its rating, half from
//!    its rating to its high end;
//! 3. each missing value is uniform in [0, 1], unless it counts as the worst.
//!
//! Draws come in blocks of [`DRAWS`]. In a block each number that is drawn has one draw in each of
//! [`DRAWS`] strata of equal probability, in random order (Latin hypercube sampling; `McKay`, Beckman and
//! Conover 1979), which makes shares more exact than independent draws would. Each number has a stream
//! of its own, seeded by the ids that it is for. So what is excluded or added elsewhere changes none of
//! the others, and a block is the same on any number of threads.

use std::sync::{Arc, LazyLock};

use super::evidence::SourceRating;
use super::matrix::SAME;
use super::random::Random;
use super::{Assessment, Evidence};
use crate::decision::Missing;

/// Draws in a block.
pub(super) const DRAWS: usize = 4096;

/// What a stream is for: the first of its keys.
#[derive(Debug, Clone, Copy)]
enum Stream {
    Weight = 1,
    Source = 2,
    Range = 3,
    Missing = 4,
}

/// A block of draws for all criteria in the score of an assessment, whatever their weights.
#[derive(Debug, Clone)]
pub struct Draws {
    evidence: Arc<Evidence>,
    /// By criterion; `None` for those that are out of the score.
    criteria: Vec<Option<CriterionDraws>>,
}

impl Draws {
    /// The first block for an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let draws = |j: usize| {
            let is_scored = assessment.exclusion(j).is_none();
            is_scored.then(|| CriterionDraws::of(&assessment.evidence, j, 0))
        };
        Self {
            evidence: Arc::clone(&assessment.evidence),
            criteria: (0..assessment.criteria()).map(draws).collect(),
        }
    }

    /// Whether these are the draws for an assessment: those of the same evidence, with the same criteria
    /// in the score.
    #[must_use]
    pub fn are_of(&self, assessment: &Assessment) -> bool {
        Arc::ptr_eq(&self.evidence, &assessment.evidence)
            && self.criteria.len() == assessment.criteria()
            && (0..assessment.criteria())
                .all(|j| self.criteria[j].is_some() == assessment.exclusion(j).is_none())
    }

    /// The draws on a criterion that is in the score.
    pub(super) fn criterion(&self, criterion: usize) -> Option<&CriterionDraws> {
        self.criteria[criterion].as_ref()
    }
}

/// A block of draws on one criterion.
#[derive(Debug, Clone)]
pub(super) struct CriterionDraws {
    /// By draw: the stratum of the factor of the weight.
    strata: Vec<u16>,
    /// By draw, for each set of sources that rate some alternative: which of them is the first.
    picks: Vec<Vec<u16>>,
    /// By compared alternative.
    values: Vec<Value>,
}

/// The value of an alternative on a criterion.
#[derive(Debug, Clone)]
enum Value {
    /// The same in every draw.
    Fixed(f64),
    /// That of the source that a pick of this number names, in every draw. A number for each draw would
    /// take 130 MB for 20 alternatives on 200 criteria.
    Picked(usize, Vec<f64>),
    /// By draw.
    Drawn(Vec<f64>),
}

impl CriterionDraws {
    /// The draws of a block on a criterion that is in the score.
    pub(super) fn of(evidence: &Evidence, criterion: usize, block: u64) -> Self {
        let key = evidence.criterion_key(criterion);
        let strata = permutation(&[Stream::Weight as u64, key], block);
        let mut of_source: Vec<(usize, Vec<f64>)> = Vec::new();
        let mut picks: Vec<(Vec<usize>, Vec<u16>)> = Vec::new();
        let value = |&a: &usize| {
            let ratings: Vec<&SourceRating> =
                evidence.sources(criterion).iter().filter(|it| it.alternative == a).collect();
            let Some(rating) = evidence.rating(criterion, a) else {
                return match evidence.missing() {
                    Missing::Worst => Value::Fixed(0.0),
                    Missing::Middle => {
                        let keys = [Stream::Missing as u64, key, evidence.alternative_key(a)];
                        Value::Drawn(uniform(&keys, block))
                    }
                };
            };
            let is_open = ratings.iter().any(|it| it.least < it.most);
            let agree = ratings.iter().all(|it| (it.value - rating.value).abs() < SAME);
            if agree && !is_open {
                return Value::Fixed(rating.value);
            }
            let pick =
                Self::pick(evidence, (criterion, block), &ratings, &mut of_source, &mut picks);
            if !is_open {
                return Value::Picked(pick, ratings.iter().map(|it| it.value).collect());
            }
            let keys = [Stream::Range as u64, key, evidence.alternative_key(a)];
            let drawn = uniform(&keys, block).into_iter().zip(&picks[pick].1);
            Value::Drawn(
                drawn.map(|(at, &first)| in_range(ratings[usize::from(first)], at)).collect(),
            )
        };
        let values = evidence.compared().iter().map(value).collect();
        Self { strata, picks: picks.into_iter().map(|it| it.1).collect(), values }
    }

    /// Number of the picks among these sources of one alternative; they are made where there are none.
    fn pick(
        evidence: &Evidence,
        (criterion, block): (usize, u64),
        ratings: &[&SourceRating],
        times: &mut Vec<(usize, Vec<f64>)>,
        picks: &mut Vec<(Vec<usize>, Vec<u16>)>,
    ) -> usize {
        let set: Vec<usize> = ratings.iter().map(|it| it.source).collect();
        if let Some(known) = picks.iter().position(|it| it.0 == set) {
            return known;
        }
        for rating in ratings {
            if times.iter().all(|it| it.0 != rating.source) {
                let keys = [
                    Stream::Source as u64,
                    evidence.criterion_key(criterion),
                    evidence.source_key(rating.source),
                ];
                let time = |stratum: u16| EXPONENTIALS[usize::from(stratum)] / rating.trust;
                let drawn = permutation(&keys, block).into_iter().map(time).collect();
                times.push((rating.source, drawn));
            }
        }
        let of_set: Vec<&[f64]> = set
            .iter()
            .filter_map(|source| times.iter().find(|it| it.0 == *source))
            .map(|it| &*it.1)
            .collect();
        let first = |draw: usize| {
            let shortest = (0..of_set.len())
                .min_by(|&x, &y| of_set[x][draw].total_cmp(&of_set[y][draw]))
                .unwrap_or(0);
            u16::try_from(shortest).unwrap_or(u16::MAX)
        };
        picks.push((set, (0..DRAWS).map(first).collect()));
        picks.len() - 1
    }

    /// Adds factor × share × value to the score of each compared alternative in each draw.
    pub(super) fn add(&self, share: f64, scores: &mut [f64]) {
        let count = self.values.len();
        for (draw, scores) in scores.chunks_exact_mut(count).enumerate() {
            let weight = self.weight(share, draw);
            for (score, value) in scores.iter_mut().zip(&self.values) {
                *score += weight
                    * match value {
                        Value::Fixed(value) => *value,
                        Value::Picked(pick, values) => values[usize::from(self.picks[*pick][draw])],
                        Value::Drawn(values) => values[draw],
                    };
            }
        }
    }

    /// The same with these values in every draw, so that only weights vary.
    pub(super) fn add_fixed(&self, share: f64, values: &[f64], scores: &mut [f64]) {
        for (draw, scores) in scores.chunks_exact_mut(values.len()).enumerate() {
            let weight = self.weight(share, draw);
            scores.iter_mut().zip(values).for_each(|(score, value)| *score += weight * value);
        }
    }

    fn weight(&self, share: f64, draw: usize) -> f64 {
        share * (0.5 + middle(self.strata[draw]))
    }

    /// Whether all values are the same in every draw.
    pub(super) fn is_certain(&self) -> bool {
        self.values.iter().all(|it| matches!(it, Value::Fixed(_)))
    }
}

/// Exponential numbers of mean 1, in the middle of each stratum.
static EXPONENTIALS: LazyLock<Vec<f64>> =
    LazyLock::new(|| (0..DRAWS).map(|at| -((at as f64 + 0.5) / DRAWS as f64).ln()).collect());

/// The middle of a stratum of [0, 1].
fn middle(stratum: u16) -> f64 {
    (f64::from(stratum) + 0.5) / DRAWS as f64
}

/// Numbers from [0, 1] by draw, one in each stratum.
fn uniform(keys: &[u64], block: u64) -> Vec<f64> {
    permutation(keys, block).into_iter().map(middle).collect()
}

/// The strata by draw, each once.
fn permutation(keys: &[u64], block: u64) -> Vec<u16> {
    let mut strata: Vec<u16> = (0..DRAWS).map(|it| u16::try_from(it).unwrap_or(u16::MAX)).collect();
    Random::keyed(keys, block).shuffle(&mut strata);
    strata
}

/// The value at a place from 0 to 1 in the range of a source: its rating is at 0.5.
fn in_range(rating: &SourceRating, at: f64) -> f64 {
    // From the worse end to the rating, and on to the better end.
    let SourceRating { least, value, most, .. } = *rating;
    if at < 0.5 {
        least + 2.0 * at * (value - least)
    } else {
        value + (2.0 * at - 1.0) * (most - value)
    }
}
