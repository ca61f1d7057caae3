//! The corpus of packs: what each valid one becomes, and what is said about each invalid one.
//!
//! What is expected stands beside each pack in a text file. `UPDATE_EXPECTED=1 cargo test --test
//! packs` writes these files again; read the changes as a reader who has never seen a pack.

#![expect(clippy::expect_used, reason = "a test that cannot go on should say why and stop")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use weigh::decision::Decision;
use weigh::pack::{self, Pack, Summary};

/// Everything in a folder of the corpus, sorted; packs are directories or `.toml` files.
fn packs(folder: &str) -> Vec<PathBuf> {
    let corpus = Path::new("tests/packs").join(folder);
    let entries = fs::read_dir(&corpus).expect("the corpus is there");
    let mut packs: Vec<PathBuf> = entries
        .map(|it| it.expect("the corpus can be read").path())
        .filter(|it| it.is_dir() || it.extension().is_some_and(|it| it == "toml"))
        .collect();
    packs.sort();
    assert!(packs.len() > 5, "the corpus has not gone");
    packs
}

/// Where it stands what a pack should become.
fn expected_file(pack: &Path) -> PathBuf {
    if pack.is_dir() { pack.join("expected.txt") } else { pack.with_extension("txt") }
}

/// Compares with what is expected, or makes it what is expected.
fn compare(pack: &Path, actual: &str) -> Result<(), String> {
    let file = expected_file(pack);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, actual).expect("the corpus can be written");
        return Ok(());
    }
    let expected = fs::read_to_string(&file).unwrap_or_default().replace('\r', "");
    if expected == actual {
        Ok(())
    } else {
        Err(format!("{}\n--- expected\n{expected}\n--- actual\n{actual}", file.display()))
    }
}

fn assert_all(results: impl Iterator<Item = Result<(), String>>) {
    let failures: Vec<String> = results.filter_map(Result::err).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn each_valid_pack_becomes_the_decision_it_describes() {
    assert_all(packs("valid").iter().map(|path| match pack::load(path) {
        Ok(pack) => compare(path, &outline(&pack)),
        Err(errors) => Err(errors.render(false)),
    }));
}

#[test]
fn each_invalid_pack_is_told_what_is_wrong_where_and_how_to_mend_it() {
    assert_all(packs("invalid").iter().map(|path| match pack::load(path) {
        Ok(_) => Err(format!("{} loads", path.display())),
        Err(errors) => {
            let root = path.parent().expect("a pack lies in the corpus").display().to_string();
            compare(path, &errors.render(false).replace(&format!("{root}/"), ""))
        }
    }));
}

#[test]
fn an_invalid_pack_says_the_same_in_colour() {
    for path in packs("invalid") {
        let errors = pack::load(&path).expect_err("the pack is invalid");
        let colour = errors.render(true);
        assert!(colour.contains("\u{1b}["), "{}", path.display());
        assert_eq!(weigh::decision::text::lines(&colour), errors.render(false).trim_end());
        assert_eq!(errors.to_string(), errors.render(false).trim_end());
    }
}

/// What matters of a decision, a line each.
fn outline(pack: &Pack) -> String {
    let Pack { decision, .. } = pack;
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{text}").expect("a string can be written to");
    line(Summary::of(decision).to_string());
    let Decision { id, title, question, scale, missing, .. } = decision;
    line(format!("decision {id}: {title:?} {question:?} {scale:?} {missing:?}"));
    for it in &decision.rubric {
        line(format!("  {} {:?}", it.rating, it.means));
    }
    for it in &decision.alternatives {
        line(format!("alternative {}: {:?} {:?}", it.id, it.name, it.summary));
    }
    for it in &decision.sources {
        let (trust, publisher) = (it.trust.size(), &it.publisher);
        line(format!("source {}: {:?} {publisher:?} {:?} {trust}", it.id, it.title, it.published));
    }
    for it in &decision.criteria {
        let (weight, scale) = (it.weight, &it.scale);
        line(format!(
            "criterion {}: {:?} {:?} {:?} {weight} {scale:?}",
            it.id, it.name, it.question, it.group
        ));
        for it in &it.claims {
            let source = &decision.sources[it.source].id;
            let alternative = &decision.alternatives[it.alternative].id;
            line(format!(
                "  {source} of {alternative}: {} {:?} {:?} {:?}",
                it.rating, it.range, it.says, it.caution
            ));
        }
    }
    for it in &decision.use_cases {
        let weight =
            it.weights.iter().map(|(j, size)| format!("{}={size}", decision.criteria[*j].id));
        let weight: Vec<String> = weight.collect();
        line(format!(
            "use case {}: {:?} {:?} {weight:?} {:?} {:?}",
            it.id, it.name, it.description, it.examples, it.caution
        ));
        for it in &it.favours {
            line(format!("  {} for {}: {:?} {:?}", it.source, it.alternative, it.says, it.caution));
        }
    }
    for it in &decision.case_studies {
        line(format!(
            "case study {}: {:?} {:?} {:?} {:?}",
            it.id, it.name, it.summary, it.criteria, it.use_cases
        ));
        for it in &it.uses {
            line(format!(
                "  {} uses {}: {:?} {:?}",
                it.source, it.alternative, it.says, it.caution
            ));
        }
        for it in &it.outcomes {
            line(format!("  {} came of it: {:?} {:?}", it.source, it.says, it.caution));
        }
    }
    for it in &decision.notes {
        line(format!(
            "note {}: {} {:?} {:?} {:?} {:?} {:?}",
            it.id,
            it.kind.name(),
            it.title,
            it.body,
            it.alternatives,
            it.criteria,
            it.sources
        ));
    }
    for it in &decision.examples {
        line(format!("example {}: {:?}", it.id, it.title));
        for it in &it.codes {
            line(format!("  {} {} {} {:?}", it.alternative, it.language, it.file, it.text));
        }
    }
    out
}
