//! Which keys ask for which command, and where: the default, and what the user makes of it.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::Key;
use crate::app::{COMMANDS, Command, Context};
use crate::diagnostic::{Fault, Fields, Item, Word, known, quoted};
use crate::schema::{self, Kind, Others, Table};

/// The default key map.
const DEFAULT: &str = include_str!("../../assets/keys.toml");

/// What a key asks for that asks for nothing.
const NOTHING: &str = "none";

/// The tables of keys, by the place where they apply; [`Place::ALL`] has the same order.
pub(crate) static KEYMAP: Table = Table {
    heading: "the key map",
    keys: &[
        row("everywhere", "Keys that apply everywhere."),
        row("panes", "Keys of the explorer's panes, unless something is open over them."),
        row("criteria", "Keys of the pane of criteria; they go over those of the panes."),
        row("list", "Keys of lists that are open."),
        row("reader", "Keys of texts that are open."),
        row("prompt", "Keys where there is a line to type in."),
        row("export", "Keys of the export pane; they go over those of prompts."),
    ],
    ..Table::EMPTY
};

/// The keys of one place.
static BINDINGS: Table =
    Table { others: Others::Each(Kind::Named("command", &Kind::OneOf(commands))), ..Table::EMPTY };

const fn row(name: &'static str, about: &'static str) -> schema::Key {
    schema::Key::new(name, Kind::Table(&BINDINGS), about)
}

/// What a key can ask for.
fn commands() -> Vec<&'static str> {
    COMMANDS.iter().map(|row| row.id).chain([NOTHING]).collect()
}

/// Which keys ask for which command.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// What a key asks for, by place; `None` where it asks for nothing, also if it would further out.
    bindings: [HashMap<Key, Option<Command>>; Place::ALL.len()],
    /// The same in order, for key help: the user's before the default, each as in its file.
    listed: [Vec<Row>; Place::ALL.len()],
}

/// A key that asks for a command.
#[derive(Debug, Clone)]
struct Row {
    key: Key,
    /// The key as its file has it.
    name: String,
    command: Command,
}

/// A table of the key map, numbered as in [`Self::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Everywhere,
    Panes,
    Criteria,
    List,
    Reader,
    Prompt,
    Export,
}

impl Place {
    /// Every table, in the order of [`KEYMAP`] and of the file.
    const ALL: [Self; 7] = [
        Self::Everywhere,
        Self::Panes,
        Self::Criteria,
        Self::List,
        Self::Reader,
        Self::Prompt,
        Self::Export,
    ];

    /// Every table with its name.
    fn named() -> impl Iterator<Item = (&'static str, Self)> {
        KEYMAP.names().zip(Self::ALL)
    }
}

impl Default for Keymap {
    fn default() -> Self {
        let mut keymap = Self { bindings: Default::default(), listed: Default::default() };
        let read = Fields::parse(DEFAULT, &KEYMAP);
        let faults = read.map_or_else(|fault| vec![fault], |tables| keymap.rebind(tables));
        if let Some(fault) = faults.first() {
            unreachable!("a test holds the default key map to be right: {}", fault.what);
        }
        keymap
    }
}

impl Keymap {
    /// What a key asks for.
    #[must_use]
    pub fn command(&self, context: Context, key: Key) -> Option<Command> {
        let bound = |place: &Place| self.bindings[*place as usize].get(&key).copied();
        places(context).iter().find_map(bound).flatten()
    }

    /// The keys that ask for a command in a context: those of the closest table first, as it lists
    /// them.
    pub fn keys(&self, context: Context, command: Command) -> impl Iterator<Item = Key> {
        self.bound(context, move |it| it == command).map(|(_, key)| key)
    }

    /// What is asked for in a context, of what is wanted, and the keys that do: those of the closest
    /// table first, as it lists them.
    fn bound(
        &self,
        context: Context,
        wants: impl Fn(Command) -> bool,
    ) -> impl Iterator<Item = (Command, Key)> {
        places(context)
            .iter()
            .flat_map(|place| &self.listed[*place as usize])
            .map(|row| (row.command, row.key))
            .filter(move |it| wants(it.0))
            .filter(move |(command, key)| self.command(context, *key) == Some(*command))
    }

    /// What the keys are called that ask for each command in the panes, or if there are none, in the
    /// export pane.
    #[must_use]
    pub fn names(&self) -> Vec<(Command, String)> {
        let bound = |context| self.bound(context, |_| true).collect::<Vec<_>>();
        let panes = [bound(Context::Criteria), bound(Context::Panes)].concat();
        let export = bound(Context::Export);
        let among = |bound: &[(Command, Key)], command| -> Vec<Key> {
            bound.iter().filter(|it| it.0 == command).map(|it| it.1).collect()
        };
        let keys = |command| {
            let keys = among(&panes, command);
            if keys.is_empty() { among(&export, command) } else { keys }
        };
        let names = |command| {
            keys(command)
                .into_iter()
                .flat_map(move |key| [(command, key.to_string()), (command, key.ascii())])
        };
        COMMANDS.iter().flat_map(|row| names(row.command)).collect()
    }

    /// Puts tables of keys over those there are, and says all that is wrong with them; then the map
    /// is not to be used.
    pub(crate) fn rebind(&mut self, tables: Fields<'_>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (name, table) in tables.entries() {
            let Some((_, place)) = Place::named().find(|it| it.0 == name.text) else {
                faults.push(name.unknown("place", KEYMAP.names()));
                continue;
            };
            let entries = match table.table() {
                Ok(fields) => fields.entries(),
                Err(fault) => {
                    faults.push(fault);
                    continue;
                }
            };
            let (bindings, listed) =
                (&mut self.bindings[place as usize], &mut self.listed[place as usize]);
            bindings.reserve(entries.len());
            let mut seen = HashSet::with_capacity(entries.len());
            let mut rows = Vec::with_capacity(entries.len());
            for (word, item) in entries {
                match binding(place, &word, &item) {
                    Ok((key, _)) if !seen.insert(key) => {
                        let what = format!("{} is a key that is bound above", quoted(&word.text));
                        faults.push(word.fault(what, "remove one of the two"));
                    }
                    Ok((key, command)) => {
                        if bindings.insert(key, command).is_some() {
                            listed.retain(|row| row.key != key);
                        }
                        rows.extend(command.map(|it| Row { key, name: word.text, command: it }));
                    }
                    Err(fault) => faults.push(fault),
                }
            }
            listed.splice(0..0, rows);
        }
        faults
    }

    /// What nobody can do without and no key asks for any more: the name of the command, and of the
    /// place.
    pub(crate) fn missing(&self) -> Option<(&'static str, &'static str)> {
        const NEEDED: [(Command, Context, &str); 8] = [
            (Command::Quit, Context::Criteria, "criteria"),
            (Command::Quit, Context::Panes, "panes"),
            (Command::Quit, Context::List, "list"),
            (Command::Quit, Context::Reader, "reader"),
            (Command::Close, Context::List, "list"),
            (Command::Close, Context::Reader, "reader"),
            (Command::Close, Context::Prompt, "prompt"),
            (Command::Close, Context::Export, "export"),
        ];
        let is_missing = |it: &&(Command, Context, _)| self.keys(it.1, it.0).next().is_none();
        NEEDED.iter().find(is_missing).map(|it| (it.0.row().id, it.2))
    }

    /// The tables as TOML, each name of a table after `prefix` and each line after `margin`.
    #[must_use]
    pub fn to_toml(&self, prefix: &str, margin: &str) -> String {
        let mut text = String::new();
        for (name, place) in Place::named() {
            let _ = writeln!(text, "\n{margin}[{prefix}{name}]");
            for row in &self.listed[place as usize] {
                let bare = |c: char| c.is_ascii_alphanumeric() || c == '-';
                let name = if row.name.chars().all(bare) {
                    row.name.clone()
                } else {
                    toml::Value::from(row.name.as_str()).to_string()
                };
                let _ = writeln!(text, "{margin}{name} = \"{}\"", row.command.row().id);
            }
        }
        text
    }
}

/// What a line of a table says: a key, and what it asks for.
fn binding(place: Place, word: &Word, item: &Item<'_>) -> Result<(Key, Option<Command>), Fault> {
    let key = Key::parse(&word.text).ok_or_else(|| {
        let what = format!("{} is not a key", quoted(&word.text));
        word.fault(what, "write it like `x`, `\"?\"`, `ctrl-r`, `shift-left` or `f5`")
    })?;
    if let Some(other) = key.arrives_as() {
        let what = format!("terminals do not tell {key} from {other}");
        return Err(word.fault(what, "take another key"));
    }
    if matches!(place, Place::Prompt | Place::Export | Place::Everywhere) && key.types() {
        let what =
            format!("{key} has to stay free here: it is typed where there is a line to type in");
        return Err(word
            .fault(what, "bind it under panes, list or reader, or with ctrl- or alt- before it"));
    }
    let id = item.string()?;
    if id == NOTHING {
        return Ok((key, None));
    }
    let command = Command::by_id(id).ok_or_else(|| {
        item.fault(format!("{} is not a command", quoted(id)), known(id, commands()))
    })?;
    Ok((key, Some(command)))
}

/// The tables of the key map that apply in a context, the closest first.
const fn places(context: Context) -> &'static [Place] {
    match context {
        Context::Criteria => &[Place::Criteria, Place::Panes, Place::Everywhere],
        Context::Panes => &[Place::Panes, Place::Everywhere],
        Context::List => &[Place::List, Place::Everywhere],
        Context::Reader => &[Place::Reader, Place::Everywhere],
        Context::Prompt => &[Place::Prompt, Place::Everywhere],
        Context::Export => &[Place::Export, Place::Prompt, Place::Everywhere],
    }
}
