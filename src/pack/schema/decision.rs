//! `[decision]`, `[[alternative]]` and `[[source]]`.

use super::Builder;
use crate::decision::{Alternative, Mark, Missing, Scale, Source, Trust};
use crate::diagnostic::quoted;
use crate::pack::fields::Fields;
use crate::pack::log::Finding;
use crate::schema::{Key, Kind, Table};

/// `[decision]`.
pub(super) static DECISION: Table = Table {
    heading: "`[decision]`",
    about: "What is decided.",
    keys: &[
        Key::new("schema", Kind::Exactly(1), "The version of this format.").required(),
        Key::new("id", Kind::Id, "What sessions call the decision.").required(),
        Key::new("title", Kind::Name, "Its name on the screen.").required(),
        Key::new("question", Kind::Text, "What is to be decided, as one question."),
        Key::new("scale", Kind::Table(&SCALE), "What ratings go from and to.").required(),
        Key::new(
            "missing",
            Kind::OneOf(|| Missing::ALL.map(Missing::name).to_vec()),
            "What a missing rating counts as: middle, between worst and best, if left out; or worst.",
        ),
        Key::new(
            "rubric",
            Kind::Tables(&MARK),
            "What the marks mean, so that two people who rate come to the same numbers.",
        ),
    ],
    ..Table::EMPTY
};

/// The `scale` of the decision.
static SCALE: Table = Table { heading: "`scale`", keys: &[WORST, BEST], ..Table::EMPTY };

/// One end of a scale.
pub(super) const WORST: Key =
    Key::new("worst", Kind::Number, "The number that counts for nothing.").required();

/// The other.
pub(super) const BEST: Key =
    Key::new("best", Kind::Number, "The number that counts in full; may be the smaller one.")
        .required();

/// One mark of the rubric.
static MARK: Table = Table {
    heading: "`rubric`",
    about: "A mark, and what it means.",
    keys: &[
        Key::new("rating", Kind::Number, "The mark, on the decision's scale.").required(),
        Key::new("means", Kind::Text, "What it means, in a sentence.").required(),
    ],
    ..Table::EMPTY
};

/// `[[alternative]]`.
pub(super) static ALTERNATIVE: Table = Table {
    heading: "`[[alternative]]`",
    about: "Something to choose.",
    keys: &[
        Key::new("id", Kind::Id, "What claims and sessions call it.").required(),
        Key::new("name", Kind::Name, "Its name on the screen.").required(),
        Key::new("summary", Kind::Text, "What it is, in a sentence."),
    ],
    ..Table::EMPTY
};

/// `[[source]]`.
pub(super) static SOURCE: Table = Table {
    heading: "`[[source]]`",
    about: "Somebody who says something: an article, a report, a measurement, a colleague.",
    keys: &[
        Key::new("id", Kind::Id, "What claims and sessions call it.").required(),
        Key::new("title", Kind::Name, "Its title.").required(),
        Key::new("publisher", Kind::Text, "Who published it."),
        Key::new("published", Kind::Text, "When, as a text such as \"2026-03-31\"."),
        Key::new("trust", Kind::TRUST, "How far it is trusted, 0 to 1; fully if left out."),
    ],
    ..Table::EMPTY
};

impl Builder<'_> {
    /// `[decision]`.
    pub(super) fn head(&mut self, mut fields: Fields<'_, '_>) {
        let place = fields.place();
        match self.head {
            None => self.head = Some(place),
            Some(first) => fields.log(
                Finding::new(place, "a second `[decision]`")
                    .help("a pack describes one decision: keep one of the two")
                    .related(first, "the first one"),
            ),
        }
        if let Some((place, schema)) = fields.number("schema")
            && schema.total_cmp(&1.0).is_ne()
        {
            let what = format!("this pack is written in schema {schema}, and weigh reads schema 1");
            fields.log(Finding::new(place, what).help("write `schema = 1`, or get a newer weigh"));
        }
        self.decision.id = fields.id().map(|(_, id)| id.into_owned()).unwrap_or_default();
        self.decision.title = fields.name("title");
        self.decision.question = fields.line("question");
        self.scale = fields.table("scale").and_then(scale);
        self.decision.missing = missing(&mut fields);
        for mark in fields.tables("rubric") {
            self.mark(mark);
        }
        fields.finish();
    }

    /// One mark of the rubric.
    fn mark(&mut self, mut fields: Fields<'_, '_>) {
        let rating = fields.number("rating");
        let means = fields.line("means");
        fields.finish();
        let Some((place, rating)) = rating else { return };
        self.ratings.push((place, rating));
        if self.decision.rubric.iter().any(|it| it.rating.total_cmp(&rating).is_eq()) {
            let what = format!("the rubric explains the mark {rating} twice");
            self.log.add(Finding::new(place, what).help("keep one of the two"));
        }
        self.decision.rubric.push(Mark { rating, means });
    }
}

impl<'t> Builder<'t> {
    /// `[[alternative]]`.
    pub(super) fn alternative(&mut self, mut fields: Fields<'t, '_>) -> Alternative {
        let alternative = Alternative {
            id: fields.define(&mut self.alternatives),
            name: fields.name("name"),
            summary: fields.line("summary"),
        };
        fields.finish();
        alternative
    }

    /// `[[source]]`.
    pub(super) fn source(&mut self, mut fields: Fields<'t, '_>) -> Source {
        let source = Source {
            id: fields.define(&mut self.sources),
            title: fields.name("title"),
            publisher: fields.optional_line("publisher"),
            published: fields.optional_line("published"),
            trust: trust(&mut fields),
        };
        fields.finish();
        source
    }
}

/// The decision's `missing`.
fn missing(fields: &mut Fields<'_, '_>) -> Missing {
    let Some((place, word)) = fields.raw("missing") else { return Missing::default() };
    Missing::ALL.into_iter().find(|it| it.name() == word).unwrap_or_else(|| {
        let what = format!("{} is not a way to count a missing rating", quoted(&word));
        fields.log(
            Finding::new(place, what).help("write `missing = \"middle\"` or `missing = \"worst\"`"),
        );
        Missing::default()
    })
}

/// The source's `trust`.
fn trust(fields: &mut Fields<'_, '_>) -> Trust {
    let Some((place, size)) = fields.number("trust") else { return Trust::FULL };
    Trust::new(size).unwrap_or_else(|| {
        let what = format!("a trust of {size} is out of range");
        fields.log(Finding::new(place, what).help("0 is no trust at all, 1 is full trust"));
        Trust::FULL
    })
}

/// `scale = { worst = …, best = … }`, of the decision or of a criterion.
pub(super) fn scale(mut fields: Fields<'_, '_>) -> Option<Scale> {
    let worst = fields.number("worst");
    let best = fields.number("best");
    let scale = worst.zip(best).and_then(|((_, worst), (_, best))| {
        let help =
            "`worst` is the number that counts for nothing, `best` the one that counts in full";
        let wrong = |what| fields.log(Finding::new(fields.place(), what).help(help));
        Scale::between(worst, best, None).map_err(wrong).ok()
    });
    fields.finish();
    scale
}
