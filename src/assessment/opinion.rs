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

    /// Whether it compares the alternatives with each other, so that with two of them each criterion
    /// counts in full for the better one, however little it is better.
    fn compares_alternatives(&self) -> bool {
        true
    }

    /// The score in each column.
    fn scores(&self, matrix: &Matrix) -> Vec<f64>;

    /// The columns that the method proposes together, best first, where it does not choose one alone.
    fn compromise(&self, matrix: &Matrix) -> Option<Vec<usize>> {
        let _ = matrix;
        None
    }
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
    /// By alternative: its score, in the method's own unit; `None` for one that is not compared.
    pub scores: Vec<Option<f64>>,
    /// Index of the alternative that the method chooses; `None` where several share the first place, and
    /// where it proposes several.
    pub leader: Option<usize>,
    /// Indices of the alternatives that the method proposes together, best first, where it does not
    /// choose one alone.
    pub compromise: Option<Vec<usize>>,
}

impl Assessment {
    /// What other methods make of the same values and shares: with two alternatives only the weighted
    /// product, since the others would exaggerate every difference. Empty when nothing is in the score.
    #[must_use]
    pub fn opinions(&self) -> Vec<Opinion> {
        let Some(matrix) = Matrix::weighted(self) else { return Vec::new() };
        METHODS
            .iter()
            .filter(|it| matrix.alternatives() > 2 || !it.compares_alternatives())
            .map(|method| self.opinion(*method, &matrix))
            .collect()
    }

    fn opinion(&self, method: &dyn Method, matrix: &Matrix) -> Opinion {
        let by_column = method.scores(matrix);
        let lower_is_better = method.lower_is_better();
        let compromise = method.compromise(matrix);
        let leader = leader(&by_column, lower_is_better).filter(|_| compromise.is_none());
        let mut scores = vec![None; self.alternatives()];
        for (column, score) in by_column.into_iter().enumerate() {
            scores[matrix.alternative(column)] = Some(score);
        }
        let alternative = |column| matrix.alternative(column);
        Opinion {
            method: method.id(),
            name: method.name(),
            lower_is_better,
            scores,
            leader: leader.map(alternative),
            compromise: compromise.map(|it| it.into_iter().map(alternative).collect()),
        }
    }
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
