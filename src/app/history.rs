//! Undo and redo: a list of workspaces.

use crate::judgement::Workspace;

/// How many steps can be undone. A workspace is small; this keeps a long day small too.
const DEPTH: usize = 1000;

/// The workspaces before and after the present one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct History {
    past: Vec<Workspace>,
    future: Vec<Workspace>,
}

impl History {
    /// Whether there is nothing to undo or redo.
    pub(super) fn is_empty(&self) -> bool {
        self.past.is_empty() && self.future.is_empty()
    }

    /// Remembers the workspace that has just been replaced; what was undone before is forgotten.
    pub(super) fn push(&mut self, replaced: Workspace) {
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(replaced);
        self.future.clear();
    }

    /// Forgets the last step: all is as it was before it.
    pub(super) fn forget_last(&mut self) {
        self.past.pop();
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
