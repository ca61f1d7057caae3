//! What a settings file may say.

use super::*;
use crate::app::{Command, Context};
use crate::input::Key;

/// The template with every setting that is commented out in force.
fn in_force() -> String {
    let setting = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') => format!("{rest}\n"),
        _ => format!("{line}\n"),
    };
    template().lines().map(setting).collect()
}

/// What a setting has come to, to compare.
fn shown(config: &Config) -> String {
    let Config { theme, theme_at: _, color, ascii, mouse, keys } = config;
    format!("{theme} {color:?} {ascii} {mouse}\n{}", keys.to_toml("", ""))
}

#[test]
fn the_template_is_a_settings_file_and_says_the_defaults() {
    let default = shown(&Config::default());
    for text in [String::new(), template(), in_force()] {
        let config = Config::read(&text).unwrap_or_else(|it| panic!("{}", it.render("", false)));
        assert_eq!(shown(&config), default);
    }
    assert!(in_force().lines().filter(|it| it.contains(" = ")).count() > 60);
    assert!(template().lines().all(|it| it.is_empty() || it.starts_with('#')));
    assert!(template().lines().all(|it| it.chars().count() <= 100));
}

#[test]
fn a_file_sets_what_it_says() {
    let text = "theme = \"light\"\ncolor = \"256\"\nascii = true\nmouse = false\n[keys.criteria]\n\"Ctrl+S\" = \"export\"\n";
    let config = Config::read(text).expect("right");
    assert_eq!((&*config.theme, config.color), ("light", Color::Ansi256));
    assert!(config.ascii && !config.mouse);
    let key = Key::parse("ctrl-s").expect("a key");
    assert_eq!(config.keys.command(Context::Criteria, key), Some(Command::Export));
}

#[test]
fn all_that_is_wrong_with_a_file_is_shown_where_it_stands() {
    let text = r#"themes = "dark"
color = "true"
mouse = "off"
ascii = 1

[keys.criteria]
"ctrl+s" = "exprot"
"ctrl+i" = "undo"
meta-x = "undo"
H = "less"
shift-h = "more"

[keys.pane]
x = "none"
"#;
    let faults = Config::read(text).expect_err("faulty");
    insta::assert_snapshot!("faulty", faults.render("config.toml", false));
}

#[test]
fn nobody_is_locked_in() {
    let text = "mouse = true\n[keys.everywhere]\nctrl-c = \"none\"\n";
    let faults = Config::read(text).expect_err("no way out");
    insta::assert_snapshot!("no-way-out", faults.render("config.toml", false));
}

#[test]
fn what_is_not_toml_is_said_to_be() {
    let faults = Config::read("theme = dark\n").expect_err("no TOML");
    assert_eq!(faults.list().len(), 1);
}
