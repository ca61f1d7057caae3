//! A file's text to TOML tables, with the errors of syntax logged in plain words.

mod wording;

use std::ops::Range;

use toml::de::{DeTable, Error};

use self::wording::wording;
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
    let mut last = None;
    for (span, message) in errors {
        let same_line = last.is_some_and(|last: usize| !text[last..span.start].contains('\n'));
        last = Some(span.start);
        if !same_line {
            let (what, help) = wording(message, text, &span);
            log.add(Finding::new(Place::new(file, span), what).help(help));
        }
    }
}
