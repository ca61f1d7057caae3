//! What kinds of value a key can have, and what each looks like.

use crate::schema::Kind;

/// A kind of value, as far as TOML tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A string.
    Text,
    /// An integer or a float.
    Number,
    /// A table.
    Table,
    /// A list of strings.
    Texts,
    /// A list of numbers.
    Numbers,
    /// A list of tables.
    Tables,
}

impl Wanted {
    /// What such a value is in TOML.
    pub(super) const fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Number | Kind::Range(..) | Kind::Exactly(_) => Self::Number,
            Kind::Table(_) => Self::Table,
            Kind::Tables(_) => Self::Tables,
            Kind::List(Kind::Number, _) => Self::Numbers,
            Kind::List(..) | Kind::Ids => Self::Texts,
            Kind::Named(_, kind) => Self::of(kind),
            // No key of a pack is true or false, or a day.
            Kind::Text
            | Kind::Name
            | Kind::Id
            | Kind::Words(_)
            | Kind::OneOf(_)
            | Kind::Truth
            | Kind::Day => Self::Text,
        }
    }

    /// In words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Number => "a number",
            Self::Table => "a table",
            Self::Texts => "a list of texts in quotes",
            Self::Numbers => "a list of numbers",
            Self::Tables => "a list of tables",
        }
    }

    /// What a key with such a value looks like in a pack; `heading` is that of its tables.
    pub(super) fn sample(self, key: &str, heading: &str) -> String {
        let value = match (self, key) {
            (Self::Text, "id") => "\"a-short-name\"",
            (Self::Text, "source") => "\"the-id-of-a-source\"",
            (Self::Text, "alternative") => "\"the-id-of-an-alternative\"",
            (Self::Text, "kind") => "\"faq\"",
            (Self::Text, "language") => "\"python\"",
            (Self::Text, "file") => "\"examples/hello/app.py\"",
            (Self::Text, "published") => "\"2024-05-17\"",
            (Self::Text, "missing") => "\"middle\"",
            (Self::Text, _) => "\"…\"",
            (Self::Number, "schema" | "worst") => "1",
            (Self::Number, "trust") => "0.8",
            (Self::Number, "value") => "120",
            (Self::Number, _) => "5",
            (Self::Table, "scale") => "{ worst = 1, best = 5 }",
            (Self::Table, "weights") => "{ security = 8, cost = 3 }",
            (Self::Table, _) => return format!("[{key}]"),
            (Self::Texts, "examples") => "[\"…\", \"…\"]",
            (Self::Numbers, _) => "[4, 5]",
            (Self::Texts, _) => "[\"one-id\", \"another-id\"]",
            (Self::Tables, "rubric") => "[{ rating = 5, means = \"…\" }]",
            (Self::Tables, _) => return heading.trim_matches('`').to_owned(),
        };
        format!("{key} = {value}")
    }
}
