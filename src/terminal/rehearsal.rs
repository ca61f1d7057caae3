//! Panics on purpose, so that tests can see what becomes of the terminal. Not in release builds.

/// Panics where `WEIGH_PANIC` says: on the `main` thread, or on another `thread`.
#[cfg(debug_assertions)]
pub(super) fn panic_if_asked() {
    let asked = std::env::var("WEIGH_PANIC").unwrap_or_default();
    assert!(asked != "main", "rehearsed panic on the main thread");
    if asked == "thread" {
        std::thread::spawn(|| panic!("rehearsed panic on another thread"));
    }
}

/// Nobody asks in earnest.
#[cfg(not(debug_assertions))]
pub(super) const fn panic_if_asked() {}
