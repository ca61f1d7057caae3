//! The scout: looks at the disk for the export pane while a path is typed, on a thread of its own.
//!
//! A disk can take as long as it likes, one across a network for ever; so the scout is not waited
//! for, neither by a frame nor on the way out, and answers only the last of the questions that have
//! come meanwhile. Without a question it sleeps, and before the first there is no thread.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::watch::Happening;
use crate::app::{Action, Fate, Found, PathQuestion};
use crate::decision::text::visible;
use crate::disk::{self, Probe, Snag};

/// Looks at the disk.
pub(super) struct Scout {
    answers: Sender<Happening>,
    questions: Option<Sender<PathQuestion>>,
}

impl Scout {
    /// A scout whose `answers` come as [`Action::PathFound`].
    pub(super) const fn new(answers: Sender<Happening>) -> Self {
        Self { answers, questions: None }
    }

    /// Has this found out, before long. Where no thread can be had, nothing is: what it is for works
    /// without.
    pub(super) fn ask(&mut self, question: PathQuestion) {
        if self.questions.is_none() {
            let (questions, inbox) = mpsc::channel();
            let answers = self.answers.clone();
            let work = move || work(&inbox, &answers);
            if thread::Builder::new().name("scout".into()).spawn(work).is_err() {
                return;
            }
            self.questions = Some(questions);
        }
        if let Some(questions) = &self.questions {
            let _ = questions.send(question);
        }
    }
}

/// Answers until nobody can ask any more.
fn work(inbox: &Receiver<PathQuestion>, answers: &Sender<Happening>) {
    while let Ok(first) = inbox.recv() {
        let question = inbox.try_iter().last().unwrap_or(first);
        let found = find_out(&question);
        // On the way out nobody listens any more.
        let _ = answers.send(Happening::Action(Action::PathFound { question, found }));
    }
}

/// What there is to say about a path.
fn find_out(question: &PathQuestion) -> Found {
    let (folder, name) = question.parts();
    let names = if question.path == "~" {
        vec!["~/".into()]
    } else {
        let folder = if folder.is_empty() { PathBuf::from(".") } else { expand(folder) };
        let mut names = disk::names(&folder, name);
        // What cannot be shown as it is cannot be typed either.
        names.retain(|name| name.chars().all(|c| visible(c) == c));
        names
    };
    Found { fate: fate(&question.path), names }
}

/// What would become of a file.
fn fate(typed: &str) -> Fate {
    let path = expand(typed);
    match disk::probe(&path) {
        Ok(Probe::Folder) => Fate::Folder,
        // Whoever ends with a slash means a folder.
        _ if typed.ends_with('/') => Fate::NoFolder(typed.trim_end_matches('/').to_owned()),
        Ok(Probe::Nothing) => Fate::New,
        Ok(Probe::File(bytes, changed)) => {
            Fate::Replaced { bytes, day: changed.and_then(disk::day) }
        }
        Ok(Probe::Through) if disk::is_own_terminal(&path) => {
            Fate::Unwritable(Snag::OwnTerminal.to_string())
        }
        Ok(Probe::Through) => Fate::Through,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Fate::NoFolder(disk::folder_of(Path::new(typed)).to_string_lossy().into_owned())
        }
        Err(error) => Fate::Unwritable(disk::why(&error)),
    }
}

/// A path as the user typed it, `~` standing for the home directory as it does in a shell.
pub(super) fn expand(path: &str) -> PathBuf {
    match (path.strip_prefix('~'), std::env::home_dir()) {
        (Some(""), Some(home)) => home,
        (Some(rest), Some(home)) if rest.starts_with('/') => {
            home.join(rest.trim_start_matches('/'))
        }
        _ => path.into(),
    }
}

#[cfg(test)]
mod tests;
