//! The loop, fed by hand.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, mpsc};

use proptest::prelude::*;
use ratatui::crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};

use super::super::{Errand, Files};
use super::*;
use crate::app::{ExportOrder, Outcome, Preview, Reload, ReportKind, Trouble};
use crate::decision::tests::small;
use crate::input::Keymap;
use crate::ui::{Glyphs, Theme};

const SIZE: Size = Size { width: 120, height: 36 };

/// What was written to the terminal.
#[derive(Clone, Default)]
struct Written(Rc<RefCell<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Written {
    fn frames(&self) -> usize {
        self.0.borrow().windows(8).filter(|it| it == b"\x1b[?2026h").count()
    }

    /// Lets a terminal read what was written since the last one did.
    fn read(&self, terminal: &mut vt100::Parser) {
        terminal.process(&self.0.take());
    }
}

/// The weight of the first criterion as it was last saved, in tenths.
#[derive(Clone, Default)]
struct Saved(Arc<Mutex<Option<u8>>>);

impl Files for Saved {
    fn save(&mut self, workspace: &Workspace) -> Vec<String> {
        *self.0.lock().expect("no test panics here") = Some(workspace.present.weight(0).tenths());
        Vec::new()
    }

    fn farewell(&self) -> Option<String> {
        None
    }

    fn unsaved(&self) -> Option<String> {
        None
    }

    fn export(&mut self, _: &Workspace, _: &ExportOrder, _: PathBuf) -> Errand {
        Box::new(|| Outcome::Exists)
    }

    fn editable(&mut self, _: &Workspace) -> Result<PathBuf, String> {
        Err("There is none".into())
    }

    fn reload(&mut self, _: &Workspace) -> Result<Reload, Trouble> {
        Err(Trouble::new("No", "wrong"))
    }

    fn preview(&mut self, _: &Workspace, report: ReportKind) -> Preview {
        Preview::of(report.format)
    }
}

impl Saved {
    fn tenths(&self) -> Option<u8> {
        *self.0.lock().expect("no test panics here")
    }
}

/// An explorer that writes and saves there, and is told of nothing.
fn explorer(written: &Written, saved: &Saved) -> Explorer<Written> {
    let decision = Arc::new(small());
    let app = App::new(Arc::clone(&decision), Workspace::of(&decision), Vec::new());
    let look = Look::new(Theme::default(), Glyphs::UNICODE, Keymap::default(), &decision);
    let held = Box::leak(Box::new(AtomicBool::new(true)));
    let screen = Screen::new(written.clone(), SIZE, true, held);
    let clerk = Clerk::hire(saved.clone(), mpsc::channel().0).expect("a clerk");
    let robustness_worker = RobustnessWorker::new(mpsc::channel().0);
    let scout = Scout::new(mpsc::channel().0);
    Explorer::new(app, look, screen, clerk, robustness_worker, scout, mpsc::channel().0)
}

/// Lets the explorer meet all this at once, and nothing after it; returns how it ended, and what
/// came of it.
fn meet(pile: impl IntoIterator<Item = Happening>) -> (Exit, Written, Saved) {
    let (written, saved) = (Written::default(), Saved::default());
    let mut explorer = explorer(&written, &saved);
    let (sender, happenings) = mpsc::channel();
    for happening in pile {
        sender.send(happening).expect("somebody listens");
    }
    drop(sender);
    let exit = explorer.explore(&happenings).expect("nothing fails");
    explorer.close();
    (exit, written, saved)
}

fn key(character: char) -> Happening {
    let code = match character {
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\x1b' => KeyCode::Esc,
        character => KeyCode::Char(character),
    };
    let event = KeyEvent::new(code, KeyModifiers::NONE);
    Happening::Input(Event::Key(event))
}

#[test]
fn a_pile_is_answered_by_one_frame() {
    let told = Happening::Action(Action::Notify("Something.".into()));
    let (_, written, _) = meet([key('l'), key('j'), told]);
    assert_eq!(written.frames(), 1);
}

#[test]
fn what_was_done_before_the_end_is_saved_and_what_came_after_is_not_done() {
    let end = || Happening::End(Exit::Signal(15));
    let (exit, _, saved) = meet([key('='), end(), key('0')]);
    assert_eq!((exit, saved.tenths()), (Exit::Signal(15), Some(100)));
    let (exit, _, saved) = meet([key('='), key('q'), end()]);
    assert_eq!((exit, saved.tenths()), (Exit::Quit, Some(100)));
}

#[test]
fn an_interrupt_does_not_wait_for_a_file_that_is_read_again() {
    let interrupt = || {
        let event = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        Happening::Input(Event::Key(event))
    };
    let reload = Happening::Input(Event::Key(KeyEvent::new(KeyCode::F(5), KeyModifiers::NONE)));
    let (exit, _, saved) = meet([reload, key('='), interrupt(), Happening::End(Exit::Signal(15))]);
    assert_eq!(exit, Exit::Quit);
    assert_ne!(saved.tenths(), Some(100), "what was typed behind it is not heard");
}

#[test]
fn nothing_changes_unseen_on_a_screen_too_small_to_show_it() {
    let size = |width, height| Happening::Input(Event::Resize(width, height));
    let (exit, _, saved) = meet([size(29, 8), key('='), key('q'), key('0')]);
    assert_eq!((exit, saved.tenths()), (Exit::Quit, None));
    // Whoever has made it larger is heard, even where no frame has shown it yet.
    let (_, _, saved) = meet([size(29, 8), size(80, 24), key('='), key('q')]);
    assert_eq!(saved.tenths(), Some(100));
}

#[test]
fn nothing_is_saved_where_nothing_was_changed() {
    let (_, _, saved) = meet([key('='), key('u'), key('j'), key('q')]);
    assert_eq!(saved.tenths(), None);
}

#[test]
fn keys_on_a_slider_that_come_at_once_are_one_step_of_undo() {
    let (_, _, saved) = meet([key('l'), key('l'), key('l'), key('u'), key('q')]);
    assert_eq!(saved.tenths(), None);
    let (_, _, saved) = meet([key('1'), key('0'), key('q')]);
    assert_eq!(saved.tenths(), Some(100));
}

#[test]
fn what_is_typed_behind_the_order_of_a_report_is_obeyed_when_it_is_written() {
    let exported = |outcome| Happening::Action(Action::Exported { opening: 1, outcome });
    let written = || exported(Outcome::Written("there".into()));
    // The first key is heard after the report, and before what comes next.
    let (exit, _, saved) =
        meet([key('e'), key('\r'), key('9'), key('q'), written(), key('='), key('q')]);
    assert_eq!((exit, saved.tenths()), (Exit::Quit, Some(90)));
    // What became of another form's order ends no wait.
    let outcome = Outcome::Written("elsewhere".into());
    let stray = Happening::Action(Action::Exported { opening: 7, outcome });
    let pile = [key('e'), key('\r'), key('9'), key('q'), stray, written(), key('='), key('q')];
    assert_eq!(meet(pile).2.tenths(), Some(90));
    // A question comes first: nothing of it is typed into the path, and nothing is replaced.
    let exists = exported(Outcome::Exists);
    let pile = [key('e'), key('\r'), key('9'), key('\r'), exists, key('\x1b'), key('8'), key('q')];
    assert_eq!(meet(pile).2.tenths(), Some(80));
    // Who does not want to wait closes the form.
    let (_, _, saved) = meet([key('e'), key('\r'), key('9'), key('\x1b'), key('7'), key('q')]);
    assert_eq!(saved.tenths(), Some(70));
}

#[test]
fn what_is_typed_at_once_is_what_is_typed_letter_by_letter() {
    for keys in ["/spe\x1bl", "/a\tb", ":undo\r", "nx y\r", "njust\x1b:", "/xx\x1b?"] {
        let [mut at_once, mut one_by_one] =
            [0; 2].map(|_| explorer(&Written::default(), &Saved::default()));
        at_once.meet_all(keys.chars().map(key).collect()).expect("nothing fails");
        for character in keys.chars() {
            one_by_one.meet_all(vec![key(character)]).expect("nothing fails");
        }
        assert_eq!(at_once.app.overlay(), one_by_one.app.overlay(), "{keys:?}");
        assert_eq!(at_once.app.judgement(), one_by_one.app.judgement(), "{keys:?}");
    }
}

fn mouse(kind: MouseEventKind, column: u16) -> Happening {
    let modifiers = KeyModifiers::NONE;
    Happening::Input(Event::Mouse(MouseEvent { kind, column, row: 0, modifiers }))
}

fn drag(column: u16) -> Happening {
    mouse(MouseEventKind::Drag(MouseButton::Left), column)
}

fn thinned(mut pile: Vec<Happening>) -> String {
    pile::thin_out(&mut pile);
    format!("{pile:?}")
}

#[test]
fn of_a_drag_only_the_last_station_counts() {
    let press = || mouse(MouseEventKind::Down(MouseButton::Left), 1);
    let release = || mouse(MouseEventKind::Up(MouseButton::Left), 9);
    let pile = vec![press(), drag(2), drag(3), drag(4), release(), press(), drag(5), drag(6)];
    let expected = vec![press(), drag(4), release(), press(), drag(6)];
    assert_eq!(thinned(pile), format!("{expected:?}"));
}

#[test]
fn of_a_resize_only_the_last_size_counts() {
    let resize = |width| Happening::Input(Event::Resize(width, 10));
    let pile = (1..500).map(resize).chain([drag(1), resize(7), resize(8)]).collect();
    let expected = [resize(499), drag(1), resize(8)];
    assert_eq!(thinned(pile), format!("{expected:?}"));
}

#[test]
fn of_held_keys_and_presses_none_is_dropped() {
    let press = || mouse(MouseEventKind::Down(MouseButton::Left), 1);
    let pile = || vec![key('l'), key('l'), press(), press(), key('l'), drag(1), key('l'), drag(1)];
    assert_eq!(thinned(pile()), format!("{:?}", pile()));
}

#[test]
fn every_notch_of_the_wheel_counts() {
    let wheel = |column| mouse(MouseEventKind::ScrollDown, column);
    let pile = vec![wheel(1), wheel(1), wheel(1)];
    let expected = [wheel(1), wheel(1), wheel(1)];
    assert_eq!(thinned(pile), format!("{expected:?}"));
}

fn terminal() -> vt100::Parser {
    vt100::Parser::new(SIZE.height, SIZE.width, 0)
}

/// What a terminal shows, cell by cell.
fn shown(terminal: &vt100::Parser) -> Vec<String> {
    let cells = (0..SIZE.height).flat_map(|y| (0..SIZE.width).map(move |x| (x, y)));
    let cell = |(x, y)| terminal.screen().cell(y, x).expect("on the screen");
    let look = |it: &vt100::Cell| (it.fgcolor(), it.bgcolor(), it.bold(), it.dim(), it.inverse());
    let text = |it: &vt100::Cell| it.contents().trim_end().to_owned();
    cells.map(cell).map(|it| format!("{:?} {:?}", text(it), look(it))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn what_is_drawn_piece_by_piece_is_what_is_drawn_at_once(
        keys in "([lh]{0,4}[lhjkt0-9=gGxu/?:\t\r]){1,12}",
    ) {
        let (bytes, other_bytes) = (Written::default(), Written::default());
        let mut explorer = explorer(&bytes, &Saved::default());
        let mut other = self::explorer(&other_bytes, &Saved::default());
        let mut piece_by_piece = terminal();
        for character in keys.chars() {
            for it in [&mut explorer, &mut other] {
                it.meet(key(character)).expect("nothing fails");
            }
            explorer.draw().expect("nothing fails");
            bytes.read(&mut piece_by_piece);
            let mut at_once = terminal();
            other.screen.repaint();
            other.draw().expect("nothing fails");
            other_bytes.read(&mut at_once);
            prop_assert_eq!(shown(&piece_by_piece), shown(&at_once), "after {:?}", character);
        }
    }
}
