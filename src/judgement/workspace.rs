//! The present judgement and the scenarios beside it: all that a session keeps, and that undo goes
//! back to.

use std::fmt;
use std::sync::Arc;

use super::Judgement;
use crate::decision::{Decision, text};

/// A named judgement, saved to be compared with another.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    name: String,
    /// Shared, since undo remembers many times over what never changes but for its name.
    judgement: Arc<Judgement>,
}

/// The scenarios in the order in which they were saved. No two have the same name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenarios(Vec<Scenario>);

/// What somebody is at work on: what they think now, and the scenarios they hold it against.
#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    /// What they think now.
    pub present: Judgement,
    /// What they saved.
    pub scenarios: Scenarios,
}

/// Why a scenario cannot have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameError {
    /// There is nothing in it.
    Empty,
    /// Another scenario has it.
    Taken,
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "a scenario needs a name",
            Self::Taken => "another scenario has this name",
        })
    }
}

impl std::error::Error for NameError {}

impl Scenario {
    /// What it is called: one line, not empty.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What was thought when it was saved.
    #[must_use]
    pub fn judgement(&self) -> &Arc<Judgement> {
        &self.judgement
    }
}

impl Scenarios {
    /// The scenarios, first saved first.
    #[must_use]
    pub fn list(&self) -> &[Scenario] {
        &self.0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is saved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Saves a judgement under a name, behind the others.
    ///
    /// # Errors
    /// When the name is empty, or taken.
    pub fn add(&mut self, name: &str, judgement: Judgement) -> Result<(), NameError> {
        let name = self.checked(name, None)?;
        self.0.push(Scenario { name, judgement: Arc::new(judgement) });
        Ok(())
    }

    /// Gives a scenario another name.
    ///
    /// # Errors
    /// When the name is empty, or taken by another one.
    ///
    /// # Panics
    /// When there is no such scenario.
    pub fn rename(&mut self, scenario: usize, name: &str) -> Result<(), NameError> {
        self.0[scenario].name = self.checked(name, Some(scenario))?;
        Ok(())
    }

    /// Takes a scenario out.
    ///
    /// # Panics
    /// When there is no such scenario.
    pub fn remove(&mut self, scenario: usize) -> Scenario {
        self.0.remove(scenario)
    }

    /// A name for a judgement that no scenario has yet: that of what it is, the use case that it starts
    /// from or what has changed, with a number where it is taken.
    #[must_use]
    pub fn free_name(&self, decision: &Decision, judgement: &Judgement) -> String {
        let weights = judgement.changes(decision) > 0;
        let evidence = judgement.evidence_changes(decision) > 0;
        match judgement.use_case().map(|it| &decision.use_cases[it].name) {
            Some(name) if weights || evidence => self.free_name_like(&format!("{name}, changed")),
            Some(name) => self.free_name_like(name),
            None if weights => self.free_name_like("My weights"),
            None if evidence => self.free_name_like("My evidence"),
            None => self.free_name_like("Default weights"),
        }
    }

    /// This name, with a number where it is taken.
    #[must_use]
    pub fn free_name_like(&self, stem: &str) -> String {
        let mut name = stem.to_owned();
        let mut next = 2;
        while self.checked(&name, None) == Err(NameError::Taken) {
            name = format!("{stem} {next}");
            next += 1;
        }
        name
    }

    /// A name as a line, if the scenario at this place (or a new one) can have it.
    fn checked(&self, name: &str, at: Option<usize>) -> Result<String, NameError> {
        let name = text::line(name);
        let taken = |(i, it): (usize, &Scenario)| Some(i) != at && it.name == name;
        if name.is_empty() {
            Err(NameError::Empty)
        } else if self.0.iter().enumerate().any(taken) {
            Err(NameError::Taken)
        } else {
            Ok(name.into_owned())
        }
    }
}

impl Workspace {
    /// What the pack starts you with, and nothing saved.
    #[must_use]
    pub fn of(decision: &Decision) -> Self {
        Judgement::of(decision).into()
    }
}

impl From<Judgement> for Workspace {
    fn from(present: Judgement) -> Self {
        Self { present, scenarios: Scenarios::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::tests::small;

    #[test]
    fn a_name_is_one_line_and_not_empty_and_nobody_elses() {
        let decision = small();
        let mut scenarios = Scenarios::default();
        let mut save = |name: &str| scenarios.add(name, Judgement::of(&decision));
        assert_eq!(save(" one\nline "), Ok(()));
        assert_eq!(save(" \n\t"), Err(NameError::Empty));
        assert_eq!(save("one line"), Err(NameError::Taken));
        assert_eq!(save("two"), Ok(()));
        assert_eq!(scenarios.rename(1, "one line"), Err(NameError::Taken));
        assert_eq!(scenarios.rename(1, "two "), Ok(()));
        assert_eq!(scenarios.rename(0, "\u{1b}[31mred"), Ok(()));
        let names: Vec<&str> = scenarios.list().iter().map(Scenario::name).collect();
        assert_eq!(names, ["red", "two"]);
    }

    #[test]
    fn a_free_name_says_what_is_saved_with_a_number_where_it_is_taken() {
        let decision = small();
        let mut judgement = Judgement::of(&decision);
        let mut scenarios = Scenarios::default();
        for expected in ["Default weights", "Default weights 2", "Default weights 3"] {
            let name = scenarios.free_name(&decision, &judgement);
            assert_eq!(name, expected);
            scenarios.add(&name, judgement.clone()).expect("free");
        }
        judgement.apply_use_case(&decision, 0);
        let name = scenarios.free_name(&decision, &judgement);
        assert_eq!(name, decision.use_cases[0].name);
        scenarios.add(&name, judgement.clone()).expect("free");
        judgement.set_weight(1, crate::decision::Weight::MAX);
        for expected in [", changed", ", changed 2"] {
            let name = scenarios.free_name(&decision, &judgement);
            assert_eq!(name, format!("{}{expected}", decision.use_cases[0].name));
            scenarios.add(&name, judgement.clone()).expect("free");
        }
        judgement = Judgement::of(&decision);
        judgement.set_claim_excluded(crate::decision::ClaimRef::new(0, 0), true);
        assert_eq!(scenarios.free_name(&decision, &judgement), "My evidence");
        judgement.set_criterion_excluded(0, true);
        assert_eq!(scenarios.free_name(&decision, &judgement), "My weights");
    }
}
