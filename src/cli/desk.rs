//! The explorer's files, for the clerk: the pack, the session, and the reports.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{Outcome, Reload, Trouble};
use crate::assessment::assess;
use crate::decision::Decision;
use crate::disk;
use crate::judgement::Workspace;
use crate::pack::{self, Pack};
use crate::report::{Context, Format, Request};
use crate::session::{Loaded, Notice, Store};
use crate::terminal::Files;

/// No file is searched for the beginning of a decision that is larger than this, in bytes.
const LARGEST: u64 = 1 << 24;

/// The explorer's files: the pack, the session, and the reports.
pub(super) struct Desk {
    pub(super) decision: Arc<Decision>,
    pub(super) fingerprint: String,
    /// The pack as it was named.
    pub(super) name: String,
    /// Where it is on the disk, unless it is bundled.
    pub(super) path: Option<PathBuf>,
    pub(super) store: Store,
}

impl Files for Desk {
    fn save(&mut self, workspace: &Workspace) -> Vec<String> {
        let notices = self.store.save(&self.decision, workspace);
        notices.iter().map(|notice| notice.text().to_owned()).collect()
    }

    fn unsaved(&self) -> Option<String> {
        self.store.failure().map(|notice| notice.text().to_owned())
    }

    fn export(
        &mut self,
        workspace: &Workspace,
        format: &str,
        path: &Path,
        replace: bool,
    ) -> Outcome {
        let Some(format) = Format::of_id(format) else {
            return Outcome::Failed(format!("There is no format {format}"));
        };
        let date = self.store.date();
        let report = format.render(&Context {
            decision: &self.decision,
            judgement: &workspace.present,
            scenarios: workspace.scenarios.list(),
            assessment: &assess(&self.decision, &workspace.present),
            fingerprint: &self.fingerprint,
            pack: &self.name,
            session: &self.store.text(&self.decision, workspace),
            request: Request { date: date.as_deref(), ..Request::default() },
        });
        match crate::report::write(path, &report, replace) {
            Ok(()) => Outcome::Written(path.display().to_string()),
            Err(error) if error.is_existing() => Outcome::Exists,
            Err(error) => Outcome::Failed(error.to_string()),
        }
    }

    fn editable(&mut self, workspace: &Workspace) -> Result<PathBuf, String> {
        if let Some(path) = &self.path {
            return Ok(main_file(path));
        }
        let file = self.store.file_of(&self.decision, workspace);
        file.map_err(|notice| notice.text().to_owned())
    }

    fn reload(&mut self, workspace: &Workspace) -> Result<Reload, Trouble> {
        if self.path.is_some() { self.reload_pack(workspace) } else { self.reload_session() }
    }
}

impl Desk {
    fn reload_pack(&mut self, workspace: &Workspace) -> Result<Reload, Trouble> {
        let wrong =
            |text: String| Trouble::new("The pack cannot be read: the last one stands", &text);
        let pack = pack::open(&self.name).map_err(|errors| wrong(errors.render(false)))?;
        let Pack { decision, fingerprint, .. } = pack;
        let (workspace, notices) = self
            .store
            .carry_over(workspace, &self.decision, &decision, &fingerprint)
            .map_err(|error| wrong(error.render(false)))?;
        let is_new = fingerprint != self.fingerprint;
        self.decision = Arc::new(decision);
        self.fingerprint = fingerprint;
        let what = if is_new {
            "The pack was read again."
        } else {
            "The pack was read again: nothing in it has changed."
        };
        Ok(self.reloaded(workspace, what, &notices))
    }

    fn reload_session(&mut self) -> Result<Reload, Trouble> {
        let Loaded { workspace, notices, .. } =
            self.store.reload(&self.decision).map_err(|it| {
                Trouble::new("The session cannot be read: the last one stands", &it.render(false))
            })?;
        Ok(self.reloaded(workspace, "The session was read again.", &notices))
    }

    fn reloaded(&self, workspace: Workspace, what: &str, notices: &[Notice]) -> Reload {
        let news = std::iter::once(what).chain(notices.iter().map(Notice::text));
        let news = news.collect::<Vec<_>>().join(" ");
        Reload { decision: Arc::clone(&self.decision), workspace, news }
    }
}

/// What to open of a pack: of a folder, the file in it that begins the decision, or where none at
/// its top does, the folder.
fn main_file(path: &Path) -> PathBuf {
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|it| it.path())
        .filter(|it| it.extension().is_some_and(|it| it.eq_ignore_ascii_case("toml")))
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
