//! The command line as somebody who types sees it: each option, each exit code, each stream.

#![expect(clippy::expect_used, reason = "a test ends where something is not as expected")]

#[path = "support/home.rs"]
mod home;
#[path = "cli/settings.rs"]
mod settings;

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use home::{BOAT, Home, Run};

/// A home with the small pack in it.
fn with_boat() -> Home {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    home
}

#[test]
fn help_and_version_go_to_standard_output() {
    let home = Home::new();
    let help = home.run(&["--help"]).ok();
    for word in ["report", "check", "list", "--use-case", "--session", "--color"] {
        assert!(help.contains(word), "{word} in {help}");
    }
    assert_eq!(home.run(&["--version"]).ok(), format!("weigh {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn bare_weigh_without_a_terminal_prints_the_text_report() {
    let home = with_boat();
    let text = home.run(&["boat.toml"]).ok();
    assert!(text.starts_with("Boat vs train\n"), "{text}");
    assert_eq!(text, home.run(&["report", "boat.toml", "--format", "txt"]).ok());
    assert!(home.run::<&str>(&[]).ok().starts_with("Node.js vs Django\n"));
}

/// Names of files are bytes on Linux; elsewhere such a file cannot be made.
#[cfg(target_os = "linux")]
#[test]
fn a_pack_whose_path_is_no_utf8_is_opened_like_any_other() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let home = with_boat();
    let name = OsStr::from_bytes(b"b\xffat.toml");
    fs::rename(home.path("boat.toml"), home.path(".").join(name)).expect("another name");
    let run = |words: &[&str]| {
        let words = words.iter().map(|it| if *it == "PACK" { name } else { OsStr::new(it) });
        home.run(&words.collect::<Vec<_>>()).ok()
    };
    assert!(run(&["PACK"]).starts_with("Boat vs train\n"));
    assert!(run(&["report", "PACK"]).starts_with("# Boat vs train\n"));
    assert!(run(&["explain", "comfort", "--pack", "PACK"]).contains("Comfort"));
    assert!(run(&["check", "PACK"]).starts_with("b\u{fffd}at.toml: OK"));
    assert!(run(&["list", "PACK"]).starts_with("Boat vs train (boat)"));
    assert!(run(&["config", "PACK"]).contains("boat"));
}

#[test]
fn nothing_is_written_anywhere_unless_asked_for() {
    let home = with_boat();
    home.run(&["report", "boat.toml", "--use-case", "holiday"]).ok();
    assert_eq!(home.names("."), ["boat.toml"]);
}

#[test]
fn a_list_has_the_bundled_packs_or_the_ids_in_a_pack() {
    let home = with_boat();
    assert!(home.run(&["list"]).ok().contains("nodejs-vs-django  Node.js vs Django"));
    let ids = home.run(&["list", "boat.toml"]).ok();
    for line in [
        "  boat   Boat",
        "  holiday  Holiday",
        "  comfort  Comfort",
        "  guide    The guide",
        "  family  A family",
        "  tickets  Where are tickets sold?",
    ] {
        assert!(ids.lines().any(|it| it == line), "{line:?} in\n{ids}");
    }
}

#[test]
fn code_examples_are_listed_and_explained() {
    let home = Home::new();
    assert!(home.run(&["list", "nodejs-vs-django"]).ok().contains("\nCode\n  hello-http"));
    let text = home.run(&["explain", "hello-http"]).ok();
    for part in ["Node.js, ", "Django, ", "    "] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
}

#[test]
fn a_list_has_the_criteria_of_ones_own_where_a_session_is_given() {
    let home = with_boat();
    home.write(
        "mine.toml",
        "schema = 1\npack = \"boat\"\n[[criterion]]\nid = \"team\"\nname = \"Our taste\"\n",
    );
    let ids = home.run(&["list", "boat.toml", "--session", "mine.toml"]).ok();
    assert!(ids.contains("\nYour own criteria\n  team  Our taste\n"), "{ids}");
    assert!(!home.run(&["list", "boat.toml"]).ok().contains("Your own criteria"));
    let explained = ["explain", "--pack", "boat.toml", "--session", "mine.toml", "team"];
    assert!(home.run(&explained).ok().contains("Criterion: Our taste"));
    home.run(&["list", "--session", "mine.toml"]).fails(2);
}

#[test]
fn a_check_counts_what_is_valid_and_says_everything_that_is_not() {
    let home = with_boat();
    home.write(
        "bad.toml",
        BOAT.replace("rating = 4", "rating = 9").replace("trust = 0.5", "trust = 2"),
    );
    let ok = "boat.toml: OK, 2 alternatives, 3 criteria, 7 claims, 2 sources, 1 use case, \
              1 case study, 1 note\n";
    assert_eq!(home.run(&["check", "boat.toml"]).ok(), ok);
    let run = home.run(&["check", "bad.toml", "boat.toml", "none.toml"]);
    assert_eq!((run.code, run.out.as_str()), (1, ok));
    assert!(
        run.err.contains("2 errors in bad.toml") && run.err.contains("none.toml"),
        "{}",
        run.err
    );
    assert_eq!(home.run(&["check", "nodejs-vs-django"]).code, 0);
    home.run(&["check"]).fails(2);
}

#[test]
fn a_check_warns_of_missing_ratings_and_fails_on_them_if_it_is_strict() {
    let home = with_boat();
    let twice = BOAT
        .replace("alternative = \"train\"\n  rating = 3", "alternative = \"boat\"\n  rating = 3");
    home.write("gap.toml", twice);
    let warning = "warning: gap.toml: no rating of Train on Comfort (50 % of the weight)\n";
    for (options, code) in
        [(&["check", "gap.toml"][..], 0), (&["check", "--strict", "gap.toml"], 1)]
    {
        let run = home.run(options);
        assert_eq!((run.code, run.err.as_str()), (code, warning));
        assert!(run.out.starts_with("gap.toml: OK, "), "{}", run.out);
    }
    // A note does not count.
    let checked = home.run(&["check", "--strict", "nodejs-vs-django"]).ok();
    assert!(
        checked.ends_with(
            "\n  note: Your team's experience counts only with your own ratings\n  \
             note: all criteria have the same weight\n"
        ),
        "{checked}"
    );
}

#[test]
fn options_are_applied_in_the_order_of_the_help() {
    let home = with_boat();
    let options = [
        "--exclude",
        "comfort/captain/boat",
        "--trust",
        "captain=0.25",
        "--weight",
        "speed=7.5",
        "--weight=price=0",
        "--use-case",
        "holiday",
    ];
    let mut words = vec!["report", "boat.toml", "--format=json"];
    words.extend(options);
    let json: serde_json::Value = serde_json::from_str(&home.run(&words).ok()).expect("JSON");
    let weight = |j: usize| json["criteria"][j]["weight"].as_f64();
    assert_eq!([weight(0), weight(1), weight(2)], [Some(10.0), Some(0.0), Some(7.5)]);
    assert_eq!(json["sources"][1]["trust"].as_f64(), Some(0.25));
    assert_eq!(json["judgement"]["use_case"], "holiday");
    assert_eq!(json["judgement"]["excluded_claims"][0], "comfort/captain/boat");
    let mut bare = vec!["boat.toml"];
    bare.extend(options);
    assert!(home.run(&bare).ok().contains("use case Holiday, with 2 changed by hand"));
}

#[test]
fn an_unknown_id_is_a_wrong_argument_with_a_suggestion() {
    let home = with_boat();
    for (option, value, hint) in [
        ("--use-case", "hollday", "no use case `hollday`; did you mean `holiday`?"),
        ("--weight", "comfrot=3", "no criterion `comfrot`; did you mean `comfort`?"),
        ("--trust", "giude=1", "no source `giude`; did you mean `guide`?"),
        (
            "--exclude",
            "comfort/guide/boot",
            "no claim `comfort/guide/boot`; did you mean `comfort/guide/boat`?",
        ),
        ("--use-case", "zzz", "no use case `zzz`. `weigh list boat.toml`"),
    ] {
        for words in [vec!["report", "boat.toml", option, value], vec!["boat.toml", option, value]]
        {
            let err = home.run(&words).fails(2);
            let remedy = if option == "--exclude" {
                "weigh explain --pack boat.toml"
            } else {
                "weigh list boat.toml"
            };
            assert!(err.contains(hint) && err.contains(remedy), "{err}");
        }
    }
}

#[test]
fn everything_that_a_list_shows_is_explained_in_plain_text() {
    let home = with_boat();
    let explain = |id: &str| home.run(&["explain", "--pack", "boat.toml", id]).ok();
    for (id, parts) in [
        (
            "comfort",
            vec![
                "Criterion: Comfort",
                "How pleasant is it?",
                "Weight 5.0, share 50.0 %",
                "[1] The guide: Boat 4, Train 3 - Boat 4",
                "[2] The captain, trust 0.5: Boat 5 - Boat 5 [2] Grand. (Caution: He would say so.) \
                 Id: comfort/captain/boat",
            ],
        ),
        ("price", vec!["From 500 EUR (worst) to 100 EUR (best):", "Train 200 [1] Cheap."]),
        (
            "speed",
            vec![
                "What would change the verdict:",
                "Speed at 0.1 or less (now 2.0): Boat would lead",
            ],
        ),
        (
            "holiday",
            vec![
                "Use case: Holiday",
                "If it is applied, Boat would lead by 19.4 points",
                "Comfort: 10.0",
            ],
        ),
        ("family", vec!["Case study: A family", "relevance 50.0 %", "Boat [1] Crossed the sea."]),
        (
            "captain",
            vec!["Source: [2] The captain", "Trust 0.5. Without it, ", "Boat 5 [2] Grand."],
        ),
        ("tickets", vec!["Question: Where are tickets sold?", "At the pier."]),
        ("boat", vec!["Alternative: Boat", "Speed: 1, 0.0 points"]),
    ] {
        let text = explain(id);
        let unwrapped = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in parts {
            assert!(unwrapped.contains(part), "{part} in\n{text}");
        }
        assert!(text.lines().all(|it| it.chars().count() <= 80), "{text}");
    }
    let err = home.run(&["explain", "--pack", "boat.toml", "comfrot"]).fails(2);
    assert!(
        err.contains("did you mean `comfort`?") && err.contains("weigh list boat.toml"),
        "{err}"
    );
    let excluded = home
        .run(&["explain", "--pack=boat.toml", "comfort", "--exclude=comfort/captain/boat"])
        .ok();
    assert!(
        excluded.contains("(excluded) Boat 5") && excluded.contains("trust 0.5: all excluded"),
        "{excluded}"
    );
    assert!(home.run(&["explain", "security"]).ok().starts_with("Criterion: Security\n"));
}

#[test]
fn wrong_values_are_wrong_arguments() {
    let home = with_boat();
    for words in [
        ["--weight", "comfort=11"],
        ["--weight", "comfort=1.25"],
        ["--weight", "comfort"],
        ["--trust", "guide=1.5"],
        ["--trust", "guide=NaN"],
        ["--color", "blue"],
        ["--theme", "pink"],
        ["--nonsense", "x"],
    ] {
        let mut all = vec!["report", "boat.toml"];
        all.extend(words);
        home.run(&all).fails(2);
    }
    home.run(&["report", "boat.toml", "--format", "pdf"]).fails(2);
    home.run(&["report", "boat.toml", "--date", "2026-02-30"]).fails(2);
    home.run(&["report", "boat.toml", "boat.toml"]).fails(2);
}

#[test]
fn what_belongs_to_a_command_stands_after_it() {
    let home = with_boat();
    let err = home.run(&["--fresh", "report", "boat.toml"]).fails(2);
    assert!(err.contains("weigh report"), "{err}");
    home.run(&["boat.toml", "list"]).fails(2);
    home.run(&["--color", "never", "list", "boat.toml"]).ok();
    home.run(&["list", "--color", "never", "--ascii", "--theme", "light", "boat.toml"]).ok();
}

#[test]
fn a_pack_called_like_a_command_is_opened_by_its_path() {
    let home = Home::new();
    home.write("list/boat.toml", BOAT);
    assert!(home.run(&["./list"]).ok().starts_with("Boat vs train\n"));
    assert!(home.run(&["report", "list"]).ok().starts_with("# Boat vs train\n"));
    assert!(home.run(&["list"]).ok().contains("nodejs-vs-django"));
}

#[test]
fn a_pack_that_is_not_there_or_not_valid_fails_the_work() {
    let home = Home::new();
    home.write("bad.toml", "[decision]\nschema = 1\nid = \"\u{1b}[2J\"\n");
    for words in [
        vec!["none.toml"],
        vec!["report", "none.toml"],
        vec!["list", "none.toml"],
        vec!["bad.toml"],
    ] {
        let err = home.run(&words).fails(1);
        assert!(err.starts_with("error: ") && !err.contains('\u{1b}'), "{err}");
        if !words.contains(&"bad.toml") {
            assert_eq!(err.lines().count(), 1, "{err}");
            assert!(err.contains("there is no pack `none.toml`; a pack is a file"), "{err}");
        }
    }
}

#[test]
fn a_new_pack_is_valid_and_opens_and_overwrites_nothing() {
    let home = Home::new();
    home.run(&["new", "lunch.toml"]).ok();
    let lunch = home.read("lunch.toml");
    assert!(home.run(&["check", "lunch.toml"]).ok().contains("OK, 2 alternatives, 3 criteria"));
    assert!(home.run(&["lunch.toml"]).ok().starts_with("lunch\n"));
    assert!(
        home.run(&["new", "lunch.toml"]).fails(1).contains("lunch.toml already exists; choose")
    );
    assert_eq!(home.read("lunch.toml"), lunch);

    let names = "Node.js, \"C++\" & Rust,数据库,x\\y";
    let out = home.run(&["new", "Which data base?", "--alternatives", names]).ok();
    assert!(out.ends_with("open it with `weigh 'Which data base?'`\n"), "{out}");
    assert_eq!(home.names("Which data base?"), ["decision.toml"]);
    assert!(home.run(&["check", "Which data base?"]).ok().contains("OK, 4 alternatives"));
    let ids = home.run(&["list", "Which data base?"]).ok();
    for id in ["  node-js ", "  c-rust ", "  数据库 ", "  x-y "] {
        assert!(ids.contains(id), "{id} in {ids}");
    }
    assert!(home.run(&["new", "Which data base?"]).fails(1).contains("name a new one"));

    home.run(&["new", "one.toml", "--alternatives", "A"]).fails(2);
    for same in ["A b,a-B", "A,B,a", "数,数", "A, ,B"] {
        home.run(&["new", "same.toml", "--alternatives", same]).fails(2);
    }
    home.run(&["new"]).fails(2);
    home.run(&["new", "no/where.toml"]).fails(1);
    let err = home.run(&["new", "no/a/b"]).fails(1);
    assert!(err.contains("there is no folder no/a; create it, or name another"), "{err}");
    assert_eq!(home.names("."), ["Which data base?", "lunch.toml"]);
}

#[test]
fn a_new_pack_called_like_a_bundled_one_is_opened_by_its_path() {
    let home = Home::new();
    let out = home.run(&["new", "nodejs-vs-django"]).ok();
    assert!(out.ends_with("open it with `weigh ./nodejs-vs-django`\n"), "{out}");
    // An empty folder is as good as none.
    fs::create_dir(home.path("empty")).expect("a folder");
    home.run(&["new", "empty"]).ok();
    assert_eq!(home.names("empty"), ["decision.toml"]);
}

#[test]
fn a_session_in_a_folder_that_is_not_there_is_refused_at_once() {
    let home = with_boat();
    for command in [vec!["boat.toml"], vec!["report", "boat.toml"], vec!["report", "--fresh"]] {
        let err = home.run(&[&command[..], &["--session", "no/team.toml"]].concat()).fails(1);
        assert!(err.contains("there is no folder no for the session file no/team.toml"), "{err}");
        assert_eq!(err.lines().count(), 1, "{err}");
    }
    assert_eq!(home.names("."), ["boat.toml"]);
}

#[cfg(unix)]
#[test]
fn a_report_waits_for_the_reader_of_a_pipe_until_it_is_ended() {
    use rustix::process::{Pid, Signal, kill_process};
    use std::os::unix::process::ExitStatusExt as _;
    let home = with_boat();
    let pipe = home.path("pf");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let words = ["report", "boat.toml", "-o", "pf"];
    let mut waiting = home.command(&words).spawn().expect("the program starts");
    let report = fs::read_to_string(&pipe).expect("text");
    assert!(report.starts_with("# Boat vs train\n"), "{report}");
    assert!(waiting.wait().expect("it has ended").success());
    let mut waiting = home.command(&words).spawn().expect("the program starts");
    let id = Pid::from_raw(waiting.id().cast_signed()).expect("no process has number 0");
    // An interrupt would do it too, but is not heard where tests run in the background of a script.
    kill_process(id, Signal::TERM).expect("it runs");
    assert_eq!(waiting.wait().expect("it has ended").signal(), Some(Signal::TERM.as_raw()));
}

#[test]
fn a_new_pack_has_as_many_alternatives_as_are_named() {
    let home = Home::new();
    let names = "C,C++,C#,Ünïcode 数,Ёлка,x\"y\\z,[a],= b,'q',# r,{s},-";
    let names: Vec<&str> = names.split(',').collect();
    for count in 2..=names.len() {
        let file = format!("{count}.toml");
        home.run(&["new", &file, &format!("--alternatives={}", names[..count].join(","))]).ok();
        let checked = home.run(&["check", &file]).ok();
        assert!(checked.contains(&format!("OK, {count} alternatives")), "{checked}");
        let listed = home.run(&["list", &file]).ok();
        assert!(names[..count].iter().all(|it| listed.contains(it)), "{listed}");
    }
}

#[test]
fn every_shell_gets_its_completions() {
    let home = Home::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = home.run(&["completions", shell]).ok();
        for word in ["weigh", "decision-maker", "completions", "exclude"] {
            assert!(script.contains(word), "{word} in that for {shell}");
        }
    }
    assert!(home.run(&["completions", "command.com"]).fails(2).contains("powershell"));
    // Where the shell is on the machine, it reads its own.
    for (shell, check) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
        let script = home.write(shell, home.run(&["completions", shell]).ok());
        match std::process::Command::new(shell).arg(check).arg(script).output() {
            Ok(output) => assert!(output.status.success(), "{output:?}"),
            Err(_) => eprintln!("left out: there is no {shell} here"),
        }
    }
}

#[test]
fn the_manual_page_has_every_command_option_format_and_key() {
    let home = Home::new();
    let page = home.run(&["man"]).ok();
    assert!(page.starts_with(".ie") && page.contains(".TH weigh 1"), "{page}");
    assert!(page.is_ascii() && page.contains("\\[u2191]"), "the arrow by its name");
    let plain = page.replace("\\*(Aq", "'").replace('\\', "");
    for format in weigh::report::FORMATS {
        assert!(plain.contains(format.about), "{}", format.id);
    }
    for row in weigh::app::COMMANDS.iter().filter(|it| !it.id.starts_with("weight-")) {
        assert!(plain.contains(row.help) || row.id.starts_with("set"), "{}", row.id);
    }
    for heading in ["WEIGH REPORT", "WEIGH MAN", "KEYS", "FILES", "ENVIRONMENT", "EXIT STATUS"] {
        assert!(plain.contains(heading), "{heading}");
    }
    let help = home.run(&["report", "--help"]).ok();
    let options = help.split_whitespace().filter(|it| it.starts_with("--") && it.len() > 2);
    let name = |it: &str| it.split([',', ']', '.', ';', '[', '=']).next().map(str::to_owned);
    for option in options.filter_map(name) {
        assert!(plain.contains(&option), "{option}");
    }
}

#[test]
fn what_a_format_cannot_do_is_a_wrong_argument() {
    let home = with_boat();
    for (options, why) in [
        ("--format=json --scope=verdict", "json always contains everything"),
        ("--format=csv --scope=verdict", "csv always contains everything"),
        ("--status=accepted", "use --format adr"),
        ("--format=txt --decision-maker=Ann", "use --format adr"),
        ("--format=adr --status=", "write at least one word"),
        ("--scope=some", "verdict"),
    ] {
        let words: Vec<&str> =
            ["report", "boat.toml"].into_iter().chain(options.split(' ')).collect();
        let err = home.run(&words).fails(2);
        assert!(err.contains(why), "{err}");
    }
}

#[test]
fn a_misspelt_command_is_not_taken_for_a_pack() {
    let err = Home::new().run(&["reprot"]).fails(2);
    assert!(err.contains("did you mean `weigh report`?"), "{err}");
}

#[test]
fn errors_are_coloured_when_asked_for_only() {
    let home = Home::new();
    home.write("bad.toml", "[decision]\nschema = 2\n");
    let has_escapes = |words: &[&str], environment: &[(&str, &str)]| {
        let mut command = home.command(words);
        command.envs(environment.iter().copied());
        Run::of(&command.output().expect("starts")).err.contains('\u{1b}')
    };
    assert!(!has_escapes(&["bad.toml"], &[]));
    assert!(has_escapes(&["bad.toml", "--color=256"], &[]));
    assert!(!has_escapes(&["bad.toml", "--color=never"], &[]));
    assert!(!has_escapes(&["--nonsense"], &[("NO_COLOR", "1")]));
}

#[test]
fn a_report_goes_to_a_file_and_never_over_one_unasked() {
    let home = with_boat();
    let words = ["report", "boat.toml", "--output", "out.md"];
    assert_eq!(home.run(&words).ok(), "");
    let report = home.read("out.md");
    assert!(report.starts_with("# Boat vs train\n"));
    home.write("out.md", "mine");
    let err = home.run(&words).fails(1);
    assert!(err.contains("out.md already exists; --force replaces it"), "{err}");
    assert_eq!(home.read("out.md"), "mine");
    home.run(&[&words[..], &["--force"]].concat()).ok();
    assert_eq!(home.read("out.md"), report);
    assert_eq!(home.names("."), ["boat.toml", "out.md"]);
}

#[test]
fn a_session_is_not_kept_where_the_pack_would_read_it() {
    let home = with_boat();
    let pack = home.read("boat.toml");
    fs::create_dir(home.path("pack")).expect("a folder");
    home.write("pack/main.toml", &pack);
    for session in ["pack/team.toml", "./pack/../pack/team.TOML"] {
        let err = home.run(&["report", "pack", "--session", session]).fails(1);
        assert!(err.contains("would be read as part of the pack"), "{err}");
    }
    assert_eq!(home.run(&["report", "pack", "--session", "team.toml"]).code, 0);
}

#[test]
fn a_session_that_names_a_use_case_starts_from_it() {
    let home = with_boat();
    home.write("s.toml", "schema = 1\npack = \"boat\"\nuse_case = \"holiday\"\n");
    let by_session =
        home.run(&["report", "boat.toml", "--session", "s.toml", "--format", "json"]).ok();
    let by_option =
        home.run(&["report", "boat.toml", "--use-case", "holiday", "--format", "json"]).ok();
    let verdict = |it: &str| it.split("\"verdict\"").nth(1).map(|it| it[..80].to_owned());
    assert_eq!(verdict(&by_session), verdict(&by_option));
    assert!(
        !home
            .run(&["report", "boat.toml", "--session", "s.toml"])
            .ok()
            .contains(" changed by hand")
    );
}

#[test]
fn a_report_is_never_put_in_the_place_of_what_it_is_made_from() {
    let home = with_boat();
    let pack = home.read("boat.toml");
    fs::create_dir(home.path("pack")).expect("a folder");
    home.write("pack/main.toml", &pack);
    home.write("pack/notes.md", "old");
    let session = "schema = 1\npack = \"boat\"\n";
    home.write("s.toml", session);
    let refused = |words: &str| {
        let words: Vec<&str> = words.split(' ').chain(["--force"]).collect();
        let err = home.run(&words).fails(1);
        assert!(err.contains("that the report is made from; name another file"), "{err}");
    };
    refused("report boat.toml --output ./boat.toml");
    refused("report pack --output pack/main.toml");
    refused("report boat.toml --session s.toml --output s.toml");
    // Nor where it would be one of them from then on.
    refused("report pack --output pack/more.toml");
    refused("report boat.toml --session new.toml --output new.toml");
    home.run(&["new", "code"]).ok();
    home.write("code/code.js", "code()");
    let example = "\n[[example]]\nid = \"e\"\ntitle = \"E\"\n[[example.code]]\nalternative = \"a\"\n\
                   language = \"js\"\nfile = \"code.js\"\n";
    let main = home.names("code").into_iter().find(|it| it.contains(".toml")).expect("a pack");
    let whole = home.read(&format!("code/{main}"));
    let alternative =
        whole.split("[[alternative]]\nid = \"").nth(1).and_then(|it| it.split('"').next());
    let example = example.replace("\"a\"", &format!("\"{}\"", alternative.expect("one")));
    home.write("code/example.toml", example);
    refused("report code --output code/code.js");
    assert_eq!(home.read("code/code.js"), "code()");
    assert_eq!([home.read("boat.toml"), home.read("pack/main.toml")], [pack.clone(), pack]);
    assert_eq!(home.read("s.toml"), session);
    home.run(&["report", "pack", "--output", "pack/notes.md", "--force"]).ok();
}

#[test]
fn a_report_that_cannot_be_written_says_why_in_one_sentence() {
    let home = with_boat();
    fs::create_dir(home.path("folder")).expect("a folder");
    for (output, why) in [
        ("folder", "folder is a folder, not a file; name another file"),
        ("no/out.md", "no/out.md cannot be written: there is no folder no; create it"),
        ("boat.toml/out.md", "has a file in its path where a folder should be"),
    ] {
        let err = home.run(&["report", "boat.toml", "--output", output, "--force"]).fails(1);
        assert!(err.contains(why) && err.lines().count() == 1, "{err}");
    }
    assert_eq!(home.names("."), ["boat.toml", "folder"]);
    assert!(home.names("folder").is_empty());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_left_as_it_is() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = with_boat();
    if is_root(&home) {
        eprintln!("left out: permissions do not bind this user");
        return;
    }
    fs::create_dir(home.path("closed")).expect("a folder");
    fs::set_permissions(home.path("closed"), fs::Permissions::from_mode(0o555)).expect("closed");
    let err = home.run(&["report", "boat.toml", "-o", "closed/out.md"]).fails(1);
    assert!(err.contains("closed/out.md cannot be written: permission denied"), "{err}");
    fs::set_permissions(home.path("closed"), fs::Permissions::from_mode(0o755)).expect("open");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_fails_the_work_and_devices_stay_devices() {
    let home = with_boat();
    let err = home.run(&["report", "boat.toml", "--output", "/dev/full"]).fails(1);
    assert!(err.contains("/dev/full does not fit on the disk"), "{err}");
    assert_eq!(home.run(&["report", "boat.toml", "--output", "/dev/null"]).ok(), "");
    assert!(
        home.run(&["report", "boat.toml", "--output", "/dev/stdout"]).ok().starts_with("# Boat")
    );
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
    for words in [&["boat.toml"][..], &["--help"], &["--version"], &["report", "--help"], &["man"]]
    {
        let full = full.try_clone().expect("a full disk");
        let run = Run::of(&home.command(words).stdout(full).output().expect("starts"));
        assert!(
            run.fails(1).contains("the text for standard output does not fit on the disk"),
            "{words:?}"
        );
    }
}

/// Runs the program in a shell that lets no file grow beyond a kibibyte, and lets the program know.
#[cfg(unix)]
fn run_with_small_files(home: &Home, words: &str, before: &str) -> std::process::Output {
    std::process::Command::new("sh")
        .args(["-c", &format!("{before} ulimit -f 1 && exec \"$WEIGH\" {words}")])
        .current_dir(home.path(""))
        .env("WEIGH", env!("CARGO_BIN_EXE_weigh"))
        .env("HOME", home.path(""))
        .env("XDG_STATE_HOME", home.path("state"))
        .output()
        .expect("a shell")
}

#[cfg(unix)]
#[test]
fn a_file_that_does_not_fit_leaves_what_was_there_and_nothing_else() {
    let home = with_boat();
    home.write("out.md", "mine");
    let words = "report boat.toml --output out.md --force";
    // The system says so by an error, or else by a signal that ends the program.
    let run = Run::of(&run_with_small_files(&home, words, "trap '' XFSZ &&"));
    let err = run.fails(1);
    assert!(err.contains("out.md is too large; name another file"), "{err}");
    assert_eq!(home.names("."), ["boat.toml", "out.md"]);
    let ended = run_with_small_files(&home, words, "");
    assert!(!ended.status.success());
    assert_eq!(home.read("out.md"), "mine");
}

#[test]
fn a_file_that_cannot_be_written_is_found_before_the_work_is_done() {
    let home = with_boat();
    let run = |output: &str| {
        // The pack is not valid: whoever looks at it first says so.
        home.run(&["report", "boat.toml", "--output", output]).fails(1)
    };
    home.write("out.md", "mine");
    assert!(run("out.md").contains("out.md already exists"));
    assert!(run("no/out.md").contains("there is no folder no"));
    assert_eq!(home.names("."), ["boat.toml", "out.md"]);
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let home = Home::new();
    for words in [
        vec!["list", "nodejs-vs-django"],
        vec!["report"],
        vec!["check", "nodejs-vs-django"],
        vec![],
        vec!["--help"],
        vec!["completions", "bash"],
        vec!["man"],
    ] {
        let mut child = home
            .command(&words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("text");
        assert_eq!(
            (child.wait().expect("an end").code(), err.as_str()),
            (Some(0), ""),
            "{words:?}"
        );
    }
}

#[test]
fn a_date_is_on_the_report_only_when_given() {
    let home = with_boat();
    assert!(!home.run(&["report", "boat.toml"]).ok().contains("Date"));
    let report = home.run(&["report", "boat.toml", "--date", "2026-03-31"]).ok();
    assert!(report.contains("\nDate: 2026-03-31\n"), "{report}");
    assert!(report.contains(
        "weigh report boat.toml --fresh --format md --scope verdict --date 2026-03-31\n"
    ));
}

/// Whether the tests run as a user whom file permissions do not bind.
#[cfg(unix)]
fn is_root(home: &Home) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let probe = home.write("probe", "");
    fs::set_permissions(&probe, fs::Permissions::from_mode(0o400)).expect("permissions");
    let is_root = fs::OpenOptions::new().write(true).open(&probe).is_ok();
    fs::remove_file(&probe).expect("removed");
    is_root
}
