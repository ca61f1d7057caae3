//! From a workspace to the text of its session.

use std::collections::BTreeSet;

use toml::Value;

use super::comments::{Comments, Part, Remark, Spot};
use super::writer::{Writer, key, number, quoted};
use super::{Kept, SCHEMA};
use crate::decision::{Criterion, Decision, Scale};
use crate::judgement::{OwnRating, Record, Workspace};

/// The session of a workspace. Equal workspaces have equal sessions.
///
/// `fingerprint` is the pack's, `kept` what [`super::decode()`] did not understand when the session
/// was read.
#[must_use]
pub fn encode(
    decision: &Decision,
    fingerprint: &str,
    workspace: &Workspace,
    kept: &Kept,
) -> String {
    encode_with(decision, fingerprint, workspace, kept, &Comments::default()).0
}

/// The same with what somebody wrote by hand, and the places at which something could be.
pub(super) fn encode_with(
    decision: &Decision,
    fingerprint: &str,
    workspace: &Workspace,
    kept: &Kept,
    comments: &Comments,
) -> (String, BTreeSet<Spot>) {
    let mut writer = Writer::new(comments);
    for remark in head_remarks().iter().filter(|(spot, _)| comments.introduces(spot)) {
        writer.remark(remark);
    }
    writer.entry(&["schema"], &SCHEMA.to_string());
    writer.entry(&["pack"], &quoted(&decision.id));
    writer.entry(&["fingerprint"], &quoted(fingerprint));
    let record = workspace.present.record(decision);
    let names = names(decision, record.criteria);
    let mut present = Section { writer, record, kept, table: String::new(), path: Vec::new() };
    present.values();
    present.announced_weights(&names);
    present.tables();
    let mut writer = present.writer;
    for scenario in workspace.scenarios.list() {
        let path = vec!["scenario".to_owned(), scenario.name().to_owned()];
        writer.header("[[scenario]]", path.clone());
        writer.entry(&["name"], &quoted(scenario.name()));
        let nothing = Kept::default();
        let kept = kept.of_scenario(scenario).unwrap_or(&nothing);
        let record = scenario.judgement().record(decision);
        let mut saved = Section { writer, record, kept, table: "scenario.".to_owned(), path };
        saved.values();
        saved.weights();
        saved.tables();
        writer = saved.writer;
    }
    writer.finish()
}

/// What weigh says at the beginning of a session.
pub(super) fn head_remarks() -> Vec<Remark> {
    let lines = [
        "# A judgement on the decision named below, saved by weigh.",
        "# It lists only what differs from the pack or the use case.",
    ];
    let spot = |number: usize| Spot::new(&[number.to_string()], Part::Remark);
    lines.iter().enumerate().map(|(number, line)| (spot(number), (*line).to_owned())).collect()
}

/// The names of the criteria as comments, which announce their weights.
pub(super) fn names(decision: &Decision, own: &[Criterion]) -> Vec<Remark> {
    let name = |it: &Criterion| {
        let path = ["weights".to_owned(), it.id.clone()];
        (Spot::new(&path, Part::Remark), format!("# {}", it.name))
    };
    decision.criteria.iter().chain(own).map(name).collect()
}

/// A judgement being written: the present one, or a scenario's.
struct Section<'a, 'b> {
    writer: Writer<'a>,
    record: Record<'b>,
    kept: &'b Kept,
    /// What the names of its tables begin with.
    table: String,
    path: Vec<String>,
}

impl<'b> Section<'_, 'b> {
    /// Everything that stands before the first table.
    fn values(&mut self) {
        if let Some(use_case) = self.record.use_case {
            self.writer.entry(&["use_case"], &quoted(use_case));
        }
        if let Some(note) = self.record.note {
            self.writer.entry(&["note"], &quoted(note));
        }
        for (key, value) in self.kept.at_top() {
            // A use case the pack no longer has gives way to one chosen since.
            if key != "use_case" || self.record.use_case.is_none() {
                self.writer.entry(&[key], &inline(value));
            }
        }
        let excluded = self.record.excluded_criteria.iter().map(|it| quoted(it)).collect();
        self.list("excluded_criteria", excluded);
        let excluded = self.record.excluded_claims.iter().map(|it| quoted(it)).collect();
        self.list("excluded_claims", excluded);
        let excluded = self.record.excluded_alternatives.iter().map(|it| quoted(it)).collect();
        self.list("excluded_alternatives", excluded);
    }

    /// The weights, each under a comment that names its criterion. The comments are there
    /// whether the weight is or not: between them git finds its way when two people have moved
    /// two sliders.
    fn announced_weights(&mut self, names: &[Remark]) {
        self.header("weights");
        let said = self.said_weights();
        let mut unsaid = said.iter().peekable();
        for remark in names {
            self.writer.remark(remark);
            let id = remark.0.key();
            match unsaid.next_if(|(path, _)| path[0] == id) {
                Some((path, weight)) => self.writer.entry(path, weight),
                None => self.writer.gap(id),
            }
        }
        self.kept_entries("weights", &said);
    }

    /// The weights of a scenario, which do not change any more.
    fn weights(&mut self) {
        let said = self.said_weights();
        self.table("weights", &said);
    }

    /// The tables that follow the weights.
    fn tables(&mut self) {
        let trust: Entries<'_> =
            self.record.trust.iter().map(|(id, it)| (vec![*id], number(it.size()))).collect();
        self.table("trust", &trust);
        let own_ratings = own_ratings(&self.record);
        self.table("own_rating", &own_ratings);
        let notes: Entries<'_> =
            self.record.notes.iter().map(|(id, note)| (vec![*id], quoted(note))).collect();
        self.table("notes", &notes);
        self.criteria();
    }

    fn said_weights(&self) -> Entries<'b> {
        self.record.weights.iter().map(|(id, it)| (vec![*id], it.to_string())).collect()
    }

    /// A table, left out where it is empty.
    fn table(&mut self, name: &'static str, entries: &Entries<'_>) {
        if entries.is_empty() && self.kept.entries_of(name).is_empty() {
            return;
        }
        self.header(name);
        for (path, value) in entries {
            self.writer.entry(path, value);
        }
        self.kept_entries(name, entries);
    }

    /// What is kept of a table, unless the judgement has come to say the same thing itself.
    fn kept_entries(&mut self, table: &str, said: &Entries<'_>) {
        for (path, value) in self.kept.entries_of(table) {
            if !said.iter().any(|(said, _)| said.iter().eq(path)) {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                self.writer.entry(&path, &inline(value));
            }
        }
    }

    /// Criteria of your own.
    fn criteria(&mut self) {
        for criterion in self.record.criteria {
            self.criterion_header(&criterion.id);
            self.writer.entry(&["id"], &quoted(&criterion.id));
            self.writer.entry(&["name"], &quoted(&criterion.name));
            for (key, text) in [("question", &criterion.question), ("group", &criterion.group)] {
                if !text.is_empty() {
                    self.writer.entry(&[key], &quoted(text));
                }
            }
            self.writer.entry(&["weight"], &criterion.weight.to_string());
            if let Some(own) = &criterion.scale {
                self.writer.entry(&["scale"], &scale(own));
            }
        }
        for criterion in self.kept.criteria() {
            self.criterion_header(criterion.get("id").and_then(Value::as_str).unwrap_or_default());
            for (key, value) in criterion {
                self.writer.entry(&[key], &inline(value));
            }
        }
    }

    fn criterion_header(&mut self, id: &str) {
        let path = self.path.iter().map(String::as_str).chain(["criterion", id]);
        let path = path.map(str::to_owned).collect();
        self.writer.header(&format!("[[{}criterion]]", self.table), path);
    }

    fn header(&mut self, name: &str) {
        let path = self.path.iter().map(String::as_str).chain([name]).map(str::to_owned).collect();
        self.writer.header(&format!("[{}{name}]", self.table), path);
    }

    /// A list with what is kept of it.
    fn list(&mut self, key: &'static str, mut items: Vec<String>) {
        items.extend(self.kept.items_of(key).iter().map(inline));
        self.writer.list(key, &items);
    }
}

/// The entries of a table, by keys.
type Entries<'a> = Vec<(Vec<&'a str>, String)>;

/// Your own ratings as entries.
fn own_ratings<'a>(record: &Record<'a>) -> Entries<'a> {
    let by_criterion = record.own_rating.iter();
    let entries = by_criterion.flat_map(|(criterion, ratings)| {
        ratings.iter().map(|(alternative, own)| (vec![*criterion, *alternative], rating(own)))
    });
    entries.collect()
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
