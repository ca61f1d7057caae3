//! What keys mean.

use super::*;
use crate::app::{COMMANDS, Command};
use crate::diagnostic::Fields;

fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn action(context: Context, code: KeyCode, modifiers: KeyModifiers) -> Option<Action> {
    Keymap::default().action(context, press(code, modifiers), |_| Target::Nothing)
}

#[test]
fn every_command_has_a_key_somewhere() {
    let keymap = Keymap::default();
    let contexts =
        [Context::Panes, Context::Criteria, Context::Reader, Context::Prompt, Context::Export];
    for row in COMMANDS {
        let bound =
            contexts.iter().any(|context| keymap.keys(*context, row.command).next().is_some());
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
fn letters_are_typed_into_a_prompt_and_ctrl_c_closes_it() {
    let none = KeyModifiers::NONE;
    assert_eq!(
        action(Context::Prompt, KeyCode::Char('q'), none),
        Some(Action::Edit(InputRequest::InsertChar('q')))
    );
    assert_eq!(
        action(Context::Prompt, KeyCode::Char('c'), KeyModifiers::CONTROL),
        Some(Action::Command(Command::Close))
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

/// The default keys with these over them, or what is wrong with these.
fn rebound(text: &str) -> Result<Keymap, Vec<String>> {
    let mut keymap = Keymap::default();
    let faults = keymap.rebind(Fields::parse(text, &KEYMAP).expect("TOML"));
    if faults.is_empty() { Ok(keymap) } else { Err(faults.into_iter().map(|it| it.what).collect()) }
}

fn key(name: &str) -> Key {
    Key::parse(name).expect("a key")
}

#[test]
fn a_key_of_the_user_replaces_adds_and_unbinds() {
    let keymap = rebound("[criteria]\nctrl-s = \"export\"\nx = \"none\"\n[panes]\nd = \"undo\"");
    let keymap = keymap.expect("right");
    let command = |context, name| keymap.command(context, key(name));
    assert_eq!(command(Context::Criteria, "ctrl-s"), Some(Command::Export));
    assert_eq!(command(Context::Panes, "ctrl-s"), None);
    // What is unbound in one place still works in the others.
    assert_eq!(command(Context::Criteria, "x"), None);
    assert_eq!(command(Context::Panes, "x"), Some(Command::Exclude));
    assert_eq!(command(Context::Criteria, "d"), Some(Command::Undo));
    // The user's own keys are shown before the others.
    let keys = |context, command| keymap.keys(context, command).collect::<Vec<_>>();
    assert_eq!(keys(Context::Criteria, Command::Export), [key("ctrl-s"), key("e")]);
    assert_eq!(keys(Context::Panes, Command::Undo), [key("d"), key("u")]);
    assert_eq!(keys(Context::Panes, Command::Disagreements), []);
    assert_eq!(keys(Context::Criteria, Command::Exclude), [key("space")]);
}

#[test]
fn a_key_with_two_meanings_in_one_place_is_refused_however_it_is_written() {
    let wrong = rebound("[panes]\nH = \"undo\"\nshift-h = \"redo\"").expect_err("a conflict");
    assert_eq!(wrong, ["`shift-h` is a key that is bound above"]);
}

#[test]
fn unknown_commands_keys_and_places_are_refused() {
    let text = "[panes]\nx = \"fly\"\nhyper-x = \"quit\"\ny = 7\n[attic]\nx = \"quit\"";
    assert_eq!(
        rebound(text).expect_err("all wrong"),
        [
            "`fly` is not a command",
            "`hyper-x` is not a key",
            "expected a string, found integer",
            "unknown place `attic`"
        ]
    );
}

#[test]
fn keys_that_could_not_work_are_refused() {
    let text =
        "[panes]\nctrl-i = \"undo\"\n[everywhere]\nx = \"exclude\"\n[prompt]\nspace = \"open\"";
    assert_eq!(
        rebound(text).expect_err("all wrong"),
        [
            "terminals do not tell Ctrl-i from Tab",
            "x has to stay free here: it is typed where there is a line to type in",
            "Space has to stay free here: it is typed where there is a line to type in",
        ]
    );
}

#[test]
fn a_map_without_a_way_out_is_noticed() {
    assert_eq!(Keymap::default().missing(), None);
    let missing = |text| rebound(text).expect("right").missing();
    // `q` is left in the panes, and nothing over them.
    assert_eq!(missing("[everywhere]\nctrl-c = \"none\""), Some(("quit", "list")));
    let no_esc = "[everywhere]\nesc = \"none\"\n[prompt]\nesc = \"none\"\n";
    assert_eq!(missing(no_esc), None);
    let neither = format!("{no_esc}ctrl-c = \"none\"\n");
    assert_eq!(missing(&neither), Some(("close", "prompt")));
    assert_eq!(missing("[everywhere]\nctrl-c = \"none\"\nctrl-q = \"quit\""), None);
}

#[test]
fn the_map_as_text_is_the_same_map() {
    let keymap = Keymap::default();
    let text = keymap.to_toml("", "");
    let again = rebound(&text).expect("right");
    assert_eq!(again.to_toml("", ""), text);
    let lines = |text: &str| text.lines().filter(|it| it.contains(" = ")).count();
    assert_eq!(lines(&text), lines(include_str!("../../assets/keys.toml")));
}

#[test]
fn names_of_keys_are_read_and_others_are_not() {
    for name in
        ["x", "G", "?", "ctrl-r", "shift-left", "space", "tab", "f5", "alt-enter", "-", "ctrl--"]
    {
        assert!(Key::parse(name).is_some(), "{name}");
    }
    for (one, other) in [("Ctrl+R", "ctrl-r"), ("PgUp", "pageup"), ("Shift-Tab", "shift-tab")] {
        assert_eq!(Key::parse(one), Key::parse(other), "{one}");
    }
    assert_ne!(Key::parse("G"), Key::parse("g"));
    for name in ["", "xy", "f13", "ctrl-", "hyper-x"] {
        assert_eq!(Key::parse(name), None, "{name}");
    }
}
