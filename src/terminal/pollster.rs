//! The pollster: finds out how sure the verdict is where that takes longer than a frame, on threads
//! of its own, so that no frame waits for it.
//!
//! It answers one question at a time, the last that was asked: another one ends the work on the one
//! before. A question is answered by a first figure as soon as there is one, by better ones at a rate
//! that the eye can follow, and by a last one; then the pollster sleeps without a timer.
//!
//! Its figures are worth having and nothing depends on them. So it has no thread before it is asked
//! anything, it is not waited for on the way out, and what goes wrong with it is news for the user
//! and not the end of the explorer.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::rehearsal;
use super::watch::Happening;
use crate::app::{Action, Poll};
use crate::assessment::{Inquiry, Robustness, Sampler};

/// Name of its threads; the panic hook knows them by it.
const NAME: &str = "pollster";

/// How long figures stand before better ones replace them.
const PACE: Duration = Duration::from_millis(125);

/// Above this error, as a share, figures say nothing.
const VAGUE: f64 = 0.1;

/// Whether this is a thread of the pollster, whose end is not the end of the explorer.
pub(super) fn is_here() -> bool {
    thread::current().name() == Some(NAME)
}

/// Finds out how sure the verdict is.
pub(super) struct Pollster {
    desk: Arc<Desk>,
    answers: Sender<Happening>,
    pace: Duration,
    at_work: bool,
}

impl Pollster {
    /// A pollster whose `answers` come as [`Action::Sampled`].
    pub(super) fn new(answers: Sender<Happening>) -> Self {
        Self::with_pace(answers, PACE)
    }

    fn with_pace(answers: Sender<Happening>, pace: Duration) -> Self {
        Self { desk: Arc::default(), answers, pace, at_work: false }
    }

    /// Has this found out instead of whatever was asked before; `None` is nothing at all.
    pub(super) fn ask(&mut self, poll: Option<Poll>) {
        if poll.is_some() && !self.at_work {
            let (desk, answers, pace) = (Arc::clone(&self.desk), self.answers.clone(), self.pace);
            let office = move || Office { desk, answers, pace, pool: None }.work();
            match thread::Builder::new().name(NAME.into()).spawn(office) {
                Ok(_) => self.at_work = true,
                Err(why) => {
                    let _ = self.answers.send(news(&why.to_string()));
                    return;
                }
            }
        }
        self.desk.put(|papers| (papers.question, papers.overtaken) = (poll, true));
    }

    /// Nobody wants to know any more what was asked. Whoever sleeps is not woken up to hear that.
    pub(super) fn forget(&self) {
        let mut papers = self.desk.papers();
        (papers.question, papers.overtaken) = (None, true);
    }
}

impl Drop for Pollster {
    fn drop(&mut self) {
        self.desk.put(|papers| papers.closed = true);
    }
}

/// Where questions are left: there is never more than one.
#[derive(Default)]
struct Desk {
    papers: Mutex<Papers>,
    bell: Condvar,
}

#[derive(Default)]
struct Papers {
    /// What has been asked and not been read.
    question: Option<Poll>,
    /// What has been read before is not asked any more.
    overtaken: bool,
    /// Nobody will ask anything any more.
    closed: bool,
}

impl Papers {
    fn are_current(&self) -> bool {
        !self.closed && !self.overtaken
    }
}

impl Desk {
    fn papers(&self) -> MutexGuard<'_, Papers> {
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, put: impl FnOnce(&mut Papers)) {
        put(&mut self.papers());
        self.bell.notify_one();
    }

    /// Waits for the next question; `None` when there will be none.
    fn next(&self) -> Option<Poll> {
        let mut papers = self.papers();
        loop {
            if papers.closed {
                return None;
            }
            if let Some(poll) = papers.question.take() {
                papers.overtaken = false;
                return Some(poll);
            }
            papers = self.bell.wait(papers).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Whether what is being found out is what somebody still wants to know.
    fn wants_it(&self) -> bool {
        self.papers().are_current()
    }
}

/// What the pollster works with.
struct Office {
    desk: Arc<Desk>,
    answers: Sender<Happening>,
    pace: Duration,
    pool: Option<ThreadPool>,
}

impl Office {
    /// Works until nobody can ask any more.
    fn work(mut self) {
        while let Some(poll) = self.desk.next() {
            // The next question finds nothing but the pool, and that is whole.
            let found_out = catch_unwind(AssertUnwindSafe(|| self.find_out(&poll)));
            if let Err(panic) = found_out {
                let _ = self.answers.send(news(message(panic.as_ref())));
            }
        }
    }

    fn find_out(&mut self, poll: &Poll) {
        rehearsal::panic_if_asked(NAME);
        match poll.assessment.inquire() {
            Some(Inquiry::Open(sampler)) => self.sample(poll.generation, sampler),
            Some(Inquiry::Answered(robustness)) => self.answer(poll.generation, robustness),
            None => {}
        }
    }

    /// Draws until that will do, or until somebody wants to know something else.
    fn sample(&mut self, generation: u64, mut sampler: Sampler) {
        let mut told: Option<Instant> = None;
        loop {
            match self.pool() {
                Some(pool) => pool.install(|| sampler.go_on()),
                None => sampler.go_on(),
            }
            let is_done = sampler.is_done();
            if !self.desk.wants_it() {
                return;
            }
            let is_due = told.is_none_or(|told| told.elapsed() >= self.pace);
            if is_done || (is_due && sampler.error() < VAGUE) {
                self.answer(generation, sampler.estimate());
                told = Some(Instant::now());
            }
            if is_done {
                return;
            }
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

    fn answer(&self, generation: u64, robustness: Robustness) {
        // On the way out nobody listens any more.
        let _ = self.answers.send(Happening::Action(Action::Sampled { generation, robustness }));
    }
}

/// What the user hears when there will be no figures.
fn news(why: &str) -> Happening {
    Happening::Action(Action::Notify(format!("How sure this is could not be found out: {why}")))
}

/// What a panic has to say.
fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("an error in the program")
}

#[cfg(test)]
mod tests;
