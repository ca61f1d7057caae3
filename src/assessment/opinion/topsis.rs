//! TOPSIS: near the best of everything, far from the worst.

use super::Method;
use crate::assessment::matrix::Matrix;

/// With `u` the values stretched so that the alternatives reach from 0 to 1 on each criterion, and
/// distances taken after multiplying by the shares, the distance to the worst divided by the sum of
/// the distances to the worst and to the best: 0 to 1 (Hwang and Yoon 1981, *Multiple Attribute
/// Decision Making*). A criterion on which all are equal is the same distance, 0, for all. Where they
/// are equal on every criterion with a share, worst and best are the same point and the score is ½.
pub(super) struct Topsis;

impl Method for Topsis {
    fn id(&self) -> &'static str {
        "topsis"
    }

    fn name(&self) -> &'static str {
        "TOPSIS"
    }

    fn scores(&self, matrix: &Matrix) -> Vec<f64> {
        let mut squares = vec![(0.0, 0.0); matrix.alternatives()];
        for (n, share) in matrix.shares().iter().enumerate() {
            let Some((low, high)) = matrix.range(n) else { continue };
            let scale = share / (high - low);
            for ((to_worst, to_best), value) in squares.iter_mut().zip(matrix.values(n)) {
                let (above, below) = (scale * (value - low), scale * (high - value));
                *to_worst += above * above;
                *to_best += below * below;
            }
        }
        let closeness = |(to_worst, to_best): (f64, f64)| {
            let (to_worst, to_best) = (to_worst.sqrt(), to_best.sqrt());
            let whole = to_worst + to_best;
            if whole > 0.0 { to_worst / whole } else { 0.5 }
        };
        squares.into_iter().map(closeness).collect()
    }
}
