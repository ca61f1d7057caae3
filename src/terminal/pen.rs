//! Cells to bytes, and as few of them as will do: over a slow link that is whether a slider follows
//! the finger.
//!
//! Only what differs from the last cell's look is set. The cursor takes the shorter way. And where
//! few cells change, as when a slider moves, those of one look are drawn together, wherever they
//! are; a frame is shown at once anyway.
//!
//! Crossterm's own commands would do none of that, and under `NO_COLOR` they leave out bold and
//! reverse along with the colours, so that nothing on the screen looks selected any more. Leaving
//! out colours is the theme's work.

use std::{iter, mem};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::ui;

/// So many cells are few; more would show as patches where frames are not shown at once.
const FEW: usize = 256;

/// More looks than this are not worth comparing with one another.
const MANY: usize = 32;

/// So many blanks take fewer bytes to erase than to write.
const LONG: usize = 6;

/// A cell and its place: column, row.
pub(super) type Placed<'a> = (u16, u16, &'a Cell);

/// Writes what draws these cells, given in reading order, on a screen so wide, and leaves the look
/// plain.
pub(super) fn draw(bytes: &mut Vec<u8>, width: u16, mut cells: Vec<Placed>) {
    if cells.len() <= FEW {
        group_by_look(&mut cells);
    }
    let mut pen = Pen { bytes, width, look: Look::default(), at: None, sure: Sure::No };
    let mut rest = &cells[..];
    while let Some(&(x, y, cell)) = rest.first() {
        pen.go_to(x, y);
        pen.put_on(Look::of(cell));
        let (blanks, after) = rest.split_at(blanks(rest));
        if blanks.len() >= LONG && !after.first().is_some_and(|it| it.1 == y && it.0 > x) {
            // The cursor stays where they begin, which is no loss where nothing follows in the row.
            sequence(pen.bytes, blanks.len(), b'X');
            rest = after;
        } else {
            let (now, later) = rest.split_at(blanks.len().max(1));
            for (.., cell) in now {
                pen.write(cell.symbol());
            }
            rest = later;
        }
    }
    pen.put_on(Look::default());
}

/// How many cells side by side, from the first on, can be erased instead of being written. Terminals
/// do not agree on what erasing leaves behind but where it leaves nothing at all.
fn blanks(cells: &[Placed]) -> usize {
    let Some(&(x, y, first)) = cells.first().filter(|it| it.2.symbol() == " ") else { return 0 };
    let look = Look::of(first);
    if look.bg != Color::Reset || !(look.modifier - Modifier::BOLD - Modifier::DIM).is_empty() {
        return 0;
    }
    (x..)
        .zip(cells)
        .take_while(|(at, (x, row, cell))| {
            (*at, y) == (*x, *row) && cell.symbol() == " " && Look::of(cell) == look
        })
        .count()
}

/// Brings together what looks alike, each look followed by the one that it takes fewest bytes to
/// change to.
fn group_by_look(cells: &mut Vec<Placed>) {
    // Clusters may be drawn together with what follows them, on which it depends who comes first.
    if cells.iter().any(|(.., cell)| cell.symbol().chars().nth(1).is_some()) {
        return;
    }
    let mut looks = Vec::new();
    let mut look_of = Vec::with_capacity(cells.len());
    for (.., cell) in &*cells {
        let look = Look::of(cell);
        look_of.push(looks.iter().rposition(|it| *it == look).unwrap_or(looks.len()));
        if look_of.last() == Some(&looks.len()) {
            looks.push(look);
        }
    }
    if looks.len() > MANY {
        return;
    }
    let mut order: Vec<usize> = (0..looks.len()).collect();
    let mut from = Look::default();
    for at in 0..order.len() {
        if let Some(next) = (at..order.len()).min_by_key(|it| from.price(looks[order[*it]])) {
            order[at..=next].rotate_right(1);
        }
        from = looks[order[at]];
    }
    let of = |look| cells.iter().zip(&look_of).filter(move |(_, it)| **it == look);
    *cells = order.into_iter().flat_map(of).map(|(cell, _)| *cell).collect();
}

/// What a cell looks like, its symbol apart.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Writes what changes it to another one: what differs.
    fn change(self, to: Self, bytes: &mut Vec<u8>) {
        if to == self {
            return;
        }
        bytes.extend_from_slice(b"\x1b[");
        let mut is_first = true;
        self.codes_to(to, |code| {
            if !mem::take(&mut is_first) {
                bytes.push(b';');
            }
            if let Some(code) = code {
                number(bytes, code.into());
            }
        });
        bytes.push(b'm');
    }

    /// How many bytes [`Self::change`] writes, but for those around the codes.
    fn price(self, to: Self) -> usize {
        let mut bytes = 0;
        self.codes_to(to, |code| {
            bytes += match code {
                None => 1,
                Some(0..10) => 2,
                Some(10..100) => 3,
                Some(_) => 4,
            };
        });
        bytes
    }

    /// The codes of the sequence that selects graphic renditions (SGR) so that it becomes another one;
    /// `None` for one left out, which makes all plain.
    fn codes_to(self, to: Self, mut code: impl FnMut(Option<u8>)) {
        if to == Self::default() {
            return;
        }
        let mut from = self;
        if from.is_bright() || to.is_bright() {
            // To the console of Linux, bright and bold are one, and either turns the other off.
            code(None);
            from = Self::default();
        }
        let mut code = |it| code(Some(it));
        if to.modifier != from.modifier {
            codes_between(from.modifier, to.modifier, &mut code);
        }
        if to.fg != from.fg {
            codes_of(30, to.fg, &mut code);
        }
        if to.bg != from.bg {
            codes_of(40, to.bg, &mut code);
        }
    }

    /// Whether the text has one of the bright colours of sixteen.
    fn is_bright(self) -> bool {
        ui::number(self.fg).is_some_and(|it| it >= 8)
    }
}

/// Draws cells.
struct Pen<'a> {
    bytes: &'a mut Vec<u8>,
    width: u16,
    look: Look,
    /// Where the terminal has its cursor, if nothing unusual happened.
    at: Option<(u16, u16)>,
    sure: Sure,
}

/// How sure it is that the cursor is where it should be: terminals differ on how wide some symbols
/// are, and on where the cursor is at the end of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    No,
    OfTheRow,
    Yes,
}

impl Pen<'_> {
    fn go_to(&mut self, x: u16, y: u16) {
        match self.at.replace((x, y)) {
            Some(at) if at == (x, y) => {}
            Some(at) if self.sure == Sure::Yes => {
                let start = self.bytes.len();
                step(self.bytes, at, (x, y));
                let end = self.bytes.len();
                jump(self.bytes, (x, y));
                // The shorter of the two.
                if end - start < self.bytes.len() - end {
                    self.bytes.truncate(end);
                } else {
                    self.bytes.drain(start..end);
                }
            }
            Some((_, row)) if self.sure == Sure::OfTheRow && row == y => {
                sequence(self.bytes, usize::from(x) + 1, b'G');
                self.sure = Sure::Yes;
            }
            _ => {
                jump(self.bytes, (x, y));
                self.sure = Sure::Yes;
            }
        }
    }

    fn write(&mut self, symbol: &str) {
        self.bytes.extend_from_slice(symbol.as_bytes());
        self.at = self.at.map(|(x, y)| (x + 1, y));
        let sure = match symbol {
            // Beyond the last column is where the next row begins, or nowhere.
            _ if self.at.is_none_or(|(x, _)| x >= self.width) => Sure::No,
            _ if symbol.len() == 1 => Sure::Yes,
            // Two columns at most, so that it ends in the row where it should.
            _ if symbol.chars().nth(1).is_none() => Sure::OfTheRow,
            _ => Sure::No,
        };
        self.sure = self.sure.min(sure);
    }

    fn put_on(&mut self, look: Look) {
        self.look.change(look, self.bytes);
        self.look = look;
    }
}

/// Writes what makes a row blank, where the look is plain.
pub(super) fn blank(bytes: &mut Vec<u8>, y: u16) {
    jump(bytes, (0, y));
    bytes.extend_from_slice(b"\x1b[2K");
}

/// Writes what moves the cursor to a place, wherever it is.
pub(super) fn jump(bytes: &mut Vec<u8>, (x, y): (u16, u16)) {
    bytes.extend_from_slice(b"\x1b[");
    number(bytes, usize::from(y) + 1);
    bytes.push(b';');
    number(bytes, usize::from(x) + 1);
    bytes.push(b'H');
}

/// Writes what moves the cursor by the way between two places.
fn step(bytes: &mut Vec<u8>, (from_x, from_y): (u16, u16), (x, y): (u16, u16)) {
    let ways = [
        (y.saturating_sub(from_y), b'B'),
        (from_y.saturating_sub(y), b'A'),
        (x.saturating_sub(from_x), b'C'),
        (from_x.saturating_sub(x), b'D'),
    ];
    for (count, direction) in ways {
        match (count, direction) {
            (0, _) => {}
            (1..4, b'D') => bytes.extend(iter::repeat_n(0x08, count.into())),
            // A vertical tab goes down like a line feed, but the line discipline of a terminal in
            // whatever mode makes nothing else of it. The console of Windows does.
            (1..4, b'B') if !cfg!(windows) => bytes.extend(iter::repeat_n(0x0b, count.into())),
            (1, _) => bytes.extend_from_slice(&[0x1b, b'[', direction]),
            _ => sequence(bytes, count.into(), direction),
        }
    }
}

/// Writes a control sequence with a number.
fn sequence(bytes: &mut Vec<u8>, count: usize, end: u8) {
    bytes.extend_from_slice(b"\x1b[");
    number(bytes, count);
    bytes.push(end);
}

/// Writes a number. A frame has hundreds, and the library's formatting is ten times as long about one.
fn number(bytes: &mut Vec<u8>, number: usize) {
    let digit = |unit: usize| b"0123456789"[number / unit % 10];
    match number {
        0..10 => bytes.push(digit(1)),
        10..100 => bytes.extend_from_slice(&[digit(10), digit(1)]),
        100..1000 => bytes.extend_from_slice(&[digit(100), digit(10), digit(1)]),
        _ => {
            self::number(bytes, number / 1000);
            bytes.extend_from_slice(&[digit(100), digit(10), digit(1)]);
        }
    }
}

/// The codes of a colour as a foreground (30) or background (40).
fn codes_of(ground: u8, color: Color, mut code: impl FnMut(u8)) {
    match color {
        Color::Indexed(index) => [ground + 8, 5, index].into_iter().for_each(code),
        Color::Rgb(r, g, b) => [ground + 8, 2, r, g, b].into_iter().for_each(code),
        // The bright ones have codes from 60 on; what is none of the sixteen is the terminal's own.
        color => {
            let number = match ui::number(color) {
                Some(number @ 0..8) => number,
                Some(bright) => 60 - 8 + bright,
                None => 9,
            };
            code(ground + number);
        }
    }
}

/// The codes between two sets of modifiers.
fn codes_between(from: Modifier, to: Modifier, mut code: impl FnMut(u8)) {
    // Some are turned off in pairs; who goes that way unasked comes back.
    let mut left = from;
    for (modifier, _, off) in MODIFIERS {
        if (left - to).contains(modifier) {
            code(off);
            left -= paired(off);
        }
    }
    for (modifier, on, _) in MODIFIERS {
        if (to - left).contains(modifier) {
            code(on);
        }
    }
}

/// Modifiers, with the codes that turn them on and off.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// All that a code turns off.
fn paired(off: u8) -> Modifier {
    MODIFIERS.iter().filter(|(.., it)| *it == off).map(|(modifier, ..)| *modifier).collect()
}

#[cfg(test)]
mod tests;
