//! `[[criterion]]` with its claims.

use super::decision::{BEST, WORST, scale};
use super::{Builder, MOST_CLAIMS};
use crate::decision::{Claim, Criterion, Scale, Weight};
use crate::pack::fields::{Fields, Placed};
use crate::pack::log::{Finding, Log, Place};
use crate::schema::{Key, Kind, Table};

/// `[[criterion]]`.
pub(super) static CRITERION: Table = Table {
    heading: "`[[criterion]]`",
    about: "A criterion that the alternatives are compared on. Without claims, it counts only with \
            your own ratings.",
    keys: &[
        Key::new("id", Kind::Id, "The id that use cases and sessions refer to.").required(),
        Key::new("name", Kind::Name, "Its name on the screen.").required(),
        Key::new("question", Kind::Text, "The question that a rating answers."),
        Key::new("group", Kind::Text, "The heading that it is listed under."),
        Key::new(
            "weight",
            Kind::WEIGHT,
            "The weight that it starts with: 0 to 10 with at most one decimal; 5 if left out.",
        ),
        Key::new(
            "scale",
            Kind::Table(&MEASURE),
            "Its own scale, for a measured criterion. Its claims then have values instead of ratings.",
        ),
        Key::new("claim", Kind::Tables(&CLAIM), "What the sources say about it."),
    ],
    ..Table::EMPTY
};

/// The `scale` of a criterion.
static MEASURE: Table = Table {
    heading: "`scale`",
    keys: &[
        WORST,
        BEST,
        Key::new("unit", Kind::Text, "The unit of measurement, such as EUR/month."),
    ],
    ..Table::EMPTY
};

/// `[[criterion.claim]]`.
static CLAIM: Table = Table {
    heading: "`[[criterion.claim]]`",
    about: "What a source says about an alternative, with a rating on the decision's scale or a \
            value on the criterion's own scale.",
    keys: &[
        Key::new("source", Kind::Id, "The id of the source that says it.").required(),
        Key::new("alternative", Kind::Id, "The id of the alternative that it is about.").required(),
        Key::new("rating", Kind::Number, "The rating, on the decision's scale."),
        Key::new("value", Kind::Number, "The measured value, on the criterion's own scale."),
        Key::new(
            "range",
            Kind::List(&Kind::Number, 2),
            "The lowest and the highest plausible number, such as [3, 5]; the rating or value lies between them.",
        ),
        Key::new("says", Kind::Text, "What it says, in one plain sentence.").required(),
        Key::new("caution", Kind::Text, "Why it should be read with caution."),
    ],
    one_of: &["rating", "value"],
    ..Table::EMPTY
};

/// What a criterion's claims are held to.
enum Measure {
    /// The decision's scale, which may be in a file not yet read.
    Rated,
    /// A scale of its own.
    Own(Scale),
    /// A scale of its own that is wrong, which is logged already.
    Unknown,
}

impl<'t> Builder<'t> {
    /// `[[criterion]]`.
    pub(super) fn criterion(&mut self, mut fields: Fields<'t, '_>) -> Criterion {
        let id = fields.define(&mut self.criteria);
        let name = fields.name("name");
        let question = fields.line("question");
        let group = fields.line("group");
        let weight = fields.number("weight").map_or(Weight::DEFAULT, |it| weight(it, self.log));
        let measure = if fields.has("scale") {
            let own = fields.table("scale").and_then(|mut it| {
                let unit = it.optional_line("unit");
                Some(Scale { unit, ..scale(it)? })
            });
            own.map_or(Measure::Unknown, Measure::Own)
        } else {
            Measure::Rated
        };
        let claims =
            fields.tables("claim").into_iter().map(|it| self.claim(it, &measure)).collect();
        fields.finish();
        let scale = if let Measure::Own(scale) = measure { Some(scale) } else { None };
        Criterion { id, name, question, group, weight, scale, claims }
    }

    /// `[[criterion.claim]]`.
    fn claim(&mut self, mut fields: Fields<'t, '_>, measure: &Measure) -> Claim {
        let source = fields.reference("source", &mut self.sources);
        let alternative = fields.reference("alternative", &mut self.alternatives);
        let rating = self.rating(&mut fields, measure);
        let range = self.range(&mut fields, measure, rating);
        let says = fields.line("says");
        let caution = fields.optional_line("caution");
        self.claims += 1;
        if self.claims == MOST_CLAIMS + 1 {
            self.too_many(MOST_CLAIMS, "[[criterion.claim]]", fields.place());
        }
        fields.finish();
        Claim { source, alternative, rating, range, says, caution }
    }

    /// The claim's `range`, which contains its rating.
    fn range(
        &mut self,
        fields: &mut Fields<'t, '_>,
        measure: &Measure,
        rating: f64,
    ) -> Option<(f64, f64)> {
        let (place, (low, high)) = fields.pair("range")?;
        for end in [low, high] {
            match measure {
                Measure::Rated => self.ratings.push((place, end)),
                Measure::Own(scale) => on_scale(self.log, scale, "value", place, end),
                Measure::Unknown => {}
            }
        }
        if !(low <= rating && rating <= high) {
            let what = format!("the range from {low} to {high} does not contain {rating}");
            let help = "write the lowest number first, then the highest; the rating or value must lie between them";
            fields.log(Finding::new(place, what).help(help));
            return None;
        }
        Some((low, high))
    }

    /// The claim's `rating`, or its `value` where the criterion has a scale of its own.
    fn rating(&mut self, fields: &mut Fields<'t, '_>, measure: &Measure) -> f64 {
        let (key, other, what, help) = match measure {
            Measure::Rated => (
                "rating",
                "value",
                "this claim has a `value`, but its criterion has no scale of its own",
                "write `rating`, or give the criterion a `scale = { worst = …, best = … }`",
            ),
            Measure::Own(_) | Measure::Unknown => (
                "value",
                "rating",
                "this claim has a `rating`, but its criterion has its own scale",
                "write `value`, with a number on that scale",
            ),
        };
        if fields.has(other) {
            if let Some((place, _)) = fields.number(other) {
                fields.log(Finding::new(place, what).help(help));
            }
        } else {
            fields.need(key);
        }
        let Some((place, number)) = fields.number(key) else { return 0.0 };
        match measure {
            Measure::Rated => self.ratings.push((place, number)),
            Measure::Own(scale) => on_scale(self.log, scale, "value", place, number),
            Measure::Unknown => {}
        }
        number
    }
}

/// Logs a rating or value that is not on its scale.
pub(super) fn on_scale(log: &Log, scale: &Scale, kind: &str, place: Place, number: f64) {
    if !scale.contains(number) {
        let Scale { worst, best, unit } = scale;
        let unit = unit.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
        log.add(
            Finding::new(place, format!("the {kind} {number} is not on the scale"))
                .help(format!("the scale runs from {worst}{unit} (worst) to {best}{unit} (best)")),
        );
    }
}

/// A weight from a number; one that is out of range is logged.
pub(super) fn weight((place, size): Placed<f64>, log: &Log) -> Weight {
    Weight::from_f64(size).unwrap_or_else(|| {
        let what = format!("weight must be between 0 and 10, with at most one decimal, not {size}");
        let help = "write a number such as 7.5";
        log.add(Finding::new(place, what).help(help));
        Weight::DEFAULT
    })
}
