//! The editor that is lent the terminal, and reading again what it has left.

use std::fs;

use rustix::process::Signal;

use crate::pty::{Pty, Setup};
use crate::start;

/// A small pack in which the boat leads.
pub(crate) const PACK: &str = r#"
[decision]
schema = 1
id = "way"
title = "Boat vs train"
question = "How do we travel?"
scale = { worst = 1, best = 5 }

[[alternative]]
id = "boat"
name = "Boat"

[[alternative]]
id = "train"
name = "Train"

[[source]]
id = "guide"
title = "The guide"

[[criterion]]
id = "comfort"
name = "Comfort"
question = "How pleasant is it?"
  [[criterion.claim]]
  source = "guide"
  alternative = "boat"
  rating = 4
  says = "Roomy."
  [[criterion.claim]]
  source = "guide"
  alternative = "train"
  rating = 3
  says = "Fine."
"#;

/// The explorer on the small pack, with an editor that is this script.
#[track_caller]
fn explorer(editor: &str) -> Pty {
    let script = format!("#!/bin/sh\n{editor}\n");
    let setup = Setup::weigh().arg("way.toml").with("way.toml", PACK).with("edit.sh", &script);
    start(setup.env("EDITOR", "sh 'edit.sh'"))
}

#[track_caller]
fn quit(pty: &Pty) {
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}

#[test]
fn an_edited_pack_is_read_again_and_what_was_set_still_stands() {
    let pty = explorer("sed -i.old 's/Comfort/Ease/; s/\"Boat\"/\"Sailing boat\"/' \"$1\"");
    pty.keys("8");
    pty.wait_for_text("8.0");
    pty.keys("E");
    pty.wait_for_text("The pack was reloaded.");
    pty.wait_for_text("Ease");
    pty.wait_for_text("Sailing boat");
    pty.wait_for_text("8.0");
    quit(&pty);
}

#[test]
fn the_editor_has_the_terminal_to_itself_as_it_was_before() {
    let pty = explorer("stty -a >modes; echo What now?; read answer; echo \"$answer\" >answer");
    pty.keys("E");
    pty.wait_for("the editor asks", |state| {
        !state.screen().alternate_screen() && state.text().contains("What now?")
    });
    pty.keys("quite so\n");
    pty.wait_for_text("nothing in it has changed");
    assert_eq!(pty.file("answer"), "quite so\n");
    let modes = pty.file("modes");
    assert!(modes.contains(" icanon") && modes.contains(" echo "), "{modes}");
    quit(&pty);
}

#[test]
fn a_broken_pack_is_explained_in_place_and_the_old_one_stands_until_it_is_mended() {
    let pty = explorer("cp \"$1\" spare; sed -i.old 's/rating = 4/rating = 9/' \"$1\"");
    pty.keys("E");
    pty.wait_for_text("The pack was not reloaded");
    pty.wait_for_text("rating = 9");
    pty.keys("\x1b");
    pty.wait_for_text("Comfort");
    pty.wait_for("the trouble has gone", |state| !state.text().contains("was not reloaded"));
    fs::copy(pty.home().path().join("spare"), pty.home().path().join("way.toml"))
        .expect("it can be mended");
    pty.keys("\x1b[15~");
    pty.wait_for_text("nothing in it has changed");
    quit(&pty);
}

#[test]
fn an_editor_that_fails_or_is_not_there_changes_nothing() {
    let pty = explorer("sed -i.old 's/Comfort/Ease/' \"$1\"; exit 3");
    pty.keys("E");
    pty.wait_for_text("sh ended with code 3; nothing was reloaded");
    assert!(pty.seen().text().contains("Comfort"));
    quit(&pty);
    let pty = start(Setup::weigh().env("VISUAL", "no-such-editor -w"));
    pty.keys("E");
    pty.wait_for_text("no-such-editor could not be started");
    quit(&pty);
    let pty = start(Setup::weigh());
    pty.keys("E");
    pty.wait_for_text("export EDITOR=");
    quit(&pty);
}

#[test]
fn what_is_read_again_unchanged_leaves_undo_as_it_was() {
    for (setup, news) in [
        (Setup::weigh().arg("way.toml").with("way.toml", PACK), "The pack was reloaded; nothing"),
        (Setup::weigh(), "The session was reloaded; nothing"),
    ] {
        let pty = start(setup.env("EDITOR", "true"));
        pty.keys("8");
        pty.wait_for_text("8.0");
        for key in ["\x1b[15~", "E"] {
            pty.keys(key);
            pty.wait_for_text(news);
            // The next key takes the news away.
            pty.keys("j");
            pty.wait_for("the news has gone", |state| !state.text().contains(news));
        }
        pty.keys("u");
        pty.wait_for_text("Undone: ");
        pty.wait_for_text("from 5.0 to 8.0");
        quit(&pty);
    }
}

#[test]
fn an_edited_session_is_a_step_that_can_be_undone() {
    let script =
        "sed -i.old 's/^security = .*/security = 9.5/; s/^# Security/&\\nsecurity = 9.5/' \"$1\"";
    let setup = Setup::weigh().with("edit.sh", script).env("EDITOR", "sh edit.sh");
    let pty = start(setup);
    pty.keys("E");
    pty.wait_for_text("The session was reloaded.");
    pty.wait_for_text("9.5");
    pty.keys("u");
    pty.wait_for_text("Undone: Security from 5.0 to 9.5");
    quit(&pty);
}

#[test]
fn of_a_bundled_pack_the_session_is_edited() {
    let script =
        "sed -i.old 's/^security = .*/security = 9.5/; s/^# Security/&\\nsecurity = 9.5/' \"$1\"";
    let setup = Setup::weigh().with("edit.sh", script).env("EDITOR", "sh edit.sh");
    let pty = start(setup);
    pty.keys("E");
    pty.wait_for_text("The session was reloaded.");
    pty.wait_for_text("9.5");
    quit(&pty);
}

#[test]
fn a_session_that_was_broken_stays_to_be_mended() {
    let setup = Setup::weigh().with("edit.sh", "echo '= 1' >>\"$1\"; echo \"$1\" >name");
    let pty = start(setup.env("EDITOR", "sh edit.sh"));
    pty.keys("E");
    pty.wait_for_text("The session was not reloaded");
    let name = pty.file("name");
    let text = fs::read_to_string(name.trim()).expect("it is still there");
    assert!(text.ends_with("= 1\n"), "{text}");
    pty.keys("q");
    quit(&pty);
}

#[test]
fn what_stands_when_the_session_was_broken_is_kept_beside_it_on_leaving() {
    const SESSION: &str = "state/weigh/nodejs-vs-django.toml";
    let setup = Setup::weigh().with("edit.sh", "printf '\\377' >\"$1\"");
    let pty = start(setup.env("EDITOR", "sh edit.sh"));
    pty.keys("9");
    pty.wait_for_file(SESSION, " = 9.0");
    pty.keys("E");
    pty.wait_for_text("The session was not reloaded");
    pty.keys("q");
    quit(&pty);
    let kept = pty.file("state/weigh/nodejs-vs-django.toml.conflict-1");
    assert!(kept.contains(" = 9.0"), "{kept}");
    let text = pty.seen().text();
    assert!(text.contains("note: the session file cannot be read; your changes are in"), "{text}");
}

#[test]
fn of_two_explorers_on_one_session_the_second_steps_aside_until_it_reads_again() {
    const SESSION: &str = "state/weigh/nodejs-vs-django.toml";
    const COPY: &str = "state/weigh/nodejs-vs-django.toml.conflict-1";
    let first = start(Setup::weigh());
    let second = start(Setup::weigh().at(&first.home()));
    first.keys("9");
    first.wait_for_file(SESSION, " = 9.0");
    second.keys("8");
    second.wait_for_text("was changed by another program");
    second.wait_for_text("reload");
    second.keys("7");
    second.wait_for_file(COPY, " = 7.0");
    first.keys("6");
    first.wait_for_file(SESSION, " = 6.0");
    quit(&first);
    second.keys("\x1b[15~");
    second.wait_for_text("Your previous session is kept as");
    second.wait_for_text("6.0");
    second.keys("u");
    second.wait_for_file(SESSION, " = 7.0");
    assert!(second.file(COPY).contains(" = 7.0"));
    quit(&second);
}

#[test]
fn a_session_file_that_is_gone_is_written_again() {
    const SESSION: &str = "state/weigh/nodejs-vs-django.toml";
    let pty = start(Setup::weigh());
    pty.keys("9");
    pty.wait_for_file(SESSION, " = 9.0");
    fs::remove_file(pty.home().path().join(SESSION)).expect("it can be removed");
    pty.keys("\x1b[15~");
    pty.wait_for_text("The session file was missing");
    pty.wait_for_text("9.0");
    pty.wait_for_file(SESSION, " = 9.0");
    quit(&pty);
}

#[test]
fn a_fresh_start_takes_in_nothing_of_what_was_saved() {
    const SESSION: &str = "state/weigh/nodejs-vs-django.toml";
    let saved = "schema = 1\npack = \"nodejs-vs-django\"\n[weights]\nsecurity = 9.0\n";
    let setup = || Setup::weigh().arg("--fresh").with(SESSION, saved).with("edit.sh", "true");
    let pty = start(setup());
    pty.keys("\x1b[15~");
    pty.wait_for_text("the saved session was not read");
    assert!(!pty.seen().text().contains("9.0"));
    quit(&pty);
    assert_eq!(pty.file(SESSION), saved);
    // What is edited is the new one, and the old one is kept.
    let pty = start(setup().env("EDITOR", "sh 'edit.sh'"));
    pty.keys("E");
    pty.wait_for_file(&format!("{SESSION}.conflict-1"), saved);
    pty.wait_for_text("session was reloaded");
    assert!(!pty.seen().text().contains("9.0"));
    quit(&pty);
    assert!(!pty.file(SESSION).contains("9.0"));
}

#[test]
fn whoever_leaves_while_the_session_is_kept_elsewhere_is_told_where() {
    let pty = start(Setup::weigh());
    pty.keys("9");
    pty.wait_for_file("state/weigh/nodejs-vs-django.toml", " = 9.0");
    let path = pty.home().path().join("state/weigh/nodejs-vs-django.toml");
    fs::write(path, "").expect("it can be written");
    pty.keys("8");
    pty.wait_for_text("was changed by another program");
    quit(&pty);
    let text = pty.seen().text();
    assert!(text.contains("note: the session file was changed by another"), "{text}");
}

#[test]
fn an_interrupt_is_the_editors_and_an_end_waits_for_it() {
    let pty = explorer(
        "trap 'echo heard' INT; echo ready; until read line; do :; done; echo \"$line\" >line",
    );
    pty.keys("E");
    pty.wait_for_text("ready");
    pty.keys("\x03");
    pty.wait_for_text("heard");
    pty.keys("line\n");
    pty.wait_for_explorer();
    pty.wait_for_text("The pack was reloaded");
    quit(&pty);
    let pty = explorer("echo ready; read line; echo \"$line\" >line");
    pty.keys("E");
    pty.wait_for_text("ready");
    pty.signal(Signal::TERM);
    pty.keys("last words\n");
    assert_eq!(pty.wait_for_exit(), 143);
    assert_eq!(pty.file("line"), "last words\n");
    pty.assert_restored();
}

#[test]
fn keys_typed_behind_a_reload_are_heard_after_it() {
    let pty = explorer("true");
    pty.keys("\x1b[15~9");
    pty.wait_for_text("9.0");
    quit(&pty);
}

#[test]
fn that_the_session_is_not_saved_stays_on_the_screen_until_there_is_a_place_for_it() {
    let pty = start(Setup::weigh().with("state/weigh", "a file where a folder should be"));
    pty.keys("9");
    pty.wait_for_text("The session could not be saved");
    pty.keys("j8");
    pty.wait_for("the news has gone and its sign has not", |state| {
        let text = state.text();
        !text.contains("could not be saved") && text.contains("not saved   ? help")
    });
    fs::remove_file(pty.home().path().join("state/weigh")).expect("it goes out of the way");
    pty.keys("7");
    pty.wait_for("the sign has gone", |state| !state.text().contains("not saved"));
    quit(&pty);
}

#[test]
fn a_pack_that_gets_another_id_keeps_its_session() {
    let pty = explorer("sed -i.old 's/\"way\"/\"road\"/' \"$1\"");
    pty.keys("8");
    pty.wait_for_text("8.0");
    pty.keys("E");
    pty.wait_for_text("The pack was reloaded.");
    quit(&pty);
    let again = start(Setup::weigh().at(&pty.home()).arg("way.toml"));
    again.wait_for_text("8.0");
    quit(&again);
}

#[test]
fn reading_a_session_again_that_is_in_no_file_yet_changes_nothing() {
    let pty = start(Setup::weigh().arg("--use-case=e-commerce"));
    pty.wait_for_text("Django leads");
    pty.keys("\x1b[15~");
    pty.wait_for_text("There is no session file yet; nothing was reloaded.");
    pty.wait_for_text("Django leads");
    quit(&pty);
}
