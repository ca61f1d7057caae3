//! What is on the screen, from the one table of figures, and the keys, from the one table of
//! commands.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{COMMANDS, Command, Context, Figure, Group, Help, Window};
use crate::ui::Look;
use crate::ui::pane::draw_lines;
use crate::ui::text::{width, wrap};

/// Cells of the column of keys and figures.
const KEYS: usize = 18;

pub(super) fn draw(help: &Help, look: &Look, inside: Rect, frame: &mut Frame) -> Window {
    let lines = lines(help, look, usize::from(inside.width).saturating_sub(1));
    let window = Window { offset: help.offset, height: inside.height.into(), length: lines.len() };
    let window = Window { offset: help.offset.min(window.furthest()), ..window };
    draw_lines(lines.into_iter().skip(window.offset), window, inside, look, frame);
    window
}

/// The help, on so many cells.
pub(super) fn lines(help: &Help, look: &Look, cells: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for spot in &help.spots {
        let heading = format!(" What you see: {}", spot.title());
        lines.push(Line::styled(look.cut(&heading, cells), look.theme.dim));
        for Figure { label, meaning, .. } in Figure::of(*spot) {
            let written = |text| look.glyphs.written(text);
            push(&mut lines, &written(label), &written(meaning), look, cells);
        }
        lines.push(Line::default());
    }
    for group in Group::ALL {
        lines.push(Line::styled(format!(" {}", group.title()), look.theme.dim));
        for row in COMMANDS.iter().filter(|row| row.group == group) {
            let (command, help) = match row.command {
                // The eleven positions of a slider stand in one line.
                Command::Set(importance) if importance.tenths() > 0 => continue,
                Command::Set(_) => (row.command, "Set the importance: 0 to 9, and 10".to_owned()),
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

fn push(lines: &mut Vec<Line<'static>>, keys: &str, help: &str, look: &Look, cells: usize) {
    let keys = if width(keys) <= KEYS { look.fit(keys, KEYS) } else { format!("{keys} ") };
    let room = cells.saturating_sub(width(&keys) + 3).max(8);
    let mut lead = Some(Span::styled(format!(" {keys} "), look.theme.accent));
    let indent = " ".repeat(width(&keys) + 2);
    for line in wrap(help, room) {
        let lead = lead.take().unwrap_or_else(|| Span::raw(indent.clone()));
        lines.push(Line::from(vec![lead, Span::raw(line)]));
    }
}

/// The keys of a command: in the panes and among the criteria, else where it has any, in the export
/// pane.
pub(super) fn keys(look: &Look, command: Command) -> String {
    if let Command::Set(importance) = command
        && importance.tenths() == 0
    {
        let first = look.key(Context::Criteria, command).unwrap_or_default();
        let key = |points| {
            crate::decision::Importance::from_tenths(points)
                .and_then(|it| look.key(Context::Criteria, Command::Set(it)))
                .unwrap_or_default()
        };
        return format!("{first} {} {}, {}", look.glyphs.ellipsis, key(90), key(100));
    }
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
    labels.join(" ")
}
