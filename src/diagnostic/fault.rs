//! What is wrong with a text, shown with line and caret.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{Group, Level};

use super::excerpt::{Excerpt, renderer};

/// One thing that is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the text.
    pub at: Range<usize>,
    /// What is wrong, without a full stop. Safe to show.
    pub what: String,
    /// How to mend it. Safe to show.
    pub help: String,
}

/// Everything that is wrong with a text; at least one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults {
    text: String,
    faults: Vec<Fault>,
}

impl Faults {
    /// Faults of this text, in the order in which they stand in it.
    pub(crate) fn new(text: &str, mut faults: Vec<Fault>) -> Self {
        faults.sort_by_key(|fault| fault.at.start);
        Self { text: text.to_owned(), faults }
    }

    /// The faults, first to last.
    #[must_use]
    pub fn list(&self) -> &[Fault] {
        &self.faults
    }

    /// The faults as a compiler shows them: the line, a caret below it, and how to mend it. `file`
    /// is the name of the text on disk.
    #[must_use]
    pub fn render(&self, file: &str, color: bool) -> String {
        let renderer = renderer(color);
        let shown = |fault: &Fault| {
            renderer.render(&[fault.report(&Excerpt::of(file, &self.text, &fault.at))])
        };
        self.faults.iter().map(shown).collect::<Vec<_>>().join("\n\n")
    }
}

impl Fault {
    /// In the terms of the library that lays it out.
    fn report<'a>(&'a self, at: &'a Excerpt) -> Group<'a> {
        let group = at.add_to(Group::with_title(Level::ERROR.primary_title(&*self.what)), None);
        if self.help.is_empty() { group } else { group.element(Level::HELP.message(&*self.help)) }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whats: Vec<&str> = self.faults.iter().map(|fault| fault.what.as_str()).collect();
        f.write_str(&whats.join("; "))
    }
}

impl std::error::Error for Faults {}
