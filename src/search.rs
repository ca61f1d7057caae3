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
    /// What it is found by, and shown as.
    pub text: String,
    /// What it is found by as well, and shown beside it: where a claim belongs. May be empty.
    pub context: String,
    /// Text and context, which is what is searched.
    searched: Folded,
}

impl Entry {
    /// An entry for a place, found and shown by a text, and found by what stands beside it.
    #[must_use]
    pub fn new(place: Place, text: String, context: String) -> Self {
        let searched = if context.is_empty() {
            Folded::new(&text)
        } else {
            Folded::new(&format!("{text}  {context}"))
        };
        Self { place, text, context, searched }
    }

    /// What is searched: the text, two spaces, and the context.
    #[must_use]
    pub fn searched(&self) -> &Folded {
        &self.searched
    }
}

/// Everything in a decision that can be searched for, in the order of the screen: names, and beside
/// them what they are also found by.
#[must_use]
pub fn entries(decision: &Decision) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |place, text: &str, context: String| {
        entries.push(Entry::new(place, text.to_owned(), context));
    };
    for (j, criterion) in decision.criteria.iter().enumerate() {
        add(Place::Criterion(j), &criterion.name, criterion.question.clone());
    }
    for (u, use_case) in decision.use_cases.iter().enumerate() {
        let examples = use_case.examples.join(", ");
        add(Place::UseCase(u), &use_case.name, format!("{examples}  {}", use_case.description));
    }
    for (k, study) in decision.case_studies.iter().enumerate() {
        let says = study.uses.iter().map(|it| it.says.as_str());
        let says: Vec<&str> =
            says.chain(study.outcomes.iter().map(|it| it.says.as_str())).collect();
        add(Place::CaseStudy(k), &study.name, says.join("  "));
    }
    for (a, alternative) in decision.alternatives.iter().enumerate() {
        add(Place::Alternative(a), &alternative.name, alternative.summary.clone());
    }
    for (s, source) in decision.sources.iter().enumerate() {
        add(Place::Source(s), &source.title, source.publisher.clone().unwrap_or_default());
    }
    for (n, note) in decision.notes.iter().enumerate() {
        add(
            Place::Note(n),
            &note.title,
            note.body.split_whitespace().collect::<Vec<_>>().join(" "),
        );
    }
    for (e, example) in decision.examples.iter().enumerate() {
        add(Place::Example(e), &example.title, String::new());
    }
    for (j, criterion) in decision.criteria.iter().enumerate() {
        for (c, claim) in criterion.claims.iter().enumerate() {
            let alternative = &decision.alternatives[claim.alternative].name;
            let context = format!("{alternative}, {}", criterion.name);
            add(Place::Claim(ClaimRef::new(j, c)), &claim.says, context);
        }
    }
    entries
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
        let mut folded = Self { text: String::new(), origin: Vec::new(), length: 0, letters: 0 };
        folded.text.reserve(text.len());
        for (index, character) in (0_u32..).zip(text.chars().take(LONGEST_TEXT)) {
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

/// The texts that match a query, best first, equal ones in their order. An empty query matches all.
#[must_use]
pub fn search(query: &str, texts: impl Iterator<Item = impl Borrow<Folded>>) -> Vec<Match> {
    let query: String = query.chars().take(LONGEST_QUERY).collect();
    let terms: Vec<Folded> = query.split_whitespace().map(Folded::new).collect();
    let letters = terms.iter().fold(0, |letters, term| letters | term.letters);
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut matches: Vec<Match> = texts
        .enumerate()
        .filter(|(_, text)| text.borrow().letters & letters == letters)
        .take(if terms.is_empty() { usize::MAX } else { MOST })
        .filter_map(|(index, text)| {
            let (score, positions) = match_all(&matcher, text.borrow(), &terms)?;
            Some(Match { index, score, positions })
        })
        .collect();
    matches.sort_by_key(|it| std::cmp::Reverse(it.score));
    matches
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
        search(query, texts.iter().map(|it| Folded::new(it)))
            .into_iter()
            .map(|it| texts[it.index])
            .collect()
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
        let matches = search("öl", [Folded::new("Die ÖL-Krise")].into_iter());
        assert_eq!(matches[0].positions, [4, 5]);
        // One character that folds into two.
        let matches = search("b", [Folded::new("İb")].into_iter());
        assert_eq!(matches[0].positions, [1]);
        let matches = search("xyz", [Folded::new("xİyİz")].into_iter());
        assert_eq!(matches[0].positions, [0, 2, 4]);
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
            let matches = search(query, entries.iter().map(Entry::searched));
            assert_eq!(entries[matches[0].index].place, place, "{query}");
        }
    }
}
