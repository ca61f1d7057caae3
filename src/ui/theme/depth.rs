//! How many colours the terminal can show, and which of those is meant.

use ratatui::style::Color;

/// How many colours the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: bold, underline and reverse have to do.
    Mono,
    /// The sixteen of the terminal's own palette.
    Ansi16,
    /// The 256 of xterm.
    Ansi256,
    /// 24 bits.
    True,
}

impl Depth {
    /// What the environment says: `NO_COLOR`, `COLORTERM`, `TERM`. The terminal itself is not
    /// asked, because its answer may come late and be taken for keys.
    #[must_use]
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        if variable("NO_COLOR").is_some_and(|it| !it.is_empty()) {
            return Self::Mono;
        }
        let term = variable("TERM").unwrap_or_default();
        // GNU screen hands on the variables of the terminal that it was started in, whose colours it
        // does not know.
        let in_screen = variable("STY").is_some() && term.starts_with("screen");
        match variable("COLORTERM").as_deref() {
            Some("truecolor" | "24bit") if in_screen => Self::Ansi256,
            Some("truecolor" | "24bit") => Self::True,
            _ if term == "dumb" => Self::Mono,
            _ if term.contains("direct") => Self::True,
            _ if term.contains("256color") => Self::Ansi256,
            _ => Self::Ansi16,
        }
    }

    /// A colour as a terminal of this depth can show it.
    pub(super) fn colour(self, [r, g, b]: [u8; 3]) -> Color {
        if self == Self::True { Color::Rgb(r, g, b) } else { nearest_256(r, g, b) }
    }
}

/// The closest of xterm's 256 colours, of its 6 × 6 × 6 cube and its greys.
fn nearest_256(r: u8, g: u8, b: u8) -> Color {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let level = |x: u8| (0_u8..6).min_by_key(|&i| LEVELS[usize::from(i)].abs_diff(x)).unwrap_or(0);
    let distance = |(x, y, z): (u8, u8, u8)| {
        let square = |p: u8, q: u8| u32::from(p.abs_diff(q)).pow(2);
        square(x, r) + square(y, g) + square(z, b)
    };
    let steps = [level(r), level(g), level(b)];
    let [red, green, blue] = steps.map(|step| LEVELS[usize::from(step)]);
    let grey =
        (0_u8..24).min_by_key(|&n| distance((8 + 10 * n, 8 + 10 * n, 8 + 10 * n))).unwrap_or(0);
    let shade = 8 + 10 * grey;
    if distance((shade, shade, shade)) < distance((red, green, blue)) {
        Color::Indexed(232 + grey)
    } else {
        Color::Indexed(16 + 36 * steps[0] + 6 * steps[1] + steps[2])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
        move |name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into())
    }

    #[test]
    fn the_environment_tells_how_many_colours_there_are() {
        let depth = |pairs| Depth::detect(environment(pairs));
        assert_eq!(depth(&[("COLORTERM", "truecolor"), ("TERM", "xterm")]), Depth::True);
        assert_eq!(
            depth(&[("STY", "1.x"), ("COLORTERM", "truecolor"), ("TERM", "screen.xterm")]),
            Depth::Ansi256
        );
        assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::Ansi256);
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Ansi16);
        assert_eq!(depth(&[("TERM", "dumb")]), Depth::Mono);
        assert_eq!(depth(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]), Depth::Mono);
        assert_eq!(depth(&[("NO_COLOR", ""), ("TERM", "xterm-256color")]), Depth::Ansi256);
    }

    #[test]
    fn the_nearest_of_256_is_exact_where_it_can_be() {
        assert_eq!(nearest_256(255, 0, 0), Color::Indexed(196));
        assert_eq!(nearest_256(8, 8, 8), Color::Indexed(232));
        assert_eq!(nearest_256(95, 135, 175), Color::Indexed(67));
    }
}
