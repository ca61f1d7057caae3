//! Keys and mouse to actions.
//!
//! Owns the key map: which keys ask for which command, where. It comes from TOML
//! (`assets/keys.toml`), and a map that contradicts itself is an error when it is loaded, not a
//! surprise when a key is pressed. Must not know what a command does, or where things are on
//! screen.

mod key;

use std::collections::{BTreeMap, HashMap};

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use serde::Deserialize;
use tui_input::InputRequest;

use crate::app::{Action, Command, Context, Gesture, Pointer, Target};
pub use key::Key;

/// The default key map.
const DEFAULT: &str = include_str!("../assets/keys.toml");

/// Which keys ask for which command.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: HashMap<(Place, Key), Command>,
    /// The same in order, for key help: a command's keys as its line of the file has them.
    listed: Vec<(Place, Key, Command)>,
}

/// A table of the key map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Place {
    Everywhere,
    Panes,
    Criteria,
    List,
    Reader,
    Prompt,
}

/// Why a key map cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// It is not TOML, or not of the right form.
    #[error("{0}")]
    Syntax(String),
    /// It names a command that does not exist.
    #[error("[{place}] {id}: there is no such command; `weigh` lists its commands under `:`")]
    UnknownCommand {
        /// Table of the key map.
        place: String,
        /// What was taken for a command.
        id: String,
    },
    /// It names a key that does not exist.
    #[error(
        "[{place}] {id}: {key:?} is not a key; write it like \"x\", \"ctrl-r\" or \"shift-left\""
    )]
    UnknownKey {
        /// Table of the key map.
        place: String,
        /// Id of the command.
        id: String,
        /// What was taken for a key.
        key: String,
    },
    /// It gives a key two meanings in one place.
    #[error("[{place}] {key} stands for both {first} and {second}; give it to one of them")]
    Conflict {
        /// Table of the key map.
        place: String,
        /// The key.
        key: String,
        /// Id of the command it stands for already.
        first: String,
        /// Id of the other one.
        second: String,
    },
}

impl Default for Keymap {
    fn default() -> Self {
        match Self::parse(DEFAULT) {
            Ok(keymap) => keymap,
            Err(error) => unreachable!("a test holds the default key map to be right: {error}"),
        }
    }
}

impl Keymap {
    /// Reads a key map.
    ///
    /// # Errors
    /// When it is not TOML of the right form, or contradicts itself.
    pub fn parse(text: &str) -> Result<Self, KeymapError> {
        let tables: toml::Table = toml::from_str(text).map_err(|error| syntax(&error))?;
        let mut keymap = Self { bindings: HashMap::new(), listed: Vec::new() };
        for (name, table) in tables {
            let place: Place =
                toml::Value::String(name.clone()).try_into().map_err(|error| syntax(&error))?;
            let rows: BTreeMap<String, Vec<String>> =
                table.try_into().map_err(|error| syntax(&error))?;
            for (id, keys) in rows {
                let command = Command::by_id(&id).ok_or_else(|| KeymapError::UnknownCommand {
                    place: name.clone(),
                    id: id.clone(),
                })?;
                for text in keys {
                    keymap.bind((place, &name), &text, command)?;
                }
            }
        }
        Ok(keymap)
    }

    fn bind(
        &mut self,
        (place, name): (Place, &str),
        text: &str,
        command: Command,
    ) -> Result<(), KeymapError> {
        let id = command.row().id;
        let key = Key::parse(text).ok_or_else(|| KeymapError::UnknownKey {
            place: name.into(),
            id: id.into(),
            key: text.into(),
        })?;
        match self.bindings.insert((place, key), command) {
            Some(other) if other != command => {
                let mut ids = [other.row().id, id];
                ids.sort_unstable();
                return Err(KeymapError::Conflict {
                    place: name.into(),
                    key: text.into(),
                    first: ids[0].into(),
                    second: ids[1].into(),
                });
            }
            Some(_) => {}
            None => self.listed.push((place, key, command)),
        }
        Ok(())
    }

    /// What a key asks for.
    #[must_use]
    pub fn command(&self, context: Context, key: Key) -> Option<Command> {
        places(context).iter().find_map(|place| self.bindings.get(&(*place, key)).copied())
    }

    /// The keys that ask for a command in a context: those of the closest table first, as it lists
    /// them.
    #[must_use]
    pub fn keys(&self, context: Context, command: Command) -> Vec<Key> {
        let bound_in = |place: &Place| {
            let place = *place;
            self.listed.iter().filter(move |row| row.0 == place && row.2 == command)
        };
        places(context)
            .iter()
            .flat_map(bound_in)
            .map(|(_, key, _)| *key)
            .filter(|key| self.command(context, *key) == Some(command))
            .collect()
    }

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
        if context == Context::Prompt { edit(event).map(Action::Edit) } else { None }
    }
}

/// The tables of the key map that apply in a context, the closest first.
const fn places(context: Context) -> &'static [Place] {
    match context {
        Context::Criteria => &[Place::Criteria, Place::Panes, Place::Everywhere],
        Context::Panes => &[Place::Panes, Place::Everywhere],
        Context::List => &[Place::List, Place::Everywhere],
        Context::Reader => &[Place::Reader, Place::Everywhere],
        Context::Prompt => &[Place::Prompt, Place::Everywhere],
    }
}

fn syntax(error: &toml::de::Error) -> KeymapError {
    KeymapError::Syntax(error.to_string().trim_end().to_owned())
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
