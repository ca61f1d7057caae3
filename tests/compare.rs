//! What holds of any two judgements of a decision that are compared.

#![expect(clippy::expect_used, reason = "a test ends where something is not as expected")]

#[path = "support/judgement.rs"]
mod judgement;

use judgement::any_judgement;
use proptest::prelude::*;
use weigh::assessment::{Comparison, Judged, assess};
use weigh::decision::Decision;
use weigh::judgement::Judgement;
use weigh::pack;

/// A judgement with another's criteria of its own behind its own ones, the last first.
fn with_criteria_of(decision: &Decision, judgement: &Judgement, other: &Judgement) -> Judgement {
    let mut both = judgement.clone();
    let first_own = decision.criteria.len();
    for (at, own) in other.own_criteria().iter().enumerate().rev() {
        if both.own_criteria().iter().all(|it| it.id != own.id) {
            let j = both.add_criterion(own.clone());
            both.set_weight(j, other.weight(first_own + at));
            for a in 0..decision.alternatives.len() {
                both.set_own_rating(j, a, other.own_rating(first_own + at, a).cloned());
            }
        }
    }
    both
}

/// The changes of the contributions, as the comparison lists them, add up to the change of the margin.
fn adds_up(decision: &Decision, then: &Judgement, now: &Judgement) -> Result<(), TestCaseError> {
    let (before, after) = (assess(decision, then), assess(decision, now));
    let comparison = Comparison::of(
        Judged { judgement: then, assessment: &before },
        Judged { judgement: now, assessment: &after },
    );
    let scored = before.verdict().is_some() && after.verdict().is_some();
    prop_assert_eq!(comparison.is_some(), scored);
    let Some(it) = comparison else { return Ok(()) };
    let verdict = after.verdict().expect("scored");
    prop_assert_eq!((it.first, it.second), (verdict.first, verdict.second));
    prop_assert!((it.now - verdict.margin).abs() < 1e-9);
    prop_assert!((it.sum() - (it.now - it.then)).abs() < 1e-9, "{it:?}");
    let sizes: Vec<f64> = it.shifts.iter().map(|shift| shift.change.abs()).collect();
    prop_assert!(sizes.is_sorted_by(|x, y| x >= y));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_changes_of_the_contributions_add_up_to_the_change_of_the_margin(
        (decision, then, now) in Just(pack::open("nodejs-vs-django").expect("bundled").decision)
            .prop_flat_map(|it| (any_judgement(&it), any_judgement(&it), Just(it)))
            .prop_map(|(then, now, decision)| (decision, then, now))
    ) {
        adds_up(&decision, &then, &now)?;
        let more = with_criteria_of(&decision, &now, &then);
        adds_up(&decision, &then, &more)?;
        adds_up(&decision, &more, &then)?;
        adds_up(&decision, &then, &then)?;
    }
}
