//! VIKOR: little regret on the whole, and none that is large.

use super::{Method, TIE};
use crate::assessment::matrix::Matrix;

/// The weight of the regret on the whole; the largest single regret has the rest.
const WHOLE: f64 = 0.5;

/// `Q`, 0 to 1, lower is better: the mean of how an alternative's sum of regrets (`S`) and its largest
/// regret (`R`) stand between the lowest and the highest of all. A regret is the share times how far
/// the value is below the best, the worst being 1 below (Opricovic and Tzeng 2004, *Compromise
/// solution by MCDM methods*). A criterion on which all alternatives are equal is ignored, and so is
/// `S` or `R` where it is the same for all.
pub(super) struct Vikor;

impl Method for Vikor {
    fn id(&self) -> &'static str {
        "vikor"
    }

    fn name(&self) -> &'static str {
        "VIKOR"
    }

    fn lower_is_better(&self) -> bool {
        true
    }

    fn scores(&self, matrix: &Matrix) -> Vec<f64> {
        Regrets::of(matrix).combined()
    }

    /// The first is chosen alone where it is ahead of the second by at least 1/(N − 1), and is also the
    /// first by `S` or by `R`. Otherwise the method proposes all that are less than that behind the
    /// first; or the first two, where only the other condition fails.
    fn compromise(&self, matrix: &Matrix) -> Option<Vec<usize>> {
        let regrets = Regrets::of(matrix);
        let combined = regrets.combined();
        let mut order: Vec<usize> = (0..combined.len()).collect();
        order.sort_by(|&x, &y| combined[x].total_cmp(&combined[y]));
        let advantage = 1.0 / (order.len() - 1) as f64;
        let behind = |column: usize| combined[column] - combined[order[0]];
        let near = order.iter().filter(|it| behind(**it) < advantage - TIE).count();
        let is_least = |numbers: &[f64]| numbers.iter().all(|it| numbers[order[0]] - it <= TIE);
        let is_stable = is_least(&regrets.sums) || is_least(&regrets.largest);
        match (near, is_stable) {
            (1, true) => None,
            (1, false) => Some(order[..2].to_vec()),
            _ => Some(order[..near].to_vec()),
        }
    }
}

/// By column: the sum of the regrets, and the largest.
struct Regrets {
    sums: Vec<f64>,
    largest: Vec<f64>,
}

impl Regrets {
    fn of(matrix: &Matrix) -> Self {
        let mut sums = vec![0.0; matrix.alternatives()];
        let mut largest = vec![0.0_f64; matrix.alternatives()];
        for (n, share) in matrix.shares().iter().enumerate() {
            let Some((low, high)) = matrix.range(n) else { continue };
            let scale = share / (high - low);
            for ((sum, largest), value) in sums.iter_mut().zip(&mut largest).zip(matrix.values(n)) {
                let regret = scale * (high - value);
                *sum += regret;
                *largest = largest.max(regret);
            }
        }
        Self { sums, largest }
    }

    /// `Q`.
    fn combined(&self) -> Vec<f64> {
        let both = placed(&self.sums).zip(placed(&self.largest));
        both.map(|(s, r)| WHOLE * s + (1.0 - WHOLE) * r).collect()
    }
}

/// How each number stands between the lowest and the highest: 0 to 1, and 0 where all are the same.
fn placed(numbers: &[f64]) -> impl Iterator<Item = f64> {
    let (low, high) = crate::assessment::matrix::range(numbers).unwrap_or((0.0, f64::INFINITY));
    numbers.iter().map(move |it| (it - low) / (high - low))
}
