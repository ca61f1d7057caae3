//! What the settings do to the explorer.

use vt100::MouseProtocolMode;

use crate::pty::Setup;
use crate::start;

/// Where the settings are in a home.
const FILE: &str = "config/weigh/config.toml";

#[test]
fn settings_make_the_explorer_what_the_user_wants_it_to_be() {
    let settings = "ascii = true\nmouse = false\ntheme = \"dusk\"\ncolor = \"truecolor\"\n\
                    [keys.criteria]\n\"Ctrl+T\" = \"help\"\n";
    let theme = "inherits = \"high-contrast\"\n[roles]\naccent = \"#ff8801\"\n";
    let pty =
        start(Setup::weigh().with(FILE, settings).with("config/weigh/themes/dusk.toml", theme));
    {
        let seen = pty.seen();
        assert_eq!(seen.screen().mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(seen.text().is_ascii(), "{}", seen.text());
        let bytes = String::from_utf8_lossy(&seen.bytes).into_owned();
        assert!(bytes.contains("38;2;255;136;1"), "the user's accent");
        assert!(bytes.contains("48;2;0;0;0"), "the background that is painted");
    }
    pty.keys("\x14");
    pty.wait_for_text("What you see");
    pty.keys("\tG");
    pty.wait_for_text("Ctrl-t ?");
    pty.keys("\x03");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_restored();
}

#[test]
fn the_command_line_goes_over_the_settings() {
    let settings = "ascii = true\ntheme = \"no-such-theme\"\ncolor = \"truecolor\"\n";
    let setup = Setup::weigh().with(FILE, settings);
    let pty = start(setup.arg("--ascii=false").arg("--theme=mono").arg("--color=16"));
    assert!(!pty.seen().text().is_ascii());
    assert!(!String::from_utf8_lossy(&pty.seen().bytes).contains("38;2;"));
    pty.keys("q");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn wrong_settings_are_said_before_the_screen_is_touched() {
    for (settings, what) in [
        ("mouse = 1\n", "config.toml:1:9"),
        ("mouse = true\ntheme = \"darc\"\n", "config.toml:2:9"),
    ] {
        let pty = Setup::weigh().with(FILE, settings).start();
        assert_eq!(pty.wait_for_exit(), 1);
        pty.wait_for("it is said", |state| state.text().contains("--config none"));
        let bytes = String::from_utf8_lossy(&pty.seen().bytes).into_owned();
        assert!(bytes.contains(what) && !bytes.contains("\x1b[?1049h"), "{bytes}");
        let pty = start(Setup::weigh().with(FILE, settings).arg("--config").arg("none"));
        pty.keys("q");
        assert_eq!(pty.wait_for_exit(), 0);
    }
}
