//! A terminal that goes.

use std::fs::File;
use std::sync::mpsc;
use std::thread;

use portable_pty::{PtySize, native_pty_system};

use super::*;

#[test]
fn the_end_of_a_terminal_is_noticed_and_nothing_before_is_taken_for_it() {
    let pair = native_pty_system().openpty(PtySize::default()).expect("a pseudo-terminal");
    let name = pair.master.tty_name().expect("it has a name");
    let tty = Tty::Controlling(File::open(name).expect("it can be opened"));
    assert!(!tty.has_gone());
    // Keys are not the end.
    let mut keyboard = pair.master.take_writer().expect("a keyboard");
    keyboard.write_all(b"keys\n").expect("they are typed");
    assert!(!tty.has_gone());
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send((tty.wait_until_gone(), tty.has_gone())));
    drop((keyboard, pair));
    assert_eq!(receiver.recv(), Ok((true, true)));
}
