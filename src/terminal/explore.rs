//! The event loop: what happens becomes an action, the action changes the app, the app is drawn.

use std::io::{self, Write};
use std::sync::mpsc::Receiver;

use ratatui::crossterm::event::{Event, MouseEventKind};
use ratatui::layout::Size;

use super::clerk::Clerk;
use super::pollster::Pollster;
use super::scout::Scout;
use super::screen::Screen;
use super::watch::Happening;
use super::{Exit, job};
use crate::app::{Action, App, Effect, PathQuestion, PreviewQuestion, update};
use crate::judgement::Workspace;
use crate::ui::{self, Look};

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
    scout: Scout,
    /// The path that the scout was asked about.
    sought: Option<PathQuestion>,
    /// The report that the clerk was asked to show.
    shown: Option<PreviewQuestion>,
}

impl<W: Write> Explorer<W> {
    pub(super) fn new(
        app: App,
        look: Look,
        screen: Screen<W>,
        clerk: Clerk,
        pollster: Pollster,
        scout: Scout,
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
            scout,
            sought: None,
            shown: None,
        }
    }

    /// Draws the app as it is now.
    pub(super) fn draw(&mut self) -> io::Result<()> {
        let Self { app, look, screen, .. } = self;
        screen.draw(|frame| app.view = ui::draw(app, look, frame))
    }

    /// Goes on until something ends it.
    pub(super) fn explore(&mut self, happenings: &Receiver<Happening>) -> io::Result<Exit> {
        self.ask();
        // Those who could tell of anything outlive the loop.
        while let Ok(first) = happenings.recv() {
            // Whatever has piled up meanwhile is answered by one frame.
            let mut pile: Vec<_> = std::iter::once(first).chain(happenings.try_iter()).collect();
            thin_out(&mut pile);
            for happening in pile {
                if let Some(exit) = self.meet(happening)? {
                    return Ok(exit);
                }
            }
            self.keep();
            self.draw()?;
            self.ask();
        }
        Ok(Exit::Quit)
    }

    /// Ends it: what was done is saved before the terminal is given back, since a terminal that hangs
    /// must not cost the session. Returns why the session is not saved, if it is not.
    pub(super) fn close(mut self) -> Option<String> {
        self.keep();
        self.clerk.finish()
    }

    /// Deals with one thing that happened.
    fn meet(&mut self, happening: Happening) -> io::Result<Option<Exit>> {
        match happening {
            Happening::Input(Event::Resize(width, height)) => {
                self.screen.resize(Size { width, height })?;
            }
            Happening::Input(event) => {
                let size = self.screen.size()?;
                let Self { app, look, .. } = self;
                let under = |mouse| ui::target(app, look, size, mouse);
                if let Some(action) = look.keymap.action(app.context(), event, under) {
                    return self.act(action);
                }
            }
            Happening::Action(action) => return self.act(action),
            Happening::Stop => self.suspend(),
            Happening::Continued => self.screen.reenter()?,
            Happening::End(exit) => return Ok(Some(exit)),
            Happening::Deaf(error) => return Err(error),
        }
        Ok(None)
    }

    /// Lets an action happen, and carries out what follows from it.
    fn act(&mut self, action: Action) -> io::Result<Option<Exit>> {
        match update(&mut self.app, action) {
            None => {}
            Some(Effect::Quit) => return Ok(Some(Exit::Quit)),
            Some(Effect::Suspend) => self.suspend(),
            Some(Effect::Redraw) => self.screen.repaint()?,
            Some(Effect::Mouse(on)) => self.screen.set_mouse(on)?,
            Some(Effect::Export(order)) => self.clerk.export(self.app.workspace(), order),
        }
        Ok(None)
    }

    /// Gives the terminal to the shell. We draw again when [`Happening::Continued`] says so.
    fn suspend(&mut self) {
        if job::has_shell() {
            self.screen.leave();
            job::stop();
        } else {
            update(&mut self.app, Action::Notify("There is no shell to go back to".into()));
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
