//! Which room may use which: the arrows of `src/lib.rs`, held against the `use` lines.
//!
//! A room is a file of `src` with the folder beside it. Its tests may use whatever they need.

#![expect(clippy::expect_used, reason = "a test that cannot read the sources must fail")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The rooms, and what each may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("decision", &[]),
    ("judgement", &["decision"]),
    ("assessment", &["judgement", "decision"]),
    ("disk", &[]),
    ("schema", &[]),
    ("diagnostic", &["decision", "schema"]),
    ("bundle", &["decision"]),
    ("build", &["bundle", "decision", "pack"]),
    ("pack", &["bundle", "decision", "diagnostic", "schema"]),
    ("session", &["judgement", "decision", "diagnostic", "disk", "schema"]),
    ("search", &["decision"]),
    ("report", &["assessment", "judgement", "decision", "disk"]),
    ("app", &["assessment", "judgement", "decision", "search"]),
    ("input", &["app", "diagnostic", "schema"]),
    ("config", &["diagnostic", "input", "schema"]),
    (
        "ui",
        &["app", "assessment", "judgement", "decision", "search", "input", "diagnostic", "schema"],
    ),
    ("terminal", &["app", "judgement", "decision", "ui", "report", "disk"]),
    (
        "cli",
        &[
            "app",
            "assessment",
            "config",
            "decision",
            "diagnostic",
            "disk",
            "input",
            "judgement",
            "pack",
            "report",
            "schema",
            "session",
            "terminal",
            "ui",
        ],
    ),
];

/// Crates that only one room may name, so that they can be replaced.
const CONFINED: &[(&str, &str)] =
    &[("fuzzy_matcher", "search"), ("clap", "cli"), ("toml_edit", "session")];

/// Rooms that use the standard library and nothing else.
const PURE: &[&str] = &["decision", "judgement", "assessment"];

/// Crates that the pure rooms must not name.
const IMPURE: &[&str] =
    &["serde", "toml", "ratatui", "crossterm", "tempfile", "std::fs", "std::io", "std::env"];

/// A source text without its comments.
fn code(source: &str) -> String {
    source
        .lines()
        .map(|line| line.split("//").next().unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// What follows `crate::` in a source text without comments, with its line.
fn uses(code: &str) -> Vec<(usize, String)> {
    let mut uses = Vec::new();
    for (start, _) in code.match_indices("crate::") {
        let line = code[..start].lines().count().max(1);
        let rest = &code[start + "crate::".len()..];
        // `crate::{a::b, c}` names several rooms, maybe over several lines.
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => first_names(group),
            None => vec![rest],
        };
        for name in names {
            let name = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_');
            uses.push((line, name.collect()));
        }
    }
    uses
}

/// The outer names of a group, whose opening brace has been read: those of `a::{b, c}, d}` are
/// `a::{b, c}` and `d`.
fn first_names(group: &str) -> Vec<&str> {
    let (mut depth, mut start) = (1, 0);
    let mut names = Vec::new();
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => {
                names.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        if depth == 0 {
            names.push(&group[start..at]);
            break;
        }
    }
    names
}

/// Every source file of a room, tests left out.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("src can be read") {
        let path = entry.expect("src can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|it| it == "rs")
            && path.file_stem().is_some_and(|it| it != "tests")
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The room that a file belongs to: the first part of its path in `src`.
fn room(file: &Path) -> String {
    let first = file.components().next().expect("a path").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a source file, without its tests: they stand at its end and may use anything.
fn without_tests(source: &str) -> String {
    code(source.split("#[cfg(test)]\nmod tests {").next().unwrap_or(source))
}

/// What a source file of a room does that it may not.
fn violations(room: &str, source: &str) -> Vec<String> {
    let code = without_tests(source);
    let allowed = ARROWS.iter().find(|(it, _)| *it == room).map(|(_, allowed)| *allowed);
    let Some(allowed) = allowed else { return vec![format!("`{room}` is not a room of ARROWS")] };
    let mut violations = Vec::new();
    for (line, used) in uses(&code) {
        let is_room = ARROWS.iter().any(|(it, _)| *it == used);
        if is_room && used != room && !allowed.contains(&used.as_str()) {
            violations.push(format!("line {line}: `{room}` may not use `{used}`"));
        }
    }
    for (at, line) in code.lines().enumerate() {
        for (name, home) in CONFINED {
            if room != *home && line.contains(&format!("{name}::")) {
                violations.push(format!("line {}: only `{home}` may name `{name}`", at + 1));
            }
        }
        if PURE.contains(&room) {
            for name in IMPURE.iter().filter(|name| line.contains(&format!("{name}::"))) {
                violations.push(format!("line {}: `{room}` may not name `{name}`", at + 1));
            }
        }
    }
    violations
}

#[test]
fn every_room_uses_only_what_it_may() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = BTreeMap::new();
    for file in files(&src) {
        let inside = file.strip_prefix(&src).expect("a file of src");
        let room = room(inside);
        if room == "lib" || room == "main" {
            continue;
        }
        let source = std::fs::read_to_string(&file).expect("a source file is text");
        let found = violations(&room, &source);
        if !found.is_empty() {
            all.insert(inside.to_path_buf(), found);
        }
    }
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn every_arrow_is_used_so_that_the_table_does_not_grow_laxer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut unused: Vec<(&str, &str)> =
        ARROWS.iter().flat_map(|(room, allowed)| allowed.iter().map(|it| (*room, *it))).collect();
    for file in files(&src) {
        let room = room(file.strip_prefix(&src).expect("a file of src"));
        let code = without_tests(&std::fs::read_to_string(&file).expect("a source file is text"));
        let mut used: Vec<String> = uses(&code).into_iter().map(|it| it.1).collect();
        if room == "build" {
            // It is no room: it has those that it needs within itself.
            used.extend(code.lines().filter_map(|it| {
                Some(it.strip_prefix("mod ")?.trim_end_matches([' ', ';', '{']).to_owned())
            }));
        }
        unused.retain(|(from, to)| *from != room || !used.iter().any(|it| it == to));
    }
    assert_eq!(unused, []);
}

/// Lines of the screen's code that name a colour, which is for themes to do.
fn colours(source: &str) -> Vec<String> {
    const METHODS: [&str; 8] =
        ["black()", "red()", "green()", "yellow()", "blue()", "magenta()", "cyan()", "white()"];
    let code = without_tests(source);
    let words = |line: &str| {
        let is_word = |c: char| !(c.is_alphanumeric() || c == '_');
        line.split(is_word).any(|word| word == "Color" || word == "from_u32")
    };
    let names = |line: &&str| {
        words(line)
            || METHODS
                .iter()
                .any(|it| ["", "on_"].iter().any(|on| line.contains(&format!(".{on}{it}"))))
            || [".fg(", ".bg("].iter().any(|it| line.contains(it))
    };
    code.lines().filter(names).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn only_themes_name_colours() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = BTreeMap::new();
    for file in files(&src) {
        let inside = file.strip_prefix(&src).expect("a file of src").to_string_lossy().into_owned();
        let is_screen = inside.starts_with("ui") || inside.starts_with("app");
        // A picture shows the colours that there are.
        let may = inside.starts_with("ui/theme") || inside.starts_with("ui/picture");
        let found = colours(&std::fs::read_to_string(&file).expect("a source file is text"));
        if is_screen && !may && !found.is_empty() {
            all.insert(inside, found);
        }
    }
    assert!(all.is_empty(), "{all:#?}");
    for planted in ["use ratatui::style::Color;", "span.red()", "Style::new().fg(x)", "x.on_blue()"]
    {
        assert_eq!(colours(planted).len(), 1, "{planted}");
    }
}

#[test]
fn every_room_of_the_table_is_there() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (room, _) in ARROWS {
        assert!(src.join(format!("{room}.rs")).is_file(), "{room}");
    }
}

#[test]
fn planted_violations_are_found() {
    for (room, planted) in [
        ("decision", "use crate::judgement::Judgement;"),
        ("judgement", "fn f() { crate::assessment::assess(); }"),
        ("assessment", "use crate::{decision::Decision, ui::Look};"),
        ("app", "use crate::ui;"),
        ("app", "use crate::{\n    decision::Decision,\n    ui::Look,\n};"),
        ("app", "use crate::{decision::{Decision, Scale}, ui::Look};"),
        ("ui", "use crate::terminal::run;"),
        ("report", "pub(crate) use crate::session::encode;"),
        ("session", "use crate::pack::Pack;"),
        ("search", "use crate::app::App;"),
        ("app", "use fuzzy_matcher::FuzzyMatcher;"),
        ("ui", "let command = clap::Command::new();"),
        ("decision", "use serde::Serialize;"),
        ("assessment", "use std::fs::File;"),
        ("config", "use crate::ui::Theme;"),
        ("diagnostic", "use crate::pack::Pack;"),
        ("attic", "use crate::decision::Decision;"),
    ] {
        assert_eq!(violations(room, planted).len(), 1, "{room}: {planted}");
    }
}

#[test]
fn what_is_allowed_is_not_taken_for_a_violation() {
    for (room, innocent) in [
        ("assessment", "use crate::decision::{Decision, Weight};"),
        ("ui", "/// See [`crate::terminal`].\nuse crate::app::App;"),
        ("decision", "pub(crate) mod tests;"),
        ("search", "use fuzzy_matcher::FuzzyMatcher;"),
        ("app", "#[cfg(test)]\nmod tests {\n    use crate::input::Keymap;\n}"),
    ] {
        assert_eq!(violations(room, innocent), Vec::<String>::new(), "{room}: {innocent}");
    }
}
