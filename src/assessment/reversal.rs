//! The least that would change the leader: in the shares of all criteria at once, or in one rating.
//!
//! Owns what is nearest over several criteria or in a rating; what a single slider can do is a
//! matter of its bands ([`Assessment::nearest_slider_reversal`]).

use super::matrix::{Matrix, SAME};
use super::{Assessment, Verdict};

/// What rounding may add to a gap between two scores, as a share; more than it ever does.
const ROUNDING: f64 = 1e-9;

/// The least total share that has to change hands so that somebody else leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Reversal {
    /// Index of the alternative that draws level, and leads with anything more.
    pub to: usize,
    /// The share that changes hands, 0 to 1: half the sum of all changes.
    pub moved: f64,
    /// By criterion: its share after the move, 0 for those out of the score. With these the leader
    /// and [`Self::to`] are level.
    pub shares: Vec<f64>,
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
    /// The value at which the leader and [`Self::leader`] are level. [`Scale::at`] makes a rating
    /// of it.
    ///
    /// [`Scale::at`]: crate::decision::Scale::at
    pub value: f64,
    /// Index of the alternative that leads beyond that value.
    pub leader: usize,
}

impl Assessment {
    /// The least total share that has to change hands so that somebody else leads. `None` when
    /// nobody else can: no other is better than the leader on any criterion in the score, or nobody
    /// leads.
    ///
    /// With `d_j` the leader's value less a rival's and `w_j` the shares, moving a share `x` from
    /// criterion `i` to `j` narrows the gap `Σ w_j d_j` by `x · (d_i − d_j)`. So the cheapest way is
    /// to give to the smallest `d`, from the largest ones downwards, until the gap is closed: a
    /// linear programme whose greedy solution is optimal, as for the continuous knapsack (Dantzig
    /// 1957, *Discrete-variable extremum problems*). Of all rivals the nearest counts, of equally
    /// near ones the first.
    ///
    /// No difference of values is beyond 1, so a share closes at most twice itself of a gap: most
    /// rivals of many are too far behind to be the nearest, and are not looked at.
    #[must_use]
    pub fn nearest_reversal(&self) -> Option<Reversal> {
        let Verdict { leader, second, .. } = self.verdict()?;
        let (leader, matrix) = (leader?, Matrix::of(self)?);
        // Where the second is, nobody has to be farther to be the nearest.
        let mut to_second = least_move(&matrix, leader, second, f64::INFINITY);
        let mut limit = to_second.as_ref().map_or(f64::INFINITY, |it| it.moved);
        let mut nearest: Option<Move> = None;
        for (rival, score) in self.scores.iter().enumerate() {
            let gap = (self.scores[leader] - score) / 100.0;
            if rival == leader || gap > 2.0 * limit + ROUNDING {
                continue;
            }
            let below = nearest.as_ref().map_or(f64::INFINITY, |it| it.moved);
            let nearer = if rival == second {
                to_second.take().filter(|it| it.moved < below)
            } else {
                least_move(&matrix, leader, rival, below)
            };
            if let Some(nearer) = nearer {
                limit = limit.min(nearer.moved);
                nearest = Some(nearer);
            }
        }
        nearest.map(|it| it.reversal(&matrix))
    }

    /// Every single rating of the leader that could fall, and of a rival that could rise, so far that
    /// the leader changes; the smallest change of value first. At most one for each criterion and
    /// direction: the one with the smallest change. Empty when nobody leads.
    ///
    /// A gap of `g` between two scores is closed by a change of `g / w_j` in a value, the scores
    /// being sums of share × value; there is none where that leads off the scale.
    #[must_use]
    pub fn rating_reversals(&self) -> Vec<RatingReversal> {
        let Some(leader) = self.verdict().and_then(|it| it.leader) else { return Vec::new() };
        let Some(matrix) = Matrix::of(self) else { return Vec::new() };
        let scores = &self.scores;
        let mut rivals: Vec<usize> = (0..scores.len()).filter(|&a| a != leader).collect();
        rivals.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        let gaps: Vec<f64> = rivals.iter().map(|&a| (scores[leader] - scores[a]) / 100.0).collect();
        let mut reversals = Vec::new();
        for n in (0..matrix.criteria()).filter(|&n| matrix.shares()[n] > 0.0) {
            let (share, values) = (matrix.shares()[n], matrix.values(n));
            let criterion = matrix.criterion(n);
            // Down comes the leader until the first of the rivals is level.
            let (from, value) = (values[leader], onto_scale(values[leader] - gaps[0] / share));
            if value >= 0.0 {
                let leads = rivals[0];
                reversals.push(RatingReversal {
                    criterion,
                    alternative: leader,
                    from,
                    value,
                    leader: leads,
                });
            }
            // Up goes the best-placed rival that has the room.
            let rising = rivals.iter().zip(&gaps).find_map(|(&a, gap)| {
                let value = onto_scale(values[a] + gap / share);
                let reversal = || RatingReversal {
                    criterion,
                    alternative: a,
                    from: values[a],
                    value,
                    leader: a,
                };
                (value <= 1.0).then(reversal)
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

/// The least that has to move so that one rival is level with the leader.
struct Move {
    rival: usize,
    moved: f64,
    receiver: usize,
    givers: Vec<(usize, f64)>,
}

/// The least move towards a rival, where it is less than `limit`.
fn least_move(matrix: &Matrix, leader: usize, rival: usize, limit: f64) -> Option<Move> {
    let d = matrix.differences(leader, rival);
    let mut gap = matrix.gap(&d);
    // What differs by rounding alone is equal, and stays in the order of the pack.
    let rounded: Vec<f64> = d.iter().map(|it| (it / SAME).round()).collect();
    let order = |&i: &usize, &j: &usize| rounded[i].total_cmp(&rounded[j]);
    let receiver = (0..d.len()).min_by(order)?;
    let largest = d.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // No share closes the gap faster than one that goes all the way from the largest.
    if d[receiver] >= 0.0 || gap / (largest - d[receiver]) >= limit {
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
    (moved < limit).then_some(Move { rival, moved, receiver, givers })
}

impl Move {
    /// The same, of all criteria.
    fn reversal(mut self, matrix: &Matrix) -> Reversal {
        let mut shares = matrix.shares().to_vec();
        for &(giver, part) in &self.givers {
            shares[giver] -= part;
        }
        shares[self.receiver] += self.moved;
        self.givers.sort_by(|x, y| y.1.total_cmp(&x.1));
        let givers = self.givers.into_iter().map(|(n, part)| (matrix.criterion(n), part));
        Reversal {
            to: self.rival,
            moved: self.moved,
            shares: matrix.spread(&shares),
            receiver: matrix.criterion(self.receiver),
            givers: givers.collect(),
        }
    }
}

#[cfg(test)]
mod tests;
