//! Pictures of the screen, by a key script: `cargo run --example screens -- DIR [NAME]` draws them
//! all, or one.

use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::Event;
use weigh::app::{App, Offer, Target, update};
use weigh::input::{Key, Keymap};
use weigh::judgement::Judgement;
use weigh::report::FORMATS;
use weigh::ui::{self, Depth, Glyphs, Look, Theme, ThemeName, picture};

/// A picture: its name, its size, its theme and depth, and the keys typed before.
type Scene = (&'static str, (u16, u16), ThemeName, Depth, &'static str);

const SCENES: &[Scene] = &[
    ("main", (120, 36), ThemeName::Dark, Depth::True, ""),
    ("main-light", (120, 36), ThemeName::Light, Depth::True, ""),
    ("main-mono", (120, 36), ThemeName::Mono, Depth::Mono, ""),
    ("main-80x24", (80, 24), ThemeName::Dark, Depth::True, ""),
    ("main-200x60", (200, 60), ThemeName::Dark, Depth::True, ""),
    ("main-50x14", (50, 14), ThemeName::Dark, Depth::True, ""),
    ("use-cases", (120, 36), ThemeName::Dark, Depth::True, "shift-tab down enter"),
    (
        "evidence",
        (120, 36),
        ThemeName::Dark,
        Depth::True,
        "down down down down down tab down x down",
    ),
    ("what-if", (120, 36), ThemeName::Dark, Depth::True, "down down down down down tab right"),
    ("search", (120, 36), ThemeName::Dark, Depth::True, "/ s e c u r"),
    ("palette", (120, 36), ThemeName::Dark, Depth::True, ": t i p"),
    ("export", (120, 36), ThemeName::Dark, Depth::True, "e"),
    ("help", (120, 36), ThemeName::Dark, Depth::True, "?"),
    ("case-study", (120, 36), ThemeName::Dark, Depth::True, "tab tab down"),
    ("use-cases-80x24", (80, 24), ThemeName::Dark, Depth::True, "shift-tab down"),
    ("tiny", (30, 8), ThemeName::Dark, Depth::True, ""),
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "assets/screens".into());
    let only = arguments.next();
    let pack = arguments.next().unwrap_or_else(|| "nodejs-vs-django".into());
    let decision = match weigh::pack::open(&pack) {
        Ok(pack) => Arc::new(pack.decision),
        Err(errors) => panic!("{}", errors.render(false)),
    };
    for (name, size, theme, depth, keys) in SCENES {
        if only.as_deref().is_some_and(|only| only != "all" && only != *name) {
            continue;
        }
        let judgement = Judgement::of(&decision);
        let offers = FORMATS.iter().map(|it| Offer { id: it.id, about: it.about }).collect();
        let mut app = App::new(Arc::clone(&decision), judgement, offers);
        let theme_of = Theme::new(*theme, *depth);
        let look = Look::new(theme_of, Glyphs::UNICODE, Keymap::default(), &decision);
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a test backend");
        let mut draw = |app: &mut App| {
            let mut view = app.view;
            terminal.draw(|frame| view = ui::draw(app, &look, frame)).expect("a test backend");
            app.view = view;
        };
        draw(&mut app);
        for key in Key::script(keys).expect("keys") {
            let event = Event::Key(key.into());
            let action = look.keymap.action(app.context(), event, |_| Target::Nothing);
            if let Some(action) = action {
                update(&mut app, action);
            }
            draw(&mut app);
        }
        let paper =
            if *theme == ThemeName::Light { picture::Paper::LIGHT } else { picture::Paper::DARK };
        let image = picture::svg(terminal.backend().buffer(), paper, name);
        let file = format!("{folder}/{name}.svg");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        std::fs::write(&file, image).expect("the picture can be written");
        println!("{file}");
    }
}
