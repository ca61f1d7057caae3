//! What the view How sure shows, in text and in style, with two alternatives and with four.

use super::*;
use crate::app::{Action, FIGURES, Overlay, Target};
use crate::assessment::{Confidence, Robustness, Shares};
use crate::decision::{Alternative, Claim, Criterion, Decision, Weight};
use crate::ui::tests::{Stage, crowd, text_and_style, travel};
use crate::ui::{Depth, Glyphs, Theme};

/// Four databases on five criteria.
fn databases() -> Decision {
    let mut decision = travel();
    let names = ["PostgreSQL", "MySQL", "MongoDB", "SQLite"];
    decision.alternatives = names
        .map(|name| Alternative { id: name.into(), name: name.into(), summary: String::new() })
        .into();
    (decision.use_cases, decision.case_studies) = (Vec::new(), Vec::new());
    let criteria: [(&str, u8, [f64; 4]); 5] = [
        ("Consistency", 70, [5.0, 4.0, 2.0, 4.0]),
        ("Write throughput", 40, [3.0, 4.0, 5.0, 1.0]),
        ("Operations", 90, [3.0, 3.0, 2.0, 5.0]),
        ("Flexible schema", 30, [4.0, 2.0, 5.0, 2.0]),
        ("Licence", 50, [5.0, 3.0, 1.0, 5.0]),
    ];
    decision.criteria = criteria
        .map(|(name, tenths, ratings)| Criterion {
            id: name.into(),
            name: name.into(),
            question: String::new(),
            group: String::new(),
            weight: Weight::from_tenths(tenths).expect("in range"),
            scale: None,
            claims: (0..4)
                .map(|alternative| Claim {
                    source: 0,
                    alternative,
                    rating: ratings[alternative],
                    range: None,
                    says: String::new(),
                    caution: None,
                })
                .collect(),
        })
        .into();
    decision
}

#[test]
fn two_alternatives_section_by_section() {
    for (name, keys) in [
        ("overview", "v"),
        ("reversals", "v right"),
        ("weights", "v right right down"),
        ("methods", "v left"),
    ] {
        let mut stage = Stage::plain(travel(), (120, 36));
        stage.refine();
        insta::assert_snapshot!(format!("two-{name}"), text_and_style(stage.keys(keys).buffer()));
    }
}

#[test]
fn four_alternatives_section_by_section() {
    for (name, keys) in [
        ("overview", "v down"),
        ("reversals", "v right"),
        ("pairs", "v left left"),
        ("methods", "v left"),
    ] {
        let mut stage = Stage::plain(databases(), (80, 24));
        stage.refine();
        insta::assert_snapshot!(format!("four-{name}"), stage.keys(keys).text());
    }
}

#[test]
fn low_and_narrow_screens() {
    for size in [(60, 16), (50, 14), (30, 8)] {
        let mut stage = Stage::plain(travel(), size);
        stage.refine();
        let mut all = String::new();
        for keys in ["v", "right", "right", "right"] {
            all.push_str(&stage.keys(keys).text());
        }
        insta::assert_snapshot!(format!("two-{}x{}", size.0, size.1), all);
    }
}

/// The text above the swings with a robustness of our own.
fn overview(robustness: Option<&Robustness>, cells: usize) -> Vec<String> {
    let mut stage = Stage::plain(databases(), (120, 36));
    if let Some(robustness) = robustness {
        let (generation, robustness) = (stage.app.generation(), Box::new(robustness.clone()));
        stage.act(Action::Refined { generation, robustness });
    }
    let mut page = Page::new(&stage.look, cells);
    overview::write(&mut page, &stage.app, &stage.look);
    page.lines(0).map(|line| line.to_string()).collect()
}

fn drawn() -> Robustness {
    let shares = |first: [f64; 4]| Shares { first: first.into(), error: 0.0021 };
    let confidence = Confidence {
        confidence: Some(0.7),
        error: 0.0021,
        closest_rival: Some(0),
        first: vec![0.25; 4],
    };
    Robustness {
        confidence,
        similar: shares([0.3, 0.0, 0.0, 0.7]),
        same_order: shares([0.12, 0.000_2, 0.0, 0.879_8]),
        all: shares([0.402, 0.051, 0.3, 0.247]),
        central: vec![None; 4],
    }
}

#[test]
fn drawn_shares_say_how_far_off_they_may_be_and_missing_ones_that_they_are_coming() {
    for cells in [110, 60, 50] {
        let text = overview(Some(&drawn()), cells).join("\n");
        assert!(text.contains(" 40.2 % ±0.2"), "{text}");
        assert!(text.contains("  <0.1 % ±0.2"), "{text}");
        let mut exact = drawn();
        for shares in [&mut exact.similar, &mut exact.same_order, &mut exact.all] {
            shares.error = 0.0;
        }
        let text = overview(Some(&exact), cells).join("\n");
        assert!(text.contains(" 40.2 %") && !text.contains('±'), "{text}");
        let text = overview(None, cells).join(" ");
        assert!(text.contains("computing…") && !text.contains("40.2 %"), "{text}");
    }
}

#[test]
fn bars_are_as_long_as_the_shares() {
    let lines = overview(Some(&drawn()), 150);
    let line = lines.iter().find(|it| it.trim_start().starts_with("SQ SQLite") && it.contains('%'));
    let line = line.expect("SQLite has bars");
    let full = line.matches('█').count() as f64;
    // Each bar has 30 cells.
    assert!((full / 90.0 - (0.247 + 0.7 + 0.8798) / 3.0).abs() < 0.05, "{line}");
}

#[test]
fn the_sides_of_the_zero_line_differ_without_colour() {
    let mono = Theme::bundled("dark", Depth::Mono).expect("it is bundled");
    let mut stage = Stage::new(travel(), (120, 36), mono, &Glyphs::UNICODE);
    let text = stage.keys("v").text();
    let row =
        text.lines().find(|it| it.contains("Comfort  ") && it.contains('┊')).expect("it has a row");
    let (left, right) = row.split_once('┊').expect("it crosses the zero line");
    assert!(left.contains('━') && !left.contains('╌'), "{row}");
    assert!(right.contains('╌') && !right.contains('━') && right.contains('●'), "{row}");
}

#[test]
fn the_ends_of_a_swing_carry_their_margins_and_weights() {
    let mut stage = Stage::plain(travel(), (120, 36));
    let text = stage.keys("v").text();
    assert_eq!(stage.app.swings().len(), 3);
    for swing in stage.app.swings() {
        let name = &stage.app.judgement().criterion(stage.app.decision(), swing.criterion).name;
        let is_row = |it: &&str| it.contains(&format!(" {name}  ")) && it.contains('┊');
        let row = text.lines().skip(8).find(is_row).expect("a row");
        let (low, high) = (words::signed(swing.low().margin), words::signed(swing.high().margin));
        let (_, bar) = row.split_once(&low).expect("its lower margin");
        let (bar, _) = bar.rsplit_once(&high).expect("its higher margin");
        let bar: String = bar.chars().filter(|it| !" ┊".contains(*it)).collect();
        let (left, right) = if swing.is_upwards() { ("0", "10") } else { ("10", "0") };
        assert!(bar.starts_with(left) && bar.ends_with(right), "{row}");
    }
}

/// Alpha leads; without the second criterion Beta would, with most of the weight on it Gamma.
fn between_two() -> Decision {
    let mut decision = databases();
    decision.alternatives.truncate(3);
    for (at, name) in ["Alpha", "Beta", "Gamma"].into_iter().enumerate() {
        decision.alternatives[at].name = name.into();
    }
    decision.criteria.truncate(2);
    decision.scale.worst = 0.0;
    decision.scale.best = 100.0;
    let weights_and_ratings = [("One", 50, [60.0, 70.0, 20.0]), ("Two", 20, [60.0, 20.0, 90.0])];
    for (criterion, (name, tenths, ratings)) in
        decision.criteria.iter_mut().zip(weights_and_ratings)
    {
        criterion.name = name.into();
        criterion.weight = Weight::from_tenths(tenths).expect("in range");
        criterion.claims.truncate(3);
        for claim in &mut criterion.claims {
            claim.rating = ratings[claim.alternative];
        }
    }
    decision
}

#[test]
fn each_end_of_a_swing_names_its_own_leader_and_stands_at_its_own_margin() {
    let mut stage = Stage::plain(between_two(), (120, 36));
    let text = stage.keys("v").text();
    let row = text.lines().find(|it| it.contains("│  Two ")).expect("a row");
    // The margin is -10.0 without it, where Beta leads, and -6.7 with it at 10, where Gamma does.
    let (_, bar) = row
        .split_once(" B -10.0")
        .unwrap_or_else(|| panic!("Beta's margin is the lower one in\n{text}"));
    let (bar, _) = bar.rsplit_once(" G  -6.7").expect("the higher margin is Gamma's");
    let (ends, rest) = bar.split_once('┊').expect("it reaches the zero line");
    assert!(rest.contains('●') && !rest.contains("10"), "{bar}");
    // From an end to the next one, the bar is drawn as whoever leads at it.
    let (lower, higher) = ends.split_once(" 10").expect("the higher end has its label");
    let stroke = |a| stage.look.glyphs.stroke(Some(a));
    assert!(lower.trim_start().starts_with("0 ") && lower.contains(stroke(1)), "{bar}");
    assert!(higher.contains(stroke(2)) && !higher.contains(stroke(1)), "{bar}");
}

#[test]
fn the_pairs_of_two_add_up() {
    let mut decision = databases();
    for criterion in &mut decision.criteria {
        criterion.claims[1].rating = criterion.claims[0].rating;
    }
    let stage = Stage::plain(decision, (120, 36));
    let pairs = stage.app.pairs();
    for (x, &one) in pairs.order.iter().enumerate() {
        for (y, &other) in pairs.order.iter().enumerate().filter(|(y, _)| *y != x) {
            let sum = pairs.ahead[x][y] + pairs.ahead[y][x];
            assert!((sum - 1.0).abs() < 1e-9, "{one} and {other}: {sum}");
            let exact = stage.app.assessment().ahead(one, other).expect("scored");
            assert!((pairs.ahead[x][y] - exact).abs() < 1e-9);
        }
    }
}

#[test]
fn more_than_eight_alternatives_say_how_many_follow() {
    let mut decision = databases();
    for a in 4..11 {
        let mut copy = decision.alternatives[a % 4].clone();
        copy.name = format!("Fork {a}");
        decision.alternatives.push(copy);
        for criterion in &mut decision.criteria {
            let claim = Claim { alternative: a, ..criterion.claims[a % 4].clone() };
            criterion.claims.push(claim);
        }
    }
    let mut stage = Stage::plain(decision, (120, 36));
    let text = stage.keys("v left left").text();
    assert!(text.contains("These are the first 8 by score; 3 more follow."), "{text}");
    stage.refine();
    let text = stage.keys("esc v").text();
    assert!(text.contains("5 more "), "{text}");
}

#[test]
fn the_mouse_finds_sections_and_rows() {
    let mut stage = Stage::plain(databases(), (120, 36));
    let find = |stage: &Stage, text: &str| {
        let screen = stage.text();
        let found = screen.lines().enumerate().skip(8).find(|(_, line)| line.contains(text));
        let (y, line) = found.unwrap_or_else(|| panic!("no {text} on\n{screen}"));
        let x = width(&line[..line.find(text).expect("found")]);
        stage.target(u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))
    };
    stage.refine();
    stage.keys("v");
    for section in stage.app.sections() {
        assert_eq!(find(&stage, section.title()), Target::Section(section));
    }
    assert_eq!(find(&stage, "similar weights"), Target::Overlay);
    for (row, swing) in stage.app.swings().iter().enumerate() {
        let name = &stage.app.decision().criteria[swing.criterion].name;
        assert_eq!(find(&stage, &format!("{name} ")), Target::Result(row));
    }
    stage.keys("right right");
    for (row, a) in stage.app.assessment().ranking().into_iter().enumerate() {
        let name = &stage.app.decision().alternatives[a].name;
        assert_eq!(find(&stage, &format!("{name} ")), Target::Result(row));
    }
    assert_eq!(find(&stage, "Flexible schema"), Target::Overlay);
}

#[test]
fn all_of_every_section_can_be_reached_on_a_low_screen() {
    let mut stage = Stage::plain(travel(), (50, 14));
    stage.refine();
    for (section, text) in [
        ("v", "Price"),
        ("right", "each alone"),
        ("right", "Comfort"),
        ("right", "with the verdict"),
    ] {
        let mut seen = stage.keys(section).text();
        for key in ["down"; 40].into_iter().chain(["pagedown"; 5]) {
            seen.push_str(&stage.keys(key).text());
        }
        let seen = seen.split_whitespace().filter(|it| *it != "│").collect::<Vec<_>>().join(" ");
        assert!(seen.contains(text), "{text} is never shown\n{seen}");
    }
}

#[test]
fn the_figures_of_the_help_are_plain_where_the_terminal_is() {
    for figure in FIGURES {
        for text in [figure.label, figure.meaning] {
            let plain = Glyphs::ASCII.written(text);
            assert!(plain.is_ascii(), "{plain}");
            assert_eq!(Glyphs::UNICODE.written(text), text);
        }
    }
}

#[test]
fn the_help_shows_the_figures_of_where_it_was_asked_for() {
    for (keys, text) in [
        ("?", "What you see: criteria"),
        ("v right ?", "What you see: how sure: reversals"),
        ("esc esc s ?", "What you see: sources"),
    ] {
        let mut stage = Stage::plain(crowd(), (120, 36));
        let first = stage.keys(keys).text();
        assert!(first.contains(text), "{first}");
        assert!(matches!(stage.app.overlay(), Some(Overlay::Help(_))));
        let rest: String = (0..12).map(|_| stage.keys("pagedown").text()).collect();
        assert!((first + &rest).contains("the verdict, above everything"));
        assert!(stage.keys("tab").text().contains("Get around"));
    }
}

#[test]
fn a_difference_of_weights_is_that_of_the_figures_beside_it() {
    for keys in ["v right right", "v right right down"] {
        let mut stage = Stage::plain(databases(), (120, 36));
        stage.refine();
        let text = stage.keys(keys).text();
        let mut rows = 0;
        for line in text.lines().skip(8).filter(|it| it.matches('%').count() == 2) {
            let figure = |it: &str| it.trim_end_matches('%').parse::<f64>().ok();
            let figures: Vec<f64> = line.split_whitespace().filter_map(figure).collect();
            let [yours, theirs, difference] = figures[..] else { continue };
            assert!((theirs - yours - difference).abs() < 1e-9, "{line}");
            rows += 1;
        }
        assert_eq!(rows, 5, "{text}");
    }
}

#[test]
fn no_label_of_a_swing_hides_the_zero_line() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (60, 16), (50, 14)] {
        for decision in [travel(), databases()] {
            let mut stage = Stage::plain(decision, (width, height));
            let text = stage.keys("v").text();
            let rows = text
                .lines()
                .skip_while(|it| !it.contains("How sure"))
                .filter(|it| it.contains('●') && it.contains('│'));
            for row in rows.clone() {
                assert!(row.contains('┊'), "{row}");
            }
            assert!(rows.count() >= 1, "{text}");
        }
    }
}

/// A decision in which all but the first are rated alike.
fn one_against_equals() -> Decision {
    let mut decision = databases();
    for (criterion, first) in decision.criteria.iter_mut().zip([5.0, 1.0, 4.0, 4.0, 4.0]) {
        for claim in &mut criterion.claims {
            claim.rating = if claim.alternative == 0 { first } else { 3.0 };
        }
    }
    decision
}

#[test]
fn a_tie_is_not_told_as_another_leader() {
    let mut decision = one_against_equals();
    decision.criteria.truncate(2);
    let mut stage = Stage::plain(decision, (120, 36));
    let text = stage.keys("v").text();
    let words: Vec<&str> = text.split(['│', ' ', '\n']).filter(|it| !it.is_empty()).collect();
    let words = words.join(" ");
    assert!(words.contains("No single weight reverses it, 2 can make it a tie."), "{text}");
    assert!(text.contains("others are tied ┊"), "{text}");
    let mut stage = Stage::plain(databases(), (120, 36));
    let text = stage.keys("v").text();
    assert!(text.contains("another leads ┊") && !text.contains("make it a tie"), "{text}");
}

#[test]
fn weights_on_which_an_alternative_never_comes_first_are_not_offered() {
    let mut stage = Stage::plain(one_against_equals(), (120, 36));
    stage.refine();
    assert!(stage.keys("v right right").text().contains("Enter adopt"), "{}", stage.text());
    let text = stage.keys("down").text();
    assert!(text.contains("comes first on") && text.contains("adopt"), "{text}");
}
