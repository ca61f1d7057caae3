//! The words of a look: `"#c4a7f5 bold"`, `"on #2d323a"`, `"bright-red underline"`.

use std::ops::Range;

use ratatui::style::{Color, Modifier, Style};

use super::Depth;
use crate::diagnostic::{nearest, quoted};

/// The sixteen colours of a terminal's own palette, and its own colour of text or background.
const NAMED: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// What else a look can have.
const MODIFIERS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// A look, as a regular expression: its words, whether or not they go together.
pub(super) fn pattern(depth: Depth) -> String {
    let names = NAMED.iter().map(|it| it.0).chain(MODIFIERS.iter().map(|it| it.0)).chain(["on"]);
    let mut words: Vec<&str> = names.collect();
    if depth != Depth::Ansi16 {
        words.push(RGB);
    }
    format!(r"^\s*(?:(?:{})(?:\s+|$))*$", words.join("|"))
}

/// What [`rgb`] reads, as a regular expression.
pub(super) const RGB: &str = "#[0-9a-fA-F]{6}";

/// What is wrong with the words of a look.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Bytes of the words.
    pub(super) at: Range<usize>,
    pub(super) what: String,
    pub(super) help: String,
}

/// The look that these words describe on a terminal of this depth; without any, plain text.
pub(super) fn style(words: &str, depth: Depth) -> Result<Style, Wrong> {
    let mut style = Style::new();
    let mut on = None;
    for word in words.split_whitespace() {
        let start = word.as_ptr() as usize - words.as_ptr() as usize;
        let at = start..start + word.len();
        if let Some((_, modifier)) = MODIFIERS.iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(*modifier);
        } else if word == "on" {
            on = Some(at);
        } else {
            let wrong = |(what, help)| Wrong { at: at.clone(), what, help };
            let colour = Some(colour(word, depth).map_err(wrong)?);
            let place = if on.take().is_some() { &mut style.bg } else { &mut style.fg };
            if place.is_some() {
                let help = "a look has one colour, and one more after `on` for what is behind it";
                return Err(wrong((
                    format!("{} is one colour too many", quoted(word)),
                    help.into(),
                )));
            }
            *place = colour;
        }
    }
    match on {
        None => Ok(style),
        Some(at) => Err(Wrong {
            at,
            what: "after `on` a colour is missing".into(),
            help: "write one, such as `on #2d323a`".into(),
        }),
    }
}

/// The colour of a word, or what is wrong with it and how to mend it.
fn colour(word: &str, depth: Depth) -> Result<Color, (String, String)> {
    if let Some((_, colour)) = NAMED.iter().find(|(name, _)| *name == word) {
        return Ok(*colour);
    }
    if word.starts_with('#') {
        let rgb = rgb(word).ok_or_else(|| {
            (format!("{} is not a colour", quoted(word)), "write it like `#c4a7f5`".into())
        })?;
        if depth == Depth::Ansi16 {
            let what = format!("{} is not one of the sixteen colours", quoted(word));
            return Err((what, format!("here colours have names: {}", colours())));
        }
        return Ok(depth.colour(rgb));
    }
    let known = NAMED.iter().map(|it| it.0).chain(MODIFIERS.iter().map(|it| it.0)).chain(["on"]);
    let help = match nearest(word, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "write a colour like `#c4a7f5` or `bright-red`, `on` and another, or bold, dim, \
                 italic, underline, reverse"
            .into(),
    };
    Err((format!("{} is no part of a look", quoted(word)), help))
}

/// Red, green and blue of `#rrggbb`.
pub(super) fn rgb(word: &str) -> Option<[u8; 3]> {
    let digits = word.strip_prefix('#').filter(|it| it.len() == 6)?;
    if !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([r, g, b])
}

/// The names of the colours.
fn colours() -> String {
    NAMED.map(|it| it.0).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_described_in_words() {
        let look = |words| style(words, Depth::True).expect("a look");
        assert_eq!(look(""), Style::new());
        let lilac = Style::new().fg(Color::Rgb(0xc4, 0xa7, 0xf5));
        assert_eq!(look("bold #c4a7f5"), lilac.add_modifier(Modifier::BOLD));
        assert_eq!(
            look("bright-red on #000000"),
            Style::new().fg(Color::LightRed).bg(Color::Rgb(0, 0, 0))
        );
    }

    #[test]
    fn what_is_no_look_is_refused_with_its_place_and_a_way_to_mend_it() {
        for (words, at, what) in [
            ("bold #12345", 5..11, "`#12345` is not a colour"),
            ("#12345é", 0..8, "`#12345é` is not a colour"),
            ("#+12345", 0..7, "`#+12345` is not a colour"),
            ("red  blue", 5..9, "`blue` is one colour too many"),
            ("red on", 4..6, "after `on` a colour is missing"),
            ("underlined", 0..10, "`underlined` is no part of a look"),
        ] {
            let wrong = style(words, Depth::True).expect_err(words);
            assert_eq!((wrong.at, &*wrong.what), (at, what));
            assert!(!wrong.help.is_empty());
        }
        assert!(
            style("#ff0000", Depth::Ansi256).is_ok() && style("#ff0000", Depth::Ansi16).is_err()
        );
    }
}
