//! Figures and names have room for what tells them apart, and what is shown adds up.

use super::*;
use crate::decision::Scale;

/// A journey whose price is in large numbers and whose comfort is in small ones.
fn measured() -> Decision {
    let mut decision = travel();
    let price = &mut decision.criteria[1];
    price.scale = Some(Scale { worst: 1_250_000.0, best: 20.0, unit: Some("EUR".into()) });
    price.claims[0].rating = 247_357.28;
    price.claims[1].rating = 924_561.49;
    let comfort = &mut decision.criteria[0];
    comfort.scale = Some(Scale { worst: 0.5, best: 0.001, unit: Some("bumps".into()) });
    for (claim, value) in comfort.claims.iter_mut().zip([0.417_4, 0.2, 0.024_2]) {
        claim.rating = value;
    }
    decision
}

#[test]
fn a_measured_criterion_has_its_strip_its_unit_and_its_direction_on_a_small_screen() {
    let mut stage = Stage::plain(measured(), (80, 24));
    let text = stage.keys("f2").text();
    for shown in ["0.2208", "0.4174", "0.5 worst … 0.001 best, bumps"] {
        assert!(text.contains(shown), "{shown}\n{text}");
    }
    let text = stage.keys("esc down f2").text();
    for shown in ["Boat   ──", "Train  ──", "247,357", "924,561", "1,250,000 worst … 20 best"]
    {
        assert!(text.contains(shown), "{shown}\n{text}");
    }
}

#[test]
fn a_claim_says_whose_it_is_where_its_heading_is_out_of_sight() {
    for (size, claim) in [((30, 8), "▸ B 5 [2] grand"), ((80, 24), "▸ B 5 grand")] {
        let mut stage = Stage::plain(travel(), size);
        stage.keys("enter");
        for _ in 0..40 {
            stage.keys("down");
        }
        assert!(stage.text().contains(claim), "{size:?}\n{}", stage.text());
    }
}

#[test]
fn why_is_read_from_its_beginning() {
    for size in [(80, 24), (60, 16), (50, 14), (30, 8)] {
        let mut stage = Stage::plain(travel(), size);
        let text = stage.keys("f3 esc enter").text();
        assert!(text.contains("How is comfort?"), "{size:?}\n{text}");
    }
}

#[test]
fn alternatives_that_begin_alike_stay_apart() {
    let mut decision = travel();
    decision.alternatives[0].name = "Amazon Aurora PostgreSQL Serverless v2".into();
    decision.alternatives[1].name = "Amazon Aurora MySQL Compatible Edition".into();
    for (size, keys) in
        [((80, 24), "f2"), ((60, 16), "f2"), ((80, 24), "p 9 f4"), ((120, 36), "f2")]
    {
        let mut stage = Stage::plain(decision.clone(), size);
        let text = stage.keys(keys).text();
        for end in ["s v2", "tion"] {
            let pane = text.lines().filter_map(|line| line.rsplit_once("││"));
            let found = pane.filter(|it| it.1.contains(end)).count();
            assert!(found > 0, "{end} {size:?} {keys}\n{text}");
        }
    }
}

#[test]
fn the_disagreements_begin_with_the_two_that_the_verdict_is_about() {
    let mut decision = crowd();
    for (n, claim) in decision.criteria[1].claims.clone().into_iter().enumerate() {
        let rating = if n % 2 == 0 { 1.0 } else { 5.0 };
        decision.criteria[1].claims.push(Claim { source: 1, rating, ..claim });
    }
    let mut stage = Stage::plain(decision, (60, 20));
    let text = stage.keys("d").text();
    let head = text.lines().find(|it| it.contains("points  ")).expect("the heads");
    let verdict = stage.app.assessment().verdict().expect("a verdict");
    let names = &stage.app.decision().alternatives;
    let place = |a: usize| head.find(names[a].name.split(' ').next().expect("a word"));
    assert!(place(verdict.first).expect(head) < place(verdict.second).expect(head), "{text}");
    assert!(head.contains('+'), "{text}");
}

#[test]
fn the_changes_of_criteria_add_up_to_the_change_of_the_margin() {
    for keys in ["p l l f4", "p down h h f4", "p G l 3 f4", "p l down h G h f4"] {
        let mut stage = Stage::plain(travel(), (120, 36));
        let text = stage.keys(keys).text();
        let pane: Vec<&str> =
            text.lines().filter_map(|it| it.rsplit_once("││")).map(|it| it.1).collect();
        let all = pane.iter().position(|it| it.contains("in all ")).expect("a sum");
        let number = |text: &str| text.parse::<f64>().expect("a number");
        let changes = pane[all + 1..].iter().map_while(|it| it.split_whitespace().nth_back(1));
        let sum: f64 = changes.map(number).sum();
        let total: Vec<&str> =
            pane[all].split([' ', '→', '│', ':']).filter(|it| !it.is_empty()).collect();
        let (shown, then, now) = (number(total[2]), number(total[3]), number(total[4]));
        assert!((sum - shown).abs() < 1e-6 && (now - then - shown).abs() < 1e-6, "{keys}\n{text}");
    }
}

#[test]
fn who_is_still_to_be_rated_is_named_and_nobody_once_all_are() {
    let mut stage = Stage::plain(travel(), (120, 36));
    stage.keys("a m y enter");
    let text = stage.text();
    assert!(text.contains("o rates it yourself."), "{text}");
    stage.keys("o 4 enter");
    assert!(stage.text().contains("Rating missing: Train."), "{}", stage.text());
    stage.keys("o down down 3 enter");
    let text = stage.text();
    assert!(!text.contains("Rating missing") && !text.contains("rates it yourself"), "{text}");
}

#[test]
fn a_small_chart_is_drawn_where_there_are_four_lines_and_no_map_is_spoken_of_without_one() {
    for (size, drawn) in [((60, 16), true), ((50, 14), true), ((40, 12), false), ((30, 8), false)] {
        let mut stage = Stage::plain(travel(), size);
        let chart = stage.keys("f3").text();
        let dots = |text: &str| text.chars().any(|it| ('\u{2801}'..='\u{28ff}').contains(&it));
        assert_eq!(dots(&chart), drawn, "{size:?}\n{chart}");
        let text = stage.keys("down").text();
        assert!(!text.contains("this map"), "{size:?}\n{text}");
        if !drawn {
            assert!(text.contains("Train leads on"), "{size:?}\n{text}");
        }
    }
}

#[test]
fn the_disagreements_say_how_many_alternatives_have_no_column() {
    let mut decision = crowd();
    for a in 5..12 {
        let name = format!("Alternative {a}");
        decision.alternatives.push(Alternative { name, ..decision.alternatives[0].clone() });
        for criterion in &mut decision.criteria {
            let copy = criterion.claims.iter().find(|it| it.alternative == 0).cloned();
            criterion.claims.extend(copy.map(|it| Claim { alternative: a, ..it }));
        }
    }
    // Two ratings of one alternative that differ by more than a quarter of the scale disagree.
    for criterion in &mut decision.criteria {
        let copy = criterion.claims[0].clone();
        let rating = if copy.rating > 3.0 { copy.rating - 1.5 } else { copy.rating + 1.5 };
        criterion.claims.push(Claim { rating, source: 1 - copy.source, ..copy });
    }
    for width in [60, 70, 80, 81, 82, 83, 84, 85, 100, 120] {
        let mut stage = Stage::plain(decision.clone(), (width, 24));
        let text = stage.keys("d").text();
        let mut lines = text.lines().skip_while(|line| !line.contains("  points  "));
        let (head, row) = (lines.next().expect("heads"), lines.next().expect("a row"));
        // Behind the points stand the ratings.
        let ratings = row.split([' ', '│']).filter(|it| !it.is_empty());
        let columns = ratings.skip_while(|it| !it.contains('.')).skip(1);
        let columns = columns.take_while(|it| it.starts_with(char::is_numeric)).count();
        let (_, more) = head.split_once("  +").unwrap_or_else(|| panic!("at {width}: {head}"));
        let more = more.split(['│', ' ']).next().and_then(|it| it.parse::<usize>().ok());
        assert_eq!(more, Some(12 - columns), "at {width}: {head}\n{row}");
    }
}
