//! The weights that keep your ranking of the criteria: the more important never weighs less.
//!
//! Where all importances differ these weights form a simplex again: its vertices are equal weights on
//! the most important criterion alone, on the two most important ones, and so on, so a linear
//! function has the means of its first values there. Where importances tie, the ranking leaves the
//! order inside the tie open, and a figure is the mean over all these orders, each of which is as
//! good as the others: over every one of them where they are few, over random ones where not.

use super::matrix::clean;
use super::random::Random;
use super::simplex::{Kernel, Sides};

/// Up to this many orders, every single one is looked at.
const FEW: usize = 720;

/// Where orders are drawn, the 95 % error that is good enough, as a share: 0.2 points.
const GOOD_ENOUGH: f64 = 0.002;

/// Where orders are drawn, at least so many independent groups of them: fewer tell their error badly.
const GROUPS: u32 = 16;

/// The 97.5 % quantile of Student's t for that many groups; more groups have a smaller one.
const STUDENT: f64 = 2.131;

/// Orders in a group, at most.
const GROUP: usize = 32;

/// Steps of the kernel after which there is an end to drawing, however large the error.
const STEPS: usize = 200_000_000;

/// Seed of the drawn orders.
const SEED: u64 = 0x7765_6967_6801;

/// The criteria in the order of their importance, ties found.
#[derive(Debug, Clone)]
pub(super) struct Ranking {
    /// The criteria, by their place among those in the score, the most important first; those of
    /// equal importance in ascending order.
    pub(super) order: Vec<usize>,
    /// Sizes of the runs of equal importance in `order`.
    pub(super) ties: Vec<usize>,
}

/// A share of the weights that keep the ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Kept {
    pub(super) sides: Sides,
    /// Half the width of the 95 % confidence interval, as a share; 0 when exact.
    pub(super) error: f64,
    pub(super) exact: bool,
}

impl Ranking {
    /// The ranking by these importances.
    pub(super) fn of(importances: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..importances.len()).collect();
        order.sort_by(|&i, &j| importances[j].total_cmp(&importances[i]));
        let same = |i: &usize, j: &usize| importances[*i].to_bits() == importances[*j].to_bits();
        let ties = order.chunk_by(same).map(<[usize]>::len).collect();
        Self { order, ties }
    }

    /// Whether all importances are equal: then every order keeps the ranking.
    pub(super) fn is_open(&self) -> bool {
        self.ties.len() <= 1
    }

    /// Whether some importances are equal.
    pub(super) fn has_ties(&self) -> bool {
        self.ties.len() < self.order.len()
    }

    /// How many orders keep the ranking; `None` for more than [`FEW`].
    fn orders(&self) -> Option<usize> {
        let factors = self.ties.iter().flat_map(|&size| 2..=size);
        factors.into_iter().try_fold(1, |product: usize, factor| {
            product.checked_mul(factor).filter(|it| *it <= FEW)
        })
    }

    /// Does something with each run of equal importance in an order.
    pub(super) fn for_each_tie(&self, order: &mut [usize], mut each: impl FnMut(&mut [usize])) {
        let mut rest = order;
        for &size in &self.ties {
            let (tie, after) = std::mem::take(&mut rest).split_at_mut(size);
            each(tie);
            rest = after;
        }
    }

    /// On which share of the weights that keep the ranking a linear function with these values is
    /// positive, and on which it is negative.
    pub(super) fn kept(&self, values: &[f64]) -> Kept {
        let mut kernel = Kernel::default();
        let whole = kernel.sides(values.iter().copied());
        let is_settled = whole.positive == 0.0 || whole.negative == 0.0;
        if self.is_open() || (is_settled && self.has_ties()) {
            // With every order open, the orders together are the whole simplex. And where no value
            // is negative (or none positive), none is in any order.
            return Kept { sides: whole, error: 0.0, exact: true };
        }
        if self.orders().is_some() { self.enumerated(values) } else { self.drawn(values) }
    }

    /// The mean over all orders.
    fn enumerated(&self, values: &[f64]) -> Kept {
        let mut kernel = Kernel::default();
        let mut order = self.order.clone();
        let mut sum = Sum::default();
        loop {
            sum.add(in_order(&mut kernel, &order, values));
            // Counts through the orders like an odometer: a tie that has been through all of its
            // own starts again, and the next one moves on.
            let mut carry = true;
            self.for_each_tie(&mut order, |tie| carry = carry && !next_permutation(tie));
            if carry {
                return Kept { sides: sum.mean(), error: 0.0, exact: true };
            }
        }
    }

    /// The mean over random orders, with its error.
    fn drawn(&self, values: &[f64]) -> Kept {
        let mut kernel = Kernel::default();
        let mut random = Random::new(SEED, 0);
        let mut order = self.order.clone();
        let longest = self.ties.iter().copied().max().unwrap_or(1);
        let group = longest.min(GROUP);
        let stride = longest / group;
        let (positives, negatives) = (count(values, |it| it > 0.0), count(values, |it| it < 0.0));
        let affordable = STEPS / (group * (positives * negatives).max(1));
        let (mut sum, mut squares) = (Sum::default(), 0.0);
        loop {
            // A random order and what turning the ties round makes of it: every order of the group
            // is as random as the first, and together they put each criterion of the longest tie in
            // (almost) every place, which takes most of the chance out of their mean.
            self.for_each_tie(&mut order, |tie| random.shuffle(tie));
            let mut of_group = Sum::default();
            for _ in 0..group {
                of_group.add(in_order(&mut kernel, &order, values));
                self.for_each_tie(&mut order, |tie| tie.rotate_left(stride % tie.len()));
            }
            let mean = of_group.mean();
            sum.add(mean);
            squares += mean.positive * mean.positive;
            if sum.count < GROUPS {
                continue;
            }
            let (n, mean) = (f64::from(sum.count), sum.mean());
            let variance = (squares / n - mean.positive * mean.positive).max(0.0) * n / (n - 1.0);
            let error = STUDENT * (variance / n).sqrt();
            if error < GOOD_ENOUGH || sum.count as usize >= affordable {
                return Kept { sides: mean, error, exact: false };
            }
        }
    }
}

/// How many values are like this.
fn count(values: &[f64], like: impl Fn(f64) -> bool) -> usize {
    values.iter().filter(|it| like(**it)).count()
}

/// The share for one order: its vertices are the means of the first values.
fn in_order(kernel: &mut Kernel, order: &[usize], values: &[f64]) -> Sides {
    let mut sum = 0.0;
    kernel.sides(order.iter().enumerate().map(|(before, &at)| {
        sum += values[at];
        clean(sum / (before + 1) as f64)
    }))
}

/// A sum of shares.
#[derive(Debug, Default)]
struct Sum {
    sides: Sides,
    count: u32,
}

impl Sum {
    fn add(&mut self, sides: Sides) {
        self.sides.positive += sides.positive;
        self.sides.negative += sides.negative;
        self.count += 1;
    }

    fn mean(&self) -> Sides {
        let count = f64::from(self.count);
        Sides { positive: self.sides.positive / count, negative: self.sides.negative / count }
    }
}

/// Puts different items in the next order by the dictionary; after the last one comes the first again,
/// and then it says no.
fn next_permutation(items: &mut [usize]) -> bool {
    let Some(pivot) = items.windows(2).rposition(|pair| pair[0] < pair[1]) else {
        items.reverse();
        return false;
    };
    // What stands behind the pivot descends; one of it is larger.
    let swap = items.iter().rposition(|item| *item > items[pivot]).unwrap_or(pivot);
    items.swap(pivot, swap);
    items[pivot + 1..].reverse();
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::simplex::sides;

    #[test]
    fn criteria_are_ranked_by_importance_and_ties_are_found() {
        let ranking = Ranking::of(&[30.0, 50.0, 30.0, 0.0, 50.0, 30.0]);
        assert_eq!(ranking.order, [1, 4, 0, 2, 5, 3]);
        assert_eq!(ranking.ties, [2, 3, 1]);
        assert_eq!(ranking.orders(), Some(12));
        assert_eq!(Ranking::of(&[5.0; 7]).orders(), None);
    }

    #[test]
    fn every_order_comes_once_before_the_first_comes_again() {
        let mut items = [0, 1, 2, 3];
        let mut seen = std::collections::BTreeSet::from([items]);
        while next_permutation(&mut items) {
            assert!(seen.insert(items));
        }
        assert_eq!((seen.len(), items), (24, [0, 1, 2, 3]));
        assert!(!next_permutation(&mut [7]));
    }

    #[test]
    fn the_published_share_comes_out() {
        let kept = Ranking::of(&[4.0, 3.0, 2.0, 1.0]).kept(&[3.0, 1.0, -2.0, -4.0]);
        assert!((kept.sides.positive - 242.0 / 245.0).abs() < 1e-14);
        assert!(kept.exact && kept.error == 0.0);
    }

    #[test]
    fn all_orders_together_are_the_whole_simplex() {
        // The mean over every order, by looking at each, is the share of all weights.
        let values = [0.5, -0.25, 0.125, -0.75, 0.3];
        let ranking = Ranking::of(&[1.0; 5]);
        let (orders, whole) = (ranking.enumerated(&values).sides, sides(&values));
        assert!((orders.positive - whole.positive).abs() < 1e-14);
        assert!((orders.negative - whole.negative).abs() < 1e-14);
        assert_eq!(ranking.kept(&values).sides, whole);
    }

    #[test]
    fn drawn_orders_come_as_close_to_all_orders_as_they_say() {
        for seed in 0..40 {
            let mut random = Random::new(3, seed);
            let values: Vec<f64> = (0..8).map(|_| random.below(2001) as f64 / 1e3 - 1.0).collect();
            let ranking = Ranking::of(&[9.0, 9.0, 4.0, 4.0, 4.0, 4.0, 4.0, 0.0]);
            let (drawn, all) = (ranking.drawn(&values), ranking.enumerated(&values));
            assert!(all.exact && !drawn.exact && drawn.error < GOOD_ENOUGH);
            let off = (drawn.sides.positive - all.sides.positive).abs();
            // Twice the 95 % error is four standard errors.
            assert!(off <= 2.0 * drawn.error + 1e-12, "{off} {}", drawn.error);
            assert_eq!(drawn, ranking.drawn(&values));
        }
    }

    #[test]
    fn where_one_side_has_no_value_it_has_no_share_in_any_order() {
        let kept = Ranking::of(&[9.0; 10]).kept(&[0.1; 10]);
        assert_eq!((kept.sides.positive, kept.exact), (1.0, true));
        let mut importances = [1.0; 12];
        importances[0] = 2.0;
        let kept = Ranking::of(&importances).kept(&[-0.1; 12]);
        assert_eq!((kept.sides.negative, kept.exact, kept.error), (1.0, true, 0.0));
    }
}
