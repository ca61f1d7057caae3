//! What takes longer than a frame: who leads among three, on how many weightings.

use std::fmt::Write;

use crate::pty::{Pty, Setup, State};
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

/// What the header says of how sure it is, if that is as good as it gets.
fn settled(state: &State) -> Option<String> {
    let text = state.text();
    let line = text.lines().find(|it| it.contains(" of all weightings"))?;
    line.contains("% ±0.2 of").then(|| line.to_owned())
}

#[track_caller]
fn wait_until_settled(pty: &Pty) -> String {
    pty.wait_for("the figures are settled", |state| settled(state).is_some());
    let line = settled(&pty.seen());
    line.unwrap_or_default()
}

#[test]
fn the_share_of_three_gets_better_by_itself_and_then_all_is_quiet() {
    let pty = start(setup());
    let first = wait_until_settled(&pty);
    assert_goes_quiet(&pty);
    // Another judgement has other figures, and the same one the same.
    pty.keys("0");
    pty.wait_for("other figures are settled", |state| settled(state).is_some_and(|it| it != first));
    pty.keys("u");
    pty.wait_for("the figures are back", |state| settled(state).is_some_and(|it| it == first));
    assert_goes_quiet(&pty);
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}

#[test]
fn nobody_waits_for_figures() {
    // While they are being found out, keys are heard and the explorer can be left.
    let pty = start(setup());
    pty.keys(&"lh".repeat(2_000));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}

#[test]
fn without_the_pollster_the_explorer_goes_on() {
    let pty = start(setup().env("WEIGH_PANIC", "pollster"));
    pty.wait_for_text("How sure this is could not be found out: rehearsed panic");
    pty.keys("0");
    pty.wait_for("the key is heard", |state| state.text().contains(" 0.0 "));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}
