//! Why a pack or a session could not be read: a text laid out in lines, to scroll.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{Trouble, Window};
use crate::ui::pane::draw_lines;
use crate::ui::text::fold;
use crate::ui::{Frame, Look};

/// Cells of the overlay: diagnostics are laid out for a hundred.
pub(super) const WIDTH: u16 = 104;

/// Cells of the overlay that are not the text's: its frame, and air beside it.
pub(super) const AROUND: u16 = 4;

pub(super) fn draw(trouble: &Trouble, look: &Look, inside: Rect, frame: &mut Frame) -> Window {
    let lines = lines(trouble, usize::from(inside.width).saturating_sub(2));
    let window =
        Window { offset: trouble.offset, height: inside.height.into(), length: lines.len() };
    let window = window.at(window.offset);
    let shown = lines.into_iter().skip(window.offset).map(|line| {
        let is_head = line.starts_with("error");
        let style = if is_head { look.theme.caution } else { look.theme.text };
        Line::styled(format!(" {line}"), style)
    });
    draw_lines(shown, window, inside, look, frame);
    window
}

/// The text on so many cells. It is laid out already: what is too long goes on below, a little
/// further in than it began.
pub(super) fn lines(trouble: &Trouble, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in &trouble.lines {
        let indent = (line.len() - line.trim_start().len() + 2).min(cells / 3);
        let mut rest = fold(line, cells).into_iter();
        let Some(first) = rest.next() else { continue };
        lines.push(first.to_owned());
        let below = line[first.len()..].trim_start();
        if !below.is_empty() {
            let pieces = fold(below, cells - indent).into_iter();
            lines.extend(pieces.map(|it| format!("{}{it}", " ".repeat(indent))));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Action;
    use crate::ui::tests::{Stage, text_and_style, travel};

    const TEXT: &str = "\
error: `five` is not a rating
  --> travel.toml:27:12
   |
27 |   rating = five
   |            ^^^^ a number from 1 (worst) to 5 (best), such as 3 or 4.5; what has no number \
yet is left out, and counts for nothing
   |
   = help: quote a text, write a number without quotes

1 error in travel.toml
";

    #[test]
    fn why_a_pack_could_not_be_read_is_read_at_every_size() {
        for (width, height) in [(120, 36), (80, 24), (50, 14), (30, 8)] {
            let mut stage = Stage::plain(travel(), (width, height));
            stage.act(Action::Refused(Trouble::new("travel.toml could not be read", TEXT)));
            let name = format!("trouble-{width}x{height}");
            insta::assert_snapshot!(name, text_and_style(stage.buffer()));
            let mut seen = stage.text();
            for _ in 0..30 {
                seen.push_str(&stage.keys("down").text());
            }
            for word in ["rating", "travel.toml", "^^^^", "nothing", "quotes", "1 error in"] {
                assert!(seen.contains(word), "{word} at {width}x{height}\n{seen}");
            }
        }
    }

    #[test]
    fn a_line_that_is_too_long_goes_on_further_in_and_breaks_between_words() {
        let trouble = Trouble::new("", "  | ^^^ one two three\nfour\n\n");
        assert_eq!(lines(&trouble, 14), ["  | ^^^ one", "    two three", "four"]);
        assert_eq!(lines(&trouble, 60), ["  | ^^^ one two three", "four"]);
    }
}
