//! The sources: how far each is trusted, which way it leans, and the verdict without it.
//!
//! ```text
//!                                   claims    alone  trust             without
//! ▸ [1] A guide                         93   D 12.3  ━━━━━━━━━━● 100%   N  4.2
//!
//!  A guide to both, for those who come from neither (The publisher, 2024)
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::listed;
use crate::app::{App, Command, Context, SourceRow, Target, Window};
use crate::assessment::Verdict;
use crate::assessment::words::column_percent;
use crate::decision::Trust;
use crate::ui::pane::{draw_lines, window};
use crate::ui::slider::moved_to;
use crate::ui::text::{cell, wrap};
use crate::ui::{Frame, Look};

/// Lines above the list: two that say what to do, and the heads of the columns.
const ABOVE: u16 = 3;

/// Lines below it: air, and the name of the selected source in full.
const BELOW: u16 = 3;

/// Lines that are not the list's: those around it, and the frame.
pub(super) const AROUND: usize = ABOVE as usize + BELOW as usize + 2;

/// From so many lines on there is room to say what to do, and from so many for the name at the cost
/// of the list.
const HIGH: u16 = 8;
const HIGHER: u16 = 12;

/// Cells of a trust's track: where there is room, one for each tenth.
const TRACK: usize = 11;
const SHORT_TRACK: usize = 6;

/// From so many cells on there is room for a long track.
const WIDE: usize = 50;

/// Cells that a title has at least, before columns go.
const TITLE: usize = 14;

/// Cells of each column, the space before it included; 0 for those that have no room.
struct Columns {
    title: usize,
    claims: usize,
    alone: usize,
    track: usize,
    without: usize,
}

/// Cells of the trust beside its track: the space before it, and the figure.
const TRUST: usize = 2 + 5;

impl Columns {
    /// The columns on so many cells. What has no room goes by priority: the verdict alone first.
    fn new(cells: usize, look: &Look) -> Self {
        let verdict = look.tag_width() + 8;
        let track = if cells < WIDE { SHORT_TRACK } else { TRACK };
        let trust = TRUST + track;
        let mut columns = Self { title: 0, claims: 8, alone: verdict, track, without: verdict };
        let room = cells.saturating_sub(2 + trust + TITLE + 1);
        if columns.claims + columns.alone + columns.without > room {
            columns.alone = 0;
        }
        if columns.claims + columns.without > room {
            columns.claims = 0;
        }
        if columns.without > room {
            columns.without = 0;
        }
        let others = 2 + trust + columns.claims + columns.alone + columns.without + 1;
        columns.title = cells.saturating_sub(others);
        columns
    }

    /// Cells before the track.
    fn track_start(&self) -> usize {
        2 + self.title + self.claims + self.alone + 2
    }
}

/// The part of the overlay that lists so many sources, and below it the one that names the selected
/// one in full.
fn split(inside: Rect, sources: usize) -> (Rect, Rect) {
    let above = if inside.height < HIGH { 1 } else { ABOVE }.min(inside.height);
    let below = if inside.height < HIGHER { 0 } else { BELOW };
    let sources = u16::try_from(sources).unwrap_or(u16::MAX);
    let height = sources.min((inside.height - above).saturating_sub(below));
    let list = Rect { y: inside.y + above, height, ..inside };
    let below = inside.bottom() - list.bottom();
    (
        list,
        Rect {
            y: inside.bottom() - below.saturating_sub(1),
            height: below.saturating_sub(1),
            ..inside
        },
    )
}

/// What of the list is at a position: a track, or a row.
pub(super) fn target(app: &App, look: &Look, inside: Rect, at: Position) -> Target {
    let (list, _) = split(inside, app.decision().sources.len());
    let line = at.y.checked_sub(list.y).map(usize::from);
    let row = line.and_then(|line| listed(line, 0, app.view.overlay));
    let Some(row) = row else { return Target::Overlay };
    let columns = Columns::new(inside.width.into(), look);
    let column = usize::from(at.x.saturating_sub(inside.x));
    let track = columns.track_start()..columns.track_start() + columns.track;
    if track.contains(&column) { trust(app, look, inside, row, at.x) } else { Target::Result(row) }
}

/// Where the mouse in a column moves the trust of a source to.
pub(super) fn trust(app: &App, look: &Look, inside: Rect, source: usize, x: u16) -> Target {
    let columns = Columns::new(inside.width.into(), look);
    let start = i32::from(inside.x) + i32::try_from(columns.track_start()).unwrap_or(0);
    let now = app.judgement().trust(source);
    // A tenth of trust is a point of weight.
    let moved = moved_to(i32::from(x) - start, now.size(), columns.track)
        .and_then(|it| Trust::new(it.size() / 10.0));
    Target::Trust(source, moved.unwrap_or(now))
}

pub(super) fn draw(
    selected: usize,
    app: &App,
    look: &Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    let theme = &look.theme;
    let rows = app.source_rows();
    let cells = usize::from(inside.width);
    let columns = Columns::new(cells, look);
    let key = |command| look.key(Context::List, command).unwrap_or_default();
    let hint = format!(
        "{} and {} move how far you trust the selected source; {} shows what it claims.",
        key(Command::Less),
        key(Command::More),
        key(Command::Open)
    );
    let heading = format!(
        "  {}{:>claims$}{:>alone$}  {}{:>without$}",
        look.fit("", columns.title),
        if columns.claims > 0 { "claims" } else { "" },
        if columns.alone > 0 { "alone" } else { "" },
        look.fit("trust", columns.track + 5),
        if columns.without > 0 { "without" } else { "" },
        claims = columns.claims,
        alone = columns.alone,
        without = columns.without,
    );
    let (list, below) = split(inside, rows.len());
    // Where the names are cut most and there is no room below, the selected one has the line of heads.
    let heading = match inside.height {
        HIGH.. => heading,
        _ => format!(" {}", name(app, selected)),
    };
    // The heads stand right above the list, whatever else has room.
    let heads = list.y.saturating_sub(1).max(inside.y);
    let hint = wrap(&hint, cells.saturating_sub(2)).into_iter().map(|line| format!(" {line}"));
    for (text, y) in hint.zip(inside.y..heads).chain([(heading, heads)]) {
        let at = Rect { y, height: 1.min(inside.height), ..inside };
        frame.render_widget(Line::styled(look.cut(&text, cells), theme.dim), at);
    }
    let window = window(app.view.overlay, list, rows.len(), selected, selected);
    let lines = rows.iter().enumerate().skip(window.offset).map(|(s, row)| {
        let is_selected = s == selected;
        let line = source(app, look, (s, row), &columns, is_selected);
        if is_selected { line.patch_style(theme.cursor) } else { line }
    });
    draw_lines(lines, window, list, look, frame);
    let name = wrap(&name(app, selected), cells.saturating_sub(2));
    for (line, y) in name.into_iter().zip(below.y..below.bottom()) {
        let at = Rect { y, height: 1, ..below };
        frame.render_widget(Line::styled(format!(" {line}"), theme.text), at);
    }
    window
}

/// `[1] A guide (The publisher, 2024)`
fn name(app: &App, s: usize) -> String {
    let it = &app.decision().sources[s];
    let origin: Vec<&str> = it.publisher.iter().chain(&it.published).map(String::as_str).collect();
    let origin =
        if origin.is_empty() { String::new() } else { format!(" ({})", origin.join(", ")) };
    format!("[{}] {}{origin}", s + 1, it.title)
}

fn source<'a>(
    app: &App,
    look: &'a Look,
    (s, row): (usize, &SourceRow),
    columns: &Columns,
    selected: bool,
) -> Line<'a> {
    let theme = &look.theme;
    let trust = app.judgement().trust(s).size();
    let handle = cell(trust, columns.track);
    let marker = if selected { look.glyphs.marker } else { " " };
    let mut spans = vec![
        Span::styled(format!("{marker} "), theme.accent),
        Span::raw(look.fit(name(app, s), columns.title)),
    ];
    if columns.claims > 0 {
        spans.push(Span::styled(format!("{:>1$}", row.claims, columns.claims), theme.dim));
    }
    spans.extend(verdict(row.alone, columns.alone, look));
    spans.push(Span::raw("  "));
    spans.push(Span::raw(look.glyphs.spread.repeat(handle)));
    spans.push(Span::styled(look.glyphs.thumb, theme.strong));
    spans.push(Span::styled(look.glyphs.scale.repeat(columns.track - 1 - handle), theme.faint));
    spans.push(Span::raw(format!("{:>5}", column_percent(trust))));
    spans.extend(verdict(row.without.verdict, columns.without, look));
    Line::from(spans)
}

/// Who would lead, and by how much, in a column of so many cells.
fn verdict(verdict: Option<Verdict>, cells: usize, look: &Look) -> Vec<Span<'_>> {
    match verdict {
        _ if cells == 0 => Vec::new(),
        Some(verdict) => vec![
            Span::raw("  "),
            look.tag(verdict.leader),
            Span::styled(format!("{:>6.1}", verdict.margin), look.theme.leader(verdict.leader)),
        ],
        None => vec![Span::styled(look.fit("    none", cells), look.theme.dim)],
    }
}
