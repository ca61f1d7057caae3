//! How sure the verdict is: known numbers, and what holds of all of them.

use proptest::prelude::*;

use super::*;
use crate::assessment::assess;
use crate::assessment::fixture::{apart, assessed, decision};
use crate::assessment::simplex::sides;
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
    assert!(all_close(&it.any, &[37.0 / 105.0, 68.0 / 105.0]), "{it:?}");
    assert!(all_close(&it.ranking, &[242.0 / 245.0, 3.0 / 245.0]), "{it:?}");
    // The gap is .07, so the vertices of the weights near these are those of .37 .17 -.13 -.33.
    let near = sides(&[0.37, 0.17, -0.13, -0.33]);
    assert!(all_close(&it.near, &[near.positive, near.negative]), "{it:?}");
    assert!(it.exact && close(it.error, 0.0));
    let central = robustness(&apart(&[0.2, -0.1, -0.1]), &[10; 3]).central;
    let first = central[0].as_deref().expect("it leads somewhere");
    assert!(all_close(first, &[5.0 / 9.0, 2.0 / 9.0, 2.0 / 9.0]));
}

#[test]
fn an_alternative_that_is_nowhere_worse_leads_on_every_weight() {
    for tenths in [[50, 50, 50, 50], [90, 50, 20, 0], [0, 0, 0, 0], [90, 20, 20, 20]] {
        let it = robustness(&apart(&[0.5, 0.0, 0.1, 0.0]), &tenths);
        for shares in [&it.any, &it.near, &it.ranking] {
            assert_eq!(shares, &[1.0, 0.0]);
        }
        assert!(it.exact && it.central[1].is_none());
    }
}

#[test]
fn of_equals_nobody_leads_anywhere() {
    let it = robustness(&apart(&[0.0; 3]), &[50, 40, 30]);
    for shares in [&it.any, &it.near, &it.ranking] {
        assert_eq!(shares, &[0.0, 0.0]);
    }
    assert_eq!((it.central, it.exact), (vec![None, None], true));
}

#[test]
fn without_weights_your_ranking_is_open() {
    let it = robustness(&apart(&[0.5, -0.3, -0.1, 0.2]), &[0; 4]);
    assert_eq!(it.ranking, it.any);
}

#[test]
fn on_one_criterion_there_is_one_way_to_weigh() {
    for values in [vec![vec![0.2], vec![0.7]], vec![vec![0.2], vec![0.7], vec![0.1]]] {
        let it = robustness(&values, &[30]);
        assert_eq!((it.any[0], it.any[1], it.exact), (0.0, 1.0, true));
        assert_eq!((&it.any, &it.any), (&it.near, &it.ranking));
        assert_eq!(it.central[1], Some(vec![1.0]));
    }
}

#[test]
fn among_more_it_is_exact_where_only_two_can_lead() {
    let (one, other) = (vec![0.9, 0.1, 0.5], vec![0.2, 0.6, 0.4]);
    let two = robustness(&[one.clone(), other.clone()], &[50, 30, 20]);
    let worse = vec![0.1, 0.1, 0.4];
    let it = robustness(&[worse, other.clone(), one.clone()], &[50, 30, 20]);
    assert!(it.exact && all_close(&it.any, &[0.0, two.any[1], two.any[0]]));
    assert!(all_close(&it.near, &[0.0, two.near[1], two.near[0]]));
    assert!(all_close(&it.ranking, &[0.0, two.ranking[1], two.ranking[0]]));
    assert_eq!(it.central[0], None);
    // Where one of the two has an equal it never has the lead to itself.
    let it = robustness(&[one, other.clone(), other], &[50, 30, 20]);
    assert!(it.exact && all_close(&it.any, &[two.any[0], 0.0, 0.0]));
}

#[test]
fn criteria_out_of_the_score_have_no_weight() {
    let decision = decision(&apart(&[0.2, -0.9, -0.1, -0.1]), &[50; 4]);
    let mut judgement = Judgement::of(&decision);
    judgement.set_criterion_excluded(1, true);
    let it = assess(&decision, &judgement).robustness().expect("scored");
    assert!(all_close(&it.any, &[4.0 / 9.0, 5.0 / 9.0]));
    let first = it.central[0].as_deref().expect("it leads somewhere");
    assert!(all_close(first, &[5.0 / 9.0, 0.0, 2.0 / 9.0, 2.0 / 9.0]));
    (0..4).for_each(|j| judgement.set_criterion_excluded(j, true));
    let nothing = assess(&decision, &judgement);
    assert!(nothing.robustness().is_none() && nothing.inquire().is_none());
    assert!(nothing.pair(0, 1).is_none());
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
        let whole = if d.iter().all(|d| *d == 0.0) { 0.0 } else { 1.0 };
        for shares in [&it.any, &it.near, &it.ranking] {
            prop_assert!(close(shares[0] + shares[1], whole), "{it:?}");
        }
        values.reverse();
        let mut swapped = robustness(&values, &tenths);
        for shares in [&mut swapped.any, &mut swapped.near, &mut swapped.ranking] {
            shares.reverse();
        }
        prop_assert!(all_close(&it.any, &swapped.any) && all_close(&it.near, &swapped.near));
        let error = it.error + swapped.error;
        prop_assert!((it.ranking[0] - swapped.ranking[0]).abs() <= error + 1e-12);
    }

    #[test]
    fn of_two_that_lead_somewhere_the_central_weights_make_each_the_leader(
        d in prop::collection::vec(-1.0..1.0_f64, 1..12),
    ) {
        let it = robustness(&apart(&d), &vec![50; d.len()]);
        for (a, sign) in [(0, 1.0), (1, -1.0)] {
            prop_assert_eq!(it.central[a].is_some(), it.any[a] > 0.0);
            if let Some(weights) = &it.central[a] {
                let gap: f64 = weights.iter().zip(&d).map(|(w, d)| sign * w * d).sum();
                prop_assert!(gap > -1e-12);
            }
        }
    }
}
