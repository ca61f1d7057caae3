//! Scenarios in session files.

use weigh::decision::Weight;
use weigh::judgement::{Judgement, Scenario, Workspace};
use weigh::pack;
use weigh::session::{Decoded, Kept, decode, encode};

use super::home::{BOAT, Home};
use super::{boat, named, texts, with_comfort};

fn fixture(name: &str) -> Decoded {
    let path = format!("{}/tests/data/sessions/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a fixture");
    let pack = pack::open("nodejs-vs-django").expect("bundled");
    decode(&text, &pack.decision, &pack.fingerprint)
        .unwrap_or_else(|faults| panic!("{}", faults.render(name, false)))
}

fn names(workspace: &Workspace) -> Vec<&str> {
    workspace.scenarios.list().iter().map(Scenario::name).collect()
}

#[test]
fn a_session_written_before_there_were_scenarios_still_says_what_it_said() {
    let pack = pack::open("nodejs-vs-django").expect("bundled");
    let Decoded { workspace, kept, notices } = fixture("before-scenarios");
    let Workspace { present, scenarios } = &workspace;
    assert!(scenarios.is_empty() && kept.is_empty(), "{kept:?}");
    assert!(texts(&notices)[0].starts_with("The pack has changed"), "{notices:?}");
    assert_eq!(notices.len(), 1);
    let at = |id: &str| pack.decision.criterion(id).expect("bundled");
    assert_eq!(present.weight(at("performance")).tenths(), 75);
    assert!(present.is_criterion_excluded(at("running-cost")));
    assert_eq!(present.excluded_claims().count(), 1);
    assert_eq!(present.own_rating(at("security"), 0).map(|it| it.rating), Some(4.0));
    assert_eq!(present.own_criteria()[0].id, "team");
    assert_eq!(present.use_case(), pack.decision.use_case("live-chat"));
}

#[test]
fn scenarios_are_read_in_their_order_and_start_from_the_pack() {
    let pack = pack::open("nodejs-vs-django").expect("bundled");
    let Decoded { workspace, notices, .. } = fixture("with-scenarios");
    assert_eq!(names(&workspace), ["Before the incident", "As it is"]);
    assert_eq!(notices.len(), 1, "{notices:?}");
    let [before, as_it_is] = workspace.scenarios.list() else { panic!("two scenarios") };
    let security = pack.decision.criterion("security").expect("bundled");
    assert_eq!(workspace.present.weight(security).tenths(), 90);
    // What the file does not name is the weight of the use case.
    assert_eq!(before.judgement().weight(security).tenths(), 40);
    assert_eq!(before.judgement().excluded_claims().count(), 1);
    assert_eq!(**as_it_is.judgement(), Judgement::of(&pack.decision));
}

#[test]
fn what_a_scenario_names_and_the_pack_does_not_have_is_said_and_stays_with_it() {
    let home = Home::new();
    let pack = boat(&home);
    let decision = &pack.decision;
    let text = "schema = 1\npack = \"boat\"\nfingerprint = \"old\"\n[[scenario]]\nname = \"A\"\n\
        later = true\nexcluded_claims = [\"gone/guide/boat\"]\n[scenario.weights]\ngone = 4.0\n\
        [scenario.own_rating]\ncomfort.boat = { rating = 9.0 }\n[[scenario]]\nname = \"B\"\n\
        [scenario.trust]\nguide = 0.5\n";
    let Decoded { mut workspace, kept, notices } =
        decode(text, decision, "new").expect("a session");
    let said = texts(&notices).join(" ");
    for part in [
        "The pack has changed",
        "criterion `gone` in the scenario `A`",
        "claim `gone/guide/boat` in the scenario `A`",
        "own rating `comfort/boat` (no longer on its scale) in the scenario `A`",
    ] {
        assert!(said.contains(part) || said.contains("1 more"), "{part} in {said}");
    }
    workspace.scenarios.rename(0, "Z").expect("free");
    let again = encode(decision, "new", &workspace, &kept);
    for part in ["name = \"Z\"\nlater = true\n", "gone/guide/boat", "gone = 4.0", "rating = 9.0"] {
        assert!(again.contains(part), "{part} in\n{again}");
    }
    workspace.scenarios.remove(0);
    let without = encode(decision, "new", &workspace, &kept);
    assert!(!without.contains("gone") && without.contains("name = \"B\""), "{without}");
}

#[test]
fn what_is_kept_of_a_scenario_is_not_kept_of_one_that_is_equal_to_it() {
    let home = Home::new();
    let pack = boat(&home);
    let text = "schema = 1\npack = \"boat\"\n[[scenario]]\nname = \"A\"\n\
        excluded_claims = [\"gone/guide/boat\"]\n[[scenario]]\nname = \"B\"\n";
    let Decoded { workspace, kept, .. } = decode(text, &pack.decision, "").expect("a session");
    let again = encode(&pack.decision, "", &workspace, &kept);
    let (a, b) = again.split_once("name = \"B\"").expect("both");
    assert!(a.contains("gone/guide/boat") && !b.contains("gone"), "{again}");
}

#[test]
fn what_is_kept_of_a_scenario_outlives_reading_the_file_again() {
    let home = Home::new();
    let pack = boat(&home);
    let decision = &pack.decision;
    home.write(
        "team.toml",
        "schema = 1\npack = \"boat\"\n[[scenario]]\nname = \"A\"\nexcluded_claims = [\"gone/guide/boat\"]\n",
    );
    let mut store = named(&home, &pack);
    let mut first = store.load(decision).expect("a session").workspace;
    let mut again = store.reload(decision).expect("a session").workspace;
    let (carried, _) = store.carry_over(&again, decision, decision, "new").expect("the same");
    // Undo leads back to what there was before the file was read again, in whichever way.
    for (step, workspace) in [&mut first, &mut again, &mut carried.clone()].into_iter().enumerate()
    {
        let weight = Weight::from_tenths(u8::try_from(step).expect("few")).expect("in range");
        workspace.present.set_weight(0, weight);
        store.save(decision, workspace);
        assert!(home.read("team.toml").contains("gone/guide/boat"), "{step}");
    }
}

#[test]
fn a_scenario_without_a_name_of_its_own_is_shown_with_the_remedy() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    for (scenarios, parts) in [
        ("[[scenario]]\n", ["a scenario needs a name", "write name ="]),
        (
            "[[scenario]]\nname = \"\"\n",
            ["a scenario needs a name", "give it a name that no other scenario has"],
        ),
        ("[[scenario]]\nname = 1\n", ["expected a string", "^"]),
        ("scenario = 1\n", ["expected a list", "^"]),
        (
            "[[scenario]]\nname = \"A\"\n[[scenario]]\nname = \" A\"\n",
            ["another scenario has this name", "team.toml:6:8"],
        ),
        (
            "[[scenario]]\nname = \"A\"\n[scenario.weights]\ncomfort = 11\n",
            ["weight must be between 0 and 10", "team.toml:6:11"],
        ),
    ] {
        home.write("team.toml", format!("schema = 1\npack = \"boat\"\n{scenarios}"));
        let err = home.run(&["report", "boat.toml", "--session", "team.toml"]).fails(1);
        for part in parts {
            assert!(err.contains(part), "{part} in\n{err}");
        }
    }
}

#[test]
fn scenarios_are_saved_and_come_back_and_go() {
    let home = Home::new();
    let pack = boat(&home);
    let mut workspace = with_comfort(&pack.decision, 80);
    let mut store = named(&home, &pack);
    store.load(&pack.decision).expect("nothing");
    store.save(&pack.decision, &workspace);
    let without = home.read("team.toml");
    let present = workspace.present.clone();
    workspace.scenarios.add("Comfort first", present).expect("free");
    assert!(store.save(&pack.decision, &workspace).is_empty());
    let mut again = named(&home, &pack);
    assert_eq!(again.load(&pack.decision).expect("a session").workspace, workspace);
    workspace.present.set_weight(0, Weight::MIN);
    again.save(&pack.decision, &workspace);
    let lines = home.read("team.toml");
    assert!(lines.contains("comfort = 0.0") && lines.contains("comfort = 8.0"), "{lines}");
    workspace = with_comfort(&pack.decision, 80);
    again.save(&pack.decision, &workspace);
    assert_eq!(home.read("team.toml"), without);
}

#[test]
fn a_report_names_the_scenarios_with_leader_and_margin_and_can_be_made_again() {
    let home = Home::new();
    let pack = boat(&home);
    let mut workspace = Workspace::of(&pack.decision);
    workspace.scenarios.add("Only *comfort*", with_only(&pack.decision, 0)).expect("free");
    workspace.scenarios.add("Only speed", with_only(&pack.decision, 2)).expect("free");
    home.write(
        "mine.toml",
        encode(&pack.decision, &pack.fingerprint, &workspace, &Kept::default()),
    );
    let run = |words: &[&str]| home.run(&[&["report", "boat.toml"], words].concat()).ok();
    let text = run(&["--session=mine.toml", "--format=txt"]);
    assert!(text.contains("Scenarios") && text.contains("Only *comfort*"), "{text}");
    let report = run(&["--session=mine.toml"]);
    assert!(report.contains("| Only speed | Train | 100.0 |"), "{report}");
    let (_, saved) = report.split_once("The session:\n\n").expect("a session");
    let (fence, saved) = saved.split_once("text\n").expect("a fence");
    let (saved, _) = saved.split_once(&format!("\n{fence}")).expect("its end");
    home.write("session.toml", saved);
    assert_eq!(run(&["--session=session.toml"]), report);
    assert!(!run(&["--fresh"]).contains("Scenarios"));
    let json = run(&["--session=mine.toml", "--format=json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let saved: serde_json::Value = toml::from_str(saved).expect("TOML");
    assert_eq!(json["judgement"]["scenario"][1]["name"], "Only speed");
    // Where a table is empty, the file leaves it out.
    assert_eq!(json["judgement"]["scenario"][0]["weight"], saved["scenario"][0]["weight"]);
}

/// A judgement to which one criterion is everything.
fn with_only(decision: &weigh::decision::Decision, criterion: usize) -> Judgement {
    let mut judgement = Judgement::of(decision);
    for j in 0..3 {
        let weight = if j == criterion { Weight::MAX } else { Weight::MIN };
        judgement.set_weight(j, weight);
    }
    judgement
}

#[test]
fn a_full_report_says_what_makes_the_difference_to_each_scenario_and_it_adds_up() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    home.write(
        "team.toml",
        "schema = 1\npack = \"boat\"\n[weights]\nspeed = 9.0\n[[scenario]]\nname = \"Before\"\n\
         excluded_criteria = [\"price\"]\n[scenario.weights]\ncomfort = 10.0\n",
    );
    let report = |format: &str| {
        let words = ["report", "boat.toml", "--session=team.toml", "--scope=full", "--format"];
        home.run(&[&words[..], &[format]].concat()).ok()
    };
    let said = report("md");
    for part in [
        "From Before to this report the margin of Train over Boat goes from",
        "Speed, weight 9.0 instead of 2.0: +",
    ] {
        assert!(said.contains(part), "{part} in\n{said}");
    }
    assert!(said.contains("Different from Before: 1 criterion excluded"), "{said}");
    let json: serde_json::Value = serde_json::from_str(&report("json")).expect("JSON");
    let [scenario] = &json["scenarios"].as_array().expect("a list")[..] else { panic!("one") };
    assert_eq!(
        (&scenario["name"], &scenario["verdict"]["leader"]),
        (&"Before".into(), &"boat".into())
    );
    let it = &scenario["difference"];
    let points = |value: &serde_json::Value| value.as_f64().expect("points");
    let sum: f64 =
        it["changes"].as_array().expect("a list").iter().map(|it| points(&it["points"])).sum();
    assert!((points(&it["now"]) - points(&it["then"]) - sum).abs() < 1e-9, "{it}");
    assert!((points(&it["now"]) - points(&json["verdict"]["margin"])).abs() < 1e-9, "{it}");
}
