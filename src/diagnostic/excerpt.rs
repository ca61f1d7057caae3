//! Where a message points, with the line of the text it is about, safe to show.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Origin, Renderer, Snippet};

use crate::decision::text;

/// Messages are laid out for so many columns.
const WIDTH: usize = 100;

/// A line is shown from its start up to so many characters behind the point of interest.
const BEHIND: usize = 400;

/// A line is not shown if the point of interest lies beyond so many bytes: nobody wrote it by
/// hand, and it may be as long as the file.
const FARTHEST: usize = 4_000;

/// Where a message points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// Path of the file, or whatever else it is called.
    path: String,
    /// Where in the file, unless the whole of it is meant.
    spot: Option<Spot>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    /// Number of the line, from 1.
    line: usize,
    /// Number of the character in the line, from 1.
    column: usize,
    /// The line, without control characters, and which bytes of it to mark; `None` where the line
    /// is too long to show.
    shown: Option<(String, Range<usize>)>,
}

impl Excerpt {
    /// A file as a whole.
    pub(crate) fn whole(path: &str) -> Self {
        Self { path: text::line(path).into_owned(), spot: None }
    }

    /// A span of the text of a file, in bytes.
    pub(crate) fn of(path: &str, text: &str, span: &Range<usize>) -> Self {
        Self { spot: Some(spot(text, span)), ..Self::whole(path) }
    }

    /// Adds the excerpt to a message; with a label where it is not the main one.
    pub(crate) fn add_to<'a>(&'a self, group: Group<'a>, label: Option<&'a str>) -> Group<'a> {
        let origin = Origin::path(&*self.path);
        let Some(Spot { line, column, shown }) = &self.spot else { return group.element(origin) };
        let Some((text, marked)) = shown else {
            return group.element(origin.line(*line).char_column(*column));
        };
        let annotation = match label {
            None => AnnotationKind::Primary.span(marked.clone()),
            Some(label) => AnnotationKind::Context.span(marked.clone()).label(label),
        };
        let snippet = Snippet::source(&**text).path(&*self.path).line_start(*line);
        group.element(snippet.annotation(annotation))
    }
}

/// Lays messages out, with terminal colours or without.
pub(crate) fn renderer(color: bool) -> Renderer {
    let style = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    style.term_width(WIDTH)
}

/// The offset, or the nearest one before it that does not lie inside a character of the text.
pub(crate) fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
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
