//! The colours of a terminal as red, green and blue.

use ratatui::style::Color;

use crate::ui::theme::number;

/// Red, green and blue.
pub(super) type Rgb = (u8, u8, u8);

/// As SVG has it.
pub(super) fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Between two colours.
pub(super) fn halfway(x: Rgb, y: Rgb) -> Rgb {
    (x.0.midpoint(y.0), x.1.midpoint(y.1), x.2.midpoint(y.2))
}

/// A colour as red, green and blue; `None` for the terminal's own. The sixteen are xterm's.
pub(in crate::ui) fn colour(colour: Color) -> Option<Rgb> {
    const NAMED: [Rgb; 16] = [
        (0, 0, 0),
        (205, 0, 0),
        (0, 205, 0),
        (205, 205, 0),
        (0, 0, 238),
        (205, 0, 205),
        (0, 205, 205),
        (229, 229, 229),
        (127, 127, 127),
        (255, 0, 0),
        (0, 255, 0),
        (255, 255, 0),
        (92, 92, 255),
        (255, 0, 255),
        (0, 255, 255),
        (255, 255, 255),
    ];
    let index = match colour {
        Color::Rgb(r, g, b) => return Some((r, g, b)),
        Color::Indexed(index) => index,
        one_of_sixteen => number(one_of_sixteen)?,
    };
    Some(match index {
        0..=15 => NAMED[usize::from(index)],
        16..=231 => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let cube = index - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        232..=255 => {
            let shade = 8 + 10 * (index - 232);
            (shade, shade, shade)
        }
    })
}
