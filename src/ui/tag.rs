//! Short tags for alternatives, for where a name has no room: `N`, `D`.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use super::text::width;

/// A tag for each name, and how many cells the widest takes: its first character in upper case
/// where that tells all apart; else its first and another one of its characters; else a number.
#[must_use]
pub(super) fn tags<'a>(names: impl Iterator<Item = &'a str>) -> (Vec<String>, usize) {
    let names: Vec<Vec<&str>> = names.map(|name| name.trim().graphemes(true).collect()).collect();
    let initial = |name: &Vec<&str>| name.first().map_or("?".into(), |it| it.to_uppercase());
    let initials: Vec<String> = names.iter().map(initial).collect();
    let tags = if initials.iter().collect::<HashSet<_>>().len() == initials.len() {
        initials
    } else {
        pairs(&names, &initials)
            .unwrap_or_else(|| (1..=names.len()).map(|n| n.to_string()).collect())
    };
    let widest = tags.iter().map(|tag| width(tag)).max().unwrap_or(1);
    (tags, widest)
}

/// Tags of two characters that tell all names apart, if there are such: `Po`, `My`, `Mo`.
fn pairs(names: &[Vec<&str>], initials: &[String]) -> Option<Vec<String>> {
    let mut taken = HashSet::new();
    let mut tags = Vec::new();
    for (name, initial) in names.iter().zip(initials) {
        let letters = name.iter().skip(1).filter(|it| it.chars().all(char::is_alphanumeric));
        let tag =
            letters.map(|second| format!("{initial}{second}")).find(|it| !taken.contains(it))?;
        taken.insert(tag.clone());
        tags.push(tag);
    }
    Some(tags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_taken_where_they_tell_all_apart() {
        assert_eq!(tags(["Node.js", "Django"].into_iter()), (vec!["N".into(), "D".into()], 1));
        let databases = ["PostgreSQL", "MySQL", "MongoDB"];
        assert_eq!(tags(databases.into_iter()), (vec!["Po".into(), "My".into(), "Mo".into()], 2));
        assert_eq!(tags(["Rust", "Ruby"].into_iter()).0, ["Ru", "Rb"]);
        assert_eq!(tags(["C", "C++", "C#"].into_iter()).0, ["1", "2", "3"]);
        assert_eq!(tags(["数据", "Go"].into_iter()).1, 2);
    }
}
