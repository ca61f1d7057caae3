//! `weigh` without a command: opens the explorer, or prints the text report where nobody could see
//! the explorer.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::{Args, Command, DEFAULT_PACK};
use super::case::Case;
use super::failure::Failure;
use super::settings::Settings;
use super::{output, report};
use crate::app::{Action, App, Offer, Outcome, update};
use crate::assessment::assess;
use crate::decision::{Decision, text};
use crate::diagnostic::nearest;
use crate::judgement::Workspace;
use crate::report::{Context, FORMATS, Format};
use crate::session::{Notice, Place, Store};
use crate::terminal::{self, Files};

/// Runs the program as it is mostly run.
pub(super) fn run(args: &Args) -> Result<ExitCode, Failure> {
    let name = args.pack.as_deref().unwrap_or(DEFAULT_PACK);
    let case = Case::open(name, &args.judge).map_err(|failure| or_a_command(failure, name))?;
    if terminal::is_drawable() { explore(case, args) } else { print(&case) }
}

/// A pack that cannot be opened may have been meant as a command.
fn or_a_command(failure: Failure, name: &str) -> Failure {
    if matches!(failure, Failure::Pack(_))
        && !Path::new(name).exists()
        && let Some(command) = nearest(name, Command::NAMES)
    {
        return Failure::Usage(format!(
            "there is no pack and no command `{}`; did you mean `weigh {command}`?",
            text::line(name)
        ));
    }
    failure
}

/// Opens the explorer on a case.
fn explore(case: Case, args: &Args) -> Result<ExitCode, Failure> {
    let settings = Settings::read(&args.look)?;
    let Case { name, pack, workspace, store, mut notices } = case;
    if args.judge.fresh && store.place().path().is_some_and(Path::exists) {
        notices.push(Notice::new("A fresh start; your saved session is kept beside the new one."));
    }
    let decision = Arc::new(pack.decision);
    let offers = FORMATS.iter().map(|it| Offer { id: it.id, about: it.about }).collect();
    // Whoever names a session of their own knows the way.
    let is_newcomer = args.judge.session.is_none() && Place::is_first_visit();
    let mut app = App::new(Arc::clone(&decision), workspace, offers)
        .with_mouse(settings.mouse())
        .with_welcome(is_newcomer);
    if !notices.is_empty() {
        let news: Vec<&str> = notices.iter().map(Notice::text).collect();
        update(&mut app, Action::Notify(news.join(" ")));
    }
    let look = settings.look(&args.look, &decision)?;
    let desk = Desk { decision, fingerprint: pack.fingerprint, name, store };
    match terminal::run(app, look, desk) {
        Ok(end) => {
            for news in end.news {
                output::complain(&format!("note: {news}"));
            }
            Ok(ExitCode::from(end.exit.code()))
        }
        Err(error) => Err(Failure::Work(error.to_string())),
    }
}

/// The explorer's files: the session, and the reports.
struct Desk {
    decision: Arc<Decision>,
    fingerprint: String,
    /// The pack as it was named.
    name: String,
    store: Store,
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
        let report = format.render(&Context {
            decision: &self.decision,
            judgement: &workspace.present,
            scenarios: workspace.scenarios.list(),
            assessment: &assess(&self.decision, &workspace.present),
            fingerprint: &self.fingerprint,
            pack: &self.name,
            session: &self.store.text(&self.decision, workspace),
            date: None,
        });
        match crate::report::write(path, &report, replace) {
            Ok(()) => Outcome::Written(path.display().to_string()),
            Err(error) if error.is_existing() => Outcome::Exists,
            Err(error) => Outcome::Failed(error.to_string()),
        }
    }
}

/// Prints the text report.
fn print(case: &Case) -> Result<ExitCode, Failure> {
    case.say_notices();
    output::print(&report::render(case, "txt", None)?)?;
    Ok(ExitCode::SUCCESS)
}
