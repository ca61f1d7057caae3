//! What can only be done when everything is read: numbers become indices, ratings meet their
//! scale, and the pack is asked whether it has all it needs.

use super::Builder;
use super::criteria::on_scale;
use crate::decision::{Decision, Mark};
use crate::pack::log::Finding;

impl Builder<'_> {
    /// The whole decision; `None` where anything has been logged.
    pub(in crate::pack) fn finish(mut self) -> Option<Decision> {
        self.completeness();
        if let Some(scale) = self.scale.take() {
            for &(place, rating) in &self.ratings {
                on_scale(self.log, &scale, "rating", place, rating);
            }
            let value = |mark: &Mark| scale.value(mark.rating);
            self.decision.rubric.sort_by(|a, b| value(b).total_cmp(&value(a)));
            self.decision.scale = scale;
        }
        let log = self.log;
        let indices = Indices {
            alternatives: self.alternatives.settle(log),
            sources: self.sources.settle(log),
            criteria: self.criteria.settle(log),
            use_cases: self.use_cases.settle(log),
        };
        if log.total() > 0 {
            return None;
        }
        indices.apply(&mut self.decision);
        Some(self.decision)
    }

    /// Logs what every decision needs and this one lacks.
    fn completeness(&self) {
        if self.head.is_none() {
            let help = "add a `[decision]` with schema, id, title and scale to one of the files";
            self.log.add(Finding::of_pack("the pack has no `[decision]`").help(help));
        }
        let alternatives = self.decision.alternatives.len();
        if alternatives < 2 {
            let what = match alternatives {
                0 => "the pack has no alternatives",
                _ => "the pack has only one alternative",
            };
            let help = "a decision needs at least two: add an `[[alternative]]` with id and name";
            self.log.add(Finding::of_pack(what).help(help));
        }
        if self.decision.criteria.is_empty() {
            let help = "a decision needs at least one: add a `[[criterion]]` with id and name";
            self.log.add(Finding::of_pack("the pack has no criteria").help(help));
        }
    }
}

/// What each number that a reference was given has become.
struct Indices {
    alternatives: Vec<usize>,
    sources: Vec<usize>,
    criteria: Vec<usize>,
    use_cases: Vec<usize>,
}

impl Indices {
    /// Turns every reference of the decision from a number into an index.
    fn apply(&self, decision: &mut Decision) {
        let alternative = |it: &mut usize| *it = self.alternatives[*it];
        let source = |it: &mut usize| *it = self.sources[*it];
        let criterion = |it: &mut usize| *it = self.criteria[*it];
        let use_case = |it: &mut usize| *it = self.use_cases[*it];

        for claim in decision.criteria.iter_mut().flat_map(|it| &mut it.claims) {
            source(&mut claim.source);
            alternative(&mut claim.alternative);
        }
        for it in &mut decision.use_cases {
            it.weights.iter_mut().for_each(|(number, _)| criterion(number));
            it.weights.sort_unstable_by_key(|&(index, _)| index);
            for favour in &mut it.favours {
                source(&mut favour.source);
                alternative(&mut favour.alternative);
            }
        }
        for it in &mut decision.case_studies {
            it.criteria.iter_mut().for_each(criterion);
            it.use_cases.iter_mut().for_each(use_case);
            for used in &mut it.uses {
                source(&mut used.source);
                alternative(&mut used.alternative);
            }
            it.outcomes.iter_mut().for_each(|outcome| source(&mut outcome.source));
        }
        for it in &mut decision.notes {
            it.alternatives.iter_mut().for_each(alternative);
            it.criteria.iter_mut().for_each(criterion);
            it.sources.iter_mut().for_each(source);
        }
        for code in decision.examples.iter_mut().flat_map(|it| &mut it.codes) {
            alternative(&mut code.alternative);
        }
    }
}
