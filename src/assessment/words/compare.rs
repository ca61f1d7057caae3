//! What sets two judgements apart, in words.

use super::list;
use crate::assessment::Differences;

/// What differs beside the weights, such as `2 excluded claims and the trust in 1 source`. `None`
/// where nothing does.
#[must_use]
pub fn differences(differences: &Differences) -> Option<String> {
    let it = differences;
    let count = |n: usize, one: &str, many: &str| match n {
        0 => None,
        1 => Some(one.to_owned()),
        n => Some(many.replace('#', &n.to_string())),
    };
    let parts = [
        count(it.excluded_criteria, "1 criterion excluded", "# criteria excluded"),
        count(it.excluded_claims, "1 excluded claim", "# excluded claims"),
        count(it.excluded_alternatives, "1 alternative excluded", "# alternatives excluded"),
        count(it.trust, "the trust in 1 source", "the trust in # sources"),
        count(it.own_ratings, "1 rating of your own", "# ratings of your own"),
        count(it.own_criteria, "1 criterion of your own", "# criteria of your own"),
        count(it.notes, "1 note", "# notes"),
    ];
    let parts: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| list(&parts))
}
