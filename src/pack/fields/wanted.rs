//! What kinds of value a key can have, and what each looks like.

/// A kind of value.
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
    /// A list of tables.
    Tables,
}

impl Wanted {
    /// In words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Number => "a number",
            Self::Table => "a table",
            Self::Texts => "a list of texts in quotes",
            Self::Tables => "a list of tables",
        }
    }

    /// What a key with such a value looks like in a pack.
    pub(super) fn sample(self, key: &str) -> String {
        let value = match (self, key) {
            (Self::Text, "id") => "\"a-short-name\"",
            (Self::Text, "source") => "\"the-id-of-a-source\"",
            (Self::Text, "alternative") => "\"the-id-of-an-alternative\"",
            (Self::Text, "kind") => "\"faq\"",
            (Self::Text, "language") => "\"python\"",
            (Self::Text, "file") => "\"examples/hello/app.py\"",
            (Self::Text, "published") => "\"2024-05-17\"",
            (Self::Text, _) => "\"…\"",
            (Self::Number, "schema" | "worst") => "1",
            (Self::Number, "trust") => "0.8",
            (Self::Number, "value") => "120",
            (Self::Number, _) => "5",
            (Self::Table, "scale") => "{ worst = 1, best = 5 }",
            (Self::Table, "importance") => "{ security = 8, cost = 3 }",
            (Self::Table, _) => return format!("[{key}]"),
            (Self::Texts, "examples") => "[\"…\", \"…\"]",
            (Self::Texts, _) => "[\"one-id\", \"another-id\"]",
            (Self::Tables, "rubric") => "[{ rating = 5, means = \"…\" }]",
            (Self::Tables, _) => return heading(key).trim_matches('`').to_owned(),
        };
        format!("{key} = {value}")
    }
}

/// How authors write the table, or each table of a list, in backticks.
pub(super) fn heading(key: &str) -> &'static str {
    match key {
        "decision" => "`[decision]`",
        "alternative" => "`[[alternative]]`",
        "source" => "`[[source]]`",
        "criterion" => "`[[criterion]]`",
        "claim" => "`[[criterion.claim]]`",
        "use_case" => "`[[use_case]]`",
        "favours" => "`[[use_case.favours]]`",
        "case_study" => "`[[case_study]]`",
        "use" => "`[[case_study.use]]`",
        "outcome" => "`[[case_study.outcome]]`",
        "note" => "`[[note]]`",
        "example" => "`[[example]]`",
        "code" => "`[[example.code]]`",
        "scale" => "`scale`",
        "importance" => "`importance`",
        "rubric" => "`rubric`",
        _ => "this table",
    }
}
