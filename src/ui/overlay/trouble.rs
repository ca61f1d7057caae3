//! Why a pack or a session could not be read: a text laid out in lines, to scroll.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{Trouble, Window};
use crate::ui::Look;
use crate::ui::pane::draw_lines;
use crate::ui::text::{prefix, width};

/// Cells of the overlay: diagnostics are laid out for a hundred.
pub(super) const WIDTH: u16 = 104;

pub(super) fn draw(trouble: &Trouble, look: &Look, inside: Rect, frame: &mut Frame) -> Window {
    let lines = lines(trouble, usize::from(inside.width).saturating_sub(1));
    let window =
        Window { offset: trouble.offset, height: inside.height.into(), length: lines.len() };
    let window = Window { offset: window.offset.min(window.furthest()), ..window };
    let shown = lines.into_iter().skip(window.offset).map(|line| {
        let is_head = line.starts_with("error");
        let style = if is_head { look.theme.caution } else { look.theme.text };
        Line::styled(line, style)
    });
    draw_lines(shown, window, inside, look, frame);
    window
}

/// The text on so many cells. It is laid out already: what is too long goes on below, as it stands.
pub(super) fn lines(trouble: &Trouble, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in &trouble.lines {
        let mut rest = line.as_str();
        while width(rest) > cells {
            let head = prefix(rest, cells);
            if head.is_empty() {
                break;
            }
            lines.push(head.to_owned());
            rest = &rest[head.len()..];
        }
        lines.push(rest.to_owned());
    }
    lines
}
