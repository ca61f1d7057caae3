//! Panics and hangs on purpose, so that tests can see what becomes of the terminal. Not in release
//! builds.

/// Panics on the thread that `WEIGH_PANIC` names, if this is it.
#[cfg(debug_assertions)]
pub(super) fn panic_if_asked(thread: &str) {
    let asked = std::env::var("WEIGH_PANIC").unwrap_or_default();
    assert!(asked != thread, "rehearsed panic on the {thread} thread");
    if thread == "main" && asked == "other" {
        std::thread::spawn(|| panic_if_asked("other"));
    }
}

/// Hangs for ever, as on a disk that does not answer, if `WEIGH_HANG` asks for it in this work.
#[cfg(debug_assertions)]
pub(super) fn hang_if_asked(work: &str) {
    while std::env::var("WEIGH_HANG").is_ok_and(|it| it == work) {
        std::thread::park();
    }
}

/// Nobody asks in earnest.
#[cfg(not(debug_assertions))]
pub(super) const fn panic_if_asked(_: &str) {}

/// Nobody asks in earnest.
#[cfg(not(debug_assertions))]
pub(super) const fn hang_if_asked(_: &str) {}
