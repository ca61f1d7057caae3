//! Compare: a scenario against what you have now, and which criteria make the difference.
//!
//! ```text
//! ▸ Live chat and messaging      N +28.2
//!   Default importances          D  +1.3
//!
//!               pinned     now  change
//!  Leader            N       N
//!  Node.js        84.1    70.0   -14.1
//!  Django         55.9    54.6    -1.3
//!
//!  What moves Node.js against Django
//!  Security      3.0→8.0   7→15%  -12.2
//!  Real-time        10.0  24→21%   -0.6
//!  sum -12.8 = margin +28.2 → +15.4
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::page::Page;
use crate::app::{App, Command, Context, Pane, Window};
use crate::assessment::words::{self, decimal, signed};
use crate::assessment::{Comparison, Differences, Judged, Shift};
use crate::ui::pane::draw_lines;
use crate::ui::text::width;
use crate::ui::{Frame, Look};

/// Alternatives whose scores are shown, at most.
const MOST_SCORES: usize = 6;

/// Cells of a number, the space before it included.
const NUMBER: usize = 8;

/// Cells of an importance then and now, the space before it included.
const IMPORTANCE: usize = 9;

/// Cells of a share then and now, the space before it included.
const SHARE: usize = 8;

/// Cells from which on there is room for shares.
const WITH_SHARES: usize = 36;

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) -> Window {
    let old = app.view.pane(Pane::Detail);
    let (list, below) = split(app, area);
    scenarios(app, look, list, frame);
    let page = page(app, look, usize::from(area.width.saturating_sub(1)));
    let window = Window { offset: old.offset, height: below.height.into(), length: page.len() };
    let window = Window { offset: window.offset.min(window.furthest()), ..window };
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
        let verdict = app.pinned(scenario).assessment.verdict();
        let margin = verdict.map_or_else(|| "none".to_owned(), |it| signed(it.margin));
        let leader = verdict.and_then(|it| it.leader);
        let room = cells.saturating_sub(2 + look.tag_width() + 8);
        let line = Line::from(vec![
            Span::styled(format!("{marker} "), look.theme.accent),
            Span::raw(named(name, room, look)),
            Span::raw(" "),
            look.tag(leader),
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
fn named(name: &str, cells: usize, look: &Look) -> String {
    let number = name.rsplit_once(' ').filter(|(_, end)| end.bytes().all(|it| it.is_ascii_digit()));
    match number {
        Some((stem, number)) if width(name) > cells && width(number) + 8 < cells => {
            let stem = look.cut(stem, cells - width(number) - 1);
            look.fit(&format!("{stem} {number}"), cells)
        }
        _ => look.fit(name, cells),
    }
}

/// The comparison, on so many cells.
fn page<'a>(app: &App, look: &'a Look, cells: usize) -> Page<'a> {
    let mut page = Page::new(look, cells);
    let Some(scenario) = app.compared() else {
        let key = look.key(Context::Criteria, Command::Pin).unwrap_or_default();
        let hint = format!("{key} pins what you have now, to compare with what you do next.");
        page.text(&hint, look.theme.text);
        return page;
    };
    let then = app.pinned(scenario);
    let now = Judged { judgement: app.judgement(), assessment: app.assessment() };
    if then.judgement == now.judgement {
        let hint = "It is what you have now. Move a slider, and see here what that does.";
        page.text(hint, look.theme.dim);
        return page;
    }
    scores(&mut page, app, look, then, now);
    match Comparison::of(then, now) {
        None => page.text("Nothing is left to score in one of the two.", look.theme.caution),
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
    let changes = page.cells() >= 3 * NUMBER + 9;
    let columns = if changes { 3 } else { 2 };
    let room = page.cells().saturating_sub(1 + columns * NUMBER);
    let mut row = |name: &str, style: Style, numbers: [(String, Style); 3]| {
        let mut spans = vec![Span::styled(look.fit(name, room), style)];
        spans.extend(
            numbers
                .into_iter()
                .take(columns)
                .map(|(number, style)| Span::styled(format!("{number:>NUMBER$}"), style)),
        );
        page.line(spans);
    };
    row("", theme.dim, ["pinned", "now", "change"].map(|it| (it.to_owned(), theme.dim)));
    let leader = |of: Judged<'_>| {
        let leader = of.assessment.verdict().and_then(|it| it.leader);
        (look.tag(leader).content.trim().to_owned(), theme.leader(leader).patch(theme.strong))
    };
    row("Leader", theme.dim, [leader(then), leader(now), (String::new(), theme.dim)]);
    let margin = |of: Judged<'_>| {
        let verdict = of.assessment.verdict();
        let margin = verdict.map_or_else(|| "-".to_owned(), |it| signed(it.margin));
        (margin, theme.leader(verdict.and_then(|it| it.leader)))
    };
    row("Margin", theme.dim, [margin(then), margin(now), (String::new(), theme.dim)]);
    let (Some(before), Some(after)) = (then.assessment.scores(), now.assessment.scores()) else {
        return;
    };
    let ranking = now.assessment.ranking();
    for &a in ranking.iter().take(MOST_SCORES) {
        let name = &app.decision().alternatives[a].name;
        let numbers = [
            (decimal(before[a]), theme.text),
            (decimal(after[a]), theme.strong),
            (signed(after[a] - before[a]), theme.dim),
        ];
        row(name, theme.alternative(a), numbers);
    }
    if ranking.len() > MOST_SCORES {
        page.text(&format!("and {} more", ranking.len() - MOST_SCORES), theme.dim);
    }
}

/// What each criterion does to the margin of the two who lead now.
fn criteria(page: &mut Page, app: &App, look: &Look, then: Judged<'_>, it: &Comparison) {
    let theme = &look.theme;
    let name = |a: usize| app.decision().alternatives[a].name.as_str();
    page.heading(&format!("What moves {} against {}", name(it.first), name(it.second)));
    for shift in &it.shifts {
        let line = criterion(app, look, then, it, *shift, page.cells());
        page.line(line);
    }
    let arrow = look.glyphs.arrow;
    let (sum, before, after) = (signed(it.sum()), signed(it.then), signed(it.now));
    let total = format!("sum {sum} = margin {before} {arrow} {after}");
    page.text(&total, theme.strong);
}

/// `Security      3.0→8.0   7→15%  -12.2`
fn criterion(
    app: &App,
    look: &Look,
    then: Judged<'_>,
    comparison: &Comparison,
    shift: Shift,
    cells: usize,
) -> Vec<Span<'static>> {
    let theme = &look.theme;
    let share_width = if cells >= WITH_SHARES { SHARE } else { 0 };
    let room = cells.saturating_sub(1 + IMPORTANCE + share_width + NUMBER - 1);
    let name = match (shift.now, shift.then) {
        (Some(j), _) => &app.judgement().criterion(app.decision(), j).name,
        (None, Some(j)) => &then.judgement.criterion(app.decision(), j).name,
        (None, None) => return Vec::new(),
    };
    let both = |before: String, after: String, unit: &str| {
        let arrow = look.glyphs.arrow;
        if before == after {
            format!("{after}{unit}")
        } else {
            format!("{before}{arrow}{after}{unit}")
        }
    };
    let importance = both(
        shift.then.map_or_else(none, |j| then.judgement.importance(j).to_string()),
        shift.now.map_or_else(none, |j| app.judgement().importance(j).to_string()),
        "",
    );
    let percent = |share: f64| format!("{:.0}", 100.0 * share);
    let share = both(
        percent(shift.then.map_or(0.0, |j| then.assessment.share(j))),
        percent(shift.now.map_or(0.0, |j| app.assessment().share(j))),
        "%",
    );
    let change = signed(shift.change);
    let gainer = match change.as_str() {
        "0.0" => None,
        _ if shift.change > 0.0 => Some(comparison.first),
        _ => Some(comparison.second),
    };
    let mut spans = vec![
        Span::styled(look.fit(name, room), theme.text),
        Span::styled(format!("{importance:>IMPORTANCE$}"), theme.text),
    ];
    if share_width > 0 {
        spans.push(Span::styled(format!("{share:>SHARE$}"), theme.dim));
    }
    spans.push(Span::styled(format!("{change:>width$}", width = NUMBER - 1), theme.leader(gainer)));
    spans
}

/// The importance of a criterion that is not there.
fn none() -> String {
    "-".to_owned()
}
