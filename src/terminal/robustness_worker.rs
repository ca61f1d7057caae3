//! The robustness worker: refines how sure the verdict is in the background, so that no frame waits for
//! it.
//!
//! It answers one question at a time, the newest: another question ends the work on the one before.
//! Between questions it sleeps without a timer. It has no thread before it is first asked, it is not
//! waited for on the way out, and when it fails the user is told and the explorer goes on.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::rehearsal;
use super::watch::Happening;
use crate::app::{Action, Question};

/// Name of its threads; the panic hook knows them by it.
const NAME: &str = "robustness";

/// Whether this is a thread of the worker, whose panic does not end the explorer.
pub(super) fn is_here() -> bool {
    thread::current().name() == Some(NAME)
}

/// Refines how sure the verdict is.
pub(super) struct RobustnessWorker {
    inbox: Arc<Inbox>,
    answers: Sender<Happening>,
    is_started: bool,
}

impl RobustnessWorker {
    /// A worker whose `answers` come as [`Action::Refined`].
    pub(super) fn new(answers: Sender<Happening>) -> Self {
        Self { inbox: Arc::default(), answers, is_started: false }
    }

    /// Asks a question in place of whatever was asked before; `None` asks nothing at all.
    pub(super) fn ask(&mut self, question: Option<Question>) {
        if question.is_some() && !self.is_started {
            let (inbox, answers) = (Arc::clone(&self.inbox), self.answers.clone());
            let work = move || Worker { inbox, answers, pool: None }.work();
            match thread::Builder::new().name(NAME.into()).spawn(work) {
                Ok(_) => self.is_started = true,
                Err(why) => {
                    let _ = self.answers.send(failure(&why.to_string()));
                    return;
                }
            }
        }
        self.inbox.put(|state| (state.question, state.is_overtaken) = (question, true));
    }

    /// Drops what was asked. The thread is not woken up for that.
    pub(super) fn forget(&self) {
        let mut state = self.inbox.state();
        (state.question, state.is_overtaken) = (None, true);
    }
}

impl Drop for RobustnessWorker {
    fn drop(&mut self) {
        self.inbox.put(|state| state.is_closed = true);
    }
}

/// Where questions are left: there is never more than one.
#[derive(Default)]
struct Inbox {
    state: Mutex<InboxState>,
    changed: Condvar,
}

#[derive(Default)]
struct InboxState {
    /// What has been asked and not been taken.
    question: Option<Question>,
    /// What has been taken before is not asked any more.
    is_overtaken: bool,
    /// No question will follow.
    is_closed: bool,
}

impl Inbox {
    fn state(&self) -> MutexGuard<'_, InboxState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, put: impl FnOnce(&mut InboxState)) {
        put(&mut self.state());
        self.changed.notify_one();
    }

    /// Waits for the next question; `None` when there will be none.
    fn next(&self) -> Option<Question> {
        let mut state = self.state();
        loop {
            if state.is_closed {
                return None;
            }
            if let Some(question) = state.question.take() {
                state.is_overtaken = false;
                return Some(question);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Whether the question that was taken last is still asked.
    fn is_wanted(&self) -> bool {
        let state = self.state();
        !state.is_closed && !state.is_overtaken
    }
}

/// The thread's side.
struct Worker {
    inbox: Arc<Inbox>,
    answers: Sender<Happening>,
    pool: Option<ThreadPool>,
}

impl Worker {
    /// Works until there can be no more questions.
    fn work(mut self) {
        while let Some(question) = self.inbox.next() {
            // The next question meets nothing but the pool, and that is whole.
            let answered = catch_unwind(AssertUnwindSafe(|| self.answer(&question)));
            if let Err(panic) = answered {
                let _ = self.answers.send(failure(message(panic.as_ref())));
            }
        }
    }

    fn answer(&mut self, question: &Question) {
        rehearsal::panic_if_asked(NAME);
        let inbox = Arc::clone(&self.inbox);
        let refine = || question.assessment.robustness_while(&|| inbox.is_wanted());
        let found = match self.pool() {
            Some(pool) => pool.install(refine),
            None => refine(),
        };
        if let Some(robustness) = found.filter(|_| self.inbox.is_wanted()) {
            let action = Action::Refined {
                generation: question.generation,
                robustness: Box::new(robustness),
            };
            let _ = self.answers.send(Happening::Action(action));
        }
    }

    /// As many threads as there are cores but one, which is for the screen; made when first needed.
    fn pool(&mut self) -> Option<&ThreadPool> {
        if self.pool.is_none() {
            let cores = thread::available_parallelism().map_or(1, usize::from);
            let threads = cores.saturating_sub(1).max(1);
            let pool = ThreadPoolBuilder::new().num_threads(threads).thread_name(|_| NAME.into());
            self.pool = pool.build().ok();
        }
        self.pool.as_ref()
    }
}

/// What the user is told when there will be no figures.
fn failure(why: &str) -> Happening {
    Happening::Action(Action::Notify(format!("The confidence could not be refined: {why}")))
}

/// The message of a panic.
fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("an error in the program")
}

#[cfg(test)]
mod tests;
