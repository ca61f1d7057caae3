//! The What-if tab: chart and map, at every size, with few and many alternatives, and under the mouse.

use super::*;

/// So many alternatives, each the best somewhere as two of four criteria become more important.
fn rivals(count: usize) -> Decision {
    let mut decision = small();
    let names = ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"];
    decision.alternatives = (0..count)
        .map(|a| Alternative { id: format!("a{a}"), name: names[a].into(), summary: String::new() })
        .collect();
    let scale = decision.scale.clone();
    // Around a quarter of a circle: the more of the one, the less of the other.
    let angle = |a: usize| a as f64 / (count - 1) as f64 * std::f64::consts::FRAC_PI_2;
    let value = |j: usize, a: usize| match j {
        0 => angle(a).sin(),
        1 => angle(a).cos(),
        2 => 0.3,
        _ => [0.2, 0.35, 0.3, 0.4, 0.25, 0.3][a],
    };
    decision.criteria = ["Shade", "Timber", "Price", "Speed of growth"]
        .iter()
        .enumerate()
        .map(|(j, name)| Criterion {
            id: format!("c{j}"),
            name: (*name).into(),
            question: String::new(),
            group: "Trees".into(),
            weight: Weight::clamped([30, 60, 20, 50][j]),
            scale: None,
            claims: (0..count)
                .map(|alternative| Claim {
                    source: 0,
                    alternative,
                    rating: scale.at(value(j, alternative)),
                    range: None,
                    says: "It is so.".into(),
                    caution: None,
                })
                .collect(),
        })
        .collect();
    decision
}

#[test]
fn chart_and_map_at_every_size() {
    for size in [(200, 60), (120, 36), (80, 24), (50, 14)] {
        for count in [2, 3, 6] {
            let mut stage = Stage::plain(rivals(count), size);
            let mut text = stage.keys("tab right").text();
            if size.0 < 100 {
                // The map is the second page.
                text.push_str(&stage.keys("down").text());
            }
            insta::assert_snapshot!(format!("map-{}x{}-{count}", size.0, size.1), text);
        }
    }
}

#[test]
fn the_map_in_colour_without_it_and_without_unicode() {
    let mono = Theme::bundled("dark", Depth::Mono).expect("it is bundled");
    let mut stage = Stage::plain(rivals(3), (120, 36));
    insta::assert_snapshot!("map-style", text_and_style(stage.keys("tab right").buffer()));
    let mut stage = Stage::new(rivals(6), (120, 36), mono, &Glyphs::ASCII);
    insta::assert_snapshot!("map-ascii", stage.keys("down tab right").text());
    assert!(stage.text().is_ascii());
    let mut wide = Stage::plain(rivals(6), (300, 50));
    insta::assert_snapshot!("map-beside", wide.keys("tab right").text());
}

#[test]
fn without_a_map_the_reason_is_said() {
    for (keys, expected) in [
        ("c", "Select another criterion"),
        ("down c space up tab", "Timber, its second axis, is out"),
        ("space tab right", "its weight changes nothing"),
        ("space down space G space up space tab right", "No criterion is left to score"),
    ] {
        for size in [(120, 36), (80, 24), (60, 20)] {
            let mut stage = Stage::plain(rivals(3), size);
            let text = stage.keys(keys).text();
            let words: Vec<&str> =
                text.split(['│', ' ', '\n']).filter(|it| !it.is_empty()).collect();
            let words = words.join(" ");
            let found = expected.split(' ').all(|word| words.contains(word));
            assert!(found, "{keys} at {size:?} does not say {expected:?}:\n{text}");
        }
    }
}

#[test]
fn who_leads_at_0_where_nothing_else_counts_is_said_to_the_end() {
    let mut decision = travel();
    decision.criteria.truncate(2);
    decision.use_cases.clear();
    decision.case_studies.clear();
    // Comfort speaks for the boat; Price, with equal shares, speaks louder for the train.
    for (j, tenths) in [50, 0].into_iter().enumerate() {
        decision.criteria[j].weight = Weight::clamped(tenths);
    }
    decision.criteria[1].claims[0].rating = 500.0;
    decision.criteria[1].claims[1].rating = 100.0;
    for size in [(80, 24), (120, 36), (60, 20)] {
        let mut stage = Stage::plain(decision.clone(), size);
        let text = stage.keys("f3").text();
        let mut lines = text.lines().skip_while(|line| !line.contains("at 0.0"));
        let found: Vec<&str> = lines.by_ref().take(2).collect();
        let found = found.join(" ");
        let is_whole = found.contains("Train leads") || found.contains("T at 0.0");
        assert!(is_whole, "at {size:?}:\n{text}");
    }
}

/// What is held is the other axis of whatever is selected; without room for both, it comes first.
#[test]
fn what_is_held_is_the_other_axis() {
    let shown = |stage: &Stage| {
        let text = stage.text();
        let has_map = text.lines().any(|line| line.contains("││ Speed of growth"));
        (has_map, text.contains("leads from"))
    };
    let mut stage = Stage::plain(rivals(3), (120, 36));
    stage.keys("G c g");
    assert_eq!(shown(&stage), (true, true), "{}", stage.text());
    let mut stage = Stage::plain(rivals(3), (80, 24));
    stage.keys("G c g");
    assert_eq!(shown(&stage), (true, false), "{}", stage.text());
    stage.keys("tab down");
    assert_eq!(shown(&stage), (false, true), "{}", stage.text());
    stage.keys("up");
    assert_eq!(shown(&stage), (true, false), "{}", stage.text());
}

/// All places of the screen with what the mouse would move there.
fn handles(stage: &Stage) -> Vec<((u16, u16), Target)> {
    let area = stage.buffer().area;
    area.positions()
        .map(|at| ((at.x, at.y), stage.target(at.x, at.y)))
        .filter(|(_, target)| matches!(target, Target::Map(_) | Target::Chart(..)))
        .collect()
}

#[test]
fn the_mouse_sets_what_is_drawn_where_it_points() {
    for (size, keys) in [
        ((120, 36), "tab right"),
        ((200, 60), "tab right"),
        ((300, 50), "tab right"),
        ((80, 24), "tab right down"),
    ] {
        let mut stage = Stage::plain(rivals(3), size);
        stage.keys(keys);
        let places = handles(&stage);
        let ends = [Weight::MIN, Weight::MAX];
        for (x, y) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let corner = Target::Map([(0, ends[x]), (1, ends[y])]);
            assert!(places.iter().any(|(_, target)| *target == corner), "{size:?}");
        }
        for ((x, y), _) in places.iter().step_by(23) {
            let Target::Map([(first, _), (second, _)]) = stage.target(*x, *y) else { continue };
            for gesture in [Gesture::Press, Gesture::Release] {
                let target = stage.target(*x, *y);
                stage.act(Action::Point(Pointer { gesture, target }));
            }
            // On the axis, the point is on the line above it.
            let thumbs = [*y, *y - 1].map(|y| stage.buffer()[(*x, y)].symbol() == "●");
            assert!(thumbs.contains(&true), "{x}, {y} at {size:?}\n{}", stage.text());
            // A press where it is moves nothing.
            let now = |j: usize| (j, stage.app.judgement().weight(j));
            assert_eq!(stage.target(*x, *y), Target::Map([now(first), now(second)]));
        }
    }
}

#[test]
fn a_press_on_the_chart_moves_the_slider_there() {
    let mut stage = Stage::plain(rivals(2), (120, 36));
    stage.keys("tab right");
    let places = handles(&stage);
    let charts = places.iter().filter(|(_, target)| matches!(target, Target::Chart(..)));
    let mut seen = 0;
    for ((x, y), _) in charts.step_by(11) {
        let target = stage.target(*x, *y);
        let Target::Chart(0, weight) = target else { panic!("{target:?}") };
        stage.act(Action::Point(Pointer { gesture: Gesture::Press, target }));
        stage.act(Action::Point(Pointer { gesture: Gesture::Release, target }));
        assert_eq!(stage.app.judgement().weight(0), weight);
        seen += 1;
    }
    assert!(seen > 10);
}

/// A drag goes on wherever the mouse gets to, and ends at the ends of the scales.
#[test]
fn a_drag_beyond_the_map_stays_on_its_rim() {
    let mut stage = Stage::plain(rivals(3), (120, 36));
    stage.keys("tab right");
    let places = handles(&stage);
    let on_map = places.iter().find(|(_, target)| matches!(target, Target::Map(_)));
    let (_, target) = *on_map.expect("there is a map");
    stage.act(Action::Point(Pointer { gesture: Gesture::Press, target }));
    let event = |column, row| MouseEvent {
        kind: MouseEventKind::Drag(MouseButton::Left),
        column,
        row,
        modifiers: KeyModifiers::NONE,
    };
    for ((column, row), (x, y)) in [((0, 0), (0, 100)), ((119, 0), (100, 100)), ((0, 35), (0, 0))] {
        let target = target_of(&stage, event(column, row));
        stage.act(Action::Point(Pointer { gesture: Gesture::Drag, target }));
        let now = |j| stage.app.judgement().weight(j).tenths();
        assert_eq!((now(0), now(1)), (x, y));
    }
}

fn target_of(stage: &Stage, event: MouseEvent) -> Target {
    let area = stage.buffer().area;
    target(&stage.app, &stage.look, Size::new(area.width, area.height), event)
}

/// The first of many wins, and the others share what is left of the chart.
#[test]
fn every_tag_stands_where_its_curve_ends() {
    let mut decision = rivals(6);
    for criterion in &mut decision.criteria {
        for claim in &mut criterion.claims {
            claim.rating = if claim.alternative == 0 { 4.0 } else { 3.0 };
        }
    }
    for size in [(200, 60), (120, 36), (80, 24), (60, 16)] {
        let mut stage = Stage::plain(decision.clone(), size);
        let text = stage.keys("f3").text();
        let is_curve = |line: &&str| line.contains(|it| ('\u{2801}'..='\u{28ff}').contains(&it));
        let found: Vec<&str> = text
            .lines()
            .filter(is_curve)
            .filter_map(|line| line.split(['│', ' ', '┃']).rfind(|it| !it.is_empty()))
            .collect();
        assert_eq!(found, ["A", "B+"], "at {size:?}:\n{text}");
    }
}

#[test]
fn whatever_is_held_the_chart_stays() {
    for size in [(120, 36), (80, 24), (60, 16), (50, 14)] {
        let mut stage = Stage::plain(rivals(2), size);
        let is_axis = |line: &str| line.contains("╰─") && line.contains("●─");
        let has_chart = |stage: &Stage| stage.text().lines().any(is_axis);
        assert!(has_chart(stage.keys("f3")), "at {size:?}:\n{}", stage.text());
        assert!(has_chart(stage.keys("c")), "at {size:?}:\n{}", stage.text());
    }
}
