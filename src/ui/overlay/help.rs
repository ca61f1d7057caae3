//! What is on the screen, from the one table of figures, and the keys, from the one table of
//! commands: a section each, one key from the other.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::{COMMANDS, Command, Context, Figure, Group, Help, POSITIONS, Target, Window};
use crate::ui::pane::draw_lines;
use crate::ui::text::{put, width, wrap};
use crate::ui::{Frame, Look};

/// Cells of the column of keys and figures: on so many cells or more, so many.
const COLUMNS: [(usize, usize); 2] = [(60, 18), (40, 11)];

/// Below so many cells, a list of keys and names comes before what they do; and the cells of its
/// column of keys.
const NARROW: usize = 40;
const KEY: usize = 9;

/// The names of the two sections, and the cells between them.
const FIGURES: &str = "Figures";
const KEYS: &str = "Keys";
const BETWEEN: usize = 3;

/// Lines above the text.
const HEAD: u16 = 1;

pub(super) fn draw(help: &Help, look: &Look, inside: Rect, frame: &mut Frame) -> Window {
    put(
        &head(help, look, inside.width.into()),
        Rect { height: 1.min(inside.height), ..inside },
        frame,
    );
    let below = inside.height.saturating_sub(HEAD);
    let inside = Rect { y: inside.bottom() - below, height: below, ..inside };
    let lines = lines(help, look, usize::from(inside.width).saturating_sub(1));
    let window = Window { offset: help.offset, height: inside.height.into(), length: lines.len() };
    let window = window.at(help.offset);
    draw_lines(lines.into_iter().skip(window.offset), window, inside, look, frame);
    window
}

/// The line above the text: the two sections, and how to get from one to the other.
fn head(help: &Help, look: &Look, cells: usize) -> Line<'static> {
    let section = |name: &'static str, is_shown| {
        let shown = look.theme.accent.patch(look.theme.strong).underlined();
        Span::styled(name, if is_shown { shown } else { look.theme.dim })
    };
    let mut spans = vec![
        Span::raw(" "),
        section(FIGURES, !help.keys),
        Span::raw(" ".repeat(BETWEEN)),
        section(KEYS, help.keys),
    ];
    if let Some(key) = look.key(Context::Reader, Command::NextTab) {
        // Most come for the keys.
        let forms = if help.keys {
            [("     ", " shows the figures"), ("  ", ": figures")]
        } else {
            [("     ", " shows the keys"), ("  ", ": keys")]
        };
        let used: usize = spans.iter().map(Span::width).sum();
        let room = cells.saturating_sub(used + width(&key));
        if let Some((gap, other)) = forms.into_iter().find(|it| it.0.len() + it.1.len() <= room) {
            spans.push(Span::raw(gap));
            spans.push(Span::styled(key, look.theme.accent.patch(look.theme.strong)));
            spans.push(Span::raw(other));
        }
    }
    Line::from(spans)
}

/// What a press in the help is on.
pub(super) fn target(inside: Rect, at: Position) -> Target {
    let cell = usize::from(at.x.saturating_sub(inside.x));
    let keys = 1 + FIGURES.len() + BETWEEN;
    match cell {
        _ if at.y != inside.y => Target::Overlay,
        _ if (1..=FIGURES.len()).contains(&cell) => Target::HelpSection(false),
        _ if (keys..keys + KEYS.len()).contains(&cell) => Target::HelpSection(true),
        _ => Target::Overlay,
    }
}

/// How many lines the help has, on so many cells, in its longer section.
pub(super) fn height(help: &Help, look: &Look, cells: usize) -> usize {
    usize::from(HEAD) + figures(help, look, cells).len().max(keys_of_all(look, cells).len())
}

/// The section that is shown, on so many cells.
fn lines(help: &Help, look: &Look, cells: usize) -> Vec<Line<'static>> {
    if help.keys { keys_of_all(look, cells) } else { figures(help, look, cells) }
}

/// What is on the screen.
fn figures(help: &Help, look: &Look, cells: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for spot in &help.spots {
        let heading = format!(" What you see: {}", spot.title());
        lines.push(Line::styled(look.cut(heading, cells), look.theme.dim));
        for Figure { label, meaning, .. } in Figure::of(*spot) {
            let written = |text| look.glyphs.written(text);
            push(&mut lines, &written(label), &written(meaning), look, cells);
        }
        lines.push(Line::default());
    }
    lines.pop();
    lines
}

/// The keys.
fn keys_of_all(look: &Look, cells: usize) -> Vec<Line<'static>> {
    let mut lines = if cells < NARROW { keys_by_name(look, cells) } else { Vec::new() };
    for group in Group::ALL {
        lines.push(Line::styled(format!(" {}", group.title()), look.theme.dim));
        for row in COMMANDS.iter().filter(|row| row.group == group) {
            let (command, help) = match row.command {
                // The eleven positions of a slider stand in one line.
                Command::Set(weight) if weight.tenths() > 0 => continue,
                Command::Set(_) => (row.command, POSITIONS.to_owned()),
                command => (command, row.help.to_owned()),
            };
            push(&mut lines, &keys(look, command), &help, look, cells);
        }
        lines.push(Line::default());
    }
    let mouse = "Click selects, dragging moves a slider or a divider between columns, the wheel scrolls; \
         Shift-drag selects text";
    push(&mut lines, "Mouse", mouse, look, cells);
    lines
}

/// The keys, a line each, to find one among: where there is little room, a page has two sentences.
/// What the hands know comes last.
fn keys_by_name(look: &Look, cells: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for group in Group::ALL.into_iter().rev() {
        lines.push(Line::styled(format!(" {}", group.title()), look.theme.dim));
        for row in COMMANDS.iter().filter(|row| row.group == group) {
            let (keys, name) = match row.command {
                Command::Set(weight) if weight.tenths() > 0 => continue,
                Command::Set(_) => (keys(look, row.command), "set to 0 … 10"),
                command => (labels(look, command).into_iter().next().unwrap_or_default(), row.name),
            };
            let lead = Span::styled(format!(" {} ", look.fit(keys, KEY)), look.theme.accent);
            let name = look.cut(look.glyphs.written(name), cells.saturating_sub(KEY + 2));
            lines.push(Line::from(vec![lead, Span::raw(name)]));
        }
    }
    lines.push(Line::default());
    lines
}

/// Keys, or a figure, with what they are for beside them; below them where there is no room for a
/// column, or they are wider than that.
fn push(lines: &mut Vec<Line<'static>>, keys: &str, help: &str, look: &Look, cells: usize) {
    let column = COLUMNS.iter().find(|(from, _)| cells >= *from).map(|(_, column)| *column);
    let indent = column.map_or(3, |column| column + 2);
    let beside = column.filter(|column| width(keys) <= *column);
    let mut lead = if let Some(column) = beside {
        format!(" {} ", look.fit(keys, column))
    } else {
        let keys = format!(" {}", look.cut(keys, cells.saturating_sub(1)));
        lines.push(Line::styled(keys, look.theme.accent));
        " ".repeat(indent)
    };
    for line in wrap(help, cells.saturating_sub(indent + 1).max(8)) {
        let first = std::mem::replace(&mut lead, " ".repeat(indent));
        lines.push(Line::from(vec![Span::styled(first, look.theme.accent), Span::raw(line)]));
    }
}

/// The keys of a command: in the panes and among the criteria, else where it has any, in the export
/// pane.
pub(super) fn keys(look: &Look, command: Command) -> String {
    if let Command::Set(weight) = command
        && weight.tenths() == 0
    {
        let first = look.key(Context::Criteria, command).unwrap_or_default();
        let key = |points| {
            crate::decision::Weight::from_tenths(points)
                .and_then(|it| look.key(Context::Criteria, Command::Set(it)))
                .unwrap_or_default()
        };
        return format!("{first} {} {}, {}", look.glyphs.ellipsis, key(90), key(100));
    }
    labels(look, command).join(" ")
}

/// The labels of a command's keys.
pub(super) fn labels(look: &Look, command: Command) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for context in [Context::Criteria, Context::Panes] {
        for key in look.keymap.keys(context, command) {
            let label = look.label(key);
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    if labels.is_empty() {
        labels.extend(look.key(Context::Export, command));
    }
    labels
}
