//! From claims to ratings, and from ratings to values.

use super::Exclusion;
use super::matrix::SAME;
use crate::decision::{ClaimRef, Criterion, Decision, Scale};
use crate::judgement::Judgement;

/// How an alternative is rated on a criterion, and how far the sources agree.
///
/// All three numbers are on the criterion's scale. For a source that says several things, its mean
/// counts; excluded claims and sources with a trust of 0 do not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rating {
    /// The trust-weighted mean over the sources, or your own rating, which replaces it.
    pub rating: f64,
    /// The lowest mean of a source.
    pub low: f64,
    /// The highest mean of a source.
    pub high: f64,
    /// How many sources speak.
    pub sources: usize,
    /// How many claims they make.
    pub claims: usize,
    /// Whether it is your own; then `low` and `high` equal it.
    pub own: bool,
}

impl Rating {
    /// The values, 0 to 1, of its worse and its better end. On a scale that runs downwards the
    /// lower number is the better one.
    #[must_use]
    pub fn values(&self, scale: &Scale) -> (f64, f64) {
        let (x, y) = (scale.value(self.low), scale.value(self.high));
        (x.min(y), x.max(y))
    }
}

/// The ratings and values of all alternatives on all criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    alternatives: usize,
    /// By criterion, then alternative.
    ratings: Vec<Option<Rating>>,
    /// Like `ratings`, 0 to 1; 0 where there is no rating, which is never read as a value.
    values: Vec<f64>,
    /// By criterion, where any rating is disagreeing.
    disagreements: Vec<Option<Disagreement>>,
    gaps: Vec<Option<Exclusion>>,
}

/// What the sources leave open on a criterion: how far each alternative's value lies above its worse
/// end, and how far below its better one.
#[derive(Debug, Clone, PartialEq)]
struct Disagreement {
    losses: Vec<f64>,
    contribution: Vec<f64>,
}

impl Evidence {
    /// The evidence of a decision as a judgement lets it count.
    #[must_use]
    pub fn of(decision: &Decision, judgement: &Judgement) -> Self {
        let mut ratings =
            Vec::with_capacity(judgement.criteria_count() * decision.alternatives.len());
        for (j, criterion) in judgement.criteria(decision).enumerate() {
            ratings.extend(rate(decision, judgement, j, criterion));
        }
        Self::from_ratings(decision, judgement, ratings)
    }

    fn from_ratings(
        decision: &Decision,
        judgement: &Judgement,
        ratings: Vec<Option<Rating>>,
    ) -> Self {
        let alternatives = decision.alternatives.len();
        let mut values = Vec::with_capacity(ratings.len());
        let mut disagreements = Vec::with_capacity(judgement.criteria_count());
        let mut gaps = Vec::with_capacity(judgement.criteria_count());
        for (criterion, row) in judgement.criteria(decision).zip(ratings.chunks(alternatives)) {
            let scale = decision.scale_of(criterion);
            values.extend(row.iter().map(|it| it.map_or(0.0, |rating| scale.value(rating.rating))));
            disagreements.push(disagreement(scale, row));
            gaps.push(gap(criterion, row));
        }
        Self { alternatives, ratings, values, disagreements, gaps }
    }

    /// Number of alternatives.
    #[must_use]
    pub fn alternatives(&self) -> usize {
        self.alternatives
    }

    /// How an alternative is rated on a criterion.
    #[must_use]
    pub fn rating(&self, criterion: usize, alternative: usize) -> Option<&Rating> {
        self.ratings[criterion * self.alternatives + alternative].as_ref()
    }

    /// Value of an alternative on a criterion, 0 to 1.
    #[must_use]
    pub fn value(&self, criterion: usize, alternative: usize) -> Option<f64> {
        let at = criterion * self.alternatives + alternative;
        self.ratings[at].is_some().then(|| self.values[at])
    }

    /// The values of all alternatives on a criterion. Meaningless where there is a [`Self::gap`].
    pub(super) fn values(&self, criterion: usize) -> &[f64] {
        &self.values[criterion * self.alternatives..][..self.alternatives]
    }

    /// Why a criterion cannot be scored; `None` when it can.
    pub(super) fn gap(&self, criterion: usize) -> Option<Exclusion> {
        self.gaps[criterion].clone()
    }

    /// Adds weight × value to each alternative's total, over the given (criterion, weight).
    pub(super) fn accumulate(
        &self,
        weights: impl Iterator<Item = (usize, f64)>,
        totals: &mut [f64],
    ) {
        for (criterion, weight) in weights.filter(|(_, weight)| *weight != 0.0) {
            add(weight, self.values(criterion), totals);
        }
    }

    /// What the disagreements on the given (criterion, weight) can take from each alternative's total, and
    /// what they can add to it.
    pub(super) fn disagreeing(
        &self,
        weights: impl Iterator<Item = (usize, f64)>,
    ) -> (Vec<f64>, Vec<f64>) {
        let (mut losses, mut contribution) =
            (vec![0.0; self.alternatives], vec![0.0; self.alternatives]);
        for (criterion, weight) in weights.filter(|(_, weight)| *weight != 0.0) {
            if let Some(disagreement) = &self.disagreements[criterion] {
                add(weight, &disagreement.losses, &mut losses);
                add(weight, &disagreement.contribution, &mut contribution);
            }
        }
        (losses, contribution)
    }

    /// Whether trusted sources differ on a criterion.
    pub(super) fn has_disagreement(&self, criterion: usize) -> bool {
        self.disagreements[criterion].is_some()
    }

    /// The scores, 0 to 100, when every criterion that is not excluded has the same share.
    pub(super) fn equal_scores(&self, exclusions: &[Option<Exclusion>]) -> Vec<f64> {
        let included = (0..exclusions.len()).filter(|&j| exclusions[j].is_none());
        let count = included.clone().count() as f64;
        let mut totals = vec![0.0; self.alternatives];
        self.accumulate(included.map(|j| (j, 1.0)), &mut totals);
        totals.iter().map(|total| (100.0 * total / count).clamp(0.0, 100.0)).collect()
    }
}

/// Adds weight × value to each total.
fn add(weight: f64, values: &[f64], totals: &mut [f64]) {
    for (total, value) in totals.iter_mut().zip(values) {
        *total += weight * value;
    }
}

/// What one claim that counts says.
#[derive(Debug, Clone, Copy)]
struct Mark {
    alternative: usize,
    source: usize,
    rating: f64,
}

/// The claims on a criterion that are not excluded, of the sources that are trusted at all, in the
/// order of the pack.
fn marks_that_count(judgement: &Judgement, j: usize, criterion: &Criterion) -> Vec<Mark> {
    criterion
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| judgement.trust(claim.source).size() > 0.0)
        .filter(|(c, _)| !judgement.is_claim_excluded(ClaimRef::new(j, *c)))
        .map(|(_, claim)| Mark {
            alternative: claim.alternative,
            source: claim.source,
            rating: claim.rating,
        })
        .collect()
}

/// The mean of marks; there is at least one.
fn mean(marks: &[Mark]) -> f64 {
    marks.iter().map(|mark| mark.rating).sum::<f64>() / marks.len() as f64
}

/// The ratings of all alternatives on one criterion.
fn rate(
    decision: &Decision,
    judgement: &Judgement,
    j: usize,
    criterion: &Criterion,
) -> Vec<Option<Rating>> {
    let mut marks = marks_that_count(judgement, j, criterion);
    // So that each source's claims on an alternative stand together.
    marks.sort_by_key(|mark| (mark.alternative, mark.source));

    let mut ratings = vec![None; decision.alternatives.len()];
    for of_alternative in marks.chunk_by(|x, y| x.alternative == y.alternative) {
        ratings[of_alternative[0].alternative] = Some(mean_over_sources(of_alternative, judgement));
    }
    for (a, rating) in ratings.iter_mut().enumerate() {
        if let Some(own) = judgement.own_rating(j, a) {
            let (sources, claims) = rating.map_or((0, 0), |it: Rating| (it.sources, it.claims));
            let own = own.rating;
            *rating = Some(Rating { rating: own, low: own, high: own, sources, claims, own: true });
        }
    }
    ratings
}

/// What a source's claims on an alternative amount to, on the criterion's scale: the mean of those
/// that are not excluded. `None` when there are none, or the criterion is not the decision's.
#[must_use]
pub fn source_mean(
    decision: &Decision,
    judgement: &Judgement,
    criterion: usize,
    source: usize,
    alternative: usize,
) -> Option<f64> {
    let claims = &decision.criteria.get(criterion)?.claims;
    let ratings: Vec<f64> = claims
        .iter()
        .enumerate()
        .filter(|(_, it)| it.source == source && it.alternative == alternative)
        .filter(|(c, _)| !judgement.is_claim_excluded(ClaimRef::new(criterion, *c)))
        .map(|(_, claim)| claim.rating)
        .collect();
    (!ratings.is_empty()).then(|| ratings.iter().sum::<f64>() / ratings.len() as f64)
}

/// Where the sources stand on a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stances {
    /// For each alternative, how many sources rate it above all others that they rate.
    pub ahead: Vec<usize>,
    /// How many sources rate several alternatives and none of them above all others.
    pub level: usize,
    /// How many sources rate one alternative only, and so take no side.
    pub partial: usize,
}

/// Where the sources stand on a criterion of the decision: those that are trusted at all, by what
/// their claims that are not excluded amount to.
#[must_use]
pub fn stances(decision: &Decision, judgement: &Judgement, criterion: usize) -> Stances {
    let mut stances = Stances { ahead: vec![0; decision.alternatives.len()], level: 0, partial: 0 };
    let Some(it) = decision.criteria.get(criterion) else { return stances };
    let scale = decision.scale_of(it);
    let mut marks = marks_that_count(judgement, criterion, it);
    marks.sort_by_key(|mark| (mark.source, mark.alternative));
    for of_source in marks.chunk_by(|x, y| x.source == y.source) {
        let mut values: Vec<(usize, f64)> = of_source
            .chunk_by(|x, y| x.alternative == y.alternative)
            .map(|marks| (marks[0].alternative, scale.value(mean(marks))))
            .collect();
        values.sort_by(|x, y| y.1.total_cmp(&x.1));
        match values[..] {
            [] => {}
            [_] => stances.partial += 1,
            [(best, first), (_, second), ..] if first - second > SAME => stances.ahead[best] += 1,
            _ => stances.level += 1,
        }
    }
    stances
}

/// The rating that marks of one alternative, sorted by source, amount to; there is at least one.
fn mean_over_sources(marks: &[Mark], judgement: &Judgement) -> Rating {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut weighted, mut trusts, mut sources) = (0.0, 0.0, 0);
    for of_source in marks.chunk_by(|x, y| x.source == y.source) {
        let mean = mean(of_source);
        let trust = judgement.trust(of_source[0].source).size();
        (low, high) = (low.min(mean), high.max(mean));
        weighted += trust * mean;
        trusts += trust;
        sources += 1;
    }
    // A mean lies between its ends; rounding must not say otherwise.
    let rating = (weighted / trusts).clamp(low, high);
    // Sources whose means differ by rounding alone do not differ.
    if high - low <= SAME * low.abs().max(high.abs()) {
        (low, high) = (rating, rating);
    }
    Rating { rating, low, high, sources, claims: marks.len(), own: false }
}

/// What the ratings on a criterion leave open; `None` where none is disagreeing.
fn disagreement(scale: &Scale, ratings: &[Option<Rating>]) -> Option<Disagreement> {
    let is_disagreeing = |rating: &Rating| rating.low < rating.high;
    if !ratings.iter().flatten().any(is_disagreeing) {
        return None;
    }
    let apart = |rating: &Option<Rating>| {
        rating.filter(is_disagreeing).map_or((0.0, 0.0), |rating| {
            let value = scale.value(rating.rating);
            let (worse, better) = rating.values(scale);
            (value - worse, better - value)
        })
    };
    let (losses, contribution) = ratings.iter().map(apart).unzip();
    Some(Disagreement { losses, contribution })
}

/// Why a criterion with these ratings cannot be scored.
fn gap(criterion: &Criterion, ratings: &[Option<Rating>]) -> Option<Exclusion> {
    let unrated: Vec<usize> = (0..ratings.len()).filter(|&a| ratings[a].is_none()).collect();
    if unrated.is_empty() {
        None
    } else if criterion.claims.is_empty() && unrated.len() == ratings.len() {
        Some(Exclusion::NoClaims)
    } else {
        Some(Exclusion::NoRating(unrated))
    }
}
