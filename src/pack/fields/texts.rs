//! The keys whose values are texts. Every one of them passes the sanitiser here, or is an id.

use std::borrow::Cow;
use std::collections::HashSet;

use toml::de::DeValue;
use unicode_width::UnicodeWidthStr;

use super::wanted::Wanted;
use super::{Fields, Placed};
use crate::decision::text;
use crate::diagnostic::quoted;
use crate::pack::log::Finding;
use crate::pack::names::Names;
use crate::schema::is_id;

impl<'t> Fields<'t, '_> {
    /// A line of text; empty where the key is missing.
    pub(in crate::pack) fn line(&mut self, key: &'static str) -> String {
        self.optional_line(key).unwrap_or_default()
    }

    /// A line of text, `None` where the key is missing or the text empty.
    pub(in crate::pack) fn optional_line(&mut self, key: &'static str) -> Option<String> {
        let (_, raw) = self.string(key)?;
        Some(text::line(&raw).into_owned()).filter(|it| !it.is_empty())
    }

    /// A line of text that must show something where it is there.
    pub(in crate::pack) fn name(&mut self, key: &'static str) -> String {
        let Some((place, raw)) = self.string(key) else { return String::new() };
        let name = text::line(&raw).into_owned();
        // Measured, not counted: a name of zero-width characters shows nothing either.
        if name.width() == 0 {
            let what = format!("`{key}` is empty");
            self.log(Finding::new(place, what).help("write at least one visible character"));
        }
        name
    }

    /// A text as the pack has it: not safe to show.
    pub(in crate::pack) fn raw(&mut self, key: &'static str) -> Option<Placed<Cow<'t, str>>> {
        self.string(key)
    }

    /// Several lines of text; empty where the key is missing.
    pub(in crate::pack) fn lines(&mut self, key: &'static str) -> String {
        self.string(key).map_or_else(String::new, |(_, raw)| text::lines(&raw))
    }

    /// A list of lines of text; empty where the key is missing.
    pub(in crate::pack) fn list_of_lines(&mut self, key: &'static str) -> Vec<String> {
        let strings = self.strings(key);
        strings.into_iter().map(|(_, raw)| text::line(&raw).into_owned()).collect()
    }

    /// The id that names this table; `None` where it is missing.
    pub(in crate::pack) fn id(&mut self) -> Option<Placed<Cow<'t, str>>> {
        let (place, id) = self.string("id")?;
        if !is_id(&id) {
            let what = match &*id {
                "" => "`id` is empty".to_owned(),
                id => format!("{} is not a valid id", quoted(id)),
            };
            let help = "an id has 1 to 64 letters, digits, `-`, `_` or `.`, such as `live-chat`";
            self.log(Finding::new(place, what).help(help));
        }
        Some((place, id))
    }

    /// Defines the id that names this table.
    pub(in crate::pack) fn define(&mut self, names: &mut Names<'t>) -> String {
        self.id().map(|(place, id)| names.define(id, place, self.log)).unwrap_or_default()
    }

    /// The number of the one thing that this key must name.
    pub(in crate::pack) fn reference(&mut self, key: &'static str, names: &mut Names<'t>) -> usize {
        self.string(key).map_or(0, |(place, id)| names.refer(id, place))
    }

    /// The numbers of the things that this key may name, none of them twice.
    pub(in crate::pack) fn references(
        &mut self,
        key: &'static str,
        names: &mut Names<'t>,
    ) -> Vec<usize> {
        let mut seen = HashSet::new();
        let mut numbers = Vec::new();
        for (place, id) in self.strings(key) {
            let number = names.refer(id.clone(), place);
            if seen.insert(number) {
                numbers.push(number);
            } else {
                let what = format!("`{key}` names {} twice", quoted(&id));
                self.log(Finding::new(place, what).help("remove one of the two"));
            }
        }
        numbers
    }

    /// A string as it stands in the pack; `None` where the key is missing.
    fn string(&mut self, key: &'static str) -> Option<Placed<Cow<'t, str>>> {
        let (place, value) = self.take(key, Wanted::Text)?;
        match value {
            DeValue::String(string) => Some((place, string)),
            other => {
                self.wrong_type(key, place, &other, Wanted::Text);
                None
            }
        }
    }

    /// A list of strings; empty where the key is missing.
    fn strings(&mut self, key: &'static str) -> Vec<Placed<Cow<'t, str>>> {
        let Some((place, value)) = self.take(key, Wanted::Texts) else { return Vec::new() };
        let DeValue::Array(array) = value else {
            self.wrong_type(key, place, &value, Wanted::Texts);
            return Vec::new();
        };
        let mut strings = Vec::with_capacity(array.len());
        for item in array {
            let place = self.place_of(&item);
            match item.into_inner() {
                DeValue::String(string) => strings.push((place, string)),
                other => self.wrong_type(key, place, &other, Wanted::Texts),
            }
        }
        strings
    }
}
