//! The JSON report against its published schema, and what earlier versions wrote.

use std::path::PathBuf;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

use crate::home::{BOAT, Home};

const SCHEMA: &str = include_str!("../../assets/schema/report.schema.json");

/// The schema as it is published.
static PUBLISHED: LazyLock<Validator> = LazyLock::new(|| validator(&schema()));

/// The same, but nothing may be in a report that the schema does not name.
static STRICT: LazyLock<Validator> = LazyLock::new(|| {
    let mut schema = schema();
    close(&mut schema);
    validator(&schema)
});

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("JSON")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("{error}"))
}

/// Shuts out what is not named.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(it) => {
            if it.get("type") == Some(&"object".into()) && it.contains_key("properties") {
                it.insert("additionalProperties".to_owned(), false.into());
            }
            it.values_mut().for_each(close);
        }
        Value::Array(it) => it.iter_mut().for_each(close),
        _ => {}
    }
}

#[track_caller]
fn assert_valid_by(validator: &Validator, report: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(report).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// Asserts that a report is what the schema says, and that the schema says all of it.
#[track_caller]
pub(crate) fn assert_valid(report: &Value) {
    assert_valid_by(&STRICT, report);
}

/// What weigh wrote and read when the formats had version 1.
fn v1(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/fixtures/v1").join(name)
}

fn v1_report() -> Value {
    let text = std::fs::read_to_string(v1("report.json")).expect("a report");
    serde_json::from_str(&text).expect("JSON")
}

fn report_on_v1() -> Value {
    let home = Home::new();
    let (pack, session) = (v1("pack"), v1("session.toml"));
    let path = |it: &PathBuf| it.to_str().expect("a path of ours").to_owned();
    let words = ["report", &path(&pack), "--format=json", "--session", &path(&session)];
    serde_json::from_str(&home.run(&words).ok()).expect("JSON")
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&schema()));
    assert!(!PUBLISHED.is_valid(&serde_json::json!({ "schema": "weigh.report/1" })));
}

#[test]
fn every_kind_of_report_is_valid() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    home.write(
        "aside.toml",
        "schema = 1\npack = \"boat\"\ndate = 2026-03-31\nexcluded_criteria = [\"comfort\", \"price\", \"speed\"]",
    );
    for words in [
        "nodejs-vs-django --use-case live-chat",
        "boat.toml --date 2026-03-31",
        "boat.toml --weight speed=0 --weight price=0 --weight comfort=0",
        "boat.toml --session aside.toml",
    ] {
        let words: Vec<&str> =
            ["report", "--format=json"].into_iter().chain(words.split(' ')).collect();
        assert_valid(&serde_json::from_str(&home.run(&words).ok()).expect("JSON"));
    }
}

#[test]
fn packs_and_sessions_of_version_1_still_load_and_mean_the_same() {
    let report = report_on_v1();
    assert_valid(&report);
    assert_says(&report, &v1_report(), "");
}

#[test]
fn reports_of_version_1_are_still_valid() {
    assert_valid_by(&PUBLISHED, &v1_report());
}

/// Asserts that everything in an old report is in a new one; that may say more.
#[track_caller]
fn assert_says(new: &Value, old: &Value, path: &str) {
    // Which weigh made it, from which folder, and the pack's text are nothing that must stay.
    if path == "/about" || path == "/judgement/fingerprint" {
        return;
    }
    match old {
        Value::Object(old) => {
            for (key, old) in old {
                assert_says(&new[key], old, &format!("{path}/{key}"));
            }
        }
        Value::Array(old) => {
            for (at, old) in old.iter().enumerate() {
                assert_says(&new[at], old, &format!("{path}/{at}"));
            }
        }
        Value::Number(old) => {
            let (new, old) = (new.as_f64().expect(path), old.as_f64().expect("a number"));
            assert!((new - old).abs() <= 1e-9 * old.abs().max(1.0), "{path}: {new} {old}");
        }
        old => assert_eq!(new, old, "{path}"),
    }
}
