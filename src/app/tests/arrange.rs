//! Zooming, widening, and the welcome.

use super::*;

/// Columns whose dividers can move by ten cells each way.
fn with_columns() -> App {
    let mut app = explorer();
    let divider = Divider { moved: 0, least: -10, most: 10 };
    app.view.dividers = [Some(divider); 2];
    app
}

/// Types keys one by one, the dividers going where they are asked to as they would on a screen.
fn after_frames(keys: &str) -> App {
    let mut app = with_columns();
    for key in keys.split(' ') {
        type_keys(&mut app, key);
        for (divider, moved) in app.view.dividers.iter_mut().zip(app.arrangement.moved) {
            divider.as_mut().expect("there are two").moved = moved;
        }
    }
    app
}

#[test]
fn columns_grow_and_shrink_at_the_divider_they_share_with_their_neighbour() {
    for (keys, moved) in [
        (">", [0, 4]),
        ("<", [0, -4]),
        ("> <", [0, 0]),
        ("> > > >", [0, 10]),
        ("> > > > <", [0, 6]),
        ("tab >", [0, -4]),
        ("tab <", [0, 4]),
        ("shift-tab >", [4, 0]),
        ("shift-tab <", [-4, 0]),
        ("tab tab >", [4, 0]),
    ] {
        assert_eq!(after_frames(keys).arrangement().moved, moved, "{keys:?}");
    }
}

#[test]
fn what_cannot_be_moved_says_so_and_is_no_step_of_undo() {
    let app = after_frames("> > > >");
    assert_eq!(app.notice(), Some("The column is as wide as possible on this screen"));
    let mut app = explorer();
    type_keys(&mut app, ">");
    assert_eq!(app.notice(), Some("Only one pane is on the screen"));
    let mut app = after_frames("l > z");
    type_keys(&mut app, "u");
    assert_eq!(tenths(&app), [50, 30, 20]);
    assert!(app.arrangement().zoomed);
}

#[test]
fn a_zoomed_pane_is_left_by_the_same_key_or_by_esc_before_anything_else_is() {
    for (keys, zoomed, focus) in [
        ("z", true, Pane::Criteria),
        ("z z", false, Pane::Criteria),
        ("z esc", false, Pane::Criteria),
        ("z tab", true, Pane::Detail),
        ("z enter", true, Pane::Detail),
        ("z enter esc", false, Pane::Detail),
        ("z enter esc esc", false, Pane::Criteria),
        // A source is gone back from first.
        ("tab z enter", true, Pane::Detail),
        ("tab z enter esc", true, Pane::Detail),
        ("tab z enter esc esc", false, Pane::Detail),
        // What is open over the panes is closed first.
        ("z ? esc", true, Pane::Criteria),
        // Nothing is rearranged below it.
        ("s z", false, Pane::Criteria),
    ] {
        let mut app = explorer();
        app.view.dividers = [Some(Divider { moved: 0, least: -10, most: 10 }); 2];
        type_keys(&mut app, keys);
        assert_eq!((app.arrangement().zoomed, app.focus()), (zoomed, focus), "{keys:?}");
    }
}

#[test]
fn a_newcomer_is_welcomed_until_they_do_something() {
    assert!(!explorer().welcomes());
    for keys in ["l", "esc", "tab", "?", "e", "down"] {
        let mut app = explorer().with_welcome(true);
        update(&mut app, Action::Notify("News that nobody asked for".into()));
        assert!(app.welcomes());
        type_keys(&mut app, keys);
        assert!(!app.welcomes(), "{keys}");
    }
    let mut app = explorer().with_welcome(true);
    for gesture in [Gesture::Release, Gesture::WheelDown, Gesture::Press] {
        assert!(app.welcomes());
        update(&mut app, Action::Point(Pointer { gesture, target: Target::Nothing }));
    }
    assert!(!app.welcomes());
}

#[test]
fn a_drag_is_one_step_of_undo_however_many_cells_it_crosses() {
    let mut app = explorer();
    let slider = |tenths| Target::Slider(1, Weight::from_tenths(tenths).expect("in range"));
    let point = |app: &mut App, gesture, target| {
        update(app, Action::Point(Pointer { gesture, target }));
    };
    point(&mut app, Gesture::Press, slider(30));
    for tenths in [35, 40, 70, 90] {
        point(&mut app, Gesture::Drag, slider(tenths));
    }
    point(&mut app, Gesture::Release, slider(90));
    assert_eq!(tenths(&app), [50, 90, 20]);
    type_keys(&mut app, "u");
    assert_eq!(tenths(&app), [50, 30, 20]);
    type_keys(&mut app, "u");
    assert_eq!(app.notice(), Some("Nothing to undo"));
}
