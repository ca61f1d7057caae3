//! What holds of every assessment, on generated decisions.

#![expect(clippy::float_cmp, reason = "the ends of scales and bands are exact")]

use proptest::prelude::*;

use super::*;
use crate::decision::tests::small;
use crate::decision::{
    Alternative, Claim, ClaimRef, Criterion, Missing, Scale, Source, Trust, UseCase, Weight,
};
use crate::judgement::OwnRating;

/// A claim as it is generated: criterion, source, alternative, tenths of the way from worst to best.
type Mark = (usize, usize, usize, u8);

/// A decision with these claims; every third criterion is measured on a scale that runs downwards.
fn decision(
    (alternatives, sources): (usize, usize),
    weights: &[u8],
    trusts: &[u8],
    marks: &[Mark],
) -> Decision {
    let scale_of = |j: usize| {
        (j % 3 == 2).then(|| Scale { worst: 900.0, best: 100.0, unit: Some("ms".into()) })
    };
    let rated = Scale { worst: 1.0, best: 5.0, unit: None };
    let mut criteria: Vec<Criterion> = (0..weights.len())
        .map(|j| Criterion {
            id: format!("c{j}"),
            name: format!("Criterion {j}"),
            question: String::new(),
            group: String::new(),
            weight: Weight::from_tenths(weights[j]).expect("in range"),
            scale: scale_of(j),
            claims: Vec::new(),
        })
        .collect();
    for &(j, source, alternative, tenths) in marks {
        let scale = scale_of(j).unwrap_or_else(|| rated.clone());
        let rating = scale.at(f64::from(tenths) / 10.0);
        criteria[j].claims.push(Claim {
            source,
            alternative,
            rating,
            range: None,
            says: "so".into(),
            caution: None,
        });
    }
    let ids = |kind: &str, n: usize| (0..n).map(move |i| format!("{kind}{i}")).collect::<Vec<_>>();
    Decision {
        id: "generated".into(),
        title: "Generated".into(),
        question: String::new(),
        scale: rated,
        missing: Missing::Middle,
        rubric: Vec::new(),
        alternatives: ids("a", alternatives)
            .into_iter()
            .map(|id| Alternative { name: id.clone(), id, summary: String::new() })
            .collect(),
        sources: ids("s", sources)
            .into_iter()
            .zip(trusts)
            .map(|(id, trust)| Source {
                title: id.clone(),
                id,
                publisher: None,
                published: None,
                trust: Trust::new(f64::from(*trust) / 10.0).expect("in range"),
            })
            .collect(),
        use_cases: vec![UseCase {
            id: "u".into(),
            name: "U".into(),
            description: String::new(),
            weights: vec![(0, Weight::MAX)],
            examples: Vec::new(),
            favours: Vec::new(),
            caution: None,
        }],
        case_studies: Vec::new(),
        notes: Vec::new(),
        examples: Vec::new(),
        criteria,
    }
}

prop_compose! {
    /// Decisions of 2 to 5 alternatives, 1 to 8 criteria and 1 to 3 sources, most cells rated.
    fn decisions()(
        alternatives in 2_usize..6,
        sources in 1_usize..4,
        weights in prop::collection::vec(0_u8..=100, 1..9),
    )(
        marks in prop::collection::vec(
            (0..weights.len(), 0..sources, 0..alternatives, 0_u8..=10),
            alternatives * weights.len()..4 * alternatives * weights.len(),
        ),
        trusts in prop::collection::vec(0_u8..=10, sources),
        alternatives in Just(alternatives),
        sources in Just(sources),
        weights in Just(weights),
    ) -> Decision {
        decision((alternatives, sources), &weights, &trusts, &marks)
    }
}

/// Who leads when one weight is changed, and by how much.
fn leader_at(decision: &Decision, criterion: usize, tenths: u8) -> Option<Verdict> {
    let mut judgement = Judgement::of(decision);
    judgement.set_weight(criterion, Weight::from_tenths(tenths).expect("in range"));
    assess(decision, &judgement).verdict()
}

/// Whether the other weights are all 0, where a slider at 0 means equal shares.
fn stands_alone(assessment: &Assessment, criterion: usize) -> bool {
    (0..assessment.criteria()).all(|j| j == criterion || assessment.tenths[j] == 0.0)
}

proptest! {
    #[test]
    fn scores_lie_within_0_and_100_and_are_the_sum_of_the_contributions(decision in decisions()) {
        let assessment = assess(&decision, &Judgement::of(&decision));
        if let Some(scores) = assessment.scores() {
            for (a, score) in scores.iter().enumerate() {
                prop_assert!((0.0..=100.0).contains(score));
                let sum: f64 = (0..assessment.criteria()).map(|j| assessment.points_of(j, a)).sum();
                prop_assert!((sum - score).abs() < 1e-9);
            }
            let shares: f64 = (0..assessment.criteria()).map(|j| assessment.share(j)).sum();
            prop_assert!((shares - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn scaling_all_weights_changes_nothing(decision in decisions(), by in 2_u8..5) {
        let mut small = Judgement::of(&decision);
        for j in 0..decision.criteria.len() {
            let tenths = small.weight(j).tenths() / by;
            small.set_weight(j, Weight::from_tenths(tenths).expect("in range"));
        }
        let mut large = small.clone();
        for j in 0..decision.criteria.len() {
            let tenths = small.weight(j).tenths() * by;
            large.set_weight(j, Weight::from_tenths(tenths).expect("in range"));
        }
        let (small, large) = (assess(&decision, &small), assess(&decision, &large));
        prop_assert_eq!(small.scores().is_some(), large.scores().is_some());
        for (x, y) in small.scores().unwrap_or_default().iter().zip(large.scores().unwrap_or_default()) {
            prop_assert!((x - y).abs() < 1e-9);
        }
    }

    #[test]
    fn the_leader_at_every_position_is_the_one_its_band_names(decision in decisions()) {
        let assessment = assess(&decision, &Judgement::of(&decision));
        for j in 0..assessment.criteria() {
            let bands = assessment.bands(j);
            for tenths in 0..=100_u8 {
                if tenths == 0 && stands_alone(&assessment, j) {
                    continue;
                }
                let at = f64::from(tenths) / 10.0;
                let verdict = leader_at(&decision, j, tenths);
                let Some(verdict) = verdict else {
                    prop_assert!(bands.is_empty());
                    continue;
                };
                // At a tipping point itself it is a tie, within rounding.
                let edge = bands.iter().any(|band| (band.from - at).abs() < 1e-6 || (band.to - at).abs() < 1e-6);
                let band = bands.iter().find(|band| band.from <= at && at <= band.to).expect("bands cover the slider");
                let interior = !edge || at == 0.0 || at == 10.0;
                if interior && verdict.margin > 1e-6 {
                    prop_assert_eq!(band.leader, verdict.leader, "criterion {} at {}", j, at);
                }
            }
        }
    }

    #[test]
    fn the_leaders_along_a_slider_are_those_of_every_position(decision in decisions()) {
        let assessment = assess(&decision, &Judgement::of(&decision));
        for j in 0..assessment.criteria() {
            let every: Vec<_> =
                (0..=100).filter_map(|it| leader_at(&decision, j, it)).map(|it| it.leader).collect();
            prop_assert_eq!(assessment.leaders(j), every);
        }
    }

    #[test]
    fn bands_cover_the_slider_without_gaps_and_change_the_leader_at_each_end(decision in decisions()) {
        let assessment = assess(&decision, &Judgement::of(&decision));
        for j in 0..assessment.criteria() {
            let bands = assessment.bands(j);
            if assessment.scores().is_none() {
                prop_assert!(bands.is_empty());
                continue;
            }
            prop_assert_eq!(bands[0].from, 0.0);
            prop_assert_eq!(bands[bands.len() - 1].to, 10.0);
            for pair in bands.windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from);
                prop_assert!(pair[0].leader != pair[1].leader);
            }
        }
    }

    #[test]
    fn at_a_tipping_point_the_two_that_meet_are_tied(decision in decisions()) {
        let assessment = assess(&decision, &Judgement::of(&decision));
        for j in 0..assessment.criteria() {
            for tip in tipping_points(&assessment.bands(j)) {
                let mut scores = assessment.scores_at(j, tip).expect("there are bands");
                scores.sort_by(|x, y| y.total_cmp(x));
                prop_assert!(scores[0] - scores[1] < 1e-8, "{scores:?}");
            }
        }
    }

    #[test]
    fn permuting_the_alternatives_permutes_the_results(decision in decisions()) {
        let mut turned = decision.clone();
        turned.alternatives.rotate_left(1);
        let n = decision.alternatives.len();
        for criterion in &mut turned.criteria {
            for claim in &mut criterion.claims {
                claim.alternative = (claim.alternative + n - 1) % n;
            }
        }
        let x = assess(&decision, &Judgement::of(&decision));
        let y = assess(&turned, &Judgement::of(&turned));
        prop_assert_eq!(x.scores().is_some(), y.scores().is_some());
        if let (Some(x), Some(y)) = (x.scores(), y.scores()) {
            for a in 0..n {
                prop_assert!((x[a] - y[(a + n - 1) % n]).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn weighing_again_is_assessing_again(decision in decisions(), j in 0_usize..8, tenths in 0_u8..=100) {
        let judgement = Judgement::of(&decision);
        let mut moved = judgement.clone();
        moved.set_weight(j % decision.criteria.len(), Weight::from_tenths(tenths).expect("in range"));
        prop_assert_eq!(assess(&decision, &judgement).reweighed(&moved), assess(&decision, &moved));
    }

    #[test]
    fn the_nearest_tip_changes_the_leader_and_no_nearer_position_does(decision in decisions()) {
        let assessment = assess(&decision, &Judgement::of(&decision));
        let Some(Verdict { leader: Some(leader), .. }) = assessment.verdict() else { return Ok(()) };
        let nearest = assessment.nearest_slider_reversal();
        if let Some(tip) = nearest {
            let there = leader_at(&decision, tip.criterion, tip.position.tenths()).expect("rated");
            prop_assert_eq!(there.leader, Some(tip.leader));
            prop_assert!(tip.leader != leader);
        }
        let distance = |j: usize, tenths: u8| (f64::from(tenths) - assessment.tenths[j]).abs();
        let least = nearest.map_or(f64::INFINITY, |tip| distance(tip.criterion, tip.position.tenths()));
        for j in (0..assessment.criteria()).filter(|&j| assessment.exclusion(j).is_none()) {
            for tenths in (0..=100_u8).filter(|&tenths| distance(j, tenths) < least) {
                let there = leader_at(&decision, j, tenths).expect("rated");
                // A tie on the way is not another leader.
                prop_assert!(there.leader.is_none_or(|it| it == leader), "{j} at {tenths}");
            }
        }
    }

    #[test]
    fn disagreements_never_help_the_leader(decision in decisions()) {
        let judgement = Judgement::of(&decision);
        let assessment = assess(&decision, &judgement);
        if let (Some(before), Some(after)) = (assessment.verdict(), assessment.under_disagreements()) {
            let helped = after.leader == before.leader && after.margin > before.margin + 1e-9;
            prop_assert!(!helped || before.leader.is_none());
            let ranges = assessment.score_ranges();
            for (a, (low, high)) in ranges.into_iter().enumerate() {
                let score = assessment.scores().expect("a verdict")[a];
                prop_assert!(low <= score + 1e-9 && score <= high + 1e-9);
            }
        }
    }
}

/// Two alternatives on three criteria: values 1 and 0, 0 and 1, and equal ones.
fn mirrored(weights: [u8; 3]) -> Decision {
    let marks =
        [(0, 0, 0, 10), (0, 0, 1, 0), (1, 0, 0, 0), (1, 0, 1, 10), (2, 0, 0, 3), (2, 0, 1, 3)];
    decision((2, 1), &weights, &[10], &marks)
}

#[test]
fn equal_tenths_on_both_sides_are_exactly_a_tie() {
    for tenths in [1, 3, 7, 33, 100] {
        let decision = mirrored([tenths, tenths, 50]);
        let assessment = assess(&decision, &Judgement::of(&decision));
        let verdict = assessment.verdict().expect("all is rated");
        assert_eq!(verdict.leader, None);
        assert_eq!(verdict.margin, 0.0);
    }
}

#[test]
fn one_tenth_more_breaks_the_tie() {
    let decision = mirrored([31, 30, 50]);
    let verdict = assess(&decision, &Judgement::of(&decision)).verdict().expect("all is rated");
    assert_eq!(verdict.leader, Some(0));
}

#[test]
fn a_weight_that_cannot_break_a_tie_has_one_band_without_leader() {
    let decision = mirrored([30, 30, 50]);
    let assessment = assess(&decision, &Judgement::of(&decision));
    assert_eq!(assessment.bands(2), [Band { from: 0.0, to: 10.0, leader: None }]);
    let leaders: Vec<_> = assessment.bands(0).iter().map(|band| band.leader).collect();
    assert_eq!(leaders, [Some(1), Some(0)]);
}

#[test]
fn with_all_weights_0_the_shares_are_equal() {
    let decision = mirrored([0, 0, 0]);
    let assessment = assess(&decision, &Judgement::of(&decision));
    assert!(assessment.has_equal_shares());
    assert!((0..3).all(|j| (assessment.share(j) - 1.0 / 3.0).abs() < 1e-15));
    assert!((assessment.scores().expect("rated")[0] - 130.0 / 3.0).abs() < 1e-9);
}

#[test]
fn a_rating_is_the_trust_weighted_mean_of_the_sources_means() {
    // The guide says 4, the captain 5: half trusted, the captain counts half.
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    judgement.set_trust(1, Trust::new(0.5).expect("in range"));
    let assessment = assess(&decision, &judgement);
    let rating = assessment.rating(0, 0).expect("rated");
    assert!((rating.rating - 6.5 / 1.5).abs() < 1e-12);
    assert_eq!((rating.low, rating.high, rating.sources, rating.claims), (4.0, 5.0, 2, 2));
}

#[test]
fn means_that_differ_by_rounding_alone_are_no_disagreement() {
    // 1.1 and 1.3 make 1.2 and a bit.
    let mut decision =
        decision((2, 2), &[10], &[10, 10], &[(0, 0, 0, 1), (0, 0, 0, 1), (0, 1, 0, 1)]);
    for (claim, rating) in decision.criteria[0].claims.iter_mut().zip([1.1, 1.3, 1.2]) {
        claim.rating = rating;
    }
    let assessment = assess(&decision, &Judgement::of(&decision));
    let rating = assessment.rating(0, 0).expect("rated");
    assert_eq!((rating.low, rating.high), (rating.rating, rating.rating));
    assert_eq!(assessment.disagreement(0), None);
}

#[test]
fn a_source_that_is_not_trusted_at_all_does_not_speak() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    judgement.set_trust(1, Trust::NONE);
    let rating = *assess(&decision, &judgement).rating(0, 0).expect("rated");
    assert_eq!((rating.rating, rating.low, rating.high, rating.sources), (4.0, 4.0, 4.0, 1));
}

#[test]
fn a_criterion_that_loses_a_rating_stays_in_the_score() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    let before = assess(&decision, &judgement);
    judgement.set_claim_excluded(ClaimRef::new(0, 1), true);
    let assessment = assess(&decision, &judgement);
    assert_eq!(assessment.exclusion(0), None);
    assert!((assessment.share(0) - before.share(0)).abs() < 1e-12);
    assert!(assessment.rating(0, 1).is_none() && (assessment.value(0, 1) - 0.5).abs() < 1e-12);
}

#[test]
fn sources_disagree_in_order_or_by_more_than_a_quarter_of_the_scale() {
    // Tenths of the scale by source, then alternative.
    let of = |marks: [[u8; 2]; 2]| {
        let marks: Vec<_> =
            (0..2).flat_map(|s| (0..2).map(move |a| (0, s, a, marks[s][a]))).collect();
        let decision = decision((2, 2), &[10], &[10, 10], &marks);
        assess(&decision, &Judgement::of(&decision)).disagreement(0)
    };
    assert_eq!(of([[8, 4], [8, 4]]), None);
    assert_eq!(of([[8, 4], [6, 4]]), None, "a fifth of the scale");
    assert_eq!(of([[8, 4], [5, 4]]), Some(Disagreement::Degree));
    assert_eq!(of([[8, 4], [4, 8]]), Some(Disagreement::Order));
    assert_eq!(of([[6, 5], [5, 6]]), Some(Disagreement::Order), "however little");
    assert_eq!(of([[6, 5], [5, 5]]), None, "one of them takes no side");
}

#[test]
fn your_own_rating_replaces_what_the_sources_say() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    judgement.set_own_rating(0, 0, Some(OwnRating { rating: 1.0, reason: "we tried".into() }));
    let assessment = assess(&decision, &judgement);
    let rating = assessment.rating(0, 0).expect("rated");
    assert_eq!((rating.rating, rating.low, rating.high, rating.own), (1.0, 1.0, 1.0, true));
    assert!(assessment.value(0, 0).abs() < 1e-12);
}

#[test]
fn a_criterion_of_your_own_counts_once_it_is_rated() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    let mut own = decision.criteria[0].clone();
    own.claims.clear();
    let j = judgement.add_criterion(own);
    assert_eq!(assess(&decision, &judgement).exclusion(j), Some(&Exclusion::Unrated));
    for a in 0..2 {
        judgement.set_own_rating(j, a, Some(OwnRating { rating: 3.0, reason: String::new() }));
    }
    let assessment = assess(&decision, &judgement);
    assert_eq!(assessment.exclusion(j), None);
    assert!((assessment.share(j) - 50.0 / 150.0).abs() < 1e-12);
}

#[test]
fn with_nothing_left_to_score_there_is_no_verdict() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    (0..3).for_each(|j| judgement.set_criterion_excluded(j, true));
    let assessment = assess(&decision, &judgement);
    assert_eq!((assessment.scores(), assessment.verdict()), (None, None));
    assert_eq!(assessment.bands(0), []);
    assert_eq!(assessment.scores_at(0, 5.0), None);
    assert_eq!(assessment.nearest_slider_reversal(), None);
}

/// FIELD-NOTES, number 3: three alternatives, shares .5 .3 .2.
#[test]
fn tipping_points_are_those_of_the_published_example() {
    let tenths = |x: u8| x * 2;
    let mut marks = Vec::new();
    for (a, row) in [[4, 2, 5], [3, 5, 2], [1, 4, 4]].iter().enumerate() {
        marks.extend(row.iter().enumerate().map(|(j, x)| (j, 0, a, tenths(*x))));
    }
    let mut decision = decision((3, 1), &[50, 30, 20], &[10], &marks);
    decision.criteria[2].scale = None;
    for claim in &mut decision.criteria[2].claims {
        // The third criterion was generated on the downward scale.
        claim.rating = 1.0 + (900.0 - claim.rating) / 200.0;
    }
    let assessment = assess(&decision, &Judgement::of(&decision));
    // The first leads for w₁ ≥ .375, w₂ ≤ .34375, w₃ ≥ 1/7, the others kept in proportion: a share w
    // beside others that sum to R is a weight of R · w / (1 − w).
    let first = |j: usize| {
        let bands = assessment.bands(j);
        bands.into_iter().find(|band| band.leader == Some(0)).expect("it leads somewhere")
    };
    let near = |x: f64, y: f64| assert!((x - y).abs() < 1e-9, "{x} is not {y}");
    near(first(0).from, 5.0 * 0.375 / 0.625);
    near(first(1).to, 7.0 * 0.34375 / 0.65625);
    near(first(2).from, 8.0 / 7.0 / (6.0 / 7.0));
}

#[test]
fn where_the_sources_stand_is_counted() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    // The guide rates both and prefers the boat; the captain speaks of the boat only.
    let expected = Stances { ahead: vec![1, 0], level: 0, partial: 1 };
    assert_eq!(stances(&decision, &judgement, 0), expected);
    // On price the lower number is the better one.
    assert_eq!(stances(&decision, &judgement, 1).ahead, [0, 1]);
    judgement.set_trust(1, Trust::NONE);
    judgement.set_claim_excluded(ClaimRef::new(0, 0), true);
    assert_eq!(
        stances(&decision, &judgement, 0),
        Stances { ahead: vec![0, 0], level: 0, partial: 1 }
    );
}

#[test]
fn nobody_is_best_on_a_criterion_that_is_out_of_the_score_or_shared() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    assert_eq!(assess(&decision, &judgement).best_on(0), Some(0));
    judgement.set_own_rating(0, 0, Some(OwnRating { rating: 3.0, reason: String::new() }));
    assert_eq!(assess(&decision, &judgement).best_on(0), None, "both have a 3");
    let mut unrated = decision.clone();
    unrated.criteria[0].claims.retain(|it| it.alternative == 0);
    let assessment = assess(&unrated, &Judgement::of(&unrated));
    assert_eq!(assessment.best_on(0), None, "a missing rating is not the worst");
}
