//! What a comparison says, by known numbers. `tests/compare.rs` has what holds of any two judgements.

use super::*;
use crate::assessment::assess;
use crate::assessment::fixture::{apart, decision};
use crate::decision::{Alternative, ClaimRef, Criterion, Trust, Weight};
use crate::judgement::{OwnRating, Subject};

fn compared(decision: &Decision, then: &Judgement, now: &Judgement) -> Option<Comparison> {
    let (before, after) = (assess(decision, then), assess(decision, now));
    Comparison::of(
        Judged { judgement: then, assessment: &before },
        Judged { judgement: now, assessment: &after },
    )
}

fn set(judgement: &mut Judgement, criterion: usize, tenths: u8) {
    judgement.set_weight(criterion, Weight::from_tenths(tenths).expect("in range"));
}

fn own(id: &str) -> Criterion {
    Criterion {
        id: id.into(),
        name: id.into(),
        question: String::new(),
        group: String::new(),
        weight: Weight::DEFAULT,
        scale: None,
        claims: Vec::new(),
    }
}

#[test]
fn what_one_slider_moves_is_told_by_criterion_and_adds_up() {
    // One point apart on the first criterion, half a point the other way on the second.
    let decision = decision(&apart(&[1.0, -0.5]), &[50, 50]);
    let then = Judgement::of(&decision);
    let mut now = then.clone();
    set(&mut now, 1, 0);
    let it = compared(&decision, &then, &now).expect("scored");
    // 50 - 25 = 25 points then; 100 - 0 now.
    assert_eq!((it.first, it.second), (0, 1));
    assert!((it.then - 25.0).abs() < 1e-9 && (it.now - 100.0).abs() < 1e-9);
    let changes: Vec<(Option<usize>, f64)> =
        it.shifts.iter().map(|it| (it.now, it.change)).collect();
    assert_eq!(changes, [(Some(0), 50.0), (Some(1), 25.0)]);
    assert!((it.sum() - 75.0).abs() < 1e-9);
}

#[test]
fn the_pair_is_the_one_that_leads_now() {
    let decision = decision(&apart(&[1.0, -1.0]), &[80, 20]);
    let then = Judgement::of(&decision);
    let mut now = then.clone();
    set(&mut now, 0, 0);
    let it = compared(&decision, &then, &now).expect("scored");
    assert_eq!((it.first, it.second), (1, 0));
    assert!((it.then + 60.0).abs() < 1e-9 && (it.now - 100.0).abs() < 1e-9);
    assert!(compared(&decision, &then, &then).expect("scored").shifts.is_empty());
}

#[test]
fn criteria_of_your_own_are_matched_by_id() {
    let decision = decision(&apart(&[0.5]), &[50]);
    let rated = |judgement: &mut Judgement, id: &str, best: usize| {
        let j = judgement.add_criterion(own(id));
        for a in 0..2 {
            let rating = if a == best { 1.0 } else { 0.0 };
            judgement.set_own_rating(j, a, Some(OwnRating { rating, reason: String::new() }));
        }
    };
    let (mut then, mut now) = (Judgement::of(&decision), Judgement::of(&decision));
    rated(&mut then, "gone", 1);
    rated(&mut then, "stays", 0);
    rated(&mut now, "stays", 0);
    rated(&mut now, "new", 0);
    let it = compared(&decision, &then, &now).expect("scored");
    let pairs: Vec<_> = it.shifts.iter().map(|it| (it.then, it.now)).collect();
    // Their shares are the same in both: what stays moves nothing.
    assert!(pairs.contains(&(Some(1), None)) && pairs.contains(&(None, Some(2))), "{pairs:?}");
    assert!(!pairs.contains(&(Some(2), Some(1))), "{pairs:?}");
    assert!((it.sum() - (it.now - it.then)).abs() < 1e-9);
}

#[test]
fn where_nothing_can_be_scored_there_is_nothing_to_compare() {
    let decision = decision(&apart(&[1.0]), &[50]);
    let then = Judgement::of(&decision);
    let mut now = then.clone();
    now.set_criterion_excluded(0, true);
    assert_eq!(compared(&decision, &then, &now), None);
    assert_eq!(compared(&decision, &now, &then), None);
}

#[test]
fn what_differs_beside_the_weights_is_counted() {
    let mut decision = decision(&apart(&[1.0, 0.5, -0.5]), &[50, 50, 50]);
    let third = Alternative { id: "third".into(), name: "Third".into(), summary: String::new() };
    decision.alternatives.push(third);
    let (mut then, mut now) = (Judgement::of(&decision), Judgement::of(&decision));
    assert!(Differences::between(&decision, &then, &now).is_empty());
    then.set_criterion_excluded(0, true);
    now.set_criterion_excluded(1, true);
    now.set_claim_excluded(ClaimRef::new(0, 0), true);
    assert!(now.set_alternative_excluded(&decision, 2, true));
    now.set_trust(0, Trust::NONE);
    let rating = |rating| Some(OwnRating { rating, reason: String::new() });
    then.set_own_rating(2, 0, rating(0.5));
    now.set_own_rating(2, 0, rating(0.25));
    now.set_own_rating(2, 1, rating(0.25));
    now.add_criterion(own("mine"));
    now.set_note(Subject::Decision, "so".into());
    set(&mut now, 2, 99);
    let differences = Differences::between(&decision, &then, &now);
    let expected = Differences {
        excluded_criteria: 2,
        excluded_claims: 1,
        excluded_alternatives: 1,
        trust: 1,
        own_ratings: 2,
        own_criteria: 1,
        notes: 1,
    };
    assert_eq!(differences, expected);
    assert_eq!(
        crate::assessment::words::differences(&differences).as_deref(),
        Some(
            "2 criteria excluded, 1 excluded claim, 1 alternative excluded, the trust in 1 source, 2 \
             ratings of your own, 1 criterion of your own and 1 note"
        )
    );
}
