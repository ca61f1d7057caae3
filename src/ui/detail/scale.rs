//! Ratings on their scale: where each alternative stands, and how far the sources are apart.
//!
//! ```text
//!  Node.js  ────━━━●━━━━━──────  2.5  2–4
//!  Django   ─────────────────●─  4.8  4–5
//!           1        3        5
//! ```

use ratatui::text::Span;

use super::page::Page;
use crate::app::App;
use crate::assessment::Rating;
use crate::decision::Scale;
use crate::ui::Look;
use crate::ui::text::{cell, width};

/// Cells of a name, at most.
const LONGEST_NAME: usize = 14;

/// Writes the ratings of all alternatives on a criterion.
pub(super) fn write<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look, j: usize) {
    let decision = app.decision();
    let scale = decision.scale_of(app.judgement().criterion(decision, j));
    let names =
        decision.alternatives.iter().map(|it| width(&it.name)).max().unwrap_or(0).min(LONGEST_NAME);
    let figures = |rating: Option<&Rating>| match rating {
        None => (look.glyphs.dash.to_owned(), "unrated".to_owned()),
        Some(rating) if rating.own => (mean(rating.rating, scale), "yours".to_owned()),
        Some(rating) if rating.sources == 1 => (mean(rating.rating, scale), "1 source".to_owned()),
        Some(rating) => {
            let spread = format!(
                "{}{}{}",
                mean(rating.low, scale),
                look.glyphs.dash,
                mean(rating.high, scale)
            );
            (mean(rating.rating, scale), spread)
        }
    };
    let (mut ratings, mut spreads) = (0, 0);
    for a in 0..decision.alternatives.len() {
        let (shown, spread) = figures(app.assessment().rating(j, a));
        ratings = ratings.max(width(&shown));
        spreads = spreads.max(width(&spread));
    }
    // Names may be cut, figures may not.
    let names = names.min(page.cells().saturating_sub(ratings + spreads + 6).max(4));
    let track = page.cells().saturating_sub(names + ratings + spreads + 7).min(48);

    let row = move |a: usize| {
        let rating = app.assessment().rating(j, a);
        let (shown, spread) = figures(rating);
        let style = look.theme.alternative(a);
        let mut spans = vec![
            Span::styled(
                look.fit(&decision.alternatives[a].name, names),
                style.patch(look.theme.strong),
            ),
            Span::raw("  "),
        ];
        if track >= 6 {
            spans.extend(line(rating, scale, track, look, style));
            spans.push(Span::raw("  "));
        }
        spans.push(Span::styled(format!("{shown:>ratings$}"), look.theme.strong));
        spans.push(Span::styled(format!("  {spread}"), look.theme.dim));
        spans
    };
    for a in 0..decision.alternatives.len() {
        page.line_later(move || row(a));
    }
    let (worst, best) = (number(scale.worst), number(scale.best));
    if track >= 6 && track >= width(&worst) + width(&best) + 2 {
        let unit = scale.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        let gap = track - width(&worst) - width(&best);
        let axis = format!("{}{worst}{}{best}{unit}", " ".repeat(names + 2), " ".repeat(gap));
        page.line(vec![Span::styled(
            look.cut(&axis, page.cells().saturating_sub(1)),
            look.theme.dim,
        )]);
    }
}

/// One line of the scale, from worst to best.
fn line(
    rating: Option<&Rating>,
    scale: &Scale,
    cells: usize,
    look: &Look,
    style: ratatui::style::Style,
) -> Vec<Span<'static>> {
    let Some(rating) = rating else {
        return vec![Span::styled(look.glyphs.scale.repeat(cells), look.theme.faint)];
    };
    let cell = |value: f64| cell(value, cells);
    let (worse, better) = rating.values(scale);
    let (from, at, to) = (cell(worse), cell(scale.value(rating.rating)), cell(better));
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

/// A mark or the end of a scale, as short as it can be.
pub(super) fn number(x: f64) -> String {
    let rounded = rounded(x, 10.0);
    if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

/// A mean on a scale: with one decimal, and none where a scale is so long that it would be noise.
pub(in crate::ui) fn mean(x: f64, scale: &Scale) -> String {
    decimals(x, usize::from((scale.high() - scale.low()) < 50.0))
}

/// A number with so many decimals; a half goes up, as people round.
fn decimals(x: f64, decimals: usize) -> String {
    let rounded = rounded(x, if decimals == 0 { 1.0 } else { 10.0 });
    format!("{rounded:.decimals$}")
}

/// A number rounded to a whole one of so many to the unit; never a negative zero.
fn rounded(x: f64, unit: f64) -> f64 {
    (x * unit).round() / unit + 0.0
}
