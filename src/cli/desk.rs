//! The explorer's files, for the clerk: the pack, the session, and the reports.

use std::cell::OnceCell;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::inputs::Inputs;
use super::settings::shown;
use crate::app::{ExportChoice, ExportOrder, Outcome, Preview, Reload, ReportKind, Trouble};
use crate::assessment::assess;
use crate::decision::{Decision, text};
use crate::disk;
use crate::judgement::Workspace;
use crate::pack::{self, Pack};
use crate::report::{Context, Format, Request, Scope, Target};
use crate::session::{LastExport, Loaded, Notice, Place, Store};
use crate::terminal::{Errand, Files};

/// No file is searched for the beginning of a decision that is larger than this, in bytes.
const LARGEST: u64 = 1 << 24;

/// The explorer's files: the pack, the session, and the reports.
pub(super) struct Desk {
    pub(super) decision: Arc<Decision>,
    pub(super) fingerprint: String,
    /// The pack as it was named, as far as that is text.
    pub(super) name: String,
    /// Where it is on the disk, unless it is bundled.
    pub(super) path: Option<PathBuf>,
    pub(super) store: Store,
    /// The pack's place in the state directory, wherever the session lives.
    pub(super) home: Place,
}

/// The export pane as it was left some other time.
pub(super) fn last_choice(home: &Place) -> ExportChoice {
    let last = LastExport::load(home);
    last.map_or_else(ExportChoice::default, |LastExport { format, scope, path }| ExportChoice {
        format,
        scope,
        path,
    })
}

impl Files for Desk {
    fn save(&mut self, workspace: &Workspace) -> Vec<String> {
        let notices = self.store.save(&self.decision, workspace);
        notices.iter().map(|notice| notice.text().to_owned()).collect()
    }

    fn farewell(&self) -> Option<String> {
        let beside = shown(self.store.beside()?);
        let what = if self.store.is_unread() {
            "cannot be read"
        } else {
            "was changed by another program"
        };
        Some(format!(
            "the session file {what}; your changes are in {beside}, which you can open with --session"
        ))
    }

    fn unsaved(&self) -> Option<String> {
        self.store.failure().map(|notice| notice.text().to_owned())
    }

    fn export(&mut self, workspace: &Workspace, order: &ExportOrder, path: PathBuf) -> Errand {
        let report = self.render(workspace, order.report);
        let (order, home) = (order.clone(), self.home.clone());
        let session = self.store.place().path();
        let inputs = Inputs::new(&self.decision, self.path.as_deref(), session);
        Box::new(move || match inputs.check(&path) {
            Ok(()) => deliver(&report, order, &path, &home),
            Err(why) => Outcome::Failed(why),
        })
    }

    fn preview(&mut self, workspace: &Workspace, report: ReportKind) -> Preview {
        Preview::of(&self.render(workspace, report))
    }

    fn editable(&mut self, workspace: &Workspace) -> Result<PathBuf, String> {
        if let Some(path) = &self.path {
            return Ok(main_file(path));
        }
        let file = self.store.file_of(&self.decision, workspace);
        file.map_err(|notice| notice.text().to_owned())
    }

    fn reload(&mut self, workspace: &Workspace) -> Result<Reload, Trouble> {
        let beside = self.store.beside().map(shown);
        let mut reload = match self.path.clone() {
            Some(path) => self.reload_pack(&path, workspace)?,
            None => self.reload_session(workspace)?,
        };
        if let Some(beside) = beside {
            self.take_over(&mut reload, &beside);
        }
        Ok(reload)
    }
}

impl Desk {
    fn render(&self, workspace: &Workspace, report: ReportKind) -> String {
        let Some(format) = Format::of_id(report.format) else {
            unreachable!("only formats that there are, are on offer")
        };
        let date = self.store.date();
        let scope = report.scope.and_then(Scope::of_name);
        format.render(Context {
            decision: &self.decision,
            judgement: &workspace.present,
            scenarios: workspace.scenarios.list(),
            assessment: &assess(&self.decision, &workspace.present),
            robustness: OnceCell::new(),
            fingerprint: &self.fingerprint,
            pack: &self.name,
            session: &self.store.text(&self.decision, workspace),
            request: Request { scope, date: date.as_deref(), ..Request::default() },
        })
    }

    fn reload_pack(&mut self, path: &Path, workspace: &Workspace) -> Result<Reload, Trouble> {
        let wrong = |text: String| {
            Trouble::new("The pack was not reloaded; the previous one is still in use", &text)
        };
        let pack = pack::open(path).map_err(|errors| wrong(errors.render(false)))?;
        let Pack { decision, fingerprint, .. } = pack;
        let (workspace, mut notices) = self
            .store
            .carry_over(workspace, &self.decision, &decision, &fingerprint)
            .map_err(|error| wrong(error.render(false)))?;
        let is_new = fingerprint != self.fingerprint;
        if decision.id != self.decision.id {
            // Where it is looked for under the new id, the next time.
            self.home = Place::of_pack(&decision.id, self.path.as_deref());
            if matches!(self.store.place(), Place::State(_)) {
                self.store.move_to(self.home.clone());
                notices.extend(self.store.save(&decision, &workspace));
            }
        }
        self.decision = Arc::new(decision);
        self.fingerprint = fingerprint;
        Ok(self.reloaded(workspace, &again("pack", is_new), &notices))
    }

    fn reload_session(&mut self, workspace: &Workspace) -> Result<Reload, Trouble> {
        let before = workspace;
        if self.store.is_afresh() {
            let news =
                "This session started fresh, so the saved session was not read; your changes stay.";
            return Ok(self.reloaded(before.clone(), news, &[]));
        }
        if self.store.is_gone() {
            let news = "The session file was missing; the session was saved to it again.";
            return match self.store.file_of(&self.decision, workspace) {
                Ok(_) => Ok(self.reloaded(workspace.clone(), news, &[])),
                Err(why) => Err(Trouble::new("The session file is missing", why.text())),
            };
        }
        let Loaded { workspace, notices, found } =
            self.store.reload(&self.decision).map_err(|it| {
                Trouble::new(
                    "The session was not reloaded; the previous one is still in use",
                    &it.render(false),
                )
            })?;
        if !found {
            let news = "There is no session file yet; nothing was reloaded.";
            return Ok(self.reloaded(before.clone(), news, &notices));
        }
        let is_new = workspace != *before;
        Ok(self.reloaded(workspace, &again("session", is_new), &notices))
    }

    /// Goes on with the session's file, which was somebody else's, after it was kept beside that.
    fn take_over(&mut self, reload: &mut Reload, beside: &str) {
        if self.path.is_some() {
            let Ok(session) = self.reload_session(&reload.workspace) else {
                reload
                    .news
                    .push_str(" The session was not reloaded; the previous one is still in use.");
                return;
            };
            reload.workspace = session.workspace;
            let _ = write!(reload.news, " {}", session.news);
        }
        let _ = write!(reload.news, " Your previous session is kept as {beside}.");
    }

    fn reloaded(&self, workspace: Workspace, what: &str, notices: &[Notice]) -> Reload {
        let news = std::iter::once(what).chain(notices.iter().map(Notice::text));
        let news = news.collect::<Vec<_>>().join(" ");
        Reload { decision: Arc::clone(&self.decision), workspace, news }
    }
}

/// What is said of something that was read again.
fn again(what: &str, is_new: bool) -> String {
    let end = if is_new { "." } else { "; nothing in it has changed." };
    format!("The {what} was reloaded{end}")
}

/// Writes a report, and remembers what was chosen for it.
fn deliver(report: &str, order: ExportOrder, path: &Path, home: &Place) -> Outcome {
    let written = Target::open_at_once(path, order.replace).and_then(|target| target.write(report));
    match written {
        Ok(()) => {
            let ExportChoice { format, scope, path: own } = order.choice;
            // It only saves typing the next time.
            let _ = LastExport { format, scope, path: own }.save(home);
            Outcome::Written(whereabouts(&order.path, path))
        }
        Err(error) if error.is_existing() => Outcome::Exists,
        Err(error) => Outcome::Failed(error.to_string()),
    }
}

/// What to open of a pack: of a folder, the file in it that begins the decision, or where none at
/// its top does, the folder.
fn main_file(path: &Path) -> PathBuf {
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|it| it.path())
        .filter(|it| it.extension().is_some_and(|it| it.eq_ignore_ascii_case("toml")))
        // A pipe might never come to its end.
        .filter(|it| it.is_file())
        .collect();
    files.sort();
    let begins = |file: &PathBuf| {
        let text = disk::read(file, LARGEST).ok().flatten().unwrap_or_default();
        String::from_utf8_lossy(&text)
            .lines()
            .any(|line| line.trim_start().starts_with("[decision]"))
    };
    files.into_iter().find(begins).unwrap_or_else(|| path.to_path_buf())
}

/// Where a file is: its path as it was typed, and the folder from which that leads there.
fn whereabouts(typed: &str, path: &Path) -> String {
    let typed = text::line(typed);
    match std::env::current_dir() {
        Ok(folder) if path.is_relative() => {
            format!("{typed} in {}", text::line(&folder.to_string_lossy()))
        }
        _ => typed.into_owned(),
    }
}
