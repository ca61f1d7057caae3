//! The explorer without a terminal: keys go in, frames come out.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::Event;
use ratatui::layout::Size;
use weigh::app::{Action, App, Fate, Found, Preview, Target, update};
use weigh::decision::Decision;
use weigh::input::{Key, Keymap};
use weigh::judgement::Judgement;
use weigh::report::{Context, Format, Request, Scope};
use weigh::session::{Kept, encode};
use weigh::terminal;
use weigh::ui::picture::Paper;
use weigh::ui::{self, Appearance, Depth, Frame, Glyphs, Look, Theme};

/// An explorer with its screen.
pub(crate) struct Stage {
    /// The terminal that suits the theme.
    pub(crate) paper: Paper,
    app: App,
    look: Look,
    size: Size,
    /// The last frame.
    frame: Frame,
}

impl Stage {
    /// A decision, as it is when it is opened.
    ///
    /// # Panics
    /// When there is no such theme.
    #[must_use]
    pub(crate) fn new(
        decision: &Arc<Decision>,
        (theme, depth): (&str, Depth),
        size: (u16, u16),
    ) -> Self {
        let app = App::new(Arc::clone(decision), Judgement::of(decision), terminal::offers());
        let Some(theme) = Theme::bundled(theme, depth) else { panic!("{theme} is not a theme") };
        let light = theme.appearance == Some(Appearance::Light);
        let paper = if light { Paper::LIGHT } else { Paper::DARK };
        let look = Look::new(theme, Glyphs::UNICODE, Keymap::default(), decision);
        let mut stage = Self { paper, app, look, size: size.into(), frame: Frame::default() };
        settle(&mut stage.app);
        stage.draw();
        stage
    }

    /// A key, and the frame that follows. What would leave the explorer, such as writing a file,
    /// does not happen.
    pub(crate) fn press(&mut self, key: Key) {
        let event = Event::Key(key.into());
        let action = self.look.keymap.action(self.app.context(), event, |_| Target::Nothing);
        if let Some(action) = action {
            update(&mut self.app, action);
        }
        answer(&mut self.app);
        settle(&mut self.app);
        self.draw();
    }

    /// The last frame.
    pub(crate) fn buffer(&self) -> &Buffer {
        self.frame.buffer()
    }

    fn draw(&mut self) {
        self.frame.reset(self.size);
        self.app.view = ui::draw(&self.app, &self.look, &mut self.frame);
    }
}

/// The keys of a script.
///
/// # Panics
/// When it names one that does not exist.
pub(crate) fn keys(script: &str) -> Vec<Key> {
    Key::script(script).unwrap_or_else(|key| panic!("{key} is not a key"))
}

/// Finds out how sure the verdict is, as the explorer does while nobody presses a key.
fn settle(app: &mut App) {
    if let Some(question) = app.question()
        && let Some(robustness) = question.assessment.robustness()
    {
        update(
            app,
            Action::Refined { generation: question.generation, robustness: Box::new(robustness) },
        );
    }
}

/// Answers what the export pane wants to know, as on a disk where there is nothing yet.
fn answer(app: &mut App) {
    if let Some(question) = app.path_question() {
        let found = Found { fate: Fate::New, names: Vec::new() };
        update(app, Action::PathFound { question, found });
    }
    let Some(question) = app.preview_question() else { return };
    let Some(format) = Format::of_id(question.report.format) else { return };
    let scope = question.report.scope.and_then(Scope::of_name);
    let workspace = app.workspace();
    let report = format.render(Context {
        robustness: std::cell::OnceCell::new(),
        decision: app.decision(),
        judgement: app.judgement(),
        scenarios: workspace.scenarios.list(),
        assessment: app.assessment(),
        fingerprint: "",
        pack: "nodejs-vs-django",
        session: &encode(app.decision(), "", &workspace, &Kept::default()),
        request: Request { scope, ..Request::default() },
    });
    update(app, Action::Previewed { question, preview: Preview::of(&report) });
}
