//! How sure the verdict is, what would change it, and what other methods say.

use super::super::Context;
use super::super::document::{Chart, Column, Document, Text};
use crate::assessment::{Robustness, Swing, SwingEnd, Verdict, without_source, words};

/// How many single ratings that would change the leader are named.
const RATINGS: usize = 5;

/// How many weights that would change the leader are named where not everything is said.
const WEIGHTS: usize = 5;

/// Up to how many alternatives are compared one against one.
const PAIRS: usize = 6;

/// Of how many alternatives it is said who would choose them.
const PORTRAITS: usize = 6;

/// On how many weightings each alternative leads.
pub(super) fn how_sure_it_is(
    context: &Context<'_>,
    robustness: Option<&Robustness>,
    document: &mut Document,
) {
    let Context { decision, judgement, assessment, .. } = *context;
    let Some(robustness) = robustness else { return };
    document.heading(2, "How sure it is");
    if let Some(leader) = assessment.verdict().and_then(|it| it.leader) {
        let sentence = format!("{}.", words::leads_on(decision, robustness, leader));
        document.paragraph(Text::default().strong(sentence));
    }
    document.paragraph(format!(
        "A weighting shares the weight out over the criteria in the score; each is taken to be as \
         likely as any other. Near yours are those in which every criterion keeps at least half of \
         the share it has. Keeping your ranking are those in which no criterion weighs less than \
         one that is less important to you. {}.",
        words::certainty(robustness)
    ));
    let row = |a: usize| {
        let shares = [robustness.any[a], robustness.near[a], robustness.ranking[a]];
        let name = decision.alternatives[a].name.as_str().into();
        std::iter::once(name).chain(shares.map(|share| Text::from(words::percent(share)))).collect()
    };
    let columns = vec![
        Column::text("Leads on"),
        Column::numbers("all weightings"),
        Column::numbers("near yours"),
        Column::numbers("keeping your ranking"),
    ];
    let ranking = assessment.ranking();
    let rows = ranking.iter().map(|&a| row(a)).collect();
    document.table("Who leads on how many weightings", columns, rows);
    if let Some(together) = words::together(robustness) {
        document.paragraph(format!("{together}."));
    }
    if !context.request.is_full() {
        agreement(context, document);
        return;
    }
    if (3..=PAIRS).contains(&ranking.len()) {
        one_against_one(context, &ranking, document);
    }
    let portraits = ranking.iter().take(PORTRAITS);
    let portraits = portraits.filter_map(|&a| words::central(decision, judgement, robustness, a));
    document.list(portraits.map(|it| Text::from(format!("{it}."))).collect());
}

/// Whether other methods agree, in a sentence; where they do not, with what to think of it.
pub(super) fn agreement(context: &Context<'_>, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    let opinions = assessment.opinions();
    let Some(agreement) = words::agreement(assessment, &opinions) else { return };
    let leader = assessment.verdict().and_then(|it| it.leader);
    let all_agree = opinions.iter().all(|it| it.leader == leader);
    let caveat = if all_agree || decision.alternatives.len() > 2 {
        String::new()
    } else {
        format!(" {}.", words::TWO_ALTERNATIVES)
    };
    document.paragraph(format!(
        "Second opinions by WPM, TOPSIS, VIKOR and PROMETHEE II on the same values and shares. \
         {agreement}.{caveat}"
    ));
}

/// Who is better than whom.
fn one_against_one(context: &Context<'_>, ranking: &[usize], document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    let name = |a: usize| decision.alternatives[a].name.as_str();
    document.paragraph(
        "One against one: on how many of all weightings the first is better than the other. These \
         figures are exact.",
    );
    let cell = |one: usize, other: usize| match assessment.pair(one, other) {
        Some(pair) if one != other => words::percent(pair.any.positive),
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

/// What would change who leads: weight, weights, ratings, disagreements, sources.
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
    if let Some(leader) = verdict.leader {
        let name = &decision.alternatives[leader].name;
        document.paragraph(match assessment.nearest_reversal() {
            Some(reversal) => {
                format!(
                    "The least change of weight: {}.",
                    words::reversal(decision, judgement, &reversal)
                )
            }
            None => format!(
                "No change of weight makes anybody else lead: {name} is at least as good as every \
                 other on every criterion in the score."
            ),
        });
    }
    weights(context, verdict, document);
    if let Some(leader) = verdict.leader {
        ratings(context, document);
        let name = &decision.alternatives[leader].name;
        let worst = assessment.under_disagreements();
        let would = words::would(decision, Some(verdict), worst);
        document.paragraph(match &disagreeing(context)[..] {
            [] => "Disagreements: the sources differ on nothing that is in the score.".to_owned(),
            names => format!(
                "Disagreements: if every rating on which sources differ fell to the end that hurts \
                 {name}, {would}. They differ on {}.",
                words::list(names)
            ),
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

/// The criteria in the score on which sources differ.
fn disagreeing<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let Context { decision, judgement, assessment, .. } = *context;
    let counts = |j: &usize| assessment.has_disagreement(*j) && assessment.exclusion(*j).is_none();
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
        document.paragraph(format!("No weight, moved alone between 0 and 10, {nothing}."));
    } else {
        let named = if context.request.is_full() { tippings.len() } else { WEIGHTS };
        document.paragraph(format!(
            "One weight moved alone, the others kept; {}:",
            nearest(named, tippings.len())
        ));
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
        document.paragraph("No rating, changed alone within its scale, changes who leads.");
        return;
    }
    let which = nearest(RATINGS, reversals.len());
    document.paragraph(format!("One rating changed alone, the others kept; {which}:"));
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

/// Leave one out.
fn sources_left_out(context: &Context<'_>, verdict: Verdict, document: &mut Document) {
    let Context { decision, judgement, .. } = *context;
    let trusted = (0..decision.sources.len()).filter(|&s| judgement.trust(s).size() > 0.0);
    let without: Vec<(usize, Option<Verdict>)> =
        trusted.map(|s| (s, without_source(decision, judgement, s))).collect();
    let changes = |it: &Option<Verdict>| it.is_none_or(|without| without.leader != verdict.leader);
    let turned: Vec<Text> = without
        .iter()
        .filter(|(_, without)| changes(without))
        .map(|(s, without)| {
            let title = &decision.sources[*s].title;
            let would = words::would(decision, Some(verdict), *without);
            Text::from("Without ").citation(*s).plain(format!(" {title}, {would}."))
        })
        .collect();
    if turned.is_empty() {
        document.paragraph("Sources: leaving out any one of them does not change who leads.");
    } else {
        document.paragraph("Sources: leaving out a single one of these changes who leads.");
        document.list(turned);
    }
}

/// What other methods make of the same values and shares.
pub(super) fn second_opinions(context: &Context<'_>, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    let opinions = assessment.opinions();
    let sentences: Vec<Text> = opinions
        .iter()
        .filter_map(|it| words::opinion(decision, it))
        .map(|it| Text::from(format!("{it}.")))
        .collect();
    if sentences.is_empty() {
        return;
    }
    document.heading(2, "Second opinions");
    let agreement = words::agreement(assessment, &opinions);
    let agreement = agreement.map_or_else(String::new, |it| format!(" {it}."));
    document
        .paragraph(format!("What other methods make of the same values and shares.{agreement}"));
    document.list(sentences);
    if decision.alternatives.len() == 2 {
        document.paragraph(format!("{}.", words::TWO_ALTERNATIVES));
    }
}
