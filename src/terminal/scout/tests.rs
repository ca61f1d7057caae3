//! The scout on a real disk.

use std::fs;
use std::sync::Arc;

use super::*;
use crate::app::{App, Command, update};
use crate::decision::tests::small;
use crate::judgement::Workspace;

/// The question that the export pane asks when this has been typed.
fn question(path: &str) -> PathQuestion {
    let decision = Arc::new(small());
    let mut app = App::new(Arc::clone(&decision), Workspace::of(&decision), Vec::new());
    update(&mut app, Action::Command(Command::Export));
    update(&mut app, Action::Edit(tui_input::InputRequest::DeleteLine));
    update(&mut app, Action::Paste(path.into()));
    app.path_question().expect("the pane is open")
}

#[test]
fn what_would_become_of_a_file_is_said_of_every_kind_of_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| format!("{}/{name}", folder.path().display());
    fs::write(at("old.md"), "old").expect("a file");
    fs::create_dir(at("docs")).expect("a folder");
    let fate = |name: &str| find_out(&question(&at(name))).fate;
    assert_eq!(fate("new.md"), Fate::New);
    assert!(matches!(fate("old.md"), Fate::Replaced { bytes: 3, day: Some(_) }));
    assert_eq!(fate("docs"), Fate::Folder);
    assert_eq!(fate("docs/"), Fate::Folder);
    assert_eq!(fate("no/new.md"), Fate::NoFolder(at("no")));
    assert_eq!(fate("no/"), Fate::NoFolder(at("no")));
    assert!(matches!(fate("old.md/new.md"), Fate::Unwritable(_)));
}

#[test]
fn a_path_goes_on_with_the_names_on_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| format!("{}/{name}", folder.path().display());
    for name in ["a.md", "b\u{1b}.md", ".hidden"] {
        fs::write(at(name), "").expect("a file");
    }
    fs::create_dir(at("adr")).expect("a folder");
    let names = |name: &str| find_out(&question(&at(name))).names;
    assert_eq!(names(""), ["a.md", "adr/"]);
    assert_eq!(names("ad"), ["adr/"]);
    assert_eq!(names(".h"), [".hidden"]);
    assert!(names("b").is_empty(), "its name would drive the terminal");
    assert_eq!(find_out(&question("~")).names, ["~/"]);
}

#[test]
fn only_the_last_of_many_questions_is_sure_to_be_answered() {
    let (answers, answered) = mpsc::channel();
    let mut scout = Scout::new(answers);
    for path in ["x", "xy", "/"] {
        scout.ask(question(path));
    }
    let last = answered.iter().find_map(|it| match it {
        Happening::Action(Action::PathFound { question, found }) if question.path == "/" => {
            Some(found.fate)
        }
        _ => None,
    });
    assert_eq!(last, Some(Fate::Folder));
}

#[test]
fn a_tilde_stands_for_the_home_directory() {
    let home = std::env::home_dir().expect("a home");
    assert_eq!(expand("~/adr/1.md"), home.join("adr/1.md"));
    assert_eq!(expand("~"), home);
    for as_typed in ["adr/1.md", "/adr/1.md", "~adr/1.md", "a~/1.md"] {
        assert_eq!(expand(as_typed), Path::new(as_typed));
    }
}
