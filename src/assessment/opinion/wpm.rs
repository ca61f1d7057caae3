//! The weighted product model.

use super::Method;
use crate::assessment::matrix::Matrix;

/// The weighted geometric mean of `1 + 4·v`: `Π (1 + 4·v_aj)^w_j`, from 1 to 5 (Bridgman 1922,
/// *Dimensional Analysis*; Triantaphyllou 2000, *Multi-Criteria Decision Making Methods*). Values are
/// taken to 1..5 because a single 0 would otherwise make the whole product 0.
pub(super) struct Wpm;

impl Method for Wpm {
    fn id(&self) -> &'static str {
        "wpm"
    }

    fn name(&self) -> &'static str {
        "Weighted product"
    }

    fn compares_alternatives(&self) -> bool {
        false
    }

    fn scores(&self, matrix: &Matrix) -> Vec<f64> {
        let mut logarithms = vec![0.0; matrix.alternatives()];
        for (n, share) in matrix.shares().iter().enumerate().filter(|(_, share)| **share > 0.0) {
            for (sum, value) in logarithms.iter_mut().zip(matrix.values(n)) {
                *sum += share * (4.0 * value).ln_1p();
            }
        }
        logarithms.into_iter().map(f64::exp).collect()
    }
}
