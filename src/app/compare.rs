//! Scenarios: saving the present judgement, and comparing it with what has been saved.

use std::sync::{Arc, OnceLock};

use super::form::{Form, FormLine, Purpose};
use super::{App, Pane, Tab};
use crate::assessment::{Assessment, Judged, assess};
use crate::decision::Weight;
use crate::judgement::{Judgement, Scenario, Scenarios, Workspace};

/// A scenario's judgement with what follows from it, which is computed when it is first shown.
#[derive(Debug, Clone)]
pub(super) struct AssessedScenario {
    judgement: Arc<Judgement>,
    assessment: OnceLock<Assessment>,
}

impl App {
    /// The scenarios.
    #[must_use]
    pub fn scenarios(&self) -> &Scenarios {
        &self.scenarios
    }

    /// The present judgement and the scenarios.
    #[must_use]
    pub fn workspace(&self) -> Workspace {
        Workspace { present: self.judgement.clone(), scenarios: self.scenarios.clone() }
    }

    /// Index of the scenario that the present judgement is compared with; `None` where nothing is
    /// saved.
    #[must_use]
    pub fn compared(&self) -> Option<usize> {
        self.scenarios.len().checked_sub(1).map(|last| self.compared.min(last))
    }

    /// A scenario's judgement, and what follows from it.
    #[must_use]
    pub fn scenario_judged(&self, scenario: usize) -> Judged<'_> {
        let AssessedScenario { judgement, assessment } = &self.assessed_scenarios[scenario];
        let assessment = assessment.get_or_init(|| {
            if judgement.has_evidence_of(&self.judgement) {
                self.assessment.reweighed(judgement)
            } else {
                assess(&self.decision, judgement)
            }
        });
        Judged { judgement, assessment }
    }

    /// What the scenario under comparison has for the weight of a criterion, where that is another
    /// than now.
    #[must_use]
    pub fn ghost(&self, criterion: usize) -> Option<Weight> {
        let saved = &self.assessed_scenarios[self.compared()?].judgement;
        let there = saved.weight(self.judgement.counterpart(criterion, saved)?);
        (there != self.judgement.weight(criterion)).then_some(there)
    }

    /// Whether the keys are among the scenarios.
    pub(super) fn is_among_scenarios(&self) -> bool {
        self.focus == Pane::Detail && self.tab() == Tab::Compare
    }

    /// Saves the present judgement under a name of its own, to be compared with from now on.
    pub(super) fn save(&mut self) {
        let is_now = |it: &Scenario| **it.judgement() == self.judgement;
        if let Some(at) = self.scenarios.list().iter().position(is_now) {
            self.compare_with(at);
            let name = self.scenarios.list()[at].name();
            self.notice = Some(format!("Nothing has changed since {name} was saved"));
            return;
        }
        let name = self.scenarios.free_name(&self.decision, &self.judgement);
        let mut scenarios = self.scenarios.clone();
        self.notice = Some(match scenarios.add(&name, self.judgement.clone()) {
            Ok(()) => {
                self.compared = scenarios.len() - 1;
                self.change_scenarios(scenarios);
                format!("Saved as scenario {name}. The tab Compare shows what you change from here")
            }
            Err(error) => error.to_string(),
        });
    }

    /// Saves the present judgement under a name like this, in one step of undo with what has changed
    /// since `before`. Returns the name.
    pub(super) fn save_like(&mut self, stem: &str, before: Workspace) -> String {
        self.history.push(before);
        let name = self.scenarios.free_name_like(stem);
        // A free name is taken by none, and a stem says something.
        if self.scenarios.add(&name, self.judgement.clone()).is_ok() {
            self.compared = self.scenarios.len() - 1;
            self.refresh_scenarios();
        }
        name
    }

    /// Compares with a scenario from now on.
    pub(super) fn compare_with(&mut self, scenario: usize) {
        self.compared = scenario;
    }

    /// Takes on the scenario under comparison.
    pub(super) fn switch(&mut self) {
        let Some(scenario) = self.selected_scenario() else { return };
        let (name, judgement) = (scenario.name().to_owned(), Arc::clone(scenario.judgement()));
        if *judgement == self.judgement {
            self.notice = Some(format!("{name} equals what you have now"));
            return;
        }
        self.change(|present, _| *present = Judgement::clone(&judgement));
        self.notice = Some(format!("Switched to {name}; undo goes back"));
    }

    /// Removes the scenario under comparison.
    pub(super) fn remove_scenario(&mut self) {
        let (Some(at), Some(scenario)) = (self.compared(), self.selected_scenario()) else {
            return;
        };
        let name = scenario.name().to_owned();
        let mut scenarios = self.scenarios.clone();
        scenarios.remove(at);
        self.compared = at.min(scenarios.len().saturating_sub(1));
        self.change_scenarios(scenarios);
        self.notice = Some(format!("Removed: {name}; undo restores it"));
    }

    /// Opens the form for another name of the scenario under comparison.
    pub(super) fn open_rename(&mut self) {
        let (Some(at), Some(scenario)) = (self.compared(), self.selected_scenario()) else {
            return;
        };
        let lines = vec![FormLine::new("Name", scenario.name())];
        let hint = "No two scenarios have the same name.";
        self.open_form(Form::new(Purpose::Scenario(at), "Rename the scenario", hint, lines));
    }

    /// Gives a scenario the name that was entered.
    pub(super) fn accept_name(&mut self, at: usize, name: &str) -> Result<(), (usize, String)> {
        let mut renamed = self.scenarios.clone();
        renamed.rename(at, name).map_err(|error| {
            let mut error = error.to_string();
            error[..1].make_ascii_uppercase();
            (0, error)
        })?;
        self.change_scenarios(renamed);
        Ok(())
    }

    /// Takes on scenarios by undo or redo; the first that is another is compared with.
    pub(super) fn adopt_scenarios(&mut self, scenarios: Scenarios) {
        if scenarios == self.scenarios {
            return;
        }
        let (old, new) = (self.scenarios.list(), scenarios.list());
        let same = old.iter().zip(new).take_while(|(x, y)| x == y).count();
        self.compared = same.min(new.len().saturating_sub(1));
        self.scenarios = scenarios;
        self.refresh_scenarios();
    }

    /// Keeps what follows from the scenarios in step with them.
    pub(super) fn refresh_scenarios(&mut self) {
        let old = std::mem::take(&mut self.assessed_scenarios);
        let saved = |scenario: &Scenario| {
            let judgement = scenario.judgement();
            let known = old.iter().find(|it| Arc::ptr_eq(&it.judgement, judgement));
            known.cloned().unwrap_or_else(|| AssessedScenario {
                judgement: Arc::clone(judgement),
                assessment: OnceLock::new(),
            })
        };
        self.assessed_scenarios = self.scenarios.list().iter().map(saved).collect();
    }

    /// Makes a change of the scenarios that can be undone.
    fn change_scenarios(&mut self, changed: Scenarios) {
        if changed != self.scenarios {
            self.history.push(self.workspace());
            self.scenarios = changed;
            self.refresh_scenarios();
        }
    }

    /// The scenario under comparison; where there is none, the user is told how to get one.
    fn selected_scenario(&mut self) -> Option<&Scenario> {
        let Some(at) = self.compared() else {
            self.notice = Some("Nothing is saved yet".into());
            return None;
        };
        self.scenarios.list().get(at)
    }
}

/// What leads from some scenarios to the next, in a few words.
pub(super) fn change_between(old: &Scenarios, new: &Scenarios) -> String {
    let missing = |from: &Scenarios, to: &Scenarios| {
        let mut names = from.list().iter().map(Scenario::name);
        let gone = names.find(|name| to.list().iter().all(|it| it.name() != *name));
        gone.map(str::to_owned)
    };
    match (missing(new, old), missing(old, new)) {
        (Some(name), None) => format!("scenario {name} saved"),
        (None, Some(name)) => format!("scenario {name} removed"),
        (Some(new), Some(old)) => format!("scenario {old} renamed to {new}"),
        (None, None) => "the scenarios".into(),
    }
}
