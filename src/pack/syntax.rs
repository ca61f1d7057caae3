//! A file's text to TOML tables, with the errors of syntax logged in plain words.

mod wording;

use std::ops::Range;

use toml::de::{DeTable, Error};

use self::wording::{Explains, Wording};
use super::log::{Finding, Log, Place};

/// Up to this size all syntax errors of a file are reported, beyond it only the first: each of
/// them takes many times the memory of the text that causes it.
const ALL_ERRORS: usize = 1 << 20;

/// The tables of a file; `None`, logged, where its syntax is broken.
pub(super) fn parse<'t>(text: &'t str, file: u32, log: &Log) -> Option<DeTable<'t>> {
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
            report(&errors, text, file, log);
            None
        }
    }
}

/// Logs the first error of every line; what follows on the same line mostly follows from it.
fn report(errors: &[Error], text: &str, file: u32, log: &Log) {
    let span = |error: &Error| error.span().unwrap_or(text.len()..text.len());
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
        explained = match wording.explains {
            Explains::Line => next_line(text, span.start, |_| true),
            Explains::Table => next_line(text, span.start, is_heading),
            Explains::File => usize::MAX,
        };
        let place = Place::new(file, wording.span);
        log.add(Finding::new(place, wording.what).help(wording.help));
    }
}

/// Whether a text begins with the heading of a table.
fn is_heading(line: &str) -> bool {
    line.trim_start_matches([' ', '\t']).starts_with('[')
}

/// Where the next line begins that is of a kind; beyond the end of the text where none is.
fn next_line(text: &str, from: usize, is_it: impl Fn(&str) -> bool) -> usize {
    let mut start = from;
    while let Some(length) = text[start..].find('\n') {
        start += length + 1;
        if is_it(&text[start..]) {
            return start;
        }
    }
    usize::MAX
}
