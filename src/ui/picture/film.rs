//! Frames one after the other, as one picture that moves without a script.
//!
//! As in a terminal, each frame draws what is new in it over what is there; all go away when it
//! begins again. Who asks for less motion, and what cannot move, shows the first.

use std::fmt::Write;
use std::ops::Range;
use std::time::Duration;

use ratatui::buffer::Buffer;

use super::ink::Ink;
use super::{Paper, frame};

/// A frame, and how long it is looked at.
#[derive(Debug, Clone)]
pub struct Shot {
    /// The frame.
    pub buffer: Buffer,
    /// How long it is there.
    pub lasts: Duration,
}

/// Equal cells between two that differ which are drawn with them: fewer than an element is long.
const BRIDGE: u16 = 12;

/// Frames of one size as a moving SVG image that begins again when it is over; empty without any.
#[must_use]
pub fn film(shots: &[Shot], paper: Paper, title: &str) -> String {
    let Some((first, rest)) = shots.split_first() else { return String::new() };
    let total: Duration = shots.iter().map(|it| it.lasts).sum();
    let (mut style, mut layers) = (String::new(), String::new());
    let seconds = total.as_secs_f64();
    let _ = writeln!(style, ".f{{visibility:hidden;animation:{seconds}s step-end infinite}}");
    let (mut shown, mut begins) = (&first.buffer, first.lasts);
    for (index, shot) in rest.iter().enumerate() {
        let mut ink = Ink::over(paper);
        for y in shown.area.y..shown.area.bottom() {
            for columns in differences(shown, &shot.buffer, y) {
                ink.draw(&shot.buffer, y, columns);
            }
        }
        let name = index + 1;
        let share = 100.0 * begins.as_secs_f64() / seconds;
        let _ = writeln!(
            style,
            "@keyframes f{name}{{0%{{visibility:hidden}}{share:.3}%{{visibility:visible}}}}\
             .f{name}{{animation-name:f{name}}}"
        );
        let _ = writeln!(layers, "<g class=\"f f{name}\">\n{}</g>", ink.elements());
        (shown, begins) = (&shot.buffer, begins + shot.lasts);
    }
    style.push_str("@media(prefers-reduced-motion:reduce){.f{animation:none}}\n");
    frame(&first.buffer, paper, title, &style, &layers)
}

/// Where a line differs between two frames.
fn differences(before: &Buffer, after: &Buffer, y: u16) -> Vec<Range<u16>> {
    let mut found: Vec<Range<u16>> = Vec::new();
    for x in after.area.x..after.area.right() {
        if before[(x, y)] == after[(x, y)] {
            continue;
        }
        match found.last_mut() {
            Some(last) if x - last.end <= BRIDGE => last.end = x + 1,
            _ => found.push(x..x + 1),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shot(lines: [&str; 2], lasts: u64) -> Shot {
        Shot { buffer: Buffer::with_lines(lines), lasts: Duration::from_secs(lasts) }
    }

    #[test]
    fn a_frame_draws_only_what_is_new_in_it_at_its_time() {
        let shots = [shot(["ab<", "same"], 1), shot(["abc", "same"], 3)];
        let film = film(&shots, Paper::DARK, "two");
        let (first, second) = film.split_once("<g class=\"f f1\">").expect("a second frame");
        assert!(first.contains(">ab&lt;</text>") && first.contains(">same</text>"), "{first}");
        assert!(first.contains("animation:4s") && first.contains("25.000%{visibility:visible}"));
        assert!(second.contains(">c</text>") && !second.contains("same"), "{second}");
    }

    #[test]
    fn differences_are_bridged_where_that_is_shorter() {
        let before = Buffer::with_lines(["abcdefghijklmnopqrstuvwxyz"]);
        let after = Buffer::with_lines(["Abcdefghijklmnopqrstuvwxyz"]);
        assert_eq!(differences(&before, &after, 0).last(), Some(&(0..1)));
        let after = Buffer::with_lines(["AbcDefghijklmnopqrstuvwxyZ"]);
        assert_eq!(differences(&before, &after, 0), [0..4, 25..26]);
        assert_eq!(differences(&before, &before, 0), []);
    }
}
