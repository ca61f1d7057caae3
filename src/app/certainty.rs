//! How sure the verdict is, as far as is known.
//!
//! The confidence from one block of draws is computed when a frame first asks for it, and kept for as
//! long as the assessment is the same. The refined figures are for [`crate::terminal`] to find out, in
//! the background: it takes the [`Question`], and what comes of it replaces what was said before.

use std::cell::{OnceCell, RefCell};

use super::App;
use crate::assessment::{Assessment, Confidence, Draws, Robustness, Strength};

/// What is known of how sure the verdict is.
#[derive(Debug, Clone, Default)]
pub(super) struct Certainty {
    /// Counts the assessments, so that what was found out about an earlier one is told from what
    /// holds now.
    generation: u64,
    /// Draws for the evidence: they do not depend on the weights.
    draws: RefCell<Option<Draws>>,
    at_once: OnceCell<Option<Confidence>>,
    refined: Option<Robustness>,
    /// The leader and the word of the last refined verdict. The word stays on the screen until the next
    /// one is known, so that it does not flicker while a slider moves.
    last_word: Option<(usize, Strength)>,
}

/// A question that takes longer than a frame: how sure is this verdict?
#[derive(Debug, Clone)]
pub struct Question {
    /// Number of the assessment; the answer repeats it.
    pub generation: u64,
    /// What it is asked of.
    pub assessment: Assessment,
}

impl Certainty {
    /// Another assessment has been made: nothing is known of it yet.
    pub(super) fn restart(&mut self) {
        let (draws, last_word) = (self.draws.take(), self.last_word);
        *self = Self {
            generation: self.generation + 1,
            draws: draws.into(),
            last_word,
            ..Self::default()
        };
    }
}

impl App {
    /// The confidence, by the best figure there is now; `None` when nothing is in the score.
    #[must_use]
    pub fn confidence(&self) -> Option<&Confidence> {
        self.robustness().map(|it| &it.confidence).or_else(|| self.confidence_at_once())
    }

    fn confidence_at_once(&self) -> Option<&Confidence> {
        let found = || {
            let mut draws = self.certainty.draws.borrow_mut();
            let draws = match &mut *draws {
                Some(known) if known.are_of(&self.assessment) => known,
                other => other.insert(Draws::of(&self.assessment)),
            };
            self.assessment.confidence(draws)
        };
        self.certainty.at_once.get_or_init(found).as_ref()
    }

    /// How clearly the leader leads; `None` when nothing is in the score.
    #[must_use]
    pub fn strength(&self) -> Option<Strength> {
        let confidence = self.confidence()?;
        let leader = self.assessment.verdict()?.leader;
        match self.certainty.last_word {
            Some((of, word))
                if self.certainty.refined.is_none()
                    && confidence.error > 0.0
                    && Some(of) == leader =>
            {
                Some(word)
            }
            _ => Some(self.assessment.strength(confidence)),
        }
    }

    /// The refined figures, where they are known by now.
    #[must_use]
    pub fn robustness(&self) -> Option<&Robustness> {
        self.certainty.refined.as_ref()
    }

    /// Counts the assessments: one with another number is another question.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.certainty.generation
    }

    /// What is still to be found out about the verdict there is now, if anything.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        let is_open = self.assessment.verdict().is_some() && self.certainty.refined.is_none();
        is_open.then(|| Question {
            generation: self.generation(),
            assessment: self.assessment.clone(),
        })
    }

    /// Takes the answer to a question, if it is about the verdict there is now.
    pub(super) fn take_answer(&mut self, generation: u64, robustness: Robustness) {
        if generation == self.generation() {
            let leader = self.assessment.verdict().and_then(|it| it.leader);
            let word = self.assessment.strength(&robustness.confidence);
            self.certainty.last_word = leader.map(|it| (it, word));
            self.certainty.refined = Some(robustness);
        }
    }
}
