//! The keys of one table, taken out one by one.
//!
//! Which keys there are, and which must be there, is for the [`Table`] of each to say. A reader asks
//! for every one; what is missing or of the wrong type is logged and replaced by something harmless,
//! so that reading goes on. What is left over when the reader calls [`Fields::finish`] is unknown,
//! and logged too.

mod texts;
mod wanted;

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use self::wanted::Wanted;
use super::log::{Finding, Log, Place};
use super::sections::Section;
use crate::diagnostic::{nearest, quoted};
use crate::schema::{Key, Kind, Table};

/// A text or number with the place where it stands.
pub(super) type Placed<T> = (Place, T);

/// The keys of one table that have not been taken yet.
pub(super) struct Fields<'t, 'l> {
    schema: &'static Table,
    place: Place,
    section: Section<'t>,
    table: DeTable<'t>,
    /// The names of keys that should be there.
    missing: Vec<&'static str>,
    log: &'l Log,
}

impl<'t, 'l> Fields<'t, 'l> {
    /// All keys of a table that stands in this section.
    pub(super) fn new(
        schema: &'static Table,
        place: Place,
        section: Section<'t>,
        table: DeTable<'t>,
        log: &'l Log,
    ) -> Self {
        let is_missing = |it: &&Key| it.is_required && !table.contains_key(it.name);
        let missing = schema.keys().filter(is_missing).map(|it| it.name).collect();
        Self { schema, place, section, table, missing, log }
    }

    /// All keys of a table inside this one.
    fn inner(&self, key: &'static str, place: Place, table: DeTable<'t>) -> Self {
        let Some(schema) = self.schema.kind(key).and_then(Kind::table) else {
            unreachable!("no key of {} but one with tables is read as such: {key}", self.heading())
        };
        Self::new(schema, place, self.section, table, self.log)
    }

    /// How the author writes the table.
    const fn heading(&self) -> &'static str {
        self.schema.heading
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
            let what = format!("unknown key {} in {}", quoted(key.get_ref()), self.heading());
            let near = nearest(key.get_ref(), self.schema.names());
            let known = || self.schema.names().collect::<Vec<_>>().join(", ");
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known keys here: {}", known()),
            };
            self.log.add(Finding::new(place, what).help(help));
            // A misspelt key is not a missing one as well.
            self.missing.retain(|it| Some(*it) != near);
        }
        let is_missing = |key: &&Key| self.missing.contains(&key.name);
        for key in self.schema.keys().filter(is_missing) {
            let what = format!("{} has no `{}`", self.schema.heading, key.name);
            let heading = key.kind.table().map_or("", |it| it.heading);
            let help = format!("add `{}`", Wanted::of(&key.kind).sample(key.name, heading));
            self.log.add(Finding::new(self.place, what).help(help));
        }
    }

    /// Whether the key is there and has not been taken.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A finite number; `None` where the key is missing.
    pub(super) fn number(&mut self, key: &'static str) -> Option<Placed<f64>> {
        let (place, value) = self.take(key, Wanted::Number)?;
        self.finite(key, place, &value).map(|number| (place, number))
    }

    /// Two finite numbers, written as a list; `None` where the key is missing.
    pub(super) fn pair(&mut self, key: &'static str) -> Option<Placed<(f64, f64)>> {
        let (place, value) = self.take(key, Wanted::Numbers)?;
        let DeValue::Array(array) = &value else {
            self.wrong_type(key, place, &value, Wanted::Numbers);
            return None;
        };
        let numbers: Vec<f64> = array
            .iter()
            .filter_map(|item| self.finite(key, self.place_of(item), item.get_ref()))
            .collect();
        match numbers[..] {
            [low, high] if array.len() == 2 => Some((place, (low, high))),
            // What is no number is logged already.
            _ if numbers.len() < array.len() => None,
            _ => {
                let what = format!("{} must be a list of two numbers", quoted(key));
                let help = format!("write it like `{}`", Wanted::Numbers.sample(key, ""));
                self.log(Finding::new(place, what).help(help));
                None
            }
        }
    }

    /// A table; `None` where the key is missing.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Self> {
        let (place, value) = self.take(key, Wanted::Table)?;
        match value {
            DeValue::Table(table) => Some(self.inner(key, place, table)),
            other => {
                self.wrong_type(key, place, &other, Wanted::Table);
                None
            }
        }
    }

    /// A list of tables, written `[[key]]` or `key = [{ … }]`; empty where the key is missing.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Self> {
        let Some((place, value)) = self.take(key, Wanted::Tables) else { return Vec::new() };
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

    /// Notes the key as missing where it is, though it may be left out elsewhere.
    pub(super) fn need(&mut self, key: &'static str) {
        if !self.has(key) {
            self.missing.push(key);
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
    fn take(&mut self, key: &'static str, wanted: Wanted) -> Option<Placed<DeValue<'t>>> {
        debug_assert_eq!(
            self.schema.key(key).map(|it| Wanted::of(&it.kind)),
            Some(wanted),
            "{} is read by its table: {key}",
            self.heading()
        );
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
        let heading = self.schema.kind(key).and_then(Kind::table).map_or("", |it| it.heading);
        let help = format!("write it like `{}`", wanted.sample(key, heading));
        self.log(Finding::new(place, what).help(help));
    }
}
