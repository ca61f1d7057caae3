//! Everything that is wrong with a pack, ready to be read.

use std::fmt;

use annotate_snippets::{Group, Level};

use super::files::Files;
use super::log::{Finding, Log, Place};
use crate::decision::text;
use crate::diagnostic::{Excerpt, renderer};

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
            at: Some(excerpt(files, place)),
            related: related.map(|(place, how)| (excerpt(files, Some(place)), how)),
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
        let renderer = renderer(color);
        let rendered = self.shown.iter().map(|it| renderer.render(&[it.report()]));
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
        let these = if *total == 1 { "this" } else { "these" };
        let wait = if self.partial {
            format!(". Fix {these} first; more may follow.")
        } else {
            String::new()
        };
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

/// What a message about this place shows; the pack as a whole where there is none.
fn excerpt(files: &Files, place: Option<Place>) -> Excerpt {
    let Some(place) = place else { return Excerpt::whole(&files.name) };
    let file = &files.list[place.file as usize];
    match place.bytes() {
        Some(bytes) => Excerpt::of(&file.shown, &file.text, &bytes),
        None => Excerpt::whole(&file.shown),
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.render(false).trim_end())
    }
}

impl std::error::Error for Errors {}
