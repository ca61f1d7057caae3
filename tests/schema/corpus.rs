//! Whatever we know to be right, the schemas take to be right.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::home::{BOAT, Home};
use crate::{schema, validator};

/// Every file below a folder with this ending. What is hidden is no part of a pack.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let is_hidden =
                path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
            if is_hidden {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no {ending}");
    found
}

/// The files of a folder, each with its name.
fn texts(folder: &str) -> impl Iterator<Item = (String, String)> {
    let text = |path: PathBuf| {
        (path.display().to_string(), fs::read_to_string(path).expect("a text file"))
    };
    files(folder, ".toml").into_iter().map(text)
}

/// TOML as editors hold it against a schema: a day is a text.
fn in_json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(in_json).collect(),
        toml::Value::Table(table) => {
            table.into_iter().map(|(key, value)| (key, in_json(value))).collect()
        }
        other => serde_json::to_value(other).expect("JSON has its like"),
    }
}

#[track_caller]
fn assert_valid(kind: &str, texts: impl IntoIterator<Item = (String, String)>) {
    let validator = validator(&schema(kind));
    for (name, text) in texts {
        let value = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let value = in_json(value);
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|it| format!("{name}{}: {it}", it.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn every_pack_there_is_follows_its_schema() {
    let home = Home::new();
    home.run(&["new", "starter.toml", "--alternatives", "Boat,Train,数据"]).ok();
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```toml\n[decision]").expect("the README has a pack");
    let (pack, _) = rest.split_once("```").expect("it ends");
    let ours = [
        ("the small pack", BOAT.to_owned()),
        ("the starter", home.read("starter.toml")),
        ("the README's", format!("[decision]{pack}")),
    ];
    let ours = ours.map(|(name, text)| (name.to_owned(), text));
    let folders = ["content", "tests/packs/valid", "tests/data/fixtures/v1/pack"];
    assert_valid("pack", folders.into_iter().flat_map(texts).chain(ours));
}

#[test]
fn every_session_there_is_follows_its_schema() {
    let snapshots = files("src/session/snapshots", "a_session_reads_like_this.snap");
    let snapshot = fs::read_to_string(&snapshots[0]).expect("a snapshot");
    let (_, written) = snapshot[3..].split_once("\n---\n").expect("a snapshot has a head");
    let written = [("what is written".to_owned(), written.to_owned())];
    let kept = texts("tests/data").filter(|(name, _)| !name.ends_with("pack.toml"));
    assert_valid("session", kept.chain(written));
}

#[test]
fn every_setting_in_force_follows_its_schema() {
    let in_force = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') => format!("{rest}\n"),
        _ => format!("{line}\n"),
    };
    let template: String = weigh::config::template().lines().map(in_force).collect();
    assert_valid("config", [("the template".to_owned(), template)]);
}

#[test]
fn every_bundled_theme_follows_its_schema() {
    assert_valid("theme", texts("assets/themes"));
}
