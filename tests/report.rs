//! Reports: the numbers against a second implementation, the words against nasty texts.

#![expect(clippy::expect_used, reason = "a test ends where something is not as expected")]

#[path = "report/adr.rs"]
mod adr;
#[path = "report/again.rs"]
mod again;
#[path = "report/csv.rs"]
mod csv;
#[path = "support/home.rs"]
mod home;
#[path = "support/nasty.rs"]
mod nasty;
#[path = "support/oracle.rs"]
mod oracle;
#[path = "support/robust.rs"]
mod robust;
#[path = "report/schema.rs"]
mod schema;
#[path = "report/scope.rs"]
mod scope;
#[path = "report/torn.rs"]
mod torn;

use home::{BOAT, Home, Run};
use nasty::{NASTY, nasty_pack, read_back, shown};
use oracle::{Model, any_model, leader};
use proptest::prelude::*;
use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

/// The JSON report on a model, by the real program.
fn report(model: &Model) -> Value {
    let home = Home::new();
    home.write("random.toml", model.pack());
    home.write("session.toml", model.session());
    let json = home.run(&["report", "random.toml", "--format=json", "--session=session.toml"]).ok();
    let json = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    schema::assert_valid(&json);
    json
}

fn number(value: &Value) -> Option<f64> {
    assert!(value.is_number() || value.is_null(), "{value}");
    value.as_f64()
}

#[track_caller]
fn assert_close(value: &Value, expected: Option<f64>) {
    match (number(value), expected) {
        (None, None) => {}
        (Some(x), Some(y)) if (x - y).abs() <= 1e-9 * y.abs().max(1.0) => {}
        other => panic!("{other:?}"),
    }
}

/// Compares a leader and a margin with scores.
#[track_caller]
fn assert_verdict(id: &Value, margin: &Value, scores: Option<&[f64]>) {
    let Some(scores) = scores else {
        assert!(id.is_null() && margin.is_null(), "{id} {margin}");
        return;
    };
    let (first, by) = leader(scores);
    assert_close(margin, Some(by));
    if by > 2e-9 {
        assert_eq!(id, &Value::from(format!("a{first}")));
    } else if by < 5e-10 {
        assert!(id.is_null(), "{id}");
    }
}

fn check_verdict(model: &Model, json: &Value) {
    let scores = model.scores();
    for a in 0..model.alternatives {
        assert_close(&json["alternatives"][a]["score"], scores.as_ref().map(|it| it[a]));
    }
    let verdict = &json["verdict"];
    assert_verdict(&verdict["leader"], &verdict["margin"], scores.as_deref());
    let strength = scores.as_deref().map(|scores| match leader(scores).1 {
        m if m < 1e-9 => "tie",
        m if m < 2.0 => "close",
        m if m < 8.0 => "lean",
        m if m < 20.0 => "clear",
        _ => "strong",
    });
    let is_borderline = scores.as_deref().is_some_and(|scores| {
        [1e-9, 2.0, 8.0, 20.0].iter().any(|it| (leader(scores).1 - it).abs() < 2e-9)
    });
    assert!(is_borderline || verdict["strength"] == Value::from(strength), "{verdict}");
}

fn check_criterion(model: &Model, json: &Value, j: usize, shares: &[f64]) {
    let criterion = &json["criteria"][j];
    assert_eq!(criterion["id"], format!("c{j}"));
    assert_close(&criterion["weight"], Some(f64::from(model.criteria[j].tenths) / 10.0));
    assert_close(&criterion["share"], Some(shares[j]));
    assert_eq!(criterion["included"], model.included(j));
    assert_eq!(criterion["excluded_because"].is_null(), model.included(j));
    for a in 0..model.alternatives {
        let id = format!("a{a}");
        let rating = model.rating(j, a);
        let value = rating.map(|it| model.value(j, it.mean));
        assert_close(&criterion["values"][&id], value);
        let points = 100.0 * shares[j] * value.unwrap_or(0.0);
        assert_close(&criterion["points"][&id], Some(points));
        let json = &criterion["ratings"][&id];
        assert_close(&json["rating"], rating.map(|it| it.mean));
        assert_close(&json["low"], rating.map(|it| it.low));
        assert_close(&json["high"], rating.map(|it| it.high));
        assert_eq!(json["sources"], rating.map_or(0, |it| it.sources));
        assert_eq!(json["claims"], rating.map_or(0, |it| it.claims));
        assert_eq!(json["own"], rating.is_some_and(|it| it.own));
    }
}

/// Tries every position of a slider.
fn check_bands(model: &Model, json: &Value, j: usize) {
    let bands = json["criteria"][j]["bands"].as_array().expect("bands");
    if model.scores().is_none() {
        assert!(bands.is_empty());
        return;
    }
    let end = |band: &Value, key: &str| number(&band[key]).expect("a number");
    assert_eq!(bands[0]["from"], 0.0);
    assert_eq!(bands[bands.len() - 1]["to"], 10.0);
    for pair in bands.windows(2) {
        assert_eq!(pair[0]["to"], pair[1]["from"]);
        assert_ne!(pair[0]["leader"], pair[1]["leader"]);
    }
    for (tenths, scores) in (0..=100).zip(model.scores_along(j)) {
        // Where all weights are 0 the shares are equal, and the verdict speaks, not the band.
        let Some(scores) = scores else { continue };
        let at = f64::from(tenths) / 10.0;
        let (first, by) = leader(&scores);
        let inside = |band: &&Value| end(band, "from") + 1e-6 < at && at < end(band, "to") - 1e-6;
        if let Some(band) = bands.iter().find(inside) {
            match band["leader"].as_str() {
                Some(id) => assert!(id == format!("a{first}") || by < 1e-7, "{band} {scores:?}"),
                None => assert!(by < 1e-7, "{band} {scores:?}"),
            }
        }
    }
}

fn check(model: &Model) {
    let json = report(model);
    let shares = model.shares();
    check_verdict(model, &json);
    for j in 0..model.criteria.len() {
        check_criterion(model, &json, j, &shares);
        check_bands(model, &json, j);
    }
    for s in 0..model.sources.len() {
        let mut without = model.clone();
        without.sources[s] = 0.0;
        let source = &json["sources"][s];
        assert_close(&source["trust"], Some(model.sources[s]));
        assert_verdict(
            &source["leader_without"],
            &source["margin_without"],
            without.scores().as_deref(),
        );
    }
    let scores = model.scores();
    let worst = scores.as_deref().map(leader).filter(|(_, by)| *by >= 1e-9);
    let disagreeing = match worst {
        Some((first, _)) => model.scores_against(first),
        None => scores,
    };
    assert_verdict(
        &json["disagreements"]["leader"],
        &json["disagreements"]["margin"],
        disagreeing.as_deref(),
    );
    for (number, criteria) in model.cases.iter().enumerate() {
        let relevance: f64 = criteria.iter().map(|&j| shares[j]).sum();
        assert_close(&json["case_studies"][number]["relevance"], Some(relevance));
    }
    robust::check(model, &json);
    let excluded: Vec<Value> = model.excluded_claims().into_iter().map(Value::from).collect();
    assert_eq!(json["judgement"]["excluded_claims"].as_array().map_or(&[][..], |it| it), excluded);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_numbers_are_those_of_a_second_implementation(model in any_model()) {
        check(&model);
    }

    #[test]
    fn the_numbers_of_hard_decisions_are_those_of_a_second_implementation(
        model in robust::hard_model(),
    ) {
        check(&model);
    }
}

/// Options that bring every part of a report out.
const OPTIONS: [&str; 6] =
    ["--use-case", "holiday", "--exclude", "comfort/captain/boat", "--trust", "guide=0.9"];

#[test]
fn nothing_in_a_pack_becomes_markup_of_a_markdown_report() {
    let home = Home::new();
    for asked in ["--format=md --scope=full", "--format=md", "--format=adr --scope=full"] {
        let asked: Vec<&str> = asked.split(' ').collect();
        let count = |text: &str| {
            home.write("nasty.toml", nasty_pack(text));
            let words = [&["report", "nasty.toml"], &asked[..], &OPTIONS[..]].concat();
            let markdown = home.run(&words).ok();
            let body = adr::front_matter(&markdown).map_or(&*markdown, |(_, body)| body);
            // Spaces at the ends of a line are not shown, and neither is how many there are.
            let words = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
            words(&read_back(body)).matches(&words(&shown(text))).count()
        };
        let expected = count("A harmless text.");
        assert!(expected > 20, "{expected}");
        for nasty in NASTY {
            assert_eq!(count(nasty), expected, "{nasty:?} in {asked:?}");
        }
    }
}

#[test]
fn every_format_is_the_same_in_a_file_as_on_standard_output() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    for format in weigh::report::IDS {
        let words = ["report", "boat.toml", "--format", format];
        let to_file = [&words[..], &["--output", "out"]].concat();
        assert_eq!(home.run(&to_file).ok(), "");
        assert_eq!(home.read("out"), home.run(&words).ok());
        home.run(&to_file).fails(1);
        assert_eq!(home.names("."), ["boat.toml", "out"]);
        std::fs::remove_file(home.path("out")).expect("removed");
    }
}

#[test]
fn a_text_report_is_narrow_and_draws_nothing() {
    let home = Home::new();
    for nasty in NASTY {
        home.write("nasty.toml", nasty_pack(nasty));
        let text =
            home.run(&[&["report", "nasty.toml", "--format=txt"], &OPTIONS[..]].concat()).ok();
        for line in text.lines() {
            let is_command = line.trim_start().starts_with("weigh report");
            assert!(line.width() <= 80 || is_command, "{line}");
            assert!(!line.ends_with(' '), "{line:?}");
        }
        let is_drawing = |c: char| {
            matches!(c, '\u{2500}'..='\u{259f}' | '\u{1b}' | '\u{202e}')
                || (c.is_control() && c != '\n')
        };
        assert!(!text.contains(is_drawing), "{text}");
        assert!(text.replace("\n  ", " ").contains(&shown(nasty)) || nasty.len() > 30, "{text}");
    }
}

#[test]
fn reports_are_the_same_in_every_place_and_at_every_time() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    for format in weigh::report::IDS {
        let words = [&["report", "boat.toml", "--format", format], &OPTIONS[..]].concat();
        let report = home.run(&words).ok();
        assert!(!report.contains(&*home.path("").to_string_lossy()), "{report}");
        for (name, value) in [
            ("LANG", "de_DE.UTF-8"),
            ("LC_ALL", "tr_TR"),
            ("TZ", "Asia/Tokyo"),
            ("COLUMNS", "20"),
            ("NO_COLOR", "1"),
            ("LC_NUMERIC", "de_DE.UTF-8"),
            ("TERM", "dumb"),
            ("COLORTERM", "truecolor"),
            ("SOURCE_DATE_EPOCH", "1"),
            ("RAYON_NUM_THREADS", "1"),
            ("HOME", "/nonexistent"),
        ] {
            let output = home.command(&words).env(name, value).output().expect("starts");
            assert_eq!(Run::of(&output).out, report, "{name}={value}");
        }
        home.write("elsewhere/boat.toml", BOAT);
        let elsewhere = home.command(&words).current_dir(home.path("elsewhere")).output();
        assert_eq!(Run::of(&elsewhere.expect("starts")).out, report);
    }
}

#[test]
fn what_no_option_says_is_on_the_report_as_a_session_to_save() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    let session = "schema = 1\npack = \"boat\"\nexcluded_criteria = [\"price\"]\nnote = \"Decided ``` in May.\"\n\
        [own_rating]\ncomfort.train = { rating = 5, reason = \"We tried it.\" }\n[notes]\nspeed = \"No hurry.\"\n\
        [[criterion]]\nid = \"team\"\nname = \"Our taste\"\n";
    home.write("mine.toml", session);
    let report = home.run(&["report", "boat.toml", "--session", "mine.toml"]).ok();
    for part in [
        "Own rating: Train on Comfort: 5, because: We tried it.",
        "Excluded: Price, no reason given",
        "Own criterion: Our taste.",
        "Note on Speed: No hurry.",
        "Note on the decision: Decided",
        "| Price | 3.0 | out of the score: excluded | pack |",
    ] {
        assert!(report.contains(part), "{part} in\n{report}");
    }
    let (_, saved) = report.split_once("The session:\n\n````text\n").expect("a session");
    let (saved, _) = saved.split_once("\n````").expect("its end");
    home.write("session.toml", saved);
    let command = report.lines().find(|it| it.starts_with("weigh report")).expect("a command");
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    assert_eq!(home.run(&words).ok(), report);
}

#[test]
fn the_session_in_json_is_the_session_in_toml() {
    let home = Home::new();
    let pack = home.write("boat.toml", BOAT);
    let pack = weigh::pack::load(&pack).unwrap_or_else(|errors| panic!("{errors}"));
    let session = "schema = 1\npack = \"boat\"\nuse_case = \"holiday\"\nexcluded_claims = [\"comfort/captain/boat\"]\n\
        excluded_criteria = [\"price\"]\nnote = \"N\"\n[trust]\nguide = 0.25\n[notes]\nspeed = \"S\"\n\
        [own_rating]\ncomfort.train = { rating = 5, reason = \"R\" }\nspeed.boat = { rating = 2 }\n\
        [[criterion]]\nid = \"team\"\nname = \"T\"\ngroup = \"G\"\nscale = { worst = 9, best = 1, unit = \"u\" }\n";
    home.write("mine.toml", session);
    let json = home.run(&["report", "boat.toml", "--session=mine.toml", "--format=json"]).ok();
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let decoded = weigh::session::decode(session, &pack.decision, "").expect("a session");
    let kept = weigh::session::Kept::default();
    let toml = weigh::session::encode(&pack.decision, &pack.fingerprint, &decoded.workspace, &kept);
    let toml: Value = toml::from_str(&toml).expect("TOML");
    assert_eq!(json["judgement"], toml);
}

#[test]
fn the_json_report_has_its_keys_in_their_order() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    let json = home.run(&["report", "boat.toml", "--format=json"]).ok();
    let keys: Vec<&str> = json
        .lines()
        .filter(|it| it.starts_with("  \""))
        .filter_map(|it| it.split('"').nth(1))
        .collect();
    assert_eq!(
        keys,
        [
            "schema",
            "decision",
            "alternatives",
            "verdict",
            "criteria",
            "robustness",
            "central_weights",
            "nearest_reversal",
            "sources",
            "disagreements",
            "second_opinions",
            "case_studies",
            "scenarios",
            "judgement",
            "about"
        ]
    );
    let report: Value = serde_json::from_str(&json).expect("JSON");
    let alternatives = json.match_indices("\"boat\": {").zip(json.match_indices("\"train\": {"));
    assert!(alternatives.into_iter().all(|((boat, _), (train, _))| boat < train));
    assert_eq!(report["case_studies"][0]["alternatives"], serde_json::json!(["boat"]));
}

#[test]
fn without_anything_to_score_a_report_says_why() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    home.write(
        "mine.toml",
        "schema = 1\npack = \"boat\"\nexcluded_criteria = [\"comfort\", \"price\", \"speed\"]",
    );
    let run = |format: &str| {
        home.run(&["report", "boat.toml", "--session=mine.toml", "--format", format]).ok()
    };
    assert!(run("md").contains("**No verdict: every criterion is excluded.**"));
    let json: Value = serde_json::from_str(&run("json")).expect("JSON");
    assert!(json["verdict"]["leader"].is_null() && json["verdict"]["margin"].is_null());
    assert!(json["verdict"]["strength"].is_null() && json["alternatives"][0]["score"].is_null());
    assert_eq!(json["criteria"][0]["excluded_because"], "excluded");
    assert_eq!(json["criteria"][0]["bands"], serde_json::json!([]));
}
