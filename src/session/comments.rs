//! What somebody wrote by hand into a session file beside its values: comments, blank lines, and the
//! way a value is written.
//!
//! It is read once from the file as it was found ([`Comments::of`]) and woven into every text that is
//! written from then on. Each comment belongs to what stands below it, or before it on its line, and
//! goes and comes back with that: whoever resets a slider and takes the reset back has the comment
//! again. Comments among the weights stay even while the value below them is away, since the line
//! that names the criterion stays. What belongs to nothing that weigh would write stands at the end.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use toml_edit::{DocumentMut, Item, Key, RawString, Table, Value};

use super::writer::{number, quoted};

/// What was written by hand, by where it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Comments {
    by_spot: BTreeMap<Spot, Written>,
    /// Whether there is a file at all; in a new one, weigh says what it is.
    has_file: bool,
}

/// A place in a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// Keys from the top; a scenario or criterion by its name or id.
    path: Vec<String>,
    part: Part,
}

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// A comment that weigh writes itself.
    Remark,
    /// The head of a table.
    Header,
    /// A key with its value.
    Entry,
    /// An item of a list.
    Item(String),
    /// The end of a list, or of the session.
    End,
}

/// What is written at a place.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Written {
    /// The lines above: comments, and blank ones.
    pub(super) above: Vec<String>,
    /// How many keys lead to the value in its table, and those keys with all blanks around them.
    pub(super) lead: Option<(usize, String)>,
    /// The value.
    pub(super) value: Option<Literal>,
    /// The comment behind it, with the blanks before it.
    pub(super) behind: String,
}

/// A value as it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Literal {
    /// Letter by letter.
    pub(super) text: String,
    /// As weigh writes it.
    pub(super) plain: String,
}

/// A comment that weigh writes, as a line, with where it belongs.
pub(super) type Remark = (Spot, String);

impl Spot {
    pub(super) fn new(path: &[String], part: Part) -> Self {
        Self { path: path.to_vec(), part }
    }

    /// The last of its keys.
    pub(super) fn key(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// The entry that a remark stands above.
    fn entry_below(&self) -> Self {
        Self { part: Part::Entry, ..self.clone() }
    }
}

impl Comments {
    /// What was written by hand in a session. `head` are the remarks at its beginning, `names` those
    /// among the weights: they are weigh's. Nothing where the text is not TOML.
    pub(super) fn of(text: &str, head: &[Remark], names: &[Remark]) -> Self {
        let mut reading = Reading::default();
        if let Ok(document) = text.parse::<DocumentMut>() {
            reading.remarks = head.iter().cloned().collect();
            reading.document(&document, names);
        }
        Self { by_spot: reading.by_spot, has_file: true }
    }

    /// What is written at a place.
    pub(super) fn at(&self, spot: &Spot) -> Option<&Written> {
        self.by_spot.get(spot)
    }

    /// Whether weigh says what the file is: in a new one, and where it has said so already.
    pub(super) fn introduces(&self, head: &Spot) -> bool {
        !self.has_file || self.by_spot.contains_key(head)
    }

    /// Moves to the end what stands at places that are not written.
    pub(super) fn settle(&mut self, written: &BTreeSet<Spot>) {
        let homeless: Vec<Spot> =
            self.by_spot.keys().filter(|spot| !written.contains(spot)).cloned().collect();
        let mut lines = Vec::new();
        for spot in homeless {
            if let Some(Written { above, behind, .. }) = self.by_spot.remove(&spot) {
                lines.extend(above.into_iter().chain([behind]).map(|it| it.trim().to_owned()));
            }
        }
        lines.retain(|line| !line.is_empty());
        if !lines.is_empty() {
            self.by_spot.entry(Spot::new(&[], Part::End)).or_default().above.extend(lines);
        }
    }
}

/// A session being read from top to bottom.
#[derive(Default)]
struct Reading {
    by_spot: BTreeMap<Spot, Written>,
    /// The remarks of weigh that may come next.
    remarks: VecDeque<Remark>,
    /// The remark met last, until something else is met.
    under: Option<Spot>,
}

impl Reading {
    fn document(&mut self, document: &DocumentMut, names: &[Remark]) {
        let mut tables = Vec::new();
        collect(document.as_table(), &mut Vec::new(), &mut tables);
        // In the order of the file, since a remark may stand in what is above the next table.
        tables.sort_by_key(|(_, table)| table.position());
        for (path, table) in tables {
            if !path.is_empty() {
                let above = self.above_table(raw(table.decor().prefix()));
                let behind = comment(raw(table.decor().suffix()));
                let written = Written { above, behind, ..Written::default() };
                self.by_spot.insert(Spot::new(&path, Part::Header), written);
                self.remarks.clear();
            }
            if path == ["weights"] {
                self.remarks = names.iter().cloned().collect();
            }
            for (keys, value) in table.get_values() {
                self.entry(&path, &keys, value);
            }
        }
        let above = self.above_table(document.trailing().as_str().unwrap_or_default());
        if !above.is_empty() {
            let written = Written { above, ..Written::default() };
            self.by_spot.insert(Spot::new(&[], Part::End), written);
        }
    }

    fn entry(&mut self, table: &[String], keys: &[&Key], value: &Value) {
        let Some(last) = keys.last() else { return };
        let (lines, indent) = split(raw(last.leaf_decor().prefix()));
        let above = self.without_remarks(lines);
        self.under = None;
        let path: Vec<String> =
            table.iter().cloned().chain(keys.iter().map(|key| key.get().to_owned())).collect();
        if let Value::Array(list) = value {
            self.items(&path, list);
        }
        let names: Vec<_> = keys.iter().map(|key| key.display_repr()).collect();
        let after = raw(last.leaf_decor().suffix());
        let before = raw(value.decor().prefix());
        let mut bare = value.clone();
        bare.decor_mut().clear();
        let written = Written {
            above,
            lead: Some((keys.len(), format!("{indent}{}{after}={before}", names.join(".")))),
            value: Some(Literal { text: bare.to_string().trim().to_owned(), plain: plain(value) }),
            behind: comment(raw(value.decor().suffix())),
        };
        self.by_spot.insert(Spot::new(&path, Part::Entry), written);
    }

    /// The items of a list with their comments. What follows an item's comma on its line is behind it.
    fn items(&mut self, path: &[String], list: &toml_edit::Array) {
        let mut last: Option<Spot> = None;
        let mut meet = |by_spot: &mut BTreeMap<Spot, Written>, spot: Spot, before: &str| {
            let (behind, rest) = before.split_once('\n').unwrap_or(("", before));
            let mut above = split(rest).0;
            let last = last.replace(spot.clone()).and_then(|last| by_spot.get_mut(&last));
            match last {
                _ if behind.trim().is_empty() => {}
                Some(written) => written.behind = comment(behind),
                // It stands behind the bracket: in a list of lines, above the first.
                None => above.insert(0, format!("    {}", behind.trim())),
            }
            by_spot.insert(spot, Written { above, ..Written::default() });
        };
        for item in list {
            let spot = Spot::new(path, Part::Item(plain(item)));
            meet(&mut self.by_spot, spot.clone(), raw(item.decor().prefix()));
            // What stands before a comma, or where the last item has none.
            let before_comma = comment(raw(item.decor().suffix()));
            if let Some(written) = self.by_spot.get_mut(&spot) {
                written.behind = before_comma;
            }
        }
        let end = list.trailing().as_str().unwrap_or_default();
        meet(&mut self.by_spot, Spot::new(path, Part::End), end);
    }

    /// The lines above the head of a table, or at the end. Up to a blank line they belong to the
    /// criterion that has been named right above them.
    fn above_table(&mut self, prefix: &str) -> Vec<String> {
        let mut lines = self.without_remarks(split(prefix).0);
        if let Some(remark) = self.under.take() {
            let blank = lines.iter().position(String::is_empty).unwrap_or(lines.len());
            let above: Vec<String> = lines.drain(..blank).collect();
            if !above.is_empty() {
                self.by_spot.entry(remark.entry_below()).or_default().above.extend(above);
            }
        }
        lines
    }

    /// The lines that are not weigh's; those above a remark are kept with it.
    fn without_remarks(&mut self, lines: Vec<String>) -> Vec<String> {
        let mut above = Vec::new();
        for line in lines {
            let Some(at) = self.remarks.iter().position(|(_, remark)| line.trim() == remark) else {
                above.push(line);
                continue;
            };
            // Remarks come in their order: those passed over are not there.
            let Some((spot, _)) = self.remarks.drain(..=at).next_back() else { continue };
            let written = Written { above: std::mem::take(&mut above), ..Written::default() };
            self.by_spot.insert(spot.clone(), written);
            self.under = Some(spot);
        }
        above
    }
}

/// Every table that has a head of its own, and the session itself, with its path.
fn collect<'a>(
    table: &'a Table,
    path: &mut Vec<String>,
    found: &mut Vec<(Vec<String>, &'a Table)>,
) {
    if !table.is_implicit() {
        found.push((path.clone(), table));
    }
    for (key, item) in table {
        path.push(key.to_owned());
        match item {
            Item::Table(inner) if !inner.is_dotted() => collect(inner, path, found),
            Item::ArrayOfTables(inner) => {
                for (number, inner) in inner.iter().enumerate() {
                    let known_by = if key == "scenario" { "name" } else { "id" };
                    let name = inner.get(known_by).and_then(Item::as_str);
                    path.push(name.map_or_else(|| number.to_string(), str::to_owned));
                    collect(inner, path, found);
                    path.pop();
                }
            }
            _ => {}
        }
        path.pop();
    }
}

fn raw(text: Option<&RawString>) -> &str {
    text.and_then(RawString::as_str).unwrap_or_default()
}

/// What stands above something: whole lines, and the blanks before it on its own.
fn split(prefix: &str) -> (Vec<String>, &str) {
    let Some((lines, indent)) = prefix.rsplit_once('\n') else { return (Vec::new(), prefix) };
    (lines.split('\n').map(|line| line.trim_end().to_owned()).collect(), indent)
}

/// A comment behind something, with the blanks before it; nothing where there are only blanks.
fn comment(suffix: &str) -> String {
    suffix.trim_end().to_owned()
}

/// A value as weigh writes it, but for whole numbers.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text.value()),
        Value::Integer(it) => number(*it.value() as f64),
        Value::Float(it) => number(*it.value()),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(plain).collect();
            format!("[{}]", items.join(", "))
        }
        Value::InlineTable(table) => {
            let entries: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{} = {}", super::writer::key(key), plain(value)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
        other => other.to_string().trim().to_owned(),
    }
}

#[cfg(test)]
mod tests;
