//! What the last frame showed.

use super::{Divider, Pane};

/// What the last frame showed. Whoever draws hands it back, since only drawing knows how much fits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    panes: [Window; 4],
    /// The list or text of the overlay.
    pub overlay: Window,
    /// What of the right pane can be selected.
    pub stops: Stops,
    /// The dividers right of the lists and left of the right pane, where they are in sight.
    pub dividers: [Option<Divider>; 2],
}

/// The part of a list or text that is in sight, in lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// Lines above the first one in sight.
    pub offset: usize,
    /// Lines in sight.
    pub height: usize,
    /// Lines there are.
    pub length: usize,
}

/// Where the stops of the right pane's page are: what can be selected there, of several lines each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stops {
    /// First line of the selected one.
    pub from: usize,
    /// Line after its last.
    pub to: usize,
    /// Index of the first stop in sight.
    pub first: usize,
    /// Index of the last stop in sight.
    pub last: usize,
}

impl View {
    /// What was in sight of a pane.
    #[must_use]
    pub const fn pane(&self, pane: Pane) -> Window {
        self.panes[pane as usize]
    }

    /// Records what is in sight of a pane.
    pub const fn set_pane(&mut self, pane: Pane, window: Window) {
        self.panes[pane as usize] = window;
    }
}

impl Window {
    /// The window moved as little as possible so that the lines from `first` to `last` are in it.
    /// If they are more than it has, it stays among them.
    #[must_use]
    pub fn showing(self, first: usize, last: usize) -> Self {
        let lowest = (last + 1).saturating_sub(self.height);
        let (from, to) = (lowest.min(first), lowest.max(first));
        self.at(self.offset.clamp(from, to))
    }

    /// The window so many lines down, or as far down as there are lines for it.
    #[must_use]
    pub fn at(self, offset: usize) -> Self {
        Self { offset: offset.min(self.furthest()), ..self }
    }

    /// The largest offset that leaves no empty lines at the end.
    #[must_use]
    pub const fn furthest(self) -> usize {
        self.length.saturating_sub(self.height)
    }

    /// How far a page goes: one line of the old page stays in sight, unless there are few.
    #[must_use]
    pub fn page(self) -> usize {
        let stays = usize::from(self.height >= 8);
        self.height.saturating_sub(stays).max(1)
    }
}
