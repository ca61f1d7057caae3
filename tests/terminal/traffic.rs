//! What goes in and out: no key is lost, and what nobody asked for is not written.

use std::fs;
use std::io;
use std::time::Duration;

use crate::explorer;
use crate::pty::{MARK, Pty, Setup};

#[test]
fn an_explorer_that_nobody_touches_writes_nothing_and_sleeps() {
    let pty = explorer();
    pty.keys("l");
    assert_goes_quiet(&pty);
}

/// Asserts that what was started, such as saving, comes to an end; what is left would go on for ever.
#[track_caller]
pub(crate) fn assert_goes_quiet(pty: &Pty) {
    let quiet = (0..5).any(|_| {
        let before = (pty.seen().bytes.len(), switches(pty.pid()));
        pty.comes_true(Duration::from_secs(2), |_| false);
        (pty.seen().bytes.len(), switches(pty.pid())) == before
    });
    assert!(quiet, "there are bytes or context switches in every two seconds");
}

/// How many times the threads of a process went to sleep. Only Linux says.
fn switches(pid: i32) -> u64 {
    let Ok(threads) = fs::read_dir(format!("/proc/{pid}/task")) else { return 0 };
    let of_thread = |thread: io::Result<fs::DirEntry>| {
        let status = fs::read_to_string(thread.ok()?.path().join("status")).ok()?;
        status
            .lines()
            .find_map(|it| it.strip_prefix("voluntary_ctxt_switches:")?.trim().parse::<u64>().ok())
    };
    threads.filter_map(of_thread).sum::<u64>()
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_something_else() {
    let pty = Setup::of("sh").arg("-c").arg("exec \"$WEIGH\" </dev/null").start();
    pty.wait_for_explorer();
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}

#[test]
fn a_key_pressed_during_a_resize_is_not_lost() {
    for step in 0..20_u16 {
        let pty = explorer();
        pty.resize_unseen(90 + step % 7, 30);
        pty.keys("q");
        assert_eq!(pty.wait_for_exit(), 0);
    }
}

#[test]
fn a_key_right_behind_esc_is_that_key_and_an_answer_to_somebody_else_is_none() {
    let pty = explorer();
    pty.keys("9v");
    pty.wait_for_text("How sure is it?");
    // F3 is Esc, O and R, which resets everything; Delete is Esc, [, 3 and ~.
    pty.keys("\x1b\x1bOR");
    pty.wait_for_text("0 to 10.0");
    pty.keys("\x1b\x1b[3~\x1b]11;rgb:1e1e/0q0q/2e2e\x1b\\\x1bP1$r0q\x1b\\");
    pty.keys("u");
    pty.wait_for_text("Undone");
    assert!(
        pty.seen().text().contains("Undone: Performance from 5.0 to 9.0"),
        "{}",
        pty.seen().text()
    );
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn a_paste_of_any_size_is_no_keys_and_the_next_key_is_heard() {
    let pty = explorer();
    pty.keys(&format!("\x1b[200~{}\x1b[201~", "q".repeat(100_000)));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn a_flood_of_keys_is_heard_to_the_last() {
    let pty = explorer();
    pty.keys(&"lh".repeat(20_000));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn five_hundred_resizes_in_a_burst_do_no_harm() {
    let pty = explorer();
    let before = pty.seen().text();
    for step in 0..500_u16 {
        pty.resize_unseen(1 + step * 37 % 300, 1 + step * 61 % 100);
    }
    pty.resize_unseen(120, 36);
    pty.wait_for("the screen is as it was", |state| state.text() == before);
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}

#[test]
fn without_a_terminal_to_draw_on_the_report_is_printed_and_nothing_else() {
    let to_file = Setup::of("sh").arg("-c").arg("\"$WEIGH\" >out");
    let dumb = Setup::weigh().env("TERM", "dumb");
    for setup in [to_file, dumb] {
        let pty = setup.start();
        assert_eq!(pty.wait_for_exit(), 0);
        pty.assert_restored();
        let printed = pty.file("out") + &String::from_utf8_lossy(&pty.seen().bytes);
        assert!(printed.contains("Node.js vs Django"), "{printed}");
        // The mark that we write ourselves is the only escape there may be.
        assert!(!printed.replace(MARK, "").contains('\x1b'), "{printed:?}");
    }
}
