//! The export pane at every size, and under the mouse.

use super::*;
use crate::app::{Action, Found, Offer, Preview, ScopeOffer, Target};
use crate::decision::tests::small;
use crate::judgement::Judgement;
use crate::ui::tests::{Stage, text_and_style};
use std::sync::Arc;

static SCOPES: [ScopeOffer; 2] = [
    ScopeOffer { name: "verdict", about: "the verdict and what it rests on" },
    ScopeOffer { name: "full", about: "everything, claim by claim" },
];

/// The pane, opened by these keys, with a report to preview and an answer from the disk.
fn pane(size: (u16, u16), keys: &str, found: Found) -> Stage {
    let mut stage = Stage::plain(small(), size);
    let offer = |(id, about, scopes)| Offer { id, extension: id, about, scopes, scope: 0 };
    let offers: [(_, _, &[ScopeOffer]); 3] = [
        ("md", "Markdown, for pull requests and minutes", &SCOPES),
        ("html", "a page for the browser, with charts", &SCOPES),
        ("json", "weigh.report/1, for programs", &[]),
    ];
    let decision = small();
    let judgement = Judgement::of(&decision);
    stage.app = crate::app::App::new(
        Arc::new(decision),
        judgement,
        offers.into_iter().map(offer).collect(),
    );
    stage.keys(keys);
    answer(&mut stage, found);
    stage
}

/// Answers what the pane wants to know.
fn answer(stage: &mut Stage, found: Found) {
    let question = stage.app.path_question().expect("the pane is open");
    stage.act(Action::PathFound { question, found });
    let question = stage.app.preview_question().expect("the pane is open");
    let report = question.report;
    let head = format!("# A report ({}, {:?})\n\n", report.format, report.scope);
    let line = |line: u8| {
        format!(
            "{line}. The quick brown fox jumps over the lazy dog, and an escape \u{1b}[31m of it; \
             then the dog looks up at it, and yawns.\n"
        )
    };
    let text = head + &(1..=60).map(line).collect::<String>();
    stage.act(Action::Previewed { question, preview: Preview::of(&text) });
}

fn fated(fate: Fate) -> Found {
    Found { fate, names: Vec::new() }
}

fn replaced() -> Found {
    fated(Fate::Replaced { bytes: 11_240, day: Some("2026-03-31".into()) })
}

#[test]
fn the_form_and_what_would_be_written_at_every_size() {
    for (width, height) in [(200, 60), (120, 36), (100, 40), (80, 24), (50, 14)] {
        let stage = pane((width, height), "e", replaced());
        insta::assert_snapshot!(format!("export-{width}x{height}"), text_and_style(stage.buffer()));
    }
    for size in [(80, 24), (50, 14)] {
        let mut stage = pane(size, "e", replaced());
        let page = stage.keys("ctrl-o pagedown").text();
        insta::assert_snapshot!(format!("export-preview-{}x{}", size.0, size.1), page);
    }
}

#[test]
fn what_would_become_of_the_file_is_said_below_its_path() {
    for (fate, words) in [
        (Fate::New, "a new file"),
        (Fate::Replaced { bytes: 1, day: None }, "replaces a file of 1 byte"),
        (Fate::Replaced { bytes: 999, day: None }, "replaces a file of 999 bytes"),
        (Fate::Replaced { bytes: 1001, day: None }, "replaces a file of 2 kB"),
        (Fate::Through, "a device or a pipe"),
        (Fate::Folder, "a folder: give a file name"),
        (Fate::NoFolder("docs".into()), "the folder docs does not exist"),
        (Fate::Unwritable("is too holy".into()), "this place is too holy"),
    ] {
        for size in [(120, 36), (80, 24), (50, 14)] {
            let screen = pane(size, "e", fated(fate.clone())).text();
            assert!(screen.contains(words), "{words}\n{screen}");
            assert!(screen.contains("small-decision.md"), "{screen}");
            assert!(!screen.contains('\u{1b}'), "{screen}");
        }
    }
}

#[test]
fn a_name_that_ends_otherwise_than_those_of_the_format_is_no_surprise() {
    for (keys, is_said) in [
        ("backspace backspace j s o n", true),
        // Keys that move lists elsewhere.
        ("end j j k k", true),
        ("backspace backspace M D", false),
        ("home x", false),
    ] {
        let mut stage = pane((120, 36), "e", fated(Fate::New));
        stage.keys(keys);
        answer(&mut stage, fated(Fate::New));
        let is_shown = stage.text().contains("a new file; its content will be md");
        assert_eq!(is_shown, is_said, "{keys}\n{}", stage.text());
    }
}

#[test]
fn many_candidates_take_no_more_than_their_lines() {
    let names: Vec<String> = (100..200).map(|it| format!("small-decision.md.{it}")).collect();
    for size in [(120, 36), (80, 24), (50, 14)] {
        let mut stage = pane(size, "e", fated(Fate::New));
        stage.keys("tab");
        answer(&mut stage, Found { fate: Fate::New, names: names.clone() });
        stage.keys("x");
        assert!(!stage.text().contains("md.100"), "they go when the path is another");
        stage.keys("backspace tab");
        answer(&mut stage, Found { fate: Fate::New, names: names.clone() });
        let screen = stage.text();
        assert!(screen.contains("small-decision.md.100"), "{screen}");
        assert!(screen.contains("Enter writes it"), "{screen}");
    }
}

#[test]
fn formats_and_scopes_are_under_the_mouse_where_they_are_drawn() {
    for size in [(200, 60), (120, 36), (100, 40), (80, 24)] {
        let stage = pane(size, "e", fated(Fate::New));
        let screen = stage.text();
        for (row, text) in [
            (0, "Markdown, for"),
            (1, "a page for the"),
            (2, "weigh.report/1"),
            (3, "the verdict and what"),
            (4, "everything, claim"),
        ] {
            let (y, line) =
                screen.lines().enumerate().find(|(_, it)| it.contains(text)).expect(text);
            let x = width(&line[..line.find(text).expect("it is there")]);
            let (x, y) = (u16::try_from(x).expect("small"), u16::try_from(y).expect("small"));
            assert_eq!(stage.target(x, y), Target::Result(row), "{text}\n{screen}");
        }
    }
}

#[test]
fn the_preview_scrolls_to_its_end_and_no_further() {
    for (size, keys) in [((120, 36), "e"), ((80, 24), "e ctrl-o"), ((50, 14), "e ctrl-o")] {
        let mut stage = pane(size, keys, fated(Fate::New));
        let first = stage.text();
        assert!(first.contains("# A report (md, Some(\"verdict\"))"), "{first}");
        stage.keys(&"pagedown ".repeat(60));
        let last = stage.text();
        assert!(last.contains("60. The quick"), "{last}");
        stage.keys(&"pageup ".repeat(60));
        assert_eq!(stage.text(), first);
    }
}

#[test]
fn on_the_smallest_screen_format_and_scope_are_in_sight() {
    let mut stage = pane((30, 8), "e", replaced());
    assert!(stage.text().contains(" Format md  Scope verdict "), "{}", stage.text());
    assert!(stage.text().contains(" small-decision.md "), "{}", stage.text());
    stage.keys("ctrl-s");
    assert!(stage.text().contains(" Format md  Scope full "), "{}", stage.text());
    stage.keys("down down");
    assert!(stage.text().contains(" Format json  "), "{}", stage.text());
    assert!(!stage.text().contains("Scope"), "{}", stage.text());
}

#[test]
fn why_it_did_not_work_is_said_once() {
    let mut stage = pane((80, 24), "e", fated(Fate::NoFolder("docs".into())));
    assert!(stage.text().contains("the folder docs does not exist"));
    let why = "x.md cannot be written: there is no folder docs";
    let outcome = crate::app::Outcome::Failed(why.into());
    stage.act(Action::Exported { opening: 1, outcome });
    assert!(stage.text().contains(why) && !stage.text().contains("does not exist"));
}

#[test]
fn what_the_keys_do_is_said_to_the_end_or_not_at_all() {
    for size in [(80, 24), (50, 14), (40, 9), (30, 9), (30, 8)] {
        for found in [fated(Fate::New), replaced()] {
            let screen = pane(size, "e", found).text();
            let words: Vec<&str> =
                screen.split(['│', ' ', '\n']).filter(|it| !it.is_empty()).collect();
            let words = words.join(" ");
            assert_eq!(words.contains("writes it,"), words.contains("as it is."), "{screen}");
            assert!(screen.contains("small-decision.md"), "{screen}");
        }
    }
}
