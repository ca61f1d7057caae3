//! The other axis of the map: which second criterion the selected one is compared over.

use super::{App, Handle, Tab};

impl App {
    /// The criterion that is held as the other axis of the map, whatever is selected.
    #[must_use]
    pub fn held(&self) -> Option<usize> {
        let held = self.held.as_deref()?;
        self.judgement.criteria(&self.decision).position(|it| it.id == held)
    }

    /// The other axis of a criterion's map: the criterion that is held; else the one that swings the
    /// verdict most. `None` when it is the criterion itself that is held, or there is no other.
    #[must_use]
    pub fn other_axis(&self, criterion: usize) -> Option<usize> {
        match self.dragging {
            Some(Handle::Map(first, second)) if first == criterion => Some(second),
            _ => match self.held() {
                Some(held) => (held != criterion).then_some(held),
                None => self.assessment.widest_swing_beside(criterion),
            },
        }
    }

    /// Holds the selected criterion as the second axis of the map, or releases it.
    pub(super) fn cross(&mut self) {
        let Some(j) = self.slider("use it as the second axis") else { return };
        self.show_tab(Tab::WhatIf);
        let name = &self.judgement.criterion(&self.decision, j).name;
        self.notice = Some(if self.held() == Some(j) {
            let news = format!("{name} is no longer the second axis");
            self.held = None;
            news
        } else {
            let news = format!("{name} is the second axis: select another criterion for the first");
            self.hold(j);
            news
        });
    }

    /// Holds a criterion as the second axis of the map.
    pub(super) fn hold(&mut self, criterion: usize) {
        self.held = Some(self.judgement.criterion(&self.decision, criterion).id.clone());
    }
}
