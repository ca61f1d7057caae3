//! What keys mean.

use super::*;
use crate::app::COMMANDS;

fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn action(context: Context, code: KeyCode, modifiers: KeyModifiers) -> Option<Action> {
    Keymap::default().action(context, press(code, modifiers), |_| Target::Nothing)
}

#[test]
fn the_default_key_map_is_right() {
    assert_eq!(Keymap::parse(DEFAULT).map(|_| ()), Ok(()));
}

#[test]
fn every_command_has_a_key_somewhere() {
    let keymap = Keymap::default();
    let contexts = [Context::Panes, Context::Criteria, Context::Reader, Context::Prompt];
    for row in COMMANDS {
        let bound = contexts.iter().any(|context| !keymap.keys(*context, row.command).is_empty());
        assert!(bound, "{} has no key", row.id);
    }
}

#[test]
fn arrows_move_sliders_in_the_criteria_and_tabs_elsewhere() {
    let none = KeyModifiers::NONE;
    let command = |context| action(context, KeyCode::Right, none);
    assert_eq!(command(Context::Criteria), Some(Action::Command(Command::More)));
    assert_eq!(command(Context::Panes), Some(Action::Command(Command::NextTab)));
}

#[test]
fn a_shifted_letter_is_one_key_however_the_terminal_reports_it() {
    let keys = [
        KeyEvent::new(KeyCode::Char('H'), KeyModifiers::SHIFT),
        KeyEvent::new(KeyCode::Char('H'), KeyModifiers::NONE),
        KeyEvent::new(KeyCode::Char('h'), KeyModifiers::SHIFT),
    ];
    for key in keys {
        assert_eq!(Key::from(key), Key::parse("H").expect("a key"));
    }
    let back_tab = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
    assert_eq!(Key::from(back_tab), Key::parse("shift-tab").expect("a key"));
}

#[test]
fn letters_are_typed_into_a_prompt_and_ctrl_c_still_quits() {
    let none = KeyModifiers::NONE;
    assert_eq!(
        action(Context::Prompt, KeyCode::Char('q'), none),
        Some(Action::Edit(InputRequest::InsertChar('q')))
    );
    assert_eq!(
        action(Context::Prompt, KeyCode::Char('c'), KeyModifiers::CONTROL),
        Some(Action::Command(Command::Quit))
    );
}

#[test]
fn releasing_a_key_does_nothing_and_holding_it_repeats() {
    let mut event = KeyEvent::new(KeyCode::Right, KeyModifiers::NONE);
    event.kind = KeyEventKind::Release;
    let keymap = Keymap::default();
    let act = |event| keymap.action(Context::Criteria, Event::Key(event), |_| Target::Nothing);
    assert_eq!(act(event), None);
    event.kind = KeyEventKind::Repeat;
    assert_eq!(act(event), Some(Action::Command(Command::More)));
}

#[test]
fn a_key_with_two_meanings_in_one_place_is_refused() {
    let error = Keymap::parse("[panes]\nquit = [\"x\"]\nstrike = [\"x\"]").expect_err("a conflict");
    assert_eq!(
        error.to_string(),
        "[panes] x stands for both quit and strike; give it to one of them"
    );
}

#[test]
fn unknown_commands_and_keys_are_refused() {
    let wrong_command = Keymap::parse("[panes]\nfly = [\"x\"]").expect_err("no such command");
    assert!(wrong_command.to_string().contains("fly"), "{wrong_command}");
    let wrong_key = Keymap::parse("[panes]\nquit = [\"hyper-x\"]").expect_err("no such key");
    assert!(wrong_key.to_string().contains("hyper-x"), "{wrong_key}");
}

#[test]
fn names_of_keys_are_read_and_others_are_not() {
    for name in
        ["x", "G", "?", "ctrl-r", "shift-left", "space", "tab", "f5", "alt-enter", "-", "ctrl--"]
    {
        assert!(Key::parse(name).is_some(), "{name}");
    }
    for name in ["", "xy", "f13", "ctrl-", "hyper-x"] {
        assert_eq!(Key::parse(name), None, "{name}");
    }
}
