//! Short tags for alternatives, for where a name has no room: `N`, `D`.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use super::text::width;

/// A tag for each name, and how many cells the widest takes: its first character in upper case
/// where that tells all apart; else with another one of its characters, the first of all by which it
/// differs from another name; else with a digit; and where there are too many for that, a number.
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

/// Tags of one or two characters that tell all names apart, if there are such: `Po`, `My`, `Mo`.
fn pairs(names: &[Vec<&str>], initials: &[String]) -> Option<Vec<String>> {
    const DIGITS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let is_sign = |it: &&&str| it.chars().all(|it| !it.is_whitespace());
    let mut taken = HashSet::new();
    let mut tags = Vec::new();
    for (at, (name, initial)) in names.iter().zip(initials).enumerate() {
        let rivals = (0..names.len()).filter(|&it| it != at && initials[it] == *initial);
        let differs = rivals.map(|it| alike(name, &names[it])).max().unwrap_or(0).max(1);
        let signs = name.iter().skip(differs).chain(name.iter().skip(1)).filter(is_sign);
        // A name that ends where others go on has no sign by which it differs.
        let alone = (name.len() <= differs).then(|| initial.clone());
        let two = signs.chain(&DIGITS).map(|second| format!("{initial}{second}"));
        let tag = alone.into_iter().chain(two).find(|it| !taken.contains(it))?;
        taken.insert(tag.clone());
        tags.push(tag);
    }
    Some(tags)
}

/// How many characters two names have in common at their beginnings.
fn alike(one: &[&str], other: &[&str]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_taken_where_they_tell_all_apart() {
        assert_eq!(tags(["Node.js", "Django"].into_iter()), (vec!["N".into(), "D".into()], 1));
        let databases = ["PostgreSQL", "MySQL", "MongoDB"];
        assert_eq!(tags(databases.into_iter()), (vec!["Po".into(), "My".into(), "Mo".into()], 2));
        assert_eq!(tags(["Rust", "Ruby"].into_iter()).0, ["Rs", "Rb"]);
        assert_eq!(tags(["C", "C++", "C#"].into_iter()).0, ["C", "C+", "C#"]);
        assert_eq!(tags(["Amazon Aurora SQL", "Amazon Aurora NoSQL"].into_iter()).0, ["AS", "AN"]);
        assert_eq!(tags(["X", "X"].into_iter()).0, ["X", "X1"]);
        let many = vec!["X"; 12];
        assert_eq!(tags(many.into_iter()).0[11], "12");
        assert_eq!(tags(["数据", "Go"].into_iter()).1, 2);
    }
}
