//! How sure the verdict is, as far as is known.
//!
//! Owns the one answer to it. What can be said at once is computed when a frame first asks for it,
//! and kept for as long as the assessment is the same. Where that is not the last word, a [`Poll`] is
//! for [`crate::terminal`] to take, and what comes of it replaces what was said before.

use std::cell::{OnceCell, RefCell};

use super::App;
use crate::assessment::{Assessment, Recall, Robustness};

/// What is known of how sure the verdict is.
#[derive(Debug, Clone, Default)]
pub(super) struct Sureness {
    /// Counts the assessments, so that what was found out about an earlier one is told from what
    /// holds now.
    generation: u64,
    at_once: OnceCell<Option<Robustness>>,
    polled: Option<Robustness>,
    /// What was found out about earlier assessments and may hold of this one.
    recall: RefCell<Recall>,
}

/// A question that takes longer than a frame: how sure is this verdict?
#[derive(Debug, Clone)]
pub struct Poll {
    /// What the answer is to say it is about.
    pub generation: u64,
    /// What it is asked of.
    pub assessment: Assessment,
}

impl Sureness {
    /// Another assessment has been made: nothing is known of it yet.
    pub(super) fn start_anew(&mut self) {
        let recall = self.recall.take();
        *self = Self { generation: self.generation + 1, recall: recall.into(), ..Self::default() };
    }
}

impl App {
    /// How sure the verdict is, by the best figures there are now; `None` when nothing is left to
    /// score, or when nothing is known yet. More digits may follow by
    /// [`Action::Sampled`](super::Action::Sampled).
    #[must_use]
    pub fn robustness(&self) -> Option<&Robustness> {
        self.sureness.polled.as_ref().or_else(|| self.at_once())
    }

    fn at_once(&self) -> Option<&Robustness> {
        let Sureness { at_once, recall, .. } = &self.sureness;
        at_once
            .get_or_init(|| self.assessment.robustness_at_once(&mut recall.borrow_mut()))
            .as_ref()
    }

    /// Counts the assessments: one with another number is another question.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.sureness.generation
    }

    /// What is still to be found out about the verdict there is now, if anything.
    #[must_use]
    pub fn poll(&self) -> Option<Poll> {
        let known = self.at_once();
        let is_open =
            self.assessment.verdict().is_some() && !known.is_some_and(Robustness::is_settled);
        is_open.then(|| Poll { generation: self.generation(), assessment: self.assessment.clone() })
    }

    /// Takes what a poll has found out, if it is about the verdict there is now.
    pub(super) fn polled(&mut self, generation: u64, robustness: Robustness) {
        if generation == self.generation() {
            let recall = self.sureness.recall.get_mut();
            self.sureness.polled = Some(recall.learn(&self.assessment, robustness));
        }
    }
}
