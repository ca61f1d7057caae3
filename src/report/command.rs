//! The command line that makes the same report again.

use std::fmt::Write as _;

use super::Context;
use crate::decision::text;

/// How to make a report again.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Command {
    /// What to type.
    pub(super) line: String,
    /// Whether the session has to be saved in [`SESSION`] first: the judgement contains what no
    /// option says.
    pub(super) needs_session: bool,
}

/// The file that the command line reads where options are not enough.
pub(super) const SESSION: &str = "session.toml";

/// The command line that makes this report in this format.
pub(super) fn of(context: &Context<'_>, format: &str) -> Command {
    let options = options(context);
    let needs_session = options.is_none();
    let mut words = vec!["weigh".to_owned(), "report".to_owned(), pack(context.pack)];
    words.extend(options.unwrap_or_else(|| vec!["--session".to_owned(), SESSION.to_owned()]));
    words.extend(["--format".to_owned(), format.to_owned()]);
    words.extend(context.request.options().into_iter().flat_map(|(it, value)| said(it, value)));
    let words: Vec<String> = words.iter().map(|word| shell_word(word)).collect();
    Command { line: words.join(" "), needs_session }
}

/// The options that say all of the judgement; `None` where there are none for it.
fn options(context: &Context<'_>) -> Option<Vec<String>> {
    let Context { decision, judgement, .. } = *context;
    let record = judgement.record(decision);
    let is_sayable = context.scenarios.is_empty()
        && record.note.is_none()
        && record.own_rating.is_empty()
        && record.notes.is_empty()
        && record.criteria.is_empty();
    if !is_sayable {
        return None;
    }
    let mut options = vec!["--fresh".to_owned()];
    let mut say = |option: &str, value: String| options.extend(said(option, &value));
    if let Some(id) = record.use_case {
        say("--use-case", id.to_owned());
    }
    let start = judgement.starting_weights(decision);
    for (j, criterion) in decision.criteria.iter().enumerate() {
        let weight = judgement.weight(j);
        if weight != start[j] {
            say("--weight", format!("{}={weight}", criterion.id));
        }
    }
    for (id, trust) in record.trust {
        say("--trust", format!("{id}={}", trust.size()));
    }
    for criterion in record.excluded_criteria {
        say("--exclude", format!("criterion:{criterion}"));
    }
    for alternative in record.excluded_alternatives {
        say("--exclude", format!("alternative:{alternative}"));
    }
    for claim in record.excluded_claims {
        say("--exclude", claim);
    }
    Some(options)
}

/// The pack by a name that is not taken for an option.
fn pack(name: &str) -> String {
    if name.starts_with('-') { format!("./{name}") } else { name.to_owned() }
}

/// An option with its value, which is not taken for another option.
fn said(option: &str, value: &str) -> Vec<String> {
    if value.starts_with('-') {
        vec![format!("{option}={value}")]
    } else {
        vec![option.to_owned(), value.to_owned()]
    }
}

/// A word as a shell takes it, on one line and with nothing that drives a terminal.
pub(crate) fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-./=:@%+,".contains(c);
    // An equals sign in front is the path of a command to some shells.
    if !word.is_empty() && !word.starts_with('=') && word.chars().all(is_plain) {
        word.to_owned()
    } else if word.chars().any(is_hidden) {
        spelled_out(word)
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// Whether a character would not come back from where it is shown.
fn is_hidden(c: char) -> bool {
    text::visible(c) != c || matches!(c, '\u{2028}' | '\u{2029}')
}

/// A word between `$'` and `'`, where what is hidden stands byte by byte.
fn spelled_out(word: &str) -> String {
    let mut out = "$'".to_owned();
    for c in word.chars() {
        match c {
            '\'' | '\\' => out.extend(['\\', c]),
            c if is_hidden(c) => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(out, "\\{byte:03o}");
                }
            }
            c => out.push(c),
        }
    }
    out + "'"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_where_a_shell_would_read_more_into_them() {
        for (word, quoted) in [
            ("a-b.c/d=1", "a-b.c/d=1"),
            ("", "''"),
            ("a b", "'a b'"),
            ("it's", "'it'\\''s'"),
            ("$x", "'$x'"),
            ("=x", "'=x'"),
            (" a ", "' a '"),
            ("a\nb's\\", "$'a\\012b\\'s\\\\'"),
            ("\u{202e}x\u{85}", "$'\\342\\200\\256x\\302\\205'"),
        ] {
            assert_eq!(shell_word(word), quoted);
        }
    }

    #[test]
    fn what_begins_with_a_dash_is_not_taken_for_an_option() {
        assert_eq!(pack("-odd.toml"), "./-odd.toml");
        assert_eq!(said("--use-case", "-odd"), ["--use-case=-odd"]);
        assert_eq!(said("--use-case", "plain"), ["--use-case", "plain"]);
    }
}
