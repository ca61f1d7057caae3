//! What is cut or covered can be read all the same, down to the smallest screen.

use super::*;
use crate::app::{Command, Help, Overlay, Tab};

const LOW: [(u16, u16); 3] = [(80, 24), (50, 14), (30, 8)];

/// All that is to be seen from the top of something to its end.
fn scrolled(stage: &mut Stage, lines: usize) -> String {
    let mut seen = stage.text();
    for _ in 0..lines {
        seen.push_str(&stage.keys("down").text());
    }
    seen
}

/// The words of a text, without what frames and lines put between them.
fn words(text: &str) -> Vec<&str> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect()
}

#[test]
fn what_is_typed_into_a_form_is_in_sight_at_every_size() {
    for size in LOW {
        for keys in ["o 4 down", "n", "a", "a down down", "o down down down"] {
            let mut stage = Stage::plain(travel(), size);
            stage.keys(keys).keys("7 7 7");
            assert!(stage.text().contains("777"), "{keys} {size:?}\n{}", stage.text());
        }
    }
}

#[test]
fn a_hint_or_a_title_without_room_ends_in_an_ellipsis() {
    let mut decision = travel();
    decision.criteria[0].name = "Comfort on journeys that last for more than a day".into();
    let text = Stage::plain(decision, (30, 8)).keys("o").text();
    assert!(text.lines().next().is_some_and(|it| it.contains("…")), "{text}");
    assert!(text.contains("Overrides the…"), "{text}");
}

#[test]
fn every_word_of_the_help_can_be_read_at_every_size() {
    for (width, height) in LOW {
        let mut stage = Stage::plain(travel(), (width, height));
        stage.keys("?");
        let Some(Overlay::Help(help)) = stage.app.overlay() else { panic!("the help") };
        let spots: Help = help.clone();
        let figures = scrolled(&mut stage, 400);
        stage.keys("tab");
        let seen = figures + &scrolled(&mut stage, 400);
        let seen: Vec<&str> = words(&seen);
        for spot in &spots.spots {
            for figure in crate::app::Figure::of(*spot) {
                for word in words(figure.meaning) {
                    assert!(seen.contains(&word), "{word} of {} at {width}", figure.label);
                }
            }
        }
        for row in COMMANDS.iter().filter(|row| !matches!(row.command, Command::Set(_))) {
            for word in words(row.help) {
                assert!(seen.contains(&word), "{word} of {} at {width}", row.help);
            }
        }
    }
}

#[test]
fn the_palette_says_all_of_what_is_selected() {
    let mut stage = Stage::plain(travel(), (80, 24));
    stage.keys(":");
    let seen = scrolled(&mut stage, COMMANDS.len());
    let seen: Vec<&str> = words(&seen);
    for row in COMMANDS {
        for word in words(row.help) {
            assert!(seen.contains(&word), "{word} of {}", row.help);
        }
    }
    // Where there is no room below the list, above it.
    let text = Stage::plain(travel(), (30, 8)).keys(": u n d o").text();
    assert!(text.contains("Undo (quick presses"), "{text}");
}

#[test]
fn the_search_tells_names_and_kinds_apart_and_names_before_contexts() {
    let text = Stage::plain(travel(), (80, 24)).keys("/ t r a i n").text();
    assert!(text.contains("alternative Train"), "{text}");
    let text = Stage::plain(travel(), (30, 8)).keys("/ c o m f").text();
    assert!(text.contains("▸ Comfort"), "{text}");
}

#[test]
fn the_disagreements_show_the_ratings_of_both_and_say_whole_sentences() {
    for (size, said) in [((80, 24), true), ((50, 14), true), ((30, 8), false)] {
        let mut decision = travel();
        let differs = |alternative| Claim {
            source: 1,
            alternative,
            rating: 1.5,
            range: None,
            says: "No.".into(),
            caution: None,
        };
        decision.criteria[0].claims.extend([differs(0), differs(1)]);
        let mut stage = Stage::plain(decision, size);
        let text = stage.keys("d").text();
        assert_eq!(text.contains("If every disagreement"), said, "{text}");
        assert_eq!(text.contains("disagreement."), said, "{text}");
        if said {
            let rows = text.lines().filter(|it| it.contains("Comfort"));
            let ranges = rows.map(|it| it.matches('–').count()).max();
            assert_eq!(ranges, Some(2), "{text}");
        }
    }
}

#[test]
fn an_export_says_all_of_what_a_format_is_for() {
    let about = "a decision record (MADR 4), for docs/decisions";
    for size in [(120, 36), (80, 24), (50, 14)] {
        let mut stage = Stage::plain(travel(), size);
        let offer = Offer { id: "adr", extension: "md", about, ..Offer::default() };
        stage.app = App::new(Arc::new(travel()), Judgement::of(&travel()), vec![offer]);
        stage.draw();
        let text = stage.keys("e").text();
        let seen = words(&text);
        assert!(words(about).iter().all(|it| seen.contains(it)), "{size:?}\n{text}");
        assert!(!text.contains("(MADR 4),…"), "{text}");
    }
}

#[test]
fn the_panes_stand_back_from_what_lies_over_them() {
    for (theme, depth) in [("dark", Depth::True), ("light", Depth::Ansi16), ("mono", Depth::Mono)] {
        let theme = Theme::bundled(theme, depth).expect("a theme");
        let mut stage = Stage::new(travel(), (120, 36), theme.clone(), &Glyphs::UNICODE);
        let header = stage.buffer().content[..120 * 4].to_vec();
        stage.keys("s");
        assert_eq!(stage.buffer().content[..120 * 4], header);
        // At the far left and right, the panes are still in sight, each in one of two looks.
        let looks = [theme.dim, theme.faint].map(|it| (it.fg.unwrap_or_default(), it.add_modifier));
        for y in 7..34 {
            for x in [2, 3, 117] {
                let cell = &stage.buffer()[(x, y)];
                assert!(looks.contains(&(cell.fg, cell.modifier)), "{x} {y} {cell:?}");
            }
        }
        // What is selected under it is no second cursor.
        let reversed = ratatui::style::Modifier::REVERSED;
        let rows: Vec<u16> = (7..34)
            .filter(|y| (0..120).any(|x| stage.buffer()[(x, *y)].modifier.contains(reversed)))
            .collect();
        assert!(rows.len() <= 1, "{rows:?}");
    }
}

#[test]
fn all_tabs_are_read_and_hit_in_the_narrowest_pane() {
    for size in [(60, 16), (66, 20), (80, 24), (30, 8), (120, 36)] {
        let mut stage = Stage::plain(travel(), size);
        stage.keys("tab");
        let text = stage.text();
        let Some((y, line)) = text.lines().enumerate().find(|(_, it)| it.contains("Evidence"))
        else {
            assert!(size.1 < 12, "{text}");
            continue;
        };
        for (tab, title) in [(Tab::WhatIf, "What-if"), (Tab::Compare, "Compare")] {
            let at = line.find(title).unwrap_or_else(|| panic!("{title} at {size:?}\n{text}"));
            let x = u16::try_from(text::width(&line[..at])).expect("small");
            let y = u16::try_from(y).expect("small");
            assert_eq!(stage.target(x, y), Target::Tab(tab));
        }
    }
}

#[test]
fn a_form_that_is_longer_than_its_box_shows_how_far_down_it_is() {
    let mut decision = crowd();
    decision.criteria.truncate(1);
    let mut stage = Stage::plain(decision, (80, 18));
    let marks = |stage: &Stage| -> Vec<u16> {
        (0..18).filter(|y| stage.buffer()[(79, *y)].symbol() == "┃").collect()
    };
    let first = marks(stage.keys("a"));
    let last = marks(stage.keys("down down down down down down down down down down down down"));
    assert!(!first.is_empty() && first < last, "{first:?} {last:?}\n{}", stage.text());
}

#[test]
fn names_that_the_frame_cuts_are_whole_on_the_page() {
    let long = "One of those names that go on and on until nobody remembers how they began";
    let mut decision = travel();
    decision.criteria[0].name = long.into();
    decision.use_cases[0].name = long.into();
    decision.case_studies[0].name = long.into();
    for size in [(200, 60), (120, 36), (80, 24), (60, 16), (50, 14)] {
        for keys in [
            "tab home up up up up up up up up up",
            "shift-tab right",
            "shift-tab z right",
            "tab tab enter",
        ] {
            let pane = Stage::plain(decision.clone(), size).keys(keys).text();
            let seen = words(&pane);
            let whole = words(long).iter().all(|it| seen.contains(it));
            assert!(whole, "{keys} {size:?}\n{pane}");
        }
    }
}

#[test]
fn the_page_of_a_use_case_can_be_read_at_every_size() {
    for size in LOW {
        let mut stage = Stage::plain(travel(), size);
        let list = stage.keys("shift-tab").text();
        assert!(!list.contains("Its verdict"), "{list}");
        stage.keys("right");
        assert_eq!(stage.app.focus(), Pane::Detail);
        let seen = scrolled(&mut stage, 30);
        for text in ["Its verdict", "Weights", "Comfort", "The ferry line"] {
            assert!(words(text).iter().all(|it| words(&seen).contains(it)), "{text}\n{seen}");
        }
        stage.keys("left");
        assert_eq!(stage.app.focus(), Pane::UseCases);
        // It is not applied by that.
        assert_eq!(stage.app.judgement().use_case(), None);
    }
}

#[test]
fn on_the_smallest_screen_every_key_is_found_within_a_few_pages() {
    let mut stage = Stage::plain(travel(), (30, 8));
    let mut seen = stage.keys("? tab").text();
    for (pages, sought) in [(1, " q         quit"), (6, " v         how sure"), (8, "wider")] {
        for _ in 0..pages {
            seen.push_str(&stage.keys("pagedown").text());
        }
        assert!(seen.contains(sought), "{sought}\n{seen}");
    }
    for row in COMMANDS.iter().filter(|row| !matches!(row.command, Command::Set(_))) {
        assert!(seen.contains(row.name), "{}\n{seen}", row.id);
    }
}

#[test]
fn where_a_line_that_is_typed_is_cut_there_is_a_sign_at_either_end() {
    let mut stage = Stage::plain(travel(), (30, 8));
    let line =
        |stage: &Stage| stage.text().lines().find(|it| it.contains("Note  ")).map(str::to_owned);
    stage.keys("n").keys(&"a ".repeat(15)).keys(&"b ".repeat(15)).keys(&"c ".repeat(15));
    let typed = line(&stage).expect("a line");
    assert!(typed.contains("Note  …b") && typed.contains("ccc │"), "{typed}");
    let typed = line(stage.keys("home")).expect("a line");
    assert!(typed.contains("Note  aaa") && typed.contains("b…│"), "{typed}");
}

#[test]
fn a_rating_of_your_own_begins_with_what_the_sources_say() {
    let mut stage = Stage::plain(travel(), (80, 24));
    assert!(stage.keys("o").text().contains("Boat       sources: 4.5"), "{}", stage.text());
    assert!(!stage.keys("3").text().contains("sources: 4.5"), "{}", stage.text());
}

#[test]
fn a_criterion_with_one_rating_has_no_best_alternative_on_the_page_of_a_use_case() {
    let row = |decision: Decision| {
        let mut stage = Stage::plain(decision, (120, 36));
        let text = stage.keys("shift-tab").text();
        let row = text.lines().find(|line| line.contains("│ Comfort ") && line.contains("10.0 "));
        row.unwrap_or_else(|| panic!("no row of the weight in\n{text}")).to_owned()
    };
    assert!(row(travel()).contains("Comfort B "), "{}", row(travel()));
    let mut decision = travel();
    decision.criteria[0].claims.retain(|it| it.alternative == 0);
    let row = row(decision);
    assert!(row.contains("Comfort   ") && !row.contains("Comfort ="), "{row}");
}
