//! The robustness view by (before, keys, after).

use super::super::tests::{divided, explorer, tenths, type_keys};
use super::super::{Gesture, Pointer, Spot, Target, update};
use super::*;
use crate::app::{Action, Context};
use crate::judgement::Scenario;
use crate::search::Place;

fn page(app: &App) -> HowSure {
    let Some(Overlay::Robustness(page)) = app.overlay() else { panic!("the view is open") };
    *page
}

/// Types keys into a fresh explorer, and answers what it asks.
fn after(keys: &str) -> App {
    after_in(explorer(), keys)
}

fn after_in(mut app: App, keys: &str) -> App {
    type_keys(&mut app, keys);
    answer(&mut app);
    app
}

/// Answers the question of the explorer, if it has one.
fn answer(app: &mut App) {
    if let Some(question) = app.question() {
        let robustness = question.assessment.robustness().expect("scored");
        update(
            app,
            Action::Refined { generation: question.generation, robustness: Box::new(robustness) },
        );
    }
}

#[test]
fn the_sections_go_round_and_two_alternatives_have_no_pairs() {
    use Section::{Methods, Overview, Reversals, Weights};
    for (keys, expected) in [
        ("v", Overview),
        ("v right", Reversals),
        ("v l l", Weights),
        ("v tab tab tab", Methods),
        ("v right right right right", Overview),
        ("v left", Methods),
        ("v h shift-tab", Weights),
    ] {
        assert_eq!(page(&after(keys)).section, expected, "{keys:?}");
    }
}

#[test]
fn the_swings_stand_by_width_and_hold_every_criterion_in_the_score() {
    let app = explorer();
    let widths: Vec<f64> =
        app.swings().iter().map(|it| it.high().margin - it.low().margin).collect();
    assert_eq!(widths.len(), 3);
    assert!(widths.is_sorted_by(|x, y| x >= y), "{widths:?}");
    for swing in app.swings() {
        assert_eq!(app.assessment().swing(swing.criterion), Some(*swing));
    }
    let aside = after("space");
    assert!(aside.swings().iter().all(|it| it.criterion != 0), "{:?}", aside.swings());
}

#[test]
fn enter_on_a_swing_selects_its_criterion_and_asks_what_if() {
    let order: Vec<usize> = explorer().swings().iter().map(|it| it.criterion).collect();
    for (keys, row) in [("v enter", 0), ("v j enter", 1), ("v G enter", 2), ("v G k enter", 1)] {
        let app = after(keys);
        assert_eq!(app.overlay(), None, "{keys:?}");
        assert_eq!(app.subject(), Place::Criterion(order[row]), "{keys:?}");
        assert_eq!(app.selected(Pane::Criteria), order[row], "{keys:?}");
        assert_eq!((app.focus(), app.tab()), (Pane::Detail, Tab::WhatIf), "{keys:?}");
    }
}

#[test]
fn adopting_sets_shares_in_proportion_to_the_central_weights_as_one_step_of_undo() {
    for (keys, row) in [("v l l", 0), ("v l l down", 1)] {
        let mut app = after(keys);
        let chosen = app.assessment().ranking()[row];
        let before = tenths(&app);
        let central = app.robustness().and_then(|it| it.central[chosen].clone()).expect("it leads");
        let largest = central.iter().copied().fold(0.0, f64::max);
        type_keys(&mut app, "enter");
        let adopted = tenths(&app);
        assert_eq!(adopted.iter().max(), Some(&100));
        for (tenths, weight) in adopted.iter().zip(&central) {
            let exact = 100.0 * weight / largest;
            assert!((f64::from(*tenths) - exact).abs() <= 0.5 + 1e-9, "{tenths} for {exact}");
        }
        assert!(app.notice().is_some_and(|it| it.contains("undo restores yours")));
        answer(&mut app);
        let saved: Vec<_> = app.scenarios().list().iter().map(Scenario::judgement).collect();
        assert_eq!(saved.len(), 1);
        assert_eq!(**saved[0], *app.judgement(), "it is a scenario to come back to");
        // Among people like that it comes first, and what they would weigh stays what it is.
        assert_eq!(app.assessment().verdict().and_then(|it| it.leader), Some(chosen));
        assert_eq!(app.robustness().and_then(|it| it.central[chosen].clone()), Some(central));
        assert_eq!(page(&app).section, Section::Weights);
        type_keys(&mut app, "enter");
        assert!(app.notice().is_some_and(|it| it.contains("already")), "{:?}", app.notice());
        type_keys(&mut app, "u");
        assert_eq!(tenths(&app), before);
        assert!(app.scenarios().is_empty());
        let news = app.notice().unwrap_or_default();
        assert!(news.contains("saved, ") && news.contains("weights"), "all of it: {news}");
    }
}

#[test]
fn adopting_leaves_alone_what_is_out_of_the_score() {
    let mut app = after("space v l l");
    type_keys(&mut app, "enter");
    assert!(app.judgement().is_criterion_excluded(0));
    assert_eq!(tenths(&app)[0], 50);
    assert_eq!(tenths(&app).iter().max(), Some(&100));
}

#[test]
fn an_alternative_that_comes_first_nowhere_has_no_weights_to_adopt() {
    // On speed alone the train is better, whatever it weighs.
    let mut app = after("space down space v l l down");
    let before = tenths(&app);
    type_keys(&mut app, "enter");
    assert_eq!(tenths(&app), before);
    assert_eq!(app.notice(), Some("boat comes first on no weights: there is nothing to adopt"));
}

#[test]
fn without_anything_to_score_there_is_nothing_to_open() {
    let app = after("space down space down space v");
    assert_eq!(app.overlay(), None);
    assert!(app.notice().is_some_and(|it| it == "No criterion is left to score"));
}

#[test]
fn keys_in_the_view_move_no_slider_behind_it() {
    for keys in ["v 9", "v l 9", "v l l 0 right left", "d 7", "i 3"] {
        assert_eq!(tenths(&after_in(divided(), keys)), [50, 30, 20], "{keys:?}");
    }
}

#[test]
fn undoing_a_criterion_away_leaves_nothing_selected_that_is_no_more() {
    let mut app = explorer();
    app.change(|judgement, decision| {
        let criterion = decision.criteria[2].clone();
        judgement.add_criterion(criterion);
    });
    type_keys(&mut app, "v G G");
    app.overlay = Some(Overlay::Robustness(HowSure { criterion: 3, ..page(&app) }));
    type_keys(&mut app, "u");
    assert!(app.swings().iter().any(|it| it.criterion == page(&app).criterion));
}

#[test]
fn help_explains_where_it_was_asked_for_and_esc_leads_back_there() {
    for (keys, here) in [
        ("", Spot::Criteria),
        ("shift-tab", Spot::UseCases),
        ("shift-tab tab tab", Spot::Evidence),
        ("tab right", Spot::WhatIf),
        ("tab enter", Spot::Source),
        ("tab tab", Spot::CaseStudies),
        ("tab tab enter", Spot::CaseStudies),
        ("s", Spot::Sources),
        ("d", Spot::Disagreements),
        ("i", Spot::Reference),
        ("v", Spot::Overview),
        ("v l", Spot::Reversals),
        ("v l l down", Spot::Weights),
        ("v h", Spot::Methods),
    ] {
        let before = after_in(divided(), keys);
        for back in ["esc", "q", "?", "enter"] {
            let mut app = before.clone();
            type_keys(&mut app, "?");
            let Some(Overlay::Help(help)) = app.overlay() else { panic!("help after {keys:?}") };
            assert_eq!(help.spots, [here, Spot::Header], "{keys:?}");
            assert_eq!(app.context(), Context::Reader);
            type_keys(&mut app, back);
            assert_eq!(app.overlay(), before.overlay(), "{keys:?} ? {back}");
            assert_eq!(app.focus(), before.focus(), "{keys:?} ? {back}");
        }
    }
}

#[test]
fn a_click_beside_help_leads_back_too() {
    let mut app = after("v l ?");
    let pointer = Pointer { gesture: Gesture::Press, target: Target::Nothing };
    update(&mut app, Action::Point(pointer));
    assert_eq!(page(&app).section, Section::Reversals);
}

#[test]
fn the_mouse_turns_sections_selects_and_on_a_second_click_opens() {
    let mut app = after("v");
    let press = |app: &mut App, target| {
        update(app, Action::Point(Pointer { gesture: Gesture::Press, target }));
    };
    press(&mut app, Target::Section(Section::Reversals));
    assert_eq!(page(&app).section, Section::Reversals);
    press(&mut app, Target::Section(Section::Overview));
    let second = app.swings()[1].criterion;
    press(&mut app, Target::Result(1));
    assert_eq!(page(&app).criterion, second);
    press(&mut app, Target::Result(1));
    assert_eq!((app.overlay(), app.selected(Pane::Criteria)), (None, second));

    type_keys(&mut app, "v l l");
    press(&mut app, Target::Result(1));
    assert_eq!(page(&app).alternative, app.assessment().ranking()[1]);
    let wheel = |target| Action::Point(Pointer { gesture: Gesture::WheelDown, target });
    update(&mut app, wheel(Target::Overlay));
    assert_eq!(page(&app).offset, 3);
    update(
        &mut app,
        Action::Point(Pointer { gesture: Gesture::WheelUp, target: Target::Result(0) }),
    );
    assert_eq!((page(&app).alternative, page(&app).offset), (app.assessment().ranking()[0], 0));
}
