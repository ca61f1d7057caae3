//! How sure the verdict is: on what share of the weights that could have been chosen each
//! alternative leads.
//!
//! Three sets of weights are looked at, each with the same chance for each of its points: *any*
//! weights at all; weights *near* yours, of which every share keeps at least half of itself; and
//! weights that keep your *ranking* of the criteria. Criteria that are out of the score have no
//! weight in any of them. The share of a set on which an alternative leads is exact between two
//! alternatives ([`super::simplex`]); among more that can lead, who comes first is sampled
//! ([`super::sampling`]), and the error is said.
//!
//! Owns the three sets and the answers. Everything here is computed when it is asked for.

use super::Assessment;
use super::contender::{Contender, contenders};
use super::matrix::Matrix;
use super::ranking::{Kept, Ranking};
use super::recall::Recall;
use super::sampling::{self, Sampler};
use super::simplex::{Kernel, Sides, centroids};

/// How sure the verdict is.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// By alternative: the share of all weights on which it leads, 0 to 1. Where the lead is shared,
    /// nobody has it: alternatives that are equal on every criterion in the score have 0 each, and
    /// only then do the shares fall short of 1.
    pub any: Vec<f64>,
    /// By alternative: the share of the weights near yours on which it leads, 0 to 1. Near yours is
    /// halfway, at most, from your weights to any others.
    pub near: Vec<f64>,
    /// By alternative: the share of the weights that keep your ranking on which it leads, 0 to 1.
    pub ranking: Vec<f64>,
    /// By alternative: the mean of all the weights on which it leads, by criterion, with sum 1 (0
    /// for criteria out of the score): what those care about who would choose it. `None` for one
    /// that leads nowhere.
    pub central: Vec<Option<Vec<f64>>>,
    /// Whether all three lists are exact.
    pub exact: bool,
    /// Half the width of the 95 % confidence interval of the least certain of the shares, 0 to 1;
    /// 0 when exact.
    pub error: f64,
    /// The same of [`Self::any`] alone, which does not hang on your weights, so that it gets better
    /// while they move.
    pub any_error: f64,
}

/// Values in the score among which a frame has time to look for those who can lead.
const FRAME: usize = 20_000;

impl Robustness {
    /// Whether the figures are as good as they need to be: exact, or with an error below 0.2 points.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.exact || self.error < sampling::GOOD_ENOUGH
    }
}

/// How two alternatives compare over the weights that could have been chosen; positive is the first
/// of the two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Over all weights. Exact.
    pub any: Sides,
    /// Over the weights near yours. Exact.
    pub near: Sides,
    /// Over the weights that keep your ranking.
    pub ranking: Sides,
    /// Half the width of the 95 % confidence interval of [`Self::ranking`], 0 to 1; 0 when exact.
    pub error: f64,
    /// Whether [`Self::ranking`] is exact: it is unless so many weights tie that their orders
    /// have to be drawn.
    pub exact: bool,
}

/// Where the question of how sure a verdict is stands.
#[derive(Debug, Clone)]
pub enum Inquiry {
    /// It is answered.
    Answered(Robustness),
    /// It takes sampling to answer it.
    Open(Sampler),
}

impl Assessment {
    /// How sure the verdict is; `None` when nothing is left to score.
    ///
    /// Where no more than two alternatives can lead this is a matter of microseconds, up to some
    /// twenty criteria. Among more it samples until the error is below 0.2 points or the work is as
    /// much as four thousand million multiplications, which may take seconds: a screen goes step by
    /// step through an [`Inquiry`] instead.
    #[must_use]
    pub fn robustness(&self) -> Option<Robustness> {
        Some(match self.inquire()? {
            Inquiry::Answered(robustness) => robustness,
            Inquiry::Open(mut sampler) => {
                sampler.run();
                sampler.estimate()
            }
        })
    }

    /// The same for those who want to hear what is known before all of it is; `None` when nothing is
    /// left to score.
    #[must_use]
    pub fn inquire(&self) -> Option<Inquiry> {
        let matrix = Matrix::of(self)?;
        Some(exact(&matrix).map_or_else(|| Inquiry::Open(Sampler::new(matrix)), Inquiry::Answered))
    }

    /// How sure the verdict is, as far as a frame has time to find out: exact, or sampled with a
    /// larger error. `None` when nothing is left to score, or when it takes longer to say anything.
    ///
    /// What is recalled need not be found out again, and what is found out can be recalled.
    #[must_use]
    pub fn robustness_at_once(&self, recall: &mut Recall) -> Option<Robustness> {
        let matrix = Matrix::of(self)?;
        if matrix.criteria() * matrix.alternatives() > FRAME {
            return None;
        }
        if let Some(few) = contenders(&matrix) {
            return among(&matrix, &few, |ranking, values| recall.kept(ranking, values));
        }
        let found = Sampler::new(matrix.clone()).at_once()?;
        Some(recall.with_best_of_all(&matrix, found))
    }

    /// How two alternatives compare over the weights that could have been chosen; `None` when
    /// nothing is left to score.
    ///
    /// # Panics
    /// When there is no such alternative.
    #[must_use]
    pub fn pair(&self, one: usize, other: usize) -> Option<Pair> {
        Matrix::of(self).map(|matrix| {
            let differences = matrix.differences(one, other);
            pair(&matrix, &differences, Ranking::of(matrix.tenths()).kept(&differences))
        })
    }

    /// On what share of all weights, and of the weights near yours, one alternative is ahead of
    /// another: the part of [`Self::pair`] that is cheap enough for every frame. `None` when nothing
    /// is left to score.
    ///
    /// # Panics
    /// When there is no such alternative.
    #[must_use]
    pub fn ahead(&self, one: usize, other: usize) -> Option<(f64, f64)> {
        let matrix = Matrix::of(self)?;
        let differences = matrix.differences(one, other);
        let (any, near) = any_and_near(&matrix, &differences);
        Some((any.positive, near.positive))
    }
}

/// Compares two alternatives by their differences.
fn pair(matrix: &Matrix, differences: &[f64], kept: Kept) -> Pair {
    let (any, near) = any_and_near(matrix, differences);
    let Kept { sides, error, exact } = kept;
    Pair { any, near, ranking: sides, error, exact }
}

/// The sides of two alternatives over all weights, and over those near yours.
fn any_and_near(matrix: &Matrix, differences: &[f64]) -> (Sides, Sides) {
    let mut kernel = Kernel::default();
    let any = kernel.sides(differences.iter().copied());
    // Halfway from yours to weights on one criterion alone are the vertices of the weights near
    // yours.
    let gap = matrix.gap(differences);
    let near = kernel.sides(differences.iter().map(|d| 0.5 * gap + 0.5 * d));
    (any, near)
}

/// The answer where nothing has to be sampled: when at most two alternatives can lead at all.
fn exact(matrix: &Matrix) -> Option<Robustness> {
    among(matrix, &contenders(matrix)?, |ranking, values| Some(ranking.kept(values)))
}

/// The answer where only these can lead, who are one or two; `None` where `kept` has none.
fn among(
    matrix: &Matrix,
    contenders: &[Contender],
    kept: impl FnOnce(Ranking, &[f64]) -> Option<Kept>,
) -> Option<Robustness> {
    let nobody = Robustness {
        any: vec![0.0; matrix.alternatives()],
        near: vec![0.0; matrix.alternatives()],
        ranking: vec![0.0; matrix.alternatives()],
        central: vec![None; matrix.alternatives()],
        exact: true,
        error: 0.0,
        any_error: 0.0,
    };
    match *contenders {
        [one] => Some(alone(matrix, one, nobody)),
        [one, other] => {
            let differences = matrix.differences(one.alternative, other.alternative);
            let kept = kept(Ranking::of(matrix.tenths()), &differences)?;
            Some(between(matrix, (one, other), &differences, kept, nobody))
        }
        _ => None,
    }
}

/// One that nobody else can be better than leads everywhere, unless it has an equal.
fn alone(matrix: &Matrix, one: Contender, mut it: Robustness) -> Robustness {
    if one.alone {
        let a = one.alternative;
        (it.any[a], it.near[a], it.ranking[a]) = (1.0, 1.0, 1.0);
        let count = matrix.criteria();
        it.central[a] = Some(matrix.spread(&vec![1.0 / count as f64; count]));
    }
    it
}

/// Of two, each leads where it is better, unless it has an equal.
fn between(
    matrix: &Matrix,
    (one, other): (Contender, Contender),
    differences: &[f64],
    kept: Kept,
    mut it: Robustness,
) -> Robustness {
    let pair = pair(matrix, differences, kept);
    let (first, second) = centroids(differences);
    let side = |of: fn(Sides) -> f64| [of(pair.any), of(pair.near), of(pair.ranking)];
    let sides = [(one, side(|it| it.positive), first), (other, side(|it| it.negative), second)];
    for (Contender { alternative, .. }, shares, central) in
        sides.into_iter().filter(|(contender, ..)| contender.alone)
    {
        (it.any[alternative], it.near[alternative], it.ranking[alternative]) = shares.into();
        it.central[alternative] = central.map(|weights| matrix.spread(&weights));
    }
    Robustness { exact: pair.exact, error: pair.error, ..it }
}

#[cfg(test)]
mod tests;
