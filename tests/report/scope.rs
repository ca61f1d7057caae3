//! How much a report says.

use super::OPTIONS;
use crate::home::{BOAT, Home};

const SESSION: &str = "schema = 1\npack = \"boat\"\nuse_case = \"holiday\"\nexcluded_criteria = [\"price\"]\nnote = \"On it all.\"\n\
    excluded_claims = [\"comfort/captain/boat\"]\n[weights]\nspeed = 4.5\n[trust]\nguide = 0.9\n\
    [own_rating]\ncomfort.train = { rating = 3, reason = \"We tried it.\" }\nspeed.boat = { rating = 2 }\n\
    [notes]\nspeed = \"No hurry.\"\ncomfort = \"He sells them.\"\n";

/// What every report for people says, whatever its format and scope.
const SAID: [&str; 27] = [
    "How do we travel?",
    "points",
    "all weights",
    "confidence",
    "Closest reversal: move ",
    "excluded",
    "Holiday",
    "hand",
    "use case",
    "changed alone",
    "Disagreements: the sources agree on every criterion in the score.",
    "with 2 changed by hand or excluded. Besides, 4 things in the evidence were changed by hand",
    "hand, instead of",
    "leaving out",
    "Second opinion",
    "Own rating: Train on Comfort: 3, because: We tried it.",
    "Own rating: Boat on Speed: 2, no reason given",
    "comfort/captain/boat",
    "with the note on Comfort as the reason. [2]",
    "Excluded: Price, no reason given",
    "Trust: [1] The guide: 0.9 instead of 1",
    "Note on the decision: On it all.",
    "Note on Speed: No hurry.",
    "relevance",
    "The captain",
    "fingerprint",
    "--session session.toml",
];

#[test]
fn everything_a_verdict_rests_on_is_said_in_every_scope() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    home.write("mine.toml", SESSION);
    for format in ["md", "adr", "txt"] {
        for scope in ["verdict", "full"] {
            let words = [
                "report",
                "boat.toml",
                "--session=mine.toml",
                "--format",
                format,
                "--scope",
                scope,
            ];
            let report = home.run(&words).ok().replace('\\', "");
            let report = report.split_whitespace().collect::<Vec<_>>().join(" ");
            for said in SAID {
                let said = if format == "txt" { said } else { said.trim() };
                assert!(report.contains(said), "{said} in the {scope} {format}\n{report}");
            }
            assert!(report.contains(&format!("--scope {scope}")), "{report}");
            assert!(report.contains(&format!("weigh {}", env!("CARGO_PKG_VERSION"))), "{report}");
        }
    }
}

#[test]
fn the_evidence_is_in_the_full_scope_only() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    for (format, default) in [("md", "verdict"), ("adr", "verdict"), ("txt", "full")] {
        let run = |options: &[&str]| {
            home.run(&[&["report", "boat.toml", "--format", format], options, &OPTIONS].concat())
                .ok()
        };
        let (short, full) = (run(&["--scope=verdict"]), run(&["--scope=full"]));
        assert_eq!(run(&[]), if default == "full" { full.clone() } else { short.clone() });
        if format != "adr" {
            assert!(short.len() < full.len());
            assert!(
                full.contains("He would say so.") && !short.contains("He would say so."),
                "{short}"
            );
        }
    }
}

#[test]
fn a_report_fits_into_a_pull_request() {
    let home = Home::new();
    let report = home.run(&["report", "--use-case=live-chat"]).ok();
    assert!(report.lines().count() < 160 && report.len() < 16_384, "{}", report.lines().count());
}

/// The share in a line, in tenths of a percent.
fn share(line: &str) -> Option<i64> {
    let line = &line[..line.find(" %")?];
    let start = line.rfind(' ')?;
    line[start..].trim().replace('.', "").parse().ok()
}

#[test]
fn printed_shares_add_up_and_equal_ones_differ_by_rounding_at_most() {
    let home = Home::new();
    for weight in ["security=0.1", "security=3.3", "real-time=9.9", "ecosystem=5"] {
        let run = |format: &str| home.run(&["report", "--weight", weight, "--format", format]).ok();
        let md = run("md");
        let (_, section) = md.split_once("## What matters").expect("a section");
        let (section, _) = section.split_once("\n## ").expect("its end");
        for (section, marker) in [(section, "|"), (&*run("adr"), "* **")] {
            let lines = || section.lines().filter(|it| it.starts_with(marker));
            let alike: Vec<i64> = lines()
                .filter(|it| it.contains("5.0") && !it.contains("hand"))
                .filter_map(share)
                .collect();
            assert!(alike.len() > 15);
            let (least, most) = (alike.iter().min(), alike.iter().max());
            assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1), "{section}");
            assert_eq!(lines().filter_map(share).sum::<i64>(), 1000, "{section}");
        }
    }
}

#[test]
fn a_disagreement_on_what_is_not_in_the_score_is_none_that_matters() {
    let home = Home::new();
    home.write("boat.toml", BOAT.replace("rating = 4\n", "rating = 3\n"));
    home.write("aside.toml", "schema = 1\npack = \"boat\"\nexcluded_criteria = [\"comfort\"]\n");
    let report = |options: &[&str]| home.run(&[&["report", "boat.toml"], options].concat()).ok();
    let fresh = report(&["--fresh"]);
    assert!(fresh.contains("The sources disagree on Comfort."), "{fresh}");
    let aside = report(&["--session=aside.toml"]);
    let none = "Disagreements: the sources agree on every criterion in the score.";
    assert!(aside.contains(none), "{aside}");
}
