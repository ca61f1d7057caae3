//! Keys and mouse to actions.
//!
//! Owns the key map: which keys ask for which command, where. It comes from TOML
//! (`assets/keys.toml`, and over it the user's own), and a map that contradicts itself is an error
//! when it is loaded, not a surprise when a key is pressed. Must not know what a command does, or
//! where things are on screen.

mod key;
mod keymap;

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use tui_input::InputRequest;

use crate::app::{Action, Context, Gesture, Pointer, Target};
pub use key::Key;
pub(crate) use keymap::KEYMAP;
pub use keymap::Keymap;

impl Keymap {
    /// The action that an event of the terminal stands for. What is under the mouse, `target` says.
    #[must_use]
    pub fn action(
        &self,
        context: Context,
        event: Event,
        target: impl FnOnce(MouseEvent) -> Target,
    ) -> Option<Action> {
        match event {
            Event::Key(event) => self.key(context, event),
            Event::Mouse(event) => {
                let gesture = gesture(event.kind)?;
                Some(Action::Point(Pointer { gesture, target: target(event) }))
            }
            Event::Paste(text) => Some(Action::Paste(text)),
            Event::FocusGained | Event::FocusLost | Event::Resize(..) => None,
        }
    }

    fn key(&self, context: Context, event: KeyEvent) -> Option<Action> {
        // Held keys repeat; releases are reported by some terminals and mean nothing here.
        if event.kind == KeyEventKind::Release {
            return None;
        }
        if let Some(command) = self.command(context, Key::from(event)) {
            return Some(Action::Command(command));
        }
        match context {
            Context::Prompt | Context::Export => edit(event).map(Action::Edit),
            _ => None,
        }
    }
}

/// What the mouse does, where it is something we answer.
const fn gesture(kind: MouseEventKind) -> Option<Gesture> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Gesture::Press),
        MouseEventKind::Drag(MouseButton::Left) => Some(Gesture::Drag),
        MouseEventKind::Up(MouseButton::Left) => Some(Gesture::Release),
        MouseEventKind::ScrollUp => Some(Gesture::WheelUp),
        MouseEventKind::ScrollDown => Some(Gesture::WheelDown),
        _ => None,
    }
}

/// The edit that a key stands for in a line of text; the keys are those of the shell.
fn edit(event: KeyEvent) -> Option<InputRequest> {
    use InputRequest as R;
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(match event.code {
        KeyCode::Char('a') if ctrl => R::GoToStart,
        KeyCode::Char('e') if ctrl => R::GoToEnd,
        KeyCode::Char('b') if ctrl => R::GoToPrevChar,
        KeyCode::Char('f') if ctrl => R::GoToNextChar,
        KeyCode::Char('w') if ctrl => R::DeletePrevWord,
        KeyCode::Char('u') if ctrl => R::DeleteLine,
        KeyCode::Char('k') if ctrl => R::DeleteTillEnd,
        KeyCode::Char('h') if ctrl => R::DeletePrevChar,
        KeyCode::Char('d') if ctrl => R::DeleteNextChar,
        // AltGr arrives as Ctrl-Alt on Windows and types a character.
        KeyCode::Char(character) if ctrl == alt => R::InsertChar(character),
        KeyCode::Backspace if ctrl || alt => R::DeletePrevWord,
        KeyCode::Backspace => R::DeletePrevChar,
        KeyCode::Delete => R::DeleteNextChar,
        KeyCode::Left if ctrl => R::GoToPrevWord,
        KeyCode::Right if ctrl => R::GoToNextWord,
        KeyCode::Left => R::GoToPrevChar,
        KeyCode::Right => R::GoToNextChar,
        KeyCode::Home => R::GoToStart,
        KeyCode::End => R::GoToEnd,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
