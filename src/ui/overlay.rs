//! What lies over the panes: help, search, command palette, forms, and lists.

mod disagreements;
mod export;
mod find;
mod form;
mod help;
mod reference;
mod robustness;
mod sources;
mod trouble;

use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::layout::{middle, over_panes, overlay_width};
use super::text::{put, suffix, width};
use super::{Frame, Look, border};
use crate::app::{App, Field, Handle, Overlay, Target, Window};

/// Draws an overlay and says what is in sight of its list or text.
pub(super) fn draw(
    overlay: &Overlay,
    app: &App,
    look: &Look,
    screen: Rect,
    frame: &mut Frame,
) -> Window {
    let area = area(overlay, app, look, screen);
    let title = match overlay {
        Overlay::Help(_) => "Help",
        Overlay::Search(_) => "Search",
        Overlay::Palette(_) => "Commands",
        Overlay::Export(_) => "Export a decision summary",
        Overlay::Form(form) => &form.title,
        Overlay::Sources(_) => "Sources",
        Overlay::Disagreements(_) => "Disagreements",
        Overlay::Robustness(_) => "How sure is it?",
        Overlay::Reference(_) => "Reference",
        Overlay::Trouble(it) => &it.title,
    };
    let inside = framed(title, area, look, frame);
    match overlay {
        Overlay::Help(it) => help::draw(it, look, inside, frame),
        Overlay::Search(search) => find::search(search, app, look, inside, frame),
        Overlay::Palette(palette) => find::palette(palette, app, look, inside, frame),
        Overlay::Export(form) => export::draw(form, look, inside, frame),
        Overlay::Form(form) => form::draw(form, look, inside, frame),
        Overlay::Sources(selected) => sources::draw(*selected, app, look, inside, frame),
        Overlay::Disagreements(selected) => {
            disagreements::draw(*selected, app, look, inside, frame)
        }
        Overlay::Robustness(page) => robustness::draw(page, app, look, inside, frame),
        Overlay::Reference(reference) => reference::draw(reference, app, look, inside, frame),
        Overlay::Trouble(it) => trouble::draw(it, look, inside, frame),
    }
}

/// Below this many lines or cells, an overlay takes all that it can.
const LOW: u16 = 18;
const NARROW: u16 = 60;

/// Where an overlay goes.
pub(super) fn area(overlay: &Overlay, app: &App, look: &Look, screen: Rect) -> Rect {
    let room = over_panes(app, screen);
    if screen.height < LOW || screen.width < NARROW {
        return room;
    }
    let width = overlay_width(widest(overlay), room);
    let cells = usize::from(width - 2);
    let lines = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let height = match overlay {
        Overlay::Help(it) => lines(help::height(it, look, cells - 1)).saturating_add(2),
        Overlay::Search(_) | Overlay::Palette(_) => 30,
        Overlay::Export(_) | Overlay::Reference(_) => u16::MAX,
        Overlay::Form(form) => form::height(form),
        Overlay::Sources(_) => lines(app.decision().sources.len() + sources::AROUND),
        Overlay::Disagreements(_) => {
            let above = disagreements::above(app, cells, usize::MAX).len();
            lines(app.disagreements().len() + above + 2)
        }
        Overlay::Robustness(_) => {
            let all = lines(app.judgement().criteria_count() + robustness::AROUND);
            all.max(robustness::LOWEST)
        }
        Overlay::Trouble(it) => {
            let cells = usize::from(width - trouble::AROUND);
            lines(trouble::lines(it, cells).len()).saturating_add(2)
        }
    };
    middle(room, width, height)
}

/// How wide an overlay is at most.
const fn widest(overlay: &Overlay) -> u16 {
    match overlay {
        Overlay::Help(_) => 84,
        Overlay::Search(_) | Overlay::Disagreements(_) => 90,
        Overlay::Export(_) => export::WIDEST,
        Overlay::Form(_) => 76,
        Overlay::Palette(_) | Overlay::Sources(_) => 110,
        Overlay::Robustness(_) => 118,
        Overlay::Reference(_) => 150,
        Overlay::Trouble(_) => trouble::WIDTH,
    }
}

/// What of an overlay is at a position.
pub(super) fn target(
    overlay: &Overlay,
    app: &App,
    look: &Look,
    screen: Rect,
    at: Position,
) -> Target {
    let area = area(overlay, app, look, screen);
    if !area.contains(at) {
        return Target::Nothing;
    }
    let inside = border::inside(area);
    let Some(line) = at.y.checked_sub(inside.y).map(usize::from) else { return Target::Overlay };
    let window = app.view.overlay;
    let row = match overlay {
        Overlay::Help(_) => return help::target(inside, at),
        Overlay::Trouble(_) => None,
        Overlay::Search(_) | Overlay::Palette(_) => listed(line, find::ABOVE, window),
        Overlay::Form(form) => {
            let body = form::body(form, inside);
            at.y.checked_sub(body.y).and_then(|line| listed(line.into(), 0, window))
        }
        Overlay::Sources(_) => return sources::target(app, look, inside, at),
        Overlay::Disagreements(_) => {
            let above = disagreements::above(app, inside.width.into(), inside.height.into());
            listed(line, above.len(), window)
        }
        Overlay::Robustness(page) => return robustness::target(page, app, look, inside, at),
        Overlay::Reference(reference) => reference::entry_at(reference, app, inside, at.x, at.y),
        Overlay::Export(form) => export::row_at(form, look, inside, at),
    };
    row.map_or(Target::Overlay, Target::Result)
}

/// Where what is dragged in an overlay would come to be with the mouse in a column; `None` when it is
/// out of sight.
pub(super) fn dragged(
    overlay: &Overlay,
    app: &App,
    look: &Look,
    screen: Rect,
    handle: Handle,
    x: u16,
) -> Option<Target> {
    match (overlay, handle) {
        (Overlay::Sources(_), Handle::Trust(source)) => {
            let inside = border::inside(area(overlay, app, look, screen));
            Some(sources::trust(app, look, inside, source, x))
        }
        _ => None,
    }
}

/// The row of a list below so many lines that is at a line of the overlay.
fn listed(line: usize, above: usize, window: Window) -> Option<usize> {
    let row = line.checked_sub(above).filter(|row| *row < window.height)? + window.offset;
    (row < window.length).then_some(row)
}

/// Draws the frame of an overlay on clear ground and returns what is inside.
fn framed(title: &str, area: Rect, look: &Look, frame: &mut Frame) -> Rect {
    let title = look.cut(title, usize::from(area.width).saturating_sub(4));
    let heading = Span::styled(format!(" {title} "), look.theme.accent.patch(look.theme.strong));
    frame.render_widget(Clear, area);
    border::draw(heading, look.theme.accent, look, area, frame)
}

/// Draws a line between two parts of an overlay, as its frame has it.
fn divider(area: Rect, look: &Look, frame: &mut Frame) {
    for y in area.y..area.bottom() {
        let line = Line::styled(look.glyphs.border.vertical_left, look.theme.faint);
        put(&line, Rect { y, width: 1, height: 1, ..area }, frame);
    }
}

/// Draws a line to type in, and puts the terminal's cursor there. Where the text is cut, at either
/// end, there is a sign.
fn field(field: &Field, lead: &str, look: &Look, area: Rect, frame: &mut Frame) {
    let room = usize::from(area.width).saturating_sub(width(lead) + 2).max(1);
    let at = field.text().char_indices().nth(field.cursor()).map_or(field.text().len(), |it| it.0);
    let (before, after) = field.text().split_at(at);
    // What does not fit goes out of sight on the left, as far as the cursor needs.
    let is_cut = width(before) > room;
    let sign = if is_cut { look.glyphs.ellipsis } else { "" };
    let shown_before = suffix(before, room - width(sign).min(room - 1));
    let shown = format!("{shown_before}{after}");
    let shown = look.cut(&shown, room + 1 - width(sign));
    let marked = Style::new().add_modifier(Modifier::REVERSED);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(lead.to_owned(), look.theme.accent),
        Span::styled(sign, look.theme.dim),
        Span::styled(shown, if field.is_marked() { marked } else { Style::new() }),
    ]);
    frame.render_widget(line, Rect { height: 1.min(area.height), ..area });
    let cursor = 1 + width(lead) + width(sign) + width(shown_before);
    let x = area.x + u16::try_from(cursor).unwrap_or(0);
    frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
}
