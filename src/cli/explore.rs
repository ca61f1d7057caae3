//! `weigh` without a command: opens the explorer, or prints the text report where nobody could see
//! the explorer.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::{Args, Command, DEFAULT_PACK};
use super::case::{Case, path_of};
use super::failure::Failure;
use super::settings::Settings;
use super::{output, report};
use crate::app::{Action, App, ExportChoice, ExportOrder, Outcome, Preview, ReportKind, update};
use crate::assessment::assess;
use crate::decision::{Decision, text};
use crate::diagnostic::nearest;
use crate::judgement::Workspace;
use crate::report::{Context, Format, Request, Scope, Target};
use crate::session::{LastExport, Notice, Place, Store};
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
    let home = Place::of_pack(&case.pack.decision.id, path_of(&case.pack));
    let Case { name, pack, workspace, store, mut notices } = case;
    if args.judge.fresh && store.place().path().is_some_and(Path::exists) {
        notices.push(Notice::new("A fresh start; your saved session is kept beside the new one."));
    }
    let decision = Arc::new(pack.decision);
    let mut app = App::new(Arc::clone(&decision), workspace, terminal::offers())
        .with_mouse(settings.mouse())
        .with_export(last_choice(&home));
    if !notices.is_empty() {
        let news: Vec<&str> = notices.iter().map(Notice::text).collect();
        update(&mut app, Action::Notify(news.join(" ")));
    }
    let look = settings.look(&args.look, &decision)?;
    let desk = Desk { decision, fingerprint: pack.fingerprint, name, store, home };
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
    /// The pack's place in the state directory, wherever the session lives.
    home: Place,
}

/// The export pane as it was left some other time.
fn last_choice(home: &Place) -> ExportChoice {
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

    fn unsaved(&self) -> Option<String> {
        self.store.failure().map(|notice| notice.text().to_owned())
    }

    fn export(&mut self, workspace: &Workspace, order: &ExportOrder, path: &Path) -> Outcome {
        // Whether it can be written shows before the work.
        let written = Target::open(path, order.replace)
            .and_then(|target| target.write(&self.render(workspace, order.report)));
        match written {
            Ok(()) => {
                let ExportChoice { format, scope, path: own } = order.choice.clone();
                // It only saves typing the next time.
                let _ = LastExport { format, scope, path: own }.save(&self.home);
                Outcome::Written(whereabouts(&order.path, path))
            }
            Err(error) if error.is_existing() => Outcome::Exists,
            Err(error) => Outcome::Failed(error.to_string()),
        }
    }

    fn preview(&mut self, workspace: &Workspace, report: ReportKind) -> Preview {
        Preview::of(&self.render(workspace, report))
    }
}

impl Desk {
    fn render(&self, workspace: &Workspace, report: ReportKind) -> String {
        let Some(format) = Format::of_id(report.format) else {
            unreachable!("only formats that there are, are on offer")
        };
        let date = self.store.date();
        let scope = report.scope.and_then(Scope::of_name);
        format.render(&Context {
            decision: &self.decision,
            judgement: &workspace.present,
            scenarios: workspace.scenarios.list(),
            assessment: &assess(&self.decision, &workspace.present),
            fingerprint: &self.fingerprint,
            pack: &self.name,
            session: &self.store.text(&self.decision, workspace),
            request: Request { scope, date: date.as_deref(), ..Request::default() },
        })
    }
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

/// Prints the text report.
fn print(case: &Case) -> Result<ExitCode, Failure> {
    case.say_notices();
    output::print(&report::text(case)?)?;
    Ok(ExitCode::SUCCESS)
}
