//! `weigh config`: where everything is, and every setting with its default, as a settings file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::args::{Config as Args, Look};
use super::failure::Failure;
use super::settings::{self, Settings, shown};
use super::{case, output};
use crate::config::template;
use crate::pack;
use crate::session::Place;
use crate::ui::{Depth, Theme};

/// Runs the command. Settings that are wrong are said to be, after the rest.
pub(super) fn run(args: &Args, look: &Look) -> Result<(), Failure> {
    let pack = pack::open(&args.pack)?;
    let session = Place::of_pack(&pack.decision.id, case::path_of(&pack));
    let mut text = String::from(
        "# The settings of weigh with their defaults. To change one, remove the # before it.\n#\n",
    );
    let config = settings::file(look);
    let there = |path: &Path| if path.exists() { "" } else { " (does not exist)" };
    let mut row = |what: &str, path: Option<PathBuf>| {
        let path = path.map_or("none".to_owned(), |it| shown(&it) + there(&it));
        let _ = writeln!(text, "# {what:<9} {path}");
    };
    row("this file", config);
    row("themes", settings::themes());
    row("sessions", Place::folder());
    row("session", session.path().map(Path::to_path_buf));
    text.push_str("#\n# Themes:\n");
    for name in Theme::BUNDLED {
        let about = Theme::bundled(name, Depth::True).map(|it| it.about).unwrap_or_default();
        let _ = writeln!(text, "#   {name:<20} {about}");
    }
    for name in settings::own_themes() {
        let _ = writeln!(text, "#   {:<20} your own", crate::decision::text::line(&name));
    }
    text.push('\n');
    output::print(&(text + &template()))?;
    Settings::read(look).map(|_| ())
}
