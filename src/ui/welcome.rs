//! What a newcomer is told before they do anything: where to begin, and what will happen.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::width;
use super::{Frame, Look};
use crate::app::{Command, Context};

/// What can be said, from many words to few.
const INVITATIONS: [&str; 3] = [
    "Welcome. Say what matters, and watch the verdict move. Where a track changes, somebody else would lead.",
    "Welcome. Say what matters, and watch the verdict move.",
    "Say what matters to you.",
];

/// What to do first, and how much it matters to know it: what has the lowest number is named wherever
/// there is room for anything.
const STEPS: [(&[Command], &str, u8); 8] = [
    (&[Command::Less, Command::More], "move the slider", 6),
    (&[Command::PreviousPane], "use cases", 5),
    (&[Command::Open], "why", 0),
    (&[Command::Export], "export", 1),
    (&[Command::Undo], "undo", 2),
    (&[Command::Help], "help", 3),
    (&[Command::Quit], "quit", 4),
    (&[Command::Close], "hide this", 7),
];

pub(super) fn draw(look: &Look, area: Rect, frame: &mut Frame) {
    let room = usize::from(area.width).saturating_sub(2);
    let invitation = INVITATIONS.into_iter().find(|it| width(it) <= room).unwrap_or_default();
    let invitation = Line::styled(format!(" {invitation}"), look.theme.strong);
    let lines = [invitation, steps(look, room)];
    // On one line the keys matter more.
    let skipped = lines.len().saturating_sub(area.height.into());
    for (line, y) in lines.into_iter().skip(skipped).zip(area.y..area.bottom()) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// As many steps as there is room for, those that matter most.
fn steps(look: &Look, mut room: usize) -> Line<'static> {
    let mut by_rank: Vec<_> = STEPS.iter().enumerate().collect();
    by_rank.sort_by_key(|(_, step)| step.2);
    let mut chosen = Vec::new();
    for (at, (commands, name, _)) in by_rank {
        let keys = commands.iter().filter_map(|it| look.key(Context::Criteria, *it));
        let keys = keys.collect::<Vec<_>>().join(" ");
        let needed = width(&keys) + 1 + width(name);
        if keys.is_empty() || needed > room {
            continue;
        }
        room = room.saturating_sub(needed + 3);
        chosen.push((at, keys, *name));
    }
    chosen.sort_by_key(|it| it.0);
    let mut spans = vec![Span::raw(" ")];
    for (_, keys, name) in chosen {
        if spans.len() > 1 {
            spans.push(Span::styled(format!(" {} ", look.glyphs.middle), look.theme.dim));
        }
        spans.push(Span::styled(keys, look.theme.accent));
        spans.push(Span::styled(format!(" {name}"), look.theme.text));
    }
    Line::from(spans)
}
