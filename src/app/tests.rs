//! The explorer by (before, keys, after). The keys are the default ones and go through the real key
//! map; what is compared is what the user would see or keep.

#![expect(clippy::float_cmp, reason = "shares of 0 are exactly that")]

use super::*;
use crate::assessment::Robustness;
use crate::decision::tests::small;
use crate::decision::{Alternative, CaseStudy, Claim, Trust, Use, Weight};
use crate::input::{Key, Keymap};
use crate::judgement::Subject;
use crate::search::Entry;
use ratatui::crossterm::event::Event;
use tui_input::InputRequest;

mod arrange;
mod cross;
mod export;
mod forms;
mod gestures;
mod palette;

/// The small decision with two case studies: one about comfort, one about speed.
pub(super) fn explorer() -> App {
    explorer_of(small())
}

/// The same, where the sources disagree on how comfortable the boat is.
pub(super) fn divided() -> App {
    let mut decision = small();
    decision.criteria[0].claims[0].rating = 3.5;
    explorer_of(decision)
}

fn explorer_of(mut decision: Decision) -> App {
    let study = |id: &str, criterion, alternative| CaseStudy {
        id: id.into(),
        name: id.into(),
        summary: String::new(),
        criteria: vec![criterion],
        use_cases: Vec::new(),
        uses: vec![Use { alternative, source: 0, says: String::new(), caution: None }],
        outcomes: Vec::new(),
    };
    decision.case_studies = vec![study("express", 2, 1), study("ferry", 0, 0)];
    let judgement = Judgement::of(&decision);
    let offers = ["md", "txt"].map(|id| Offer { id, extension: id, ..Offer::default() }).into();
    let mut app =
        App::new(Arc::new(decision), judgement, offers).with_keys(Keymap::default().names());
    for pane in Pane::ALL {
        app.view.set_pane(pane, Window { offset: 0, height: 10, length: 40 });
    }
    app.view.overlay = Window { offset: 0, height: 10, length: 40 };
    app
}

/// Types keys by their names and returns what the last one asked of the world.
pub(super) fn type_keys(app: &mut App, keys: &str) -> Option<Effect> {
    let keymap = Keymap::default();
    let mut effect = None;
    for key in Key::script(keys).expect("names of keys") {
        let event = Event::Key(key.into());
        if let Some(action) = keymap.action(app.context(), event, |_| Target::Nothing) {
            effect = update(app, action);
        }
    }
    effect
}

/// The weights in tenths.
pub(super) fn tenths(app: &App) -> Vec<u8> {
    (0..app.judgement().criteria_count()).map(|j| app.judgement().weight(j).tenths()).collect()
}

/// Types keys into a fresh explorer and returns the weights.
fn after(keys: &str) -> Vec<u8> {
    let mut app = explorer();
    type_keys(&mut app, keys);
    tenths(&app)
}

#[test]
fn keys_move_the_selected_slider() {
    for (keys, expected) in [
        ("", [50, 30, 20]),
        ("right", [60, 30, 20]),
        ("l l", [70, 30, 20]),
        ("left", [40, 30, 20]),
        ("down h", [50, 20, 20]),
        ("j j H", [50, 30, 19]),
        ("shift-right shift-right", [52, 30, 20]),
        ("7", [70, 30, 20]),
        ("=", [100, 30, 20]),
        ("0", [0, 30, 20]),
        ("G 9", [50, 30, 90]),
        ("G g 9", [90, 30, 20]),
        ("l l l l l l l", [100, 30, 20]),
        ("down h h h h", [50, 0, 20]),
        ("up 1", [10, 30, 20]),
        ("tab 4", [40, 30, 20]),
    ] {
        assert_eq!(after(keys), expected, "{keys:?}");
    }
}

#[test]
fn undo_and_redo_step_through_every_change_and_a_new_one_ends_redo() {
    for (keys, expected) in [
        ("l l u", [60, 30, 20]),
        ("l l u u", [50, 30, 20]),
        ("l l u u u", [50, 30, 20]),
        ("l l u u ctrl-r", [60, 30, 20]),
        ("l u down l ctrl-r", [50, 40, 20]),
        ("7 r", [50, 30, 20]),
        ("7 r u", [70, 30, 20]),
        ("shift-tab enter", [100, 0, 0]),
        ("shift-tab enter u", [50, 30, 20]),
    ] {
        assert_eq!(after(keys), expected, "{keys:?}");
    }
}

#[test]
fn what_changes_nothing_is_not_a_step() {
    // At the end of the track, another push changes nothing; one undo takes back the real change.
    assert_eq!(after("9 l l l u"), [90, 30, 20]);
    assert_eq!(after("= l l l u"), [50, 30, 20]);
}

#[test]
fn a_slider_goes_just_past_its_tipping_point_and_back() {
    let mut app = explorer();
    let leader = |app: &App| app.assessment().verdict().expect("rated").leader;
    let before = leader(&app);
    type_keys(&mut app, "t");
    assert_ne!(leader(&app), before);
    let past = app.judgement().weight(0).tenths();
    type_keys(&mut app, "T");
    assert_eq!(leader(&app), before);
    assert!(app.judgement().weight(0).tenths() < past);
    // One tenth less than past the point, the leader is still the old one, or it is a tie.
    app.change(|judgement, _| {
        judgement.set_weight(0, Weight::from_tenths(past - 1).expect("in range"));
    });
    assert!(leader(&app).is_none_or(|it| Some(it) == before));
}

#[test]
fn a_slider_that_stands_alone_tips_at_0_where_shares_are_equal() {
    let mut app = explorer();
    let leader = |app: &App| app.assessment().verdict().expect("rated").leader;
    type_keys(&mut app, "down 0 down 0 g");
    assert_eq!((tenths(&app), leader(&app)), (vec![50, 0, 0], Some(0)));
    type_keys(&mut app, "T");
    assert_eq!((tenths(&app), leader(&app)), (vec![0, 0, 0], Some(1)));
    type_keys(&mut app, "t");
    assert_eq!((tenths(&app), leader(&app)), (vec![1, 0, 0], Some(0)));
}

#[test]
fn where_there_is_no_tipping_point_the_user_is_told() {
    let mut app = explorer();
    type_keys(&mut app, "down 0 G 0 g t");
    assert_eq!(tenths(&app), [50, 0, 0]);
    assert_eq!(app.notice(), Some("No higher weight of comfort alone changes the leader"));
    assert_eq!(app.follow_up(), Some(Command::Robustness));
}

#[test]
fn excluding_keeps_the_weight_and_moving_the_slider_takes_it_back_in() {
    let mut app = explorer();
    type_keys(&mut app, "space");
    assert!(app.judgement().is_criterion_excluded(0));
    assert_eq!(app.assessment().share(0), 0.0);
    assert_eq!(app.notice(), Some("comfort is excluded: it does not count"));
    type_keys(&mut app, "space");
    assert!((app.assessment().share(0) - 0.5).abs() < 1e-12);
    assert_eq!(app.notice(), Some("comfort counts again"));
    type_keys(&mut app, "space l");
    assert!(!app.judgement().is_criterion_excluded(0));
    assert_eq!(tenths(&app)[0], 60);
    type_keys(&mut app, "a M i n e enter space space");
    let why = "Mine still does not count: not rated; rate it yourself to include it";
    assert_eq!(app.notice(), Some(why));
}

#[test]
fn a_claim_is_excluded_and_included_again_and_the_assessment_follows() {
    let mut app = explorer();
    let before = app.assessment().clone();
    type_keys(&mut app, "tab down x");
    let claim = app.selected_claim().expect("a claim is selected");
    assert!(app.judgement().is_claim_excluded(claim));
    assert_ne!(app.assessment(), &before);
    type_keys(&mut app, "x");
    assert_eq!(app.assessment(), &before);
    type_keys(&mut app, "u");
    assert!(app.judgement().is_claim_excluded(claim));
}

#[test]
fn an_alternative_is_excluded_from_its_list_and_from_its_page_and_all_that_is_said() {
    let three = || {
        let mut decision = small();
        decision.alternatives.push(Alternative {
            id: "plane".into(),
            name: "plane".into(),
            summary: String::new(),
        });
        explorer_of(decision)
    };
    for keys in ["X down down x esc", "/ p l a n e enter x"] {
        let mut app = three();
        type_keys(&mut app, keys);
        assert!(app.judgement().is_alternative_excluded(2), "{keys}");
        assert_eq!(app.judgement().evidence_changes(app.decision()), 1, "{keys}");
        type_keys(&mut app, "u");
        assert_eq!(app.notice(), Some("Undone: plane excluded"), "{keys}");
        assert!(!app.judgement().is_alternative_excluded(2), "{keys}");
    }
}

#[test]
fn a_claim_leads_to_itself_in_its_source_and_from_there_to_its_criterion() {
    for (keys, subject, says) in [
        ("tab down enter", Place::Source(0), "fine"),
        ("tab down enter down", Place::Source(0), "dear"),
        ("tab down enter down enter", Place::Criterion(1), "dear"),
        ("tab down enter down down x enter", Place::Criterion(1), "cheap"),
        ("tab down down enter", Place::Source(1), "grand"),
        ("tab down enter down esc", Place::Criterion(0), "fine"),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        let claim = app.selected_claim().expect("a claim is selected");
        assert_eq!(app.subject(), subject, "{keys:?}");
        assert_eq!(app.decision().claim(claim).says, says, "{keys:?}");
        assert_eq!(app.judgement().is_claim_excluded(claim), keys.contains('x'), "{keys:?}");
    }
}

#[test]
fn x_excludes_what_is_selected_in_the_focused_pane() {
    let mut app = explorer();
    type_keys(&mut app, "x");
    assert!(app.judgement().is_criterion_excluded(0));
    type_keys(&mut app, "x");
    assert!(!app.judgement().is_criterion_excluded(0));
    type_keys(&mut app, "shift-tab x");
    assert_eq!(app.notice(), Some("Select a criterion, a claim or an alternative to exclude it"));
    assert_eq!(app.judgement(), explorer().judgement());
}

#[test]
fn in_the_evidence_excluding_first_selects_a_claim() {
    let mut app = explorer();
    type_keys(&mut app, "enter x");
    let claim = app.selected_claim().expect("the first claim is selected");
    let news = format!("Selected: {}", app.decision().claim(claim).says);
    assert_eq!((app.notice(), app.follow_up()), (Some(&*news), Some(Command::Exclude)));
    assert_eq!(app.judgement().excluded_claims().count(), 0);
    type_keys(&mut app, "x");
    assert!(app.judgement().is_claim_excluded(claim));
    // Where one has scrolled, it is a claim in sight.
    let mut app = explorer();
    type_keys(&mut app, "enter");
    app.view.stops.first = 2;
    type_keys(&mut app, "x");
    assert_eq!(app.selected(Pane::Detail), 2);
}

#[test]
fn nothing_moves_unseen_from_another_pane() {
    let mut app = explorer();
    type_keys(&mut app, "shift-tab 9 t");
    assert_eq!(app.notice(), Some("Select a criterion to weigh it"));
    type_keys(&mut app, "o");
    assert_eq!(app.notice(), Some("Select a criterion to rate it"));
    assert_eq!(tenths(&app), [50, 30, 20]);
}

#[test]
fn tab_goes_round_the_panes_and_back() {
    let mut app = explorer();
    let mut order = Vec::new();
    for _ in 0..4 {
        order.push(app.focus());
        type_keys(&mut app, "tab");
    }
    assert_eq!(order, [Pane::Criteria, Pane::Detail, Pane::CaseStudies, Pane::UseCases]);
    type_keys(&mut app, "shift-tab shift-tab");
    assert_eq!(app.focus(), Pane::CaseStudies);
}

#[test]
fn the_right_pane_explains_what_is_selected() {
    for (keys, expected) in [
        ("", Place::Criterion(0)),
        ("down", Place::Criterion(1)),
        ("tab", Place::Criterion(0)),
        ("shift-tab", Place::UseCase(0)),
        ("tab tab", Place::CaseStudy(1)),
        ("tab tab down", Place::CaseStudy(0)),
        ("tab enter", Place::Source(0)),
        ("tab enter esc", Place::Criterion(0)),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(app.subject(), expected, "{keys:?}");
    }
}

#[test]
fn case_studies_stand_by_relevance_and_the_selection_stays_on_one() {
    let mut app = explorer();
    assert_eq!(app.case_studies(), [1, 0]);
    type_keys(&mut app, "tab tab");
    assert_eq!(app.selected(Pane::CaseStudies), 1);
    app.change(|judgement, _| judgement.set_weight(2, Weight::MAX));
    assert_eq!(app.case_studies(), [0, 1]);
    assert_eq!(app.selected(Pane::CaseStudies), 1);
}

#[test]
fn what_was_gone_to_from_the_search_stands_first_the_next_time() {
    let mut app = explorer();
    type_keys(&mut app, "/ s p e e d enter / f e r r y enter / s p e e d enter /");
    let Some(Overlay::Search(search)) = app.overlay() else { panic!("the search is open") };
    let places = |at: std::ops::Range<usize>| -> Vec<Place> {
        search.matches[at].iter().map(|it| search.entries[it.index].place).collect()
    };
    assert_eq!(places(0..3), [Place::Criterion(2), Place::CaseStudy(1), Place::Criterion(0)]);
    assert_eq!(search.matches.iter().filter(|it| search.is_recent(it)).count(), 2);
    assert_eq!((search.found, search.matches.len()), (search.entries.len(), search.entries.len()));
    // What is typed counts for more.
    type_keys(&mut app, "r o o m y");
    let Some(Overlay::Search(search)) = app.overlay() else { panic!("the search is open") };
    assert_eq!(search.chosen().map(Entry::text), Some("roomy"));
}

/// The same with criteria of your own behind those of the pack, the last one selected.
fn with_own(names: &[&str]) -> App {
    let mut app = explorer();
    for name in names {
        type_keys(&mut app, "g a");
        type_text(&mut app, name);
        type_keys(&mut app, "enter");
    }
    app
}

#[test]
fn where_one_was_goes_with_a_criterion_of_your_own_that_moves_and_is_gone_with_it() {
    let mut app = with_own(&["QX", "QY", "QZ"]);
    type_keys(&mut app, "/ Q Z enter / Q X enter / Q Y enter delete /");
    let Some(Overlay::Search(search)) = app.overlay() else { panic!("the search is open") };
    let again: Vec<&str> = search.recent.iter().map(|it| search.entries[*it].text()).collect();
    assert_eq!(again, ["QX", "QZ"]);
}

#[test]
fn what_comes_to_the_place_of_a_removed_criterion_is_shown_from_its_beginning() {
    let mut app = with_own(&["QX", "QY"]);
    type_keys(&mut app, "up");
    assert_eq!(app.subject(), Place::Criterion(3));
    let scrolled = Window { offset: 7, height: 10, length: 40 };
    app.view.set_pane(Pane::Detail, scrolled);
    type_keys(&mut app, "l");
    assert_eq!(app.view.pane(Pane::Detail), scrolled);
    type_keys(&mut app, "delete");
    assert_eq!(app.subject(), Place::Criterion(3));
    assert_eq!(app.view.pane(Pane::Detail), Window::default());
}

#[test]
fn search_goes_to_what_it_finds() {
    for (keys, focus, subject) in [
        ("/ s p e e d enter", Pane::Criteria, Place::Criterion(2)),
        ("/ h o l i enter", Pane::UseCases, Place::UseCase(0)),
        ("/ f e r r y enter", Pane::CaseStudies, Place::CaseStudy(1)),
        ("/ c h e a p enter", Pane::Detail, Place::Criterion(1)),
        ("/ c a p t enter", Pane::Detail, Place::Source(1)),
        ("/ s p e e d esc", Pane::Criteria, Place::Criterion(0)),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!((app.focus(), app.subject()), (focus, subject), "{keys:?}");
        assert!(app.overlay().is_none());
    }
}

#[test]
fn search_selects_the_claim_it_finds() {
    let mut app = explorer();
    type_keys(&mut app, "/ g r a n d enter");
    let claim = app.selected_claim().expect("a claim is selected");
    assert_eq!(app.decision().claim(claim).says, "grand");
}

#[test]
fn letters_in_a_prompt_are_typed_and_do_nothing_else() {
    let mut app = explorer();
    type_keys(&mut app, "/ q u x 9 ?");
    let Some(Overlay::Search(search)) = app.overlay() else { panic!("the search is open") };
    assert_eq!(search.query.text(), "qux9?");
    assert_eq!(tenths(&app), [50, 30, 20]);
}

#[test]
fn what_is_pasted_is_text_and_never_keys() {
    let mut app = explorer();
    update(&mut app, Action::Paste("q9\n".into()));
    assert_eq!(tenths(&app), [50, 30, 20]);
    type_keys(&mut app, "/");
    update(&mut app, Action::Paste("two\nlines\u{1b}[31m \u{202e}red\u{7}".into()));
    update(&mut app, Action::Edit(InputRequest::InsertChar('\u{202e}')));
    let Some(Overlay::Search(search)) = app.overlay() else { panic!("the search is open") };
    assert_eq!(search.query.text(), "two lines red\u{fffd}");
}

#[test]
fn copying_and_editing_are_asked_of_the_world() {
    let mut app = explorer();
    let verdict =
        crate::assessment::words::verdict(app.decision(), app.assessment(), app.confidence());
    for (keys, effect) in [
        ("y", Effect::Copy(verdict.clone())),
        ("Y", Effect::CopyShown),
        ("tab Y", Effect::CopyShown),
        ("s Y", Effect::CopyShown),
        ("? y", Effect::Copy(verdict)),
        ("E", Effect::Edit),
        ("f5", Effect::Reload),
    ] {
        assert_eq!(type_keys(&mut app, keys), Some(effect), "{keys:?}");
        type_keys(&mut app, "esc esc");
    }
    // Where letters are typed, these are.
    assert_eq!(type_keys(&mut app, "/ y Y E f5"), None);
}

/// The small decision after its author has put another criterion first, renamed one and dropped
/// one.
fn another_version(app: &App) -> Reload {
    let mut decision = app.decision().clone();
    decision.criteria.remove(0);
    decision.criteria[0].name = "Expense".into();
    let mut first = decision.criteria[1].clone();
    first.id = "noise".into();
    decision.criteria.insert(0, first);
    let workspace = Judgement::of(&decision).into();
    Reload { decision: Arc::new(decision), workspace, news: "Read again.".into() }
}

#[test]
fn after_a_reload_what_was_selected_still_is_by_its_id_and_undo_starts_again() {
    for (keys, criterion, claim) in
        [("down l", 1, None), ("down tab down", 1, Some(1)), ("l", 0, None)]
    {
        let mut app = explorer();
        type_keys(&mut app, keys);
        let before = app.selected_claim().map(|it| app.decision().claim(it).says.clone());
        let undoable = keys.contains('l');
        let reload = another_version(&app);
        update(&mut app, Action::Reloaded(Box::new(reload)));
        assert_eq!(app.selected(Pane::Criteria), criterion, "{keys}");
        assert_eq!(app.subject(), Place::Criterion(criterion), "{keys}");
        if claim.is_some() {
            let after = app.selected_claim().map(|it| app.decision().claim(it).says.clone());
            assert_eq!(after, before);
        }
        let news = if undoable {
            "Read again. Earlier changes can no longer be undone."
        } else {
            "Read again."
        };
        assert_eq!(app.notice(), Some(news));
        assert_eq!(app.assessment(), &assess(app.decision(), app.judgement()));
        let tenths_before = tenths(&app);
        type_keys(&mut app, "u");
        assert_eq!(tenths(&app), tenths_before);
    }
}

#[test]
fn a_reload_of_what_is_the_same_changes_nothing() {
    let mut app = explorer();
    type_keys(&mut app, "l down");
    let generation = app.generation();
    let same = |app: &App| Reload {
        decision: Arc::new(app.decision().clone()),
        workspace: app.workspace(),
        news: "Nothing has changed.".into(),
    };
    let reload = same(&app);
    update(&mut app, Action::Reloaded(Box::new(reload)));
    assert_eq!(app.notice(), Some("Nothing has changed."));
    assert_eq!((tenths(&app), app.generation()), (vec![60, 30, 20], generation));
    type_keys(&mut app, "?");
    let reload = same(&app);
    update(&mut app, Action::Reloaded(Box::new(reload)));
    assert!(matches!(app.overlay(), Some(Overlay::Help(_))));
    type_keys(&mut app, "esc u");
    assert_eq!(tenths(&app), [50, 30, 20]);
    // What could not be read before, and now says the same, needs no mending any more.
    update(&mut app, Action::Refused(Trouble::new("No", "wrong")));
    let reload = same(&app);
    update(&mut app, Action::Reloaded(Box::new(reload)));
    assert!(app.overlay().is_none());
}

#[test]
fn another_session_is_one_step_of_undo() {
    let mut app = explorer();
    type_keys(&mut app, "l");
    let mut other = Judgement::of(app.decision());
    other.set_weight(1, Weight::MAX);
    let decision = Arc::new(app.decision().clone());
    let reload = Reload { decision, workspace: other.into(), news: "Read again.".into() };
    update(&mut app, Action::Reloaded(Box::new(reload)));
    assert_eq!((tenths(&app), app.notice()), (vec![50, 100, 20], Some("Read again.")));
    type_keys(&mut app, "u");
    assert_eq!(tenths(&app), [60, 30, 20]);
    type_keys(&mut app, "u ctrl-r ctrl-r");
    assert_eq!(tenths(&app), [50, 100, 20]);
}

#[test]
fn what_cannot_be_read_is_shown_over_what_there_was_and_scrolls() {
    let mut app = explorer();
    let before = app.decision().clone();
    update(&mut app, Action::Refused(Trouble::new("No", "error: x\n  |\n1 | a\n")));
    app.view.overlay = Window { offset: 0, height: 1, length: 3 };
    type_keys(&mut app, "down down down");
    let Some(Overlay::Trouble(trouble)) = app.overlay() else { panic!("it is shown") };
    assert_eq!((trouble.lines.len(), trouble.offset), (3, 2));
    // With more of it in sight, a step up is one at once.
    app.view.overlay = Window { offset: 1, height: 2, length: 3 };
    type_keys(&mut app, "up");
    let Some(Overlay::Trouble(trouble)) = app.overlay() else { panic!("it is shown") };
    assert_eq!(trouble.offset, 0);
    assert_eq!(type_keys(&mut app, "E"), Some(Effect::Edit));
    type_keys(&mut app, "esc");
    assert!(app.overlay().is_none());
    assert_eq!(app.decision(), &before);
}

#[test]
fn dragging_a_slider_is_one_step_of_undo() {
    let mut app = explorer();
    let slider = |tenths| Target::Slider(1, Weight::from_tenths(tenths).expect("in range"));
    let point = |app: &mut App, gesture, target| {
        update(app, Action::Point(Pointer { gesture, target }));
    };
    point(&mut app, Gesture::Press, slider(35));
    for tenths in 36..80 {
        point(&mut app, Gesture::Drag, slider(tenths));
    }
    point(&mut app, Gesture::Release, slider(79));
    assert_eq!(tenths(&app), [50, 79, 20]);
    assert_eq!(app.dragging(), None);
    type_keys(&mut app, "u");
    assert_eq!(tenths(&app), [50, 30, 20]);
}

#[test]
fn a_click_shows_a_use_case_and_a_second_one_applies_it() {
    let mut app = explorer();
    let target = Target::Row(Pane::UseCases, 0);
    let click =
        |app: &mut App| update(app, Action::Point(Pointer { gesture: Gesture::Press, target }));
    click(&mut app);
    assert_eq!((app.subject(), tenths(&app)), (Place::UseCase(0), vec![50, 30, 20]));
    click(&mut app);
    assert_eq!(tenths(&app), [100, 0, 0]);
}

#[test]
fn closing_goes_back_from_evidence_to_what_it_explains() {
    for (keys, expected) in [
        ("? esc", Pane::Criteria),
        ("? q", Pane::Criteria),
        ("tab esc", Pane::Criteria),
        ("shift-tab esc", Pane::Criteria),
        ("tab tab enter esc", Pane::CaseStudies),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(app.focus(), expected, "{keys:?}");
        assert!(app.overlay().is_none(), "{keys:?}");
    }
}

#[test]
fn ctrl_c_quits_where_nothing_is_typed_and_q_from_the_panes() {
    for keys in ["q", "ctrl-c", "? ctrl-c", "s ctrl-c", "tab q"] {
        assert_eq!(type_keys(&mut explorer(), keys), Some(Effect::Quit), "{keys:?}");
    }
}

#[test]
fn where_something_is_typed_ctrl_c_closes_it_and_the_next_one_quits() {
    for keys in ["/ x", ": x", "e", "n x", "a x", "o 3"] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(type_keys(&mut app, "ctrl-c"), None, "{keys:?}");
        assert!(app.overlay().is_none(), "{keys:?}");
        assert_eq!(type_keys(&mut app, "ctrl-c"), Some(Effect::Quit), "{keys:?}");
    }
}

#[test]
fn the_end_of_the_keys_is_reached_by_keys_that_come_before_they_are_drawn() {
    let mut app = explorer();
    let offset = |app: &App| match app.overlay() {
        Some(Overlay::Help(help)) => help.offset,
        _ => panic!("the help is open"),
    };
    for keys in ["? G", "esc ? tab G"] {
        type_keys(&mut app, keys);
        assert!(offset(&app) >= 90, "{keys}");
    }
    app.view.overlay = Window { offset: 90, height: 10, length: 100 };
    type_keys(&mut app, "up");
    assert_eq!(offset(&app), 89);
    type_keys(&mut app, "tab");
    assert_eq!(offset(&app), 0);
}

#[test]
fn news_stays_until_the_next_key() {
    let mut app = explorer();
    update(&mut app, Action::Notify("The session was renamed".into()));
    assert_eq!(app.notice(), Some("The session was renamed"));
    type_keys(&mut app, "down");
    assert_eq!(app.notice(), None);
}

#[test]
fn every_command_has_one_row_with_an_id_of_its_own() {
    for (at, row) in COMMANDS.iter().enumerate() {
        assert_eq!(row.command.row().id, row.id);
        assert_eq!(Command::by_id(row.id), Some(row.command));
        assert!(COMMANDS[..at].iter().all(|other| other.id != row.id && other.help != row.help));
    }
}

/// Types a text into the line that has the cursor.
fn type_text(app: &mut App, text: &str) {
    for character in text.chars() {
        update(app, Action::Edit(InputRequest::InsertChar(character)));
    }
}

#[test]
fn a_criterion_of_the_pack_is_not_removed() {
    let mut app = explorer();
    type_keys(&mut app, "delete");
    assert_eq!(tenths(&app).len(), 3);
    assert!(app.notice().is_some_and(|it| it.contains("exclude the others")));
}

#[test]
fn undoing_the_criterion_that_is_selected_selects_the_last_one_left() {
    let mut app = explorer();
    type_keys(&mut app, "a");
    type_text(&mut app, "X");
    type_keys(&mut app, "enter tab u");
    assert_eq!((app.selected(Pane::Criteria), app.subject()), (2, Place::Criterion(2)));
}

#[test]
fn the_trust_in_a_source_moves_by_tenths_and_can_be_undone() {
    let mut app = explorer();
    type_keys(&mut app, "s down left left left");
    assert!((app.judgement().trust(1).size() - 0.7).abs() < 1e-12);
    type_keys(&mut app, "right u u");
    assert!((app.judgement().trust(1).size() - 0.8).abs() < 1e-12);
    type_keys(&mut app, "enter");
    assert_eq!((app.overlay(), app.subject()), (None, Place::Source(1)));
}

#[test]
fn disagreements_are_listed_and_jumped_to() {
    let mut app = divided();
    assert_eq!(app.disagreements(), [0]);
    type_keys(&mut app, "G d enter");
    assert_eq!((app.focus(), app.subject()), (Pane::Detail, Place::Criterion(0)));
    // Without the captain there is one source alone.
    type_keys(&mut app, "s down left left left left left left left left left left esc d");
    assert_eq!((app.overlay(), app.notice()), (None, Some("No criterion is rated by two sources")));
}

#[test]
fn enter_on_a_criterion_shows_why_whatever_was_shown_before() {
    // The head of the evidence is selected, so that it is read from its beginning.
    for (keys, criterion) in [
        ("f3 esc down enter", 1),
        ("f3 esc enter", 0),
        ("f3 enter", 0),
        ("f3 down f2", 0),
        ("f4 esc down down enter", 2),
        ("f4 esc G d enter", 0),
    ] {
        let mut app = divided();
        type_keys(&mut app, keys);
        let shown = (app.focus(), app.tab(), app.subject(), app.selected(Pane::Detail));
        let why = (Pane::Detail, Tab::Evidence, Place::Criterion(criterion), 0);
        assert_eq!(shown, why, "{keys:?}");
    }
    // Tab goes to the pane as it is.
    let mut app = explorer();
    type_keys(&mut app, "f3 esc tab");
    assert_eq!((app.focus(), app.tab()), (Pane::Detail, Tab::WhatIf));
}

#[test]
fn enter_on_the_head_of_the_evidence_reads_on() {
    let mut app = explorer();
    type_keys(&mut app, "enter");
    assert_eq!(app.selected_claim(), None);
    // As drawn since, with all of the head in sight.
    app.view.set_pane(Pane::Detail, Window { offset: 0, height: 10, length: 40 });
    app.view.stops = Stops { from: 0, to: 4, first: 0, last: 2 };
    type_keys(&mut app, "enter");
    assert_eq!(app.selected_claim(), Some(ClaimRef::new(0, 0)));
}

#[test]
fn a_pack_without_notes_still_has_its_alternatives_to_read_on() {
    let mut app = explorer();
    type_keys(&mut app, "i");
    let Some(Overlay::Reference(reference)) = app.overlay() else { panic!("it is open") };
    assert_eq!(reference.entries, [Place::Alternative(0), Place::Alternative(1)]);
}

#[test]
fn undo_says_what_it_undoes() {
    for (keys, news) in [
        ("l u", "Undone: comfort from 5.0 to 6.0"),
        ("l u ctrl-r", "Done again: comfort from 5.0 to 6.0"),
        ("space u", "Undone: comfort excluded"),
        ("shift-tab enter u", "Undone: use case Holiday"),
        ("tab x u", "Undone: excluded: roomy"),
        ("s left esc u", "Undone: trust in [1] from 100 % to 90 %"),
        ("u", "Nothing to undo"),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(app.notice(), Some(news), "{keys:?}");
    }
}

#[test]
fn resetting_all_brings_the_pack_back_but_keeps_notes() {
    let mut app = explorer();
    type_keys(&mut app, "n");
    type_text(&mut app, "kept");
    type_keys(&mut app, "enter 9 tab x s left esc R");
    let mut expected = Judgement::of(app.decision());
    expected.set_note(Subject::Criterion(0), "kept".into());
    assert_eq!(app.judgement(), &expected);
}

#[test]
fn a_key_ends_a_drag_so_that_nothing_moves_that_is_no_more() {
    let mut app = explorer();
    type_keys(&mut app, "a");
    type_text(&mut app, "X");
    type_keys(&mut app, "enter");
    let slider = |tenths| Target::Slider(3, Weight::from_tenths(tenths).expect("in range"));
    let point = |app: &mut App, gesture, target| {
        update(app, Action::Point(Pointer { gesture, target }));
    };
    point(&mut app, Gesture::Press, slider(70));
    type_keys(&mut app, "delete");
    point(&mut app, Gesture::Drag, slider(90));
    point(&mut app, Gesture::Release, slider(90));
    assert_eq!(tenths(&app), [50, 30, 20]);
    type_keys(&mut app, "u u");
    assert_eq!(tenths(&app), [50, 30, 20, 50]);
}

#[test]
fn a_click_that_was_not_the_last_thing_to_happen_applies_nothing() {
    let mut app = explorer();
    let target = Target::Row(Pane::UseCases, 0);
    type_keys(&mut app, "shift-tab");
    update(&mut app, Action::Point(Pointer { gesture: Gesture::Press, target }));
    assert_eq!(tenths(&app), [50, 30, 20]);
    let wheel = Pointer { gesture: Gesture::WheelDown, target: Target::Pane(Pane::UseCases) };
    let command = Action::Command(Command::Down);
    for between in [command, Action::Point(wheel), Action::Paste("x".into())] {
        update(&mut app, between.clone());
        update(&mut app, Action::Point(Pointer { gesture: Gesture::Press, target }));
        assert_eq!(tenths(&app), [50, 30, 20], "{between:?}");
    }
    // What comes of itself is in nobody's way.
    update(&mut app, Action::Clock(Duration::from_secs(1)));
    update(&mut app, Action::Point(Pointer { gesture: Gesture::Release, target }));
    update(&mut app, Action::Point(Pointer { gesture: Gesture::Press, target }));
    assert_eq!(tenths(&app), [100, 0, 0]);
}

#[test]
fn news_that_a_click_brings_outlives_the_click() {
    let mut app = explorer();
    let target = Target::Row(Pane::UseCases, 0);
    let point = |app: &mut App, gesture| update(app, Action::Point(Pointer { gesture, target }));
    for gesture in [Gesture::Press, Gesture::Release, Gesture::Press, Gesture::Release] {
        point(&mut app, gesture);
    }
    assert_eq!(app.notice(), Some("Applied: Holiday"));
    point(&mut app, Gesture::WheelDown);
    assert_eq!(app.notice(), None);
}

#[test]
fn a_click_beside_a_form_loses_nothing_that_was_typed() {
    let mut app = explorer();
    let beside = Action::Point(Pointer { gesture: Gesture::Press, target: Target::Nothing });
    for (keys, closes) in [("n x", false), ("e", false), ("?", true), ("/ x", true), ("s", true)] {
        type_keys(&mut app, keys);
        update(&mut app, beside.clone());
        assert_eq!(app.overlay().is_none(), closes, "{keys}");
        type_keys(&mut app, "esc");
    }
}

#[test]
fn a_tab_that_is_asked_for_by_name_is_read_wherever_one_was() {
    // (keys before, the tab)
    for (keys, tab) in [
        ("f3", Tab::WhatIf),
        ("down f4", Tab::Compare),
        ("f3 f2", Tab::Evidence),
        ("shift-tab f3", Tab::WhatIf),
        ("tab tab f2", Tab::Evidence),
        (": w h a t - i f enter", Tab::WhatIf),
        ("i : c o m p a r e enter", Tab::Compare),
        ("v : w h y enter", Tab::Evidence),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!((app.tab(), app.focus(), app.overlay()), (tab, Pane::Detail, None), "{keys}");
        assert!(matches!(app.subject(), Place::Criterion(_)), "{keys}");
        type_keys(&mut app, "esc");
        assert_eq!(app.focus(), Pane::Criteria, "{keys}");
    }
    // Over something else nothing turns unseen.
    let mut app = explorer();
    type_keys(&mut app, "i");
    update(&mut app, Action::Command(Command::Show(Tab::WhatIf)));
    type_keys(&mut app, "esc");
    assert_eq!(app.tab(), Tab::Evidence);
}

#[test]
fn search_and_palette_open_over_lists_and_texts() {
    for keys in ["s", "d", "v", "i", "?"] {
        let mut app = explorer();
        type_keys(&mut app, &format!("{keys} /"));
        assert!(matches!(app.overlay(), Some(Overlay::Search(_))), "{keys}");
        let mut app = explorer();
        type_keys(&mut app, &format!("{keys} :"));
        assert!(matches!(app.overlay(), Some(Overlay::Palette(_))), "{keys}");
    }
}

#[test]
fn tab_in_a_prompt_turns_no_page_behind_it() {
    let mut app = explorer();
    type_keys(&mut app, "/ tab esc");
    assert_eq!(app.tab(), Tab::Evidence);
    type_keys(&mut app, "shift-tab right tab");
    assert_eq!(app.tab(), Tab::Evidence);
}

#[test]
fn criteria_of_your_own_are_found() {
    let mut app = explorer();
    type_keys(&mut app, "a");
    type_text(&mut app, "Moonlight");
    type_keys(&mut app, "enter g / m o o n l enter");
    assert_eq!(app.subject(), Place::Criterion(3));
}

#[test]
fn the_trust_of_a_source_is_dragged_as_one_step() {
    let mut app = explorer();
    type_keys(&mut app, "s");
    for (gesture, size) in [(Gesture::Press, 0.7), (Gesture::Drag, 0.5), (Gesture::Drag, 0.3)] {
        let target = Target::Trust(1, Trust::new(size).expect("in range"));
        update(&mut app, Action::Point(Pointer { gesture, target }));
    }
    update(&mut app, Action::Point(Pointer { gesture: Gesture::Release, target: Target::Nothing }));
    assert!((app.judgement().trust(1).size() - 0.3).abs() < 1e-12);
    type_keys(&mut app, "u");
    assert!((app.judgement().trust(1).size() - 1.0).abs() < 1e-12);
}

#[test]
fn from_a_source_opened_in_the_list_esc_leads_back_to_the_list() {
    let mut app = explorer();
    type_keys(&mut app, "s down enter esc");
    assert_eq!(app.overlay(), Some(&Overlay::Sources(1)));
    // So a digit is a trust, and no slider moves unseen.
    type_keys(&mut app, "0");
    assert!(app.judgement().trust(1).size().abs() < 1e-12);
    assert_eq!(tenths(&app), [50, 30, 20]);
}

#[test]
fn a_criterion_that_undo_brings_back_is_selected() {
    let mut app = explorer();
    type_keys(&mut app, "a");
    type_text(&mut app, "X");
    type_keys(&mut app, "enter delete");
    assert_eq!(app.selected(Pane::Criteria), 2);
    type_keys(&mut app, "u");
    assert_eq!((app.selected(Pane::Criteria), app.notice()), (3, Some("Undone: X removed")));
}

#[test]
fn undoing_a_reset_of_everything_does_not_pretend_to_be_less() {
    let mut app = explorer();
    type_keys(&mut app, "9 s left esc R u");
    let all = "Undone: comfort from 9.0 to 5.0, trust in [1] from 90 % to 100 %";
    assert_eq!(app.notice(), Some(all));
}

#[test]
fn undo_tells_all_that_comes_back() {
    for (keys, news) in [
        ("9 R u", "Undone: comfort from 9.0 to 5.0"),
        ("9 R u ctrl-r", "Done again: comfort from 9.0 to 5.0"),
        (
            "shift-tab enter tab space tab x s left esc esc a x enter R u",
            "Undone: use case Holiday left, 3 weights, comfort included again, x removed, \
             trust in [1] from 90 % to 100 %, 1 claim included",
        ),
        ("o 4 enter u", "Undone: 1 rating of your own"),
        ("o 4 down down 3 enter u", "Undone: 2 ratings of your own"),
        ("n x enter u", "Undone: 1 note"),
        ("a x enter a ctrl-u y enter u", "Undone: y edited"),
        ("a x enter delete u", "Undone: x removed"),
        ("9 down 9 down 9 r u", "Undone: 3 weights"),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(app.notice(), Some(news), "{keys:?}");
    }
}

#[test]
fn a_reset_that_changes_nothing_says_so_and_is_no_step() {
    for (keys, news) in [
        ("R", "Nothing to reset: everything but your notes is as in the pack"),
        ("n x enter R", "Nothing to reset: everything but your notes is as in the pack"),
        ("9 R", "Everything but your notes is as in the pack; undo restores the rest"),
        ("r", "The weights are already the defaults"),
        ("9 r", "Weights reset to the defaults"),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(app.notice(), Some(news), "{keys:?}");
    }
    assert_eq!(after("9 R R r u"), [90, 30, 20]);
}

#[test]
fn what_you_noted_is_found() {
    let mut app = explorer();
    type_keys(&mut app, "down n");
    type_text(&mut app, "ask Märta");
    type_keys(&mut app, "enter g /");
    type_text(&mut app, "märta");
    type_keys(&mut app, "enter");
    assert_eq!(app.subject(), Place::Criterion(1));
}

/// An explorer whose figures are drawn: three alternatives, each the best in something.
fn disagreeing() -> App {
    let mut decision = small();
    decision.alternatives.push(Alternative {
        id: "plane".into(),
        name: "plane".into(),
        summary: String::new(),
    });
    for (j, criterion) in decision.criteria.iter_mut().enumerate() {
        criterion.scale = None;
        criterion.claims.truncate(1);
        let first = criterion.claims[0].clone();
        criterion.claims = (0..3)
            .map(|alternative| Claim {
                alternative,
                rating: if alternative == j { 5.0 } else { 2.0 + alternative as f64 / 2.0 },
                ..first.clone()
            })
            .collect();
    }
    let judgement = Judgement::of(&decision);
    App::new(Arc::new(decision), judgement, Vec::new())
}

/// Answers a question as the robustness worker does.
fn answer(app: &mut App, question: &Question) -> Robustness {
    let robustness = question.assessment.robustness().expect("scored");
    let (generation, told) = (question.generation, robustness.clone());
    assert_eq!(update(app, Action::Refined { generation, robustness: Box::new(told) }), None);
    robustness
}

#[test]
fn the_first_figure_is_there_at_once_and_the_refined_one_replaces_it() {
    let mut app = disagreeing();
    let first = app.confidence().cloned().expect("a first figure");
    assert!(first.error > 0.0 && app.robustness().is_none());
    let question = app.question().expect("a question");
    let refined = answer(&mut app, &question);
    assert!(refined.confidence.error < first.error);
    assert_eq!(app.confidence(), Some(&refined.confidence));
    assert!(app.question().is_none());
    // (before, keys, after): a note, moving about and a slider at its end change nothing.
    for keys in ["down up tab esc", "n", "h i enter", "? esc", "= u"] {
        type_keys(&mut app, keys);
        if keys != "= u" {
            assert_eq!((app.robustness(), app.generation()), (Some(&refined), 0), "{keys:?}");
        }
    }
    assert_ne!(app.generation(), 0, "there and back again is another question");
}

#[test]
fn while_a_slider_moves_the_word_stays_until_the_refined_figure_is_there() {
    let mut app = disagreeing();
    type_keys(&mut app, "9");
    let question = app.question().expect("a question");
    answer(&mut app, &question);
    let (word, leader) = (app.strength(), app.assessment().verdict().and_then(|it| it.leader));
    type_keys(&mut app, "h h h h");
    assert_eq!(app.assessment().verdict().and_then(|it| it.leader), leader);
    assert_eq!(app.strength(), word);
    let question = app.question().expect("a question");
    let refined = answer(&mut app, &question);
    assert_eq!(app.strength(), Some(app.assessment().strength(&refined.confidence)));
}

#[test]
fn figures_of_another_judgement_are_never_shown() {
    let mut app = disagreeing();
    let old = app.question().expect("a question");
    let of_old = answer(&mut app, &old);
    type_keys(&mut app, "9");
    assert_ne!(app.robustness(), Some(&of_old));
    answer(&mut app, &old);
    assert!(app.robustness().is_none(), "too late");
    let new = app.question().expect("another question");
    assert_ne!(new.generation, old.generation);
    let of_new = answer(&mut app, &new);
    assert_eq!(app.robustness(), Some(&of_new));
    assert_ne!(of_new, of_old);
}

#[test]
fn figures_take_no_news_away() {
    let mut app = disagreeing();
    type_keys(&mut app, "p");
    let news = app.notice().map(str::to_owned);
    assert!(news.is_some());
    let question = app.question().expect("a question");
    answer(&mut app, &question);
    assert_eq!(app.notice().map(str::to_owned), news);
}

#[test]
fn where_nothing_is_left_to_score_there_is_nothing_to_ask() {
    let mut app = disagreeing();
    type_keys(&mut app, "space down space down space");
    assert!(app.assessment().verdict().is_none());
    assert!(app.robustness().is_none() && app.question().is_none());
}

/// The names of the scenarios, the one compared with in brackets.
fn scenarios(app: &App) -> Vec<String> {
    let names = app.scenarios().list().iter().map(crate::judgement::Scenario::name).enumerate();
    let marked = names.map(|(at, name)| match app.compared() {
        Some(compared) if compared == at => format!("[{name}]"),
        _ => name.to_owned(),
    });
    marked.collect()
}

#[test]
fn saving_a_scenario_is_one_key_and_gives_a_name_that_is_free() {
    for (keys, expected) in [
        ("", vec![]),
        ("p", vec!["[Default weights]"]),
        ("p l p", vec!["Default weights", "[My weights]"]),
        ("p l p l p", vec!["Default weights", "My weights", "[My weights 2]"]),
        ("p shift-tab enter p", vec!["Default weights", "[Holiday]"]),
        ("p shift-tab enter tab h p", vec!["Default weights", "[Holiday, changed]"]),
        ("p shift-tab p", vec!["[Default weights]"]),
        ("p l p u u p", vec!["[Default weights]"]),
        ("p l u", vec!["[Default weights]"]),
        ("p l u u", vec![]),
        ("p l u u ctrl-r", vec!["[Default weights]"]),
        ("p l p u ctrl-r", vec!["Default weights", "[My weights]"]),
    ] {
        let mut app = explorer();
        type_keys(&mut app, keys);
        assert_eq!(scenarios(&app), expected, "{keys:?}");
    }
    let mut app = explorer();
    type_keys(&mut app, "p");
    let notice = app.notice().expect("news");
    assert!(notice.starts_with("Saved as scenario Default weights"), "{notice}");
    type_keys(&mut app, "u");
    assert_eq!(app.notice(), Some("Undone: scenario Default weights saved"));
    type_keys(&mut app, "ctrl-r l p h p");
    assert_eq!(app.notice(), Some("Nothing has changed since Default weights was saved"));
    assert_eq!(scenarios(&app), ["[Default weights]", "My weights"]);
}

#[test]
fn in_compare_a_scenario_is_selected_switched_to_removed_and_renamed() {
    /// Two scenarios, of comfort at 5 and at 9, and comfort at 1 now, with the keys in Compare.
    const TWO: &str = "p 9 p 1 tab left";
    for (keys, saved, comfort) in [
        ("", vec!["Default weights", "[My weights]"], 10),
        ("up", vec!["[Default weights]", "My weights"], 10),
        ("up up down down", vec!["Default weights", "[My weights]"], 10),
        ("g", vec!["[Default weights]", "My weights"], 10),
        ("enter", vec!["Default weights", "[My weights]"], 90),
        ("up enter", vec!["[Default weights]", "My weights"], 50),
        ("up enter u", vec!["[Default weights]", "My weights"], 10),
        ("delete", vec!["[Default weights]"], 10),
        ("up delete", vec!["[My weights]"], 10),
        ("delete delete delete", vec![], 10),
        ("up delete u", vec!["[Default weights]", "My weights"], 10),
        ("delete u", vec!["Default weights", "[My weights]"], 10),
        ("n ctrl-u A enter", vec!["Default weights", "[A]"], 10),
        ("up n backspace enter u", vec!["[Default weights]", "My weights"], 10),
        ("up n backspace enter", vec!["[Default weight]", "My weights"], 10),
        ("n A esc", vec!["Default weights", "[My weights]"], 10),
        ("p", vec!["Default weights", "My weights", "[My weights 2]"], 10),
    ] {
        let mut app = explorer();
        type_keys(&mut app, TWO);
        assert_eq!((app.focus(), app.tab()), (Pane::Detail, Tab::Compare));
        type_keys(&mut app, keys);
        assert_eq!(
            (scenarios(&app), tenths(&app)[0]),
            (saved.iter().map(|&it| it.to_owned()).collect(), comfort),
            "{keys:?}"
        );
    }
}

#[test]
fn a_scenario_cannot_have_the_name_of_another() {
    let mut app = explorer();
    type_keys(&mut app, "p l p tab left n ctrl-u");
    type_text(&mut app, "Default weights");
    type_keys(&mut app, "enter");
    let Some(Overlay::Form(form)) = app.overlay() else { panic!("the form is open") };
    assert_eq!(form.error.as_deref(), Some("Another scenario has this name"));
    type_keys(&mut app, "ctrl-u enter");
    let Some(Overlay::Form(form)) = app.overlay() else { panic!("the form is open") };
    assert_eq!(form.error.as_deref(), Some("A scenario needs a name"));
    type_keys(&mut app, "esc");
    assert_eq!(scenarios(&app), ["Default weights", "[My weights]"]);
}

#[test]
fn without_a_scenario_the_keys_of_compare_say_so_and_do_nothing() {
    for key in ["enter", "delete", "n"] {
        let mut app = explorer();
        type_keys(&mut app, "tab left");
        type_keys(&mut app, key);
        assert_eq!(app.notice(), Some("Nothing is saved yet"), "{key}");
        assert_eq!(tenths(&app), [50, 30, 20]);
    }
}

#[test]
fn the_ghost_stands_where_the_scenario_has_the_slider_unless_it_is_there_now() {
    let mut app = explorer();
    type_keys(&mut app, "p 9");
    let ghosts = |app: &App| -> Vec<Option<u8>> {
        (0..app.judgement().criteria_count()).map(|j| app.ghost(j).map(Weight::tenths)).collect()
    };
    assert_eq!(ghosts(&app), [Some(50), None, None]);
    type_keys(&mut app, "5 a m y enter 7");
    assert_eq!(ghosts(&app), [None, None, None, None], "it has no criterion of this kind");
    type_keys(&mut app, "p 2");
    assert_eq!(ghosts(&app), [None, None, None, Some(70)]);
}

#[test]
fn what_follows_from_a_scenario_is_what_followed_when_it_was_saved() {
    let mut app = explorer();
    type_keys(&mut app, "7 tab down x p");
    let then = app.assessment().clone();
    type_keys(&mut app, "u u");
    assert!(app.compared().is_none(), "the save is undone with what came before");
    type_keys(&mut app, "ctrl-r ctrl-r R");
    assert_ne!(*app.assessment(), then);
    assert_eq!(*app.scenario_judged(0).assessment, then);
    assert_eq!(app.scenario_judged(0).judgement.weight(0).tenths(), 70);
}

#[test]
fn the_mouse_selects_a_scenario_and_the_wheel_scrolls() {
    let mut app = explorer();
    type_keys(&mut app, "p l p l p tab left");
    app.view.set_pane(Pane::Detail, Window { offset: 0, height: 10, length: 40 });
    let mut point = |gesture, target| {
        update(&mut app, Action::Point(Pointer { gesture, target }));
        (app.compared(), app.view.pane(Pane::Detail).offset)
    };
    assert_eq!(point(Gesture::Press, Target::Row(Pane::Detail, 1)), (Some(1), 0));
    assert_eq!(point(Gesture::WheelDown, Target::Pane(Pane::Detail)), (Some(1), 1));
}

#[test]
fn search_and_palette_lead_back_to_the_list_that_they_lie_over() {
    for keys in ["s down", "d", "i", "v"] {
        let mut app = divided();
        type_keys(&mut app, keys);
        let before = app.overlay().cloned();
        assert!(before.is_some());
        for over in ["/ esc", ": esc", ": / esc", "/ : / esc"] {
            type_keys(&mut app, over);
            assert_eq!(app.overlay().cloned(), before, "{keys} {over}");
        }
        // What is about the list is done to it, what is not leaves it.
        type_keys(&mut app, ": c o p y - v e r d i c t enter");
        assert_eq!(app.overlay().cloned(), before, "{keys}");
        type_keys(&mut app, ": z o o m enter");
        assert_eq!(app.overlay(), None, "{keys}");
    }
}

#[test]
fn where_there_is_one_pane_only_nothing_is_zoomed() {
    let mut app = explorer();
    app.view.dividers = [None; 2];
    type_keys(&mut app, "z");
    assert!(!app.arrangement().zoomed);
    assert_eq!(app.notice(), Some("Only one pane is on the screen"));
}
