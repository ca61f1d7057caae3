//! `[[criterion]]` with its claims.

use super::decision::scale;
use super::{Builder, MOST_CLAIMS};
use crate::decision::{Claim, Criterion, Importance, Scale};
use crate::pack::fields::{Fields, Placed};
use crate::pack::log::{Finding, Log, Place};

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
        let importance =
            fields.number("importance").map_or(Importance::DEFAULT, |it| importance(it, self.log));
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
        Criterion { id, name, question, group, importance, scale, claims }
    }

    /// `[[criterion.claim]]`.
    fn claim(&mut self, mut fields: Fields<'t, '_>, measure: &Measure) -> Claim {
        let source = fields.reference("source", &mut self.sources);
        let alternative = fields.reference("alternative", &mut self.alternatives);
        let rating = self.rating(&mut fields, measure);
        let says = fields.required_line("says");
        let caution = fields.optional_line("caution");
        self.claims += 1;
        if self.claims == MOST_CLAIMS + 1 {
            self.too_many(MOST_CLAIMS, "[[criterion.claim]]", fields.place());
        }
        fields.finish();
        Claim { source, alternative, rating, says, caution }
    }

    /// The claim's `rating`, or its `value` where the criterion has a scale of its own.
    fn rating(&mut self, fields: &mut Fields<'t, '_>, measure: &Measure) -> f64 {
        let (key, other, what, help) = match measure {
            Measure::Rated => (
                "rating",
                "value",
                "`value` on a criterion without a scale of its own",
                "write `rating`, or give the criterion a `scale = { worst = …, best = … }`",
            ),
            Measure::Own(_) | Measure::Unknown => (
                "value",
                "rating",
                "`rating` on a criterion with a scale of its own",
                "write `value`, with a number on that scale",
            ),
        };
        let number = if fields.has(other) {
            if let Some((place, _)) = fields.number(other) {
                fields.log(Finding::new(place, what).help(help));
            }
            fields.number(key)
        } else {
            fields.required_number(key)
        };
        let Some((place, number)) = number else { return 0.0 };
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
            Finding::new(place, format!("a {kind} of {number} is off the scale"))
                .help(format!("the scale runs from {worst}{unit} (worst) to {best}{unit} (best)")),
        );
    }
}

/// An importance from a number; one that is out of range is logged.
pub(super) fn importance((place, size): Placed<f64>, log: &Log) -> Importance {
    Importance::from_f64(size).unwrap_or_else(|| {
        let what = format!("an importance of {size} is not on the slider");
        let help = "an importance is a number from 0 to 10 with at most one decimal, such as 7.5";
        log.add(Finding::new(place, what).help(help));
        Importance::DEFAULT
    })
}
