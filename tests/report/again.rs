//! The command on a report makes the same report, byte for byte, where a shell runs it.

use std::process::Command;

use serde_json::Value;

use crate::home::{BOAT, Home, Run};

/// Options for several judgements.
const JUDGEMENTS: [&[&str]; 6] = [
    &[],
    &["--use-case", "holiday"],
    &["--weight", "speed=0.5", "--weight=comfort=10", "--date", "2026-03-31"],
    &["--use-case=holiday", "--exclude", "comfort/captain/boat", "--trust", "guide=0.9"],
    &["--scope", "full"],
    &["--session", "mine.toml"],
];

const SESSION: &str = "schema = 1\npack = \"boat\"\ndate = 2026-01-31\nexcluded_criteria = [\"price\"]\n\
    note = \"Decided ``` in May.\\nIt's $HOME.\"\n\
    [own_rating]\ncomfort.train = { rating = 5, reason = \"We tried it.\" }\n[notes]\nspeed = \"No 'hurry'.\"\n\
    [[criterion]]\nid = \"team\"\nname = \"Our taste\"\n";

/// What is indented on a text report, without the indent.
fn undented(text: &str) -> String {
    text.lines().flat_map(|it| [it.strip_prefix("  ").unwrap_or(it), "\n"]).collect()
}

/// The command on a report, and the session that it asks for.
fn command_on(report: &str, format: &str) -> (String, Option<String>) {
    if format == "json" {
        let report: Value = serde_json::from_str(report).expect("JSON");
        let text = |key: &str| report["about"][key].as_str().map(str::to_owned);
        return (text("command").expect("a command"), text("session"));
    }
    let line = report.lines().map(str::trim).rfind(|it| it.starts_with("weigh report"));
    let session = report.split_once("The session:\n\n").map(|(_, session)| {
        if format == "txt" {
            return undented(session);
        }
        let (fence, rest) = session.split_once("text\n").expect("a fence");
        rest.split_once(&format!("\n{fence}")).expect("its end").0.to_owned()
    });
    (line.expect("a command").to_owned(), session)
}

#[test]
fn the_command_on_a_report_makes_the_same_bytes() {
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_weigh")).parent().expect("a folder");
    for format in ["md", "adr", "txt", "json"] {
        for judgement in JUDGEMENTS.iter().filter(|it| format != "json" || !it.contains(&"--scope"))
        {
            let home = Home::new();
            home.write(" it's a boat.toml", BOAT);
            home.write("mine.toml", SESSION);
            let mut words = vec!["report", " it's a boat.toml", "--format", format];
            words.extend(*judgement);
            if format == "adr" {
                words.extend([
                    "--status=-odd \"one\"",
                    "--decision-maker",
                    "O'Neil & Söhne",
                    "--decision-maker=$x",
                ]);
            }
            let report = home.run(&words).ok();
            let (command, session) = command_on(&report, format);
            let again = Home::new();
            again.write(" it's a boat.toml", BOAT);
            assert_eq!(session.is_some(), judgement.contains(&"--session"), "{command}");
            if let Some(session) = session {
                again.write("session.toml", session);
            }
            let output = Command::new("/bin/sh")
                .args(["-c", &command])
                .current_dir(again.path(""))
                .env("PATH", folder)
                .env("XDG_STATE_HOME", again.path("state"))
                .output()
                .expect("a shell");
            assert_eq!(Run::of(&output).ok(), report, "{command}");
        }
    }
}

#[test]
fn the_date_is_the_sessions_unless_given() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    home.write("mine.toml", SESSION);
    let run = |options: &[&str]| {
        home.run(&[&["report", "boat.toml", "--session=mine.toml"], options].concat()).ok()
    };
    assert!(run(&[]).contains("\nDate: 2026-01-31\n"));
    assert!(run(&["--date=2026-03-31"]).contains("\nDate: 2026-03-31\n"));
    assert!(run(&["--format=adr"]).contains("\ndate: 2026-01-31\n"));
    assert!(run(&["--fresh"]).contains("# Boat") && !run(&["--fresh"]).contains("Date"));
    for wrong in ["\"2026-01-31\"", "2026-02-30", "2026-01-31T10:00:00", "2026"] {
        home.write("mine.toml", SESSION.replace("2026-01-31", wrong));
        let err = home.run(&["report", "boat.toml", "--session=mine.toml"]).fails(1);
        assert!(err.contains("mine.toml") && err.contains(":3:"), "{err}");
    }
}
