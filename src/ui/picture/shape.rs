//! Characters that have to meet at the edges of their cells, as lines and areas.
//!
//! No two fonts agree on how wide these are, and many take them from another font; as shapes they
//! line up everywhere. Knows nothing of colours and looks.

use std::fmt::Write;

use super::CELL;

/// What a shape is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pen {
    /// An area.
    Full,
    /// An area of which a quarter is covered.
    Quarter,
    /// An area of which half is covered.
    Half,
    /// An area of which three quarters are covered.
    ThreeQuarters,
    /// A line.
    Light,
    /// A heavy line.
    Heavy,
    /// A line of two dashes in a cell, across.
    Dashed,
    /// A line of three dashes in a cell, across.
    Dotted,
    /// A line of four dashes in a cell, downwards.
    Broken,
    /// A dot of braille.
    Dot,
    /// A bullet.
    Bullet,
    /// A disc as wide as a cell.
    Disc,
}

impl Pen {
    /// The attributes of a path drawn with it in a colour. Dashes begin with half a gap, and a dot
    /// is a line of no length.
    pub(super) fn attributes(self, colour: &str) -> String {
        let line = |width: &str, more: &str| {
            format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{more}")
        };
        let dashes = |on: f64, off: f64| {
            format!(" stroke-dasharray=\"{on} {off}\" stroke-dashoffset=\"{}\"", -off / 2.0)
        };
        let round = " stroke-linecap=\"round\"";
        match self {
            Self::Full => format!("fill=\"{colour}\""),
            Self::Quarter => format!("fill=\"{colour}\" fill-opacity=\".25\""),
            Self::Half => format!("fill=\"{colour}\" fill-opacity=\".5\""),
            Self::ThreeQuarters => format!("fill=\"{colour}\" fill-opacity=\".75\""),
            Self::Light => line("1", ""),
            Self::Heavy => line("3", ""),
            Self::Dashed => line("1", &dashes(3.0, 1.5)),
            Self::Dotted => line("1", &dashes(2.0, 1.0)),
            Self::Broken => line("1", &dashes(2.75, 2.0)),
            Self::Dot => line("2.2", round),
            Self::Bullet => line("5", round),
            Self::Disc => line("8.4", round),
        }
    }
}

/// Whether cells of this character in a row make one wide shape.
pub(super) fn runs_on(symbol: char) -> bool {
    matches!(symbol, '─' | '━' | '═' | '╌' | '┄' | '▀'..='█' | '░'..='▓')
}

/// A character as a path from the upper left corner of its cell, `cells` of them wide if it
/// [runs on](runs_on); `None` when it is for a font to draw.
pub(super) fn shape(symbol: char, (x, y): (f64, f64), cells: u16) -> Option<(Pen, String)> {
    let (wide, high) = CELL;
    let run = wide * f64::from(cells);
    let (centre, middle) = (x + wide / 2.0, y + high / 2.0);
    let (right, bottom) = (x + wide, y + high);
    let area = |y: f64, wide: f64, high: f64| format!("M{x} {y}h{wide}v{high}h-{wide}z");
    let across = || format!("M{x} {middle}h{run}");
    let down = || format!("M{centre} {y}v{high}");
    let dot = |x: f64, y: f64| format!("M{x} {y}h0");
    let (bend, straight) = (wide / 2.0, (high - wide) / 2.0);
    let half = |x: f64, y: f64| format!("M{x} {}h{bend}v3h-{bend}z", y - 1.5);
    Some(match symbol {
        '─' => (Pen::Light, across()),
        '━' => (Pen::Heavy, across()),
        // Half light, half heavy.
        '╼' => (Pen::Full, area(middle - 0.5, bend, 1.0) + &half(centre, middle)),
        '╾' => (Pen::Full, half(x, middle) + &area(middle - 0.5, wide, 1.0)),
        '╌' => (Pen::Dashed, across()),
        '┄' => (Pen::Dotted, across()),
        '═' => (Pen::Light, format!("M{x} {}h{run}M{x} {}h{run}", middle - 2.0, middle + 2.0)),
        '│' => (Pen::Light, down()),
        '┃' => (Pen::Heavy, down()),
        '┊' => (Pen::Broken, down()),
        '╭' => (Pen::Light, format!("M{centre} {bottom}v-{straight}q0-{bend} {bend}-{bend}")),
        '╮' => (Pen::Light, format!("M{x} {middle}q{bend} 0 {bend} {bend}v{straight}")),
        '╯' => (Pen::Light, format!("M{centre} {y}v{straight}q0 {bend}-{bend} {bend}")),
        '╰' => (Pen::Light, format!("M{centre} {y}v{straight}q0 {bend} {bend} {bend}")),
        '╱' => (Pen::Light, format!("M{x} {bottom}l{wide}-{high}")),
        '╲' => (Pen::Light, format!("M{x} {y}l{wide} {high}")),
        '╳' => (Pen::Light, format!("M{x} {bottom}l{wide}-{high}M{x} {y}l{wide} {high}")),
        '▀' => (Pen::Full, area(y, run, high / 2.0)),
        '▁'..='█' => {
            let part = high * eighths(symbol, '▁');
            (Pen::Full, area(bottom - part, run, part))
        }
        '▉'..='▏' => (Pen::Full, area(y, wide * (1.0 - eighths(symbol, '▉')), high)),
        '▐' => (Pen::Full, format!("M{centre} {y}H{right}V{bottom}H{centre}z")),
        '░' => (Pen::Quarter, area(y, run, high)),
        '▒' => (Pen::Half, area(y, run, high)),
        '▓' => (Pen::ThreeQuarters, area(y, run, high)),
        '●' => (Pen::Disc, dot(centre, middle)),
        '•' => (Pen::Bullet, dot(centre, middle)),
        '○' => {
            let right_half = format!("M{centre} {}a3.7 3.7 0 0 1 0 7.4", middle - 3.7);
            (Pen::Light, format!("{right_half}a3.7 3.7 0 0 1 0-7.4z"))
        }
        '◇' => (Pen::Light, format!("M{centre} {}l4 4.5l-4 4.5l-4-4.5z", middle - 4.5)),
        '◂' => (Pen::Full, format!("M{} {}l-6 4l6 4z", right - 1.5, middle - 4.0)),
        '▸' => (Pen::Full, format!("M{} {}l6 4l-6 4z", x + 1.5, middle - 4.0)),
        '\u{2800}'..='\u{28ff}' => (Pen::Dot, braille(symbol, (x, y))),
        _ => (Pen::Light, arms(symbol, (centre, middle))?),
    })
}

/// How many eighths a block has more than the first of its kind, and that one's.
fn eighths(symbol: char, first: char) -> f64 {
    f64::from(u32::from(symbol) - u32::from(first) + 1) / 8.0
}

/// The dots of a braille pattern. Unicode counts the upper three on the left, those on the right,
/// and then the lowest two.
fn braille(symbol: char, (x, y): (f64, f64)) -> String {
    const DOTS: [(f64, f64); 8] = [
        (0.0, 0.0),
        (0.0, 1.0),
        (0.0, 2.0),
        (1.0, 0.0),
        (1.0, 1.0),
        (1.0, 2.0),
        (0.0, 3.0),
        (1.0, 3.0),
    ];
    let (wide, high) = (CELL.0 / 2.0, CELL.1 / 4.0);
    let pattern = u32::from(symbol) - 0x2800;
    let mut path = String::new();
    for (bit, (column, row)) in DOTS.iter().enumerate() {
        if (pattern >> bit) & 1 == 1 {
            let (x, y) = (x + (column + 0.5) * wide, y + (row + 0.5) * high);
            let _ = write!(path, "M{x} {y}h0");
        }
    }
    path
}

/// Lines from the centre of a cell to the edges where the character has them.
fn arms(symbol: char, (centre, middle): (f64, f64)) -> Option<String> {
    let edges = match symbol {
        '┌' => "ES",
        '┐' => "SW",
        '└' => "NE",
        '┘' => "NW",
        '├' => "NES",
        '┤' => "NSW",
        '┬' => "ESW",
        '┴' => "NEW",
        '┼' => "NESW",
        _ => return None,
    };
    let (wide, high) = (CELL.0 / 2.0, CELL.1 / 2.0);
    let mut path = String::new();
    for edge in edges.chars() {
        let _ = write!(path, "M{centre} {middle}");
        let _ = match edge {
            'N' => write!(path, "v-{high}"),
            'E' => write!(path, "h{wide}"),
            'S' => write!(path, "v{high}"),
            _ => write!(path, "h-{wide}"),
        };
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_fill_their_share_of_a_cell() {
        for (symbol, path) in [
            ('█', "M0 0h18v19h-18z"),
            ('▌', "M0 0h4.5v19h-4.5z"),
            ('▏', "M0 0h1.125v19h-1.125z"),
            ('▉', "M0 0h7.875v19h-7.875z"),
            ('▄', "M0 9.5h18v9.5h-18z"),
        ] {
            assert_eq!(shape(symbol, (0.0, 0.0), 2), Some((Pen::Full, path.into())), "{symbol}");
        }
    }

    #[test]
    fn braille_has_the_dots_of_its_number() {
        assert_eq!(braille('\u{2800}', (0.0, 0.0)), "");
        assert_eq!(braille('⠁', (9.0, 19.0)), "M11.25 21.375h0");
        assert_eq!(braille('⢀', (0.0, 0.0)), "M6.75 16.625h0");
        assert_eq!(braille('⣿', (0.0, 0.0)).matches('M').count(), 8);
    }

    #[test]
    fn every_sign_of_the_screen_that_is_no_letter_is_a_shape() {
        let glyphs = crate::ui::Glyphs::UNICODE;
        let border = glyphs.border;
        let mut signs = vec![
            border.top_left,
            border.bottom_right,
            border.vertical_left,
            border.horizontal_top,
            glyphs.tied,
            glyphs.notch,
            glyphs.thumb,
            glyphs.thumb_excluded,
            glyphs.ghost,
            glyphs.balance,
            glyphs.tick,
            glyphs.whisker[0],
            glyphs.whisker[1],
            glyphs.whisker[2],
            glyphs.marker,
            glyphs.applied,
            glyphs.scale,
            glyphs.spread,
            glyphs.bullet,
            glyphs.scroll,
        ];
        signs.extend(glyphs.strokes);
        signs.extend(glyphs.leaning);
        signs.extend(glyphs.contribution);
        signs.extend(&glyphs.eighths[1..]);
        signs.extend(glyphs.fills.iter().filter(|it| **it != "·"));
        for sign in signs {
            let symbol = sign.chars().next().expect("a sign");
            assert!(shape(symbol, (0.0, 0.0), 1).is_some(), "{sign}");
        }
    }
}
