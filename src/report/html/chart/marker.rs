//! What an alternative looks like in every chart: a colour, dashes and a marker.

use super::super::page::{Attributes, Page};
use super::px;

/// Colours, dashes and shapes that there are.
const LOOKS: usize = 8;

/// The classes of an alternative: its colour and its dashes.
pub(super) fn look(alternative: usize) -> String {
    format!("c{} d{}", alternative % LOOKS, shape(alternative))
}

/// The shape of an alternative: where the colours begin again, shapes and colours pair up anew.
fn shape(alternative: usize) -> usize {
    (alternative + alternative / LOOKS) % LOOKS
}

/// Draws the marker of an alternative, moved by so many pixels from an x that may be in per cent: so
/// it stands in an SVG of its own, whose origin is that place.
pub(super) fn write(alternative: usize, (x, dx, y): (&str, f64, f64), page: &mut Page) {
    let attributes: Attributes<'_> = &[("x", &x), ("y", &px(y)), ("overflow", &"visible")];
    page.element("svg", attributes, |page| {
        let path = match shape(alternative) {
            0 => "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z",
            1 => "M-4.5 -4.5H4.5V4.5H-4.5Z",
            2 => "M0 -5.5L5.5 4.5H-5.5Z",
            3 => "M0 -6L6 0L0 6L-6 0Z",
            4 => "M0 5.5L5.5 -4.5H-5.5Z",
            5 => "M-2 -5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z",
            6 => "M-5.5 0L-2.8 -5H2.8L5.5 0L2.8 5H-2.8Z",
            _ => "M-6 -3H6V3H-6Z",
        };
        let class = format!("marker c{}", alternative % LOOKS);
        let moved = format!("translate({} 0)", px(dx));
        page.shape("path", &[("class", &class), ("d", &path), ("transform", &moved)]);
    });
}
