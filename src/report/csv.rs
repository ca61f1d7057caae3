//! Comma-separated values (RFC 4180): a row for every criterion and alternative.
//!
//! Begins with a byte order mark. Without one, the spreadsheet that most people have takes UTF-8 for
//! the code page of its country, and breaks every letter that is not ASCII. Numbers are unrounded
//! and have a decimal point.

use super::Context;
use super::outline::weights::set_by;
use crate::assessment::{Disagreement, words};
use crate::decision::ClaimRef;
use crate::judgement::Subject;

/// The columns. They are added to, at the end, and neither renamed nor moved.
const COLUMNS: [&str; 26] = [
    "criterion",
    "criterion_name",
    "group",
    "weight",
    "share",
    "set_by",
    "included",
    "excluded_because",
    "alternative",
    "alternative_name",
    "rating",
    "low",
    "high",
    "unit",
    "value",
    "points",
    "score",
    "sources",
    "claims",
    "own",
    "own_reason",
    "excluded_claims",
    "excluded",
    "disagreement",
    "note",
    "missing",
];

/// Renders the report.
pub(super) fn render(context: &Context<'_>) -> String {
    let mut csv = String::from("\u{feff}");
    line(COLUMNS.map(str::to_owned), &mut csv);
    let starts = context.judgement.starting_weights(context.decision);
    for j in 0..context.assessment.criteria() {
        let set_by = set_by(context, &starts, j);
        for a in 0..context.assessment.alternatives() {
            line(cells(context, (j, set_by), a), &mut csv);
        }
    }
    csv
}

/// The row of a criterion and an alternative, in the order of [`COLUMNS`].
fn cells(context: &Context<'_>, (j, set_by): (usize, &str), a: usize) -> [String; COLUMNS.len()] {
    let Context { decision, judgement, assessment, .. } = *context;
    let criterion = judgement.criterion(decision, j);
    let alternative = &decision.alternatives[a];
    let exclusion = assessment.exclusion(j);
    let rating = assessment.rating(j, a);
    let own = judgement.own_rating(j, a);
    let unit = criterion.scale.as_ref().and_then(|it| it.unit.as_deref());
    [
        text(&criterion.id),
        text(&criterion.name),
        text(&criterion.group),
        judgement.weight(j).to_string(),
        number(Some(assessment.share(j))),
        text(set_by),
        exclusion.is_none().to_string(),
        text(exclusion.map_or("", |it| words::exclusion(*it))),
        text(&alternative.id),
        text(&alternative.name),
        number(rating.map(|it| it.rating)),
        number(rating.map(|it| it.low)),
        number(rating.map(|it| it.high)),
        text(unit.unwrap_or_default()),
        number(Some(assessment.value(j, a))),
        number(Some(assessment.points_of(j, a))),
        number(assessment.scores().map(|scores| scores[a])),
        rating.map_or(0, |it| it.sources).to_string(),
        rating.map_or(0, |it| it.claims).to_string(),
        own.is_some().to_string(),
        text(own.map_or("", |it| &it.reason)),
        text(&excluded(context, j, a)),
        judgement.is_criterion_excluded(j).to_string(),
        text(assessment.disagreement(j).map_or("", Disagreement::name)),
        text(judgement.note(Subject::Criterion(j)).unwrap_or_default()),
        rating.is_none().to_string(),
    ]
}

/// The ids of the claims on this that are excluded.
fn excluded(context: &Context<'_>, j: usize, a: usize) -> String {
    let Context { decision, judgement, .. } = *context;
    let claims = &judgement.criterion(decision, j).claims;
    let at = (0..claims.len()).filter(|&c| claims[c].alternative == a);
    let at = at.map(|c| ClaimRef::new(j, c)).filter(|&at| judgement.is_claim_excluded(at));
    at.map(|at| decision.claim_id(at)).collect::<Vec<_>>().join("; ")
}

/// A number as it is; nothing where there is none.
fn number(number: Option<f64>) -> String {
    // Without the sign that a nothing may have.
    number.map_or_else(String::new, |it| (it + 0.0).to_string())
}

/// A text that no spreadsheet takes for a formula: those begin with one of a few characters, and an
/// apostrophe before them says that it is text.
fn text(text: &str) -> String {
    let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(starts) || text.trim_start().starts_with(starts) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn line(cells: impl IntoIterator<Item = String>, csv: &mut String) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_compute_is_text() {
        for formula in
            ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠x"]
        {
            assert_eq!(text(formula), format!("'{formula}"));
        }
        for plain in ["", "a", "a=b", "'=1", "1-2", "数据"] {
            assert_eq!(text(plain), plain);
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        let numbers = [-1.5, -0.0, 0.1, 5.0, 1e-7].map(|it| number(Some(it)));
        assert_eq!(numbers, ["-1.5", "0", "0.1", "5", "0.0000001"]);
        assert_eq!(number(None), "");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut csv = String::new();
        line(["a", "b,c", "d\"e", "f\ng", ""].map(str::to_owned), &mut csv);
        assert_eq!(csv, "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
    }
}
