//! What holds of packs as a whole. The corpus is in `tests/packs.rs`.

mod disk;
mod hostile;
mod random;
mod texts;

use super::*;

/// The beginning of a sound pack.
const SOUND: &str = r#"
[decision]
schema = 1
id = "trip"
title = "Boat or train?"
scale = { worst = 1, best = 5 }

[[alternative]]
id = "boat"
name = "Boat"

[[alternative]]
id = "train"
name = "Train"

[[source]]
id = "guide"
title = "The guide"

[[criterion]]
id = "comfort"
name = "Comfort"
"#;

/// Loads a pack whose files are these.
fn load_files(files: &[(&str, &[u8])]) -> Result<Pack, Errors> {
    let log = Log::default();
    let files = Files::in_memory(files, &log);
    build(&files, log, Origin::Disk(PathBuf::from("memory")))
}

/// Loads a pack of one file.
fn load_text(text: impl AsRef<[u8]>) -> Result<Pack, Errors> {
    load_files(&[("pack.toml", text.as_ref())])
}

/// What is said of a pack that must not load.
fn refusal(result: Result<Pack, Errors>) -> String {
    result.expect_err("the pack is wrong").to_string()
}

/// So many pieces of text after each other.
fn repeated(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

#[test]
fn every_bundled_pack_loads() {
    assert!(bundled_ids().count() > 0);
    for id in bundled_ids() {
        let pack = open(id).unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(pack.decision.id, id, "the id is the name of the directory");
        assert_eq!(pack.origin, Origin::Bundled(id));
    }
}

#[test]
fn a_name_that_is_neither_a_path_nor_an_id_is_told_what_there_is() {
    let said = refusal(open("nodjs-vs-django"));
    assert_eq!(
        said,
        "error: there is no pack `nodjs-vs-django`; did you mean `nodejs-vs-django`? a pack is a \
         file, a directory, or one of the bundled packs `nodejs-vs-django`"
    );
    assert!(!refusal(open("a/b.toml")).contains("did you mean"));
    assert!(refusal(open("\u{1b}[31mred\u{7}")).contains("`\u{fffd}[31mred\u{fffd}`"));
}

#[test]
fn a_fingerprint_changes_with_the_text_and_with_the_code_of_an_example() {
    let with_code = |text: &str, code: &str| {
        let example = "[[example]]\nid = 'e'\ntitle = 'E'\ncode = [{ alternative = 'boat', \
                       language = 'text', file = 'code.txt' }]";
        let pack = format!("{SOUND}{text}\n{example}");
        let files = [("pack.toml", pack.as_bytes()), ("code.txt", code.as_bytes())];
        load_files(&files).expect("it is sound").fingerprint
    };
    assert_eq!(with_code("", "one"), with_code("", "one"));
    assert_ne!(with_code("", "one"), with_code("", "two"));
    assert_ne!(with_code("", "one"), with_code("weight = 6", "one"));
}

#[test]
fn a_pack_with_thousands_of_errors_shows_the_first_hundred_and_counts_the_rest() {
    let text = [SOUND, &repeated(20_000, |it| format!("k{it} = 1\n"))].concat();
    let errors = load_text(text).expect_err("the keys are unknown");
    assert_eq!(errors.total(), 20_000);
    let said = errors.to_string();
    assert_eq!(said.matches("error:").count(), 100);
    assert!(said.contains("unknown key `k0`") && said.contains("unknown key `k99`"));
    assert!(said.ends_with("… and 19900 more: 20000 errors in memory"), "{said}");
}

#[test]
fn a_pack_says_what_it_holds() {
    let pack = load_text(SOUND).expect("it is sound");
    assert_eq!(Summary::of(&pack.decision).to_string(), "2 alternatives, 1 criterion, 1 source");
}
