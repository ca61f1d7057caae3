//! The JSON Schemas of what people write: up to date, and of one mind with the decoders.

#![expect(clippy::expect_used, reason = "a test that cannot go on should say why and stop")]

#[path = "schema/corpus.rs"]
mod corpus;
#[path = "support/home.rs"]
mod home;
#[path = "schema/mutants.rs"]
mod mutants;
#[path = "schema/sample.rs"]
mod sample;

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use weigh::cli::DOCUMENTS;
use weigh::schema::{Document, ID, LONGEST_ID, is_id};

use home::Home;

/// Where the schemas are published.
fn file(document: &Document) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema");
    folder.join(format!("{}.schema.json", document.name))
}

/// The schema of files of this kind.
fn schema(name: &str) -> Value {
    let document = DOCUMENTS.iter().find(|it| it.name == name).expect("there is such a schema");
    serde_json::from_str(&document.schema()).expect("JSON")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_published_schemas_are_those_of_the_program_as_it_is() {
    let home = Home::new();
    for document in DOCUMENTS {
        let kept = std::fs::read_to_string(file(document)).unwrap_or_default();
        assert!(
            kept == document.schema(),
            "{} is stale; `cargo run --example schemas` writes it anew",
            file(document).display()
        );
        assert_eq!(home.run(&["schema", document.name]).ok(), kept);
    }
    assert_eq!(home.names("."), [""; 0], "nothing is written");
    assert!(home.run(&["schema", "sessions"]).fails(2).contains("session"));
}

#[test]
fn each_schema_is_one_of_its_draft_under_a_name_of_its_own() {
    for document in DOCUMENTS {
        let schema = schema(document.name);
        assert!(jsonschema::meta::is_valid(&schema), "{}", document.name);
        assert_eq!(schema["$id"], json!(format!("urn:weigh:{}:1", document.name)));
    }
}

/// Everything in a schema that describes a value, with the key it has.
fn described<'s>(name: &str, schema: &'s Value, found: &mut Vec<(String, &'s Value)>) {
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        let name = format!("{name}.{key}");
        described(&name, inner, found);
        found.push((name, inner));
    }
    for inner in ["items", "additionalProperties"].map(|it| &schema[it]) {
        if inner.is_object() {
            described(name, inner, found);
        }
    }
}

#[test]
fn every_key_is_explained_in_a_sentence() {
    for document in DOCUMENTS {
        let schema = schema(document.name);
        let mut keys = Vec::new();
        described(document.name, &schema, &mut keys);
        assert!(keys.len() > 10, "{}", document.name);
        for (name, key) in keys {
            let about = key["description"].as_str().unwrap_or_default();
            assert!(about.ends_with('.') && !about.contains('\n'), "{name}: {about:?}");
        }
    }
}

proptest! {
    #[test]
    fn the_expression_for_ids_says_what_the_program_says(
        text in prop_oneof!["[a-z0-9._ é-]{0,12}", "\\PC{0,6}", "x{60,70}", "[.]{0,3}", "[ａ-ｚ٣Ⅷ½ा़‍]{1,3}"]
    ) {
        let schema = json!({ "type": "string", "pattern": ID, "maxLength": LONGEST_ID });
        prop_assert_eq!(validator(&schema).is_valid(&json!(text)), is_id(&text), "{:?}", text);
    }
}
