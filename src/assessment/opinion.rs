//! Second opinions: what other methods of decision analysis make of the same values and shares.
//!
//! Each method is one small file behind [`Method`] and one row in [`METHODS`]. All of them read the
//! values of the criteria in the score, 0 to 1 and more is better, and the shares. Values that differ
//! by no more than rounding are equal to all of them.
//!
//! They are opinions beside the verdict and never part of it: all but the first compare the
//! alternatives with each other instead of with a fixed scale, so with two alternatives every
//! criterion counts in full for whoever is better on it, however little.

mod promethee;
mod topsis;
mod vikor;
mod wpm;

use super::Assessment;
use super::matrix::Matrix;

/// Scores closer than this, relative to their size, are equal.
const TIE: f64 = 1e-9;

/// A method of decision analysis.
trait Method: Sync {
    /// Its id in reports.
    fn id(&self) -> &'static str;

    /// Its name in sentences.
    fn name(&self) -> &'static str;

    /// Whether the lowest score leads instead of the highest.
    fn lower_is_better(&self) -> bool {
        false
    }

    /// The score of each alternative.
    fn scores(&self, matrix: &Matrix) -> Vec<f64>;
}

/// Every method, in the order of reports.
const METHODS: [&dyn Method; 4] =
    [&wpm::Wpm, &topsis::Topsis, &vikor::Vikor, &promethee::Promethee];

/// What a method says.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    /// The method's id in reports: `wpm`, `topsis`, `vikor` or `promethee2`.
    pub method: &'static str,
    /// The method's name in sentences.
    pub name: &'static str,
    /// Whether the lowest score leads instead of the highest.
    pub lower_is_better: bool,
    /// By alternative: its score, in the method's own unit. `None` when nothing is left to score.
    pub scores: Option<Vec<f64>>,
    /// Index of the alternative that leads; `None` where several share the lead.
    pub leader: Option<usize>,
}

impl Assessment {
    /// What other methods make of the same values and shares, always the same methods in the same
    /// order.
    #[must_use]
    pub fn opinions(&self) -> Vec<Opinion> {
        let matrix = Matrix::of(self);
        METHODS.iter().map(|method| opinion(*method, matrix.as_ref())).collect()
    }

    /// What the method with this id makes of the same values and shares; `None` when there is no
    /// such method.
    #[must_use]
    pub fn opinion(&self, method: &str) -> Option<Opinion> {
        let method = METHODS.iter().find(|it| it.id() == method)?;
        Some(opinion(*method, Matrix::of(self).as_ref()))
    }
}

/// What a method says of what is in the score, if anything is.
fn opinion(method: &dyn Method, matrix: Option<&Matrix>) -> Opinion {
    let scores = matrix.map(|matrix| method.scores(matrix));
    let lower_is_better = method.lower_is_better();
    let leader = scores.as_deref().and_then(|scores| leader(scores, lower_is_better));
    Opinion { method: method.id(), name: method.name(), lower_is_better, scores, leader }
}

/// Who is ahead of all others.
fn leader(scores: &[f64], lower_is_better: bool) -> Option<usize> {
    let sign = if lower_is_better { -1.0 } else { 1.0 };
    let best = |a: &usize, b: &usize| (sign * scores[*a]).total_cmp(&(sign * scores[*b]));
    let first = (0..scores.len()).max_by(best)?;
    let is_level =
        |a: usize| (scores[a] - scores[first]).abs() <= TIE * scores[first].abs().max(1.0);
    (0..scores.len()).all(|a| a == first || !is_level(a)).then_some(first)
}

#[cfg(test)]
mod tests;
