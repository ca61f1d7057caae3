//! The clerk over files that only remember.

use std::sync::{Arc, Mutex};

use super::*;
use crate::app::{App, Command, ExportChoice, Offer, update};
use crate::decision::{Decision, Weight, tests::small};
use crate::judgement::Judgement;

/// Longer than any test runs: whatever is saved in time, is saved for another reason.
const FOREVER: Duration = Duration::from_secs(60 * 60);

/// What was done, in words.
type Book = Arc<Mutex<Vec<String>>>;

/// Files that only remember.
struct Remembered {
    book: Book,
    /// What comes of reading again, if that is possible.
    read: Option<Reload>,
    news: Vec<String>,
    /// Held by whoever wants no courier to arrive.
    way: Arc<Mutex<()>>,
}

/// The end of a clerk who is waited for as long as it takes.
fn finish(clerk: Clerk) -> Option<String> {
    let mut closing = clerk.close();
    closing.wait(FOREVER);
    assert!(closing.is_over);
    closing.farewell.expect("the clerk says goodbye").unsaved
}

impl Files for Remembered {
    fn save(&mut self, workspace: &Workspace) -> Vec<String> {
        self.note(format!("saved {}", workspace.present.weight(0).tenths()));
        self.news.clone()
    }

    fn farewell(&self) -> Option<String> {
        None
    }

    fn unsaved(&self) -> Option<String> {
        self.news.first().cloned()
    }

    fn export(&mut self, _: &Workspace, order: &ExportOrder, path: PathBuf) -> Errand {
        let ExportOrder { report, replace, .. } = order;
        self.note(format!("{} to {} ({replace})", report.format, path.display()));
        let way = Arc::clone(&self.way);
        Box::new(move || {
            drop(way.lock());
            Outcome::Written("somewhere".into())
        })
    }

    fn editable(&mut self, _: &Workspace) -> Result<PathBuf, String> {
        self.note("looked out".into());
        Ok("pack.toml".into())
    }

    fn reload(&mut self, workspace: &Workspace) -> Result<Reload, Trouble> {
        self.note(format!("read again {}", workspace.present.weight(0).tenths()));
        self.read.clone().ok_or_else(|| Trouble::new("No", "wrong"))
    }

    fn preview(&mut self, workspace: &Workspace, report: ReportKind) -> Preview {
        Preview::of(&format!("{} at {}", report.format, workspace.present.weight(0)))
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
    finish(clerk);
    assert_eq!(done(&book), ["saved 10", "looked out", "saved 20", "read again 20", "saved 20"]);
    let answers: Vec<String> = answers.iter().map(|it| format!("{it:?}")).collect();
    assert!(answers[0].contains("pack.toml") && answers[1].contains("Refused"), "{answers:?}");
}

#[test]
fn what_stood_when_a_file_could_not_be_read_again_is_not_saved_over_what_came_after() {
    let decision = small();
    let (clerk, book, _answers) = clerk(FOREVER, &[]);
    clerk.reload(judged(&decision, 10));
    clerk.save(judged(&decision, 20));
    clerk.edit(judged(&decision, 20));
    finish(clerk);
    assert_eq!(done(&book), ["read again 10", "saved 20", "looked out"]);
}

/// A clerk with what he has done, and what he answers.
fn clerk(pause: Duration, news: &[&str]) -> (Clerk, Book, Receiver<Happening>) {
    let book = Book::default();
    let news = news.iter().map(|&it| it.into()).collect();
    let files = Remembered { book: Arc::clone(&book), read: None, news, way: Arc::default() };
    let (answers, answered) = mpsc::channel();
    let clerk = Clerk::with_pause(files, answers, pause).expect("a thread");
    (clerk, book, answered)
}

fn judged(decision: &Decision, weight: u8) -> Workspace {
    let mut judgement = Judgement::of(decision);
    judgement.set_weight(0, Weight::from_tenths(weight).expect("in range"));
    judgement.into()
}

fn done(book: &Book) -> Vec<String> {
    book.lock().expect("no test panics here").clone()
}

#[test]
fn only_the_last_of_many_changes_is_saved() {
    let (clerk, book, _answered) = clerk(FOREVER, &[]);
    for weight in 0..=100 {
        clerk.save(judged(&small(), weight));
    }
    assert_eq!(finish(clerk), None);
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
    assert_eq!(finish(clerk).as_deref(), Some("The disk is full."));
    assert_eq!(done(&book), ["saved 7"; 2], "it is tried once more");
}

#[test]
fn nothing_is_saved_when_nothing_changed() {
    let (clerk, book, _answered) = clerk(Duration::ZERO, &[]);
    assert_eq!(finish(clerk), None);
    assert!(done(&book).is_empty());
}

/// Number of the form whose report was written.
fn written(answer: &Happening) -> Option<u64> {
    match answer {
        Happening::Action(Action::Exported { opening, outcome: Outcome::Written(_) }) => {
            Some(*opening)
        }
        _ => None,
    }
}

#[test]
fn an_export_does_not_wait_for_the_pause_and_answers() {
    let (clerk, book, answered) = clerk(FOREVER, &[]);
    clerk.save(judged(&small(), 7));
    let report = ReportKind { format: "md", scope: None };
    let (path, choice) = ("adr/0001.md".into(), ExportChoice::default());
    let order = ExportOrder { report, path, replace: true, choice, opening: 3 };
    clerk.export(judged(&small(), 7), order);
    assert_eq!(written(&answered.recv().expect("an answer")), Some(3));
    finish(clerk);
    assert_eq!(done(&book), ["md to adr/0001.md (true)", "saved 7"]);
}

#[test]
fn no_save_waits_for_a_report_on_its_way_and_the_end_only_for_a_moment() {
    let book = Book::default();
    let way = Arc::new(Mutex::new(()));
    let files =
        Remembered { book: Arc::clone(&book), read: None, news: Vec::new(), way: Arc::clone(&way) };
    let (answers, answered) = mpsc::channel();
    let clerk = Clerk::with_pause(files, answers, FOREVER).expect("a thread");
    let report = ReportKind { format: "md", scope: None };
    let (path, choice) = ("pipe".into(), ExportChoice::default());
    let blocked = way.lock().expect("no test panics here");
    let order = ExportOrder { report, path, replace: false, choice, opening: 1 };
    clerk.export(judged(&small(), 7), order);
    clerk.save(judged(&small(), 8));
    let mut closing = clerk.close();
    closing.wait_for_clerk(FOREVER);
    assert_eq!(done(&book), ["md to pipe (false)", "saved 8"]);
    assert!(!closing.is_over && answered.try_recv().is_err());
    drop(blocked);
    closing.wait(FOREVER);
    assert!(closing.is_over);
    assert_eq!(written(&answered.recv().expect("an answer")), Some(1));
}

#[test]
fn a_preview_is_of_the_judgement_at_hand_and_answers_its_question() {
    let (clerk, _, answered) = clerk(FOREVER, &[]);
    let decision = Arc::new(small());
    let offers = vec![Offer { id: "md", ..Offer::default() }];
    let mut app = App::new(Arc::clone(&decision), judged(&decision, 70), offers);
    update(&mut app, Action::Command(Command::Export));
    let asked = app.preview_question().expect("the pane is open");
    clerk.preview(app.workspace(), asked);
    let Ok(Happening::Action(Action::Previewed { question, preview })) = answered.recv() else {
        panic!("a preview")
    };
    assert_eq!((question, preview.lines), (asked, vec!["md at 7.0".to_owned()]));
}

#[test]
fn that_a_save_fails_is_told_once_and_so_is_that_one_does_not() {
    let decision = small();
    let (answers, answered) = mpsc::channel();
    let (bye, _farewell) = mpsc::channel();
    let files =
        Remembered { book: Book::default(), read: None, news: Vec::new(), way: Arc::default() };
    let mut desk = Desk::new(files, answers, bye);
    let mut told = |trouble: &[&str]| {
        desk.files.news = trouble.iter().map(|&it| it.into()).collect();
        desk.unsaved = Some(judged(&decision, 10));
        desk.save();
        let unsaved = |it| match it {
            Happening::Action(Action::Unsaved(is_so)) => Some(is_so),
            _ => None,
        };
        answered.try_iter().filter_map(unsaved).collect::<Vec<_>>()
    };
    let troubles: [&[&str]; 4] = [&[], &["no room"], &["no room"], &[]];
    let told: Vec<Vec<bool>> = troubles.into_iter().map(&mut told).collect();
    assert_eq!(told, [vec![], vec![true], vec![], vec![false]]);
}

#[test]
fn what_could_not_be_saved_is_tried_once_more_at_the_end() {
    let decision = small();
    let (clerk, book, _answers) = clerk(Duration::ZERO, &["no room"]);
    clerk.save(judged(&decision, 10));
    assert_eq!(finish(clerk).as_deref(), Some("no room"));
    assert_eq!(done(&book), ["saved 10", "saved 10"]);
    let (clerk, book, _answers) = self::clerk(Duration::ZERO, &[]);
    clerk.save(judged(&decision, 10));
    assert_eq!(finish(clerk), None);
    assert_eq!(done(&book), ["saved 10"], "what is saved is left alone");
}

#[test]
fn what_could_not_be_saved_before_a_file_was_read_again_is_saved_as_it_is_since() {
    let decision = small();
    let book = Book::default();
    let read = Reload {
        decision: Arc::new(small()),
        workspace: judged(&decision, 70),
        news: String::new(),
    };
    let files = Remembered {
        book: Arc::clone(&book),
        read: Some(read),
        news: vec!["no room".into()],
        way: Arc::default(),
    };
    let clerk = Clerk::with_pause(files, mpsc::channel().0, FOREVER).expect("a thread");
    clerk.save(judged(&decision, 10));
    clerk.reload(judged(&decision, 10));
    assert_eq!(finish(clerk).as_deref(), Some("no room"));
    assert_eq!(done(&book), ["saved 10", "read again 10", "saved 70", "saved 70"]);
}

#[test]
fn who_has_sent_no_courier_out_leaves_none_behind() {
    let (clerk, ..) = clerk(FOREVER, &[]);
    let mut closing = clerk.close();
    closing.wait_for_clerk(FOREVER);
    assert!(closing.farewell.is_some() && closing.is_over);
}
