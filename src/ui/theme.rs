//! What things look like, by the role they play: no other file of the screen names a colour.
//!
//! The background is the terminal's own, and plain text its own foreground, so that a theme that
//! was guessed wrong still reads.

use ratatui::style::{Color, Modifier, Style};

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
        match variable("COLORTERM").as_deref() {
            Some("truecolor" | "24bit") => Self::True,
            _ if term == "dumb" => Self::Mono,
            _ if term.contains("direct") => Self::True,
            _ if term.contains("256color") => Self::Ansi256,
            _ => Self::Ansi16,
        }
    }
}

/// Which theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// For dark backgrounds.
    #[default]
    Dark,
    /// For light backgrounds.
    Light,
    /// Without colours.
    Mono,
}

impl ThemeName {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Mono];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }

    /// What `COLORFGBG`, which some terminals set, says of the background; dark if it says nothing.
    #[must_use]
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        let colours = variable("COLORFGBG").unwrap_or_default();
        match colours.rsplit(';').next().and_then(|it| it.parse::<u8>().ok()) {
            Some(7 | 15) => Self::Light,
            _ => Self::Dark,
        }
    }
}

/// The look of each role.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// What stands out: names, numbers that matter.
    pub strong: Style,
    /// Titles on a line that has a look of its own.
    pub heading: Style,
    /// What stands back: explanations, units.
    pub dim: Style,
    /// Frames and tracks.
    pub faint: Style,
    /// The frame and title of the pane that has the keys, tabs, keys in help.
    pub accent: Style,
    /// The selected row of the pane that has the keys.
    pub cursor: Style,
    /// What to be careful with, and tipping points.
    pub caution: Style,
    /// Strings in code.
    pub literal: Style,
    /// What a search matched.
    pub matched: Style,
    alternatives: Vec<Style>,
}

/// The colours of a theme.
struct Palette {
    dim: u32,
    faint: u32,
    accent: u32,
    cursor: u32,
    caution: u32,
    alternatives: [u32; 8],
}

/// For dark backgrounds. The first two alternatives are an orange and a blue, which stay apart
/// under the common deficiencies of colour vision.
const DARK: Palette = Palette {
    dim: 0x9a_a0_a6,
    faint: 0x5c_63_6b,
    accent: 0xc6_9c_f4,
    cursor: 0x33_38_40,
    caution: 0xf2_8b_82,
    alternatives: [
        0xe8_a3_3d, 0x62_a8_ff, 0x4e_c9_a0, 0xe0_83_b8, 0xd8_d0_60, 0x9b_8c_ff, 0x5c_d1_e5,
        0xb0_b0_b0,
    ],
};

/// For light backgrounds.
const LIGHT: Palette = Palette {
    dim: 0x5f_63_68,
    faint: 0x9a_a0_a6,
    accent: 0x7b_3f_c4,
    cursor: 0xe4_e7_eb,
    caution: 0xb3_26_1e,
    alternatives: [
        0xa8_60_00, 0x0b_5c_c4, 0x00_75_52, 0xa8_2d_78, 0x70_68_00, 0x5a_41_d0, 0x00_70_86,
        0x5a_5a_5a,
    ],
};

impl Theme {
    /// A theme as a terminal of this depth can show it.
    #[must_use]
    pub fn new(name: ThemeName, depth: Depth) -> Self {
        match (name, depth) {
            (ThemeName::Mono, _) | (_, Depth::Mono) => Self::mono(),
            (_, Depth::Ansi16) => Self::ansi(name),
            (ThemeName::Dark, _) => Self::from_palette(&DARK, depth),
            (ThemeName::Light, _) => Self::from_palette(&LIGHT, depth),
        }
    }

    /// The look of an alternative.
    #[must_use]
    pub fn alternative(&self, alternative: usize) -> Style {
        self.alternatives[alternative % self.alternatives.len()]
    }

    /// The look of whoever leads.
    #[must_use]
    pub fn leader(&self, leader: Option<usize>) -> Style {
        leader.map_or(self.dim, |a| self.alternative(a))
    }

    fn from_palette(palette: &Palette, depth: Depth) -> Self {
        let colour = |rgb: u32| {
            let [_, r, g, b] = rgb.to_be_bytes();
            if depth == Depth::True { Color::Rgb(r, g, b) } else { nearest_256(r, g, b) }
        };
        let fg = |rgb| Style::new().fg(colour(rgb));
        Self {
            text: Style::new(),
            strong: Style::new().add_modifier(Modifier::BOLD),
            heading: heading(),
            dim: fg(palette.dim),
            faint: fg(palette.faint),
            accent: fg(palette.accent),
            cursor: Style::new().bg(colour(palette.cursor)),
            caution: fg(palette.caution),
            literal: fg(palette.alternatives[2]),
            matched: fg(palette.accent).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            alternatives: palette.alternatives.map(fg).into(),
        }
    }

    /// The sixteen colours are the user's own, so the roles are only assigned.
    fn ansi(name: ThemeName) -> Self {
        let fg = |colour| Style::new().fg(colour);
        let light = name == ThemeName::Light;
        let pick = |on_light, on_dark| fg(if light { on_light } else { on_dark });
        Self {
            text: Style::new(),
            strong: Style::new().add_modifier(Modifier::BOLD),
            heading: heading(),
            dim: if light { fg(Color::DarkGray) } else { Style::new() },
            faint: fg(if light { Color::Gray } else { Color::DarkGray }),
            accent: pick(Color::Magenta, Color::LightMagenta),
            cursor: Style::new().add_modifier(Modifier::REVERSED),
            caution: pick(Color::Red, Color::LightRed),
            literal: pick(Color::Green, Color::LightGreen),
            matched: Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            alternatives: vec![
                fg(Color::Yellow),
                pick(Color::Blue, Color::LightBlue),
                pick(Color::Green, Color::LightGreen),
                fg(Color::Magenta),
                pick(Color::Cyan, Color::LightCyan),
                fg(Color::Red),
            ],
        }
    }

    fn mono() -> Self {
        let with = |modifier| Style::new().add_modifier(modifier);
        Self {
            text: Style::new(),
            strong: with(Modifier::BOLD),
            heading: heading(),
            dim: Style::new(),
            faint: with(Modifier::DIM),
            accent: with(Modifier::BOLD),
            cursor: with(Modifier::REVERSED),
            caution: with(Modifier::BOLD),
            literal: Style::new(),
            matched: with(Modifier::BOLD | Modifier::UNDERLINED),
            alternatives: vec![Style::new()],
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::new(ThemeName::Dark, Depth::True)
    }
}

/// Bold, in the terminal's own colour of text.
const fn heading() -> Style {
    Style::new().fg(Color::Reset).add_modifier(Modifier::BOLD)
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
        assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::Ansi256);
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Ansi16);
        assert_eq!(depth(&[("TERM", "dumb")]), Depth::Mono);
        assert_eq!(depth(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]), Depth::Mono);
        assert_eq!(depth(&[("NO_COLOR", ""), ("TERM", "xterm-256color")]), Depth::Ansi256);
    }

    #[test]
    fn without_colour_nothing_has_a_colour_and_the_cursor_is_still_seen() {
        let theme = Theme::new(ThemeName::Dark, Depth::Mono);
        for style in [theme.text, theme.dim, theme.accent, theme.cursor, theme.alternative(1)] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert!(theme.cursor.add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn the_nearest_of_256_is_exact_where_it_can_be() {
        assert_eq!(nearest_256(255, 0, 0), Color::Indexed(196));
        assert_eq!(nearest_256(8, 8, 8), Color::Indexed(232));
        assert_eq!(nearest_256(95, 135, 175), Color::Indexed(67));
    }
}
