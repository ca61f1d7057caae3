//! What holds of sessions as text. `tests/session.rs` has what holds of them on disk.

use super::*;
use crate::decision::tests::small;
use crate::decision::{ClaimRef, Criterion, Decision, Scale, Trust, Weight};
use crate::judgement::{Judgement, OwnRating, Subject, Workspace};

/// A judgement that uses everything there is.
fn rich(decision: &Decision) -> Judgement {
    let mut judgement = Judgement::of(decision);
    judgement.apply_use_case(decision, 0);
    let weight = Weight::from_tenths(73).expect("in range");
    judgement.set_weight(2, weight);
    judgement.set_criterion_excluded(1, true);
    judgement.set_trust(1, Trust::new(0.3).expect("in range"));
    judgement.set_claim_excluded(ClaimRef::new(0, 1), true);
    let own = judgement.add_criterion(Criterion {
        id: "our team".into(),
        name: "What \"we\" know".into(),
        question: "How well do we know it?".into(),
        group: String::new(),
        weight: Weight::DEFAULT,
        scale: Some(Scale { worst: 10.0, best: 0.1, unit: Some("weeks".into()) }),
        claims: Vec::new(),
    });
    judgement.set_own_rating(own, 1, Some(OwnRating { rating: 2.5, reason: "a\nb".into() }));
    judgement.set_own_rating(0, 0, Some(OwnRating { rating: 1.0, reason: String::new() }));
    judgement.set_note(Subject::Decision, "on the whole".into());
    judgement.set_note(Subject::Criterion(own), "on \\ this".into());
    judgement
}

/// It with two scenarios: what the pack starts with, and the same once more.
pub(super) fn saved(decision: &Decision) -> Workspace {
    let mut workspace = Workspace::from(rich(decision));
    let scenarios = &mut workspace.scenarios;
    scenarios.add("As it \"was\"", Judgement::of(decision)).expect("a name");
    scenarios.add("All", rich(decision)).expect("a name");
    workspace
}

fn faults(text: &str) -> Vec<String> {
    let faults = decode(text, &small(), "print").expect_err("faulty");
    faults.list().iter().map(|fault| fault.what.clone()).collect()
}

#[test]
fn a_judgement_that_uses_everything_comes_back_unchanged() {
    let decision = small();
    let workspace = saved(&decision);
    let text = encode(&decision, "print", &workspace, &Kept::default());
    let decoded = decode(&text, &decision, "print").unwrap_or_else(|faults| {
        panic!("{}\n{text}", faults.render("session", false));
    });
    assert_eq!(decoded.workspace, workspace);
    assert!(decoded.kept.is_empty() && decoded.notices.is_empty());
}

#[test]
fn a_use_case_sets_the_weights_and_the_table_adds_to_it() {
    let decision = small();
    let head = format!("schema = 1\npack = \"{}\"\n", decision.id);
    let id = &decision.use_cases[0].id;
    let alone =
        format!("{head}use_case = \"{id}\"\n[[scenario]]\nname = \"A\"\nuse_case = \"{id}\"\n");
    let decoded = decode(&alone, &decision, "print").expect("it can be read").workspace;
    let mut applied = Judgement::of(&decision);
    applied.apply_use_case(&decision, 0);
    assert_ne!(applied.weight(1), Judgement::of(&decision).weight(1));
    assert_eq!(decoded.present, applied);
    assert_eq!(**decoded.scenarios.list()[0].judgement(), applied);
    // What the table names is as it says; the rest is as the use case has it.
    let named = &decision.criteria[1].id;
    let both = format!("{head}use_case = \"{id}\"\n[weights]\n{named} = 3.5\n");
    let decoded = decode(&both, &decision, "print").expect("it can be read").workspace;
    assert_ne!(applied.weight(1).tenths(), 35);
    applied.set_weight(1, Weight::clamped(35));
    assert_eq!(decoded.present, applied);
}

#[test]
fn what_is_not_there_is_named_once_however_often_a_session_names_it() {
    let text = "schema = 1\npack = \"small\"\nexcluded_criteria = [\"gone\"]\n\n[weights]\ngone = 5.0\n\n\
                [notes]\ngone = \"ours\"\na = \"a\"\nb = \"b\"\nc = \"c\"\nd = \"d\"\n";
    let decision = small();
    let text = text.replace("small", &decision.id);
    let decoded = decode(&text, &decision, "print").expect("it can be read");
    let [notice] = &decoded.notices[..] else { panic!("{:?}", decoded.notices) };
    let said = notice.text();
    assert_eq!(said.matches("`gone`").count(), 1, "{said}");
    assert!(said.contains("; 1 more."), "{said}");
}

#[test]
fn a_criterion_of_your_own_with_the_name_of_another_is_kept() {
    let decision = small();
    let mut workspace = saved(&decision);
    let mut twin = workspace.present.own_criteria()[0].clone();
    twin.name.clone_from(&decision.criteria[0].name);
    workspace.present.replace_criterion(decision.criteria.len(), twin);
    let text = encode(&decision, "print", &workspace, &Kept::default());
    let decoded = decode(&text, &decision, "print").unwrap_or_else(|faults| {
        panic!("{}\n{text}", faults.render("session", false));
    });
    assert_eq!(decoded.workspace, workspace);
}

#[test]
fn a_session_reads_like_this() {
    let decision = small();
    let text = encode(&decision, "print", &saved(&decision), &Kept::default());
    insta::assert_snapshot!(text);
}

#[test]
fn what_the_pack_does_not_have_is_said_and_written_back() {
    let decision = small();
    let text = r#"
schema = 1
pack = "small"
fingerprint = "print"
use_case = "gone"
future = { a = [1, 2.5, "x"] }
excluded_criteria = ["comfort", "gone"]
excluded_claims = ["gone/guide/boat"]
[weights]
comfort = 3
gone = 4.5
[trust]
gone = 1
[own_rating]
comfort.gone = { rating = 3, reason = "r" }
gone.boat = { rating = 9 }
[notes]
"gone.too" = "n"
[[criterion]]
id = "speed"
name = "Our own speed"
"#;
    let decoded = decode(text, &decision, "print").expect("a session");
    assert_eq!(decoded.notices.len(), 1);
    assert!(decoded.notices[0].text().contains("use case `gone`"), "{}", decoded.notices[0]);
    assert_eq!(decoded.workspace.present.weight(0).tenths(), 30);
    let again = encode(&decision, "print", &decoded.workspace, &decoded.kept);
    let decoded_again = decode(&again, &decision, "print").unwrap_or_else(|faults| {
        panic!("{}\n{again}", faults.render("session", false));
    });
    assert_eq!(decoded_again, decoded, "{again}");
    for kept in [
        "use_case = \"gone\"",
        "future = { a = [1, 2.5, \"x\"] }",
        "gone = 4.5",
        "comfort.gone = { rating = 3, reason = \"r\" }",
        "\"gone.too\" = \"n\"",
        "\"gone/guide/boat\",",
    ] {
        assert!(again.contains(kept), "{kept} in {again}");
    }
}

#[test]
fn a_use_case_chosen_since_takes_the_place_of_one_that_is_gone() {
    let decision = small();
    let text = "schema = 1\npack = \"small\"\nuse_case = \"gone\"";
    let mut decoded = decode(text, &decision, "").expect("a session");
    decoded.workspace.present.apply_use_case(&decision, 0);
    let again = encode(&decision, "", &decoded.workspace, &decoded.kept);
    assert!(again.contains("use_case = \"holiday\"") && !again.contains("gone"), "{again}");
}

#[test]
fn everything_wrong_with_a_session_is_reported_together() {
    let wrong = faults(
        "schema = 1\npack = \"small\"\nexcluded_claims = [1]\nuse_case = 2\n[weights]\ncomfort = 11\n\
         price = nan\nspeed = 1.25\n[trust]\nguide = -0.1\n[own_rating]\ncomfort.boat = { rating = 6 }\n\
         speed.boat = { rating = 1, why = 2 }",
    );
    assert_eq!(
        wrong,
        [
            "expected a string, found integer",
            "expected a string, found integer",
            "weight must be between 0 and 10, with at most one decimal, not 11",
            "this is not a finite number",
            "weight must be between 0 and 10, with at most one decimal, not 1.25",
            "trust must be between 0 and 1, not -0.1",
            "the rating 6 is not on the criterion's scale",
            "unknown key `why` in a rating of your own",
        ]
    );
}

#[test]
fn what_is_not_a_session_of_this_pack_is_refused_whatever_else_it_says() {
    let rest = "\n[weights]\ncomfort = 99";
    assert_eq!(
        faults(&format!("schema = 2\npack = \"small\"{rest}")),
        ["this session file uses schema 2, but this version of weigh reads schema 1"]
    );
    assert_eq!(
        faults(&format!("schema = 1\npack = \"other\"{rest}")),
        ["this session file belongs to the pack `other`"]
    );
    assert_eq!(faults("[weights]"), ["this is not a session file: it has no `schema`"]);
    assert_eq!(faults("schema = 1"), ["this is not a session file: it has no `pack`"]);
    assert_eq!(faults("schema = \"1\""), ["expected an integer, found string"]);
}

#[test]
fn an_empty_file_is_the_session_of_somebody_who_changed_nothing() {
    let decision = small();
    let decoded = decode(" \n", &decision, "print").expect("a session");
    assert_eq!(decoded.workspace, Workspace::of(&decision));
    assert!(decoded.notices.is_empty());
}

#[test]
fn a_rating_off_a_scale_that_the_pack_has_changed_since_is_kept() {
    let text = "schema = 1\npack = \"small\"\nfingerprint = \"old\"\n[own_rating]\ncomfort.boat = { rating = 9 }";
    let decoded = decode(text, &small(), "new").expect("a session");
    assert_eq!(decoded.workspace.present.own_rating(0, 0), None);
    assert_eq!(decoded.notices.len(), 2);
    assert!(!decoded.kept.is_empty());
}

#[test]
fn a_fault_is_shown_with_its_line_a_caret_and_the_remedy() {
    let text = "schema = 1\npack = \"small\"\n[weights]\ncomfort = 11\n";
    let shown = decode(text, &small(), "").expect_err("faulty").render("team.toml", false);
    for part in
        ["weight must be between 0 and 10", "team.toml:4:11", "comfort = 11", "^^", "such as 7.5"]
    {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
}

#[test]
fn the_line_of_a_fault_cannot_drive_a_terminal() {
    let faulty = "schema = 1\npack = \"small\"\nnote = 1 # \u{9b}31m \u{202e}";
    let shown = decode(faulty, &small(), "print").expect_err("faulty").render("team.toml", false);
    assert!(shown.contains("team.toml:3:8") && shown.contains("31m"), "{shown}");
    assert!(!shown.contains(['\u{9b}', '\u{202e}']), "{shown:?}");
}

#[test]
fn text_of_a_session_cannot_drive_a_terminal() {
    let decision = small();
    let text = "schema = 1\npack = \"small\"\nnote = \"a\\u001b[31mb\\u202ec\"\n[weights]\n\"\\u001b[2J\" = 1";
    let decoded = decode(text, &decision, "").expect("a session");
    assert_eq!(decoded.workspace.present.note(Subject::Decision), Some("abc"));
    assert!(!decoded.notices[0].text().contains('\u{1b}'), "{}", decoded.notices[0]);
    let faulty = "schema = 1\npack = \"\\u001b[2J\u{202e}\"";
    let shown = decode(faulty, &decision, "").expect_err("foreign").render("x", false);
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
}

#[test]
fn a_million_brackets_are_an_error_like_any_other() {
    for nasty in ["[".repeat(1 << 20), format!("a = {}", "[".repeat(1 << 19)), "{".repeat(1 << 19)]
    {
        assert!(decode(&nasty, &small(), "").is_err());
    }
}
