//! What the screen is made of, as far as keys are concerned: panes, their tabs, what lies over them,
//! and where keys go.

use super::{ExportForm, ExportOrder, Form, Help, HowSure, Palette, Reference, Search, Trouble};

/// The four panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// What are we building?
    UseCases,
    /// What matters to us?
    Criteria,
    /// Why, and what if?
    Detail,
    /// Who did it?
    CaseStudies,
}

impl Pane {
    /// Every pane, in the order of Tab.
    pub const ALL: [Self; 4] = [Self::UseCases, Self::Criteria, Self::Detail, Self::CaseStudies];

    /// The pane that Tab goes to.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::UseCases => Self::Criteria,
            Self::Criteria => Self::Detail,
            Self::Detail => Self::CaseStudies,
            Self::CaseStudies => Self::UseCases,
        }
    }

    /// The pane that Shift-Tab goes to.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self {
            Self::UseCases => Self::CaseStudies,
            Self::Criteria => Self::UseCases,
            Self::Detail => Self::Criteria,
            Self::CaseStudies => Self::Detail,
        }
    }
}

/// The tabs of the right pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Why: the claims behind a rating, or what is known of what is selected.
    Evidence,
    /// What if: the scores as the weight runs from 0 to 10.
    WhatIf,
    /// A scenario against now, and what makes the difference.
    Compare,
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Self; 3] = [Self::Evidence, Self::WhatIf, Self::Compare];

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence",
            Self::WhatIf => "What-if",
            Self::Compare => "Compare",
        }
    }
}

/// What lies over the panes.
#[derive(Debug, Clone, PartialEq)]
pub enum Overlay {
    /// What is on the screen, and the keys.
    Help(Help),
    /// Fuzzy search.
    Search(Search),
    /// The command palette.
    Palette(Palette),
    /// Writing a report.
    Export(ExportForm),
    /// A form for what is yours.
    Form(Form),
    /// The sources with their trust.
    Sources(usize),
    /// The criteria on which sources differ; the one with this index is selected.
    Disagreements(usize),
    /// How sure the verdict is.
    Robustness(HowSure),
    /// Alternatives, notes and examples to read.
    Reference(Reference),
    /// Why a pack or a session could not be read.
    Trouble(Trouble),
}

/// Where keys go: which part of the key map applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// A pane that is not the criteria.
    Panes,
    /// The criteria pane, where arrows move sliders.
    Criteria,
    /// A text to scroll.
    Reader,
    /// A list over the panes, where arrows move what the selected row has to move.
    List,
    /// A line of text to type, mostly over a list.
    Prompt,
    /// The export pane: a line to type the path in, beside choices.
    Export,
}

/// What the explorer asks of the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Stop like any job of a shell.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Turn mouse reporting on or off.
    Mouse(bool),
    /// Send a text to the terminal's clipboard.
    Copy(String),
    /// Send the clipboard all that the overlay says, or the pane that has the keys.
    CopyShown,
    /// Open the file that is the user's to edit, and read it again.
    Edit,
    /// Read that file again; the answer comes back as [`Action::Reloaded`](super::Action::Reloaded) or
    /// [`Action::Refused`](super::Action::Refused).
    Reload,
    /// Write a report; the answer comes back as [`Action::Exported`](super::Action::Exported).
    Export(ExportOrder),
}
