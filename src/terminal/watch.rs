//! What comes from outside: keys, signals, and the hang-up of the terminal.
//!
//! One thread waits for each, asleep until there is something to say.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event::{self, Event};

use super::Exit;
use crate::app::Action;

/// Something that happens outside the loop.
#[derive(Debug)]
pub(super) enum Happening {
    /// A key, the mouse, a paste or another size.
    Input(Event),
    /// Somebody else has an action for the explorer.
    Action(Action),
    /// We are asked to stop like any job of a shell.
    Stop,
    /// We go on after having been stopped.
    Continued,
    /// It is over.
    End(Exit),
    /// No key will ever come again.
    Deaf(io::Error),
}

/// The terminal that keys come from, where there is one.
pub(super) fn keyboard() -> Option<Tty> {
    if io::stdin().is_terminal() {
        return Some(Tty::Stdin);
    }
    // Also where crossterm looks.
    File::options().read(true).write(true).open("/dev/tty").ok().map(Tty::Controlling)
}

/// The terminal that keys come from.
#[cfg_attr(not(unix), expect(dead_code, reason = "only Unix watches it for its hang-up"))]
pub(super) enum Tty {
    /// Standard input.
    Stdin,
    /// The controlling terminal.
    Controlling(File),
}

/// What is to be watched.
pub(super) struct Watch {
    #[cfg(unix)]
    tty: Tty,
    #[cfg(unix)]
    signals: signal_hook::iterator::Signals,
}

impl Watch {
    /// Makes signals wait until somebody reads them.
    #[cfg(unix)]
    pub(super) fn prepare(tty: Tty) -> io::Result<Self> {
        Ok(Self { tty, signals: unix::signals()? })
    }

    /// There are no signals here; Ctrl-C is a key.
    #[cfg(not(unix))]
    pub(super) fn prepare(_tty: Tty) -> io::Result<Self> {
        Ok(Self {})
    }

    /// Starts to watch, and tells `sender` what happens.
    pub(super) fn start(self, sender: &Sender<Happening>) -> io::Result<()> {
        let input = sender.clone();
        spawn("keys", move || read(&input))?;
        #[cfg(unix)]
        {
            let (signals, hang_up) = (sender.clone(), sender.clone());
            spawn("signals", move || unix::tell_signals(self.signals, &signals))?;
            spawn("hang-up", move || unix::tell_hang_up(&self.tty, &hang_up))?;
        }
        Ok(())
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.into()).spawn(work).map(drop)
}

/// Tells of keys, the mouse, pastes and sizes for as long as somebody listens.
fn read(sender: &Sender<Happening>) {
    loop {
        let happening = event::read().map_or_else(Happening::Deaf, Happening::Input);
        let deaf = matches!(happening, Happening::Deaf(_));
        if sender.send(happening).is_err() || deaf {
            return;
        }
    }
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::os::fd::AsFd;
    use std::sync::mpsc::Sender;

    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    use super::{Exit, Happening, Tty};

    /// The signals we answer.
    pub(super) fn signals() -> io::Result<Signals> {
        Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT])
    }

    /// Tells of signals for as long as somebody listens.
    pub(super) fn tell_signals(mut signals: Signals, sender: &Sender<Happening>) {
        for signal in signals.forever() {
            let happening = match signal {
                SIGTSTP => Happening::Stop,
                SIGCONT => Happening::Continued,
                _ => ended_by(signal),
            };
            if sender.send(happening).is_err() {
                return;
            }
        }
    }

    /// Tells when the terminal has gone.
    ///
    /// Reading would not do: crossterm takes the end of a terminal for no news, and asks again,
    /// forever.
    pub(super) fn tell_hang_up(tty: &Tty, sender: &Sender<Happening>) {
        let stdin = io::stdin();
        let fd = match tty {
            Tty::Stdin => stdin.as_fd(),
            Tty::Controlling(file) => file.as_fd(),
        };
        // Asking for nothing, we are woken up by what cannot be asked for.
        let mut polled = [PollFd::from_borrowed_fd(fd, PollFlags::empty())];
        loop {
            match poll(&mut polled, None) {
                Err(rustix::io::Errno::INTR) => {}
                Ok(_) if polled[0].revents().contains(PollFlags::HUP) => {
                    let _ = sender.send(ended_by(SIGHUP));
                    return;
                }
                // Some systems cannot poll a terminal; there, SIGHUP has to do.
                _ => return,
            }
        }
    }

    fn ended_by(signal: i32) -> Happening {
        // Signals are numbered from 1 to 64.
        Happening::End(Exit::Signal(u8::try_from(signal).unwrap_or_default()))
    }
}
