//! The pictures of the documentation show the program as it is.

#[path = "../examples/screens/scenes.rs"]
mod scenes;
#[path = "../examples/screens/stage.rs"]
mod stage;
#[path = "../examples/screens/tour.rs"]
mod tour;

use std::path::Path;
use std::sync::Arc;

use scenes::SCENES;

#[test]
fn the_pictures_are_those_of_the_program_as_it_is() {
    let decision = Arc::new(weigh::pack::open("nodejs-vs-django").expect("it is valid").decision);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    let scenes = SCENES.iter().map(|it| (it.name, it.draw(&decision)));
    let pictures: Vec<_> = scenes.chain([("tour", tour::draw(&decision))]).collect();
    for (name, picture) in &pictures {
        let kept = std::fs::read_to_string(folder.join(name).with_extension("svg"));
        assert!(
            kept.unwrap_or_default() == *picture,
            "{name} is stale; `cargo run --example screens` draws it anew",
        );
    }
    let kept = std::fs::read_dir(&folder).expect("there are pictures").count();
    assert_eq!(kept, pictures.len(), "there is a picture that no scene draws");
}

#[test]
fn pictures_leave_to_fonts_only_what_fonts_agree_on() {
    let decision = Arc::new(weigh::pack::open("nodejs-vs-django").expect("it is valid").decision);
    for scene in SCENES {
        let picture = scene.draw(&decision);
        let drawn = |it: &char| matches!(it, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}');
        assert_eq!(picture.chars().find(drawn), None, "{}", scene.name);
    }
}

#[test]
fn the_tour_moves_without_a_script_is_short_and_can_stand_still() {
    let decision = Arc::new(weigh::pack::open("nodejs-vs-django").expect("it is valid").decision);
    let tour = tour::draw(&decision);
    assert!(tour.contains("@media(prefers-reduced-motion:reduce)"));
    for no in ["<script", "href", "url(", "@import"] {
        assert!(!tour.contains(no), "{no}");
    }
    assert!(tour.len() < 600_000, "{} bytes", tour.len());
    let after =
        tour.split_once("animation:").and_then(|(_, it)| it.split_once("s ")).map(|it| it.0);
    let seconds: f64 = after.and_then(|it| it.parse().ok()).expect("it says how long it takes");
    assert!((20.0..=30.0).contains(&seconds), "{seconds} s");
}
