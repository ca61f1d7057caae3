//! The robustness view: how sure is it? Its sections, what is selected in them, and what can be
//! done from there.

use super::navigate::Step;
use super::{App, Overlay, Pane, Tab};
use crate::decision::Weight;

/// A section of the robustness view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// On what share of weights each alternative comes first, and how far each weight alone swings the
    /// margin.
    Overview,
    /// What would change the leader.
    Reversals,
    /// What those care about who would choose each alternative.
    Weights,
    /// The alternatives one against one.
    Pairs,
    /// What other methods say.
    Methods,
}

impl Section {
    /// Every section, from left to right.
    pub const ALL: [Self; 5] =
        [Self::Overview, Self::Reversals, Self::Weights, Self::Pairs, Self::Methods];

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Reversals => "Reversals",
            Self::Weights => "Weights",
            Self::Pairs => "Pairs",
            Self::Methods => "Methods",
        }
    }
}

/// Where one is in the robustness view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HowSure {
    /// The section that is shown.
    pub section: Section,
    /// Index of the criterion that is selected among the swings.
    pub criterion: usize,
    /// Index of the alternative that is selected among the weights.
    pub alternative: usize,
    /// Lines of the section's text above the first in sight.
    pub offset: usize,
}

impl App {
    /// The sections there are: two alternatives are one pair, which the overview already shows.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        let many = self.assessment.compared().len() > 2;
        Section::ALL.into_iter().filter(|it| many || *it != Section::Pairs).collect()
    }

    /// Opens the robustness view.
    pub(super) fn open_robustness(&mut self) {
        let Some(verdict) = self.assessment.verdict() else {
            self.notice = Some("No criterion is left to score".into());
            return;
        };
        self.overlay = Some(Overlay::Robustness(HowSure {
            section: Section::Overview,
            criterion: self.swings().first().map_or(0, |it| it.criterion),
            alternative: verdict.first,
            offset: 0,
        }));
    }

    /// The robustness view, where it is open.
    fn how_sure(&mut self) -> Option<&mut HowSure> {
        match &mut self.overlay {
            Some(Overlay::Robustness(page)) => Some(page),
            _ => None,
        }
    }

    /// Shows a section from its beginning.
    pub(super) fn show_section(&mut self, section: Section) {
        if let Some(page) = self.how_sure() {
            (page.section, page.offset) = (section, 0);
        }
    }

    /// Shows the section to the right, or to the left.
    pub(super) fn turn_section(&mut self, right: bool) {
        let sections = self.sections();
        let Some(page) = self.how_sure() else { return };
        let at = sections.iter().position(|it| *it == page.section).unwrap_or(0);
        let by = if right { 1 } else { sections.len() - 1 };
        self.show_section(sections[(at + by) % sections.len()]);
    }

    /// Moves the selection of the section, or its text where nothing can be selected.
    pub(super) fn step_in_robustness(&mut self, step: Step) {
        let Some(Overlay::Robustness(page)) = self.overlay else { return };
        match (page.section, step) {
            (Section::Overview, _) => {
                let order: Vec<usize> = self.swings().iter().map(|it| it.criterion).collect();
                self.select_among(&order, page.criterion, step, |page, it| page.criterion = it);
            }
            (Section::Weights, Step::By(_) | Step::First | Step::Last) => {
                let order = self.assessment.ranking();
                self.select_among(&order, page.alternative, step, |page, it| {
                    (page.alternative, page.offset) = (it, 0);
                });
            }
            _ => self.scroll_robustness(step),
        }
    }

    /// Moves in an order from what is selected.
    fn select_among(
        &mut self,
        order: &[usize],
        selected: usize,
        step: Step,
        select: impl FnOnce(&mut HowSure, usize),
    ) {
        let window = self.view.overlay;
        let at = order.iter().position(|it| *it == selected).unwrap_or(0);
        let next = order.get(step.from(at, order.len().saturating_sub(1), window.page()));
        if let (Some(&next), Some(page)) = (next.filter(|it| **it != selected), self.how_sure()) {
            select(page, next);
        }
    }

    /// Scrolls the text of the section.
    pub(super) fn scroll_robustness(&mut self, step: Step) {
        let window = self.view.overlay;
        if let Some(page) = self.how_sure() {
            let furthest = window.furthest();
            page.offset = step.from(page.offset.min(furthest), furthest, window.page());
        }
    }

    /// Selects a row of the section.
    pub(super) fn press_in_robustness(&mut self, row: usize) {
        let criterion = self.swings().get(row).map(|it| it.criterion);
        let alternative = self.assessment.ranking().get(row).copied();
        let Some(page) = self.how_sure() else { return };
        match (page.section, criterion, alternative) {
            (Section::Overview, Some(criterion), _) => page.criterion = criterion,
            (Section::Weights, _, Some(alternative)) if alternative != page.alternative => {
                (page.alternative, page.offset) = (alternative, 0);
            }
            _ => {}
        }
    }

    /// What is selected stays among what there is.
    pub(super) fn refresh_robustness(&mut self) {
        let Some(Overlay::Robustness(page)) = self.overlay else { return };
        let swings = self.swings();
        if swings.iter().all(|it| it.criterion != page.criterion) {
            let criterion = swings.first().map_or(0, |it| it.criterion);
            self.overlay = Some(Overlay::Robustness(HowSure { criterion, ..page }));
        }
    }

    /// What Enter does: shows what if of the selected criterion, or adopts the selected weights.
    pub(super) fn accept_robustness(&mut self) {
        let Some(Overlay::Robustness(page)) = self.overlay else { return };
        match page.section {
            Section::Overview if !self.swings().is_empty() => {
                self.overlay = None;
                self.select(Pane::Criteria, page.criterion);
                self.show_tab(Tab::WhatIf);
                // Where only one pane has room, it is the one that was asked for.
                self.focus_on(Pane::Detail);
            }
            Section::Weights => self.adopt_weights(page.alternative),
            _ => {}
        }
    }

    /// Whether an alternative may come first on some weights, as far as is known.
    #[must_use]
    pub fn has_typical_weights(&self, alternative: usize) -> bool {
        self.robustness().is_none_or(|it| it.central[alternative].is_some())
    }

    /// Takes on the mean weights of those who would choose an alternative: weights whose shares
    /// are those, the largest of them 10.
    fn adopt_weights(&mut self, alternative: usize) {
        let name = self.decision.alternatives[alternative].name.clone();
        let Some(robustness) = self.robustness() else {
            self.notice = Some("These weights are still being computed".into());
            return;
        };
        let Some(weights) = robustness.central[alternative].clone() else {
            self.notice =
                Some(format!("{name} comes first on no weights: there is nothing to adopt"));
            return;
        };
        let largest = weights.iter().copied().fold(0.0, f64::max);
        let included: Vec<usize> =
            (0..weights.len()).filter(|j| self.assessment.share(*j) > 0.0).collect();
        let before = self.workspace();
        self.change_in_passing(|judgement, _| {
            for j in included {
                let size = (100.0 * weights[j] / largest).round() / 10.0;
                if let Some(weight) = Weight::from_f64(size) {
                    judgement.set_weight(j, weight);
                }
            }
        });
        if self.judgement == before.present {
            self.notice =
                Some(format!("Your weights are already those of people who would choose {name}"));
            return;
        }
        let scenario = self.save_like(&format!("Who would choose {name}"), before);
        self.notice = Some(format!(
            "Weights set to those of people who would choose {name}, saved as scenario {scenario}; undo restores yours"
        ));
    }
}

#[cfg(test)]
mod tests;
