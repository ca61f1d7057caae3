//! What goes out for a frame, to the byte.

use std::cell::RefCell;
use std::rc::Rc;

use super::*;

/// Every write by itself.
type Writes = Rc<RefCell<Vec<Vec<u8>>>>;

/// A writer that a system call a write would go to.
struct Recorder(Writes);

impl Write for Recorder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn canvas(width: u16, height: u16) -> (Canvas<Recorder>, Writes) {
    let writes = Writes::default();
    let canvas = Canvas::new(Recorder(Rc::clone(&writes)), Size { width, height });
    (canvas, writes)
}

/// Draws a frame and returns the writes it took, as text.
fn draw(
    canvas: &mut Canvas<Recorder>,
    writes: &Writes,
    render: impl FnOnce(&mut Frame),
) -> Vec<String> {
    let anew = |frame: &mut Frame| {
        frame.clear();
        render(frame);
    };
    canvas.draw(anew).expect("a recorder does not fail");
    writes.take().into_iter().map(|it| String::from_utf8(it).expect("text")).collect()
}

fn text(text: &str) -> impl FnOnce(&mut Frame) {
    move |frame| frame.render_widget(text, frame.area())
}

fn lines(text: &'static str) -> impl FnOnce(&mut Frame) {
    move |frame| frame.render_widget(ratatui::text::Text::from(text), frame.area())
}

#[test]
fn a_frame_is_one_write_within_a_synchronized_update() {
    let (mut canvas, writes) = canvas(300, 100);
    let full = "x".repeat(300);
    let frame = draw(&mut canvas, &writes, |frame| {
        let lines: Vec<_> = std::iter::repeat_n(full.as_str().into(), 100).collect();
        frame.render_widget(ratatui::text::Text::from(lines), frame.area());
    });
    let [only] = frame.as_slice() else { panic!("{} writes", frame.len()) };
    assert!(only.len() > 30_000);
    assert!(only.starts_with("\x1b[?2026h") && only.ends_with("\x1b[?2026l"));
    assert_eq!(only.matches("\x1b[?2026").count(), 2);
}

#[test]
fn a_frame_like_the_last_one_is_not_written() {
    let (mut canvas, writes) = canvas(20, 2);
    assert_eq!(draw(&mut canvas, &writes, text("same")).len(), 1);
    assert!(draw(&mut canvas, &writes, text("same")).is_empty());
    assert_eq!(draw(&mut canvas, &writes, text("other")).len(), 1);
}

#[test]
fn a_cursor_that_stays_where_it_is_is_not_written() {
    let (mut canvas, writes) = canvas(20, 2);
    let at = |x| move |frame: &mut Frame| frame.set_cursor_position((x, 1));
    assert_eq!(draw(&mut canvas, &writes, at(3)), ["\x1b[?2026h\x1b[?25h\x1b[2;4H\x1b[?2026l"]);
    assert!(draw(&mut canvas, &writes, at(3)).is_empty());
    assert_eq!(draw(&mut canvas, &writes, at(4)), ["\x1b[?2026h\x1b[2;5H\x1b[?2026l"]);
    assert_eq!(draw(&mut canvas, &writes, |_| {}), ["\x1b[?2026h\x1b[?25l\x1b[?2026l"]);
}

#[test]
fn the_cursor_returns_to_its_place_when_cells_were_drawn() {
    let (mut canvas, writes) = canvas(20, 2);
    let typed = |text: &'static str| {
        move |frame: &mut Frame| {
            frame.render_widget(text, frame.area());
            frame.set_cursor_position((9, 0));
        }
    };
    draw(&mut canvas, &writes, typed("one"));
    let [frame] = &draw(&mut canvas, &writes, typed("two"))[..] else { panic!("one write") };
    assert!(frame.ends_with("\x1b[1;10H\x1b[?2026l"), "{frame:?}");
}

#[test]
fn a_resize_draws_every_cell_anew_and_asks_the_terminal_nothing() {
    let (mut canvas, writes) = canvas(20, 2);
    draw(&mut canvas, &writes, text("same"));
    for (width, height) in [(20, 2), (1, 1), (300, 100), (20, 2)] {
        canvas.clear(Size { width, height });
        let [frame] = &draw(&mut canvas, &writes, text("same"))[..] else { panic!("one write") };
        assert!(frame.contains("\x1b[2J") && frame.contains('s'), "{frame:?}");
        assert!(!frame.contains("\x1b[6n"), "{frame:?}");
    }
}

#[test]
fn a_row_with_symbols_that_terminals_disagree_on_is_drawn_whole() {
    let (mut canvas, writes) = canvas(20, 2);
    draw(&mut canvas, &writes, lines("plain 1\nn\u{200d}w 1"));
    let [frame] = &draw(&mut canvas, &writes, lines("plain 2\nn\u{200d}w 1"))[..] else { panic!() };
    assert!(!frame.contains("\x1b[2K") && !frame.contains('w'), "{frame:?}");
    let [frame] = &draw(&mut canvas, &writes, lines("plain 2\nn\u{200d}w 2"))[..] else { panic!() };
    assert!(frame.contains("\x1b[2;1H\x1b[2K") && frame.contains('w'), "{frame:?}");
    assert!(!frame.contains("plain"), "{frame:?}");
    // Once more for what such a symbol may have left behind, and never again.
    let [frame] = &draw(&mut canvas, &writes, lines("plain 2\nnow 2"))[..] else { panic!() };
    assert!(frame.contains("\x1b[2K") && frame.contains('2'), "{frame:?}");
    let [frame] = &draw(&mut canvas, &writes, lines("plain 2\nnow 3"))[..] else { panic!() };
    assert!(!frame.contains("\x1b[2K"), "{frame:?}");
}

#[test]
fn a_failed_write_does_not_come_again_with_the_next_frame() {
    struct Broken(bool, Vec<u8>);
    impl Write for Broken {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            self.1.write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut canvas = Canvas::new(Broken(true, Vec::new()), Size::new(10, 1));
    assert!(canvas.draw(|frame| frame.set_cursor_position((1, 0))).is_err());
    canvas.out().0 = false;
    canvas.draw(|frame| frame.set_cursor_position((2, 0))).expect("mended");
    assert_eq!(canvas.out().1, b"\x1b[?2026h\x1b[1;3H\x1b[?2026l");
}
