//! `[[use_case]]` and `[[case_study]]`.

use super::Builder;
use super::criteria::importance;
use crate::decision::{CaseStudy, Favour, Importance, Outcome, Use, UseCase};
use crate::pack::fields::Fields;

impl<'t> Builder<'t> {
    /// `[[use_case]]`.
    pub(super) fn use_case(&mut self, mut fields: Fields<'t, '_>) -> UseCase {
        let use_case = UseCase {
            id: fields.define(&mut self.use_cases),
            name: fields.name("name"),
            description: fields.line("description"),
            importance: fields
                .required_table("importance")
                .map(|it| self.importances(it))
                .unwrap_or_default(),
            examples: fields.list_of_lines("examples"),
            favours: fields.tables("favours").into_iter().map(|it| self.favour(it)).collect(),
            caution: fields.optional_line("caution"),
        };
        fields.finish();
        use_case
    }

    /// `importance = { criterion = 0..10, … }`.
    fn importances(&mut self, fields: Fields<'t, '_>) -> Vec<(usize, Importance)> {
        fields
            .numbers_by_key()
            .into_iter()
            .map(|((place, id), size)| (self.criteria.refer(id, place), importance(size, self.log)))
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
            says: fields.required_line("says"),
            caution: fields.optional_line("caution"),
        };
        fields.finish();
        outcome
    }
}
