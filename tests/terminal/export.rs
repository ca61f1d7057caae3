//! The export pane over a real disk.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::pty::Setup;
use crate::{explorer, start};

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
        pty.wait_for_text("this place may not be accessed");
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
