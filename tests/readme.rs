//! The README says what is so.

use std::fmt::Write;
use std::path::PathBuf;

use weigh::app::{COMMANDS, Command, Context, Group, POSITIONS};
use weigh::decision::Weight;
use weigh::input::{Key, Keymap};

const BEGIN: &str = "<!-- keys: made from the table of commands by tests/readme.rs -->\n";
const END: &str = "<!-- end of keys -->";

fn readme() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The keys of a command, those of the criteria first.
fn keys(keymap: &Keymap, command: Command) -> String {
    let mut labels: Vec<String> = Vec::new();
    for context in [Context::Criteria, Context::Panes] {
        for key in keymap.keys(context, command) {
            let label = format!("`{key}`");
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    if labels.is_empty() {
        let mut keys = keymap.keys(Context::Export, command);
        labels.extend(keys.next().map(|key| format!("`{key}`")));
    }
    labels.join(" ")
}

/// The table of keys, as the README should have it.
fn table() -> String {
    let keymap = Keymap::default();
    let mut table = String::new();
    for group in Group::ALL {
        let _ = writeln!(table, "\n**{}**\n\n| keys | do |\n|---|---|", group.title());
        for row in COMMANDS.iter().filter(|row| row.group == group) {
            // The eleven positions of a slider stand in one line.
            match row.command {
                Command::Set(weight) if weight == Weight::MIN => {
                    let _ = writeln!(table, "| `0` … `9`, `=` | {POSITIONS} |");
                }
                Command::Set(_) => {}
                command => {
                    let _ = writeln!(table, "| {} | {} |", keys(&keymap, command), row.help);
                }
            }
        }
    }
    table.push('\n');
    table
}

#[test]
fn the_key_table_of_the_readme_is_the_table_of_commands() {
    let text = std::fs::read_to_string(readme()).expect("there is a README");
    let (before, rest) = text.split_once(BEGIN).expect("the README marks its keys");
    let (keys, after) = rest.split_once(END).expect("the README marks the end of its keys");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(readme(), format!("{before}{BEGIN}{}{END}{after}", table()))
            .expect("written");
    } else {
        assert_eq!(keys, table(), "UPDATE_EXPECTED=1 cargo test --test readme mends it");
    }
}

#[test]
fn the_positions_of_a_slider_have_the_keys_that_the_readme_names() {
    let keymap = Keymap::default();
    for points in 0..=10_u8 {
        let key = if points == 10 { "=".into() } else { points.to_string() };
        let weight = Weight::from_tenths(points * 10).expect("in range");
        let command = keymap.command(Context::Criteria, Key::parse(&key).expect("a key"));
        assert_eq!(command, Some(Command::Set(weight)));
    }
}

#[test]
fn the_pack_of_the_readme_is_a_valid_pack() {
    let text = std::fs::read_to_string(readme()).expect("there is a README");
    let (_, rest) =
        text.split_once("## Your own decision").expect("the README has a chapter on packs");
    let (_, rest) = rest.split_once("```toml\n").expect("the README shows a pack");
    let (pack, _) = rest.split_once("```").expect("the pack ends");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("travel.toml");
    std::fs::write(&file, pack).expect("written");
    let name = file.to_str().expect("a path of ours");
    if let Err(errors) = weigh::pack::open(name) {
        panic!("{}", errors.render(false));
    }
}

#[test]
fn the_settings_and_the_theme_of_the_readme_are_valid() {
    let text = std::fs::read_to_string(readme()).expect("there is a README");
    let (_, settings) = text.split_once("## Settings").expect("the README has settings");
    let mut blocks = settings.split("```toml\n").skip(1).filter_map(|it| it.split("```").next());
    let (config, theme) = (blocks.next().expect("settings"), blocks.next().expect("a theme"));
    if let Err(faults) = weigh::config::Config::read(config) {
        panic!("{}", faults.render("README.md", false));
    }
    if let Err(faults) = weigh::ui::Theme::read(theme, weigh::ui::Depth::True) {
        panic!("{}", faults.render("README.md", false));
    }
    for name in weigh::ui::Theme::BUNDLED {
        assert!(settings.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn the_pictures_of_the_readme_are_there() {
    let text = std::fs::read_to_string(readme()).expect("there is a README");
    let starts = text.match_indices("assets/screens/").map(|(at, _)| &text[at..]);
    let pictures: Vec<&str> = starts.filter_map(|it| it.split([')', '"']).next()).collect();
    assert!(!pictures.is_empty());
    for picture in pictures {
        assert!(readme().with_file_name(picture).is_file(), "{picture}");
    }
}

#[test]
fn the_formats_and_commands_of_the_readme_are_those_there_are() {
    let text = std::fs::read_to_string(readme()).expect("there is a README");
    for format in weigh::report::FORMATS {
        let scope = format.scope.map_or("always everything", |it| match it {
            weigh::report::Scope::Verdict => "the verdict",
            weigh::report::Scope::Full => "everything",
        });
        let row = text.lines().find(|it| it.starts_with(&format!("| `{}` |", format.id)));
        let row = row.unwrap_or_else(|| panic!("{} is not in the README", format.id));
        assert!(row.ends_with(&format!("| {scope} |")), "{row}");
    }
    let weigh = std::process::Command::new(env!("CARGO_BIN_EXE_weigh")).arg("--help").output();
    let help = String::from_utf8_lossy(&weigh.expect("it starts").stdout).into_owned();
    let (_, commands) = help.split_once("Commands:\n").expect("commands");
    let commands = commands.lines().take_while(|it| !it.is_empty());
    for command in commands.filter_map(|it| it.split_whitespace().next()) {
        assert!(command == "help" || text.contains(&format!("weigh {command}")), "{command}");
    }
}
