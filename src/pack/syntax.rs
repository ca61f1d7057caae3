//! A section's text to TOML tables, with the errors of syntax logged in plain words.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::log::{Finding, Log};
use super::sections::Section;
use crate::diagnostic::{Explains, Wording, boundary};

/// A section has so many bytes at most. Its tables take a few hundred times as much memory where
/// they are very small.
const LARGEST: usize = 4 << 20;

/// Up to this size all syntax errors of a section are reported, beyond it only the first: each of
/// them takes a hundred times the memory of the text that causes it.
const ALL_ERRORS: usize = 1 << 20;

/// The tables of a section; `None`, logged, where its syntax is broken.
pub(super) fn parse<'t>(section: &Section<'t>, log: &Log) -> Option<DeTable<'t>> {
    let text = section.text;
    if text.len() > LARGEST {
        let what = format!("there is more than {} MiB under one heading", LARGEST >> 20);
        let help = "split it, and put each `[[criterion.claim]]` under its `[[criterion]]`";
        log.add(Finding::new(section.place(0..text.find('\n').unwrap_or(0)), what).help(help));
        return None;
    }
    let parsed = if text.len() <= ALL_ERRORS {
        match DeTable::parse_recoverable(text) {
            (table, errors) if errors.is_empty() => Ok(table),
            (_, errors) => Err(errors),
        }
    } else {
        DeTable::parse(text).map_err(|error| vec![error])
    };
    match parsed {
        Ok(table) => Some(table.into_inner()),
        Err(errors) => {
            report(&errors, section, log);
            None
        }
    }
}

/// Logs the first error of every line; what follows on the same line mostly follows from it.
fn report(errors: &[Error], section: &Section<'_>, log: &Log) {
    let text = section.text;
    // Offsets are not taken on trust: to cut a character in two would be a panic.
    let span = |error: &Error| {
        let span = error.span().unwrap_or(text.len()..text.len());
        boundary(text, span.start)..boundary(text, span.end)
    };
    let mut errors: Vec<(Range<usize>, &str)> =
        errors.iter().map(|it| (span(it), it.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    // Up to here, everything that is wrong follows from what has been logged.
    let mut explained = 0;
    for (span, message) in errors {
        if span.start < explained {
            continue;
        }
        let wording = Wording::of(message, text, &span);
        let line_end = text[span.start..].find('\n').map(|it| span.start + it + 1);
        explained = match wording.explains {
            Explains::Line => line_end.unwrap_or(usize::MAX),
            Explains::Rest => usize::MAX,
        };
        log.add(Finding::new(section.place(wording.span), wording.what).help(wording.help));
    }
}
