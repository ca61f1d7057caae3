//! What is wrong with a text that somebody wrote, where, and how to mend it.
//!
//! Owns [`Faults`], shown with line and caret; the values of TOML that know where they stand
//! (`values`), from which faults are made; what the TOML parser says, in plain words (`wording`); and
//! "did you mean …?". Sessions, settings and themes are read with it. Packs, of many files and with
//! errors by the thousand, have diagnostics of their own, which point with the same `Excerpt`.
//!
//! Must not: know what any key means, or print.

mod excerpt;
mod fault;
mod nearest;
mod values;
mod wording;

pub(crate) use excerpt::{Excerpt, boundary, renderer};
pub use fault::{Fault, Faults};
pub(crate) use nearest::nearest;
pub(crate) use values::{Fields, Item, Word};
pub(crate) use wording::{Explains, Wording};

use crate::decision::text;

/// A word of the author's inside one of our sentences: in backticks, safe to show, and short.
pub(crate) fn quoted(word: &str) -> String {
    const LONGEST: usize = 64;
    let mut shown: String = word.chars().take(LONGEST).map(text::visible).collect();
    if word.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// How to mend an unknown word: the nearest known one, or all of them.
pub(crate) fn known<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known here: {}", known.join(", ")),
    }
}
