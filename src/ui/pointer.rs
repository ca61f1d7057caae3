//! What is under the mouse, by the same layout that the screen is drawn with.

use ratatui::crossterm::event::{MouseEvent, MouseEventKind};
use ratatui::layout::{Rect, Size};

use super::criteria::{self, Row};
use super::detail::what_if;
use super::layout::Places;
use super::slider::moved_to;
use super::text::width;
use super::{Look, border, detail, header, layout, neighbours, overlay};
use crate::app::{App, Handle, Pane, Tab, Target};
use crate::search::Place;

/// Cells at the end of the first line that stand for help.
const HELP: u16 = 8;

/// What is under the mouse on a screen of this size. While something is dragged, it is that,
/// wherever the mouse has got to.
#[must_use]
pub fn target(app: &App, look: &Look, size: Size, event: MouseEvent) -> Target {
    let screen = Rect::from((ratatui::layout::Position::ORIGIN, size));
    let (x, y) = (event.column, event.row);
    let Some(places) = layout::places(app, screen) else { return Target::Nothing };
    let drags = matches!(event.kind, MouseEventKind::Drag(_) | MouseEventKind::Up(_));
    if let (true, Some(handle)) = (drags, app.dragging())
        && let Some(target) = dragged(app, look, &places, handle, (x, y))
    {
        return target;
    }
    if let Some(overlay) = app.overlay() {
        return overlay::target(overlay, app, look, screen, (x, y).into());
    }
    if let Some(target) = divider_at(&places, (x, y)) {
        return target;
    }
    if let Some(area) = places.preview.filter(|area| area.contains((x, y).into())) {
        return in_preview(app, look, area, (x, y));
    }
    if let Some(pane) = neighbours::at(app, look, &places, (x, y)) {
        return Target::Pane(pane);
    }
    for pane in Pane::ALL {
        let Some(area) = places.pane(pane) else { continue };
        if area.contains((x, y).into()) {
            return in_pane(app, look, pane, area, x, y);
        }
    }
    if y == places.header.y && x.saturating_add(HELP) >= places.header.right() {
        return Target::Help;
    }
    header::bar_at(app, &places, (x, y)).map_or(Target::Nothing, Target::Bar)
}

/// Where what is dragged would come to be; `None` when it is out of sight.
fn dragged(
    app: &App,
    look: &Look,
    places: &Places,
    handle: Handle,
    (x, y): (u16, u16),
) -> Option<Target> {
    if let Some(overlay) = app.overlay() {
        return overlay::dragged(overlay, app, look, places.screen, handle, x);
    }
    match handle {
        Handle::Slider(j) => Some(slider(app, look, inside(places.pane(Pane::Criteria)?), j, x)),
        Handle::Chart(j) | Handle::Map(j, _) => {
            let body = match places.preview {
                Some(area) => inside(area),
                None => detail::split(app, inside(places.pane(Pane::Detail)?)).1,
            };
            what_if::at(app, look, j, body, handle, (x, y))
        }
        Handle::Divider(at) => divider(places, at, x),
        Handle::Trust(_) => None,
    }
}

/// The divider that is drawn at a position: the frames of the panes at its sides.
fn divider_at(places: &Places, (x, y): (u16, u16)) -> Option<Target> {
    let is_there = |at: &usize| {
        places.divider(*at).is_some_and(|(_, edge)| {
            (places.header.bottom()..places.status.y).contains(&y) && (x == edge || x + 1 == edge)
        })
    };
    (0..places.dividers.len()).find(is_there).and_then(|at| divider(places, at, x))
}

/// Where a divider would come to stand with the mouse in a column; where it is drawn, nothing moves.
fn divider(places: &Places, at: usize, x: u16) -> Option<Target> {
    let (divider, edge) = places.divider(at)?;
    let (x, edge) = (i32::from(x), i32::from(edge));
    let by = if x < edge { (x + 1 - edge).min(0) } else { x - edge };
    let moved = i32::from(divider.moved) + by;
    let moved = moved.clamp(divider.least.into(), divider.most.into());
    Some(Target::Divider(at, i16::try_from(moved).unwrap_or(divider.moved)))
}

/// What if, below the criteria.
fn in_preview(app: &App, look: &Look, area: Rect, at: (u16, u16)) -> Target {
    let j = app.selected(Pane::Criteria);
    match what_if::target(app, look, j, inside(area), at) {
        Target::Pane(_) => Target::Pane(Pane::Criteria),
        target => target,
    }
}

fn inside(area: Rect) -> Rect {
    border::inside(area)
}

fn slider(app: &App, look: &Look, inside: Rect, criterion: usize, x: u16) -> Target {
    let columns = criteria::columns(app, look, inside);
    let start = i32::from(inside.x) + i32::try_from(columns.slider_start()).unwrap_or(0);
    let column = i32::from(x) - start;
    let now = app.judgement().weight(criterion);
    let moved = moved_to(column, now.size() / 10.0, columns.slider);
    Target::Slider(criterion, moved.unwrap_or(now))
}

fn in_pane(app: &App, look: &Look, pane: Pane, area: Rect, x: u16, y: u16) -> Target {
    let inside = inside(area);
    if !inside.contains((x, y).into()) {
        return Target::Pane(pane);
    }
    let row = usize::from(y - inside.y) + app.view.pane(pane).offset;
    let hit = match pane {
        Pane::UseCases => (row < app.count(pane)).then_some(row),
        Pane::CaseStudies => app.case_studies().get(row).copied(),
        Pane::Criteria => match criteria::rows(app, inside.height).get(row) {
            Some(Row::Criterion(j)) => {
                let columns = criteria::columns(app, look, inside);
                let cell = usize::from(x - inside.x);
                let track = columns.slider_start()..columns.slider_start() + columns.slider;
                if track.contains(&cell) {
                    return slider(app, look, inside, *j, x);
                }
                Some(*j)
            }
            _ => None,
        },
        Pane::Detail => return in_detail(app, look, inside, x, y),
    };
    hit.map_or(Target::Pane(pane), |index| Target::Row(pane, index))
}

fn in_detail(app: &App, look: &Look, inside: Rect, x: u16, y: u16) -> Target {
    let (tabs, body) = detail::split(app, inside);
    if tabs.is_some_and(|area| area.contains((x, y).into())) {
        let cell = usize::from(x - inside.x);
        let hit = detail::tabs(inside.width)
            .find(|(tab, start)| (*start..*start + width(tab.title())).contains(&cell));
        return hit.map_or(Target::Pane(Pane::Detail), |(tab, _)| Target::Tab(tab));
    }
    if let (Place::Criterion(j), Tab::WhatIf) = (app.subject(), app.tab()) {
        return what_if::target(app, look, j, body, (x, y));
    }
    if let Some(scenario) = detail::scenario_at(app, body, y) {
        return Target::Row(Pane::Detail, scenario);
    }
    let Some(line) = y.checked_sub(body.y) else { return Target::Pane(Pane::Detail) };
    let line = usize::from(line) + app.view.pane(Pane::Detail).offset;
    let page = detail::page(app, look, body);
    let item = page.item_at(line).filter(|item| *item < app.count(Pane::Detail));
    item.map_or(Target::Pane(Pane::Detail), |item| Target::Row(Pane::Detail, item))
}
