//! The explorer as a job of a shell: Ctrl-Z, `fg`, and the signals behind them.

use rustix::process::{Pid, Signal, kill_process};

use crate::explorer;
use crate::pty::{Pty, Setup, State};

/// A shell that has started the explorer by this command line.
#[track_caller]
fn explorer_in_shell(command: &str) -> Pty {
    let pty = Setup::shell().start();
    pty.wait_for_text("ready>");
    run_in_shell(&pty, "stty -g >before");
    pty.keys(&format!("{command}\n"));
    pty.wait_for_explorer();
    pty
}

/// Runs a command in the shell, and waits until it has come to its end and the shell to its prompt.
#[track_caller]
fn run_in_shell(pty: &Pty, command: &str) {
    // The shell echoes the sum and answers with the number, which is another one every time.
    let bytes = pty.seen().bytes.len();
    pty.keys(&format!("{command}; echo $(({bytes} + 1)) done\n"));
    // It may tell what became of a job before it asks for more.
    let answer = format!("\n{} done\n", bytes + 1);
    pty.wait_for("the command has come to its end", |state| {
        is_at_prompt(state) && state.text().contains(&answer)
    });
}

/// Whether the shell asks for a command.
fn is_at_prompt(state: &State) -> bool {
    let screen = state.screen();
    let (row, _) = screen.cursor_position();
    screen.contents_between(row, 0, row, 80).trim_end() == "ready>"
}

/// Asserts that the shell has the terminal again, as it was.
#[track_caller]
fn assert_shell_is_back(pty: &Pty) {
    pty.wait_for("the shell has the terminal", |state| {
        !state.screen().alternate_screen() && is_at_prompt(state)
    });
    run_in_shell(pty, "stty -g >after");
    assert_eq!(pty.file("after"), pty.file("before"), "the modes of the terminal");
    let seen = pty.seen();
    assert!(!seen.screen().hide_cursor(), "the cursor is hidden");
    assert_eq!(seen.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn ctrl_z_goes_back_to_the_shell_and_fg_returns() {
    // In the second, the shell waits for a parent of ours that stands in between, as `cargo run`.
    for command in ["\"$WEIGH\"", "sh -c '\"$WEIGH\"; true'"] {
        let pty = explorer_in_shell(command);
        let before = pty.seen().text();
        for _ in 0..2 {
            pty.keys("\x1a");
            assert_shell_is_back(&pty);
            pty.keys("fg\n");
            pty.wait_for("the screen is back", |state| state.text() == before);
        }
        pty.keys("l");
        pty.wait_for("the key is heard", |state| state.text() != before);
        pty.keys("q");
        assert_shell_is_back(&pty);
    }
}

#[test]
fn what_happens_to_the_terminal_while_stopped_is_made_good() {
    let pty = explorer_in_shell("\"$WEIGH\"");
    pty.keys("\x1a");
    assert_shell_is_back(&pty);
    pty.resize(100, 30);
    pty.keys("stty -echo; fg\n");
    pty.wait_for_explorer();
    let returned = pty.seen().text();
    pty.resize(120, 36);
    pty.wait_for("it is drawn for another size", |state| state.text() != returned);
    pty.resize(100, 30);
    pty.wait_for("it was drawn for this size", |state| state.text() == returned);
    pty.keys("q");
    pty.wait_for("the explorer has left", |state| !state.screen().alternate_screen());
}

#[test]
fn a_signal_to_stop_is_answered_like_ctrl_z() {
    let pty = explorer_in_shell("sh -c 'echo $$ >pid; exec \"$WEIGH\"'");
    let pid = Pid::from_raw(pty.file("pid").trim().parse().expect("a number")).expect("not 0");
    let before = pty.seen().text();
    kill_process(pid, Signal::TSTP).expect("it runs");
    assert_shell_is_back(&pty);
    pty.keys("fg\n");
    pty.wait_for("the screen is back", |state| state.text() == before);
    // This one leaves no time to leave; then all that can be done is to draw again.
    kill_process(pid, Signal::STOP).expect("it runs");
    pty.wait_for_text("ready>");
    // Raw mode is still on in some shells, where a line ends with a carriage return.
    pty.keys("stty sane; echo $((6 * 7)) over it\n");
    pty.wait_for_text("42 over it");
    pty.keys("fg\n");
    pty.wait_for("the screen is back", |state| state.text() == before);
    pty.keys("q");
    assert_shell_is_back(&pty);
}

#[test]
fn without_a_shell_to_go_back_to_the_explorer_does_not_stop() {
    let pty = explorer();
    pty.keys("\x1a");
    pty.wait_for_text("There is no shell to go back to");
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn in_the_background_the_explorer_waits_until_it_is_brought_to_the_front() {
    let pty = Setup::shell().start();
    pty.wait_for_text("ready>");
    run_in_shell(&pty, "stty -g >before");
    run_in_shell(&pty, "\"$WEIGH\" & echo started");
    pty.keys("fg\n");
    pty.wait_for_explorer();
    pty.keys("\x1a");
    assert_shell_is_back(&pty);
    run_in_shell(&pty, "bg");
    pty.keys("fg\n");
    pty.wait_for_explorer();
    pty.keys("q");
    assert_shell_is_back(&pty);
}
