//! The line round a pane or an overlay, with its heading.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::text::put;
use super::{Frame, Look};

/// What is inside the border of an area.
pub(super) fn inside(area: Rect) -> Rect {
    Block::bordered().inner(area)
}

/// Draws a border with a heading round an area and returns what is inside. What the area shows
/// otherwise stays: the library's block goes over each of its cells.
pub(super) fn draw(
    heading: Span<'static>,
    style: Style,
    look: &Look,
    area: Rect,
    frame: &mut Frame,
) -> Rect {
    let set = look.glyphs.border;
    let around = area.intersection(frame.area());
    if around.width < 2 || around.height < 2 {
        return inside(area);
    }
    let (left, right) = (around.x, around.right() - 1);
    let (top, bottom) = (around.y, around.bottom() - 1);
    let buffer = frame.buffer_mut();
    let mut set_cell = |x, y, symbol| {
        buffer[(x, y)].set_symbol(symbol).set_style(style);
    };
    for x in left + 1..right {
        set_cell(x, top, set.horizontal_top);
        set_cell(x, bottom, set.horizontal_bottom);
    }
    for y in top + 1..bottom {
        set_cell(left, y, set.vertical_left);
        set_cell(right, y, set.vertical_right);
    }
    set_cell(left, top, set.top_left);
    set_cell(right, top, set.top_right);
    set_cell(left, bottom, set.bottom_left);
    set_cell(right, bottom, set.bottom_right);
    let edge = Rect { x: left + 1, y: top, width: around.width - 2, height: 1 };
    put(&Line::from(heading), edge, frame);
    inside(area)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;

    #[test]
    fn it_is_drawn_as_the_library_draws_its_own() {
        let look = Look::default();
        let style = Style::new().bold();
        for size in [Size::new(12, 4), Size::new(5, 2), Size::new(2, 3), Size::new(3, 3)] {
            let (mut ours, mut theirs) = (Frame::new(size), Frame::new(size));
            let heading = Span::raw(" Heading ");
            let block = Block::bordered()
                .border_set(look.glyphs.border)
                .border_style(style)
                .title(heading.clone());
            let area = theirs.area();
            theirs.render_widget(block, area);
            assert_eq!(draw(heading, style, &look, area, &mut ours), inside(area));
            assert_eq!(ours.buffer(), theirs.buffer());
        }
    }

    #[test]
    fn where_there_is_no_room_for_it_there_is_none() {
        let mut frame = Frame::new(Size::new(4, 1));
        let blank = frame.clone();
        let area = frame.area();
        let _ = draw(Span::raw("a"), Style::new(), &Look::default(), area, &mut frame);
        assert_eq!(frame.buffer(), blank.buffer());
    }
}
