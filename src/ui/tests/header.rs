//! The header: who leads, how sure that is, what is missing, what would change it.

use super::*;
use ratatui::style::Modifier;

use crate::assessment::{Confidence, Robustness};
use crate::ui::text::width;

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
        range: None,
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

const SIZES: [(u16, u16); 7] =
    [(200, 60), (120, 36), (100, 30), (80, 24), (60, 16), (50, 14), (30, 8)];

/// So many alternatives, the first better than the second and so on; the last one is not rated on the
/// second criterion.
fn many(alternatives: usize, missing: bool) -> Decision {
    let mut decision = trio(5);
    decision.alternatives = (0..alternatives)
        .map(|a| Alternative {
            id: format!("a{a}"),
            name: format!("Option {}", a + 1),
            summary: String::new(),
        })
        .collect();
    for (j, criterion) in decision.criteria.iter_mut().enumerate() {
        let claim = criterion.claims[0].clone();
        criterion.claims = (0..alternatives)
            .filter(|a| !(missing && j == 1 && a + 1 == alternatives))
            .flat_map(|alternative| (0..2).map(move |source| (alternative, source)))
            .map(|(alternative, source)| Claim {
                source,
                alternative,
                rating: (5 + (source + j) % 2) as f64 - (alternative as f64 + 1.0) / 2.5,
                ..claim.clone()
            })
            .map(|it| Claim { rating: it.rating.clamp(1.0, 5.0), ..it })
            .collect();
    }
    decision
}

#[test]
fn the_header_of_two_three_and_eight_at_every_size() {
    for (name, decision) in [
        ("two", travel()),
        ("three", trio(9)),
        ("eight", many(8, false)),
        ("missing", many(3, true)),
    ] {
        let all = SIZES.map(|size| {
            let mut stage = Stage::plain(decision.clone(), size);
            stage.refine();
            header(&stage)
        });
        insta::assert_snapshot!(format!("header-{name}"), all.join("\n\n"));
    }
}

#[test]
fn the_header_has_five_lines_at_most_and_nothing_sticks_out() {
    for decision in [travel(), trio(9), many(8, true), many(12, false)] {
        for size in SIZES {
            let stage = Stage::plain(decision.clone(), size);
            let header = header(&stage);
            assert!(header.lines().count() <= 4, "{size:?}\n{header}");
            assert!(header.lines().all(|line| width(line) <= size.0.into()), "{header}");
        }
    }
}

#[test]
fn a_bar_is_solid_up_to_the_score_whatever_the_whisker() {
    let stage = Stage::plain(many(3, true), (120, 36));
    let buffer = stage.buffer();
    let scores = stage.app.assessment().scores().expect("scored").to_vec();
    for (line, &a) in (1..).zip(&stage.app.assessment().ranking()) {
        let places = layout::places(&stage.app, buffer.area).expect("room");
        let from = places.words_width();
        let row: Vec<_> = (from..120).map(|x| &buffer[(x, line)]).collect();
        let is_bar = |symbol: &str| "█▏▎▍▌▋▊▉├─┤".contains(symbol) && symbol != " ";
        let bar: Vec<_> = row.iter().skip(11).take_while(|it| it.symbol() != " ").collect();
        assert!(bar.iter().all(|it| is_bar(it.symbol())), "{}", stage.text());
        // What lies over the solid part is drawn in reverse.
        let solid = bar
            .iter()
            .take_while(|it| {
                "█▏▎▍▌▋▊▉".contains(it.symbol()) || it.modifier.contains(Modifier::REVERSED)
            })
            .count() as f64;
        // A space, the name, two spaces before it, the score behind it.
        let track = f64::from(120 - from) - 1.0 - 8.0 - 2.0 - 7.0;
        assert!((solid - scores[a] / 100.0 * track).abs() <= 1.5, "{a} {solid}\n{}", stage.text());
    }
}

#[test]
fn until_something_was_set_the_header_says_that_no_weights_are_set() {
    let mut decision = travel();
    decision.criteria.iter_mut().for_each(|it| it.weight = Weight::DEFAULT);
    let said = "No weights set yet: all criteria count the same";
    let mut stage = Stage::plain(decision.clone(), (120, 36));
    assert!(header(&stage).contains(said), "{}", header(&stage));
    stage.keys("l");
    assert!(!header(&stage).contains(said), "{}", header(&stage));
    stage.keys("u");
    assert!(header(&stage).contains(said));
    // Weights of the pack that differ are set, and so is a use case.
    assert!(!header(&Stage::plain(travel(), (120, 36))).contains(said));
    let mut stage = Stage::plain(decision, (120, 36));
    stage.keys("shift-tab enter");
    assert!(!header(&stage).contains(said), "{}", header(&stage));
}

#[test]
fn the_words_go_by_the_confidence() {
    let mut stage = Stage::plain(trio(9), (120, 36));
    stage.refine();
    let known = stage.app.robustness().cloned().expect("refined");
    let generation = stage.app.generation();
    for (share, said) in [
        (0.97, "Plane leads clearly, 97 % confidence"),
        (0.85, "Plane leads, 85 % confidence"),
        (0.7, "Leans to Plane, 70 % confidence"),
        (0.6, "Too close to call: Plane is ahead by "),
        (0.3, "in more draws"),
    ] {
        let confidence = Confidence { confidence: Some(share), ..known.confidence.clone() };
        let robustness = Robustness { confidence, ..known.clone() };
        stage.act(Action::Refined { generation, robustness: Box::new(robustness) });
        let header = header(&stage);
        // All of these criteria are rated by one source.
        let said = if share > 0.95 { "Plane leads, 97 % confidence" } else { said };
        assert!(header.contains(said), "{said}\n{header}");
    }
}

#[test]
fn what_is_missing_has_a_line_of_its_own() {
    let header = header(&Stage::plain(many(3, true), (200, 60)));
    let said = "1 rating is missing: Option 3 on C1";
    assert!(header.lines().any(|it| it.trim_start().starts_with(said)), "{header}");
}

#[test]
fn an_alternative_that_is_excluded_has_no_bar() {
    let mut stage = Stage::plain(trio(9), (120, 36));
    assert!(header(&stage).contains("Plane"));
    stage.keys("X down down x esc");
    assert!(!header(&stage).contains("Plane"), "{}", stage.text());
    stage.keys("u");
    assert!(header(&stage).contains("Plane"), "{}", stage.text());
}
