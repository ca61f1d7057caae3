//! What takes longer than a frame: the refined confidence of three alternatives and more.

use std::fmt::Write;

use crate::pty::{Setup, State};
use crate::start;
use crate::traffic::assert_goes_quiet;

/// A decision between three, each the best in something.
fn pack() -> String {
    let mut pack = String::from(
        "[decision]\nschema = 1\nid = \"trip\"\ntitle = \"Trip\"\n\
         scale = { worst = 1, best = 5 }\n[[source]]\nid = \"guide\"\ntitle = \"The guide\"\n",
    );
    let alternatives = ["boat", "train", "plane"];
    for id in alternatives {
        let _ = writeln!(pack, "[[alternative]]\nid = \"{id}\"\nname = \"{id}\"");
    }
    for j in 0..7 {
        let _ = writeln!(pack, "[[criterion]]\nid = \"c{j}\"\nname = \"C{j}\"\nweight = {}", 9 - j);
        for (a, id) in alternatives.iter().enumerate() {
            let rating = 1 + (a * 2 + j * 3 + j / 3) % 5;
            let _ = writeln!(
                pack,
                "[[criterion.claim]]\nsource = \"guide\"\nalternative = \"{id}\"\n\
                 rating = {rating}\nsays = \"So.\""
            );
        }
    }
    pack
}

fn setup() -> Setup {
    Setup::weigh().file("trip.toml", &pack()).arg("trip.toml")
}

/// The shares of the alternatives under How sure, once they are refined.
fn refined(state: &State) -> Option<String> {
    let text = state.text();
    text.contains('±').then(|| text.lines().filter(|it| it.contains('±')).collect())
}

#[test]
fn the_figures_of_three_are_refined_without_a_key_and_then_all_is_quiet() {
    let pty = start(setup());
    pty.wait_for_text("confidence");
    assert_goes_quiet(&pty);
    pty.keys("v");
    pty.wait_for("the figures are refined", |state| refined(state).is_some());
    let first = refined(&pty.seen());
    // Another judgement has other figures, and the same one the same.
    pty.keys("q0v");
    pty.wait_for("other figures are refined", |state| {
        refined(state).is_some_and(|it| Some(it) != first)
    });
    pty.keys("quv");
    pty.wait_for("the figures are back", |state| refined(state) == first);
    pty.keys("\x1b");
    assert_goes_quiet(&pty);
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}

#[test]
fn keys_are_heard_while_figures_are_refined() {
    let pty = start(setup());
    pty.keys(&"lh".repeat(2_000));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}

#[test]
fn without_the_robustness_worker_the_explorer_goes_on() {
    let pty = start(setup().env("WEIGH_PANIC", "robustness"));
    pty.wait_for_text("The confidence could not be refined: rehearsed panic");
    pty.keys("0");
    pty.wait_for("the key is heard", |state| state.text().contains(" 0.0 "));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}
