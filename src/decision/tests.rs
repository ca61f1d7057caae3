//! A small decision for tests, and what holds of ids and numbers.

use super::*;

/// Two alternatives, three criteria (one measured, one with a disagreement), two sources.
pub(crate) fn small() -> Decision {
    let claim = |source, alternative, rating, says: &str| Claim {
        source,
        alternative,
        rating,
        range: None,
        says: says.into(),
        caution: None,
    };
    let criterion = |id: &str, weight, scale, claims| Criterion {
        id: id.into(),
        name: id.into(),
        question: format!("How is {id}?"),
        group: "Group".into(),
        weight: Weight::from_tenths(weight).expect("in range"),
        scale,
        claims,
    };
    Decision {
        id: "small".into(),
        title: "Boat vs train".into(),
        question: "How do we travel?".into(),
        scale: Scale { worst: 1.0, best: 5.0, unit: None },
        missing: Missing::Middle,
        rubric: Vec::new(),
        alternatives: ["boat", "train"]
            .map(|id| Alternative { id: id.into(), name: id.into(), summary: String::new() })
            .into(),
        sources: ["guide", "captain"]
            .map(|id| Source {
                id: id.into(),
                title: format!("The {id}"),
                publisher: None,
                published: None,
                trust: Trust::FULL,
            })
            .into(),
        criteria: vec![
            criterion(
                "comfort",
                50,
                None,
                vec![
                    claim(0, 0, 4.0, "roomy"),
                    claim(0, 1, 3.0, "fine"),
                    claim(1, 0, 5.0, "grand"),
                ],
            ),
            criterion(
                "price",
                30,
                Some(Scale { worst: 500.0, best: 100.0, unit: Some("EUR".into()) }),
                vec![claim(0, 0, 400.0, "dear"), claim(0, 1, 200.0, "cheap")],
            ),
            criterion("speed", 20, None, vec![claim(0, 0, 1.0, "slow"), claim(0, 1, 5.0, "fast")]),
        ],
        use_cases: vec![UseCase {
            id: "holiday".into(),
            name: "Holiday".into(),
            description: String::new(),
            weights: vec![(0, Weight::MAX)],
            examples: Vec::new(),
            favours: Vec::new(),
            caution: None,
        }],
        case_studies: Vec::new(),
        notes: Vec::new(),
        examples: Vec::new(),
    }
}

#[test]
fn a_claim_is_found_by_the_id_it_is_given() {
    let mut decision = small();
    let again = decision.criteria[0].claims[0].clone();
    decision.criteria[0].claims.push(again);
    for (j, criterion) in decision.criteria.iter().enumerate() {
        for c in 0..criterion.claims.len() {
            let at = ClaimRef::new(j, c);
            assert_eq!(decision.find_claim(&decision.claim_id(at)), Some(at));
        }
    }
    assert_eq!(decision.claim_id(ClaimRef::new(0, 3)), "comfort/guide/boat/2");
}

#[test]
fn an_id_that_names_no_claim_finds_none() {
    let decision = small();
    for id in
        ["", "comfort", "comfort/guide/boat/0", "comfort/guide/boat/2", "comfort/guide/boat/1/1"]
    {
        assert_eq!(decision.find_claim(id), None, "{id}");
    }
}

#[test]
fn a_weight_is_a_whole_number_of_tenths() {
    assert_eq!(Weight::from_f64(7.3).map(Weight::tenths), Some(73));
    assert_eq!(Weight::from_f64(-0.0).map(Weight::tenths), Some(0));
    for wrong in [7.25, -0.1, 10.1, f64::NAN, f64::INFINITY] {
        assert_eq!(Weight::from_f64(wrong), None, "{wrong}");
    }
}

#[test]
fn a_scale_may_run_downwards() {
    let cost = Scale { worst: 500.0, best: 100.0, unit: None };
    assert!((cost.value(200.0) - 0.75).abs() < 1e-12);
    assert!((cost.at(0.75) - 200.0).abs() < 1e-12);
    assert!(cost.contains(100.0) && cost.contains(500.0) && !cost.contains(99.0));
}
