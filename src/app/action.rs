//! Everything that can happen to the explorer, and the one table of what the user can ask for.
//!
//! Key help, status bar, command palette, key map and the README's key table are all made from
//! [`COMMANDS`]; a command that is not a row there does not exist for the user.

use std::time::Duration;

use tui_input::InputRequest;

use crate::decision::Weight;

use super::{
    Found, Gesture, Outcome, PathQuestion, Pointer, Preview, PreviewQuestion, Reload, Tab, Trouble,
};
use crate::assessment::Robustness;

/// Something that happens to the explorer.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The user asks for a command.
    Command(Command),
    /// The user types or edits a line of text.
    Edit(InputRequest),
    /// The user pastes; never read as keys.
    Paste(String),
    /// The mouse.
    Point(Pointer),
    /// So much time has passed since the explorer began, when what comes next happens.
    Clock(Duration),
    /// An export that the explorer asked for has come to an end.
    Exported {
        /// Number of the form that ordered it.
        opening: u64,
        /// What became of it.
        outcome: Outcome,
    },
    /// What there is to say about the file of an export.
    PathFound {
        /// The question that this answers.
        question: PathQuestion,
        /// The answer.
        found: Found,
    },
    /// The report of an export, as it would be written.
    Previewed {
        /// The question that this answers.
        question: PreviewQuestion,
        /// The answer.
        preview: Preview,
    },
    /// The robustness worker has found out how sure the verdict is.
    Refined {
        /// The number of the [`Question`](super::Question).
        generation: u64,
        /// The figures.
        robustness: Box<Robustness>,
    },
    /// A pack or a session was read again.
    Reloaded(Box<Reload>),
    /// A pack or a session could not be read again.
    Refused(Trouble),
    /// Whether the session could not be saved when it was to be saved last.
    Unsaved(bool),
    /// Something outside the explorer has news for the user.
    Notify(String),
}

impl Action {
    /// Whether the user does something by it, and so has read the news. Letting go of a button is the
    /// end of what its press began.
    pub(super) const fn is_by_user(&self) -> bool {
        match self {
            Self::Command(_) | Self::Edit(_) | Self::Paste(_) => true,
            Self::Point(pointer) => match pointer.gesture {
                Gesture::Press | Gesture::WheelUp | Gesture::WheelDown => true,
                Gesture::Drag | Gesture::Release => false,
            },
            Self::Clock(_)
            | Self::Exported { .. }
            | Self::PathFound { .. }
            | Self::Previewed { .. }
            | Self::Refined { .. }
            | Self::Reloaded(_)
            | Self::Refused(_)
            | Self::Unsaved(_)
            | Self::Notify(_) => false,
        }
    }
}

/// What the user can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the help column of COMMANDS documents each, once")]
pub enum Command {
    NextPane,
    PreviousPane,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Open,
    Close,
    Zoom,
    Narrower,
    Wider,
    NextTab,
    PreviousTab,
    Show(Tab),
    Less,
    More,
    LessFine,
    MoreFine,
    Set(Weight),
    NextTippingPoint,
    PreviousTippingPoint,
    Cross,
    Exclude,
    ExcludeAlternative,
    Rate,
    Note,
    AddCriterion,
    RemoveCriterion,
    SaveScenario,
    Reset,
    ResetAll,
    Undo,
    Redo,
    Sources,
    Disagreements,
    Robustness,
    Reference,
    Search,
    Palette,
    Export,
    CopyVerdict,
    CopyShown,
    Edit,
    Reload,
    Complete,
    Scope,
    Preview,
    Help,
    Mouse,
    Redraw,
    Suspend,
    Quit,
}

/// Where a command belongs in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Group {
    Move,
    Weigh,
    Judge,
    Find,
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Move, Self::Weigh, Self::Judge, Self::Find, Self::Program];

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Get around",
            Self::Weigh => "Say what matters",
            Self::Judge => "Judge the evidence",
            Self::Find => "Find and keep",
            Self::Program => "The program",
        }
    }
}

/// One command as the user knows it.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What it does.
    pub command: Command,
    /// Its name in the key map and the palette.
    pub id: &'static str,
    /// Its name in the status bar: a word or two.
    pub name: &'static str,
    /// What it does, in one line.
    pub help: &'static str,
    /// Where it belongs.
    pub group: Group,
    /// What else people call it who come from other programs.
    pub synonyms: &'static [&'static str],
}

impl Row {
    /// The same with other words for it.
    const fn also(self, synonyms: &'static [&'static str]) -> Self {
        Self { synonyms, ..self }
    }
}

/// Shortens the table below.
const fn row(
    command: Command,
    id: &'static str,
    name: &'static str,
    help: &'static str,
    group: Group,
) -> Row {
    Row { command, id, name, help, group, synonyms: &[] }
}

/// A weight of so many whole points; for the table below.
const fn whole(points: u8) -> Command {
    match Weight::from_tenths(points * 10) {
        Some(weight) => Command::Set(weight),
        None => panic!("a weight goes up to 10"),
    }
}

/// What the eleven commands that set a slider do, in one line.
pub const POSITIONS: &str = "Set the weight: 0 to 9, and 10; 1 and 0 typed quickly set 10";

/// Every command there is.
#[rustfmt::skip]
pub const COMMANDS: &[Row] = {
    use Command as C;
    use Group::{Find, Judge, Move, Program, Weigh};
    &[
        row(C::NextPane, "next-pane", "next pane", "Go to the next pane", Move),
        row(C::PreviousPane, "previous-pane", "previous pane", "Go to the previous pane; from the criteria, to the use cases", Move).also(&["use cases", "use case"]),
        row(C::Up, "up", "up", "Select the one above, or scroll up", Move),
        row(C::Down, "down", "down", "Select the one below, or scroll down", Move),
        row(C::PageUp, "page-up", "page up", "Go up by a page", Move),
        row(C::PageDown, "page-down", "page down", "Go down by a page", Move),
        row(C::First, "first", "first", "Go to the first", Move),
        row(C::Last, "last", "last", "Go to the last", Move),
        row(C::PreviousTab, "previous-tab", "previous tab", "Show the previous tab of the right pane; from a page, back to its list", Move),
        row(C::NextTab, "next-tab", "next tab", "Show the next tab of the right pane; in a list, read what is selected", Move),
        row(C::Show(Tab::Evidence), "evidence", "evidence", "Show why: what the sources say of the selected criterion", Move).also(&["why", "claims"]),
        row(C::Show(Tab::WhatIf), "what-if", "what-if", "Show what if: the scores as the selected weight runs from 0 to 10", Move).also(&["chart", "curve"]),
        row(C::Show(Tab::Compare), "compare", "compare", "Show the scenarios, and what makes the difference to what you have now", Move).also(&["difference", "diff", "scenarios"]),
        row(C::Open, "open", "open", "Apply the selected use case, switch to the selected scenario; elsewhere open what is selected", Move).also(&["apply", "go"]),
        row(C::Close, "close", "close", "Close what is open, or go back to the criteria", Move).also(&["cancel", "back"]),
        row(C::Zoom, "zoom", "zoom", "Zoom the focused pane, or restore the layout", Move).also(&["maximize", "maximise", "full screen", "fullscreen"]),
        row(C::Narrower, "narrower", "narrower", "Make the focused column narrower", Move),
        row(C::Wider, "wider", "wider", "Make the focused column wider", Move),
        row(C::Less, "less", "less", "Weight of the selected criterion down by 1", Weigh).also(&["decrease", "lower"]),
        row(C::More, "more", "more", "Weight of the selected criterion up by 1", Weigh).also(&["increase", "raise"]),
        row(C::LessFine, "less-fine", "less, finely", "Weight down by 0.1", Weigh),
        row(C::MoreFine, "more-fine", "more, finely", "Weight up by 0.1", Weigh),
        row(whole(0), "set-0", "set to 0", "Set the weight to 0", Weigh),
        row(whole(1), "set-1", "set to 1", "Set the weight to 1", Weigh),
        row(whole(2), "set-2", "set to 2", "Set the weight to 2", Weigh),
        row(whole(3), "set-3", "set to 3", "Set the weight to 3", Weigh),
        row(whole(4), "set-4", "set to 4", "Set the weight to 4", Weigh),
        row(whole(5), "set-5", "set to 5", "Set the weight to 5", Weigh),
        row(whole(6), "set-6", "set to 6", "Set the weight to 6", Weigh),
        row(whole(7), "set-7", "set to 7", "Set the weight to 7", Weigh),
        row(whole(8), "set-8", "set to 8", "Set the weight to 8", Weigh),
        row(whole(9), "set-9", "set to 9", "Set the weight to 9", Weigh),
        row(whole(10), "set-10", "set to 10", "Set the weight to 10", Weigh),
        row(C::NextTippingPoint, "next-tipping-point", "to tipping point", "Move the slider up to just past its next tipping point, where another alternative leads", Weigh).also(&["tip", "reverse", "tipping point"]),
        row(C::PreviousTippingPoint, "previous-tipping-point", "to previous one", "Move the slider down to just past its previous tipping point", Weigh),
        row(C::Cross, "cross", "second axis", "Show the map of two criteria with this one as the second axis, or release it", Weigh).also(&["map", "axis"]),
        row(C::Reset, "reset", "reset", "Reset the weights to the defaults", Weigh).also(&["default", "defaults"]),
        row(C::ResetAll, "reset-all", "reset all", "Reset everything but notes to the pack: weights, trust, claims, your ratings and criteria", Weigh).also(&["start over", "clear"]),
        row(C::Exclude, "exclude", "exclude", "Exclude the selected criterion, claim or alternative, or include it again", Weigh).also(&["include", "ignore", "skip", "disable", "discard"]),
        row(C::ExcludeAlternative, "exclude-alternative", "alternatives", "Show the alternatives, to exclude one or include it again", Weigh).also(&["exclude alternative", "include alternative", "remove alternative"]),
        row(C::Rate, "rate", "own rating", "Rate the alternatives yourself, with your reasons", Judge).also(&["rating", "ratings"]),
        row(C::Note, "note", "note", "Write a note on the criterion or the decision; in Compare, rename the scenario", Judge).also(&["notes", "comment", "rename"]),
        row(C::AddCriterion, "add-criterion", "add criterion", "Add a criterion of your own, or edit the selected one", Judge).also(&["new", "create"]),
        row(C::RemoveCriterion, "remove-criterion", "remove", "Remove the selected criterion of your own; in Compare, the scenario", Judge).also(&["delete", "rm"]),
        row(C::SaveScenario, "save-scenario", "save scenario", "Save the present judgement as a scenario, to compare with later changes", Judge).also(&["scenario", "snapshot", "bookmark"]),
        row(C::Sources, "sources", "sources", "Show the sources, set how far you trust each, and see the verdict without it", Judge).also(&["trust"]),
        row(C::Disagreements, "disagreements", "disagreements", "List the criteria on which the sources disagree", Judge).also(&["differences", "conflicts"]),
        row(C::Robustness, "robustness", "how sure", "Show how sure the verdict is: shares of weights, swings, reversals, other methods", Judge).also(&["sure", "robust", "sensitivity", "confidence", "what would change"]),
        row(C::Undo, "undo", "undo", "Undo (quick presses on one slider count as one change)", Judge).also(&["revert", "take back"]),
        row(C::Redo, "redo", "redo", "Redo what was undone", Judge).also(&["again"]),
        row(C::Reference, "reference", "reference", "Read about the alternatives: portraits, questions and answers, concepts, guidance, code", Find).also(&["faq", "glossary", "manual", "read"]),
        row(C::Search, "search", "search", "Search criteria, use cases, companies, claims, sources, notes and the reference", Find).also(&["find", "grep"]),
        row(C::Palette, "palette", "commands", "List every command, and run one", Find),
        row(C::Export, "export", "export", "Write a summary of the decision to a file", Find).also(&["save", "write", "w", "report"]),
        row(C::CopyVerdict, "copy-verdict", "copy verdict", "Copy the verdict as a sentence to the terminal's clipboard", Find).also(&["yank", "clipboard"]),
        row(C::CopyShown, "copy-shown", "copy", "Copy the text of this pane or list to the terminal's clipboard", Find).also(&["yank all"]),
        row(C::Edit, "edit", "edit", "Open the pack in your editor, then read it again; for a bundled pack, its session", Find).also(&["editor", "vi", "vim"]),
        row(C::Reload, "reload", "reload", "Read the pack again, for a bundled pack its session; what you set is kept", Find).also(&["reread", "refresh"]),
        row(C::Complete, "complete", "complete", "In the export pane, complete the path of the file", Find),
        row(C::Scope, "scope", "scope", "In the export pane, choose between the verdict only and everything", Find),
        row(C::Preview, "preview", "preview", "In the export pane, zoom the preview, or restore it", Find),
        row(C::Help, "help", "help", "Explain what is on the screen, figure by figure, and show the keys", Program).also(&["h", "keys", "legend", "manual page"]),
        row(C::Mouse, "mouse", "mouse", "Mouse on or off; off, the terminal selects text", Program),
        row(C::Redraw, "redraw", "redraw", "Redraw the screen", Program).also(&["repaint"]),
        row(C::Suspend, "suspend", "suspend", "Back to the shell; fg returns", Program).also(&["stop", "background", "shell"]),
        row(C::Quit, "quit", "quit", "Save the session and leave", Program).also(&["q", "q!", "wq", "wq!", "qa", "qa!", "exit", "leave", "bye"]),
    ]
};

impl Command {
    /// Its row in the table.
    ///
    /// # Panics
    /// For a weight that is not a whole number: the table names the whole ones.
    #[must_use]
    pub fn row(self) -> &'static Row {
        match COMMANDS.iter().find(|row| row.command == self) {
            Some(row) => row,
            None => unreachable!("a test holds every command to have a row"),
        }
    }

    /// The command with this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        COMMANDS.iter().find(|row| row.id == id).map(|row| row.command)
    }
}
