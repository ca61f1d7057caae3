//! Being a job of a shell: stopping and going on.

/// Whether some shell would notice that we stop, and could bring us back.
///
/// An interactive shell puts every job in a process group of its own. In the session leader's own
/// group we are all that runs in the terminal (`xterm -e weigh`, a container), and to stop would be
/// to hang.
#[cfg(unix)]
pub(super) fn has_shell() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpgrp())
}

/// Stops, and returns when somebody lets us go on; SIGCONT then says so.
///
/// The whole group stops, as it does on Ctrl-Z: the shell may be waiting for a parent of ours that
/// stands between us (`cargo run`, `make`). SIGSTOP, since SIGTSTP would come back to us as a
/// request to stop.
#[cfg(unix)]
pub(super) fn stop() {
    use rustix::process::{Signal, kill_current_process_group};
    // Permission to signal oneself is never denied.
    let _ = kill_current_process_group(Signal::STOP);
}

/// There are no jobs here.
#[cfg(not(unix))]
pub(super) fn has_shell() -> bool {
    false
}

/// There are no jobs here.
#[cfg(not(unix))]
pub(super) fn stop() {}
