//! The last line: news, or the keys that help here, the most useful first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Look;
use super::text::width;
use crate::app::{App, Command, Context, Overlay, Pane};
use crate::search::Place;

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) {
    let line = match app.notice() {
        Some(news) => {
            let news = look.cut(news, usize::from(area.width).saturating_sub(2));
            Line::styled(format!(" {news}"), look.theme.accent.patch(look.theme.strong))
        }
        None => hints(app, look, area.width.into()),
    };
    frame.render_widget(line, area);
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
            (&[C::NextPane], "pane"),
            (&[C::Open], "why"),
            (&[C::SetAside], "set aside"),
            (&[C::Undo], "undo"),
            (&[C::Search], "search"),
            (&[C::Export], "export"),
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
        (_, Pane::Detail, Place::Criterion(_)) => &[
            (&[C::Strike], "strike"),
            (&[C::Up, C::Down], "claim"),
            (&[C::PreviousTab, C::NextTab], "tab"),
            (&[C::Open], "source"),
            (&[C::NextPane], "pane"),
            (&[C::Close], "back"),
            (&[C::Undo], "undo"),
            (&[C::Search], "search"),
            (&[C::Export], "export"),
        ],
        (..) => &[
            (&[C::Up, C::Down], "select"),
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
