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
fn a_percentage_is_0_or_100_only_where_the_share_is() {
    assert_eq!(
        [0.0, 1e-9, 0.001, 0.5, 0.9994, 0.999_999, 1.0].map(percent),
        ["0.0%", "under 0.1%", "0.1%", "50.0%", "99.9%", "over 99.9%", "100.0%"]
    );
}

#[test]
fn robustness_is_a_sentence_that_says_how_far_to_trust_it() {
    let (decision, judgement, assessment) = two(&[0.2, -0.1, -0.1], &[20, 70, 10]);
    let mut robustness = assessment.robustness().expect("scored");
    assert_eq!(
        leads_on(&decision, &robustness, 0),
        "Alternative 0 leads on 44.4% of all weightings, on 28.4% of those near yours and on 33.3% \
         of those that keep your ranking"
    );
    assert_eq!(
        central(&decision, &judgement, &robustness, 0).as_deref(),
        Some(
            "Those who would choose Alternative 0 put most weight, on average, on Criterion 0 \
             (55.6%), Criterion 1 (22.2%) and Criterion 2 (22.2%)"
        )
    );
    assert_eq!(certainty(&robustness), "The figures are exact");
    assert_eq!(together(&robustness), None);
    for (shares, said) in [
        ([0.529, 0.0], Some("On the other 47.1% of all weightings several come first together")),
        ([0.0, 0.0], Some("On every weighting several come first together")),
        ([0.7, 0.299_9], None),
    ] {
        robustness.any = shares.into();
        assert_eq!(together(&robustness).as_deref(), said);
    }
    (robustness.exact, robustness.error) = (false, 0.00198);
    assert!(certainty(&robustness).ends_with("right to within 0.20 points"));
    robustness.central[1] = None;
    assert_eq!(central(&decision, &judgement, &robustness, 1), None);
}

#[test]
fn a_reversal_names_who_gives_and_who_gets() {
    let said = |differences: &[f64], tenths: &[u8]| {
        let (decision, judgement, assessment) = two(differences, tenths);
        reversal(&decision, &judgement, &assessment.nearest_reversal().expect("a reversal"))
    };
    assert_eq!(
        said(&[0.2, 0.1, -0.1, -0.3], &[30, 30, 20, 20]),
        "move 2.0 points of weight from Criterion 0 to Criterion 3, and Alternative 1 draws level"
    );
    assert_eq!(
        said(&[0.9, 0.8, -0.4], &[50, 50, 0]),
        "move 66.7 points of weight to Criterion 2 (50.0 from Criterion 0 and 16.7 from Criterion 1), \
         and Alternative 1 draws level"
    );
    assert!(
        said(&[0.9, 0.8, 0.7, 0.6, 0.5, -0.1], &[20, 20, 20, 20, 20, 0])
            .contains("20.0 from Criterion 2 and 23.3 from 2 more)")
    );
}

#[test]
fn a_rating_that_reversals_is_given_on_its_scale() {
    let (decision, judgement, assessment) = two(&[0.6, -0.2], &[50, 50]);
    let reversals = assessment.rating_reversals();
    let said: Vec<String> = reversals
        .iter()
        .map(|it| rating_reversal(&decision, &judgement, &assessment, it))
        .collect();
    assert_eq!(
        said,
        [
            "Criterion 0 of Alternative 0 at 0.2 instead of 0.6, and Alternative 1 draws level",
            "Criterion 0 of Alternative 1 at 0.4 instead of 0, and Alternative 1 draws level",
            "Criterion 1 of Alternative 1 at 0.6 instead of 0.2, and Alternative 1 draws level",
        ]
    );
}

#[test]
fn other_methods_speak_best_first_and_are_counted() {
    let (decision, _, assessment) = two(&[0.9, -0.1, -0.1], &[50, 50, 50]);
    let opinions = assessment.opinions();
    let said: Vec<String> = opinions.iter().filter_map(|it| opinion(&decision, it)).collect();
    assert_eq!(
        said,
        [
            "Weighted product puts Alternative 0 first (Alternative 0 1.663, Alternative 1 1.251)",
            "TOPSIS puts Alternative 1 first (Alternative 1 0.586, Alternative 0 0.414)",
            "VIKOR puts Alternative 1 first (Alternative 1 0.000, Alternative 0 0.500; lower is \
             better)",
            "PROMETHEE II puts Alternative 1 first (Alternative 1 0.333, Alternative 0 -0.333)",
        ]
    );
    let agree = agreement(&assessment, &opinions);
    assert_eq!(agree.as_deref(), Some("1 of 4 agrees with the verdict"));
    let (_, _, tie) = two(&[0.5, -0.5], &[50, 50]);
    assert_eq!(agreement(&tie, &tie.opinions()), None);
}
