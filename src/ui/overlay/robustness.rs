//! How sure: the confidence and on what shares of weights each alternative comes first, how far each
//! weight swings the margin, what would reverse the verdict, what others would weigh, the alternatives
//! one against one, what other methods say.
//!
//! ```text
//!  Overview  Reversals  Weights  Methods
//!
//!  Leans to Django with 79 % confidence, 66.6 to 61.6 points.
//! ```

mod methods;
mod overview;
mod pairs;
mod reversals;
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

/// Lines that the list of swings keeps below the text of the overview: in a low view, and else.
const LIST: [u16; 2] = [3, 7];

/// From this many lines on a view is not low.
const NOT_LOW: u16 = 14;

/// From this many lines on there is air below the tabs.
const AIRY: u16 = 10;

pub(super) fn draw<'a>(
    it: &HowSure,
    app: &'a App,
    look: &'a Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    let (tabs, body) = split(inside);
    frame.render_widget(tab_line(it, app, look, tabs.width.into()), tabs);
    let text = |write: &dyn Fn(&mut Page<'a>), frame: &mut Frame| {
        let area = Rect { width: body.width.saturating_sub(1), ..body };
        let mut text = Page::new(look, area.width.into());
        write(&mut text);
        let window = Window { offset: it.offset, height: area.height.into(), length: text.len() };
        let window = window.at(window.offset);
        draw_lines(text.lines(window.offset), window, body, look, frame);
        window
    };
    if app.assessment().verdict().is_none() {
        let sentence = format!("{}.", words::verdict(app.decision(), app.assessment(), None));
        return text(&|page| page.text(&sentence, look.theme.caution), frame);
    }
    match it.section {
        Section::Overview => {
            let (above, below) = halves(app, look, body);
            let mut page = Page::new(look, above.width.saturating_sub(1).into());
            overview::write(&mut page, app, look);
            let window = Window { offset: 0, height: above.height.into(), length: page.len() };
            draw_lines(page.lines(0), window, above, look, frame);
            swings::draw(it, app, look, below, frame)
        }
        Section::Reversals => text(&|page| reversals::write(page, app, look), frame),
        Section::Weights => weights::draw(it, app, look, app.robustness(), body, frame),
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

/// The text of the overview and the list of swings below it: the list keeps some lines.
fn halves(app: &App, look: &Look, body: Rect) -> (Rect, Rect) {
    let mut page = Page::new(look, body.width.saturating_sub(1).into());
    overview::write(&mut page, app, look);
    let wanted = u16::try_from(page.len() + 1).unwrap_or(u16::MAX);
    let list = LIST[usize::from(body.height >= NOT_LOW)];
    let above = wanted.min(body.height.saturating_sub(list).max(body.height / 2));
    let list = Rect { y: body.y + above, height: body.height - above, ..body };
    (Rect { height: above, ..body }, list)
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
pub(super) fn target(page: &HowSure, app: &App, look: &Look, inside: Rect, at: Position) -> Target {
    let (tab_line, body) = split(inside);
    if tab_line.contains(at) {
        let cell = usize::from(at.x - tab_line.x);
        let hit = tabs(page, app, tab_line.width.into())
            .into_iter()
            .find(|(section, start)| (*start..*start + width(section.title())).contains(&cell));
        return hit.map_or(Target::Overlay, |(section, _)| Target::Section(section));
    }
    let row = match page.section {
        Section::Overview => swings::row_at(app, halves(app, look, body).1, at),
        Section::Weights => weights::row_at(page, app, body, at),
        Section::Reversals | Section::Pairs | Section::Methods => None,
    };
    row.map_or(Target::Overlay, Target::Result)
}

/// The tag of an alternative, where there are so many that the screen calls them by it.
fn sign(app: &App, look: &Look, a: usize) -> Span<'static> {
    if app.assessment().compared().len() == 2 {
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
