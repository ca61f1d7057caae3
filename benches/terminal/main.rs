//! What the explorer costs in a terminal, as a user would feel it: `cargo bench --bench terminal`.
//!
//! The program that is shipped runs in a pseudo-terminal of 120 × 36, and beside it, in the same run
//! and measured in the same way, other programs: those of [`PEERS`](unix::PEERS) that are here, or
//! `cargo bench --bench terminal -- 'less README.md' htop`. weigh has → and ← pressed, the others ↓
//! and ↑. An answer is over when 15 ms pass without another byte; its time is that of its last byte.
//!
//! | column | is |
//! |---|---|
//! | first frame | from spawning to the end of the first answer, over 500 starts |
//! | key to frame | from a key to the end of its answer, over 1000 keys |
//! | key held | the same at 30 keys a second for 20 s |
//! | bytes | written for a key |
//! | idle | bytes written, and how often a thread was switched to or from, in 20 s without a key |
//! | resident | memory after the keys, in KiB |
//! | 500 resizes | from the last of a burst between 1 × 1 and 300 × 100, and back, to the end of its answer |
//!
//! The last line, `(echo)`, is a program that only repeats its keys: what the terminal and the machine
//! take by themselves. Where its p99 is long, everybody's is, and for no fault of theirs.
//!
//! Nothing else should be running; figures of a busy machine say little.

#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
fn main() {
    // `cargo test --all-targets` runs this as well, and is not asking for figures.
    if !std::env::args().any(|it| it == "--bench") {
        return;
    }
    let asked: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    let others = if asked.is_empty() { unix::peers() } else { asked };
    println!("{}", unix::Figures::HEADINGS);
    println!("{}", unix::Figures::of(env!("CARGO_BIN_EXE_weigh"), ["\x1b[C", "\x1b[D"]));
    for other in others {
        println!("{}", unix::Figures::of(&other, ["\x1b[B", "\x1b[A"]));
    }
    println!("{}", unix::Figures::of_echo());
}
