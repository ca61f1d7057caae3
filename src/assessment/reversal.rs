//! The least that would change the leader: in the shares of all criteria at once, or in one rating.
//!
//! Owns what is nearest over several criteria or in a rating; what a single slider can do is a
//! matter of its bands ([`Assessment::nearest_slider_reversal`]).

use super::matrix::{Matrix, SAME};
use super::{Assessment, Verdict};

/// The least total share that has to change hands so that a rival ties with the leader.
#[derive(Debug, Clone, PartialEq)]
pub struct Reversal {
    /// Index of the alternative that ties, and leads with anything more.
    pub to: usize,
    /// The share that moves, 0 to 1: half the sum of all changes.
    pub moved: f64,
    /// Index of the criterion that the share goes to.
    pub receiver: usize,
    /// Index of each criterion that gives some of its share, and how much; the largest part first.
    pub givers: Vec<(usize, f64)>,
}

/// One rating at which the leader would change, everything else kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatingReversal {
    /// Index of the criterion.
    pub criterion: usize,
    /// Index of the alternative whose rating it is.
    pub alternative: usize,
    /// The value, 0 (worst) to 1 (best), that it has now.
    pub from: f64,
    /// The value at which the leader and [`Self::leader`] are tied. [`Scale::at`] makes a rating
    /// of it.
    ///
    /// [`Scale::at`]: crate::decision::Scale::at
    pub value: f64,
    /// Index of the alternative that leads beyond that value.
    pub leader: usize,
}

impl Assessment {
    /// The largest x, 0 to 1, such that the leader leads whenever the share of every criterion, before
    /// the shares are made to add up to 1, is within ±x of itself: the least over the rivals of
    /// `Σ w_j d_j / Σ w_j |d_j|`, `d_j` being the leader's value less the rival's. `None` in a tie, and
    /// when nothing is in the score. (The tolerance approach: Hansen, Labbé and Wendell 1989; Wolters
    /// and Mareschal 1995.)
    #[must_use]
    pub fn tolerance(&self) -> Option<f64> {
        let matrix = Matrix::weighted(self)?;
        let leader = self.leading_column(&matrix)?;
        let of_rival = |rival: usize| {
            let d = matrix.differences(leader, rival);
            let all: f64 = matrix.shares().iter().zip(&d).map(|(share, d)| share * d.abs()).sum();
            (matrix.gap(&d) / all).clamp(0.0, 1.0)
        };
        let rivals = (0..matrix.alternatives()).filter(|it| *it != leader);
        Some(rivals.map(of_rival).fold(1.0, f64::min))
            .map(|it| if 1.0 - it < 1e-12 { 1.0 } else { it })
    }

    /// Whether the leader is better or equal on every criterion with weight than every other
    /// alternative, none of its ratings or theirs being missing there.
    #[must_use]
    pub fn is_dominant(&self) -> bool {
        let Some(matrix) = Matrix::weighted(self) else { return false };
        let Some(leader) = self.leading_column(&matrix) else { return false };
        (0..matrix.criteria()).all(|n| {
            let values = matrix.values(n);
            values.iter().all(|value| values[leader] - value >= -SAME)
                && self.compared().iter().all(|&a| self.rating(matrix.criterion(n), a).is_some())
        })
    }

    /// The least total share that has to move between criteria that have weight so that a rival ties.
    /// `None` when no change among them can: no rival is better than the leader on any of them, or
    /// in a tie.
    ///
    /// With `d_j` the leader's value less a rival's and `w_j` the shares, moving a share `x` from
    /// criterion `i` to `j` narrows the gap `Σ w_j d_j` by `x · (d_i − d_j)`. So the cheapest way is
    /// to give to the smallest `d`, from the largest ones downwards, until the gap is closed: a
    /// linear programme whose greedy solution is optimal, as for the continuous knapsack (Dantzig
    /// 1957, *Discrete-variable extremum problems*). Of all rivals the nearest counts, of equally
    /// near ones the first.
    #[must_use]
    pub fn nearest_reversal(&self) -> Option<Reversal> {
        self.reversal_in(&Matrix::weighted(self)?)
    }

    /// The same when the share may also move to criteria that have no weight now.
    #[must_use]
    pub fn nearest_reversal_with_unweighted(&self) -> Option<Reversal> {
        self.reversal_in(&Matrix::of(self)?)
    }

    fn reversal_in(&self, matrix: &Matrix) -> Option<Reversal> {
        let leader = self.leading_column(matrix)?;
        let rivals = (0..matrix.alternatives()).filter(|it| *it != leader);
        let mut nearest: Option<Move> = None;
        for rival in rivals {
            let least = least_move(matrix, leader, rival);
            let limit = nearest.as_ref().map_or(f64::INFINITY, |it| it.moved - SAME);
            if let Some(nearer) = least.filter(|it| it.moved < limit) {
                nearest = Some(nearer);
            }
        }
        nearest.map(|it| it.reversal(matrix))
    }

    /// Every single rating of the leader that could fall, and of a rival that could rise, so far that
    /// the leader changes; the smallest change of value first. At most one for each criterion and
    /// direction: the one with the smallest change. Empty in a tie.
    ///
    /// A gap of `g` between two scores is closed by a change of `g / w_j` in a value, the scores
    /// being sums of share × value; there is none where that leads off the scale.
    #[must_use]
    pub fn rating_reversals(&self) -> Vec<RatingReversal> {
        let Some(Verdict { leader: Some(leader), .. }) = self.verdict() else { return Vec::new() };
        let Some(matrix) = Matrix::weighted(self) else { return Vec::new() };
        let scores = &self.scores;
        let mut rivals: Vec<usize> =
            self.compared().iter().copied().filter(|&a| a != leader).collect();
        rivals.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        let gaps: Vec<f64> = rivals.iter().map(|&a| (scores[leader] - scores[a]) / 100.0).collect();
        let mut reversals = Vec::new();
        for (n, &share) in matrix.shares().iter().enumerate() {
            let criterion = matrix.criterion(n);
            let values = self.evidence.values(criterion);
            // The leader falls until the first of the rivals ties.
            let (from, value) = (values[leader], onto_scale(values[leader] - gaps[0] / share));
            if value >= 0.0 && self.rating(criterion, leader).is_some() {
                reversals.push(RatingReversal {
                    criterion,
                    alternative: leader,
                    from,
                    value,
                    leader: rivals[0],
                });
            }
            // The best-placed rival that has the room rises.
            let rising = rivals.iter().zip(&gaps).find_map(|(&a, gap)| {
                let value = onto_scale(values[a] + gap / share);
                let reversal = || RatingReversal {
                    criterion,
                    alternative: a,
                    from: values[a],
                    value,
                    leader: a,
                };
                (value <= 1.0 && self.rating(criterion, a).is_some()).then(reversal)
            });
            reversals.extend(rising);
        }
        // What differs by no more than rounding stays in the order of the pack.
        let change = |it: &RatingReversal| ((it.value - it.from).abs() * 1e9).round();
        reversals.sort_by(|x, y| change(x).total_cmp(&change(y)));
        reversals
    }
}

/// A value that rounding has put beyond an end of the scale lies on that.
fn onto_scale(value: f64) -> f64 {
    let end = value.clamp(0.0, 1.0);
    if (value - end).abs() <= SAME { end } else { value }
}

/// The least that has to move so that one rival ties with the leader; by row.
struct Move {
    rival: usize,
    moved: f64,
    receiver: usize,
    givers: Vec<(usize, f64)>,
}

/// The least move towards a rival.
fn least_move(matrix: &Matrix, leader: usize, rival: usize) -> Option<Move> {
    let d = matrix.differences(leader, rival);
    let mut gap = matrix.gap(&d);
    // What differs by rounding alone is equal, and stays in the order of the pack.
    let rounded: Vec<f64> = d.iter().map(|it| (it / SAME).round()).collect();
    let order = |&i: &usize, &j: &usize| rounded[i].total_cmp(&rounded[j]);
    let receiver = (0..d.len()).min_by(order)?;
    if d[receiver] >= 0.0 {
        return None;
    }
    let mut by_difference: Vec<usize> = (0..d.len()).collect();
    by_difference.sort_by(|i, j| order(j, i));
    let (mut moved, mut givers) = (0.0, Vec::new());
    for giver in by_difference {
        let (share, pull) = (matrix.shares()[giver], d[giver] - d[receiver]);
        if gap <= SAME || pull <= SAME {
            break;
        }
        let part = share.min(gap / pull);
        if part > 0.0 {
            gap -= part * pull;
            moved += part;
            givers.push((giver, part));
        }
    }
    Some(Move { rival, moved, receiver, givers })
}

impl Move {
    /// The same by the indices of all criteria and alternatives.
    fn reversal(mut self, matrix: &Matrix) -> Reversal {
        self.givers.sort_by(|x, y| y.1.total_cmp(&x.1));
        let givers = self.givers.into_iter().map(|(n, part)| (matrix.criterion(n), part));
        Reversal {
            to: matrix.alternative(self.rival),
            moved: self.moved,
            receiver: matrix.criterion(self.receiver),
            givers: givers.collect(),
        }
    }
}

#[cfg(test)]
mod tests;
