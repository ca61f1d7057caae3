//! How the user arranges the panes: one of them zoomed, columns wider or narrower, by keys or by
//! dragging what divides them. Kept while the program runs; what a screen has no room for, it leaves
//! out without forgetting it.

use super::{App, Pane};

/// Cells that a column grows or shrinks by at a time.
const STEP: i16 = 4;

/// What is said where there is nothing to arrange.
const ONE_PANE: &str = "Only one pane is on the screen";

/// How the panes are arranged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Whether the pane that has the keys has all the room.
    pub zoomed: bool,
    /// How many cells each divider between two columns has been moved to the right of its usual
    /// place: the one right of the lists, and the one left of the right pane.
    pub moved: [i16; 2],
}

/// A divider on the screen: where it stands, and between where it can, in cells to the right of its
/// usual place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Divider {
    /// Where it stands.
    pub moved: i16,
    /// As far left as it goes.
    pub least: i16,
    /// As far right as it goes.
    pub most: i16,
}

impl App {
    /// How the panes are arranged.
    #[must_use]
    pub fn arrangement(&self) -> Arrangement {
        self.arrangement
    }

    /// Gives the pane that has the keys all the room, or the others theirs again.
    pub(super) fn zoom(&mut self) {
        if !self.arrangement.zoomed && self.view.dividers == [None; 2] {
            self.notice = Some(ONE_PANE.into());
            return;
        }
        self.arrangement.zoomed = !self.arrangement.zoomed;
    }

    /// Makes the column that has the keys wider or narrower, at the expense of its neighbour.
    pub(super) fn widen(&mut self, wider: bool) {
        let [left, right] = self.view.dividers;
        // The criteria share a divider with the right pane, and with the lists where there are
        // only those beside them.
        let is_list = matches!(self.focus, Pane::UseCases | Pane::CaseStudies);
        let at = usize::from(!is_list && right.is_some());
        let Some(divider) = [left, right][at] else {
            self.notice = Some(ONE_PANE.into());
            return;
        };
        let is_left_of_it = is_list || self.focus == Pane::Criteria && at == 1;
        let by = if wider == is_left_of_it { STEP } else { -STEP };
        let moved = divider.moved.saturating_add(by).clamp(divider.least, divider.most);
        if moved == divider.moved {
            let how = if wider { "wide" } else { "narrow" };
            self.notice = Some(format!("The column is as {how} as possible on this screen"));
        } else {
            self.arrangement.moved[at] = moved;
        }
    }
}
