//! The real binary in a home of its own: nothing of this machine's user gets in, and nothing of the
//! test gets out.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A home directory that goes away with the test; also the working directory.
pub(crate) struct Home(tempfile::TempDir);

/// What a run of the program left behind.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Home {
    /// An empty home.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary directory"))
    }

    /// The path of something in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file into it, with its folders.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(&path, text).expect("a file");
        path
    }

    /// Reads a file of it.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names in one of its folders, sorted; none where there is no such folder.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path(folder)) else { return Vec::new() };
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// The program, at home here.
    pub(crate) fn command<W: AsRef<OsStr>>(&self, words: &[W]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weigh"));
        command.args(words).current_dir(self.0.path()).stdin(Stdio::null()).env_clear();
        command.env("HOME", self.0.path()).env("XDG_STATE_HOME", self.path("state"));
        command.env("TERM", "xterm-256color");
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run<W: AsRef<OsStr>>(&self, words: &[W]) -> Run {
        Run::of(&self.command(words).output().expect("the program starts"))
    }
}

impl Run {
    /// What a finished process left behind.
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Standard output of a run that went well and had nothing to complain of.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert!(self.code == 0 && self.err.is_empty(), "{self:#?}");
        self.out
    }

    /// Standard error of a run that ended with this code and printed nothing.
    #[track_caller]
    pub(crate) fn fails(self, code: i32) -> String {
        assert!(
            self.code == code && self.out.is_empty() && !self.err.contains("panicked"),
            "{self:#?}"
        );
        self.err
    }
}

/// A small pack: boat against train, on comfort (rated), price (measured) and speed (rated).
pub(crate) const BOAT: &str = r#"
[decision]
schema = 1
id = "boat"
title = "Boat vs train"
question = "How do we travel?"
scale = { worst = 1, best = 5 }

[[alternative]]
id = "boat"
name = "Boat"

[[alternative]]
id = "train"
name = "Train"

[[source]]
id = "guide"
title = "The guide"

[[source]]
id = "captain"
title = "The captain"
trust = 0.5

[[criterion]]
id = "comfort"
name = "Comfort"
question = "How pleasant is it?"
  [[criterion.claim]]
  source = "guide"
  alternative = "boat"
  rating = 4
  says = "Roomy."
  [[criterion.claim]]
  source = "captain"
  alternative = "boat"
  rating = 5
  says = "Grand."
  caution = "He would say so."
  [[criterion.claim]]
  source = "guide"
  alternative = "train"
  rating = 3
  says = "Fine."

[[criterion]]
id = "price"
name = "Price"
weight = 3
scale = { worst = 500, best = 100, unit = "EUR" }
  [[criterion.claim]]
  source = "guide"
  alternative = "boat"
  value = 400
  says = "Dear."
  [[criterion.claim]]
  source = "guide"
  alternative = "train"
  value = 200
  says = "Cheap."

[[criterion]]
id = "speed"
name = "Speed"
weight = 2
  [[criterion.claim]]
  source = "guide"
  alternative = "boat"
  rating = 1
  says = "Slow."
  [[criterion.claim]]
  source = "guide"
  alternative = "train"
  rating = 5
  says = "Fast."

[[use_case]]
id = "holiday"
name = "Holiday"
weights = { comfort = 10, price = 2 }

[[case_study]]
id = "family"
name = "A family"
summary = "Went on holiday."
criteria = ["comfort"]
  [[case_study.use]]
  alternative = "boat"
  source = "guide"
  says = "Crossed the sea."

[[note]]
id = "tickets"
kind = "faq"
title = "Where are tickets sold?"
body = "At the pier."
"#;
