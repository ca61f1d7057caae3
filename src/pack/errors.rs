//! Everything that is wrong with a pack, ready to be read.

mod excerpt;

use std::fmt::{self, Write as _};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use self::excerpt::{Excerpt, Excerpts};
use super::files::Files;
use super::log::{Finding, Log};
use crate::decision::text;

/// So many errors are shown; the rest are counted.
const SHOWN: usize = 100;

/// Messages are laid out for so many columns.
const WIDTH: usize = 100;

/// Everything that is wrong with a pack, in the order of its files and lines.
///
/// Never empty. Displayed as plain text; [`Self::render`] also does it in colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors {
    pack: String,
    shown: Vec<Problem>,
    total: usize,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Problem {
    what: String,
    help: String,
    at: Excerpt,
    related: Option<(Excerpt, &'static str)>,
}

impl Errors {
    /// The errors of a log; there must be some.
    pub(super) fn new(log: Log, files: &Files) -> Self {
        let total = log.total();
        let mut excerpts = Excerpts::new(files);
        let shown = log
            .sorted()
            .into_iter()
            .take(SHOWN)
            .map(|Finding { place, what, help, related }| Problem {
                what,
                help,
                at: excerpts.at(place),
                related: related.map(|(place, how)| (excerpts.at(Some(place)), how)),
            })
            .collect();
        Self { pack: text::line(&files.name).into_owned(), shown, total }
    }

    /// One error that concerns no file.
    pub(super) fn of_name(name: &str, what: String, help: String) -> Self {
        let pack = text::line(name).into_owned();
        let at = Excerpt::of_file(&pack);
        Self { shown: vec![Problem { what, help, at, related: None }], total: 1, pack }
    }

    /// How many errors there are; at least 1.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "there is at least one error")]
    pub const fn len(&self) -> usize {
        self.total
    }

    /// All errors for people: what is wrong, where, and how to mend it; with terminal colours or
    /// without. Ends with a line break.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        let style = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
        let style = style.term_width(WIDTH);
        let mut text = String::new();
        for problem in &self.shown {
            text.push_str(style.render(&[problem.report()]).trim_end());
            text.push_str("\n\n");
        }
        if self.total > self.shown.len() {
            let _ = writeln!(text, "… and {} more", self.total - self.shown.len());
        }
        let errors = if self.total == 1 { "error" } else { "errors" };
        let _ = writeln!(text, "{} {errors} in {}", self.total, self.pack);
        text
    }
}

impl Problem {
    /// In the terms of the library that lays it out.
    fn report(&self) -> Group<'_> {
        let mut group = Group::with_title(Level::ERROR.primary_title(&*self.what));
        group = self.at.element(group, None);
        if let Some((excerpt, how)) = &self.related {
            group = excerpt.element(group, Some(how));
        }
        if self.help.is_empty() { group } else { group.element(Level::HELP.message(&*self.help)) }
    }
}

impl Excerpt {
    /// Adds the excerpt to a message.
    fn element<'a>(&'a self, group: Group<'a>, label: Option<&'a str>) -> Group<'a> {
        let Some(line) = &self.line else { return group.element(Origin::path(&*self.path)) };
        let annotation = match label {
            None => AnnotationKind::Primary.span(line.marked.clone()),
            Some(label) => AnnotationKind::Context.span(line.marked.clone()).label(label),
        };
        group.element(
            Snippet::source(&*line.text)
                .path(&*self.path)
                .line_start(line.number)
                .annotation(annotation),
        )
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.render(false).trim_end())
    }
}

impl std::error::Error for Errors {}
