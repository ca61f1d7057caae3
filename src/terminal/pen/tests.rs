//! The pen against crossterm's: other bytes, the same screen.

use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::crossterm::style::force_color_output;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

const AREA: Rect = Rect { x: 0, y: 0, width: 12, height: 4 };

/// What a terminal shows that was drawn on by these bytes.
fn shown(frames: &[Vec<u8>]) -> Vec<String> {
    let mut terminal = vt100::Parser::new(AREA.height, AREA.width, 0);
    for bytes in frames {
        terminal.process(bytes);
    }
    let screen = terminal.screen();
    let cells = AREA.positions().map(|at| screen.cell(at.y, at.x).expect("on the screen"));
    let look = |cell: &vt100::Cell| {
        let ground = (cell.fgcolor(), cell.bgcolor());
        let weight = (cell.bold(), cell.dim());
        (ground, weight, cell.italic(), cell.underline(), cell.inverse())
    };
    // To the eye a cell that was erased is one with a space in it.
    let text = |cell: &vt100::Cell| match cell.contents() {
        "" if !cell.is_wide_continuation() => " ".to_owned(),
        text => text.to_owned(),
    };
    cells.map(|cell| format!("{:?} {:?}", text(cell), look(cell))).collect()
}

/// The frames that lead from a blank screen over the first buffer to the second, by the pen.
fn ours(buffers: &[Buffer]) -> Vec<Vec<u8>> {
    let drawn = |before: &Buffer, after: &Buffer| {
        let mut bytes = Vec::new();
        draw(&mut bytes, before.area.width, before.diff(after));
        bytes
    };
    buffers.windows(2).map(|it| drawn(&it[0], &it[1])).collect()
}

/// The same by crossterm.
fn theirs(buffers: &[Buffer]) -> Vec<Vec<u8>> {
    force_color_output(true);
    let drawn = |before: &Buffer, after: &Buffer| {
        let mut bytes = Vec::new();
        let cells = before.diff(after).into_iter();
        CrosstermBackend::new(&mut bytes).draw(cells).expect("memory takes it");
        bytes
    };
    buffers.windows(2).map(|it| drawn(&it[0], &it[1])).collect()
}

fn color() -> impl Strategy<Value = Color> {
    prop_oneof![
        Just(Color::Reset),
        Just(Color::Red),
        Just(Color::LightBlue),
        any::<u8>().prop_map(Color::Indexed),
        any::<(u8, u8, u8)>().prop_map(|(r, g, b)| Color::Rgb(r, g, b)),
    ]
}

/// Texts in one of few looks, at places of the screen.
fn buffers() -> impl Strategy<Value = Vec<Buffer>> {
    // Of bold and dim our witness knows only the one that came last.
    let modifier = any::<u16>().prop_map(|it| Modifier::from_bits_truncate(it) - Modifier::DIM);
    let look = (color(), color(), modifier)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier));
    let text = prop_oneof!["[a-c ]{1,6}", "[a●漢┊ ]{1,5}", "[ab] {5,9}[ab ]"];
    let place = (0..AREA.width, 0..AREA.height);
    (prop::collection::vec(look, 1..4), prop::collection::vec((place, text, any::<usize>()), 1..12))
        .prop_map(|(looks, texts)| {
            let mut buffers = vec![Buffer::empty(AREA)];
            for ((x, y), text, look) in texts {
                let mut next = buffers[buffers.len() - 1].clone();
                next.set_string(x, y, text, looks[look % looks.len()]);
                buffers.push(next);
            }
            buffers
        })
}

proptest! {
    #[test]
    fn what_it_draws_looks_like_what_crossterm_draws(buffers in buffers()) {
        let (ours, theirs) = (shown(&ours(&buffers)), shown(&theirs(&buffers)));
        for ((ours, theirs), at) in ours.iter().zip(&theirs).zip(AREA.positions()) {
            prop_assert_eq!(ours, theirs, "at {}", at);
        }
    }

    #[test]
    fn the_price_of_a_look_is_what_it_takes_to_write(
        one in (color(), color(), any::<u16>()),
        other in (color(), color(), any::<u16>()),
    ) {
        let look = |(fg, bg, bits)| Look { fg, bg, modifier: Modifier::from_bits_truncate(bits) };
        let (one, other) = (look(one), look(other));
        let mut bytes = Vec::new();
        one.change(other, &mut bytes);
        // The introducer; and behind no code at all, the letter that else takes the last separator's place.
        let around = if other == Look::default() { 3 } else { 2 };
        let all = if one == other { 0 } else { one.price(other) + around };
        prop_assert_eq!(bytes.len(), all, "{:?}", bytes);
    }
}

/// What draws a text in these looks, a letter in each.
fn drawn(looks: &[(&str, Style)]) -> String {
    let blank = Buffer::empty(AREA);
    let mut buffer = blank.clone();
    for (x, (text, style)) in (0..).zip(looks) {
        buffer.set_string(x, 0, text, *style);
    }
    String::from_utf8(ours(&[blank, buffer]).remove(0)).expect("text")
}

#[test]
fn only_what_differs_is_set() {
    let red = Style::new().fg(Color::Red);
    let looks = [("a", red), ("b", red), ("c", red.bold()), ("d", red.bg(Color::Blue).bold())];
    assert_eq!(drawn(&looks), "\x1b[1;1H\x1b[31mab\x1b[1mc\x1b[44md\x1b[m");
}

#[test]
fn what_is_turned_off_in_pairs_comes_back_alone() {
    let (bold, dim) = (Style::new().bold(), Style::new().dim());
    let looks = [("a", bold), ("b", bold.dim()), ("c", dim)];
    assert_eq!(drawn(&looks), "\x1b[1;1H\x1b[1ma\x1b[2mb\x1b[22;2mc\x1b[m");
}

#[test]
fn few_cells_of_one_look_are_drawn_together() {
    let (one, other) = (Style::new().fg(Color::Red), Style::new().fg(Color::Indexed(200)));
    let looks = [("a", one), ("b", other), ("c", one), ("d", other)];
    assert_eq!(drawn(&looks), "\x1b[1;1H\x1b[31ma\x1b[Cc\x08\x08\x1b[38;5;200mb\x1b[Cd\x1b[m");
}

#[test]
fn a_color_stays_when_the_background_changes() {
    let (red, blue) = (Style::new().fg(Color::Red), Style::new().fg(Color::Blue));
    let ground = Color::Green;
    let looks = [("a", red), ("b", blue), ("c", red.bg(ground)), ("d", blue.bg(ground))];
    let bytes = "\x1b[1;1H\x1b[31ma\x1b[34mb\x1b[C\x1b[42md\x08\x08\x1b[31mc\x1b[m";
    assert_eq!(drawn(&looks), bytes);
}

#[test]
fn after_a_symbol_whose_width_terminals_disagree_on_no_jump_is_counted_from_it() {
    let (one, other) = (Style::new(), Style::new().bold());
    assert_eq!(
        drawn(&[("●", one), ("b", other), ("c", one)]),
        "\x1b[1;1H●\x1b[3Gc\x08\x08\x1b[1mb\x1b[m"
    );
}

/// What draws the second text over the first.
fn over(before: &[&str], after: &[&str], style: Style) -> String {
    let buffer = |lines: &[&str]| {
        let mut buffer = Buffer::empty(AREA);
        for (y, line) in (0..).zip(lines) {
            buffer.set_string(0, y, line, style);
        }
        buffer
    };
    String::from_utf8(ours(&[buffer(before), buffer(after)]).remove(0)).expect("text")
}

#[test]
fn many_blanks_are_erased_where_nothing_follows_in_their_row() {
    let plain = Style::new();
    assert_eq!(over(&["abcdefgh"], &["ab      "], plain), "\x1b[1;3H\x1b[6X");
    assert_eq!(over(&["abcdefg"], &["ab     "], plain), "\x1b[1;3H     ", "few are not");
    assert_eq!(over(&["abcdefghi"], &["ab      x"], plain), "\x1b[1;3H      x");
    let two = over(&["abcdefgh", "ab"], &["ab      ", "ax"], plain);
    assert_eq!(two, "\x1b[1;3H\x1b[6X\x0b\x08x");
    // On a ground, terminals do not agree on what is left.
    let ground = over(&["abcdefgh"], &["ab      "], plain.bg(Color::Blue));
    assert!(!ground.contains('X'), "{ground:?}");
    assert!(!over(&["abcdefgh"], &["ab      "], plain.reversed()).contains('X'));
}

#[test]
fn a_step_down_is_a_character() {
    let plain = Style::new();
    assert_eq!(over(&["a", "a", "a"], &["b", "b", "b"], plain), "\x1b[1;1Hb\x0b\x08b\x0b\x08b");
}

#[test]
fn a_large_frame_is_drawn_in_reading_order() {
    let area = Rect::new(0, 0, 80, 24);
    let (blank, mut buffer) = (Buffer::empty(area), Buffer::empty(area));
    for y in 0..24 {
        buffer.set_string(0, y, "a".repeat(40), Style::new().bold());
        buffer.set_string(40, y, "b".repeat(40), Style::new().dim());
    }
    let bytes = String::from_utf8(ours(&[blank, buffer]).remove(0)).expect("text");
    let rows: Vec<usize> = (1..=24)
        .map(|row| bytes.find(&format!("\x1b[{row};1H")).expect("every row is drawn"))
        .collect();
    assert!(rows.is_sorted());
}

#[test]
fn bright_colours_begin_and_end_with_a_plain_look_since_some_consoles_take_them_for_bold() {
    let plain = Look::default();
    let bold = Look { modifier: Modifier::BOLD, ..plain };
    let bright = Look { fg: Color::LightBlue, ..plain };
    let both = Look { modifier: Modifier::BOLD, ..bright };
    let red = Look { fg: Color::Red, ..plain };
    for (from, to, expected) in [
        (plain, both, "\x1b[;1;94m"),
        (both, bright, "\x1b[;94m"),
        (bright, red, "\x1b[;31m"),
        (bright, bold, "\x1b[;1m"),
        (red, bold, "\x1b[1;39m"),
        (bright, plain, "\x1b[m"),
    ] {
        let mut bytes = Vec::new();
        from.change(to, &mut bytes);
        assert_eq!(String::from_utf8(bytes).as_deref(), Ok(expected));
    }
}
