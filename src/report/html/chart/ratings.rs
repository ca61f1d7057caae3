//! How the sources rate each alternative on each criterion: the lowest, the mean and the highest. The
//! better end of every scale is on the right.

use super::super::super::Context;
use super::super::page::{Attributes, Page};
use super::{Label, cut, label, legend, marker, percent, px, svg};
use crate::assessment::words;
use crate::decision::Scale;

/// Height of an alternative.
const ROW: f64 = 18.0;

/// Where the scale begins and ends, in per cent of the width; the numbers stand behind it.
const PLOT: (f64, f64) = (3.0, 54.0);

/// Columns for the numbers on a narrow screen.
const NUMBERS: usize = 20;

pub(super) fn write(context: &Context<'_>, page: &mut Page) {
    let Context { decision, judgement, assessment, .. } = *context;
    let all: Vec<usize> = (0..assessment.alternatives()).collect();
    let rated: Vec<usize> = (0..assessment.criteria())
        .filter(|&j| all.iter().any(|&a| assessment.rating(j, a).is_some()))
        .collect();
    if rated.is_empty() {
        return;
    }
    page.words(
        "p",
        &[("class", &"lead-in")],
        "Each rating on its scale, the better end on the right; a bar runs from the lowest to the \
         highest of the sources.",
    );
    legend(context, &all, page);
    page.element("div", &[("class", &"multiples ratings")], |page| {
        for j in rated {
            let criterion = judgement.criterion(decision, j);
            page.element("figure", &[("class", &"chart small")], |page| {
                page.element("figcaption", &[], |page| {
                    page.words("b", &[], &criterion.name);
                    if assessment.exclusion(j).is_some() {
                        page.text(" (out of the score)");
                    } else if assessment.disagreement(j).is_some() {
                        page.text(" (the sources disagree)");
                    }
                });
                one(context, j, decision.scale_of(criterion), page);
            });
        }
    });
}

/// One criterion.
fn one(context: &Context<'_>, j: usize, scale: &Scale, page: &mut Page) {
    let Context { decision, judgement, assessment, .. } = *context;
    let all = 0..assessment.alternatives();
    let said = |a: usize| format!("{}: {}", decision.alternatives[a].name, numbers(context, j, a));
    let description = all.clone().map(said).collect::<Vec<_>>().join("; ");
    let title = format!("Ratings on {}", judgement.criterion(decision, j).name);
    let it = Label { title: &title, description: &description };
    let bottom = ROW * all.len() as f64;
    let x = |value: f64| percent(PLOT.0 + (PLOT.1 - PLOT.0) * value);
    svg(&it, bottom + 18.0, page, |page| {
        for a in all {
            let y = ROW * (a as f64 + 0.5);
            line("track", (&x(0.0), &x(1.0)), y, page);
            if let Some(rating) = assessment.rating(j, a) {
                let (worse, better) = (rating.least, rating.most);
                if worse < better {
                    let class = format!("spread c{}", a % 8);
                    line(&class, (&x(worse), &x(better)), y, page);
                }
                marker::write(a, (&x(rating.value), 0.0, y), page);
            }
            label(
                "numbers end",
                "100%",
                0.0,
                y + 4.5,
                page,
                &cut(&numbers(context, j, a), NUMBERS),
            );
        }
        let best = match &scale.unit {
            Some(unit) => format!("{} {}", words::written(scale.best), cut(unit, NUMBERS)),
            None => words::written(scale.best),
        };
        label("tick", &x(0.0), 0.0, bottom + 13.0, page, &words::written(scale.worst));
        label("tick end", &x(1.0), 0.0, bottom + 13.0, page, &best);
    });
}

fn line(class: &str, (x1, x2): (&str, &str), y: f64, page: &mut Page) {
    let y = px(y);
    let attributes: Attributes<'_> =
        &[("class", &class), ("x1", &x1), ("x2", &x2), ("y1", &y), ("y2", &y)];
    page.shape("line", attributes);
}

/// A rating with its spread, such as `2.5 (2 to 4)`.
fn numbers(context: &Context<'_>, j: usize, a: usize) -> String {
    let Some(it) = context.assessment.rating(j, a) else { return "missing".to_owned() };
    let scale = context.decision.scale_of(context.judgement.criterion(context.decision, j));
    let [low, high, mean] = [it.low, it.high, it.rating].map(|it| words::rating(it, scale));
    match () {
        () if it.own => format!("{mean} (own)"),
        () if low == high => mean,
        () => format!("{mean} ({low} to {high})"),
    }
}
