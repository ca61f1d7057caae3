//! The last line: news, or the keys that help here, the most useful first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::Look;
use super::text::{width, wrap};
use crate::app::{App, Command, Context, Overlay, Pane, Tab};
use crate::search::Place;

/// Lines that news may take, at most.
const TALLEST: usize = 5;

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) {
    let Some(news) = app.notice() else {
        frame.render_widget(hints(app, look, area.width.into()), area);
        return;
    };
    // News that is too long for the line grows upwards, over the panes: it goes with the next key.
    let lines = wrap(news, usize::from(area.width).saturating_sub(2));
    let height = u16::try_from(lines.len().min(TALLEST)).unwrap_or(1).min(area.y + 1);
    let area = Rect { y: area.bottom() - height, height, ..area };
    frame.render_widget(Clear, area);
    let style = look.theme.accent.patch(look.theme.strong);
    for (line, y) in lines.into_iter().zip(area.y..area.bottom()) {
        let line = Line::styled(format!(" {line}"), style);
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// The commands that help here, the most useful first. Two that belong together share a name.
fn useful(app: &App) -> &'static [(&'static [Command], &'static str)] {
    use Command as C;
    match (app.context(), app.focus(), app.subject()) {
        (Context::Reader, ..) => &[(&[C::Close], "close"), (&[C::Up, C::Down], "scroll")],
        (Context::List, ..) => match app.overlay() {
            Some(Overlay::Sources(_)) => &[
                (&[C::Less, C::More], "trust"),
                (&[C::Up, C::Down], "select"),
                (&[C::Open], "its claims"),
                (&[C::Undo], "undo"),
                (&[C::Close], "close"),
            ],
            Some(Overlay::Reference(it)) if it.reading => {
                &[(&[C::Up, C::Down], "scroll"), (&[C::Less], "list"), (&[C::Close], "list")]
            }
            Some(Overlay::Reference(_)) => {
                &[(&[C::Up, C::Down], "select"), (&[C::More], "read"), (&[C::Close], "close")]
            }
            _ => &[(&[C::Up, C::Down], "select"), (&[C::Open], "go"), (&[C::Close], "close")],
        },
        (Context::Prompt, ..) => match app.overlay() {
            Some(Overlay::Form(_)) => {
                &[(&[C::Open], "keep"), (&[C::Up, C::Down], "line"), (&[C::Close], "cancel")]
            }
            Some(Overlay::Export(_)) => {
                &[(&[C::Open], "write"), (&[C::Up, C::Down], "format"), (&[C::Close], "cancel")]
            }
            _ => &[(&[C::Open], "go"), (&[C::Up, C::Down], "select"), (&[C::Close], "cancel")],
        },
        (_, Pane::Criteria, _) => &[
            (&[C::Less, C::More], "importance"),
            (&[C::NextTip], "to tipping point"),
            (&[C::PreviousPane], "use cases"),
            (&[C::Open], "why"),
            (&[C::Undo], "undo"),
            (&[C::Export], "export"),
            (&[C::Search], "search"),
            (&[C::Rate], "own rating"),
            (&[C::Sources], "sources"),
            (&[C::Reference], "reference"),
            (&[C::Palette], "commands"),
            (&[C::Quit], "quit"),
        ],
        (_, Pane::UseCases, _) => &[
            (&[C::Open], "apply"),
            (&[C::Up, C::Down], "select"),
            (&[C::NextPane], "pane"),
            (&[C::Undo], "undo"),
            (&[C::Search], "search"),
            (&[C::Export], "export"),
            (&[C::Palette], "commands"),
            (&[C::Quit], "quit"),
        ],
        (_, Pane::Detail, Place::Criterion(_)) if app.tab() == Tab::WhatIf => &[
            (&[C::LessFine, C::MoreFine], "importance"),
            (&[C::NextTip, C::PreviousTip], "tipping points"),
            (&[C::PreviousTab, C::NextTab], "tab"),
            (&[C::NextPane], "pane"),
            (&[C::Close], "back"),
            (&[C::Undo], "undo"),
            (&[C::Export], "export"),
        ],
        (_, Pane::Detail, Place::Criterion(_)) => &[
            (&[C::Up, C::Down], "claim"),
            (&[C::Strike], "strike"),
            (&[C::Rate], "own rating"),
            (&[C::PreviousTab, C::NextTab], "tab"),
            (&[C::Open], "source"),
            (&[C::NextPane], "pane"),
            (&[C::Close], "back"),
            (&[C::Undo], "undo"),
            (&[C::Search], "search"),
            (&[C::Export], "export"),
        ],
        (_, Pane::Detail, _) => &[
            (&[C::Up, C::Down], "scroll"),
            (&[C::Close], "back"),
            (&[C::NextPane], "pane"),
            (&[C::Sources], "sources"),
            (&[C::Search], "search"),
            (&[C::Export], "export"),
        ],
        (..) => &[
            (&[C::Up, C::Down], "select"),
            (&[C::Open], "read"),
            (&[C::NextPane], "pane"),
            (&[C::Close], "back"),
            (&[C::Search], "search"),
            (&[C::Export], "export"),
            (&[C::Palette], "commands"),
            (&[C::Quit], "quit"),
        ],
    }
}

fn hints(app: &App, look: &Look, cells: usize) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    let mut room = cells.saturating_sub(2);
    for (commands, name) in useful(app) {
        let keys: Vec<String> =
            commands.iter().filter_map(|command| look.key(app.context(), *command)).collect();
        if keys.is_empty() {
            continue;
        }
        let keys = keys.join("/");
        let needed = width(&keys) + 1 + width(name);
        if needed > room {
            break;
        }
        room = room.saturating_sub(needed + 3);
        spans.push(Span::styled(keys, look.theme.accent));
        spans.push(Span::styled(format!(" {name}   "), look.theme.dim));
    }
    Line::from(spans)
}
