//! Divides a file at its headings, so that one section after the other can be parsed by itself.
//!
//! A parsed table takes dozens of times the memory of its text; this way it does so for one section
//! at a time. And what is broken in one section does not spoil the next.
//!
//! A section begins at a heading such as `[decision]` or `[[criterion]]` and goes on to the next of
//! them; headings such as `[[criterion.claim]]` are part of it. TOML lets these stand anywhere
//! after the heading they belong to; a file that makes use of that stays in one piece.

use std::ops::Range;

use memchr::{memchr_iter, memchr3, memmem};

use super::log::Place;

/// A piece of a file that is TOML by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section<'t> {
    file: u32,
    start: usize,
    /// Its text.
    pub(super) text: &'t str,
}

impl Section<'_> {
    /// The place of these bytes of the section.
    pub(super) fn place(&self, bytes: Range<usize>) -> Place {
        Place::new(self.file, self.start + bytes.start..self.start + bytes.end)
    }
}

/// The sections of a file, first to last; together they are the file.
pub(super) fn sections(file: u32, text: &str) -> impl Iterator<Item = Section<'_>> {
    let mut starts = starts(text).into_iter().peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let end = starts.peek().copied().unwrap_or(text.len());
        Some(Section { file, start, text: &text[start..end] })
    })
}

/// Where the sections of a file begin; the first begins with the file.
fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut current = None;
    for Heading { start, name, is_top_level } in headings(text) {
        if is_top_level {
            current = Some(name);
            if start > 0 {
                starts.push(start);
            }
        } else if current != Some(name) {
            return vec![0];
        }
    }
    starts
}

/// The first line of a table.
struct Heading<'t> {
    /// Where its line begins.
    start: usize,
    /// The first part of its name.
    name: &'t str,
    /// Whether that is all of its name.
    is_top_level: bool,
}

/// The headings of a file, first to last.
fn headings(text: &str) -> impl Iterator<Item = Heading<'_>> {
    let mut start = 0;
    let mut open = None;
    let mut long_quotes = long_quotes(text).into_iter().peekable();
    let ends = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    ends.chain([text.len()]).filter_map(move |end| {
        let begin = start;
        start = end;
        let line = &text[begin..end];
        let heading = if open.is_none() { heading(line) } else { None };
        // Only they can open a text of several lines, or close one.
        if long_quotes.next_if(|at| *at < end).is_some() {
            while long_quotes.next_if(|at| *at < end).is_some() {}
            open = left_open(line, open);
        }
        heading.map(|(name, is_top_level)| Heading { start: begin, name, is_top_level })
    })
}

/// The first part of the name, and whether it is all of it, where the line is a heading.
///
/// A line inside a list may look the same, but not with a bare word in it: that is no value. So
/// there is no need to know where lists end, and one that never ends does not swallow the file.
fn heading(line: &str) -> Option<(&str, bool)> {
    let inner = line.trim_start_matches([' ', '\t']).strip_prefix('[')?;
    let inner = inner.strip_prefix('[').unwrap_or(inner).trim_start_matches([' ', '\t']);
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let end = inner.find(|c| !is_bare(c))?;
    let (name, rest) = inner.split_at(end);
    let is_value = matches!(name, "true" | "false" | "inf" | "nan");
    if is_value || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    match rest.trim_start_matches([' ', '\t']).chars().next() {
        Some(']') => Some((name, true)),
        Some('.') => Some((name, false)),
        _ => None,
    }
}

/// Where the quotes of texts of several lines may be, in order: few files have any.
fn long_quotes(text: &str) -> Vec<usize> {
    let text = text.as_bytes();
    let mut found: Vec<usize> =
        memmem::find_iter(text, "\"\"\"").chain(memmem::find_iter(text, "'''")).collect();
    found.sort_unstable();
    found
}

/// What a text can begin and end with. The long ones come first: they begin like the short ones.
const QUOTES: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

/// The quotes of the text of several lines that is open where a line ends, given what is open
/// where it begins.
fn left_open(line: &str, mut open: Option<&'static str>) -> Option<&'static str> {
    let mut rest = line;
    loop {
        if let Some(quotes) = open {
            match behind(rest, quotes) {
                Some(behind) => rest = behind,
                // A text of one line ends where the line does, closed or not.
                None => return open.filter(|it| it.len() > 1),
            }
        }
        // Nothing more on this line, or a comment, leaves nothing open.
        let at = memchr3(b'"', b'\'', b'#', rest.as_bytes())?;
        let quotes = QUOTES.into_iter().find(|it| rest[at..].starts_with(it))?;
        rest = &rest[at + quotes.len()..];
        open = Some(quotes);
    }
}

/// What follows the closing quotes of a text.
fn behind<'t>(text: &'t str, quotes: &str) -> Option<&'t str> {
    let mut rest = text;
    loop {
        let at = memchr3(b'\\', b'"', b'\'', rest.as_bytes())?;
        rest = &rest[at..];
        if let Some(behind) = rest.strip_prefix(quotes) {
            return Some(behind);
        }
        let mut chars = rest.chars();
        // In double quotes, a backslash takes the next character with it.
        if chars.next() == Some('\\') && quotes.starts_with('"') {
            chars.next();
        }
        rest = chars.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        let sections: Vec<Section<'_>> = sections(0, text).collect();
        assert!(sections.iter().all(|it| text[it.start..].starts_with(it.text)));
        let texts: Vec<&str> = sections.iter().map(|it| it.text).collect();
        assert_eq!(texts.concat(), text, "nothing is lost and nothing comes twice");
        texts
    }

    #[test]
    fn a_section_begins_at_every_heading_of_the_top_level() {
        let text = "# top\n[a]\nx = 1\n[[b]] # one\n  [[b.c]]\n  [ b . d ]\n  [[ b ]]\n[c]";
        let sections = [
            "# top\n",
            "[a]\nx = 1\n",
            "[[b]] # one\n  [[b.c]]\n  [ b . d ]\n",
            "  [[ b ]]\n",
            "[c]",
        ];
        assert_eq!(texts(text), sections);
        assert_eq!(texts(""), [""]);
        assert_eq!(texts("[a]\n"), ["[a]\n"]);
    }

    #[test]
    fn what_looks_like_a_heading_inside_a_text_is_none() {
        for text in [
            "x = \"\"\"\n[a]\n\"\"\"\n",
            "x = '''\n[a]\n'''\n",
            "x = \"\"\"\\\"\"\"\n[a]\n\"\"\"\n",
            "x = \"\"\"a\"\"\n[a]\n\"\"\"\n",
            "x = '# ' # ' \ny = '''#\n[a]\n'''\n",
            "x = \"\"\"never closed\n[a]\n",
            "x = [\n[1],\n[true],\n[[inf]],\n]\n",
        ] {
            assert_eq!(texts(text), [text]);
        }
    }

    #[test]
    fn what_looks_like_an_open_text_is_none() {
        for before in [
            "# it's \"\"\"\n",
            "x = 'a\"\"\"' # b\n",
            "x = \"'''\"\n",
            "x = \"a\\\"'''\"\n",
            "x = 'a\\'\n",
            "x = \"\"\"\"\"\"\n",
            "x = \"\"\"a\"\"\"\"\"\n",
            "x = \"not closed\n",
            "x = Don't\n",
            "x = [\n",
        ] {
            assert_eq!(texts(&format!("{before}[a]\n")), [before, "[a]\n"]);
        }
    }

    #[test]
    fn a_file_whose_tables_do_not_stand_together_stays_in_one_piece() {
        for text in ["[[a]]\n[[b]]\n[[a.c]]\n", "[a.b]\n[a]\n"] {
            assert_eq!(texts(text), [text]);
        }
    }
}
