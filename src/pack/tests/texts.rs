//! Every text of a decision is safe to show, whatever the pack has in it.

use super::*;
use crate::decision::*;

/// Every text of a decision. Taken apart field by field, so that a new field cannot be forgotten.
fn texts(decision: &Decision) -> Vec<&str> {
    let Decision {
        id,
        title,
        question,
        scale,
        missing: _,
        rubric,
        alternatives,
        sources,
        criteria,
        use_cases,
        case_studies,
        notes,
        examples,
    } = decision;
    let mut texts: Vec<&str> = vec![id, title, question];
    texts.extend(scale_text(scale));
    texts.extend(rubric.iter().map(|Mark { rating: _, means }| &**means));
    for Alternative { id, name, summary } in alternatives {
        texts.extend([id, name, summary].map(|it| &**it));
    }
    for Source { id, title, publisher, published, trust: _ } in sources {
        texts.extend([id, title].map(|it| &**it));
        texts.extend([publisher, published].into_iter().flatten().map(|it| &**it));
    }
    for Criterion { id, name, question, group, weight: _, scale, claims } in criteria {
        texts.extend([id, name, question, group].map(|it| &**it));
        texts.extend(scale.iter().filter_map(scale_text));
        for Claim { source: _, alternative: _, rating: _, range: _, says, caution } in claims {
            texts.push(says);
            texts.extend(caution.as_deref());
        }
    }
    for UseCase { id, name, description, weights: _, examples, favours, caution } in use_cases {
        texts.extend([id, name, description].map(|it| &**it));
        texts.extend(examples.iter().map(|it| &**it));
        texts.extend(caution.as_deref());
        for Favour { source: _, alternative: _, says, caution } in favours {
            texts.push(says);
            texts.extend(caution.as_deref());
        }
    }
    for CaseStudy { id, name, summary, criteria: _, use_cases: _, uses, outcomes } in case_studies {
        texts.extend([id, name, summary].map(|it| &**it));
        for Use { alternative: _, source: _, says, caution } in uses {
            texts.push(says);
            texts.extend(caution.as_deref());
        }
        for Outcome { source: _, says, caution } in outcomes {
            texts.push(says);
            texts.extend(caution.as_deref());
        }
    }
    for Note { id, kind: _, title, body, alternatives: _, criteria: _, sources: _ } in notes {
        texts.extend([id, title, body].map(|it| &**it));
    }
    for Example { id, title, codes } in examples {
        texts.extend([id, title].map(|it| &**it));
        for Code { alternative: _, language, file, text } in codes {
            texts.extend([language, file, text].map(|it| &**it));
        }
    }
    texts
}

fn scale_text(Scale { worst: _, best: _, unit }: &Scale) -> Option<&str> {
    unit.as_deref()
}

/// What the valid pack `everything` has in it, with something vicious inside every text.
fn vicious() -> Result<Pack, Errors> {
    let sound = include_str!("../../../tests/packs/valid/everything/pack.toml");
    let vice =
        r"A\u001b[2J\u001b]0;owned\u0007\u001bP1$r\u001b\\\u009b31m\u0000\u0085\u202e\u2066B";
    let is_reference = |line: &str| {
        let keys = ["id", "source", "alternative", "kind", "file", "criteria", "use_cases"];
        keys.iter()
            .chain(&["alternatives", "sources"])
            .any(|key| line.starts_with(&format!("{key} =")))
    };
    let text: Vec<String> = sound
        .lines()
        .map(|line| match line {
            _ if is_reference(line.trim_start()) => line.to_owned(),
            _ if line.contains("\"\"\"") => line.replace("= \"\"\"", &format!("= \"\"\"{vice}")),
            _ => line.replace("= \"", &format!("= \"{vice}")).replace("[\"", &format!("[\"{vice}")),
        })
        .collect();
    let code = "\u{1b}[2Jprint()\r\n\t\u{202e}x\u{7}";
    load_files(&[
        ("pack.toml", text.join("\n").as_bytes()),
        ("examples/boat.py", code.as_bytes()),
        ("examples/train.rb", code.as_bytes()),
    ])
}

#[test]
fn no_text_can_drive_a_terminal() {
    let pack = vicious().unwrap_or_else(|errors| panic!("{errors}"));
    let texts = texts(&pack.decision);
    assert!(texts.len() > 40, "{texts:#?}");
    for text in &texts {
        let is_safe = |c: char| c == '\n' || text::visible(c) == c;
        assert!(text.chars().all(is_safe), "{text:?}");
        assert!(
            !text.contains("[2J") && !text.contains("owned") && !text.contains("31m"),
            "{text:?}"
        );
    }
    let vices = texts.iter().filter(|it| it.contains("A\u{fffd}\u{fffd}B")).count();
    assert!(vices > 25, "the vice was in {vices} texts: {texts:#?}");
}

#[test]
fn only_notes_and_code_keep_their_line_breaks() {
    let text = format!(
        "{SOUND}question = \"\"\"\none\r\n  two\tthree\n\"\"\"\n[[note]]\nid = 'n'\nkind = 'faq'\n\
         title = \"a\\nb\"\nbody = \"\"\"\n- one\n\n- two\n\"\"\""
    );
    let decision = load_text(text).expect("it is sound").decision;
    assert_eq!(decision.criteria[0].question, "one two three");
    assert_eq!(decision.notes[0].title, "a b");
    assert_eq!(decision.notes[0].body, "- one\n\n- two");
}
