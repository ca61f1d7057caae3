//! Your own criteria and ratings.

use toml::Value;

use super::{Reader, weight_of};
use crate::decision::{Criterion, Scale, Weight, text};
use crate::diagnostic::{Fault, Item, quoted};
use crate::judgement::OwnRating;

impl Reader<'_> {
    /// A criterion of your own.
    pub(super) fn own_criterion(&mut self, item: &Item<'_>) -> Result<(), Fault> {
        let own = criterion(item)?;
        if self.judgement.own_criteria().iter().any(|it| it.id == own.id) {
            let what = format!("the criterion id {} is used twice", quoted(&own.id));
            return Err(item.fault(what, "give one of the two another id"));
        }
        if self.decision.criterion(&own.id).is_none() {
            self.judgement.add_criterion(own);
        } else if let Value::Table(kept) = item.kept()? {
            // What was set for your own criterion now counts for the pack's.
            self.unknown.push(format!(
                "your definition of criterion {} (the pack has its own now)",
                quoted(&own.id)
            ));
            self.kept.criterion(kept);
        }
        Ok(())
    }

    /// Your own ratings on one criterion.
    pub(super) fn own_ratings(&mut self, criterion: &str, item: &Item<'_>) -> Result<(), Fault> {
        for (alternative, item) in item.table()?.rest() {
            let read = self.own_rating(criterion, &alternative, &item);
            self.collect(read);
        }
        Ok(())
    }

    fn own_rating(&mut self, j: &str, a: &str, item: &Item<'_>) -> Result<(), Fault> {
        let mut table = item.table()?;
        let rating = table.take("rating").ok_or_else(|| {
            item.fault("this own rating has no `rating`", "write { rating = 4, reason = \"why\" }")
        })?;
        let own = OwnRating {
            rating: rating.number()?,
            reason: text::lines(&table.take_string("reason")?),
        };
        table.finish()?;

        let path = quoted(&format!("{j}/{a}"));
        let (Some(criterion), Some(alternative)) =
            (self.criterion(j), self.decision.alternative(a))
        else {
            self.unknown.push(format!("own rating {path}"));
            self.kept.entry("own_rating", &[j, a], item.kept()?);
            return Ok(());
        };
        let scale = self.decision.scale_of(self.judgement.criterion(self.decision, criterion));
        if scale.contains(own.rating) {
            self.judgement.set_own_rating(criterion, alternative, Some(own));
        } else if self.pack_changed {
            // It was on the scale when it was written: nobody made a mistake.
            self.unknown.push(format!("own rating {path} (no longer on its scale)"));
            self.kept.entry("own_rating", &[j, a], item.kept()?);
        } else {
            let what = format!("the rating {} is not on the criterion's scale", own.rating);
            let help = format!("write a number from {} to {}", scale.low(), scale.high());
            return Err(rating.fault(what, help));
        }
        Ok(())
    }
}

/// What a `[[criterion]]` says.
fn criterion(item: &Item<'_>) -> Result<Criterion, Fault> {
    let mut table = item.table()?;
    let mut line = |key| table.take_string(key).map(|it| text::line(&it).into_owned());
    let (id, name) = (line("id")?, line("name")?);
    let (question, group) = (line("question")?, line("group")?);
    let weight = table.take("weight").map(|it| weight_of(&it)).transpose()?;
    let scale = table.take("scale").map(|it| scale(&it)).transpose()?;
    table.finish()?;
    if id.is_empty() || name.is_empty() {
        let help = "write id = \"team\" and name = \"What our team knows\"";
        return Err(item.fault("a criterion of your own needs an id and a name", help));
    }
    let weight = weight.unwrap_or(Weight::DEFAULT);
    Ok(Criterion { id, name, question, group, weight, scale, claims: Vec::new() })
}

fn scale(item: &Item<'_>) -> Result<Scale, Fault> {
    let mut table = item.table()?;
    let (worst, best) = (table.take("worst"), table.take("best"));
    let unit = text::line(&table.take_string("unit")?).into_owned();
    table.finish()?;
    let unit = Some(unit).filter(|it| !it.is_empty());
    let help = "write { worst = 1, best = 5 }";
    let (Some(worst), Some(best)) = (worst, best) else {
        return Err(item.fault("a scale needs two numbers, `worst` and `best`", help));
    };
    Scale::between(worst.number()?, best.number()?, unit).map_err(|what| item.fault(what, help))
}
