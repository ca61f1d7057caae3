//! Tables and keys as a JSON Schema, draft 2020-12.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::{ID, Key, Kind, LONGEST_ID, Others, Table};

/// A kind of file, by the table that it is.
#[derive(Debug, Clone, Copy)]
pub struct Document {
    /// What it is called: `pack`, `session` …
    pub name: &'static str,
    /// The table that the whole file is.
    pub table: &'static Table,
}

/// A JSON value whose objects keep their order.
enum Json {
    Text(String),
    Number(usize),
    False,
    True,
    List(Vec<Json>),
    Object(Object),
}

type Object = Vec<(String, Json)>;

impl Document {
    /// Its JSON Schema, with a line feed at the end.
    #[must_use]
    pub fn schema(&self) -> String {
        let mut named = Object::new();
        let id = format!("urn:weigh:{}:1", self.name);
        let mut schema = vec![
            entry("$schema", "https://json-schema.org/draft/2020-12/schema"),
            entry("$id", &id),
            entry("title", &format!("weigh {}", self.name)),
        ];
        schema.extend(table(self.table, self.table.about, &mut named));
        if !named.is_empty() {
            schema.push(("$defs".to_owned(), Json::Object(named)));
        }
        match serde_json::to_string_pretty(&Json::Object(schema)) {
            Ok(text) => text + "\n",
            Err(error) => unreachable!("texts, numbers and lists can be written: {error}"),
        }
    }
}

/// A table, described in these words; kinds with names of their own go to `named`.
fn table(it: &Table, about: &str, named: &mut Object) -> Object {
    let mut schema = described(about);
    schema.push(entry("type", "object"));
    let keys: Object =
        it.keys().map(|key| (key.name.to_owned(), Json::Object(value(key, named)))).collect();
    if !keys.is_empty() {
        schema.push(("properties".to_owned(), Json::Object(keys)));
    }
    let required: Vec<Json> = it.keys().filter(|it| it.is_required).map(name_of).collect();
    if !required.is_empty() {
        schema.push(("required".to_owned(), Json::List(required)));
    }
    if !it.one_of.is_empty() {
        let only = |name: &&str| {
            Json::Object(vec![(
                "required".to_owned(),
                Json::List(vec![Json::Text((*name).to_owned())]),
            )])
        };
        schema.push(("oneOf".to_owned(), Json::List(it.one_of.iter().map(only).collect())));
    }
    let others = match it.others {
        Others::Refused => Json::False,
        Others::Kept => Json::True,
        Others::Each(each) => Json::Object(kind(&each, "", named)),
    };
    schema.push(("additionalProperties".to_owned(), others));
    schema
}

fn name_of(key: &Key) -> Json {
    Json::Text(key.name.to_owned())
}

/// The value of a key.
fn value(key: &Key, named: &mut Object) -> Object {
    kind(&key.kind, key.about, named)
}

/// A value of this kind, described in these words.
fn kind(it: &Kind, about: &str, named: &mut Object) -> Object {
    let mut schema = described(about);
    match it {
        Kind::Text => schema.push(entry("type", "string")),
        Kind::Name => schema.extend([entry("type", "string"), entry("pattern", r"\S")]),
        Kind::Id => {
            schema.extend([entry("type", "string"), entry("pattern", ID)]);
            schema.push(("maxLength".to_owned(), Json::Number(LONGEST_ID)));
        }
        Kind::Words(pattern) => {
            schema.extend([entry("type", "string"), entry("pattern", &pattern())]);
        }
        Kind::OneOf(words) => {
            let words = words().into_iter().map(|it| Json::Text(it.to_owned())).collect();
            schema.push(("enum".to_owned(), Json::List(words)));
        }
        Kind::Number => schema.push(entry("type", "number")),
        Kind::Range(low, high) => {
            schema.push(entry("type", "number"));
            schema.push(("minimum".to_owned(), Json::Number(usize::from(*low))));
            schema.push(("maximum".to_owned(), Json::Number(usize::from(*high))));
        }
        Kind::Exactly(number) => {
            schema.push(("const".to_owned(), Json::Number(usize::from(*number))));
        }
        Kind::Truth => schema.push(entry("type", "boolean")),
        // Where JSON stands for TOML, a day is a text.
        Kind::Day => {
            schema.extend([entry("type", "string"), entry("pattern", r"^\d{4}-\d{2}-\d{2}$")]);
        }
        Kind::List(item, least) => {
            schema.extend(list(kind(item, "", named)));
            if *least > 0 {
                schema.push(("minItems".to_owned(), Json::Number(usize::from(*least))));
            }
        }
        Kind::Ids => {
            schema.extend(list(kind(&Kind::Id, "", named)));
            schema.push(("uniqueItems".to_owned(), Json::True));
        }
        // What the key says of itself counts, where it says anything.
        Kind::Table(it) => {
            return table(it, if about.is_empty() { it.about } else { about }, named);
        }
        Kind::Tables(it) => schema.extend(list(table(it, it.about, named))),
        Kind::Named(name, it) => {
            if !named.iter().any(|(known, _)| known == name) {
                let it = kind(it, "", named);
                named.push(((*name).to_owned(), Json::Object(it)));
            }
            schema.push(entry("$ref", &format!("#/$defs/{name}")));
        }
    }
    schema
}

fn list(items: Object) -> Object {
    vec![entry("type", "array"), ("items".to_owned(), Json::Object(items))]
}

/// The beginning of a schema that these words describe; nothing without words.
fn described(about: &str) -> Object {
    if about.is_empty() {
        return Object::new();
    }
    vec![entry("description", &about.replace('\n', " "))]
}

fn entry(key: &str, text: &str) -> (String, Json) {
    (key.to_owned(), Json::Text(text.to_owned()))
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(it) => serializer.serialize_str(it),
            Self::Number(it) => it.serialize(serializer),
            Self::False => serializer.serialize_bool(false),
            Self::True => serializer.serialize_bool(true),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
