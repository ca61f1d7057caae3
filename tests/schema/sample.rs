//! A file that uses every key of its schema, made from the schema; and the decoder it is for.

use serde_json::{Map, Value, json};
use weigh::decision::Decision;
use weigh::ui::{Depth, Theme};
use weigh::{config, pack, session};

use crate::home::Home;
use crate::{schema, validator};

/// A name, an id, a file and a key that can be bound everywhere: whatever has to be called anything.
const NAME: &str = "f9";

const DAY: &str = "2026-03-31";

/// Reads a text to its end, or says what is wrong with it.
type Decoder = dyn Fn(&str) -> Result<(), String>;

/// A kind of file, with a file that uses every key.
pub(crate) struct Sample {
    pub(crate) schema: Value,
    pub(crate) file: Value,
    decode: Box<Decoder>,
}

impl Sample {
    /// One of each kind.
    pub(crate) fn all() -> [Self; 4] {
        let decision = load(&text(&packed())).expect("a test holds it to be right");
        let read = move |text: &str| {
            let decoded = session::decode(text, &decision, NAME).map_err(|it| it.to_string());
            decoded.map(|_| ())
        };
        let theme = |text: &str| Theme::read(text, Depth::True).map(|_| ());
        [
            Self {
                schema: schema("pack"),
                file: packed(),
                decode: Box::new(|text| load(text).map(|_| ())),
            },
            Self::of("session", read),
            Self::of("config", |text| {
                config::Config::read(text).map(|_| ()).map_err(|it| it.to_string())
            }),
            Self::of("theme", move |text| theme(text).map_err(|it| it.to_string())),
        ]
    }

    fn of(kind: &str, decode: impl Fn(&str) -> Result<(), String> + 'static) -> Self {
        let schema = schema(kind);
        Self { file: value(&schema, &schema, ""), schema, decode: Box::new(decode) }
    }

    /// What the decoder says of a file.
    pub(crate) fn decode(&self, file: &Value) -> Result<(), String> {
        (self.decode)(&text(file))
    }
}

/// The file as TOML, where a day has no quotes.
fn text(file: &Value) -> String {
    toml::to_string(file).expect("TOML").replace(&format!("\"{DAY}\""), DAY)
}

/// Loads a pack beside the file that its example shows.
fn load(text: &str) -> Result<Decision, String> {
    let home = Home::new();
    home.write("pack.toml", text);
    home.write(NAME, "print()");
    pack::load(&home.path(".")).map(|it| it.decision).map_err(|it| it.to_string())
}

/// A pack. What no schema says is put right: there are three alternatives, and a criterion with a scale
/// of its own has values.
fn packed() -> Value {
    let schema = schema("pack");
    let mut pack = value(&schema, &schema, "");
    for id in ["a", "b"] {
        let more = json!({ "id": id, "name": id });
        pack["alternative"].as_array_mut().expect("a list").push(more);
    }
    let mut rated = pack["criterion"][0].clone();
    rated["id"] = "rated".into();
    rated.as_object_mut().expect("a table").remove("scale");
    let claim = pack["criterion"][0]["claim"][0].as_object_mut().expect("a table");
    let rating = claim.remove("rating").expect("the first of the two");
    claim.insert("value".to_owned(), rating);
    pack["criterion"].as_array_mut().expect("a list").push(rated);
    pack
}

/// What a schema is, behind its name.
pub(crate) fn behind<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    match schema["$ref"].as_str() {
        Some(name) => root.pointer(name.trim_start_matches('#')).expect("it is defined"),
        None => schema,
    }
}

/// A value that uses all that its schema names; `key` is its own.
fn value(root: &Value, schema: &Value, key: &str) -> Value {
    let schema = behind(root, schema);
    if let Some(it) = schema.get("const").or_else(|| schema["enum"].get(0)) {
        return it.clone();
    }
    match schema["type"].as_str().expect("a type") {
        "string" => {
            let words = [NAME, "#c4a7f5", "red", DAY].map(Value::from);
            words.into_iter().find(|it| validator(schema).is_valid(it)).expect("a word")
        }
        "number" if key == "best" => json!(2),
        "number" => json!(1),
        "boolean" => json!(true),
        "array" => {
            let least = schema["minItems"].as_u64().unwrap_or(1).max(1);
            (0..least).map(|_| value(root, &schema["items"], key)).collect()
        }
        "object" => {
            let mut table = Map::new();
            for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
                table.insert(key.clone(), value(root, inner, key));
            }
            // Of those that shut each other out, the first.
            for other in schema["oneOf"].as_array().into_iter().flatten().skip(1) {
                table.remove(other["required"][0].as_str().expect("a key"));
            }
            if schema["additionalProperties"].is_object() {
                let inner = value(root, &schema["additionalProperties"], NAME);
                table.insert(NAME.to_owned(), inner);
            }
            Value::Object(table)
        }
        other => panic!("{other} is no type of ours"),
    }
}
