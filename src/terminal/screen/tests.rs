//! What is written to take the terminal, and to give it back.

use super::*;

const SIZE: Size = Size { width: 40, height: 3 };

/// A screen that holds nothing but its writer.
fn screen() -> Screen<Vec<u8>> {
    let held = Box::leak(Box::new(AtomicBool::new(true)));
    Screen::new(Vec::new(), SIZE, true, held)
}

fn written(screen: &mut Screen<Vec<u8>>) -> String {
    String::from_utf8(std::mem::take(screen.canvas.out())).expect("text")
}

/// The modes that are on after these bytes, with the cursor as mode 25.
fn modes(bytes: &str) -> Vec<u16> {
    let mut on = vec![25];
    for sequence in bytes.split("\x1b[?").skip(1) {
        let end = sequence.find(['h', 'l']).expect("a mode is set or reset");
        let mode = sequence[..end].parse().expect("a number");
        on.retain(|it| *it != mode);
        if sequence[end..].starts_with('h') {
            on.push(mode);
        }
    }
    on
}

#[test]
fn entering_asks_nothing_of_the_terminal_and_leaving_undoes_it_all() {
    for mouse in [true, false] {
        let mut bytes = Vec::new();
        write_modes(&mut bytes, mouse).expect("a vector does not fail");
        let entered = String::from_utf8(bytes.clone()).expect("text");
        let expected: &[u16] = if mouse { &[1049, 2004, 1002, 1006] } else { &[1049, 2004] };
        assert_eq!(modes(&entered), expected);
        for query in ["n", "c", "u", "$p", "\x1b]", "\x1bP"] {
            assert!(!entered.contains(query), "{query:?} in {entered:?}");
        }
        unwrite_modes(&mut bytes);
        assert_eq!(modes(&String::from_utf8(bytes).expect("text")), [25]);
    }
}

#[test]
fn leaving_writes_its_bytes_once_however_often_it_is_asked_for() {
    let mut screen = screen();
    screen.leave();
    assert_eq!(
        written(&mut screen),
        "\x1b[?2026l\x1b[m\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[2J\x1b[1;1H\x1b[?1049l\x1b[?25h"
    );
    screen.leave();
    leave(screen.held, screen.canvas.out());
    assert_eq!(written(&mut screen), "");
}

#[test]
fn leaving_goes_on_after_a_write_that_fails() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }
    let held = AtomicBool::new(true);
    leave(&held, &mut Gone);
    assert!(!held.load(Ordering::SeqCst));
}

#[test]
fn a_screen_that_was_left_is_not_drawn_on() {
    let mut screen = screen();
    screen.draw(|frame| frame.render_widget("seen", frame.area())).expect("drawn");
    assert!(written(&mut screen).contains("seen"));
    screen.leave();
    written(&mut screen);
    screen.draw(|frame| frame.render_widget("unseen", frame.area())).expect("nothing drawn");
    assert_eq!(written(&mut screen), "");
}

#[test]
fn a_repainted_screen_is_drawn_anew_from_the_first_cell() {
    let mut screen = screen();
    let draw = |screen: &mut Screen<Vec<u8>>| {
        screen.draw(|frame| frame.render_widget("seen", frame.area())).expect("drawn");
        written(screen)
    };
    draw(&mut screen);
    assert_eq!(draw(&mut screen), "");
    screen.repaint();
    assert!(draw(&mut screen).contains("seen"));
}

#[test]
fn a_terminal_that_does_not_know_its_size_gets_the_customary_one() {
    let mut screen = screen();
    screen.resize(Size::ZERO);
    assert_eq!(screen.size(), Size::new(80, 24));
    screen.resize(Size::new(1, 1));
    assert_eq!(screen.size(), Size::new(1, 1));
}

#[test]
fn a_size_that_no_screen_has_is_not_taken_at_its_word() {
    for (width, height) in [(u16::MAX, u16::MAX), (u16::MAX, 24), (80, u16::MAX)] {
        let Size { width: wide, height: high } = known(Size { width, height });
        assert_eq!((wide, high), (width.min(2000), height.min(1000)));
    }
}

#[test]
fn the_mouse_is_turned_on_and_off_as_asked() {
    let mut screen = screen();
    screen.set_mouse(false).expect("off");
    assert_eq!(written(&mut screen), "\x1b[?1006l\x1b[?1002l");
    screen.set_mouse(true).expect("on");
    assert_eq!(written(&mut screen), "\x1b[?1002h\x1b[?1006h");
}

#[test]
fn nobody_else_gets_reports_of_the_mouse() {
    let mut screen = screen();
    screen.leave();
    written(&mut screen);
    screen.set_mouse(true).expect("a vector does not fail");
    assert_eq!(written(&mut screen), "");
}
