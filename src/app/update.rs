//! The one way to change the explorer.

use super::navigate::Step;
use super::stroke::{Knob, is_of_stroke};
use super::{Action, App, Command, Effect, Gesture, Handle, Overlay, Pane, Pointer, Tab};
use crate::assessment::words;
use crate::search::Place;

/// Lets something happen to the explorer.
pub fn update(app: &mut App, action: Action) -> Option<Effect> {
    if !leaves_standing(app, &action) {
        app.standing += 1;
    }
    // News stays until the user does something.
    if action.is_by_user() {
        app.notice = None;
        app.follow_up = None;
        let is_press = matches!(&action, Action::Point(it) if it.gesture == Gesture::Press);
        if !is_press {
            app.clicked = None;
        }
        if !matches!(action, Action::Command(command) if is_of_stroke(command)) {
            app.stroke = None;
        }
    }
    if ends_welcome(&action) {
        app.welcomes = false;
    }
    match action {
        Action::Command(command) => {
            app.end_drag();
            if !leaves_forms(command) {
                app.lay_form_aside();
            }
            carry_out(app, command)
        }
        Action::Edit(edit) => {
            app.edit(|field| field.edit(edit));
            None
        }
        Action::Paste(text) => {
            app.edit(|field| field.paste(&text));
            None
        }
        Action::Point(pointer) => {
            let chosen = app.point(pointer);
            if chosen { carry_out(app, Command::Open) } else { None }
        }
        Action::Clock(now) => {
            app.now = Some(now);
            None
        }
        Action::Exported { opening, outcome } => {
            app.exported(opening, outcome);
            None
        }
        Action::PathFound { question, found } => {
            app.path_found(&question, found);
            None
        }
        Action::Previewed { question, preview } => {
            app.previewed(question, preview);
            None
        }
        Action::Refined { generation, robustness } => {
            app.take_answer(generation, *robustness);
            None
        }
        Action::Reloaded(reload) => {
            app.reload(*reload);
            None
        }
        Action::Refused(trouble) => {
            app.show_trouble(trouble);
            None
        }
        Action::Unsaved(is_so) => {
            app.is_unsaved = is_so;
            None
        }
        Action::Notify(news) => {
            app.notice = Some(news);
            app.follow_up = None;
            None
        }
    }
}

/// Whether nothing changes but what [`App::standing`] does not stand for.
fn leaves_standing(app: &App, action: &Action) -> bool {
    match action {
        Action::Command(command) => {
            app.overlay.is_none() && (is_of_stroke(*command) || goes_along_criteria(app, *command))
        }
        Action::Point(Pointer { gesture: Gesture::Drag, .. }) => {
            matches!(app.dragging, Some(Handle::Slider(_)))
        }
        Action::Clock(_) | Action::Refined { .. } => true,
        _ => false,
    }
}

/// Whether another criterion is selected, and explained as the last one was.
fn goes_along_criteria(app: &App, command: Command) -> bool {
    use Command::{Down, First, Last, PageDown, PageUp, Up};
    matches!(command, Up | Down | PageUp | PageDown | First | Last)
        && app.focus == Pane::Criteria
        && app.subject == Place::Criterion(app.selected(Pane::Criteria))
}

/// Whether somebody who does this needs no welcome any more.
fn ends_welcome(action: &Action) -> bool {
    match action {
        Action::Command(Command::Redraw | Command::Suspend) => false,
        Action::Point(pointer) => pointer.gesture == Gesture::Press,
        _ => action.is_by_user(),
    }
}

/// Whether a form stays open under a command: those that go about in it or end it, and those that
/// neither show anything else nor change what it is about. The user's keys may ask for any other one
/// while somebody types.
fn leaves_forms(command: Command) -> bool {
    matches!(
        command,
        Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last
            | Command::Open
            | Command::Close
            | Command::CopyVerdict
            | Command::CopyShown
            | Command::Mouse
            | Command::Redraw
            | Command::Suspend
            | Command::Quit
    )
}

/// Carries out a command.
fn carry_out(app: &mut App, command: Command) -> Option<Effect> {
    match command {
        Command::NextPane => app.focus_on(app.focus.next()),
        Command::PreviousPane => app.focus_on(app.focus.previous()),
        Command::Up => app.step(Step::By(-1)),
        Command::Down => app.step(Step::By(1)),
        Command::PageUp => app.step(Step::Page(-1)),
        Command::PageDown => app.step(Step::Page(1)),
        Command::First => app.step(Step::First),
        Command::Last => app.step(Step::Last),
        Command::NextTab => app.turn_tab(true),
        Command::PreviousTab => app.turn_tab(false),
        Command::Show(Tab::Evidence) if app.overlay.is_none() => app.read_why(),
        Command::Show(tab) if app.overlay.is_none() => app.read_tab(tab),
        Command::Open => return open(app),
        Command::Close => app.close(),
        Command::Zoom if app.overlay.is_none() => app.zoom(),
        Command::Narrower if app.overlay.is_none() => app.widen(false),
        Command::Wider if app.overlay.is_none() => app.widen(true),
        // Nothing is rearranged unseen.
        Command::Show(_) | Command::Zoom | Command::Narrower | Command::Wider => {}
        Command::Less => nudge(app, -10),
        Command::More => nudge(app, 10),
        Command::LessFine => nudge(app, -1),
        Command::MoreFine => nudge(app, 1),
        Command::Set(weight) => match app.overlay {
            // A tenth of trust is a point of weight.
            Some(Overlay::Sources(source)) => {
                let position = app.typed_position(Knob::Trust(source), weight);
                app.set_trust(position.size() / 10.0, Some(weight));
            }
            // Nothing moves unseen.
            Some(_) => {}
            None => app.type_weight(weight),
        },
        Command::NextTippingPoint => app.tip(true),
        Command::PreviousTippingPoint => app.tip(false),
        Command::Cross => app.cross(),
        Command::Exclude => app.toggle_exclusion(),
        Command::ExcludeAlternative => app.open_alternatives(),
        Command::Reset => app.reset(),
        Command::ResetAll => app.reset_all(),
        Command::Undo => app.travel(true),
        Command::Redo => app.travel(false),
        Command::Rate => app.open_rate(),
        Command::Note if app.is_among_scenarios() => app.open_rename(),
        Command::Note => app.open_note(),
        Command::AddCriterion => app.open_criterion(),
        Command::RemoveCriterion if app.is_among_scenarios() => app.remove_scenario(),
        Command::RemoveCriterion => app.remove_criterion(),
        Command::SaveScenario => app.save(),
        Command::Sources => app.open_sources(),
        Command::Disagreements => app.open_disagreements(),
        Command::Robustness => app.open_robustness(),
        Command::Reference => app.open_reference(None),
        Command::Search => app.open_search(),
        Command::Palette => app.open_palette(),
        Command::Export => app.open_export(),
        Command::CopyVerdict => {
            return Some(Effect::Copy(words::verdict(
                &app.decision,
                &app.assessment,
                app.confidence(),
            )));
        }
        Command::CopyShown => return Some(Effect::CopyShown),
        Command::Edit => return Some(Effect::Edit),
        Command::Reload => return Some(Effect::Reload),
        Command::Complete => app.complete(),
        Command::Scope => app.turn_scope(),
        Command::Preview => app.toggle_preview(),
        Command::Help => app.open_help(),
        Command::Mouse => return Some(toggle_mouse(app)),
        Command::Redraw => return Some(Effect::Redraw),
        Command::Suspend => return Some(Effect::Suspend),
        Command::Quit => return Some(Effect::Quit),
    }
    None
}

/// What Enter does.
fn open(app: &mut App) -> Option<Effect> {
    match &app.overlay {
        Some(Overlay::Help(_) | Overlay::Trouble(_)) => app.close(),
        Some(Overlay::Robustness(_)) => app.accept_robustness(),
        Some(Overlay::Search(_)) => app.accept_search(),
        Some(Overlay::Palette(_)) => {
            let command = app.accept_palette()?;
            return carry_out(app, command);
        }
        Some(Overlay::Export(_)) => return app.accept_export(),
        Some(Overlay::Form(_)) => app.accept_form(),
        Some(Overlay::Sources(_) | Overlay::Disagreements(_) | Overlay::Reference(_)) => {
            app.accept_list();
        }
        None => app.open_selected(),
    }
    None
}

/// Moves what the arrows move: a slider, the trust of a source, or between list and
/// page, or sections.
fn nudge(app: &mut App, tenths: i32) {
    match &mut app.overlay {
        Some(Overlay::Sources(_)) => app.nudge_trust(tenths > 0),
        Some(Overlay::Robustness(_)) => app.turn_section(tenths > 0),
        Some(Overlay::Reference(reference)) => reference.reading = tenths > 0,
        Some(_) => {}
        None => app.nudge(tenths),
    }
}

fn toggle_mouse(app: &mut App) -> Effect {
    app.mouse = !app.mouse;
    let news = if app.mouse { "Mouse on" } else { "Mouse off: the terminal selects text" };
    app.notice = Some(news.into());
    Effect::Mouse(app.mouse)
}
