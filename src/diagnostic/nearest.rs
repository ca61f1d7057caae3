//! "Did you mean …?": the known word nearest to a misspelt one.

/// Words longer than this are not compared: nobody misspells them, and comparing is quadratic.
const LONGEST: usize = 64;

/// The candidate with the fewest edits to the word, where a third of its letters or fewer differ.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).take(LONGEST + 1).collect();
    if word.len() > LONGEST {
        return None;
    }
    let allowed = (word.len() / 3).max(1);
    candidates
        .into_iter()
        .filter(|it| it.len() <= 4 * LONGEST)
        .filter_map(|it| {
            let other: Vec<char> = it.chars().flat_map(char::to_lowercase).collect();
            (other.len().abs_diff(word.len()) <= allowed).then(|| (edits(&word, &other), it))
        })
        .filter(|&(edits, _)| edits <= allowed)
        .min_by_key(|&(edits, _)| edits)
        .map(|(_, it)| it)
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other
/// (optimal string alignment).
fn edits(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let mut least = (above[j] + usize::from(a != b)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted_with_swaps_as_one() {
        let count = |a: &str, b: &str| {
            edits(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("kitten", "sitting"), 3);
        assert_eq!(count("nodejs", "ndoejs"), 1);
        assert_eq!(count("same", "same"), 0);
    }

    #[test]
    fn the_nearest_word_is_found_whatever_its_case() {
        let known = ["weight", "name", "question"];
        assert_eq!(nearest("Weigth", known), Some("weight"));
        assert_eq!(nearest("nmae", known), Some("name"));
    }

    #[test]
    fn a_word_unlike_all_others_has_none() {
        assert_eq!(nearest("colour", ["weight", "name"]), None);
        assert_eq!(nearest("", ["name"]), None);
        assert_eq!(nearest(&"x".repeat(1000), [&*"x".repeat(1001)]), None);
    }
}
