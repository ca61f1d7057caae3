//! The least change: the published one, and none that is less.

use proptest::prelude::*;

use crate::assessment::assess;
use crate::assessment::fixture::{apart, assessed, decision};
use crate::assessment::random::Random;
use crate::judgement::{Judgement, OwnRating};

/// Score of an alternative, 0 to 1, with other shares.
fn score(values: &[f64], shares: &[f64]) -> f64 {
    values.iter().zip(shares).map(|(value, share)| value * share).sum()
}

#[test]
fn the_published_reversal_comes_out() {
    // Shares .3 .3 .2 .2: the gap is a tenth of the smallest way there is.
    let assessment = assessed(&apart(&[0.2, 0.1, -0.1, -0.3]), &[30, 30, 20, 20]);
    let reversal = assessment.nearest_reversal().expect("a reversal");
    assert_eq!((reversal.to, reversal.receiver), (1, 3));
    assert!((reversal.moved - 0.02).abs() < 1e-14);
    assert!(reversal.givers.len() == 1 && reversal.givers[0].0 == 0);
}

#[test]
fn what_differs_by_rounding_alone_gives_nothing() {
    // In floating point .7 - .9 is a little more than .4 - .6, and both are -.2.
    let assessment = assessed(&[vec![0.7, 1.0, 0.4], vec![0.9, 0.6, 0.6]], &[14, 15, 11]);
    let reversal = assessment.nearest_reversal().expect("a reversal");
    assert_eq!((reversal.receiver, reversal.givers.len()), (0, 1));
    assert!((reversal.moved - 0.025 / 0.6).abs() < 1e-14, "{}", reversal.moved);
}

#[test]
fn no_share_moves_to_a_criterion_without_weight_unless_that_is_asked() {
    let it = assessed(&apart(&[0.4, -0.1, -0.9]), &[60, 40, 0]);
    let reversal = it.nearest_reversal().expect("a reversal");
    assert_eq!((reversal.receiver, reversal.givers[0].0), (1, 0));
    assert!((reversal.moved - 0.2 / 0.5).abs() < 1e-12);
    let beyond = it.nearest_reversal_with_unweighted().expect("a reversal");
    assert_eq!(beyond.receiver, 2);
    assert!(beyond.moved < reversal.moved);
}

#[test]
fn nothing_reverses_what_a_leader_dominates() {
    for d in [[0.2, 0.1, 0.3], [0.2, 0.0, 0.0]] {
        assert_eq!(assessed(&apart(&d), &[30, 30, 20]).nearest_reversal(), None);
    }
}

#[test]
fn in_a_tie_there_is_nothing_to_reverse() {
    let tie = assessed(&apart(&[0.5, -0.5]), &[50, 50]);
    assert_eq!((tie.nearest_reversal(), tie.rating_reversals()), (None, Vec::new()));
}

#[test]
fn a_rating_reverses_where_the_gap_is_closed() {
    // .75 to .6: the leader may lose .3 of its value on the first, and the rival has no room there.
    let it = assessed(&[vec![1.0, 0.5], vec![0.8, 0.4]], &[50, 50]).rating_reversals();
    let reversals: Vec<_> = it.iter().map(|it| (it.criterion, it.alternative, it.leader)).collect();
    assert_eq!(reversals, [(0, 0, 1), (1, 0, 1), (1, 1, 1)]);
    for (reversal, value) in it.iter().zip([0.7, 0.2, 0.7]) {
        assert!((reversal.value - value).abs() < 1e-12, "{reversal:?}");
    }
}

/// Values by alternative and weights, 2 to 5 alternatives on 2 to 8 criteria.
fn numbers() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<u8>)> {
    let value = prop_oneof![(0_i32..=10).prop_map(|it| f64::from(it) / 10.0), 0.0..1.0_f64];
    (2..=5_usize, 2..=8_usize).prop_flat_map(move |(alternatives, criteria)| {
        let row = prop::collection::vec(value.clone(), criteria);
        (prop::collection::vec(row, alternatives), prop::collection::vec(0..=100_u8, criteria))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn at_the_reversal_two_are_level_and_no_other_is_above(it in numbers()) {
        let (values, tenths) = it;
        let assessment = assessed(&values, &tenths);
        if let Some(reversal) = assessment.nearest_reversal() {
            let leader = assessment.verdict().and_then(|it| it.leader).expect("a leader");
            let mut shares: Vec<f64> = (0..tenths.len()).map(|j| assessment.share(j)).collect();
            reversal.givers.iter().for_each(|(j, part)| shares[*j] -= part);
            shares[reversal.receiver] += reversal.moved;
            let at_reversal = |a: usize| score(&values[a], &shares);
            prop_assert!((at_reversal(leader) - at_reversal(reversal.to)).abs() < 1e-12);
            prop_assert!((0..values.len()).all(|a| at_reversal(a) <= at_reversal(leader) + 1e-12));
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(shares.iter().all(|share| *share >= -1e-15));
            let given: f64 = reversal.givers.iter().map(|it| it.1).sum();
            prop_assert!((given - reversal.moved).abs() < 1e-12);
        }
    }

    /// The cheapest move of all is a mixture of moves between two criteria each, so none of the
    /// weights that are nearer may have another leader: not random ones, not those on the way to a
    /// corner, and not those that one pair of criteria makes.
    #[test]
    fn nothing_nearer_changes_the_leader(it in numbers(), seed in any::<u64>()) {
        let (values, tenths) = it;
        let assessment = assessed(&values, &tenths);
        let Some(leader) = assessment.verdict().and_then(|it| it.leader) else { return Ok(()) };
        let limit = assessment.nearest_reversal_with_unweighted().map_or(1.0, |reversal| reversal.moved);
        let now: Vec<f64> = (0..tenths.len()).map(|j| assessment.share(j)).collect();
        let mut random = Random::new(seed, 0);
        for _ in 0..300 {
            // Some of the shares, in random parts, to one of the criteria or to several.
            let few = 1 + random.below(tenths.len());
            let mut target = vec![0.0; tenths.len()];
            for _ in 0..few {
                target[random.below(tenths.len())] += random.exponential();
            }
            let sum: f64 = target.iter().sum();
            let keep: Vec<f64> = (0..tenths.len())
                .map(|_| [0.0, 1.0, random.exponential().min(1.0)][random.below(3)])
                .collect();
            let freed: f64 = now.iter().zip(&keep).map(|(w, keep)| w * (1.0 - keep)).sum();
            let then: Vec<f64> = (0..tenths.len())
                .map(|j| now[j] * keep[j] + freed * target[j] / sum)
                .collect();
            let distance: f64 = then.iter().zip(&now).map(|(x, y)| 0.5 * (x - y).abs()).sum();
            if distance < 1e-9 {
                continue;
            }
            // As far in that direction as is still nearer than the reversal.
            let scale = (limit / distance).min(1.0) * (1.0 - 1e-9);
            let there: Vec<f64> =
                now.iter().zip(&then).map(|(x, y)| x + scale * (y - x)).collect();
            for rival in &values {
                prop_assert!(score(&values[leader], &there) >= score(rival, &there) - 1e-12);
            }
        }
    }

    #[test]
    fn a_rating_just_beyond_its_reversal_changes_the_leader_and_just_before_does_not(it in numbers()) {
        let (values, tenths) = it;
        let decision = decision(&values, &tenths);
        let judgement = Judgement::of(&decision);
        let assessment = assess(&decision, &judgement);
        for reversal in assessment.rating_reversals() {
            prop_assert!((0.0..=1.0).contains(&reversal.value));
            let leader_at = |value: f64| {
                let mut other = judgement.clone();
                let own = OwnRating { rating: value, reason: String::new() };
                other.set_own_rating(reversal.criterion, reversal.alternative, Some(own));
                assess(&decision, &other).verdict().and_then(|it| it.leader)
            };
            let step = (reversal.value - reversal.from).signum() * 1e-6;
            let now = assessment.verdict().and_then(|it| it.leader);
            prop_assert_eq!(leader_at(reversal.value - step), now);
            if (0.0..=1.0).contains(&(reversal.value + step)) {
                let then = leader_at(reversal.value + step);
                // Of two that are level behind the leader, neither leads.
                prop_assert!(then == Some(reversal.leader) || then.is_none(), "{:?}", then);
            }
        }
    }
}
