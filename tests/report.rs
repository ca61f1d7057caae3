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
use oracle::{Model, any_model};
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
fn assert_leads(model: &Model, id: &Value, margin: &Value, scores: Option<&[f64]>) {
    let Some(scores) = scores else {
        assert!(id.is_null() && margin.is_null(), "{id} {margin}");
        return;
    };
    assert_close(margin, Some(model.leader(scores).1));
    assert_leader(model, id, Some(scores));
}

/// Compares a leader with scores.
#[track_caller]
fn assert_leader(model: &Model, id: &Value, scores: Option<&[f64]>) {
    match scores.map(|scores| model.leader(scores)) {
        Some((first, by)) if by > 2e-9 => assert_eq!(id, &Value::from(format!("a{first}"))),
        Some((_, by)) if by >= 5e-10 => {}
        _ => assert!(id.is_null(), "{id}"),
    }
}

fn ids(indices: &[usize], prefix: &str) -> Value {
    indices.iter().map(|it| format!("{prefix}{it}")).collect()
}

fn check_alternatives(model: &Model, json: &Value) {
    let of = |scores: Option<&Vec<f64>>, a: usize| scores.map(|it| it[a]);
    let (scores, ranges) = (model.scores(), model.score_ranges());
    let missing = model.missing_ranges();
    for a in 0..model.alternatives {
        let json = &json["alternatives"][a];
        assert_close(&json["score"], of(scores.as_ref(), a));
        assert_close(&json["low"], of(ranges.as_ref().map(|it| &it[0]), a));
        assert_close(&json["high"], of(ranges.as_ref().map(|it| &it[1]), a));
        assert_close(&json["missing_low"], of(missing.as_ref().map(|it| &it[0]), a));
        assert_close(&json["missing_high"], of(missing.as_ref().map(|it| &it[1]), a));
        assert_eq!(json["excluded"], model.excluded[a]);
    }
}

/// What each criterion adds to the margin of one alternative over another.
fn contributions(model: &Model, one: usize, other: usize) -> Vec<f64> {
    let shares = model.shares();
    let points = |j: usize, a: usize| 100.0 * shares[j] * model.counted(j, a);
    (0..model.criteria.len()).map(|j| points(j, one) - points(j, other)).collect()
}

fn check_verdict(model: &Model, json: &Value) {
    let verdict = &json["verdict"];
    let scores = model.scores();
    assert_leads(model, &verdict["leader"], &verdict["margin"], scores.as_deref());
    let Some(scores) = scores else {
        for key in [
            "runner_up",
            "strength",
            "confidence",
            "confidence_error",
            "closest_rival",
            "tolerance",
        ] {
            assert!(verdict[key].is_null(), "{verdict}");
        }
        for key in ["tied", "because", "against"] {
            assert_eq!(verdict[key], Value::Array(Vec::new()));
        }
        assert_eq!(verdict["dominant"], false);
        return;
    };
    assert_eq!(verdict["one_source"], model.rests_on_one_source());
    assert_eq!(verdict["weights_unset"], model.is_unweighted());
    let ranking = model.ranking(&scores);
    let Some(leader) = verdict["leader"].as_str() else {
        assert_eq!((&verdict["strength"], &verdict["dominant"]), (&"tie".into(), &false.into()));
        assert!(verdict["runner_up"].is_null());
        let [close, near] = [5e-10, 2e-9].map(|within| {
            let is_tied = |a: &&usize| scores[ranking[0]] - scores[**a] < within;
            ranking.iter().filter(is_tied).count()
        });
        if close == near {
            let mut tied = ranking[..close].to_vec();
            tied.sort_unstable();
            assert_eq!(verdict["tied"], ids(&tied, "a"));
        }
        // Who of them is the first and the second is open.
        let json = json["criteria"].as_array().expect("criteria");
        let is_pair = |one: usize, other: usize| {
            let pair = contributions(model, one, other).into_iter().zip(json);
            pair.into_iter().all(|(it, json)| {
                number(&json["contribution"]).is_some_and(|json| (json - it).abs() < 1e-9)
            })
        };
        let mut pairs =
            ranking[..near].iter().flat_map(|x| ranking[..near].iter().map(move |y| (x, y)));
        assert!(pairs.any(|(x, y)| x != y && is_pair(*x, *y)));
        return;
    };
    assert_eq!(
        (leader, &verdict["tied"]),
        (&*format!("a{}", ranking[0]), &Value::Array(Vec::new()))
    );
    // Of those that share the second place any may be named.
    let is_named = |a: &&usize| verdict["runner_up"] == format!("a{a}");
    let second = *ranking[1..].iter().find(is_named).expect("a runner-up");
    assert!(scores[ranking[1]] - scores[second] < 2e-9, "{verdict}");
    let contributions = contributions(model, ranking[0], second);
    for (json, contribution) in
        json["criteria"].as_array().expect("criteria").iter().zip(&contributions)
    {
        assert_close(&json["contribution"], Some(*contribution));
    }
    check_reasons(&verdict["because"], &contributions, 1.0);
    check_reasons(&verdict["against"], &contributions, -1.0);
    check_strength(model, verdict, ranking[0]);
    let shares = model.shares();
    let is_dominant = (0..model.criteria.len()).filter(|&j| shares[j] > 0.0).all(|j| {
        model.compared().into_iter().all(|a| {
            let ahead = model.counted(j, ranking[0]) - model.counted(j, a);
            ahead > -1e-12 && model.rating(j, a).is_some()
        })
    });
    assert_eq!(verdict["dominant"], is_dominant);
}

/// The criteria that add to the margin (sign 1) or take from it (sign -1), the largest part first.
fn check_reasons(json: &Value, contributions: &[f64], sign: f64) {
    let reasons: Vec<(usize, f64)> = json
        .as_array()
        .expect("criteria")
        .iter()
        .map(|it| {
            let j = it["criterion"].as_str().and_then(|id| id[1..].parse().ok());
            (j.expect("an id"), number(&it["points"]).expect("points"))
        })
        .collect();
    for (j, points) in &reasons {
        assert!((points - contributions[*j]).abs() < 1e-9 && sign * points > 0.0, "{json}");
    }
    assert!(reasons.is_sorted_by(|x, y| sign * x.1 >= sign * y.1), "{json}");
    for (j, contribution) in contributions.iter().enumerate() {
        let is_named = reasons.iter().any(|it| it.0 == j);
        assert!(is_named || sign * contribution < 1e-9, "c{j} is not in {json}");
    }
}

/// The word for how clearly the leader leads, by the confidence in the report.
fn check_strength(model: &Model, verdict: &Value, leader: usize) {
    let percent = 100.0 * number(&verdict["confidence"]).expect("a confidence");
    let word = match percent.round() {
        p if p < 65.0 => "too_close",
        p if p < 80.0 => "leans",
        p if p < 95.0 => "leads",
        _ if model.is_jointly_reversible(leader) || model.rests_on_one_source() => "leads",
        _ => "leads_clearly",
    };
    let is_delicate = (percent.fract() - 0.5).abs() < 1e-9;
    assert!(is_delicate || verdict["strength"] == word, "{verdict}");
}

/// What is missing, and what each cell could do alone and all of them together.
fn check_missing(model: &Model, json: &Value) {
    let missing = &json["verdict"]["missing"];
    let shares = model.shares();
    let cells = model.missing_cells();
    let mut touched: Vec<usize> = cells.iter().map(|it| it.0).collect();
    touched.dedup();
    assert_close(&missing["share"], Some(touched.iter().map(|&j| shares[j]).sum()));
    assert_eq!(missing["unrated"], ids(&model.unrated(), "c"));
    let leader = json["verdict"]["leader"].as_str().map(|id| id[1..].parse::<usize>());
    let leader = leader.map(|it| it.expect("an id"));
    let is_reversible = leader.is_some_and(|leader| model.is_jointly_reversible(leader));
    assert_eq!(missing["jointly"], is_reversible, "{missing}");
    let json = missing["cells"].as_array().expect("cells");
    assert_eq!(json.len(), cells.len());
    for (json, (j, a)) in json.iter().zip(cells) {
        assert_eq!(json["criterion"], format!("c{j}"));
        assert_eq!(json["alternative"], format!("a{a}"));
        let Some(leader) = leader else {
            assert!(json["reversed_from"].is_null());
            continue;
        };
        // How far the leader is ahead of the best of the others, or of this one, with a value.
        let ahead = |value: f64| {
            let scores = model.scores_with((j, a), value).expect("something is in the score");
            let rivals = model.compared().into_iter().filter(|it| *it != leader);
            let best = rivals.filter(|it| a == leader || *it == a).map(|it| scores[it]);
            scores[leader] - best.fold(f64::NEG_INFINITY, f64::max)
        };
        let (end, other) = if a == leader { (0.0, 1.0) } else { (1.0, 0.0) };
        match ahead(end) {
            by if by < -1e-7 => {
                // The margin is linear in the value.
                let (worst, best) = (ahead(end), ahead(other));
                let value = end + (other - end) * worst / (worst - best);
                let rating = model.rating_at(j, value);
                let named = number(&json["reversed_from"]).expect("a rating");
                assert!((named - rating).abs() < 1e-7 * rating.abs().max(1.0), "{named} {rating}");
                assert!(is_reversible);
            }
            by if by > 1e-7 => assert!(json["reversed_from"].is_null(), "{json}"),
            _ => {}
        }
    }
}

fn check_criterion(model: &Model, json: &Value, j: usize, shares: &[f64]) {
    let criterion = &json["criteria"][j];
    let it = &model.criteria[j];
    assert_eq!(criterion["id"], format!("c{j}"));
    assert_close(&criterion["weight"], Some(f64::from(it.tenths) / 10.0));
    assert_eq!(criterion["set_by"], if it.tenths == it.pack_tenths { "pack" } else { "hand" });
    assert_close(&criterion["share"], Some(shares[j]));
    assert_eq!(criterion["included"], model.included(j));
    match criterion["excluded_because"].as_str() {
        None => assert!(model.included(j)),
        Some("excluded") => assert!(it.excluded),
        Some(because) => assert!(model.unrated().contains(&j), "{because}"),
    }
    for a in 0..model.alternatives {
        let id = format!("a{a}");
        let rating = model.rating(j, a);
        let value = model.counted(j, a);
        assert_close(&criterion["values"][&id], Some(value));
        assert_close(&criterion["points"][&id], Some(100.0 * shares[j] * value));
        let json = &criterion["ratings"][&id];
        assert_close(&json["rating"], rating.map(|it| it.mean));
        assert_close(&json["low"], rating.map(|it| it.low));
        assert_close(&json["high"], rating.map(|it| it.high));
        assert_eq!(json["sources"], rating.map_or(0, |it| it.sources));
        assert_eq!(json["claims"], rating.map_or(0, |it| it.claims));
        assert_eq!(json["own"], rating.is_some_and(|it| it.own));
        assert_eq!(json["missing"], rating.is_none());
    }
    assert_eq!(criterion["disagreement"], Value::from(model.disagreement(j)));
    check_swing(model, json, j);
}

/// The margin of the first at both ends of a slider.
fn check_swing(model: &Model, json: &Value, j: usize) {
    let swing = &json["criteria"][j]["swing"];
    if !model.included(j) {
        assert!(swing.is_null());
        return;
    }
    let (first, by) = model.leader(&model.scores().expect("something is in the score"));
    for (key, tenths) in [("at_0", 0.0), ("at_10", 100.0)] {
        let scores = model.scores_at(j, tenths).expect("something is in the score");
        assert_leader(model, &swing[key]["leader"], Some(&scores));
        // In a tie it is open who is the first.
        if by > 2e-9 {
            let ranking = model.ranking(&scores);
            let rival = ranking.into_iter().find(|a| *a != first).expect("a rival");
            let margin = number(&swing[key]["margin"]).expect("a margin");
            assert!((margin - (scores[first] - scores[rival])).abs() < 1e-9, "{swing}");
        }
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
        // At a tipping point the two are equal.
        let scores = model.scores_at(j, 10.0 * end(&pair[1], "from"));
        let scores = scores.expect("something is in the score");
        let score = |band: &Value| {
            let index = band["leader"].as_str().and_then(|id| id[1..].parse::<usize>().ok());
            index.map(|a| scores[a])
        };
        if let (Some(x), Some(y)) = (score(&pair[0]), score(&pair[1])) {
            assert!((x - y).abs() < 1e-7, "{} {}", pair[0], pair[1]);
        }
    }
    for (tenths, scores) in (0..=100).zip(model.scores_along(j)) {
        // Where all weights are 0 the shares are equal, which is not a part of any band.
        let Some(scores) = scores else { continue };
        let at = f64::from(tenths) / 10.0;
        let (first, by) = model.leader(&scores);
        let inside = |band: &&Value| end(band, "from") + 1e-6 < at && at < end(band, "to") - 1e-6;
        if let Some(band) = bands.iter().find(inside) {
            match band["leader"].as_str() {
                Some(id) => assert!(id == format!("a{first}") || by < 1e-7, "{band} {scores:?}"),
                None => assert!(by < 1e-7, "{band} {scores:?}"),
            }
        }
    }
}

/// Each source left out, and each one believed alone.
fn check_sources(model: &Model, json: &Value) {
    let missing = model.missing_cells();
    for s in 0..model.sources.len() {
        let source = &json["sources"][s];
        assert_close(&source["trust"], Some(model.sources[s]));
        let without = model.trusting(|other| if other == s { 0.0 } else { model.sources[other] });
        assert_leads(
            model,
            &source["leader_without"],
            &source["margin_without"],
            without.scores().as_deref(),
        );
        let alone = model.trusting(|other| if other == s { 1.0 } else { 0.0 });
        assert_leader(model, &source["leader_alone"], alone.scores().as_deref());
        // Cells of the criteria that are in the score now.
        let compared = model.compared();
        let cells =
            model.all_included().into_iter().flat_map(|j| compared.iter().map(move |&a| (j, a)));
        let lost = cells.filter(|&(j, a)| without.rating(j, a).is_none());
        assert_eq!(source["missing_without"], lost.count() - missing.len());
        if let Some(rates_all) = model.rates_all(s) {
            assert_eq!(source["rates_all"], rates_all);
        }
    }
}

fn check(model: &Model) {
    let json = report(model);
    let shares = model.shares();
    check_alternatives(model, &json);
    check_verdict(model, &json);
    check_missing(model, &json);
    for j in 0..model.criteria.len() {
        check_criterion(model, &json, j, &shares);
        check_bands(model, &json, j);
    }
    check_sources(model, &json);
    let scores = model.scores();
    let leader = scores.as_deref().map(|scores| model.leader(scores)).filter(|it| it.1 >= 1e-9);
    let disagreeing = match leader {
        Some((first, _)) => model.scores_against(first),
        None => scores,
    };
    assert_leads(
        model,
        &json["disagreements"]["leader"],
        &json["disagreements"]["margin"],
        disagreeing.as_deref(),
    );
    for (number, criteria) in model.cases.iter().enumerate() {
        let relevance: f64 = criteria.iter().map(|&j| shares[j]).sum();
        assert_close(&json["case_studies"][number]["relevance"], Some(relevance));
    }
    robust::check(model, &json);
    let excluded = |key: &str| json["judgement"][key].as_array().cloned().unwrap_or_default();
    let same = |key: &str, ids: Vec<String>| {
        assert_eq!(excluded(key), ids.into_iter().map(Value::from).collect::<Vec<_>>());
    };
    same("excluded_claims", model.excluded_claims());
    same("excluded_alternatives", model.excluded_alternatives());
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
            "rating_reversals",
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
