//! Undo and redo: a list of workspaces.

use crate::judgement::Workspace;

/// How many steps can be undone. A workspace is small; this keeps a long day small too.
const DEPTH: usize = 1000;

/// The workspaces before and after the present one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct History {
    past: Vec<Workspace>,
    future: Vec<Workspace>,
    /// The future that the last step put an end to.
    forgotten: Vec<Workspace>,
}

impl History {
    /// Whether there is nothing to undo or redo.
    pub(super) fn is_empty(&self) -> bool {
        self.past.is_empty() && self.future.is_empty()
    }

    /// Whether there is something to undo.
    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Remembers the workspace that has just been replaced; what was undone before is forgotten.
    pub(super) fn push(&mut self, replaced: Workspace) {
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(replaced);
        self.forgotten = std::mem::take(&mut self.future);
    }

    /// Forgets the step that was made last: all is as it was before it, so that what had been undone
    /// by then can be redone.
    pub(super) fn forget_last(&mut self) {
        self.past.pop();
        self.future = std::mem::take(&mut self.forgotten);
    }

    /// The workspace before the present one, which is kept for redo.
    pub(super) fn undo(&mut self, present: &Workspace) -> Option<Workspace> {
        let past = self.past.pop()?;
        self.future.push(present.clone());
        Some(past)
    }

    /// The workspace that was undone last; the present one is kept for undo.
    pub(super) fn redo(&mut self, present: &Workspace) -> Option<Workspace> {
        let future = self.future.pop()?;
        self.past.push(present.clone());
        Some(future)
    }
}
