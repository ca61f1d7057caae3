//! The terminal, and the life of the explorer in it.
//!
//! Owns raw mode and its undoing, the threads that wait for keys, signals and the hang-up, the
//! event loop, and the carrying out of [`Effect`](crate::app::Effect)s. Must not: decide what an
//! action does ([`crate::app`]), where anything is drawn ([`crate::ui`]), or how a file is written
//! (that is behind [`Files`]).
//!
//! ```text
//!  reader ──┐                                     ┌─▶ screen   one write a frame, or none
//!  signals ─┼─▶ mpsc ─▶ explore: update, then draw ┤
//!  hang-up ─┤                                     ├─▶ clerk    saves, exports and previews, never in the way
//!  clerk ───┤                                     ├─▶ robustness_worker finds out what takes longer than a frame
//!  robustness_worker ┤                                     └─▶ scout    looks at the disk where a report is to go
//!  scout ───┘
//! ```
//!
//! A report that is to be written leaves the clerk with a courier, a thread of its own, so that neither
//! a save nor the end waits for whoever reads a pipe.
//!
//! Every thread sleeps until it has something to say, so an explorer that nobody touches costs
//! nothing. However the explorer ends, the terminal is given back as it was found: see [`run`].

mod canvas;
mod changes;
mod clerk;
mod clipboard;
mod editor;
mod explore;
mod gate;
mod job;
mod offers;
mod pen;
mod print;
mod rehearsal;
mod robustness_worker;
mod scout;
mod screen;
mod sequences;
mod tty;
mod watch;

use std::io::{self, IsTerminal, Write as _};
use std::sync::{Arc, mpsc};
use std::time::Duration;

pub use clerk::{Errand, Files};
pub use offers::offers;

use crate::app::App;
use crate::ui::{self, Look};
use clerk::Clerk;
use explore::Explorer;
use robustness_worker::RobustnessWorker;
use scout::Scout;
use screen::Screen;
use tty::Tty;
use watch::{Happening, Watch};

/// How long the screen stays for what is still to be done.
const MOMENT: Duration = Duration::from_secs(1);

/// How long a disk has to save the session once the terminal has been given back.
const PATIENCE: Duration = Duration::from_secs(10);

/// How the explorer came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The user left.
    Quit,
    /// A signal with this number ended it, or would have if the terminal had not gone first.
    Signal(u8),
}

impl Exit {
    /// The terminal went; where it sends SIGHUP on that occasion, that is the same.
    const HUNG_UP: Self = Self::Signal(1);

    /// Whether it is what a key asks of whichever program has the terminal: SIGINT or SIGQUIT.
    const fn is_from_keyboard(self) -> bool {
        matches!(self, Self::Signal(2 | 3))
    }

    /// The exit code by the convention of shells: 0, or 128 and the number of the signal.
    ///
    /// The signal is not raised again: what waits for us sees the same number either way, and
    /// `SIGQUIT` would leave a core dump of a program in good health.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(number) => 128 + number,
        }
    }
}

/// The end of the explorer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// How it came.
    pub exit: Exit,
    /// What the user should still hear, now that the screen is gone.
    pub news: Vec<String>,
}

/// Why the explorer could not run, or could not do all it should.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody can see it.
    #[error("standard output is not a terminal that weigh can draw on; use `weigh report` instead")]
    NoScreen,
    /// Nobody can type.
    #[error("there is no terminal to read keys from; use `weigh report` instead")]
    NoKeyboard,
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(#[from] io::Error),
    /// Nobody knows whether what the user did is saved.
    #[error("the disk does not respond")]
    Late,
    /// What the user did could not be saved; why, in one sentence.
    #[error("{0}")]
    Unsaved(String),
}

/// Whether standard output is a terminal that can be drawn on.
#[must_use]
pub fn is_drawable() -> bool {
    io::stdout().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Runs the explorer until the user leaves or a signal ends it.
///
/// Keys come from standard input where that is a terminal, and from the controlling terminal
/// (`/dev/tty`) where it is not, so that `weigh` also works at the end of a pipe.
///
/// The session is saved and the terminal restored on every way out: quitting, SIGTERM, SIGINT,
/// SIGHUP, SIGQUIT, and the hang-up of the terminal. Where the disk keeps us waiting, the terminal is
/// restored first. A panic, on whichever thread, restores the terminal, prints its message there and
/// ends the process with code 101; what was not saved by then stays unsaved, so that a state that makes
/// the explorer panic is not kept for the next start. Only those of the
/// robustness worker are survived: nothing depends on its result.
///
/// # Errors
/// When there is no terminal, when it fails, or when the session cannot be saved on the way out, or
/// not in time.
pub fn run(mut app: App, look: Look, files: impl Files + 'static) -> Result<End, Error> {
    if !is_drawable() {
        return Err(Error::NoScreen);
    }
    let tty = Arc::new(Tty::find().ok_or(Error::NoKeyboard)?);
    let (sender, happenings) = mpsc::channel();
    // From here on signals wait to be read, so that none can exclude between entering and leaving.
    let watch = Watch::prepare()?;
    screen::leave_on_panic();
    let mut screen = Screen::enter(io::stdout(), app.mouse())?;
    rehearsal::panic_if_asked("main");
    // The first frame before the threads: it is what the user waits for.
    let drawn = screen.draw(|frame| app.view = ui::draw(&app, &look, frame));
    // After it what only the palette searches: making all these names takes a while.
    let app = app.with_keys(look.keymap.names());
    let clerk = Clerk::hire(files, sender.clone())?;
    let robustness_worker = RobustnessWorker::new(sender.clone());
    let scout = Scout::new(sender.clone());
    let mut explorer =
        Explorer::new(app, look, screen, clerk, robustness_worker, scout, sender.clone());
    let gate = explorer.gate();
    let end = drawn
        .and_then(|()| watch.start(&tty, &sender, &gate))
        .and_then(|()| explorer.explore(&happenings));
    let mut closing = explorer.close();
    let end = match end {
        // Whoever uses a terminal that has gone may be told so before the watch is.
        Err(_) if tty.has_gone() => Ok(Exit::HUNG_UP),
        end => end,
    };
    // What came too late for the screen is for whoever started us to say.
    let mut news: Vec<String> = happenings.try_iter().filter_map(Happening::news).collect();
    if closing.farewell.is_none() {
        // Nobody listens to signals from here on: one ends us at once.
        drop(happenings);
        let _ = writeln!(
            io::stderr(),
            "note: the session is still being saved; Ctrl-C ends weigh without waiting"
        );
        closing.wait_for_clerk(PATIENCE);
        closing.wait(MOMENT);
    }
    let farewell = closing.farewell.ok_or(Error::Late)?;
    news.extend(farewell.news);
    if !closing.is_over {
        news.push("A report was still being written and is not complete.".into());
    }
    match (end, farewell.unsaved) {
        (Ok(_), Some(why)) => Err(Error::Unsaved(why)),
        (Err(error), Some(why)) => Err(Error::Unsaved(format!("{why} {}", Error::from(error)))),
        (Ok(exit), None) => Ok(End { exit, news }),
        (Err(error), None) => {
            for news in news {
                let _ = writeln!(io::stderr(), "note: {news}");
            }
            Err(error.into())
        }
    }
}
