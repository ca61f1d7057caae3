//! The share of similar weights against exact arithmetic and against draws.

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::*;
use crate::assessment::random::Random;

fn close(x: f64, y: f64) -> bool {
    (x - y).abs() < 1e-7
}

/// The exact probability that `Σ p_j (1/2 + U_j) > 0` for uniform `U_j` in [0, 1]: the volume of the
/// part of the cube, by inclusion and exclusion of its corners.
fn exact(products: &[i64]) -> BigRational {
    let n = products.len();
    let number = |it: i64| BigRational::from_integer(BigInt::from(it));
    // Volume of {u in [0,1]^n : Σ p u <= t} for all p: turn negative ones round so that all are > 0.
    let half: i64 = products.iter().sum();
    let positive: Vec<BigRational> = products.iter().map(|p| number(p.abs())).collect();
    let turned: BigRational =
        products.iter().filter(|p| **p < 0).map(|p| number(-p)).sum::<BigRational>();
    // Σ p u > -half/2, where Σ p u = Σ |p| u' - turned.
    let bound = &turned - number(half) / number(2);
    let mut volume = number(0);
    for corner in 0..1_u32 << n {
        let at: BigRational =
            (0..n).filter(|i| corner >> i & 1 == 1).map(|i| positive[i].clone()).sum();
        let rest = &bound - &at;
        if rest > number(0) {
            let power = (0..n).fold(number(1), |power, _| power * &rest);
            volume = if corner.count_ones() % 2 == 0 { volume + power } else { volume - power };
        }
    }
    let mut below = volume;
    for (i, p) in positive.iter().enumerate() {
        below = below / p / number(i64::try_from(i).expect("small") + 1);
    }
    number(1) - below
}

fn float(it: &BigRational) -> f64 {
    let digits = (it * BigRational::from_integer(BigInt::from(1_000_000_000_000_i64))).round();
    digits.to_integer().to_string().parse::<f64>().expect("a number") / 1e12
}

#[test]
fn two_criteria_with_weights_3_and_2_are_13_sixteenths() {
    assert!(close(similar(&[3.0, 2.0], &[1.0, -1.0]), 13.0 / 16.0));
    assert!(close(similar(&[3.0, 2.0], &[-1.0, 1.0]), 3.0 / 16.0));
}

#[test]
fn a_gap_that_no_factor_can_close_is_certain_and_a_tie_is_half() {
    assert!(close(similar(&[1.0, 0.2], &[1.0, -1.0]), 1.0));
    assert!(close(similar(&[1.0, 0.2], &[-1.0, 1.0]), 0.0));
    assert!(close(similar(&[0.5, 0.5], &[0.0, 0.0]), 0.5));
    assert!(close(similar(&[], &[]), 0.5));
    assert!(close(similar(&[0.5, 0.5], &[0.7, -0.7]), 0.5));
}

#[test]
fn one_contribution_a_million_times_the_others_decides() {
    assert!(close(similar(&[1.0, 1e-6, 1e-6], &[1.0, -1.0, -1.0]), 1.0));
    // Of two large ones that nearly cancel, the small ones change little.
    let nearly = similar(&[1.0, 1.0, 1e-6], &[1.0, -1.0, 1.0]);
    assert!((nearly - 0.5).abs() < 1e-5 && nearly > 0.5, "{nearly}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_the_exact_volume(
        products in prop::collection::vec((-20_i64..=20).prop_filter("not 0", |it| *it != 0), 2..8),
    ) {
        let weights = vec![1.0; products.len()];
        let differences: Vec<f64> = products.iter().map(|it| *it as f64).collect();
        let expected = float(&exact(&products));
        prop_assert!(close(similar(&weights, &differences), expected), "{expected}");
    }

    #[test]
    fn scaling_and_turning_round_change_nothing(
        cells in prop::collection::vec((0.01..1.0_f64, -1.0..1.0_f64), 1..25), scale in 0.01..100.0_f64,
    ) {
        let weights: Vec<f64> = cells.iter().map(|it| it.0).collect();
        let d: Vec<f64> = cells.iter().map(|it| it.1).collect();
        let scaled: Vec<f64> = weights.iter().map(|it| it * scale).collect();
        let turned: Vec<f64> = d.iter().map(|it| -it).collect();
        let share = similar(&weights, &d);
        prop_assert!(close(share, similar(&scaled, &d)));
        prop_assert!(close(share, 1.0 - similar(&weights, &turned)));
    }
}

#[test]
fn up_to_24_criteria_it_is_what_draws_make_of_it() {
    for (seed, count) in [(1, 3), (2, 8), (3, 16), (4, 24)] {
        let mut random = Random::new(77, seed);
        let mut uniform = || random.below(1_000_001) as f64 / 1e6;
        let weights: Vec<f64> = (0..count).map(|_| uniform()).collect();
        let d: Vec<f64> = (0..count).map(|_| uniform() - 0.45).collect();
        let draws = 1_000_000;
        let ahead = (0..draws)
            .filter(|_| {
                let sum: f64 = weights.iter().zip(&d).map(|(w, d)| w * d * (0.5 + uniform())).sum();
                sum > 0.0
            })
            .count();
        let drawn = ahead as f64 / f64::from(draws);
        assert!((similar(&weights, &d) - drawn).abs() < 0.002, "{count} {drawn}");
    }
}
