//! VIKOR: little regret on the whole, and none that is large.

use super::Method;
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
        let (sums, largest) = (placed(&sums), placed(&largest));
        sums.zip(largest).map(|(s, r)| WHOLE * s + (1.0 - WHOLE) * r).collect()
    }
}

/// How each number stands between the lowest and the highest: 0 to 1, and 0 where all are the same.
fn placed(numbers: &[f64]) -> impl Iterator<Item = f64> {
    let (low, high) = crate::assessment::matrix::range(numbers).unwrap_or((0.0, f64::INFINITY));
    numbers.iter().map(move |it| (it - low) / (high - low))
}
