//! Sampling against what is known exactly.

use super::*;
use crate::assessment::Recall;
use crate::assessment::fixture::assessed;

/// Two alternatives that matter and one that never leads, so that sampling must find what is exact
/// for the two.
fn almost_two() -> (Vec<Vec<f64>>, Vec<u8>) {
    let first = vec![0.9, 0.4, 0.5, 0.1, 0.3];
    let second = vec![0.2, 0.6, 0.3, 0.5, 0.4];
    let never = vec![0.1, 0.3, 0.2, 0.0, 0.2];
    (vec![first, second, never], vec![70, 30, 30, 10, 30])
}

fn sampler(values: &[Vec<f64>], tenths: &[u8]) -> Sampler {
    Sampler::new(Matrix::of(&assessed(values, tenths)).expect("scored"))
}

#[test]
fn it_comes_as_close_to_the_exact_shares_as_it_says() {
    let (values, tenths) = almost_two();
    let exact = assessed(&values[..2], &tenths).robustness().expect("scored");
    assert!(exact.exact);
    let mut sampler = sampler(&values, &tenths);
    sampler.run();
    let it = sampler.estimate();
    assert!(it.error < GOOD_ENOUGH && !it.exact);
    for (sampled, exact) in
        [(&it.any, &exact.any), (&it.near, &exact.near), (&it.ranking, &exact.ranking)]
    {
        for a in 0..2 {
            // Twice the 95 % error is four standard errors.
            assert!((sampled[a] - exact[a]).abs() < 2.0 * it.error, "{it:?} {exact:?}");
        }
        assert!(sampled[2].abs() < 1e-12);
    }
    assert!(it.central[2].is_none());
    for a in 0..2 {
        let (x, y) = (it.central[a].as_ref().expect("some"), exact.central[a].as_ref());
        for (x, y) in x.iter().zip(y.expect("some")) {
            assert!((x - y).abs() < 0.003);
        }
    }
}

#[test]
fn neither_threads_nor_steps_change_what_is_drawn() {
    let (values, tenths) = almost_two();
    let mut at_once = sampler(&values, &tenths);
    at_once.step(9 * CHUNK);
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    let mut by_steps = sampler(&values, &tenths);
    one_thread.install(|| (0..9).for_each(|_| by_steps.step(CHUNK)));
    assert_eq!(by_steps.draws(), 9 * CHUNK);
    assert_eq!(at_once.estimate(), by_steps.estimate());
}

#[test]
fn the_first_step_gives_a_figure_and_more_steps_a_better_one() {
    let (values, tenths) = almost_two();
    let mut sampler = sampler(&values, &tenths);
    assert!((sampler.error() - 1.0).abs() < 1e-12 && !sampler.is_done());
    assert_eq!(sampler.estimate().any, [0.0; 3]);
    sampler.step(1);
    let first = sampler.error();
    assert!(first < 0.05);
    sampler.step(20 * CHUNK);
    assert!(sampler.error() < 0.3 * first);
}

#[test]
fn the_shares_of_all_alternatives_are_one() {
    let values: Vec<Vec<f64>> = (0..5)
        .map(|a| (0..7).map(|j| f64::from((a * 31 + j * 17) % 11) / 10.0).collect())
        .collect();
    let mut sampler = sampler(&values, &[50, 50, 30, 20, 0, 0, 0]);
    sampler.step(CHUNK);
    let it = sampler.estimate();
    for shares in [&it.any, &it.near, &it.ranking] {
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
    for weights in it.central.iter().flatten() {
        assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

#[test]
fn equals_share_the_lead_so_that_neither_has_it() {
    let it = assessed(&[vec![0.5, 0.5], vec![0.5, 0.5], vec![0.1, 0.2]], &[30, 50]);
    let it = it.robustness().expect("scored");
    assert_eq!((it.any, it.near, it.ranking), (vec![0.0; 3], vec![0.0; 3], vec![0.0; 3]));
}

#[test]
fn a_huge_decision_ends_and_says_how_far_it_came() {
    let values: Vec<Vec<f64>> = (0..300_u32)
        .map(|a| (0..200_u32).map(|j| f64::from((a * 7919 + j * 104_729) % 997) / 997.0).collect())
        .collect();
    let mut sampler = sampler(&values, &[50; 200]);
    sampler.step(1);
    assert_eq!(sampler.draws(), sampler.chunk);
    let mut done = sampler.clone();
    (done.tally.draws, done.chunks) = (AFFORDABLE / (2 * 300 * 200), ROUND);
    assert!(done.is_done() && !sampler.is_done());
}

/// Three of which each leads somewhere.
fn three_ways() -> (Vec<Vec<f64>>, [u8; 3]) {
    (vec![vec![0.9, 0.2, 0.4], vec![0.1, 0.8, 0.5], vec![0.3, 0.4, 1.0]], [50, 30, 40])
}

#[test]
fn it_ends_with_the_same_figures_however_the_work_is_cut() {
    let (values, tenths) = three_ways();
    let report = assessed(&values, &tenths).robustness();
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    let mut in_pieces = sampler(&values, &tenths);
    in_pieces.step(5 * CHUNK);
    one_thread.install(|| in_pieces.run());
    assert_eq!(Some(in_pieces.estimate()), report);
}

#[test]
fn a_frame_has_time_for_a_first_figure_of_a_small_decision_and_none_for_a_huge_one() {
    let (values, tenths) = three_ways();
    let at_once =
        assessed(&values, &tenths).robustness_at_once(&mut Recall::default()).expect("a figure");
    let settled = assessed(&values, &tenths).robustness().expect("scored");
    assert!(!at_once.is_settled() && at_once.error < 0.05 && settled.is_settled());
    for (first, last) in at_once.any.iter().zip(&settled.any) {
        assert!((first - last).abs() < 2.0 * at_once.error);
    }
    let huge: Vec<Vec<f64>> =
        (0..80).map(|a| (0..80).map(|j| f64::from(u8::from(a == j))).collect()).collect();
    assert_eq!(assessed(&huge, &[50; 80]).robustness_at_once(&mut Recall::default()), None);
}

#[test]
fn the_error_is_honest_where_nothing_was_met() {
    assert!(half_width(0, 1000) > 0.001 && half_width(1000, 1000) > 0.001);
    assert!((half_width(5000, 10_000) - 0.0098).abs() < 1e-5);
}
