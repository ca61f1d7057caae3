//! Every sentence of the header, of How sure, of the help and of the text report, for ten decisions.
//!
//! What is expected stands in `tests/data/sentences`; `UPDATE_EXPECTED=1 cargo test --test sentences`
//! writes these files again. Read each change aloud before it is committed.

#![expect(clippy::expect_used, reason = "a test that cannot go on should say why and stop")]

#[path = "support/home.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod home;
#[path = "../examples/screens/stage.rs"]
#[expect(dead_code, reason = "the pictures use the rest")]
mod stage;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use home::Home;
use ratatui::buffer::Buffer;
use stage::{Stage, keys};
use weigh::ui::Depth;

/// Each decision by its name: its pack, and the keys that set it up.
const DECISIONS: [(&str, &str, &str); 10] = [
    ("bundled", "nodejs-vs-django", ""),
    ("bundled-live-chat", "nodejs-vs-django", "shift-tab enter tab"),
    ("bundled-without-weights", "nodejs-vs-django", "R 0 down 0 down 0"),
    ("missing-ratings", "tests/packs/valid/missing.toml", ""),
    ("a-tie", "tests/packs/valid/tie.toml", ""),
    ("everything", "tests/packs/valid/everything", ""),
    ("five-alternatives", "tests/packs/valid/five-alternatives", ""),
    ("gaps", "tests/packs/valid/gaps.toml", ""),
    ("measured", "tests/packs/valid/measured.toml", ""),
    ("nothing-to-score", "tests/packs/valid/minimal.toml", ""),
];

/// The lines of a screen, without what is blank at their ends.
fn lines(buffer: &Buffer) -> Vec<String> {
    let line = |y| {
        let cells = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol());
        cells.collect::<String>().trim_end().to_owned()
    };
    (0..buffer.area.height).map(line).collect()
}

/// The first lines of a screen.
fn header(buffer: &Buffer) -> String {
    let lines = lines(buffer).into_iter().take_while(|it| !it.starts_with('╭'));
    lines.collect::<Vec<_>>().join("\n")
}

/// What stands inside the overlay with this title, which is as wide as the screen.
fn overlay(buffer: &Buffer, title: &str) -> String {
    let lines = lines(buffer).into_iter().skip_while(|it| !it.starts_with(&format!("╭ {title} ")));
    let inside = lines.skip(1).take_while(|it| !it.starts_with('╰'));
    let inside =
        inside.map(|it| it.trim_start_matches('│').trim_end_matches(['│', '┃']).to_owned());
    let inside = inside.map(|it| it.trim_end().to_owned()).filter(|it| !it.is_empty());
    inside.collect::<Vec<_>>().join("\n")
}

/// Compares with what is expected, or makes it what is expected.
#[track_caller]
fn compare(name: &str, actual: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/sentences")
        .join(name)
        .with_extension("txt");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, actual).expect("the file can be written");
        return;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default().replace('\r', "");
    assert!(expected == actual, "{name}\n--- expected\n{expected}\n--- actual\n{actual}");
}

#[test]
fn header_how_sure_and_report_say_what_is_so_of_ten_decisions() {
    let home = Home::new();
    for (name, pack, setup) in DECISIONS {
        let path = match pack {
            file if file.starts_with("tests/") => Path::new(env!("CARGO_MANIFEST_DIR")).join(file),
            bundled => bundled.into(),
        };
        let decision = Arc::new(weigh::pack::open(&path).expect("it is valid").decision);
        let mut stage = Stage::new(&decision, ("dark", Depth::True), (120, 60));
        for key in keys(setup) {
            stage.press(key);
        }
        let mut said = String::new();
        let _ = writeln!(said, "{}\n", header(stage.buffer()));
        // Two alternatives have no section of pairs.
        let sections = if decision.alternatives.len() > 2 { 5 } else { 4 };
        for section in 0..sections {
            for key in keys(if section == 0 { "v" } else { "right" }) {
                stage.press(key);
            }
            let _ = writeln!(said, "{}\n", overlay(stage.buffer(), "How sure is it?"));
        }
        if setup.is_empty() {
            let path = path.to_str().expect("a path of ours");
            let report =
                home.run(&["report", path, "--fresh", "--format", "txt", "--scope", "verdict"]);
            // Nothing about the folders of this machine.
            let (report, _) = report.out.rsplit_once("\nAbout this report").expect("the end");
            said.push_str(report);
        }
        compare(name, &said);
    }
}

#[test]
fn the_help_explains_every_part_of_the_screen() {
    let decision = weigh::pack::open("nodejs-vs-django").expect("it is valid").decision;
    let decision = Arc::new(decision);
    let mut said = String::new();
    for place in ["", "shift-tab", "tab", "tab right", "s", "d", "i", "v", "v l", "v l l", "v h"] {
        let mut stage = Stage::new(&decision, ("dark", Depth::True), (86, 120));
        for key in keys(place).into_iter().chain(keys("?")) {
            stage.press(key);
        }
        let _ = writeln!(said, "{}\n", overlay(stage.buffer(), "Help"));
    }
    compare("help", &said);
}
