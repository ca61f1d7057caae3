//! Forms: ratings, notes and criteria of your own.

use super::*;
use crate::decision::Scale;

/// The lines of the form that is open.
fn form_lines(app: &App) -> Vec<&str> {
    let Some(Overlay::Form(form)) = app.overlay() else { panic!("a form is open") };
    form.lines.iter().map(|it| it.field.text()).collect()
}

#[test]
fn what_was_typed_into_a_form_that_was_closed_is_there_when_it_is_opened_again() {
    for (keys, expected) in [
        ("n h i esc n", vec!["hi"]),
        ("n h i ctrl-c n", vec!["hi"]),
        ("n h i esc n esc n", vec!["hi"]),
        ("n h i esc down n", vec![""]),
        ("n h i esc down n y o esc up n", vec!["hi"]),
        ("n h i esc shift-tab n", vec![""]),
        ("n h i esc o esc n", vec!["hi"]),
        ("n h i esc n ! enter n", vec!["hi!"]),
        ("n h i enter n ! esc n ctrl-u h i esc n", vec!["hi"]),
        ("o 4 down w h y esc o", vec!["4", "why", "", ""]),
        ("a M i n e down down 7 esc a", vec!["Mine", "", "7", "", "", "", ""]),
        ("a M i n e esc a enter a", vec!["Mine", "", "5.0", "", "", "", ""]),
        ("a M i n e enter g a", vec!["", "", "", "", "", "", ""]),
        ("p tab left n 2 esc n", vec!["Default weights2"]),
        ("p tab left n 2 esc n enter n", vec!["Default weights2"]),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(form_lines(&app), expected, "{keys:?}");
    }
}

#[test]
fn who_closes_a_form_hears_that_nothing_is_lost() {
    let mut app = explorer();
    type_keys(&mut app, "n h i esc");
    assert_eq!(app.judgement().notes().count(), 0);
    assert_eq!(app.notice(), Some("Not saved; the form keeps your text until you quit"));
    assert_eq!(app.follow_up(), Some(Command::Note));
    type_keys(&mut app, "n");
    assert_eq!(app.notice(), Some("Your unsaved text from before"));
    type_keys(&mut app, "enter n esc");
    assert_eq!(app.notice(), None, "nothing was typed");
    // A criterion of one's own that comes before it does not give its draft to another.
    type_keys(&mut app, "a x enter g a y enter n s e c o n d esc");
    type_keys(&mut app, "up delete n");
    assert_eq!(form_lines(&app), ["second"]);
}

#[test]
fn the_first_character_replaces_a_number_that_was_there_and_the_cursor_keeps_it() {
    const OWN: &str = "a x down down 8 down 4 enter a down down";
    for (keys, expected) in [
        ("3", "3"),
        ("3 . 5", "3.5"),
        ("left 3", "8.30"),
        ("end 3", "8.03"),
        ("backspace", ""),
        ("delete", ""),
        ("down up 3", "3"),
        ("left down up 3", "8.30"),
    ] {
        let mut app = explorer();
        type_keys(&mut app, OWN);
        type_keys(&mut app, keys);
        assert_eq!(form_lines(&app)[2], expected, "{keys:?}");
    }
    let mut app = explorer();
    type_keys(&mut app, "o 4 down w enter o");
    update(&mut app, Action::Paste("2".into()));
    // A reason is a text, and is gone on with.
    type_keys(&mut app, "down e");
    assert_eq!(form_lines(&app)[..2], ["2", "we"]);
}

#[test]
fn a_criterion_of_your_own_has_a_name_of_its_own() {
    let mut app = explorer();
    for name in ["comfort", "COMFORT ", " Comfort"] {
        type_keys(&mut app, "a ctrl-u");
        type_text(&mut app, name);
        type_keys(&mut app, "enter");
        let Some(Overlay::Form(form)) = app.overlay() else { panic!("the form stays open") };
        let error = "comfort is a criterion already; give yours another name";
        assert_eq!((form.selected, form.error.as_deref()), (0, Some(error)), "{name:?}");
        type_keys(&mut app, "esc");
    }
    type_keys(&mut app, "a ctrl-u M i n e enter a ctrl-u m I N E enter");
    assert!(app.overlay().is_none(), "its own name is nobody else's");
    type_keys(&mut app, "g a m i n e enter");
    assert!(app.overlay().is_some(), "nor may two of your own have one name");
}

#[test]
fn a_name_that_came_twice_with_a_session_may_stay() {
    let mut app = explorer();
    type_keys(&mut app, "a x enter");
    app.change(|judgement, _| {
        let mut twin = judgement.own_criteria()[0].clone();
        twin.name = "comfort".into();
        judgement.replace_criterion(3, twin);
    });
    type_keys(&mut app, "a down down 7 enter");
    assert_eq!((app.overlay(), tenths(&app)), (None, vec![50, 30, 20, 70]));
}

#[test]
fn your_own_rating_replaces_the_sources_and_is_taken_back_by_emptying_it() {
    let mut app = explorer();
    let before = app.assessment().clone();
    type_keys(&mut app, "o");
    type_text(&mut app, "1,5");
    type_keys(&mut app, "down");
    type_text(&mut app, "we tried it");
    type_keys(&mut app, "enter");
    let own = app.judgement().own_rating(0, 0).expect("it is kept");
    assert_eq!((own.rating, own.reason.as_str()), (1.5, "we tried it"));
    assert_eq!(app.judgement().own_rating(0, 1), None);
    type_keys(&mut app, "o ctrl-u enter");
    assert_eq!(app.judgement().own_rating(0, 0), None);
    assert_eq!(app.assessment(), &before);
    type_keys(&mut app, "u");
    assert!(app.judgement().own_rating(0, 0).is_some());
}

#[test]
fn a_rating_off_the_scale_is_refused_and_nothing_is_lost() {
    let mut app = explorer();
    type_keys(&mut app, "o down down");
    type_text(&mut app, "7");
    type_keys(&mut app, "up up");
    type_text(&mut app, "2");
    type_keys(&mut app, "enter");
    let Some(Overlay::Form(form)) = app.overlay() else { panic!("the form stays open") };
    assert_eq!(form.error.as_deref(), Some("A rating is a number from 1 (worst) to 5 (best)"));
    assert_eq!((form.selected, form.lines[0].field.text()), (2, "2"));
    assert_eq!(app.judgement().own_ratings().count(), 0);
}

#[test]
fn the_rating_form_begins_at_the_alternative_whose_claim_is_selected() {
    let mut app = explorer();
    type_keys(&mut app, "tab down o");
    let Some(Overlay::Form(form)) = app.overlay() else { panic!("the form is open") };
    assert_eq!(form.lines[form.selected].label, "train");
}

#[test]
fn notes_are_on_the_criterion_or_on_the_decision() {
    let mut app = explorer();
    type_keys(&mut app, "down n");
    type_text(&mut app, "ask the bank");
    type_keys(&mut app, "enter shift-tab n");
    type_text(&mut app, "decided in May");
    type_keys(&mut app, "enter");
    let notes: Vec<_> = app.judgement().notes().collect();
    let expected = [(Subject::Decision, "decided in May"), (Subject::Criterion(1), "ask the bank")];
    assert_eq!(notes, expected);
    type_keys(&mut app, "n ctrl-u enter");
    assert_eq!(app.judgement().notes().count(), 1);
}

#[test]
fn a_note_is_said_to_be_kept_only_if_there_is_one() {
    for (keys, said) in [
        ("n h i enter", "The note is saved and appears in every report"),
        ("n h i enter n ctrl-u enter", "The note is removed"),
        ("n enter", "The note is empty: nothing was saved"),
        ("n space enter", "The note is empty: nothing was saved"),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(app.notice(), Some(said), "{keys}");
    }
}

#[test]
fn a_criterion_of_your_own_is_added_edited_and_removed() {
    let mut app = explorer();
    type_keys(&mut app, "a");
    type_text(&mut app, "Our Team's");
    type_keys(&mut app, "down down");
    type_text(&mut app, "8.5");
    type_keys(&mut app, "down");
    type_text(&mut app, "5");
    type_keys(&mut app, "down down");
    type_text(&mut app, "2");
    type_keys(&mut app, "enter");
    assert_eq!(tenths(&app), [50, 30, 20, 85]);
    assert_eq!(app.selected(Pane::Criteria), 3);
    let criterion = app.judgement().criterion(app.decision(), 3);
    assert_eq!((criterion.id.as_str(), criterion.name.as_str()), ("our-team-s", "Our Team's"));
    assert!((app.assessment().value(3, 0) - 1.0).abs() < 1e-12);

    type_keys(&mut app, "a ctrl-u");
    type_text(&mut app, "Team");
    type_keys(&mut app, "enter");
    let criterion = app.judgement().criterion(app.decision(), 3);
    assert_eq!((criterion.id.as_str(), criterion.name.as_str()), ("our-team-s", "Team"));

    type_keys(&mut app, "delete");
    assert_eq!(tenths(&app), [50, 30, 20]);
    assert_eq!(app.subject(), Place::Criterion(2));
    type_keys(&mut app, "u");
    assert_eq!(tenths(&app), [50, 30, 20, 85]);
}

#[test]
fn a_reason_without_a_rating_is_not_dropped() {
    let mut app = explorer();
    type_keys(&mut app, "o down");
    type_text(&mut app, "because");
    type_keys(&mut app, "enter");
    let Some(Overlay::Form(form)) = app.overlay() else { panic!("the form stays open") };
    assert_eq!((form.selected, form.error.is_some()), (0, true));
}

#[test]
fn a_huge_paste_is_cut_and_does_not_take_long() {
    let mut app = explorer();
    type_keys(&mut app, "n");
    update(&mut app, Action::Paste("x".repeat(10_000_000)));
    let Some(Overlay::Form(form)) = app.overlay() else { panic!("the form is open") };
    assert_eq!(form.lines[0].field.text().len(), 2000);
}

#[test]
fn a_weight_that_is_not_given_is_the_usual_one() {
    let mut app = explorer();
    type_keys(&mut app, "a");
    type_text(&mut app, "X");
    type_keys(&mut app, "enter");
    assert_eq!(tenths(&app), [50, 30, 20, 50]);
}

#[test]
fn what_is_kept_says_so_and_what_it_still_takes_to_count() {
    for (keys, kept, next) in [
        ("o 4 enter", "Your ratings are saved", None),
        (
            "0 o 4 enter",
            "Your ratings are saved; at weight 0 the criterion does not count",
            Some(Command::More),
        ),
        (
            "space o 4 enter",
            "Your ratings are saved; the criterion is excluded",
            Some(Command::Exclude),
        ),
        ("o 4 enter o backspace enter", "Your ratings are removed", None),
        (
            "a M i n e enter",
            "Your criterion is saved; it counts once an alternative has a rating",
            Some(Command::Rate),
        ),
        ("a M i n e down down down 4 down down 3 enter", "Your criterion is saved", None),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(app.notice(), Some(kept), "{keys}");
        assert_eq!(app.follow_up(), next, "{keys}");
    }
    let mut app = explorer();
    type_keys(&mut app, "o enter");
    assert_eq!(app.notice(), None, "nothing was entered");
}

#[test]
fn any_command_that_is_no_prompts_lays_the_form_aside_before_it_runs() {
    // Undo takes the criterion away that the form is about.
    let mut app = explorer();
    type_keys(&mut app, "a M i n e enter n h i");
    let criteria = app.judgement().criteria_count();
    update(&mut app, Action::Command(Command::Undo));
    assert_eq!(app.judgement().criteria_count(), criteria - 1);
    assert_eq!(app.overlay(), None);
    // Every command there is, over a form about a criterion of your own.
    for row in COMMANDS {
        let mut app = explorer();
        type_keys(&mut app, "a M i n e enter n h i");
        update(&mut app, Action::Command(row.command));
        let is_open = matches!(app.overlay(), Some(Overlay::Form(_)));
        let is_laid_aside = app.drafts.values().any(|lines| lines[0].field.text() == "hi");
        let is_kept = app.judgement().notes().count() == 1;
        let is_there = is_open && form_lines(&app) == ["hi"];
        assert!(is_laid_aside || is_kept || is_there, "{}", row.id);
    }
}

#[test]
fn what_is_read_again_over_a_form_loses_nothing_of_it() {
    let mut app = explorer();
    type_keys(&mut app, "n h i");
    update(&mut app, Action::Refused(Trouble::new("x.toml", "no")));
    type_keys(&mut app, "esc n");
    assert_eq!(form_lines(&app), ["hi"]);
}

#[test]
fn what_the_form_of_your_own_criterion_does_not_ask_for_stays_as_it_is() {
    let mut app = explorer();
    type_keys(&mut app, "a x enter");
    let j = app.decision().criteria.len();
    let scale = Scale { worst: 500.0, best: 20.0, unit: Some("USD".into()) };
    app.change(|judgement, _| {
        let mut criterion = judgement.own_criteria()[0].clone();
        (criterion.group, criterion.scale) = ("Money".into(), Some(scale.clone()));
        judgement.replace_criterion(j, criterion);
    });
    type_keys(&mut app, "a");
    let Some(Overlay::Form(form)) = app.overlay() else { panic!("a form is open") };
    assert_eq!(form.hint, "Ratings run from 500 (worst) to 20 (best) USD.");
    type_keys(&mut app, "y down down down 4 0 0 enter");
    assert!(app.overlay().is_none(), "{:?}", app.overlay());
    let own = &app.judgement().own_criteria()[0];
    assert_eq!((own.name.as_str(), own.group.as_str()), ("xy", "Money"));
    assert_eq!(own.scale, Some(scale));
    assert_eq!(app.judgement().own_rating(j, 0).map(|it| it.rating), Some(400.0));
}
