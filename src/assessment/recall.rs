//! What is remembered while a slider is on the move, so that it finds out little anew.
//!
//! What holds of all weights there are does not depend on the weights: where it is sampled, the best
//! figures there were stay. The share of the weights that keep a ranking does not depend on the weights but by their
//! order: while a slider moves between two others it stays the same, and where it comes back to it
//! is known. It is the only figure that may take as long as the rest of a frame.
//!
//! Owns nothing that could be wrong: what is recalled is told from all else by everything that it
//! was found out from.

use std::collections::VecDeque;

use super::contender::{Contender, contenders};
use super::matrix::Matrix;
use super::ranking::{Kept, Ranking};
use super::simplex::Sides;
use super::{Assessment, Robustness};

/// So many rankings are remembered: a slider that runs past sixteen others ties with each of them,
/// and stands between them.
const CAPACITY: usize = 32;

/// What was found out before.
#[derive(Debug, Clone, Default)]
pub struct Recall {
    /// About the last rankings there were. The last one that was of use comes first.
    known: VecDeque<Known>,
    /// About all weights, by sampling.
    all: Option<OfAll>,
}

/// What was sampled of all weights.
#[derive(Debug, Clone)]
struct OfAll {
    /// Of what: the same criteria in the score, with the same values.
    matrix: Matrix,
    any: Vec<f64>,
    central: Vec<Option<Vec<f64>>>,
    error: f64,
}

#[derive(Debug, Clone)]
struct Known {
    ranking: Ranking,
    /// What the two that can lead differ by, by criterion.
    differences: Vec<f64>,
    kept: Kept,
}

impl Known {
    fn is_of(&self, ranking: &Ranking, differences: &[f64]) -> bool {
        self.ranking == *ranking && self.differences == differences
    }
}

impl Recall {
    /// On which share of the weights that keep a ranking a linear function with these values is
    /// positive, and on which it is negative: as far as is known, or as a frame has time to find out.
    pub(super) fn kept(&mut self, ranking: Ranking, differences: &[f64]) -> Option<Kept> {
        if let Some(kept) = self.find(&ranking, differences) {
            return Some(kept);
        }
        let kept = ranking.kept_at_once(differences)?;
        self.put(Known { ranking, differences: differences.to_vec(), kept });
        Some(kept)
    }

    /// What was found out, with the best that is known of all weights; and remembers what is new in it.
    pub(super) fn with_best_of_all(&mut self, matrix: &Matrix, found: Robustness) -> Robustness {
        if let Some(known) = self.all.as_ref().filter(|it| it.matrix.has_values_of(matrix))
            && known.error <= found.any_error
        {
            let OfAll { any, central, error, .. } = known.clone();
            return Robustness { any, central, any_error: error, ..found };
        }
        self.all = Some(OfAll {
            matrix: matrix.clone(),
            any: found.any.clone(),
            central: found.central.clone(),
            error: found.any_error,
        });
        found
    }

    /// Remembers what somebody with more time has found out about an assessment. Returns it, with
    /// whatever is known better.
    #[must_use]
    pub fn learn(&mut self, assessment: &Assessment, found: Robustness) -> Robustness {
        let Some(matrix) = Matrix::of(assessment) else { return found };
        let Some(contenders) = contenders(&matrix) else {
            return self.with_best_of_all(&matrix, found);
        };
        self.learn_ranking(&matrix, &contenders, &found);
        found
    }

    /// Remembers how the two who can lead compare on the weights that keep a ranking.
    fn learn_ranking(&mut self, matrix: &Matrix, contenders: &[Contender], found: &Robustness) {
        // Whoever has an equal leads nowhere, which hides how the two compare.
        let &[one, other] = contenders else { return };
        if !(one.alone && other.alone) {
            return;
        }
        let [positive, negative] = [one, other].map(|it| found.ranking[it.alternative]);
        let kept =
            Kept { sides: Sides { positive, negative }, error: found.error, exact: found.exact };
        let ranking = Ranking::of(matrix.tenths());
        let differences = matrix.differences(one.alternative, other.alternative);
        self.known.retain(|it| !it.is_of(&ranking, &differences));
        self.put(Known { ranking, differences, kept });
    }

    fn find(&mut self, ranking: &Ranking, differences: &[f64]) -> Option<Kept> {
        let at = self.known.iter().position(|it| it.is_of(ranking, differences))?;
        let found = self.known.remove(at)?;
        let kept = found.kept;
        self.known.push_front(found);
        Some(kept)
    }

    fn put(&mut self, known: Known) {
        self.known.truncate(CAPACITY - 1);
        self.known.push_front(known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::fixture::{apart, assessed};

    /// So many criteria of which the first is as important as said and the others tie.
    fn tied(first: u8) -> Assessment {
        let differences: Vec<f64> =
            (0..16).map(|i| f64::from((i * 37 + 11) % 101) / 100.0 - 0.45).collect();
        let mut tenths = [50; 16];
        tenths[0] = first;
        assessed(&apart(&differences), &tenths)
    }

    #[test]
    fn what_was_found_out_holds_wherever_the_ranking_is_the_same() {
        let mut recall = Recall::default();
        let at_once =
            |first, recall: &mut Recall| tied(first).robustness_at_once(recall).expect("a figure");
        let sixty = at_once(60, &mut recall);
        assert!(!sixty.is_settled() && recall.known.len() == 1);
        let better = tied(60).robustness().expect("scored");
        assert_eq!(recall.learn(&tied(60), better.clone()), better);
        assert_eq!(recall.known.len(), 1);
        let seventy = at_once(70, &mut recall);
        assert_eq!((&seventy.ranking, seventy.error), (&better.ranking, better.error));
        assert_ne!(seventy.near, better.near, "that depends on more than the ranking");
        // Below the others it is another ranking, and at their height another one still.
        let forty = at_once(40, &mut recall);
        assert_ne!(forty.ranking, better.ranking);
        assert_eq!(
            at_once(50, &mut recall).ranking,
            tied(50).robustness().expect("scored").ranking
        );
        assert_eq!(recall.known.len(), 3);
        assert_eq!(at_once(40, &mut recall), forty);
    }

    #[test]
    fn what_is_recalled_is_what_would_be_found_out() {
        let mut recall = Recall::default();
        for first in [30, 90, 30, 50, 90, 49, 51] {
            let assessment = tied(first);
            let fresh = assessment.robustness_at_once(&mut Recall::default());
            assert_eq!(assessment.robustness_at_once(&mut recall), fresh, "{first}");
        }
    }

    #[test]
    fn other_values_are_another_question() {
        let mut recall = Recall::default();
        for (n, lead) in (1_u32..).zip([0.5, 0.6, 0.7]) {
            let assessment = assessed(&apart(&[lead, -0.3, -0.1]), &[50, 40, 30]);
            let found = assessment.robustness_at_once(&mut recall);
            assert_eq!(found, assessment.robustness());
            assert_eq!(recall.known.len(), n as usize);
        }
    }

    #[test]
    fn what_was_of_no_use_for_long_is_forgotten() {
        let mut recall = Recall::default();
        for first in 0..100 {
            let weights = [first, 50, 20];
            let _ = assessed(&apart(&[f64::from(first) / 100.0, -0.3, -0.1]), &weights)
                .robustness_at_once(&mut recall);
        }
        assert_eq!(recall.known.len(), CAPACITY);
    }
}
