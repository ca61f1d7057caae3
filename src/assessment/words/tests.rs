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
    let robustness = assessment.robustness();
    verdict(&decision, &assessment, robustness.as_ref().map(|it| &it.confidence))
}

#[test]
fn a_verdict_is_a_sentence_for_every_strength() {
    assert_eq!(sentence([0, 0, 10]), "train leads with 100 % confidence, 100.0 to 0.0 points");
    assert_eq!(sentence([80, 0, 30]), "boat and train are tied at 63.6 points");
    let (decision, _, assessment) = weighed([100, 0, 30]);
    let ahead = verdict(&decision, &assessment, None);
    assert_eq!(ahead, "boat is ahead by 5.8 points, 67.3 to 61.5 points");
    let with = |share: f64| {
        let robustness = assessment.robustness().expect("scored");
        let confidence = Confidence { confidence: Some(share), ..robustness.confidence };
        verdict(&decision, &assessment, Some(&confidence))
    };
    assert_eq!(
        [0.97, 0.85, 0.7, 0.6].map(with),
        [
            "boat leads clearly with 97 % confidence, 67.3 to 61.5 points",
            "boat leads with 85 % confidence, 67.3 to 61.5 points",
            "Leans to boat with 70 % confidence, 67.3 to 61.5 points",
            "Too close to call: boat is ahead with 60 % confidence, 67.3 to 61.5 points",
        ]
    );
    assert!(with(0.4).ends_with("; train is ahead in more draws"), "{}", with(0.4));
}

#[test]
fn without_anything_to_score_the_verdict_says_why() {
    let (decision, mut judgement, _) = weighed([50; 3]);
    for j in 0..3 {
        judgement.set_criterion_excluded(j, true);
    }
    let assessment = assess(&decision, &judgement);
    assert_eq!(verdict(&decision, &assessment, None), "No verdict: every criterion is excluded");
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
