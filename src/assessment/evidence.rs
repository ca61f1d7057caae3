//! From claims to ratings, and from ratings to values.

use std::collections::BTreeMap;

use super::Exclusion;
use super::matrix::SAME;
use super::random::key;
use crate::decision::{ClaimRef, Criterion, Decision, Missing, Scale};
use crate::judgement::Judgement;

/// Sources that differ by more than this part of the scale on one alternative disagree.
const DEGREE: f64 = 0.25;

/// How an alternative is rated on a criterion, and how far the sources agree.
///
/// For a source with several claims, their mean counts; excluded claims and sources with a trust of 0
/// do not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rating {
    /// On the criterion's scale: the trust-weighted mean over the sources, or your own rating, which
    /// replaces it.
    pub rating: f64,
    /// The lowest end of a source's range, on the criterion's scale.
    pub low: f64,
    /// The highest end of a source's range, on the criterion's scale.
    pub high: f64,
    /// The trust-weighted mean of the sources' values, 0 (worst) to 1 (best).
    pub value: f64,
    /// The least value in the sources' ranges, 0 to 1.
    pub least: f64,
    /// The greatest value in the sources' ranges, 0 to 1.
    pub most: f64,
    /// How many sources rate it.
    pub sources: usize,
    /// How many claims they make.
    pub claims: usize,
    /// Whether it is your own; then `low` and `high` equal it.
    pub own: bool,
}

/// How sources disagree on a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disagreement {
    /// They rate an alternative differently by more than a quarter of the scale.
    Degree,
    /// They differ on which of two alternatives is better.
    Order,
}

impl Disagreement {
    /// The word the JSON report uses for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Order => "order",
        }
    }
}

/// What one source's claims on an alternative come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SourceRating {
    pub(super) alternative: usize,
    pub(super) source: usize,
    pub(super) trust: f64,
    rating: f64,
    low: f64,
    high: f64,
    /// 0 to 1: the value of the rating, and of the worse and the better end of its range.
    pub(super) value: f64,
    pub(super) least: f64,
    pub(super) most: f64,
    claims: usize,
}

/// The ratings and values of all alternatives on all criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    alternatives: usize,
    compared: Vec<usize>,
    missing: Missing,
    criteria: Vec<Row>,
    source_keys: Vec<u64>,
    alternative_keys: Vec<u64>,
}

/// What is known on one criterion.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    /// By alternative.
    ratings: Vec<Option<Rating>>,
    /// By alternative, 0 to 1, as it counts: a missing rating as the decision says.
    values: Vec<f64>,
    /// What the ratings of the compared alternatives come from, by alternative, then source; an own
    /// rating has no entry.
    sources: Vec<SourceRating>,
    disagreement: Option<Disagreement>,
    /// Whether an alternative that is compared is rated.
    is_rated: bool,
    /// Whether all that is known comes from one source; your own ratings are one.
    has_one_source: bool,
    key: u64,
}

impl Evidence {
    /// The evidence of a decision as a judgement lets it count.
    #[must_use]
    pub fn of(decision: &Decision, judgement: &Judgement) -> Self {
        let compared: Vec<usize> = judgement.compared(decision).collect();
        let criteria = judgement.criteria(decision).enumerate();
        Self {
            alternatives: decision.alternatives.len(),
            missing: decision.missing,
            criteria: criteria
                .map(|(j, criterion)| Row::of(decision, judgement, &compared, (j, criterion)))
                .collect(),
            compared,
            source_keys: decision.sources.iter().map(|it| key(&it.id)).collect(),
            alternative_keys: decision.alternatives.iter().map(|it| key(&it.id)).collect(),
        }
    }

    /// Number of alternatives.
    #[must_use]
    pub fn alternatives(&self) -> usize {
        self.alternatives
    }

    /// The alternatives that are compared, in the order of the pack; at least two.
    #[must_use]
    pub fn compared(&self) -> &[usize] {
        &self.compared
    }

    /// What a missing rating counts as.
    pub(super) fn missing(&self) -> Missing {
        self.missing
    }

    /// How an alternative is rated on a criterion; `None` where the rating is missing.
    #[must_use]
    pub fn rating(&self, criterion: usize, alternative: usize) -> Option<&Rating> {
        self.criteria[criterion].ratings[alternative].as_ref()
    }

    /// The values of all alternatives on a criterion, 0 to 1, as they count.
    pub(super) fn values(&self, criterion: usize) -> &[f64] {
        &self.criteria[criterion].values
    }

    /// What the ratings of the compared alternatives on a criterion come from.
    pub(super) fn sources(&self, criterion: usize) -> &[SourceRating] {
        &self.criteria[criterion].sources
    }

    /// Why a criterion cannot be scored; `None` when it can.
    pub(super) fn exclusion(&self, criterion: usize) -> Option<Exclusion> {
        (!self.criteria[criterion].is_rated).then_some(Exclusion::Unrated)
    }

    /// How the sources disagree on a criterion, if they do.
    pub(super) fn disagreement(&self, criterion: usize) -> Option<Disagreement> {
        self.criteria[criterion].disagreement
    }

    /// Whether all that is known on a criterion comes from one source.
    pub(super) fn has_one_source(&self, criterion: usize) -> bool {
        self.criteria[criterion].has_one_source
    }

    /// Keys of the random streams that belong to a criterion, a source, an alternative.
    pub(super) fn criterion_key(&self, criterion: usize) -> u64 {
        self.criteria[criterion].key
    }

    pub(super) fn source_key(&self, source: usize) -> u64 {
        self.source_keys[source]
    }

    pub(super) fn alternative_key(&self, alternative: usize) -> u64 {
        self.alternative_keys[alternative]
    }

    /// Adds weight × value to each alternative's total, over the given (criterion, weight).
    pub(super) fn accumulate(
        &self,
        weights: impl Iterator<Item = (usize, f64)>,
        totals: &mut [f64],
    ) {
        for (criterion, weight) in weights.filter(|(_, weight)| *weight != 0.0) {
            for (total, value) in totals.iter_mut().zip(self.values(criterion)) {
                *total += weight * value;
            }
        }
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

impl Row {
    fn of(
        decision: &Decision,
        judgement: &Judgement,
        compared: &[usize],
        (j, criterion): (usize, &Criterion),
    ) -> Self {
        let mut sources = source_ratings(decision, judgement, j, criterion);
        let mut ratings = vec![None; decision.alternatives.len()];
        for of_alternative in sources.chunk_by(|x, y| x.alternative == y.alternative) {
            ratings[of_alternative[0].alternative] = Some(mean_over_sources(of_alternative));
        }
        let scale = decision.scale_of(criterion);
        let mut has_own = false;
        for (a, rating) in ratings.iter_mut().enumerate() {
            if let Some(own) = judgement.own_rating(j, a) {
                *rating = Some(own_rating(own.rating, scale, *rating));
                has_own |= compared.contains(&a);
                sources.retain(|it| it.alternative != a);
            }
        }
        sources.retain(|it| compared.contains(&it.alternative));
        let value = |it: &Option<Rating>| it.map_or(decision.missing.value(), |it| it.value);
        let mut speaking: Vec<usize> = sources.iter().map(|it| it.source).collect();
        speaking.sort_unstable();
        speaking.dedup();
        Self {
            values: ratings.iter().map(value).collect(),
            disagreement: disagreement(&sources),
            is_rated: compared.iter().any(|&a| ratings[a].is_some()),
            has_one_source: speaking.len() + usize::from(has_own) == 1,
            key: key(&criterion.id),
            ratings,
            sources,
        }
    }
}

/// Your own rating in place of what the sources say.
fn own_rating(own: f64, scale: &Scale, of_sources: Option<Rating>) -> Rating {
    let (sources, claims) = of_sources.map_or((0, 0), |it| (it.sources, it.claims));
    let value = scale.value(own);
    Rating {
        rating: own,
        low: own,
        high: own,
        value,
        least: value,
        most: value,
        sources,
        claims,
        own: true,
    }
}

/// What the sources that are trusted at all say on a criterion by their claims that are not excluded:
/// by alternative, then source, in the order of the pack.
fn source_ratings(
    decision: &Decision,
    judgement: &Judgement,
    j: usize,
    criterion: &Criterion,
) -> Vec<SourceRating> {
    let scale = decision.scale_of(criterion);
    let mut claims: Vec<_> = criterion
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| judgement.trust(claim.source).size() > 0.0)
        .filter(|(c, _)| !judgement.is_claim_excluded(ClaimRef::new(j, *c)))
        .map(|(_, claim)| claim)
        .collect();
    claims.sort_by_key(|it| (it.alternative, it.source));
    let same = |x: &&_, y: &&_| {
        let id = |it: &crate::decision::Claim| (it.alternative, it.source);
        id(x) == id(y)
    };
    let rating = |claims: &[&crate::decision::Claim]| {
        let count = claims.len() as f64;
        let low = claims.iter().map(|it| it.bounds().0).sum::<f64>() / count;
        let high = claims.iter().map(|it| it.bounds().1).sum::<f64>() / count;
        // A mean lies between the means of the ends; rounding must not say otherwise.
        let rating = (claims.iter().map(|it| it.rating).sum::<f64>() / count).clamp(low, high);
        let (x, y) = (scale.value(low), scale.value(high));
        SourceRating {
            alternative: claims[0].alternative,
            source: claims[0].source,
            trust: judgement.trust(claims[0].source).size(),
            rating,
            low,
            high,
            value: scale.value(rating),
            least: x.min(y),
            most: x.max(y),
            claims: claims.len(),
        }
    };
    claims.chunk_by(same).map(rating).collect()
}

/// The rating that the sources of one alternative amount to; there is at least one.
fn mean_over_sources(sources: &[SourceRating]) -> Rating {
    let least = |of: fn(&SourceRating) -> f64| sources.iter().map(of).fold(f64::INFINITY, f64::min);
    let most =
        |of: fn(&SourceRating) -> f64| sources.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    let trusts: f64 = sources.iter().map(|it| it.trust).sum();
    let mean = |of: fn(&SourceRating) -> f64| {
        // A mean lies between its ends; rounding must not say otherwise.
        let sum: f64 = sources.iter().map(|it| it.trust * of(it)).sum();
        (sum / trusts).clamp(least(of), most(of))
    };
    let rating = mean(|it| it.rating);
    let (mut low, mut high) = (least(|it| it.low), most(|it| it.high));
    // Sources whose means differ by rounding alone do not differ.
    if high - low <= SAME * low.abs().max(high.abs()) {
        (low, high) = (rating, rating);
    }
    Rating {
        rating,
        low,
        high,
        value: mean(|it| it.value),
        least: least(|it| it.least),
        most: most(|it| it.most),
        sources: sources.len(),
        claims: sources.iter().map(|it| it.claims).sum(),
        own: false,
    }
}

/// How these sources disagree; order goes before degree.
fn disagreement(sources: &[SourceRating]) -> Option<Disagreement> {
    let mut by_source: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
    for it in sources {
        by_source.entry(it.source).or_default().insert(it.alternative, it.value);
    }
    let by_source: Vec<BTreeMap<usize, f64>> = by_source.into_values().collect();
    let mut found = None;
    for (n, one) in by_source.iter().enumerate() {
        for other in &by_source[n + 1..] {
            // The values of the alternatives that both rate.
            let both: Vec<(f64, f64)> =
                one.iter().filter_map(|(a, value)| Some((*value, *other.get(a)?))).collect();
            if both.iter().any(|(x, y)| (x - y).abs() > DEGREE + SAME) {
                found = Some(Disagreement::Degree);
            }
            if differ_in_order(both) {
                return Some(Disagreement::Order);
            }
        }
    }
    found
}

/// Whether two sources put two alternatives in opposite orders, by the values that each gives.
fn differ_in_order(mut both: Vec<(f64, f64)>) -> bool {
    both.sort_by(|x, y| x.0.total_cmp(&y.0));
    // What the second source thinks best of those that the first rates lower than the present one.
    let (mut best_below, mut below) = (f64::NEG_INFINITY, 0);
    both.iter().any(|(one, other)| {
        while one - both[below].0 > SAME {
            best_below = best_below.max(both[below].1);
            below += 1;
        }
        best_below - other > SAME
    })
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
    let mut ratings = source_ratings(decision, judgement, criterion, it);
    ratings.retain(|it| !judgement.is_alternative_excluded(it.alternative));
    ratings.sort_by(|x, y| x.source.cmp(&y.source).then(y.value.total_cmp(&x.value)));
    for of_source in ratings.chunk_by(|x, y| x.source == y.source) {
        match of_source {
            [] => {}
            [_] => stances.partial += 1,
            [best, second, ..] if best.value - second.value > SAME => {
                stances.ahead[best.alternative] += 1;
            }
            _ => stances.level += 1,
        }
    }
    stances
}
