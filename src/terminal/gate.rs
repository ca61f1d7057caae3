//! The gate before the keyboard: while it is closed, nothing that is typed is ours.
//!
//! Who waits for a key cannot be told to stop waiting, and would take the first one from whomever
//! the terminal is lent to. So closing the gate gives them something to read: the signal of another
//! size, which is theirs to catch.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Longer than this nobody is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// The gate, open at first.
#[derive(Debug, Default)]
pub(super) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    closed: bool,
    /// Somebody stands before the closed gate, and reads nothing.
    waits: bool,
}

impl Gate {
    /// Goes through; waits while it is closed.
    pub(super) fn pass(&self) {
        let mut state = self.state();
        while state.closed {
            state.waits = true;
            self.changed.notify_all();
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waits = false;
    }

    /// Closes it. Those who are through come back, now or with the next key.
    pub(super) fn close(&self) {
        self.state().closed = true;
        wake();
    }

    /// Waits until those who were through have come back.
    pub(super) fn wait(&self) {
        let is_through = |state: &mut State| state.closed && !state.waits;
        let _ = self.changed.wait_timeout_while(self.state(), PATIENCE, is_through);
    }

    /// Opens it.
    pub(super) fn open(&self) {
        self.state().closed = false;
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives those who wait for a key something to read.
#[cfg(unix)]
fn wake() {
    use rustix::process::{Signal, getpid, kill_process};
    // Permission to signal oneself is never denied.
    let _ = kill_process(getpid(), Signal::WINCH);
}

/// Here they come back with the next key.
#[cfg(not(unix))]
fn wake() {}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    #[test]
    fn an_open_gate_holds_nobody_and_a_closed_one_until_it_is_opened() {
        let gate = Arc::new(Gate::default());
        gate.pass();
        gate.close();
        let (tell, told) = mpsc::channel();
        let through = Arc::clone(&gate);
        let thread = thread::spawn(move || {
            through.pass();
            tell.send(()).expect("somebody listens");
        });
        gate.wait();
        assert!(gate.state().waits && told.try_recv().is_err());
        gate.open();
        told.recv().expect("it is through");
        thread.join().expect("no panic");
        assert!(!gate.state().waits);
    }
}
