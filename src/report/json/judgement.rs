//! The session in the JSON report: the same keys as in its file.

use serde::Serialize;

use super::Map;
use crate::judgement::{OwnRating, Record, Scenario};
use crate::report::Context;

/// The judgement as its session says it. What does not differ from the pack is left out, as there.
#[derive(Serialize)]
pub(super) struct Session<'a> {
    schema: u32,
    pack: &'a str,
    fingerprint: &'a str,
    #[serde(flatten)]
    present: Said<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    scenario: Vec<Named<'a>>,
}

/// A scenario.
#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    #[serde(flatten)]
    said: Said<'a>,
}

/// What a judgement changes about the pack.
#[derive(Serialize)]
struct Said<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    use_case: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excluded_criteria: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excluded_claims: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excluded_alternatives: Vec<&'a str>,
    weights: Map<'a, f64>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    trust: Map<'a, f64>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    own_rating: Map<'a, Map<'a, Own<'a>>>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    notes: Map<'a, &'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    criterion: Vec<OwnCriterion<'a>>,
}

#[derive(Serialize)]
struct Own<'a> {
    rating: f64,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
}

#[derive(Serialize)]
struct OwnCriterion<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    question: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    group: &'a str,
    weight: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<Scale<'a>>,
}

#[derive(Serialize)]
struct Scale<'a> {
    worst: f64,
    best: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
}

impl<'a> Session<'a> {
    /// The session of a report.
    pub(super) fn of(context: &Context<'a>) -> Self {
        let named = |it: &'a Scenario| Named {
            name: it.name(),
            said: Said::of(it.judgement().record(context.decision)),
        };
        Self {
            schema: 1,
            pack: &context.decision.id,
            fingerprint: context.fingerprint,
            present: Said::of(context.judgement.record(context.decision)),
            scenario: context.scenarios.iter().map(named).collect(),
        }
    }
}

impl<'a> Said<'a> {
    fn of(record: Record<'a>) -> Self {
        let own = |own: &'a OwnRating| Own { rating: own.rating, reason: &own.reason };
        let owns = |ratings: Vec<(&'a str, &'a OwnRating)>| {
            Map(ratings.into_iter().map(|(id, it)| (id, own(it))).collect())
        };
        Self {
            use_case: record.use_case,
            note: record.note,
            excluded_criteria: record.excluded_criteria,
            excluded_claims: record.excluded_claims,
            excluded_alternatives: record.excluded_alternatives,
            weights: Map(record.weights.into_iter().map(|(id, it)| (id, it.size())).collect()),
            trust: Map(record.trust.into_iter().map(|(id, it)| (id, it.size())).collect()),
            own_rating: Map(record.own_rating.into_iter().map(|(id, it)| (id, owns(it))).collect()),
            notes: Map(record.notes),
            criterion: record
                .criteria
                .iter()
                .map(|it| OwnCriterion {
                    id: &it.id,
                    name: &it.name,
                    question: &it.question,
                    group: &it.group,
                    weight: it.weight.size(),
                    scale: it.scale.as_ref().map(|it| Scale {
                        worst: it.worst,
                        best: it.best,
                        unit: it.unit.as_deref(),
                    }),
                })
                .collect(),
        }
    }
}

impl<T> Map<'_, T> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
