//! Short tags for alternatives, for where a name has no room: `N`, `D`.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use super::text::width;

/// A tag for each name: its first character in upper case where that tells all apart, else a
/// number. Also how many cells the widest takes.
#[must_use]
pub(super) fn tags<'a>(names: impl Iterator<Item = &'a str>) -> (Vec<String>, usize) {
    let initials: Vec<String> = names
        .map(|name| name.trim().graphemes(true).next().unwrap_or("?").to_uppercase())
        .collect();
    let distinct = initials.iter().collect::<HashSet<_>>().len();
    let tags = if distinct == initials.len() {
        initials
    } else {
        (1..=initials.len()).map(|number| number.to_string()).collect()
    };
    let widest = tags.iter().map(|tag| width(tag)).max().unwrap_or(1);
    (tags, widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_taken_where_they_tell_all_apart() {
        assert_eq!(tags(["Node.js", "Django"].into_iter()), (vec!["N".into(), "D".into()], 1));
        assert_eq!(tags(["Rust", "Ruby"].into_iter()), (vec!["1".into(), "2".into()], 1));
        assert_eq!(tags(["数据", "Go"].into_iter()).1, 2);
    }
}
