//! From a judgement to the text of its session.

use std::fmt::Write as _;

use toml::Value;

use super::{Kept, SCHEMA};
use crate::decision::{Criterion, Decision, Scale};
use crate::judgement::{Judgement, OwnRating, Record};

/// The session of a judgement. Equal judgements have equal sessions.
///
/// `fingerprint` is the pack's, `kept` what [`super::decode()`] did not understand when the session
/// was read.
#[must_use]
pub fn encode(
    decision: &Decision,
    fingerprint: &str,
    judgement: &Judgement,
    kept: &Kept,
) -> String {
    let record = judgement.record(decision);
    let mut text = Text { out: String::new(), kept };
    text.comment("What somebody thinks of the decision named below, kept by weigh.");
    text.comment("Only what differs from the pack stands here.");
    text.head(decision, fingerprint, &record);
    text.importances(decision, &record);
    text.section("trust", record.trust.iter().map(|(id, it)| (vec![*id], number(it.size()))));
    text.section("own_rating", own_ratings(&record));
    text.section("notes", record.notes.iter().map(|(id, note)| (vec![*id], quoted(note))));
    text.criteria(record.criteria);
    text.out
}

/// The session being written.
struct Text<'a> {
    out: String,
    kept: &'a Kept,
}

impl Text<'_> {
    /// Everything that stands before the first section.
    fn head(&mut self, decision: &Decision, fingerprint: &str, record: &Record<'_>) {
        self.entry(&["schema"], &SCHEMA.to_string());
        self.entry(&["pack"], &quoted(&decision.id));
        self.entry(&["fingerprint"], &quoted(fingerprint));
        if let Some(use_case) = record.use_case {
            self.entry(&["use_case"], &quoted(use_case));
        }
        if let Some(note) = record.note {
            self.entry(&["note"], &quoted(note));
        }
        for (key, value) in self.kept.at_top() {
            // A use case the pack no longer has gives way to one chosen since.
            if key != "use_case" || record.use_case.is_none() {
                self.entry(&[key], &inline(value));
            }
        }
        self.list("set_aside", record.set_aside.iter().copied());
        self.list("struck", record.struck.iter().map(String::as_str));
    }

    /// The importances, each under a comment that names its criterion. The comments are there
    /// whether the importance is or not: between them git finds its way when two people have moved
    /// two sliders.
    fn importances(&mut self, decision: &Decision, record: &Record<'_>) {
        self.out.push_str("\n[importance]\n");
        let said: Vec<(Vec<&str>, String)> =
            record.importance.iter().map(|(id, it)| (vec![*id], it.to_string())).collect();
        let mut unsaid = said.iter().peekable();
        for criterion in decision.criteria.iter().chain(record.criteria) {
            self.comment(&criterion.name);
            if let Some((id, importance)) = unsaid.next_if(|(id, _)| id[0] == criterion.id) {
                self.entry(id, importance);
            }
        }
        self.kept_entries("importance", &said);
    }

    /// A section, left out where it is empty.
    fn section<'a>(
        &mut self,
        name: &'static str,
        entries: impl Iterator<Item = (Vec<&'a str>, String)>,
    ) {
        let entries: Vec<_> = entries.collect();
        if entries.is_empty() && self.kept.entries_of(name).is_empty() {
            return;
        }
        let _ = writeln!(self.out, "\n[{name}]");
        for (path, value) in &entries {
            self.entry(path, value);
        }
        self.kept_entries(name, &entries);
    }

    /// What is kept of a section, unless the judgement has come to say the same thing itself.
    fn kept_entries(&mut self, section: &str, said: &[(Vec<&str>, String)]) {
        for (path, value) in self.kept.entries_of(section) {
            if !said.iter().any(|(said, _)| said.iter().eq(path)) {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                self.entry(&path, &inline(value));
            }
        }
    }

    /// Criteria of your own.
    fn criteria(&mut self, criteria: &[Criterion]) {
        for criterion in criteria {
            self.out.push_str("\n[[criterion]]\n");
            self.entry(&["id"], &quoted(&criterion.id));
            self.entry(&["name"], &quoted(&criterion.name));
            for (key, text) in [("question", &criterion.question), ("group", &criterion.group)] {
                if !text.is_empty() {
                    self.entry(&[key], &quoted(text));
                }
            }
            self.entry(&["importance"], &criterion.importance.to_string());
            if let Some(own) = &criterion.scale {
                self.entry(&["scale"], &scale(own));
            }
        }
        for criterion in self.kept.criteria() {
            self.out.push_str("\n[[criterion]]\n");
            for (key, value) in criterion {
                self.entry(&[key], &inline(value));
            }
        }
    }

    /// A list with one item per line, left out where it is empty.
    fn list<'a>(&mut self, key: &'static str, items: impl Iterator<Item = &'a str>) {
        let mut lines: Vec<String> = items.map(quoted).collect();
        lines.extend(self.kept.items_of(key).iter().map(inline));
        if !lines.is_empty() {
            let _ = writeln!(self.out, "{key} = [");
            for line in lines {
                let _ = writeln!(self.out, "    {line},");
            }
            self.out.push_str("]\n");
        }
    }

    /// A line `path = value`.
    fn entry(&mut self, path: &[&str], value: &str) {
        let path: Vec<String> = path.iter().map(|part| key(part)).collect();
        let _ = writeln!(self.out, "{} = {value}", path.join("."));
    }

    fn comment(&mut self, text: &str) {
        let _ = writeln!(self.out, "# {text}");
    }
}

/// Your own ratings as entries.
fn own_ratings<'a>(record: &'a Record<'_>) -> impl Iterator<Item = (Vec<&'a str>, String)> {
    record.own_rating.iter().flat_map(|(criterion, ratings)| {
        ratings.iter().map(|(alternative, own)| (vec![*criterion, *alternative], rating(own)))
    })
}

fn rating(own: &OwnRating) -> String {
    let rating = number(own.rating);
    if own.reason.is_empty() {
        format!("{{ rating = {rating} }}")
    } else {
        format!("{{ rating = {rating}, reason = {} }}", quoted(&own.reason))
    }
}

fn scale(scale: &Scale) -> String {
    let (worst, best) = (number(scale.worst), number(scale.best));
    match &scale.unit {
        Some(unit) => format!("{{ worst = {worst}, best = {best}, unit = {} }}", quoted(unit)),
        None => format!("{{ worst = {worst}, best = {best} }}"),
    }
}

/// A finite number, with as many digits as it takes to read it back unchanged.
fn number(number: f64) -> String {
    format!("{number:?}")
}

/// A key, in quotes where it needs them.
fn key(key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !key.is_empty() && key.chars().all(bare) { key.to_owned() } else { quoted(key) }
}

/// A string on one line, whatever it contains.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Any value on one line.
fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(table) => {
            let entries: Vec<String> =
                table.iter().map(|(k, v)| format!("{} = {}", key(k), inline(v))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        other => other.to_string(),
    }
}
