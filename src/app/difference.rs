//! What leads from one judgement to another, in a few words: all of it, for whoever undoes it.

use super::App;
use crate::assessment::words::{self, counted};
use crate::judgement::{Judgement, Subject};

/// A change by itself, and beside others.
type Piece = (String, String);

/// All that leads from one judgement to another.
pub(super) fn between(app: &App, old: &Judgement, new: &Judgement) -> String {
    let difference = Difference::new(app, old, new);
    let kinds = [
        difference.use_case(),
        difference.weights(),
        difference.excluded_criteria(),
        difference.excluded_alternatives(),
        difference.own_criteria(),
        difference.trust(),
        difference.claims(),
        difference.own_ratings(),
        difference.notes(),
    ];
    let mut pieces: Vec<Piece> = kinds.into_iter().flatten().collect();
    match pieces.pop() {
        None => "nothing visible".into(),
        Some(only) if pieces.is_empty() => only.0,
        Some(last) => {
            pieces.push(last);
            pieces.into_iter().map(|it| it.1).collect::<Vec<_>>().join(", ")
        }
    }
}

struct Difference<'a> {
    app: &'a App,
    old: &'a Judgement,
    new: &'a Judgement,
    /// The criteria that both have, by their indices in either.
    shared: Vec<(usize, usize)>,
}

impl<'a> Difference<'a> {
    fn new(app: &'a App, old: &'a Judgement, new: &'a Judgement) -> Self {
        let all = 0..old.criteria_count();
        let shared = all.filter_map(|j| Some((j, old.counterpart(j, new)?))).collect();
        Self { app, old, new, shared }
    }

    fn name(&self, criterion: usize) -> &str {
        &self.new.criterion(&self.app.decision, criterion).name
    }

    fn use_case(&self) -> Option<Piece> {
        let name = |u: usize| &self.app.decision.use_cases[u].name;
        match (self.old.use_case(), self.new.use_case()) {
            (old, new) if old == new => None,
            (_, Some(new)) => Some(alike(format!("use case {}", name(new)))),
            (Some(old), None) => Some(alike(format!("use case {} left", name(old)))),
            (None, None) => None,
        }
    }

    /// A use case that is applied says it of its weights.
    fn weights(&self) -> Option<Piece> {
        let applied = self.new.use_case().is_some() && self.new.use_case() != self.old.use_case();
        let is_moved = |(i, j): &&(usize, usize)| self.old.weight(*i) != self.new.weight(*j);
        let moved: Vec<_> = self.shared.iter().filter(is_moved).collect();
        match moved.as_slice() {
            _ if applied => None,
            [] => None,
            [(i, j)] => {
                let (from, to) = (self.old.weight(*i), self.new.weight(*j));
                Some(alike(format!("{} from {from} to {to}", self.name(*j))))
            }
            several => Some(alike(format!("{} weights", several.len()))),
        }
    }

    fn excluded_criteria(&self) -> Option<Piece> {
        let is_other = |(i, j): &&(usize, usize)| {
            self.old.is_criterion_excluded(*i) != self.new.is_criterion_excluded(*j)
        };
        let others: Vec<usize> = self.shared.iter().filter(is_other).map(|it| it.1).collect();
        match others.as_slice() {
            [] => None,
            [j] if self.new.is_criterion_excluded(*j) => {
                Some(alike(format!("{} excluded", self.name(*j))))
            }
            [j] => Some(alike(format!("{} included again", self.name(*j)))),
            several if several.iter().all(|j| self.new.is_criterion_excluded(*j)) => {
                Some(alike(format!("{} criteria excluded", several.len())))
            }
            several if several.iter().all(|j| !self.new.is_criterion_excluded(*j)) => {
                Some(alike(format!("{} criteria included again", several.len())))
            }
            several => {
                Some(alike(format!("{} criteria excluded or included again", several.len())))
            }
        }
    }

    fn excluded_alternatives(&self) -> Option<Piece> {
        let alternatives = self.app.decision.alternatives.iter().enumerate();
        let changed = alternatives.filter_map(|(a, it)| {
            let (old, new) =
                (self.old.is_alternative_excluded(a), self.new.is_alternative_excluded(a));
            let what = if new { "excluded" } else { "included again" };
            (old != new).then(|| format!("{} {what}", it.name))
        });
        let changed: Vec<String> = changed.collect();
        (!changed.is_empty()).then(|| alike(changed.join(", ")))
    }

    fn own_criteria(&self) -> Option<Piece> {
        let (old, new) = (self.old.own_criteria(), self.new.own_criteria());
        let added = new.iter().filter(|it| old.iter().all(|other| other.id != it.id));
        let removed = old.iter().filter(|it| new.iter().all(|other| other.id != it.id));
        let edited = new.iter().filter(|it| old.iter().any(|was| was.id == it.id && was != *it));
        let all = added
            .map(|it| format!("{} added", it.name))
            .chain(removed.map(|it| format!("{} removed", it.name)))
            .chain(edited.map(|it| format!("{} edited", it.name)));
        let all: Vec<String> = all.collect();
        (!all.is_empty()).then(|| alike(all.join(", ")))
    }

    fn trust(&self) -> Option<Piece> {
        let all = 0..self.app.decision.sources.len();
        let moved: Vec<usize> = all.filter(|s| self.old.trust(*s) != self.new.trust(*s)).collect();
        let percent = |judgement: &Judgement, s| words::percent(judgement.trust(s).size());
        match moved.as_slice() {
            [] => None,
            [s] => Some(alike(format!(
                "trust in [{}] from {} to {}",
                s + 1,
                percent(self.old, *s),
                percent(self.new, *s)
            ))),
            several => Some(alike(format!("trust in {} sources", several.len()))),
        }
    }

    fn claims(&self) -> Option<Piece> {
        let excluded: Vec<_> =
            self.new.excluded_claims().filter(|it| !self.old.is_claim_excluded(*it)).collect();
        let included: Vec<_> =
            self.old.excluded_claims().filter(|it| !self.new.is_claim_excluded(*it)).collect();
        let says = |claim| &self.app.decision.claim(claim).says;
        let several = [(excluded.len(), "excluded"), (included.len(), "included")];
        let several = several.into_iter().filter(|it| it.0 > 0);
        let several: Vec<String> =
            several.map(|(count, what)| format!("{} {what}", counted(count, "claim"))).collect();
        let several = several.join(", ");
        match (excluded.as_slice(), included.as_slice()) {
            ([], []) => None,
            ([claim], []) => Some((format!("excluded: {}", says(*claim)), several)),
            ([], [claim]) => Some((format!("included: {}", says(*claim)), several)),
            _ => Some(alike(several)),
        }
    }

    /// Those of criteria that came or went, came or went with them.
    fn own_ratings(&self) -> Option<Piece> {
        let alternatives = 0..self.app.decision.alternatives.len();
        let pairs = self.shared.iter().flat_map(|it| alternatives.clone().map(move |a| (*it, a)));
        let is_other = |((i, j), a): &((usize, usize), usize)| {
            self.old.own_rating(*i, *a) != self.new.own_rating(*j, *a)
        };
        match pairs.filter(is_other).count() {
            0 => None,
            count => Some(alike(format!("{} of your own", counted(count, "rating")))),
        }
    }

    fn notes(&self) -> Option<Piece> {
        let on_decision = self.old.note(Subject::Decision) != self.new.note(Subject::Decision);
        let is_other = |(i, j): &&(usize, usize)| {
            self.old.note(Subject::Criterion(*i)) != self.new.note(Subject::Criterion(*j))
        };
        let count = self.shared.iter().filter(is_other).count() + usize::from(on_decision);
        (count > 0).then(|| alike(counted(count, "note")))
    }
}

/// A change that is said the same way by itself and beside others.
fn alike(text: String) -> Piece {
    (text.clone(), text)
}
