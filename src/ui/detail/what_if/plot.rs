//! What the chart and the map have in common: a plot with a weight along its lower axis.
//!
//! An end of a scale is the middle of the first or last cell, as on a slider, so that a mark and the
//! mouse on it mean the same.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line};

use crate::ui::text::{cell, width};
use crate::ui::{Frame, Look};

/// Cells left of a plot: the scale's labels, and the axis.
pub(super) const LABELS: u16 = 5;

/// Cells at the left and at the right of a plot: at the right are the tags of curves, and plots below
/// one another have the same scale.
pub(super) fn sides(look: &Look) -> (u16, u16) {
    (LABELS, u16::try_from(look.tag_width()).unwrap_or(2) + 2)
}

/// A line in the coordinates of a plot.
pub(super) struct Stroke {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
    pub(super) style: Style,
}

/// A label below an axis.
pub(super) struct Label {
    /// Weight that it belongs to.
    pub(super) at: f64,
    pub(super) text: String,
    pub(super) style: Style,
    /// How many cells it may stand aside.
    pub(super) reach: u16,
}

/// Which of so many cells stands for a weight.
pub(super) fn step(weight: f64, cells: u16) -> u16 {
    u16::try_from(cell(weight / 10.0, cells.into())).unwrap_or(0)
}

/// The column of a weight.
pub(super) fn column(plot: Rect, weight: f64) -> u16 {
    plot.x + step(weight, plot.width)
}

/// The line of a number on a scale that goes up from `low` to `high`.
pub(super) fn line(plot: Rect, number: f64, (low, high): (f64, f64)) -> u16 {
    let part = 10.0 * (number - low) / (high - low);
    plot.bottom() - 1 - step(part, plot.height)
}

/// Whether a cell belongs to a plot: it is in it, or on its axis.
pub(super) fn touches(plot: Rect, x: u16, y: u16) -> bool {
    Rect { height: plot.height + 1, ..plot }.contains((x, y).into())
}

/// The axes at the left and below.
pub(super) fn axes(look: &Look, plot: Rect, frame: &mut Frame) {
    let border = &look.glyphs.border;
    let buffer = frame.buffer_mut();
    for y in plot.y..plot.bottom() {
        buffer[(plot.x - 1, y)].set_symbol(border.vertical_left).set_style(look.theme.faint);
    }
    let corner = &mut buffer[(plot.x - 1, plot.bottom())];
    corner.set_symbol(border.bottom_left).set_style(look.theme.faint);
    for x in plot.x..plot.right() {
        let axis = &mut buffer[(x, plot.bottom())];
        axis.set_symbol(border.horizontal_bottom).set_style(look.theme.faint);
    }
}

/// A number at the left of a plot.
pub(super) fn beside(plot: Rect, y: u16, number: &str, style: Style, frame: &mut Frame) {
    let buffer = frame.buffer_mut();
    buffer.set_string(plot.x - LABELS, y, format!("{number:>4}"), style);
}

/// The labels below the axis, those first that matter most, and the ends of the scale. Each stands
/// as near to its cell as those before leave room; where there is none, it is left out.
pub(super) fn below(look: &Look, plot: Rect, mut labels: Vec<Label>, frame: &mut Frame) {
    for (at, text) in [(0.0, "0"), (10.0, "10")] {
        labels.push(Label { at, text: text.into(), style: look.theme.dim, reach: 0 });
    }
    let mut taken: Vec<(u16, u16)> = Vec::new();
    for label in labels {
        let cells = u16::try_from(width(&label.text)).unwrap_or(u16::MAX);
        let Some(last) = plot.right().checked_sub(cells).filter(|last| *last >= plot.x) else {
            continue;
        };
        let wanted = column(plot, label.at).saturating_sub(cells / 2).clamp(plot.x, last);
        let near = (0..=label.reach).flat_map(|by| [wanted.saturating_sub(by), wanted + by]);
        // A cell of air between two labels.
        let is_free = |start: &u16| {
            (plot.x..=last).contains(start)
                && taken.iter().all(|(from, to)| start + cells < *from || *to < *start)
        };
        if let Some(start) = near.into_iter().find(is_free) {
            frame.buffer_mut().set_string(start, plot.bottom() + 1, label.text, label.style);
            taken.push((start, start + cells));
        }
    }
}

/// Strokes that belong together, and the sign that they are made of without Unicode.
pub(super) type Layer = (Vec<Stroke>, &'static str);

/// Draws lines over what a plot shows, in dots finer than cells. On the vertical axis the ends are
/// `low` and `high`.
pub(super) fn strokes(
    look: &Look,
    plot: Rect,
    (low, high): (f64, f64),
    layers: &[Layer],
    frame: &mut Frame,
) {
    let marker = if look.glyphs.ascii { Marker::Dot } else { Marker::Braille };
    // Dots in a cell, and so how far beyond the middle of the first and last cell a plot reaches.
    let (dots_across, dots_up) = if look.glyphs.ascii { (1.0, 1.0) } else { (2.0, 4.0) };
    let beyond = |dots: f64, cells: u16, span: f64| {
        span * (dots - 1.0) / 2.0 / (dots * f64::from(cells.max(2) - 1))
    };
    let aside = beyond(dots_across, plot.width, 10.0);
    let above = beyond(dots_up, plot.height, high - low);
    // Lines of dots share cells where they meet, but for that they have to be on one canvas.
    let together = if look.glyphs.ascii { 1 } else { layers.len().max(1) };
    for layers in layers.chunks(together) {
        let canvas = Canvas::default()
            .marker(marker)
            .x_bounds([-aside, 10.0 + aside])
            .y_bounds([low - above, high + above])
            .paint(|context| {
                for Stroke { from, to, style } in layers.iter().flat_map(|it| &it.0) {
                    let colour = style.fg.unwrap_or_default();
                    context.draw(&Line::new(from.0, from.1, to.0, to.1, colour));
                }
            });
        // The canvas would wipe out what is between its lines.
        let mut drawn = Buffer::empty(plot);
        canvas.render(plot, &mut drawn);
        let buffer = frame.buffer_mut();
        for position in plot.positions().filter(|at| drawn[*at].symbol() != " ") {
            buffer[position] = drawn[position].clone();
            if look.glyphs.ascii {
                buffer[position].set_symbol(layers[0].1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;

    #[test]
    fn lines_that_share_a_cell_are_both_in_it() {
        let mut frame = Frame::new(Size::new(6, 1));
        let level = |score: f64| {
            let stroke = Stroke { from: (0.0, score), to: (10.0, score), style: Style::new() };
            (vec![stroke], "*")
        };
        let layers = [level(0.0), level(1.0)];
        strokes(&Look::default(), frame.area(), (0.0, 1.0), &layers, &mut frame);
        // The ends of the scale are in the middle of the outer cells.
        for cell in &frame.buffer().content[1..5] {
            let pattern = cell.symbol().chars().next().map(u32::from).expect("a sign") - 0x2800;
            assert_eq!(pattern.count_ones(), 4, "{}", cell.symbol());
        }
    }
}
