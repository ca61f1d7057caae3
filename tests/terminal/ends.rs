//! However the explorer ends, the terminal is as it was.

use rustix::process::Signal;

use crate::pty::Setup;
use crate::{explorer, start};

#[test]
fn quitting_by_key_restores_the_terminal() {
    for key in ["q", "\x03"] {
        let pty = explorer();
        pty.keys(key);
        assert_eq!(pty.wait_for_exit(), 0, "after {key:?}");
        pty.assert_restored();
    }
}

#[test]
fn a_signal_to_end_restores_the_terminal_and_is_the_exit_code() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT] {
        let pty = explorer();
        pty.signal(signal);
        assert_eq!(pty.wait_for_exit(), 128 + signal.as_raw().cast_unsigned(), "after {signal:?}");
        pty.assert_restored();
    }
}

#[test]
fn a_panic_on_any_thread_restores_the_terminal_and_shows_its_message() {
    for (thread, message) in [("main", "on the main thread"), ("other", "on the other thread")] {
        let pty = Setup::weigh().env("WEIGH_PANIC", thread).start();
        assert_eq!(pty.wait_for_exit(), 101, "{message}");
        pty.assert_restored();
        assert!(pty.seen().text().contains(message), "{}", pty.seen().text());
        let bytes = String::from_utf8_lossy(&pty.seen().bytes).into_owned();
        let [entered, left, told] =
            ["\x1b[?1049h", "\x1b[?1049l", message].map(|it| bytes.find(it).expect("it happened"));
        assert!(entered < left && left < told, "{bytes:?}");
    }
}

#[test]
fn the_explorer_ends_when_its_terminal_does() {
    assert_eq!(explorer().hang_up(), 129);
}

#[test]
fn a_terminal_that_cannot_draw_gets_the_text_report_and_the_reason() {
    let pty = Setup::weigh().env("TERM", "dumb").start();
    assert_eq!(pty.wait_for_exit(), 0);
    let text = pty.seen().text();
    assert!(text.contains("when TERM is dumb; set TERM to the name of your terminal"), "{text}");
    assert!(pty.seen().bytes.starts_with(b"Node.js vs Django"));
}

#[test]
fn a_session_in_a_pipe_is_refused_before_anything_waits_for_it() {
    let setup = Setup::shell();
    let pty = setup.start();
    pty.wait_for_text("ready> ");
    pty.keys("mkfifo pf; \"$WEIGH\" --session pf; echo code $?\n");
    pty.wait_for_text("pf is a pipe or a device, and a session cannot be saved");
    pty.wait_for_text("code 1");
}

#[test]
fn a_disk_that_does_not_answer_costs_neither_the_terminal_nor_the_next_signal() {
    for (key, signal, code) in [("\x03", None, 130), ("", Some(Signal::TERM), 143)] {
        let pty = start(Setup::weigh().env("WEIGH_HANG", "save"));
        pty.keys("9");
        pty.wait_for_text("9.0");
        pty.keys("q");
        pty.wait_for_text("the session is still being saved; Ctrl-C ends weigh without waiting");
        pty.assert_restored();
        pty.keys(key);
        if let Some(signal) = signal {
            pty.signal(signal);
        }
        assert_eq!(pty.wait_for_exit(), code);
    }
}
