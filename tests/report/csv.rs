//! The CSV report, read back as a spreadsheet does.

use std::collections::BTreeMap;

use serde_json::Value;

use super::OPTIONS;
use crate::home::{BOAT, Home};
use crate::nasty::{NASTY, nasty_pack, shown};

/// The cells by column, row by row.
fn read(csv: &str) -> Vec<BTreeMap<String, String>> {
    let csv = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    // Strict: every row has as many cells as there are columns.
    let mut reader = ::csv::ReaderBuilder::new().flexible(false).from_reader(csv.as_bytes());
    let columns = reader.headers().expect("a header").clone();
    let cells = |row: ::csv::StringRecord| {
        columns.iter().zip(row.iter()).map(|(it, cell)| (it.to_owned(), cell.to_owned())).collect()
    };
    reader.records().map(|row| cells(row.expect("a row"))).collect()
}

#[track_caller]
fn assert_same(cell: &str, value: &Value) {
    match value {
        Value::Null => assert_eq!(cell, ""),
        Value::Number(it) => assert_eq!(cell.parse().ok(), it.as_f64(), "{cell} {value}"),
        Value::String(it) => assert_eq!(cell, it),
        other => assert_eq!(cell, other.to_string()),
    }
}

#[test]
fn a_spreadsheet_has_what_the_json_report_has() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    let session = "schema = 1\npack = \"boat\"\nexcluded_criteria = [\"price\"]\nexcluded_claims = [\"comfort/captain/boat\"]\n\
        [own_rating]\ncomfort.train = { rating = 5, reason = \"We tried it.\" }\n[notes]\nprice = \"Paid,\\n\\\"for\\\" us.\"\n\
        [[criterion]]\nid = \"team\"\nname = \"Our taste\"\n";
    home.write("mine.toml", session);
    let run = |format: &str| {
        home.run(&["report", "boat.toml", "--session=mine.toml", "--format", format]).ok()
    };
    let (csv, json) = (run("csv"), run("json"));
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let rows = read(&csv);
    assert_eq!(rows.len(), 4 * 2);
    // One for the header, one for every row; a line break inside a cell is another one.
    assert_eq!(csv.matches("\r\n").count(), 1 + rows.len());
    for (at, row) in rows.iter().enumerate() {
        let criterion = &json["criteria"][at / 2];
        let alternative = &json["alternatives"][at % 2];
        let id = alternative["id"].as_str().expect("an id");
        let rating = &criterion["ratings"][id];
        for (column, value) in [
            ("criterion", &criterion["id"]),
            ("criterion_name", &criterion["name"]),
            ("weight", &criterion["weight"]),
            ("share", &criterion["share"]),
            ("set_by", &criterion["set_by"]),
            ("included", &criterion["included"]),
            ("excluded_because", &criterion["excluded_because"]),
            ("alternative", &alternative["id"]),
            ("alternative_name", &alternative["name"]),
            ("score", &alternative["score"]),
            ("rating", &rating["rating"]),
            ("low", &rating["low"]),
            ("high", &rating["high"]),
            ("sources", &rating["sources"]),
            ("claims", &rating["claims"]),
            ("own", &rating["own"]),
            ("value", &criterion["values"][id]),
            ("points", &criterion["points"][id]),
        ] {
            assert_same(&row[column], value);
        }
    }
    assert_eq!(rows[0]["excluded_claims"], "comfort/captain/boat");
    assert_eq!(rows[1]["own_reason"], "We tried it.");
    assert_eq!((&*rows[2]["excluded"], &*rows[2]["note"]), ("true", "Paid,\n\"for\" us."));
    assert_eq!(rows[2]["unit"], "EUR");
}

#[test]
fn no_text_of_a_pack_is_a_formula_or_breaks_a_row() {
    let home = Home::new();
    for nasty in NASTY {
        home.write("nasty.toml", nasty_pack(nasty));
        let csv =
            home.run(&[&["report", "nasty.toml", "--format=csv"], &OPTIONS[..]].concat()).ok();
        let rows = read(&csv);
        assert_eq!(rows.len(), 3 * 2);
        let shown = shown(nasty);
        for row in &rows {
            let name = &row["criterion_name"];
            assert!(*name == shown || *name == format!("'{shown}"), "{name:?} for {nasty:?}");
            for cell in row.values() {
                let is_formula =
                    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
                assert!(!is_formula || cell.parse::<f64>().is_ok(), "{cell:?}");
            }
        }
    }
}
