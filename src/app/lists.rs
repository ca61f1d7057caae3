//! What the panes list, and in which order.

use super::{App, Pane, Tab};
use crate::decision::ClaimRef;
use crate::search::Place;
/// Where the claims begin among the stops of the evidence: before them stands its head, question,
/// ratings and all.
pub(crate) const FIRST_CLAIM: usize = 1;

impl App {
    /// How many things a pane lists.
    #[must_use]
    pub fn count(&self, pane: Pane) -> usize {
        match pane {
            Pane::UseCases => self.decision.use_cases.len(),
            Pane::Criteria => self.judgement.criteria_count(),
            Pane::CaseStudies => self.decision.case_studies.len(),
            Pane::Detail => match self.claims().len() {
                0 => 0,
                claims => FIRST_CLAIM + claims + usize::from(self.explains_marks()),
            },
        }
    }

    /// The case studies by their indices, those first that speak most to what matters now.
    #[must_use]
    pub fn case_studies(&self) -> Vec<usize> {
        let studies = &self.decision.case_studies;
        let relevance: Vec<f64> = studies.iter().map(|it| self.assessment.relevance(it)).collect();
        let mut order: Vec<usize> = (0..studies.len()).collect();
        order.sort_by(|&x, &y| relevance[y].total_cmp(&relevance[x]));
        order
    }

    /// The claims that the right pane lists, in its order: those of the criterion it explains, by
    /// source and then by alternative, or those of the source, by criterion. Empty when it explains
    /// something else.
    #[must_use]
    pub fn claims(&self) -> Vec<ClaimRef> {
        match self.subject {
            Place::Criterion(j) if self.tab() == Tab::Evidence => {
                let claims = &self.judgement.criterion(&self.decision, j).claims;
                let mut order: Vec<usize> = (0..claims.len()).collect();
                order.sort_by_key(|&c| (claims[c].source, claims[c].alternative));
                order.into_iter().map(|c| ClaimRef::new(j, c)).collect()
            }
            Place::Source(s) => self.decision.claims_from(s).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether the evidence ends with what a mark means: where the criterion is rated by marks, and
    /// the pack says what they mean.
    #[must_use]
    pub fn explains_marks(&self) -> bool {
        let Place::Criterion(j) = self.subject else { return false };
        let criterion = self.judgement.criterion(&self.decision, j);
        criterion.scale.is_none() && !self.decision.rubric.is_empty()
    }

    /// The claim that is selected in the right pane.
    #[must_use]
    pub fn selected_claim(&self) -> Option<ClaimRef> {
        let at = self.selected(Pane::Detail).checked_sub(FIRST_CLAIM)?;
        self.claims().get(at).copied()
    }
}
