//! How sure the verdict is and what would change it, in words.

use super::{adding_up, decimal, list, points, ratings_apart};
use crate::assessment::{Assessment, Opinion, RatingReversal, Reversal, Robustness};
use crate::decision::Decision;
use crate::judgement::Judgement;

/// How many of a list a sentence names before it counts the rest.
const NAMED: usize = 3;

/// A share as a percentage with one decimal, which says 0 or 100 only where it is.
#[must_use]
pub fn percent(share: f64) -> String {
    match 100.0 * share {
        percent if percent > 0.0 && percent < 0.05 => "under 0.1%".to_owned(),
        percent if (99.95..100.0).contains(&percent) => "over 99.9%".to_owned(),
        percent => format!("{}%", decimal(percent)),
    }
}

/// On how many weightings an alternative leads, such as `Django leads on 63.0% of all weightings, on
/// 98.1% of those near yours and on 91.4% of those that keep your ranking`.
#[must_use]
pub fn leads_on(decision: &Decision, robustness: &Robustness, alternative: usize) -> String {
    format!(
        "{} leads on {} of all weightings, on {} of those near yours and on {} of those that keep \
         your ranking",
        decision.alternatives[alternative].name,
        percent(robustness.any[alternative]),
        percent(robustness.near[alternative]),
        percent(robustness.ranking[alternative]),
    )
}

/// Why the shares of those who lead do not add up to all, such as `On the other 47.1% of all
/// weightings several come first together`; `None` where they do.
#[must_use]
pub fn together(robustness: &Robustness) -> Option<String> {
    let shared = 1.0 - robustness.any.iter().sum::<f64>();
    // Less is what rounding and sampling leave over.
    if shared < 0.0005 {
        return None;
    }
    Some(if shared > 0.9995 {
        "On every weighting several come first together".to_owned()
    } else {
        format!("On the other {} of all weightings several come first together", percent(shared))
    })
}

/// How far the figures on robustness can be trusted, such as `The figures are exact`.
#[must_use]
pub fn certainty(robustness: &Robustness) -> String {
    if robustness.exact {
        return "The figures are exact".to_owned();
    }
    let within = match 100.0 * robustness.error {
        error if error < 0.005 => "less than 0.01 points".to_owned(),
        error => format!("{error:.2} points"),
    };
    format!("Not every share is exact: with 95% confidence each is right to within {within}")
}

/// What those care about who would choose an alternative, the most important criteria first, such as
/// `Those who would choose Django put most weight, on average, on Security (20.1%) and Cost (9.9%)`.
/// `None` for an alternative that leads on no weighting, or on every one, of which there is nothing to
/// tell.
#[must_use]
pub fn central(
    decision: &Decision,
    judgement: &Judgement,
    robustness: &Robustness,
    alternative: usize,
) -> Option<String> {
    let weights = robustness.central[alternative].as_deref()?;
    if robustness.any[alternative] >= 1.0 {
        return None;
    }
    let mut order: Vec<usize> = (0..weights.len()).filter(|&j| weights[j] > 0.0).collect();
    order.sort_by(|&i, &j| weights[j].total_cmp(&weights[i]));
    let name =
        |&j: &usize| format!("{} ({})", judgement.criterion(decision, j).name, percent(weights[j]));
    let named: Vec<String> = order.iter().take(NAMED).map(name).collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    Some(format!(
        "Those who would choose {} put most weight, on average, on {}",
        decision.alternatives[alternative].name,
        list(&named)
    ))
}

/// The nearest reversal, such as `move 4.0 points of weight from Real-time to Security, and Django draws
/// level`.
#[must_use]
pub fn reversal(decision: &Decision, judgement: &Judgement, reversal: &Reversal) -> String {
    let name = |j: usize| judgement.criterion(decision, j).name.as_str();
    let moved = points(100.0 * reversal.moved);
    let receiver = name(reversal.receiver);
    let level = format!("{} draws level", decision.alternatives[reversal.to].name);
    if let [(giver, _)] = reversal.givers[..] {
        return format!("move {moved} of weight from {} to {receiver}, and {level}", name(giver));
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
    format!("move {moved} of weight to {receiver} ({}), and {level}", list(&parts))
}

/// A rating at which the leader changes, such as `Security of Node.js at 4.2 instead of 2.5, and
/// Node.js draws level`.
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
    let [then, now] = ratings_apart(scale.at(reversal.value), now);
    format!(
        "{} of {} at {then} instead of {now}, and {} draws level",
        criterion.name,
        decision.alternatives[reversal.alternative].name,
        decision.alternatives[reversal.leader].name
    )
}

/// What another method says, best first, such as `TOPSIS puts Django first (Django 0.648, Node.js
/// 0.352)`. `None` when nothing is left to score.
#[must_use]
pub fn opinion(decision: &Decision, opinion: &Opinion) -> Option<String> {
    let scores = opinion.scores.as_deref()?;
    let name = |a: usize| decision.alternatives[a].name.as_str();
    let sign = if opinion.lower_is_better { 1.0 } else { -1.0 };
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| (sign * scores[a]).total_cmp(&(sign * scores[b])));
    // Without the sign that rounding may leave on a nothing.
    let score =
        |a: &usize| format!("{} {:.3}", name(*a), scores[*a] + 0.0).replace(" -0.000", " 0.000");
    let mut shown: Vec<String> = order.iter().take(NAMED).map(score).collect();
    if order.len() > NAMED {
        shown.push(format!("{} more", order.len() - NAMED));
    }
    let first = match opinion.leader {
        Some(leader) => format!("puts {} first", name(leader)),
        None => "puts nobody first".to_owned(),
    };
    let lower = if opinion.lower_is_better { "; lower is better" } else { "" };
    Some(format!("{} {first} ({}{lower})", opinion.name, shown.join(", ")))
}

/// How many of the other methods agree with the verdict, such as `All of them agree with the verdict`.
/// `None` when nobody leads, so that there is nothing to agree with.
#[must_use]
pub fn agreement(assessment: &Assessment, opinions: &[Opinion]) -> Option<String> {
    let leader = assessment.verdict()?.leader?;
    let agree = opinions.iter().filter(|it| it.leader == Some(leader)).count();
    Some(match agree {
        0 => "None of them agrees with the verdict".to_owned(),
        agree if agree == opinions.len() => "All of them agree with the verdict".to_owned(),
        1 => format!("1 of {} agrees with the verdict", opinions.len()),
        agree => format!("{agree} of {} agree with the verdict", opinions.len()),
    })
}

/// Why to be careful with the other methods when there are two alternatives.
pub const TWO_ALTERNATIVES: &str = "With two alternatives TOPSIS, VIKOR and PROMETHEE II exaggerate \
small differences: they compare the two with each other only, so whoever is better on a criterion, \
however little, is taken for the best there is and the other for the worst. The verdict measures \
differences on the scale instead";

#[cfg(test)]
mod tests;
