//! Whole screens: what they show, in text and in style, at several sizes; and that no size, no
//! pack and no overlay breaks them.

mod arrange;
mod figures;
mod header;
mod reading;

use std::fmt::Write;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Size;

use super::*;
use crate::app::{Action, COMMANDS, Command, Gesture, Offer, Outcome, Pointer, Target, update};
use crate::decision::tests::small;
use crate::decision::{Alternative, CaseStudy, Claim, Criterion, Decision, Trust, Use, Weight};
use crate::input::{Key, Keymap};
use crate::judgement::Judgement;

mod what_if;

/// An explorer with its screen.
pub(in crate::ui) struct Stage {
    pub(in crate::ui) app: App,
    pub(in crate::ui) look: Look,
    frame: Frame,
}

impl Stage {
    pub(in crate::ui) fn new(
        decision: Decision,
        (width, height): (u16, u16),
        theme: Theme,
        glyphs: &Glyphs,
    ) -> Self {
        let look = Look::new(theme, *glyphs, Keymap::default(), &decision);
        let judgement = Judgement::of(&decision);
        let offers =
            ["md", "txt", "json"].map(|id| Offer { id, extension: id, ..Offer::default() }).into();
        let app = App::new(Arc::new(decision), judgement, offers);
        let mut stage = Self { app, look, frame: Frame::default() };
        stage.resize(width, height);
        stage
    }

    pub(in crate::ui) fn plain(decision: Decision, size: (u16, u16)) -> Self {
        Self::new(decision, size, Theme::default(), &Glyphs::UNICODE)
    }

    fn draw(&mut self) {
        let Self { app, look, frame } = self;
        app.view = draw(app, look, frame);
    }

    pub(in crate::ui) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in Key::script(keys).expect("names of keys") {
            let event = Event::Key(key.into());
            let action = self.look.keymap.action(self.app.context(), event, |_| Target::Nothing);
            if let Some(action) = action {
                update(&mut self.app, action);
            }
            self.draw();
        }
        self
    }

    fn resize(&mut self, width: u16, height: u16) {
        self.frame.reset(Size { width, height });
        self.draw();
    }

    /// Something that happens, and the frame that follows.
    pub(in crate::ui) fn act(&mut self, action: Action) {
        update(&mut self.app, action);
        self.draw();
    }

    /// Answers the question of the explorer, as the robustness worker does.
    pub(in crate::ui) fn refine(&mut self) {
        if let Some(question) = self.app.question() {
            let robustness = question.assessment.robustness().expect("scored");
            self.act(Action::Refined {
                generation: question.generation,
                robustness: Box::new(robustness),
            });
        }
    }

    pub(in crate::ui) fn buffer(&self) -> &Buffer {
        self.frame.buffer()
    }

    pub(in crate::ui) fn text(&self) -> String {
        text_of(self.buffer())
    }

    pub(in crate::ui) fn target(&self, x: u16, y: u16) -> Target {
        let area = self.buffer().area;
        let event = MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: x,
            row: y,
            modifiers: KeyModifiers::NONE,
        };
        target(&self.app, &self.look, Size::new(area.width, area.height), event)
    }
}

fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.y..buffer.area.bottom() {
        let line = picture::symbols(buffer, y, buffer.area.x..buffer.area.right());
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

/// The screen's text, and below it the look of every stretch that has one.
pub(in crate::ui) fn text_and_style(buffer: &Buffer) -> String {
    let mut all = text_of(buffer);
    all.push('\n');
    for y in buffer.area.y..buffer.area.bottom() {
        let mut x = buffer.area.x;
        while x < buffer.area.right() {
            let style = buffer[(x, y)].style();
            let end = (x..buffer.area.right()).find(|at| buffer[(*at, y)].style() != style);
            let end = end.unwrap_or(buffer.area.right());
            let text = picture::symbols(buffer, y, x..end);
            let cell = &buffer[(x, y)];
            let plain = cell.fg == ratatui::style::Color::Reset
                && cell.bg == ratatui::style::Color::Reset
                && cell.modifier.is_empty();
            if !plain && !text.trim().is_empty() {
                let _ = writeln!(
                    all,
                    "{y}:{x} {:?} {} {} {:?}",
                    text.trim(),
                    cell.fg,
                    cell.bg,
                    cell.modifier
                );
            }
            x = end;
        }
    }
    all
}

/// The small decision with something in every pane.
pub(in crate::ui) fn travel() -> Decision {
    let mut decision = small();
    decision.criteria[0].name = "Comfort".into();
    decision.criteria[1].name = "Price".into();
    decision.criteria[2].name = "Speed".into();
    decision.criteria[2].claims[0].caution = Some("It was a stormy day.".into());
    decision.alternatives[0].name = "Boat".into();
    decision.alternatives[1].name = "Train".into();
    decision.case_studies = vec![CaseStudy {
        id: "ferry".into(),
        name: "The ferry line".into(),
        summary: "Crosses the sound twice a day.".into(),
        criteria: vec![0],
        use_cases: vec![0],
        uses: vec![Use { alternative: 0, source: 0, says: "carries all".into(), caution: None }],
        outcomes: Vec::new(),
    }];
    decision
}

/// The journey where the sources disagree on how comfortable the boat is.
pub(in crate::ui) fn divided() -> Decision {
    let mut decision = travel();
    decision.criteria[0].claims[0].rating = 3.5;
    decision
}

/// Five alternatives on forty criteria, with names that are long, wide and combining.
pub(in crate::ui) fn crowd() -> Decision {
    let mut decision = small();
    decision.alternatives =
        ["Ruby on Rails", "数据库框架", "Élixir and Phoenix LiveView", "Go", "C++"]
            .iter()
            .enumerate()
            .map(|(i, name)| Alternative {
                id: format!("a{i}"),
                name: (*name).into(),
                summary: String::new(),
            })
            .collect();
    let names = [
        "可维护性与长期演进的代价",
        "e\u{301}volution",
        "Observability and operational readiness",
        "IO",
    ];
    decision.criteria = (0..40)
        .map(|j| Criterion {
            id: format!("c{j}"),
            name: format!("{} {j}", names[j % names.len()]),
            question: "問いはどれくらい長くてもよい。".repeat(3),
            group: format!("グループ {}", j / 7),
            weight: Weight::clamped(i32::try_from(j * 5 % 101).expect("small")),
            scale: None,
            claims: (0..5)
                .filter(|a| j % 9 != 8 || *a != 2)
                .map(|a| Claim {
                    source: a % 2,
                    alternative: a,
                    rating: 1.0 + ((a * 7 + j * 3) % 5) as f64,
                    range: None,
                    says: "长句子没有空格也要换行".repeat(4),
                    caution: Some("注意".into()),
                })
                .collect(),
        })
        .collect();
    decision
}

const SIZES: [(u16, u16); 5] = [(80, 24), (120, 36), (200, 60), (50, 14), (20, 5)];

#[test]
fn the_first_screen_at_every_size() {
    for size in SIZES {
        let stage = Stage::plain(travel(), size);
        insta::assert_snapshot!(
            format!("first-{}x{}", size.0, size.1),
            text_and_style(stage.buffer())
        );
    }
}

#[test]
fn every_pane_and_overlay() {
    for (name, keys) in [
        ("use-case", "shift-tab"),
        ("applied", "shift-tab enter"),
        ("evidence", "tab down x"),
        ("source", "tab enter"),
        ("what-if", "tab right"),
        ("case-study", "tab tab"),
        ("excluded", "down space"),
        ("search", "/ s p e"),
        ("search-nothing", "/ z z z"),
        ("palette", ": t i p"),
        ("help", "?"),
        ("help-keys", "? tab"),
    ] {
        let mut stage = Stage::plain(travel(), (100, 30));
        insta::assert_snapshot!(name, text_and_style(stage.keys(keys).buffer()));
    }
}

/// Keys that save twice and then change weights, evidence and criteria.
const COMPARED: &str = "p shift-tab enter p tab 3 down 8 a m y enter tab left";

#[test]
fn a_scenario_against_now_at_every_size() {
    for size in [(200, 60), (120, 36), (80, 24), (50, 14)] {
        let mut stage = Stage::plain(travel(), size);
        stage.keys(COMPARED);
        insta::assert_snapshot!(
            format!("compare-{}x{}", size.0, size.1),
            text_and_style(stage.buffer())
        );
    }
    let mono = Theme::bundled("dark", Depth::Mono).expect("it is bundled");
    let mut stage = Stage::new(travel(), (120, 36), mono, &Glyphs::ASCII);
    insta::assert_snapshot!("compare-ascii", text_and_style(stage.keys(COMPARED).buffer()));
    assert!(stage.text().is_ascii(), "{}", stage.text());
    let mut stage = Stage::plain(travel(), (120, 36));
    insta::assert_snapshot!("compare-empty", text_of(stage.keys("tab left").buffer()));
}

#[test]
fn the_scenario_compared_with_is_in_sight_and_under_the_mouse_however_many_there_are() {
    let mut stage = Stage::plain(travel(), (80, 24));
    stage.keys(&format!("{}tab left", "L p ".repeat(30)));
    for expected in ["My weights 30", "My weights 12", "My weights "] {
        let screen = stage.text();
        let (y, line) = screen
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(&format!("▸ {expected}")))
            .unwrap_or_else(|| panic!("no {expected} on\n{screen}"));
        let x = text::width(&line[..line.find("My weights").expect("found")]);
        let (x, y) = (u16::try_from(x).expect("small"), u16::try_from(y).expect("small"));
        let compared = stage.app.compared().expect("saved");
        assert_eq!(stage.target(x, y), Target::Row(Pane::Detail, compared));
        stage.keys(if compared == 29 { "up ".repeat(18) } else { "home".into() }.trim());
    }
}

#[test]
fn after_an_export_the_key_that_copies_the_verdict_is_told() {
    let mut stage = Stage::plain(travel(), (120, 36));
    update(
        &mut stage.app,
        Action::Exported { opening: 1, outcome: Outcome::Written("decision.md in /tmp".into()) },
    );
    stage.draw();
    let text = stage.text();
    assert!(text.contains("Written to decision.md in /tmp; y: copy verdict"), "{text}");
}

#[test]
fn equal_shares_are_said_where_there_is_room_for_more_than_the_verdict() {
    for size in [(200, 60), (120, 36), (80, 24), (60, 20)] {
        let mut stage = Stage::plain(travel(), size);
        let text = stage.keys("0 down 0 down 0 down 0").text();
        assert!(text.contains("All weights are 0"), "{size:?}\n{text}");
    }
}

#[test]
fn a_tie_that_no_weights_decide_is_said_to_be_one() {
    let mut decision = travel();
    for claim in decision.criteria.iter_mut().flat_map(|it| &mut it.claims) {
        claim.rating = 3.0;
    }
    let mut stage = Stage::plain(decision, (120, 36));
    assert!(stage.text().contains("no change of these weights decides"), "{}", stage.text());
    assert!(!stage.text().contains("confidence"), "{}", stage.text());
    let text = stage.keys("v l").text();
    assert!(text.contains("no change of these weights decides."), "{text}");
}

#[test]
fn an_empty_pane_promises_nothing() {
    let mut decision = travel();
    decision.use_cases.clear();
    let mut stage = Stage::plain(decision, (120, 36));
    let hints = |stage: &Stage| stage.text().lines().last().unwrap_or_default().to_owned();
    assert!(!hints(&stage).contains("use cases"), "{}", hints(&stage));
    stage.keys("shift-tab");
    assert!(!hints(&stage).contains("apply") && hints(&stage).contains("q quit"));
}

#[test]
fn who_is_rated_can_be_told_where_names_begin_alike() {
    let mut decision = travel();
    decision.alternatives[0].name = "Alternative number 1".into();
    decision.alternatives[1].name = "Alternative number 2".into();
    for size in [(50, 14), (30, 8)] {
        let mut stage = Stage::plain(decision.clone(), size);
        let text = stage.keys("o").text();
        let seen = |end: &str| text.lines().any(|line| line.contains(end));
        assert!(seen("number 1 ") || seen("ber 1 ") || seen("r 1 "), "{size:?}\n{text}");
        assert!(text.contains("sources: 4.5"), "{size:?}\n{text}");
    }
}

#[test]
fn that_nothing_is_saved_stays_on_the_screen_until_something_is() {
    for size in [(120, 36), (80, 24), (50, 14), (30, 8)] {
        let mut stage = Stage::plain(travel(), size);
        let title = |stage: &Stage| stage.text().lines().next().unwrap_or_default().to_owned();
        stage.act(Action::Notify("The disk is full.".into()));
        stage.act(Action::Unsaved(true));
        stage.keys("right");
        assert!(title(&stage).ends_with("not saved   ? help"), "{size:?}\n{}", stage.text());
        stage.act(Action::Unsaved(false));
        assert!(!title(&stage).contains("not saved"), "{size:?}\n{}", stage.text());
    }
}

#[test]
fn every_screen_tells_how_to_leave_and_a_newcomer_what_matters_most() {
    for size in [(50, 14), (60, 16), (80, 24), (120, 36), (200, 60)] {
        for keys in ["", "tab", "tab tab", "shift-tab", "tab right", "tab left"] {
            let mut stage = Stage::plain(travel(), size);
            let text = stage.keys(keys).text();
            let wide = size.0 >= 80 || matches!(keys, "" | "shift-tab" | "tab tab");
            assert!(!wide || text.contains("q quit"), "{keys} {size:?}\n{text}");
        }
        let mut stage = Stage::plain(travel(), size);
        assert!(stage.text().contains("Enter why") && stage.text().contains("e export"));
        stage.app = stage.app.clone().with_welcome(true);
        stage.draw();
        let text = stage.text();
        for hint in ["slider", "Shift-Tab use cases", "Enter why", "? help"] {
            assert!(text.contains(hint), "{hint} {size:?}\n{text}");
        }
        assert!(size.0 < 60 || text.contains("e export"), "{size:?}\n{text}");
        assert!(size.0 < 80 || text.contains("Welcome. ") && text.contains("q quit"), "{text}");
    }
}

#[test]
fn the_keys_are_one_key_from_the_figures_and_the_help_says_so() {
    for size in [(50, 14), (80, 24), (120, 36)] {
        for key in ["tab", "right", "l", "shift-tab", "left", "h"] {
            let mut stage = Stage::plain(travel(), size);
            let figures = stage.keys("?").text();
            assert!(figures.contains("Figures   Keys     Tab shows the keys"), "{figures}");
            assert!(figures.contains("The slider: the weight of the"), "{figures}");
            let keys = stage.keys("G").keys(key).text();
            assert!(keys.contains("Get around") && keys.contains("Go to the next pane"), "{keys}");
            assert!(keys.contains("Tab shows the figures"), "{keys}");
            assert_eq!(stage.keys(key).text(), figures, "from the beginning");
        }
    }
}

#[test]
fn a_figure_that_is_too_long_for_its_column_has_a_line_of_its_own() {
    let mut stage = Stage::plain(travel(), (60, 70));
    let text = stage.keys("?").text();
    let at = text.lines().position(|it| it.contains("│ Closest reversal")).expect("there");
    let of = |line: usize| text.lines().nth(line).unwrap_or_default();
    assert!(!of(at).contains("The least part"), "{text}");
    assert!(of(at + 1).contains("The least part of the weight"), "{text}");
    let column = |line: usize, word| of(line).find(word).map(|it| text::width(&of(line)[..it]));
    let slider = text.lines().position(|it| it.contains("The slider:")).expect("there");
    assert_eq!(column(at + 1, "The least"), column(slider, "The slider"));
}

#[test]
fn beside_news_the_keys_that_help_most_stay_where_there_is_room() {
    for (width, keys, expected) in [
        (80, "shift-tab enter", "Applied: Holiday"),
        (120, "space space R", "Nothing to reset: everything but your notes is as in the pack"),
        (50, "shift-tab enter", "Applied: Holiday"),
        (80, "space space R", "Nothing to reset: everything but your notes is as in the pack"),
        (50, "space space R", " as in the pack"),
    ] {
        let mut stage = Stage::plain(travel(), (width, 24));
        let text = stage.keys(keys).text();
        let line = text.lines().next_back().unwrap_or_default();
        let room = keys == "shift-tab enter" || width > 50;
        assert!(line.contains(expected), "{line}");
        assert_eq!(line.ends_with("u undo   ? help"), room, "{line}");
    }
    // Where letters are typed, these keys are letters.
    let mut stage = Stage::plain(travel(), (120, 36));
    let text = stage.keys("n x esc n").text();
    let line = text.lines().next_back().unwrap_or_default();
    assert!(line.contains("Your unsaved text from before") && !line.contains("undo"), "{line}");
}

#[test]
fn keys_of_the_user_are_shown_wherever_keys_are_shown() {
    let settings = "[keys.panes]\nctrl-e = \"export\"\nf9 = \"undo\"\nu = \"none\"\n";
    let mut stage = Stage::plain(travel(), (160, 120));
    stage.look.keymap = crate::config::Config::read(settings).expect("settings").keys;
    // In another look, nothing stands still.
    stage.resize(160, 120);
    assert!(stage.text().contains("F9 undo"), "{}", stage.text());
    let help = stage.keys("? tab").text();
    let line =
        |text: &str| help.lines().find(|it| it.contains(text)).unwrap_or_default().to_owned();
    assert!(line("Undo (quick presses").contains(" F9 "), "{help}");
    assert!(!line("Undo (quick presses").contains(" u "), "{help}");
    assert!(line("Write a summary").contains("Ctrl-e e"), "{help}");
    let palette = stage.keys("esc : s u m m").text();
    assert!(palette.contains("Ctrl-e"), "{palette}");
}

#[test]
fn themes_without_colour_and_without_unicode() {
    let mono = Theme::bundled("dark", Depth::Mono).expect("a theme");
    let stage = Stage::new(travel(), (80, 24), mono.clone(), &Glyphs::UNICODE);
    insta::assert_snapshot!("mono", text_and_style(stage.buffer()));
    let mut stage = Stage::new(travel(), (100, 30), mono, &Glyphs::ASCII);
    for keys in [
        "",
        "tab right",
        "esc p l tab right",
        "esc ?",
        "esc / s",
        "esc e",
        "esc esc s",
        "esc d",
        "esc i",
        "esc o",
        "esc v",
        "l",
        "l",
        "l",
        "?",
    ] {
        assert!(stage.keys(keys).text().is_ascii(), "{keys}: {}", stage.text());
    }
    stage.resize(20, 5);
    assert!(stage.text().is_ascii(), "{}", stage.text());
    let light = Theme::bundled("light", Depth::Ansi16).expect("a theme");
    let stage = Stage::new(travel(), (80, 24), light, &Glyphs::UNICODE);
    insta::assert_snapshot!("light-16", text_and_style(stage.buffer()));
}

#[test]
fn many_alternatives_with_wide_names() {
    for size in [(80, 24), (120, 36)] {
        let stage = Stage::plain(crowd(), size);
        insta::assert_snapshot!(
            format!("crowd-{}x{}", size.0, size.1),
            text_and_style(stage.buffer())
        );
    }
}

#[test]
fn no_size_panics() {
    let scripts = [
        "",
        "tab",
        "tab left",
        "p l p tab left down",
        "tab right",
        "tab tab",
        "shift-tab",
        "?",
        "/ a",
        ": a",
        "e",
        "v",
        "v right",
        "v right right",
        "v left left",
        "v left",
    ];
    for decision in [travel(), crowd()] {
        for width in (1..=40).chain([59, 60, 61, 99, 100, 109, 110, 111, 150, 300]) {
            for height in (1..=18).chain([23, 24, 29, 30, 31, 60, 100]) {
                // Every script at every tenth size; the first screen at all of them.
                let scripts = if (width + height) % 10 == 0 { &scripts[..] } else { &scripts[..1] };
                for keys in scripts {
                    Stage::plain(decision.clone(), (width, height)).keys(keys).keys("down down");
                }
            }
        }
    }
}

#[test]
fn shrinking_and_growing_while_something_is_open_panics_nowhere() {
    let mut stage = Stage::plain(crowd(), (120, 36));
    for keys in [
        "G",
        "tab G",
        "tab tab",
        "/ a G",
        "esc ? G",
        "esc : down down",
        "esc e",
        "esc v",
        "l G",
        "l G",
        "l",
        "l",
    ] {
        stage.keys(keys);
        for (width, height) in [(1, 1), (300, 100), (30, 8), (60, 16), (29, 8), (120, 36)] {
            stage.resize(width, height);
        }
    }
}

#[test]
fn a_narrow_screen_says_the_scores_that_it_has_no_room_to_draw() {
    for size in [(30, 24), (39, 60), (40, 24), (79, 15)] {
        let stage = Stage::plain(small(), size);
        let header: Vec<String> = stage.text().lines().take(5).map(str::to_owned).collect();
        let scores = stage.app.assessment().scores().expect("scored");
        for score in scores {
            assert!(header.concat().contains(&format!("{score:.1}")), "{size:?}\n{header:#?}");
        }
    }
}

#[test]
fn every_size_that_shows_the_criteria_shows_the_selected_slider() {
    for (width, height) in [(30, 8), (34, 9), (50, 14), (60, 16), (80, 24), (110, 30), (200, 60)] {
        let mut stage = Stage::plain(crowd(), (width, height));
        for _ in 0..40 {
            let selected: Vec<String> = stage
                .text()
                .lines()
                .skip(2)
                .filter(|line| line.contains('▸') && (line.contains('●') || line.contains('○')))
                .map(str::to_owned)
                .collect();
            assert!(!selected.is_empty(), "{width}×{height}\n{}", stage.text());
            stage.keys("down");
        }
    }
}

#[test]
fn what_is_selected_stays_in_sight_in_every_list() {
    let mut stage = Stage::plain(crowd(), (120, 24));
    stage.keys("G");
    assert!(stage.text().contains("IO 39"), "{}", stage.text());
    stage.keys("g");
    assert!(stage.text().contains("可维护性"), "{}", stage.text());
    stage.keys("tab end");
    assert_eq!(stage.app.selected(Pane::Detail), stage.app.count(Pane::Detail) - 1);
    let (window, stops) = (stage.app.view.pane(Pane::Detail), stage.app.view.stops);
    assert!(window.offset <= stops.from && stops.to <= window.offset + window.height);
}

#[test]
fn the_mouse_sets_a_slider_to_where_its_handle_is_drawn() {
    let mut stage = Stage::plain(travel(), (120, 36));
    for keys in ["", "0", "=", "3", "7 L L L"] {
        stage.keys(keys);
        let buffer = stage.buffer();
        let mut seen = 0;
        for y in 6..buffer.area.bottom() {
            for x in 29..80 {
                if buffer[(x, y)].symbol() != "●" {
                    continue;
                }
                let Target::Slider(j, weight) = stage.target(x, y) else {
                    panic!("no slider at {x}, {y}\n{}", stage.text());
                };
                let now = stage.app.judgement().weight(j).size();
                assert!((weight.size() - now).abs() <= 0.5, "{weight} is drawn for {now}");
                seen += 1;
            }
        }
        assert_eq!(seen, 3);
    }
}

#[test]
fn the_mouse_finds_what_is_drawn_under_it() {
    let mut stage = Stage::plain(travel(), (120, 36));
    let at = |stage: &Stage, text: &str| {
        let screen = stage.text();
        let (y, line) = screen
            .lines()
            .enumerate()
            .skip(4)
            .find(|(_, line)| line.contains(text))
            .unwrap_or_else(|| panic!("no {text} on\n{screen}"));
        let x = text::width(&line[..line.find(text).expect("found")]);
        stage.target(u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))
    };
    assert_eq!(at(&stage, "Holiday"), Target::Row(Pane::UseCases, 0));
    assert_eq!(at(&stage, "Price"), Target::Row(Pane::Criteria, 1));
    assert_eq!(at(&stage, "The ferry"), Target::Row(Pane::CaseStudies, 0));
    assert_eq!(at(&stage, "What-if"), Target::Tab(crate::app::Tab::WhatIf));
    assert_eq!(at(&stage, "How is comfort"), Target::Row(Pane::Detail, 0));
    assert_eq!(at(&stage, "roomy"), Target::Row(Pane::Detail, 1));
    assert_eq!(at(&stage, "grand"), Target::Row(Pane::Detail, 3));
    stage.keys("/ s p e e d");
    assert_eq!(at(&stage, "criterion"), Target::Result(0));
    stage.keys("esc e");
    assert_eq!(at(&stage, "json"), Target::Result(2));
    stage.keys("esc ?");
    assert_eq!(at(&stage, "Keys"), Target::HelpSection(true));
    assert_eq!(at(&stage, "Figures"), Target::HelpSection(false));
}

#[test]
fn below_a_list_of_sources_no_source_is_under_the_mouse() {
    let mut decision = travel();
    decision.sources = vec![decision.sources[0].clone(); 30];
    let mut stage = Stage::plain(decision, (80, 24));
    stage.keys("s");
    let rows = |target| matches!(target, Target::Trust(..) | Target::Result(_));
    let sources: Vec<Target> = (0..24)
        .flat_map(|y| (0..80).map(move |x| (x, y)))
        .map(|(x, y)| stage.target(x, y))
        .collect();
    let window = stage.app.view.overlay;
    assert!(window.height < window.length);
    let seen = sources.iter().filter(|it| rows(**it)).count();
    assert_eq!(seen % window.height, 0);
    assert!(sources.iter().all(|it| match *it {
        Target::Trust(row, _) | Target::Result(row) => row < window.height,
        _ => true,
    }));
}

#[test]
fn frames_of_text_are_safe_for_pictures() {
    let mut decision = travel();
    decision.title = "<script>&\"".into();
    let stage = Stage::plain(decision, (80, 24));
    let image = picture::svg(stage.buffer(), picture::Paper::DARK, "a <title>");
    assert!(!image.contains("<script>") && image.contains("&lt;script&gt;"));
}

#[test]
fn long_news_is_shown_in_full_over_whatever_there_is() {
    for keys in ["tab", "v", "s", "e"] {
        let mut stage = Stage::plain(travel(), (40, 12));
        stage.keys(keys);
        let news = "The saved session could not be read. It is kept as travel.toml.corrupt-1, and a new session starts.";
        update(&mut stage.app, Action::Notify(news.into()));
        stage.draw();
        let screen = stage.text();
        let shown: Vec<&str> = screen.lines().rev().take(3).map(str::trim).collect();
        let shown: Vec<&str> = shown.into_iter().rev().collect();
        assert!(shown.join(" ").ends_with(news), "{keys}\n{screen}");
        stage.keys("down");
        assert!(!stage.text().contains("corrupt"));
    }
}

/// Packs at the edges of what a pack may be.
fn extremes() -> Vec<Decision> {
    let mut bare = small();
    bare.criteria.truncate(1);
    (bare.use_cases, bare.sources) = (Vec::new(), Vec::new());
    bare.criteria[0].claims.clear();
    let mut many = small();
    many.alternatives = (0..200)
        .map(|i| Alternative {
            id: format!("a{i}"),
            name: format!("Alternative {i}"),
            summary: String::new(),
        })
        .collect();
    for criterion in &mut many.criteria {
        let scale = many.scale.clone();
        criterion.scale = None;
        criterion.claims = (0..200)
            .map(|alternative| Claim {
                source: alternative % 2,
                alternative,
                rating: scale.at((alternative % 7) as f64 / 6.0),
                range: None,
                says: "It is so, and it has been so for as long as anybody remembers.".into(),
                caution: None,
            })
            .collect();
    }
    vec![travel(), crowd(), bare, many]
}

/// The keys of somebody who goes about the criteria.
const GOING: [Command; 9] = [
    Command::Up,
    Command::Down,
    Command::First,
    Command::Last,
    Command::Less,
    Command::More,
    Command::MoreFine,
    Command::Close,
    Command::Close,
];

#[test]
fn whatever_keys_and_mouse_do_at_whatever_size_nothing_panics() {
    let mut seed = 1_u64;
    // A linear congruential generator (Knuth's MMIX): the same walk every time.
    let mut random = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let sizes = [(120, 36), (80, 24), (60, 16), (50, 14), (30, 8), (200, 50), (1, 1), (33, 60)];
    let gestures =
        [Gesture::Press, Gesture::Drag, Gesture::Release, Gesture::WheelUp, Gesture::WheelDown];
    for decision in extremes() {
        let mut stage = Stage::plain(decision, (120, 36));
        for _ in 0..900 {
            let area = stage.buffer().area;
            match random(15) {
                0 if random(5) == 0 => {
                    let (width, height) = sizes[usize::try_from(random(8)).expect("small")];
                    stage.resize(width, height);
                }
                0..=3 => {
                    let at =
                        |cells: u16, random: u64| u16::try_from(random).expect("small") % cells;
                    let (x, y) = (at(area.width, random(400)), at(area.height, random(400)));
                    let gesture = gestures[usize::try_from(random(5)).expect("small")];
                    let target = stage.target(x, y);
                    stage.act(Action::Point(Pointer { gesture, target }));
                }
                4 => {
                    let text = ["7", "a", "Ü", "字", "e\u{301}", " "]
                        [usize::try_from(random(6)).expect("small")];
                    stage.act(Action::Paste(text.into()));
                }
                // What leaves most of the screen standing, time and again.
                5..=9 => {
                    let at = usize::try_from(random(GOING.len() as u64)).expect("small");
                    stage.act(Action::Command(GOING[at]));
                }
                _ => {
                    let at = usize::try_from(random(COMMANDS.len() as u64)).expect("small");
                    stage.act(Action::Command(COMMANDS[at].command));
                }
            }
        }
    }
}

#[test]
fn all_of_the_evidence_can_be_reached_however_low_the_screen_is() {
    let mut decision = travel();
    decision.rubric = vec![crate::decision::Mark { rating: 5.0, means: "Perfection.".into() }];
    decision.criteria[0].claims[2].says = "Very long words on comfort. ".repeat(30) + "Finis.";
    for size in [(50, 14), (80, 24), (30, 9)] {
        let mut stage = Stage::plain(decision.clone(), size);
        stage.keys("tab");
        let mut seen = stage.text();
        for key in ["down"; 80].into_iter().chain(["up"; 80]) {
            seen.push_str(&stage.keys(key).text());
        }
        for text in ["roomy", "fine", "Finis", "Perfection", "comfort?"] {
            assert!(seen.contains(text), "{text} is never shown at {size:?}");
        }
    }
}
