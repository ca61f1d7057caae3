//! What is known: the [`Decision`], first of the three nouns.
//!
//! Owns the types a pack describes (alternatives, criteria, sources, claims, use cases, case
//! studies, notes, examples) and the questions that need nothing but them, such as the id of a
//! claim. A decision is immutable once loaded, and whole: every reference in it is an index into
//! one of its own lists, every number is finite and on its scale, every text is free of control
//! characters. [`crate::pack`] is what sees to that.
//!
//! Must not: read files, know TOML or serde, know what anybody thinks of it (that is
//! [`crate::judgement`]) or what follows from it ([`crate::assessment`]).

mod claim;
mod number;
pub mod text;

pub use claim::{Claim, ClaimRef};
pub use number::{Scale, Trust, Weight};

/// Everything a pack says.
///
/// References between the parts are indices into the lists of this struct.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Short name of the decision, unique among packs.
    pub id: String,
    /// Heading, such as `Node.js vs Django`.
    pub title: String,
    /// What is to be decided, as a question. May be empty.
    pub question: String,
    /// What a rating means for criteria that have no scale of their own.
    pub scale: Scale,
    /// What a missing rating counts as.
    pub missing: Missing,
    /// What the marks on [`Self::scale`] mean, in words; best first, possibly empty.
    pub rubric: Vec<Mark>,
    /// What there is to choose from; at least two.
    pub alternatives: Vec<Alternative>,
    /// Who says what the claims say.
    pub sources: Vec<Source>,
    /// What the alternatives are compared on, in the order of the screen; at least one.
    pub criteria: Vec<Criterion>,
    /// Kinds of project, each with weights to start from.
    pub use_cases: Vec<UseCase>,
    /// Who used what, and how it went.
    pub case_studies: Vec<CaseStudy>,
    /// Reference: profiles, questions and answers, concepts, guidance.
    pub notes: Vec<Note>,
    /// The same small programs in each alternative.
    pub examples: Vec<Example>,
}

/// What a missing rating of an alternative counts as, on a criterion that is rated for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Missing {
    /// The middle between worst and best: a value of 0.5.
    #[default]
    Middle,
    /// The worst: a value of 0.
    Worst,
}

impl Missing {
    /// Every rule.
    pub const ALL: [Self; 2] = [Self::Middle, Self::Worst];

    /// The word packs use for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Middle => "middle",
            Self::Worst => "worst",
        }
    }

    /// The value, 0 to 1, that a missing rating counts as.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::Middle => 0.5,
            Self::Worst => 0.0,
        }
    }
}

/// What one mark of the rating scale means.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The mark, on the decision's scale.
    pub rating: f64,
    /// Its meaning in words.
    pub means: String,
}

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Unique among alternatives.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is, in a sentence or two. May be empty.
    pub summary: String,
}

/// Somebody who makes claims: an article, a report, a colleague.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Unique among sources.
    pub id: String,
    /// Title of the article or report.
    pub title: String,
    /// Who published it, where known.
    pub publisher: Option<String>,
    /// When it was published, as the source writes it, where known.
    pub published: Option<String>,
    /// How far the pack's author trusts it; the reader's own trust is in the judgement.
    pub trust: Trust,
}

/// Something the alternatives are compared on.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Unique among criteria.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it asks of an alternative. May be empty.
    pub question: String,
    /// Heading it stands under. May be empty.
    pub group: String,
    /// Weight before anybody moves a slider.
    pub weight: Weight,
    /// Its own scale, where it is measured instead of rated.
    pub scale: Option<Scale>,
    /// What the sources say on it, in the order of the pack.
    pub claims: Vec<Claim>,
}

/// A kind of project, with weights to start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseCase {
    /// Unique among use cases.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What kind of project it is. May be empty.
    pub description: String,
    /// Weight by criterion index; a criterion not named is at 0.
    pub weights: Vec<(usize, Weight)>,
    /// Projects of this kind.
    pub examples: Vec<String>,
    /// Which side the sources themselves take.
    pub favours: Vec<Favour>,
    /// Why to be careful with the weights, where there is a reason.
    pub caution: Option<String>,
}

/// One source's side in a use case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Favour {
    /// Index of the source.
    pub source: usize,
    /// Index of the alternative it favours.
    pub alternative: usize,
    /// What it says, in our words. May be empty.
    pub says: String,
    /// Why to be careful with it, where there is a reason.
    pub caution: Option<String>,
}

/// Who used what, and how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseStudy {
    /// Unique among case studies.
    pub id: String,
    /// Name on screen, mostly a company's.
    pub name: String,
    /// One or two sentences. May be empty.
    pub summary: String,
    /// Indices of the criteria it speaks to.
    pub criteria: Vec<usize>,
    /// Indices of the use cases it belongs to.
    pub use_cases: Vec<usize>,
    /// What is used for what; a company may stand on several sides.
    pub uses: Vec<Use>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
}

/// One alternative in use at a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Index of the alternative.
    pub alternative: usize,
    /// Index of the source that says so.
    pub source: usize,
    /// What it is used for. May be empty.
    pub says: String,
    /// Why to be careful with it, where there is a reason.
    pub caution: Option<String>,
}

/// What came of it, according to a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Index of the source.
    pub source: usize,
    /// The outcome in one sentence.
    pub says: String,
    /// Why to be careful with it, where there is a reason.
    pub caution: Option<String>,
}

/// What a [`Note`] is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// Portrait of an alternative.
    Profile,
    /// A question with its answer.
    Faq,
    /// A term explained.
    Concept,
    /// Advice on how to choose, learn or hire.
    Guidance,
}

impl NoteKind {
    /// Every kind, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Profile, Self::Faq, Self::Concept, Self::Guidance];

    /// The word packs use for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Faq => "faq",
            Self::Concept => "concept",
            Self::Guidance => "guidance",
        }
    }
}

/// A piece of reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Unique among notes.
    pub id: String,
    /// What it is for.
    pub kind: NoteKind,
    /// Heading.
    pub title: String,
    /// Plain paragraphs, and lists whose lines start with `- `.
    pub body: String,
    /// Indices of the alternatives it concerns.
    pub alternatives: Vec<usize>,
    /// Indices of the criteria it concerns.
    pub criteria: Vec<usize>,
    /// Indices of the sources it draws on.
    pub sources: Vec<usize>,
}

/// The same small program in several alternatives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Unique among examples.
    pub id: String,
    /// Heading.
    pub title: String,
    /// One program per alternative.
    pub codes: Vec<Code>,
}

/// One program of an [`Example`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Index of the alternative it is written for.
    pub alternative: usize,
    /// Programming language, in lower case.
    pub language: String,
    /// Path of the file beside the pack, as the pack writes it.
    pub file: String,
    /// Its text, without control characters other than line feeds; tabs are spaces.
    pub text: String,
}

impl Decision {
    /// Index of the alternative with this id.
    #[must_use]
    pub fn alternative(&self, id: &str) -> Option<usize> {
        self.alternatives.iter().position(|it| it.id == id)
    }

    /// Index of the criterion with this id.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|it| it.id == id)
    }

    /// Index of the source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<usize> {
        self.sources.iter().position(|it| it.id == id)
    }

    /// Index of the use case with this id.
    #[must_use]
    pub fn use_case(&self, id: &str) -> Option<usize> {
        self.use_cases.iter().position(|it| it.id == id)
    }

    /// Index of the case study with this id.
    #[must_use]
    pub fn case_study(&self, id: &str) -> Option<usize> {
        self.case_studies.iter().position(|it| it.id == id)
    }

    /// The scale on which a criterion is rated or measured: its own, or the decision's.
    #[must_use]
    pub fn scale_of<'a>(&'a self, criterion: &'a Criterion) -> &'a Scale {
        criterion.scale.as_ref().unwrap_or(&self.scale)
    }
}

#[cfg(test)]
pub(crate) mod tests;
