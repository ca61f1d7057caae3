//! What a newcomer is told before they do anything: where to begin, and what will happen. What else
//! there is to do stands in the line of hints below.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::text::{put, width};
use super::{Frame, Look};
use crate::app::{Command, Context};

pub(super) fn draw(look: &Look, area: Rect, frame: &mut Frame) {
    let invitation = invitation(look, usize::from(area.width).saturating_sub(2));
    let line = Line::styled(format!(" {invitation}"), look.theme.strong);
    put(&line, Rect { height: 1.min(area.height), ..area }, frame);
}

/// What can be said on so many cells.
fn invitation(look: &Look, cells: usize) -> String {
    let key = |command| look.key(Context::Criteria, command).unwrap_or_default();
    let (less, more) = (key(Command::Less), key(Command::More));
    let use_cases = key(Command::PreviousPane);
    let forms = [
        format!(
            "Welcome. Say what matters with {less} and {more}, or begin with a use case \
             ({use_cases}), and watch the verdict move."
        ),
        format!(
            "Welcome. Move a slider with {less} {more}, or begin with a use case: {use_cases}."
        ),
        format!("Move a slider with {less} {more}, or begin with a use case: {use_cases}."),
        format!("{less} {more} moves a slider, {use_cases}: use cases"),
    ];
    forms.into_iter().find(|it| width(it) <= cells).unwrap_or_default()
}
