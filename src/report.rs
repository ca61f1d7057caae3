//! All three nouns to text: the reports.
//!
//! Owns the formats, one small file each, and [`write()`], which puts a report on disk. A report is
//! a pure function of its [`Context`]: the same pack, session and version give the same bytes, in
//! any locale, at any time.
//!
//! ```text
//! Context ─┬─▶ json, csv
//!          └─▶ outline ─▶ Document ─┬─▶ markdown ─▶ adr
//!                                   ├─▶ text
//!                                   └─▶ html
//! ```
//!
//! What a reader can leave out is left out where a [`Request`] asks for [`Scope::Verdict`]: the
//! evidence claim by claim. What a judgement rests on is on every report.
//!
//! To add a format: one file with a function from [`Context`] to `String`, and one row in
//! [`FORMATS`]. Whoever writes text of a pack into a format escapes it for that format.
//!
//! Must not: load anything, or ask for the time, the locale or the terminal.

mod adr;
mod command;
mod csv;
mod document;
mod explain;
mod html;
mod json;
mod markdown;
mod outline;
mod request;
mod text;
mod write;

pub(crate) use command::shell_word;
pub use explain::explain;
pub use request::{PROPOSED, Request, Scope};
pub use write::{Target, WriteError, write};

use std::cell::OnceCell;

use crate::assessment::{Assessment, Confidence, Robustness};
use crate::decision::Decision;
use crate::judgement::{Judgement, Scenario};

/// Everything that a report is made from.
#[derive(Debug)]
pub struct Context<'a> {
    /// What is known.
    pub decision: &'a Decision,
    /// What you think.
    pub judgement: &'a Judgement,
    /// What was saved beside it.
    pub scenarios: &'a [Scenario],
    /// What follows.
    pub assessment: &'a Assessment,
    /// How sure that is: computed once, when a format first asks for it.
    pub robustness: OnceCell<Option<Robustness>>,
    /// The pack's fingerprint.
    pub fingerprint: &'a str,
    /// The pack as named on the command line.
    pub pack: &'a str,
    /// The session as text, so that the report can be reproduced from itself.
    pub session: &'a str,
    /// What is asked of the report.
    pub request: Request<'a>,
}

impl Context<'_> {
    /// How sure the verdict is; `None` when nothing is in the score.
    #[must_use]
    pub fn robustness(&self) -> Option<&Robustness> {
        self.robustness.get_or_init(|| self.assessment.robustness()).as_ref()
    }

    /// The confidence in the verdict; `None` when nothing is in the score.
    #[must_use]
    pub fn confidence(&self) -> Option<&Confidence> {
        self.robustness().map(|it| &it.confidence)
    }
}

/// A format of reports.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name on the command line.
    pub id: &'static str,
    /// The extension of its files.
    pub extension: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// How much it says unless told; `None` for one that always says everything.
    pub scope: Option<Scope>,
    /// Whether it is a record of a decision, with a status and the names of those who made it.
    pub is_record: bool,
    render: fn(&Context<'_>) -> String,
}

/// Every format, the default first.
pub const FORMATS: [Format; 6] = [
    Format {
        id: "md",
        extension: "md",
        about: "Markdown, for pull requests and minutes",
        scope: Some(Scope::Verdict),
        is_record: false,
        render: markdown::render,
    },
    Format {
        id: "adr",
        extension: "md",
        about: "a decision record (MADR 4), for docs/decisions",
        scope: Some(Scope::Verdict),
        is_record: true,
        render: adr::render,
    },
    Format {
        id: "txt",
        extension: "txt",
        about: "plain text, read well aloud",
        scope: Some(Scope::Full),
        is_record: false,
        render: text::render,
    },
    Format {
        id: "html",
        extension: "html",
        about: "a page for the browser, with charts",
        scope: Some(Scope::Full),
        is_record: false,
        render: html::render,
    },
    Format {
        id: "json",
        extension: "json",
        about: "weigh.report/1, for programs",
        scope: None,
        is_record: false,
        render: json::render,
    },
    Format {
        id: "csv",
        extension: "csv",
        about: "criteria by alternatives, for spreadsheets",
        scope: None,
        is_record: false,
        render: csv::render,
    },
];

/// The ids of [`FORMATS`], in their order.
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
    pub fn render(&self, context: Context<'_>) -> String {
        let scope = context.request.scope.or(self.scope);
        (self.render)(&Context { request: Request { scope, ..context.request }, ..context })
    }
}

#[cfg(test)]
mod tests;
