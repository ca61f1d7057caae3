//! The terminal that keys come from: finding it, and noticing that it has gone.

use std::fs::File;
use std::io::{self, IsTerminal};

/// The terminal that keys come from, by the rule that crossterm reads by.
pub(super) enum Tty {
    /// Standard input.
    Stdin(io::Stdin),
    /// The controlling terminal.
    Controlling(File),
}

impl Tty {
    /// Standard input, or where that is something else, the controlling terminal.
    pub(super) fn find() -> Option<Self> {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            return Some(Self::Stdin(stdin));
        }
        File::options().read(true).write(true).open("/dev/tty").ok().map(Self::Controlling)
    }
}

/// The modes of the terminal that we are seen on, such as whether it echoes.
#[cfg(unix)]
pub(super) struct Modes(rustix::termios::Termios);

#[cfg(unix)]
impl Modes {
    /// As they are.
    pub(super) fn now() -> Option<Self> {
        rustix::termios::tcgetattr(io::stdout()).ok().map(Self)
    }

    /// Makes them what they were.
    pub(super) fn restore(&self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        // Where the terminal has gone, that is for others to notice.
        let _ = tcsetattr(io::stdout(), OptionalActions::Now, &self.0);
    }
}

/// Elsewhere the editor gives them back itself.
#[cfg(not(unix))]
pub(super) struct Modes;

#[cfg(not(unix))]
impl Modes {
    pub(super) const fn now() -> Option<Self> {
        None
    }

    pub(super) const fn restore(&self) {}
}

#[cfg(unix)]
mod unix {
    use std::os::fd::{AsFd, BorrowedFd};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    use super::Tty;

    impl AsFd for Tty {
        fn as_fd(&self) -> BorrowedFd<'_> {
            match self {
                Self::Stdin(stdin) => stdin.as_fd(),
                Self::Controlling(file) => file.as_fd(),
            }
        }
    }

    impl Tty {
        /// Whether it has gone.
        pub(in crate::terminal) fn has_gone(&self) -> bool {
            self.hangs_up(Some(&Timespec::default()))
        }

        /// Waits until it goes, and returns whether it has: where terminals cannot be watched, it
        /// returns at once.
        pub(in crate::terminal) fn wait_until_gone(&self) -> bool {
            self.hangs_up(None)
        }

        /// Whether it hangs up within a time.
        ///
        /// Reading would not do: the end of a terminal reads like no news, and costs a core to
        /// those who ask again. Asking for no events at all, we are told of the hang-up only.
        fn hangs_up(&self, limit: Option<&Timespec>) -> bool {
            let mut polled = [PollFd::new(self, PollFlags::empty())];
            while let Err(error) = poll(&mut polled, limit) {
                if error != Errno::INTR {
                    return false;
                }
            }
            polled[0].revents().contains(PollFlags::HUP)
        }
    }
}

#[cfg(not(unix))]
impl Tty {
    /// Whether it has gone: here it takes us along when it goes.
    pub(super) const fn has_gone(&self) -> bool {
        false
    }

    /// It cannot be watched.
    pub(super) const fn wait_until_gone(&self) -> bool {
        false
    }
}

#[cfg(all(test, unix))]
mod tests;
