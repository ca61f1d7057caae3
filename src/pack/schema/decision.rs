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
    about: "The decision itself.",
    keys: &[
        Key::new("schema", Kind::Exactly(1), "The version of this format.").required(),
        Key::new("id", Kind::Id, "The id that sessions refer to.").required(),
        Key::new("title", Kind::Name, "Its name on the screen.").required(),
        Key::new("question", Kind::Text, "What the decision is about, as one question."),
        Key::new("scale", Kind::Table(&SCALE), "The scale of the ratings.").required(),
        Key::new(
            "missing",
            Kind::OneOf(|| Missing::ALL.map(Missing::name).to_vec()),
            "How a missing rating counts: as the middle between worst and best, if left out, or as worst.",
        ),
        Key::new(
            "rubric",
            Kind::Tables(&MARK),
            "What the ratings mean, so that different people give the same ratings.",
        ),
    ],
    ..Table::EMPTY
};

/// The `scale` of the decision.
static SCALE: Table = Table { heading: "`scale`", keys: &[WORST, BEST], ..Table::EMPTY };

/// One end of a scale.
pub(super) const WORST: Key =
    Key::new("worst", Kind::Number, "The worst number on the scale.").required();

/// The other.
pub(super) const BEST: Key = Key::new(
    "best",
    Kind::Number,
    "The best number on the scale; it may be the smaller of the two.",
)
.required();

/// One mark of the rubric.
static MARK: Table = Table {
    heading: "`rubric`",
    about: "A rating, and what it means.",
    keys: &[
        Key::new("rating", Kind::Number, "The rating, on the decision's scale.").required(),
        Key::new("means", Kind::Text, "What it means, in a sentence.").required(),
    ],
    ..Table::EMPTY
};

/// `[[alternative]]`.
pub(super) static ALTERNATIVE: Table = Table {
    heading: "`[[alternative]]`",
    about: "An alternative to choose from.",
    keys: &[
        Key::new("id", Kind::Id, "The id that claims and sessions refer to.").required(),
        Key::new("name", Kind::Name, "Its name on the screen.").required(),
        Key::new("summary", Kind::Text, "What it is, in a sentence."),
    ],
    ..Table::EMPTY
};

/// `[[source]]`.
pub(super) static SOURCE: Table = Table {
    heading: "`[[source]]`",
    about: "A source of claims: an article, a report, a measurement or a colleague.",
    keys: &[
        Key::new("id", Kind::Id, "The id that claims and sessions refer to.").required(),
        Key::new("title", Kind::Name, "Its title.").required(),
        Key::new("publisher", Kind::Text, "Who published it."),
        Key::new(
            "published",
            Kind::Text,
            "When it was published, as a text such as \"2026-03-31\".",
        ),
        Key::new("trust", Kind::TRUST, "How far it is trusted, 0 to 1; 1 if left out."),
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
                Finding::new(place, "the pack has a second `[decision]`")
                    .help("a pack describes one decision: keep one of the two")
                    .related(first, "the first one"),
            ),
        }
        if let Some((place, schema)) = fields.number("schema")
            && schema.total_cmp(&1.0).is_ne()
        {
            let what =
                format!("this pack uses schema {schema}, but this version of weigh reads schema 1");
            fields.log(
                Finding::new(place, what)
                    .help("write `schema = 1`, or install a newer version of weigh"),
            );
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
            let what = format!("the rubric explains the rating {rating} twice");
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
        let what = format!("`missing` cannot be {}", quoted(&word));
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
        let what = format!("trust must be between 0 and 1, not {size}");
        fields.log(Finding::new(place, what).help("0 is no trust, 1 is full trust"));
        Trust::FULL
    })
}

/// `scale = { worst = …, best = … }`, of the decision or of a criterion.
pub(super) fn scale(mut fields: Fields<'_, '_>) -> Option<Scale> {
    let worst = fields.number("worst");
    let best = fields.number("best");
    let scale = worst.zip(best).and_then(|((_, worst), (_, best))| {
        let help = "`worst` is the worst number on the scale, `best` is the best one";
        let wrong = |what| fields.log(Finding::new(fields.place(), what).help(help));
        Scale::between(worst, best, None).map_err(wrong).ok()
    });
    fields.finish();
    scale
}
