//! How sure is it? Section by section: on how many weightings each alternative comes first, what
//! each weight can swing, what others would weigh, who beats whom, what other methods say.
//!
//! ```text
//!  Shares  Swings  Weights  Methods
//!
//!  Django leads clearly, by 10.2 points (72.1 to 61.9).
//!
//!             all weightings              near yours
//!  Django     ██████████████──────  63.0%   ███████████████████▋  98.1%
//!  Node.js    ███████▍────────────  37.0%   ▍───────────────────   1.9%
//! ```

mod methods;
mod pairs;
mod shares;
mod swings;
mod weights;

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::{App, HowSure, Section, Target, Window};
use crate::assessment::words;
use crate::ui::detail::Page;
use crate::ui::pane::draw_lines;
use crate::ui::text::width;
use crate::ui::{Frame, Look};

/// Lines around the list of the swings, which is the longest section: frame, tabs, sentence, heads.
pub(super) const AROUND: usize = 9;

/// Lines of the overlay at least, so that it does not jump from decision to decision.
pub(super) const LOWEST: u16 = 26;

/// From this many lines on there is air below the tabs.
const AIRY: u16 = 10;

pub(super) fn draw<'a>(
    page: &HowSure,
    app: &'a App,
    look: &'a Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    let (tabs, body) = split(inside);
    frame.render_widget(tab_line(page, app, look, tabs.width.into()), tabs);
    let text = |write: &dyn Fn(&mut Page<'a>), frame: &mut Frame| {
        let area = Rect { width: body.width.saturating_sub(1), ..body };
        let mut text = Page::new(look, area.width.into());
        write(&mut text);
        let window = Window { offset: page.offset, height: area.height.into(), length: text.len() };
        let window = window.at(window.offset);
        draw_lines(text.lines(window.offset), window, body, look, frame);
        window
    };
    if app.assessment().verdict().is_none() {
        let sentence = format!("{}.", words::verdict(app.decision(), app.assessment()));
        return text(&|page| page.text(&sentence, look.theme.caution), frame);
    }
    match page.section {
        Section::Shares => text(&|page| shares::write(page, app, look, app.robustness()), frame),
        Section::Swings => swings::draw(page, app, look, body, frame),
        Section::Weights => weights::draw(page, app, look, app.robustness(), body, frame),
        Section::Pairs => text(&|page| pairs::write(page, app, look), frame),
        Section::Methods => text(&|page| methods::write(page, app, look), frame),
    }
}

/// The tabs' line, and what is below.
fn split(inside: Rect) -> (Rect, Rect) {
    let above = if inside.height >= AIRY { 2 } else { 1.min(inside.height) };
    let tabs = Rect { height: 1.min(inside.height), ..inside };
    (tabs, Rect { y: inside.y + above, height: inside.height - above, ..inside })
}

/// The sections that have room in the tabs' line, with the cell at which each begins: all of them, or
/// the one that is shown.
fn tabs(page: &HowSure, app: &App, cells: usize) -> Vec<(Section, usize)> {
    let sections = app.sections();
    let all: usize = sections.iter().map(|it| width(it.title()) + 2).sum();
    if all > cells {
        return vec![(page.section, 1)];
    }
    let starts = sections.into_iter().scan(1, |start, section| {
        let at = *start;
        *start += width(section.title()) + 2;
        Some((section, at))
    });
    starts.collect()
}

fn tab_line(page: &HowSure, app: &App, look: &Look, cells: usize) -> Line<'static> {
    let sections = app.sections();
    let shown = tabs(page, app, cells);
    let mut spans = vec![Span::raw(" ")];
    for (section, _) in &shown {
        let style = if *section == page.section {
            look.theme.accent.patch(look.theme.strong).underlined()
        } else {
            look.theme.dim
        };
        spans.push(Span::styled(section.title(), style));
        spans.push(Span::raw("  "));
    }
    if shown.len() < sections.len() {
        let at = sections.iter().position(|it| *it == page.section).unwrap_or(0) + 1;
        spans.push(Span::styled(format!("{at} of {}", sections.len()), look.theme.dim));
    }
    Line::from(spans)
}

/// What of the view is at a position.
pub(super) fn target(page: &HowSure, app: &App, inside: Rect, at: Position) -> Target {
    let (tab_line, body) = split(inside);
    if tab_line.contains(at) {
        let cell = usize::from(at.x - tab_line.x);
        let hit = tabs(page, app, tab_line.width.into())
            .into_iter()
            .find(|(section, start)| (*start..*start + width(section.title())).contains(&cell));
        return hit.map_or(Target::Overlay, |(section, _)| Target::Section(section));
    }
    let row = match page.section {
        Section::Swings => swings::row_at(app, body, at),
        Section::Weights => weights::row_at(page, app, body, at),
        Section::Shares | Section::Pairs | Section::Methods => None,
    };
    row.map_or(Target::Overlay, Target::Result)
}

/// The tag of an alternative, where there are so many that the screen calls them by it.
fn sign(app: &App, look: &Look, a: usize) -> Span<'static> {
    if app.decision().alternatives.len() == 2 {
        return Span::default();
    }
    let tag = look.tag(Some(a));
    Span::styled(format!("{} ", tag.content), tag.style)
}

/// Cells of the longest name among some alternatives, at most.
fn names(app: &App, alternatives: &[usize], most: usize) -> usize {
    let name = |a: &usize| width(&app.decision().alternatives[*a].name);
    alternatives.iter().map(name).max().unwrap_or(0).min(most)
}

#[cfg(test)]
mod tests;
