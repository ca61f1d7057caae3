//! Whatever a file holds, loading it ends, in a decision or in errors that can be shown.

use proptest::prelude::*;

use super::*;
use crate::decision::text;

/// A sound pack with a bit of everything.
const EVERYTHING: &str = include_str!("../../../tests/packs/valid/everything/pack.toml");

/// Loads the files and looks at what is said; the property is that this returns.
fn examine(files: &[(&str, &[u8])]) {
    if let Err(errors) = load_files(files) {
        assert!(errors.total() > 0);
        let plain = errors.render(false);
        let is_safe = |c: char| c == '\n' || text::visible(c) == c;
        assert!(plain.chars().all(is_safe), "{plain:?}");
        assert!(errors.render(true).len() >= plain.len());
    }
}

/// One change to a text: at this position, so many bytes away, this in their place.
fn edits() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, Vec<u8>)>> {
    let word = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..4),
        prop::sample::select(vec![
            "\"",
            "'''",
            "\"\"\"",
            "[",
            "]]",
            "{",
            "}",
            "=",
            ",",
            "\n",
            ".",
            "nan",
            "1e999",
            "-1",
            "[[criterion]]\n",
            "[decision]\n",
            "\u{1b}[2J",
            "\u{202e}",
            "東京",
            "👩‍👩‍👧",
            "\t",
            "\r",
        ])
        .prop_map(|it| it.as_bytes().to_vec()),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, word), 1..6)
}

proptest! {
    #[test]
    fn any_bytes_give_a_decision_or_errors(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        examine(&[("pack.toml", &bytes)]);
    }

    #[test]
    fn any_text_gives_a_decision_or_errors(text in "[\\PC\n\t\"'=\\[\\]{},.#-]{0,300}") {
        examine(&[("pack.toml", text.as_bytes())]);
    }

    #[test]
    fn a_sound_pack_with_slips_gives_a_decision_or_errors(edits in edits()) {
        let mut text = EVERYTHING.as_bytes().to_vec();
        for (at, away, put) in edits {
            let at = at.index(text.len() + 1);
            let end = (at + away).min(text.len());
            text.splice(at..end, put);
        }
        examine(&[("a.toml", &text), ("examples/boat.py", b"b"), ("examples/train.rb", b"t")]);
    }

    #[test]
    fn lines_in_any_order_give_a_decision_or_errors(
        lines in Just(EVERYTHING.lines().collect::<Vec<_>>()).prop_shuffle(),
        split in any::<prop::sample::Index>(),
    ) {
        let (a, b) = lines.split_at(split.index(lines.len()));
        examine(&[("a.toml", a.join("\n").as_bytes()), ("b.toml", b.join("\n").as_bytes())]);
    }
}

/// A line of TOML, or several, that is complete in itself; `@` in it stands for a number of its own.
fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "[h@]",
        "[[h@]]",
        "  [ h@ ] # it's \"\"\" a heading",
        "[h@.x]",
        "[[h@.\"x\"]]",
        "[\"h@\"]",
        "# it's a comment with \"\"\" and '''",
        "",
        "k@ = 'one \"\"\" line' # '''",
        "k@ = \"one ''' line \\\\\" # \"\"\"",
        "k@ = \"a \\\"quote\\\" and '''\"",
        "k@ = \"\"",
        "k@ = \"\"\"\n[a]\n'''\n\"\"\"",
        "k@ = '''\n[a]\n\"\"\"\n\\'''",
        "k@ = \"\"\"\\\"\"\"\n[[b]]\n\"\"\"\"\" # '",
        "k@ = \"\"\"''' \\\\\"\"\"",
        "k@ = ''''''",
        "k@ = '''a''''' # [c]",
        "k@ = [\n[1],\n[[true]],\n[ 'a' ], # [d]\n]",
        "k@ = { x = \"[e]\" }",
        "\"k@'\" = 1",
        "'k@\"' = 1",
    ])
}

proptest! {
    #[test]
    fn a_file_that_is_toml_is_toml_section_by_section(lines in prop::collection::vec(line(), 0..12)) {
        let numbered = lines.iter().enumerate().map(|(i, it)| it.replace('@', &i.to_string()));
        let text = numbered.collect::<Vec<_>>().join("\n");
        prop_assert!(toml::de::DeTable::parse(&text).is_ok(), "{text}");
        let log = Log::default();
        for section in sections(0, &text) {
            prop_assert!(syntax::parse(&section, &log).is_some(), "{text}\n---\n{}", section.text);
        }
    }
}
