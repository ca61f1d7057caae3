//! The other axis of the map, and the mouse on chart and map.

use super::*;

/// What is held after these keys in a fresh explorer.
fn held(keys: &str) -> Option<usize> {
    let mut app = explorer();
    type_keys(&mut app, keys);
    app.held()
}

#[test]
fn a_criterion_is_held_until_it_is_let_go_or_another_one_is() {
    for (keys, expected) in [
        ("", None),
        ("c", Some(0)),
        ("c c", None),
        ("down c g", Some(1)),
        ("down c G c", Some(2)),
        ("down c G c g", Some(2)),
        ("c tab c", None),
        ("c shift-tab enter", Some(0)),
        ("c R", Some(0)),
        // In the other panes no criterion is selected.
        ("shift-tab c", None),
        ("tab tab c", None),
    ] {
        assert_eq!(held(keys), expected, "{keys:?}");
    }
}

#[test]
fn holding_shows_what_if_and_says_what_to_do_next() {
    let mut app = explorer();
    type_keys(&mut app, "c");
    assert_eq!(app.tab(), Tab::WhatIf);
    let news = app.notice().expect("news");
    assert_eq!(news, "comfort is the second axis: select another criterion for the first");
    assert_eq!(app.other_axis(0), None);
    type_keys(&mut app, "down");
    assert_eq!((app.tab(), app.other_axis(1)), (Tab::WhatIf, Some(0)));
    type_keys(&mut app, "up c");
    assert_eq!(app.notice(), Some("comfort is no longer the second axis"));
}

#[test]
fn where_nothing_is_held_the_widest_swing_is_the_other_axis() {
    let mut app = explorer();
    for j in 0..3 {
        let other = app.other_axis(j).expect("there are three");
        assert_ne!(other, j);
        assert_eq!(Some(other), app.assessment().widest_swing_beside(j));
    }
    // The slider of the axis itself does not choose another map.
    let other = app.other_axis(0);
    for _ in 0..15 {
        type_keys(&mut app, "H H H");
        assert_eq!(app.other_axis(0), other);
    }
}

#[test]
fn what_is_held_survives_undo_and_the_removal_of_criteria() {
    let mut app = explorer();
    for name in ["X", "Y"] {
        type_keys(&mut app, "a");
        type_text(&mut app, name);
        type_keys(&mut app, "enter");
        type_keys(&mut app, "g");
    }
    type_keys(&mut app, "G c");
    assert_eq!(app.held(), Some(4));
    // X goes, and Y moves up.
    type_keys(&mut app, "up delete");
    assert_eq!((app.count(Pane::Criteria), app.held()), (4, Some(3)));
    type_keys(&mut app, "u");
    assert_eq!(app.held(), Some(4));
    // Y goes, and what is held with it, until it comes back.
    type_keys(&mut app, "u");
    assert_eq!((app.count(Pane::Criteria), app.held()), (4, None));
    assert!(app.other_axis(0).is_some());
    type_keys(&mut app, "ctrl-r");
    assert_eq!(app.held(), Some(4));
}

fn at(tenths: u8) -> Weight {
    Weight::from_tenths(tenths).expect("in range")
}

fn act(app: &mut App, gesture: Gesture, target: Target) {
    update(app, Action::Point(Pointer { gesture, target }));
}

#[test]
fn dragging_on_the_map_moves_both_weights_as_one_step_of_undo() {
    let mut app = explorer();
    type_keys(&mut app, "l tab right");
    let map = |x, y| Target::Map([(0, at(x)), (2, at(y))]);
    act(&mut app, Gesture::Press, map(10, 20));
    assert_eq!(tenths(&app), [10, 30, 20]);
    assert_eq!(app.dragging(), Some(Handle::Map(0, 2)));
    act(&mut app, Gesture::Drag, map(30, 90));
    act(&mut app, Gesture::Drag, map(35, 95));
    // Whatever else the mouse comes over is not what it has hold of.
    act(&mut app, Gesture::Drag, Target::Slider(1, at(0)));
    act(&mut app, Gesture::Drag, Target::Chart(0, at(0)));
    act(&mut app, Gesture::Release, Target::Nothing);
    assert_eq!((tenths(&app), app.focus()), (vec![35, 30, 95], Pane::Detail));
    act(&mut app, Gesture::Drag, map(0, 0));
    assert_eq!(tenths(&app), [35, 30, 95]);
    type_keys(&mut app, "u");
    assert_eq!(tenths(&app), [60, 30, 20]);
    type_keys(&mut app, "u");
    assert_eq!(tenths(&app), [50, 30, 20]);
}

#[test]
fn the_map_under_the_hand_stays_the_same_map() {
    let mut app = explorer();
    type_keys(&mut app, "tab right");
    let other = app.other_axis(0).expect("there are three");
    for (x, y) in [(0, 0), (0, 100), (100, 100), (100, 0)] {
        act(&mut app, Gesture::Press, Target::Map([(0, at(x)), (other, at(y))]));
        assert_eq!(app.other_axis(0), Some(other));
        act(&mut app, Gesture::Release, Target::Nothing);
        assert_eq!(app.other_axis(0), Some(other));
    }
}

#[test]
fn dragging_on_the_chart_moves_its_criterion_and_keeps_the_pane() {
    let mut app = explorer();
    type_keys(&mut app, "down tab right");
    act(&mut app, Gesture::Press, Target::Chart(1, at(71)));
    act(&mut app, Gesture::Drag, Target::Chart(1, at(72)));
    act(&mut app, Gesture::Release, Target::Chart(1, at(72)));
    assert_eq!((tenths(&app), app.focus()), (vec![50, 72, 20], Pane::Detail));
    type_keys(&mut app, "u");
    assert_eq!(tenths(&app), [50, 30, 20]);
}
