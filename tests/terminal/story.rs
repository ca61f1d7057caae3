//! What a user does with the explorer, from the first frame to the last.

use std::fs;

use rustix::process::Signal;

use crate::pty::{Setup, State};
use crate::{explorer, start};

/// What the header says of each alternative: its name and its score, best first.
fn scores(state: &State) -> Vec<(String, String)> {
    let score_of = |line: &str| {
        // A bar stands at the right end: a name, blocks, a score.
        let before = &line[..line.find('█')?];
        let name = ["Node.js", "Django"].into_iter().find(|it| before.trim_end().ends_with(it))?;
        let score = line.split_whitespace().last().filter(|it| it.parse::<f64>().is_ok())?;
        Some((name.to_owned(), score.to_owned()))
    };
    state.text().lines().skip(1).take(4).filter_map(score_of).collect()
}

/// The line on the screen that has a text in it.
fn line_with(state: &State, text: &str) -> String {
    state.text().lines().find(|it| it.contains(text)).unwrap_or_default().to_owned()
}

#[test]
fn from_the_first_slider_to_the_report_and_back_the_next_day() {
    let pty = explorer();
    let at_first = scores(&pty.seen());
    assert_eq!(at_first.len(), 2, "two scores in the header");

    // A slider moves, and the verdict with it.
    pty.keys("lll");
    pty.wait_for("the slider has moved", |state| {
        line_with(state, "▸ Performance").contains(" 8.0 ")
    });
    let moved = scores(&pty.seen());
    assert_ne!(moved, at_first);
    pty.keys("uuu");
    pty.wait_for("all is undone", |state| scores(state) == at_first);

    // A use case is applied: the first, which is of the kind where Node.js leads.
    pty.keys("\x1b[Z\r");
    pty.wait_for("it stands in the header", |state| {
        state.text().lines().next().is_some_and(|it| it.contains("Live chat"))
    });
    pty.wait_for("another leads", |state| scores(state)[0].0 != at_first[0].0);

    // Search goes to a criterion, wherever one is.
    pty.keys("/securty");
    pty.wait_for_text("Security");
    pty.keys("\r");
    pty.wait_for("it is selected", |state| state.text().contains("▸ Security"));
    pty.keys("=");
    pty.wait_for("its slider is at the end", |state| {
        line_with(state, "▸ Security").contains("10.0")
    });
    let judged = scores(&pty.seen());

    // A report is written, and one that is there already is not lost by accident.
    pty.keys("e\r");
    pty.wait_for_text("Written to nodejs-vs-django-decision.md");
    let report = pty.file("nodejs-vs-django-decision.md");
    assert!(report.starts_with("# ") && report.contains(&judged[0].1), "{report}");
    pty.keys("e\r");
    pty.wait_for_text("This file exists");
    pty.keys("\x1b");
    pty.wait_for("the form is gone", |state| !state.text().contains("This file exists"));
    assert_eq!(pty.file("nodejs-vs-django-decision.md"), report);

    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();

    // What was done is there when the user comes back.
    let pty = start(Setup::weigh().at(&pty.home()));
    pty.wait_for("the scores are those of yesterday", |state| scores(state) == judged);
}

#[test]
fn what_was_pinned_and_what_was_written_beside_it_by_hand_is_there_the_next_day() {
    let session = "state/weigh/nodejs-vs-django.toml";
    let pty = explorer();
    pty.keys("p=");
    pty.wait_for("the mark of the scenario is on the track", |state| {
        line_with(state, "▸ Performance").contains('◇')
    });
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    let saved = pty.file(session);
    assert!(saved.contains("[[scenario]]\nname = \"Default weights\"\n"), "{saved}");
    let commented = saved.replace("performance = 10.0", "performance = 10 # says Ann");
    fs::write(pty.home().path().join(session), commented).expect("a file");

    let pty = start(Setup::weigh().at(&pty.home()));
    // Compare, from the evidence to the left; its only scenario is switched to.
    pty.keys("\t\x1b[D");
    pty.wait_for_text("What moves");
    pty.keys("\r");
    pty.wait_for_text("Switched to Default weights");
    pty.keys("u");
    pty.wait_for_text("Undone");
    pty.keys("\x1b");
    pty.wait_for_text("▸Criteria");
    pty.keys("j7q");
    assert_eq!(pty.wait_for_exit(), 0);
    let saved = pty.file(session);
    assert!(saved.contains("performance = 10 # says Ann\n"), "{saved}");
    assert!(saved.contains("cpu-bound = 7.0\n"), "{saved}");
}

#[test]
fn a_report_goes_where_the_tilde_says() {
    let pty = explorer();
    // Ctrl-U clears the proposed name.
    pty.keys("e\x15~/record.md\r");
    pty.wait_for_text("record.md");
    pty.wait_for("it is written", |state| state.text().contains("Written to"));
    assert!(pty.file("record.md").starts_with("# "));
}

#[test]
fn the_session_is_saved_in_time_and_on_every_way_out() {
    let session = "state/weigh/nodejs-vs-django.toml";
    let change = || {
        let pty = explorer();
        pty.keys("=");
        pty.wait_for("the slider is at the end", |state| {
            line_with(state, "▸ Performance").contains("10.0")
        });
        pty
    };
    // While the explorer runs.
    change().wait_for_file(session, "performance = 10.0");
    // Before it has come to that: a system that shuts down, a window that is closed.
    for closed in [false, true] {
        let pty = change();
        let home = pty.home();
        if closed {
            pty.hang_up();
        } else {
            pty.signal(Signal::TERM);
            pty.wait_for_exit();
        }
        let saved = fs::read_to_string(home.path().join(session)).expect("there is a session");
        assert!(saved.contains("performance = 10.0"), "{saved}");
    }
}

#[test]
fn the_mouse_drags_a_slider_and_can_be_turned_off() {
    let pty = explorer();
    let mouse = |button: u8, (column, row): (usize, usize), end: char| {
        format!("\x1b[<{button};{};{}{end}", column + 1, row + 1)
    };
    let (thumb, row) = place_of(&pty.seen(), "●");
    pty.keys(&mouse(0, (thumb, row), 'M'));
    for column in thumb..thumb + 40 {
        pty.keys(&mouse(32, (column, row), 'M'));
    }
    pty.keys(&mouse(0, (thumb + 3, row), 'm'));
    pty.wait_for("the slider is at the end", |state| {
        state.text().lines().nth(row).is_some_and(|it| it.contains("10.0"))
    });
    // One gesture is one step of undo.
    pty.keys("u");
    pty.wait_for("it is back", |state| place_of(state, "●") == (thumb, row));
    pty.keys("m");
    pty.wait_for("the terminal has the mouse", |state| {
        state.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    pty.keys("m");
    pty.wait_for("we have it", |state| {
        state.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
    });
    pty.keys("q");
    pty.wait_for_exit();
    pty.assert_restored();
}

/// Column and row of the first place on the screen that has this text.
fn place_of(state: &State, text: &str) -> (usize, usize) {
    let screen = state.text();
    let found = screen
        .lines()
        .enumerate()
        .find_map(|(row, line)| line.find(text).map(|byte| (line[..byte].chars().count(), row)));
    found.unwrap_or_default()
}
