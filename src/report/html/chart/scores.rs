//! The scores as bars from 0 to 100, the best first. A bracket below a bar is the range that disagreement
//! and missing ratings leave open.

use super::super::super::Context;
use super::super::super::document::Block;
use super::super::block;
use super::super::page::{Attributes, Page};
use super::{Label, cut, in_words, label, marker, percent, px, svg};
use crate::assessment::words;

/// Height of what an alternative takes.
const ROW: f64 = 48.0;

/// Columns for a name beside its score on a narrow screen.
const NAME: usize = 26;

pub(super) fn write(context: &Context<'_>, words: &[Block], page: &mut Page) {
    let Context { decision, assessment, .. } = *context;
    let ranking = assessment.ranking();
    let scores = assessment.scores().unwrap_or_default();
    let ranges = assessment.open_ranges();
    let is_open = |a: &usize| words::decimal(ranges[*a].0) != words::decimal(ranges[*a].1);
    page.element("figure", &[("class", &"chart")], |page| {
        let sentence = format!("{}.", words::verdict(decision, assessment, context.confidence()));
        let it = Label { title: "Scores from 0 to 100, the best first", description: &sentence };
        svg(&it, ROW * ranking.len() as f64, page, |page| {
            for (place, &a) in ranking.iter().enumerate() {
                row(context, a, scores[a], is_open(&a).then_some(ranges[a]), place, page);
            }
        });
        page.element("figcaption", &[], |page| {
            page.text("Scores from 0 to 100.");
            if ranking.iter().any(is_open) {
                page.text(
                    " Below a bar: the range that disagreement and missing ratings leave open.",
                );
            }
        });
    });
    in_words(page, |page| block::all(context, words, page));
}

fn row(
    context: &Context<'_>,
    a: usize,
    score: f64,
    range: Option<(f64, f64)>,
    place: usize,
    page: &mut Page,
) {
    let top = ROW * place as f64;
    marker::write(a, ("0", 6.0, top + 10.0), page);
    label("name", "20", 0.0, top + 15.0, page, &cut(&context.decision.alternatives[a].name, NAME));
    label("value end", "100%", 0.0, top + 15.0, page, &words::decimal(score));
    let (y, height) = (px(top + 22.0), px(12.0));
    let bar = |class: &str, width: f64, page: &mut Page| {
        let width = percent(width);
        let attributes: Attributes<'_> = &[
            ("class", &class),
            ("x", &0),
            ("y", &y),
            ("width", &width),
            ("height", &height),
            ("rx", &3),
        ];
        page.shape("rect", attributes);
    };
    bar("track", 100.0, page);
    bar(&format!("bar {}", marker::look(a)), score, page);
    if let Some((low, high)) = range {
        let line = |x1: f64, x2: f64, y1: f64, y2: f64, page: &mut Page| {
            let (x1, x2, y1, y2) = (percent(x1), percent(x2), px(y1), px(y2));
            let attributes: Attributes<'_> =
                &[("class", &"range"), ("x1", &x1), ("x2", &x2), ("y1", &y1), ("y2", &y2)];
            page.shape("line", attributes);
        };
        line(low, high, top + 39.5, top + 39.5, page);
        line(low, low, top + 36.5, top + 42.5, page);
        line(high, high, top + 36.5, top + 42.5, page);
    }
}
