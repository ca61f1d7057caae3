//! How long the work behind a frame takes: `cargo bench`.

use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use ratatui::layout::Size;
use weigh::app::{Action, App, Command, Offer, update};
use weigh::assessment::{Assessment, Draws, assess, sides};
use weigh::decision::{
    Alternative, Claim, Criterion, Decision, Missing, Scale, Source, Trust, Weight,
};
use weigh::input::Keymap;
use weigh::judgement::Judgement;
use weigh::pack;
use weigh::search::{Entry, entries, search};
use weigh::ui::{self, Depth, Frame, Glyphs, Look, Theme};

fn main() {
    divan::main();
}

/// The bundled decision.
fn bundled() -> Decision {
    match pack::open("nodejs-vs-django") {
        Ok(pack) => pack.decision,
        Err(errors) => unreachable!("a test holds the bundled pack to be valid: {errors}"),
    }
}

/// So many alternatives on so many criteria, one claim on each cell.
fn large(alternatives: usize, criteria: usize) -> Decision {
    let criterion = |j: usize| Criterion {
        id: format!("c{j}"),
        name: format!("Criterion {j}"),
        question: String::new(),
        group: format!("Group {}", j / 10),
        weight: Weight::clamped(i32::try_from(j * 37 % 101).unwrap_or(50)),
        scale: None,
        claims: (0..alternatives)
            .map(|alternative| Claim {
                source: 0,
                alternative,
                rating: 1.0 + ((alternative * 7919 + j * 104_729) % 99_991) as f64 / 25_000.0,
                range: None,
                says: "It is so.".into(),
                caution: None,
            })
            .collect(),
    };
    Decision {
        id: "large".into(),
        title: "Large".into(),
        question: String::new(),
        scale: Scale { worst: 1.0, best: 5.0, unit: None },
        missing: Missing::Middle,
        rubric: Vec::new(),
        alternatives: (0..alternatives)
            .map(|a| Alternative {
                id: format!("a{a}"),
                name: format!("Alternative {a}"),
                summary: String::new(),
            })
            .collect(),
        sources: vec![Source {
            id: "s".into(),
            title: "S".into(),
            publisher: None,
            published: None,
            trust: Trust::FULL,
        }],
        criteria: (0..criteria).map(criterion).collect(),
        use_cases: Vec::new(),
        case_studies: Vec::new(),
        notes: Vec::new(),
        examples: Vec::new(),
    }
}

#[divan::bench]
fn load_the_bundled_pack() -> Decision {
    bundled()
}

#[divan::bench(args = Theme::BUNDLED)]
fn read_a_theme(name: &str) -> Option<Theme> {
    Theme::bundled(name, Depth::True)
}

#[divan::bench]
fn read_the_default_keys() -> Keymap {
    Keymap::default()
}

#[divan::bench]
fn assess_the_bundled_pack(bencher: Bencher) {
    let decision = bundled();
    let judgement = Judgement::of(&decision);
    bencher.bench(|| assess(black_box(&decision), black_box(&judgement)));
}

#[divan::bench]
fn weigh_the_bundled_pack_again(bencher: Bencher) {
    let decision = bundled();
    let judgement = Judgement::of(&decision);
    let assessment = assess(&decision, &judgement);
    bencher.bench(|| assessment.reweighed(black_box(&judgement)));
}

/// A plane through a simplex of 16 vertices, half of them on either side.
#[divan::bench]
fn kernel_at_16_criteria(bencher: Bencher) {
    let vertices: Vec<f64> = (0..16).map(|j| f64::from(j * 37 % 16) / 16.0 - 0.47).collect();
    bencher.bench(|| sides(black_box(&vertices)));
}

/// Everything there is to say of a judgement: scores, robustness, nearest reversal, second opinions.
fn everything(decision: &Decision, judgement: &Judgement) -> impl Sized + use<> {
    let assessment = assess(decision, judgement);
    (assessment.robustness(), assessment.nearest_reversal(), assessment.opinions())
}

#[divan::bench]
fn everything_of_the_bundled_pack(bencher: Bencher) {
    let decision = bundled();
    let judgement = Judgement::of(&decision);
    bencher.bench(|| everything(black_box(&decision), black_box(&judgement)));
}

/// Use cases have many weights of 0, so the orders that keep the ranking have to be drawn.
#[divan::bench]
fn everything_of_the_bundled_pack_in_a_use_case(bencher: Bencher) {
    let decision = bundled();
    let mut judgement = Judgement::of(&decision);
    judgement.apply_use_case(&decision, 0);
    bencher.bench(|| everything(black_box(&decision), black_box(&judgement)));
}

/// What a frame computes of how certain the verdict is.
#[divan::bench(args = [(3, 14), (5, 40), (10, 100), (20, 200)])]
fn confidence(bencher: Bencher, (alternatives, criteria): (usize, usize)) {
    let decision = large(alternatives, criteria);
    let assessment = assess(&decision, &Judgement::of(&decision));
    let draws = Draws::of(&assessment);
    bencher.bench(|| black_box(&assessment).confidence(&draws));
}

/// The weights and ratings that are drawn once for a decision, and used for every frame.
#[divan::bench(args = [(3, 14), (10, 100), (20, 200)])]
fn draws(bencher: Bencher, (alternatives, criteria): (usize, usize)) {
    let decision = large(alternatives, criteria);
    let assessment = assess(&decision, &Judgement::of(&decision));
    bencher.bench(|| Draws::of(black_box(&assessment)));
}

/// What the robustness worker computes of three alternatives and more.
#[divan::bench(args = [(3, 14), (5, 40), (10, 10), (10, 100)])]
fn robustness(bencher: Bencher, (alternatives, criteria): (usize, usize)) {
    let decision = large(alternatives, criteria);
    let assessment = assess(&decision, &Judgement::of(&decision));
    bencher.bench(|| black_box(&assessment).robustness());
}

#[divan::bench]
fn nearest_reversal_of_1000_by_1000(bencher: Bencher) {
    let decision = large(1000, 1000);
    let assessment = assess(&decision, &Judgement::of(&decision));
    bencher.bench(|| black_box(&assessment).nearest_reversal());
}

/// 100 000 alternatives on 20 criteria, made once.
fn wide() -> &'static (Judgement, Assessment) {
    static WIDE: LazyLock<(Judgement, Assessment)> = LazyLock::new(|| {
        let decision = large(100_000, 20);
        let judgement = Judgement::of(&decision);
        let assessment = assess(&decision, &judgement);
        (judgement, assessment)
    });
    &WIDE
}

#[divan::bench]
fn scores_of_100000_by_20(bencher: Bencher) {
    let (judgement, assessment) = wide();
    bencher.bench(|| assessment.reweighed(black_box(judgement)));
}

#[divan::bench]
fn opinions_on_100000_by_20(bencher: Bencher) {
    let (_, assessment) = wide();
    bencher.bench(|| black_box(assessment).opinions());
}

#[divan::bench]
fn assess_1000_by_1000(bencher: Bencher) {
    let decision = large(1000, 1000);
    let judgement = Judgement::of(&decision);
    bencher.bench(|| assess(black_box(&decision), black_box(&judgement)));
}

#[divan::bench]
fn weigh_1000_by_1000_again(bencher: Bencher) {
    let decision = large(1000, 1000);
    let judgement = Judgement::of(&decision);
    let assessment = assess(&decision, &judgement);
    bencher.bench(|| assessment.reweighed(black_box(&judgement)));
}

#[divan::bench]
fn bands_of_one_slider_of_1000_by_1000(bencher: Bencher) {
    let decision = large(1000, 1000);
    let assessment = assess(&decision, &Judgement::of(&decision));
    bencher.bench(|| assessment.bands(black_box(500)));
}

#[divan::bench]
fn regions_of_two_sliders_of_1000_by_1000(bencher: Bencher) {
    let decision = large(1000, 1000);
    let assessment = assess(&decision, &Judgement::of(&decision));
    bencher.bench(|| black_box(&assessment).regions(black_box(500), black_box(501)));
}

/// A slider step and the frame that shows it, on a screen of 200 × 60.
fn frame(bencher: Bencher, decision: Decision) {
    frame_after(bencher, decision, &[]);
}

/// The same after some commands.
fn frame_after(bencher: Bencher, decision: Decision, commands: &[Command]) {
    let look = Look::new(Theme::default(), Glyphs::UNICODE, Keymap::default(), &decision);
    let judgement = Judgement::of(&decision);
    let offers = vec![Offer { id: "md", extension: "md", ..Offer::default() }];
    let mut app = App::new(Arc::new(decision), judgement, offers);
    let mut frame = Frame::default();
    for command in commands {
        update(&mut app, Action::Command(*command));
    }
    let mut up = true;
    bencher.bench_local(|| {
        up = !up;
        update(&mut app, Action::Command(if up { Command::More } else { Command::Less }));
        frame.reset(Size::new(200, 60));
        app.view = ui::draw(&app, &look, &mut frame);
    });
}

#[divan::bench]
fn slider_step_and_200x60_frame_of_the_bundled_pack(bencher: Bencher) {
    frame(bencher, bundled());
}

#[divan::bench]
fn slider_step_and_200x60_frame_of_20_by_200(bencher: Bencher) {
    frame(bencher, large(20, 200));
}

/// With the What-if tab: the chart, and the map of two criteria.
#[divan::bench]
fn slider_step_and_200x60_frame_with_map_of_20_by_200(bencher: Bencher) {
    frame_after(bencher, large(20, 200), &[Command::NextTab]);
}

/// A key typed into the search of a pack of a million claims: of many matches, and of none.
#[divan::bench(args = ["i", "it", "so", "criterion 7", "zzz"])]
fn search_a_million_claims(bencher: Bencher, query: &str) {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(&large(1000, 1000)));
    bencher.bench(|| search(black_box(query), ENTRIES.iter().map(Entry::searched), 500));
}

#[divan::bench(args = ["i", "security", "node fast"])]
fn search_the_bundled_pack(bencher: Bencher, query: &str) {
    let entries = entries(&bundled());
    bencher.bench(|| search(black_box(query), entries.iter().map(Entry::searched), 500));
}

#[divan::bench]
fn make_ready_to_search_a_million_claims(bencher: Bencher) {
    let decision = large(1000, 1000);
    bencher.bench(|| entries(black_box(&decision)));
}
