//! The keys of one table, taken out one by one.
//!
//! A reader asks for every key it knows; what is missing or of the wrong type is logged and
//! replaced by something harmless, so that reading goes on. What is left over when the reader
//! calls [`Fields::finish`] is unknown, and logged too.

mod texts;
mod wanted;

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use self::wanted::{Wanted, heading};
use super::log::{Finding, Log, Place, quoted};
use super::sections::Section;
use crate::diagnostic::nearest;

/// A text or number with the place where it stands.
pub(super) type Placed<T> = (Place, T);

/// The keys of one table that have not been taken yet.
pub(super) struct Fields<'t, 'l> {
    /// How the author writes the table, such as `[[criterion]]`, in backticks.
    what: &'static str,
    place: Place,
    section: Section<'t>,
    table: DeTable<'t>,
    known: Vec<&'static str>,
    missing: Vec<(&'static str, Wanted)>,
    log: &'l Log,
}

impl<'t, 'l> Fields<'t, 'l> {
    /// All keys of a table that stands in this section.
    pub(super) const fn new(
        what: &'static str,
        place: Place,
        section: Section<'t>,
        table: DeTable<'t>,
        log: &'l Log,
    ) -> Self {
        Self { what, place, section, table, known: Vec::new(), missing: Vec::new(), log }
    }

    /// All keys of a table inside this one.
    fn inner(&self, key: &'static str, place: Place, table: DeTable<'t>) -> Self {
        Self::new(heading(key), place, self.section, table, self.log)
    }

    /// Where the table begins.
    pub(super) const fn place(&self) -> Place {
        self.place
    }

    /// Notes something wrong with the pack.
    pub(super) fn log(&self, finding: Finding) {
        self.log.add(finding);
    }

    /// Ends the reading: whatever has not been taken is a key that nobody knows.
    pub(super) fn finish(mut self) {
        for key in self.table.keys() {
            let place = self.place_of(key);
            let what = format!("unknown key {} in {}", quoted(key.get_ref()), self.what);
            let near = nearest(key.get_ref(), self.known.iter().copied());
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known keys here: {}", self.known.join(", ")),
            };
            self.log.add(Finding::new(place, what).help(help));
            // A misspelt key is not a missing one as well.
            self.missing.retain(|&(key, _)| Some(key) != near);
        }
        for (key, wanted) in self.missing {
            let what = format!("{} has no `{key}`", self.what);
            let help = format!("add `{}`", wanted.sample(key));
            self.log.add(Finding::new(self.place, what).help(help));
        }
    }

    /// Whether the key is there and has not been taken.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A finite number; `None` where the key is missing.
    pub(super) fn number(&mut self, key: &'static str) -> Option<Placed<f64>> {
        let (place, value) = self.take(key)?;
        self.finite(key, place, &value).map(|number| (place, number))
    }

    /// The same, logged where it is missing.
    pub(super) fn required_number(&mut self, key: &'static str) -> Option<Placed<f64>> {
        self.need(key, Wanted::Number);
        self.number(key)
    }

    /// A table; `None` where the key is missing.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Self> {
        let (place, value) = self.take(key)?;
        match value {
            DeValue::Table(table) => Some(self.inner(key, place, table)),
            other => {
                self.wrong_type(key, place, &other, Wanted::Table);
                None
            }
        }
    }

    /// The same, logged where it is missing.
    pub(super) fn required_table(&mut self, key: &'static str) -> Option<Self> {
        self.need(key, Wanted::Table);
        self.table(key)
    }

    /// A list of tables, written `[[key]]` or `key = [{ … }]`; empty where the key is missing.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Self> {
        let Some((place, value)) = self.take(key) else { return Vec::new() };
        let array = match value {
            DeValue::Array(array) => array,
            other => {
                self.wrong_type(key, place, &other, Wanted::Tables);
                let DeValue::Table(table) = other else { return Vec::new() };
                // Most likely one pair of brackets is missing, so its keys are worth reading.
                return vec![self.inner(key, place, table)];
            }
        };
        let mut tables = Vec::with_capacity(array.len());
        for item in array {
            let place = self.place_of(&item);
            match item.into_inner() {
                DeValue::Table(table) => tables.push(self.inner(key, place, table)),
                other => self.wrong_type(key, place, &other, Wanted::Tables),
            }
        }
        tables
    }

    /// All keys left, with their numbers; for tables whose keys the pack's author chooses.
    pub(super) fn numbers_by_key(mut self) -> Vec<(Placed<Cow<'t, str>>, Placed<f64>)> {
        let table = std::mem::take(&mut self.table);
        table
            .into_iter()
            .filter_map(|(key, value)| {
                let (key_place, place) = (self.place_of(&key), self.place_of(&value));
                let number = self.finite(key.get_ref(), place, value.get_ref())?;
                Some(((key_place, key.into_inner()), (place, number)))
            })
            .collect()
    }

    /// Notes the key as missing where it is.
    fn need(&mut self, key: &'static str, wanted: Wanted) {
        if !self.has(key) {
            self.missing.push((key, wanted));
        }
    }

    /// The value as a finite number; `None`, logged, where it is none.
    fn finite(&self, key: &str, place: Place, value: &DeValue<'_>) -> Option<f64> {
        let number: Option<f64> = match value {
            DeValue::Integer(it) if it.radix() != 10 => {
                i64::from_str_radix(it.as_str(), it.radix()).ok().map(|it| it as f64)
            }
            DeValue::Integer(it) => it.as_str().parse().ok(),
            DeValue::Float(it) => it.as_str().parse().ok(),
            _ => {
                self.wrong_type(key, place, value, Wanted::Number);
                return None;
            }
        };
        let finite = number.filter(|it| it.is_finite());
        if finite.is_none() {
            let what = format!("{} must be a finite number", quoted(key));
            let help = "weigh cannot calculate with `nan`, `inf` or numbers beyond 1e308";
            self.log(Finding::new(place, what).help(help));
        }
        finite
    }

    /// Takes a key's value out.
    fn take(&mut self, key: &'static str) -> Option<Placed<DeValue<'t>>> {
        self.known.push(key);
        let value = self.table.remove(key)?;
        Some((self.place_of(&value), value.into_inner()))
    }

    fn place_of<T>(&self, value: &Spanned<T>) -> Place {
        self.section.place(value.span())
    }

    fn wrong_type(&self, key: &str, place: Place, found: &DeValue<'_>, wanted: Wanted) {
        let found = match found {
            DeValue::String(_) => "a text in quotes",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let what = format!("{} must be {}, not {found}", quoted(key), wanted.name());
        let help = format!("write it like `{}`", wanted.sample(key));
        self.log(Finding::new(place, what).help(help));
    }
}
