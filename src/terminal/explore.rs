//! The event loop: what happens becomes an action, the action changes the app, the app is drawn.
//!
//! While somebody else has the terminal, or the clerk reads a file again, what is typed waits.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, MouseEventKind};
use ratatui::layout::Size;

use super::clerk::{Clerk, Closing};
use super::clipboard::Copied;
use super::gate::Gate;
use super::pollster::Pollster;
use super::scout::Scout;
use super::screen::Screen;
use super::watch::Happening;
use super::{Exit, editor, job};
use crate::app::{
    Action, App, Command, Effect, Outcome, PathQuestion, PreviewQuestion, Target, update,
};
use crate::judgement::Workspace;
use crate::ui::{self, Look};

/// How long the screen stays for what is still to be done.
const MOMENT: Duration = Duration::from_secs(1);

/// What has to come to its end before the next key is heard.
#[derive(Debug, PartialEq)]
enum Pending {
    /// The clerk looks out a file, for the editor that these words start.
    File(Vec<OsString>),
    /// The editor that these words started has the terminal; then, this is the end.
    Editor(Vec<OsString>, Option<Exit>),
    /// The clerk reads a file again.
    Reload,
    /// The clerk writes a report. Whoever has waited enough may close the form.
    Export,
}

/// The explorer in its terminal.
pub(super) struct Explorer<W: Write> {
    app: App,
    look: Look,
    screen: Screen<W>,
    clerk: Clerk,
    /// What the clerk has.
    kept: Workspace,
    pollster: Pollster,
    /// The number of the assessment that the pollster was asked about.
    asked: Option<u64>,
    /// For the editor to tell of its end.
    sender: Sender<Happening>,
    pending: Option<Pending>,
    /// What was typed meanwhile.
    typed_ahead: VecDeque<Happening>,
    gate: Arc<Gate>,
    scout: Scout,
    /// The path that the scout was asked about.
    sought: Option<PathQuestion>,
    /// The report that the clerk was asked to show.
    shown: Option<PreviewQuestion>,
    /// When it began.
    start: Instant,
}

impl<W: Write> Explorer<W> {
    pub(super) fn new(
        app: App,
        look: Look,
        screen: Screen<W>,
        clerk: Clerk,
        pollster: Pollster,
        scout: Scout,
        sender: Sender<Happening>,
    ) -> Self {
        let kept = app.workspace();
        Self {
            app,
            look,
            screen,
            clerk,
            kept,
            pollster,
            asked: None,
            sender,
            pending: None,
            typed_ahead: VecDeque::new(),
            gate: Arc::default(),
            scout,
            sought: None,
            shown: None,
            start: Instant::now(),
        }
    }

    /// Draws the app as it is now.
    pub(super) fn draw(&mut self) -> io::Result<()> {
        let Self { app, look, screen, .. } = self;
        screen.draw(|frame| app.view = ui::draw(app, look, frame))
    }

    /// The gate that is closed while somebody else has the keys.
    pub(super) fn gate(&self) -> Arc<Gate> {
        Arc::clone(&self.gate)
    }

    /// Goes on until something ends it.
    pub(super) fn explore(&mut self, happenings: &Receiver<Happening>) -> io::Result<Exit> {
        self.ask();
        // Those who could tell of anything outlive the loop.
        while let Ok(first) = happenings.recv() {
            // Whatever has piled up meanwhile is answered by one frame.
            let mut pile: Vec<_> = std::iter::once(first).chain(happenings.try_iter()).collect();
            thin_out(&mut pile);
            if let Some(exit) = self.meet_all(pile)? {
                return Ok(exit);
            }
            self.draw()?;
            self.keep();
            self.ask();
        }
        Ok(Exit::Quit)
    }

    /// Ends it: what was done is saved before the terminal is given back, since a terminal that hangs
    /// must not cost the session. But a disk that hangs must not cost the terminal: it is given back
    /// after a moment all the same, and what is still to be done is left to whoever has the patience.
    pub(super) fn close(mut self) -> Closing {
        self.keep();
        let mut closing = self.clerk.close();
        closing.wait(MOMENT);
        closing
    }

    /// Deals with all this in turn, and with what was typed ahead once its time has come.
    fn meet_all(&mut self, pile: Vec<Happening>) -> io::Result<Option<Exit>> {
        for happening in pile {
            if let Some(exit) = self.meet(happening)? {
                return Ok(Some(exit));
            }
            while self.pending.is_none()
                && let Some(typed) = self.typed_ahead.pop_front()
            {
                if let Some(exit) = self.meet(typed)? {
                    return Ok(Some(exit));
                }
            }
        }
        Ok(None)
    }

    /// Deals with one thing that happened.
    fn meet(&mut self, happening: Happening) -> io::Result<Option<Exit>> {
        match happening {
            Happening::Input(Event::Resize(width, height)) => {
                self.screen.resize(Size { width, height });
            }
            // Reading may take for ever; whoever interrupts does not want to wait for that.
            Happening::Input(event) if self.is_reading() && is_interrupt(&event) => {
                return Ok(Some(Exit::Quit));
            }
            Happening::Input(event) if self.pending.is_some() && !self.waits_no_more(&event) => {
                self.typed_ahead.push_back(Happening::Input(event));
            }
            Happening::Input(event) => {
                let size = self.screen.size();
                let Self { app, look, .. } = self;
                let under = |mouse| ui::target(app, look, size, mouse);
                if let Some(action) = look.keymap.action(app.context(), event, under) {
                    update(&mut self.app, Action::Clock(self.start.elapsed()));
                    return self.act(action);
                }
            }
            Happening::Editable(file) => self.start_editor(file)?,
            Happening::Edited(end) => return self.end_editor(&end),
            Happening::Action(action) => return self.act(action),
            Happening::Stop => self.suspend(),
            // The editor draws itself anew.
            Happening::Continued if self.is_lent() => {}
            Happening::Continued => self.screen.reenter()?,
            Happening::End(exit) => return Ok(self.end(exit)),
            Happening::Deaf(error) => return Err(error),
        }
        Ok(None)
    }

    /// Lets an action happen, and carries out what follows from it.
    fn act(&mut self, action: Action) -> io::Result<Option<Exit>> {
        let is_reload = matches!(action, Action::Reloaded(_) | Action::Refused(_));
        if let Action::Reloaded(reload) = &action {
            self.look.follow(&reload.decision);
        }
        let written = match &action {
            Action::Exported(outcome) => Some(matches!(outcome, Outcome::Written(_))),
            _ => None,
        };
        let effect = update(&mut self.app, action);
        if is_reload {
            self.pending = None;
            // It comes from the clerk.
            self.kept = self.app.workspace();
        }
        if let Some(is_written) = written
            && self.pending == Some(Pending::Export)
        {
            self.pending = None;
            // What is typed behind an order is for what comes after it; now there is a question first.
            if !is_written {
                self.typed_ahead.clear();
            }
        }
        match effect {
            None => {}
            Some(Effect::Quit) => return Ok(Some(Exit::Quit)),
            Some(Effect::Suspend) => self.suspend(),
            Some(Effect::Redraw) => self.screen.repaint(),
            Some(Effect::Mouse(on)) => self.screen.set_mouse(on)?,
            Some(Effect::Copy(text)) => self.copy(&text)?,
            Some(Effect::CopyShown) => {
                let size = self.screen.size();
                self.copy(&ui::plain(&self.app, &self.look, size))?;
            }
            Some(Effect::Edit) => match editor::words(|name| std::env::var_os(name)) {
                Ok(words) => {
                    self.pending = Some(Pending::File(words));
                    // What is typed from now on is for the editor.
                    self.gate.close();
                    self.keep();
                    self.clerk.edit(self.app.workspace());
                }
                Err(why) => self.notify(why),
            },
            Some(Effect::Reload) => self.reload(),
            Some(Effect::Export(order)) => {
                self.pending = Some(Pending::Export);
                self.clerk.export(self.app.workspace(), order);
            }
        }
        Ok(None)
    }

    /// Whether this ends the wait for a report: a device or a pipe may take it never. What was typed
    /// behind the order is not done.
    fn waits_no_more(&mut self, event: &Event) -> bool {
        let Self { app, look, .. } = self;
        let action = look.keymap.action(app.context(), event.clone(), |_| Target::Nothing);
        let ends = matches!(action, Some(Action::Command(Command::Close | Command::Quit)));
        if ends && self.pending == Some(Pending::Export) {
            self.pending = None;
            self.typed_ahead.clear();
            return true;
        }
        false
    }

    fn notify(&mut self, news: String) {
        update(&mut self.app, Action::Notify(news));
    }

    /// Sends a text to the terminal's clipboard.
    fn copy(&mut self, text: &str) -> io::Result<()> {
        let copied = Copied::new(text);
        self.screen.copy(&copied)?;
        self.notify(copied.news(std::env::var_os("TMUX").is_some()));
        Ok(())
    }

    /// Has the file read again that is the user's to edit.
    fn reload(&mut self) {
        self.pending = Some(Pending::Reload);
        self.keep();
        self.clerk.reload(self.app.workspace());
    }

    /// Lends the terminal to the editor.
    fn start_editor(&mut self, file: Result<PathBuf, String>) -> io::Result<()> {
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
    fn end_editor(&mut self, end: &io::Result<ExitStatus>) -> io::Result<Option<Exit>> {
        let Some(Pending::Editor(words, exit)) = self.pending.take() else { return Ok(None) };
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
    const fn is_lent(&self) -> bool {
        matches!(self.pending, Some(Pending::Editor(..)))
    }

    /// Whether the clerk reads a file again.
    const fn is_reading(&self) -> bool {
        matches!(self.pending, Some(Pending::Reload))
    }

    /// The end that a signal asks for. While the editor has the terminal, it is the editor that keys
    /// are meant to interrupt, and we cannot go before it: two programs would read one keyboard.
    fn end(&mut self, exit: Exit) -> Option<Exit> {
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

    /// Gives the terminal to the shell. We draw again when [`Happening::Continued`] says so.
    fn suspend(&mut self) {
        if job::has_shell() {
            // From the editor we have it back with the editor.
            self.screen.leave();
            job::stop();
        } else if !self.is_lent() {
            self.notify("There is no shell to go back to".into());
        }
    }

    /// Has the clerk save the session if it is another one.
    fn keep(&mut self) {
        let Workspace { present, scenarios } = &self.kept;
        if self.app.judgement() != present || self.app.scenarios() != scenarios {
            self.kept = self.app.workspace();
            self.clerk.save(self.kept.clone());
        }
    }

    /// Asks others what a frame has no time for, where it is another question than before.
    fn ask(&mut self) {
        let sought = self.app.path_question();
        if self.sought != sought {
            self.sought.clone_from(&sought);
            if let Some(question) = sought {
                self.scout.ask(question);
            }
        }
        let shown = self.app.preview_question();
        if self.shown != shown {
            self.shown = shown;
            if let Some(question) = shown {
                self.clerk.preview(self.app.workspace(), question);
            }
        }
        let generation = self.app.generation();
        if self.asked != Some(generation) {
            self.asked = Some(generation);
            self.pollster.ask(self.app.poll());
        }
    }
}

/// Whether it is the key that interrupts whatever runs in a terminal.
fn is_interrupt(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.kind != KeyEventKind::Release
        && key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL)
}

/// Drops what is overtaken by what comes next: the stations of a drag and of a resize.
fn thin_out(pile: &mut Vec<Happening>) {
    // Of a run `dedup_by` keeps the first, and we want the last.
    pile.reverse();
    pile.dedup_by(|earlier, later| is_overtaken(earlier, later));
    pile.reverse();
}

fn is_overtaken(earlier: &Happening, later: &Happening) -> bool {
    let (Happening::Input(earlier), Happening::Input(later)) = (earlier, later) else {
        return false;
    };
    match (earlier, later) {
        (Event::Resize(..), Event::Resize(..)) => true,
        (Event::Mouse(earlier), Event::Mouse(later)) => {
            matches!(earlier.kind, MouseEventKind::Drag(_)) && earlier.kind == later.kind
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
