//! What a session says beside the judgement: its date, and what this program, or this version of
//! the pack, has no use for.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::{Table, Value};

use crate::judgement::Scenario;

/// What is no part of the judgement in a session and is written back with it.
///
/// It has the shape of a session that contains nothing else.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    /// By section: the entries of a table, as in `[weights]`.
    entries: BTreeMap<&'static str, Vec<(Vec<String>, Value)>>,
    /// By key: the items of a list, as in `excluded_criteria`.
    items: BTreeMap<&'static str, Vec<Value>>,
    /// Everything else at the top, by key.
    top: Table,
    /// Criteria of your own that stand in the pack's way, each a whole table.
    criteria: Vec<Table>,
    /// By scenario: what was not understood in it.
    scenarios: Vec<(Scenario, Kept)>,
}

impl Kept {
    /// The key of the date.
    pub(super) const DATE: &str = "date";

    /// The day of the session, `YYYY-MM-DD`, where it has one.
    #[must_use]
    pub fn date(&self) -> Option<String> {
        self.top.get(Self::DATE).and_then(Value::as_datetime).map(ToString::to_string)
    }

    /// Whether there is nothing of the kind.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Keeps an entry of a section; the path has several parts where the section nests.
    pub(super) fn entry(&mut self, section: &'static str, path: &[&str], value: Value) {
        let path = path.iter().map(|&part| part.to_owned()).collect();
        self.entries.entry(section).or_default().push((path, value));
    }

    /// Keeps an item of a list.
    pub(super) fn item(&mut self, key: &'static str, value: Value) {
        self.items.entry(key).or_default().push(value);
    }

    /// Keeps a key of the session itself.
    pub(super) fn top(&mut self, key: &str, value: Value) {
        self.top.insert(key.to_owned(), value);
    }

    /// Keeps a criterion of your own.
    pub(super) fn criterion(&mut self, criterion: Table) {
        self.criteria.push(criterion);
    }

    /// Keeps what was not understood in a scenario.
    pub(super) fn scenario(&mut self, scenario: &Scenario, kept: Self) {
        if !kept.is_empty() {
            self.scenarios.push((scenario.clone(), kept));
        }
    }

    /// What is kept of a scenario. It is known by its judgement, the very one, which stays when it gets
    /// another name; another scenario may be equal to it.
    pub(super) fn of_scenario(&self, scenario: &Scenario) -> Option<&Self> {
        let is_it = |(it, _): &&(Scenario, Self)| Arc::ptr_eq(it.judgement(), scenario.judgement());
        self.scenarios.iter().find(is_it).map(|(_, kept)| kept)
    }

    /// Goes on to keep what there was of scenarios before, as far as anybody else still has them.
    pub(super) fn remember(&mut self, before: Self) {
        let is_there = |(it, _): &(Scenario, Self)| Arc::strong_count(it.judgement()) > 1;
        self.scenarios.extend(before.scenarios.into_iter().filter(is_there));
    }

    pub(super) fn entries_of(&self, section: &str) -> &[(Vec<String>, Value)] {
        self.entries.get(section).map_or(&[], Vec::as_slice)
    }

    pub(super) fn items_of(&self, key: &str) -> &[Value] {
        self.items.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn at_top(&self) -> &Table {
        &self.top
    }

    pub(super) fn criteria(&self) -> &[Table] {
        &self.criteria
    }
}
