//! What the last frame showed.

use super::Pane;

/// What the last frame showed. Whoever draws hands it back, since only drawing knows how much fits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    panes: [Window; 4],
    /// The list or text of the overlay.
    pub overlay: Window,
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
    /// The window moved as little as possible so that the lines from `first` to `last` are in it,
    /// or at least `first`.
    #[must_use]
    pub fn showing(self, first: usize, last: usize) -> Self {
        let lowest = (last + 1).saturating_sub(self.height);
        let offset = self.offset.max(lowest).min(first).min(self.furthest());
        Self { offset, ..self }
    }

    /// The largest offset that leaves no empty lines at the end.
    #[must_use]
    pub const fn furthest(self) -> usize {
        self.length.saturating_sub(self.height)
    }

    /// How far a page goes: one line of the old page stays in sight.
    #[must_use]
    pub fn page(self) -> usize {
        self.height.saturating_sub(1).max(1)
    }
}
