//! How sure the verdict is and what would change it, in words.

use super::{adding_up, counted, decimal, fine_percent, list, percent, ratings_apart, would};
use crate::assessment::{
    Assessment, LeftOut, Opinion, RatingReversal, Reversal, Robustness, SliderReversal, Verdict,
};
use crate::decision::Decision;
use crate::judgement::Judgement;

/// How many of a list a sentence names before it counts the rest.
const NAMED: usize = 3;

/// On what share of weights of each kind an alternative comes first, such as `Django comes first on
/// 96.2 % of similar weights, on 71.3 % of weights in the same order and on 63.0 % of all weights`.
#[must_use]
pub fn robustness_shares(
    decision: &Decision,
    assessment: &Assessment,
    robustness: &Robustness,
    alternative: usize,
) -> String {
    let share = |shares: &crate::assessment::Shares| share_of(assessment, shares, alternative);
    format!(
        "{} comes first on {} of similar weights, on {} of weights in the same order and on {} of \
         all weights",
        decision.alternatives[alternative].name,
        share(&robustness.similar),
        share(&robustness.same_order),
        share(&robustness.all),
    )
}

/// The share of weights on which an alternative comes first. Of a drawn 0 it says `under 0.1 %` where
/// the alternative could still come first, and of a drawn 1 `over 99.9 %` where another could.
#[must_use]
pub fn share_of(
    assessment: &Assessment,
    shares: &crate::assessment::Shares,
    alternative: usize,
) -> String {
    let share = shares.first[alternative];
    let is_open = |a: usize| shares.error > 0.0 && !assessment.is_dominated(a);
    if share <= 0.0 && is_open(alternative) {
        "under 0.1 %".to_owned()
    } else if share >= 1.0 && assessment.compared().iter().any(|&a| a != alternative && is_open(a))
    {
        "over 99.9 %".to_owned()
    } else {
        fine_percent(share)
    }
}

/// What those care about who would choose an alternative, the largest shares first, such as `Those who
/// would choose Django put most weight, on average, on Security (20.1 %) and Cost (9.9 %)`. `None` for an
/// alternative that comes first on no weights, or on all, of which there is nothing to tell.
#[must_use]
pub fn central(
    decision: &Decision,
    judgement: &Judgement,
    robustness: &Robustness,
    alternative: usize,
) -> Option<String> {
    let weights = robustness.central[alternative].as_deref()?;
    if robustness.all.first[alternative] >= 1.0 {
        return None;
    }
    let mut order: Vec<usize> = (0..weights.len()).filter(|&j| weights[j] > 0.0).collect();
    order.sort_by(|&i, &j| weights[j].total_cmp(&weights[i]));
    let name = |&j: &usize| {
        format!("{} ({})", judgement.criterion(decision, j).name, fine_percent(weights[j]))
    };
    let named: Vec<String> = order.iter().take(NAMED).map(name).collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    Some(format!(
        "Those who would choose {} put most weight, on average, on {}",
        decision.alternatives[alternative].name,
        list(&named)
    ))
}

/// How much the shares may vary, such as `The leader stays the same while no share changes by more than
/// 14 % of itself`. `None` in a tie.
#[must_use]
pub fn tolerance(assessment: &Assessment) -> Option<String> {
    Some(match assessment.tolerance()? {
        1.0.. => "No change of the weights that count reverses it".to_owned(),
        tolerance => format!(
            "The leader stays the same while no share changes by more than {} of itself",
            percent(tolerance)
        ),
    })
}

/// Said where no weights that are moved between criteria with weight reverse the verdict.
pub const NO_REVERSAL: &str = "No change among the criteria that you weigh reverses it";

/// What the nearest reversal moves, such as `4 % of the weight from AI and ML to One language`; every
/// name is said.
#[must_use]
pub fn reversal(decision: &Decision, judgement: &Judgement, reversal: &Reversal) -> String {
    let name = |j: usize| judgement.criterion(decision, j).name.as_str();
    let (moved, receiver) = (fine_percent(reversal.moved), name(reversal.receiver));
    if let [(giver, _)] = reversal.givers[..] {
        return format!("{moved} of the weight from {} to {receiver}", name(giver));
    }
    // What is named and what is not: what is shown adds up.
    let (named, rest) = reversal.givers.split_at(NAMED.min(reversal.givers.len()));
    let mut given: Vec<f64> = named.iter().map(|it| 100.0 * it.1).collect();
    if !rest.is_empty() {
        given.push(100.0 * rest.iter().map(|it| it.1).sum::<f64>());
    }
    let names = named.iter().map(|it| name(it.0).to_owned());
    let names = names.chain([format!("{} more", rest.len())]);
    let given = adding_up(&given, 100.0 * reversal.moved).into_iter();
    let parts: Vec<String> =
        given.zip(names).map(|(part, from)| format!("{} from {from}", decimal(part))).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!("{moved} of the weight to {receiver} ({})", list(&parts))
}

/// The same as a sentence of its own, or why there is none; `None` in a tie.
#[must_use]
pub fn closest_reversal(
    decision: &Decision,
    judgement: &Judgement,
    assessment: &Assessment,
) -> Option<String> {
    assessment.verdict()?.leader?;
    Some(match assessment.nearest_reversal() {
        Some(it) => {
            let to = &decision.alternatives[it.to].name;
            let moved = reversal(decision, judgement, &it);
            format!("Closest reversal: move {moved}, then {to} is tied")
        }
        None => NO_REVERSAL.to_owned(),
    })
}

/// What one slider alone could do, such as `Node.js leads with Real-time at 7.9 or more`.
#[must_use]
pub fn slider_reversal(
    decision: &Decision,
    judgement: &Judgement,
    it: Option<SliderReversal>,
) -> String {
    let Some(it) = it else { return "No single weight reverses it".to_owned() };
    let criterion = &judgement.criterion(decision, it.criterion).name;
    let leader = &decision.alternatives[it.leader].name;
    let way = if it.up { "or more" } else { "or less" };
    format!("{leader} leads with {criterion} at {} {way}", it.position)
}

/// The verdict if every disagreement fell against the leader, such as `If every disagreement went against
/// Django, Node.js would lead by 21.7 points`. `None` where nothing would change.
#[must_use]
pub fn worst_case(decision: &Decision, assessment: &Assessment) -> Option<String> {
    let now = assessment.verdict()?;
    let leader = &decision.alternatives[now.leader?].name;
    let worst = assessment.under_disagreements()?;
    let differs = (now.margin - worst.margin).abs() > 1e-9 || now.leader != worst.leader;
    differs.then(|| {
        format!(
            "If every disagreement went against {leader}, {}",
            would(decision, Some(now), Some(worst))
        )
    })
}

/// A rating at which the leader changes, such as `Security of Node.js at 4.2 instead of 2.5: Node.js is
/// tied`.
#[must_use]
pub fn rating_reversal(
    decision: &Decision,
    judgement: &Judgement,
    assessment: &Assessment,
    reversal: &RatingReversal,
) -> String {
    let criterion = judgement.criterion(decision, reversal.criterion);
    let scale = decision.scale_of(criterion);
    let now = assessment.rating(reversal.criterion, reversal.alternative).map(|it| it.rating);
    let now = now.unwrap_or_else(|| scale.at(reversal.from));
    let [then, now] = ratings_apart(scale.at(reversal.value), now, scale);
    format!(
        "{} of {} at {then} instead of {now}: {} is tied",
        criterion.name,
        decision.alternatives[reversal.alternative].name,
        decision.alternatives[reversal.leader].name
    )
}

/// What follows without a source, such as `Node.js would lead by 3.2 points; 2 ratings would then be
/// missing`.
#[must_use]
pub fn without_source(
    decision: &Decision,
    judgement: &Judgement,
    now: Option<Verdict>,
    without: &LeftOut,
) -> String {
    let said = would(decision, now, without.verdict);
    if without.verdict.is_none() {
        return said;
    }
    let unrated = without.unrated.len();
    let missing = match without.missing {
        0 => String::new(),
        missing => format!("; {} would then be missing", counted(missing, "rating")),
    };
    let uncounted = if unrated > 0 {
        let names: Vec<&str> = without
            .unrated
            .iter()
            .take(NAMED)
            .map(|&j| judgement.criterion(decision, j).name.as_str())
            .collect();
        let more = unrated - names.len();
        let names =
            if more > 0 { format!("{} and {more} more", names.join(", ")) } else { list(&names) };
        format!(", and {names} would not count any more")
    } else {
        String::new()
    };
    said + &missing + &uncounted
}

/// What another method says, best first, such as `TOPSIS chooses Django (Django 0.648, Node.js 0.352)`.
#[must_use]
pub fn opinion(decision: &Decision, opinion: &Opinion) -> String {
    let name = |a: usize| decision.alternatives[a].name.as_str();
    let sign = if opinion.lower_is_better { 1.0 } else { -1.0 };
    let scored = opinion.scores.iter().enumerate().filter_map(|(a, it)| Some((a, (*it)?)));
    let mut order: Vec<(usize, f64)> = scored.collect();
    order.sort_by(|x, y| (sign * x.1).total_cmp(&(sign * y.1)));
    // Without the sign that rounding may leave on a nothing.
    let score = |(a, score): &(usize, f64)| {
        format!("{} {:.3}", name(*a), score + 0.0).replace(" -0.000", " 0.000")
    };
    let mut shown: Vec<String> = order.iter().take(NAMED).map(score).collect();
    if order.len() > NAMED {
        shown.push(format!("{} more", order.len() - NAMED));
    }
    let choice = match (opinion.leader, &opinion.compromise) {
        (Some(leader), _) => format!("chooses {}", name(leader)),
        (None, Some(set)) => {
            let names: Vec<&str> = set.iter().map(|&a| name(a)).collect();
            format!("chooses none alone, but proposes {}", list(&names))
        }
        (None, None) => "has no single first".to_owned(),
    };
    let lower = if opinion.lower_is_better { "; lower is better" } else { "" };
    format!("{} {choice} ({}{lower})", opinion.name, shown.join(", "))
}

/// How many of the other methods agree with the verdict, such as `All of them agree with the verdict`.
/// `None` when there is no leader to agree with, or no other method.
#[must_use]
pub fn agreement(assessment: &Assessment, opinions: &[Opinion]) -> Option<String> {
    let leader = assessment.verdict()?.leader?;
    let agree = opinions.iter().filter(|it| it.leader == Some(leader)).count();
    Some(match (agree, opinions.len()) {
        (_, 0) => return None,
        (1, 1) => "It agrees with the verdict".to_owned(),
        (0, 1) => "It does not agree with the verdict".to_owned(),
        (0, _) => "None of them agrees with the verdict".to_owned(),
        (agree, all) if agree == all => "All of them agree with the verdict".to_owned(),
        (1, all) => format!("1 of {all} agrees with the verdict"),
        (agree, all) => format!("{agree} of {all} agree with the verdict"),
    })
}

#[cfg(test)]
mod tests;
