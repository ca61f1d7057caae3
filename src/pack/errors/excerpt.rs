//! The line of a pack that a message is about, safe to show.

use std::ops::Range;

use crate::decision::text;
use crate::pack::files::Files;
use crate::pack::log::Place;

/// A file, and where known one line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Path of the file, or the name of the pack.
    pub(super) path: String,
    /// The line.
    pub(super) line: Option<Line>,
}

/// One line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: usize,
    /// Its text, without control characters.
    pub(super) text: String,
    /// The bytes of the text to point at.
    pub(super) marked: Range<usize>,
}

impl Excerpt {
    /// A file as a whole.
    pub(super) fn of_file(path: &str) -> Self {
        Self { path: text::line(path).into_owned(), line: None }
    }
}

/// Cuts excerpts out of the files of a pack.
pub(super) struct Excerpts<'a> {
    files: &'a Files,
}

impl<'a> Excerpts<'a> {
    /// Of these files.
    pub(super) const fn new(files: &'a Files) -> Self {
        Self { files }
    }

    /// The excerpt for a place; for the pack as a whole where there is none.
    pub(super) fn at(&mut self, place: Option<Place>) -> Excerpt {
        let Some(place) = place else { return Excerpt::of_file(&self.files.name) };
        let file = &self.files.list[place.file as usize];
        let line = place.bytes().map(|bytes| line(&file.text, bytes));
        Excerpt { line, ..Excerpt::of_file(&file.shown) }
    }
}

/// The line on which a span begins, with as much of the span as lies on it marked.
fn line(text: &str, span: Range<usize>) -> Line {
    let at = (0..=span.start.min(text.len())).rfind(|&it| text.is_char_boundary(it)).unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let end = text[at..].find('\n').map_or(text.len(), |it| at + it);
    let number = 1 + text[..start].bytes().filter(|&it| it == b'\n').count();
    let mut shown = String::new();
    let mut marked = 0..0;
    for (offset, c) in text[start..end].trim_end_matches('\r').char_indices() {
        let offset = start + offset;
        if offset == at {
            marked = shown.len()..shown.len();
        }
        shown.push(visible(c));
        if (span.start..span.end).contains(&offset) {
            marked.end = shown.len();
        }
    }
    if at >= end {
        marked = shown.len()..shown.len();
    }
    Line { number, text: shown, marked }
}

/// The character, or what stands for it where it could drive the terminal.
fn visible(c: char) -> char {
    match c {
        '\t' => c,
        _ if c.is_control() || text::is_reordering(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}
