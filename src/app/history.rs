//! Undo and redo: a list of judgements.

use crate::judgement::Judgement;

/// How many steps can be undone. A judgement is small; this keeps a long day small too.
const DEPTH: usize = 1000;

/// The judgements before and after the present one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct History {
    past: Vec<Judgement>,
    future: Vec<Judgement>,
}

impl History {
    /// Remembers the judgement that has just been replaced; what was undone before is forgotten.
    pub(super) fn push(&mut self, replaced: Judgement) {
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(replaced);
        self.future.clear();
    }

    /// The judgement before the present one, which is kept for redo.
    pub(super) fn undo(&mut self, present: &Judgement) -> Option<Judgement> {
        let past = self.past.pop()?;
        self.future.push(present.clone());
        Some(past)
    }

    /// The judgement that was undone last; the present one is kept for undo.
    pub(super) fn redo(&mut self, present: &Judgement) -> Option<Judgement> {
        let future = self.future.pop()?;
        self.past.push(present.clone());
        Some(future)
    }
}
