//! The export pane over a real disk.

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::process::Command;

use rustix::process::Signal;

use crate::files::PACK;
use crate::pty::{Pty, Setup};
use crate::{explorer, start};

/// The explorer, with a pipe in its home.
fn beside_a_pipe() -> Pty {
    let pty = explorer();
    let path = pty.home().path().join("pf");
    assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo runs").success());
    pty
}

/// The session as it was saved.
const SESSION: &str = "state/weigh/nodejs-vs-django.toml";

#[test]
fn a_pipe_that_nobody_reads_is_refused_at_once_and_nothing_waits_for_it() {
    for (last, code) in [("q", 0), ("\x03", 0), ("TERM", 143), ("HUP", 129)] {
        let pty = beside_a_pipe();
        pty.keys("9e\x15pf");
        pty.wait_for_text("a device or a pipe");
        pty.keys("\r");
        pty.wait_for_text("pf is a pipe that no program reads yet");
        pty.keys("\x1b");
        pty.wait_for_file(SESSION, " = 9.0");
        match last {
            "TERM" => pty.signal(Signal::TERM),
            "HUP" => pty.signal(Signal::HUP),
            key => pty.keys(key),
        }
        assert_eq!(pty.wait_for_exit(), code, "after {last:?}");
        pty.assert_restored();
    }
}

/// Somebody who has opened the pipe, and reads when asked to.
fn reader(pty: &Pty) -> fs::File {
    let at_once = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
    let mut options = fs::OpenOptions::new();
    options.read(true).custom_flags(at_once);
    options.open(pty.home().path().join("pf")).expect("a pipe")
}

#[test]
fn a_reader_that_does_not_read_holds_up_neither_a_save_nor_the_end() {
    let pty = beside_a_pipe();
    let reader = reader(&pty);
    // HTML is more than a pipe holds.
    pty.keys("9e\x1b[B\x1b[B\x1b[B\x15pf");
    pty.wait_for_text("a device or a pipe");
    pty.keys("\r");
    pty.wait_for_file(SESSION, " = 9.0");
    pty.wait_for_text("pf accepts no more data");
    // Another on its way, and out.
    pty.keys("\r\x1b");
    pty.wait_for("the pane has gone", |state| !state.text().contains("Format"));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
    drop(reader);
}

#[test]
fn a_reader_that_reads_gets_the_report_through_the_pipe() {
    let pty = beside_a_pipe();
    let mut reader = reader(&pty);
    // The verdict alone, which a pipe holds.
    pty.keys("e\x13\x15pf");
    pty.wait_for_text("a device or a pipe");
    pty.keys("\r");
    pty.wait_for_text("Written to pf");
    let mut report = String::new();
    reader.read_to_string(&mut report).expect("text");
    assert!(report.starts_with("# Node.js vs Django"), "{report}");
}

#[test]
fn neither_the_pack_nor_the_session_is_replaced_by_a_report_on_itself() {
    let pty = start(Setup::weigh().with("way.toml", PACK).arg("way.toml").arg("--session=my.toml"));
    pty.keys("9");
    pty.wait_for_file("my.toml", " = 9.0");
    for (file, kind) in [("way.toml", "belongs to the pack"), ("my.toml", "is the session file")] {
        let before = pty.file(file);
        pty.keys(&format!("e\x15{file}\r"));
        pty.wait_for_text(&format!("{file} {kind} that"));
        // There is no question first to which somebody might say yes.
        assert!(!pty.seen().text().contains("again replaces it"));
        assert_eq!(pty.file(file), before);
        pty.keys("\x1b");
    }
}

#[test]
fn a_protected_file_is_refused_with_one_word_and_no_question() {
    let pty = Setup::weigh().with("old.md", "old").start();
    pty.wait_for_explorer();
    let path = pty.home().path().join("old.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("permissions");
    pty.keys("e\x15old.md");
    pty.wait_for_text("this place cannot be written");
    pty.keys("\r");
    pty.wait_for_text("old.md cannot be written: permission denied; name");
    assert!(!pty.seen().text().contains("again replaces it"));
    assert_eq!(pty.file("old.md"), "old");
}

#[test]
fn odd_places_are_explained_in_plain_words() {
    let pty = explorer();
    let home = pty.home();
    std::os::unix::fs::symlink("circle", home.path().join("circle")).expect("a link");
    pty.keys("e\x15circle");
    pty.wait_for_text("this place is a link that leads back to");
    pty.keys("\r");
    pty.wait_for_text("circle is a link that leads back to");
    pty.keys(&format!("\x15{}", "x".repeat(300)));
    pty.wait_for_text("has a name that is too long");
    fs::remove_file(home.path().join("circle")).expect("removed");
    pty.keys("\x15x.md");
    pty.wait_for_text("a new file");
    fs::remove_dir_all(home.path()).expect("removed");
    pty.keys("\x15y.md");
    pty.wait_for_text("this place is in a folder that has been");
    pty.keys("\r");
    pty.wait_for_text("y.md is in a folder that has been");
}

#[test]
fn the_terminal_itself_is_no_file_for_a_report() {
    let pty = explorer();
    pty.keys("e\x15/dev/tty");
    pty.wait_for_text("this place is the terminal");
    pty.keys("\r");
    pty.wait_for_text("/dev/tty is the terminal");
    pty.keys("\x15/dev/stdout\r");
    pty.wait_for_text("/dev/stdout is the terminal");
    assert!(pty.seen().text().contains("Format"), "the screen is whole");
}

#[test]
fn the_preview_is_the_report_that_is_written_and_the_scope_part_of_both() {
    let pty = explorer();
    pty.keys("e");
    pty.wait_for_text("a new file");
    pty.wait_for_text("# Node.js vs Django");
    pty.keys("\x13\r");
    pty.wait_for_text("Written to nodejs-vs-django-decision.md");
    let full = pty.file("nodejs-vs-django-decision.md");
    pty.keys("e\x13");
    pty.wait_for_text("replaces a file of ");
    pty.keys("\r");
    pty.wait_for_text("This file exists");
    assert_eq!(pty.file("nodejs-vs-django-decision.md"), full, "one Enter replaces nothing");
    pty.keys("\r");
    pty.wait_for_text("Written to nodejs-vs-django-decision.md");
    let verdict = pty.file("nodejs-vs-django-decision.md");
    assert!(verdict.len() < full.len(), "{verdict}");
    assert!(verdict.contains("--scope verdict") && full.contains("--scope full"), "{full}");
}

#[test]
fn a_key_that_is_typed_while_the_report_is_written_is_obeyed_after() {
    let pty = explorer();
    pty.keys("e");
    pty.wait_for_text("a new file");
    pty.keys("\rq");
    assert_eq!(pty.wait_for_exit(), 0);
    assert!(pty.file("nodejs-vs-django-decision.md").starts_with("# "));
}

#[test]
fn tab_completes_the_path_and_the_next_day_it_is_there_again() {
    let setup = Setup::weigh().with("docs/decisions/0001-a.md", "old").with("docs/.secret", "");
    let pty = setup.start();
    pty.wait_for_explorer();
    pty.keys("e\x15do\t");
    pty.wait_for_text(" docs/ ");
    pty.keys("\t");
    pty.wait_for_text(" docs/decisions/ ");
    pty.wait_for_text("a folder: give a file name");
    pty.keys("\t");
    pty.wait_for_text("replaces a file of 3 bytes from 20");
    // Backspace and another name: a file beside it.
    pty.keys("\x7f\x7f\x7f\x7fb.md\x1b[B\r");
    pty.wait_for_text("Written to docs/decisions/0001-b.md");
    assert_eq!(pty.file("docs/decisions/0001-a.md"), "old");
    assert!(pty.file("docs/decisions/0001-b.md").contains("status: "));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);

    let pty = start(Setup::weigh().at(&pty.home()));
    pty.keys("e");
    pty.wait_for_text("docs/decisions/0001-b.md");
    pty.wait_for("the format is the last one", |state| state.text().contains("▸ adr "));
    // Two names begin alike: they are listed.
    pty.keys("\x7f\x7f\x7f\x7f\t");
    pty.wait_for_text("0001-a.md 0001-b.md");
}

#[test]
fn a_place_that_cannot_be_written_is_known_before_and_costs_nothing() {
    let pty = Setup::weigh().with("locked/old.md", "old").start();
    pty.wait_for_explorer();
    pty.keys("e\x15no/new.md");
    pty.wait_for_text("the folder no does not exist");
    pty.keys("\r");
    pty.wait_for_text("create it, or name another");
    pty.keys("\x15locked/old.md/new.md");
    pty.wait_for_text("this place has a file in its path");
    pty.keys("\r");
    pty.wait_for_text("name another file");
    let folder = pty.home().path().join("locked");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).expect("permissions");
    // Whoever is root is not bound by permissions.
    if fs::File::create(folder.join("probe")).is_err() {
        pty.keys("\x15locked/new.md");
        pty.wait_for_text("this place cannot be written");
        pty.keys("\r");
        pty.wait_for_text("name another file");
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).expect("permissions");
    assert_eq!(pty.file("locked/old.md"), "old");
    // What was typed is still there to be mended.
    pty.keys("\x15~/new.md");
    pty.wait_for_text("a new file");
    pty.keys("\r");
    pty.wait_for_text("Written to ~/new.md");
    assert!(pty.file("new.md").starts_with("# "));
}
