//! The pictures of the documentation show the program as it is.

#[path = "../examples/screens/scenes.rs"]
mod scenes;

use std::path::Path;
use std::sync::Arc;

use scenes::SCENES;

#[test]
fn the_pictures_are_those_of_the_program_as_it_is() {
    let decision = Arc::new(weigh::pack::open("nodejs-vs-django").expect("it is valid").decision);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    for scene in SCENES {
        let file = folder.join(scene.name).with_extension("svg");
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            kept == scene.draw(&decision),
            "{} is stale; `cargo run --example screens` draws it anew",
            scene.name
        );
    }
    let pictures = std::fs::read_dir(&folder).expect("there are pictures").count();
    assert_eq!(pictures, SCENES.len(), "there is a picture that no scene draws");
}
