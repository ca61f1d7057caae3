//! The weights that keep your ranking of the criteria: the more important never weighs less.
//!
//! Where all weights differ these weights form a simplex again: its vertices are equal weights on
//! the most important criterion alone, on the two most important ones, and so on, so a linear
//! function has the means of its first values there. Where weights tie, the ranking leaves the
//! order inside the tie open, and a figure is the mean over all these orders, each of which is as
//! good as the others: over every one of them where they are few, over random ones where not.

use super::matrix::clean;
use super::random::Random;
use super::simplex::{Kernel, Sides};

/// Where orders are drawn, the 95 % error that is good enough, as a share: 0.2 points.
const GOOD_ENOUGH: f64 = 0.002;

/// Where orders are drawn, at least so many independent groups of them: fewer tell their error badly.
const GROUPS: u32 = 16;

/// The 97.5 % quantile of Student's t for that many groups; more groups have a smaller one.
const STUDENT: f64 = 2.131;

/// What none of n independent groups has shown is, with 95 % confidence, no more than 3/n of all (the
/// rule of three: Hanley and Lippman-Hand 1983). A few orders may carry nearly all of a share, and as
/// long as none of them has been drawn, what has been drawn looks as if there were nothing to miss.
const UNSEEN: f64 = 3.0;

/// So many groups are drawn for a glance, at most: twice what leaves little unseen.
const ENOUGH: u32 = 3_000;

/// Up to this many orders that can be told apart, every single one is looked at.
const FEW: usize = 720;

/// Orders in a group, at a glance.
const GLANCE: usize = 2;

/// Orders in a group, at most.
const GROUP: usize = 32;

/// Steps of the kernel after which there is an end to drawing, however large the error.
const STEPS: usize = 20_000_000;

/// Seed of the drawn orders.
const SEED: u64 = 0x7765_6967_6801;

/// The criteria in the order of their weight, ties found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ranking {
    /// The criteria, by their place among those in the score, the most important first; those of
    /// equal weight in ascending order.
    pub(super) order: Vec<usize>,
    /// Sizes of the runs of equal weight in `order`.
    pub(super) ties: Vec<usize>,
}

/// A share of the weights that keep the ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Kept {
    pub(super) sides: Sides,
    /// Half the width of the 95 % confidence interval, as a share; 0 when exact.
    pub(super) error: f64,
}

impl Ranking {
    /// The ranking by these weights.
    pub(super) fn of(weights: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by(|&i, &j| weights[j].total_cmp(&weights[i]));
        let same = |i: &usize, j: &usize| weights[*i].to_bits() == weights[*j].to_bits();
        let ties = order.chunk_by(same).map(<[usize]>::len).collect();
        Self { order, ties }
    }

    /// Whether all weights are equal: then every order keeps the ranking.
    fn is_open(&self) -> bool {
        self.ties.len() <= 1
    }

    /// Whether some weights are equal.
    fn has_ties(&self) -> bool {
        self.ties.len() < self.order.len()
    }

    /// Does something with each run of equal weight in an order.
    pub(super) fn for_each_tie<T>(&self, order: &mut [T], mut each: impl FnMut(&mut [T])) {
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
            return Kept { sides: whole, error: 0.0 };
        }
        // In the order of the ranking; inside a tie, ascending.
        let mut row: Vec<f64> = self.order.iter().map(|&at| values[at]).collect();
        self.for_each_tie(&mut row, |tie| tie.sort_by(f64::total_cmp));
        if self.are_few(&mut row) { self.enumerated(row) } else { self.drawn(row) }
    }

    /// Whether there are at most [`FEW`] orders that can be told apart, equal values being
    /// interchangeable. The row is in ascending order inside each tie.
    fn are_few(&self, row: &mut [f64]) -> bool {
        let mut orders = 1;
        self.for_each_tie(row, |tie| {
            let (mut before, mut equal) = (None, 0);
            for (count, value) in (1..).zip(tie.iter()) {
                equal = if before == Some(*value) { equal + 1 } else { 1 };
                before = Some(*value);
                // The multinomial coefficient of the first `count`, which is a whole number.
                if orders <= FEW {
                    orders = orders * count / equal;
                }
            }
        });
        orders <= FEW
    }

    /// The mean over all orders of a row that is in ascending order inside each tie.
    fn enumerated(&self, mut row: Vec<f64>) -> Kept {
        let mut kernel = Kernel::default();
        let mut sum = Sum::default();
        loop {
            sum.add(in_order(&mut kernel, &row));
            // Counts through the orders like an odometer: a tie that has been through all of its
            // own starts again, and the next one moves on.
            let mut carry = true;
            self.for_each_tie(&mut row, |tie| carry = carry && !next_permutation(tie));
            if carry {
                return Kept { sides: sum.mean(), error: 0.0 };
            }
        }
    }

    /// The mean over random orders of a row, with its error: over small groups of them where that will
    /// do, as it mostly does, since what ties is often of no weight at all.
    fn drawn(&self, row: Vec<f64>) -> Kept {
        let steps = steps(&row);
        let affordable = |group| u32::try_from(STEPS / (group * steps)).unwrap_or(u32::MAX);
        let glance = self.drawn_in_groups(row.clone(), GLANCE, affordable(GLANCE).min(ENOUGH));
        if glance.error < GOOD_ENOUGH {
            return glance;
        }
        let group = self.longest().clamp(GLANCE, GROUP);
        let thorough = self.drawn_in_groups(row, group, affordable(group));
        if thorough.error < glance.error { thorough } else { glance }
    }

    /// The length of the longest tie.
    fn longest(&self) -> usize {
        self.ties.iter().copied().max().unwrap_or(1)
    }

    /// The mean over random orders in groups of so many, with its error; as few groups as are good
    /// enough, and no more than are affordable.
    fn drawn_in_groups(&self, mut row: Vec<f64>, group: usize, affordable: u32) -> Kept {
        let mut kernel = Kernel::default();
        let mut random = Random::new(SEED, 0);
        let stride = self.longest() / group;
        let (mut sum, mut squares) = (Sum::default(), 0.0);
        loop {
            // A random order and what turning the ties round makes of it: every order of the group
            // is as random as the first, and together they put each criterion of the longest tie in
            // places far apart, which takes much of the chance out of their mean.
            self.for_each_tie(&mut row, |tie| random.shuffle(tie));
            let mut of_group = Sum::default();
            for _ in 0..group {
                of_group.add(in_order(&mut kernel, &row));
                self.for_each_tie(&mut row, |tie| tie.rotate_left(stride % tie.len()));
            }
            let mean = of_group.mean();
            sum.add(mean);
            squares += mean.positive * mean.positive;
            if sum.count < GROUPS {
                continue;
            }
            let (n, mean) = (f64::from(sum.count), sum.mean());
            let variance = (squares / n - mean.positive * mean.positive).max(0.0) * n / (n - 1.0);
            let error = STUDENT * (variance / n).sqrt() + UNSEEN / n;
            if error < GOOD_ENOUGH || sum.count >= affordable {
                return Kept { sides: mean, error };
            }
        }
    }
}

/// How many steps the kernel takes for these values; at least 1.
fn steps(values: &[f64]) -> usize {
    let count = |like: fn(&&f64) -> bool| values.iter().filter(like).count();
    (count(|it| **it > 0.0) * count(|it| **it < 0.0)).max(1)
}

/// The share for one order: its vertices are the means of the first values.
fn in_order(kernel: &mut Kernel, row: &[f64]) -> Sides {
    let mut sum = 0.0;
    kernel.sides((1_u32..).zip(row).map(|(count, value)| {
        sum += value;
        clean(sum / f64::from(count))
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

/// Puts items in the next order by the dictionary, equal ones being interchangeable; after the last
/// one comes the first again, and then it says no.
fn next_permutation<T: PartialOrd>(items: &mut [T]) -> bool {
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
    fn criteria_are_ranked_by_weight_and_ties_are_found() {
        let ranking = Ranking::of(&[30.0, 50.0, 30.0, 0.0, 50.0, 30.0]);
        assert_eq!(ranking.order, [1, 4, 0, 2, 5, 3]);
        assert_eq!(ranking.ties, [2, 3, 1]);
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
        let mut items = [0, 1, 1, 1];
        assert_eq!((0..4).map(|_| next_permutation(&mut items)).filter(|it| *it).count(), 3);
    }

    #[test]
    fn orders_that_cannot_be_told_apart_are_counted_once() {
        let ranking = Ranking::of(&[1.0; 12]);
        let of = |differing: u32| {
            let mut row = [0.0; 12];
            (0..differing).zip(&mut row).for_each(|(i, it)| *it = -1.0 - f64::from(i));
            row.sort_by(f64::total_cmp);
            ranking.are_few(&mut row)
        };
        // 12, 132 and 1320 orders.
        assert_eq!([1, 2, 3].map(of), [true, true, false]);
    }

    #[test]
    fn the_published_share_comes_out() {
        let kept = Ranking::of(&[4.0, 3.0, 2.0, 1.0]).kept(&[3.0, 1.0, -2.0, -4.0]);
        assert!((kept.sides.positive - 242.0 / 245.0).abs() < 1e-14);
        assert!(kept.error == 0.0);
    }

    #[test]
    fn all_orders_together_are_the_whole_simplex() {
        // The mean over every order, by looking at each, is the share of all weights.
        let values = [0.5, -0.25, 0.125, -0.75, 0.3];
        let ranking = Ranking::of(&[1.0; 5]);
        let mut row = values.to_vec();
        row.sort_by(f64::total_cmp);
        let (orders, whole) = (ranking.enumerated(row).sides, sides(&values));
        assert!((orders.positive - whole.positive).abs() < 1e-14);
        assert!((orders.negative - whole.negative).abs() < 1e-14);
        assert_eq!(ranking.kept(&values).sides, whole);
    }

    #[test]
    fn drawn_orders_come_as_close_to_all_orders_as_they_say() {
        for seed in 0..40 {
            let mut random = Random::new(3, seed);
            let mut row: Vec<f64> = (0..8).map(|_| random.below(2001) as f64 / 1e3 - 1.0).collect();
            let ranking = Ranking::of(&[9.0, 9.0, 4.0, 4.0, 4.0, 4.0, 4.0, 0.0]);
            ranking.for_each_tie(&mut row, |tie| tie.sort_by(f64::total_cmp));
            let (drawn, all) = (ranking.drawn(row.clone()), ranking.enumerated(row.clone()));
            assert!(all.error == 0.0 && drawn.error > 0.0 && drawn.error < GOOD_ENOUGH);
            let off = (drawn.sides.positive - all.sides.positive).abs();
            // Twice the 95 % error is four standard errors.
            assert!(off <= 2.0 * drawn.error + 1e-12, "{off} {}", drawn.error);
            assert_eq!(drawn, ranking.drawn(row));
        }
    }
}
