//! How sure the verdict is, in one figure.

use super::draws::{CriterionDraws, DRAWS, Draws};
use super::matrix::Matrix;
use super::similar::similar;
use super::verdict::TIE;
use super::{Assessment, Strength};

/// How sure the verdict is when weights, sources and missing ratings vary as in [`Draws`].
#[derive(Debug, Clone, PartialEq)]
pub struct Confidence {
    /// The least, over the rivals, of the share of draws in which the leader is ahead of that rival,
    /// 0 to 1; equal scores count half. `None` in a tie.
    pub confidence: Option<f64>,
    /// Half the width of the 95 % confidence interval of each share, 0 to 1; 0 when exact.
    pub error: f64,
    /// Index of the rival for which the share is the least.
    pub closest_rival: Option<usize>,
    /// By alternative: the share of draws in which it is first, with equal parts where several are.
    /// The shares add up to 1.
    pub first: Vec<f64>,
}

/// What was counted in draws, by column of the compared alternatives.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    pub(super) draws: usize,
    /// In how many draws it is first, with equal parts where several are.
    pub(super) first: Vec<f64>,
    /// In how many draws the leader is ahead of it; half where they are equal.
    pub(super) behind: Vec<f64>,
}

impl Tally {
    pub(super) fn new(columns: usize) -> Self {
        Self { draws: 0, first: vec![0.0; columns], behind: vec![0.0; columns] }
    }

    /// Counts the scores of a block of draws. They are sums of factor × share × value, so that the sum of
    /// the weights lies between 0.5 and 1.5.
    pub(super) fn count(&mut self, scores: &[f64], leader: Option<usize>) {
        let columns = self.first.len();
        for scores in scores.chunks_exact(columns) {
            for (column, part) in first_places(scores) {
                self.first[column] += part;
            }
            if let Some(leader) = leader {
                for (behind, score) in self.behind.iter_mut().zip(scores) {
                    let ahead = scores[leader] - score;
                    *behind += match ahead {
                        _ if ahead.abs() < EQUAL => 0.5,
                        _ if ahead > 0.0 => 1.0,
                        _ => 0.0,
                    };
                }
            }
        }
        self.draws += scores.len() / columns;
    }

    pub(super) fn add(&mut self, more: &Self) {
        let add = |to: &mut [f64], from: &[f64]| to.iter_mut().zip(from).for_each(|(x, y)| *x += y);
        self.draws += more.draws;
        add(&mut self.first, &more.first);
        add(&mut self.behind, &more.behind);
    }
}

impl Confidence {
    /// What draws amount to.
    pub(super) fn from_draws(assessment: &Assessment, matrix: &Matrix, tally: &Tally) -> Self {
        let draws = tally.draws as f64;
        let mut first = vec![0.0; assessment.alternatives()];
        for (column, count) in tally.first.iter().enumerate() {
            first[matrix.alternative(column)] = count / draws;
        }
        let leader = assessment.verdict().and_then(|it| it.leader);
        let columns = 0..matrix.alternatives();
        let rivals = columns.map(|it| (matrix.alternative(it), tally.behind[it] / draws));
        let closest = rivals
            .filter(|(a, _)| leader.is_some_and(|leader| *a != leader))
            .min_by(|x, y| x.1.total_cmp(&y.1));
        let least = closest.map_or(0.5, |it| it.1);
        Self {
            confidence: closest.map(|it| it.1),
            error: half_width(least * draws, draws),
            closest_rival: closest.map(|it| it.0),
            first,
        }
    }

    /// The exact figure, where two alternatives are compared and nothing but weights is uncertain.
    fn exact(assessment: &Assessment, matrix: &Matrix, is_certain: bool) -> Option<Self> {
        if !is_certain || matrix.alternatives() != 2 {
            return None;
        }
        let ahead = similar(matrix.shares(), &matrix.differences(0, 1));
        let mut first = vec![0.0; assessment.alternatives()];
        first[matrix.alternative(0)] = ahead;
        first[matrix.alternative(1)] = 1.0 - ahead;
        let verdict = assessment.verdict()?;
        Some(Self {
            confidence: verdict.leader.map(|it| first[it]),
            error: 0.0,
            closest_rival: verdict.leader.map(|_| verdict.second),
            first,
        })
    }
}

impl Assessment {
    /// How sure the verdict is, from one block of draws, or exactly where that is possible. `None` when
    /// nothing is in the score.
    ///
    /// # Panics
    /// When the draws are not [those of this assessment](Draws::are_of).
    #[must_use]
    pub fn confidence(&self, draws: &Draws) -> Option<Confidence> {
        let matrix = Matrix::weighted(self)?;
        let of = |n: usize| draws.criterion(matrix.criterion(n));
        let is_certain =
            (0..matrix.criteria()).all(|n| of(n).is_some_and(CriterionDraws::is_certain));
        if let Some(exact) = Confidence::exact(self, &matrix, is_certain) {
            return Some(exact);
        }
        let mut scores = vec![0.0; DRAWS * matrix.alternatives()];
        for (n, share) in matrix.shares().iter().enumerate() {
            of(n)?.add(*share, &mut scores);
        }
        let mut tally = Tally::new(matrix.alternatives());
        tally.count(&scores, self.leading_column(&matrix));
        Some(Confidence::from_draws(self, &matrix, &tally))
    }

    /// The column of the leader, if there is one.
    pub(super) fn leading_column(&self, matrix: &Matrix) -> Option<usize> {
        matrix.column(self.verdict()?.leader?)
    }

    /// How clearly the leader leads with this confidence: by its word, but no more than *leads* where a
    /// missing rating could reverse the verdict, or where more than half of the weight rests on one
    /// source each.
    #[must_use]
    pub fn strength(&self, confidence: &Confidence) -> Strength {
        let Some(share) = confidence.confidence else { return Strength::Tie };
        match Strength::of(share) {
            Strength::LeadsClearly if self.rests_on_one_source() || self.gaps().jointly => {
                Strength::Leads
            }
            strength => strength,
        }
    }

    /// Whether more than half of the weight rests on criteria that only one source rates; your own
    /// ratings are one source.
    #[must_use]
    pub fn rests_on_one_source(&self) -> bool {
        let of_one = (0..self.criteria()).filter(|&j| self.evidence.has_one_source(j));
        of_one.map(|j| self.share(j)).sum::<f64>() > 0.5 + 1e-9
    }
}

/// Scores from 0 to about 1 that differ by less than this are equal.
const EQUAL: f64 = TIE / 100.0;

/// The columns with the highest score, each with its part of the first place.
pub(super) fn first_places(scores: &[f64]) -> impl Iterator<Item = (usize, f64)> + '_ {
    let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let is_first = move |score: f64| best - score < EQUAL;
    let part = 1.0 / scores.iter().filter(|it| is_first(**it)).count() as f64;
    scores.iter().enumerate().filter(move |it| is_first(*it.1)).map(move |(at, _)| (at, part))
}

/// The 97.5 % quantile of the normal distribution.
const NORMAL: f64 = 1.959_963_984_540_054;

/// Half the width of the 95 % confidence interval of a share that was met so often in so many draws
/// (Agresti and Coull 1998): honest at 0 and 1 too, where the plain formula claims certainty.
pub(super) fn half_width(count: f64, draws: f64) -> f64 {
    let n = draws + NORMAL * NORMAL;
    let share = (count + NORMAL * NORMAL / 2.0) / n;
    NORMAL * (share * (1.0 - share) / n).sqrt()
}

#[cfg(test)]
mod tests;
