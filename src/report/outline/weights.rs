//! What matters how much, and how the alternatives are rated on it.

use super::super::Context;
use super::super::document::{Chart, Column, Document, Text};
use super::evidence::favour_line;
use crate::assessment::words;
use crate::decision::{Missing, Weight};

/// The weights with their shares.
pub(super) fn what_matters(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    document.heading(2, "What matters");
    if let Some(use_case) = judgement.use_case()
        && context.request.is_full()
    {
        let use_case = &decision.use_cases[use_case];
        document.paragraph(format!(
            "The author of the pack sets the weights of a use case as a starting point. What the \
             sources say of {}:",
            use_case.name
        ));
        if use_case.favours.is_empty() {
            document.list(vec!["Nothing.".into()]);
        } else {
            document.list(use_case.favours.iter().map(|it| favour_line(context, it)).collect());
        }
    }
    let (shares, starts) = (shares(context), judgement.starting_weights(decision));
    let row = |j: usize| {
        let share = match assessment.exclusion(j) {
            None => shares[j].clone(),
            Some(why) => format!("out of the score: {}", words::exclusion(*why)),
        };
        vec![
            judgement.criterion(decision, j).name.as_str().into(),
            judgement.weight(j).to_string().into(),
            share.into(),
            set_by_in_words(context, &starts, j).into(),
        ]
    };
    let columns = vec![
        Column::text("Criterion"),
        Column::numbers("weight"),
        Column::numbers("share"),
        Column::text("set by"),
    ];
    let rows = (0..assessment.criteria()).map(row).collect();
    document.table("Weights and shares", columns, rows);
}

/// The shares of all criteria as percentages that add up to 100.
pub(in crate::report) fn shares(context: &Context<'_>) -> Vec<String> {
    let assessment = context.assessment;
    let shares: Vec<f64> =
        (0..assessment.criteria()).map(|j| 100.0 * assessment.share(j)).collect();
    let shares = words::adding_up(&shares, 100.0).into_iter();
    shares.map(|it| format!("{} %", words::decimal(it))).collect()
}

/// Where weights come from: each is one of these.
pub(super) const SET_BY: [&str; 4] = ["hand", "own criterion", "use case", "pack"];

/// Where a weight comes from; `starts` are the weights from which the criteria started.
pub(in crate::report) fn set_by(
    context: &Context<'_>,
    starts: &[Weight],
    j: usize,
) -> &'static str {
    let Context { decision, judgement, .. } = *context;
    match judgement.use_case() {
        _ if j >= decision.criteria.len() => "own criterion",
        _ if starts[j] != judgement.weight(j) => "hand",
        Some(_) => "use case",
        None => "pack",
    }
}

/// The same in words, with what was there before where it was changed, such as `hand, instead of
/// 3.0`.
pub(super) fn set_by_in_words(context: &Context<'_>, starts: &[Weight], j: usize) -> String {
    let by = set_by(context, starts, j);
    if starts[j] == context.judgement.weight(j) {
        by.to_owned()
    } else {
        format!("{by}, instead of {}", starts[j])
    }
}

/// How the alternatives are rated, and what that adds to their scores.
pub(super) fn ratings(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    document.heading(2, "How the alternatives are rated");
    let scale = &decision.scale;
    document.paragraph(format!(
        "A rating runs from {} (worst) to {} (best) unless the criterion has a scale of its own. It \
         is the mean over the sources, weighted by trust; the lowest and the highest of them are in \
         brackets. The points are what the criterion adds to the score. A missing rating counts as \
         {}.",
        words::written(scale.worst),
        words::written(scale.best),
        match decision.missing {
            Missing::Middle => "the middle of the scale",
            Missing::Worst => "the worst",
        }
    ));
    let between = assessment.verdict().map(|it| (it.first, it.second));
    let mut columns = vec![Column::text("Criterion")];
    columns.extend(decision.alternatives.iter().map(|it| Column::numbers(it.name.as_str())));
    if let Some((first, second)) = between {
        let name = |a: usize| &decision.alternatives[a].name;
        columns.push(Column::numbers(format!("{} over {}", name(first), name(second))));
    }
    let row = |j: usize| {
        let criterion = judgement.criterion(decision, j);
        let unit = criterion.scale.as_ref().and_then(|it| it.unit.as_deref());
        let name = match unit {
            Some(unit) => format!("{} ({unit})", criterion.name),
            None => criterion.name.clone(),
        };
        let mut cells: Vec<Text> = vec![name.into()];
        cells.extend((0..assessment.alternatives()).map(|a| rating_line(context, j, a).into()));
        if let Some((first, second)) = between {
            cells.push(words::signed(assessment.contribution(j, (first, second))).into());
        }
        cells
    };
    document.chart(Chart::Contributions);
    let rows = (0..assessment.criteria()).map(row).collect();
    document.table("Ratings and points", columns, rows);
    document.chart(Chart::Ratings);
}

/// A rating with its spread and its points, such as `2.5 (2 to 4), 3.6 points`.
pub(in crate::report) fn rating_line(context: &Context<'_>, j: usize, a: usize) -> String {
    let Context { decision, judgement, assessment, .. } = *context;
    let points = match assessment.exclusion(j) {
        Some(_) => String::new(),
        None => format!(", {} points", words::decimal(assessment.points_of(j, a))),
    };
    let Some(it) = assessment.rating(j, a) else {
        return if assessment.exclusion(j).is_some() {
            "not rated".to_owned()
        } else {
            format!("missing{points}")
        };
    };
    let scale = decision.scale_of(judgement.criterion(decision, j));
    let [rating, low, high] = [it.rating, it.low, it.high].map(|it| words::rating(it, scale));
    let spread = match () {
        () if it.own => " (own)".to_owned(),
        () if low == high => String::new(),
        () => format!(" ({low} to {high})"),
    };
    format!("{rating}{spread}{points}")
}
