//! What follows, in words: the sentences that the screen, the reports and `explain` share.
//!
//! Sentences come without a full stop, in plain ASCII but for the names of the pack. Every number
//! is rounded here, once, to one decimal. Nothing is computed here that is not in the assessment.

mod change;
mod compare;
mod gaps;
mod number;

pub use change::{
    NO_REVERSAL, agreement, central, closest_reversal, opinion, rating_reversal, reversal,
    robustness_shares, share_of, slider_reversal, tolerance, without_source, worst_case,
};
pub use compare::differences;
pub use gaps::{completions, missing, unrated};
pub use number::{
    adding_up, bare_points, cautious_column_percent, column_percent, counted, decimal,
    fine_percent, grouped, percent, points, rating, ratings_apart, rounded, shortened, signed,
    whole_percent, whole_percents, written,
};

use super::verdict::TIE;
use super::{Assessment, Confidence, Exclusion, Strength, Verdict};
use crate::decision::{Decision, Weight};
use crate::judgement::Judgement;

/// Names in a row: `A`, `A and B`, `A, B and C`.
#[must_use]
pub fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [name] => (*name).to_owned(),
        [names @ .., last] => format!("{} and {last}", names.join(", ")),
    }
}

/// The verdict with its confidence, such as `Leans to Django with 79 % confidence, 66.6 to 61.6 points`;
/// where nothing can be scored, why.
#[must_use]
pub fn verdict(
    decision: &Decision,
    assessment: &Assessment,
    confidence: Option<&Confidence>,
) -> String {
    let (Some(verdict), Some(scores)) = (assessment.verdict(), assessment.scores()) else {
        return no_verdict(assessment);
    };
    let name = |a: usize| decision.alternatives[a].name.as_str();
    if verdict.leader.is_none() {
        let tied: Vec<&str> = tied(assessment).into_iter().map(name).collect();
        return format!("{} are tied at {}", list(&tied), points(scores[verdict.first]));
    }
    let first = name(verdict.first);
    let (high, low) = (decimal(scores[verdict.first]), decimal(scores[verdict.second]));
    let to = if assessment.compared().len() > 2 {
        format!("{high} points to {low} for {}", name(verdict.second))
    } else {
        format!("{high} to {low} points")
    };
    let Some(confidence) = confidence else {
        return format!("{first} is ahead by {}, {to}", points(verdict.margin));
    };
    let share = percent(confidence.confidence.unwrap_or(0.5));
    match assessment.strength(confidence) {
        Strength::Tie | Strength::TooClose => {
            let more = more_often_ahead(decision, assessment, confidence);
            format!("Too close to call: {first} is ahead with {share} confidence, {to}{more}")
        }
        Strength::Leans => format!("Leans to {first} with {share} confidence, {to}"),
        Strength::Leads => format!("{first} leads with {share} confidence, {to}"),
        Strength::LeadsClearly => format!("{first} leads clearly with {share} confidence, {to}"),
    }
}

/// Who is ahead in more draws than the leader, such as `; Node.js is ahead in more draws`. Empty where
/// the confidence is 50 % or more.
fn more_often_ahead(
    decision: &Decision,
    assessment: &Assessment,
    confidence: &Confidence,
) -> String {
    let rival = confidence.closest_rival.filter(|_| is_behind_in_draws(assessment, confidence));
    rival.map_or_else(String::new, |a| {
        format!("; {} is ahead in more draws", decision.alternatives[a].name)
    })
}

/// Whether a rival is ahead of the leader in more than half of the draws.
#[must_use]
pub fn is_behind_in_draws(assessment: &Assessment, confidence: &Confidence) -> bool {
    let leads = assessment.verdict().is_some_and(|it| it.leader.is_some());
    leads && confidence.confidence.is_some_and(|it| whole_percent(it) < 50)
}

/// What limits the word of the verdict, such as `on one source's ratings`; `None` where nothing does.
#[must_use]
pub fn limits(assessment: &Assessment) -> Option<&'static str> {
    assessment
        .rests_on_one_source()
        .then_some("More than half of the weight rests on criteria that only one source rates")
}

/// That the leader is better or equal everywhere, such as `Django is better or equal on every criterion,
/// on average`; `None` where it is not.
#[must_use]
pub fn dominance(decision: &Decision, assessment: &Assessment) -> Option<String> {
    let leader = assessment.verdict()?.leader.filter(|_| assessment.is_dominant())?;
    let name = &decision.alternatives[leader].name;
    Some(format!("{name} is better or equal on every criterion with weight, on average"))
}

/// What is said while no weights are set.
pub const UNWEIGHTED: &str = "No weights set yet: all criteria count the same";

/// The alternatives that share the lead; one where nobody shares it, none where nothing is scored.
#[must_use]
pub fn tied(assessment: &Assessment) -> Vec<usize> {
    let (Some(verdict), Some(scores)) = (assessment.verdict(), assessment.scores()) else {
        return Vec::new();
    };
    let compared = assessment.compared().iter().copied();
    compared.filter(|&a| scores[verdict.first] - scores[a] <= TIE).collect()
}

/// The criteria that a use case leaves alone, with their weights, such as `Your team's experience 10.0`.
/// `None` where there are none.
#[must_use]
pub fn kept(decision: &Decision, judgement: &Judgement, use_case: usize) -> Option<String> {
    let kept = judgement.kept_by(decision, use_case).into_iter();
    let name = |j: usize| &judgement.criterion(decision, j).name;
    let kept: Vec<String> = kept.map(|j| format!("{} {}", name(j), judgement.weight(j))).collect();
    (!kept.is_empty()).then(|| kept.join(", "))
}

/// What decides a tie.
#[must_use]
pub fn tie(assessment: &Assessment) -> &'static str {
    if is_tied_for_good(assessment) {
        "Equal on every criterion with weight: no change of these weights decides"
    } else {
        "Any change of the weights may decide"
    }
}

/// Whether those who share the lead are equal on every criterion with weight, so that no change of these
/// weights decides between them.
#[must_use]
pub fn is_tied_for_good(assessment: &Assessment) -> bool {
    let tied = tied(assessment);
    let counts = |j: &usize| assessment.share(*j) > 0.0;
    let value = |j, a| assessment.value(j, a);
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
        "No verdict: no criterion is rated".to_owned()
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
pub const fn exclusion(exclusion: Exclusion) -> &'static str {
    match exclusion {
        Exclusion::ByYou => "excluded",
        Exclusion::Unrated => "not rated; rate it yourself to include it",
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
        None => "no alternative leads alone".to_owned(),
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
