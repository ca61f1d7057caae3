//! The clerk: does the paperwork on a thread of its own, so that no frame waits for a disk.
//!
//! It saves the session once the user pauses, and writes reports and shows them before. While there is nothing to save,
//! it sleeps without a timer.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

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

    /// Writes a report on the present judgement to this file, which is what the order's path stands
    /// for.
    fn export(&mut self, workspace: &Workspace, order: &ExportOrder, path: &Path) -> Outcome;

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
    thread: JoinHandle<Option<String>>,
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
        let desk = Desk { files, answers, unsaved: None };
        let work = move || desk.work(&inbox, pause);
        let thread = thread::Builder::new().name("clerk".into()).spawn(work)?;
        Ok(Self { orders, thread })
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

    /// Waits until everything is done. Returns why the session is not saved, if it is not.
    pub(super) fn finish(self) -> Option<String> {
        drop(self.orders);
        // A clerk who panics takes the process along; see `screen::leave_on_panic`.
        self.thread.join().unwrap_or_default()
    }

    fn order(&self, order: Order) {
        // A clerk works until the orders end, and that they do in `finish`.
        let _ = self.orders.send(order);
    }
}

/// What the clerk works with.
struct Desk<F> {
    files: F,
    answers: Sender<Happening>,
    unsaved: Option<Workspace>,
}

impl<F: Files> Desk<F> {
    /// Works until nobody can give orders any more.
    fn work(mut self, inbox: &Receiver<Order>, pause: Duration) -> Option<String> {
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
                    let outcome = self.files.export(&workspace, &order, &path);
                    self.answer(Action::Exported(outcome));
                }
                Ok(Order::Edit(workspace)) => {
                    self.save();
                    let file = self.files.editable(&workspace);
                    let _ = self.answers.send(Happening::Editable(file));
                }
                Ok(Order::Reload(workspace)) => {
                    self.save();
                    let reload = self.files.reload(&workspace);
                    self.answer(reload.map_or_else(Action::Refused, Action::Reloaded));
                }
                Ok(Order::Preview(workspace, question)) => {
                    let preview = self.files.preview(&workspace, question.report);
                    self.answer(Action::Previewed { question, preview });
                }
                Err(RecvTimeoutError::Timeout) => self.save(),
                Err(RecvTimeoutError::Disconnected) => {
                    self.save();
                    return self.files.unsaved();
                }
            }
        }
    }

    /// Saves what is unsaved.
    fn save(&mut self) {
        let Some(workspace) = self.unsaved.take() else { return };
        let news = self.files.save(&workspace);
        if !news.is_empty() {
            self.answer(Action::Notify(news.join(" ")));
        }
    }

    fn answer(&self, action: Action) {
        // On the way out nobody listens any more.
        let _ = self.answers.send(Happening::Action(action));
    }
}

#[cfg(test)]
mod tests;
