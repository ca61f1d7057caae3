//! A session being written line by line, with what somebody wrote by hand woven in.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::comments::{Comments, Part, Spot, Written};

/// The session being written.
pub(super) struct Writer<'a> {
    out: String,
    comments: &'a Comments,
    /// The table being written.
    table: Vec<String>,
    /// The places written so far.
    written: BTreeSet<Spot>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(comments: &'a Comments) -> Self {
        Self { out: String::new(), comments, table: Vec::new(), written: BTreeSet::new() }
    }

    /// The text, and the places that are in it.
    pub(super) fn finish(mut self) -> (String, BTreeSet<Spot>) {
        self.above(Spot::new(&[], Part::End), &[]);
        (self.out, self.written)
    }

    /// A comment of weigh's own.
    pub(super) fn remark(&mut self, (spot, line): &(Spot, String)) {
        self.above(spot.clone(), &[]);
        let _ = writeln!(self.out, "{line}");
    }

    /// What stands above an entry, though the entry itself is away.
    pub(super) fn gap(&mut self, key: &str) {
        let spot = self.spot(&[key], Part::Entry);
        let written = self.above(spot.clone(), &[]);
        if written.is_some_and(|it| !it.behind.is_empty()) {
            // What is behind the value is away with it.
            self.written.remove(&spot);
        }
    }

    /// The head of a table, such as `[[scenario]]`, known by a path.
    pub(super) fn header(&mut self, head: &str, path: Vec<String>) {
        self.table = path;
        let behind = self.above(Spot::new(&self.table, Part::Header), &[""]).map(|it| &it.behind);
        let _ = writeln!(self.out, "{head}{}", behind.map_or("", String::as_str));
    }

    /// A line `path = value`.
    pub(super) fn entry(&mut self, path: &[&str], value: &str) {
        let spot = self.spot(path, Part::Entry);
        let written = self.above(spot, &[]);
        // In another table, other keys would lead here.
        let lead = written.and_then(|it| it.lead.as_ref()).filter(|(keys, _)| *keys == path.len());
        match lead {
            Some((_, lead)) => self.out.push_str(lead),
            None => {
                let _ = write!(self.out, "{} = ", dotted(path));
            }
        }
        let by_hand = written.and_then(|it| it.value.as_ref()).filter(|it| it.plain == value);
        let value = by_hand.map_or(value, |it| it.text.as_str());
        let _ = writeln!(self.out, "{value}{}", written.map_or("", |it| it.behind.as_str()));
    }

    /// A list with one item per line, left out where it is empty.
    pub(super) fn list(&mut self, key: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let whole = format!("[{}]", items.join(", "));
        let spots = items.iter().map(|item| self.spot(&[key], Part::Item(item.clone())));
        let spots: Vec<Spot> = spots.chain([self.spot(&[key], Part::End)]).collect();
        let by_hand = self.comments.at(&self.spot(&[key], Part::Entry));
        if by_hand.and_then(|it| it.value.as_ref()).is_some_and(|it| it.plain == whole) {
            self.written.extend(spots);
            self.entry(&[key], &whole);
            return;
        }
        let written = self.above(self.spot(&[key], Part::Entry), &[]);
        let _ = writeln!(self.out, "{} = [", dotted(&[key]));
        for (spot, item) in spots.iter().zip(items) {
            let behind = self.above(spot.clone(), &[]).map_or("", |it| it.behind.as_str());
            let _ = writeln!(self.out, "    {item},{behind}");
        }
        self.above(self.spot(&[key], Part::End), &[]);
        let _ = writeln!(self.out, "]{}", written.map_or("", |it| it.behind.as_str()));
    }

    /// Writes the lines above a place, those by hand or else these, and says what is written there.
    fn above(&mut self, spot: Spot, otherwise: &[&str]) -> Option<&'a Written> {
        let written = self.comments.at(&spot);
        self.written.insert(spot);
        match written {
            Some(written) => written.above.iter().for_each(|line| self.line(line)),
            None => otherwise.iter().for_each(|line| self.line(line)),
        }
        written
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}");
    }

    fn spot(&self, keys: &[&str], part: Part) -> Spot {
        let mut path = self.table.clone();
        path.extend(keys.iter().map(|&key| key.to_owned()));
        Spot::new(&path, part)
    }
}

/// Keys in a row.
fn dotted(path: &[&str]) -> String {
    let path: Vec<String> = path.iter().map(|part| key(part)).collect();
    path.join(".")
}

/// A finite number, with as many digits as it takes to read it back unchanged.
pub(super) fn number(number: f64) -> String {
    format!("{number:?}")
}

/// A key, in quotes where it needs them.
pub(super) fn key(key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !key.is_empty() && key.chars().all(bare) { key.to_owned() } else { quoted(key) }
}

/// A string on one line, whatever it contains.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
