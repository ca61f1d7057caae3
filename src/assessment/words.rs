//! What follows, in words: the sentences that the screen, the reports and `explain` share.
//!
//! Sentences come without a full stop, in plain ASCII but for the names of the pack. Every number
//! is rounded here, once, to one decimal. Nothing is computed here that is not in the assessment.

mod change;
mod compare;

pub use change::{
    TWO_ALTERNATIVES, agreement, central, certainty, leads_on, opinion, percent, rating_reversal,
    reversal, together,
};
pub use compare::differences;

use super::verdict::TIE;
use super::{Assessment, Exclusion, Strength, Verdict};
use crate::decision::{Decision, Weight};
use crate::judgement::Judgement;

/// `1 claim`, `2 claims`.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A number of points, such as `12.3 points`.
#[must_use]
pub fn points(points: f64) -> String {
    if 0.0 < points && points < 0.05 {
        return "less than 0.1 points".to_owned();
    }
    format!("{} points", decimal(points))
}

/// A difference with its sign, such as `+4.2`, `-4.2` or `0.0`.
#[must_use]
pub fn signed(difference: f64) -> String {
    let number = decimal(difference);
    if difference > 0.0 && number != "0.0" { format!("+{number}") } else { number }
}

/// A share, 0 to 1, in whole percent; what lies in the middle of two becomes the even one, as where
/// numbers are formatted.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0..=100 by the clamp, and casts of what is no number are 0"
)]
pub fn whole_percent(share: f64) -> u8 {
    (100.0 * share).round_ties_even().clamp(0.0, 100.0) as u8
}

/// A number with one decimal, and never `-0.0`.
#[must_use]
pub fn decimal(number: f64) -> String {
    let text = format!("{number:.1}");
    if text == "-0.0" { "0.0".to_owned() } else { text }
}

/// A number as [`decimal`] shows it.
#[must_use]
pub fn rounded(number: f64) -> f64 {
    decimal(number).parse().unwrap_or(number)
}

/// Two ratings or measurements, each as [`rating`] has it, or with as many decimals as tell them
/// apart.
#[must_use]
pub fn ratings_apart(one: f64, other: f64) -> [String; 2] {
    const MOST: usize = 12;
    let pair = [rating(one), rating(other)];
    if pair[0] != pair[1] {
        return pair;
    }
    let with = |decimals: usize| [one, other].map(|it| format!("{it:.decimals$}"));
    (3..=MOST).map(with).find(|it| it[0] != it[1]).unwrap_or(pair)
}

/// A rating or measurement with as many decimals as it needs: two at most, or as many as it takes to
/// show two digits of a small one. Those of a large one are in groups of three.
#[must_use]
pub fn rating(number: f64) -> String {
    if let Some(whole) = whole(number) {
        return whole;
    }
    let size = number.abs();
    let decimals = (2..=SMALLEST).find(|&it| 10.0_f64.powi(it) * size >= 9.95).unwrap_or(2);
    let text = format!("{number:.*}", decimals.unsigned_abs() as usize);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { grouped(text.to_owned()) }
}

/// A whole number without decimals; `None` where it has some, or is beyond what a float tells apart.
#[must_use]
pub fn whole(number: f64) -> Option<String> {
    const FURTHEST: f64 = 9_007_199_254_740_992.0;
    if number.fract() != 0.0 || number.abs() >= FURTHEST {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within what an i64 holds")]
    let whole = number as i64;
    Some(grouped(whole.to_string()))
}

/// A number with the digits of its whole part in groups of three, from five digits on: fewer are read
/// at a glance, and may be a year.
#[must_use]
pub fn grouped(mut number: String) -> String {
    let start = usize::from(number.starts_with('-'));
    let end = number.find('.').unwrap_or(number.len());
    if end - start >= 5 {
        for at in (start + 1..end).rev().filter(|at| (end - at).is_multiple_of(3)) {
            number.insert(at, ',');
        }
    }
    number
}

/// Decimals at most: what is smaller comes from computing.
const SMALLEST: i32 = 9;

/// Parts rounded to one decimal so that they add up to their rounded total: what rounding leaves over
/// goes to those that it does least to.
#[must_use]
pub fn adding_up(parts: &[f64], total: f64) -> Vec<f64> {
    let exact: Vec<f64> = parts.iter().map(|part| 10.0 * part).collect();
    let mut tenths: Vec<f64> = exact.iter().map(|it| it.round()).collect();
    let missing = (10.0 * total).round() - tenths.iter().sum::<f64>();
    let step = missing.signum();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    let gap = |i: usize| step * (exact[i] - exact[i].round());
    order.sort_by(|&i, &j| gap(j).total_cmp(&gap(i)));
    for (_, i) in
        order.into_iter().enumerate().take_while(|(given, _)| (*given as f64) < missing.abs())
    {
        tenths[i] += step;
    }
    tenths.into_iter().map(|it| it / 10.0).collect()
}

/// Names in a row: `A`, `A and B`, `A, B and C`.
#[must_use]
pub fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [name] => (*name).to_owned(),
        [names @ .., last] => format!("{} and {last}", names.join(", ")),
    }
}

/// The verdict, such as `Node.js leads clearly, by 12.3 points (68.1 to 55.8)`; where nothing can
/// be scored, why.
#[must_use]
pub fn verdict(decision: &Decision, assessment: &Assessment) -> String {
    let (Some(verdict), Some(scores)) = (assessment.verdict(), assessment.scores()) else {
        return no_verdict(assessment);
    };
    let name = |a: usize| decision.alternatives[a].name.as_str();
    let first = name(verdict.first);
    if verdict.strength == Strength::Tie {
        let tied: Vec<&str> = tied(assessment).into_iter().map(name).collect();
        return format!("{} are tied at {}", list(&tied), points(scores[verdict.first]));
    }
    let margin = points(verdict.margin);
    let over =
        if scores.len() > 2 { format!(" over {}", name(verdict.second)) } else { String::new() };
    let to = format!("({} to {})", decimal(scores[verdict.first]), decimal(scores[verdict.second]));
    match verdict.strength {
        Strength::Tie | Strength::Close => {
            format!("Too close to call: {first} is ahead by {margin}{over} {to}")
        }
        Strength::Lean => format!("The verdict leans to {first}, by {margin}{over} {to}"),
        Strength::Clear => format!("{first} leads clearly, by {margin}{over} {to}"),
        Strength::Strong => format!("{first} leads strongly, by {margin}{over} {to}"),
    }
}

/// The alternatives that share the lead; one where nobody shares it, none where nothing is scored.
#[must_use]
pub fn tied(assessment: &Assessment) -> Vec<usize> {
    let (Some(verdict), Some(scores)) = (assessment.verdict(), assessment.scores()) else {
        return Vec::new();
    };
    (0..scores.len()).filter(|&a| scores[verdict.first] - scores[a] <= TIE).collect()
}

/// Whether those who share the lead are equal on every criterion in the score, so that no weighting
/// decides between them.
#[must_use]
pub fn is_tied_for_good(assessment: &Assessment) -> bool {
    let tied = tied(assessment);
    let counts = |j: &usize| assessment.exclusion(*j).is_none();
    let value = |j, a| assessment.value(j, a).unwrap_or_default();
    let is_equal = |j| tied.windows(2).all(|it| (value(j, it[0]) - value(j, it[1])).abs() <= 1e-9);
    tied.len() > 1 && (0..assessment.criteria()).filter(counts).all(is_equal)
}

/// Why there is no verdict.
fn no_verdict(assessment: &Assessment) -> String {
    let all_excluded =
        (0..assessment.criteria()).all(|j| assessment.exclusion(j) == Some(&Exclusion::ByYou));
    if all_excluded {
        "No verdict: every criterion is excluded".to_owned()
    } else {
        "No verdict: no criterion is left that is rated for every alternative".to_owned()
    }
}

/// What would follow under a condition, such as `Django would lead by 3.2 points`; `still` where the
/// leader is the one who leads now.
#[must_use]
pub fn would(decision: &Decision, now: Option<Verdict>, then: Option<Verdict>) -> String {
    let still = |leader| if now.and_then(|it| it.leader) == leader { "still " } else { "" };
    match then {
        None => "nothing could be scored".to_owned(),
        Some(Verdict { leader: None, .. }) => format!("it would {}be a tie", still(None)),
        Some(Verdict { leader: Some(leader), margin, .. }) => format!(
            "{} would {}lead by {}",
            decision.alternatives[leader].name,
            still(Some(leader)),
            points(margin)
        ),
    }
}

/// Why a criterion is out of the score.
#[must_use]
pub fn exclusion(decision: &Decision, exclusion: &Exclusion) -> String {
    match exclusion {
        Exclusion::ByYou => "excluded".to_owned(),
        Exclusion::NoClaims => {
            "not rated by any source; it asks for a rating of your own".to_owned()
        }
        Exclusion::NoRating(unrated) => {
            let names: Vec<&str> =
                unrated.iter().map(|&a| decision.alternatives[a].name.as_str()).collect();
            format!("no rating that counts for {}", list(&names))
        }
    }
}

/// A way to change the leader by one slider alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tipping {
    /// How far the slider has to go, in tenths of weight.
    pub distance: u8,
    /// In words: `Security at 7.8 or more (now 3.0): Django would lead`.
    pub sentence: String,
}

/// What moving one slider could change: the nearest positions above the present weight and below
/// it from which on the leader is another one, or shares the lead, where there are any.
#[must_use]
pub fn tipping(
    decision: &Decision,
    judgement: &Judgement,
    assessment: &Assessment,
    criterion: usize,
) -> Vec<Tipping> {
    let now = judgement.weight(criterion);
    let leader = assessment.verdict().and_then(|it| it.leader);
    let stretches = stretches(assessment, criterion);
    let describe = |&Stretch { low, high, leader }: &Stretch| {
        let distance =
            if low > now { low.tenths() - now.tenths() } else { now.tenths() - high.tenths() };
        let range = match (low == Weight::MIN, high == Weight::MAX) {
            _ if low == high => low.to_string(),
            (_, true) => format!("{low} or more"),
            (true, _) => format!("{high} or less"),
            _ => format!("{low} to {high}"),
        };
        let name = &judgement.criterion(decision, criterion).name;
        let follows = match leader {
            Some(leader) => format!("{} would lead", decision.alternatives[leader].name),
            None => "it would be a tie".to_owned(),
        };
        let sentence = format!("{name} at {range} (now {now}): {follows}");
        Tipping { distance, sentence }
    };
    let differing = || stretches.iter().filter(|it| it.leader != leader && !it.is_crossing());
    let below = differing().rfind(|it| it.high < now);
    let above = differing().find(|it| it.low > now);
    below.into_iter().chain(above).map(describe).collect()
}

/// What the bands of a slider do not say: who leads at 0, if it is somebody else there because all
/// weights are 0. Such as `at 0.0, with equal shares, Django leads`.
#[must_use]
pub fn at_equal_shares(
    decision: &Decision,
    assessment: &Assessment,
    criterion: usize,
) -> Option<String> {
    let Verdict { leader, .. } = assessment.verdict_at_equal_shares(criterion)?;
    if assessment.bands(criterion).first().is_some_and(|band| band.leader == leader) {
        return None;
    }
    let who = match leader {
        Some(a) => format!("{} leads", decision.alternatives[a].name),
        None => "nobody leads alone".to_owned(),
    };
    Some(format!("at 0.0, with equal shares, {who}"))
}

/// Positions of a slider, from the first to the last, at which the same alternative leads; `None`
/// where several share the lead.
struct Stretch {
    low: Weight,
    high: Weight,
    leader: Option<usize>,
}

impl Stretch {
    /// Whether it is a tie in passing, from one leader to the next.
    fn is_crossing(&self) -> bool {
        let is_end = self.low == Weight::MIN || self.high == Weight::MAX;
        self.leader.is_none() && self.low == self.high && !is_end
    }
}

/// The stretches of a slider, as it can be set.
fn stretches(assessment: &Assessment, criterion: usize) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let leaders = assessment.leaders(criterion);
    for (position, leader) in (0..).map_while(Weight::from_tenths).zip(leaders) {
        match stretches.last_mut() {
            Some(last) if last.leader == leader => last.high = position,
            _ => stretches.push(Stretch { low: position, high: position, leader }),
        }
    }
    stretches
}

#[cfg(test)]
mod tests;
