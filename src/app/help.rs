//! Help, in two sections: what is on the screen where it was asked for, and the keys.

use super::{App, HowSure, Overlay, Pane, Section, Spot, Tab};
use crate::search::Place;

/// Help that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Help {
    /// What it explains: where it was asked for, and what is in sight everywhere.
    pub spots: Vec<Spot>,
    /// Whether it shows the keys, and not what is on the screen.
    pub keys: bool,
    /// Lines above the first in sight.
    pub offset: usize,
    /// What lies below it, and is there again when it is closed.
    pub(super) over: Option<Box<Overlay>>,
}

impl App {
    /// Opens help on what is on the screen.
    pub(super) fn open_help(&mut self) {
        if !matches!(self.overlay, Some(Overlay::Help(_))) {
            let spots = self.spots();
            let over = self.overlay.take().map(Box::new);
            self.overlay = Some(Overlay::Help(Help { spots, keys: false, offset: 0, over }));
            self.await_length();
        }
    }

    /// Shows the other section of the help from its beginning.
    pub(super) fn turn_help(&mut self) {
        if let Some(Overlay::Help(help)) = &self.overlay {
            self.show_in_help(!help.keys);
        }
    }

    /// Shows the keys in the help, or the figures, from the beginning; what is shown stays as it is.
    pub(super) fn show_in_help(&mut self, keys: bool) {
        match &mut self.overlay {
            Some(Overlay::Help(help)) if help.keys != keys => {
                (help.keys, help.offset) = (keys, 0);
                self.await_length();
            }
            _ => {}
        }
    }

    /// How long the help is shows when it is drawn; keys may come before.
    const fn await_length(&mut self) {
        self.view.overlay.length = usize::MAX;
    }

    /// Where the user is, and the header, which is always there.
    fn spots(&self) -> Vec<Spot> {
        let here = match &self.overlay {
            Some(Overlay::Sources(_)) => Some(Spot::Sources),
            Some(Overlay::Disagreements(_)) => Some(Spot::Disagreements),
            Some(Overlay::Reference(_)) => Some(Spot::Reference),
            Some(Overlay::Robustness(HowSure { section, .. })) => Some(match section {
                Section::Overview => Spot::Overview,
                Section::Reversals => Spot::Reversals,
                Section::Weights => Spot::Weights,
                Section::Pairs => Spot::Pairs,
                Section::Methods => Spot::Methods,
            }),
            // There, a question mark is typed, or closes.
            Some(
                Overlay::Search(_)
                | Overlay::Palette(_)
                | Overlay::Export(_)
                | Overlay::Form(_)
                | Overlay::Help(_)
                | Overlay::Trouble(_),
            ) => None,
            None => Some(self.spot_of_pane()),
        };
        here.into_iter().chain([Spot::Header]).collect()
    }

    /// The spot of the pane that has the keys.
    fn spot_of_pane(&self) -> Spot {
        match (self.focus, self.subject) {
            (Pane::UseCases, _) | (Pane::Detail, Place::UseCase(_)) => Spot::UseCases,
            (Pane::CaseStudies, _) | (Pane::Detail, Place::CaseStudy(_)) => Spot::CaseStudies,
            (Pane::Criteria, _) => Spot::Criteria,
            (Pane::Detail, Place::Source(_)) => Spot::Source,
            (Pane::Detail, _) if self.tab() == Tab::WhatIf => Spot::WhatIf,
            (Pane::Detail, _) if self.tab() == Tab::Compare => Spot::Compare,
            (Pane::Detail, _) => Spot::Evidence,
        }
    }
}
