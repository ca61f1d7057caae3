//! The export pane: the form for writing a report, and the report as it would be written.
//!
//! ```text
//! ╭ form ────────────┬ preview ───────────╮   from 110 columns on; on fewer the preview is below
//! │ formats          │ # Node.js or …     │   the form where there is room, and else takes the place
//! │ scopes           │                    │   of the form when it is asked for
//! │ file, its fate   │                    │
//! ╰──────────────────┴────────────────────╯
//! ```

mod preview;

use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::field;
use crate::app::{Command, Context, ExportForm, ExportState, Fate, Window};
use crate::ui::text::{width, wrap};
use crate::ui::{Frame, Look};

/// How wide the pane is at most.
pub(super) const WIDEST: u16 = 170;

/// From this width on, form and preview stand side by side.
const BESIDE: u16 = 104;

/// Cells of the column of formats.
const FORMAT: usize = 6;

/// Lines of a preview below the form that are worth having.
const BELOW: u16 = 6;

/// Lines that candidates for the path take at most.
const CANDIDATES: usize = 3;

/// Where the form and the preview go.
struct Parts {
    form: Rect,
    preview: Rect,
}

/// What a line of the form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Something to read.
    Text,
    /// Something to choose: a format, or after them a scope.
    Row(usize),
    /// The path.
    Field,
    /// What the keys do.
    Keys,
}

pub(super) fn draw(form: &ExportForm, look: &Look, inside: Rect, frame: &mut Frame) -> Window {
    let parts = parts(form, look, inside);
    let area = parts.form;
    let lines = lines(form, look, area);
    let offset = offset(&lines, area);
    for ((part, line), y) in lines.into_iter().skip(offset).zip(area.y..area.bottom()) {
        let row = Rect { y, height: 1, ..area };
        if part == Part::Field {
            field(&form.path, "", look, row, frame);
        } else {
            frame.render_widget(line, row);
        }
    }
    preview::draw(form, look, area, parts.preview, frame)
}

/// The row of the form at a position: a format, or after them a scope.
pub(super) fn row_at(form: &ExportForm, look: &Look, inside: Rect, at: Position) -> Option<usize> {
    let area = parts(form, look, inside).form;
    let line = usize::from(at.y.checked_sub(area.y).filter(|_| area.contains(at))?);
    let lines = lines(form, look, area);
    match lines.get(line + offset(&lines, area)) {
        Some((Part::Row(row), _)) => Some(*row),
        _ => None,
    }
}

fn parts(form: &ExportForm, look: &Look, inside: Rect) -> Parts {
    let nothing = Rect { height: 0, ..inside };
    if form.reading {
        return Parts { form: nothing, preview: inside };
    }
    if inside.width >= BESIDE {
        // What the formats are for should be read whole.
        let rows = form.formats.iter().map(|it| width(it.about) + FORMAT + 4).max().unwrap_or(0);
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        let width = (inside.width * 2 / 5).max(rows.min(inside.width / 2)).min(64);
        let [form, preview] =
            Layout::horizontal([Constraint::Length(width), Constraint::Fill(1)]).areas(inside);
        return Parts { form, preview };
    }
    let height = u16::try_from(full(form, look, inside.width).len()).unwrap_or(u16::MAX);
    if inside.height >= height.saturating_add(BELOW) {
        let [form, preview] =
            Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]).areas(inside);
        return Parts { form, preview };
    }
    Parts { form: inside, preview: nothing }
}

/// Lines above the first in sight: where even the short form is too long, the file's name and the
/// news matter more than the formats.
fn offset(lines: &[(Part, Line<'_>)], area: Rect) -> usize {
    let path = lines.iter().position(|it| it.0 == Part::Field).unwrap_or(0);
    lines.len().saturating_sub(area.height.into()).min(path)
}

/// The lines of the form, as many as there is room for.
fn lines(form: &ExportForm, look: &Look, area: Rect) -> Vec<(Part, Line<'static>)> {
    let room = usize::from(area.height);
    let fitting = [full, short].into_iter().map(|lines| lines(form, look, area.width));
    fitting.into_iter().find(|it| it.len() <= room).unwrap_or_else(|| {
        let mut lines = shortest(form, look, area.width);
        if form.state == ExportState::Editing {
            // What the keys do stands in the line of hints, too: here it is whole, or not at all.
            if lines.get(room).is_some_and(|it| it.0 == Part::Keys) {
                lines.retain(|it| it.0 != Part::Keys);
            }
            lines.truncate(room);
        }
        lines
    })
}

/// The lines where there is room for what is chosen, not for what could be.
fn short(form: &ExportForm, look: &Look, width: u16) -> Vec<(Part, Line<'static>)> {
    let mut lines = Vec::new();
    let offer = form.offer();
    let room = usize::from(width).saturating_sub(10);
    let mut label = |name: &str, choice: String| {
        for (at, line) in wrap(&choice, room).into_iter().enumerate() {
            let name = if at == 0 { name } else { "" };
            let spans = vec![
                Span::styled(format!(" {name:<6}  "), look.theme.dim),
                Span::styled(line, look.theme.strong),
            ];
            lines.push((Part::Text, Line::from(spans)));
        }
    };
    label("Format", format!("{}: {}", offer.id, offer.about));
    if let Some(scope) = form.scope().and_then(|at| offer.scopes.get(at)) {
        label("Scope", scope.about.to_owned());
    }
    lines.push((Part::Text, Line::styled(" File", look.theme.dim)));
    file(form, look, width, &mut lines);
    lines
}

/// The lines where there is hardly any room: format and scope by their names.
fn shortest(form: &ExportForm, look: &Look, width: u16) -> Vec<(Part, Line<'static>)> {
    let report = form.report();
    let choices = [("Format", Some(report.format)), ("Scope", report.scope)];
    let chosen = choices.into_iter().filter_map(|(label, name)| Some((label, name?)));
    let spans = chosen.flat_map(|(label, name)| {
        [
            Span::styled(format!(" {label} "), look.theme.dim),
            Span::styled(format!("{name} "), look.theme.strong),
        ]
    });
    let mut lines = vec![(Part::Text, spans.collect())];
    file(form, look, width, &mut lines);
    lines
}

/// The lines of the form where there is room for all of them.
fn full(form: &ExportForm, look: &Look, width: u16) -> Vec<(Part, Line<'static>)> {
    let theme = &look.theme;
    let cells = usize::from(width);
    let heading = |text: &str, command: Option<Command>| {
        let key = command.and_then(|it| look.key(Context::Export, it));
        let key = key.map(|key| Span::styled(format!("  {key}"), theme.accent));
        let heading = Span::styled(format!(" {text}"), theme.dim);
        (Part::Text, std::iter::once(heading).chain(key).collect::<Line<'static>>())
    };
    let row = |at: usize, chosen: bool, name: &'static str, names: usize, about: &'static str| {
        let marker = if chosen { look.glyphs.marker } else { " " };
        let line = Line::from(vec![
            Span::styled(format!(" {marker} "), theme.accent),
            Span::styled(look.fit(name, names), theme.strong),
            Span::styled(look.cut(about, cells.saturating_sub(names + 4)), theme.dim),
        ]);
        (Part::Row(at), if chosen { line.patch_style(theme.cursor) } else { line })
    };
    let mut lines = vec![heading("Format", None)];
    for (at, format) in form.formats.iter().enumerate() {
        lines.push(row(at, at == form.format, format.id, FORMAT, format.about));
    }
    lines.push((Part::Text, Line::default()));
    let scopes = form.offer().scopes;
    if scopes.is_empty() {
        lines.push(heading("Scope", None));
        lines.push((Part::Text, Line::styled("   always everything", theme.dim)));
        // As many lines as elsewhere: what is below stays where it is when the format changes.
        if form.formats.iter().any(|it| it.scopes.len() > 1) {
            lines.push((Part::Text, Line::default()));
        }
    } else {
        lines.push(heading("Scope", Some(Command::Scope)));
        for (at, scope) in scopes.iter().enumerate() {
            let chosen = form.scope() == Some(at);
            lines.push(row(form.formats.len() + at, chosen, scope.name, 9, scope.about));
        }
    }
    lines.push((Part::Text, Line::default()));
    lines.push((Part::Text, Line::styled(" File", theme.dim)));
    file(form, look, width, &mut lines);
    lines
}

/// The lines about the file: its path, what would become of it, and what to do.
fn file(form: &ExportForm, look: &Look, width: u16, lines: &mut Vec<(Part, Line<'static>)>) {
    let theme = &look.theme;
    let cells = usize::from(width).saturating_sub(3);
    lines.push((Part::Field, Line::default()));
    let mut say = |part: Part, text: &str, style: Style, most: usize| {
        let said = wrap(text, cells);
        let left_out = said.len() > most;
        for (at, line) in said.into_iter().take(most).enumerate() {
            let more = if left_out && at + 1 == most { look.glyphs.ellipsis } else { "" };
            lines.push((part, Line::styled(format!(" {line}{more}"), style)));
        }
    };
    let (fate, style) = match form.found.as_ref().map(|it| &it.fate) {
        _ if form.path.text().trim().is_empty() => (String::new(), theme.dim),
        // Why it did not work says it.
        _ if matches!(form.state, ExportState::Failed(_)) => (String::new(), theme.dim),
        // Until the disk has answered: blank, and as high.
        None => (String::new(), theme.dim),
        Some(fate @ (Fate::New | Fate::Replaced { .. })) if form.is_named_otherwise() => {
            let (fate, _) = words(fate, look);
            (format!("{fate}; its content will be {}", form.offer().id), theme.caution)
        }
        Some(fate) => words(fate, look),
    };
    say(Part::Text, &fate, style, 2);
    if !form.candidates.is_empty() {
        say(Part::Text, &form.candidates.join("  "), theme.strong, CANDIDATES);
    }
    let key = |command| look.key(Context::Export, command).unwrap_or_default();
    let (write, leave) = (key(Command::Open), key(Command::Close));
    match &form.state {
        ExportState::Editing => {
            let leaves = format!("{leave} leaves everything as it is.");
            // Until the disk has answered, it is taken to be in order: mostly it is.
            let can_be = match form.found.as_ref().map(|it| &it.fate) {
                _ if form.path.text().trim().is_empty() => false,
                None | Some(Fate::New | Fate::Replaced { .. } | Fate::Through) => true,
                Some(Fate::Folder | Fate::NoFolder(_) | Fate::Unwritable(_)) => false,
            };
            let both = format!("{write} writes it, {leaves}");
            say(Part::Keys, if can_be { &both } else { &leaves }, theme.dim, 3);
        }
        ExportState::Exists => {
            let question =
                format!("This file exists. {write} again replaces it; another name keeps it.");
            say(Part::Text, &question, theme.caution, 3);
        }
        ExportState::Failed(why) => say(Part::Text, why, theme.caution, 5),
    }
}

/// What would become of the file, in words, and how they look.
fn words(fate: &Fate, look: &Look) -> (String, Style) {
    let theme = &look.theme;
    match fate {
        Fate::New => ("a new file".into(), theme.dim),
        Fate::Replaced { bytes, day } => {
            let day = day.as_ref().map(|it| format!(" from {it}")).unwrap_or_default();
            (format!("replaces a file of {}{day}", size(*bytes)), theme.caution)
        }
        Fate::Through => ("a device or a pipe".into(), theme.dim),
        Fate::Folder => ("a folder: give a file name".into(), theme.caution),
        Fate::NoFolder(folder) => (format!("the folder {folder} does not exist"), theme.caution),
        Fate::Unwritable(why) => (format!("this place {why}"), theme.caution),
    }
}

/// So many bytes, as files are listed.
fn size(bytes: u64) -> String {
    match bytes {
        1 => "1 byte".into(),
        0..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

#[cfg(test)]
mod tests;
