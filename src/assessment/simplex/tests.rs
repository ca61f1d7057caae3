//! The kernel against exact arithmetic, known numbers and the plain drawing of lots.

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::*;
use crate::assessment::random::Random;

fn near(x: f64, y: f64) -> bool {
    (x - y).abs() <= 1e-13 * y.abs()
}

fn rational(x: f64) -> BigRational {
    BigRational::from_float(x).expect("finite")
}

/// A ratio from 0 to 1 as a float, to 59 bits at least; 2^-1000 is far below what the tests look at.
fn float(ratio: &BigRational) -> f64 {
    let fixed = (ratio.numer() << 1000_u32) / ratio.denom();
    let below = fixed.bits().saturating_sub(60);
    let top: BigInt = fixed >> below;
    let top: i64 = top.try_into().expect("60 bits");
    top as f64 * 2.0_f64.powi(i32::try_from(below).expect("small") - 1000)
}

/// The share of the positive side, in exact arithmetic, by the signed sum over the positive values
/// where all of them are different (partial fractions), and by the recursion elsewhere.
fn exact(d: &[f64]) -> BigRational {
    let d: Vec<BigRational> = d.iter().filter(|it| **it != 0.0).map(|it| rational(*it)).collect();
    let zero = rational(0.0);
    let (p, n): (Vec<_>, Vec<_>) = d.iter().cloned().partition(|it| *it > zero);
    let mut sorted = p.clone();
    sorted.sort();
    sorted.dedup();
    if sorted.len() == p.len() {
        let term = |i: usize| {
            let others = p.iter().enumerate().filter(|(k, _)| *k != i).map(|(_, it)| it);
            others.chain(&n).map(|it| &p[i] / (&p[i] - it)).product::<BigRational>()
        };
        return (0..p.len()).map(term).sum();
    }
    let mut row = vec![zero; n.len() + 1];
    for p in &p {
        row[0] = rational(1.0);
        for j in 0..n.len() {
            row[j + 1] = (p * &row[j] - &n[j] * &row[j + 1]) / (p - &n[j]);
        }
    }
    row[n.len()].clone()
}

/// Values of every kind that may stand at a vertex.
fn vertices() -> impl Strategy<Value = Vec<f64>> {
    let vertex = prop_oneof![
        3 => -1.0..1.0_f64,
        2 => (-20_i32..=20).prop_map(|it| f64::from(it) / 20.0),
        // Nearly tied with others of their kind, on both sides.
        2 => (-9_i32..=9).prop_map(|it| 0.5 + f64::from(it) * 1e-13),
        2 => (-9_i32..=9).prop_map(|it| -0.5 + f64::from(it) * 1e-13),
        1 => Just(0.0),
        1 => -1e-9..1e-9_f64,
    ];
    prop::collection::vec(vertex, 1..=24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_are_those_of_exact_arithmetic(d in vertices()) {
        let shares = sides(&d);
        let opposite: Vec<f64> = d.iter().map(|it| -it).collect();
        for (share, exact) in [(shares.positive, exact(&d)), (shares.negative, exact(&opposite))] {
            prop_assert!(near(share, float(&exact)), "{share} is not {}", float(&exact));
        }
    }

    #[test]
    fn what_is_not_on_one_side_is_on_the_other(d in vertices()) {
        let opposite: Vec<f64> = d.iter().map(|it| -it).collect();
        let (shares, swapped) = (sides(&d), sides(&opposite));
        prop_assert!(near(shares.positive, swapped.negative));
        prop_assert!(near(shares.negative, swapped.positive));
        let whole = if d.iter().all(|it| *it == 0.0) { 0.0 } else { 1.0 };
        prop_assert!((shares.positive + shares.negative - whole).abs() < 1e-14);
    }

    #[test]
    fn a_larger_value_never_makes_the_positive_side_smaller(
        d in vertices(), at in any::<prop::sample::Index>(), by in 0.0..1.0_f64,
    ) {
        let mut larger = d.clone();
        larger[at.index(d.len())] += by;
        prop_assert!(sides(&larger).positive >= sides(&d).positive * (1.0 - 1e-13));
    }

    #[test]
    fn neither_order_nor_unit_matters(d in vertices(), unit in 0.001..1000.0_f64) {
        let turned: Vec<f64> = d.iter().rev().map(|it| it * unit).collect();
        prop_assert!(near(sides(&turned).positive, sides(&d).positive));
    }

    #[test]
    fn centroids_are_shares_with_a_vertex_once_more(d in vertices()) {
        let share = sides(&d);
        let (positive, negative) = centroids(&d);
        prop_assert_eq!(positive.is_some(), share.positive > 0.0);
        prop_assert_eq!(negative.is_some(), share.negative > 0.0);
        for (centroid, is_positive) in [(positive, true), (negative, false)] {
            let Some(centroid) = centroid else { continue };
            prop_assert!((centroid.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            for (j, weight) in centroid.iter().enumerate() {
                let more = sides(&[&d[..], &d[j..=j]].concat());
                let count = d.len() as f64;
                let expected = if is_positive {
                    more.positive / (count * share.positive)
                } else {
                    more.negative / (count * share.negative)
                };
                prop_assert!(near(*weight, expected));
            }
        }
    }
}

#[test]
fn the_published_shares_and_centroids_come_out() {
    let known: [(&[f64], f64); 6] = [
        (&[2.0, -1.0, -1.0], 4.0 / 9.0),
        (&[3.0, 1.0, -2.0, -4.0], 37.0 / 105.0),
        (&[3.0, 2.0, 2.0 / 3.0, -0.5], 242.0 / 245.0),
        (&[1.0, 2.0, -10.0], 8.0 / 33.0),
        (&[5.0, -1.0, -1.0, -1.0, -1.0], 625.0 / 1296.0),
        (&[3.0, 0.0, -1.0], 3.0 / 4.0),
    ];
    for (d, share) in known {
        assert!(near(sides(d).positive, share), "{d:?}");
    }
    let central: [(&[f64], [f64; 3]); 2] = [
        (&[2.0, -1.0, -1.0], [5.0 / 9.0, 2.0 / 9.0, 2.0 / 9.0]),
        (&[3.0, 0.0, -1.0], [5.0 / 12.0, 1.0 / 3.0, 1.0 / 4.0]),
    ];
    for (d, expected) in central {
        let weights = centroids(d).0.expect("a positive side");
        assert!(weights.iter().zip(expected).all(|(x, y)| near(*x, y)), "{weights:?}");
    }
}

#[test]
fn a_simplex_with_one_sign_lies_on_one_side_and_one_without_on_none() {
    assert_eq!(sides(&[0.3, 0.0, 1e-300]), Sides { positive: 1.0, negative: 0.0 });
    assert_eq!(sides(&[-0.3, 0.0]), Sides { positive: 0.0, negative: 1.0 });
    assert_eq!(sides(&[0.0, -0.0]), Sides::default());
    assert_eq!(sides(&[]), Sides::default());
    assert_eq!(centroids(&[0.0, 0.0]), (None, None));
}

#[test]
fn drawing_lots_comes_to_the_same_shares_and_centroids() {
    let d = [0.7, -0.2, 0.1, -0.9, 0.0, 0.25, -0.3];
    let mut random = Random::new(1, 0);
    let draws = 200_000;
    let (mut hits, mut weights) = (0.0, [0.0; 7]);
    for _ in 0..draws {
        let drawn: [f64; 7] = std::array::from_fn(|_| random.exponential());
        let total: f64 = drawn.iter().sum();
        if drawn.iter().zip(&d).map(|(w, d)| w * d).sum::<f64>() > 0.0 {
            hits += 1.0;
            weights.iter_mut().zip(drawn).for_each(|(sum, w)| *sum += w / total);
        }
    }
    // Four standard errors of the worst share there is.
    assert!((hits / f64::from(draws) - sides(&d).positive).abs() < 0.0045);
    let central = centroids(&d).0.expect("a positive side");
    for (sum, weight) in weights.iter().zip(central) {
        assert!((sum / hits - weight).abs() < 0.003);
    }
}
