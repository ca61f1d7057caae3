//! Things that are called by name: which of them somebody means who types a word or a few letters.
//!
//! What is typed is read word by word, and a word that is somebody's name goes before one that
//! merely stands in a description; letters scattered over a word come last, those of a name before
//! those of a description. Letters scattered over several words are no match at all: any sentence has
//! most short words somewhere in it.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::{LONGEST_QUERY, Match};

/// From so many letters on they are looked for in the middle of words.
const ENOUGH: usize = 3;

/// Something that is called by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// All that it is called, word by word with single spaces.
    names: Vec<String>,
    /// What its keys are called.
    keys: Vec<String>,
    /// The words of its names, and then those that say what it is.
    words: Vec<Word>,
}

/// A word by which something is found.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    text: String,
    /// Index of its first character in what is shown; `None` where it is not shown.
    at: Option<usize>,
    /// Whether it belongs to a name, not to a description.
    is_name: bool,
}

/// How well something that is typed fits; the better come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the name.
    Name,
    /// It is the key.
    Key,
    /// It is a word of the name.
    WordOfName,
    /// A word of the name begins with it.
    StartInName,
    /// It stands in the middle of a word of the name.
    InsideName,
    /// It is a word of the description.
    Word,
    /// A word of the description begins with it.
    Start,
    /// A word of the name that begins with its first letter has the others in their order.
    ScatteredInName,
    /// It stands in the middle of a word of the description.
    Inside,
    /// A word of the description has its letters in their order.
    Scattered,
}

impl Named {
    /// Something with a name, other names, the names of its keys, and what it is. Shown are the name
    /// and, after two spaces, what it is.
    #[must_use]
    pub fn new<'a>(
        name: &str,
        others: impl Iterator<Item = &'a str>,
        keys: impl Iterator<Item = &'a str>,
        about: &str,
    ) -> Self {
        let others: Vec<&str> = others.collect();
        let shown = |is_name, from| move |(at, text)| Word { text, at: Some(from + at), is_name };
        let hidden = |text| Word { text, at: None, is_name: true };
        let mut words: Vec<Word> = words(name, true).map(shown(true, 0)).collect();
        words.push(hidden(folded(&name.replace('-', ""))));
        words.extend(others.iter().flat_map(|it| self::words(it, true)).map(|it| hidden(it.1)));
        let behind = name.chars().count() + 2;
        words.extend(self::words(about, false).map(shown(false, behind)));
        let names = std::iter::once(name).chain(others).map(phrase).collect();
        Self { names, keys: keys.map(str::to_owned).collect(), words }
    }

    /// How well it fits what is typed, and which of its characters match.
    fn fit(
        &self,
        query: &str,
        terms: &[String],
        matcher: &SkimMatcherV2,
    ) -> Option<(i64, Vec<usize>)> {
        let of_terms: Vec<_> = terms.iter().map(|term| self.fit_of_term(term, matcher)).collect();
        let fits = || of_terms.iter().flatten().map(|it| it.0);
        let worst = fits().max().filter(|_| of_terms.iter().all(Option::is_some));
        let fit = if self.names.contains(&phrase(query)) {
            Fit::Name
        } else if self.keys.iter().any(|key| is_key(query.trim(), key)) {
            Fit::Key
        } else {
            worst?
        };
        let all: i64 = fits().map(|it| it as i64).sum();
        let positions = of_terms.into_iter().flatten().flat_map(|it| it.1);
        Some((-(1000 * fit as i64 + all), positions.collect()))
    }

    fn fit_of_term(&self, term: &str, matcher: &SkimMatcherV2) -> Option<(Fit, Vec<usize>)> {
        let fits = self.words.iter().filter_map(|word| {
            let (fit, at) = word.fit(term, matcher)?;
            let shown = at.into_iter().filter_map(|position| Some(word.at? + position));
            Some((fit, shown.collect()))
        });
        fits.min_by_key(|it| it.0)
    }
}

impl Word {
    fn fit(&self, term: &str, matcher: &SkimMatcherV2) -> Option<(Fit, Vec<usize>)> {
        let letters = term.chars().count();
        let found = self.text.find(term);
        let fit = match (found, self.is_name) {
            (Some(0), true) if self.text == term => Fit::WordOfName,
            (Some(0), true) => Fit::StartInName,
            (Some(0), false) if self.text == term => Fit::Word,
            (Some(0), false) => Fit::Start,
            _ if letters < ENOUGH => return None,
            (Some(_), true) => Fit::InsideName,
            (Some(_), false) => Fit::Inside,
            (None, is_name) => {
                let (_, at) = matcher.fuzzy_indices(&self.text, term)?;
                let fit = if is_name { Fit::ScatteredInName } else { Fit::Scattered };
                return (at.first() == Some(&0)).then_some((fit, at));
            }
        };
        let from = self.text[..found.unwrap_or(0)].chars().count();
        Some((fit, (from..from + letters).collect()))
    }
}

/// What somebody means who types this: the best first, equal ones in their order. All of them where
/// nothing is typed.
#[must_use]
pub fn search_named(query: &str, named: &[Named]) -> Vec<Match> {
    let query: String = query.chars().take(LONGEST_QUERY).collect();
    let terms: Vec<String> = words(&query, true).map(|it| it.1).collect();
    let matcher = SkimMatcherV2::default().respect_case();
    let is_empty = query.trim().is_empty();
    let fits = named.iter().enumerate().filter_map(|(index, it)| {
        let all = || is_empty.then(|| (0, Vec::new()));
        let (score, mut positions) = all().or_else(|| it.fit(&query, &terms, &matcher))?;
        positions.sort_unstable();
        positions.dedup();
        Some(Match { index, score, positions })
    });
    let mut matches: Vec<Match> = fits.collect();
    matches.sort_by_key(|it| std::cmp::Reverse(it.score));
    matches
}

/// Whether somebody types this key, or its name: of letters, `g` is one and `G` another.
fn is_key(typed: &str, key: &str) -> bool {
    typed == key || (key.chars().nth(1).is_some() && typed.eq_ignore_ascii_case(key))
}

/// The words of a text, in lower case and without the marks around them, each with the index of its
/// first character. Those of a name are joined by hyphens.
fn words(text: &str, is_name: bool) -> impl Iterator<Item = (usize, String)> {
    let mut next = 0;
    let pieces = text.split(move |it: char| it.is_whitespace() || (is_name && it == '-'));
    pieces.filter_map(move |piece| {
        let at = next;
        next += piece.chars().count() + 1;
        let is_mark = |it: char| !it.is_alphanumeric();
        let bare = piece.trim_start_matches(is_mark);
        let marks = piece.chars().count() - bare.chars().count();
        let word = bare.trim_end_matches(is_mark);
        (!word.is_empty()).then(|| (at + marks, folded(word)))
    })
}

/// A name as it is compared with what is typed: marks count, since `q!` is not `q`.
fn phrase(name: &str) -> String {
    let pieces = name.split(|it: char| it.is_whitespace() || it == '-');
    pieces.filter(|it| !it.is_empty()).map(folded).collect::<Vec<_>>().join(" ")
}

/// In lower case, character by character.
fn folded(text: &str) -> String {
    text.chars().map(|it| it.to_lowercase().next().unwrap_or(it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Things by name, other name, key, and what they are.
    fn named() -> Vec<Named> {
        let all = [
            ("reset", "", "r", "Exclude all, and note that it is gone"),
            ("export", "save", "e", "Write a report to a file"),
            ("note", "", "Ctrl-n", "Write a note"),
            ("set-0", "", "0", "Set the import to 0"),
            ("reset-all", "", "R", "Back to the pack in all but notes"),
        ];
        let of = |(name, other, key, about)| {
            Named::new(name, Some(other).into_iter(), Some(key).into_iter(), about)
        };
        all.into_iter().map(of).collect()
    }

    #[test]
    fn names_and_keys_go_before_words_and_words_before_letters() {
        for (query, first, others) in [
            ("", Some(0), vec![1, 2, 3, 4]),
            ("note", Some(2), vec![0, 4]),
            ("NOTE", Some(2), vec![0, 4]),
            ("save", Some(1), vec![]),
            ("reset", Some(0), vec![4]),
            ("reset all", Some(4), vec![0]),
            ("reset-all", Some(4), vec![0]),
            ("resetall", Some(4), vec![]),
            ("r", Some(0), vec![1, 4]),
            ("R", Some(4), vec![0, 1]),
            ("ctrl-n", Some(2), vec![]),
            ("write", Some(1), vec![2]),
            ("file write", Some(1), vec![]),
            ("port", Some(1), vec![3]),
            ("exprt", Some(1), vec![]),
            ("nte", Some(2), vec![0, 4]),
            ("sort", None, vec![]),
            ("theme", None, vec![]),
            ("!", None, vec![]),
        ] {
            let found: Vec<usize> =
                search_named(query, &named()).into_iter().map(|it| it.index).collect();
            assert_eq!(found.first().copied(), first, "{query:?}: {found:?}");
            let mut rest = found.into_iter().skip(1).collect::<Vec<_>>();
            rest.sort_unstable();
            assert_eq!(rest, others, "{query:?}");
        }
    }

    #[test]
    fn what_matches_is_told_by_its_place_in_name_and_description() {
        let of = |query: &str| search_named(query, &named()).swap_remove(0).positions;
        assert_eq!(of("all reset"), [0, 1, 2, 3, 4, 6, 7, 8]);
        assert_eq!(of("import"), [15, 16, 17, 18, 19, 20]);
        assert_eq!(of("file"), [28, 29, 30, 31]);
        assert_eq!(of("save"), [0; 0], "the other name is not shown");
    }
}
