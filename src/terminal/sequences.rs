//! Puts together what the event library takes apart.
//!
//! A key other than a letter comes as a sequence that begins with the Esc character, and only time
//! tells it from the key Esc. The library asks no clock: where the two characters of Esc and of a
//! sequence come together, as with a key held with Alt or typed right after Esc, or where a slow line
//! brings the first character of a sequence by itself, it hears Esc and then letters, and letters are
//! commands. Nor does it know the answers of terminals to questions of somebody before us. So after
//! what may be the beginning of one we wait for a moment, which is longer than the rest takes and
//! shorter than any hand.
//!
//! Owns nothing of what keys do.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// How long the rest of a sequence may take.
const MOMENT: Duration = Duration::from_millis(25);

/// Characters of a sequence of a key or of the mouse, at most.
const LONGEST: usize = 32;

/// Events of a terminal's answer, at most: a clipboard may be in it.
const LONGEST_ANSWER: usize = 1 << 16;

/// Events, with sequences in one piece.
pub(super) struct Sequences<R> {
    /// The next event, and if there is a limit, none after so long.
    read: R,
    /// What was read to see whether it belongs to a sequence, and did not.
    ahead: VecDeque<Event>,
}

impl Sequences<fn(Option<Duration>) -> io::Result<Option<Event>>> {
    /// The events of the terminal.
    pub(super) fn of_terminal() -> Self {
        Self::new(|limit| match limit {
            Some(limit) if !event::poll(limit)? => Ok(None),
            _ => event::read().map(Some),
        })
    }
}

impl<R: FnMut(Option<Duration>) -> io::Result<Option<Event>>> Sequences<R> {
    fn new(read: R) -> Self {
        Self { read, ahead: VecDeque::new() }
    }

    /// Whether the next event is here already.
    pub(super) fn is_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// The next event, whenever it comes.
    ///
    /// # Errors
    /// When no more can be read.
    pub(super) fn next(&mut self) -> io::Result<Event> {
        loop {
            let Some(event) = self.pull(None)? else { continue };
            let is_over = match &event {
                Event::Key(key) if is_escape(key) => !self.complete()?,
                Event::Key(key) if opens_answer(key) => !self.swallow()?,
                _ => true,
            };
            if is_over {
                return Ok(event);
            }
        }
    }

    fn pull(&mut self, limit: Option<Duration>) -> io::Result<Option<Event>> {
        match self.ahead.pop_front() {
            Some(event) => Ok(Some(event)),
            None => (self.read)(limit),
        }
    }

    /// After Esc: takes in the rest of a sequence, if there is one. Whether Esc was no key.
    fn complete(&mut self) -> io::Result<bool> {
        let mut taken = Vec::new();
        let mut text = String::new();
        while let Some(event) = self.pull(Some(MOMENT))? {
            let letter = letter(&event);
            taken.push(event);
            let Some(letter) = letter else { break };
            text.push(letter);
            match Sequence::of(&text) {
                Sequence::Unfinished if text.len() < LONGEST => {}
                Sequence::Unfinished | Sequence::None => break,
                Sequence::Mouse => return Ok(true),
                Sequence::Unknown => return Ok(false),
                Sequence::Key(key) => {
                    self.ahead.push_front(Event::Key(key));
                    return Ok(false);
                }
            }
        }
        for event in taken.into_iter().rev() {
            self.ahead.push_front(event);
        }
        Ok(false)
    }

    /// Takes in a terminal's answer up to its end, or as long as it goes on. Whether there was any.
    fn swallow(&mut self) -> io::Result<bool> {
        for count in 0..LONGEST_ANSWER {
            let Some(event) = self.pull(Some(MOMENT))? else { return Ok(count > 0) };
            if matches!(event, Event::Key(key) if ends_answer(&key)) {
                break;
            }
        }
        Ok(true)
    }
}

/// What stands behind Esc.
#[derive(Debug, PartialEq, Eq)]
enum Sequence {
    /// No sequence at all.
    None,
    /// The beginning of one.
    Unfinished,
    /// One that nobody here knows.
    Unknown,
    /// A report of the mouse. Nobody is quick enough for Esc and the mouse, so it was torn apart.
    Mouse,
    Key(KeyEvent),
}

impl Sequence {
    /// By the codes that xterm, rxvt and the console of Linux send.
    fn of(text: &str) -> Self {
        let key = |code, modifiers| Self::Key(KeyEvent::new(code, modifiers));
        let mut letters = text.chars();
        match (letters.next(), letters.as_str()) {
            (Some('O' | '['), "") | (Some('['), "[") => Self::Unfinished,
            (Some('O'), rest) => match code(rest) {
                Some(code) => key(code, KeyModifiers::NONE),
                None => Self::Unknown,
            },
            (Some('['), rest) if rest.starts_with('[') => match rest.as_bytes()[1] {
                letter @ b'A'..=b'E' => key(KeyCode::F(letter - b'A' + 1), KeyModifiers::NONE),
                _ => Self::Unknown,
            },
            (Some('['), rest) => match rest.char_indices().next_back() {
                Some((at, last @ '@'..='~')) => Self::control(&rest[..at], last),
                Some((_, ' '..='?')) => Self::Unfinished,
                _ => Self::None,
            },
            _ => Self::None,
        }
    }

    /// A control sequence with these parameters and this end.
    fn control(parameters: &str, end: char) -> Self {
        if parameters.starts_with('<') {
            return Self::Mouse;
        }
        let mut numbers = parameters.split(';').map(str::parse::<u8>);
        let (first, second) = (numbers.next(), numbers.next());
        let code = match (end, first) {
            ('~', Some(Ok(number))) => numbered(number),
            (end, _) => code(end.encode_utf8(&mut [0; 4])),
        };
        let bits = second.and_then(Result::ok).unwrap_or(1).saturating_sub(1);
        let held = [KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL];
        let held = (0_u8..).zip(held).filter(|(bit, _)| bits >> bit & 1 == 1);
        let modifiers = held.map(|(_, it)| it).collect();
        code.map_or(Self::Unknown, |code| Self::Key(KeyEvent::new(code, modifiers)))
    }
}

/// The key whose sequence ends so.
fn code(end: &str) -> Option<KeyCode> {
    Some(match end {
        "A" => KeyCode::Up,
        "B" => KeyCode::Down,
        "C" => KeyCode::Right,
        "D" => KeyCode::Left,
        "F" => KeyCode::End,
        "H" => KeyCode::Home,
        "Z" => KeyCode::BackTab,
        "P" => KeyCode::F(1),
        "Q" => KeyCode::F(2),
        "R" => KeyCode::F(3),
        "S" => KeyCode::F(4),
        _ => return None,
    })
}

/// The key whose sequence has this number.
fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=26 => KeyCode::F(number - 12),
        _ => return None,
    })
}

fn is_escape(key: &KeyEvent) -> bool {
    key.code == KeyCode::Esc && key.kind == KeyEventKind::Press && key.modifiers.is_empty()
}

/// Whether an answer to a question about colours, names or settings may begin with this key: Esc and
/// one of these letters.
fn opens_answer(key: &KeyEvent) -> bool {
    key.modifiers.contains(KeyModifiers::ALT)
        && matches!(key.code, KeyCode::Char(']' | 'P' | '_' | '^'))
}

/// Whether an answer ends with this key: the bell, or Esc and a backslash.
fn ends_answer(key: &KeyEvent) -> bool {
    match key.code {
        KeyCode::Char('g') => key.modifiers == KeyModifiers::CONTROL,
        KeyCode::Char('\\') => key.modifiers.contains(KeyModifiers::ALT),
        _ => false,
    }
}

/// The letter that a key types.
fn letter(event: &Event) -> Option<char> {
    let key = event.as_key_press_event()?;
    let KeyCode::Char(letter) = key.code else { return None };
    key.modifiers.difference(KeyModifiers::SHIFT).is_empty().then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode) -> Event {
        with(code, KeyModifiers::NONE)
    }

    fn with(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    /// What the library hears; a pause where there is a `·`.
    fn heard(text: &str) -> Vec<Option<Event>> {
        let hear = |it| match it {
            '·' => None,
            '\x1b' => Some(key(KeyCode::Esc)),
            '\x07' => Some(with(KeyCode::Char('g'), KeyModifiers::CONTROL)),
            // Esc and a letter that no sequence of a key begins with.
            '⌥' => Some(with(KeyCode::Char(']'), KeyModifiers::ALT)),
            '⎇' => Some(with(KeyCode::Char('\\'), KeyModifiers::ALT)),
            it if it.is_uppercase() => Some(with(KeyCode::Char(it), KeyModifiers::SHIFT)),
            it => Some(key(KeyCode::Char(it))),
        };
        text.chars().map(hear).collect()
    }

    /// What becomes of it.
    fn told(text: &str) -> Vec<Event> {
        let mut heard = heard(text).into_iter();
        let read = |limit: Option<Duration>| match (heard.next(), limit) {
            (None, None) => Err(io::ErrorKind::UnexpectedEof.into()),
            (event, _) => Ok(event.flatten()),
        };
        let mut sequences = Sequences::new(read);
        std::iter::from_fn(|| sequences.next().ok()).collect()
    }

    #[test]
    fn a_key_behind_esc_is_a_key_and_no_command() {
        let esc = || key(KeyCode::Esc);
        for (text, code) in [
            ("\x1bOR", KeyCode::F(3)),
            ("\x1bOH", KeyCode::Home),
            ("\x1b[6~", KeyCode::PageDown),
            ("\x1b[3~", KeyCode::Delete),
            ("\x1b[D", KeyCode::Left),
            ("\x1b[15~", KeyCode::F(5)),
            ("\x1b[24~", KeyCode::F(12)),
            ("\x1b[[B", KeyCode::F(2)),
            ("\x1b[Z", KeyCode::BackTab),
        ] {
            assert_eq!(told(text), [esc(), key(code)], "{text:?}");
            assert_eq!(told(&format!("{text}x"))[2], key(KeyCode::Char('x')), "{text:?}");
        }
        let held = with(KeyCode::Right, KeyModifiers::SHIFT | KeyModifiers::CONTROL);
        assert_eq!(told("\x1b[1;6C"), [esc(), held]);
        assert_eq!(told("\x1b[99~"), [esc()], "nobody knows it");
    }

    #[test]
    fn a_report_of_the_mouse_that_was_torn_apart_is_nothing() {
        assert_eq!(told("\x1b[<0;60;12Mx"), [key(KeyCode::Char('x'))]);
    }

    #[test]
    fn what_is_typed_after_a_moment_is_typed() {
        for text in ["\x1b", "\x1b·[6~", "\x1b·OR", "\x1b[·6", "\x1bx", "\x1b\x1b", "O", "[6~"] {
            let all: Vec<Event> = heard(text).into_iter().flatten().collect();
            assert_eq!(told(text), all, "{text:?}");
        }
        assert_eq!(told("\x1b\x1bOR").len(), 3, "two of Esc, and the key");
    }

    #[test]
    fn an_answer_to_somebody_before_us_is_not_for_us() {
        let x = || key(KeyCode::Char('x'));
        assert_eq!(told("⌥11;rgb:1e1e/1e1e/2e2e⎇x"), [x()]);
        assert_eq!(told("⌥0;Rq\x07x"), [x()]);
        assert_eq!(told("⌥0;R·x"), [x()], "without an end, it ends when nothing more comes");
        assert_eq!(told("⌥·x"), [with(KeyCode::Char(']'), KeyModifiers::ALT), x()]);
    }
}
