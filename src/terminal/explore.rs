//! The event loop: what happens becomes an action, the action changes the app, the app is drawn.
//!
//! While somebody else has the terminal, or the clerk reads a file again, what is typed waits. What
//! others do about a change waits until the hand rests: whoever is woken up for each station of a
//! slider takes a processor away from showing it.

mod lent;
mod pile;

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::layout::Size;
use tui_input::InputRequest;

use super::clerk::{Clerk, Closing};
use super::clipboard::{Copied, Way};
use super::gate::Gate;
use super::robustness_worker::RobustnessWorker;
use super::scout::Scout;
use super::screen::Screen;
use super::tty::Modes;
use super::watch::Happening;
use super::{Exit, MOMENT, editor};
use crate::app::{
    Action, App, Command, Effect, Outcome, PathQuestion, PreviewQuestion, Target, update,
};
use crate::judgement::Workspace;
use crate::ui::{self, Look};

/// How long a hand rests that has stopped: longer than a held key takes to come again.
const REST: Duration = Duration::from_millis(60);

/// What has to come to its end before the next key is heard.
#[derive(Debug, PartialEq)]
enum Pending {
    /// The clerk looks out a file, for the editor that these words start.
    File(Vec<OsString>),
    /// The editor that these words started has the terminal; then, this is the end.
    Editor(Vec<OsString>, Option<Exit>),
    /// The clerk reads a file again.
    Reload,
    /// The clerk writes the report of the form with this number. Whoever has waited enough may close
    /// it.
    Export(u64),
}

/// The explorer in its terminal.
pub(super) struct Explorer<W: Write> {
    app: App,
    look: Look,
    screen: Screen<W>,
    clerk: Clerk,
    /// What the clerk has.
    kept: Workspace,
    robustness_worker: RobustnessWorker,
    /// The number of the assessment that the robustness worker was asked about.
    asked: Option<u64>,
    /// For the editor to tell of its end.
    sender: Sender<Happening>,
    pending: Option<Pending>,
    /// Those of the terminal when the editor was lent it.
    modes: Option<Modes>,
    /// Letters that were typed into a line and are not in it yet.
    typing: String,
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
        robustness_worker: RobustnessWorker,
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
            robustness_worker,
            asked: None,
            sender,
            pending: None,
            modes: None,
            typing: String::new(),
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
        while let Some(first) = self.next(happenings) {
            // Whatever has piled up meanwhile is answered by one frame.
            let mut pile: Vec<_> = std::iter::once(first).chain(happenings.try_iter()).collect();
            pile::thin_out(&mut pile);
            if let Some(exit) = self.meet_all(pile)? {
                return Ok(exit);
            }
            self.draw()?;
            self.ask();
        }
        Ok(Exit::Quit)
    }

    /// The next thing that happens. Where it is long in coming, the others are set to work.
    fn next(&mut self, happenings: &Receiver<Happening>) -> Option<Happening> {
        if self.is_unsaved() || self.asked != Some(self.app.generation()) {
            match happenings.recv_timeout(REST) {
                Ok(happening) => return Some(happening),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    self.keep();
                    self.refine();
                }
            }
        }
        happenings.recv().ok()
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
        self.type_in();
        Ok(None)
    }

    /// Puts into the line what was typed, all of it at once: a line is answered as it is then, not
    /// letter by letter.
    fn type_in(&mut self) {
        let typed = std::mem::take(&mut self.typing);
        let mut letters = typed.chars();
        let action = match (letters.next(), letters.next()) {
            (None, _) => return,
            (Some(letter), None) => Action::Edit(InputRequest::InsertChar(letter)),
            _ => Action::Paste(typed),
        };
        update(&mut self.app, action);
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
                let action = look.keymap.action(app.context(), event, under);
                // Nobody means to change what they cannot see.
                let action = action.filter(|it| needs_no_sight(it) || !ui::is_blank(app, size));
                if let Some(Action::Edit(InputRequest::InsertChar(letter))) = action {
                    self.typing.push(letter);
                    return Ok(None);
                }
                self.type_in();
                if let Some(action) = action {
                    update(&mut self.app, Action::Clock(self.start.elapsed()));
                    return self.act(action);
                }
            }
            Happening::Editable(file) => self.start_editor(file)?,
            Happening::Edited(end) => return self.end_editor(&end),
            Happening::Action(action) => {
                self.type_in();
                return self.act(action);
            }
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
            Action::Exported { opening, outcome } => {
                Some((*opening, matches!(outcome, Outcome::Written(_))))
            }
            _ => None,
        };
        let effect = update(&mut self.app, action);
        if is_reload {
            self.pending = None;
            // It comes from the clerk.
            self.kept = self.app.workspace();
        }
        if let Some((opening, is_written)) = written
            && self.pending == Some(Pending::Export(opening))
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
                self.pending = Some(Pending::Export(order.opening));
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
        if ends && matches!(self.pending, Some(Pending::Export(_))) {
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
        let way = Way::detect(|name| std::env::var(name).ok());
        let copied = Copied::new(text, way);
        self.screen.copy(&copied)?;
        self.notify(copied.news());
        Ok(())
    }

    /// Has the file read again that is the user's to edit.
    fn reload(&mut self) {
        self.pending = Some(Pending::Reload);
        self.keep();
        self.clerk.reload(self.app.workspace());
    }

    /// Whether the session is another one than the clerk has.
    fn is_unsaved(&self) -> bool {
        let Workspace { present, scenarios } = &self.kept;
        self.app.judgement() != present || self.app.scenarios() != scenarios
    }

    /// Has the clerk save the session if it is another one.
    fn keep(&mut self) {
        if self.is_unsaved() {
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
        if self.asked != Some(self.app.generation()) {
            self.robustness_worker.forget();
        }
    }

    /// Asks the robustness worker about the present verdict.
    fn refine(&mut self) {
        let generation = self.app.generation();
        if self.asked.replace(generation) != Some(generation) {
            self.robustness_worker.ask(self.app.question());
        }
    }
}

/// Whether somebody may want it whose terminal is too small for anything to be seen.
fn needs_no_sight(action: &Action) -> bool {
    matches!(action, Action::Command(Command::Quit | Command::Redraw | Command::Suspend))
}

/// Whether it is the key that interrupts whatever runs in a terminal.
fn is_interrupt(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.kind != KeyEventKind::Release
        && key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL)
}

#[cfg(test)]
mod tests;
