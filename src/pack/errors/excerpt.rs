//! Where a message points, with the line of the pack it is about, safe to show.

use std::ops::Range;

use crate::decision::text;
use crate::pack::files::Files;
use crate::pack::log::{Place, boundary};

/// A line is shown from its start up to so many characters behind the point of interest.
const BEHIND: usize = 400;

/// A line is not shown if the point of interest lies beyond so many bytes: nobody wrote it by
/// hand, and it may be as long as the file.
const FARTHEST: usize = 4_000;

/// Where a message points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Path of the file, or the name of the pack.
    pub(super) path: String,
    /// Where in the file, unless the whole of it is meant.
    pub(super) spot: Option<Spot>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// Number of the line, from 1.
    pub(super) line: usize,
    /// Number of the character in the line, from 1.
    pub(super) column: usize,
    /// The line, without control characters, and which bytes of it to mark; `None` where the line
    /// is too long to show.
    pub(super) shown: Option<(String, Range<usize>)>,
}

impl Excerpt {
    /// What a message about this place shows; the pack as a whole where there is none.
    pub(super) fn new(files: &Files, place: Option<Place>) -> Self {
        let (path, spot) = match place {
            None => (&files.name, None),
            Some(place) => {
                let file = &files.list[place.file as usize];
                (&file.shown, place.bytes().map(|bytes| spot(&file.text, &bytes)))
            }
        };
        Self { path: text::line(path).into_owned(), spot }
    }
}

/// The line on which a span begins, with as much of the span as lies on it marked.
fn spot(text: &str, span: &Range<usize>) -> Spot {
    let at = boundary(text, span.start);
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let line = 1 + text[..start].bytes().filter(|&it| it == b'\n').count();
    let column = 1 + text[start..at].chars().count();
    let shown = (at - start <= FARTHEST).then(|| {
        let mut shown: String = text[start..at].chars().map(visible).collect();
        let mut marked = shown.len()..shown.len();
        let rest = text[at..].lines().next().unwrap_or_default();
        for (offset, c) in rest.char_indices().take(BEHIND) {
            shown.push(visible(c));
            if at + offset < span.end {
                marked.end = shown.len();
            }
        }
        (shown, marked)
    });
    Spot { line, column, shown }
}

/// The character, or what stands for it where it could drive the terminal.
fn visible(c: char) -> char {
    if c == '\t' { c } else { text::visible(c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, span: Range<usize>) -> (usize, usize, String, String) {
        let spot = spot(text, &span);
        let (line, marked) = spot.shown.expect("the line is short");
        let marked = line[marked].to_owned();
        (spot.line, spot.column, line, marked)
    }

    #[test]
    fn a_span_is_marked_on_the_line_where_it_begins() {
        let text = "a = 1\r\nü = \"\"\"x\ny\"\"\"\n";
        assert_eq!(shown(text, 0..1), (1, 1, "a = 1".into(), "a".into()));
        assert_eq!(shown(text, 12..20), (2, 5, "ü = \"\"\"x".into(), "\"\"\"x".into()));
        assert_eq!(shown(text, text.len()..text.len()), (4, 1, String::new(), String::new()));
    }

    #[test]
    fn what_could_drive_a_terminal_is_replaced_and_the_mark_stays_in_place() {
        let text = "\u{1b}[31m\u{202e} = \u{9b}x";
        let (_, column, line, marked) = shown(text, 11..13);
        assert_eq!(
            (column, &*line, &*marked),
            (10, "\u{fffd}[31m\u{fffd} = \u{fffd}x", "\u{fffd}")
        );
    }

    #[test]
    fn a_line_as_long_as_the_file_is_not_shown_but_named() {
        let text = format!("a = {}", "é".repeat(1_000_000));
        assert_eq!(shown(&text, 0..1).2.chars().count(), BEHIND);
        let far = spot(&text, &(1_000_000..1_000_001));
        assert_eq!((far.line, far.column, far.shown), (1, 500_003, None));
    }
}
