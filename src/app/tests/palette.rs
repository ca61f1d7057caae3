//! The command palette.

use super::*;

#[test]
fn the_palette_runs_a_command() {
    let mut app = explorer();
    type_keys(&mut app, ": e x c l u d e enter");
    assert!(app.judgement().is_criterion_excluded(0));
    assert!(app.overlay().is_none());
    assert_eq!(type_keys(&mut app, ": l e a v e enter"), Some(Effect::Quit));
}

#[test]
fn the_palette_finds_what_somebody_means_who_types_a_word_or_a_key() {
    for (typed, expected) in [
        ("note", "note"),
        ("notes", "note"),
        ("help", "help"),
        ("h", "help"),
        ("?", "help"),
        ("reset", "reset"),
        ("default", "reset"),
        ("R", "reset-all"),
        ("undo", "undo"),
        ("u", "undo"),
        ("redo", "redo"),
        ("ctrl-r", "redo"),
        ("export", "export"),
        ("exp", "export"),
        ("exprt", "export"),
        ("e", "export"),
        ("w", "export"),
        ("save", "export"),
        ("q", "quit"),
        ("quit", "quit"),
        ("q!", "quit"),
        ("wq", "quit"),
        ("exit", "quit"),
        ("copy", "copy-shown"),
        ("yank", "copy-verdict"),
        ("y", "copy-verdict"),
        ("delete", "remove-criterion"),
        ("remove", "remove-criterion"),
        ("Del", "remove-criterion"),
        ("edit", "edit"),
        ("how sure", "robustness"),
        ("sure", "robustness"),
        ("robust", "robustness"),
        ("what would change", "robustness"),
        ("use case", "previous-pane"),
        ("qut", "quit"),
        ("trust", "sources"),
        ("scenario", "save-scenario"),
        ("save scenario", "save-scenario"),
        ("weight down", "less"),
        ("7", "set-7"),
        ("set 10", "set-10"),
        ("tip", "next-tipping-point"),
        ("exclude", "exclude"),
        ("include", "exclude"),
        ("ctrl-s", "scope"),
        ("f5", "reload"),
        ("tour", ""),
        ("theme", ""),
        ("sort", ""),
    ] {
        let mut app = explorer();
        type_keys(&mut app, ":");
        type_text(&mut app, typed);
        let Some(Overlay::Palette(palette)) = app.overlay() else { panic!("the palette is open") };
        assert_eq!(palette.chosen().map_or("", |it| it.id), expected, "{typed:?}");
    }
}

#[test]
fn every_command_is_found_by_its_name_its_hint_its_synonyms_and_its_words() {
    for row in COMMANDS {
        let names = [row.id, row.name, row.help].into_iter().chain(row.synonyms.iter().copied());
        for name in names {
            let mut app = explorer();
            type_keys(&mut app, ":");
            type_text(&mut app, name);
            let Some(Overlay::Palette(palette)) = app.overlay() else { panic!("it is open") };
            assert_eq!(palette.chosen().map(|it| it.id), Some(row.id), "{name:?}");
        }
    }
}

#[test]
fn what_was_run_from_the_palette_stands_first_the_next_time_the_last_first() {
    let mut app = explorer();
    type_keys(&mut app, ": e x c l u d e enter : l e a v e enter");
    type_keys(&mut app, ": e x c l u d e enter :");
    let Some(Overlay::Palette(palette)) = app.overlay() else { panic!("the palette is open") };
    let row = |at: usize| COMMANDS[palette.matches[at].index].command;
    assert_eq!(row(0), Command::Exclude);
    assert_eq!(palette.matches.len(), COMMANDS.len());
    let marked = palette.matches.iter().filter(|it| palette.is_recent(it)).count();
    assert_eq!(marked, palette.recent.len());
    assert_eq!(palette.recent, [Command::Exclude, Command::Quit]);
    type_keys(&mut app, "enter");
    assert!(app.overlay().is_none());
}

#[test]
fn every_command_can_be_run_from_the_palette_without_harm() {
    for row in COMMANDS {
        let mut app = explorer();
        type_keys(&mut app, ":");
        for character in row.help.chars() {
            update(&mut app, Action::Edit(InputRequest::InsertChar(character)));
        }
        let Some(Overlay::Palette(palette)) = app.overlay() else { panic!("the palette is open") };
        assert_eq!(palette.chosen().map(|it| it.id), Some(row.id));
        type_keys(&mut app, "enter");
    }
}

#[test]
fn the_first_page_of_the_palette_has_what_the_hands_do_not_know() {
    let mut app = explorer();
    type_keys(&mut app, ":");
    let Some(Overlay::Palette(palette)) = app.overlay() else { panic!("the palette is open") };
    let ids: Vec<&str> = palette.matches.iter().map(|it| COMMANDS[it.index].id).collect();
    let at = |id: &str| ids.iter().position(|it| *it == id).expect("it is listed");
    assert_eq!(at("next-tipping-point"), 0);
    assert!(at("quit") < at("up") && at("up") < at("less"));
    assert!(at("more-fine") < at("set-0"));
}
