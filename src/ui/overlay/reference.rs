//! The reference: notes by kind and code side by side, a list beside the page that it opens.

use std::borrow::Cow;

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::divider;
use crate::app::{App, Reference, Window};
use crate::decision::NoteKind;
use crate::search::Place;
use crate::ui::detail::reference_page;
use crate::ui::pane::draw_lines;
use crate::ui::{Frame, Look};

/// From this width on, the list and the page are both in sight.
const BOTH: u16 = 70;

/// Where list and page go; `None` where the other one has all the room.
fn split(reference: &Reference, inside: Rect) -> (Option<Rect>, Option<Rect>) {
    if inside.width >= BOTH {
        let list = Constraint::Length((inside.width * 3 / 10).clamp(24, 40));
        let [list, _, page] =
            Layout::horizontal([list, Constraint::Length(1), Constraint::Fill(1)]).areas(inside);
        (Some(list), Some(page))
    } else if reference.reading {
        (None, Some(inside))
    } else {
        (Some(inside), None)
    }
}

/// The entry of the list that is at a line inside the overlay.
pub(super) fn entry_at(
    reference: &Reference,
    app: &App,
    inside: Rect,
    x: u16,
    y: u16,
) -> Option<usize> {
    let list = split(reference, inside).0?;
    if !list.contains((x, y).into()) {
        return None;
    }
    let rows = rows(reference, app);
    let window = window(reference, &rows, list);
    match rows.get(usize::from(y - list.y) + window.offset)? {
        Row::Entry(at) => Some(*at),
        Row::Kind(_) => None,
    }
}

/// A row of the list.
enum Row {
    Kind(&'static str),
    Entry(usize),
}

/// The rows of the list: a heading wherever the kind changes.
fn rows(reference: &Reference, app: &App) -> Vec<Row> {
    let kind = |place: &Place| match place {
        Place::Note(n) => match app.decision().notes[*n].kind {
            NoteKind::Profile => "Portraits",
            NoteKind::Faq => "Questions",
            NoteKind::Concept => "Concepts",
            NoteKind::Guidance => "Guidance",
        },
        Place::Alternative(_) => "Alternatives",
        _ => "Code side by side",
    };
    let mut rows = Vec::new();
    let mut last = "";
    for (at, entry) in reference.entries.iter().enumerate() {
        if kind(entry) != last {
            last = kind(entry);
            rows.push(Row::Kind(last));
        }
        rows.push(Row::Entry(at));
    }
    rows
}

/// The window onto the list that shows the selected entry, in its middle where possible: so it
/// needs no memory.
fn window(reference: &Reference, rows: &[Row], list: Rect) -> Window {
    let at = rows.iter().position(|row| matches!(row, Row::Entry(it) if *it == reference.selected));
    let height = usize::from(list.height);
    let offset = at.unwrap_or(0).saturating_sub(height / 2);
    let window = Window { offset, height, length: rows.len() };
    window.at(offset)
}

pub(super) fn draw(
    reference: &Reference,
    app: &App,
    look: &Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    let theme = &look.theme;
    let (list, page_area) = split(reference, inside);
    if let Some(list) = list {
        let rows = rows(reference, app);
        let window = window(reference, &rows, list);
        let cells = usize::from(list.width).saturating_sub(3);
        let lines = rows.iter().skip(window.offset).map(|row| match row {
            Row::Kind(kind) => Line::styled(format!(" {kind}"), theme.dim),
            Row::Entry(at) => {
                let title = match reference.entries[*at] {
                    Place::Note(n) => &app.decision().notes[n].title,
                    Place::Example(e) => &app.decision().examples[e].title,
                    Place::Alternative(a) => &app.decision().alternatives[a].name,
                    _ => return Line::default(),
                };
                let is_excluded = matches!(reference.entries[*at], Place::Alternative(a)
                    if app.judgement().is_alternative_excluded(a));
                let title = if is_excluded {
                    Cow::from(format!("{title} (excluded)"))
                } else {
                    Cow::from(title)
                };
                let selected = *at == reference.selected;
                let marker = if selected { look.glyphs.marker } else { " " };
                let line = Line::from(vec![
                    Span::styled(format!("{marker} "), theme.accent),
                    Span::raw(look.fit(title, cells)),
                ]);
                match (selected, reference.reading) {
                    (true, false) => line.patch_style(theme.cursor),
                    (true, true) => line.patch_style(theme.strong),
                    _ => line,
                }
            }
        });
        // What tells how far down it is stands on the line between the two, or on the frame.
        if page_area.is_some() {
            divider(Rect { x: list.right(), ..list }, look, frame);
        }
        draw_lines(lines, window, list, look, frame);
    }
    let Some(area) = page_area else {
        return Window { offset: 0, height: inside.height.into(), length: 0 };
    };
    let Some(entry) = reference.entries.get(reference.selected) else { return Window::default() };
    let page = reference_page(*entry, app, look, usize::from(area.width).saturating_sub(1));
    let window =
        Window { offset: reference.offset, height: area.height.into(), length: page.len() };
    let window = window.at(window.offset);
    draw_lines(page.lines(window.offset), window, area, look, frame);
    window
}
