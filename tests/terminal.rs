//! The real program in a pseudo-terminal: what a user sees, and what is left behind.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

#[path = "support/pty.rs"]
mod pty;

#[path = "terminal/clipboard.rs"]
mod clipboard;
#[path = "terminal/ends.rs"]
mod ends;
#[path = "terminal/export.rs"]
mod export;
#[path = "terminal/files.rs"]
mod files;
#[path = "terminal/jobs.rs"]
mod jobs;
#[path = "terminal/kills.rs"]
mod kills;
#[path = "terminal/settings.rs"]
mod settings;
#[path = "terminal/story.rs"]
mod story;
#[path = "terminal/sure.rs"]
mod sure;
#[path = "terminal/traffic.rs"]
mod traffic;

use pty::{Pty, Setup};

/// The explorer on the bundled decision, on the screen.
#[track_caller]
fn explorer() -> Pty {
    start(Setup::weigh())
}

/// Starts the explorer, and waits until it is on the screen.
#[track_caller]
fn start(setup: Setup) -> Pty {
    let pty = setup.start();
    pty.wait_for_explorer();
    pty
}
