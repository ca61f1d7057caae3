//! What the TOML parser says, in the words of somebody who has never read a grammar.

use std::ops::Range;

use crate::pack::log::quoted;

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
    (
        "invalid multi-line basic string, expected `\"`",
        "a text that begins with `\"\"\"` is never closed",
        "close it with `\"\"\"`",
    ),
    (
        "invalid multi-line literal string, expected `'`",
        "a text that begins with `'''` is never closed",
        "close it with `'''`",
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
        "a pack needs three levels",
    ),
    ("recursion limit", "tables lie too deep in one another", "a pack needs three levels"),
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

/// How the parser's message begins where it met a bare word or nothing at all instead of a value.
const NO_VALUE: [&str; 4] = [
    "string values must be quoted",
    "invalid boolean",
    "invalid float, expected `nan`",
    "invalid float, expected `inf`",
];

/// What is wrong, and how to mend it.
pub(super) fn wording(message: &str, text: &str, span: &Range<usize>) -> (String, String) {
    let word = text.get(span.clone()).unwrap_or_default();
    if message.starts_with("duplicate key") {
        return duplicate(word, text, span.start);
    }
    if NO_VALUE.iter().any(|begin| message.starts_with(begin)) {
        return if word.is_empty() {
            ("a value is missing".into(), "write it after the `=`".into())
        } else {
            let what = format!("{} is not a value", quoted(word));
            (what, "put texts in quotes, and a comma between two values".into())
        };
    }
    match KNOWN.iter().find(|(begin, ..)| message.starts_with(begin)) {
        Some((_, what, help)) => ((*what).to_owned(), (*help).to_owned()),
        None => {
            let plain = message.trim_end_matches(", expected nothing");
            (format!("this is not TOML: {plain}"), String::new())
        }
    }
}

/// A key or heading that is there already.
fn duplicate(word: &str, text: &str, at: usize) -> (String, String) {
    let line = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let is_heading = text[line..at].trim_start().starts_with('[');
    let shown = quoted(word);
    match word {
        "decision" if is_heading => (
            "a second `[decision]`".into(),
            "a pack describes one decision: keep one of the two".into(),
        ),
        _ if is_heading => (
            format!("a second {shown}"),
            format!("where there are several, begin each of them with `[[{word}]]`"),
        ),
        _ => (
            format!("{shown} is set twice"),
            "remove one of the two; or is a heading such as `[[criterion]]` missing between them?"
                .into(),
        ),
    }
}
