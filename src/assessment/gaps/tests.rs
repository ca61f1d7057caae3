//! Missing ratings: the cases that were seen, and what holds of every completion.

use proptest::prelude::*;

use super::*;
use crate::assessment::fixture::decision;
use crate::assessment::{Strength, assess, without_source};
use crate::decision::{ClaimRef, Decision, Missing, Trust};
use crate::judgement::{Judgement, OwnRating};

fn assessment(decision: &Decision) -> Assessment {
    assess(decision, &Judgement::of(decision))
}

/// Takes the ratings of an alternative on some criteria out.
fn unrated(mut decision: Decision, cells: &[(usize, usize)]) -> Decision {
    for &(j, a) in cells {
        decision.criteria[j].claims.retain(|it| it.alternative != a);
    }
    decision
}

/// Kiwi, Lime and Plum on safety, cost and logo; Plum is rated on logo only.
fn kiwi() -> Decision {
    let values = vec![vec![0.1, 0.2, 1.0], vec![1.0, 0.9, 0.2], vec![0.0, 0.0, 0.1]];
    unrated(decision(&values, &[100, 90, 10]), &[(0, 2), (1, 2)])
}

#[test]
fn a_third_alternative_with_two_missing_ratings_does_not_turn_the_verdict_round() {
    let decision = kiwi();
    let it = assessment(&decision);
    assert_eq!(it.ranking(), [1, 2, 0]);
    let scores = it.scores().expect("scored");
    assert!((scores[1] - scores[0] - 72.5).abs() < 1e-9);
    let gaps = it.gaps();
    assert!((gaps.share - 0.95).abs() < 1e-12 && gaps.cells.len() == 2);
    assert!(gaps.cells.iter().all(|it| it.reversal.is_none()) && gaps.jointly);
    let (low, high) = it.missing_ranges()[2];
    assert!((low - 0.5).abs() < 1e-9 && (high - 95.5).abs() < 1e-9, "{low} {high}");
    let confidence = it.robustness().expect("scored").confidence;
    assert_eq!(it.strength(&confidence), Strength::Leads, "a completion reverses it");
    let mut judgement = Judgement::of(&decision);
    assert!(judgement.set_alternative_excluded(&decision, 2, true));
    let without = assess(&decision, &judgement);
    let verdict = without.verdict().expect("scored");
    assert_eq!((verdict.leader, without.gaps().cells.len()), (Some(1), 0));
    assert!((verdict.margin - 72.5).abs() < 1e-9);
    assert!(!judgement.set_alternative_excluded(&decision, 0, true), "two are left");
}

#[test]
fn a_leads_in_every_completion_of_a_b_c() {
    // A leads B by 33.3; C is bad, and not rated on the last criterion.
    let values = vec![vec![1.0, 1.0, 0.2], vec![0.2, 0.0, 1.0], vec![0.1, 1.0, 0.0]];
    let it = assessment(&unrated(decision(&values, &[50, 50, 50]), &[(2, 2)]));
    let scores = it.scores().expect("scored");
    assert!((scores[0] - 220.0 / 3.0).abs() < 1e-9 && (scores[1] - 40.0).abs() < 1e-9);
    assert!((it.missing_ranges()[2].1 - 70.0).abs() < 1e-9);
    assert_eq!(it.verdict().and_then(|it| it.leader), Some(0));
    let gaps = it.gaps();
    assert!(gaps.matter() && !gaps.jointly && gaps.cells[0].reversal.is_none());
}

#[test]
fn a_missing_rating_that_reverses_says_from_where_on() {
    // With the middle, 0.6 to 0.5 on equal weights: C leads from 0.7 on.
    let values = vec![vec![0.6, 0.6], vec![0.1, 0.1], vec![0.5, 0.0]];
    let it = assessment(&unrated(decision(&values, &[50, 50]), &[(1, 2)]));
    let gap = it.gaps().cells[0];
    let reversal = gap.reversal.expect("it can reverse");
    assert!((reversal.value - 0.7).abs() < 1e-12 && reversal.leader == 2 && reversal.up);
    // The leader's own missing rating reverses downwards.
    let values = vec![vec![0.9, 0.0], vec![0.5, 0.7]];
    let it = assessment(&unrated(decision(&values, &[50, 50]), &[(1, 0)]));
    let reversal = it.gaps().cells[0].reversal.expect("it can reverse");
    assert!((reversal.value - 0.3).abs() < 1e-12 && reversal.leader == 1 && !reversal.up);
}

#[test]
fn a_rating_is_missing_whichever_way_it_was_lost() {
    let full = decision(&[vec![0.9, 0.4], vec![0.2, 0.5], vec![0.3, 0.3]], &[50, 50]);
    let never = assessment(&unrated(full.clone(), &[(1, 2)]));
    let mut excluded = Judgement::of(&full);
    excluded.set_claim_excluded(ClaimRef::new(1, 2), true);
    let excluded = assess(&full, &excluded);
    assert_eq!(never.scores(), excluded.scores());
    assert_eq!(never.gaps(), excluded.gaps());
    // Two sources, of which only the second rates the last alternative on the second criterion.
    let mut split = full.clone();
    split.sources.push(split.sources[0].clone());
    split.sources[1].id = "other".into();
    split.criteria[1].claims[2].source = 1;
    let mut distrusted = Judgement::of(&split);
    distrusted.set_trust(1, Trust::NONE);
    assert_eq!(assess(&split, &distrusted).gaps(), never.gaps());
    let judgement = Judgement::of(&split);
    let without = without_source(&split, &judgement, &assess(&split, &judgement), 1);
    assert_eq!((without.missing, without.unrated.len()), (1, 0));
    assert_eq!(without.verdict.map(|it| it.leader), never.verdict().map(|it| it.leader));
    // An own rating that is withdrawn.
    let gone = unrated(full.clone(), &[(1, 2)]);
    let mut own = Judgement::of(&gone);
    own.set_own_rating(1, 2, Some(OwnRating { rating: 0.3, reason: String::new() }));
    assert!(assess(&gone, &own).gaps().cells.is_empty());
    own.set_own_rating(1, 2, None);
    assert_eq!(assess(&gone, &own).gaps(), never.gaps());
}

#[test]
fn a_criterion_that_is_rated_for_no_alternative_is_out_and_said() {
    let it = assessment(&unrated(
        decision(&[vec![0.9, 0.4], vec![0.2, 0.5]], &[50, 50]),
        &[(1, 0), (1, 1)],
    ));
    let gaps = it.gaps();
    assert_eq!((gaps.unrated.clone(), gaps.cells.len(), gaps.share), (vec![1], 0, 0.0));
    assert!((it.share(0) - 1.0).abs() < 1e-12);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_value_of_a_completion_is_where_the_leader_changes(
        cells in prop::collection::vec(prop::collection::vec(0.0..1.0_f64, 3), 2..5),
        tenths in prop::collection::vec(1..=100_u8, 3),
        lost in prop::collection::vec((0..3_usize, 0..2_usize), 1..4),
        worst in any::<bool>(),
    ) {
        let mut decision = unrated(decision(&cells, &tenths), &lost);
        decision.missing = if worst { Missing::Worst } else { Missing::Middle };
        let it = assessment(&decision);
        let Some(leader) = it.verdict().and_then(|it| it.leader) else { return Ok(()) };
        let gaps = it.gaps();
        let leader_with = |j: usize, a: usize, value: f64| {
            let mut judgement = Judgement::of(&decision);
            let own = OwnRating { rating: value, reason: String::new() };
            judgement.set_own_rating(j, a, Some(own));
            assess(&decision, &judgement).verdict().and_then(|it| it.leader)
        };
        for gap in &gaps.cells {
            match gap.reversal {
                Some(reversal) => {
                    let step = if reversal.up { 1e-6 } else { -1e-6 };
                    let before = leader_with(gap.criterion, gap.alternative, reversal.value - step);
                    prop_assert_eq!(before, Some(leader));
                    let beyond = (reversal.value + step).clamp(0.0, 1.0);
                    let then = leader_with(gap.criterion, gap.alternative, beyond);
                    prop_assert!(then != Some(leader), "{gap:?}");
                    prop_assert!(gaps.jointly);
                }
                None => {
                    for value in [0.0, 0.25, 0.5, 0.75, 1.0] {
                        let then = leader_with(gap.criterion, gap.alternative, value);
                        prop_assert!(then == Some(leader) || then.is_none(), "{gap:?} {value}");
                    }
                }
            }
        }
        let scores = it.scores().expect("scored");
        for (a, (low, high)) in it.missing_ranges().into_iter().enumerate() {
            prop_assert!(low <= scores[a] + 1e-9 && scores[a] <= high + 1e-9);
        }
    }
}
