//! The terminal in other hands: the editor's, or the shell's.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use super::{Explorer, Pending};
use crate::terminal::tty::Modes;
use crate::terminal::{Exit, editor, job};

impl<W: Write> Explorer<W> {
    /// Lends the terminal to the editor.
    pub(super) fn start_editor(&mut self, file: Result<PathBuf, String>) -> io::Result<()> {
        let Some(Pending::File(words)) = self.pending.take() else { return Ok(()) };
        match file {
            Ok(path) => self.lend(words, &path),
            Err(why) => {
                self.gate.open();
                self.notify(why);
                Ok(())
            }
        }
    }

    fn lend(&mut self, words: Vec<OsString>, path: &Path) -> io::Result<()> {
        self.gate.wait();
        self.screen.leave();
        self.modes = Modes::now();
        if let Err(error) = editor::start(&words, path, &self.sender) {
            self.screen.reenter()?;
            self.gate.open();
            self.notify(editor::complaint(&words, &Err(error)).unwrap_or_default());
        } else {
            self.pending = Some(Pending::Editor(words, None));
        }
        Ok(())
    }

    /// Takes the terminal back from the editor.
    pub(super) fn end_editor(&mut self, end: &io::Result<ExitStatus>) -> io::Result<Option<Exit>> {
        let Some(Pending::Editor(words, exit)) = self.pending.take() else { return Ok(None) };
        // An editor that was killed may have left them as it needed them.
        if let Some(modes) = self.modes.take() {
            modes.restore();
        }
        if exit.is_some() {
            return Ok(exit);
        }
        self.screen.reenter()?;
        self.gate.open();
        match editor::complaint(&words, end) {
            Some(why) => self.notify(why),
            None => self.reload(),
        }
        Ok(None)
    }

    /// Whether the editor has the terminal.
    pub(super) const fn is_lent(&self) -> bool {
        matches!(self.pending, Some(Pending::Editor(..)))
    }

    /// Whether the clerk reads a file again.
    pub(super) const fn is_reading(&self) -> bool {
        matches!(self.pending, Some(Pending::Reload))
    }

    /// The end that a signal asks for. While the editor has the terminal, it is the editor that keys
    /// are meant to interrupt, and we cannot go before it: two programs would read one keyboard.
    pub(super) fn end(&mut self, exit: Exit) -> Option<Exit> {
        match &mut self.pending {
            // It may be heard a little after the editor's end.
            Some(Pending::Editor(..) | Pending::Reload) if exit.is_from_keyboard() => None,
            Some(Pending::Editor(_, end)) => {
                *end = Some(exit);
                None
            }
            _ => Some(exit),
        }
    }

    /// Gives the terminal to the shell. We draw again once we are told that we go on.
    pub(super) fn suspend(&mut self) {
        if job::has_shell() {
            // From the editor we have it back with the editor.
            self.screen.leave();
            job::stop();
        } else if !self.is_lent() {
            self.notify("There is no shell to go back to".into());
        }
    }
}
