//! What the sentences say.

use super::*;
use crate::assessment::assess;
use crate::decision::tests::small;

/// The small decision with these weights, in tenths.
fn weighed(tenths: [u8; 3]) -> (Decision, Judgement, Assessment) {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    for (j, tenths) in tenths.into_iter().enumerate() {
        judgement.set_weight(j, Weight::from_tenths(tenths).expect("in range"));
    }
    let assessment = assess(&decision, &judgement);
    (decision, judgement, assessment)
}

fn sentence(tenths: [u8; 3]) -> String {
    let (decision, _, assessment) = weighed(tenths);
    verdict(&decision, &assessment)
}

#[test]
fn numbers_are_rounded_once_and_never_to_a_negative_nothing() {
    assert_eq!(
        [signed(4.25), signed(-4.16), signed(-0.04), signed(0.04)],
        ["+4.2", "-4.2", "0.0", "0.0"]
    );
    assert_eq!(
        [points(0.04), points(0.0), points(1.0)],
        ["less than 0.1 points", "0.0 points", "1.0 points"]
    );
    assert_eq!(
        [rating(2.5), rating(3.0), rating(100.0), rating(10.0 / 3.0)],
        ["2.5", "3", "100", "3.33"]
    );
    assert_eq!(
        [rating(0.125), rating(0.05), rating(-0.001_25), rating(0.002), rating(1e-12)],
        ["0.12", "0.05", "-0.0013", "0.002", "0"]
    );
}

#[test]
fn large_numbers_have_their_digits_in_groups() {
    assert_eq!([rating(1_250_000.0), rating(-12_345.678)], ["1,250,000", "-12,345.68"]);
    assert_eq!(
        [rating(2026.0), rating(10_000.0), rating(100_000.0)],
        ["2026", "10,000", "100,000"]
    );
}

#[test]
fn parts_add_up_to_the_total_that_is_shown() {
    // 15.04 is shown as 15.0 and 15.46 as 15.5, so 0.42 of change are shown as 0.5.
    assert_eq!(adding_up(&[0.22, 0.54, -0.34], 0.5), [0.2, 0.6, -0.3]);
    assert_eq!(adding_up(&[0.22, 0.54, -0.34], 0.4), [0.2, 0.5, -0.3]);
    assert_eq!(adding_up(&[0.0, -1.0], -1.1), [-0.1, -1.0]);
    assert_eq!(adding_up(&[], 0.1), [0.0; 0]);
}

#[test]
fn a_verdict_is_a_sentence_for_every_strength() {
    assert_eq!(sentence([0, 0, 10]), "train leads strongly, by 100.0 points (100.0 to 0.0)");
    assert_eq!(sentence([100, 0, 25]), "boat leads clearly, by 10.0 points (70.0 to 60.0)");
    assert_eq!(sentence([100, 0, 30]), "The verdict leans to boat, by 5.8 points (67.3 to 61.5)");
    assert_eq!(
        sentence([100, 0, 37]),
        "Too close to call: boat is ahead by 0.4 points (63.9 to 63.5)"
    );
    assert_eq!(sentence([80, 0, 30]), "boat and train are tied at 63.6 points");
}

#[test]
fn without_anything_to_score_the_verdict_says_why() {
    let (decision, mut judgement, _) = weighed([50; 3]);
    for j in 0..3 {
        judgement.set_criterion_excluded(j, true);
    }
    let assessment = assess(&decision, &judgement);
    assert_eq!(verdict(&decision, &assessment), "No verdict: every criterion is excluded");
    assert_eq!(
        exclusion(&decision, &Exclusion::NoRating(vec![0, 1])),
        "no rating that counts for boat and train"
    );
}

#[test]
fn a_tipping_point_is_given_as_a_position_of_the_slider() {
    let (decision, judgement, assessment) = weighed([80, 0, 29]);
    let sentences: Vec<String> = (0..3)
        .flat_map(|j| tipping(&decision, &judgement, &assessment, j))
        .map(|it| it.sentence)
        .collect();
    assert_eq!(
        sentences,
        [
            "comfort at 7.7 or less (now 8.0): train would lead",
            "price at 0.3 or more (now 0.0): train would lead",
            "speed at 3.1 or more (now 2.9): train would lead",
        ]
    );
}

#[test]
fn a_tie_at_the_end_of_a_slider_is_said_and_one_in_passing_is_not() {
    let of = |marks: &[[f64; 2]], tenths: [u8; 2]| -> Vec<String> {
        let mut decision = small();
        decision.criteria.truncate(2);
        decision.criteria[1].scale = None;
        for (criterion, ratings) in decision.criteria.iter_mut().zip(marks) {
            criterion.claims.truncate(2);
            for ((a, claim), rating) in criterion.claims.iter_mut().enumerate().zip(ratings) {
                (claim.source, claim.alternative, claim.rating) = (0, a, *rating);
            }
        }
        let mut judgement = Judgement::of(&decision);
        for (j, tenths) in tenths.into_iter().enumerate() {
            judgement.set_weight(j, Weight::from_tenths(tenths).expect("in range"));
        }
        let assessment = assess(&decision, &judgement);
        let all = (0..2).flat_map(|j| tipping(&decision, &judgement, &assessment, j));
        all.map(|it| it.sentence).collect()
    };
    assert_eq!(
        of(&[[5.0, 1.0], [3.0, 3.0]], [50, 50]),
        ["comfort at 0.0 (now 5.0): it would be a tie"]
    );
    assert_eq!(
        of(&[[3.0, 2.0], [1.0, 3.0]], [100, 20]),
        [
            "comfort at 3.9 or less (now 10.0): train would lead",
            "price at 5.1 or more (now 2.0): train would lead",
        ]
    );
    assert_eq!(
        of(&[[3.0, 2.0], [1.0, 3.0]], [40, 20]),
        [
            "comfort at 3.9 or less (now 4.0): train would lead",
            "comfort at 4.1 or more (now 4.0): boat would lead",
            "price at 1.9 or less (now 2.0): boat would lead",
            "price at 2.1 or more (now 2.0): train would lead",
        ]
    );
}

#[test]
fn ratings_that_differ_are_told_apart() {
    assert_eq!(ratings_apart(3.001, 3.0), ["3.001", "3.000"]);
    assert_eq!(ratings_apart(4.5, 3.0), ["4.5", "3"]);
    assert_eq!(ratings_apart(3.0, 3.0), ["3", "3"]);
}

#[test]
fn where_a_slider_stands_alone_its_fall_to_0_can_be_a_tipping_sentence() {
    let sentences = |tenths, criterion| -> Vec<String> {
        let (decision, judgement, assessment) = weighed(tenths);
        tipping(&decision, &judgement, &assessment, criterion)
            .into_iter()
            .map(|it| it.sentence)
            .collect()
    };
    assert_eq!(sentences([20, 0, 0], 0), ["comfort at 0.0 (now 2.0): train would lead"]);
    assert_eq!(sentences([0, 0, 0], 0), ["comfort at 0.1 or more (now 0.0): boat would lead"]);
    // Speed speaks for the train, as equal shares do.
    assert!(sentences([0, 0, 20], 2).is_empty() && sentences([0, 0, 0], 2).is_empty());
}

#[test]
fn what_a_tipping_sentence_says_comes_true() {
    let mut told = 0;
    for tenths in [[50, 30, 20], [80, 0, 29], [5, 0, 0], [0, 0, 0], [33, 50, 1]] {
        let (decision, judgement, assessment) = weighed(tenths);
        for j in 0..3 {
            for tipping in tipping(&decision, &judgement, &assessment, j) {
                told += 1;
                let now = judgement.weight(j).tenths();
                let leaders: Vec<_> =
                    [now.checked_sub(tipping.distance), now.checked_add(tipping.distance)]
                        .into_iter()
                        .flatten()
                        .filter_map(Weight::from_tenths)
                        .map(|weight| {
                            let mut moved = judgement.clone();
                            moved.set_weight(j, weight);
                            assess(&decision, &moved).verdict().expect("scored").leader
                        })
                        .collect();
                let before = assessment.verdict().expect("scored").leader;
                assert!(leaders.iter().any(|leader| *leader != before), "{}", tipping.sentence);
            }
        }
    }
    assert!(told >= 5, "{told}");
}
