//! What holds of the style sheet. `tests/html.rs` has what holds of whole pages, `tests/browser.rs`
//! what a browser makes of them.

use std::collections::BTreeMap;

use super::STYLE;

/// The colours of a scheme: the custom properties in the block that begins at this place.
fn colours(from: &str) -> BTreeMap<&'static str, [f64; 3]> {
    let block = STYLE.split(from).nth(1).and_then(|it| it.split('}').next()).expect("a block");
    let colour = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let part = |at: usize| {
            let hex = value.trim_end_matches(';').get(2 * at..2 * at + 2).expect("two digits");
            f64::from(u8::from_str_radix(hex, 16).expect("hexadecimal digits")) / 255.0
        };
        Some((name, [part(0), part(1), part(2)]))
    };
    block.lines().filter_map(colour).collect()
}

/// The relative luminance of a colour, by WCAG 2.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear =
        |it: f64| if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrasts_are_computed_as_the_guidelines_say() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    let grey = [119.0 / 255.0; 3];
    assert!((contrast(grey, [1.0; 3]) - 4.48).abs() < 0.005);
}

#[test]
fn every_colour_is_well_readable_in_both_schemes() {
    let schemes = [":root {\n", "dark) {\n  :root {\n"].map(colours);
    assert!(schemes[0].keys().eq(schemes[1].keys()), "both schemes have the same colours");
    for colours in schemes {
        let text = ["ink", "dim", "accent", "tip"];
        let charts = ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"];
        for name in text.iter().chain(&charts) {
            for below in ["paper", "panel"] {
                let contrast = contrast(colours[name], colours[below]);
                assert!(contrast >= 4.5, "{name} on {below}: {contrast:.2}");
            }
        }
    }
}

#[test]
fn the_style_sheet_asks_for_nothing_and_ends_where_it_should() {
    for part in ["url(", "@import", "@font-face", "http", "<", "expression("] {
        assert!(!STYLE.contains(part), "{part}");
    }
    assert_eq!(STYLE.matches('{').count(), STYLE.matches('}').count());
}
