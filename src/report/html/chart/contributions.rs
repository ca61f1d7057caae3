//! What each criterion contributes to the margin of the first over the second: a bar to the right or to
//! the left. The name of the criterion stands on the side that the bar leaves free.

use super::super::super::Context;
use super::super::super::document::{Column, Table, Text};
use super::super::block;
use super::super::page::{Attributes, Page};
use super::{Label, cut, in_words, label, marker, percent, px, svg};
use crate::assessment::words;

/// Height of a criterion.
const ROW: f64 = 26.0;

/// Height of what stands above the first.
const HEAD: f64 = 30.0;

/// Columns for a name on a narrow screen.
const NAME: usize = 22;

/// How far the longest bar goes, in per cent of the width: beyond it stands its number.
const LONGEST: f64 = 36.0;

/// Bars at most: more would not fit on a page.
const MOST: usize = 30;

pub(super) fn write(context: &Context<'_>, page: &mut Page) {
    let Context { decision, judgement, assessment, .. } = *context;
    let Some(verdict) = assessment.verdict() else { return };
    let name = |a: usize| decision.alternatives[a].name.as_str();
    let lead = |j: usize| assessment.contribution(j, (verdict.first, verdict.second));
    let mut leads: Vec<(usize, f64)> = (0..assessment.criteria())
        .filter(|&j| assessment.exclusion(j).is_none())
        .map(|j| (j, lead(j)))
        .collect();
    leads.sort_by(|(_, x), (_, y)| y.abs().total_cmp(&x.abs()));
    let telling = leads.iter().filter(|(_, lead)| words::signed(*lead) != "0.0").count();
    if telling == 0 {
        return;
    }
    let shown = telling.min(MOST);
    let mut rows = leads[..shown].to_vec();
    rows.sort_by(|(_, x), (_, y)| y.total_cmp(x));
    let said = |(j, lead): &(usize, f64)| {
        format!("{} {}", judgement.criterion(decision, *j).name, words::signed(*lead))
    };
    let said: Vec<String> = rows.iter().map(said).collect();
    let title = format!("Points of {} over {}", name(verdict.first), name(verdict.second));
    page.element("figure", &[("class", &"chart")], |page| {
        let it = Label { title: &title, description: &format!("{}.", said.join("; ")) };
        svg(&it, HEAD + ROW * rows.len() as f64 + 4.0, page, |page| {
            draw(context, (verdict.first, verdict.second), &rows, page);
        });
        page.element("figcaption", &[], |page| {
            page.text(&format!(
                "What each criterion contributes to the margin of {} over {}; all together {}.",
                name(verdict.first),
                name(verdict.second),
                words::signed(verdict.margin)
            ));
            if shown < telling {
                page.text(&format!(" The largest {shown} of {telling}."));
            }
            if let Some(rest) = rest_in_words(&leads[telling..]) {
                page.text(&format!(" {rest}."));
            }
        });
    });
    in_words(page, |page| block::table(&table(context, &leads, title), page));
}

/// What those add that are not drawn, since each of them rounds to nothing.
fn rest_in_words(rest: &[(usize, f64)]) -> Option<String> {
    // All are sorted by size.
    let largest = rest.first()?.1.abs();
    let sum = words::signed(rest.iter().map(|(_, lead)| lead).sum());
    Some(match (largest > 0.0, rest.len()) {
        (false, 1) => "1 criterion makes no difference".to_owned(),
        (false, n) => format!("{n} criteria make no difference"),
        (true, 1) => "1 criterion makes less than 0.1 points".to_owned(),
        (true, n) => format!("{n} criteria make less than 0.1 points each, together {sum}"),
    })
}

fn draw(
    context: &Context<'_>,
    (first, second): (usize, usize),
    rows: &[(usize, f64)],
    page: &mut Page,
) {
    let Context { decision, judgement, .. } = *context;
    let name = |a: usize| cut(&decision.alternatives[a].name, NAME - 5);
    let most = rows.iter().map(|(_, lead)| lead.abs()).fold(0.05, f64::max);
    marker::write(second, ("0", 6.0, 9.0), page);
    label("name", "20", 0.0, 14.0, page, &name(second));
    marker::write(first, ("100%", -6.0, 9.0), page);
    label("name end", "100%", -18.0, 14.0, page, &name(first));
    for (place, &(j, lead)) in rows.iter().enumerate() {
        let top = HEAD + ROW * place as f64;
        let (width, is_for) = (LONGEST * lead.abs() / most, lead >= 0.0);
        let start = if is_for { 50.0 } else { 50.0 - width };
        let class = format!("bar {}", marker::look(if is_for { first } else { second }));
        let (x, y, width) = (percent(start), px(top), percent(width));
        let attributes: Attributes<'_> = &[
            ("class", &class),
            ("x", &x),
            ("y", &y),
            ("width", &width),
            ("height", &14),
            ("rx", &2),
        ];
        page.shape("rect", attributes);
        let criterion = cut(&judgement.criterion(decision, j).name, NAME);
        let end = percent(if is_for { start + LONGEST * lead.abs() / most } else { start });
        let number = words::signed(lead);
        if is_for {
            label("end", "50%", -9.0, top + 12.0, page, &criterion);
            label("value", &end, 6.0, top + 12.0, page, &number);
        } else {
            label("start", "50%", 9.0, top + 12.0, page, &criterion);
            label("value end", &end, -6.0, top + 12.0, page, &number);
        }
    }
    let bottom = px(HEAD + ROW * rows.len() as f64);
    let attributes: Attributes<'_> =
        &[("class", &"axis"), ("x1", &"50%"), ("x2", &"50%"), ("y1", &22), ("y2", &bottom)];
    page.shape("line", attributes);
}

fn table(context: &Context<'_>, leads: &[(usize, f64)], title: String) -> Table {
    let Context { decision, judgement, .. } = *context;
    let row = |&(j, lead): &(usize, f64)| {
        vec![
            Text::from(judgement.criterion(decision, j).name.as_str()),
            Text::from(words::signed(lead)),
        ]
    };
    Table {
        caption: "What each criterion adds to the lead",
        columns: vec![Column::text("Criterion"), Column::numbers(title)],
        rows: leads.iter().map(row).collect(),
    }
}
