//! Ratings on their scale: where each alternative stands, and how far the sources are apart.
//!
//! ```text
//!  Node.js  ────━━━●━━━━━──────  2.5  2–4
//!  Django   ─────────────────●─  4.8  4–5
//!           1        3        5
//! ```

use ratatui::text::Span;

use super::page::Page;
use super::{name_of, tagged};
use crate::app::App;
use crate::assessment::{Rating, words};
use crate::decision::Scale;
use crate::ui::Look;
use crate::ui::text::{cell, width};

/// Cells of a name at most where there are few.
const LONGEST_NAME: usize = 14;

/// Cells from which on a strip shows more than figures do.
const SHORTEST_STRIP: usize = 6;

/// Cells of a strip, at most.
const LONGEST_STRIP: usize = 48;

/// How many cells the parts of a row take; 0 where one has no room.
struct Columns {
    name: usize,
    strip: usize,
    figure: usize,
    range: usize,
}

impl Columns {
    /// The name and the rating first, then the strip, then its ends in figures.
    fn new(name: usize, figure: usize, range: usize, cells: usize) -> Self {
        let wanted = name.min(LONGEST_NAME.max(cells / 3));
        // A cell before the row, and two between its parts.
        let beside = |range: usize| {
            let figures = figure + if range > 0 { range + 2 } else { 0 };
            cells.saturating_sub(1 + wanted + 2 + figures)
        };
        let range = if beside(range) >= SHORTEST_STRIP + 2 { range } else { 0 };
        let strip = beside(range).saturating_sub(2).min(LONGEST_STRIP);
        let strip = if strip < SHORTEST_STRIP { 0 } else { strip };
        // What the others leave, the name may have.
        let taken = 1 + figure + if range > 0 { range + 2 } else { 0 } + strip + 2;
        let taken = if strip > 0 { taken + 2 } else { taken };
        Self { name: name.min(cells.saturating_sub(taken).max(4)), strip, figure, range }
    }
}

/// Writes the ratings of all alternatives on a criterion.
pub(super) fn write<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look, j: usize) {
    let decision = app.decision();
    let criterion = app.judgement().criterion(decision, j);
    let scale = decision.scale_of(criterion);
    let figures = |rating: Option<&Rating>| match rating {
        None => (look.glyphs.dash.to_owned(), "missing".to_owned()),
        Some(rating) if rating.own => (words::rating(rating.rating, scale), "yours".to_owned()),
        Some(rating) if rating.sources == 1 => {
            (words::rating(rating.rating, scale), "1 source".to_owned())
        }
        Some(rating) => (words::rating(rating.rating, scale), range(rating, scale, look)),
    };
    let (mut names, mut ratings, mut ranges) = (0, 0, 0);
    for (a, alternative) in decision.alternatives.iter().enumerate() {
        let (shown, range) = figures(app.assessment().rating(j, a));
        names = names.max(width(&alternative.name));
        ratings = ratings.max(width(&shown));
        ranges = ranges.max(width(&range));
    }
    let columns = Columns::new(names, ratings, ranges, page.cells());
    let (name, strip, figure) = (columns.name, columns.strip, columns.figure);
    // Marks before all names or before none.
    let is_cut = names > name;

    let row = move |a: usize| {
        let rating = app.assessment().rating(j, a);
        let (shown, range) = figures(rating);
        let style = look.theme.alternative(a);
        let who = if is_cut { tagged(app, look, a, name) } else { name_of(app, a).to_owned() };
        let mut spans = vec![
            Span::styled(look.fit(who, name), style.patch(look.theme.strong)),
            Span::raw("  "),
        ];
        if strip > 0 {
            spans.extend(line(rating, strip, look, style));
            spans.push(Span::raw("  "));
        }
        spans.push(Span::styled(format!("{shown:>figure$}"), look.theme.strong));
        if columns.range > 0 {
            spans.push(Span::styled(format!("  {range}"), look.theme.dim));
        }
        spans
    };
    for a in 0..decision.alternatives.len() {
        page.line_later(move || row(a));
    }
    let (worst, best) = (mark(scale.worst), mark(scale.best));
    let gap = strip.saturating_sub(width(&worst) + width(&best));
    if criterion.scale.is_none() && gap > 1 {
        let axis = format!("{}{worst}{}{best}", " ".repeat(name + 2), " ".repeat(gap));
        page.line(vec![Span::styled(axis, look.theme.dim)]);
    } else {
        let unit = scale.unit.as_ref().map(|unit| format!(", {unit}")).unwrap_or_default();
        let ends = format!("{worst} worst {} {best} best{unit}", look.glyphs.ellipsis);
        page.text(&ends, look.theme.dim);
    }
}

/// `2.0–4.0`: the lowest and the highest rating among the sources; one figure where they are the same.
pub(in crate::ui) fn range(rating: &Rating, scale: &Scale, look: &Look) -> String {
    let (low, high) = (words::rating(rating.low, scale), words::rating(rating.high, scale));
    if low == high { low } else { format!("{low}{}{high}", look.glyphs.dash) }
}

/// One line of the scale, from worst to best.
fn line(
    rating: Option<&Rating>,
    cells: usize,
    look: &Look,
    style: ratatui::style::Style,
) -> Vec<Span<'static>> {
    let Some(rating) = rating else {
        return vec![Span::styled(look.glyphs.scale.repeat(cells), look.theme.faint)];
    };
    let cell = |value: f64| cell(value, cells);
    let (from, at, to) = (cell(rating.least), cell(rating.value), cell(rating.most));
    (0..cells)
        .map(|x| {
            if x == at {
                Span::styled(look.glyphs.thumb, style)
            } else if (from..=to).contains(&x) {
                Span::styled(look.glyphs.spread, style)
            } else {
                Span::styled(look.glyphs.scale, look.theme.faint)
            }
        })
        .collect()
}

/// A mark or the end of a scale, as its author wrote it.
pub(super) fn mark(x: f64) -> String {
    words::written(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_goes_before_the_strip_and_the_strip_before_the_name() {
        let parts = |cells| {
            let it = Columns::new(7, 9, 17, cells);
            (it.name, it.strip, it.range)
        };
        assert_eq!(parts(60), (7, 20, 17));
        assert_eq!(parts(32), (7, 11, 0));
        assert_eq!(parts(24), (7, 0, 0));
        assert_eq!(parts(16), (4, 0, 0));
    }
}
