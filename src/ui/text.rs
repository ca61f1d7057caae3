//! Texts in cells: how wide, where to cut, where to break, and into the cells with them.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget as _;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Frame;

/// The cell of a track of so many that stands for a part of it, 0 to 1.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0..=last by the clamp"
)]
pub(super) fn cell(part: f64, cells: usize) -> usize {
    let last = cells.saturating_sub(1) as f64;
    (part * last).round().clamp(0.0, last) as usize
}

/// How many cells a text takes.
#[must_use]
pub(super) fn width(text: &str) -> usize {
    measure(text).0
}

/// What kind of text it is, which decides how much there is to do about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// See [`is_plain`].
    Plain,
    /// See [`is_drawn`].
    Drawn,
    /// Whatever else Unicode has.
    Other,
}

impl Kind {
    fn of(text: &str) -> Self {
        if is_plain(text) {
            Self::Plain
        } else if is_drawn(text) {
            Self::Drawn
        } else {
            Self::Other
        }
    }
}

/// How many cells a text takes, and of which kind it is.
fn measure(text: &str) -> (usize, Kind) {
    let kind = Kind::of(text);
    let cells = match kind {
        Kind::Plain => text.len(),
        Kind::Drawn => text.chars().count(),
        Kind::Other => text.width(),
    };
    (cells, kind)
}

/// Whether every byte is a character of its own that takes one cell. Most texts are like this, and
/// it is quickly seen, while Unicode's tables take their time.
///
/// It is asked in a hundred places, in each of which it would be unrolled.
#[inline(never)]
fn is_plain(text: &str) -> bool {
    // To the last byte, whatever the first is: so it goes many bytes at a time.
    text.bytes().fold(true, |all, it| all & matches!(it, b' '..=b'~'))
}

/// Whether every character is one by itself that takes one cell, as far as that is quickly seen: of
/// Latin letters, and of the lines, blocks, arrows and signs that the screen is drawn with.
#[inline(never)]
fn is_drawn(text: &str) -> bool {
    text.chars().all(
        |it| matches!(it, ' '..='~' | '¡'..='¬' | '®'..='ÿ' | '‐'..='‧' | '←'..='⇿' | '─'..='◼'),
    )
}

/// Whether a symbol is one character that takes one cell, as far as that is quickly seen.
pub(crate) fn takes_one_cell(symbol: &str) -> bool {
    symbol.len() == 1 || (is_drawn(symbol) && symbol.chars().nth(1).is_none())
}

/// So many spaces.
#[must_use]
pub(super) fn spaces(count: usize) -> Cow<'static, str> {
    const SPACES: &str = "                                ";
    SPACES.get(..count).map_or_else(|| " ".repeat(count).into(), Cow::from)
}

/// The same sign so many times.
#[must_use]
pub(super) fn repeated(sign: &'static str, count: usize) -> Cow<'static, str> {
    match count {
        0 => "".into(),
        1 => sign.into(),
        _ => sign.repeat(count).into(),
    }
}

/// Writes a line into an area, from its left, cut where the area ends.
pub(super) fn put(line: &Line<'_>, area: Rect, frame: &mut Frame) {
    write(line, area, frame.buffer_mut());
}

/// As the library renders a line, but that plain spans, most of a frame, need no Unicode.
pub(super) fn write(line: &Line<'_>, area: Rect, buffer: &mut Buffer) {
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    if area.is_empty() || line.iter().all(|span| width(&span.content) == 0) {
        return;
    }
    if line.style != Style::default() {
        buffer.set_style(area, line.style);
    }
    let mut rest = area;
    for span in line {
        let text = &*span.content;
        let (cells, kind) = measure(text);
        let cells = cells.min(rest.width.into());
        if cells == 0 {
            continue;
        }
        let start = buffer.index_of(rest.x, rest.y);
        let row = buffer.content[start..start + cells].iter_mut();
        let has_style = span.style != Style::default();
        match kind {
            Kind::Plain => {
                for (cell, byte) in row.zip(text.bytes()) {
                    // Nearly half of all are spaces on a blank sheet.
                    if byte != b' ' || cell.symbol() != " " {
                        cell.set_char(byte.into());
                    }
                    if has_style {
                        cell.set_style(span.style);
                    }
                }
            }
            Kind::Drawn => {
                for (cell, char) in row.zip(text.chars()) {
                    cell.set_char(char).set_style(span.style);
                }
            }
            Kind::Other => span.render(rest, buffer),
        }
        // No more than the width of the area, by the minimum above.
        let cells = u16::try_from(cells).unwrap_or(rest.width);
        rest = Rect { x: rest.x + cells, width: rest.width - cells, ..rest };
        if rest.is_empty() {
            return;
        }
    }
}

/// A text that takes at most so many cells; where something had to go, it ends in an ellipsis.
#[must_use]
pub(super) fn cut<'t>(text: Cow<'t, str>, cells: usize, ellipsis: &str) -> Cow<'t, str> {
    if width(&text) <= cells {
        return text;
    }
    let ellipsis = if width(ellipsis) <= cells { ellipsis } else { "" };
    let short = prefix(&text, cells - width(ellipsis)).trim_end();
    [short, ellipsis].concat().into()
}

/// A name that takes at most so many cells: cut at its end; in the middle where what is left would be
/// the beginning of another name, too; and at its beginning where another one also ends like it.
#[must_use]
pub(super) fn cut_apart<'t, 'o>(
    name: &'t str,
    mut others: impl Iterator<Item = &'o str>,
    cells: usize,
    ellipsis: &str,
) -> Cow<'t, str> {
    cut_apart_from(name, &mut others, cells, ellipsis)
}

/// The same once, whatever the others are taken from.
fn cut_apart_from<'t>(
    name: &'t str,
    others: &mut dyn Iterator<Item = &str>,
    cells: usize,
    ellipsis: &str,
) -> Cow<'t, str> {
    let room = cells.saturating_sub(width(ellipsis));
    if width(name) <= cells || room < 4 {
        return cut(name.into(), cells, ellipsis);
    }
    let beginning = prefix(name, room);
    let alike: Vec<&str> = others.filter(|it| *it != name && it.starts_with(beginning)).collect();
    if alike.is_empty() {
        return cut(name.into(), cells, ellipsis);
    }
    let end = suffix(name, room / 2).trim_start();
    let beginning = prefix(name, room - width(end)).trim_end();
    if !alike.iter().any(|it| it.starts_with(beginning) && it.ends_with(end)) {
        return [beginning, ellipsis, end].concat().into();
    }
    // From the first word on that no other one has there.
    let common = alike.iter().map(|it| in_common(name, it)).max().unwrap_or(0);
    let from = name[..common].rfind(' ').map_or(common, |space| space + 1);
    cut([ellipsis, &name[from..]].concat().into(), cells, ellipsis)
}

/// How many bytes two texts have in common at their beginnings.
fn in_common(one: &str, other: &str) -> usize {
    let differs = one.char_indices().zip(other.chars()).find(|((_, one), other)| one != other);
    differs.map_or(one.len().min(other.len()), |((at, _), _)| at)
}

/// A text that takes exactly so many cells: cut, or filled up with spaces.
#[must_use]
pub(super) fn fit<'t>(text: Cow<'t, str>, cells: usize, ellipsis: &str) -> Cow<'t, str> {
    let fitted = cut(text, cells, ellipsis);
    match cells.saturating_sub(width(&fitted)) {
        0 => fitted,
        missing => [&*fitted, &*spaces(missing)].concat().into(),
    }
}

/// The longest beginning of a text that takes at most so many cells, without splitting what the
/// reader sees as one character.
pub(super) fn prefix(text: &str, cells: usize) -> &str {
    if is_plain(text) {
        return &text[..cells.min(text.len())];
    }
    // Together, characters may be wider than each for itself, so what is measured is the beginning.
    let ends = text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len());
    let end = ends.take_while(|end| width(&text[..*end]) <= cells).last();
    &text[..end.unwrap_or(0)]
}

/// The longest end of a text that takes at most so many cells.
pub(super) fn suffix(text: &str, cells: usize) -> &str {
    if is_plain(text) {
        return &text[text.len().saturating_sub(cells)..];
    }
    let starts = text.grapheme_indices(true).rev().map(|(at, _)| at);
    let start = starts.take_while(|start| width(&text[*start..]) <= cells).last();
    &text[start.unwrap_or(text.len())..]
}

/// A text as lines of at most so many cells, broken at spaces where there are any. Line feeds
/// break too, and an empty line stays one. At least one line.
#[must_use]
pub(super) fn wrap(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for_each_line(text, cells, &mut |line| lines.push(line.into_owned()));
    lines
}

/// Takes the same lines one by one, each a part of the text itself where it is one.
pub(super) fn for_each_line<'t>(text: &'t str, cells: usize, take: &mut dyn FnMut(Cow<'t, str>)) {
    let cells = cells.max(1);
    for paragraph in text.split('\n') {
        match Kind::of(paragraph) {
            // Most texts are like this, and a page may have a thousand.
            Kind::Plain if is_tidy(paragraph) => {
                split(paragraph, nth_byte, cells, take);
            }
            Kind::Drawn if is_tidy(paragraph) => {
                split(paragraph, nth_char, cells, take);
            }
            _ => {
                let room = cells.min(paragraph.len());
                fill(paragraph.split_whitespace(), cells, room, &mut |it| take(it.into()));
            }
        }
    }
}

/// Whether words are one space apart, and nothing but words is at the ends.
#[inline(never)]
fn is_tidy(text: &str) -> bool {
    let blank = |it: u8| it == b' ';
    let bytes = text.as_bytes();
    !bytes.first().is_some_and(|it| blank(*it))
        && !bytes.last().is_some_and(|it| blank(*it))
        && !bytes
            .iter()
            .zip(bytes.iter().skip(1))
            .fold(false, |any, (one, next)| any | (blank(*one) & blank(*next)))
}

/// Where the n-th byte of a text is, unless it is shorter.
fn nth_byte(text: &str, n: usize) -> Option<usize> {
    (n < text.len()).then_some(n)
}

/// Where the n-th character of a text is, unless it is shorter.
fn nth_char(text: &str, n: usize) -> Option<usize> {
    text.char_indices().nth(n).map(|(at, _)| at)
}

/// Takes the lines of a tidy text of which every character takes a cell; `nth` finds characters.
fn split<'t>(
    text: &'t str,
    nth: fn(&str, usize) -> Option<usize>,
    cells: usize,
    take: &mut dyn FnMut(Cow<'t, str>),
) {
    let mut rest = text;
    while let Some(end) = nth(rest, cells) {
        let bytes = rest.as_bytes();
        // A percent sign stays with its number.
        let is_break = |at: &usize| bytes[*at] == b' ' && bytes.get(at + 1) != Some(&b'%');
        // A word longer than a line is broken where that ends.
        let space = (0..=end).rev().find(is_break);
        let (line, next) = space.map_or((end, end), |space| (space, space + 1));
        take(Cow::Borrowed(&rest[..line]));
        rest = &rest[next..];
    }
    take(Cow::Borrowed(rest));
}

/// Takes the lines that these words make, at least one, each with `room` for so many bytes at first.
fn fill<'t>(
    words: impl Iterator<Item = &'t str>,
    cells: usize,
    room: usize,
    take: &mut dyn FnMut(String),
) {
    let mut line = String::with_capacity(room);
    let mut used = 0;
    for mut word in words {
        let mut wide = width(word);
        if used > 0 && used + 1 + wide > cells {
            take(std::mem::replace(&mut line, String::with_capacity(room)));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        // A word longer than a line, or a sentence in a script without spaces.
        while wide > cells - used.min(cells) {
            let mut head = prefix(word, cells - used);
            if head.is_empty() {
                // Not even one character fits: it has a line of its own, and is clipped there.
                head = word.graphemes(true).next().unwrap_or(word);
            }
            line.push_str(head);
            take(std::mem::take(&mut line));
            used = 0;
            word = &word[head.len()..];
            wide = width(word);
        }
        line.push_str(word);
        used += wide;
    }
    take(line);
}

/// A line as pieces of at most so many cells, broken behind spaces where there are any, with its
/// spaces kept: for text that is shown as it stands in a file. At least one piece.
#[must_use]
pub(super) fn fold(line: &str, cells: usize) -> Vec<&str> {
    let cells = cells.max(1);
    let mut pieces = Vec::new();
    let mut rest = line;
    // No character takes more cells than bytes.
    while rest.len() > cells {
        let plain = rest.as_bytes().iter().take(cells + 1).all(u8::is_ascii);
        let head = if plain { &rest[..cells] } else { prefix(rest, cells) };
        if head.len() == rest.len() {
            break;
        }
        let indent = head.len() - head.trim_start().len();
        let end = match head.rfind(' ').filter(|at| *at > indent) {
            _ if rest[head.len()..].starts_with(' ') => head.len(),
            Some(space) => space + 1,
            None if head.is_empty() => rest.graphemes(true).next().map_or(rest.len(), str::len),
            None => head.len(),
        };
        pieces.push(rest[..end].trim_end());
        rest = rest[end..].trim_start();
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::text::Span;

    use super::*;

    #[test]
    fn a_percent_sign_stays_with_its_number() {
        assert_eq!(wrap("leads with 79 % confidence", 13), ["leads with", "79 %", "confidence"]);
    }

    #[test]
    fn wide_characters_are_never_split() {
        assert_eq!(cut("数据库支持".into(), 5, "…"), "数据…");
        assert_eq!(fit("数据库支持".into(), 6, "…"), "数据… ");
        assert_eq!(cut("e\u{301}te\u{301}".into(), 2, "…"), "e\u{301}…");
    }

    #[test]
    fn what_the_screen_is_drawn_with_takes_a_cell_a_character() {
        let drawn: Vec<String> =
            (' '..'\u{3000}').map(String::from).filter(|it| is_drawn(it)).collect();
        assert_eq!(drawn.len(), 95 + 12 + 82 + 24 + 112 + 253);
        for one in &drawn {
            assert!(takes_one_cell(one) && one.width() == 1, "{one}");
            // Behind one another they stay what they are.
            for other in [one.as_str(), "a", "●", "│"] {
                assert_eq!(format!("{one}{other}").graphemes(true).count(), 2, "{one}{other}");
            }
        }
        assert!(!takes_one_cell("ab") && !takes_one_cell("漢") && !takes_one_cell("a\u{301}"));
    }

    #[test]
    fn what_fits_is_left_alone() {
        assert_eq!(cut("abc".into(), 3, "…"), "abc");
        assert_eq!(cut("abc".into(), 0, "…"), "");
        assert_eq!(fit("abc".into(), 5, "…"), "abc  ");
    }

    #[test]
    fn names_that_begin_alike_are_cut_in_the_middle() {
        let names = ["Criterion 12", "Criterion 13", "Price of it all"];
        let cut = |at: usize, cells| cut_apart(names[at], names.into_iter(), cells, "…");
        assert_eq!([cut(0, 9), cut(1, 9)], ["Crit…n 12", "Crit…n 13"]);
        assert_eq!([cut(2, 9), cut(0, 12)], ["Price of…", "Criterion 12"]);
        assert_eq!([cut(0, 3), cut(0, 0)], ["Cr…", ""]);
        let names = ["Time after a zonal outage", "Time after a regional outage", "数据库"];
        let cut = |at: usize, cells| cut_apart(names[at], names.into_iter(), cells, "…");
        assert_eq!([cut(0, 14), cut(1, 14)], ["…zonal outage", "…regional out…"]);
    }

    #[test]
    fn lines_break_at_spaces_and_long_words_anywhere() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("数据库", 4), ["数据", "库"]);
        assert_eq!(wrap("数", 1), ["数", ""]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("", 9), [""]);
    }

    #[test]
    fn a_line_of_a_file_is_folded_with_its_indent_kept() {
        assert_eq!(fold("  one two three", 9), ["  one two", "three"]);
        assert_eq!(fold("one  two", 5), ["one", "two"]);
        assert_eq!(fold("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(fold("数据库", 4), ["数据", "库"]);
        assert_eq!(fold("数", 1), ["数", ""]);
        assert_eq!(fold("", 9), [""]);
    }

    proptest::proptest! {
        #[test]
        fn folding_loses_nothing_but_spaces(text in "[a-c ä数]{0,80}", cells in 2_usize..30) {
            let pieces = fold(&text, cells);
            for piece in &pieces {
                proptest::prop_assert!(width(piece) <= cells, "{piece:?}");
            }
            let dense = |text: &str| text.replace(' ', "");
            proptest::prop_assert_eq!(dense(&pieces.concat()), dense(&text));
        }

        #[test]
        fn no_line_is_wider_than_it_may_be(text in "\\PC{0,80}", cells in 2_usize..30) {
            for line in wrap(&text, cells) {
                // What the reader sees as one character is never split.
                let whole = line.graphemes(true).count() <= 1;
                proptest::prop_assert!(whole || width(&line) <= cells, "{line:?}");
            }
            proptest::prop_assert!(width(&cut((&text).into(), cells, "…")) <= cells);
        }

        #[test]
        fn lines_of_the_text_itself_are_those_that_its_words_make(
            text in "[a-cä—]{0,9}( [a-cä—]{1,9}){0,9}",
            cells in 1_usize..12,
        ) {
            let (mut filled, mut lines) = (Vec::new(), Vec::new());
            fill(text.split_whitespace(), cells, 0, &mut |it| filled.push(it));
            if is_tidy(&text) {
                for_each_line(&text, cells, &mut |it| lines.push(it));
                proptest::prop_assert!(lines.iter().all(|it| matches!(it, Cow::Borrowed(_))));
                proptest::prop_assert_eq!(lines, filled);
            }
        }

        #[test]
        fn a_line_is_written_as_the_library_renders_it(
            texts in proptest::collection::vec("[a-c ä数\u{301}\u{200b}]{0,6}", 0..6),
            (x, y, wide, high) in (0_u16..12, 0_u16..4, 0_u16..14, 0_u16..3),
        ) {
            let styles = [Style::new().bold(), Style::new().red(), Style::new().on_blue()];
            let spans = texts.into_iter().zip(styles.into_iter().cycle());
            let spans: Vec<_> = spans.map(|(text, style)| Span::styled(text, style)).collect();
            let line = Line::from(spans).style(Style::new().italic());
            let paper = Buffer::filled(Rect::new(0, 0, 10, 3), Cell::new("."));
            let (mut ours, mut theirs) = (paper.clone(), paper);
            let area = Rect::new(x, y, wide, high);
            write(&line, area, &mut ours);
            (&line).render(area, &mut theirs);
            proptest::prop_assert_eq!(ours, theirs);
        }
    }
}
