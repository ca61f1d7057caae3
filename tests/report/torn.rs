//! Killed at any moment, an export leaves the whole of the old report or the whole of the new one.

use std::thread;
use std::time::Duration;

use crate::home::{BOAT, Home};

/// How often the program is killed.
const KILLS: u64 = 40;

#[test]
fn an_export_that_is_killed_leaves_a_whole_file() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    let words =
        |speed: &'static str| vec!["report", "boat.toml", "--format=json", "--weight", speed];
    let both = ["speed=1", "speed=9"];
    let reports = both.map(|it| home.run(&words(it)).ok());
    assert_ne!(reports[0], reports[1]);
    home.write("out.json", &reports[0]);
    for round in 0..KILLS {
        let mut words = words(both[usize::from(round % 2 == 0)]);
        words.extend(["--output", "out.json", "--force"]);
        let mut child = home.command(&words).spawn().expect("starts");
        // Moments all over its life, which is some milliseconds long: no two rounds have the same.
        thread::sleep(Duration::from_micros(round * 7919 % 16_000));
        child.kill().expect("killed, or over");
        child.wait().expect("an end");
        assert!(reports.contains(&home.read("out.json")), "torn in round {round}");
    }
}
