//! What the TOML parser says, in the words of somebody who has never read a grammar.

use std::ops::Range;

use super::quoted;

/// What to say about an error of syntax.
pub(crate) struct Wording {
    /// The bytes to point at.
    pub(crate) span: Range<usize>,
    /// What is wrong.
    pub(crate) what: String,
    /// How to mend it; may be empty.
    pub(crate) help: String,
    /// Which later errors need no mention.
    pub(crate) explains: Explains,
}

/// How far an error has others in its wake, which only follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Explains {
    /// To the end of the line.
    Line,
    /// To the end of the section.
    Rest,
}

/// How the parser's message begins, what is wrong, and how to mend it. The first that fits counts.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "invalid basic string, expected `\"`",
        "this text has no closing quote",
        "close it with `\"`; a text of several lines begins and ends with `\"\"\"`",
    ),
    (
        "invalid literal string, expected `'`",
        "this text has no closing quote",
        "close it with `'`; a text of several lines begins and ends with `'''`",
    ),
    ("invalid basic string", "a control character in a text", "remove it"),
    ("invalid literal string", "a control character in a text", "remove it"),
    ("invalid multi-line", "a control character in a text", "remove it"),
    (
        "missing escaped value",
        "an unknown escape after `\\`",
        "write `\\\\` for a backslash, or put the text in single quotes",
    ),
    ("key with no value", "a key without a value", "write `key = value`"),
    ("missing value for key", "a key without a value", "write `key = value`"),
    ("unclosed array table", "a heading that is not closed", "end it with `]]`"),
    ("unclosed table", "a heading that is not closed", "end it with `]`"),
    ("unclosed array", "a list that is not closed", "end it with `]`"),
    ("unclosed inline table", "a table that is not closed", "end it with `}`"),
    (
        "missing comma between array elements",
        "a comma is missing in a list",
        "put a `,` between its entries, and a `]` at its end",
    ),
    (
        "missing comma between key-value pairs",
        "a comma is missing in a table",
        "put a `,` between its entries, and a `}` at its end",
    ),
    (
        "extra assignment between key-value pairs",
        "a comma is missing in a table",
        "put a `,` between its entries, and a `}` at its end",
    ),
    ("extra comma", "one comma too many", "remove it"),
    ("extra `=`", "one `=` too many", "remove it"),
    (
        "cannot recurse further",
        "tables or lists lie too deep in one another",
        "three levels are enough",
    ),
    ("recursion limit", "tables lie too deep in one another", "three levels are enough"),
    (
        "invalid unquoted key",
        "a key cannot have this character in it",
        "keys are made of letters from a to z, digits, `-` and `_`; put others in quotes; comments begin with `#`",
    ),
    (
        "unquoted keys cannot be empty",
        "a key is missing",
        "write its name before the `=` or between the brackets",
    ),
    (
        "unexpected key or value",
        "something follows where the line should end",
        "put the next key on a line of its own; decimals are written with a point",
    ),
    ("unexpected leading zero", "a number cannot begin with 0", "remove the zero"),
    ("invalid mantissa", "a number needs a digit before the point", "write `0.5`, not `.5`"),
    ("invalid fraction", "a number needs a digit after the point", "write `1.0`, not `1.`"),
];

/// How the parser's message begins where it met a bare word, or nothing at all, instead of a value.
const NO_VALUE: [&str; 4] = [
    "string values must be quoted",
    "invalid boolean",
    "invalid float, expected `nan`",
    "invalid float, expected `inf`",
];

/// How the parser's message begins where a text of several lines has no end, and its quotes.
const UNCLOSED: [(&str, &str); 2] = [
    ("invalid multi-line basic string, expected `\"`", "\"\"\""),
    ("invalid multi-line literal string, expected `'`", "'''"),
];

impl Wording {
    /// What to say about this message of the parser's, at these bytes of a section's text.
    pub(crate) fn of(message: &str, text: &str, span: &Range<usize>) -> Self {
        let is = |begin: &&str| message.starts_with(begin);
        let line = text[..span.start].rfind('\n').map_or(0, |it| it + 1);
        let is_heading = matches!(text[line..span.start].trim_start(), "[" | "[[");
        let word = text.get(span.clone()).unwrap_or_default();

        if is(&"duplicate key") {
            Self::duplicate(word, is_heading).at(span)
        } else if NO_VALUE.iter().any(is) {
            Self::no_value(word, is_heading).at(span)
        } else if let Some((_, quotes)) = UNCLOSED.iter().find(|(begin, _)| is(begin)) {
            // The parser points to the end of the text; the last quotes are those left open.
            let open = text.rfind(quotes).map_or(span.clone(), |it| it..it + quotes.len());
            let help = format!("close it with {}", quoted(quotes));
            Self::line("this text is never closed", help).at(&open)
        } else if let Some((_, what, help)) = KNOWN.iter().find(|(begin, ..)| is(begin)) {
            Self::line(*what, *help).at(span)
        } else {
            let plain = message.trim_end_matches(", expected nothing");
            Self::line(format!("this is not TOML: {plain}"), "").at(span)
        }
    }

    /// A key or heading that is there already.
    fn duplicate(word: &str, is_heading: bool) -> Self {
        let what = format!("{} is set twice", quoted(word));
        let help =
            "remove one of the two; or is a heading such as `[[criterion]]` missing between them?";
        let explains = if is_heading { Explains::Rest } else { Explains::Line };
        Self { explains, ..Self::line(what, help) }
    }

    /// Something, or nothing, where a value should be.
    fn no_value(word: &str, is_heading: bool) -> Self {
        if word.is_empty() {
            return Self::line("a value is missing", "write it after the `=`");
        }
        if is_heading {
            let wording = Self::line("a heading inside a list", "end the list above it with `]`");
            return Self { explains: Explains::Rest, ..wording };
        }
        let what = format!("{} is not a value", quoted(word));
        Self::line(what, "put texts in quotes, and a comma between two values")
    }

    /// An error that explains others on its line only, as most do.
    fn line(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span: 0..0, what: what.into(), help: help.into(), explains: Explains::Line }
    }

    /// Points at these bytes.
    fn at(self, span: &Range<usize>) -> Self {
        Self { span: span.clone(), ..self }
    }
}
