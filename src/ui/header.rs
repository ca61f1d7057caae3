//! The header: what is decided, who leads, how sure that is, and what would change it. Always there.
//!
//! ```text
//!  weigh  Node.js vs Django            Live chat and messaging +3 changes              ? help
//!  Leans to Django, 79 % confidence, ahead by 5.0     Django   ██████████████├───█──┤      66.6
//!  Tolerance: no share changes by more than 14 %      Node.js  █████████████├───█────┤     61.6
//!  Closest reversal: 4 % of the weight from AI and ML to One language
//! ```
//!
//! The words stand left, a bar for each alternative right, above the right pane; on a narrow screen the
//! bars stand below the words. Owns title and bars; the sentences are in [`mod@words`].

mod words;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::layout::{Places, bars, bars_beside, has_bars};
use super::text::{cell, cut_apart, put, width};
use super::{Frame, Look};
use crate::app::{App, Command};
use crate::assessment::words::decimal;
pub(super) use words::lines;
use words::{sentences, verdict};

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

/// Cells of a score with the space before it and the one at the edge of the screen.
const SCORE: usize = 7;

/// Cells of the shortest bar that says anything.
const SHORTEST_BAR: usize = 6;

pub(super) fn draw(app: &App, look: &Look, places: &Places, frame: &mut Frame) {
    let area = places.header;
    put(&title(app, look, area.width.into()), row(area, 0), frame);
    let Some(areas) = areas(app, places) else {
        for (line, y) in brief(app, look, area).iter().zip(1..) {
            put(line, row(area, y), frame);
        }
        return;
    };
    let lines = sentences(app, look, areas.words.width.into(), areas.words.height.into());
    for (line, y) in lines.iter().zip(0..) {
        put(line, row(areas.words, y), frame);
    }
    let ranges = app.assessment().open_ranges();
    let names = name_width(app, areas.bars.width.into());
    let ranking = app.assessment().ranking();
    let shown = shown(app, areas.bars.height);
    for (&a, y) in ranking.iter().take(shown).zip(0..) {
        put(
            &bar(app, look, (a, ranges[a]), names, areas.bars.width.into()),
            row(areas.bars, y),
            frame,
        );
    }
    if shown < ranking.len() {
        let more = format!(" {} more", ranking.len() - shown);
        let more = Line::styled(look.cut(more, areas.bars.width.into()), look.theme.dim);
        put(&more, row(areas.bars, areas.bars.height - 1), frame);
    }
}

/// The lines below the title.
struct Areas {
    words: Rect,
    bars: Rect,
}

/// Where words and bars go; `None` where bars have no room.
fn areas(app: &App, places: &Places) -> Option<Areas> {
    if !has_bars(places.screen) {
        return None;
    }
    let header = places.header;
    let below = Rect { y: header.y + 1, height: header.height - 1, ..header };
    if bars_beside(places.screen) {
        // The bars begin where the right pane does, if there is one.
        let words = places.words_width();
        let bars = Rect { x: below.x + words, width: below.width - words, ..below };
        return Some(Areas { words: Rect { width: words, ..below }, bars });
    }
    let bars = u16::try_from(bars(app)).unwrap_or(2).min(below.height - 1);
    let words = Rect { height: below.height - bars, ..below };
    Some(Areas { words, bars: Rect { y: words.bottom(), height: bars, ..below } })
}

/// How many alternatives have a bar on so many lines: all, or the first ones and a line that says how
/// many more there are.
fn shown(app: &App, lines: u16) -> usize {
    let (all, lines) = (app.assessment().compared().len(), usize::from(lines));
    if all <= lines { all } else { lines.saturating_sub(1) }
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
    // That nothing is saved is said for as long as it is so.
    let unsaved = if app.is_unsaved() { "not saved   " } else { "" };
    let room = cells.saturating_sub(width(unsaved) + width(&help) + 1);
    let start = match app.judgement().use_case() {
        Some(use_case) => app.decision().use_cases[use_case].name.clone(),
        None => "Default weights".into(),
    };
    // What is decided, and for what, matter more than the name of the program.
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
        // stands behind it, so that it does not jump.
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

/// Cells of the names on so many cells for a bar: they leave some for the bar itself. They depend on all
/// names, so that no bar moves sideways when another alternative comes first.
fn name_width(app: &App, cells: usize) -> usize {
    let names = app.decision().alternatives.iter();
    let longest = names.map(|it| width(&it.name)).max().unwrap_or(0);
    longest.min(LONGEST_NAME).min(cells.saturating_sub(SHORTEST_BAR + SCORE + 3).max(4))
}

/// ` Node.js  ██████├───█──┤      84.1`
fn bar<'a>(
    app: &'a App,
    look: &'a Look,
    (alternative, range): (usize, (f64, f64)),
    names: usize,
    cells: usize,
) -> Line<'a> {
    let style = look.theme.alternative(alternative);
    let others = app.decision().alternatives.iter().map(|it| it.name.as_str());
    let name = &app.decision().alternatives[alternative].name;
    let name = look.fit(cut_apart(name, others, names, look.glyphs.ellipsis), names);
    let track = cells.saturating_sub(names + 3 + SCORE);
    let mut spans =
        vec![Span::raw(" "), Span::styled(name, style.patch(look.theme.strong)), Span::raw("  ")];
    let Some(scores) = app.assessment().scores() else {
        spans.push(Span::raw(" ".repeat(track)));
        spans.push(Span::styled("     - ", look.theme.dim));
        return Line::from(spans);
    };
    let score = scores[alternative];
    if track >= SHORTEST_BAR {
        spans.extend(whiskered(
            look,
            score / 100.0,
            (range.0 / 100.0, range.1 / 100.0),
            track,
            style,
        ));
    } else {
        spans.push(Span::raw(" ".repeat(track)));
    }
    spans.push(Span::styled(format!(" {score:5.1} "), style.patch(look.theme.strong)));
    Line::from(spans)
}

/// A bar over so many cells that is solid up to `part`, 0 to 1, with a thin whisker from the low to the
/// high end of a range. On the solid part the whisker is drawn in reverse, so that the bar stays solid.
fn whiskered(
    look: &Look,
    part: f64,
    (low, high): (f64, f64),
    cells: usize,
    style: Style,
) -> Vec<Span<'static>> {
    let glyphs = &look.glyphs;
    let mut bar: Vec<(&'static str, Style)> = look.bar_cells(part, cells, style);
    // What is smaller than a cell is not drawn.
    let (from, to) = (cell(low, cells), cell(high, cells));
    let (full, empty) = (glyphs.eighths[8], glyphs.eighths[0]);
    if from < to {
        // The cell in which the bar ends, if it ends within a cell, shows the score.
        let has_no_end = |it: &(&str, Style)| it.0 == full || it.0 == empty;
        let range = bar.iter_mut().enumerate().take(to + 1).skip(from);
        for (x, it) in range.filter(|(_, it)| has_no_end(it)) {
            let sign = match x {
                x if x == from => glyphs.whisker[0],
                x if x == to => glyphs.whisker[2],
                _ => glyphs.whisker[1],
            };
            *it = (sign, if it.0 == full { style.reversed() } else { style });
        }
    }
    bar.chunk_by(|x, y| x.1 == y.1)
        .map(|alike| Span::styled(alike.iter().map(|it| it.0).collect::<String>(), alike[0].1))
        .collect()
}

/// The alternative whose bar is at a position of the screen.
pub(super) fn bar_at(app: &App, places: &Places, (x, y): (u16, u16)) -> Option<usize> {
    let areas = areas(app, places)?;
    let line = usize::from(y.checked_sub(areas.bars.y)?);
    let is_inside = (areas.bars.x..areas.bars.right()).contains(&x);
    let ranking = app.assessment().ranking();
    ranking.into_iter().take(shown(app, areas.bars.height)).nth(line).filter(|_| is_inside)
}

/// The verdict and the scores, for a screen with no room for bars: on two lines, or on one as far as
/// that goes.
fn brief<'a>(app: &App, look: &'a Look, area: Rect) -> Vec<Line<'a>> {
    let cells = usize::from(area.width).saturating_sub(1);
    let (sentence, style) = verdict(app, look, cells);
    let rest = cells.saturating_sub(width(&sentence));
    let sentence = look.cut(sentence, cells).into_owned();
    let mut verdict =
        Line::from(vec![Span::raw(" "), Span::styled(sentence, style.patch(look.theme.strong))]);
    if area.height > 2 {
        return vec![verdict, Line::from(scores(app, look, cells + 1))];
    }
    verdict.extend(scores(app, look, rest));
    vec![verdict]
}

/// The scores of the first, as many as so many cells have room for.
fn scores<'a>(app: &App, look: &'a Look, mut room: usize) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let Some(scores) = app.assessment().scores() else { return spans };
    for &a in app.assessment().ranking().iter().take(bars(app)) {
        let score = format!(" {}", decimal(scores[a]));
        let needed = 2 + look.tag_width() + width(&score);
        if needed > room {
            break;
        }
        room -= needed;
        spans.extend([Span::raw("  "), look.tag(Some(a)), Span::raw(score)]);
    }
    spans
}
