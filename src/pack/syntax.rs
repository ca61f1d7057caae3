//! A file's text to TOML tables, with the errors of syntax logged.

use toml::de::{DeTable, Error};

use super::log::{Finding, Log, Place};

/// Up to this size all syntax errors of a file are reported, beyond it only the first: each of
/// them takes many times the memory of the text that causes it.
const ALL_ERRORS: usize = 1 << 20;

/// The tables of a file; `None`, logged, where its syntax is broken.
pub(super) fn parse<'t>(text: &'t str, file: u32, log: &Log) -> Option<DeTable<'t>> {
    let (table, errors) = if text.len() <= ALL_ERRORS {
        DeTable::parse_recoverable(text)
    } else {
        match DeTable::parse(text) {
            Ok(table) => (table, Vec::new()),
            Err(error) => return broken(&[error], text, file, log),
        }
    };
    if errors.is_empty() { Some(table.into_inner()) } else { broken(&errors, text, file, log) }
}

fn broken<T>(errors: &[Error], text: &str, file: u32, log: &Log) -> Option<T> {
    for error in errors {
        let place = Place::new(file, error.span().unwrap_or(text.len()..text.len()));
        log.add(Finding::new(place, error.message()));
    }
    None
}
