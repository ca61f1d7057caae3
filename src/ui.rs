//! The screen, drawn from the [`App`]. Reads, never changes.

use ratatui::Frame;
use ratatui::crossterm::event::MouseEvent;
use ratatui::layout::Size;

use crate::app::{App, Target, View};
use crate::input::Keymap;

/// How the screen looks.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// For key labels.
    pub keymap: Keymap,
}

/// Draws a frame, and says what it shows.
#[must_use]
pub fn draw(app: &App, _look: &Look, frame: &mut Frame) -> View {
    let text = format!("{:?}", app.assessment().scores());
    frame.render_widget(text, frame.area());
    app.view
}

/// What is under the mouse.
#[must_use]
pub fn target(_app: &App, _look: &Look, _size: Size, _event: MouseEvent) -> Target {
    Target::Nothing
}
