//! The ids of one kind of thing: where each is defined, and who refers to it.
//!
//! A pack is read section by section, and any of them may refer to what a later one defines. So a
//! reference gets a *number* at once, whether the id is known yet or not; when all is read,
//! [`Names::settle`] says which index each number has become.

use std::borrow::Cow;
use std::collections::HashMap;

use super::log::{Finding, Log, Place};
use crate::diagnostic::{nearest, quoted};

/// Looking for the nearest id costs time in proportion to their number; after so many errors
/// nobody reads the suggestions any more.
const SUGGESTIONS: usize = 100;

/// All ids of one kind.
pub(super) struct Names<'t> {
    /// What the ids name, such as `alternative`.
    kind: &'static str,
    /// The number of each id met so far.
    numbers: HashMap<Cow<'t, str>, usize>,
    /// By number: where the id is defined, and its index among the definitions.
    defined: Vec<Option<(Place, usize)>>,
    /// How many definitions there are.
    count: usize,
    /// References to ids that were not defined when they were met.
    early: Vec<(usize, Place)>,
}

impl<'t> Names<'t> {
    /// No ids yet.
    pub(super) fn new(kind: &'static str) -> Self {
        Self { kind, numbers: HashMap::new(), defined: Vec::new(), count: 0, early: Vec::new() }
    }

    /// Notes that an id is defined here, and hands it back; twice is an error.
    pub(super) fn define(&mut self, id: Cow<'t, str>, place: Place, log: &Log) -> String {
        let index = self.count;
        self.count += 1;
        let number = self.number(id.clone());
        match self.defined[number] {
            None => self.defined[number] = Some((place, index)),
            Some((first, _)) => log.add(
                Finding::new(place, format!("the {} id {} is used twice", self.kind, quoted(&id)))
                    .help("give one of the two another id, or merge the two")
                    .related(first, "first used here"),
            ),
        }
        id.into_owned()
    }

    /// The number of the id that is referred to here.
    pub(super) fn refer(&mut self, id: Cow<'t, str>, place: Place) -> usize {
        let number = self.number(id);
        if self.defined[number].is_none() {
            self.early.push((number, place));
        }
        number
    }

    /// The index that each number has become. References to ids defined nowhere are logged, and
    /// get index 0.
    pub(super) fn settle(self, log: &Log) -> Vec<usize> {
        let mut ids = vec![""; self.defined.len()];
        for (id, &number) in &self.numbers {
            ids[number] = id;
        }
        let is_defined = |number: usize| self.defined[number].is_some();
        let mut known: Vec<usize> = (0..ids.len()).filter(|&it| is_defined(it)).collect();
        known.sort_by_key(|&it| self.defined[it]);
        let known: Vec<&str> = known.into_iter().map(|it| ids[it]).collect();

        let dangling = self.early.iter().filter(|(number, _)| !is_defined(*number));
        for (position, &(number, place)) in dangling.enumerate() {
            let id = ids[number];
            let mut finding =
                Finding::new(place, format!("there is no {} {}", self.kind, quoted(id)));
            if position < SUGGESTIONS {
                finding = finding.help(self.suggestion(id, &known));
            }
            log.add(finding);
        }
        self.defined.iter().map(|it| it.map_or(0, |(_, index)| index)).collect()
    }

    /// What the author may have meant by an id that is defined nowhere.
    fn suggestion(&self, id: &str, known: &[&str]) -> String {
        const LISTED: usize = 8;
        if let Some(near) = nearest(id, known.iter().copied()) {
            return format!("did you mean {}?", quoted(near));
        }
        let kind = self.kind;
        let mut listed: Vec<String> = known.iter().take(LISTED).map(|it| quoted(it)).collect();
        if listed.is_empty() {
            return format!("this pack defines no {kind}");
        }
        if known.len() > LISTED {
            listed.push(format!("{} more", known.len() - LISTED));
        }
        format!("the pack has {}", listed.join(", "))
    }

    /// The number of an id, a new one where it is met for the first time.
    fn number(&mut self, id: Cow<'t, str>) -> usize {
        let next = self.defined.len();
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.defined.push(None);
        }
        number
    }
}
