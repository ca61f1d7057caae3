//! Schema 1: which tables and keys a pack has, and what they become.
//!
//! A [`Builder`] is fed the sections of the pack's files one by one and builds the decision as it
//! goes. While others are still to come, references hold the numbers that [`Names`] gives them;
//! [`Builder::finish`] turns them into indices and checks what can only be checked on the whole.

mod criteria;
mod decision;
mod reference;
mod settle;
mod use_cases;

use toml::de::DeTable;

use self::criteria::CRITERION;
use self::decision::{ALTERNATIVE, DECISION, SOURCE};
use self::reference::{EXAMPLE, NOTE};
use self::use_cases::{CASE_STUDY, USE_CASE};
use super::fields::Fields;
use super::files::Files;
use super::log::{Finding, Log, Place};
use super::names::Names;
use super::sections::Section;
use crate::decision::{Decision, Missing, Scale};
use crate::schema::{Key, Kind, Table};

/// A file of a pack. What a pack must have may be in another one.
pub(super) static PACK: Table = Table {
    heading: "a pack",
    about: "A decision for weigh, or a part of one: all .toml files in a folder are read as one \
            pack. `weigh check` also finds what a schema cannot: unknown ids, and ratings that \
            are not on their scale.",
    keys: &[
        Key::new("decision", Kind::Table(&DECISION), "The decision itself; once in a pack."),
        Key::new(
            "alternative",
            Kind::Tables(&ALTERNATIVE),
            "The alternatives to choose from: two or more.",
        ),
        Key::new("source", Kind::Tables(&SOURCE), "The sources of the claims."),
        Key::new(
            "criterion",
            Kind::Tables(&CRITERION),
            "What the alternatives are compared on: one or more, in the order on the screen.",
        ),
        Key::new(
            "use_case",
            Kind::Tables(&USE_CASE),
            "Kinds of project, each with weights to start from.",
        ),
        Key::new(
            "case_study",
            Kind::Tables(&CASE_STUDY),
            "Who uses which alternative, and with what result.",
        ),
        Key::new("note", Kind::Tables(&NOTE), "Background to read."),
        Key::new("example", Kind::Tables(&EXAMPLE), "Programs side by side."),
    ],
    ..Table::EMPTY
};

/// A pack has so many alternatives, so many criteria, and so many of everything else at most.
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
            missing: Missing::default(),
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

    /// Reads the tables of one section of a file.
    pub(super) fn section(&mut self, section: Section<'t>, table: DeTable<'t>) {
        let place = section.place(0..0);
        let mut fields = Fields::new(&PACK, place, section, table, self.log);
        let has_head = fields.has("decision");
        if let Some(head) = fields.table("decision") {
            self.head(head);
        } else if has_head {
            // It is there, though as something else, which is logged already.
            self.head.get_or_insert(fields.place());
        }
        self.each(&mut fields, "alternative", Self::alternative, |it| &mut it.alternatives);
        self.each(&mut fields, "source", Self::source, |it| &mut it.sources);
        self.each(&mut fields, "criterion", Self::criterion, |it| &mut it.criteria);
        self.each(&mut fields, "use_case", Self::use_case, |it| &mut it.use_cases);
        self.each(&mut fields, "case_study", Self::case_study, |it| &mut it.case_studies);
        self.each(&mut fields, "note", Self::note, |it| &mut it.notes);
        self.each(&mut fields, "example", Self::example, |it| &mut it.examples);
        fields.finish();
    }

    /// Reads the tables of one kind into their list.
    fn each<'l, T>(
        &mut self,
        fields: &mut Fields<'t, 'l>,
        key: &'static str,
        read: fn(&mut Self, Fields<'t, 'l>) -> T,
        list: fn(&mut Decision) -> &mut Vec<T>,
    ) {
        for table in fields.tables(key) {
            let place = table.place();
            let item = read(self, table);
            let list = list(&mut self.decision);
            list.push(item);
            if list.len() > MOST_ITEMS {
                self.too_many(MOST_ITEMS, &format!("[[{key}]]"), place);
                return;
            }
        }
    }

    /// Logs the table that is one too many.
    fn too_many(&self, most: usize, heading: &str, place: Place) {
        self.log.add_last(
            Finding::new(place, format!("a pack has at most {most} `{heading}`"))
                .help("leave out what does not help to decide, or split it into several packs"),
        );
    }
}
