//! What lies over the panes: help, search, the command palette, the export form.

mod export;
mod find;
mod help;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};

use super::Look;
use super::layout::middle;
use crate::app::{App, Field, Overlay, Target, Window};

/// Draws an overlay and says what is in sight of its list or text.
pub(super) fn draw(
    overlay: &Overlay,
    app: &App,
    look: &Look,
    screen: Rect,
    frame: &mut Frame,
) -> Window {
    let area = area(overlay, look, screen);
    let title = match overlay {
        Overlay::Help(_) => "Keys",
        Overlay::Search(_) => "Search",
        Overlay::Palette(_) => "Commands",
        Overlay::Export(_) => "Export a decision summary",
    };
    let inside = framed(title, area, look, frame);
    match overlay {
        Overlay::Help(offset) => help::draw(*offset, look, inside, frame),
        Overlay::Search(search) => find::search(search, app, look, inside, frame),
        Overlay::Palette(palette) => find::palette(palette, app, look, inside, frame),
        Overlay::Export(form) => export::draw(form, look, inside, frame),
    }
}

/// Where an overlay goes.
fn area(overlay: &Overlay, look: &Look, screen: Rect) -> Rect {
    let tall = screen.height.saturating_sub(4);
    match overlay {
        Overlay::Help(_) => {
            let lines = u16::try_from(help::lines(look, 80).len()).unwrap_or(u16::MAX);
            middle(screen, 84, lines.saturating_add(2).min(screen.height - 2))
        }
        Overlay::Search(_) | Overlay::Palette(_) => middle(screen, 90, tall.min(30)),
        Overlay::Export(form) => middle(screen, 70, export::height(form)),
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
    let area = area(overlay, look, screen);
    if !area.contains(at) {
        return Target::Nothing;
    }
    let inside = Block::bordered().inner(area);
    let Some(line) = at.y.checked_sub(inside.y).map(usize::from) else { return Target::Overlay };
    let window = app.view.overlay;
    let row = match overlay {
        Overlay::Help(_) => None,
        Overlay::Search(_) | Overlay::Palette(_) => line
            .checked_sub(find::ABOVE)
            .filter(|row| *row < window.height)
            .map(|row| row + window.offset)
            .filter(|row| *row < window.length),
        Overlay::Export(form) => (line + window.offset)
            .checked_sub(export::ABOVE)
            .filter(|row| *row < form.formats.len()),
    };
    row.map_or(Target::Overlay, Target::Result)
}

/// Draws the frame of an overlay on clear ground and returns what is inside.
fn framed(title: &str, area: Rect, look: &Look, frame: &mut Frame) -> Rect {
    let heading = Span::styled(format!(" {title} "), look.theme.accent.patch(look.theme.strong));
    let block = Block::bordered()
        .border_set(look.glyphs.border)
        .border_style(look.theme.accent)
        .title(heading);
    let inside = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    inside
}

/// Draws a line to type in, its end in sight, and puts the terminal's cursor there.
fn field(field: &Field, lead: &str, look: &Look, area: Rect, frame: &mut Frame) {
    let lead_cells = super::text::width(lead);
    let room = usize::from(area.width).saturating_sub(lead_cells + 2).max(1);
    let before: String = field.text().chars().take(field.cursor()).collect();
    // What does not fit goes out of sight on the left, as far as the cursor needs.
    let mut skipped = 0;
    let mut shown_before = before.as_str();
    while super::text::width(shown_before) > room {
        let mut rest = shown_before.chars();
        rest.next();
        shown_before = rest.as_str();
        skipped += 1;
    }
    let shown: String = field.text().chars().skip(skipped).collect();
    let line = Line::from(vec![
        Span::styled(format!(" {lead}"), look.theme.accent),
        Span::raw(super::text::cut(&shown, room + 1, "")),
    ]);
    frame.render_widget(line, Rect { height: 1, ..area });
    let cursor = 1 + lead_cells + super::text::width(shown_before);
    let x = area.x + u16::try_from(cursor).unwrap_or(0);
    frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
}
