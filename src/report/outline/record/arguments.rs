//! What speaks for and against: criteria for the consequences of the choice, claims for the pros and
//! cons of the options.

use std::collections::BTreeSet;

use super::chosen;
use crate::assessment::words;
use crate::decision::{Claim, ClaimRef};
use crate::report::Context;
use crate::report::document::{Document, Text};

/// How many of each kind are named where not everything is said.
const GOOD: usize = 5;
const NEUTRAL: usize = 2;
const BAD: usize = 5;

/// A value from here on speaks for an option; one as far from the other end, against it.
const IS_GOOD: f64 = 0.6;

/// How an argument speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Good,
    Neutral,
    Bad,
}

/// An argument on an option.
#[derive(Debug)]
struct Argument {
    side: Side,
    /// The criterion it is about.
    criterion: usize,
    /// How much it weighs.
    weight: f64,
    because: String,
}

/// What is gained and what is lost by taking the first and not the second.
pub(super) fn consequences(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let Some(verdict) = assessment.verdict().filter(|it| it.leader.is_some()) else { return };
    document.heading(3, "Consequences");
    let (first, second) = (verdict.first, verdict.second);
    let name = |a: usize| decision.alternatives[a].name.as_str();
    let verb = if chosen(context).is_some() { "is" } else { "were" };
    document.paragraph(format!("Where {} {verb} chosen over {}:", name(first), name(second)));
    let lead = |j: usize| assessment.contribution(j, (first, second));
    // What rounds to nothing is no argument.
    let weighs = |j: &usize| lead(*j).abs() >= 0.05;
    let mut order: Vec<usize> = (0..assessment.criteria()).filter(weighs).collect();
    order.sort_by(|&i, &j| lead(j).abs().total_cmp(&lead(i).abs()));
    let consequence = |j: usize| {
        let criterion = judgement.criterion(decision, j);
        let (side, better, worse) =
            if lead(j) > 0.0 { (Side::Good, first, second) } else { (Side::Bad, second, first) };
        let rating = |a| assessment.rating(j, a).map(|it| it.rating);
        let scale = decision.scale_of(criterion);
        let missing = || {
            let counted = words::rating(scale.at(decision.missing.value()), scale);
            format!("missing, counted as {counted}")
        };
        let [good, bad] = match (rating(better), rating(worse)) {
            (Some(good), Some(bad)) => words::ratings_apart(good, bad, scale),
            (good, bad) => {
                [good, bad].map(|it| it.map_or_else(missing, |it| words::rating(it, scale)))
            }
        };
        let because = format!(
            "on {} {} ({good}) is better than {} ({bad}), which {} {}",
            criterion.name,
            name(better),
            name(worse),
            if side == Side::Good { "adds" } else { "costs" },
            words::points(lead(j).abs()),
        );
        Argument { side, criterion: j, weight: lead(j).abs(), because }
    };
    let (items, left_out) = sorted(context, order.into_iter().map(consequence).collect());
    document.list(items);
    say_left_out(left_out, "consequence", document);
}

/// Every option with the strongest claims on it.
pub(super) fn pros_and_cons(context: &Context<'_>, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    document.heading(2, "Pros and Cons of the Options");
    document.paragraph(
        "Claims on criteria in the score that are not excluded, the weightiest first. A number in \
         brackets is a source.",
    );
    for (a, alternative) in decision.alternatives.iter().enumerate() {
        document.heading(3, alternative.name.as_str());
        if !alternative.summary.is_empty() {
            document.paragraph(alternative.summary.as_str());
        }
        if let Some(scores) = assessment.scores() {
            document.paragraph(format!("Score: {}.", words::points(scores[a])));
        }
        let (items, left_out) = sorted(context, arguments(context, a));
        if items.is_empty() {
            document.paragraph("No claim counts for or against it.");
        }
        document.list(items);
        say_left_out(left_out, "claim", document);
    }
}

/// What counts on an option: its claims, and in their place your own ratings where you set any.
fn arguments(context: &Context<'_>, a: usize) -> Vec<Argument> {
    let Context { judgement, assessment, .. } = *context;
    let counts = |j: &usize| assessment.exclusion(*j).is_none() && assessment.share(*j) > 0.0;
    let mut arguments = Vec::new();
    for j in (0..assessment.criteria()).filter(counts) {
        if let Some(own) = judgement.own_rating(j, a) {
            let reason = if own.reason.is_empty() { "no reason given" } else { &own.reason };
            arguments.push(argument(context, j, own.rating, 1.0, "by our own rating", reason));
            continue;
        }
        let claims = live_claims(context, j, a);
        for claim in &claims {
            let caution = claim.caution.as_ref();
            let caution = caution.map_or_else(String::new, |it| format!(" (Caution: {it})"));
            // The claims of a source share what it has to say on this.
            let alike = claims.iter().filter(|it| it.source == claim.source).count() as f64;
            let trust = judgement.trust(claim.source).size() / alike;
            let (by, says) =
                (format!("by [{}]", claim.source + 1), format!("{}{caution}", claim.says));
            arguments.push(argument(context, j, claim.rating, trust, &by, &says));
        }
    }
    arguments
}

/// The claims on this that are not excluded, of sources that are trusted.
fn live_claims<'a>(context: &Context<'a>, j: usize, a: usize) -> Vec<&'a Claim> {
    let Context { decision, judgement, .. } = *context;
    let claims = judgement.criterion(decision, j).claims.iter().enumerate();
    let is_live = |(c, it): &(usize, &Claim)| {
        let is_claim_excluded = judgement.is_claim_excluded(ClaimRef::new(j, *c));
        it.alternative == a && !is_claim_excluded && judgement.trust(it.source).size() > 0.0
    };
    claims.filter(is_live).map(|(_, it)| it).collect()
}

/// A rating as an argument.
fn argument(
    context: &Context<'_>,
    criterion: usize,
    rating: f64,
    trust: f64,
    by: &str,
    says: &str,
) -> Argument {
    let Context { decision, judgement, assessment, .. } = *context;
    let it = judgement.criterion(decision, criterion);
    let scale = decision.scale_of(it);
    let value = scale.value(rating);
    let side = side(value);
    let how_far = if side == Side::Neutral { 1.0 } else { (value - 0.5).abs() };
    let unit = scale.unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
    Argument {
        side,
        criterion,
        weight: assessment.share(criterion) * trust * how_far,
        because: format!("{} is {}{unit} {by}: {says}", it.name, words::written(rating)),
    }
}

fn side(value: f64) -> Side {
    match value {
        value if value >= IS_GOOD => Side::Good,
        value if value <= 1.0 - IS_GOOD => Side::Bad,
        _ => Side::Neutral,
    }
}

/// The arguments as items of a list, good ones first and in each kind the weightiest, and how many
/// have been left out. Where not everything is said, each criterion has one word on each side.
fn sorted(context: &Context<'_>, mut arguments: Vec<Argument>) -> (Vec<Text>, usize) {
    let all = arguments.len();
    arguments.sort_by(|x, y| y.weight.total_cmp(&x.weight));
    let mut items = Vec::new();
    for (side, word, most) in
        [(Side::Good, "Good", GOOD), (Side::Neutral, "Neutral", NEUTRAL), (Side::Bad, "Bad", BAD)]
    {
        let mut these: Vec<&Argument> = arguments.iter().filter(|it| it.side == side).collect();
        if !context.request.is_full() {
            let mut said = BTreeSet::new();
            these.retain(|it| said.insert(it.criterion));
            these.truncate(most);
        }
        items.extend(these.iter().map(|it| Text::from(format!("{word}, because {}", it.because))));
    }
    let left_out = all - items.len();
    (items, left_out)
}

fn say_left_out(left_out: usize, what: &str, document: &mut Document) {
    match left_out {
        0 => {}
        1 => document.paragraph(format!("1 weaker {what} is left out.")),
        _ => document.paragraph(format!("{left_out} weaker {what}s are left out.")),
    }
}
