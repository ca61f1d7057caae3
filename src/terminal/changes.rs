//! What differs between two frames.
//!
//! Nearly all of a frame are characters of one cell each, and there a cell differs or does not. Near
//! wide characters it is more difficult, since one covers the cells behind it; that is left to the
//! library, which is thorough and takes its time. It trusts terminals to clear the second half of a
//! character whose first half is drawn over, though, and they do not where that is erased.

use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::layout::Rect;

use super::pen::Placed;
use super::print::Print;
use crate::ui::takes_one_cell;

/// The cells that differ from what was shown before, in reading order; where that was nothing, from
/// blank ones. Only those in these `rows` are looked at, which are in reading order and inside of what
/// is now. The `prints` are those of what was shown, and become those of what is.
pub(super) fn changes<'a>(
    before: Option<&Buffer>,
    prints: &mut Vec<Print>,
    now: &'a Buffer,
    rows: &[Rect],
) -> Vec<Placed<'a>> {
    let before = before.filter(|it| it.area == now.area);
    if before.is_none() {
        prints.clear();
        prints.resize(now.content.len(), Print::of(&Cell::EMPTY));
    }
    let was = |at: usize| before.map_or(&Cell::EMPTY, |it| &it.content[at]);
    // A station of a slider changes no more; a vector that grows is copied again and again.
    let mut changed = Vec::with_capacity(256);
    for row in rows {
        let first = now.index_of(row.x, row.y);
        let cells = first..first + usize::from(row.width);
        let here = (row.x..).zip(cells.clone()).zip(&now.content[cells.clone()]);
        for (((x, at), cell), old) in here.zip(&mut prints[cells]) {
            let print = Print::of(cell);
            if print == *old && (print.is_whole() || was(at) == cell) {
                continue;
            }
            let left = if at == 0 { &Cell::EMPTY } else { &now.content[at - 1] };
            let was_narrow = old.is_of_a_byte() || is_narrow(was(at));
            if !(was_narrow && is_narrow(left) && is_narrow(cell)) {
                *prints = now.content.iter().map(Print::of).collect();
                return thoroughly(before, now);
            }
            *old = print;
            changed.push((x, row.y, cell));
        }
    }
    changed
}

/// The same with all that is to be seen of the rows that are to be drawn whole, on blank ones, and
/// these rows: where a symbol of several characters is, or `had_clusters` of the row was. Terminals
/// differ on how wide such a one is, on which cells it covers, and on what becomes of a character
/// that is written behind it later.
pub(super) fn with_whole_rows<'a>(
    changed: Vec<Placed<'a>>,
    now: &'a Buffer,
    had_clusters: impl Fn(u16) -> bool,
) -> (Vec<Placed<'a>>, Vec<u16>) {
    let mut rows = Vec::new();
    for &(_, y, cell) in &changed {
        if rows.last() != Some(&y) && (is_cluster(cell) || had_clusters(y)) {
            rows.push(y);
        }
    }
    if rows.is_empty() {
        return (changed, rows);
    }
    let mut cells = Vec::with_capacity(changed.len());
    for row in changed.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        let y = row[0].1;
        if rows.binary_search(&y).is_err() {
            cells.extend_from_slice(row);
            continue;
        }
        let mut x = now.area.x;
        while x < now.area.right() {
            let cell = &now[(x, y)];
            if *cell != Cell::EMPTY {
                cells.push((x, y, cell));
            }
            x += cell.cell_width().max(1);
        }
    }
    (cells, rows)
}

/// Whether any symbol of a row is one of several characters.
pub(super) fn has_clusters(buffer: &Buffer, y: u16) -> bool {
    let start = buffer.index_of(buffer.area.x, y);
    buffer.content[start..start + usize::from(buffer.area.width)].iter().any(is_cluster)
}

/// Whether a symbol is one of several characters.
fn is_cluster(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.len() > 1 && symbol.chars().nth(1).is_some()
}

/// The same with what lies between two of them, where to write that again takes fewer bytes than to
/// step over it: up to three plain characters that look like what they are between.
pub(super) fn bridged<'a>(changed: Vec<Placed<'a>>, now: &'a Buffer) -> Vec<Placed<'a>> {
    const LONGEST: u16 = 3;
    let looks = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let mut bridged: Vec<Placed> = Vec::with_capacity(changed.len());
    for (x, y, cell) in changed {
        if let Some((from, row, left)) = bridged.last().copied()
            && row == y
            && (from + 2..=from + 1 + LONGEST).contains(&x)
            && looks(left) == looks(cell)
            && left.symbol().len() == 1
        {
            let between = (from + 1..x).map(|x| (x, y, &now[(x, y)]));
            if between.clone().all(|(.., it)| it.symbol().len() == 1 && looks(it) == looks(cell)) {
                bridged.extend(between);
            }
        }
        bridged.push((x, y, cell));
    }
    bridged
}

/// The same, whatever is in the cells.
fn thoroughly<'a>(before: Option<&Buffer>, now: &'a Buffer) -> Vec<Placed<'a>> {
    let Some(before) = before else { return Buffer::empty(now.area).diff(now) };
    let mut changed = Vec::new();
    let mut library = before.diff_iter(now).peekable();
    while let Some((x, y, cell)) = library.next() {
        changed.push((x, y, cell));
        let end = (x + before[(x, y)].cell_width()).min(now.area.right());
        for bared in x + cell.cell_width().max(1)..end {
            if library.peek().is_some_and(|(x, row, _)| (bared, y) == (*x, *row)) {
                break;
            }
            changed.push((bared, y, &now[(bared, y)]));
        }
    }
    changed
}

/// Whether a cell neither covers the next one nor is covered by the last.
fn is_narrow(cell: &Cell) -> bool {
    takes_one_cell(cell.symbol())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Modifier, Style};

    use super::*;

    const AREA: Rect = Rect { x: 0, y: 0, width: 9, height: 3 };

    /// The changes, with the prints of what was shown.
    fn differing<'a>(before: Option<&Buffer>, now: &'a Buffer) -> Vec<Placed<'a>> {
        let prints = |buffer: &Buffer| buffer.content.iter().map(Print::of).collect::<Vec<_>>();
        let mut shown = before.map(prints).unwrap_or_default();
        let rows: Vec<Rect> = now.area.rows().collect();
        let changed = changes(before, &mut shown, now, &rows);
        assert_eq!(shown, prints(now));
        changed
    }

    /// Texts at places, in one of two looks.
    fn buffer() -> impl Strategy<Value = Buffer> {
        let text = prop_oneof!["[a-c ━●]{1,6}", "[a漢字e\u{301}❤\u{fe0f}👩\u{200d}👩 ]{1,6}"];
        let place = (0..AREA.width, 0..AREA.height, text, any::<bool>());
        prop::collection::vec(place, 0..6).prop_map(|texts| {
            let mut buffer = Buffer::empty(AREA);
            for (x, y, text, bold) in texts {
                let bold = if bold { Modifier::BOLD } else { Modifier::empty() };
                buffer.set_string(x, y, text, Style::new().add_modifier(bold));
            }
            buffer
        })
    }

    proptest! {
        #[test]
        fn what_differs_is_what_the_library_says_differs(before in buffer(), now in buffer()) {
            let changed = differing(Some(&before), &now);
            let library = before.diff(&now);
            prop_assert!(library.iter().all(|it| changed.contains(it)), "{changed:?} {library:?}");
            prop_assert!(changed.is_sorted_by_key(|(x, y, _)| (*y, *x)), "{changed:?}");
            // Besides, only what a wide character covered.
            for &(x, y, cell) in changed.iter().filter(|it| !library.contains(it)) {
                let covers = |left: u16| left + before[(left, y)].cell_width() > x;
                prop_assert!((0..x).any(covers), "{x} {y} {cell:?}");
            }
            prop_assert_eq!(differing(None, &now), Buffer::empty(AREA).diff(&now));
            prop_assert_eq!(differing(Some(&now), &now), []);
        }
    }

    #[test]
    fn a_wide_character_goes_with_both_halves() {
        let of = |before: &str, now: &str| {
            let (before, now) = (Buffer::with_lines([before]), Buffer::with_lines([now]));
            differing(Some(&before), &now).into_iter().map(|it| it.0).collect::<Vec<_>>()
        };
        assert_eq!(of("漢.", "  ."), [0, 1]);
        assert_eq!(of("漢.", "a ."), [0, 1]);
        assert_eq!(of("漢.", "ab."), [0, 1]);
        assert_eq!(of("a漢.", "漢 ."), [0]);
        assert_eq!(of("漢.", "字."), [0]);
    }

    #[test]
    fn what_lies_between_is_written_again_where_that_is_shorter() {
        let of = |before: &str, now: &str| {
            let (before, mut now) = (Buffer::with_lines([before]), Buffer::with_lines([now]));
            let plain = bridged(differing(Some(&before), &now), &now).len();
            now.content[1].modifier = Modifier::BOLD;
            (plain, bridged(differing(Some(&before), &now), &now).len())
        };
        // One, two and three cells between two that change, and four; the second of all, bold.
        assert_eq!(of("abc", "xbz"), (3, 3));
        assert_eq!(of("abcd", "xbcz"), (4, 3));
        assert_eq!(of("abcde", "xbcdz"), (5, 3));
        assert_eq!(of("abcdef", "xbcdez"), (2, 3));
        assert_eq!(of("a●c", "x●z"), (2, 3));
        assert_eq!(of("●bc", "○bz"), (2, 3));
        let (before, now) = (Buffer::with_lines(["ab", "cd"]), Buffer::with_lines(["ax", "yd"]));
        assert_eq!(bridged(differing(Some(&before), &now), &now).len(), 2, "of two rows");
    }

    #[test]
    fn a_frame_of_another_size_has_nothing_in_common_with_the_last() {
        let before = Buffer::with_lines(["ab", "cd"]);
        let now = Buffer::with_lines(["ab"]);
        assert_eq!(differing(Some(&before), &now).len(), 2);
        assert!(differing(Some(&before), &Buffer::empty(Rect::ZERO)).is_empty());
    }
}
