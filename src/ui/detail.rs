//! The right pane: why, and what if? Explains whatever is selected elsewhere.

mod alternative;
mod case_study;
mod claim;
mod compare;
mod criterion;
mod example;
mod note;
mod page;
mod scale;
mod source;
mod use_case;
pub(super) mod what_if;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::pane::{draw_lines, frame_of};
use super::text::{cut_apart, put, width};
use super::{Frame, Look, border};
use crate::app::{App, FIRST_CLAIM, Pane, Stops, Tab, Window};
use crate::assessment::Verdict;
use crate::assessment::words::signed;
use crate::search::Place;
pub(super) use page::Page;
pub(super) use scale::range;

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) -> (Window, Stops) {
    let inside = frame_of(Pane::Detail, &title(app), app, look, area, frame);
    let (tabs, body) = split(app, inside);
    if let Some(area) = tabs {
        put(&tab_line(app, look, area.width), area, frame);
    }
    let height = usize::from(body.height);
    if let (Place::Criterion(j), Tab::WhatIf) = (app.subject(), app.tab()) {
        return (what_if::draw(app, look, j, body, frame), Stops::default());
    }
    if app.tab() == Tab::Compare {
        return (compare::draw(app, look, body, frame), Stops::default());
    }
    let page = page(app, look, body);
    let offset = app.view.pane(Pane::Detail).offset;
    let window = Window { offset, height, length: page.len() };
    let selected = app.selected(Pane::Detail);
    let window = match page.item(selected) {
        // A page is read from its beginning, unless what is selected would be out of sight then.
        Some(item) if selected <= FIRST_CLAIM && item.end <= height && offset == 0 => window,
        Some(item) if app.focus() == Pane::Detail => window.showing(item.start, item.end - 1),
        _ => window.at(offset),
    };
    draw_lines(page.lines(window.offset), window, body, look, frame);
    let (first, last) = page.items_within(window.offset, window.offset + height);
    let item = page.item(selected).unwrap_or_default();
    (window, Stops { from: item.start, to: item.end, first, last })
}

/// What if, of the selected criterion, where there is room for it beside all else.
pub(super) fn preview(app: &App, look: &Look, area: Rect, frame: &mut Frame) {
    let j = app.selected(Pane::Criteria);
    let name = &app.judgement().criterion(app.decision(), j).name;
    let room = usize::from(area.width).saturating_sub(6);
    let heading = format!(" {} ", look.cut(format!("{}: {name}", Tab::WhatIf.title()), room));
    let heading = Span::styled(heading, look.theme.heading);
    let inside = border::draw(heading, look.theme.faint, look, area, frame);
    what_if::draw(app, look, j, inside, frame);
}

/// Cells of a line of text: a cell of air at the right, so that text does not touch the frame, and
/// on a wide screen as many as the eye follows.
pub(super) fn measure(body: Rect) -> usize {
    usize::from(body.width.saturating_sub(1)).min(100)
}

/// The tabs' line, where the subject has several, and what is below.
pub(super) fn split(app: &App, inside: Rect) -> (Option<Rect>, Rect) {
    if !matches!(app.subject(), Place::Criterion(_)) || inside.height < 4 {
        return (None, inside);
    }
    let tabs = Rect { height: 1, ..inside };
    (Some(tabs), Rect { y: inside.y + 2, height: inside.height - 2, ..inside })
}

/// Index of the scenario on a line of the screen, where scenarios are listed.
pub(super) fn scenario_at(app: &App, body: Rect, y: u16) -> Option<usize> {
    compare::scenario_at(app, body, y).filter(|_| app.tab() == Tab::Compare)
}

/// The tabs with the cell at which each begins, of so many: in a narrow pane they stand close.
pub(super) fn tabs(cells: u16) -> impl Iterator<Item = (Tab, usize)> {
    let titles: usize = Tab::ALL.iter().map(|it| width(it.title())).sum();
    let airy = titles + 2 * Tab::ALL.len() <= cells.into();
    let (first, gap) = if airy { (1, 2) } else { (0, 1) };
    Tab::ALL.into_iter().scan(first, move |start, tab| {
        let at = *start;
        *start += width(tab.title()) + gap;
        Some((tab, at))
    })
}

fn tab_line(app: &App, look: &Look, cells: u16) -> Line<'static> {
    let mut line = Line::default();
    for (tab, start) in tabs(cells) {
        line.push_span(Span::raw(" ".repeat(start.saturating_sub(line.width()))));
        let style = if tab == app.tab() {
            look.theme.accent.patch(look.theme.strong).underlined()
        } else {
            look.theme.dim
        };
        line.push_span(Span::styled(tab.title(), style));
    }
    line
}

/// What the pane explains.
pub(super) fn title(app: &App) -> String {
    let decision = app.decision();
    match app.subject() {
        Place::Criterion(_) if app.tab() == Tab::Compare => "Scenarios".into(),
        Place::Criterion(j) => app.judgement().criterion(decision, j).name.clone(),
        Place::Claim(claim) => app.judgement().criterion(decision, claim.criterion).name.clone(),
        Place::UseCase(u) => decision.use_cases[u].name.clone(),
        Place::CaseStudy(k) => decision.case_studies[k].name.clone(),
        Place::Source(s) => format!("[{}] {}", s + 1, decision.sources[s].title),
        // Notes and examples have a room of their own.
        Place::Alternative(_) | Place::Note(_) | Place::Example(_) => "Reference".into(),
    }
}

/// Below so many lines, what stands above a claim is soon out of sight.
const LOW: u16 = 12;

/// The page that explains it, for where it is shown.
pub(super) fn page<'a>(app: &'a App, look: &'a Look, body: Rect) -> Page<'a> {
    let cells = measure(body);
    let mut page = Page::new(look, cells);
    // The frame cuts a title that is longer than its line; a source's page begins with it anyway.
    let title = title(app);
    if width(&title) + 3 > cells && !matches!(app.subject(), Place::Source(_)) {
        page.text(&title, look.theme.strong);
    }
    match app.subject() {
        Place::Criterion(j) | Place::Claim(crate::decision::ClaimRef { criterion: j, .. }) => {
            criterion::write(&mut page, app, look, j, body.height < LOW);
        }
        Place::UseCase(u) => use_case::write(&mut page, app, look, u),
        Place::CaseStudy(k) => case_study::write(&mut page, app, look, k),
        Place::Source(s) => source::write(&mut page, app, look, s),
        Place::Alternative(_) | Place::Note(_) | Place::Example(_) => {}
    }
    page
}

/// The name of an alternative.
fn name_of(app: &App, a: usize) -> &str {
    &app.decision().alternatives[a].name
}

/// An alternative on so many cells: its name, behind its tag where it has to be cut.
pub(super) fn called(app: &App, look: &Look, a: usize, cells: usize) -> String {
    let name = name_of(app, a);
    if width(name) <= cells { name.to_owned() } else { tagged(app, look, a, cells) }
}

/// The tag of an alternative, and as much of its name as has room.
pub(super) fn tagged(app: &App, look: &Look, a: usize, cells: usize) -> String {
    let tag = look.tag(Some(a)).content;
    let room = cells.saturating_sub(width(&tag) + 1);
    // Less than that says nothing.
    if room < 3 {
        return tag.into_owned();
    }
    let names = app.decision().alternatives.iter().map(|it| it.name.as_str());
    format!("{tag} {}", cut_apart(name_of(app, a), names, room, look.glyphs.ellipsis))
}

/// Who would lead, and by how much: `Node.js +12.8`.
fn verdict_span(app: &App, look: &Look, verdict: Verdict) -> Span<'static> {
    let who = verdict.leader.map_or("a tie", |a| &app.decision().alternatives[a].name);
    let style = look.theme.leader(verdict.leader).patch(look.theme.strong);
    Span::styled(format!("{who} {}", signed(verdict.margin)), style)
}

/// The page of an alternative, a note or an example, on so many cells.
pub(super) fn reference_page<'a>(
    place: Place,
    app: &'a App,
    look: &'a Look,
    cells: usize,
) -> Page<'a> {
    let mut page = Page::new(look, cells);
    match place {
        Place::Alternative(a) => alternative::write(&mut page, app, look, a),
        Place::Note(n) => note::write(&mut page, app, look, n),
        Place::Example(e) => example::write(&mut page, app, look, e),
        _ => {}
    }
    page
}
