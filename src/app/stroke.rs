//! Keys on a slider: a key that is held, or several presses that follow each other quickly, are one
//! gesture, and so one step of undo.
//!
//! Time comes from outside, with [`Action::Clock`](super::Action::Clock). Where nobody tells it, every
//! press is a gesture of its own.

use std::time::Duration;

use super::{App, Command};
use crate::decision::Weight;
use crate::judgement::Judgement;

/// Presses with no more than this between them belong together. Keyboards let a held key repeat
/// before.
const PAUSE: Duration = Duration::from_millis(700);

/// What keys move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Knob {
    /// The weight of the criterion with this index.
    Weight(usize),
    /// The trust in the source with this index.
    Trust(usize),
}

/// A gesture that may go on.
#[derive(Debug, Clone)]
pub(super) struct Stroke {
    knob: Knob,
    /// The time of its last key.
    at: Duration,
    /// The judgement before its first.
    before: Judgement,
    /// Whether it is a step of undo: not while all is as it was before.
    is_step: bool,
    /// The position that its last key named.
    typed: Option<Weight>,
}

impl Stroke {
    /// Whether a key that moves this belongs to it.
    fn goes_on(&self, knob: Knob, now: Duration) -> bool {
        self.knob == knob && now.saturating_sub(self.at) <= PAUSE
    }
}

/// Whether a gesture on a slider goes on with this.
pub(super) const fn is_of_stroke(command: Command) -> bool {
    matches!(
        command,
        Command::Less | Command::More | Command::LessFine | Command::MoreFine | Command::Set(_)
    )
}

impl App {
    /// Moves a slider by a key; `typed` is the position that the key names.
    pub(super) fn stroke(
        &mut self,
        knob: Knob,
        typed: Option<Weight>,
        change: impl FnOnce(&mut Judgement),
    ) {
        let Some(now) = self.now else {
            self.change(|judgement, _| change(judgement));
            return;
        };
        let under_way = self.stroke.take().filter(|it| it.goes_on(knob, now));
        let (before, was_step) = match under_way {
            Some(stroke) => (stroke.before, stroke.is_step),
            None => (self.judgement.clone(), false),
        };
        self.change_in_passing(|judgement, _| change(judgement));
        let is_step = self.judgement != before;
        match (was_step, is_step) {
            (false, true) => self.finish_gesture(before.clone()),
            (true, false) => self.history.forget_last(),
            _ => {}
        }
        self.stroke = Some(Stroke { knob, at: now, before, is_step, typed });
    }

    /// The position that a key names: 1 and then 0 in one gesture are 10.
    pub(super) fn typed_position(&mut self, knob: Knob, named: Weight) -> Weight {
        const ONE: Option<Weight> = Weight::from_tenths(10);
        let goes_on = |it: &&Stroke| self.now.is_some_and(|now| it.goes_on(knob, now));
        let before = self.stroke.as_ref().filter(goes_on).and_then(|it| it.typed);
        if named == Weight::MIN && before == ONE {
            self.notice = Some("1 and 0 in one go: 10".into());
            return Weight::MAX;
        }
        named
    }
}
