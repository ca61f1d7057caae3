//! The methods against published numbers and against what pymcdm makes of generated values.

use serde_json::Value;

use super::*;
use crate::assessment::fixture::assessed;

/// Generated values with what pymcdm 1.4.0 makes of them; `tests/data/opinions` has the script.
const CASES: &str = include_str!("../../../tests/data/opinions/cases.json");

fn opinion(values: &[Vec<f64>], tenths: &[u8], method: &str) -> Opinion {
    let opinions = assessed(values, tenths).opinions();
    opinions.into_iter().find(|it| it.method == method).expect("a method")
}

#[track_caller]
fn assert_scores(opinion: &Opinion, expected: &[f64], within: f64) {
    let scores: Vec<f64> = opinion.scores.iter().map(|it| it.expect("scored")).collect();
    assert_eq!(scores.len(), expected.len());
    let close = scores.iter().zip(expected).all(|(x, y)| (x - y).abs() <= within);
    assert!(close, "{}: {scores:?} is not {expected:?}", opinion.method);
}

/// Whole tenths as values.
fn tenths(rows: &[&[u8]]) -> Vec<Vec<f64>> {
    rows.iter().map(|row| row.iter().map(|it| f64::from(*it) / 10.0).collect()).collect()
}

#[test]
fn the_published_numbers_come_out() {
    let values = tenths(&[&[5, 8, 4], &[7, 6, 8], &[8, 8, 6], &[7, 4, 6]]);
    let topsis = opinion(&values, &[30, 40, 30], "topsis");
    assert_scores(
        &topsis,
        &[0.485_281_374_2, 0.648_371_295_2, 0.776_790_804_7, 0.362_977_344_9],
        1e-9,
    );
    let vikor = opinion(&values, &[30, 40, 30], "vikor");
    assert_scores(&vikor, &[0.75, 0.25, 0.0, 1.0], 1e-12);
    assert_eq!(topsis.leader, Some(2));
    let values = tenths(&[&[4, 3, 2], &[3, 2, 4], &[5, 1, 3]]);
    let promethee = opinion(&values, &[50, 30, 20], "promethee2");
    assert_scores(&promethee, &[0.1, -0.3, 0.2], 1e-12);
    assert_eq!(promethee.leader, Some(2));
}

#[test]
fn generated_values_come_to_what_pymcdm_makes_of_them() {
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("JSON");
    let numbers = |it: &Value| -> Vec<f64> {
        it.as_array().expect("a list").iter().map(|it| it.as_f64().expect("a number")).collect()
    };
    let mut compared = 0;
    for case in &cases {
        let values: Vec<Vec<f64>> =
            case["values"].as_array().expect("rows").iter().map(numbers).collect();
        let tenths: Vec<u8> = serde_json::from_value(case["tenths"].clone()).expect("tenths");
        for opinion in assessed(&values, &tenths).opinions() {
            if !case[opinion.method].is_null() {
                assert_scores(&opinion, &numbers(&case[opinion.method]), 1e-12);
                compared += 1;
            }
        }
    }
    assert!(cases.len() == 100 && compared > 250, "{compared}");
}

#[test]
fn with_two_alternatives_only_the_weighted_product_is_asked() {
    let ids = |values: &[Vec<f64>]| -> Vec<&str> {
        assessed(values, &[50]).opinions().iter().map(|it| it.method).collect()
    };
    assert_eq!(ids(&[vec![0.1], vec![0.2]]), ["wpm"]);
    let three = [vec![0.1], vec![0.2], vec![0.3]];
    assert_eq!(ids(&three), ["wpm", "topsis", "vikor", "promethee2"]);
}

#[test]
fn of_equals_no_method_prefers_any() {
    let values = vec![vec![0.3, 0.7]; 3];
    for opinion in assessed(&values, &[50, 20]).opinions() {
        let scores: Vec<f64> = opinion.scores.iter().map(|it| it.expect("scored")).collect();
        assert!(scores.iter().all(|it| it.is_finite() && it.to_bits() == scores[0].to_bits()));
        assert_eq!(opinion.leader, None, "{}", opinion.method);
    }
}

#[test]
fn what_only_rounding_tells_apart_is_equal() {
    let values = vec![vec![0.1 + 0.2, 0.5], vec![0.3, 0.6], vec![0.0, 0.0]];
    for method in ["promethee2", "topsis"] {
        assert_eq!(opinion(&values, &[50, 10], method).leader, Some(1), "{method}");
    }
}

#[test]
fn vikor_names_no_leader_unless_its_two_conditions_hold() {
    // Q .75, .25, 0, 1: the first is not ahead by 1/3, so the two are proposed together.
    let values = tenths(&[&[5, 8, 4], &[7, 6, 8], &[8, 8, 6], &[7, 4, 6]]);
    let it = opinion(&values, &[30, 40, 30], "vikor");
    assert_eq!((it.leader, it.compromise), (None, Some(vec![2, 1])));
    // One that is best on all is chosen alone.
    let clear = tenths(&[&[9, 9], &[1, 2], &[2, 1]]);
    let it = opinion(&clear, &[50, 50], "vikor");
    assert_eq!((it.leader, it.compromise), (Some(0), None));
}

#[test]
fn a_value_of_0_does_not_annihilate_a_product() {
    let wpm = opinion(&[vec![0.0, 1.0], vec![0.5, 0.5]], &[50, 50], "wpm");
    assert_scores(&wpm, &[5.0_f64.sqrt(), 3.0], 1e-12);
}

#[test]
fn with_nothing_to_score_no_method_is_asked() {
    let decision = crate::assessment::fixture::decision(&[vec![0.1], vec![0.2]], &[50]);
    let mut judgement = crate::judgement::Judgement::of(&decision);
    judgement.set_criterion_excluded(0, true);
    assert!(crate::assessment::assess(&decision, &judgement).opinions().is_empty());
}
