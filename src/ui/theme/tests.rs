//! What every bundled theme keeps, and what themes of the user may be.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use self::vision::{Rgb, VISIONS, contrast, distance};
use super::*;
use crate::ui::picture;

mod vision;

/// Colours this far apart (CIE76) are told apart in thin strokes and single letters: about nine
/// times what is just noticed between large patches side by side.
const APART: f64 = 20.0;

/// The depths at which a theme's colours are its own, and not the terminal's.
const DEPTHS: [Depth; 2] = [Depth::True, Depth::Ansi256];

fn theme(name: &str, depth: Depth) -> Theme {
    Theme::bundled(name, depth).expect("a bundled theme")
}

fn rgb(colour: Option<Color>) -> Rgb {
    colour.and_then(picture::colour).expect("a colour of its own")
}

/// The themes with colours, with the background they are made for.
fn coloured() -> impl Iterator<Item = (&'static str, Depth, Theme, Rgb)> {
    Theme::BUNDLED.into_iter().filter(|it| *it != "mono").flat_map(|name| {
        DEPTHS.map(|depth| {
            let theme = theme(name, depth);
            let [r, g, b] = theme.background.expect("a background");
            let ground = picture::colour(depth.colour([r, g, b])).expect("a colour");
            (name, depth, theme, ground)
        })
    })
}

fn alternatives(theme: &Theme) -> Vec<Rgb> {
    theme.alternatives.iter().map(|it| rgb(it.fg)).collect()
}

#[test]
fn every_bundled_theme_is_there_at_every_depth() {
    for name in Theme::BUNDLED {
        for depth in [Depth::Mono, Depth::Ansi16, Depth::Ansi256, Depth::True] {
            let theme = theme(name, depth);
            assert!(!theme.about.is_empty(), "{name}");
            let count = if depth == Depth::Mono || name == "mono" { 1 } else { 8 };
            assert_eq!(theme.alternatives.len(), count, "{name} {depth:?}");
            let cursor = theme.cursor;
            assert!(cursor.bg.is_some() || cursor.add_modifier.contains(Modifier::REVERSED));
        }
    }
    assert_eq!(Theme::bundled("plaid", Depth::True), None);
}

#[test]
fn texts_have_the_contrast_of_wcag_on_the_background_and_on_the_selected_row() {
    for (name, depth, theme, ground) in coloured() {
        // Success criteria 1.4.3 and 1.4.6.
        let least = if name.starts_with("high-contrast") { 7.0 } else { 4.5 };
        let cursor = rgb(theme.cursor.bg);
        let roles = [theme.dim, theme.accent, theme.caution, theme.literal, theme.matched];
        let painted = theme.page.fg.map(|_| theme.page);
        for style in roles.into_iter().chain(theme.alternatives.iter().copied()).chain(painted) {
            // Also on the selected row, where high contrast is down to that of all the others.
            for (ground, least) in [(ground, least), (cursor, 4.5)] {
                let contrast = contrast(rgb(style.fg), ground);
                assert!(contrast >= least, "{name} {depth:?} {style:?} {ground:?}: {contrast:.2}");
            }
        }
    }
}

#[test]
fn frames_stand_back_and_are_seen() {
    for (name, depth, theme, ground) in coloured() {
        // Of graphics, 1.4.11 asks 3:1 for what is needed to understand. Frames and the empty part of
        // a track are not: who has the keys, how long a bar is and where a slider stands is drawn in
        // other roles. Whoever asks for contrast gets the 3:1 all the same.
        let special = name.starts_with("high-contrast") || name.starts_with("colour-blind");
        let least = if special { 3.0 } else { 2.0 };
        let contrast = contrast(rgb(theme.faint.fg), ground);
        assert!(contrast >= least, "{name} {depth:?}: {contrast:.2}");
        let dim = vision::contrast(rgb(theme.dim.fg), ground);
        assert!(contrast < dim, "{name} {depth:?}");
    }
}

#[test]
fn the_first_two_alternatives_are_told_apart_by_every_kind_of_colour_vision() {
    for (name, depth, theme, _) in coloured() {
        let colours = alternatives(&theme);
        for (vision, matrix) in &VISIONS {
            let apart = distance(colours[0], colours[1], matrix);
            assert!(apart >= 2.0 * APART, "{name} {depth:?} {vision}: {apart:.1}");
        }
        for (i, one) in colours.iter().enumerate() {
            for other in &colours[..i] {
                assert_ne!(one, other, "{name} {depth:?}");
            }
        }
    }
}

#[test]
fn the_themes_for_the_colour_blind_keep_four_alternatives_and_the_accent_apart() {
    for (name, depth, theme, _) in coloured().filter(|it| it.0.starts_with("colour-blind")) {
        let mut colours = alternatives(&theme)[..4].to_vec();
        let accent = rgb(theme.accent.fg);
        for (vision, matrix) in &VISIONS {
            for (i, one) in colours.iter().enumerate() {
                for other in &colours[..i] {
                    let apart = distance(*one, *other, matrix);
                    assert!(
                        apart >= APART,
                        "{name} {depth:?} {vision} {one:?} {other:?}: {apart:.1}"
                    );
                }
            }
            for one in &colours[..2] {
                assert!(distance(*one, accent, matrix) >= APART, "{name} {depth:?} {vision}");
            }
        }
        colours.dedup();
        assert_eq!(colours.len(), 4);
    }
}

#[test]
fn without_colour_nothing_has_a_colour_and_the_cursor_is_still_seen() {
    for name in Theme::BUNDLED {
        let theme = theme(name, Depth::Mono);
        for style in [theme.text, theme.dim, theme.accent, theme.cursor, theme.alternative(1)] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert!(theme.cursor.add_modifier.contains(Modifier::REVERSED));
    }
    assert_eq!(theme("mono", Depth::True), theme("dark", Depth::Mono));
}

#[test]
fn sixteen_colours_are_the_terminals_own() {
    for name in Theme::BUNDLED {
        let theme = theme(name, Depth::Ansi16);
        let styles = [theme.dim, theme.faint, theme.accent, theme.cursor, theme.caution];
        for style in styles.into_iter().chain(theme.alternatives) {
            for colour in [style.fg, style.bg].into_iter().flatten() {
                assert!(!matches!(colour, Color::Rgb(..) | Color::Indexed(_)), "{name} {colour}");
            }
        }
    }
}

#[test]
fn a_theme_of_ones_own_says_what_is_different() {
    let own = Theme::read("[roles]\naccent = \"#123456 bold\"\n", Depth::True).expect("a theme");
    let dark = theme("dark", Depth::True);
    assert_eq!(own.accent, Style::new().fg(Color::Rgb(0x12, 0x34, 0x56)).bold());
    assert_eq!((own.dim, own.alternative(3)), (dark.dim, dark.alternative(3)));
    // What it is made for says what it inherits, unless it says so itself.
    let light = Theme::read("appearance = \"light\"", Depth::True).expect("a theme");
    assert_eq!(light.dim, theme("light", Depth::True).dim);
    let own = "appearance = \"light\"\ninherits = \"high-contrast\"";
    let own = Theme::read(own, Depth::True).expect("a theme");
    assert_eq!(
        (own.dim, own.appearance),
        (theme("high-contrast", Depth::True).dim, Some(Appearance::Light))
    );
    // Of the two tables, the one for the terminal counts.
    let both = "[roles]\ndim = \"#010203\"\n[ansi]\ndim = \"blue\"\nalternatives = [\"red\"]";
    let at = |depth| Theme::read(both, depth).expect("a theme");
    assert_eq!(at(Depth::Ansi16).dim.fg, Some(Color::Blue));
    assert_eq!(at(Depth::Ansi16).alternative(5).fg, Some(Color::Red));
    assert_eq!(at(Depth::True).dim.fg, Some(Color::Rgb(1, 2, 3)));
    assert_eq!(at(Depth::Mono), theme("mono", Depth::Mono));
}

#[test]
fn all_that_is_wrong_with_a_theme_is_shown_where_it_stands() {
    let text = r##"inherits = "darc"
background = "black"
[roles]
accnt = "#ffffff"
dim = "#ffffff bald"
faint = 7
cursor = "on"
alternatives = ["#e69f00", "#56b4e", "sky"]
[ansi]
accent = "#c4a7f5"
alternatives = []
[rolls]
dim = "red"
"##;
    for depth in [Depth::True, Depth::Ansi16, Depth::Mono] {
        let faults = Theme::read(text, depth).expect_err("faulty");
        insta::assert_snapshot!("faulty", faults.render("mine.toml", false));
    }
    assert!(Theme::read("roles", Depth::True).is_err() && Theme::read("", Depth::True).is_ok());
}

#[test]
fn the_terminal_says_whether_its_background_is_light() {
    let detect =
        |value: &str| Appearance::detect(|name| (name == "COLORFGBG").then(|| value.into()));
    assert_eq!((detect("0;15"), detect("0;default;7")), (Appearance::Light, Appearance::Light));
    assert_eq!((detect("15;0"), detect("")), (Appearance::Dark, Appearance::Dark));
}

#[test]
fn a_reversed_row_is_one_bar_whatever_colours_are_in_it() {
    let row = |theme: Theme| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
        buffer[(0, 0)].set_fg(Color::Red);
        buffer[(1, 0)].set_fg(Color::Red).set_style(theme.cursor);
        theme.paint(&mut buffer);
        [(0, 0), (1, 0)].map(|at| (buffer[at].fg, buffer[at].modifier))
    };
    let (plain, reversed) = (Modifier::empty(), Modifier::REVERSED);
    for name in ["dark", "light", "colour-blind"] {
        let shown = row(theme(name, Depth::Ansi16));
        assert_eq!(shown, [(Color::Red, plain), (Color::Reset, reversed)], "{name}");
    }
    assert_eq!(row(theme("dark", Depth::True)), [(Color::Red, plain); 2]);
}

#[test]
fn a_theme_with_a_background_paints_what_has_none() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
    buffer[(1, 0)].set_fg(Color::Red);
    buffer[(2, 0)].set_bg(Color::Blue);
    let before = buffer.clone();
    theme("dark", Depth::True).paint(&mut buffer);
    assert_eq!(buffer, before);
    theme("high-contrast", Depth::True).paint(&mut buffer);
    let (white, black) = (Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0));
    let colours: Vec<_> = buffer.content.iter().map(|it| (it.fg, it.bg)).collect();
    assert_eq!(colours, [(white, black), (Color::Red, black), (white, Color::Blue)]);
    // Text on the selected row does not bring the background of the page along.
    assert_eq!(theme("high-contrast", Depth::True).text, Style::new());
}
