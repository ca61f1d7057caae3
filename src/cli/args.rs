//! The arguments, and what each of them means in the help.

mod values;

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args as Group, Parser, Subcommand};
use clap_complete::Shell;

use super::schema::DOCUMENTS;
use crate::config::{AUTO, Color};
use crate::decision::{Trust, Weight};
use crate::report::{self, Scope};
use crate::ui::Theme;

/// The pack that is opened when none is named.
pub(super) const DEFAULT_PACK: &str = "nodejs-vs-django";

const AFTER_HELP: &str = "\
If standard output is not a terminal, weigh prints the text report instead.
`weigh list` shows the bundled packs; `weigh list PACK` shows the ids in one of them.";

/// A terminal decision explorer: move what matters, watch the verdict, keep the record.
#[derive(Debug, Parser)]
#[command(name = "weigh", version, about, after_help = AFTER_HELP)]
#[command(override_usage = "weigh [OPTIONS] [PACK]\n       weigh <COMMAND> ...")]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// The pack to open: a bundled id, a file or a directory [default: nodejs-vs-django]
    pub(super) pack: Option<PathBuf>,

    #[command(flatten)]
    pub(super) judge: Judge,

    #[command(flatten)]
    pub(super) look: Look,
}

/// The commands; without one, the explorer is opened.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write a report
    Report(Box<Report>),
    /// Explain one criterion, source or other item of a pack, with its evidence
    Explain(Box<Explain>),
    /// Check packs and print every error
    Check(Check),
    /// List the bundled packs, or the contents of one
    List(List),
    /// Write a starter pack with comments, ready to fill in
    New(New),
    /// Print where files are kept, and every setting with its default
    Config(Config),
    /// Print a script that completes commands and options in a shell
    Completions(Completions),
    /// Print the manual page
    Man,
    /// Print the JSON Schema of a file format, for editors
    Schema(Schema),
}

impl Command {
    /// The names of all commands.
    pub(super) const NAMES: [&'static str; 9] =
        ["report", "explain", "check", "list", "new", "config", "completions", "man", "schema"];

    /// Its name on the command line.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Report(_) => "report",
            Self::Explain(_) => "explain",
            Self::Check(_) => "check",
            Self::List(_) => "list",
            Self::New(_) => "new",
            Self::Config(_) => "config",
            Self::Completions(_) => "completions",
            Self::Man => "man",
            Self::Schema(_) => "schema",
        }
    }
}

/// `weigh report`
#[derive(Debug, Group)]
pub(super) struct Report {
    /// The pack: a bundled id, a file or a directory
    #[arg(default_value = DEFAULT_PACK)]
    pub(super) pack: PathBuf,

    /// Format of the report
    #[arg(long, short, default_value = report::IDS[0])]
    #[arg(value_parser = PossibleValuesParser::new(report::IDS))]
    pub(super) format: String,

    /// File to write; - is standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub(super) output: PathBuf,

    /// Replace the file if it exists
    #[arg(long)]
    pub(super) force: bool,

    /// How much to include; by default the verdict in md and adr, everything in the others
    #[arg(long, value_parser = PossibleValuesParser::new(Scope::ALL.map(Scope::name)))]
    pub(super) scope: Option<String>,

    /// The date on the report, YYYY-MM-DD [default: the session's date, if it has one]
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub(super) date: Option<String>,

    /// Status of a decision record, such as accepted [default: proposed]
    #[arg(long, value_name = "STATUS", value_parser = values::line)]
    pub(super) status: Option<String>,

    /// Name of a decision maker in a decision record; repeatable
    #[arg(long, value_name = "NAME", value_parser = values::line)]
    pub(super) decision_maker: Vec<String>,

    #[command(flatten)]
    pub(super) judge: Judge,
}

/// `weigh explain`
#[derive(Debug, Group)]
pub(super) struct Explain {
    /// The id of what to explain, as `weigh list PACK` shows it
    pub(super) id: String,

    /// The pack: a bundled id, a file or a directory
    #[arg(long, default_value = DEFAULT_PACK)]
    pub(super) pack: PathBuf,

    #[command(flatten)]
    pub(super) judge: Judge,
}

/// `weigh check`
#[derive(Debug, Group)]
pub(super) struct Check {
    /// Packs: bundled ids, files or directories
    #[arg(required = true, value_name = "PACK")]
    pub(super) packs: Vec<PathBuf>,

    /// Exit with 1 if there are warnings, too
    #[arg(long)]
    pub(super) strict: bool,
}

/// `weigh list`
#[derive(Debug, Group)]
pub(super) struct List {
    /// List the contents of this pack: a bundled id, a file or a directory
    pub(super) pack: Option<PathBuf>,

    /// Also list your own criteria from this session file
    #[arg(long, value_name = "FILE", requires = "pack")]
    pub(super) session: Option<PathBuf>,
}

/// `weigh new`
#[derive(Debug, Group)]
pub(super) struct New {
    /// A file to write if it ends in .toml, otherwise a folder to create
    pub(super) path: PathBuf,

    /// The alternatives to choose from, two or more
    #[arg(long, value_name = "A,B", value_delimiter = ',', default_value = "First,Second")]
    pub(super) alternatives: Vec<String>,
}

/// `weigh config`
#[derive(Debug, Group)]
pub(super) struct Config {
    /// The pack whose session file to show: a bundled id, a file or a directory
    #[arg(default_value = DEFAULT_PACK)]
    pub(super) pack: PathBuf,
}

/// `weigh completions`
#[derive(Debug, Group)]
pub(super) struct Completions {
    /// The shell
    pub(super) shell: Shell,
}

/// `weigh schema`
#[derive(Debug, Group)]
pub(super) struct Schema {
    /// The kind of file
    #[arg(value_parser = PossibleValuesParser::new(DOCUMENTS.map(|it| it.name)))]
    pub(super) name: String,
}

/// What to think of the decision; applied in the order of this list, but for a fresh start, which
/// comes first.
#[derive(Debug, Default, Group)]
#[command(next_help_heading = "Your judgement")]
pub(super) struct Judge {
    /// Session file to use instead of the saved one
    #[arg(long, value_name = "FILE")]
    pub(super) session: Option<PathBuf>,

    /// Take the weights from a use case
    #[arg(long, value_name = "ID")]
    pub(super) use_case: Option<String>,

    /// Set a weight, CRITERION=0..10; repeatable
    #[arg(long, value_name = "CRITERION=N", value_parser = values::weight)]
    pub(super) weight: Vec<(String, Weight)>,

    /// Set how far a source is trusted, SOURCE=0..1; repeatable
    #[arg(long, value_name = "SOURCE=N", value_parser = values::trust)]
    pub(super) trust: Vec<(String, Trust)>,

    /// Exclude a claim (CRITERION/SOURCE/ALTERNATIVE), a criterion or an alternative; repeatable
    #[arg(long, value_name = "ID")]
    pub(super) exclude: Vec<String>,

    /// Ignore the saved session
    #[arg(long)]
    pub(super) fresh: bool,
}

impl Judge {
    /// Whether none of the options is there.
    pub(super) const fn is_empty(&self) -> bool {
        self.session.is_none()
            && self.use_case.is_none()
            && self.weight.is_empty()
            && self.trust.is_empty()
            && self.exclude.is_empty()
            && !self.fresh
    }
}

/// What everything looks like.
#[derive(Debug, Group)]
#[command(next_help_heading = "Look")]
pub(super) struct Look {
    /// Colours to use [default: auto, which follows the environment and respects `NO_COLOR`]
    #[arg(long, global = true, value_name = "WHEN", value_parser = colors())]
    pub(super) color: Option<Color>,

    /// Draw with ASCII characters only
    #[arg(long, global = true, value_name = "BOOL", hide_possible_values = true)]
    #[arg(num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) ascii: Option<bool>,

    #[arg(long, global = true, value_name = "NAME", help = theme_help())]
    pub(super) theme: Option<String>,

    /// Settings file to use instead of the default one; none for no settings
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

impl Look {
    /// Whether errors are shown in colour.
    pub(super) fn color_on_stderr(&self) -> bool {
        let is_set = |name| std::env::var_os(name).is_some_and(|it| !it.is_empty());
        match self.color.unwrap_or_default() {
            Color::Never => false,
            Color::Auto => {
                let is_dumb = std::env::var_os("TERM").is_some_and(|it| it == "dumb");
                io::stderr().is_terminal() && !is_set("NO_COLOR") && !is_dumb
            }
            Color::Ansi16 | Color::Ansi256 | Color::Truecolor => true,
        }
    }
}

fn colors() -> impl clap::builder::TypedValueParser<Value = Color> {
    let names = PossibleValuesParser::new(Color::ALL.map(|it| it.0));
    names.map(|name| Color::of_name(&name).unwrap_or_default())
}

fn theme_help() -> String {
    format!(
        "Theme of the explorer: {AUTO}, {}, or the name of your own theme file",
        Theme::BUNDLED.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_command_is_among_the_names() {
        let command = Args::command();
        let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, Command::NAMES);
    }
}
