//! The keys of one table, taken out one by one.
//!
//! A reader asks for every key it knows; what is missing or of the wrong type is logged and
//! replaced by something harmless, so that reading goes on. What is left over when the reader
//! calls [`Fields::finish`] is unknown, and logged too. Every text passes the sanitiser here.

mod wanted;

use std::borrow::Cow;
use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_width::UnicodeWidthStr;

use self::wanted::Wanted;
use super::log::{Finding, Log, Place, quoted};
use super::names::Names;
use super::nearest::nearest;
use crate::decision::text;

/// An id has so many characters at most.
const LONGEST_ID: usize = 64;

/// A text or number with the place where it stands.
pub(super) type Placed<T> = (Place, T);

/// The keys of one table that have not been taken yet.
pub(super) struct Fields<'t, 'l> {
    /// How the author writes the table, such as `[[criterion]]`.
    what: &'static str,
    place: Place,
    table: DeTable<'t>,
    known: Vec<&'static str>,
    missing: Vec<(&'static str, Wanted)>,
    log: &'l Log,
}

impl<'t, 'l> Fields<'t, 'l> {
    /// All keys of a table.
    pub(super) const fn new(
        what: &'static str,
        place: Place,
        table: DeTable<'t>,
        log: &'l Log,
    ) -> Self {
        Self { what, place, table, known: Vec::new(), missing: Vec::new(), log }
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
            let place = Place::new(self.place.file, key.span());
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

    /// A line of text; empty where the key is missing.
    pub(super) fn line(&mut self, key: &'static str) -> String {
        self.optional_line(key).unwrap_or_default()
    }

    /// A line of text, `None` where the key is missing or the text empty.
    pub(super) fn optional_line(&mut self, key: &'static str) -> Option<String> {
        let (_, raw) = self.string(key)?;
        Some(text::line(&raw).into_owned()).filter(|it| !it.is_empty())
    }

    /// A line of text that must be there, but may be empty.
    pub(super) fn required_line(&mut self, key: &'static str) -> String {
        self.need(key, Wanted::Text);
        self.line(key)
    }

    /// A line of text that must be there and show something.
    pub(super) fn name(&mut self, key: &'static str) -> String {
        self.need(key, Wanted::Text);
        let Some((place, raw)) = self.string(key) else { return String::new() };
        let name = text::line(&raw).into_owned();
        // Measured, not counted: a name of zero-width characters shows nothing either.
        if name.width() == 0 {
            let what = format!("`{key}` is empty");
            self.log(Finding::new(place, what).help("write at least one visible character"));
        }
        name
    }

    /// A word out of a few that must be there, as the pack has it.
    pub(super) fn required_word(&mut self, key: &'static str) -> Option<Placed<Cow<'t, str>>> {
        self.need(key, Wanted::Text);
        self.string(key)
    }

    /// Several lines of text that must be there.
    pub(super) fn required_lines(&mut self, key: &'static str) -> String {
        self.need(key, Wanted::Text);
        self.string(key).map_or_else(String::new, |(_, raw)| text::lines(&raw))
    }

    /// A list of lines of text; empty where the key is missing.
    pub(super) fn list_of_lines(&mut self, key: &'static str) -> Vec<String> {
        let strings = self.strings(key);
        strings.into_iter().map(|(_, raw)| text::line(&raw).into_owned()).collect()
    }

    /// The id that names this table; `None` where it is missing.
    pub(super) fn id(&mut self) -> Option<Placed<Cow<'t, str>>> {
        self.need("id", Wanted::Text);
        let (place, id) = self.string("id")?;
        let fits = id.chars().take(LONGEST_ID + 1).count() <= LONGEST_ID
            && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
            && id.chars().any(|c| c != '.');
        if !fits {
            let what = match &*id {
                "" => "`id` is empty".to_owned(),
                id => format!("{} is not an id", quoted(id)),
            };
            let help = "an id has 1 to 64 letters, digits, `-`, `_` or `.`, such as `live-chat`";
            self.log(Finding::new(place, what).help(help));
        }
        Some((place, id))
    }

    /// Defines the id that names this table.
    pub(super) fn define(&mut self, names: &mut Names<'t>) -> String {
        self.id().map(|(place, id)| names.define(id, place, self.log)).unwrap_or_default()
    }

    /// The number of the one thing that this key must name.
    pub(super) fn reference(&mut self, key: &'static str, names: &mut Names<'t>) -> usize {
        self.need(key, Wanted::Text);
        self.string(key).map_or(0, |(place, id)| names.refer(id, place))
    }

    /// The numbers of the things that this key may name, none of them twice.
    pub(super) fn references(&mut self, key: &'static str, names: &mut Names<'t>) -> Vec<usize> {
        let mut seen = HashSet::new();
        let mut numbers = Vec::new();
        for (place, id) in self.strings(key) {
            let shown = quoted(&id);
            let number = names.refer(id, place);
            if seen.insert(number) {
                numbers.push(number);
            } else {
                let what = format!("`{key}` names {shown} twice");
                self.log(Finding::new(place, what).help("remove one of the two"));
            }
        }
        numbers
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
    pub(super) fn table(&mut self, key: &'static str, what: &'static str) -> Option<Self> {
        let (place, value) = self.take(key)?;
        match value {
            DeValue::Table(table) => Some(Self::new(what, place, table, self.log)),
            other => {
                self.wrong_type(key, place, &other, Wanted::Table);
                None
            }
        }
    }

    /// The same, logged where it is missing.
    pub(super) fn required_table(&mut self, key: &'static str, what: &'static str) -> Option<Self> {
        self.need(key, Wanted::Table);
        self.table(key, what)
    }

    /// A list of tables, written `[[key]]` or `key = [{ … }]`; empty where the key is missing.
    pub(super) fn tables(&mut self, key: &'static str, what: &'static str) -> Vec<Self> {
        let Some((place, value)) = self.take(key) else { return Vec::new() };
        let array = match value {
            DeValue::Array(array) => array,
            other => {
                self.wrong_type(key, place, &other, Wanted::Tables);
                let DeValue::Table(table) = other else { return Vec::new() };
                // Most likely one pair of brackets is missing, so its keys are worth reading.
                return vec![Self::new(what, place, table, self.log)];
            }
        };
        let mut tables = Vec::with_capacity(array.len());
        for item in array {
            let place = self.place_of(&item);
            match item.into_inner() {
                DeValue::Table(table) => tables.push(Self::new(what, place, table, self.log)),
                other => self.wrong_type(key, place, &other, Wanted::Tables),
            }
        }
        tables
    }

    /// All keys left, with their numbers; for tables whose keys the pack's author chooses.
    pub(super) fn numbers_by_key(self) -> Vec<(Placed<Cow<'t, str>>, Placed<f64>)> {
        let Self { what, place, table, log, .. } = self;
        let rest = Self::new(what, place, DeTable::new(), log);
        table
            .into_iter()
            .filter_map(|(key, value)| {
                let (key_place, place) = (rest.place_of(&key), rest.place_of(&value));
                let number = rest.finite(key.get_ref(), place, value.get_ref())?;
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

    /// A string as it stands in the pack; `None` where the key is missing.
    fn string(&mut self, key: &'static str) -> Option<Placed<Cow<'t, str>>> {
        let (place, value) = self.take(key)?;
        match value {
            DeValue::String(string) => Some((place, string)),
            other => {
                self.wrong_type(key, place, &other, Wanted::Text);
                None
            }
        }
    }

    /// A list of strings; empty where the key is missing.
    fn strings(&mut self, key: &'static str) -> Vec<Placed<Cow<'t, str>>> {
        let Some((place, value)) = self.take(key) else { return Vec::new() };
        let DeValue::Array(array) = value else {
            self.wrong_type(key, place, &value, Wanted::Texts);
            return Vec::new();
        };
        let mut strings = Vec::with_capacity(array.len());
        for item in array {
            let place = self.place_of(&item);
            match item.into_inner() {
                DeValue::String(string) => strings.push((place, string)),
                other => self.wrong_type(key, place, &other, Wanted::Texts),
            }
        }
        strings
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
        Place::new(self.place.file, value.span())
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
