//! Missing ratings, in words.

use super::{counted, list, percent, rating};
use crate::assessment::{Completion, Gap, Gaps};
use crate::decision::Decision;
use crate::judgement::Judgement;

/// How many completions are named.
const NAMED: usize = 3;

/// What is missing and what share of the weight that touches, such as `2 ratings are missing: Plum on
/// Safety and Cost (95 % of the weight)`. `None` where nothing is missing on a criterion with weight.
#[must_use]
pub fn missing(decision: &Decision, judgement: &Judgement, gaps: &Gaps) -> Option<String> {
    if !gaps.matter() {
        return None;
    }
    let mut alternatives: Vec<usize> = gaps.cells.iter().map(|it| it.alternative).collect();
    alternatives.sort_unstable();
    alternatives.dedup();
    let on = |&a: &usize| {
        let criteria = gaps.cells.iter().filter(|it| it.alternative == a);
        let names: Vec<&str> =
            criteria.map(|it| judgement.criterion(decision, it.criterion).name.as_str()).collect();
        format!("{} on {}", decision.alternatives[a].name, list(&names))
    };
    let which: Vec<String> = alternatives.iter().map(on).collect();
    let are = match gaps.cells.len() {
        1 => "1 rating is missing".to_owned(),
        count => format!("{count} ratings are missing"),
    };
    Some(format!("{are}: {} ({} of the weight)", which.join("; "), percent(gaps.share)))
}

/// What the missing ratings could do to the verdict, such as `If Plum were rated 7.2 or better on Cost,
/// Plum would lead`. `None` where nothing is missing, or where there is no leader.
#[must_use]
pub fn completions(decision: &Decision, judgement: &Judgement, gaps: &Gaps) -> Option<String> {
    if !gaps.matter() {
        return None;
    }
    let sentence = |(gap, it): (&Gap, Completion)| {
        let criterion = judgement.criterion(decision, gap.criterion);
        let scale = decision.scale_of(criterion);
        format!(
            "If {} were rated {} or {} on {}, {} would lead",
            decision.alternatives[gap.alternative].name,
            rating(scale.at(it.value), scale),
            if it.up { "better" } else { "worse" },
            criterion.name,
            decision.alternatives[it.leader].name
        )
    };
    let is_one = gaps.cells.len() == 1;
    let alone: Vec<String> =
        gaps.cells.iter().filter_map(|gap| Some((gap, gap.reversal?))).map(sentence).collect();
    Some(match (&alone[..], gaps.jointly) {
        ([], true) => "Only several missing ratings together could reverse the verdict".to_owned(),
        ([], false) if is_one => "It cannot reverse the verdict".to_owned(),
        ([], false) => "None of them can reverse the verdict".to_owned(),
        (alone, _) if alone.len() > NAMED => {
            let more = counted(alone.len() - NAMED, "other missing rating");
            format!("{}. {more} could reverse the verdict", alone[..NAMED].join(". "))
        }
        (alone, _) => alone.join(". "),
    })
}

/// The criteria that are out of the score because no alternative is rated on them, such as `Cost is not rated and does
/// not count (weight 5.0)`. `None` where there are none with a weight.
#[must_use]
pub fn unrated(decision: &Decision, judgement: &Judgement, gaps: &Gaps) -> Option<String> {
    let with_weight = gaps.unrated.iter().filter(|&&j| judgement.weight(j).tenths() > 0);
    let names: Vec<String> = with_weight
        .map(|&j| {
            format!("{} (weight {})", judgement.criterion(decision, j).name, judgement.weight(j))
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names.len() {
        0 => None,
        1 => Some(format!("{} is not rated and does not count", names[0])),
        _ => Some(format!("{} are not rated and do not count", list(&names))),
    }
}
