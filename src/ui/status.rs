//! The last line: news, or the keys that help here, the most useful first.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::text::{put, width, wrap};
use super::{Frame, Look};
use crate::app::{App, Command, HowSure, Overlay, Pane, Section, Tab};
use crate::search::Place;

/// What a newcomer is told before they do anything, by the cells from which on there is room for it. It
/// stands where nothing moves when it goes.
const WELCOMES: [(usize, &str); 2] =
    [(120, "Welcome. Say what matters, and watch the verdict: "), (80, "Welcome. ")];

/// Lines that news may take, at most.
const TALLEST: usize = 5;

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) {
    let Some(news) = app.notice() else {
        put(&hints(app, look, area.width.into()), area, frame);
        return;
    };
    // News that is too long for the line grows upwards, over the panes: it goes with the next key.
    let next =
        app.follow_up().and_then(|command| Some((look.key(app.context(), command)?, command)));
    let next = next.map(|(key, it)| format!("; {key}: {}", it.row().name)).unwrap_or_default();
    let lines = wrap(&format!("{news}{next}"), usize::from(area.width).saturating_sub(2));
    let height = u16::try_from(lines.len().min(TALLEST)).unwrap_or(1).min(area.y + 1);
    let area = Rect { y: area.bottom() - height, height, ..area };
    frame.render_widget(Clear, area);
    let style = look.theme.accent.patch(look.theme.strong);
    let beside = (lines.len() == 1).then(|| beside_news(app, look));
    if let Some(keys) = beside.filter(|it| it.width() + width(&lines[0]) + 4 <= area.width.into()) {
        let cells = u16::try_from(keys.width()).unwrap_or(area.width);
        put(&keys, Rect { x: area.right().saturating_sub(cells + 1), width: cells, ..area }, frame);
    }
    for (line, y) in lines.into_iter().zip(area.y..area.bottom()) {
        let line = Line::styled(format!(" {line}"), style);
        put(&line, Rect { y, height: 1, ..area }, frame);
    }
}

/// What is worth knowing beside any news.
fn beside_news(app: &App, look: &Look) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    let undo = app.can_undo().then_some(Command::Undo);
    for command in undo.into_iter().chain([Command::Help]) {
        if let Some(key) = look.key(app.context(), command) {
            let gap = if spans.is_empty() { "" } else { "   " };
            spans.push(Span::raw(gap));
            spans.push(Span::styled(key, look.theme.accent));
            spans.push(Span::styled(format!(" {}", command.row().name), look.theme.dim));
        }
    }
    Line::from(spans)
}

/// A hint: a command under its own name, or several that belong together under a common one.
enum Hint {
    One(Command),
    All(&'static [Command], &'static str),
}

impl Hint {
    /// Whether it leads back to where one came from.
    fn is_way_back(&self) -> bool {
        matches!(self, Self::One(Command::Close) | Self::All([Command::Close | Command::Zoom], _))
    }
}

/// The commands that help here, the most useful first.
#[rustfmt::skip]
#[expect(clippy::too_many_lines, reason = "a table, a row for every place to be")]
fn useful(app: &App) -> &'static [Hint] {
    use Command as C;
    use Hint::{All, One};
    match (app.overlay(), app.focus(), app.subject()) {
        (Some(Overlay::Help(help)), ..) if help.keys => &[
            One(C::Close), All(&[C::NextTab], "figures"), All(&[C::Up, C::Down], "scroll"),
        ],
        (Some(Overlay::Help(_)), ..) => &[
            One(C::Close), All(&[C::NextTab], "keys"), All(&[C::Up, C::Down], "scroll"),
        ],
        (Some(Overlay::Trouble(_)), ..) => &[
            One(C::Edit), One(C::Reload), All(&[C::Up, C::Down], "scroll"), One(C::Close),
        ],
        (Some(Overlay::Sources(_)), ..) => &[
            All(&[C::Less, C::More], "trust"), All(&[C::Up, C::Down], "select"),
            All(&[C::Open], "its claims"), One(C::Undo), One(C::Close),
        ],
        (Some(Overlay::Robustness(HowSure { section: Section::Overview, .. })), ..) => &[
            All(&[C::Open], "what if"), All(&[C::Up, C::Down], "select"), All(&[C::Less, C::More], "section"),
            All(&[C::Help], "explain"), One(C::Close),
        ],
        (Some(Overlay::Robustness(HowSure { section: Section::Weights, alternative, .. })), ..)
            if !app.has_typical_weights(*alternative) =>
        &[
            All(&[C::Up, C::Down], "select"), All(&[C::Less, C::More], "section"), One(C::Undo),
            All(&[C::Help], "explain"), One(C::Close),
        ],
        (Some(Overlay::Robustness(HowSure { section: Section::Weights, .. })), ..) => &[
            All(&[C::Open], "adopt"), All(&[C::Up, C::Down], "select"),
            All(&[C::Less, C::More], "section"), One(C::Undo), All(&[C::Help], "explain"), One(C::Close),
        ],
        (Some(Overlay::Robustness(_)), ..) => &[
            All(&[C::Less, C::More], "section"), All(&[C::Up, C::Down], "scroll"),
            All(&[C::Help], "explain"), One(C::Close),
        ],
        (Some(Overlay::Reference(it)), ..) if it.reading => &[
            All(&[C::Up, C::Down], "scroll"), All(&[C::Less], "list"), One(C::Close),
        ],
        (Some(Overlay::Reference(it)), ..)
            if matches!(it.entries.get(it.selected), Some(Place::Alternative(_))) =>
        &[
            All(&[C::Up, C::Down], "select"), All(&[C::More], "read"), One(C::Exclude), One(C::Close),
        ],
        (Some(Overlay::Reference(_)), ..) => &[
            All(&[C::Up, C::Down], "select"), All(&[C::More], "read"), One(C::Close),
        ],
        (Some(Overlay::Export(form)), ..) if form.reading => &[
            All(&[C::Open], "write"), All(&[C::Close], "back to the form"),
            All(&[C::PageUp, C::PageDown], "scroll"), One(C::Scope),
        ],
        (Some(Overlay::Export(_)), ..) => &[
            All(&[C::Open], "write"), All(&[C::Up, C::Down], "format"), One(C::Preview),
            One(C::Scope), One(C::Complete), All(&[C::Close], "cancel"),
            All(&[C::PageUp, C::PageDown], "scroll"),
        ],
        (Some(Overlay::Form(form)), ..) if form.lines.len() == 1 => {
            &[All(&[C::Open], "keep"), All(&[C::Close], "cancel")]
        }
        (Some(Overlay::Form(_)), ..) => &[
            All(&[C::Open], "keep"), All(&[C::Up, C::Down], "line"), All(&[C::Close], "cancel"),
        ],
        (Some(Overlay::Disagreements(_)), ..) => &[
            All(&[C::Open], "go"), All(&[C::Up, C::Down], "select"), One(C::Close),
        ],
        (Some(Overlay::Search(_) | Overlay::Palette(_)), ..) => &[
            All(&[C::Open], "go"), All(&[C::Up, C::Down], "select"), All(&[C::Close], "cancel"),
        ],
        // Where a newcomer begins.
        (None, Pane::Criteria, _) if app.welcomes() => &[
            All(&[C::Less, C::More], "slider"), All(&[C::PreviousPane], "use cases"),
            All(&[C::Open], "why"), One(C::Export), One(C::Quit), One(C::Undo), One(C::Robustness),
            One(C::Palette),
        ],
        (None, Pane::Criteria, _) => &[
            All(&[C::Less, C::More], "weight"), All(&[C::Open], "why"), One(C::Export),
            One(C::Quit), All(&[C::PreviousPane], "use cases"), One(C::Undo), One(C::Robustness), One(C::Palette),
            One(C::NextTippingPoint), One(C::SaveScenario), One(C::Search), One(C::Rate), One(C::Sources),
            One(C::Reference), One(C::Zoom),
        ],
        (None, Pane::UseCases | Pane::CaseStudies, _) if app.count(app.focus()) == 0 => &[
            One(C::NextPane), One(C::Export), One(C::Palette), One(C::Search), One(C::Quit), One(C::Undo),
        ],
        (None, Pane::UseCases, _) => &[
            All(&[C::Open], "apply"), All(&[C::NextTab], "read"), All(&[C::Up, C::Down], "select"),
            One(C::Quit), One(C::Export), One(C::Undo), One(C::NextPane), One(C::Palette), One(C::Search),
            One(C::Reference),
        ],
        (None, Pane::CaseStudies, _) => &[
            All(&[C::Up, C::Down], "select"), All(&[C::Open], "read"), One(C::Export), One(C::Quit),
            One(C::NextPane), One(C::Palette), One(C::Search), One(C::Reference),
        ],
        (None, Pane::Detail, Place::Criterion(_)) if app.tab() == Tab::WhatIf => &[
            All(&[C::LessFine, C::MoreFine], "weight"), All(&[C::NextTippingPoint, C::PreviousTippingPoint], "tipping points"),
            All(&[C::PreviousTab, C::NextTab], "tab"), All(&[C::Close], "back"), One(C::Quit),
            One(C::Cross), One(C::Undo), One(C::Export), One(C::Palette), One(C::NextPane),
        ],
        (None, Pane::Detail, Place::Criterion(_)) if app.tab() == Tab::Compare => {
            if app.compared().is_some() {
                &[
                    All(&[C::Up, C::Down], "scenario"), All(&[C::Open], "switch to it"),
                    All(&[C::RemoveCriterion], "remove"), All(&[C::Note], "rename"),
                    All(&[C::Close], "back"), One(C::Quit), One(C::Undo),
                    One(C::SaveScenario), All(&[C::PreviousTab, C::NextTab], "tab"),
                    All(&[C::PageUp, C::PageDown], "scroll"), One(C::Export), One(C::Palette),
                ]
            } else {
                &[
                    One(C::SaveScenario), All(&[C::PreviousTab, C::NextTab], "tab"), All(&[C::Close], "back"),
                    One(C::Undo), One(C::Quit), One(C::Search), One(C::Export), One(C::Palette),
                ]
            }
        }
        (None, Pane::Detail, Place::Criterion(_)) if app.claims().is_empty() => &[
            One(C::Rate), One(C::Note), All(&[C::PreviousTab, C::NextTab], "tab"),
            All(&[C::Close], "back"), One(C::Undo), One(C::Quit), One(C::Export), One(C::Palette),
            One(C::Search),
        ],
        (None, Pane::Detail, Place::Criterion(_)) => &[
            All(&[C::Up, C::Down], "claim"), One(C::Exclude), One(C::Rate),
            All(&[C::PreviousTab, C::NextTab], "tab"), All(&[C::Close], "back"), One(C::Quit),
            All(&[C::Open], "source"), One(C::Undo), One(C::Export), One(C::Palette), One(C::Search),
        ],
        (None, Pane::Detail, Place::Source(_)) => &[
            All(&[C::Up, C::Down], "claim"), One(C::Exclude), All(&[C::Open], "its criterion"),
            All(&[C::Close], "back"), One(C::Undo), One(C::Sources), One(C::Search), One(C::Export),
        ],
        (None, Pane::Detail, Place::UseCase(_)) => &[
            All(&[C::Open], "apply"), All(&[C::Up, C::Down], "scroll"), All(&[C::Close], "back"),
            One(C::Undo), One(C::NextPane), One(C::Quit), One(C::Export), One(C::Palette),
        ],
        (None, Pane::Detail, _) => &[
            All(&[C::Up, C::Down], "scroll"), All(&[C::Close], "back"), One(C::NextPane), One(C::Quit),
            One(C::Sources), One(C::Export), One(C::Palette), One(C::Search),
        ],
    }
}

fn hints(app: &App, look: &Look, cells: usize) -> Line<'static> {
    let is_welcome = |it: &&(usize, &str)| app.welcomes() && cells >= it.0;
    let welcome = WELCOMES.iter().find(is_welcome).map_or("", |it| it.1);
    let mut room = cells.saturating_sub(2 + width(welcome));
    let zoomed = app.arrangement().zoomed && app.overlay().is_none();
    let back = zoomed.then_some(&Hint::All(&[Command::Zoom], "all panes"));
    let mut hints: Vec<(usize, &Hint)> = (0..).zip(back.into_iter().chain(useful(app))).collect();
    // There is always room for the way back.
    hints.sort_by_key(|(_, hint)| !hint.is_way_back());
    let mut chosen = Vec::new();
    for (worth, hint) in hints {
        let (commands, name) = match hint {
            Hint::One(command) => (std::slice::from_ref(command), command.row().name),
            Hint::All(commands, name) => (*commands, *name),
        };
        let keys: Vec<String> =
            commands.iter().filter_map(|command| look.key(app.context(), *command)).collect();
        // Nobody is sent where there is nothing.
        let leads_nowhere = matches!(hint, Hint::All([Command::PreviousPane], _))
            && app.decision().use_cases.is_empty();
        if keys.is_empty() || leads_nowhere {
            continue;
        }
        let keys = keys.join("/");
        let needed = width(&keys) + 1 + width(name);
        // What is less may still have room.
        if needed > room {
            continue;
        }
        room = room.saturating_sub(needed + 3);
        let place = match hint {
            Hint::One(Command::Palette) => 1,
            Hint::One(Command::Quit) => 2,
            _ => 0,
        };
        chosen.push(((place, worth), keys, name));
    }
    // What has nothing to do with where one is stands last, whatever it is worth.
    chosen.sort_by_key(|it| it.0);
    let mut spans = vec![Span::raw(" "), Span::styled(welcome, look.theme.strong)];
    for (_, keys, name) in chosen {
        spans.push(Span::styled(keys, look.theme.accent));
        spans.push(Span::styled(format!(" {name}   "), look.theme.dim));
    }
    Line::from(spans)
}
