//! Pictures of the screen: `cargo run --example screens` writes those of the documentation to
//! `assets/screens`; `-- DIR PACK` writes them elsewhere, or of another pack.

mod scenes;
mod stage;
mod tour;

use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::{env, fs};

use scenes::SCENES;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "assets/screens".into()));
    let pack = weigh::pack::open(arguments.next().unwrap_or_else(|| "nodejs-vs-django".into()))?;
    let decision = Arc::new(pack.decision);
    fs::create_dir_all(&folder)?;
    for scene in SCENES {
        let file = folder.join(scene.name).with_extension("svg");
        fs::write(&file, scene.draw(&decision))?;
        println!("{}", file.display());
    }
    fs::write(folder.join("tour.svg"), tour::draw(&decision))?;
    Ok(())
}
