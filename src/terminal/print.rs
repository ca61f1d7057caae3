//! Cells in short: all that is to be seen of one in sixteen bytes.
//!
//! A frame is compared with the last one at every key. Of the last one there are its prints, which are
//! a third of its cells and need no taking apart.

use ratatui::buffer::Cell;
use ratatui::style::Color;

use crate::ui;

/// What is to be seen of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Print(u128);

/// In the place of a symbol that is too long: no bytes of a text.
const LONG: u32 = u32::MAX;

impl Print {
    /// That of a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        let symbol = match *cell.symbol().as_bytes() {
            [a] => u32::from(a),
            [a, b, c] => u32::from_le_bytes([a, b, c, 0]),
            [a, b] => u32::from_le_bytes([a, b, 0, 0]),
            [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
            [] => 0,
            _ => LONG,
        };
        let colours = u64::from(colour(cell.fg)) << 32 | u64::from(colour(cell.bg));
        let rest = u64::from(symbol) << 32 | u64::from(cell.modifier.bits());
        Self(u128::from(colours) << 64 | u128::from(rest))
    }

    /// Whether the symbol is a single byte.
    pub(super) const fn is_of_a_byte(self) -> bool {
        self.0 >> 32 & LONG as u128 <= 0x7f
    }

    /// Whether it says all there is to say; else cells with the same one may differ.
    pub(super) const fn is_whole(self) -> bool {
        self.0 >> 32 & LONG as u128 != LONG as u128
    }
}

/// A colour as a number of its own.
fn colour(colour: Color) -> u32 {
    match colour {
        Color::Reset => 0,
        Color::Rgb(r, g, b) => u32::from_be_bytes([1, r, g, b]),
        Color::Indexed(index) => u32::from_be_bytes([2, 0, 0, index]),
        named => u32::from_be_bytes([3, 0, 0, ui::number(named).unwrap_or(16)]),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;

    #[test]
    fn cells_have_the_same_print_where_they_look_the_same() {
        let mut cells = Vec::new();
        for symbol in ["", " ", "a", "b", "ä", "━", "●", "字", "𝄞"] {
            for fg in [Color::Reset, Color::Black, Color::White, Color::Rgb(0, 0, 0)] {
                for bg in [Color::Reset, Color::Indexed(0), Color::Indexed(1), Color::Rgb(0, 0, 1)]
                {
                    for modifier in [Modifier::empty(), Modifier::BOLD, Modifier::REVERSED] {
                        let mut cell = Cell::EMPTY;
                        cell.set_symbol(symbol);
                        (cell.fg, cell.bg, cell.modifier) = (fg, bg, modifier);
                        cells.push(cell);
                    }
                }
            }
        }
        for one in &cells {
            assert!(Print::of(one).is_whole());
            for other in &cells {
                assert_eq!(Print::of(one) == Print::of(other), one == other, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn what_is_too_long_for_it_is_not_taken_for_the_same() {
        let print = |symbol: &str| Print::of(Cell::EMPTY.clone().set_symbol(symbol));
        assert!(!print("👩\u{200d}👩").is_whole() && !print("e\u{301}\u{301}").is_whole());
        assert!(print("e\u{301}").is_whole());
    }
}
