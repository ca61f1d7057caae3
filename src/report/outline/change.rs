//! How sure the verdict is, what would change it, and what other methods say.

use super::super::Context;
use super::super::document::{Chart, Column, Document, Text};
use crate::assessment::{LeftOut, Swing, SwingEnd, Verdict, without_source, words};

/// How many single ratings that would change the leader are named.
const RATINGS: usize = 5;

/// How many weights that would change the leader are named where not everything is said.
const WEIGHTS: usize = 5;

/// Up to how many alternatives are compared one against one.
const PAIRS: usize = 6;

/// Of how many alternatives it is said who would choose them.
const PORTRAITS: usize = 6;

/// On what share of weights of each kind each alternative comes first, and how far they may vary.
pub(super) fn how_sure_it_is(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let Some(robustness) = context.robustness() else { return };
    document.heading(2, "How sure it is");
    let confidence = robustness.confidence.confidence.map(|share| {
        format!(
            "The confidence is {}, the share of draws in which the leader is ahead of its closest \
             rival. In each draw every weight changes by up to half of itself, each criterion takes \
             one of its sources, drawn by trust, and a missing rating is drawn from its scale. ",
            words::percent(share)
        )
    });
    let tolerance =
        words::tolerance(assessment).map(|it| format!("{it} (weights only).")).unwrap_or_default();
    document.paragraph(format!("{}{tolerance}", confidence.unwrap_or_default()));
    let sets = [
        ("similar weights", &robustness.similar),
        ("same order", &robustness.same_order),
        ("all weights", &robustness.all),
    ];
    let row = |&a: &usize| {
        let shares = sets.map(|(_, it)| Text::from(words::share_of(assessment, it, a)));
        std::iter::once(decision.alternatives[a].name.as_str().into()).chain(shares).collect()
    };
    let titles = sets.map(|(title, _)| Column::numbers(title));
    let columns = std::iter::once(Column::text("Comes first on")).chain(titles).collect();
    let ranking = assessment.ranking();
    document.table("Who comes first on which weights", columns, ranking.iter().map(row).collect());
    let confidence = ("confidence", robustness.confidence.error);
    let errors = sets.iter().map(|(title, it)| (*title, it.error));
    let drawn: Vec<(&str, f64)> =
        std::iter::once(confidence).chain(errors).filter(|it| it.1 > 0.0).collect();
    if !drawn.is_empty() {
        let names: Vec<&str> = drawn.iter().map(|it| it.0).collect();
        let error = drawn.iter().map(|it| it.1).fold(0.0, f64::max);
        document.paragraph(format!(
            "Drawn figures ({}) are right to within {} in 95 % of cases.",
            words::list(&names),
            words::points((100.0 * error).max(0.1))
        ));
    }
    agreement(context, document);
    if !context.request.is_full() {
        return;
    }
    if (3..=PAIRS).contains(&ranking.len()) {
        one_against_one(context, &ranking, document);
    }
    let portraits = ranking.iter().take(PORTRAITS);
    let portraits = portraits.filter_map(|&a| words::central(decision, judgement, robustness, a));
    document.list(portraits.map(|it| Text::from(format!("{it}."))).collect());
}

/// Whether other methods agree, in a sentence.
pub(super) fn agreement(context: &Context<'_>, document: &mut Document) {
    let opinions = context.assessment.opinions();
    let Some(agreement) = words::agreement(context.assessment, &opinions) else { return };
    let names: Vec<&str> = opinions.iter().map(|it| it.name).collect();
    let second = if names.len() == 1 { "Second opinion" } else { "Second opinions" };
    document.paragraph(format!(
        "{second} on the same values and shares: {}. {agreement}.",
        words::list(&names)
    ));
}

/// Who is better than whom.
fn one_against_one(context: &Context<'_>, ranking: &[usize], document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    let name = |a: usize| decision.alternatives[a].name.as_str();
    document.paragraph(
        "One against one: on what share of all weights the row is ahead of the column. These figures \
         are exact.",
    );
    let cell = |one: usize, other: usize| match assessment.ahead(one, other) {
        Some(share) if one != other => words::fine_percent(share),
        _ => "-".to_owned(),
    };
    let row = |&one: &usize| {
        let cells = ranking.iter().map(|&other| Text::from(cell(one, other)));
        std::iter::once(name(one).into()).chain(cells).collect()
    };
    let titles = ranking.iter().map(|&other| Column::numbers(format!("over {}", name(other))));
    let columns = std::iter::once(Column::text("Alternative")).chain(titles).collect();
    document.table("One against one", columns, ranking.iter().map(row).collect());
}

/// What would change the leader: moved weight, single weights, ratings, disagreements, sources.
pub(super) fn what_would_change_it(context: &Context<'_>, document: &mut Document) {
    if context.assessment.verdict().is_some() {
        document.heading(2, "What would change it");
        changes(context, document);
    }
}

/// The same without a heading.
pub(super) fn changes(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let Some(verdict) = assessment.verdict() else { return };
    if let Some(sentence) = words::closest_reversal(decision, judgement, assessment) {
        document.paragraph(format!("{sentence}."));
    }
    weights(context, verdict, document);
    if verdict.leader.is_some() {
        ratings(context, document);
        document.paragraph(match &disagreeing(context)[..] {
            [] => "Disagreements: the sources agree on every criterion in the score.".to_owned(),
            names => {
                let worst = words::worst_case(decision, assessment).unwrap_or_default();
                format!("{worst}. The sources disagree on {}.", words::list(names))
            }
        });
    }
    sources_left_out(context, verdict, document);
    if context.request.is_full() {
        swings(context, verdict, document);
    }
}

/// How far each weight alone swings the margin.
fn swings(context: &Context<'_>, verdict: Verdict, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let swings = assessment.swings();
    if swings.is_empty() {
        return;
    }
    let name = |a: usize| decision.alternatives[a].name.as_str();
    let (others, behind) = match decision.alternatives.len() {
        2 => (name(verdict.second), format!("{} leads", name(verdict.second))),
        _ => ("the best of the others", "others are ahead".to_owned()),
    };
    document.paragraph(format!(
        "How far one weight alone, from 0 to 10, swings the margin of {} over {others}, which is \
         {} now; the widest swing first. Below 0 {behind}:",
        name(verdict.first),
        words::signed(verdict.margin)
    ));
    let end = |SwingEnd { margin, leader }: SwingEnd| {
        let leads = match leader {
            Some(a) if a == verdict.first => String::new(),
            Some(a) => format!(", {}", name(a)),
            None => ", a tie".to_owned(),
        };
        Text::from(format!("{}{leads}", words::signed(margin)))
    };
    let row = |it: &Swing| {
        let j = it.criterion;
        let name = judgement.criterion(decision, j).name.as_str().into();
        let weight = judgement.weight(j).to_string().into();
        vec![name, weight, end(it.at_zero), end(it.at_ten)]
    };
    let columns = vec![
        Column::text("Criterion"),
        Column::numbers("weight"),
        Column::numbers("margin at 0"),
        Column::numbers("margin at 10"),
    ];
    document.table("What each weight alone does", columns, swings.iter().map(row).collect());
}

/// The criteria in the score on which sources disagree.
fn disagreeing<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let Context { decision, judgement, assessment, .. } = *context;
    let counts =
        |j: &usize| assessment.disagreement(*j).is_some() && assessment.exclusion(*j).is_none();
    let name = |j: usize| judgement.criterion(decision, j).name.as_str();
    (0..assessment.criteria()).filter(counts).map(name).collect()
}

/// One weight at a time.
fn weights(context: &Context<'_>, verdict: Verdict, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let mut tippings: Vec<words::Tipping> = (0..assessment.criteria())
        .flat_map(|j| words::tipping(decision, judgement, assessment, j))
        .collect();
    tippings.sort_by_key(|it| it.distance);
    if tippings.is_empty() {
        let nothing = match verdict.leader {
            Some(_) => "changes who leads",
            None => "breaks the tie",
        };
        document.paragraph(format!("No single weight, between 0 and 10, {nothing}."));
    } else {
        let named = if context.request.is_full() { tippings.len() } else { WEIGHTS };
        document
            .paragraph(format!("One weight changed alone; {}:", nearest(named, tippings.len())));
        tippings.truncate(named);
        let sentence = |it: words::Tipping| Text::from(format!("{}.", it.sentence));
        document.list(tippings.into_iter().map(sentence).collect());
    }
    document.chart(Chart::WhatIf);
}

/// One rating at a time.
fn ratings(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let reversals = assessment.rating_reversals();
    if reversals.is_empty() {
        document.paragraph("No single rating, changed within its scale, reverses it.");
        return;
    }
    let which = nearest(RATINGS, reversals.len());
    document.paragraph(format!("One rating changed alone; {which}:"));
    let sentence = |it| words::rating_reversal(decision, judgement, assessment, it);
    let reversals = reversals.iter().take(RATINGS).map(sentence);
    document.list(reversals.map(|it| Text::from(format!("{it}."))).collect());
}

/// Which of several changes are named.
fn nearest(named: usize, all: usize) -> String {
    if all > named {
        format!("the nearest {named} of {all}")
    } else {
        "the nearest first".to_owned()
    }
}

/// What follows without each of the trusted sources.
fn sources_left_out(context: &Context<'_>, verdict: Verdict, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let trusted = (0..decision.sources.len()).filter(|&s| judgement.trust(s).size() > 0.0);
    let without: Vec<(usize, LeftOut)> =
        trusted.map(|s| (s, without_source(decision, judgement, assessment, s))).collect();
    let changes = |it: &LeftOut| {
        it.verdict.is_none_or(|then| then.leader != verdict.leader) || it.missing > 0
    };
    let changed: Vec<Text> = without
        .iter()
        .filter(|(_, without)| changes(without))
        .map(|(s, without)| {
            let title = &decision.sources[*s].title;
            let follows = words::without_source(decision, judgement, Some(verdict), without);
            Text::from("Without ").citation(*s).plain(format!(" {title}, {follows}."))
        })
        .collect();
    let reverses =
        without.iter().any(|(_, it)| it.verdict.is_none_or(|then| then.leader != verdict.leader));
    document.paragraph(if reverses {
        "Sources: leaving out a single one can change who leads."
    } else {
        "Sources: leaving out any one of them does not change who leads."
    });
    document.list(changed);
}

/// What other methods make of the same values and shares.
pub(super) fn second_opinions(context: &Context<'_>, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    let opinions = assessment.opinions();
    let sentences: Vec<Text> = opinions
        .iter()
        .map(|it| Text::from(format!("{}.", words::opinion(decision, it))))
        .collect();
    if sentences.is_empty() {
        return;
    }
    document.heading(2, "Second opinions");
    document.paragraph("What other methods make of the same values and shares.");
    document.list(sentences);
}
