//! A judgement by ids: what it changes about the pack, in the form in which it is stored and
//! reported.

use super::{Judgement, OwnRating, Subject};
use crate::decision::{Criterion, Decision, Trust, Weight};

/// What a judgement changes about its pack, and nothing of what it leaves as it was.
///
/// Everything is named by id and stands in the order of the pack, so that equal judgements have
/// equal records. Both the session file and the JSON report are renderings of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<'a> {
    /// Id of the use case the weights come from.
    pub use_case: Option<&'a str>,
    /// The note on the decision as a whole.
    pub note: Option<&'a str>,
    /// Ids of the criteria excluded.
    pub excluded_criteria: Vec<&'a str>,
    /// Ids of the alternatives excluded.
    pub excluded_alternatives: Vec<&'a str>,
    /// Ids of the claims excluded.
    pub excluded_claims: Vec<String>,
    /// Weights that differ from what the sliders start from, the use case's or the pack's, by
    /// criterion.
    pub weights: Vec<(&'a str, Weight)>,
    /// Trusts that differ from the pack's, by source.
    pub trust: Vec<(&'a str, Trust)>,
    /// Your own ratings, by criterion and alternative.
    pub own_rating: Vec<(&'a str, Vec<(&'a str, &'a OwnRating)>)>,
    /// Notes on criteria, by criterion.
    pub notes: Vec<(&'a str, &'a str)>,
    /// Criteria of your own.
    pub criteria: &'a [Criterion],
}

impl Judgement {
    /// What this judgement changes about the pack, by ids.
    #[must_use]
    pub fn record<'a>(&'a self, decision: &'a Decision) -> Record<'a> {
        let id = |j: usize| self.criterion(decision, j).id.as_str();
        let start = self.starting_weights(decision);
        let changed = |j: &usize| self.weight(*j) != start[*j];
        let trusts = decision.sources.iter().zip(&self.trusts);
        Record {
            use_case: self.use_case.map(|it| decision.use_cases[it].id.as_str()),
            note: self.note(Subject::Decision),
            excluded_criteria: (0..self.criteria_count())
                .filter(|&j| self.is_criterion_excluded(j))
                .map(id)
                .collect(),
            excluded_alternatives: self
                .excluded_alternatives
                .iter()
                .map(|&a| decision.alternatives[a].id.as_str())
                .collect(),
            excluded_claims: self.excluded_claims().map(|at| decision.claim_id(at)).collect(),
            weights: (0..self.criteria_count())
                .filter(changed)
                .map(|j| (id(j), self.weight(j)))
                .collect(),
            trust: trusts
                .filter(|(source, trust)| source.trust != **trust)
                .map(|(source, trust)| (source.id.as_str(), *trust))
                .collect(),
            own_rating: self.own_ratings_by_criterion(decision),
            notes: self
                .notes()
                .filter_map(|(subject, note)| match subject {
                    Subject::Criterion(j) => Some((id(j), note)),
                    Subject::Decision => None,
                })
                .collect(),
            criteria: &self.own_criteria,
        }
    }

    /// Your own ratings, those of one criterion together.
    fn own_ratings_by_criterion<'a>(
        &'a self,
        decision: &'a Decision,
    ) -> Vec<(&'a str, Vec<(&'a str, &'a OwnRating)>)> {
        let mut by_criterion: Vec<(&str, Vec<(&str, &OwnRating)>)> = Vec::new();
        for (j, a, own) in self.own_ratings() {
            let criterion = self.criterion(decision, j).id.as_str();
            let rating = (decision.alternatives[a].id.as_str(), own);
            match by_criterion.last_mut() {
                Some((last, ratings)) if *last == criterion => ratings.push(rating),
                _ => by_criterion.push((criterion, vec![rating])),
            }
        }
        by_criterion
    }
}
