//! The header: what is decided, who leads, and what would change it. Always there.
//!
//! Owns title and bars; the verdict in words is in [`mod@words`], and how sure it is in [`sure`].

mod sure;
mod words;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::layout::{BARS, Places, bars};
use super::still::Part;
use super::text::{cut_apart, put, width};
use super::{Frame, Look};
use crate::app::{App, Command};
use words::{verdict, words};

/// Cells of an alternative's name beside its bar, at most.
const LONGEST_NAME: usize = 16;

/// Cells of the changes from a use case, mostly.
const CHANGES: usize = 14;

/// Cells that say how many changes there are, at least.
const SHORTEST_CHANGES: usize = 4;

/// Cells of the name of a use case that are worth showing.
const SHORTEST_USE_CASE: usize = 5;

/// From so many cells on, the first line begins with the name of the program.
const BRANDED: usize = 60;

/// Cells of the verdict in words, where there is room for it beside the bars.
const WORDS: u16 = 50;

/// Cells of the words on a screen where the bars have more than enough, and its width.
const WIDE_WORDS: u16 = 78;
const WIDE: u16 = 180;

/// Cells of the words that even a narrow screen has for them: they matter more than long bars.
const NARROW_WORDS: u16 = 25;

pub(super) fn draw(app: &App, look: &Look, places: &Places, frame: &mut Frame) {
    let area = places.header;
    let title = title(app, look, area.width.into());
    if !has_bars(area) {
        put(&title, row(area, 0), frame);
        let lines = brief(app, look, area.width.into(), area.height.saturating_sub(1));
        for (line, y) in lines.iter().zip(1..) {
            put(line, row(area, y), frame);
        }
        return;
    }
    let mut rows = 0;
    let mut put = |line: &Line<'_>, area: Rect| {
        frame.put_row(Part::Header, rows, line, area);
        rows += 1;
    };
    put(&title, row(area, 0));
    let top = if is_tall(app, area) { 2 } else { 1 };
    let (bars_width, words_width) = widths(area);
    let names = name_width(app, bars_width.into());
    let ranges = app.assessment().score_ranges();
    for (line, &alternative) in (0..).zip(app.assessment().ranking().iter().take(bars(app))) {
        let mut at = row(area, top + line);
        at.width = bars_width;
        let bar = bar(app, look, (alternative, ranges[alternative]), names, bars_width.into());
        put(&bar, at);
    }
    let under_bars = top + u16::try_from(bars(app)).unwrap_or(3);
    if under_bars < area.height {
        let mut at = row(area, under_bars);
        at.width = bars_width;
        put(&axis(app, look, names, bars_width.into()), at);
    }
    // There is more to say than there is to show, so that the words have no air above them.
    let lines = area.height - 1;
    let mut words = words(app, look, words_width.into(), lines.into()).into_iter();
    for line in 1..=lines {
        let mut at = row(area, line);
        at.x += bars_width + 2;
        at.width = words_width;
        put(&words.next().unwrap_or_default(), at);
    }
}

/// Cells of the bars, and of the words beside them.
fn widths(area: Rect) -> (u16, u16) {
    let most = if area.width >= WIDE { WIDE_WORDS } else { WORDS };
    let words = most.min(area.width * 9 / 20).max(NARROW_WORDS.min(area.width * 3 / 5));
    (area.width.saturating_sub(words + 3), words)
}

fn row(area: Rect, line: u16) -> Rect {
    Rect { y: area.y + line.min(area.height.saturating_sub(1)), height: 1, ..area }
}

/// ` weigh  Node.js vs Django      Live chat +3 changes      not saved   ? help`
fn title<'a>(app: &'a App, look: &Look, cells: usize) -> Line<'a> {
    let theme = &look.theme;
    let help = match look.key(app.context(), Command::Help) {
        Some(key) => format!("{key} help "),
        None => String::new(),
    };
    // Nobody should work on for an hour who has read over the news that nothing is kept.
    let unsaved = if app.is_unsaved() { "not saved   " } else { "" };
    let room = cells.saturating_sub(width(unsaved) + width(&help) + 1);
    let start = match app.judgement().use_case() {
        Some(use_case) => app.decision().use_cases[use_case].name.clone(),
        None => "Default weights".into(),
    };
    // What is weighed, and for what, matter more than who says so.
    let name = if cells < BRANDED { "" } else { " weigh " };
    let room_for_title = room.saturating_sub(width(name) + 1);
    // A title that cannot be whole leaves half of the room to the use case, if that needs as much; on
    // a narrow screen one that can be goes before it.
    let is_whole = width(&app.decision().title) + SHORTEST_CHANGES <= room_for_title;
    let of_use_case = match (width(&start) + CHANGES).min(room / 2) {
        _ if cells < BRANDED && is_whole => 0,
        half => half,
    };
    let room_for_title = room_for_title.min(room.saturating_sub(of_use_case));
    let title = look.cut(&app.decision().title, room_for_title);
    let used = width(name) + 1 + width(&title);
    let mut spans = vec![
        Span::styled(name, theme.accent.patch(theme.strong)),
        Span::raw(" "),
        Span::styled(title, theme.strong),
    ];
    let count = |n: usize, one: &str, many: &str| match n {
        0 => String::new(),
        1 => format!(" +1 {one}"),
        n => format!(" +{n} {many}"),
    };
    let (judgement, decision) = (app.judgement(), app.decision());
    let counts = [
        judgement.changes(decision),
        judgement.evidence_changes(decision),
        judgement.notes().count(),
    ];
    let changes = format!(
        "{}{}{}",
        count(counts[0], "change", "changes"),
        count(counts[1], "in evidence", "in evidence"),
        count(counts[2], "note", "notes")
    );
    let space = room.saturating_sub(used + 2);
    // Where there is little room, a number says that there are changes.
    let total: usize = counts.iter().sum();
    let changes = if width(&start) + width(&changes) <= space || total == 0 {
        changes
    } else {
        format!(" +{total}")
    };
    // A few letters of a use case say nothing; how many changes there are says something by itself.
    let left = space.saturating_sub(width(&changes));
    let start = match look.cut(&start, left) {
        cut if cut != start && width(&cut) < SHORTEST_USE_CASE => String::new(),
        fitting => fitting.into_owned(),
    };
    let gap = (space + 2).saturating_sub(width(&start) + width(&changes));
    if gap >= 2 && !(start.is_empty() && changes.is_empty()) {
        // In the middle of the screen where it fits there, else as far right as it must. What changes
        // comes behind it, so that it does not jump.
        let middle = cells.saturating_sub(width(&start)) / 2;
        let before = middle.saturating_sub(used).clamp(2, gap);
        spans.push(Span::raw(" ".repeat(before)));
        spans.push(Span::raw(start));
        spans.push(Span::styled(changes, theme.dim));
        spans.push(Span::raw(" ".repeat(gap - before + 1)));
    } else {
        spans.push(Span::raw(" ".repeat(room.saturating_sub(used) + 1)));
    }
    spans.push(Span::styled(unsaved, theme.caution));
    spans.push(Span::styled(help, theme.dim));
    Line::from(spans)
}

/// Cells of the names on so many cells for a bar: they leave some for the bar itself. They hang on all
/// names, so that no bar moves sideways when others come first.
fn name_width(app: &App, cells: usize) -> usize {
    let names = app.decision().alternatives.iter();
    names
        .map(|it| width(&it.name))
        .max()
        .unwrap_or(0)
        .min(LONGEST_NAME)
        .min(cells.saturating_sub(15).max(4))
}

/// ` Node.js  ██████████████████░░────────  84.1`
fn bar<'a>(
    app: &'a App,
    look: &'a Look,
    (alternative, (low, high)): (usize, (f64, f64)),
    names: usize,
    cells: usize,
) -> Line<'a> {
    let style = look.theme.alternative(alternative);
    let others = app.decision().alternatives.iter().map(|it| it.name.as_str());
    let name = &app.decision().alternatives[alternative].name;
    let name = look.fit(cut_apart(name, others, names, look.glyphs.ellipsis), names);
    let track = cells.saturating_sub(names + 9);
    let mut spans =
        vec![Span::raw(" "), Span::styled(name, style.patch(look.theme.strong)), Span::raw("  ")];
    let Some(scores) = app.assessment().scores() else {
        spans.push(Span::styled(look.glyphs.rest.repeat(track), look.theme.faint));
        spans.push(Span::styled("    - ", look.theme.dim));
        return Line::from(spans);
    };
    let score = scores[alternative];
    spans.extend(look.bar_with_range(score / 100.0, (low / 100.0, high / 100.0), track, style));
    spans.push(Span::styled(format!(" {score:5.1}"), style.patch(look.theme.strong)));
    Line::from(spans)
}

/// ` 2 more follow`, where not every alternative has a bar.
fn follow(app: &App, look: &Look, cells: usize) -> Line<'static> {
    match app.decision().alternatives.len() - bars(app) {
        0 => Line::default(),
        1 => Line::styled(look.cut(" 1 more follows", cells), look.theme.dim),
        more => Line::styled(look.cut(format!(" {more} more follow"), cells), look.theme.dim),
    }
}

/// `         0                 50                100`, or only how many follow
fn axis(app: &App, look: &Look, names: usize, cells: usize) -> Line<'static> {
    let track = cells.saturating_sub(names + 9);
    if track < 16 {
        return follow(app, look, cells);
    }
    let half = (track / 2).saturating_sub(1);
    // How many alternatives have no bar stands below the names of those that do.
    let more = match app.decision().alternatives.len() - bars(app) {
        0 => String::new(),
        more if width(&format!(" +{more} more")) + 1 < names + 3 => format!(" +{more} more"),
        more => format!(" +{more}"),
    };
    let text = format!(
        "{}0{}50{}100",
        look.fit(&more, names + 3),
        " ".repeat(half.saturating_sub(1)),
        " ".repeat(track.saturating_sub(half + 5)),
    );
    Line::styled(text, look.theme.dim)
}

/// The alternative whose bar is at a position of the screen.
pub(super) fn bar_at(app: &App, places: &Places, (x, y): (u16, u16)) -> Option<usize> {
    let area = places.header;
    if !has_bars(area) || x.checked_sub(area.x)? >= widths(area).0 {
        return None;
    }
    let top = area.y + if is_tall(app, area) { 2 } else { 1 };
    let line = usize::from(y.checked_sub(top)?);
    app.assessment().ranking().into_iter().take(bars(app)).nth(line)
}

/// Whether there is room for bars.
pub(super) const fn has_bars(area: Rect) -> bool {
    area.height > 2 && area.width >= BARS
}

/// Whether there is room for air and an axis.
fn is_tall(app: &App, area: Rect) -> bool {
    usize::from(area.height) > bars(app).max(2) + 3
}

/// The verdict and the scores in so many lines, for a screen with no room for bars.
fn brief<'a>(app: &App, look: &'a Look, cells: usize, lines: u16) -> Vec<Line<'a>> {
    // Equal shares are said where the verdict is, if there is no other place.
    let equal = if lines <= 1 && app.assessment().has_equal_shares() { "All 0: " } else { "" };
    let (sentence, style) = verdict(app, look, cells.saturating_sub(1 + equal.len()));
    let sentence = format!("{equal}{sentence}");
    let rest = cells.saturating_sub(1 + width(&sentence));
    let sentence = look.cut(sentence, cells.saturating_sub(1));
    let mut verdict = vec![Span::raw(" "), Span::styled(sentence, style.patch(look.theme.strong))];
    if lines > 1 {
        return vec![verdict.into(), scores(app, look, cells).into()];
    }
    verdict.extend(scores(app, look, rest));
    vec![verdict.into()]
}

/// The scores of the first, as many as so many cells have room for.
fn scores<'a>(app: &App, look: &'a Look, mut room: usize) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let Some(scores) = app.assessment().scores() else { return spans };
    for &a in app.assessment().ranking().iter().take(bars(app)) {
        let score = format!(" {:.1}", scores[a]);
        let needed = 2 + look.tag_width() + width(&score);
        if needed > room {
            break;
        }
        room -= needed;
        spans.extend([Span::raw("  "), look.tag(Some(a)), Span::raw(score)]);
    }
    let equal = "  equal shares";
    if app.assessment().has_equal_shares() && width(equal) <= room {
        spans.push(Span::styled(equal, look.theme.dim));
    }
    spans
}
