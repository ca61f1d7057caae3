//! Files made to break a reader: every one of them gives an error, in a moment.

use std::time::{Duration, Instant};

use super::*;

/// How deep, and how many, the following tests go.
const MANY: usize = 1_000_000;

/// Loads a pack of one file that must be refused with these words, and soon.
fn refused(text: &str, because: &str) {
    let start = Instant::now();
    let said = refusal(load_text(text));
    assert!(said.contains(because), "{}: {said}", &text[..40]);
    assert!(start.elapsed() < Duration::from_secs(20), "{}", &text[..40]);
}

#[test]
fn a_million_lists_in_one_another_are_refused() {
    refused(&format!("a = {}{}", "[".repeat(MANY), "]".repeat(MANY)), "too deep in one another");
    refused(&format!("a = {}", "[".repeat(MANY)), "too deep in one another");
}

#[test]
fn a_million_tables_in_one_another_are_refused() {
    let open = "{a=".repeat(MANY);
    refused(&format!("a = {open}1{}", "}".repeat(MANY)), "too deep in one another");
    refused(&format!("a = {open}"), "too deep in one another");
}

#[test]
fn a_key_of_a_million_parts_is_refused() {
    let key = "a.".repeat(MANY);
    refused(&format!("{key}a = 1"), "too deep in one another");
    refused(&format!("[{key}a]"), "too deep in one another");
    refused(&format!("[[{key}a]]"), "too deep in one another");
    refused(&format!("a = {{ {key}a = 1 }}"), "too deep in one another");
}

#[test]
fn tables_as_deep_as_the_parser_goes_are_refused_by_the_schema() {
    let part = vec!["a"; 70].join(".");
    let lists = format!("{}{}", "[".repeat(70), "]".repeat(70));
    refused(&format!("[{part}]\n{part}.b = {lists}"), "unknown key `a`");
}

#[test]
fn a_million_keys_with_many_parts_are_read_in_passing() {
    let key = vec!["a"; 20].join(".");
    let text = repeated(MANY / 20, |it| format!("{key}.k{it} = 1\n"));
    refused(&text, "unknown key `a`");
}

#[test]
fn a_million_errors_of_syntax_do_not_take_long() {
    refused(&"]\n".repeat(MANY), "error:");
    refused(&"x\n".repeat(MANY / 4), "error:");
    refused(&"[a]\n".repeat(MANY / 5), "error:");
    refused(&"a = [\n".repeat(MANY / 7), "error:");
    refused(&"a = \"\"\"".repeat(MANY / 8), "error:");
}

#[test]
fn a_line_as_long_as_the_file_is_no_burden() {
    let text = format!("note = [{}]", "{id='n'},".repeat(MANY / 5));
    refused(&text, "`[[note]]` has no `kind`");
}

#[test]
fn a_hundred_thousand_references_to_nothing_do_not_take_long() {
    let criteria =
        repeated(500, |it| format!("[[criterion]]\nid = 'criterion-number-{it}'\nname = 'C'\n"));
    let names = repeated(100_000, |it| format!("'criteria-nomber-{it}',"));
    let case_study = format!("[[case_study]]\nid = 'c'\nname = 'C'\ncriteria = [{names}]");
    let text = [SOUND, &criteria, &case_study].concat();
    refused(&text, "there is no criterion `criteria-nomber-0`");
}

#[test]
fn there_are_only_so_many_of_anything() {
    for kind in ["alternative", "source", "criterion", "case_study"] {
        let name = if kind == "source" { "title" } else { "name" };
        let items = repeated(10_001, |it| format!("[[{kind}]]\nid = 'x{it}'\n{name} = 'X'\n"));
        refused(&[SOUND, &items].concat(), &format!("a pack has at most 10000 `[[{kind}]]`"));
    }
}

#[test]
fn a_section_of_many_megabytes_is_refused_before_it_is_parsed() {
    let claims = "{a=1},".repeat(MANY);
    refused(&format!("[[criterion]]\nclaim = [{claims}]"), "more than 4 MiB under one heading");
    refused(&format!("criterion = [{claims}]"), "more than 4 MiB under one heading");
}

#[test]
fn reading_stops_after_ten_thousand_errors() {
    let errors = load_text("[x]\n".repeat(MANY)).expect_err("there is no such table");
    assert_eq!(errors.total(), 10_001);
    assert!(errors.to_string().ends_with("Fix these first; more may follow."));
}
