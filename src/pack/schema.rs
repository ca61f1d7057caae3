//! Schema 1: which tables and keys a pack has, and what they become.
//!
//! A [`Builder`] is fed the pack's files one by one and builds the decision as it goes. While
//! files are still to come, references hold the numbers that [`Names`] gives them;
//! [`Builder::finish`] turns them into indices and checks what can only be checked on the whole.

mod criteria;
mod decision;
mod reference;
mod settle;
mod use_cases;

use toml::de::DeTable;

use super::fields::Fields;
use super::files::Files;
use super::log::{Finding, Log, Place};
use super::names::Names;
use crate::decision::{Decision, Scale};

/// A list of alternatives, or of criteria, has so many entries at most.
const MOST_ITEMS: usize = 10_000;

/// A pack has so many claims at most.
const MOST_CLAIMS: usize = 2_000_000;

/// The decision as far as it has been read.
pub(super) struct Builder<'t> {
    log: &'t Log,
    files: &'t Files,
    decision: Decision,
    /// Where `[decision]` stands, once it has been met.
    head: Option<Place>,
    /// Its scale, once it has been met and is sound.
    scale: Option<Scale>,
    alternatives: Names<'t>,
    sources: Names<'t>,
    criteria: Names<'t>,
    use_cases: Names<'t>,
    case_studies: Names<'t>,
    notes: Names<'t>,
    examples: Names<'t>,
    /// Ratings on the decision's own scale, to be held to it once it is known.
    ratings: Vec<(Place, f64)>,
    claims: usize,
}

impl<'t> Builder<'t> {
    /// Nothing read yet.
    pub(super) fn new(log: &'t Log, files: &'t Files) -> Self {
        let decision = Decision {
            id: String::new(),
            title: String::new(),
            question: String::new(),
            scale: Scale { worst: 0.0, best: 1.0, unit: None },
            rubric: Vec::new(),
            alternatives: Vec::new(),
            sources: Vec::new(),
            criteria: Vec::new(),
            use_cases: Vec::new(),
            case_studies: Vec::new(),
            notes: Vec::new(),
            examples: Vec::new(),
        };
        Self {
            log,
            files,
            decision,
            head: None,
            scale: None,
            alternatives: Names::new("alternative"),
            sources: Names::new("source"),
            criteria: Names::new("criterion"),
            use_cases: Names::new("use case"),
            case_studies: Names::new("case study"),
            notes: Names::new("note"),
            examples: Names::new("example"),
            ratings: Vec::new(),
            claims: 0,
        }
    }

    /// Reads the tables of one file.
    pub(super) fn file(&mut self, file: u32, table: DeTable<'t>) {
        let mut fields = Fields::new("a pack", Place::file(file), table, self.log);
        let has_head = fields.has("decision");
        if let Some(head) = fields.table("decision", "`[decision]`") {
            self.head(head);
        } else if has_head {
            // It is there, though as something else, which is logged already.
            self.head.get_or_insert(fields.place());
        }
        for it in fields.tables("alternative", "`[[alternative]]`") {
            self.alternative(it);
        }
        for it in fields.tables("source", "`[[source]]`") {
            self.source(it);
        }
        for it in fields.tables("criterion", "`[[criterion]]`") {
            self.criterion(it);
        }
        for it in fields.tables("use_case", "`[[use_case]]`") {
            self.use_case(it);
        }
        for it in fields.tables("case_study", "`[[case_study]]`") {
            self.case_study(it);
        }
        for it in fields.tables("note", "`[[note]]`") {
            self.note(it);
        }
        for it in fields.tables("example", "`[[example]]`") {
            self.example(it);
        }
        fields.finish();
    }

    /// Logs the item that is one too many.
    fn bound(&self, count: usize, most: usize, what: &str, place: Place) {
        if count == most + 1 {
            self.log.add(
                Finding::new(place, format!("a pack has at most {most} {what}"))
                    .help("leave out what does not help to decide, or make it several packs"),
            );
        }
    }
}
