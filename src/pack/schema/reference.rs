//! `[[note]]` and `[[example]]`.

use std::collections::HashSet;

use super::Builder;
use crate::decision::{Code, Example, Note, NoteKind, text};
use crate::diagnostic::quoted;
use crate::pack::fields::Fields;
use crate::pack::log::Finding;
use crate::schema::{Key, Kind, Table};

/// `[[note]]`.
pub(super) static NOTE: Table = Table {
    heading: "`[[note]]`",
    about: "Background to read.",
    keys: &[
        Key::new("id", Kind::Id, "The id that `weigh explain` takes.").required(),
        Key::new(
            "kind",
            Kind::OneOf(note_kinds),
            "The kind of note; notes of one kind are listed together.",
        )
        .required(),
        Key::new("title", Kind::Name, "Its title.").required(),
        Key::new("body", Kind::Text, "Its text, which may have several lines.").required(),
        Key::new("alternatives", Kind::Ids, "The ids of the alternatives that it is about."),
        Key::new("criteria", Kind::Ids, "The ids of the criteria that it is about."),
        Key::new("sources", Kind::Ids, "The ids of the sources that it is based on."),
    ],
    ..Table::EMPTY
};

/// `[[example]]`.
pub(super) static EXAMPLE: Table = Table {
    heading: "`[[example]]`",
    about: "The same small program, written with each alternative.",
    keys: &[
        Key::new("id", Kind::Id, "The id that `weigh explain` takes.").required(),
        Key::new("title", Kind::Name, "Its title.").required(),
        Key::new("code", Kind::Tables(&CODE), "The programs, one per alternative.").required(),
    ],
    ..Table::EMPTY
};

/// `[[example.code]]`.
static CODE: Table = Table {
    heading: "`[[example.code]]`",
    about: "A program.",
    keys: &[
        Key::new("alternative", Kind::Id, "The id of the alternative that it is written with.")
            .required(),
        Key::new("language", Kind::Name, "Its language, such as python.").required(),
        Key::new("file", Kind::Text, "The path of its file in the pack's folder.").required(),
    ],
    ..Table::EMPTY
};

/// The names of the kinds of notes.
fn note_kinds() -> Vec<&'static str> {
    NoteKind::ALL.map(NoteKind::name).to_vec()
}

impl<'t> Builder<'t> {
    /// `[[note]]`.
    pub(super) fn note(&mut self, mut fields: Fields<'t, '_>) -> Note {
        let note = Note {
            id: fields.define(&mut self.notes),
            kind: note_kind(&mut fields),
            title: fields.name("title"),
            body: fields.lines("body"),
            alternatives: fields.references("alternatives", &mut self.alternatives),
            criteria: fields.references("criteria", &mut self.criteria),
            sources: fields.references("sources", &mut self.sources),
        };
        fields.finish();
        note
    }

    /// `[[example]]`.
    pub(super) fn example(&mut self, mut fields: Fields<'t, '_>) -> Example {
        let id = fields.define(&mut self.examples);
        let title = fields.name("title");
        let place = fields.place();
        let has_code = fields.has("code");
        let mut sides = HashSet::new();
        let mut codes = Vec::new();
        for it in fields.tables("code") {
            let place = it.place();
            let code = self.code(it);
            if !sides.insert(code.alternative) {
                let what = "this example has a second program for the same alternative";
                let help = "keep one of the two; an example shows one program per alternative";
                self.log.add(Finding::new(place, what).help(help));
            }
            codes.push(code);
        }
        if has_code && codes.is_empty() {
            let help = "add at least one `[[example.code]]` with alternative, language and file";
            self.log.add(Finding::new(place, "this example has no code").help(help));
        }
        fields.finish();
        Example { id, title, codes }
    }

    /// `[[example.code]]`.
    fn code(&mut self, mut fields: Fields<'t, '_>) -> Code {
        let alternative = fields.reference("alternative", &mut self.alternatives);
        let language = fields.name("language").to_lowercase();
        let (file, code) = match fields.raw("file") {
            None => Default::default(),
            Some((place, file)) => match self.files.example(&file) {
                Ok(code) => (text::line(&file).into_owned(), text::lines(&code)),
                Err(refusal) => {
                    self.log.add(refusal.at(place));
                    Default::default()
                }
            },
        };
        fields.finish();
        Code { alternative, language, file, text: code }
    }
}

/// The note's `kind`.
fn note_kind(fields: &mut Fields<'_, '_>) -> NoteKind {
    let Some((place, word)) = fields.raw("kind") else { return NoteKind::Faq };
    NoteKind::ALL.into_iter().find(|it| it.name() == word).unwrap_or_else(|| {
        let kinds = NoteKind::ALL.map(|it| quoted(it.name())).join(", ");
        let what = format!("{} is not a kind of note", quoted(&word));
        fields.log(Finding::new(place, what).help(format!("the kinds are {kinds}")));
        NoteKind::Faq
    })
}
