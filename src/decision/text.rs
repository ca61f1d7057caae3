//! Makes foreign text safe to show: what leaves here cannot drive a terminal.
//!
//! Text from packs and sessions passes through once, when it is loaded, and what is typed or pasted
//! before it stands anywhere. Whole escape sequences go, every other control character becomes
//! U+FFFD, and the characters that reorder text go too.
//! Escaping for an export format (HTML, Markdown, …) is not done here but where the format is.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

/// Text for one line: line breaks and the blanks around them become one space, a tab a space, and
/// no blanks are left at either end.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text.trim());
    }
    let clean = clean(text);
    let folded: Vec<&str> = clean.split('\n').map(str::trim).filter(|it| !it.is_empty()).collect();
    Cow::Owned(folded.join(" ").replace('\t', " "))
}

/// Text of several lines: line breaks become line feeds and stay, a tab becomes four spaces, and
/// no blank lines are left at either end.
#[must_use]
pub fn lines(text: &str) -> String {
    // Most texts are ASCII without anything to clean, which is quickly seen.
    let is_clean = text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n'));
    let clean = if is_clean { text } else { &clean(text).replace('\t', "    ") };
    let body = clean.trim_end();
    // Only whole blank lines go from the start: the first line of a program may be indented.
    let indent = body.len() - body.trim_start().len();
    let start = body[..indent].rfind('\n').map_or(0, |at| at + 1);
    body[start..].to_owned()
}

/// Text that is pasted into a line, blanks at its ends and all: line breaks and tabs become spaces.
#[must_use]
pub fn pasted(text: &str) -> String {
    clean(text).replace(['\n', '\t'], " ")
}

/// Whether a character can be shown as it is: it neither drives a terminal nor reorders text.
#[must_use]
pub fn is_harmless(c: char) -> bool {
    !c.is_control() && !is_reordering(c)
}

/// The character, or U+FFFD in its place where it could drive a terminal: for text that is shown as
/// it stands in a file, escape sequences and all.
#[must_use]
pub fn visible(c: char) -> char {
    if is_harmless(c) { c } else { char::REPLACEMENT_CHARACTER }
}

/// Whether a character reorders the text around it (the bidirectional controls).
const fn is_reordering(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether nothing in the text needs attention.
fn is_plain(text: &str) -> bool {
    // Most texts are ASCII, which is quickly seen.
    text.bytes().all(|it| matches!(it, b' '..=b'~'))
        || text.chars().all(|c| is_harmless(c) && !is_line_separator(c))
}

/// Unicode's own line and paragraph separators.
const fn is_line_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// The text without escape sequences and bidirectional controls, every line break a line feed,
/// tabs as they are, any other control character U+FFFD.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\n' | '\t' => clean.push(c),
            '\u{1b}' => match rest.next_if(|&next| Sequence::after_escape(next).is_some()) {
                Some(next) => skip(Sequence::after_escape(next), &mut rest),
                None => clean.push(char::REPLACEMENT_CHARACTER),
            },
            _ if is_reordering(c) => {}
            _ if Sequence::of_control(c).is_some() => skip(Sequence::of_control(c), &mut rest),
            _ if c.is_control() => clean.push(char::REPLACEMENT_CHARACTER),
            _ => clean.push(c),
        }
    }
    clean
}

/// What kind of escape sequence has begun.
#[derive(Clone, Copy)]
enum Sequence {
    /// CSI: parameters, then one final character.
    Csi,
    /// OSC, DCS, APC, PM, SOS: a string up to its terminator.
    String,
}

impl Sequence {
    /// The kind that escape and this character begin.
    const fn after_escape(c: char) -> Option<Self> {
        match c {
            '[' => Some(Self::Csi),
            ']' | 'P' | '_' | '^' | 'X' => Some(Self::String),
            _ => None,
        }
    }

    /// The kind that this character begins alone, as the 8-bit controls do.
    const fn of_control(c: char) -> Option<Self> {
        match c {
            '\u{9b}' => Some(Self::Csi),
            '\u{9d}' | '\u{90}' | '\u{9f}' | '\u{9e}' | '\u{98}' => Some(Self::String),
            _ => None,
        }
    }
}

/// Swallows the rest of a sequence; one that never ends goes on to the end of the text, as it
/// would on a terminal.
fn skip(sequence: Option<Sequence>, rest: &mut Peekable<Chars<'_>>) {
    match sequence {
        Some(Sequence::Csi) => {
            while rest.next_if(|c| matches!(c, ' '..='?')).is_some() {}
            rest.next_if(|c| matches!(c, '@'..='~'));
        }
        Some(Sequence::String) => {
            while let Some(c) = rest.next() {
                match c {
                    '\u{7}' | '\u{9c}' | '\u{18}' | '\u{1a}' => return,
                    '\u{1b}' if rest.next_if_eq(&'\\').is_some() => return,
                    _ => {}
                }
            }
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(line(" Köln, 東京 "), Cow::Borrowed("Köln, 東京")));
    }

    #[test]
    fn whole_escape_sequences_go() {
        for (raw, shown) in [
            ("a\u{1b}[31;1mb\u{1b}[0mc", "abc"),
            ("a\u{1b}]0;title\u{7}b", "ab"),
            ("a\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "alink"),
            ("a\u{1b}P1;2q#0\u{1b}\\b", "ab"),
            ("a\u{1b}_Gf=100;AAAA\u{1b}\\b", "ab"),
            ("a\u{1b}^pm\u{9c}b\u{1b}Xsos\u{1b}\\c", "abc"),
            ("a\u{9b}2Jb\u{9d}0;t\u{9c}c", "abc"),
            ("a\u{1b}[3", "a"),
            ("a\u{1b}]0;never ends", "a"),
        ] {
            assert_eq!(line(raw), shown, "{raw:?}");
        }
    }

    #[test]
    fn a_sequence_cut_short_does_not_take_the_text_after_it() {
        assert_eq!(line("a\u{1b}[3\u{e9}b"), "aéb");
        assert_eq!(line("a\u{1b}[3\u{1b}[4mb"), "ab");
    }

    #[test]
    fn other_control_characters_become_visible() {
        assert_eq!(
            line("a\u{0}b\u{7}c\u{7f}d\u{85}e\u{1b}c"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}c"
        );
    }

    #[test]
    fn characters_that_reorder_text_go() {
        assert_eq!(line("a\u{202e}b\u{2066}c\u{2069}\u{202c}"), "abc");
        assert_eq!(
            line("\u{200f}שלום"),
            "\u{200f}שלום",
            "a mark without embedding is part of the text"
        );
    }

    #[test]
    fn one_line_folds_line_breaks_and_several_lines_keep_them() {
        let raw = "\n  one  \r\n\ttwo\rthree\u{2028}four\n\n";
        assert_eq!(line(raw), "one two three four");
        assert_eq!(lines(raw), "  one  \n    two\nthree\nfour");
    }

    #[test]
    fn nothing_that_leaves_here_is_a_control_character() {
        let every: String = ('\u{0}'..'\u{3000}').flat_map(|c| [c, 'x', '\u{1b}', c]).collect();
        assert!(line(&every).chars().all(is_harmless));
        assert!(pasted(&every).chars().all(is_harmless));
        assert!(lines(&every).chars().all(|c| c == '\n' || is_harmless(c)));
    }
}
