//! What holds of judgements.

use super::*;
use crate::decision::tests::small;

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
fn a_use_case_puts_what_it_does_not_name_at_zero() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    judgement.apply_use_case(&decision, 0);
    let sizes: Vec<u8> = (0..3).map(|j| judgement.weight(j).tenths()).collect();
    assert_eq!(sizes, [100, 0, 0]);
    assert_eq!(judgement.changes(&decision), 0);
    judgement.set_criterion_excluded(1, true);
    assert_eq!(judgement.changes(&decision), 1);
}

#[test]
fn removing_a_criterion_of_your_own_keeps_the_ratings_of_the_next() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    let first = judgement.add_criterion(own("first"));
    let second = judgement.add_criterion(own("second"));
    let rating = |rating| Some(OwnRating { rating, reason: String::new() });
    judgement.set_own_rating(first, 0, rating(2.0));
    judgement.set_own_rating(second, 0, rating(4.0));
    judgement.set_note(Subject::Criterion(second), "kept".into());
    judgement.remove_criterion(first);
    assert_eq!(judgement.criteria_count(), 4);
    assert_eq!(judgement.criterion(&decision, first).name, "second");
    assert_eq!(judgement.own_rating(first, 0).map(|it| it.rating), Some(4.0));
    assert_eq!(judgement.note(Subject::Criterion(first)), Some("kept"));
}

#[test]
fn resetting_weights_leaves_evidence_alone() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    let claim = ClaimRef::new(0, 0);
    judgement.set_claim_excluded(claim, true);
    judgement.apply_use_case(&decision, 0);
    judgement.set_criterion_excluded(2, true);
    judgement.reset_weights(&decision);
    let mut expected = Judgement::of(&decision);
    expected.set_claim_excluded(claim, true);
    assert_eq!(judgement, expected);
}
