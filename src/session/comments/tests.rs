//! What was written by hand is woven into what weigh writes, wherever it stands.

use proptest::prelude::*;

use super::super::encode::{encode_with, head_remarks, names};
use super::super::tests::saved;
use super::super::{Kept, decode, encode};
use super::*;
use crate::decision::tests::small;

/// A session with comments above and behind the lines that are asked for.
fn commented(plain: &str, above: &[u8], behind: &[bool]) -> String {
    let mut text = String::new();
    for (number, line) in plain.lines().enumerate() {
        let above = match above[number % above.len()] {
            0 => format!("# above {number}\n"),
            1 => format!("\n# above {number}\n\n  # and more\n"),
            2 => "\n".to_owned(),
            _ => String::new(),
        };
        text.push_str(&above);
        text.push_str(line);
        let open = line.is_empty() || line.starts_with('#') || line.ends_with('[');
        if behind[number % behind.len()] && !open {
            text.extend(["  # behind ".to_owned(), number.to_string()]);
        }
        text.push('\n');
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_loaded_is_written_letter_by_letter(
        above in proptest::collection::vec(0_u8..12, 1..70),
        behind in proptest::collection::vec(any::<bool>(), 1..70),
    ) {
        let decision = small();
        let workspace = saved(&decision);
        let plain = encode(&decision, "print", &workspace, &Kept::default());
        let text = commented(&plain, &above, &behind);
        let decoded = decode(&text, &decision, "print").expect("comments say nothing");
        prop_assert_eq!(&decoded.workspace, &workspace);
        let names = names(&decision, workspace.present.own_criteria());
        let mut comments = Comments::of(&text, &head_remarks(), &names);
        let woven = |comments: &Comments| {
            encode_with(&decision, "print", &workspace, &decoded.kept, comments)
        };
        let (_, written) = woven(&comments);
        comments.settle(&written);
        prop_assert_eq!(woven(&comments).0, text);
    }
}

#[test]
fn a_text_that_is_not_toml_has_no_comments() {
    let comments = Comments::of("# a\nb = ", &[], &[]);
    assert!(comments.by_spot.is_empty());
}
