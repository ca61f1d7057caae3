//! Forms: a few labelled lines to fill in, for what is yours: ratings, notes, criteria.

use super::find::Field;
use super::{App, Command, Overlay, Pane};
use crate::assessment::{Exclusion, words};
use crate::decision::{Criterion, Scale, Weight};
use crate::judgement::{OwnRating, Subject};
use crate::search::Place;

/// The heading under which criteria of your own stand.
const OWN_GROUP: &str = "Your own";

/// A form over the panes.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// Its heading.
    pub title: String,
    /// What it asks, in a sentence.
    pub hint: String,
    /// Its lines.
    pub lines: Vec<FormLine>,
    /// Index of the line being filled in.
    pub selected: usize,
    /// What is wrong with what was entered.
    pub error: Option<String>,
    /// What its lines said at first.
    at_first: Vec<String>,
}

/// One line of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormLine {
    /// What it asks for.
    pub label: String,
    /// What is entered.
    pub field: Field,
    /// What holds while nothing is entered.
    pub placeholder: String,
}

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Your own ratings on the criterion with this index.
    Rate(usize),
    /// A note on this subject.
    Note(Subject),
    /// A criterion of your own: a new one, or the one with this index.
    Criterion(Option<usize>),
    /// Another name for the scenario with this index.
    Scenario(usize),
}

impl Form {
    pub(super) fn new(
        purpose: Purpose,
        title: impl Into<String>,
        hint: impl Into<String>,
        lines: Vec<FormLine>,
    ) -> Self {
        let at_first = lines.iter().map(|it| it.field.text().to_owned()).collect();
        let (title, hint) = (title.into(), hint.into());
        Self { purpose, title, hint, lines, selected: 0, error: None, at_first }
    }

    /// Whether its lines say what they said at first.
    pub(super) fn is_as_opened(&self) -> bool {
        self.lines.iter().map(|it| it.field.text()).eq(self.at_first.iter().map(String::as_str))
    }
}

impl FormLine {
    pub(super) fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        let field = Field::new(text.into());
        Self { label: label.into(), field, placeholder: String::new() }
    }

    /// A line for a number, which the first character that is typed replaces.
    fn number(label: impl Into<String>, number: impl Into<String>) -> Self {
        Self { field: Field::marked(number.into()), ..Self::new(label, "") }
    }

    fn text(&self) -> String {
        self.field.text().trim().to_owned()
    }
}

impl App {
    /// Opens the form for your own ratings on the criterion that is selected.
    pub(super) fn open_rate(&mut self) {
        let Some(j) = self.slider("rate it") else { return };
        let criterion = self.judgement.criterion(&self.decision, j);
        let scale = self.decision.scale_of(criterion);
        let title = format!("Your own rating: {}", criterion.name);
        let empty = if criterion.claims.is_empty() {
            "No source rates it. Leave empty to keep it out of the score."
        } else {
            "Overrides the sources. Leave empty to use their rating."
        };
        let hint = format!("A number {}. {empty}", range(scale));
        let mut form = Form::new(Purpose::Rate(j), title, hint, self.rating_lines(Some(j)));
        form.selected = self.first_line_to_rate();
        self.open_form(form);
    }

    /// The line of the alternative whose claim is selected.
    fn first_line_to_rate(&self) -> usize {
        let claim = self.selected_claim().filter(|_| self.focus == Pane::Detail);
        claim.map_or(0, |it| 2 * self.decision.claim(it).alternative)
    }

    /// A line for the rating and one for the reason, for each alternative.
    fn rating_lines(&self, criterion: Option<usize>) -> Vec<FormLine> {
        let mut lines = Vec::new();
        for (a, alternative) in self.decision.alternatives.iter().enumerate() {
            let own = criterion.and_then(|j| self.judgement.own_rating(j, a));
            let rating = own.map(|it| plain(it.rating)).unwrap_or_default();
            let reason = own.map(|it| it.reason.clone()).unwrap_or_default();
            let says = criterion.and_then(|j| self.assessment.rating(j, a)).filter(|it| !it.own);
            let scale = criterion
                .map(|j| self.decision.scale_of(self.judgement.criterion(&self.decision, j)));
            let placeholder = says
                .zip(scale)
                .map(|(it, scale)| format!("sources: {}", words::rating(it.rating, scale)));
            let placeholder = placeholder.unwrap_or_default();
            lines.push(FormLine { placeholder, ..FormLine::number(&alternative.name, rating) });
            lines.push(FormLine::new("  because", reason));
        }
        lines
    }

    /// Opens the form for a note: on the criterion that is selected, elsewhere on the decision.
    pub(super) fn open_note(&mut self) {
        let (subject, about) = match (self.focus, self.subject) {
            (Pane::Criteria | Pane::Detail, Place::Criterion(j)) => {
                let name = self.judgement.criterion(&self.decision, j).name.clone();
                (Subject::Criterion(j), name)
            }
            _ => (Subject::Decision, "the decision".into()),
        };
        let note = self.judgement.note(subject).unwrap_or_default().to_owned();
        let hint = "It is saved in the session and appears in every report.";
        let lines = vec![FormLine::new("Note", note)];
        self.open_form(Form::new(Purpose::Note(subject), format!("Note on {about}"), hint, lines));
    }

    /// Opens the form for a criterion of your own: for the one that is selected, else a new one.
    pub(super) fn open_criterion(&mut self) {
        let own = self.own_criterion_selected();
        let (name, question, weight) = match own {
            Some(j) => {
                let criterion = self.judgement.criterion(&self.decision, j);
                let weight = self.judgement.weight(j).to_string();
                (criterion.name.clone(), criterion.question.clone(), weight)
            }
            None => (String::new(), String::new(), String::new()),
        };
        let mut lines = vec![
            FormLine::new("Name", name),
            FormLine::new("Question", question),
            FormLine::number(format!("Weight ({})", Weight::DEFAULT), weight),
        ];
        lines.extend(self.rating_lines(own));
        let title = if own.is_some() { "Your criterion" } else { "A criterion of your own" };
        let hint = format!("Ratings run {}.", range(self.scale_of_own(own)));
        self.open_form(Form::new(Purpose::Criterion(own), title, hint, lines));
    }

    /// The scale of a criterion of your own, or of a new one.
    fn scale_of_own(&self, own: Option<usize>) -> &Scale {
        let decision = &self.decision;
        let of = |j| decision.scale_of(self.judgement.criterion(decision, j));
        own.map_or(&decision.scale, of)
    }

    /// The criterion of your own that is selected.
    fn own_criterion_selected(&self) -> Option<usize> {
        let Place::Criterion(j) = self.subject else { return None };
        (j >= self.decision.criteria.len()).then_some(j)
    }

    /// Removes the criterion of your own that is selected.
    pub(super) fn remove_criterion(&mut self) {
        let Some(j) = self.own_criterion_selected() else {
            self.notice =
                Some("Only criteria of your own can be removed; exclude the others".into());
            return;
        };
        let name = self.judgement.criterion(&self.decision, j).name.clone();
        self.change(|judgement, _| judgement.remove_criterion(j));
        self.notice = Some(format!("Removed: {name}"));
    }

    /// Takes over what is entered, or says what is wrong with it.
    pub(super) fn accept_form(&mut self) {
        let Some(Overlay::Form(form)) = &self.overlay else { return };
        let form = form.clone();
        let draft = self.draft_of(form.purpose);
        let done = match form.purpose {
            Purpose::Rate(j) => self.accept_ratings(&form, j),
            Purpose::Note(subject) => {
                self.accept_note(subject, form.lines[0].text());
                Ok(())
            }
            Purpose::Criterion(own) => self.accept_criterion(&form, own),
            Purpose::Scenario(at) => self.accept_name(at, &form.lines[0].text()),
        };
        match (done, &mut self.overlay) {
            (Ok(()), _) => {
                self.overlay = None;
                self.drafts.remove(&draft);
            }
            (Err((line, error)), Some(Overlay::Form(form))) => {
                form.selected = line;
                form.error = Some(error);
            }
            _ => {}
        }
    }

    /// Takes over a note; an empty one takes back the one that there was.
    fn accept_note(&mut self, subject: Subject, note: String) {
        let said = match (note.is_empty(), self.judgement.note(subject)) {
            (false, _) => "The note is saved and appears in every report",
            (true, Some(_)) => "The note is removed",
            (true, None) => "The note is empty: nothing was saved",
        };
        self.change(|judgement, _| judgement.set_note(subject, note));
        self.notice = Some(said.into());
    }

    /// Takes over the ratings.
    fn accept_ratings(&mut self, form: &Form, j: usize) -> Result<(), (usize, String)> {
        let scale = self.decision.scale_of(self.judgement.criterion(&self.decision, j)).clone();
        let had = |a| self.judgement.own_rating(j, a).is_some();
        let ratings = ratings(form, 0, &scale, had)?;
        let kept = if ratings.iter().any(Option::is_some) {
            "Your ratings are saved"
        } else if (0..ratings.len()).any(had) {
            "Your ratings are removed"
        } else {
            return Ok(());
        };
        self.change(|judgement, _| {
            for (a, own) in ratings.into_iter().enumerate() {
                judgement.set_own_rating(j, a, own);
            }
        });
        self.tell_kept(kept, j);
        Ok(())
    }

    /// Says that something about a criterion is kept, and what it still takes for it to count.
    fn tell_kept(&mut self, kept: &str, j: usize) {
        let (but, next) = match self.assessment.exclusion(j) {
            Some(Exclusion::ByYou) => ("; the criterion is excluded", Some(Command::Exclude)),
            Some(Exclusion::Unrated) => {
                ("; it counts once an alternative has a rating", Some(Command::Rate))
            }
            None if self.assessment.share(j) <= 0.0 => {
                // In the right pane the keys for whole steps change the tab.
                let more =
                    if self.focus == Pane::Detail { Command::MoreFine } else { Command::More };
                ("; at weight 0 the criterion does not count", Some(more))
            }
            None => ("", None),
        };
        self.notice = Some(format!("{kept}{but}"));
        self.follow_up = next;
    }

    fn accept_criterion(&mut self, form: &Form, own: Option<usize>) -> Result<(), (usize, String)> {
        let name = form.lines[0].text();
        if name.is_empty() {
            return Err((0, "Give it a name".into()));
        }
        if let Some(taken) = self.name_taken(&name, own) {
            return Err((0, format!("{taken} is a criterion already; give yours another name")));
        }
        let weight = match form.lines[2].text() {
            empty if empty.is_empty() => Some(Weight::DEFAULT),
            text => number(&text).and_then(Weight::from_f64),
        };
        let weight = weight
            .ok_or((2, "The weight must be between 0 and 10, with one decimal at most".into()))?;
        let had = |a| own.is_some_and(|j| self.judgement.own_rating(j, a).is_some());
        let ratings = ratings(form, 3, self.scale_of_own(own), had)?;
        // What the form does not ask for stays as it is.
        let (id, group, scale) = match own.map(|j| self.judgement.criterion(&self.decision, j)) {
            Some(it) => (it.id.clone(), it.group.clone(), it.scale.clone()),
            None => (self.free_id(&name), OWN_GROUP.into(), None),
        };
        let question = form.lines[1].text();
        let criterion = Criterion { id, name, question, group, weight, scale, claims: Vec::new() };
        let mut added = 0;
        self.change(|judgement, _| {
            let j = match own {
                Some(j) => {
                    judgement.replace_criterion(j, criterion);
                    j
                }
                None => judgement.add_criterion(criterion),
            };
            judgement.set_weight(j, weight);
            for (a, own) in ratings.into_iter().enumerate() {
                judgement.set_own_rating(j, a, own);
            }
            added = j;
        });
        self.select(Pane::Criteria, added);
        self.focus = Pane::Criteria;
        self.tell_kept("Your criterion is saved", added);
        Ok(())
    }

    /// The name of another criterion that nobody could tell from this one. Who has such a name
    /// already, from a session, may keep it.
    fn name_taken(&self, name: &str, own: Option<usize>) -> Option<&str> {
        let criterion = |j| self.judgement.criterion(&self.decision, j);
        if own.is_some_and(|j| criterion(j).name == name) {
            return None;
        }
        let same = |it: &&str| it.to_lowercase() == name.to_lowercase();
        let all = (0..self.judgement.criteria_count()).filter(|j| Some(*j) != own);
        all.map(|j| criterion(j).name.as_str()).find(same)
    }

    /// An id for a criterion with this name that no criterion has yet.
    fn free_id(&self, name: &str) -> String {
        let plain: String = name
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        let stem: String = plain.trim_matches('-').chars().take(40).collect();
        let stem = if stem.is_empty() { "own".to_owned() } else { stem };
        let taken = |id: &str| self.judgement.criteria(&self.decision).any(|it| it.id == id);
        let mut id = stem.clone();
        let mut next = 2;
        while taken(&id) {
            id = format!("{stem}-{next}");
            next += 1;
        }
        id
    }
}

/// The ratings that begin at a line of a form: for each alternative a rating, maybe empty, and a
/// reason. Where there `had` been a rating, emptying it takes it back with its reason; a reason for
/// none is a mistake.
fn ratings(
    form: &Form,
    first: usize,
    scale: &Scale,
    had: impl Fn(usize) -> bool,
) -> Result<Vec<Option<OwnRating>>, (usize, String)> {
    let pairs = form.lines[first..].chunks_exact(2).enumerate();
    pairs
        .map(|(a, pair)| {
            let (rating, reason) = (pair[0].text(), pair[1].text());
            if rating.is_empty() && (reason.is_empty() || had(a)) {
                return Ok(None);
            }
            match number(&rating).filter(|it| scale.contains(*it)) {
                Some(rating) => Ok(Some(OwnRating { rating, reason })),
                None => Err((first + 2 * a, format!("A rating is a number {}", range(scale)))),
            }
        })
        .collect()
}

/// A number as somebody types it; a comma is taken for the decimal point.
fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|it: &f64| it.is_finite())
}

/// `from 1 (worst) to 5 (best)`
fn range(scale: &Scale) -> String {
    let unit = scale.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    format!("from {} (worst) to {} (best){unit}", plain(scale.worst), plain(scale.best))
}

/// A number as short as it can be written.
fn plain(number: f64) -> String {
    format!("{number}")
}
