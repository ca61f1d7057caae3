//! Schema and decoder agree on a file that uses every key, and on what becomes of it when one thing
//! after another is changed.

use serde_json::{Value, json};

use crate::sample::{Sample, behind};
use crate::validator;

/// Every value of a file by its path, with its schema.
fn values<'s>(
    root: &'s Value,
    schema: &'s Value,
    path: &str,
    value: &Value,
    found: &mut Vec<(String, &'s Value)>,
) {
    let schema = behind(root, schema);
    found.push((path.to_owned(), schema));
    match value {
        Value::Object(table) => {
            for (key, value) in table {
                let known = schema["properties"].get(key);
                let schema = known.unwrap_or(&schema["additionalProperties"]);
                values(root, schema, &format!("{path}/{key}"), value, found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                values(root, &schema["items"], &format!("{path}/{at}"), item, found);
            }
        }
        _ => {}
    }
}

/// Asks schema and decoder about every change to the sample that `change` makes of one of its values.
/// Each is told by its words; how many there were comes back.
fn ask(
    sample: &Sample,
    is_right: bool,
    change: impl Fn(&str, &Value, &Value) -> Vec<(String, Value)>,
) -> usize {
    let validator = validator(&sample.schema);
    let mut found = Vec::new();
    values(&sample.schema, &sample.schema, "", &sample.file, &mut found);
    let mut count = 0;
    for (path, schema) in found {
        let value = sample.file.pointer(&path).expect("it is there");
        for (what, changed) in change(&path, schema, value) {
            let mut file = sample.file.clone();
            *file.pointer_mut(&path).expect("it is there") = changed;
            let name = &sample.schema["$id"];
            let decoded = sample.decode(&file);
            assert_eq!(decoded.is_ok(), is_right, "decoder of {name}, {path}: {what}: {decoded:?}");
            assert_eq!(validator.is_valid(&file), is_right, "schema {name}, {path}: {what}");
            count += 1;
        }
    }
    count
}

fn without(table: &Value, key: &str) -> Value {
    let mut table = table.clone();
    table.as_object_mut().expect("a table").remove(key);
    table
}

fn with(table: &Value, key: &str, value: Value) -> Value {
    let mut table = table.clone();
    table[key] = value;
    table
}

/// The keys of a list of a schema.
fn keys(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Of these keys, a table has exactly one.
fn one_of(schema: &Value) -> Vec<&str> {
    let options = schema["oneOf"].as_array().into_iter().flatten();
    options.filter_map(|it| it["required"][0].as_str()).collect()
}

#[test]
fn a_file_that_uses_every_key_is_right() {
    for sample in Sample::all() {
        assert_eq!(sample.decode(&sample.file), Ok(()), "{}", sample.schema["$id"]);
        let errors: Vec<String> =
            validator(&sample.schema).iter_errors(&sample.file).map(|it| it.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", sample.schema["$id"]);
    }
}

#[test]
fn without_a_key_that_is_required_a_file_is_wrong() {
    let asked = Sample::all().map(|sample| {
        ask(&sample, false, |_, schema, table| {
            let one_of = one_of(schema).into_iter().filter(|it| table.get(it).is_some());
            let keys = keys(&schema["required"]).into_iter().chain(one_of);
            keys.map(|key| (format!("no {key}"), without(table, key))).collect()
        })
    });
    assert!(asked[0] > 40 && asked[1] > 10, "{asked:?}");
}

#[test]
fn of_keys_that_shut_each_other_out_a_file_has_one() {
    let [pack, ..] = Sample::all();
    let asked = ask(&pack, false, |_, schema, table| {
        let others = one_of(schema).into_iter().filter(|it| table.get(it).is_none());
        others.map(|key| (format!("also {key}"), with(table, key, json!(1)))).collect()
    });
    assert_eq!(asked, 2);
}

#[test]
fn without_a_key_that_is_not_required_a_file_is_right() {
    let asked = Sample::all().map(|sample| {
        ask(&sample, true, |path, schema, table| {
            // What a pack must have may be in another of its files, and what has values needs a scale.
            let is_pack = sample.schema["$id"] == "urn:weigh:pack:1";
            if is_pack && path.is_empty() {
                return Vec::new();
            }
            let needed = [keys(&schema["required"]), one_of(schema)].concat();
            let is_needed = |key: &str| needed.contains(&key) || (is_pack && key == "scale");
            let keys = schema["properties"].as_object().into_iter().flatten().map(|it| it.0);
            let keys = keys.filter(|key| !is_needed(key) && table.get(key.as_str()).is_some());
            keys.map(|key| (format!("no {key}"), without(table, key))).collect()
        })
    });
    assert!(asked.iter().all(|it| *it > 10), "{asked:?}");
}

#[test]
fn a_key_that_nobody_knows_is_wrong_but_where_the_schema_lets_it_be() {
    for is_right in [false, true] {
        let asked = Sample::all().map(|sample| {
            ask(&sample, is_right, |_, schema, table| {
                let is_asked = schema["additionalProperties"] == json!(is_right);
                let more = || ("unknown".to_owned(), with(table, "unknown", json!("f9")));
                is_asked.then(more).into_iter().collect()
            })
        });
        // A session keeps what it does not know, and so does each of its scenarios.
        assert!(if is_right { asked == [0, 2, 0, 0] } else { asked[0] > 15 }, "{asked:?}");
    }
}

#[test]
fn a_value_of_another_type_is_wrong_wherever_it_stands() {
    let asked = Sample::all().map(|sample| {
        ask(&sample, false, |path, _, value| {
            let wrong = if value.is_boolean() { json!([[1]]) } else { json!(true) };
            let is_file = path.is_empty();
            (!is_file).then(|| (wrong.to_string(), wrong)).into_iter().collect()
        })
    });
    assert!(asked.iter().all(|it| *it > 10), "{asked:?}");
}

#[test]
fn what_the_schema_says_of_texts_and_numbers_the_decoder_says_as_well() {
    let asked = Sample::all().map(|sample| {
        ask(&sample, false, |_, schema, value| {
            let wrong = match value {
                Value::Number(_) => vec![json!(-1), json!(0.5), json!(1.5), json!(11)],
                Value::String(_) => vec![json!(""), json!(" "), json!("no such thing!")],
                Value::Array(_) if schema["uniqueItems"] == json!(true) => {
                    vec![json!(["f9", "f9"])]
                }
                Value::Array(_) => vec![json!([])],
                _ => Vec::new(),
            };
            // Names behind a value that is a table or a list are values of their own.
            let leaf = without_ref(&sample.schema, schema);
            let is_wrong = |it: &Value| !validator(&leaf).is_valid(it);
            wrong.into_iter().filter(is_wrong).map(|it| (it.to_string(), it)).collect()
        })
    });
    assert!(asked.iter().all(|it| *it > 5), "{asked:?}");
}

#[test]
fn whatever_word_and_end_of_a_range_the_schema_names_the_decoder_takes() {
    let asked = Sample::all().map(|sample| {
        ask(&sample, true, |_, schema, _| {
            let ends = ["minimum", "maximum"].into_iter().filter_map(|it| schema.get(it));
            let words = schema["enum"].as_array().into_iter().flatten();
            ends.chain(words).map(|it| (it.to_string(), it.clone())).collect()
        })
    });
    assert!(asked[0] > 10 && asked[1] > 8 && asked[2] > 300 && asked[3] > 8, "{asked:?}");
}

/// A part of a schema as one that stands alone.
fn without_ref(root: &Value, schema: &Value) -> Value {
    let mut alone = schema.clone();
    if root["$defs"].is_object() {
        alone["$defs"] = root["$defs"].clone();
    }
    alone
}
