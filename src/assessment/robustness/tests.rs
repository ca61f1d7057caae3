//! How sure the verdict is: known numbers, and what holds of all of them.

use proptest::prelude::*;

use super::*;
use crate::assessment::assess;
use crate::assessment::fixture::{apart, assessed, decision};
use crate::judgement::Judgement;

fn close(x: f64, y: f64) -> bool {
    (x - y).abs() < 1e-12
}

fn all_close(x: &[f64], y: &[f64]) -> bool {
    x.len() == y.len() && x.iter().zip(y).all(|(x, y)| close(*x, *y))
}

fn robustness(values: &[Vec<f64>], tenths: &[u8]) -> Robustness {
    assessed(values, tenths).robustness().expect("scored")
}

#[test]
fn the_published_numbers_come_out() {
    let it = robustness(&apart(&[0.3, 0.1, -0.2, -0.4]), &[40, 30, 20, 10]);
    assert!(all_close(&it.all.first, &[37.0 / 105.0, 68.0 / 105.0]), "{it:?}");
    assert!(all_close(&it.same_order.first, &[242.0 / 245.0, 3.0 / 245.0]), "{it:?}");
    assert!(close(it.all.error, 0.0) && close(it.same_order.error, 0.0));
    let central = robustness(&apart(&[0.2, -0.1, -0.1]), &[10; 3]).central;
    let first = central[0].as_deref().expect("it leads somewhere");
    assert!(all_close(first, &[5.0 / 9.0, 2.0 / 9.0, 2.0 / 9.0]));
}

#[test]
fn an_alternative_that_is_nowhere_worse_comes_first_on_all_weights() {
    for tenths in [[50, 50, 50, 50], [90, 50, 20, 10], [90, 20, 20, 20]] {
        let it = robustness(&apart(&[0.5, 0.0, 0.1, 0.0]), &tenths);
        for shares in [&it.all, &it.similar, &it.same_order] {
            assert_eq!(shares.first, [1.0, 0.0]);
        }
        assert!(it.central[1].is_none());
    }
}

#[test]
fn equal_alternatives_share_the_first_place() {
    let it = robustness(&apart(&[0.0; 3]), &[50, 40, 30]);
    for shares in [&it.all, &it.similar, &it.same_order] {
        assert_eq!(shares.first, [0.5, 0.5]);
    }
    let three = robustness(&vec![vec![0.4, 0.6]; 3], &[50, 40]);
    assert!(three.all.first.iter().all(|it| (it - 1.0 / 3.0).abs() < 1e-9));
}

#[test]
fn criteria_without_weight_have_none_in_any_set() {
    let of = |tenths: [u8; 4]| robustness(&apart(&[0.2, -0.1, -0.1, -0.9]), &tenths);
    let it = of([50, 50, 50, 0]);
    assert!(all_close(&it.all.first, &[4.0 / 9.0, 5.0 / 9.0]));
    assert!(it.central[0].as_deref().is_some_and(|it| it[3] == 0.0));
    // With all weights at 0, all criteria have the same.
    assert!(of([0; 4]).all.first[0] < 4.0 / 9.0);
    let decision = decision(&apart(&[0.2, -0.9, -0.1, -0.1]), &[50; 4]);
    let mut judgement = Judgement::of(&decision);
    judgement.set_criterion_excluded(1, true);
    let it = assess(&decision, &judgement).robustness().expect("scored");
    assert!(all_close(&it.all.first, &[4.0 / 9.0, 5.0 / 9.0]));
    (0..4).for_each(|j| judgement.set_criterion_excluded(j, true));
    let nothing = assess(&decision, &judgement);
    assert!(nothing.robustness().is_none() && nothing.ahead(0, 1).is_none());
}

#[test]
fn among_more_the_drawn_shares_are_within_their_error_of_the_exact_ones() {
    let (one, other) = (vec![0.9, 0.1, 0.5], vec![0.2, 0.6, 0.4]);
    let two = robustness(&[one.clone(), other.clone()], &[50, 30, 20]);
    // A third that is dominated leads nowhere.
    let it = robustness(&[vec![0.1, 0.1, 0.4], other, one], &[50, 30, 20]);
    for (drawn, exact) in
        [(&it.all, &two.all), (&it.similar, &two.similar), (&it.same_order, &two.same_order)]
    {
        assert!(
            (drawn.first[2] - exact.first[0]).abs() <= 2.0 * drawn.error,
            "{drawn:?} {exact:?}"
        );
        assert!(drawn.first[0] == 0.0 && drawn.error > 0.0 && drawn.error < 0.0025);
    }
    assert_eq!(it.central[0], None);
}

#[test]
fn a_dominated_alternative_is_told_from_one_that_was_never_drawn() {
    let it = assessed(&[vec![0.9, 0.5], vec![0.2, 0.4], vec![0.1, 0.5001]], &[50, 50]);
    assert!(it.is_dominated(1) && !it.is_dominated(2) && !it.is_dominated(0));
}

#[test]
fn what_is_not_wanted_any_more_is_given_up() {
    let it = assessed(&[vec![0.9, 0.1], vec![0.2, 0.6], vec![0.5, 0.4]], &[50, 30]);
    assert!(it.robustness_while(&|| false).is_none());
}

#[test]
fn tolerance_is_the_gap_over_all_that_could_be_against_it() {
    let tolerance = |d: &[f64], tenths: &[u8]| assessed(&apart(d), tenths).tolerance();
    assert!(close(tolerance(&[0.6, -0.4], &[50, 50]).expect("a leader"), 0.2));
    assert_eq!(tolerance(&[0.6, 0.4], &[50, 50]), Some(1.0));
    assert_eq!(tolerance(&[0.5, -0.5], &[50, 50]), None, "a tie");
    // Of several rivals the least.
    let it = assessed(&[vec![0.9, 0.5], vec![0.1, 0.9], vec![0.5, 0.5]], &[50, 50]);
    assert!(close(it.tolerance().expect("a leader"), 0.4 / 1.2));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_shares_of_two_are_one_and_swap_with_them(
        cells in prop::collection::vec((-10_i32..=10, 0_u8..=100), 2..12),
    ) {
        let d: Vec<f64> = cells.iter().map(|(d, _)| f64::from(*d) / 10.0).collect();
        let tenths: Vec<u8> = cells.iter().map(|it| it.1).collect();
        let mut values = apart(&d);
        let it = robustness(&values, &tenths);
        values.reverse();
        let swapped = robustness(&values, &tenths);
        for (x, y) in [
            (&it.all, &swapped.all),
            (&it.similar, &swapped.similar),
            (&it.same_order, &swapped.same_order),
        ] {
            prop_assert!(close(x.first[0] + x.first[1], 1.0), "{it:?}");
            let error = x.error + y.error + 1e-7;
            prop_assert!((x.first[0] - y.first[1]).abs() <= error, "{it:?}");
        }
    }

    #[test]
    fn of_two_that_lead_somewhere_the_central_weights_make_each_the_leader(
        d in prop::collection::vec(-1.0..1.0_f64, 1..12),
    ) {
        let it = robustness(&apart(&d), &vec![50; d.len()]);
        for (a, sign) in [(0, 1.0), (1, -1.0)] {
            prop_assert_eq!(it.central[a].is_some(), it.all.first[a] > 0.0);
            if let Some(weights) = &it.central[a] {
                let gap: f64 = weights.iter().zip(&d).map(|(w, d)| sign * w * d).sum();
                prop_assert!(gap > -1e-12);
            }
        }
    }

    #[test]
    fn within_the_tolerance_the_leader_stays_and_beyond_it_another_may_lead(
        cells in prop::collection::vec((-10_i32..=10, 1_u8..=100), 1..8), seed in any::<u64>(),
    ) {
        let d: Vec<f64> = cells.iter().map(|it| f64::from(it.0) / 10.0).collect();
        let tenths: Vec<u8> = cells.iter().map(|it| it.1).collect();
        let it = assessed(&apart(&d), &tenths);
        let Some(leader) = it.verdict().and_then(|it| it.leader) else { return Ok(()) };
        let tolerance = it.tolerance().expect("a leader");
        let sign = if leader == 0 { 1.0 } else { -1.0 };
        let gap = |factors: &[f64]| -> f64 {
            let products = (0..d.len()).map(|j| it.share(j) * factors[j] * sign * d[j]);
            products.sum()
        };
        let mut random = Random::new(seed, 0);
        for _ in 0..50 {
            let near: Vec<f64> = (0..d.len())
                .map(|_| 1.0 + tolerance * (random.below(2001) as f64 / 1000.0 - 1.0))
                .collect();
            prop_assert!(gap(&near) > -1e-12);
        }
        // The worst corner just beyond it.
        let beyond: Vec<f64> =
            d.iter().map(|d| 1.0 - (tolerance + 1e-6) * (sign * d).signum()).collect();
        prop_assert!(tolerance >= 1.0 || gap(&beyond) < 0.0);
    }
}
