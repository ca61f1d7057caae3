//! The terminal's clipboard: what is sent to it (OSC 52), and what can be said of that.
//!
//! A terminal does not answer. Many take the text over any number of hops, some ask the user, some
//! refuse without a word; so nothing here says "copied".

/// Bytes of text that are sent at most: the smallest limits of terminals are a little above the
/// 72 000 bytes that this takes as Base64.
const MOST: usize = 54_000;

/// The same for GNU screen, which shows as text what is beyond the 768 bytes that it keeps of a
/// sequence.
const MOST_IN_SCREEN: usize = 540;

/// What the text passes through on its way to the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Nothing that we know of.
    Direct,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

impl Way {
    /// What the environment says. Of one inside the other, the terminal is that of the inner one, and
    /// only screen changes its name.
    pub(super) fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| variable(name).is_some_and(|it| !it.is_empty());
        let is_named_screen = variable("TERM").is_some_and(|it| it.starts_with("screen"));
        match (is_set("STY") && is_named_screen, is_set("TMUX")) {
            (true, _) => Self::Screen,
            (_, true) => Self::Tmux,
            _ => Self::Direct,
        }
    }

    /// Bytes of text that are sent at most.
    const fn most(self) -> usize {
        match self {
            Self::Direct | Self::Tmux => MOST,
            Self::Screen => MOST_IN_SCREEN,
        }
    }
}

/// What a clipboard is sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Copied {
    text: String,
    /// Lines there were before it was cut.
    lines: usize,
    way: Way,
}

impl Copied {
    /// A text without its control characters but the ends of lines, cut after a whole line, or if it
    /// is one, after a whole character.
    pub(super) fn new(text: &str, way: Way) -> Self {
        let mut text: String = text.chars().filter(|it| *it == '\n' || !it.is_control()).collect();
        let lines = text.lines().count();
        let most = way.most();
        if text.len() > most {
            let whole = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let end = text[..whole].rfind('\n').unwrap_or(whole);
            text.truncate(end);
        }
        Self { text, lines, way }
    }

    /// What makes a terminal put it on its clipboard.
    ///
    /// It is not wrapped for tmux or GNU screen. tmux takes it as it is where its user allows programs
    /// the clipboard, and where they do not, a way round that would not be ours to go.
    pub(super) fn sequence(&self) -> String {
        format!("\x1b]52;c;{}\x1b\\", base64(self.text.as_bytes()))
    }

    /// What the user should know.
    pub(super) fn news(&self) -> String {
        let sent = self.text.lines().count();
        let what = match self.lines {
            1 => self.text.trim().to_owned(),
            lines if sent < lines => format!(
                "the first {sent} of {lines} lines, since more is too much for {}",
                if self.way == Way::Screen { "screen" } else { "many terminals" }
            ),
            lines => format!("{lines} lines"),
        };
        let doubt = match self.way {
            Way::Tmux => "tmux passes it on with `set -g set-clipboard on`.",
            Way::Direct | Way::Screen => "Some terminals refuse it.",
        };
        let stop = if what.ends_with(['.', '!', '?']) { "" } else { "." };
        format!("Sent to the terminal's clipboard: {what}{stop} {doubt}")
    }
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            if digit <= group.len() {
                let at = (bits >> (18 - 6 * digit)) & 63;
                text.push(char::from(DIGITS[at as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_the_published_one() {
        for (text, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("\u{ff}\u{3ff}?>", "w7/Pvz8+"),
        ] {
            assert_eq!(base64(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn nothing_in_a_text_can_end_the_sequence_or_drive_the_terminal() {
        let copied = Copied::new("a\x1b]0;x\x07b\u{9d}c\nd\r\0", Way::Direct);
        assert_eq!(copied.text, "a]0;xbc\nd");
        assert_eq!(copied.sequence(), "\x1b]52;c;YV0wO3hiYwpk\x1b\\");
    }

    #[test]
    fn too_long_a_text_is_cut_after_a_whole_line_and_that_is_said() {
        let copied = Copied::new(&"äöü\n".repeat(20_000), Way::Direct);
        assert!(copied.text.ends_with('ü') && copied.text.len() <= MOST);
        let sent = copied.text.lines().count();
        let news = copied.news();
        assert!(news.contains(&format!("the first {sent} of 20000 lines")), "{news}");
        let one_line = Copied::new(&"ä".repeat(MOST), Way::Direct);
        assert_eq!(one_line.text.len(), MOST);
        assert!(Copied::new(&"x".repeat(2 * MOST), Way::Direct).sequence().len() < 74_000);
    }

    #[test]
    fn what_is_said_is_no_more_than_what_is_known() {
        let line = Copied::new("Boat leads.", Way::Direct);
        assert_eq!(
            line.news(),
            "Sent to the terminal's clipboard: Boat leads. Some terminals refuse it."
        );
        let lines = Copied::new("a\nb", Way::Tmux);
        assert_eq!(
            lines.news(),
            "Sent to the terminal's clipboard: 2 lines. tmux passes it on with \
             `set -g set-clipboard on`."
        );
    }
    #[test]
    fn screen_is_sent_no_more_than_it_keeps() {
        let copied = Copied::new(&"twelve bytes\n".repeat(100), Way::Screen);
        assert!(copied.sequence().len() < 768);
        let news = copied.news();
        assert!(
            news.contains("the first 41 of 100 lines, since more is too much for screen"),
            "{news}"
        );
    }

    #[test]
    fn the_environment_tells_what_is_on_the_way() {
        let way = |pairs: &'static [(&str, &str)]| {
            Way::detect(|name| pairs.iter().find(|it| it.0 == name).map(|it| it.1.to_owned()))
        };
        assert_eq!(way(&[("TERM", "xterm")]), Way::Direct);
        assert_eq!(way(&[("TERM", "tmux-256color"), ("TMUX", "/tmp/x")]), Way::Tmux);
        assert_eq!(way(&[("TERM", "screen"), ("TMUX", "/tmp/x")]), Way::Tmux);
        assert_eq!(
            way(&[("TERM", "screen.xterm"), ("STY", "1.x"), ("TMUX", "/tmp/x")]),
            Way::Screen
        );
        assert_eq!(
            way(&[("TERM", "tmux-256color"), ("STY", "1.x"), ("TMUX", "/tmp/x")]),
            Way::Tmux
        );
    }
}
