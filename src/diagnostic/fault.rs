//! What is wrong with a text, shown with line and caret.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Messages are laid out for so many columns.
const WIDTH: usize = 100;

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
        let style = if color { Renderer::styled() } else { Renderer::plain() };
        let renderer = style.hyperlink(false).term_width(WIDTH);
        let shown: Vec<String> =
            self.faults.iter().map(|fault| renderer.render(&[self.group(fault, file)])).collect();
        shown.join("\n\n")
    }

    fn group<'a>(&'a self, fault: &'a Fault, file: &'a str) -> Group<'a> {
        let snippet = Snippet::source(self.text.as_str())
            .path(file)
            .annotation(AnnotationKind::Primary.span(self.within(&fault.at)));
        let group = Level::ERROR.primary_title(fault.what.as_str()).element(snippet);
        if fault.help.is_empty() {
            group
        } else {
            group.element(Level::HELP.message(fault.help.as_str()))
        }
    }

    /// A span that surely lies inside the text, between characters.
    fn within(&self, at: &Range<usize>) -> Range<usize> {
        self.text.get(at.clone()).map_or(0..0, |_| at.clone())
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whats: Vec<&str> = self.faults.iter().map(|fault| fault.what.as_str()).collect();
        f.write_str(&whats.join("; "))
    }
}

impl std::error::Error for Faults {}
