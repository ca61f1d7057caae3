//! A key with its modifiers, and its name.

use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers. Shift with a character is the shifted character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// Names of the keys that type nothing.
const NAMED: &[(&str, KeyCode, &str)] = &[
    ("space", KeyCode::Char(' '), "Space"),
    ("tab", KeyCode::Tab, "Tab"),
    ("enter", KeyCode::Enter, "Enter"),
    ("esc", KeyCode::Esc, "Esc"),
    ("backspace", KeyCode::Backspace, "Backspace"),
    ("delete", KeyCode::Delete, "Del"),
    ("up", KeyCode::Up, "↑"),
    ("down", KeyCode::Down, "↓"),
    ("left", KeyCode::Left, "←"),
    ("right", KeyCode::Right, "→"),
    ("pageup", KeyCode::PageUp, "PgUp"),
    ("pagedown", KeyCode::PageDown, "PgDn"),
    ("home", KeyCode::Home, "Home"),
    ("end", KeyCode::End, "End"),
];

impl Key {
    /// The key with this name, such as `x`, `G`, `ctrl-r`, `Ctrl+R` or `shift-left`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = name;
        while let Some((before, after)) = rest.split_once(['-', '+']) {
            let modifier = match before.to_ascii_lowercase().as_str() {
                "ctrl" => KeyModifiers::CONTROL,
                "alt" => KeyModifiers::ALT,
                "shift" => KeyModifiers::SHIFT,
                _ => break,
            };
            modifiers |= modifier;
            rest = after;
        }
        let code = match code(rest)? {
            // With Ctrl, terminals send the same for both cases.
            KeyCode::Char(letter) if modifiers == KeyModifiers::CONTROL => {
                KeyCode::Char(letter.to_ascii_lowercase())
            }
            code => code,
        };
        Some(Self::plain(code, modifiers))
    }

    /// Whether it types a character.
    pub(super) fn types(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    /// The other key that terminals send the same code for, and that it arrives as.
    pub(super) fn arrives_as(self) -> Option<&'static str> {
        match self.code {
            _ if self.modifiers != KeyModifiers::CONTROL => None,
            KeyCode::Char('i') => Some("Tab"),
            KeyCode::Char('m') => Some("Enter"),
            KeyCode::Char('[') => Some("Esc"),
            _ => None,
        }
    }

    /// Whatever way the terminal reports it, one key has one form.
    fn plain(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let known = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let modifiers = modifiers & known;
        let unshifted = modifiers - KeyModifiers::SHIFT;
        match code {
            KeyCode::BackTab => {
                Self { code: KeyCode::Tab, modifiers: modifiers | KeyModifiers::SHIFT }
            }
            // Some terminals report Shift-x as `x` with Shift, some as `X`, some as both.
            KeyCode::Char(character) if modifiers.contains(KeyModifiers::SHIFT) => {
                let shifted = if unshifted.is_empty() {
                    character.to_uppercase().next().unwrap_or(character)
                } else {
                    character
                };
                Self { code: KeyCode::Char(shifted), modifiers: unshifted }
            }
            _ => Self { code, modifiers },
        }
    }

    /// The keys of a script: their names with white space between, such as `tab j shift-left x`.
    ///
    /// # Errors
    /// The first name that is none.
    pub fn script(names: &str) -> Result<Vec<Self>, String> {
        names.split_whitespace().map(|name| Self::parse(name).ok_or_else(|| name.into())).collect()
    }

    /// Its name on screen without characters outside ASCII.
    #[must_use]
    pub fn ascii(self) -> String {
        self.name(|(plain, _, shown)| if shown.is_ascii() { shown } else { plain })
    }

    fn name(self, named: impl Fn((&'static str, KeyCode, &'static str)) -> &'static str) -> String {
        let mut name = String::new();
        for (modifier, prefix) in [
            (KeyModifiers::CONTROL, "Ctrl-"),
            (KeyModifiers::ALT, "Alt-"),
            (KeyModifiers::SHIFT, "Shift-"),
        ] {
            if self.modifiers.contains(modifier) {
                name.push_str(prefix);
            }
        }
        match (self.code, NAMED.iter().find(|(_, code, _)| *code == self.code)) {
            (_, Some(key)) => name.push_str(named(*key)),
            (KeyCode::Char(character), None) => name.push(character),
            (code, None) => name.push_str(&code.to_string()),
        }
        name
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        Self::plain(event.code, event.modifiers)
    }
}

/// The key being pressed.
impl From<Key> for KeyEvent {
    fn from(key: Key) -> Self {
        Self::new(key.code, key.modifiers)
    }
}

/// Its name on screen.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name(|(_, _, shown)| shown))
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let is_name = |it: &&(&str, KeyCode, &str)| {
        it.0.eq_ignore_ascii_case(name) || it.2.eq_ignore_ascii_case(name)
    };
    if let Some((_, code, _)) = NAMED.iter().find(is_name) {
        return Some(*code);
    }
    let mut characters = name.chars();
    match (characters.next(), characters.as_str()) {
        (Some(character), "") if !character.is_control() => Some(KeyCode::Char(character)),
        (Some('f' | 'F'), number) => {
            number.parse().ok().filter(|n| (1..=12).contains(n)).map(KeyCode::F)
        }
        _ => None,
    }
}
