//! On how many weightings each alternative comes first, and what would change the leader.

use ratatui::text::Span;

use super::{names, sign};
use crate::app::App;
use crate::assessment::{Robustness, words};
use crate::ui::Look;
use crate::ui::detail::Page;
use crate::ui::text::{fit, width};

/// Alternatives that have bars of their own.
const MOST: usize = 10;

/// Ratings that are named.
const RATINGS: usize = 5;

/// Cells of a name, at most.
const LONGEST_NAME: usize = 20;

/// Cells of a bar, at most, and those below which the three of an alternative do not stand side by
/// side.
const LONGEST: usize = 30;
const SHORTEST: usize = 10;

/// Cells of a share in figures: `100.0%` and `<0.1%` are the longest.
const FIGURE: usize = 6;

/// Cells of the word before what would change the leader.
const LABEL: usize = 10;

/// The three sets of weightings, with the words for a column and for a heading.
const SETS: [(&str, &str); 3] = [
    ("all weightings", "First, of all weightings"),
    ("near yours", "First, of those near yours"),
    ("in your ranking", "First, of those that keep your ranking"),
];

pub(super) fn write<'a>(
    page: &mut Page<'a>,
    app: &'a App,
    look: &'a Look,
    robustness: Option<&Robustness>,
) {
    let theme = &look.theme;
    let leader = app.assessment().verdict().and_then(|it| it.leader);
    let verdict = words::verdict(app.decision(), app.assessment());
    page.text(&format!("{verdict}."), theme.leader(leader).patch(theme.strong));
    page.gap();
    if let Some(it) = robustness {
        bars(page, app, look, it);
        page.gap();
        if let Some(together) = words::together(it) {
            page.text(&format!("{together}."), theme.text);
        }
        page.text(&format!("{}.", words::certainty(it)), theme.dim);
    } else {
        let text =
            format!("On how many weightings each comes first: sampling{}", look.glyphs.ellipsis);
        page.text(&text, theme.dim);
    }
    changes(page, app, look);
}

/// The alternatives that have bars, and those that have none, best first.
fn shown(app: &App) -> (Vec<usize>, Vec<usize>) {
    let mut shown = app.assessment().ranking();
    let rest = shown.split_off(shown.len().min(MOST));
    (shown, rest)
}

/// By set: the share of each alternative, and how far off it may be. Between two, only the share of
/// the weightings that keep the ranking is ever sampled.
fn sets<'a>(robustness: &'a Robustness, error: &'a str) -> [(&'a [f64], &'a str); 3] {
    let of_all = if robustness.any.len() == 2 { "" } else { error };
    [(&robustness.any, of_all), (&robustness.near, of_all), (&robustness.ranking, error)]
}

/// The shares of all alternatives, drawn: side by side where the bars are worth it.
fn bars<'a>(page: &mut Page<'a>, app: &'a App, look: &'a Look, robustness: &Robustness) {
    let sign = sign(app, look, 0).width();
    let name = sign + names(app, &shown(app).0, LONGEST_NAME);
    let figure = FIGURE + width(&look.error(robustness.error));
    let column = page.cells().saturating_sub(1 + name) / SETS.len();
    let bar = column.saturating_sub(3 + figure).min(LONGEST);
    if bar < SHORTEST {
        one_below_the_other(page, app, look, robustness);
    } else {
        side_by_side(page, app, look, robustness, (name, bar));
    }
}

/// The name of an alternative on so many cells, its tag before it.
fn called<'a>(app: &'a App, look: &'a Look, a: usize, cells: usize) -> [Span<'a>; 2] {
    let sign = sign(app, look, a);
    let name = look.fit(&app.decision().alternatives[a].name, cells - sign.width());
    let style = look.theme.alternative(a).patch(look.theme.strong);
    [sign, Span::styled(name, style)]
}

/// A share as it stands in a column.
fn figure(share: f64, error: &str) -> String {
    let share = words::percent(share).replace("under ", "<").replace("over ", ">");
    format!(" {share:>FIGURE$}{error}")
}

/// ` Django  ██████████────  63.0%   ███████████████  98.1%   ██████████████─  91.4%`
fn side_by_side<'a>(
    page: &mut Page<'a>,
    app: &'a App,
    look: &'a Look,
    robustness: &Robustness,
    (name, bar): (usize, usize),
) {
    let theme = &look.theme;
    let (shown, rest) = shown(app);
    let error = look.error(robustness.error);
    let room = FIGURE + width(&error);
    let mut heads = vec![Span::raw(" ".repeat(name))];
    for (head, _) in SETS {
        heads.push(Span::styled(format!("  {}", look.fit(head, bar + 1 + room)), theme.dim));
    }
    page.line(heads);
    for a in shown {
        let style = theme.alternative(a);
        let mut spans = called(app, look, a, name).to_vec();
        for (shares, error) in sets(robustness, &error) {
            spans.push(Span::raw("  "));
            spans.extend(look.bar(shares[a], bar, style));
            let text = fit(figure(shares[a], error).into(), room + 1, "");
            spans.push(Span::styled(text, style.patch(theme.strong)));
        }
        page.line(spans);
    }
    if !rest.is_empty() {
        let mut spans = vec![Span::styled(look.fit(more(rest.len()), name), theme.dim)];
        for (shares, error) in sets(robustness, &error) {
            let sum: f64 = rest.iter().map(|a| shares[*a]).sum();
            let text = format!("  {}{}", " ".repeat(bar), figure(sum.min(1.0), error));
            spans.push(Span::styled(fit(text.into(), bar + 3 + room, ""), theme.dim));
        }
        page.line(spans);
    }
}

/// The same as three lists, where there is no room for columns.
fn one_below_the_other<'a>(
    page: &mut Page<'a>,
    app: &'a App,
    look: &'a Look,
    robustness: &Robustness,
) {
    let theme = &look.theme;
    let (shown, rest) = shown(app);
    let sign = sign(app, look, 0).width();
    let name = sign + names(app, &shown, LONGEST_NAME.min(page.cells() / 3));
    let error = look.error(robustness.error);
    let bar = page.cells().saturating_sub(name + 4 + FIGURE + width(&error));
    for ((_, heading), (shares, error)) in SETS.into_iter().zip(sets(robustness, &error)) {
        page.heading(heading);
        for &a in &shown {
            let style = theme.alternative(a);
            let mut spans = called(app, look, a, name).to_vec();
            spans.push(Span::raw(" "));
            if bar >= 4 {
                spans.extend(look.bar(shares[a], bar, style));
            }
            spans.push(Span::styled(figure(shares[a], error), style.patch(theme.strong)));
            page.line(spans);
        }
        if !rest.is_empty() {
            let sum: f64 = rest.iter().map(|a| shares[*a]).sum();
            let text = format!("{}: {}{error}", more(rest.len()), words::percent(sum.min(1.0)));
            page.text(&text, theme.dim);
        }
    }
}

fn more(count: usize) -> String {
    format!("{count} more")
}

/// What would change the leader: a slider alone, weight that moves, disagreements, and single ratings.
fn changes(page: &mut Page, app: &App, look: &Look) {
    let theme = &look.theme;
    let (decision, judgement, assessment) = (app.decision(), app.judgement(), app.assessment());
    page.heading("What would change it");
    let Some(leader) = assessment.verdict().and_then(|it| it.leader) else {
        let text = if words::is_tied_for_good(assessment) {
            "They are equal on every criterion in the score: no weighting decides."
        } else {
            "In a tie, the next move may decide."
        };
        page.text(text, theme.text);
        return;
    };
    let name = &decision.alternatives[leader].name;
    let slider = match assessment.nearest_slider_reversal() {
        Some(tip) => {
            let criterion = &judgement.criterion(decision, tip.criterion).name;
            let way = if tip.up { "up" } else { "down" };
            let then = &decision.alternatives[tip.leader].name;
            format!("with {criterion} {way} at {}, {then} leads", tip.position)
        }
        None => "none, moved alone, makes anybody else lead".into(),
    };
    labelled(page, look, "Slider", &slider);
    let weight = match app.nearest_reversal() {
        Some(reversal) => words::reversal(decision, judgement, reversal),
        None => format!("no weighting makes anybody else lead: {name} is nowhere worse"),
    };
    labelled(page, look, "Weight", &weight);
    let worst = assessment.under_disagreements();
    if worst != assessment.verdict() {
        let would = words::would(decision, assessment.verdict(), worst);
        labelled(
            page,
            look,
            "Disagreements",
            &format!("if every one went against {name}, {would}"),
        );
    }
    let reversals = app.rating_reversals();
    if reversals.is_empty() {
        labelled(page, look, "Ratings", "none, changed alone within its scale, changes who leads");
    }
    for (at, reversal) in reversals.iter().take(RATINGS).enumerate() {
        let text = words::rating_reversal(decision, judgement, assessment, reversal);
        labelled(page, look, if at == 0 { "Ratings" } else { "" }, &text);
    }
    if reversals.len() > RATINGS {
        labelled(page, look, "", &format!("and {} more", reversals.len() - RATINGS));
    }
}

/// `Weight    move 3.8 points of weight from ...`
fn labelled(page: &mut Page, look: &Look, label: &'static str, text: &str) {
    let lead = Span::styled(look.fit(label, LABEL), look.theme.accent);
    page.after(vec![lead], text, look.theme.text);
}
