//! Confidence: known values, and what holds of every decision.

use proptest::prelude::*;

use super::*;
use crate::assessment::assess;
use crate::assessment::fixture::{apart, assessed, decision};
use crate::decision::{Claim, Decision, Missing, Source, Trust};
use crate::judgement::Judgement;

fn assessment(decision: &Decision) -> Assessment {
    assess(decision, &Judgement::of(decision))
}

fn refined(decision: &Decision) -> Confidence {
    assessment(decision).robustness().expect("scored").confidence
}

fn share(decision: &Decision) -> f64 {
    refined(decision).confidence.expect("a leader")
}

/// Adds a source with this trust and these ratings on the first criterion, by alternative.
fn add_source(decision: &mut Decision, trust: f64, ratings: &[Option<f64>]) {
    let source = decision.sources.len();
    decision.sources.push(Source {
        id: format!("s{source}"),
        trust: Trust::new(trust).expect("in range"),
        ..decision.sources[0].clone()
    });
    for (alternative, rating) in ratings.iter().enumerate() {
        if let Some(rating) = *rating {
            let claim = decision.criteria[0].claims[0].clone();
            decision.criteria[0].claims.push(Claim { source, alternative, rating, ..claim });
        }
    }
}

#[test]
fn sources_that_say_5_to_3_and_4_to_4_have_confidence_75_in_either_order() {
    for turned in [false, true] {
        let at = |rating: f64| (rating - 1.0) / 4.0;
        let (first, second) = if turned { (3.0, 5.0) } else { (5.0, 3.0) };
        let mut decision = decision(&[vec![at(first)], vec![at(second)]], &[50]);
        add_source(&mut decision, 1.0, &[Some(at(4.0)), Some(at(4.0))]);
        assert!((share(&decision) - 0.75).abs() < 0.003, "{}", share(&decision));
    }
}

#[test]
fn a_source_is_drawn_in_proportion_to_its_trust() {
    let mut decision = decision(&[vec![0.9], vec![0.1]], &[50]);
    add_source(&mut decision, 0.25, &[Some(0.1), Some(0.2)]);
    // The first source, trusted four times as much, is drawn in 4 of 5.
    assert!((share(&decision) - 0.8).abs() < 0.003, "{}", share(&decision));
}

#[test]
fn without_disagreement_and_gaps_the_confidence_of_two_is_similar_and_exact() {
    let decision = decision(&apart(&[1.0, -1.0]), &[30, 20]);
    let confidence = refined(&decision);
    assert!((confidence.confidence.expect("a leader") - 13.0 / 16.0).abs() < 1e-7);
    assert!(confidence.error == 0.0 && confidence.closest_rival == Some(1));
    assert!((confidence.first.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn half_of_the_draws_lie_on_either_side_of_a_rating_with_a_range() {
    // The range of the first reaches from 0.4 to 0.6 with the rating at 0.45; the rival is at 0.45 + h.
    let mut decision = decision(&[vec![0.45], vec![0.44]], &[50]);
    decision.criteria[0].claims[0].range = Some((0.35, 0.65));
    // Below the rival only between 0.35 and 0.44: 0.09 of 0.1, of half of the draws.
    assert!((share(&decision) - 0.55).abs() < 0.003, "{}", share(&decision));
    let it = assessment(&decision);
    let rating = it.rating(0, 0).expect("rated");
    assert_eq!((rating.low, rating.rating, rating.high), (0.35, 0.45, 0.65));
    assert!((it.score_ranges()[0].0 - 35.0).abs() < 1e-9);
}

#[test]
fn a_missing_value_is_drawn_from_the_whole_scale_unless_it_counts_as_the_worst() {
    let mut decision = decision(&[vec![0.7], vec![0.2]], &[50]);
    decision.criteria[0].claims.pop();
    assert!((share(&decision) - 0.7).abs() < 0.003, "{}", share(&decision));
    decision.missing = Missing::Worst;
    let confidence = refined(&decision);
    assert!((confidence.confidence.expect("a leader") - 1.0).abs() < 1e-12);
}

#[test]
fn in_a_tie_there_is_no_confidence_and_the_first_places_are_shared() {
    let confidence = refined(&decision(&apart(&[0.5, -0.5]), &[50, 50]));
    assert_eq!((confidence.confidence, confidence.closest_rival), (None, None));
    assert!((confidence.first[0] - 0.5).abs() < 1e-7);
    let equal = refined(&decision(&vec![vec![0.3, 0.7]; 3], &[50, 20]));
    assert!(equal.first.iter().all(|it| (it - 1.0 / 3.0).abs() < 1e-9), "{equal:?}");
}

#[test]
fn the_same_pack_gives_the_same_figure_bit_for_bit_on_any_number_of_threads() {
    let mut decision = decision(&[vec![0.9, 0.2], vec![0.1, 0.8], vec![0.5, 0.6]], &[50, 40]);
    add_source(&mut decision, 0.5, &[Some(0.3), Some(0.7), None]);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| assessment(&decision).robustness())
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn the_word_goes_by_the_confidence_as_it_is_shown() {
    for (confidence, strength) in [
        (0.2, Strength::TooClose),
        (0.644, Strength::TooClose),
        (0.645, Strength::Leans),
        (0.794, Strength::Leans),
        (0.795, Strength::Leads),
        (0.944, Strength::Leads),
        (0.945, Strength::LeadsClearly),
        (1.0, Strength::LeadsClearly),
    ] {
        assert_eq!(Strength::of(confidence), strength, "{confidence}");
    }
}

#[test]
fn a_lead_is_not_clear_where_most_of_the_weight_rests_on_one_source() {
    let mut decision = decision(&[vec![0.9, 0.9], vec![0.1, 0.1]], &[50, 60]);
    let word = |decision: &Decision| assessment(decision).strength(&refined(decision));
    assert_eq!(word(&decision), Strength::Leads);
    assert!(assessment(&decision).rests_on_one_source());
    // A second source on the first criterion is not enough, it has less than half of the weight.
    add_source(&mut decision, 1.0, &[Some(0.9), Some(0.1)]);
    assert_eq!(word(&decision), Strength::Leads);
    decision.criteria.swap(0, 1);
    add_source(&mut decision, 1.0, &[Some(0.9), Some(0.1)]);
    assert_eq!(word(&decision), Strength::LeadsClearly);
}

/// Values by alternative and weights, 2 to 4 alternatives on 1 to 5 criteria.
fn numbers() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<u8>)> {
    (2..=4_usize, 1..=5_usize).prop_flat_map(|(alternatives, criteria)| {
        let row = prop::collection::vec((0_u8..=10).prop_map(|it| f64::from(it) / 10.0), criteria);
        (prop::collection::vec(row, alternatives), prop::collection::vec(0..=100_u8, criteria))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_block_is_as_close_to_the_refined_figure_as_it_says(it in numbers(), second in 0.0..1.0_f64) {
        let mut decision = decision(&it.0, &it.1);
        add_source(&mut decision, 0.7, &[Some(second), Some(1.0 - second)]);
        let assessment = assessment(&decision);
        let at_once = assessment.confidence(&Draws::of(&assessment)).expect("scored");
        let refined = assessment.robustness().expect("scored").confidence;
        for (x, y) in at_once.first.iter().zip(&refined.first) {
            // Stratified, so that it is closer than independent draws; twice the stated error.
            prop_assert!((x - y).abs() <= 0.03, "{at_once:?} {refined:?}");
        }
        prop_assert!((refined.first.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_leader_that_is_nowhere_worse_has_confidence_1(it in numbers()) {
        let assessment = assessed(&it.0, &it.1);
        let confidence = assessment.robustness().expect("scored").confidence;
        if assessment.is_dominant() {
            let share = confidence.confidence.expect("a leader");
            // A rival that is equal on all criteria would be a tie.
            prop_assert!((share - 1.0).abs() < 1e-12, "{share}");
        }
    }

    #[test]
    fn another_alternative_changes_neither_order_nor_confidence_between_two(it in numbers()) {
        let (values, tenths) = it;
        let mut more = values.clone();
        more.push(vec![0.0; tenths.len()]);
        let (before, after) = (assessed(&values, &tenths), assessed(&more, &tenths));
        prop_assert_eq!(before.ranking(), after.ranking()[..values.len()].to_vec());
        if values.len() > 2 && before.verdict().is_some_and(|it| it.leader.is_some()) {
            let of = |it: &Assessment| it.robustness().expect("scored").confidence;
            // Draws are seeded by ids, so that it is the same to the last bit.
            prop_assert_eq!(of(&before).confidence, of(&after).confidence);
        }
    }

    #[test]
    fn a_source_that_rates_only_a_third_changes_nothing_between_two(it in numbers()) {
        let (mut values, tenths) = it;
        values.truncate(2);
        values.push(vec![0.0; tenths.len()]);
        let mut decision = decision(&values, &tenths);
        add_source(&mut decision, 1.0, &[Some(0.4), Some(0.6), None]);
        let before = refined(&decision);
        add_source(&mut decision, 1.0, &[None, None, Some(0.0)]);
        let after = refined(&decision);
        prop_assert_eq!(before.confidence, after.confidence);
    }

    #[test]
    fn a_criterion_without_weight_changes_no_figure(it in numbers()) {
        let (mut values, mut tenths) = it;
        tenths[0] = tenths[0].max(1);
        let before = assessed(&values, &tenths);
        values.iter_mut().enumerate().for_each(|(a, row)| row.push(a as f64 / 10.0));
        tenths.push(0);
        let after = assessed(&values, &tenths);
        let (x, y) = (before.robustness().expect("scored"), after.robustness().expect("scored"));
        prop_assert_eq!(x.confidence, y.confidence);
        prop_assert_eq!((x.similar, x.same_order, x.all), (y.similar, y.same_order, y.all));
        prop_assert_eq!(before.tolerance(), after.tolerance());
        let reversal = |it: &Assessment| it.nearest_reversal().map(|it| (it.to, it.moved));
        prop_assert_eq!(reversal(&before), reversal(&after));
        prop_assert_eq!(before.is_dominant(), after.is_dominant());
    }

    #[test]
    fn scaling_all_weights_changes_no_figure(it in numbers()) {
        let (values, tenths) = it;
        let half: Vec<u8> = tenths.iter().map(|it| it / 2).collect();
        let whole: Vec<u8> = half.iter().map(|it| it * 2).collect();
        let (x, y) = (assessed(&values, &half), assessed(&values, &whole));
        let of = |it: &Assessment| it.robustness().expect("scored");
        let (first, second) = (of(&x), of(&y));
        for (x, y) in [
            (&first.confidence.first, &second.confidence.first),
            (&first.similar.first, &second.similar.first),
            (&first.same_order.first, &second.same_order.first),
            (&first.all.first, &second.all.first),
        ] {
            prop_assert!(x.iter().zip(y).all(|(x, y)| (x - y).abs() < 1e-6), "{x:?} {y:?}");
        }
        prop_assert!(x.tolerance().zip(y.tolerance()).is_none_or(|(x, y)| (x - y).abs() < 1e-9));
    }
}
