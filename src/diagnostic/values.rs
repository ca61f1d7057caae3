//! The values of a TOML text by type, each with the place where it stands. Which keys a table has is
//! for its [`schema::Table`](Table) to say.

use std::ops::Range;

use serde::Deserialize as _;
use toml::de::{DeTable, DeValue, ValueDeserializer};
use toml::{Spanned, Value};

use super::{Fault, Wording, known, quoted};
use crate::decision::text;
use crate::schema::{Kind, Others, Table};

/// A table of which nothing is known.
static ANY: Table = Table { others: Others::Kept, ..Table::EMPTY };

/// A value.
#[derive(Debug, Clone)]
pub(crate) struct Item<'t> {
    at: Range<usize>,
    value: DeValue<'t>,
    /// What it should be, where that is known.
    kind: Option<&'static Kind>,
}

/// The key of an entry.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    at: Range<usize>,
    /// The key itself.
    pub(crate) text: String,
}

/// The entries of a table that have not been taken yet.
#[derive(Debug, Clone)]
pub(crate) struct Fields<'t> {
    schema: &'static Table,
    table: DeTable<'t>,
}

impl Word {
    /// Something wrong with this key.
    pub(crate) fn fault(&self, what: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault { at: self.at.clone(), what: what.into(), help: help.into() }
    }

    /// That nobody knows this key; `what` it would be, and which there are.
    pub(crate) fn unknown<'a>(
        &self,
        what: &str,
        there: impl IntoIterator<Item = &'a str>,
    ) -> Fault {
        self.fault(format!("unknown {what} {}", quoted(&self.text)), known(&self.text, there))
    }
}

impl<'t> Item<'t> {
    fn new(value: Spanned<DeValue<'t>>, kind: Option<&'static Kind>) -> Self {
        Self { at: value.span(), value: value.into_inner(), kind }
    }

    /// Something wrong with this value.
    pub(crate) fn fault(&self, what: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault { at: self.at.clone(), what: what.into(), help: help.into() }
    }

    /// Where it stands, in bytes of the text.
    pub(crate) fn at(&self) -> Range<usize> {
        self.at.clone()
    }

    /// Whether it is `true`; `None` where it is neither that nor `false`.
    pub(crate) fn truth(&self) -> Option<bool> {
        self.value.as_bool()
    }

    pub(crate) fn string(&self) -> Result<&str, Fault> {
        self.value.as_str().ok_or_else(|| self.wrong_type("a string"))
    }

    /// A finite number.
    pub(crate) fn number(&self) -> Result<f64, Fault> {
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

    pub(crate) fn integer(&self) -> Result<i64, Fault> {
        let it = self.value.as_integer().ok_or_else(|| self.wrong_type("an integer"))?;
        i64::from_str_radix(it.as_str(), it.radix())
            .map_err(|_| self.fault("this number is too large", "write a smaller one"))
    }

    /// A day without a time of day.
    pub(crate) fn day(&self) -> Result<(), Fault> {
        match self.value.as_datetime() {
            Some(it) if it.date.is_some() && it.time.is_none() => Ok(()),
            _ => {
                let found = self.value.type_str();
                let help = "write a day without quotes, such as 2026-03-31";
                Err(self.fault(format!("expected a day, found {found}"), help))
            }
        }
    }

    pub(crate) fn list(&self) -> Result<Vec<Self>, Fault> {
        let list = self.value.as_array().ok_or_else(|| self.wrong_type("a list"))?;
        // A list of tables says of itself what each of them is.
        let kind = self.kind.and_then(|it| it.item().or(Some(it)));
        Ok(list.iter().map(|it| Self::new(it.clone(), kind)).collect())
    }

    pub(crate) fn table(&self) -> Result<Fields<'t>, Fault> {
        let table = self.value.as_table().ok_or_else(|| self.wrong_type("a table"))?;
        let schema = self.kind.and_then(Kind::table).unwrap_or(&ANY);
        Ok(Fields { schema, table: table.clone() })
    }

    /// The value as it can be written back.
    pub(crate) fn kept(&self) -> Result<Value, Fault> {
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
    /// All entries of a text, which is such a table.
    pub(crate) fn parse(source: &'t str, schema: &'static Table) -> Result<Self, Fault> {
        match DeTable::parse(source) {
            Ok(table) => Ok(Self { schema, table: table.into_inner() }),
            Err(error) => {
                let end = source.len();
                let span = error.span().filter(|it| source.get(it.clone()).is_some());
                let wording = Wording::of(error.message(), source, &span.unwrap_or(end..end));
                let heading = schema.heading;
                let help = match wording.help {
                    help if help.is_empty() => format!("{heading} is a TOML file"),
                    help => format!("{help}; {heading} is a TOML file"),
                };
                Err(Fault { at: wording.span, what: text::line(&wording.what).into_owned(), help })
            }
        }
    }

    /// Takes an entry out.
    pub(crate) fn take(&mut self, key: &str) -> Option<Item<'t>> {
        let kind = self.schema.key(key).map(|it| &it.kind);
        debug_assert!(kind.is_some(), "{} is read by its table: {key}", self.schema.heading);
        self.table.remove(key).map(|it| Item::new(it, kind))
    }

    /// Takes a string out; empty where there is none.
    pub(crate) fn take_string(&mut self, key: &str) -> Result<String, Fault> {
        self.take(key).map_or(Ok(String::new()), |it| it.string().map(str::to_owned))
    }

    /// What has not been taken.
    pub(crate) fn rest(self) -> impl Iterator<Item = (String, Item<'t>)> {
        let Self { schema, table } = self;
        table.into_iter().map(|(key, value)| {
            let key = key.into_inner().into_owned();
            let item = Item::new(value, schema.kind(&key));
            (key, item)
        })
    }

    /// What has not been taken, with the keys' places, in the order of the text.
    pub(crate) fn entries(self) -> Vec<(Word, Item<'t>)> {
        let Self { schema, table } = self;
        let entry = |(key, value): (Spanned<_>, _)| {
            let at = key.span();
            let text: std::borrow::Cow<'_, str> = key.into_inner();
            let item = Item::new(value, schema.kind(&text));
            (Word { at, text: text.into_owned() }, item)
        };
        let mut entries: Vec<_> = table.into_iter().map(entry).collect();
        entries.sort_by_key(|(key, _)| key.at.start);
        entries
    }

    /// Objects to whatever has not been taken.
    pub(crate) fn finish(self) -> Result<(), Fault> {
        let Self { schema, table } = self;
        match table.keys().next() {
            None => Ok(()),
            Some(key) => Err(Fault {
                at: key.span(),
                what: format!("unknown key {} in {}", quoted(key.get_ref()), schema.heading),
                help: known(key.get_ref(), schema.names()),
            }),
        }
    }
}
