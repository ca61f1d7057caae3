//! Keys on a slider that follow each other, by (before, times and keys, after).

use super::*;

/// Types keys at times, in milliseconds.
fn type_at(app: &mut App, script: &[(u64, &str)]) {
    for (millis, keys) in script {
        update(app, Action::Clock(Duration::from_millis(*millis)));
        type_keys(app, keys);
    }
}

#[test]
fn quick_presses_on_one_slider_are_one_step_of_undo_and_deliberate_ones_are_not() {
    for (script, expected) in [
        // A held key: the first repeat comes late.
        (vec![(0, "L"), (600, "L"), (630, "L L L"), (9000, "u")], [50, 30, 20]),
        // Each press may come at the end of the pause after the last.
        (vec![(0, "l"), (700, "l"), (1400, "l"), (1500, "u")], [50, 30, 20]),
        (vec![(0, "l"), (701, "l"), (800, "u")], [60, 30, 20]),
        // To and fro, fine and coarse, typed and stepped.
        (vec![(0, "l l h L 9 H"), (100, "u")], [50, 30, 20]),
        (vec![(0, "l l"), (100, "u"), (200, "ctrl-r")], [70, 30, 20]),
        // Anything else in between ends it, also what does nothing.
        (vec![(0, "l down up l u")], [60, 30, 20]),
        (vec![(0, "l down l u")], [60, 30, 20]),
        (vec![(0, "l esc l u")], [60, 30, 20]),
        (vec![(0, "l t u")], [60, 30, 20]),
        (vec![(0, "l u l u")], [50, 30, 20]),
        (vec![(0, "l space l u u")], [60, 30, 20]),
        // There and back again is no step at all.
        (vec![(0, "down 9"), (2000, "up l h"), (3000, "u")], [50, 30, 20]),
        (vec![(0, "l h l"), (2000, "u")], [50, 30, 20]),
        // Nor does it take away what can be redone, however often.
        (vec![(0, "l"), (2000, "u"), (4000, "l h"), (6000, "ctrl-r")], [60, 30, 20]),
        (vec![(0, "l"), (2000, "u"), (4000, "l h h l"), (6000, "ctrl-r")], [60, 30, 20]),
        (vec![(0, "l"), (2000, "u"), (4000, "l h h"), (6000, "ctrl-r")], [40, 30, 20]),
        // At the end of the track nothing moves, and then something does.
        (vec![(0, "="), (2000, "l h"), (4000, "u")], [100, 30, 20]),
    ] {
        let mut app = explorer();
        type_at(&mut app, &script);
        assert_eq!(tenths(&app), expected, "{script:?}");
    }
}

#[test]
fn a_held_key_on_the_trust_of_a_source_is_one_step_of_undo() {
    let mut app = explorer();
    type_at(&mut app, &[(0, "s down"), (10, "left left"), (40, "left"), (500, "u")]);
    assert!((app.judgement().trust(1).size() - 1.0).abs() < 1e-12);
    type_at(&mut app, &[(600, "left"), (700, "up left"), (800, "u")]);
    assert!((app.judgement().trust(1).size() - 0.9).abs() < 1e-12, "another source, another step");
    assert!((app.judgement().trust(0).size() - 1.0).abs() < 1e-12);
}

#[test]
fn one_and_then_nought_in_one_go_is_ten() {
    for (script, expected) in [
        (vec![(0, "1"), (700, "0")], [100, 30, 20]),
        (vec![(0, "1"), (701, "0")], [0, 30, 20]),
        (vec![(0, "1"), (100, "0"), (200, "0")], [0, 30, 20]),
        (vec![(0, "1"), (100, "0"), (200, "u")], [50, 30, 20]),
        (vec![(0, "1"), (100, "down 0")], [10, 0, 20]),
        (vec![(0, "1"), (100, "l"), (200, "0")], [0, 30, 20]),
        (vec![(0, "2"), (100, "0")], [0, 30, 20]),
    ] {
        let mut app = explorer();
        type_at(&mut app, &script);
        assert_eq!(tenths(&app), expected, "{script:?}");
    }
    let mut app = explorer();
    type_at(&mut app, &[(0, "1"), (100, "0")]);
    assert_eq!(app.notice(), Some("1 and 0 in one go: 10"));
    type_at(&mut app, &[(200, "s 1"), (300, "0")]);
    assert!((app.judgement().trust(0).size() - 1.0).abs() < 1e-12);
}
