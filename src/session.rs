//! A workspace on disk: [`encode()`] and [`decode()`] between a [`Workspace`] (the present judgement and
//! the scenarios) and TOML, [`Store`] for the file it lives in.
//!
//! A session says what differs from its pack, by ids, one line per value in the pack's order:
//!
//! ```toml
//! schema = 1
//! pack = "nodejs-vs-django"
//! fingerprint = "…"                  # of the pack when this was written
//! use_case = "live-chat"             # where the weights come from
//! note = "…"                         # on the decision as a whole
//! date = 2026-03-31                  # of the reports; only people write it
//! excluded = [
//!     "running-cost",
//! ]
//! excluded = [
//!     "security/campus-guide/nodejs",
//! ]
//!
//! [weights]                       # every one that differs from the pack's, a use case's too
//! # Real-time                        # each criterion is announced, so that the edits of two
//! real-time = 10.0                   # people to two sliders merge without a conflict
//!
//! [trust]
//! upgrad = 0.5
//!
//! [own_rating]
//! security.nodejs = { rating = 4.0, reason = "…" }
//!
//! [notes]                            # on criteria
//! security = "…"
//!
//! [[criterion]]                      # of your own
//! id = "team"
//! name = "Your team's experience"
//!
//! [[scenario]]                       # a named judgement; the same keys as above
//! name = "Live chat and messaging"
//! use_case = "live-chat"
//!
//! [scenario.weights]
//! real-time = 8.0
//! ```
//!
//! The number of the schema goes up when a session written before would be read otherwise than it was
//! meant. What is only added, as `[[scenario]]` was, leaves it as it is: a session without it means
//! the same, and a program that does not know it keeps it as it keeps any other key.
//!
//! Comments, blank lines and the way values are written by hand stay when a session is saved: see
//! `comments`.
//!
//! What a session names and the pack does not have is [`Kept`]: said in a [`Notice`], and written
//! back, so that nothing is lost when a pack changes and changes back. So is the date, unsaid.
//!
//! Beside the session, [`LastExport`] keeps where the last report of the pack went.
//!
//! Must not: say what follows from a judgement, or draw anything. No text of a session gets past
//! [`decode()`] with control characters in it.
//!
//! [`Workspace`]: crate::judgement::Workspace

mod comments;
mod decode;
mod encode;
mod exports;
mod kept;
mod place;
mod store;
mod writer;

use std::fmt;

pub use decode::{Decoded, decode};
pub use encode::encode;
pub use exports::LastExport;
pub use kept::Kept;
pub use place::Place;
pub use store::{LoadError, Loaded, Store};

use crate::schema::Document;

/// What a session may say.
pub static DOCUMENT: Document = Document { name: "session", table: &decode::SESSION };

/// The version of the session format that is written, and the only one that is read so far.
pub const SCHEMA: i64 = 1;

/// Something the user should hear about, and that does not stop the work. A sentence or more,
/// safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice(String);

impl Notice {
    /// A notice with this text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
