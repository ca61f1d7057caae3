//! Fuzzy search: which of many texts match a few letters, and where.
//!
//! The only room that names `fuzzy-matcher`, so that it can be replaced. Must not know what is done
//! with a match.
//!
//! A query is split on white space; every term must match, in any order, and the scores add up.
//! Case is folded here, since the matcher folds ASCII only, and positions are given back as
//! character indices into the text as it is written.

mod names;

use std::borrow::Borrow;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use rayon::prelude::*;

use crate::decision::{ClaimRef, Decision};
pub use names::{Named, search_named};

/// Characters of a query that count; the matcher's work grows with the square.
const LONGEST_QUERY: usize = 64;

/// Characters of a text that are searched.
const LONGEST_TEXT: usize = 600;

/// Texts with all letters of a query that are looked at, at most: what comes behind so many is not
/// found, so that no key waits for it. Names stand before claims.
const MOST: usize = 20_000;

/// Characters of the longest text that is a name and not a sentence.
const NAME: usize = 40;

/// A place in a decision that one can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// An alternative by its index.
    Alternative(usize),
    /// A criterion by its index; your own come after the decision's.
    Criterion(usize),
    /// A use case by its index.
    UseCase(usize),
    /// A case study by its index.
    CaseStudy(usize),
    /// A claim.
    Claim(ClaimRef),
    /// A source by its index.
    Source(usize),
    /// A note by its index.
    Note(usize),
    /// An example by its index.
    Example(usize),
}

impl Place {
    /// What kind of place it is.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Alternative(_) => "alternative",
            Self::Criterion(_) => "criterion",
            Self::UseCase(_) => "use case",
            Self::CaseStudy(_) => "case study",
            Self::Claim(_) => "claim",
            Self::Source(_) => "source",
            Self::Note(_) => "note",
            Self::Example(_) => "code",
        }
    }
}

/// A place with the text it is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it leads.
    pub place: Place,
    /// The text, and behind two spaces the context, if there is any.
    written: String,
    /// How many bytes of it are the text.
    text: usize,
    /// Text and context, which is what is searched.
    searched: Folded,
}

impl Entry {
    /// An entry for a place, found and shown by a text, and found by what stands beside it.
    #[must_use]
    pub fn new(place: Place, text: &str, context: &str) -> Self {
        let between = if context.is_empty() { "" } else { BETWEEN };
        let written = [text, between, context].concat();
        let searched = Folded::new(&written);
        Self { place, written, text: text.len(), searched }
    }

    /// What it is found by, and shown as.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.written[..self.text]
    }

    /// What it is found by as well, and shown beside it: where a claim belongs. May be empty.
    #[must_use]
    pub fn context(&self) -> &str {
        self.written[self.text..].strip_prefix(BETWEEN).unwrap_or_default()
    }

    /// What is searched: the text, two spaces, and the context.
    #[must_use]
    pub fn searched(&self) -> &Folded {
        &self.searched
    }
}

/// What stands between the text of an entry and its context.
const BETWEEN: &str = "  ";

/// Everything in a decision that can be searched for, in the order of the screen: names, and beside
/// them what they are also found by.
#[must_use]
pub fn entries(decision: &Decision) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |place, text: &str, context: &str| entries.push(Entry::new(place, text, context));
    for (j, criterion) in decision.criteria.iter().enumerate() {
        add(Place::Criterion(j), &criterion.name, &criterion.question);
    }
    for (u, use_case) in decision.use_cases.iter().enumerate() {
        let examples = match use_case.examples.join(", ") {
            none if none.is_empty() => none,
            examples => format!("Such as: {examples}."),
        };
        let texts = [use_case.description.as_str(), &examples];
        add(Place::UseCase(u), &use_case.name, texts.join(BETWEEN).trim());
    }
    for (k, study) in decision.case_studies.iter().enumerate() {
        let says = study.uses.iter().map(|it| it.says.as_str());
        let says: Vec<&str> =
            says.chain(study.outcomes.iter().map(|it| it.says.as_str())).collect();
        add(Place::CaseStudy(k), &study.name, &says.join("  "));
    }
    for (a, alternative) in decision.alternatives.iter().enumerate() {
        add(Place::Alternative(a), &alternative.name, &alternative.summary);
    }
    for (s, source) in decision.sources.iter().enumerate() {
        add(Place::Source(s), &source.title, source.publisher.as_deref().unwrap_or_default());
    }
    for (n, note) in decision.notes.iter().enumerate() {
        let body: Vec<&str> = note.body.split_whitespace().collect();
        add(Place::Note(n), &note.title, &body.join(" "));
    }
    for (e, example) in decision.examples.iter().enumerate() {
        add(Place::Example(e), &example.title, "");
    }
    // Of claims there may be a million.
    let criteria = decision.criteria.par_iter().enumerate();
    entries.par_extend(criteria.flat_map_iter(|(j, _)| claims(decision, j)));
    entries
}

/// The claims on a criterion.
fn claims(decision: &Decision, j: usize) -> impl Iterator<Item = Entry> + '_ {
    let criterion = &decision.criteria[j];
    criterion.claims.iter().enumerate().map(move |(c, claim)| {
        let alternative = &decision.alternatives[claim.alternative].name;
        let context = [alternative, ", ", &criterion.name].concat();
        Entry::new(Place::Claim(ClaimRef::new(j, c)), &claim.says, &context)
    })
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// How many texts match.
    pub count: usize,
    /// Those that match best, the best first, equal ones in their order.
    pub best: Vec<Match>,
}

/// A text that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Its index among the texts searched.
    pub index: usize,
    /// How well it matches; larger is better.
    pub score: i64,
    /// The characters that match, as ascending character indices into the text.
    pub positions: Vec<usize>,
}

/// A text as it is searched, made once: in lower case, and for each of its characters the one it
/// comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// The index of the character that each comes from; empty where that is its own.
    origin: Vec<u32>,
    /// How many characters there are.
    length: usize,
    /// A bit for each of its characters, so that most texts need not be looked at.
    letters: u64,
}

impl Folded {
    /// A text to be searched.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let end = text.char_indices().nth(LONGEST_TEXT).map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        if text.is_ascii() {
            // Most texts are, and byte by byte that is quickly done.
            let text = text.to_ascii_lowercase();
            let letters = text.bytes().fold(0, |letters, it| letters | 1 << (it % 64));
            return Self { length: text.len(), text, origin: Vec::new(), letters };
        }
        let mut folded = Self { text: String::new(), origin: Vec::new(), length: 0, letters: 0 };
        folded.text.reserve(text.len());
        for (index, character) in (0_u32..).zip(text.chars()) {
            for lower in character.to_lowercase() {
                // Folding may turn one character into several; from there on, all have moved.
                if folded.origin.is_empty() && index as usize != folded.length {
                    folded.origin.extend((0..=index).take(folded.length));
                }
                if !folded.origin.is_empty() {
                    folded.origin.push(index);
                }
                folded.text.push(lower);
                folded.letters |= 1 << (u32::from(lower) % 64);
                folded.length += 1;
            }
        }
        folded
    }

    /// The character of the text as it is written.
    fn written(&self, at: usize) -> usize {
        self.origin.get(at).map_or(at, |it| *it as usize)
    }
}

/// The texts that match a query: how many, and of them so many that match best. An empty query
/// matches all.
#[must_use]
pub fn search(query: &str, texts: impl Iterator<Item = impl Borrow<Folded>>, most: usize) -> Hits {
    let query: String = query.chars().take(LONGEST_QUERY).collect();
    let terms: Vec<Folded> = query.split_whitespace().map(Folded::new).collect();
    if terms.is_empty() {
        let count = texts.count();
        let any = |index| Match { index, score: 0, positions: Vec::new() };
        return Hits { count, best: (0..count.min(most)).map(any).collect() };
    }
    let letters = terms.iter().fold(0, |letters, term| letters | term.letters);
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut best: Vec<Match> = texts
        .enumerate()
        .filter(|(_, text)| text.borrow().letters & letters == letters)
        .take(MOST)
        .filter_map(|(index, text)| {
            let (score, positions) = match_all(&matcher, text.borrow(), &terms)?;
            Some(Match { index, score, positions })
        })
        .collect();
    best.sort_by_key(|it| std::cmp::Reverse(it.score));
    let count = best.len();
    best.truncate(most);
    Hits { count, best }
}

/// The sum of the scores of all terms, and where they match; `None` unless all do.
fn match_all(
    matcher: &SkimMatcherV2,
    text: &Folded,
    terms: &[Folded],
) -> Option<(i64, Vec<usize>)> {
    let mut total = 0;
    let mut positions = Vec::new();
    for term in terms {
        let (score, at) = matcher.fuzzy_indices(&text.text, &term.text)?;
        if is_chance(&term.text, &at, text.length) {
            return None;
        }
        total += score;
        positions.extend(at.into_iter().map(|position| text.written(position)));
    }
    positions.sort_unstable();
    positions.dedup();
    Some((total, positions))
}

/// Whether letters found this far apart are no match but chance: a sentence has most short words
/// somewhere among its letters.
fn is_chance(term: &str, at: &[usize], length: usize) -> bool {
    let span = at.last().zip(at.first()).map_or(0, |(last, first)| last + 1 - first);
    length > NAME && span > 2 * term.chars().count() + 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::tests::small;

    fn found<'a>(query: &str, texts: &[&'a str]) -> Vec<&'a str> {
        let hits = search(query, texts.iter().map(|it| Folded::new(it)), 9);
        assert_eq!(hits.count, hits.best.len());
        hits.best.into_iter().map(|it| texts[it.index]).collect()
    }

    #[test]
    fn an_empty_query_matches_all_in_their_order() {
        assert_eq!(found("  ", &["b", "a", "c"]), ["b", "a", "c"]);
    }

    #[test]
    fn terms_match_in_any_order_and_all_must() {
        let texts = ["Live chat and messaging", "Live streams", "Chat"];
        assert_eq!(found("chat live", &texts), ["Live chat and messaging"]);
    }

    #[test]
    fn case_is_folded_outside_ascii_and_positions_point_into_the_text_as_written() {
        let positions = |query: &str, text: &str| {
            search(query, [Folded::new(text)].into_iter(), 1).best[0].positions.clone()
        };
        assert_eq!(positions("öl", "Die ÖL-Krise"), [4, 5]);
        // One character that folds into two.
        assert_eq!(positions("b", "İb"), [1]);
        assert_eq!(positions("xyz", "xİyİz"), [0, 2, 4]);
    }

    #[test]
    fn of_many_matches_the_best_are_kept_and_all_are_counted() {
        let texts = ["abcd", "b", "ab", "x"].map(Folded::new);
        let indices = |query: &str| {
            let hits = search(query, texts.iter(), 2);
            (hits.count, hits.best.iter().map(|it| it.index).collect::<Vec<_>>())
        };
        assert_eq!(indices("b"), (3, vec![1, 0]));
        assert_eq!(indices(""), (4, vec![0, 1]));
        assert_eq!(indices("z"), (0, vec![]));
    }

    #[test]
    fn an_entry_is_its_text_and_its_context() {
        for (text, context) in [("a  b", "c"), ("a", ""), ("", "c"), ("ä", "  c ")] {
            let entry = Entry::new(Place::Note(0), text, context);
            assert_eq!((entry.text(), entry.context()), (text, context));
        }
    }

    #[test]
    fn the_closest_match_comes_first() {
        assert_eq!(found("secu", &["Some extra curtains", "Security"])[0], "Security");
    }

    #[test]
    fn everything_a_decision_holds_is_found() {
        let decision = small();
        let entries = entries(&decision);
        for (query, place) in [
            ("comfort", Place::Criterion(0)),
            ("holiday", Place::UseCase(0)),
            ("captain", Place::Source(1)),
            ("roomy", Place::Claim(ClaimRef::new(0, 0))),
        ] {
            let hits = search(query, entries.iter().map(Entry::searched), 1);
            assert_eq!(entries[hits.best[0].index].place, place, "{query}");
        }
    }
}
