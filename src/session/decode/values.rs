//! The values of a session by type, each with the place where it stands.

use std::ops::Range;

use serde::Deserialize as _;
use toml::de::{DeTable, DeValue, ValueDeserializer};
use toml::{Spanned, Value};

use super::super::fault::Fault;
use super::quoted;

/// A value of a session.
#[derive(Debug, Clone)]
pub(super) struct Item<'t> {
    at: Range<usize>,
    value: DeValue<'t>,
}

/// The entries of a table that have not been taken yet.
#[derive(Debug, Clone)]
pub(super) struct Fields<'t>(DeTable<'t>);

impl<'t> Item<'t> {
    fn new(value: Spanned<DeValue<'t>>) -> Self {
        Self { at: value.span(), value: value.into_inner() }
    }

    /// Something wrong with this value.
    pub(super) fn fault(&self, what: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault { at: self.at.clone(), what: what.into(), help: help.into() }
    }

    pub(super) fn string(&self) -> Result<&str, Fault> {
        self.value.as_str().ok_or_else(|| self.wrong_type("a string"))
    }

    /// A finite number.
    pub(super) fn number(&self) -> Result<f64, Fault> {
        let number = match &self.value {
            DeValue::Integer(it) => {
                i64::from_str_radix(it.as_str(), it.radix()).ok().map(|it| it as f64)
            }
            DeValue::Float(it) => it.as_str().parse().ok(),
            _ => return Err(self.wrong_type("a number")),
        };
        number
            .filter(|it: &f64| it.is_finite())
            .ok_or_else(|| self.fault("this is not a finite number", "write an ordinary number"))
    }

    pub(super) fn integer(&self) -> Result<i64, Fault> {
        let it = self.value.as_integer().ok_or_else(|| self.wrong_type("an integer"))?;
        i64::from_str_radix(it.as_str(), it.radix())
            .map_err(|_| self.fault("this number is too large", "write a smaller one"))
    }

    /// A day without a time of day.
    pub(super) fn day(&self) -> Result<(), Fault> {
        match self.value.as_datetime() {
            Some(it) if it.date.is_some() && it.time.is_none() => Ok(()),
            _ => {
                let found = self.value.type_str();
                let help = "write a day without quotes, such as 2026-03-31";
                Err(self.fault(format!("expected a day, found {found}"), help))
            }
        }
    }

    pub(super) fn list(&self) -> Result<Vec<Self>, Fault> {
        let list = self.value.as_array().ok_or_else(|| self.wrong_type("a list"))?;
        Ok(list.iter().cloned().map(Self::new).collect())
    }

    pub(super) fn table(&self) -> Result<Fields<'t>, Fault> {
        let table = self.value.as_table().ok_or_else(|| self.wrong_type("a table"))?;
        Ok(Fields(table.clone()))
    }

    /// The value as it can be written back.
    pub(super) fn kept(&self) -> Result<Value, Fault> {
        let value = Spanned::new(self.at.clone(), self.value.clone());
        Value::deserialize(ValueDeserializer::from(value))
            .map_err(|_| self.fault("this number is too large", "write a smaller one"))
    }

    fn wrong_type(&self, wanted: &str) -> Fault {
        let found = self.value.type_str();
        self.fault(format!("expected {wanted}, found {found}"), format!("write {wanted}"))
    }
}

impl<'t> Fields<'t> {
    /// All entries of the session itself.
    pub(super) const fn new(table: DeTable<'t>) -> Self {
        Self(table)
    }

    /// Takes an entry out.
    pub(super) fn take(&mut self, key: &str) -> Option<Item<'t>> {
        self.0.remove(key).map(Item::new)
    }

    /// Takes a string out; empty where there is none.
    pub(super) fn take_string(&mut self, key: &str) -> Result<String, Fault> {
        self.take(key).map_or(Ok(String::new()), |it| it.string().map(str::to_owned))
    }

    /// What has not been taken.
    pub(super) fn rest(self) -> impl Iterator<Item = (String, Item<'t>)> {
        self.0.into_iter().map(|(key, value)| (key.into_inner().into_owned(), Item::new(value)))
    }

    /// Objects to whatever has not been taken; `what` is the table.
    pub(super) fn finish(self, what: &str) -> Result<(), Fault> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(key) => Err(Fault {
                at: key.span(),
                what: format!("unknown key {} in {what}", quoted(key.get_ref())),
                help: "remove it".to_owned(),
            }),
        }
    }
}
