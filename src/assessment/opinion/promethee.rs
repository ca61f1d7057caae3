//! PROMETHEE II: who beats how many, and is beaten by how many.

use rayon::prelude::*;

use super::Method;
use crate::assessment::matrix::{Matrix, clean};

/// The net flow, -1 to 1: the sum over the criteria of the share times (how many alternatives it is
/// better than, less how many are better), divided by how many others there are (Brans and Vincke
/// 1985, *A preference ranking organisation method*; with its usual preference function, by which any
/// difference counts in full).
///
/// Counting who is better takes no comparison of all pairs: once the values of a criterion are
/// sorted, the places say it, in `O(N log N)`.
pub(super) struct Promethee;

impl Method for Promethee {
    fn id(&self) -> &'static str {
        "promethee2"
    }

    fn name(&self) -> &'static str {
        "PROMETHEE II"
    }

    fn scores(&self, matrix: &Matrix) -> Vec<f64> {
        let shares: Vec<(usize, f64)> =
            matrix.shares().iter().copied().enumerate().filter(|it| it.1 > 0.0).collect();
        let others = (matrix.alternatives() - 1) as f64;
        let mut flows = vec![0.0; matrix.alternatives()];
        // In parallel as many as there may be threads, added up in the order of the criteria.
        for criteria in shares.chunks(8) {
            let wins: Vec<Vec<f64>> =
                criteria.par_iter().map(|(n, _)| net_wins(matrix.values(*n))).collect();
            for ((_, share), wins) in criteria.iter().zip(wins) {
                flows.iter_mut().zip(wins).for_each(|(flow, wins)| *flow += share * wins / others);
            }
        }
        flows
    }
}

/// For each value, how many are below it less how many are above it.
fn net_wins(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(f64, usize)> = values.iter().copied().zip(0..).collect();
    order.sort_unstable_by(|x, y| x.0.total_cmp(&y.0));
    let mut wins = vec![0.0; values.len()];
    let mut below = 0;
    for equal in order.chunk_by(|x, y| clean(y.0 - x.0) == 0.0) {
        let above = values.len() - below - equal.len();
        for &(_, a) in equal {
            wins[a] = below as f64 - above as f64;
        }
        below += equal.len();
    }
    wins
}
