//! All three nouns to text: the reports.
//!
//! Owns the formats, one small file each, and [`write()`], which puts a report on disk. A report is
//! a pure function of its [`Context`]: the same pack, session and version give the same bytes, in
//! any locale, at any time.
//!
//! ```text
//! Context ─┬─▶ json
//!          └─▶ outline ─▶ Document ─┬─▶ markdown
//!                                   ├─▶ text
//!                                   └─▶ html
//! ```
//!
//! To add a format: one file with a function from [`Context`] to `String`, and one row in
//! [`FORMATS`]. Whoever writes text of a pack into a format escapes it for that format.
//!
//! Must not: load anything, or ask for the time, the locale or the terminal.

mod command;
mod document;
mod explain;
mod html;
mod json;
mod markdown;
mod outline;
mod text;
mod write;

pub use explain::explain;
pub use write::{WriteError, write};

use crate::assessment::Assessment;
use crate::decision::Decision;
use crate::judgement::{Judgement, Scenario};

/// Everything that a report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// What is known.
    pub decision: &'a Decision,
    /// What you think.
    pub judgement: &'a Judgement,
    /// What was pinned beside it.
    pub scenarios: &'a [Scenario],
    /// What follows.
    pub assessment: &'a Assessment,
    /// The pack's fingerprint.
    pub fingerprint: &'a str,
    /// The pack as named on the command line.
    pub pack: &'a str,
    /// The session as text, so that the report can be reproduced from itself.
    pub session: &'a str,
    /// The day to put on the report, `YYYY-MM-DD`.
    pub date: Option<&'a str>,
}

/// A format of reports.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name on the command line.
    pub id: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    render: fn(&Context<'_>) -> String,
}

/// Every format, the default first.
pub const FORMATS: [Format; 4] = [
    Format { id: "md", about: "Markdown, for pull requests and minutes", render: markdown::render },
    Format { id: "txt", about: "plain text, read well aloud", render: text::render },
    Format { id: "html", about: "a page for the browser, with charts", render: html::render },
    Format { id: "json", about: "weigh.report/1, for programs", render: json::render },
];

/// The ids of [`FORMATS`], in their order. Each is also the extension of its files.
pub const IDS: [&str; FORMATS.len()] = {
    let mut ids = [""; FORMATS.len()];
    let mut at = 0;
    while at < ids.len() {
        ids[at] = FORMATS[at].id;
        at += 1;
    }
    ids
};

impl Format {
    /// The format with this id.
    #[must_use]
    pub fn of_id(id: &str) -> Option<&'static Self> {
        const { &FORMATS }.iter().find(|it| it.id == id)
    }

    /// The report in this format. Ends with a line break.
    #[must_use]
    pub fn render(&self, context: &Context<'_>) -> String {
        (self.render)(context)
    }
}

#[cfg(test)]
mod tests;
