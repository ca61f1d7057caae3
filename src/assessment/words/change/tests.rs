//! What the sentences on change say.

use super::*;
use crate::assessment::assess;
use crate::assessment::fixture::{apart, decision};

/// Everything there is to say of two alternatives that differ by this.
fn two(differences: &[f64], tenths: &[u8]) -> (Decision, Judgement, Assessment) {
    let decision = decision(&apart(differences), tenths);
    let judgement = Judgement::of(&decision);
    let assessment = assess(&decision, &judgement);
    (decision, judgement, assessment)
}

#[test]
fn shares_of_weights_are_a_sentence() {
    let (decision, judgement, assessment) = two(&[0.2, -0.1, -0.1], &[20, 70, 10]);
    let robustness = assessment.robustness().expect("scored");
    assert_eq!(
        robustness_shares(&decision, &assessment, &robustness, 0),
        "Alternative 0 comes first on 4.2 % of similar weights, on 33.3 % of weights in the same \
         order and on 44.4 % of all weights"
    );
    assert_eq!(
        central(&decision, &judgement, &robustness, 0).as_deref(),
        Some(
            "Those who would choose Alternative 0 put most weight, on average, on Criterion 0 \
             (55.6 %), Criterion 1 (22.2 %) and Criterion 2 (22.2 %)"
        )
    );
}

#[test]
fn the_tolerance_says_by_how_much_shares_may_change() {
    let said = |d: &[f64]| tolerance(&two(d, &[50, 50]).2);
    assert_eq!(
        said(&[0.6, -0.4]).as_deref(),
        Some("The leader stays the same while no share changes by more than 20 % of itself")
    );
    assert_eq!(
        said(&[0.6, 0.0]).as_deref(),
        Some("No change of the weights that count reverses it")
    );
    assert_eq!(said(&[0.5, -0.5]), None);
}

#[test]
fn leaving_out_a_source_says_what_would_be_missing() {
    let (decision, judgement, assessment) = two(&[0.6, -0.4], &[50, 50]);
    let now = assessment.verdict();
    let without = |missing, unrated: &[usize]| {
        let left_out = LeftOut { verdict: now, missing, unrated: unrated.to_vec() };
        without_source(&decision, &judgement, now, &left_out)
    };
    assert_eq!(without(0, &[]), "Alternative 0 would still lead by 10.0 points");
    assert!(without(1, &[]).ends_with("; 1 rating would then be missing"));
    assert!(
        without(4, &[1]).ends_with(
            "; 4 ratings would then be missing, and Criterion 1 would not count any more"
        )
    );
}

#[test]
fn a_reversal_names_who_gives_and_who_gets() {
    let said = |differences: &[f64], tenths: &[u8]| {
        let (decision, judgement, assessment) = two(differences, tenths);
        reversal(&decision, &judgement, &assessment.nearest_reversal().expect("a reversal"))
    };
    assert_eq!(
        said(&[0.2, 0.1, -0.1, -0.3], &[30, 30, 20, 20]),
        "2.0 % of the weight from Criterion 0 to Criterion 3"
    );
    assert_eq!(
        said(&[0.9, 0.8, -0.9], &[60, 30, 10]),
        "38.3 % of the weight from Criterion 0 to Criterion 2"
    );
    assert_eq!(
        said(&[0.9, 0.8, -0.4], &[40, 40, 10]),
        "55.6 % of the weight to Criterion 2 (44.5 from Criterion 0 and 11.1 from Criterion 1)"
    );
    assert!(
        said(&[0.9, 0.8, 0.7, 0.6, 0.5, -0.1], &[20, 20, 20, 20, 20, 1]).contains(" from 2 more)")
    );
}

#[test]
fn the_closest_reversal_is_a_sentence_or_says_why_there_is_none() {
    let said = |d: &[f64], tenths: &[u8]| {
        let (decision, judgement, assessment) = two(d, tenths);
        closest_reversal(&decision, &judgement, &assessment)
    };
    assert_eq!(
        said(&[0.2, 0.1, -0.1, -0.3], &[30, 30, 20, 20]).as_deref(),
        Some(
            "Closest reversal: move 2.0 % of the weight from Criterion 0 to Criterion 3, then \
             Alternative 1 is tied"
        )
    );
    assert_eq!(said(&[0.2, -0.9], &[50, 0]).as_deref(), Some(NO_REVERSAL));
    assert_eq!(said(&[0.5, -0.5], &[50, 50]), None);
}

#[test]
fn a_rating_that_reverses_is_given_on_its_scale() {
    let (decision, judgement, assessment) = two(&[0.6, -0.2], &[50, 50]);
    let reversals = assessment.rating_reversals();
    let said: Vec<String> = reversals
        .iter()
        .map(|it| rating_reversal(&decision, &judgement, &assessment, it))
        .collect();
    assert_eq!(
        said,
        [
            "Criterion 0 of Alternative 0 at 0.2 instead of 0.6: Alternative 1 is tied",
            "Criterion 0 of Alternative 1 at 0.4 instead of 0: Alternative 1 is tied",
            "Criterion 1 of Alternative 1 at 0.6 instead of 0.2: Alternative 1 is tied",
        ]
    );
}

#[test]
fn other_methods_are_told_best_first_and_counted() {
    let values = [vec![0.9, 0.0, 0.0], vec![0.0, 0.3, 0.3], vec![0.0, 0.2, 0.1]];
    let decision = decision(&values, &[50, 50, 50]);
    let assessment = assess(&decision, &Judgement::of(&decision));
    let opinions = assessment.opinions();
    let said: Vec<String> = opinions.iter().map(|it| opinion(&decision, it)).collect();
    assert!(said[0].starts_with("Weighted product chooses Alternative 1 (Alternative 1 1."));
    assert!(said[1].starts_with("TOPSIS chooses Alternative 1 (Alternative 1 0."), "{}", said[1]);
    assert!(
        said[2].contains("VIKOR chooses Alternative 1 (") && said[2].contains("lower is better")
    );
    let agree = agreement(&assessment, &opinions);
    assert_eq!(agree.as_deref(), Some("None of them agrees with the verdict"));
    let (_, _, one) = two(&[0.9, -0.1], &[50, 50]);
    assert_eq!(agreement(&one, &one.opinions()).as_deref(), Some("It agrees with the verdict"));
    let (_, _, tie) = two(&[0.5, -0.5], &[50, 50]);
    assert_eq!(agreement(&tie, &tie.opinions()), None);
}
