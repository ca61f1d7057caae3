//! Compare: a scenario against what you have now, and which criteria make the difference.
//!
//! ```text
//! ▸ Live chat and messaging      N +28.2
//!   Default weights          D  +1.3
//!
//!               saved     now  change
//!  Leader            N       N
//!  Node.js        84.1    70.0   -14.1
//!  Django         55.9    54.6    -1.3
//!
//!  What moves Node.js against Django
//!  Security   3.0→8.0   7→15%  -12.2
//!  Real-time     10.0  24→21%   -0.6
//!  sum -12.8 = margin +28.2 → +15.4
//! ```

mod table;

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::page::Page;
use super::{name_of, tagged};
use crate::app::{App, Command, Context, Pane, Window};
use crate::assessment::words::{self, decimal, rounded, signed};
use crate::assessment::{Comparison, Differences, Judged, Shift};
use crate::ui::pane::draw_lines;
use crate::ui::text::{cut_apart, spaces, width};
use crate::ui::{Frame, Look};
use table::{Row, Widths};

/// Alternatives whose scores are shown, at most.
const MOST_SCORES: usize = 6;

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) -> Window {
    let old = app.view.pane(Pane::Detail);
    let (list, below) = split(app, area);
    scenarios(app, look, list, frame);
    let page = page(app, look, usize::from(area.width.saturating_sub(1)));
    let window = Window { offset: old.offset, height: below.height.into(), length: page.len() };
    let window = window.at(window.offset);
    draw_lines(page.lines(window.offset), window, below, look, frame);
    window
}

/// Index of the scenario on a line of the screen.
pub(super) fn scenario_at(app: &App, area: Rect, y: u16) -> Option<usize> {
    let (list, _) = split(app, area);
    let line = usize::from(y.checked_sub(list.y)?);
    (line < list.height.into()).then(|| first_in_sight(app, list) + line)
}

/// Where the scenarios are listed, and where the comparison is. A third of the height is enough for
/// the list; with more, it scrolls.
fn split(app: &App, area: Rect) -> (Rect, Rect) {
    let all = u16::try_from(app.scenarios().len()).unwrap_or(u16::MAX);
    let height = all.min((area.height / 3).max(1)).min(area.height);
    let air = u16::from(height > 0 && area.height > height + 8);
    let used = height + air;
    let below = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
    (Rect { height, ..area }, below)
}

/// The first scenario of the list that is in sight: the one compared with always is.
fn first_in_sight(app: &App, list: Rect) -> usize {
    (app.compared().unwrap_or(0) + 1).saturating_sub(list.height.into())
}

fn scenarios(app: &App, look: &Look, list: Rect, frame: &mut Frame) {
    let cells = usize::from(list.width.saturating_sub(1));
    let first = first_in_sight(app, list);
    for (scenario, y) in (first..app.scenarios().len()).zip(list.y..list.bottom()) {
        let selected = app.compared() == Some(scenario);
        let marker = if selected { look.glyphs.marker } else { " " };
        let name = app.scenarios().list()[scenario].name();
        let verdict = app.scenario_judged(scenario).assessment.verdict();
        let margin = verdict.map_or_else(|| "none".to_owned(), |it| signed(it.margin));
        let leader = verdict.and_then(|it| it.leader);
        // Without a verdict there is no tie either.
        let mut tag = look.tag(leader);
        if verdict.is_none() {
            tag.content = spaces(tag.width());
        }
        let room = cells.saturating_sub(2 + look.tag_width() + 8);
        let line = Line::from(vec![
            Span::styled(format!("{marker} "), look.theme.accent),
            Span::raw(named(name, room, look)),
            Span::raw(" "),
            tag,
            Span::styled(format!("{margin:>7}"), look.theme.leader(leader)),
        ]);
        let focused = selected && app.focus() == Pane::Detail;
        let line = if selected { line.patch_style(look.theme.strong) } else { line };
        let line = if focused { line.patch_style(look.theme.cursor) } else { line };
        frame.render_widget(line, Rect { y, height: 1, ..list });
    }
}

/// A name on so many cells. Where it is cut, the number at its end stays: it is all that tells some
/// names apart.
fn named<'n>(name: &'n str, cells: usize, look: &Look) -> Cow<'n, str> {
    let number = name.rsplit_once(' ').filter(|(_, end)| end.bytes().all(|it| it.is_ascii_digit()));
    match number {
        Some((stem, number)) if width(name) > cells && width(number) + 8 < cells => {
            let stem = look.cut(stem, cells - width(number) - 1);
            look.fit(format!("{stem} {number}"), cells)
        }
        _ => look.fit(name, cells),
    }
}

/// The comparison, on so many cells.
fn page<'a>(app: &'a App, look: &'a Look, cells: usize) -> Page<'a> {
    let mut page = Page::new(look, cells);
    let Some(scenario) = app.compared() else {
        let key = look.key(Context::Criteria, Command::SaveScenario).unwrap_or_default();
        let hint = format!(
            "{key} saves the present judgement as a scenario, to compare with later changes."
        );
        page.text(&hint, look.theme.text);
        return page;
    };
    let then = app.scenario_judged(scenario);
    let now = Judged { judgement: app.judgement(), assessment: app.assessment() };
    if then.judgement == now.judgement {
        let hint = "It equals what you have now. Move a slider to see the difference here.";
        page.text(hint, look.theme.dim);
        return page;
    }
    scores(&mut page, app, look, then, now);
    match Comparison::of(then, now) {
        None => page.text("One of the two has no criterion left to score.", look.theme.caution),
        Some(it) if it.shifts.is_empty() => {}
        Some(it) => criteria(&mut page, app, look, then, &it),
    }
    let differences = Differences::between(app.decision(), then.judgement, now.judgement);
    if let Some(differences) = words::differences(&differences) {
        page.gap();
        page.text(&format!("Also different: {differences}."), look.theme.text);
    }
    page
}

/// Who leads, and the score of each alternative, then and now.
fn scores(page: &mut Page, app: &App, look: &Look, then: Judged<'_>, now: Judged<'_>) {
    let theme = &look.theme;
    let none = || (String::new(), theme.dim);
    let heads = ["saved", "now", "change"].map(|it| (it.to_owned(), theme.dim));
    let leader = |of: Judged<'_>| match of.assessment.verdict() {
        Some(verdict) => {
            let tag = look.tag(verdict.leader).content.trim().to_owned();
            (tag, theme.leader(verdict.leader).patch(theme.strong))
        }
        None => ("none".to_owned(), theme.dim),
    };
    let margin = |of: Judged<'_>| match of.assessment.verdict() {
        Some(verdict) => (signed(verdict.margin), theme.leader(verdict.leader)),
        None => (look.glyphs.dash.to_owned(), theme.dim),
    };
    // Between margins of different leaders there is nothing to subtract.
    let further = match (then.assessment.verdict(), now.assessment.verdict()) {
        (Some(then), Some(now)) if then.leader.is_some() && then.leader == now.leader => {
            (signed(rounded(now.margin) - rounded(then.margin)), theme.dim)
        }
        _ => none(),
    };
    let mut rows = vec![
        Row { name: "", figures: heads },
        Row { name: "Leader", figures: [leader(then), leader(now), none()] },
        Row { name: "Margin", figures: [margin(then), margin(now), further] },
    ];
    let above = rows.len();
    let mut ranking = now.assessment.ranking();
    let hidden = ranking.len().saturating_sub(MOST_SCORES);
    ranking.truncate(MOST_SCORES);
    if let (Some(before), Some(after)) = (then.assessment.scores(), now.assessment.scores()) {
        rows.extend(ranking.iter().map(|&a| {
            let change = rounded(after[a]) - rounded(before[a]);
            let figures = [
                (decimal(before[a]), theme.text),
                (decimal(after[a]), theme.strong),
                (signed(change), theme.dim),
            ];
            Row { name: name_of(app, a), figures }
        }));
    }
    let scored = rows.len() > above;
    let widths = Widths::of(&rows, 2, page.cells());
    for (n, Row { name, figures }) in rows.into_iter().enumerate() {
        let alternative = n.checked_sub(above).map(|n| ranking[n]);
        let (name, style) = match alternative {
            // Marks before all names or before none.
            Some(a) if widths.longest > widths.name => {
                (tagged(app, look, a, widths.name), theme.alternative(a))
            }
            Some(a) => (name.to_owned(), theme.alternative(a)),
            None => (name.to_owned(), theme.dim),
        };
        let mut spans = vec![Span::styled(look.fit(name, widths.name), style)];
        spans.extend(widths.spans(figures));
        page.line(spans);
    }
    if scored && hidden > 0 {
        page.text(&format!("and {hidden} more"), theme.dim);
    }
}

/// What each criterion does to the margin of the two who lead now. What is shown adds up.
fn criteria<'a>(page: &mut Page<'a>, app: &'a App, look: &Look, then: Judged<'a>, it: &Comparison) {
    let theme = &look.theme;
    page.heading(&format!(
        "What moves {} against {}",
        name_of(app, it.first),
        name_of(app, it.second)
    ));
    let (before, after) = (rounded(it.then), rounded(it.now));
    let changes: Vec<f64> = it.shifts.iter().map(|shift| shift.change).collect();
    let changes = words::adding_up(&changes, after - before);
    // Before the criteria, so that it keeps its place while they come and go.
    let arrow = look.glyphs.arrow;
    let (sum, from, to) = (signed(after - before), signed(before), signed(after));
    let total = match page.cells() {
        0..30 => format!("in all {sum}: {from}{arrow}{to}"),
        30..40 => format!("in all {sum}: {from} {arrow} {to}"),
        _ => format!("in all {sum}, margin {from} {arrow} {to}"),
    };
    page.text(&total, theme.strong);
    let is_seen = |(shift, change): (&Shift, f64)| {
        change.abs() > 0.05 || shift.is_moved(then.judgement, app.judgement())
    };
    let all: Vec<_> = it.shifts.iter().zip(changes).collect();
    let rows: Vec<Row<'_>> =
        all.iter().map(|shift| criterion(app, look, then, it, *shift)).collect();
    // The name goes before the share. All have a say in it, so that no column jumps when one comes.
    let widths = Widths::of(&rows, 1, page.cells());
    let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let mut more = 0;
    for (Row { name, figures }, shift) in rows.into_iter().zip(all) {
        if !is_seen(shift) {
            more += 1;
            continue;
        }
        let name = cut_apart(name, names.iter().copied(), widths.name, look.glyphs.ellipsis);
        let mut spans = vec![Span::styled(look.fit(name, widths.name), theme.text)];
        spans.extend(widths.spans(figures));
        page.line(spans);
    }
    if more > 0 {
        page.text(&format!("and {more} more by less than 0.1"), theme.dim);
    }
}

/// The name of a criterion with its weight and share, then and now, and what that changes:
/// `Security   3.0→8.0   7→15%  -12.2`
fn criterion<'a>(
    app: &'a App,
    look: &Look,
    then: Judged<'a>,
    comparison: &Comparison,
    (shift, change): (&Shift, f64),
) -> Row<'a> {
    let theme = &look.theme;
    let decision = app.decision();
    let name = shift.criterion(decision, then.judgement, app.judgement()).name.as_str();
    let both = |before: String, after: String, unit: &str| {
        let arrow = look.glyphs.arrow;
        if before == after {
            format!("{after}{unit}")
        } else {
            format!("{before}{arrow}{after}{unit}")
        }
    };
    let weight = both(
        shift.then.map_or_else(none, |j| then.judgement.weight(j).to_string()),
        shift.now.map_or_else(none, |j| app.judgement().weight(j).to_string()),
        "",
    );
    let percent = |share: f64| words::whole_percent(share).to_string();
    let share = both(
        percent(shift.then.map_or(0.0, |j| then.assessment.share(j))),
        percent(shift.now.map_or(0.0, |j| app.assessment().share(j))),
        "%",
    );
    let shown = signed(change);
    let favoured = match shown.as_str() {
        "0.0" => None,
        _ if change > 0.0 => Some(comparison.first),
        _ => Some(comparison.second),
    };
    let figures = [(weight, theme.text), (share, theme.dim), (shown, theme.leader(favoured))];
    Row { name, figures }
}

/// The weight of a criterion that is not there.
fn none() -> String {
    "-".to_owned()
}
