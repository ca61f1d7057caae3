//! The clerk: does the paperwork on a thread of its own, so that no frame waits for a disk.
//!
//! It saves the session once the user pauses, makes reports, and sends a courier out with each that is
//! to be written. While there is nothing to save, it sleeps without a timer.

use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::rehearsal;
use super::scout::expand;
use super::watch::Happening;
use crate::app::{
    Action, ExportOrder, Outcome, Preview, PreviewQuestion, Reload, ReportKind, Trouble,
};
use crate::judgement::Workspace;

/// How long a user pauses before the session is saved.
const PAUSE: Duration = Duration::from_millis(400);

/// The files of the explorer.
pub trait Files: Send {
    /// Saves the session, and returns what the user should hear about it: mostly nothing, and of the
    /// same trouble only once.
    fn save(&mut self, workspace: &Workspace) -> Vec<String>;

    /// Why what was last to be saved is not; `None` when it is.
    fn unsaved(&self) -> Option<String>;

    /// What the user should know of where their work is, after the last save.
    fn farewell(&self) -> Option<String>;

    /// A report on the present judgement, on its way to this file, which is what the order's path
    /// stands for.
    fn export(&mut self, workspace: &Workspace, order: &ExportOrder, path: PathBuf) -> Errand;

    /// The report as it would be written.
    fn preview(&mut self, workspace: &Workspace, report: ReportKind) -> Preview;

    /// The file that is the user's to edit: the pack if it is theirs, else the session, which is there
    /// from then on.
    ///
    /// # Errors
    /// A sentence, when there is none.
    fn editable(&mut self, workspace: &Workspace) -> Result<PathBuf, String>;

    /// Reads that file again, and carries what the user thinks over to what it says now.
    ///
    /// # Errors
    /// When it cannot be read; what there was before still stands.
    fn reload(&mut self, workspace: &Workspace) -> Result<Reload, Trouble>;
}

/// Taking a report to its file, for as long as that may take.
pub type Errand = Box<dyn FnOnce() -> Outcome + Send>;

/// Something for the clerk to do.
enum Order {
    Save(Workspace),
    Export(Workspace, ExportOrder),
    Preview(Workspace, PreviewQuestion),
    Edit(Workspace),
    Reload(Workspace),
}

/// Does the paperwork.
pub(super) struct Clerk {
    orders: Sender<Order>,
    farewell: Receiver<Farewell>,
}

/// What the clerk leaves behind.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Farewell {
    /// Why the session is not saved, if it is not.
    pub(super) unsaved: Option<String>,
    /// What the user should know of where their work is.
    pub(super) news: Option<String>,
    /// How many couriers are still out.
    couriers: usize,
}

/// The clerk and his couriers at the end of their day.
pub(super) struct Closing {
    farewells: Receiver<Farewell>,
    /// What the clerk leaves behind, once he has gone.
    pub(super) farewell: Option<Farewell>,
    /// Whether the couriers have gone too.
    pub(super) is_over: bool,
}

impl Closing {
    /// Waits until all have gone, but no longer than so: a disk that hangs must not keep the user.
    pub(super) fn wait(&mut self, limit: Duration) {
        self.wait_unless(limit, |_| false);
    }

    /// Waits until the clerk has gone, whatever becomes of the couriers.
    pub(super) fn wait_for_clerk(&mut self, limit: Duration) {
        self.wait_unless(limit, |it| it.farewell.is_some());
    }

    fn wait_unless(&mut self, limit: Duration, is_enough: fn(&Self) -> bool) {
        let end = Instant::now() + limit;
        while !self.is_over && !is_enough(self) {
            let left = end.saturating_duration_since(Instant::now());
            match self.farewells.recv_timeout(left) {
                Ok(farewell) => {
                    self.is_over = farewell.couriers == 0;
                    self.farewell = Some(farewell);
                }
                Err(RecvTimeoutError::Timeout) => return,
                Err(RecvTimeoutError::Disconnected) => self.is_over = true,
            }
        }
    }
}

impl Clerk {
    /// Puts a clerk to work, who has `answers` for what comes of it.
    pub(super) fn hire(
        files: impl Files + 'static,
        answers: Sender<Happening>,
    ) -> io::Result<Self> {
        Self::with_pause(files, answers, PAUSE)
    }

    fn with_pause(
        files: impl Files + 'static,
        answers: Sender<Happening>,
        pause: Duration,
    ) -> io::Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let (bye, farewell) = mpsc::channel();
        let desk = Desk::new(files, answers, bye);
        let work = move || desk.work(&inbox, pause);
        thread::Builder::new().name("clerk".into()).spawn(work)?;
        Ok(Self { orders, farewell })
    }

    /// Has the session saved, before long.
    pub(super) fn save(&self, workspace: Workspace) {
        self.order(Order::Save(workspace));
    }

    /// Has a report written; the answer comes as [`Action::Exported`].
    pub(super) fn export(&self, workspace: Workspace, order: ExportOrder) {
        self.order(Order::Export(workspace, order));
    }

    /// Has a report shown as it would be written; the answer comes as [`Action::Previewed`].
    pub(super) fn preview(&self, workspace: Workspace, question: PreviewQuestion) {
        self.order(Order::Preview(workspace, question));
    }

    /// Has the file looked out that is the user's to edit; the answer comes as
    /// [`Happening::Editable`]. By then the session is saved.
    pub(super) fn edit(&self, workspace: Workspace) {
        self.order(Order::Edit(workspace));
    }

    /// Has that file read again; the answer comes as [`Action::Reloaded`] or [`Action::Refused`].
    pub(super) fn reload(&self, workspace: Workspace) {
        self.order(Order::Reload(workspace));
    }

    /// Gives no more orders: what there is, is done.
    pub(super) fn close(self) -> Closing {
        Closing { farewells: self.farewell, farewell: None, is_over: false }
    }

    fn order(&self, order: Order) {
        // A clerk works until the orders end, and that they do in `close`.
        let _ = self.orders.send(order);
    }
}

/// What the clerk works with.
struct Desk<F> {
    files: F,
    answers: Sender<Happening>,
    /// The couriers hold it too, so that one can see when all have gone.
    bye: Sender<Farewell>,
    /// And this, so that one can count them.
    couriers: Arc<()>,
    unsaved: Option<Workspace>,
    /// What was saved last, or could not be.
    last: Option<Workspace>,
    /// What goes on to stand while its file cannot be read again: it is nowhere else.
    standing: Option<Workspace>,
    /// Whether it was last told that something is not saved.
    has_failed: bool,
}

impl<F: Files> Desk<F> {
    fn new(files: F, answers: Sender<Happening>, bye: Sender<Farewell>) -> Self {
        let (unsaved, last, standing) = (None, None, None);
        let couriers = Arc::default();
        Self { files, answers, bye, couriers, unsaved, last, standing, has_failed: false }
    }

    /// Works until nobody can give orders any more.
    fn work(mut self, inbox: &Receiver<Order>, pause: Duration) {
        loop {
            let order = if self.unsaved.is_some() {
                inbox.recv_timeout(pause)
            } else {
                inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match order {
                Ok(Order::Save(workspace)) => self.unsaved = Some(workspace),
                Ok(Order::Export(workspace, order)) => {
                    let path = expand(&order.path);
                    let errand = self.files.export(&workspace, &order, path);
                    self.send_out(order.opening, errand);
                }
                Ok(Order::Edit(workspace)) => {
                    self.save();
                    let file = self.files.editable(&workspace);
                    self.tell_unsaved();
                    let _ = self.answers.send(Happening::Editable(file));
                }
                Ok(Order::Reload(workspace)) => {
                    self.save();
                    let reload = self.files.reload(&workspace);
                    match &reload {
                        // What there was before may be of another version of the pack. What could not
                        // be saved has become this.
                        Ok(reload) => {
                            let is_unsaved = self.files.unsaved().is_some();
                            self.unsaved = is_unsaved.then(|| reload.workspace.clone());
                            (self.last, self.standing) = (None, None);
                        }
                        Err(_) => self.standing = Some(workspace),
                    }
                    self.tell_unsaved();
                    self.answer(
                        reload.map_or_else(Action::Refused, |it| Action::Reloaded(Box::new(it))),
                    );
                }
                Ok(Order::Preview(workspace, question)) => {
                    let preview = self.files.preview(&workspace, question.report);
                    self.answer(Action::Previewed { question, preview });
                }
                Err(RecvTimeoutError::Timeout) => self.save(),
                Err(RecvTimeoutError::Disconnected) => {
                    self.unsaved = self.unsaved.take().or(self.standing.take());
                    self.save();
                    if self.files.unsaved().is_some() {
                        // There may be room again, or whatever it was that was missing.
                        self.unsaved = self.last.take();
                        self.save();
                    }
                    let (unsaved, news) = (self.files.unsaved(), self.files.farewell());
                    let couriers = Arc::strong_count(&self.couriers) - 1;
                    let _ = self.bye.send(Farewell { unsaved, news, couriers });
                    return;
                }
            }
        }
    }

    /// Has a courier run an errand. Whoever reads the pipe or runs the disk at its end may take as
    /// long as they like, and no save waits behind it.
    fn send_out(&self, opening: u64, errand: Errand) {
        let (answers, bye) = (self.answers.clone(), self.bye.clone());
        let counted = Arc::clone(&self.couriers);
        let run = move || {
            let exported = Action::Exported { opening, outcome: errand() };
            let _ = answers.send(Happening::Action(exported));
            drop((counted, bye));
        };
        if let Err(error) = thread::Builder::new().name("courier".into()).spawn(run) {
            let why = format!("The report could not be written: {error}");
            self.answer(Action::Exported { opening, outcome: Outcome::Failed(why) });
        }
    }

    /// Saves what is unsaved.
    fn save(&mut self) {
        let Some(workspace) = self.unsaved.take() else { return };
        // It is newer.
        self.standing = None;
        rehearsal::hang_if_asked("save");
        let news = self.files.save(&workspace);
        if !news.is_empty() {
            self.answer(Action::Notify(news.join(" ")));
        }
        self.tell_unsaved();
        self.last = Some(workspace);
    }

    /// Tells whether what was to be saved last is not, where that was not so before.
    fn tell_unsaved(&mut self) {
        let has_failed = self.files.unsaved().is_some();
        if mem::replace(&mut self.has_failed, has_failed) != has_failed {
            self.answer(Action::Unsaved(has_failed));
        }
    }

    fn answer(&self, action: Action) {
        // On the way out nobody listens any more.
        let _ = self.answers.send(Happening::Action(action));
    }
}

#[cfg(test)]
mod tests;
