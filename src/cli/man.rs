//! `weigh man`: the manual page, from the arguments, the formats and the table of commands.

use std::fmt::Write as _;
use std::io;

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args::Args;
use super::failure::Failure;
use super::output;
use crate::app::{self, COMMANDS, Group};
use crate::decision::Weight;
use crate::input::Keymap;
use crate::report::FORMATS;

const FILES: [(&str, &str); 3] = [
    (
        "$XDG_CONFIG_HOME/weigh/config.toml, by default ~/.config/weigh/config.toml",
        "Settings: theme, colours, mouse, keys. `weigh config` prints all of them. Your own themes \
         are beside it, in themes/.",
    ),
    (
        "$XDG_STATE_HOME/weigh/, by default ~/.local/state/weigh/",
        "Session files: your judgement on each pack, saved as you work in the explorer. --session FILE \
         uses a file of your choice instead, which you can commit; --fresh ignores the saved session.",
    ),
    (
        "PACK",
        "A decision: one TOML file, or a folder whose .toml files are read as one. `weigh new` \
         writes a starter pack; `weigh check` reports what is wrong with a pack.",
    ),
];

const ENVIRONMENT: [(&str, &str); 6] = [
    ("NO_COLOR", "If it is not empty, weigh uses no colours unless --color asks for them."),
    ("COLORTERM", "If it is truecolor or 24bit, weigh uses all colours."),
    (
        "TERM",
        "Otherwise says how many colours the terminal has. If it is dumb, weigh prints the text \
         report instead of the explorer; if it is linux, weigh draws with ASCII characters.",
    ),
    ("COLORFGBG", "Says whether the terminal is light or dark, unless --theme names a theme."),
    ("XDG_CONFIG_HOME", "The base folder of the settings."),
    ("XDG_STATE_HOME", "The base folder of the session files."),
];

const EXIT_STATUS: [(&str, &str); 5] = [
    ("0", "Done."),
    (
        "1",
        "The command failed: a pack is not valid, or a file cannot be written. A message says why.",
    ),
    ("2", "The arguments are wrong."),
    ("101", "A bug in weigh ended it. The terminal is restored."),
    ("128+n", "Signal n ended the explorer, such as 143 for SIGTERM. The session is saved."),
];

/// Runs the command.
pub(super) fn run() -> Result<(), Failure> {
    let page = page()
        .map_err(|error| Failure::Work(format!("the manual page cannot be made: {error}")))?;
    output::print(&in_ascii(&String::from_utf8_lossy(&page)))
}

/// The page with names for the characters that not every reader of manual pages takes as they are.
fn in_ascii(page: &str) -> String {
    page.chars().fold(String::with_capacity(page.len()), |mut ascii, c| {
        if c.is_ascii() {
            ascii.push(c);
        } else {
            let _ = write!(ascii, "\\[u{:04X}]", u32::from(c));
        }
        ascii
    })
}

fn page() -> io::Result<Vec<u8>> {
    let mut command = Args::command();
    command.build();
    let mut page = Vec::new();
    let man = Man::new(command.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for command in command.get_subcommands().filter(|it| it.get_name() != "help") {
        section_of(command, &mut page)?;
    }
    let formats: Vec<_> = FORMATS.iter().map(|it| (it.id, it.about)).collect();
    list("REPORT FORMATS", &formats, &mut page)?;
    keys(&mut page)?;
    list("FILES", &FILES, &mut page)?;
    list("ENVIRONMENT", &ENVIRONMENT, &mut page)?;
    list("EXIT STATUS", &EXIT_STATUS, &mut page)?;
    Ok(page)
}

/// A command with its arguments, but for those that are everywhere.
fn section_of(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", [&*format!("weigh {}", command.get_name()).to_uppercase()]);
    roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default() + ".")]);
    for it in command.get_arguments().filter(|it| !it.is_global_set() && !is_help(it)) {
        let mut name = vec![it.get_long().map_or_else(String::new, |long| format!("--{long}"))];
        name.extend(it.get_short().map(|short| format!("-{short}")));
        let names = it.get_value_names().unwrap_or_default();
        let values = it.get_action().takes_values().then(|| names.iter().map(ToString::to_string));
        let values: Vec<String> = values.into_iter().flatten().collect();
        let head = format!("{} {}", name.join(", "), values.join(" "));
        roff.control("TP", []);
        roff.text([bold(head.trim())]);
        let mut help = it.get_help().map(ToString::to_string).unwrap_or_default();
        if it.get_action().takes_values() {
            help.push_str(&possible(it));
        }
        roff.text([roman(help)]);
    }
    roff.to_writer(page)
}

/// What an argument may be, where that is a list, and what it is by default.
fn possible(it: &clap::Arg) -> String {
    let values: Vec<String> =
        it.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
    let default: Vec<_> = it.get_default_values().iter().map(|it| it.to_string_lossy()).collect();
    let said = |what: &str, it: String| if it.is_empty() { it } else { format!(" [{what}{it}]") };
    said("one of ", values.join(", ")) + &said("default: ", default.join(","))
}

fn is_help(it: &clap::Arg) -> bool {
    matches!(it.get_id().as_str(), "help" | "version")
}

/// The keys of the explorer.
fn keys(page: &mut Vec<u8>) -> io::Result<()> {
    let keymap = Keymap::default();
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    roff.text([roman("These are the keys of the explorer. There, ? shows them and : finds a command by its name.")]);
    for group in Group::ALL {
        roff.control("SS", [group.title()]);
        for row in COMMANDS.iter().filter(|row| row.group == group) {
            let (keys, help) = match row.command {
                // The eleven positions of a slider stand in one line.
                app::Command::Set(Weight::MIN) => ("0 to 9, =".to_owned(), app::POSITIONS),
                app::Command::Set(_) => continue,
                command => (keys_of(&keymap, command), row.help),
            };
            roff.control("TP", []);
            roff.text([bold(keys)]);
            roff.text([roman(format!("{help} ({})", row.id))]);
        }
    }
    roff.to_writer(page)
}

/// The keys of a command, those of the criteria first.
fn keys_of(keymap: &Keymap, command: app::Command) -> String {
    let mut labels: Vec<String> = Vec::new();
    for context in [app::Context::Criteria, app::Context::Panes] {
        for key in keymap.keys(context, command) {
            let label = key.to_string();
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    labels.join(" ")
}

/// A section with a list of terms.
fn list(title: &str, items: &[(&str, &str)], page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (term, text) in items {
        roff.control("TP", []);
        roff.text([bold(*term)]);
        roff.text([roman(*text)]);
    }
    roff.to_writer(page)
}
