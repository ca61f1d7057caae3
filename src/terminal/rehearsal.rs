//! Panics on purpose, so that tests can see what becomes of the terminal. Not in release builds.

/// Panics on the thread that `WEIGH_PANIC` names, if this is it.
#[cfg(debug_assertions)]
pub(super) fn panic_if_asked(thread: &str) {
    let asked = std::env::var("WEIGH_PANIC").unwrap_or_default();
    assert!(asked != thread, "rehearsed panic on the {thread} thread");
    if thread == "main" && asked == "other" {
        std::thread::spawn(|| panic_if_asked("other"));
    }
}

/// Nobody asks in earnest.
#[cfg(not(debug_assertions))]
pub(super) const fn panic_if_asked(_: &str) {}
