//! What the files that people write may say: their tables and keys, and what each is good for.
//!
//! A decoder has a [`Table`] beside it for everything it reads, and reads by it: which keys there
//! are, which must be there, what the unknown ones are held against. A [`Document`] makes a JSON
//! Schema of the same tables (`json`), so that editors know what the decoder knows.
//!
//! Must not: read a file, or know what any key means.

mod json;

pub use json::Document;

/// A table of a file.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// What people call it in a sentence, such as `` `[[criterion]]` `` or "a scale".
    pub heading: &'static str,
    /// What it is good for, as a sentence.
    pub about: &'static str,
    /// Its keys, in the order in which they are best written.
    pub keys: &'static [Key],
    /// More keys, which other tables have as well.
    pub shared: &'static [Key],
    /// Of these keys exactly one must be there.
    pub one_of: &'static [&'static str],
    /// What becomes of other keys.
    pub others: Others,
}

/// What becomes of keys that a table does not name.
#[derive(Debug, Clone, Copy)]
pub enum Others {
    /// They are errors.
    Refused,
    /// They are let be.
    Kept,
    /// They are names that the author chooses, each with a value of this kind.
    Each(Kind),
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// What it says, as a sentence.
    pub about: &'static str,
    /// Whether it must be there.
    pub is_required: bool,
}

/// What a value is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Any text.
    Text,
    /// A text that shows something.
    Name,
    /// The id of something: see [`is_id`].
    Id,
    /// A text of words that a regular expression describes.
    Words(fn() -> String),
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// A finite number.
    Number,
    /// A number from one to another.
    Range(u8, u8),
    /// This number only.
    Exactly(u8),
    /// `true` or `false`.
    Truth,
    /// A day without a time of day.
    Day,
    /// A list of values, so many at least.
    List(&'static Kind, u8),
    /// A list of ids, none of them twice.
    Ids,
    /// A table.
    Table(&'static Table),
    /// A list of tables.
    Tables(&'static Table),
    /// A kind that occurs in several places, by a name of its own.
    Named(&'static str, &'static Kind),
}

impl Table {
    /// A table without keys, in which none may be.
    pub const EMPTY: Self = Self {
        heading: "this table",
        about: "",
        keys: &[],
        shared: &[],
        one_of: &[],
        others: Others::Refused,
    };

    /// Every key, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> + Clone + use<> {
        self.keys.iter().chain(self.shared)
    }

    /// The name of every key, in their order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.keys().map(|it| it.name)
    }

    /// The key of this name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys().find(|it| it.name == name)
    }

    /// What the value of this key is, where that is known.
    #[must_use]
    pub fn kind(&'static self, name: &str) -> Option<&'static Kind> {
        let others = if let Others::Each(kind) = &self.others { Some(kind) } else { None };
        self.key(name).map(|it| &it.kind).or(others)
    }
}

impl Key {
    /// A key that may be left out.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, kind, about, is_required: false }
    }

    /// The same as one that must be there.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }
}

impl Kind {
    /// How much something matters.
    pub const WEIGHT: Self = Self::Range(0, 10);
    /// How far something is trusted.
    pub const TRUST: Self = Self::Range(0, 1);

    /// What each item is, where this is a list.
    #[must_use]
    pub const fn item(&'static self) -> Option<&'static Self> {
        match self {
            Self::List(item, _) => Some(item),
            Self::Ids => Some(&Self::Id),
            Self::Named(_, kind) => kind.item(),
            _ => None,
        }
    }

    /// The table that this is, or that each item of the list is.
    #[must_use]
    pub const fn table(&self) -> Option<&'static Table> {
        match self {
            Self::Table(table) | Self::Tables(table) => Some(table),
            Self::Named(_, kind) => kind.table(),
            _ => None,
        }
    }
}

/// An id has so many characters at most.
pub const LONGEST_ID: usize = 64;

/// What [`is_id`] says, as a regular expression of ECMAScript, but for the length.
pub const ID: &str = r"^\.*[\p{Alphabetic}\p{N}_-][\p{Alphabetic}\p{N}_.-]*$";

/// Whether a text can be an id: letters, digits, `-`, `_` and `.`, not only the last, and few.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.chars().take(LONGEST_ID + 1).count() <= LONGEST_ID
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && text.chars().any(|c| c != '.')
}
