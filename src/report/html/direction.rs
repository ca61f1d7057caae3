//! The direction of text: where in a line something is written from right to left.

use std::ops::Range;

/// The first run of text that is written from right to left: from its first letter to the last one
/// before a letter of the other direction or a figure, which may be one of ours. `None` where there
/// is none.
pub(super) fn right_to_left(text: &str) -> Option<Range<usize>> {
    let start = text.find(is_right_to_left)?;
    let turns = |c: char| c.is_alphanumeric() && !is_right_to_left(c);
    let length = text[start..].find(turns).unwrap_or(text.len() - start);
    let last = text[start..start + length].rfind(is_right_to_left)?;
    let rest = &text[start + last..];
    Some(start..start + last + rest.chars().next().map_or(0, char::len_utf8))
}

/// Whether a character is in one of the blocks that Unicode keeps for scripts from right to left.
const fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_goes_from_the_first_letter_to_the_last_of_its_direction() {
        for (text, run) in [
            ("", None),
            ("Köln, 東京, 12%", None),
            ("שלום", Some("שלום")),
            ("on שלום, עולם (12%)", Some("שלום, עולם")),
            ("שלום 3 leads over עולם", Some("שלום")),
            ("שלום 2.8, עולם 2.7", Some("שלום")),
            ("مرحبا", Some("مرحبا")),
        ] {
            assert_eq!(right_to_left(text).map(|it| &text[it]), run, "{text}");
        }
    }
}
