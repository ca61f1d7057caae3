//! The overview: the verdict, on what share of weights of each kind each alternative comes first, and
//! below it the [swings](super::swings).
//!
//! ```text
//!  Leans to Django with 79 % confidence, 66.6 to 61.6 points.
//!             similar weights            same order                 all weights
//!  Django     ██████████████──  96.2 %   ███████████──────  71.3 %  ██████████───────  63.0 %
//!  Node.js    ▌───────────────   3.8 %   █████────────────  28.7 %  ██████───────────  37.0 %
//! ```

use ratatui::text::Span;

use super::{names, sign};
use crate::app::App;
use crate::assessment::{Robustness, Shares, words};
use crate::ui::Look;
use crate::ui::detail::Page;
use crate::ui::text::{fit, width};

/// Alternatives that have bars of their own.
const MOST: usize = 6;

/// Cells of a name, at most.
const LONGEST_NAME: usize = 20;

/// Cells of a bar, at most, and those below which there is none.
const LONGEST: usize = 30;
const SHORTEST: usize = 6;

/// Cells of a share in figures: `100.0 %` and `<0.1 %` are the longest.
const FIGURE: usize = 7;

/// The sets of weights: the head of the column, and in one word where there is little room.
const SETS: [(&str, &str); 3] =
    [("similar weights", "similar"), ("same order", "order"), ("all weights", "all")];

pub(super) fn write<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look) {
    let (theme, assessment) = (&look.theme, app.assessment());
    let leader = assessment.verdict().and_then(|it| it.leader);
    let verdict = words::verdict(app.decision(), assessment, app.confidence());
    page.text(&format!("{verdict}."), theme.leader(leader).patch(theme.strong));
    if let Some(robustness) = app.robustness() {
        shares(page, app, look, robustness);
    } else {
        page.text(&format!("Shares of weights: computing{}", look.glyphs.ellipsis), theme.dim);
    }
    page.gap();
    let caveats = [
        words::tolerance(assessment),
        words::dominance(app.decision(), assessment),
        words::limits(assessment).map(str::to_owned),
    ];
    for caveat in caveats.into_iter().flatten() {
        page.text(&format!("{caveat}."), theme.dim);
    }
}

/// A share as it stands in a column.
fn figure(app: &App, look: &Look, shares: &Shares, a: usize) -> String {
    let share = words::shortened(&words::share_of(app.assessment(), shares, a));
    format!(" {share:>FIGURE$}{}", look.error(shares.error))
}

/// ` Django  ██████████────  96.2 %   ███████████────  71.3 %   ██████████─────  63.0 %`
fn shares<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look, robustness: &Robustness) {
    let theme = &look.theme;
    let sets = [&robustness.similar, &robustness.same_order, &robustness.all];
    let mut shown = app.assessment().ranking();
    let rest = shown.split_off(shown.len().min(MOST));
    let most = LONGEST_NAME.min(page.cells() / 4);
    let name = sign(app, look, 0).width() + names(app, &shown, most);
    let error = sets.iter().map(|it| width(&look.error(it.error))).max().unwrap_or(0);
    let room = 1 + FIGURE + error;
    let bar = (page.cells().saturating_sub(1 + name) / SETS.len()).saturating_sub(2 + room);
    let bar = if bar < SHORTEST { 0 } else { bar.min(LONGEST) };
    let mut heads = vec![Span::raw(" ".repeat(name))];
    for (head, short) in SETS {
        let head = if width(head) <= bar + room { head } else { short };
        heads.push(Span::styled(format!("  {}", look.fit(head, bar + room)), theme.dim));
    }
    page.line(heads);
    for a in shown {
        let style = theme.alternative(a);
        let sign = sign(app, look, a);
        let called = look.fit(&app.decision().alternatives[a].name, name - sign.width());
        let mut spans = vec![sign, Span::styled(called, style.patch(theme.strong))];
        for shares in sets {
            spans.push(Span::raw("  "));
            spans.extend(look.bar(shares.first[a], bar, style));
            let text = fit(figure(app, look, shares, a).into(), room, "").into_owned();
            spans.push(Span::styled(text, style.patch(theme.strong)));
        }
        page.line(spans);
    }
    if !rest.is_empty() {
        page.text(&format!("{} more", rest.len()), theme.dim);
    }
}
