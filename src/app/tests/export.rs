//! The export pane.

use super::*;

static SCOPES: [ScopeOffer; 2] =
    [ScopeOffer { name: "verdict", about: "" }, ScopeOffer { name: "full", about: "" }];

/// An explorer with formats like the real ones: two with scopes, which differ in their own, and one
/// without.
fn exporter() -> App {
    let offer = |(id, scopes, scope)| Offer { id, extension: id, about: "", scopes, scope };
    let offers: [(_, &[ScopeOffer], _); 3] =
        [("md", &SCOPES, 0), ("txt", &SCOPES, 1), ("json", &[], 0)];
    let mut app = explorer();
    app.formats = offers.into_iter().map(offer).collect();
    app
}

fn form(app: &App) -> &ExportForm {
    let Some(Overlay::Export(form)) = app.overlay() else { panic!("the pane is open") };
    form
}

/// What an order says: format, scope, path, and whether to replace.
fn ordered(effect: Option<Effect>) -> Option<(&'static str, Option<&'static str>, String, bool)> {
    match effect? {
        Effect::Export(ExportOrder { report, path, replace, .. }) => {
            Some((report.format, report.scope, path, replace))
        }
        other => panic!("{other:?}"),
    }
}

/// Answers what the pane wants to know of the disk.
fn found(app: &mut App, fate: Fate, names: &[&str]) {
    let question = app.path_question().expect("the pane is open");
    let names = names.iter().map(|&it| it.into()).collect();
    update(app, Action::PathFound { question, found: Found { fate, names } });
}

/// Shows the pane what it wants to see.
fn previewed(app: &mut App, text: &str) {
    let question = app.preview_question().expect("the pane is open");
    update(app, Action::Previewed { question, preview: Preview::of(text) });
}

/// Tells what became of the first form's order.
fn exported(app: &mut App, outcome: Outcome) {
    update(app, Action::Exported { opening: 1, outcome });
}

#[test]
fn exporting_asks_before_it_replaces_a_file() {
    let mut app = exporter();
    let order = |replace| Some(("md", Some("verdict"), "small-decision.md".to_owned(), replace));
    assert_eq!(ordered(type_keys(&mut app, "e enter")), order(false));
    exported(&mut app, Outcome::Exists);
    assert_eq!(ordered(type_keys(&mut app, "enter")), order(true));
    exported(&mut app, Outcome::Written("small-decision.md".into()));
    assert!(app.overlay().is_none());
    assert_eq!(app.notice(), Some("Written to small-decision.md"));
}

#[test]
fn another_name_format_or_scope_after_the_question_is_not_a_yes() {
    for (keys, expected) in [
        ("2 enter", ("md", Some("verdict"), "small-decision.md2")),
        ("down enter", ("txt", Some("full"), "small-decision.txt")),
        ("ctrl-s enter", ("md", Some("full"), "small-decision.md")),
    ] {
        let mut app = exporter();
        type_keys(&mut app, "e enter");
        exported(&mut app, Outcome::Exists);
        let (format, scope, path) = expected;
        let order = ordered(type_keys(&mut app, keys));
        assert_eq!(order, Some((format, scope, path.to_owned(), false)), "{keys}");
    }
}

#[test]
fn another_format_changes_the_proposed_name_but_never_a_typed_one() {
    let mut app = exporter();
    let order = ordered(type_keys(&mut app, "e down enter"));
    assert_eq!(order, Some(("txt", Some("full"), "small-decision.txt".into(), false)));
    let order = ordered(type_keys(&mut app, "esc e x up enter"));
    assert_eq!(order, Some(("md", Some("verdict"), "small-decision.txtx".into(), false)));
}

#[test]
fn the_scope_is_the_formats_own_until_it_is_chosen() {
    for (keys, scope) in [
        ("e", Some("verdict")),
        ("e down", Some("full")),
        ("e down down", None),
        ("e ctrl-s", Some("full")),
        ("e ctrl-s ctrl-s", Some("verdict")),
        ("e ctrl-s ctrl-s down", Some("verdict")),
        ("e down down ctrl-s down", Some("verdict")),
    ] {
        let mut app = exporter();
        type_keys(&mut app, keys);
        assert_eq!(form(&app).report().scope, scope, "{keys}");
    }
}

#[test]
fn a_click_chooses_a_format_or_a_scope_and_writes_nothing() {
    let mut app = exporter();
    type_keys(&mut app, "e");
    let click = |app: &mut App, row| {
        let pointer = Pointer { gesture: Gesture::Press, target: Target::Result(row) };
        assert_eq!(update(app, Action::Point(pointer)), None);
        form(app).report()
    };
    assert_eq!(click(&mut app, 4), ReportKind { format: "md", scope: Some("full") });
    assert_eq!(click(&mut app, 1), ReportKind { format: "txt", scope: Some("full") });
    assert_eq!(click(&mut app, 3), ReportKind { format: "txt", scope: Some("verdict") });
    assert_eq!(click(&mut app, 2), ReportKind { format: "json", scope: None });
}

#[test]
fn an_export_that_fails_leaves_the_form_open_with_the_reason() {
    let mut app = exporter();
    type_keys(&mut app, "e x ctrl-o enter");
    exported(&mut app, Outcome::Failed("no such folder".into()));
    assert_eq!(form(&app).state, ExportState::Failed("no such folder".into()));
    assert_eq!(form(&app).path.text(), "small-decision.mdx");
    assert!(!form(&app).reading, "the reason is to be seen");
    assert_eq!(type_keys(&mut app, "ctrl-u enter"), None);
}

#[test]
fn an_export_that_ends_late_closes_nothing_else() {
    let mut app = exporter();
    type_keys(&mut app, "e enter esc /");
    exported(&mut app, Outcome::Written("x.md".into()));
    assert!(matches!(app.overlay(), Some(Overlay::Search(_))));
}

#[test]
fn what_became_of_another_forms_order_is_news_and_nothing_else() {
    let mut app = exporter();
    type_keys(&mut app, "e enter esc e x");
    exported(&mut app, Outcome::Exists);
    let news = "The report was not written: the file exists already.";
    assert_eq!((&form(&app).state, app.notice()), (&ExportState::Editing, Some(news)));
    exported(&mut app, Outcome::Failed("no such folder".into()));
    assert_eq!((&form(&app).state, app.notice()), (&ExportState::Editing, Some("no such folder")));
    exported(&mut app, Outcome::Written("x.md".into()));
    assert_eq!(form(&app).path.text(), "small-decision.mdx");
    assert_eq!(app.notice(), Some("Written to x.md"));
    // With a name of its own, nothing is replaced that nobody asked about.
    let order = ordered(type_keys(&mut app, "enter"));
    assert_eq!(order.map(|it| it.3), Some(false));
}

#[test]
fn tab_completes_as_far_as_the_names_agree() {
    for (typed, names, expected, candidates) in [
        ("do", &["docs/"][..], "docs/", 0),
        ("docs/0", &["0001-a.md", "0002-b.md"], "docs/000", 2),
        ("docs/000", &["0001-a.md", "0002-b.md"], "docs/000", 2),
        ("nothing", &[], "nothing", 0),
        ("~", &["~/"], "~/", 0),
        ("äb", &["äbc", "äbd"], "äb", 2),
        ("whole.md", &["whole.md"], "whole.md", 0),
    ] {
        let mut app = exporter();
        type_keys(&mut app, "e ctrl-u");
        type_text(&mut app, typed);
        type_keys(&mut app, "tab");
        assert_eq!(form(&app).path.text(), typed, "the disk has not answered yet");
        found(&mut app, Fate::New, names);
        assert_eq!(form(&app).path.text(), expected);
        assert_eq!(form(&app).path.cursor(), expected.chars().count());
        assert_eq!(form(&app).candidates.len(), candidates, "{typed}");
        let is_idle = expected == typed && candidates == 0;
        assert_eq!(app.notice().is_some(), is_idle, "{typed}: who asks hears an answer");
        // The path is the user's own now, which no format renames.
        type_keys(&mut app, "down");
        assert_eq!(form(&app).path.text(), expected);
    }
}

#[test]
fn an_answer_about_another_path_changes_nothing() {
    let mut app = exporter();
    type_keys(&mut app, "e");
    let first = app.path_question().expect("a question");
    let answer = |question| {
        let found = Found { fate: Fate::Folder, names: vec!["small-decision.mdxx".into()] };
        Action::PathFound { question, found }
    };
    // Tab, and then a letter: the answer to Tab comes too late.
    type_keys(&mut app, "tab");
    let second = app.path_question().expect("a question");
    type_keys(&mut app, "x");
    for overtaken in [first.clone(), second] {
        update(&mut app, answer(overtaken));
        assert_eq!((form(&app).path.text(), &form(&app).found), ("small-decision.mdx", &None));
    }
    // A form that was opened anew asks anew.
    type_keys(&mut app, "esc e");
    update(&mut app, answer(first));
    assert_eq!(form(&app).found, None);
    found(&mut app, Fate::Folder, &[]);
    assert_eq!(form(&app).found.as_ref().map(|it| &it.fate), Some(&Fate::Folder));
    type_keys(&mut app, "x");
    assert_eq!(form(&app).found, None, "what is known is never of another path");
}

#[test]
fn the_preview_is_never_of_another_report() {
    let mut app = exporter();
    type_keys(&mut app, "e");
    let first = app.preview_question().expect("a question");
    for keys in ["down", "up ctrl-s", "esc 9 e"] {
        type_keys(&mut app, keys);
        let preview = Preview::of("the old one");
        update(&mut app, Action::Previewed { question: first, preview });
        assert_eq!(form(&app).preview, None, "{keys}");
        previewed(&mut app, "the new one");
        assert!(form(&app).preview.is_some());
    }
    // What does not change the report leaves its preview.
    type_keys(&mut app, "x tab");
    assert!(form(&app).preview.is_some());
}

#[test]
fn the_preview_scrolls_by_pages_and_by_the_wheel_and_alone_by_lines() {
    let mut app = exporter();
    type_keys(&mut app, "e");
    previewed(&mut app, "a report");
    app.view.overlay = Window { offset: 0, height: 10, length: 40 };
    type_keys(&mut app, "pagedown");
    assert_eq!((form(&app).offset, form(&app).format), (9, 0));
    let wheel = Pointer { gesture: Gesture::WheelDown, target: Target::Overlay };
    update(&mut app, Action::Point(wheel));
    assert_eq!(form(&app).offset, 3, "from where the last frame was");
    type_keys(&mut app, "ctrl-o down");
    assert_eq!((form(&app).offset, form(&app).format), (1, 0));
    type_keys(&mut app, "esc down");
    assert_eq!((form(&app).offset, form(&app).format), (0, 1), "another report begins at its top");
    assert!(type_keys(&mut app, "esc").is_none() && app.overlay().is_none());
}

#[test]
fn what_was_chosen_is_there_the_next_time() {
    let mut app = exporter();
    let Some(Effect::Export(order)) = type_keys(&mut app, "e down ctrl-s x enter") else {
        panic!("an order")
    };
    let path = Some("small-decision.txtx".to_owned());
    let chosen = ExportChoice { format: "txt".into(), scope: Some("verdict".into()), path };
    assert_eq!(order.choice, chosen);
    let mut app = exporter().with_export(chosen);
    let order = ordered(type_keys(&mut app, "e enter"));
    assert_eq!(order, Some(("txt", Some("verdict"), "small-decision.txtx".into(), false)));
    // What there is no more is as if it had not been chosen.
    let scope = Some("some".into());
    let gone = ExportChoice { format: "pdf".into(), scope, path: None };
    let order = ordered(type_keys(&mut exporter().with_export(gone), "e enter"));
    assert_eq!(order, Some(("md", Some("verdict"), "small-decision.md".into(), false)));
}

#[test]
fn the_commands_of_the_pane_open_it_where_it_is_not_open() {
    for command in [Command::Complete, Command::Scope, Command::Preview] {
        let mut app = exporter();
        update(&mut app, Action::Command(command));
        assert!(matches!(app.overlay(), Some(Overlay::Export(_))), "{command:?}");
        assert!(Keymap::default().keys(app.context(), command).next().is_some());
    }
}
