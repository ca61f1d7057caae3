//! Everything that is wrong with a pack, ready to be read.

mod excerpt;

use std::fmt;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use self::excerpt::{Excerpt, Spot};
use super::files::Files;
use super::log::{Finding, Log};
use crate::decision::text;

/// Messages are laid out for so many columns.
const WIDTH: usize = 100;

/// Everything that is wrong with a pack, in the order of its files and lines.
///
/// There is always at least one. Displayed as plain text; [`Self::render`] also does it in colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors {
    /// The first of them.
    shown: Vec<Problem>,
    total: usize,
    /// What the pack is called.
    pack: String,
    /// Whether not all of it could be read, so that some checks have to wait.
    partial: bool,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Problem {
    what: String,
    help: String,
    at: Option<Excerpt>,
    related: Option<(Excerpt, &'static str)>,
}

impl Errors {
    /// The errors of a log; there must be some. `partial` says that not all of the pack could be
    /// read, so that some checks have to wait.
    pub(super) fn new(log: Log, files: &Files, partial: bool) -> Self {
        let total = log.total();
        let problem = |Finding { place, what, help, related }| Problem {
            what,
            help,
            at: Some(Excerpt::new(files, place)),
            related: related.map(|(place, how)| (Excerpt::new(files, Some(place)), how)),
        };
        let shown = log.into_first().map(problem).collect();
        Self { shown, total, pack: text::line(&files.name).into_owned(), partial }
    }

    /// The only error of a pack that does not exist.
    pub(super) fn no_pack(what: String, help: String) -> Self {
        let problem = Problem { what, help, at: None, related: None };
        Self { shown: vec![problem], total: 1, pack: String::new(), partial: false }
    }

    /// How many errors there are; at least 1.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// All errors for people: what is wrong, where, and how to mend it; with terminal colours or
    /// without. Ends with a line break.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        let style = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
        let style = style.term_width(WIDTH);
        let rendered = self.shown.iter().map(|it| style.render(&[it.report()]));
        let mut text: Vec<String> = rendered.map(|it| it.trim_end().to_owned()).collect();
        if self.total > 1 || self.partial {
            text.push(self.footer());
        }
        text.join("\n\n") + "\n"
    }

    /// The last line: how many errors there are.
    fn footer(&self) -> String {
        let Self { total, pack, .. } = self;
        let errors = if *total == 1 { "error" } else { "errors" };
        let more = match total - self.shown.len() {
            0 => String::new(),
            more => format!("… and {more} more: "),
        };
        let wait = if self.partial { "; more may show once these are mended" } else { "" };
        format!("{more}{total} {errors} in {pack}{wait}")
    }
}

impl Problem {
    /// In the terms of the library that lays it out.
    fn report(&self) -> Group<'_> {
        let Some(at) = &self.at else {
            let sentence = format!("{}; {}", self.what, self.help);
            return Group::with_title(Level::ERROR.primary_title(sentence));
        };
        let title = Level::ERROR.primary_title(&*self.what);
        let mut group = at.add_to(Group::with_title(title), None);
        if let Some((other, how)) = &self.related {
            group = other.add_to(group, Some(how));
        }
        if self.help.is_empty() { group } else { group.element(Level::HELP.message(&*self.help)) }
    }
}

impl Excerpt {
    /// Adds the excerpt to a message; with a label where it is not the main one.
    fn add_to<'a>(&'a self, group: Group<'a>, label: Option<&'a str>) -> Group<'a> {
        let origin = Origin::path(&*self.path);
        let Some(Spot { line, column, shown }) = &self.spot else { return group.element(origin) };
        let Some((text, marked)) = shown else {
            return group.element(origin.line(*line).char_column(*column));
        };
        let annotation = match label {
            None => AnnotationKind::Primary.span(marked.clone()),
            Some(label) => AnnotationKind::Context.span(marked.clone()).label(label),
        };
        let snippet = Snippet::source(&**text).path(&*self.path).line_start(*line);
        group.element(snippet.annotation(annotation))
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.render(false).trim_end())
    }
}

impl std::error::Error for Errors {}
