//! `[decision]`, `[[alternative]]` and `[[source]]`.

use super::Builder;
use crate::decision::{Alternative, Mark, Scale, Source, Trust};
use crate::pack::fields::Fields;
use crate::pack::log::Finding;

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
        if let Some((place, schema)) = fields.required_number("schema")
            && schema.total_cmp(&1.0).is_ne()
        {
            let what = format!("this pack is written in schema {schema}, and weigh reads schema 1");
            fields.log(Finding::new(place, what).help("write `schema = 1`, or get a newer weigh"));
        }
        self.decision.id = fields.id().map(|(_, id)| id.into_owned()).unwrap_or_default();
        self.decision.title = fields.name("title");
        self.decision.question = fields.line("question");
        self.scale = fields.required_table("scale").and_then(scale);
        for mark in fields.tables("rubric") {
            self.mark(mark);
        }
        fields.finish();
    }

    /// One mark of the rubric.
    fn mark(&mut self, mut fields: Fields<'_, '_>) {
        let rating = fields.required_number("rating");
        let means = fields.required_line("means");
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
    let worst = fields.required_number("worst");
    let best = fields.required_number("best");
    let scale = worst.zip(best).and_then(|((_, worst), (_, best))| {
        let help =
            "`worst` is the number that counts for nothing, `best` the one that counts in full";
        let wrong = |what| fields.log(Finding::new(fields.place(), what).help(help));
        between(worst, best).map_err(wrong).ok()
    });
    fields.finish();
    scale
}

/// A scale between two numbers. Their difference divides every rating, so it must be a number too,
/// and not nothing.
fn between(worst: f64, best: f64) -> Result<Scale, &'static str> {
    match best - worst {
        0.0 => Err("the scale begins and ends at the same number"),
        length if length.is_finite() => Ok(Scale { worst, best, unit: None }),
        _ => Err("the scale is too long to calculate with"),
    }
}
