//! Decision records: MADR 4, and honest.

use super::OPTIONS;
use crate::home::{BOAT, Home};
use crate::nasty::NASTY;

/// The lines of the front matter, and what comes after it.
pub(crate) fn front_matter(record: &str) -> Option<(Vec<&str>, &str)> {
    let (front, body) = record.strip_prefix("---\n")?.split_once("\n---\n")?;
    Some((front.lines().collect(), body))
}

fn record(home: &Home, options: &[&str]) -> String {
    home.run(&[&["report", "boat.toml", "--format=adr"], options].concat()).ok()
}

fn with_boat() -> Home {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    home
}

/// The section below a heading.
#[track_caller]
fn section<'a>(record: &'a str, heading: &str) -> &'a str {
    let (_, rest) = record.split_once(&format!("\n{heading}\n")).expect("the heading");
    rest.split("\n#").next().expect("a section").trim()
}

#[test]
fn a_record_has_the_headings_of_madr_in_their_order() {
    let record = record(&with_boat(), &OPTIONS);
    let headings: Vec<&str> = record.lines().filter(|it| it.starts_with("## ")).collect();
    assert_eq!(
        headings,
        [
            "## Context and Problem Statement",
            "## Decision Drivers",
            "## Considered Options",
            "## Decision Outcome",
            "## Pros and Cons of the Options",
            "## More Information",
        ]
    );
    for heading in ["### Consequences", "### Confirmation", "### Boat", "### Train"] {
        assert!(record.contains(&format!("\n{heading}\n")), "{heading} in\n{record}");
    }
    assert!(record.contains("\n# Boat vs train: "), "{record}");
}

#[test]
fn the_front_matter_is_yaml_whatever_is_in_it() {
    let home = with_boat();
    let strong = ["--weight=comfort=10", "--weight=price=0", "--weight=speed=0"];
    let plain =
        record(&home, &["--status", "accepted", "--date=2026-03-31", "--decision-maker=Ann"]);
    let (front, _) = front_matter(&plain).expect("front matter");
    assert_eq!(front[1..], ["date: 2026-03-31", "decision-makers: [\"Ann\"]"]);
    let plain = record(&home, &[]);
    assert_eq!(front_matter(&plain).expect("front matter").0, ["status: \"proposed\""]);
    for nasty in NASTY {
        let [status, maker] = ["status", "decision-maker"].map(|it| format!("--{it}={nasty}"));
        let record = record(&home, &[&strong[..], &[&status, &maker]].concat());
        let (front, body) = front_matter(&record).expect("front matter");
        assert!(body.starts_with("\n# "), "{record}");
        let [status, makers] = front[..] else { panic!("{front:?}") };
        // A string as JSON has it, but for what YAML alone can say.
        let shown = weigh::decision::text::line(nasty);
        let status = status.strip_prefix("status: ").expect("a status");
        let status: String =
            serde_json::from_str(status).unwrap_or_else(|it| panic!("{status} {it}"));
        assert_eq!(status, shown.trim());
        let makers: Vec<String> =
            serde_json::from_str(makers.strip_prefix("decision-makers: ").expect("makers"))
                .expect("a list");
        assert_eq!(makers, [shown.trim()]);
    }
}

#[test]
fn the_chosen_option_is_one_of_those_considered() {
    let home = with_boat();
    for (options, chosen) in [
        (["--weight=speed=10", "--weight=comfort=0"], "Train"),
        (["--weight=speed=0", "--weight=price=0"], "Boat"),
    ] {
        let record = record(&home, &[&options[..], &["--status=accepted"]].concat());
        assert!(record.contains("status: \"accepted\""), "{record}");
        let outcome = section(&record, "## Decision Outcome");
        assert!(
            outcome.starts_with(&format!("Chosen option: \"{chosen}\", because ")),
            "{outcome}"
        );
        let considered = section(&record, "## Considered Options");
        assert_eq!(considered, "* Boat\n* Train");
    }
}

#[test]
fn what_is_tied_or_too_close_is_not_chosen_and_not_accepted() {
    let home = with_boat();
    let close = (0..=100).map(|it| format!("--weight=speed={}.{}", it / 10, it % 10));
    let close: Vec<String> = close
        .filter(|it| {
            let json = home.run(&["report", "boat.toml", "--format=json", it]).ok();
            let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
            json["verdict"]["strength"] == "too_close" || json["verdict"]["strength"] == "tie"
        })
        .collect();
    assert!(!close.is_empty());
    home.write(
        "aside.toml",
        "schema = 1\npack = \"boat\"\nexcluded_criteria = [\"comfort\", \"price\", \"speed\"]",
    );
    for option in close.iter().map(String::as_str).chain(["--session=aside.toml"]) {
        for status in ["accepted", "Accepted", "Accepted by the board"] {
            let record = record(&home, &[option, "--status", status]);
            assert!(record.starts_with("---\nstatus: \"proposed\"\n"), "{record}");
            let outcome = section(&record, "## Decision Outcome");
            assert!(outcome.starts_with("No option is chosen. "), "{outcome}");
            assert!(outcome.contains("It stays proposed"), "{outcome}");
            assert!(record.contains("\n# Boat vs train: undecided"), "{record}");
        }
        let rejected = record(&home, &[option, "--status=rejected"]);
        assert!(rejected.contains("status: \"rejected\""), "{rejected}");
        assert!(!rejected.contains("stays proposed"), "{rejected}");
    }
}

#[test]
fn an_option_has_its_claims_but_for_those_that_do_not_count() {
    let home = with_boat();
    let all = record(&home, &["--scope=full"]);
    assert!(all.contains("\n* Good, because Comfort is 4 by \\[1\\]: Roomy.\n"), "{all}");
    let part = |record: &str| {
        let (_, rest) = record.split_once("## Pros and Cons").expect("pros and cons");
        rest.split("## More Information").next().expect("a part").to_owned()
    };
    let excluded = record(&home, &["--scope=full", "--exclude=comfort/captain/boat"]);
    assert!(part(&all).contains("Grand.") && !part(&excluded).contains("Grand."), "{excluded}");
    let line = "* Excluded: `comfort/captain/boat`, no reason given. \\[2\\] Boat 5: Grand.";
    assert!(excluded.contains(line), "{excluded}");
    let untrusted = record(&home, &["--scope=full", "--trust=captain=0"]);
    assert!(!part(&untrusted).contains("Grand."), "{untrusted}");
}

#[test]
fn the_bundled_record_is_short_unless_everything_is_asked_for() {
    let home = Home::new();
    let lines = |options: &[&str]| {
        home.run(&[&["report", "--format=adr", "--use-case=live-chat"], options].concat())
            .ok()
            .lines()
            .count()
    };
    let (short, long) = (lines(&[]), lines(&["--scope=full"]));
    assert!(short < 220 && long > 2 * short, "{short} {long}");
}
