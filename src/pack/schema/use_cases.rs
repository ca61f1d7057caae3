//! `[[use_case]]` and `[[case_study]]`.

use super::Builder;
use super::criteria::weight;
use crate::decision::{CaseStudy, Favour, Outcome, Use, UseCase, Weight};
use crate::pack::fields::Fields;
use crate::schema::{Key, Kind, Others, Table};

/// `[[use_case]]`.
pub(super) static USE_CASE: Table = Table {
    heading: "`[[use_case]]`",
    about: "A kind of project, with weights to start from.",
    keys: &[
        Key::new("id", Kind::Id, "The id that sessions refer to.").required(),
        Key::new("name", Kind::Name, "Its name on the screen.").required(),
        Key::new("description", Kind::Text, "What it is, in a sentence."),
        Key::new(
            "weights",
            Kind::Table(&WEIGHTS),
            "The weight of each criterion, by its id. Criteria that are not named have weight 0.",
        )
        .required(),
        Key::new("examples", Kind::List(&Kind::Text, 0), "Projects of this kind."),
        Key::new(
            "favours",
            Kind::Tables(&FAVOURS),
            "Which alternatives the sources themselves prefer here.",
        ),
        CAUTION,
    ],
    ..Table::EMPTY
};

/// The `weights` of a use case.
static WEIGHTS: Table =
    Table { heading: "`weights`", others: Others::Each(Kind::WEIGHT), ..Table::EMPTY };

/// `[[use_case.favours]]`.
static FAVOURS: Table = Table {
    heading: "`[[use_case.favours]]`",
    about: "A source that prefers an alternative.",
    keys: &[BY.required(), OF.required(), SAYS, CAUTION],
    ..Table::EMPTY
};

/// `[[case_study]]`.
pub(super) static CASE_STUDY: Table = Table {
    heading: "`[[case_study]]`",
    about: "A person or an organisation that uses an alternative.",
    keys: &[
        Key::new("id", Kind::Id, "The id that `weigh explain` takes.").required(),
        Key::new("name", Kind::Name, "Who it is.").required(),
        Key::new("summary", Kind::Text, "What they did, in a sentence."),
        Key::new("criteria", Kind::Ids, "The ids of the criteria that it is about."),
        Key::new("use_cases", Kind::Ids, "The ids of the use cases that it belongs to."),
        Key::new("use", Kind::Tables(&USE), "What they use, with the source for it."),
        Key::new("outcome", Kind::Tables(&OUTCOME), "The results, with their sources."),
    ],
    ..Table::EMPTY
};

/// `[[case_study.use]]`.
static USE: Table = Table {
    heading: "`[[case_study.use]]`",
    about: "An alternative that they use.",
    keys: &[OF.required(), BY.required(), SAYS, CAUTION],
    ..Table::EMPTY
};

/// `[[case_study.outcome]]`.
static OUTCOME: Table = Table {
    heading: "`[[case_study.outcome]]`",
    about: "A result.",
    keys: &[BY.required(), SAYS.required(), CAUTION],
    ..Table::EMPTY
};

const BY: Key = Key::new("source", Kind::Id, "The id of the source that says it.");
const OF: Key = Key::new("alternative", Kind::Id, "The id of the alternative that it is about.");
const SAYS: Key = Key::new("says", Kind::Text, "What it says, in one plain sentence.");
const CAUTION: Key = Key::new("caution", Kind::Text, "Why it should be read with caution.");

impl<'t> Builder<'t> {
    /// `[[use_case]]`.
    pub(super) fn use_case(&mut self, mut fields: Fields<'t, '_>) -> UseCase {
        let use_case = UseCase {
            id: fields.define(&mut self.use_cases),
            name: fields.name("name"),
            description: fields.line("description"),
            weights: fields.table("weights").map(|it| self.weights(it)).unwrap_or_default(),
            examples: fields.list_of_lines("examples"),
            favours: fields.tables("favours").into_iter().map(|it| self.favour(it)).collect(),
            caution: fields.optional_line("caution"),
        };
        fields.finish();
        use_case
    }

    /// `weights = { criterion = 0..10, … }`.
    fn weights(&mut self, fields: Fields<'t, '_>) -> Vec<(usize, Weight)> {
        fields
            .numbers_by_key()
            .into_iter()
            .map(|((place, id), size)| (self.criteria.refer(id, place), weight(size, self.log)))
            .collect()
    }

    /// `[[use_case.favours]]`.
    fn favour(&mut self, mut fields: Fields<'t, '_>) -> Favour {
        let favour = Favour {
            source: fields.reference("source", &mut self.sources),
            alternative: fields.reference("alternative", &mut self.alternatives),
            says: fields.line("says"),
            caution: fields.optional_line("caution"),
        };
        fields.finish();
        favour
    }

    /// `[[case_study]]`.
    pub(super) fn case_study(&mut self, mut fields: Fields<'t, '_>) -> CaseStudy {
        let case_study = CaseStudy {
            id: fields.define(&mut self.case_studies),
            name: fields.name("name"),
            summary: fields.line("summary"),
            criteria: fields.references("criteria", &mut self.criteria),
            use_cases: fields.references("use_cases", &mut self.use_cases),
            uses: fields.tables("use").into_iter().map(|it| self.in_use(it)).collect(),
            outcomes: fields.tables("outcome").into_iter().map(|it| self.outcome(it)).collect(),
        };
        fields.finish();
        case_study
    }

    /// `[[case_study.use]]`.
    fn in_use(&mut self, mut fields: Fields<'t, '_>) -> Use {
        let in_use = Use {
            alternative: fields.reference("alternative", &mut self.alternatives),
            source: fields.reference("source", &mut self.sources),
            says: fields.line("says"),
            caution: fields.optional_line("caution"),
        };
        fields.finish();
        in_use
    }

    /// `[[case_study.outcome]]`.
    fn outcome(&mut self, mut fields: Fields<'t, '_>) -> Outcome {
        let outcome = Outcome {
            source: fields.reference("source", &mut self.sources),
            says: fields.line("says"),
            caution: fields.optional_line("caution"),
        };
        fields.finish();
        outcome
    }
}
