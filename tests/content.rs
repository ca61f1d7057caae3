//! What must hold of the bundled decision, whatever is added to it.

use weigh::assessment::{assess, source_mean};
use weigh::decision::Decision;
use weigh::judgement::Judgement;

fn bundled() -> Decision {
    match weigh::pack::open("nodejs-vs-django") {
        Ok(pack) => pack.decision,
        Err(errors) => panic!("{}", errors.render(false)),
    }
}

#[test]
fn every_criterion_is_rated_for_every_alternative_but_the_one_no_article_can_know() {
    let decision = bundled();
    let assessment = assess(&decision, &Judgement::of(&decision));
    let mut rated = 0;
    for (j, criterion) in decision.criteria.iter().enumerate() {
        if criterion.id == "team-experience" {
            assert!(criterion.claims.is_empty());
        } else {
            assert_eq!(assessment.exclusion(j), None, "{}", criterion.id);
            rated += 1;
        }
    }
    assert!(rated >= 14, "{rated} criteria");
}

#[test]
fn it_is_large_enough_to_be_of_use() {
    let decision = bundled();
    assert!(decision.use_cases.len() >= 25);
    assert!(decision.case_studies.len() >= 22);
    assert_eq!(decision.sources.len(), 5);
    let claims: usize = decision.criteria.iter().map(|it| it.claims.len()).sum();
    assert!(claims >= 300, "{claims} claims");
}

#[test]
fn every_mark_has_a_meaning_in_the_rubric() {
    let decision = bundled();
    let marks: Vec<f64> = decision.rubric.iter().map(|mark| mark.rating).collect();
    assert_eq!(marks, [5.0, 4.0, 3.0, 2.0, 1.0]);
}

/// The alternatives that sources favour in a use case, each once.
fn sides(decision: &Decision, use_case: usize) -> Vec<usize> {
    let favours = &decision.use_cases[use_case].favours;
    let mut sides: Vec<usize> = favours.iter().map(|it| it.alternative).collect();
    sides.sort_unstable();
    sides.dedup();
    sides
}

#[test]
fn where_the_articles_agree_on_a_use_case_its_weights_agree_with_them() {
    let decision = bundled();
    let judgement = Judgement::of(&decision);
    let assessment = assess(&decision, &judgement);
    for (u, use_case) in decision.use_cases.iter().enumerate() {
        let verdict = assessment.use_case(&decision, &judgement, u).verdict().expect("it is rated");
        match sides(&decision, u)[..] {
            [] => panic!("no article takes a side in {}", use_case.id),
            [side] => assert!(
                verdict.leader == Some(side) || use_case.caution.is_some(),
                "{}: the articles favour {}, the weights {:?}",
                use_case.id,
                decision.alternatives[side].id,
                verdict.leader
            ),
            // Where they differ, a caution says so.
            _ => assert!(
                use_case.caution.is_some(),
                "{} hides that the articles differ",
                use_case.id
            ),
        }
    }
}

#[test]
fn a_declared_winner_leads_by_a_mark_and_a_declared_tie_is_one() {
    let decision = bundled();
    let judgement = Judgement::of(&decision);
    let source = decision.source("guide-2026").expect("it declares winners");
    let [node, django] = ["nodejs", "django"].map(|id| decision.alternative(id).expect("known"));
    for (criterion, winner) in [
        ("performance", Some(node)),
        ("development-speed", Some(django)),
        ("security", Some(django)),
        ("scalability", None),
        ("databases", Some(django)),
        ("ai-ml", Some(django)),
        ("job-market", None),
    ] {
        let j = decision.criterion(criterion).expect("known");
        let mean = |a| source_mean(&decision, &judgement, j, source, a).expect("it speaks of both");
        let lead = mean(node) - mean(django);
        match winner {
            None => assert!(lead.abs() < 1e-9, "{criterion}: {lead}"),
            Some(a) if a == node => assert!(lead >= 1.0, "{criterion}: {lead}"),
            Some(_) => assert!(-lead >= 1.0, "{criterion}: {lead}"),
        }
    }
}

#[test]
fn companies_whose_names_the_articles_lost_are_not_given_one() {
    let decision = bundled();
    let unnamed: Vec<_> =
        decision.case_studies.iter().filter(|it| it.name.starts_with("Unnamed")).collect();
    assert_eq!(unnamed.len(), 2);
    for study in unnamed {
        let cautions = study.uses.iter().filter(|it| it.caution.is_some()).count()
            + study.outcomes.iter().filter(|it| it.caution.is_some()).count();
        assert!(cautions > 0, "{} has no caution", study.id);
    }
    let paypal = decision.case_study("paypal").expect("it is named");
    for outcome in &decision.case_studies[paypal].outcomes {
        assert!(!outcome.says.contains("20"), "that is the unnamed company's: {}", outcome.says);
    }
}

#[test]
fn every_example_is_there_for_both_alternatives() {
    let decision = bundled();
    assert!(decision.examples.len() >= 5);
    for example in &decision.examples {
        let alternatives: Vec<usize> = example.codes.iter().map(|it| it.alternative).collect();
        assert_eq!(alternatives, [0, 1], "{}", example.id);
        assert!(example.codes.iter().all(|code| code.text.lines().count() > 3), "{}", example.id);
    }
}
