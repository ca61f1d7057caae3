//! What comes from outside: keys, signals, and the hang-up of the terminal.
//!
//! One thread waits for each, asleep until there is something to say.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event::Event;

use super::gate::Gate;
use super::sequences::Sequences;
use super::{Exit, tty::Tty};
use crate::app::Action;

/// Something that happens outside the loop.
#[derive(Debug)]
pub(super) enum Happening {
    /// A key, the mouse, a paste or another size.
    Input(Event),
    /// The clerk has the file that the user edits at hand, or says why not.
    Editable(Result<PathBuf, String>),
    /// The user's editor has come to its end.
    Edited(io::Result<ExitStatus>),
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

impl Happening {
    /// What it would have the user hear, if that is all there is to it.
    pub(super) fn news(self) -> Option<String> {
        match self {
            Self::Action(Action::Notify(news)) => Some(news),
            Self::Action(Action::Exported { outcome, .. }) => outcome.trouble(),
            _ => None,
        }
    }
}

/// Waits for what comes from outside.
pub(super) struct Watch {
    #[cfg(unix)]
    signals: signal_hook::iterator::Signals,
}

impl Watch {
    /// Makes signals wait until somebody reads them.
    pub(super) fn prepare() -> io::Result<Self> {
        Ok(Self {
            #[cfg(unix)]
            signals: unix::signals()?,
        })
    }

    /// Starts to watch this terminal, and tells `sender` what happens; of keys only while the `gate`
    /// is open.
    pub(super) fn start(
        self,
        tty: &Arc<Tty>,
        sender: &Sender<Happening>,
        gate: &Arc<Gate>,
    ) -> io::Result<()> {
        let (tty, hang_up) = (Arc::clone(tty), sender.clone());
        spawn("hang-up", move || tell_hang_up(&tty, &hang_up))?;
        #[cfg(unix)]
        {
            let signals = sender.clone();
            spawn("signals", move || unix::tell_signals(self.signals, &signals))?;
        }
        let (keys, gate) = (sender.clone(), Arc::clone(gate));
        spawn("keys", move || tell_input(&keys, &gate))
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.into()).spawn(work).map(drop)
}

/// Tells of keys, the mouse, pastes and sizes for as long as somebody listens.
fn tell_input(sender: &Sender<Happening>, gate: &Gate) {
    let mut input = Sequences::of_terminal();
    loop {
        // What has been read already is from before the gate was closed.
        if !input.is_ahead() {
            gate.pass();
        }
        let happening = input.next().map_or_else(Happening::Deaf, Happening::Input);
        let deaf = matches!(happening, Happening::Deaf(_));
        if sender.send(happening).is_err() || deaf {
            return;
        }
    }
}

/// Tells when the terminal has gone, if it can be watched; if not, a signal has to do.
fn tell_hang_up(tty: &Tty, sender: &Sender<Happening>) {
    if tty.wait_until_gone() {
        let _ = sender.send(Happening::End(Exit::HUNG_UP));
    }
}

#[cfg(unix)]
mod unix {
    use std::sync::mpsc::{SendError, Sender};
    use std::{io, process};

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    use super::{Exit, Happening};

    /// The signals we answer.
    pub(super) fn signals() -> io::Result<Signals> {
        Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT])
    }

    /// Tells of signals for as long as somebody listens. After that the terminal has been given back,
    /// and a signal to end is one to end at once, whatever is still waited for.
    pub(super) fn tell_signals(mut signals: Signals, sender: &Sender<Happening>) {
        for signal in signals.forever() {
            let happening = match signal {
                SIGTSTP => Happening::Stop,
                SIGCONT => Happening::Continued,
                // Signals are numbered from 1 to 64.
                _ => Happening::End(Exit::Signal(u8::try_from(signal).unwrap_or_default())),
            };
            if let Err(SendError(Happening::End(exit))) = sender.send(happening) {
                process::exit(exit.code().into());
            }
        }
    }
}
