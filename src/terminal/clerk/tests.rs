//! The clerk over files that only remember.

use std::sync::{Arc, Mutex};

use super::*;
use crate::decision::{Decision, Importance, tests::small};
use crate::judgement::Judgement;

/// Longer than any test runs: whatever is saved in time, is saved for another reason.
const FOREVER: Duration = Duration::from_secs(60 * 60);

/// What was done, in words.
type Book = Arc<Mutex<Vec<String>>>;

/// Files that only remember.
struct Remembered {
    book: Book,
    news: Vec<String>,
}

impl Files for Remembered {
    fn save(&mut self, workspace: &Workspace) -> Vec<String> {
        self.note(format!("saved {}", workspace.present.importance(0).tenths()));
        self.news.clone()
    }

    fn unsaved(&self) -> Option<String> {
        self.news.first().cloned()
    }

    fn export(&mut self, _: &Workspace, format: &str, path: &Path, replace: bool) -> Outcome {
        self.note(format!("{format} to {} ({replace})", path.display()));
        Outcome::Written("somewhere".into())
    }

    fn editable(&mut self, _: &Workspace) -> Result<PathBuf, String> {
        self.note("looked out".into());
        Ok("pack.toml".into())
    }

    fn reload(&mut self, workspace: &Workspace) -> Result<Reload, Trouble> {
        self.note(format!("read again {}", workspace.present.importance(0).tenths()));
        Err(Trouble::new("No", "wrong"))
    }
}

impl Remembered {
    fn note(&self, words: String) {
        self.book.lock().expect("no test panics here").push(words);
    }
}

#[test]
fn what_is_unsaved_is_saved_before_a_file_is_edited_or_read_again() {
    let decision = small();
    let (clerk, book, answers) = clerk(FOREVER, &[]);
    clerk.save(judged(&decision, 10));
    clerk.edit(judged(&decision, 10));
    clerk.save(judged(&decision, 20));
    clerk.reload(judged(&decision, 20));
    clerk.finish();
    assert_eq!(done(&book), ["saved 10", "looked out", "saved 20", "read again 20"]);
    let answers: Vec<String> = answers.iter().map(|it| format!("{it:?}")).collect();
    assert!(answers[0].contains("pack.toml") && answers[1].contains("Refused"), "{answers:?}");
}

/// A clerk with what he has done, and what he answers.
fn clerk(pause: Duration, news: &[&str]) -> (Clerk, Book, Receiver<Happening>) {
    let book = Book::default();
    let news = news.iter().map(|&it| it.into()).collect();
    let files = Remembered { book: Arc::clone(&book), news };
    let (answers, answered) = mpsc::channel();
    let clerk = Clerk::with_pause(files, answers, pause).expect("a thread");
    (clerk, book, answered)
}

fn judged(decision: &Decision, importance: u8) -> Workspace {
    let mut judgement = Judgement::of(decision);
    judgement.set_importance(0, Importance::from_tenths(importance).expect("in range"));
    judgement.into()
}

fn done(book: &Book) -> Vec<String> {
    book.lock().expect("no test panics here").clone()
}

#[test]
fn only_the_last_of_many_changes_is_saved() {
    let (clerk, book, _answered) = clerk(FOREVER, &[]);
    for importance in 0..=100 {
        clerk.save(judged(&small(), importance));
    }
    assert_eq!(clerk.finish(), None);
    assert_eq!(done(&book), ["saved 100"]);
}

#[test]
fn a_change_is_saved_when_the_user_pauses() {
    let (clerk, book, answered) = clerk(Duration::ZERO, &["The disk is full."]);
    clerk.save(judged(&small(), 7));
    let answer = answered.recv().expect("an answer");
    assert!(
        matches!(answer, Happening::Action(Action::Notify(news)) if news == "The disk is full.")
    );
    assert_eq!(done(&book), ["saved 7"]);
    assert_eq!(clerk.finish().as_deref(), Some("The disk is full."));
    assert_eq!(done(&book), ["saved 7"], "there was nothing left to save");
}

#[test]
fn nothing_is_saved_when_nothing_changed() {
    let (clerk, book, _answered) = clerk(Duration::ZERO, &[]);
    assert_eq!(clerk.finish(), None);
    assert!(done(&book).is_empty());
}

#[test]
fn an_export_does_not_wait_for_the_pause_and_answers() {
    let (clerk, book, answered) = clerk(FOREVER, &[]);
    clerk.save(judged(&small(), 7));
    clerk.export(judged(&small(), 7), "md", "adr/0001.md", true);
    let answer = answered.recv().expect("an answer");
    assert!(matches!(answer, Happening::Action(Action::Exported(Outcome::Written(_)))));
    clerk.finish();
    assert_eq!(done(&book), ["md to adr/0001.md (true)", "saved 7"]);
}

#[test]
fn a_tilde_stands_for_the_home_directory() {
    let home = std::env::home_dir().expect("a home");
    assert_eq!(expand("~/adr/1.md"), home.join("adr/1.md"));
    for as_typed in ["adr/1.md", "/adr/1.md", "~adr/1.md", "a~/1.md", "~"] {
        assert_eq!(expand(as_typed), Path::new(as_typed));
    }
}
