//! Who can lead at all.
//!
//! An alternative that is nowhere better than another, and somewhere worse, leads on no weighting
//! that gives every criterion some weight. Most of what there is to choose from may drop out so, and
//! between two that are left every share is exact.

use std::cmp::Ordering;

use super::matrix::{Matrix, clean};

/// An alternative that no other is as good as everywhere and better than somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Contender {
    /// Its index; of those that are equal on every criterion, the first.
    pub(super) alternative: usize,
    /// Whether no other is equal to it: it would have to share every lead.
    pub(super) alone: bool,
}

/// The contenders where they are one or two; `None` where they are more.
pub(super) fn contenders(matrix: &Matrix) -> Option<Vec<Contender>> {
    let mut sums = vec![0.0; matrix.alternatives()];
    for n in 0..matrix.criteria() {
        sums.iter_mut().zip(matrix.values(n)).for_each(|(sum, value)| *sum += value);
    }
    // Whoever dominates another has the larger sum and so comes before it.
    let mut order: Vec<usize> = (0..sums.len()).collect();
    order.sort_by(|&a, &b| sums[b].total_cmp(&sums[a]));
    let mut found: Vec<Contender> = Vec::new();
    'next: for alternative in order {
        for before in &mut found {
            match compare(matrix, alternative, before.alternative) {
                Some(Ordering::Less) => continue 'next,
                Some(Ordering::Equal) => {
                    before.alternative = before.alternative.min(alternative);
                    before.alone = false;
                    continue 'next;
                }
                Some(Ordering::Greater) | None => {}
            }
        }
        if found.len() == 2 {
            return None;
        }
        found.push(Contender { alternative, alone: true });
    }
    Some(found)
}

/// Whether one alternative is equal to another everywhere, or nowhere better and somewhere worse, or
/// the reverse; `None` when each is better somewhere.
fn compare(matrix: &Matrix, one: usize, other: usize) -> Option<Ordering> {
    let mut result = Ordering::Equal;
    for n in 0..matrix.criteria() {
        let values = matrix.values(n);
        let here = clean(values[one] - values[other]).total_cmp(&0.0);
        if here != Ordering::Equal {
            if result == here.reverse() {
                return None;
            }
            result = here;
        }
    }
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::fixture::assessed;

    /// The contenders among alternatives with these tenths as values.
    fn found(values: &[[u8; 3]]) -> Option<Vec<(usize, bool)>> {
        let values: Vec<Vec<f64>> =
            values.iter().map(|row| row.map(|it| f64::from(it) / 10.0).to_vec()).collect();
        let matrix = Matrix::of(&assessed(&values, &[50; 3])).expect("scored");
        contenders(&matrix).map(|found| found.iter().map(|it| (it.alternative, it.alone)).collect())
    }

    #[test]
    fn who_is_nowhere_better_and_somewhere_worse_drops_out() {
        assert_eq!(found(&[[1, 2, 3], [4, 2, 3], [0, 0, 0]]), Some(vec![(1, true)]));
        assert_eq!(found(&[[1, 2, 3], [3, 2, 2], [1, 1, 3]]), Some(vec![(1, true), (0, true)]));
        assert_eq!(found(&[[9, 0, 0], [0, 9, 0], [0, 0, 9]]), None);
    }

    #[test]
    fn equals_are_one_contender_that_is_not_alone() {
        assert_eq!(found(&[[5, 5, 5], [5, 5, 5], [5, 5, 5]]), Some(vec![(0, false)]));
        assert_eq!(
            found(&[[1, 1, 1], [5, 5, 5], [5, 5, 5], [9, 0, 0]]),
            Some(vec![(1, false), (3, true)])
        );
    }
}
