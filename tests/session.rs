//! Sessions on disk: what comes back, what is excluded, and what is never lost.

#![expect(clippy::expect_used, reason = "a test ends where something is not as expected")]

#[path = "support/home.rs"]
mod home;
#[path = "support/judgement.rs"]
mod judgement;

#[path = "session/comments.rs"]
mod comments;
#[path = "session/scenarios.rs"]
mod scenarios;

use std::fs;

use home::{BOAT, Home, Run};
use judgement::any_judgement;
use proptest::prelude::*;
use weigh::decision::{Decision, Weight};
use weigh::judgement::{Judgement, Workspace};
use weigh::pack::{self, Pack};
use weigh::session::{Kept, Place, Store, decode, encode};

/// A session of the small pack.
const SESSION: &str =
    "schema = 1\npack = \"boat\"\nuse_case = \"holiday\"\n[weights]\ncomfort = 7.5\n";

fn boat(home: &Home) -> Pack {
    pack::load(&home.write("boat.toml", BOAT)).unwrap_or_else(|errors| panic!("{errors}"))
}

fn named(home: &Home, pack: &Pack) -> Store {
    Store::new(Place::Named(home.path("team.toml")), &pack.decision, &pack.fingerprint)
}

fn in_state(home: &Home, pack: &Pack) -> Store {
    let place = Place::State(home.path("state/weigh/boat.toml"));
    Store::new(place, &pack.decision, &pack.fingerprint)
}

/// A judgement that differs from the pack's by one weight.
fn with_comfort(decision: &Decision, tenths: u8) -> Workspace {
    let mut judgement = Judgement::of(decision);
    judgement.set_weight(0, Weight::from_tenths(tenths).expect("in range"));
    judgement.into()
}

/// A byte more than a session may have.
fn too_large() -> Vec<u8> {
    vec![b'#'; (1 << 20) + 1]
}

fn texts(notices: &[weigh::session::Notice]) -> Vec<&str> {
    notices.iter().map(weigh::session::Notice::text).collect()
}

#[test]
fn what_was_saved_is_there_when_you_come_back() {
    let home = Home::new();
    let pack = boat(&home);
    let workspace = with_comfort(&pack.decision, 83);
    let mut store = in_state(&home, &pack);
    assert!(!store.load(&pack.decision).expect("nothing").found);
    assert!(store.save(&pack.decision, &workspace).is_empty());
    assert!(store.failure().is_none());
    let loaded = in_state(&home, &pack).load(&pack.decision).expect("a session");
    assert!(loaded.found && loaded.notices.is_empty());
    assert_eq!(loaded.workspace, workspace);
    assert_eq!(home.names("state/weigh"), ["boat.toml"]);
}

#[test]
fn looking_changes_no_file() {
    let home = Home::new();
    let pack = boat(&home);
    let mut store = in_state(&home, &pack);
    let loaded = store.load(&pack.decision).expect("nothing");
    store.save(&pack.decision, &loaded.workspace);
    assert!(home.names("state").is_empty());
    home.write("team.toml", SESSION);
    let mut store = named(&home, &pack);
    let loaded = store.load(&pack.decision).expect("a session");
    store.save(&pack.decision, &loaded.workspace);
    assert_eq!(home.read("team.toml"), SESSION);
}

#[test]
fn a_saved_session_that_cannot_be_read_is_criterion_excluded_and_never_lost() {
    let large = too_large();
    let nasty: [(&[u8], &str); 6] = [
        (b"schema = ", "cannot be read"),
        (b"schema = 2\npack = \"boat\"", "schema 2"),
        (b"schema = 1\npack = \"other\"", "the pack `other`"),
        (b"schema = 1\npack = \"boat\"\n[trust]\nguide = inf", "not a finite number"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (&large, "is larger than 1 MiB"),
    ];
    let home = Home::new();
    let pack = boat(&home);
    for (number, (bytes, why)) in nasty.into_iter().enumerate() {
        home.write("state/weigh/boat.toml", bytes);
        let mut store = in_state(&home, &pack);
        let loaded = store.load(&pack.decision).expect("excluded");
        assert_eq!(loaded.workspace, Workspace::of(&pack.decision));
        let aside = format!("boat.toml.corrupt-{}", number + 1);
        let notice = texts(&loaded.notices).join(" ");
        assert!(notice.contains(why) && notice.contains(&aside), "{notice}");
        assert_eq!(fs::read(home.path("state/weigh").join(aside)).expect("kept"), bytes);
        assert!(store.save(&pack.decision, &with_comfort(&pack.decision, 10)).is_empty());
    }
    assert_eq!(home.names("state/weigh").len(), 1 + nasty.len());
}

#[test]
fn a_named_session_that_cannot_be_read_is_an_error_and_stays_untouched() {
    let large = too_large();
    let home = Home::new();
    home.write("boat.toml", BOAT);
    for (bytes, code, parts) in [
        (
            &b"schema = 1\npack = \"boat\"\n[weights]\ncomfort = 11\n"[..],
            1,
            vec!["team.toml:4:11", "comfort = 11", "^^", "between 0 and 10"],
        ),
        (b"schema = 1\npack = \"boat\n", 1, vec!["team.toml:2", "^", "no closing quote"]),
        (
            b"hello world\n",
            1,
            vec![
                "team.toml:1:7",
                "a key without a value",
                "`key = value`; a session is a TOML file",
            ],
        ),
        (
            b"schema = 1\npack = \"oat\"\n",
            1,
            vec!["team.toml:2:8", "the pack `oat`", "open that pack"],
        ),
        (
            b"schema = 9\npack = \"boat\"\n",
            1,
            vec!["team.toml:1:10", "schema 9", "version of weigh"],
        ),
        (b"\xff", 1, vec!["team.toml", "is not UTF-8 text"]),
        (&large, 1, vec!["team.toml", "is larger than 1 MiB"]),
    ] {
        let path = home.write("team.toml", bytes);
        for words in [
            vec!["boat.toml", "--session", "team.toml"],
            vec!["report", "boat.toml", "--session", "team.toml"],
        ] {
            let err = home.run(&words).fails(code);
            for part in &parts {
                assert!(err.contains(part), "{part} in\n{err}");
            }
            assert_eq!(fs::read(&path).expect("untouched"), bytes);
        }
    }
    fs::create_dir(home.path("folder")).expect("a folder");
    let err = home.run(&["boat.toml", "--session", "folder"]).fails(1);
    assert!(err.contains("the session file folder is a folder"), "{err}");
}

#[test]
fn a_report_uses_the_saved_session_unless_told_otherwise() {
    let home = Home::new();
    let pack = boat(&home);
    let place = Place::of_pack("boat", Some(&home.path("boat.toml")));
    let name =
        place.path().and_then(|it| it.file_name()).expect("a home").to_string_lossy().into_owned();
    home.write(&format!("state/weigh/{name}"), SESSION);
    home.write("other.toml", SESSION.replace("7.5", "2.5"));
    let comfort = |words: &[&str]| {
        let words = [&["report", "boat.toml", "--format", "json"], words].concat();
        let json: serde_json::Value = serde_json::from_str(&home.run(&words).ok()).expect("JSON");
        json["criteria"][0]["weight"].as_f64()
    };
    assert_eq!(comfort(&[]), Some(7.5));
    assert_eq!(comfort(&["--fresh"]), Some(5.0));
    assert_eq!(comfort(&["--session", "other.toml"]), Some(2.5));
    assert_eq!(comfort(&["--session", "other.toml", "--weight", "comfort=1"]), Some(1.0));
    assert_eq!(comfort(&["--use-case", "holiday"]), Some(10.0));
    assert_eq!(pack.decision.id, "boat");
}

#[test]
fn a_named_session_that_is_not_there_yet_is_said_and_not_created_by_a_report() {
    let home = Home::new();
    boat(&home);
    let run = home.run(&["report", "boat.toml", "--session", "team.toml"]);
    assert!(run.code == 0 && run.err.contains("no session file team.toml yet"), "{run:?}");
    assert_eq!(home.names("."), ["boat.toml"]);
}

#[test]
fn a_corrupt_session_does_not_keep_a_report_from_being_made() {
    let home = Home::new();
    let bundled = home.run(&["report"]).ok();
    home.write("state/weigh/nodejs-vs-django.toml", "nonsense");
    let run = home.run(&["report"]);
    assert_eq!((run.code, &run.out), (0, &bundled));
    assert!(
        run.err.starts_with("note: ") && run.err.contains("nodejs-vs-django.toml.corrupt-1"),
        "{run:?}"
    );
    assert_eq!(home.read("state/weigh/nodejs-vs-django.toml.corrupt-1"), "nonsense");
    assert_eq!(home.run(&["report"]).ok(), bundled);
}

#[test]
fn two_explorers_on_one_session_lose_nothing_and_leave_one_copy() {
    let home = Home::new();
    let pack = boat(&home);
    let (mut mine, mut theirs) = (named(&home, &pack), named(&home, &pack));
    mine.load(&pack.decision).expect("nothing");
    theirs.load(&pack.decision).expect("nothing");
    assert!(mine.save(&pack.decision, &with_comfort(&pack.decision, 10)).is_empty());
    let notices = theirs.save(&pack.decision, &with_comfort(&pack.decision, 20));
    let notice = texts(&notices).join(" ");
    assert!(notice.contains("team.toml.conflict-1") && notice.contains("F5 (reload)"), "{notice}");
    // By turns: each goes on in a file of its own, and it is not said again.
    for (mine_at, theirs_at) in [(30, 40), (60, 70), (20, 80)] {
        assert!(mine.save(&pack.decision, &with_comfort(&pack.decision, mine_at)).is_empty());
        assert!(theirs.save(&pack.decision, &with_comfort(&pack.decision, theirs_at)).is_empty());
        let says = |name, tenths: u8| {
            let line = format!("comfort = {}.0", tenths / 10);
            assert!(home.read(name).contains(&line), "{name}: {}", home.read(name));
        };
        says("team.toml", mine_at);
        says("team.toml.conflict-1", theirs_at);
    }
    assert_eq!(home.names("."), ["boat.toml", "team.toml", "team.toml.conflict-1"]);
    // Who reads it again goes on in the file; then it is the other's turn to step aside.
    let loaded = theirs.reload(&pack.decision).expect("a session");
    assert_eq!(loaded.workspace, with_comfort(&pack.decision, 20));
    assert_eq!(theirs.beside(), None);
    assert!(theirs.save(&pack.decision, &with_comfort(&pack.decision, 90)).is_empty());
    assert!(home.read("team.toml").contains("comfort = 9.0"));
    assert!(home.read("team.toml.conflict-1").contains("comfort = 8.0"), "what there was, stays");
    let notices = mine.save(&pack.decision, &with_comfort(&pack.decision, 10));
    assert!(texts(&notices)[0].contains("team.toml.conflict-2"), "{notices:?}");
    // The same thing said twice is no conflict.
    assert!(mine.save(&pack.decision, &with_comfort(&pack.decision, 90)).is_empty());
    assert_eq!(mine.beside(), None);
}

#[test]
fn a_copy_that_somebody_else_has_changed_is_not_written_over() {
    let home = Home::new();
    let pack = boat(&home);
    let mut store = named(&home, &pack);
    store.load(&pack.decision).expect("nothing");
    home.write("team.toml", SESSION);
    assert_eq!(store.save(&pack.decision, &with_comfort(&pack.decision, 10)).len(), 1);
    home.write("team.toml.conflict-1", "# mine now\n");
    let notices = store.save(&pack.decision, &with_comfort(&pack.decision, 20));
    assert!(texts(&notices)[0].contains("team.toml.conflict-2"), "{notices:?}");
    assert_eq!(home.read("team.toml"), SESSION);
    assert_eq!(home.read("team.toml.conflict-1"), "# mine now\n");
}

#[test]
fn a_file_that_was_edited_into_something_unreadable_waits_to_be_mended() {
    let home = Home::new();
    let pack = boat(&home);
    let mut store = named(&home, &pack);
    store.load(&pack.decision).expect("nothing");
    assert!(store.save(&pack.decision, &with_comfort(&pack.decision, 10)).is_empty());
    let broken = format!("{}= 1\n", home.read("team.toml"));
    home.write("team.toml", &broken);
    assert!(store.reload(&pack.decision).is_err());
    // What still stands is in no file any more, even if nothing comes after it.
    let notices = store.save(&pack.decision, &with_comfort(&pack.decision, 10));
    assert!(home.read("team.toml.conflict-1").contains("comfort = 1.0"));
    assert!(store.save(&pack.decision, &with_comfort(&pack.decision, 20)).is_empty());
    let notice = texts(&notices).join(" ");
    assert!(
        notice.contains("still cannot be read") && !notice.contains("another program"),
        "{notice}"
    );
    assert_eq!(home.read("team.toml"), broken);
    assert!(home.read("team.toml.conflict-1").contains("comfort = 2.0"));
}

#[test]
fn what_could_not_be_saved_is_neither_forgotten_nor_replaced_when_something_is_read_again() {
    let home = Home::new();
    let pack = boat(&home);
    let mut store = named(&home, &pack);
    store.load(&pack.decision).expect("nothing");
    fs::create_dir(home.path("team.toml")).expect("a folder in the way");
    let workspace = with_comfort(&pack.decision, 10);
    assert_eq!(store.save(&pack.decision, &workspace).len(), 1);
    let error = store.reload(&pack.decision).expect_err("it would be lost");
    let text = error.render(false);
    assert!(text.contains("was not reloaded") && text.contains("is a folder"), "{text}");
    let carried = store.carry_over(&workspace, &pack.decision, &pack.decision, "another version");
    assert_eq!(carried.expect("the same").0, workspace);
    store.save(&pack.decision, &workspace);
    assert!(store.failure().is_some());
    fs::remove_dir(home.path("team.toml")).expect("out of the way");
    store.save(&pack.decision, &workspace);
    assert!(store.failure().is_none() && home.read("team.toml").contains("comfort = 1.0"));
}

#[test]
fn another_version_of_the_pack_alone_writes_no_session() {
    let home = Home::new();
    let pack = boat(&home);
    let mut store = named(&home, &pack);
    let workspace = store.load(&pack.decision).expect("nothing").workspace;
    let carried = store.carry_over(&workspace, &pack.decision, &pack.decision, "another version");
    store.save(&pack.decision, &carried.expect("the same").0);
    assert_eq!(home.names("."), ["boat.toml"]);
}

#[cfg(unix)]
#[test]
fn a_session_is_saved_in_no_pipe_and_nobody_waits_for_one() {
    let home = Home::new();
    let pack = boat(&home);
    let mut store = named(&home, &pack);
    store.load(&pack.decision).expect("nothing");
    let path = home.path("team.toml");
    let made = std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo runs");
    assert!(made.success());
    let notices = store.save(&pack.decision, &with_comfort(&pack.decision, 10));
    assert!(texts(&notices)[0].contains("is a pipe or a device"), "{notices:?}");
    let error = store.reload(&pack.decision).expect_err("no file");
    assert!(error.to_string().contains("is a pipe or a device"), "{error}");
    // Where nobody asked for it by name, it is in the way.
    home.write("state/weigh/boat.toml", "");
    let path = home.path("state/weigh/boat.toml");
    fs::remove_file(&path).expect("removed");
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
    assert!(made.success());
    let mut store = in_state(&home, &pack);
    let loaded = store.load(&pack.decision).expect("the pack's defaults");
    assert!(texts(&loaded.notices)[0].contains("is a pipe or a device"), "{:?}", loaded.notices);
    assert!(store.save(&pack.decision, &with_comfort(&pack.decision, 10)).is_empty());
    assert!(home.read("state/weigh/boat.toml").contains("comfort = 1.0"));
}

#[test]
fn starting_afresh_keeps_the_session_there_was() {
    let home = Home::new();
    let pack = boat(&home);
    home.write("state/weigh/boat.toml", SESSION);
    let mut store = in_state(&home, &pack);
    assert!(store.save(&pack.decision, &Workspace::of(&pack.decision)).is_empty());
    assert_eq!(home.read("state/weigh/boat.toml"), SESSION);
    let notices = store.save(&pack.decision, &with_comfort(&pack.decision, 10));
    assert!(texts(&notices)[0].starts_with("A saved session already existed"), "{notices:?}");
    assert_eq!(home.read("state/weigh/boat.toml.conflict-1"), SESSION);
}

#[test]
fn a_session_that_cannot_be_saved_is_said_once_and_saved_when_it_can_be() {
    let home = Home::new();
    let pack = boat(&home);
    home.write("state/weigh", "a file where the folder should be");
    let mut store = in_state(&home, &pack);
    assert!(store.load(&pack.decision).is_ok());
    assert_eq!(store.save(&pack.decision, &with_comfort(&pack.decision, 10)).len(), 1);
    assert!(store.save(&pack.decision, &with_comfort(&pack.decision, 20)).is_empty());
    assert!(store.failure().is_some());
    fs::remove_file(home.path("state/weigh")).expect("removed");
    assert!(store.save(&pack.decision, &with_comfort(&pack.decision, 20)).is_empty());
    assert!(store.failure().is_none());
    assert!(home.read("state/weigh/boat.toml").contains("comfort = 2.0"));
}

#[test]
fn who_goes_back_to_what_is_on_disk_has_nothing_unsaved() {
    let home = Home::new();
    let pack = boat(&home);
    home.write("state/weigh", "a file where the folder should be");
    let mut store = in_state(&home, &pack);
    let loaded = store.load(&pack.decision).expect("nothing is there");
    store.save(&pack.decision, &with_comfort(&pack.decision, 10));
    assert!(store.failure().is_some());
    assert!(store.save(&pack.decision, &loaded.workspace).is_empty());
    assert!(store.failure().is_none());
}

#[test]
fn without_a_home_directory_the_work_goes_on_with_a_notice() {
    let home = Home::new();
    let pack = boat(&home);
    let mut store = Store::new(Place::Nowhere, &pack.decision, &pack.fingerprint);
    let loaded = store.load(&pack.decision).expect("nothing");
    assert_eq!(loaded.notices.len(), 1);
    assert!(store.save(&pack.decision, &with_comfort(&pack.decision, 10)).is_empty());
}

#[cfg(unix)]
#[test]
fn a_linked_session_is_written_through_and_keeps_its_permissions() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let home = Home::new();
    let pack = boat(&home);
    let real = home.write("repository/team.toml", SESSION);
    fs::set_permissions(&real, fs::Permissions::from_mode(0o660)).expect("permissions");
    symlink("repository/team.toml", home.path("team.toml")).expect("a link");
    let mut store = named(&home, &pack);
    store.load(&pack.decision).expect("a session");
    assert!(store.save(&pack.decision, &with_comfort(&pack.decision, 10)).is_empty());
    assert!(fs::symlink_metadata(home.path("team.toml")).expect("there").is_symlink());
    assert!(home.read("repository/team.toml").contains("comfort = 1.0"));
    assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o660);
}

#[test]
fn two_people_who_move_two_sliders_merge_with_plain_git() {
    let home = Home::new();
    let pack = boat(&home);
    let git = |words: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.args(["-c", "user.name=t", "-c", "user.email=t@example.org"]).args(words);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").current_dir(home.path("."));
        command.output().ok().map(|it| Run::of(&it))
    };
    if git(&["init", "-q", "-b", "main"]).is_none_or(|it| it.code != 0) {
        eprintln!("left out: there is no git here");
        return;
    }
    let save = |changes: &[(usize, u8)]| {
        let mut workspace = with_comfort(&pack.decision, 10);
        for (j, tenths) in changes {
            workspace.present.set_weight(*j, Weight::from_tenths(*tenths).expect("in range"));
        }
        home.write("team.toml", encode(&pack.decision, "print", &workspace, &Kept::default()));
        let run = git(&["commit", "-qam", "change"]).expect("git");
        assert_eq!(run.code, 0, "{run:?}");
    };
    home.write("team.toml", "");
    git(&["add", "team.toml"]);
    save(&[]);
    git(&["checkout", "-q", "-b", "theirs"]);
    save(&[(1, 20)]);
    git(&["checkout", "-q", "main"]);
    save(&[(0, 90), (2, 70)]);
    let merged = git(&["merge", "-q", "theirs"]).expect("git");
    assert_eq!(merged.code, 0, "{merged:?}");
    let decoded = decode(&home.read("team.toml"), &pack.decision, "print").expect("a session");
    let tenths: Vec<u8> = (0..3).map(|j| decoded.workspace.present.weight(j).tenths()).collect();
    assert_eq!(tenths, [90, 20, 70]);
}

/// Any judgement with up to three scenarios.
fn any_workspace(decision: &Decision) -> impl Strategy<Value = Workspace> + use<> {
    let scenario = ("\\PC{0,12}", any_judgement(decision));
    (any_judgement(decision), proptest::collection::vec(scenario, 0..4)).prop_map(
        |(present, saved)| {
            let mut workspace = Workspace::from(present);
            for (name, judgement) in saved {
                // Those whose name is empty or taken stay out.
                let _ = workspace.scenarios.add(&name, judgement);
            }
            workspace
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_workspace_comes_back_as_it_was(
        (pack, workspace) in Just(pack::open("nodejs-vs-django").expect("bundled"))
            .prop_flat_map(|pack| (any_workspace(&pack.decision), Just(pack)).prop_map(|(it, pack)| (pack, it)))
    ) {
        let text = encode(&pack.decision, &pack.fingerprint, &workspace, &Kept::default());
        match decode(&text, &pack.decision, &pack.fingerprint) {
            Ok(decoded) => {
                prop_assert_eq!(&decoded.workspace, &workspace, "{}", text);
                prop_assert!(decoded.notices.is_empty() && decoded.kept.is_empty());
                let again = encode(&pack.decision, &pack.fingerprint, &decoded.workspace, &decoded.kept);
                prop_assert_eq!(again, text);
            }
            Err(faults) => prop_assert!(false, "{}\n{}", faults.render("session", false), text),
        }
    }

    #[test]
    fn no_text_makes_reading_a_session_panic(text in "\\PC{0,200}", rest in "[a-z_.=\\[\\]{}\"0-9 \n]{0,200}") {
        let pack = pack::open("nodejs-vs-django").expect("bundled");
        let _ = decode(&text, &pack.decision, "");
        let whole = format!("schema = 1\npack = \"nodejs-vs-django\"\n{rest}");
        if let Err(faults) = decode(&whole, &pack.decision, "") {
            prop_assert!(!faults.render("session", false).is_empty());
        }
    }
}
