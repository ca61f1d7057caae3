//! How sure the lead is, as the header says it.

use std::collections::BTreeSet;

use super::*;
use crate::assessment::Robustness;

/// Three alternatives on so many criteria, each the best in some.
fn trio(criteria: usize) -> Decision {
    let mut decision = travel();
    decision.alternatives = ["Boat", "Train", "Plane"]
        .map(|name| Alternative { id: name.into(), name: name.into(), summary: String::new() })
        .into();
    let claim = |j: usize, alternative: usize| Claim {
        source: 0,
        alternative,
        rating: 1.0 + ((alternative * 2 + j * 3 + j / 7) % 5) as f64,
        says: "It is so.".into(),
        caution: None,
    };
    decision.criteria = (0..criteria)
        .map(|j| Criterion {
            id: format!("c{j}"),
            name: format!("C{j}"),
            question: String::new(),
            group: String::new(),
            weight: Weight::clamped(i32::try_from(90 - j * 7 % 60).expect("small")),
            scale: None,
            claims: (0..3).map(|a| claim(j, a)).collect(),
        })
        .collect();
    decision.use_cases.clear();
    decision.case_studies.clear();
    decision
}

/// The header, without the title.
fn header(stage: &Stage) -> String {
    let text = stage.text();
    let lines = text.lines().skip(1).take_while(|line| !line.starts_with(['╭', '+']));
    lines.collect::<Vec<_>>().join("\n")
}

fn settled(any: [f64; 3], error: f64) -> Robustness {
    Robustness {
        any: any.into(),
        near: vec![0.764, 0.236, 0.0],
        ranking: vec![0.1, 0.905, 0.0],
        central: vec![None; 3],
        exact: false,
        error,
        any_error: error,
    }
}

fn tell(stage: &mut Stage, robustness: Robustness) {
    let generation = stage.app.generation();
    stage.act(Action::Sampled { generation, robustness });
}

const WIDTHS: [(u16, u16); 6] = [(200, 60), (120, 36), (100, 30), (80, 24), (60, 16), (50, 14)];

/// Two alternatives, and five criteria of which one speaks for the train, each by one mark.
fn four_against_one() -> Decision {
    let mut decision = travel();
    let one = decision.criteria[0].clone();
    decision.criteria = [0, 0, 20, 50, 50]
        .into_iter()
        .enumerate()
        .map(|(j, tenths)| {
            let mut criterion = one.clone();
            criterion.id = format!("c{j}");
            criterion.name = format!("C{j}");
            criterion.weight = Weight::from_tenths(tenths).expect("in range");
            criterion.claims.truncate(2);
            for (a, claim) in criterion.claims.iter_mut().enumerate() {
                let is_better = (a == 1) == (j == 0);
                (claim.source, claim.alternative) = (0, a);
                claim.rating = if is_better { 3.0 } else { 2.0 };
            }
            criterion
        })
        .collect();
    decision
}

#[test]
fn what_could_change_the_verdict_stays_on_its_line_while_a_slider_moves() {
    for size in [(120, 36), (200, 60)] {
        let mut stage = Stage::plain(four_against_one(), size);
        let mut seen = BTreeSet::new();
        let mut answers = BTreeSet::new();
        for _ in 0..100 {
            let text = stage.keys("L").text();
            let line = |what: &[&str]| {
                let has = |line: &str| what.iter().any(|it| line.contains(it));
                text.lines().take(8).position(has)
            };
            let none = line(&["no slider alone"]);
            answers.insert(none.is_some());
            seen.insert((
                none.or_else(|| line(&[" leads with ", "flips with ", " ≤ ", " ≥ "])),
                line(&["of weight moves", "% moves"]),
            ));
        }
        assert_eq!((seen.len(), answers.len()), (1, 2), "{size:?}: {seen:?}");
    }
}

#[test]
fn of_a_tie_it_tells_of_the_one_that_wins_more() {
    let mut decision = four_against_one();
    for (tenths, criterion) in [50, 50, 0, 0, 0].into_iter().zip(&mut decision.criteria) {
        criterion.weight = Weight::from_tenths(tenths).expect("in range");
    }
    let tied = |decision: &Decision| {
        let header = header(&Stage::plain(decision.clone(), (120, 36)));
        assert!(header.contains("are tied"), "{header}");
        header
    };
    let header = tied(&decision);
    assert!(header.contains("Boat wins") && !header.contains("Train wins"), "{header}");
    for claim in decision.criteria.iter_mut().flat_map(|it| &mut it.claims) {
        claim.alternative = 1 - claim.alternative;
    }
    let header = tied(&decision);
    assert!(header.contains("Train wins") && !header.contains("Boat wins"), "{header}");
}

#[test]
fn of_two_it_says_how_often_the_leader_wins() {
    let all = WIDTHS.map(|size| header(&Stage::plain(travel(), size)));
    insta::assert_snapshot!("sure-two", all.join("\n\n"));
}

#[test]
fn of_three_it_says_so_with_the_error() {
    let all = WIDTHS.map(|size| {
        let mut stage = Stage::plain(trio(9), size);
        let first = header(&stage);
        tell(&mut stage, settled([0.412, 0.388, 0.2], 0.0019));
        format!("{first}\n\n{}", header(&stage))
    });
    insta::assert_snapshot!("sure-three", all.join("\n\n"));
}

#[test]
fn until_something_is_known_of_a_large_decision_it_compares_one_against_one() {
    let all = WIDTHS.map(|size| header(&Stage::plain(trio(800), size)));
    insta::assert_snapshot!("sure-large", all.join("\n\n"));
}

#[test]
fn better_figures_change_digits_and_nothing_else() {
    for size in WIDTHS {
        let mut stage = Stage::plain(trio(9), size);
        tell(&mut stage, settled([0.412, 0.388, 0.2], 0.0312));
        let words = |stage: &Stage| -> Vec<String> {
            let is_word = |c: char| if c.is_ascii_digit() { '0' } else { c };
            header(stage).lines().map(|line| line.chars().map(is_word).collect()).collect()
        };
        let before = words(&stage);
        for (any, error) in [([0.398, 0.4, 0.202], 0.0104), ([0.402, 0.4, 0.198], 0.0019)] {
            tell(&mut stage, settled(any, error));
            assert_eq!(words(&stage), before, "at {size:?}");
        }
        // The widest figures stay on the lines of the narrowest.
        let mut lines: Vec<usize> = Vec::new();
        for share in [0.0, 0.001, 0.5, 0.999, 1.0] {
            tell(&mut stage, settled([share; 3], 0.0019));
            let header = header(&stage);
            lines.extend(header.lines().position(|line| line.contains("near your")));
            assert!(!header.contains('…'), "{header}");
        }
        assert!(lines.windows(2).all(|pair| pair[0] == pair[1]), "at {size:?}: {lines:?}");
    }
}

#[test]
fn in_a_tie_it_names_whose_share_it_is() {
    let mut decision = trio(2);
    for criterion in &mut decision.criteria {
        criterion.weight = Weight::clamped(50);
    }
    let rating = |j: usize, a: usize| [[5.0, 1.0, 2.0], [1.0, 5.0, 2.0]][j][a];
    for (j, criterion) in decision.criteria.iter_mut().enumerate() {
        for claim in &mut criterion.claims {
            claim.rating = rating(j, claim.alternative);
        }
    }
    let stage = Stage::plain(decision, (120, 36));
    let header = header(&stage);
    assert!(header.contains("Boat and Train are tied"), "{header}");
    assert!(header.contains("Boat wins 5"), "{header}");
}

#[test]
fn a_sampled_share_is_never_said_to_be_right_to_the_last_digit() {
    let mut stage = Stage::plain(trio(9), (120, 36));
    tell(&mut stage, settled([0.412, 0.388, 0.2], 0.000_2));
    assert!(header(&stage).contains("% ±0.1 of all weightings"), "{}", header(&stage));
}

#[test]
fn without_unicode_the_error_has_a_sign_too() {
    let stage = Stage::new(trio(9), (120, 36), Theme::default(), &Glyphs::ASCII);
    assert!(stage.text().contains("% +-"), "{}", stage.text());
    assert!(!header(&stage).contains('±'));
}
