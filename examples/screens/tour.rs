//! The moving picture at the top of the README: what one does with weigh, in half a minute.

use std::sync::Arc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use weigh::decision::Decision;
use weigh::input::Key;
use weigh::ui::Depth;
use weigh::ui::picture::{Shot, film};

use crate::stage::{Stage, keys};

/// Size of the screen; below it come an empty line and the caption.
const SIZE: (u16, u16) = (120, 34);

/// How long the frame after each key but the last of a step is there.
const QUICK: Duration = Duration::from_millis(220);

/// Some keys, and what they are for.
struct Step {
    keys: &'static str,
    says: &'static str,
    /// How long the last frame is looked at.
    lasts: Duration,
}

const fn step(keys: &'static str, says: &'static str, tenths: u64) -> Step {
    Step { keys, says, lasts: Duration::from_millis(100 * tenths) }
}

const STEPS: &[Step] = &[
    step("", "Node.js or Django? What matters, who leads, and what would change it", 28),
    step(
        "shift-tab down down down down down down down down down enter",
        "start from a use case: this one is close",
        24,
    ),
    step("tab down down down down down", "choose a criterion", 8),
    step("right right", "move its slider: the verdict changes", 28),
    step("T", "or jump just past its tipping point: the leader changes back", 26),
    step("tab", "every rating opens into who said it", 28),
    step("right", "what if? the scores as this moves, and who leads as two do", 34),
    step("v", "how sure is it? on what share of weights each comes first", 32),
    step("esc e", "one key writes the record for your repository", 30),
];

/// Draws it, as SVG.
#[must_use]
pub(crate) fn draw(decision: &Arc<Decision>) -> String {
    let mut stage = Stage::new(decision, ("dark", Depth::True), SIZE);
    let mut shots = Vec::new();
    for step in STEPS {
        let keys = keys(step.keys);
        let mut shoot = |stage: &Stage, pressed: usize| {
            let is_last = pressed == keys.len();
            let lasts = if is_last { step.lasts } else { QUICK };
            shots.push(Shot { buffer: captioned(stage.buffer(), &keys[..pressed], step), lasts });
        };
        if keys.is_empty() {
            shoot(&stage, 0);
        }
        for (index, key) in keys.iter().enumerate() {
            stage.press(*key);
            shoot(&stage, index + 1);
        }
    }
    film(&shots, stage.paper, "weigh: a tour in half a minute")
}

/// The frame with the keys pressed and what they are for below it.
fn captioned(screen: &Buffer, keys: &[Key], step: &Step) -> Buffer {
    let (area, lines) = (screen.area, 2);
    let mut buffer = screen.clone();
    buffer.resize(Rect { height: area.height + lines, ..area });
    let mut spans = vec![Span::raw(" ")];
    let mut rest = keys;
    while let Some(key) = rest.first() {
        let times = rest.iter().take_while(|it| *it == key).count();
        let name = if times > 1 { format!(" {key} ×{times} ") } else { format!(" {key} ") };
        spans.push(Span::styled(name, Style::new().add_modifier(Modifier::REVERSED)));
        spans.push(Span::raw(" "));
        rest = &rest[times..];
    }
    spans.push(Span::styled(step.says, Style::new().add_modifier(Modifier::BOLD)));
    buffer.set_line(area.x, area.bottom() + 1, &Line::from(spans), area.width);
    buffer
}
