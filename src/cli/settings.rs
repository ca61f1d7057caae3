//! Where the settings and the themes are, and the look they ask for together with the arguments.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use super::args::Look as LookArgs;
use super::failure::Failure;
use crate::config::{AUTO, Color, Config};
use crate::decision::{Decision, text};
use crate::diagnostic::known;
use crate::disk;
use crate::ui::{Appearance, Depth, Glyphs, Look, Theme};

/// No settings and no theme are larger than this, in bytes.
const LIMIT: u64 = 1 << 18;

/// Instead of a file: no settings.
const NONE: &str = "none";

/// The settings, and the file they come from.
pub(super) struct Settings {
    config: Config,
    /// The file, and its text; `None` where there is none.
    file: Option<(PathBuf, String)>,
}

/// The platform's folder for settings; `None` without a home directory.
pub(super) fn folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("weigh"))
}

/// The folder of the user's themes.
pub(super) fn themes() -> Option<PathBuf> {
    folder().map(|it| it.join("themes"))
}

/// The file of the settings that the arguments name, or the usual one.
pub(super) fn file(look: &LookArgs) -> Option<PathBuf> {
    match &look.config {
        Some(path) if path.as_os_str() == NONE => None,
        Some(path) => Some(path.clone()),
        None => folder().map(|it| it.join("config.toml")),
    }
}

impl Settings {
    /// Reads the settings. There need not be any, unless the arguments name the file.
    pub(super) fn read(look: &LookArgs) -> Result<Self, Failure> {
        let Some(path) = file(look) else { return Ok(Self::none()) };
        match (read(&path, "settings file")?, &look.config) {
            (Some(text), _) => match Config::read(&text) {
                Ok(config) => Ok(Self { config, file: Some((path, text)) }),
                Err(faults) => Err(Failure::Settings(shown(&path), faults)),
            },
            (None, None) => Ok(Self::none()),
            (None, Some(_)) => Err(Failure::Work(format!(
                "there is no settings file {}; `weigh config` prints one to start from",
                shown(&path)
            ))),
        }
    }

    fn none() -> Self {
        Self { config: Config::default(), file: None }
    }

    /// Whether the mouse is on at the start.
    pub(super) fn mouse(&self) -> bool {
        self.config.mouse
    }

    /// The look that the arguments, the settings and the environment ask for, in this order.
    pub(super) fn look(self, args: &LookArgs, decision: &Decision) -> Result<Look, Failure> {
        let variable = |name: &str| std::env::var(name).ok();
        let theme = self.theme(args, depth(args.color.unwrap_or(self.config.color)))?;
        let ascii = args.ascii.unwrap_or(self.config.ascii);
        let glyphs = if ascii { Glyphs::ASCII } else { Glyphs::detect(variable) };
        Ok(Look::new(theme, glyphs, self.config.keys, decision))
    }

    fn theme(&self, args: &LookArgs, depth: Depth) -> Result<Theme, Failure> {
        let named = args.theme.as_ref();
        let name = named.unwrap_or(&self.config.theme);
        if let Some(theme) = theme(name, depth)? {
            return Ok(theme);
        }
        let (what, help) = no_such_theme(name);
        match &self.file {
            Some((path, text)) if named.is_none() => {
                let faults = self.config.no_such_theme(text, what, help);
                Err(Failure::Settings(shown(path), faults))
            }
            _ => Err(Failure::Usage(format!("{what}; {help}"))),
        }
    }
}

/// Objects to settings that the arguments name and that are not there, or wrong, whether there is a use
/// for them or not.
pub(super) fn check_named(args: &LookArgs) -> Result<(), Failure> {
    if args.config.is_some() { Settings::read(args).map(drop) } else { Ok(()) }
}

/// Objects to a theme that the arguments name and that is not there, or wrong.
pub(super) fn check_theme(args: &LookArgs) -> Result<(), Failure> {
    match &args.theme {
        Some(name) if theme(name, Depth::True)?.is_none() => {
            let (what, help) = no_such_theme(name);
            Err(Failure::Usage(format!("{what}; {help}")))
        }
        _ => Ok(()),
    }
}

/// The theme of this name: bundled, or else in the user's folder.
fn theme(name: &str, depth: Depth) -> Result<Option<Theme>, Failure> {
    let variable = |name: &str| std::env::var(name).ok();
    let name = if name == AUTO { Appearance::detect(variable).theme() } else { name };
    if let Some(theme) = Theme::bundled(name, depth) {
        return Ok(Some(theme));
    }
    // A name, not a way to somewhere else.
    let is_name = Path::new(name).file_name().is_some_and(|it| it == name);
    let Some(folder) = themes().filter(|_| is_name) else { return Ok(None) };
    let path = folder.join(format!("{name}.toml"));
    let Some(text) = read(&path, "theme")? else { return Ok(None) };
    match Theme::read(&text, depth) {
        Ok(theme) => Ok(Some(theme)),
        Err(faults) => Err(Failure::Faults(shown(&path), faults)),
    }
}

/// The names of the user's own themes, in alphabetical order.
pub(super) fn own_themes() -> Vec<String> {
    let files = themes().and_then(|it| std::fs::read_dir(it).ok()).into_iter().flatten().flatten();
    let name = |path: PathBuf| {
        let is_theme = path.extension().is_some_and(|it| it == "toml");
        is_theme.then(|| Some(path.file_stem()?.to_str()?.to_owned())).flatten()
    };
    let mut names: Vec<String> = files.filter_map(|it| name(it.path())).collect();
    names.sort();
    names
}

/// What to say of a theme that does not exist, and how to mend it.
fn no_such_theme(name: &str) -> (String, String) {
    let own = own_themes();
    let all = || [AUTO].into_iter().chain(Theme::BUNDLED).chain(own.iter().map(String::as_str));
    let near = known(name, all());
    let list = all().map(text::line).collect::<Vec<_>>().join(", ");
    let near = if near.ends_with('?') { format!("{near} ") } else { String::new() };
    let here = match themes() {
        Some(folder) => format!(", and any NAME.toml in {}", shown(&folder)),
        None => String::new(),
    };
    let what = format!("there is no theme `{}`", text::line(name));
    (what, format!("{near}the themes are {list}{here}"))
}

/// How many colours there are.
fn depth(color: Color) -> Depth {
    match color {
        Color::Auto => Depth::detect(|name| std::env::var(name).ok()),
        Color::Never => Depth::Mono,
        Color::Ansi16 => Depth::Ansi16,
        Color::Ansi256 => Depth::Ansi256,
        Color::Truecolor => Depth::True,
    }
}

/// The text of a file; `None` where there is no such file.
fn read(path: &Path, what: &str) -> Result<Option<String>, Failure> {
    let failure = |why: &str| Failure::Work(format!("the {what} {} {why}", shown(path)));
    let unread =
        |error| failure(&format!("{}; fix that, or move the file away", disk::why_unread(&error)));
    let Some(bytes) = disk::read(path, LIMIT).map_err(unread)? else {
        return Ok(None);
    };
    String::from_utf8(bytes).map(Some).map_err(|_| failure("is not UTF-8 text; save it as UTF-8"))
}

/// A path that is safe to show.
pub(super) fn shown(path: &Path) -> String {
    text::line(&path.to_string_lossy()).into_owned()
}
