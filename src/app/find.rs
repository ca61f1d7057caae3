//! Search and the command palette: a line to type, and what matches below it.

use tui_input::{Input, InputRequest};

use super::stroke::is_of_stroke;
use super::{App, COMMANDS, Command, Group, Overlay, Row};
use crate::decision::text;
use crate::judgement::Subject;
use crate::search::{Entry, Match, Named, Place, entries, search, search_named};

/// Characters that a line holds at most.
const LONGEST: usize = 2000;

/// How many commands the palette remembers, and places the search.
const RECENT: usize = 5;

/// More matches than anybody scrolls through.
const MOST: usize = 500;

/// Fuzzy search over everything in the decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// What is typed.
    pub query: Field,
    /// What can be found.
    pub entries: Vec<Entry>,
    /// What is found, best first, as indices into `entries`; of very many, the best.
    pub matches: Vec<Match>,
    /// How much is found.
    pub found: usize,
    /// What was gone to from it before, the last first, as indices into `entries`.
    pub recent: Vec<usize>,
    /// Index of the selected match.
    pub selected: usize,
    /// What lies below it, and is there again when it is closed.
    pub(super) over: Option<Box<Overlay>>,
}

/// The command palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// What is typed.
    pub query: Field,
    /// The commands as they are called, in the order of [`COMMANDS`].
    named: Vec<Named>,
    /// What is found, best first, as indices into [`COMMANDS`]; its positions are those of the name,
    /// two spaces and the help.
    pub matches: Vec<Match>,
    /// What was run from it before, the last first.
    pub recent: Vec<Command>,
    /// Index of the selected match.
    pub selected: usize,
    /// What lies below it, and is there again when it is closed.
    pub(super) over: Option<Box<Overlay>>,
}

/// A line of text with a cursor.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
    /// Whether the text is marked as a whole: what is typed or pasted replaces it.
    is_marked: bool,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
            && self.cursor() == other.cursor()
            && self.is_marked == other.is_marked
    }
}

impl Field {
    /// A line with this text, and the cursor at its end.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self { input: Input::new(text), is_marked: false }
    }

    /// The same with the text marked as a whole, so that what is typed or pasted replaces it. Whoever
    /// moves the cursor first keeps it.
    #[must_use]
    pub(super) fn marked(text: String) -> Self {
        Self { is_marked: !text.is_empty(), ..Self::new(text) }
    }

    /// Whether the text is marked.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.is_marked
    }

    /// Keeps the text, whatever is typed.
    pub(super) fn unmark(&mut self) {
        self.is_marked = false;
    }

    /// Deletes the text if it is marked, and says whether it was.
    fn delete_marked(&mut self) -> bool {
        let was_marked = std::mem::take(&mut self.is_marked);
        if was_marked {
            self.input = Input::default();
        }
        was_marked
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Index of the character under the cursor; the number of characters at the end.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// Carries out an edit, and says whether the text is another one now.
    pub(super) fn edit(&mut self, edit: InputRequest) -> bool {
        use InputRequest::{DeleteNextChar, DeletePrevChar, InsertChar};
        match edit {
            InsertChar(character) if !text::is_harmless(character) => return false,
            InsertChar(_) => {
                self.delete_marked();
                if self.text().chars().count() >= LONGEST {
                    return false;
                }
            }
            DeletePrevChar | DeleteNextChar if self.delete_marked() => return true,
            _ => self.unmark(),
        }
        self.input.handle(edit).is_some_and(|change| change.value)
    }

    /// Inserts a pasted text as far as there is room, without what could drive a terminal.
    pub(super) fn paste(&mut self, text: &str) -> bool {
        if !text.is_empty() {
            self.delete_marked();
        }
        let (old, cursor) = (self.input.value(), self.input.cursor());
        let room = LONGEST.saturating_sub(old.chars().count());
        let pasted = text::pasted(&text.chars().take(room).collect::<String>());
        let after = cursor + pasted.chars().count();
        let new: String = old
            .chars()
            .take(cursor)
            .chain(pasted.chars())
            .chain(old.chars().skip(cursor))
            .collect();
        self.input = Input::new(new).with_cursor(after);
        !pasted.is_empty()
    }
}

impl Search {
    fn new(app: &App) -> Self {
        let mut entries = entries(app.decision());
        let own = app.judgement().own_criteria().iter().enumerate().map(|(at, criterion)| {
            let place = Place::Criterion(app.decision().criteria.len() + at);
            Entry::new(place, &criterion.name, &criterion.question)
        });
        entries.extend(own);
        let notes = app.judgement().notes().filter_map(|(subject, note)| match subject {
            Subject::Criterion(j) => {
                let name = &app.judgement().criterion(app.decision(), j).name;
                Some(Entry::new(Place::Criterion(j), note, &format!("your note, {name}")))
            }
            Subject::Decision => None,
        });
        entries.extend(notes);
        let at = |place: &Place| entries.iter().position(|it| it.place == *place);
        let recent = app.places.iter().filter_map(at).collect();
        let query = Field::default();
        let mut search =
            Self { query, entries, matches: Vec::new(), found: 0, recent, selected: 0, over: None };
        search.find();
        search
    }

    fn find(&mut self) {
        let hits = search(self.query.text(), self.entries.iter().map(Entry::searched), MOST);
        (self.found, self.matches) = (hits.count, hits.best);
        if self.query.text().trim().is_empty() {
            let again = |index: &usize| Match { index: *index, score: 0, positions: Vec::new() };
            self.matches.retain(|it| !self.recent.contains(&it.index));
            self.matches.splice(..0, self.recent.iter().map(again));
        }
        self.selected = 0;
    }

    /// Whether a match was gone to from it before.
    #[must_use]
    pub fn is_recent(&self, found: &Match) -> bool {
        self.recent.contains(&found.index)
    }

    /// The entry that is selected.
    #[must_use]
    pub fn chosen(&self) -> Option<&Entry> {
        self.matches.get(self.selected).map(|it| &self.entries[it.index])
    }
}

impl Palette {
    fn new(recent: Vec<Command>, keys: &[(Command, String)]) -> Self {
        let query = Field::default();
        let named = COMMANDS.iter().map(|row| {
            let others = std::iter::once(&row.name).chain(row.synonyms).copied();
            let keys = keys.iter().filter(|it| it.0 == row.command).map(|it| it.1.as_str());
            Named::new(row.id, others, keys, row.help)
        });
        let named = named.collect();
        let mut palette =
            Self { query, named, matches: Vec::new(), recent, selected: 0, over: None };
        palette.find();
        palette
    }

    fn find(&mut self) {
        self.matches = search_named(self.query.text(), &self.named);
        if self.query.text().trim().is_empty() {
            // Who opens the palette looks for something to do, mostly again, not for the arrow keys or
            // the digits.
            let recent = |it: &Match| self.recent.iter().position(|at| *at == command(it));
            let moves =
                |it: &Match| (is_of_stroke(command(it)), COMMANDS[it.index].group == Group::Move);
            self.matches.sort_by_key(|it| (recent(it).unwrap_or(usize::MAX), moves(it)));
        }
        self.selected = 0;
    }

    /// Whether a match was run from it before.
    #[must_use]
    pub fn is_recent(&self, found: &Match) -> bool {
        self.recent.contains(&command(found))
    }

    /// The command that is selected.
    #[must_use]
    pub fn chosen(&self) -> Option<&'static Row> {
        self.matches.get(self.selected).map(|it| &COMMANDS[it.index])
    }
}

/// The command of a match.
fn command(found: &Match) -> Command {
    COMMANDS[found.index].command
}

impl App {
    pub(super) fn open_search(&mut self) {
        let search = Search::new(self);
        let over = self.laid_below();
        self.overlay = Some(Overlay::Search(Search { over, ..search }));
    }

    pub(super) fn open_palette(&mut self) {
        let palette = Palette::new(self.recent.clone(), &self.keys);
        let over = self.laid_below();
        self.overlay = Some(Overlay::Palette(Palette { over, ..palette }));
    }

    /// What lies over the panes, to be below what is opened next; of search and palette, what they lie
    /// over themselves.
    fn laid_below(&mut self) -> Option<Box<Overlay>> {
        match self.overlay.take()? {
            Overlay::Search(Search { over, .. }) | Overlay::Palette(Palette { over, .. }) => over,
            other => Some(Box::new(other)),
        }
    }

    /// How many things the overlay lists.
    pub(super) fn overlay_results(&self) -> usize {
        match &self.overlay {
            Some(Overlay::Search(search)) => search.matches.len(),
            Some(Overlay::Palette(palette)) => palette.matches.len(),
            Some(Overlay::Disagreements(_)) => self.disagreements().len(),
            _ => 0,
        }
    }

    /// Edits the line of the overlay, and answers what is typed.
    pub(super) fn edit(&mut self, edit: impl FnOnce(&mut Field) -> bool) {
        let Some(overlay) = &mut self.overlay else { return };
        let field = match overlay {
            Overlay::Search(search) => &mut search.query,
            Overlay::Palette(palette) => &mut palette.query,
            Overlay::Export(form) => &mut form.path,
            Overlay::Form(form) => &mut form.lines[form.selected].field,
            Overlay::Help(_)
            | Overlay::Sources(_)
            | Overlay::Disagreements(_)
            | Overlay::Robustness(_)
            | Overlay::Reference(_)
            | Overlay::Trouble(_) => return,
        };
        if !edit(field) {
            return;
        }
        match overlay {
            Overlay::Search(search) => search.find(),
            Overlay::Palette(palette) => palette.find(),
            Overlay::Export(form) => form.path_typed(),
            Overlay::Form(form) => form.error = None,
            _ => {}
        }
    }

    /// Goes to the entry that is selected; the search is over.
    pub(super) fn accept_search(&mut self) {
        if let Some(Overlay::Search(search)) = &self.overlay
            && let Some(place) = search.chosen().map(|entry| entry.place)
        {
            self.overlay = None;
            remember(&mut self.places, place);
            self.go_to(place);
        }
    }

    /// The command that is selected in the palette, which is closed. What it lies over stays for what
    /// is about that.
    pub(super) fn accept_palette(&mut self) -> Option<Command> {
        let Some(Overlay::Palette(palette)) = &mut self.overlay else { return None };
        let command = palette.chosen()?.command;
        let over = palette.over.take().filter(|_| is_about_overlays(command));
        self.overlay = over.map(|it| *it);
        remember(&mut self.recent, command);
        Some(command)
    }
}

/// Whether a command is about what lies over the panes, if anything does; or about nothing on the
/// screen.
fn is_about_overlays(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::Up
            | C::Down
            | C::PageUp
            | C::PageDown
            | C::First
            | C::Last
            | C::Open
            | C::Close
            | C::Less
            | C::More
            | C::LessFine
            | C::MoreFine
            | C::Set(_)
            | C::Undo
            | C::Redo
            | C::CopyVerdict
            | C::CopyShown
            | C::Help
            | C::Mouse
            | C::Redraw
            | C::Suspend
            | C::Quit
    )
}

/// Puts something first among what was chosen before.
fn remember<T: PartialEq>(recent: &mut Vec<T>, chosen: T) {
    recent.retain(|it| *it != chosen);
    recent.insert(0, chosen);
    recent.truncate(RECENT);
}
