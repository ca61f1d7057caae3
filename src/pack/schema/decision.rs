//! `[decision]`, `[[alternative]]` and `[[source]]`.

use super::{Builder, MOST_ITEMS};
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
        if let Some(scale) = fields.required_table("scale", "`scale`").and_then(scale) {
            self.decision.scale = scale;
        }
        self.decision.rubric = fields
            .tables("rubric", "`rubric`")
            .into_iter()
            .filter_map(|it| self.mark(it))
            .collect();
        fields.finish();
    }

    /// One mark of the rubric.
    fn mark(&mut self, mut fields: Fields<'_, '_>) -> Option<Mark> {
        let rating = fields.required_number("rating");
        let means = fields.required_line("means");
        fields.finish();
        let (place, rating) = rating?;
        self.ratings.push((place, rating));
        Some(Mark { rating, means })
    }
}

impl<'t> Builder<'t> {
    /// `[[alternative]]`.
    pub(super) fn alternative(&mut self, mut fields: Fields<'t, '_>) {
        let id = fields.define(&mut self.alternatives);
        let name = fields.name("name");
        let summary = fields.line("summary");
        self.decision.alternatives.push(Alternative { id, name, summary });
        self.bound(self.decision.alternatives.len(), MOST_ITEMS, "alternatives", fields.place());
        fields.finish();
    }

    /// `[[source]]`.
    pub(super) fn source(&mut self, mut fields: Fields<'t, '_>) {
        let source = Source {
            id: fields.define(&mut self.sources),
            title: fields.name("title"),
            publisher: fields.optional_line("publisher"),
            published: fields.optional_line("published"),
            trust: trust(&mut fields),
        };
        fields.finish();
        self.decision.sources.push(source);
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

/// `scale = { … }`, of the decision or of a criterion.
pub(super) fn scale(mut fields: Fields<'_, '_>) -> Option<Scale> {
    let worst = fields.required_number("worst");
    let best = fields.required_number("best");
    let unit = fields.optional_line("unit");
    let place = fields.place();
    let ((_, worst), (_, best)) = (worst?, best?);
    // Their difference divides every rating, so it must be a number too, and not nothing.
    let problem = if best - worst == 0.0 {
        Some("the scale begins and ends at the same number")
    } else if (best - worst).is_finite() {
        None
    } else {
        Some("the scale is too long to calculate with")
    };
    if let Some(what) = problem {
        let help =
            "`worst` is the number that counts for nothing, `best` the one that counts in full";
        fields.log(Finding::new(place, what).help(help));
    }
    fields.finish();
    problem.is_none().then_some(Scale { worst, best, unit })
}
