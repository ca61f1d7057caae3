//! The part of the report for programs that says how sure the verdict is and what would change it.

use serde::Serialize;

use super::{Context, Map, by_alternative, id};
use crate::assessment;

/// The shares of weights of each kind on which each alternative comes first.
#[derive(Serialize)]
pub(super) struct Robustness<'a> {
    similar: Map<'a, f64>,
    same_order: Map<'a, f64>,
    all: Map<'a, f64>,
    errors: Errors,
}

/// Half the widths of the 95 % confidence intervals.
#[derive(Serialize)]
struct Errors {
    similar: f64,
    same_order: f64,
    all: f64,
}

/// The nearest reversal over all criteria with weight.
#[derive(Serialize)]
pub(super) struct Reversal<'a> {
    to: Option<&'a str>,
    moved: f64,
    from: Map<'a, f64>,
    into: Map<'a, f64>,
}

/// A single rating that would reverse the verdict.
#[derive(Serialize)]
pub(super) struct RatingReversal<'a> {
    criterion: &'a str,
    alternative: &'a str,
    rating: f64,
    leader: Option<&'a str>,
}

/// A second opinion.
#[derive(Serialize)]
pub(super) struct Opinion<'a> {
    method: &'static str,
    scores: Map<'a, Option<f64>>,
    leader: Option<&'a str>,
    compromise: Option<Vec<&'a str>>,
}

/// Weights by criterion, of those in the score.
pub(super) type Weights<'a> = Map<'a, f64>;

/// How sure the verdict is; nothing when nothing could be scored.
pub(super) fn robustness<'a>(
    context: &Context<'a>,
    it: Option<&assessment::Robustness>,
) -> Option<Robustness<'a>> {
    it.map(|it| Robustness {
        similar: by_alternative(context, |a| it.similar.first[a]),
        same_order: by_alternative(context, |a| it.same_order.first[a]),
        all: by_alternative(context, |a| it.all.first[a]),
        errors: Errors {
            similar: it.similar.error,
            same_order: it.same_order.error,
            all: it.all.error,
        },
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
    let Context { decision, judgement, assessment, .. } = *context;
    let criterion = |j: usize| judgement.criterion(decision, j).id.as_str();
    assessment.nearest_reversal().map(|it| Reversal {
        to: id(context, Some(it.to)),
        moved: it.moved,
        from: Map(it.givers.iter().map(|&(j, share)| (criterion(j), share)).collect()),
        into: Map(vec![(criterion(it.receiver), it.moved)]),
    })
}

/// Every single rating that would reverse the verdict, the smallest change of value first.
pub(super) fn rating_reversals<'a>(context: &Context<'a>) -> Vec<RatingReversal<'a>> {
    let Context { decision, judgement, assessment, .. } = *context;
    let reversals = assessment.rating_reversals().into_iter();
    reversals
        .map(|it| {
            let criterion = judgement.criterion(decision, it.criterion);
            RatingReversal {
                criterion: &criterion.id,
                alternative: &decision.alternatives[it.alternative].id,
                rating: decision.scale_of(criterion).at(it.value),
                leader: id(context, Some(it.leader)),
            }
        })
        .collect()
}

/// What other methods say.
pub(super) fn second_opinions<'a>(context: &Context<'a>) -> Vec<Opinion<'a>> {
    let opinions = context.assessment.opinions().into_iter();
    let ids = |set: Vec<usize>| set.into_iter().filter_map(|a| id(context, Some(a))).collect();
    opinions
        .map(|it| Opinion {
            method: it.method,
            scores: by_alternative(context, |a| it.scores[a]),
            leader: id(context, it.leader),
            compromise: it.compromise.clone().map(ids),
        })
        .collect()
}

/// Weights of all criteria as weights of those in the score.
fn weights<'a>(context: &Context<'a>, all: &[f64]) -> Weights<'a> {
    let Context { decision, judgement, assessment, .. } = *context;
    let included = (0..all.len()).filter(|&j| assessment.exclusion(j).is_none());
    Map(included.map(|j| (judgement.criterion(decision, j).id.as_str(), all[j])).collect())
}
