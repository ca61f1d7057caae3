//! Killed without warning, the explorer leaves a whole session.

use rustix::process::Signal;

use crate::pty::Setup;
use crate::start;

/// How often it is killed.
const KILLS: usize = 8;

#[test]
fn an_explorer_that_is_killed_leaves_a_whole_session() {
    let first = start(Setup::weigh().arg("--session=team.toml"));
    let home = first.home();
    first.keys("l");
    first.wait_for_file("team.toml", "[weights]");
    first.signal(Signal::KILL);
    first.wait_for_exit();
    let pack = weigh::pack::open("nodejs-vs-django").unwrap_or_else(|errors| panic!("{errors}"));
    for round in 1..=KILLS {
        let pty = start(Setup::weigh().arg("--session=team.toml").at(&home));
        // Every key is a change to be saved; it is killed somewhere among them.
        for _ in 0..round {
            pty.keys("hjlkLH5j");
        }
        pty.signal(Signal::KILL);
        pty.wait_for_exit();
        let session = pty.file("team.toml");
        let decoded = weigh::session::decode(&session, &pack.decision, &pack.fingerprint);
        let decoded = decoded.unwrap_or_else(|it| panic!("{}", it.render("team.toml", false)));
        assert!(decoded.notices.is_empty(), "{session}");
        // Whole: it is what would be written for what it says.
        let kept = weigh::session::Kept::default();
        let again =
            weigh::session::encode(&pack.decision, &pack.fingerprint, &decoded.workspace, &kept);
        assert_eq!(session, again);
    }
}
