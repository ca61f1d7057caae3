//! The part of the report for programs that says how sure the verdict is and what would change it.

use serde::Serialize;

use super::{Context, Map, by_alternative, id};
use crate::assessment;

/// How sure the verdict is.
#[derive(Serialize)]
pub(super) struct Robustness<'a> {
    any: Map<'a, f64>,
    near: Map<'a, f64>,
    ranking: Map<'a, f64>,
    exact: bool,
    error: f64,
}

/// The nearest reversal over all criteria.
#[derive(Serialize)]
pub(super) struct Reversal<'a> {
    to: Option<&'a str>,
    moved: f64,
    shares: Map<'a, f64>,
}

/// A second opinion.
#[derive(Serialize)]
pub(super) struct Opinion<'a> {
    method: &'static str,
    scores: Map<'a, Option<f64>>,
    leader: Option<&'a str>,
}

/// Weights by criterion, of those in the score.
pub(super) type Weights<'a> = Map<'a, f64>;

/// How sure the verdict is; nothing when nothing could be scored.
pub(super) fn robustness<'a>(
    context: &Context<'a>,
    it: Option<&assessment::Robustness>,
) -> Option<Robustness<'a>> {
    it.map(|it| Robustness {
        any: by_alternative(context, |a| it.any[a]),
        near: by_alternative(context, |a| it.near[a]),
        ranking: by_alternative(context, |a| it.ranking[a]),
        exact: it.exact,
        error: it.error,
    })
}

/// The mean weights of those who would choose each alternative; nothing for one that nobody would.
pub(super) fn central_weights<'a>(
    context: &Context<'a>,
    it: Option<&assessment::Robustness>,
) -> Map<'a, Option<Weights<'a>>> {
    let of = |a: usize| it.and_then(|it| it.central[a].as_deref());
    by_alternative(context, |a| of(a).map(|all| weights(context, all)))
}

/// The nearest reversal, where there is one.
pub(super) fn nearest_reversal<'a>(context: &Context<'a>) -> Option<Reversal<'a>> {
    context.assessment.nearest_reversal().map(|it| Reversal {
        to: id(context, Some(it.to)),
        moved: it.moved,
        shares: weights(context, &it.shares),
    })
}

/// What other methods say.
pub(super) fn second_opinions<'a>(context: &Context<'a>) -> Vec<Opinion<'a>> {
    let opinions = context.assessment.opinions().into_iter();
    opinions
        .map(|it| Opinion {
            method: it.method,
            scores: by_alternative(context, |a| it.scores.as_ref().map(|scores| scores[a])),
            leader: id(context, it.leader),
        })
        .collect()
}

/// Weights of all criteria as weights of those in the score.
fn weights<'a>(context: &Context<'a>, all: &[f64]) -> Weights<'a> {
    let Context { decision, judgement, assessment, .. } = *context;
    let included = (0..all.len()).filter(|&j| assessment.exclusion(j).is_none());
    Map(included.map(|j| (judgement.criterion(decision, j).id.as_str(), all[j])).collect())
}
