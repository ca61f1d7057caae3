//! The settings file and the themes of the user, as the real program finds them.

use crate::home::Home;

/// Where the settings are in a home.
const FILE: &str = ".config/weigh/config.toml";

#[test]
fn what_config_prints_is_a_settings_file_that_names_every_place() {
    let home = Home::new();
    let text = home.run(&["config"]).ok();
    for place in [FILE, ".config/weigh/themes", "state/weigh", "state/weigh/nodejs-vs-django.toml"]
    {
        let path = home.path(place);
        assert!(text.contains(path.to_str().expect("a path")), "{place} in\n{text}");
    }
    assert!(text.contains("config.toml (does not exist)"), "{text}");
    for name in weigh::ui::Theme::BUNDLED {
        assert!(text.contains(&format!("#   {name} ")), "{name} in\n{text}");
    }
    home.write(FILE, &text);
    let again = home.run(&["config"]).ok();
    assert!(again.contains("config.toml\n"), "{again}");
    // Every setting in force says what goes without it.
    let in_force = |line: &str| match line.strip_prefix('#') {
        Some(rest) if rest.starts_with(|c: char| !c.is_whitespace()) => format!("{rest}\n"),
        _ => format!("{line}\n"),
    };
    home.write(FILE, text.lines().map(in_force).collect::<String>());
    assert_eq!(home.run(&["config"]).ok(), again);
}

#[test]
fn settings_that_are_wrong_are_shown_with_line_and_caret_and_lock_nobody_out() {
    let home = Home::new();
    home.write(FILE, "theme = \"dark\"\n[keys.panes]\nx = \"exclud\"\n");
    let run = home.run(&["config"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("#theme = \"auto\""), "{}", run.out);
    for part in [
        "error: `exclud` is not a command",
        "config.toml:3:5",
        "^^^^^^^^",
        "`exclude`",
        "--config none",
    ] {
        assert!(run.err.contains(part), "{part} in\n{}", run.err);
    }
    home.run(&["config", "--config", "none"]).ok();
    // Commands without a screen do the same on every machine.
    home.run(&["list"]).ok();
    home.run(&["report"]).ok();
    let other = home.write("other.toml", "mouse = false\n");
    home.run(&["config", "--config", other.to_str().expect("a path")]).ok();
    for command in ["config", "report", "list"] {
        let run = home.run(&[command, "--config", "missing.toml"]);
        assert!(run.code == 1 && run.err.contains("no settings file missing.toml"), "{run:?}");
    }
}

#[test]
fn settings_that_cannot_be_read_are_said_to_be() {
    let home = Home::new();
    home.write(FILE, b"theme = \"\xff\"");
    let run = home.run(&["config"]);
    assert!(run.code == 1 && run.err.contains("is not UTF-8 text"), "{run:?}");
    home.write(FILE, "#".repeat(1 << 19));
    let run = home.run(&["config"]);
    assert!(run.code == 1 && run.err.contains("is too large"), "{run:?}");
}

#[test]
fn a_theme_is_bundled_or_a_file_of_ones_own() {
    let home = Home::new();
    home.write(".config/weigh/themes/dusk.toml", "[roles]\naccent = \"#ff8800 bold\"\n");
    home.run(&["list", "--theme", "dusk"]).ok();
    home.run(&["list", "--theme", "auto"]).ok();
    assert!(home.run(&["config"]).ok().contains("#   dusk"));
    let err = home.run(&["list", "--theme", "color-blind"]).fails(2);
    for part in ["no theme `color-blind`", "did you mean `colour-blind`?", "high-contrast", "dusk"]
    {
        assert!(err.contains(part), "{part} in {err}");
    }
    // A theme is a name, not a way to some other file.
    home.write(".config/weigh/outside.toml", "");
    home.run(&["list", "--theme", "../outside"]).fails(2);
    home.write(".config/weigh/themes/dusk.toml", "[roles]\naccent = \"#ff8800 bald\"\n");
    let err = home.run(&["list", "--theme", "dusk"]).fails(1);
    assert!(err.contains("dusk.toml:2:19") && err.contains("`bold`"), "{err}");
}

#[test]
fn the_help_lists_the_themes() {
    let home = Home::new();
    let help: String = home.run(&["--help"]).ok().split_whitespace().collect();
    for name in weigh::ui::Theme::BUNDLED {
        assert!(help.contains(name), "{name} in {help}");
    }
}
