//! Where everything goes. Drawing and the mouse use the same layout, so they cannot disagree.
//!
//! Three columns read as a decision runs: what are we building, and who did it? → what matters to
//! us? → why, and what if? Where there is no room for three, two are shown, and where there is no
//! room for two, one: whichever has the keys, with its neighbour.
//!
//! ```text
//! ┌ header ─────────────────────────────────────────┐
//! │ title · use case · ? help                       │
//! │ verdict in words                 bars           │
//! ├ use cases ──┬ criteria ────────┬ detail ────────┤
//! │             │                  │                │
//! ├ case studies┤                  │                │
//! │             │                  │                │
//! ├ status ─────┴──────────────────┴────────────────┤
//! ```

use ratatui::layout::{Rect, Size};

use super::criteria::airy_rows;
use super::header;
use crate::app::{App, Divider, Pane, Tab};

/// Below this there is room for nothing but a request for more.
pub(super) const SMALLEST: Size = Size { width: 30, height: 8 };

/// Below this, one pane at a time.
const TWO_COLUMNS: Size = Size { width: 60, height: 16 };

/// From this width on, all panes.
const THREE_COLUMNS: u16 = 110;

/// How narrow each column can be made: the lists, the criteria, the right pane.
const NARROWEST: [u16; 3] = [22, 34, 30];

/// What a view of what-if below the criteria needs.
const PREVIEW: Size = Size { width: 86, height: 18 };

/// From this width on, the bars of the header stand beside its words.
const BESIDE_WORDS: u16 = 80;

/// On a narrower screen bars have no room, and a line says what they would show.
const NARROWEST_BARS: u16 = 40;

/// From this height on, the header says more than the verdict.
const ROOMY_HEADER: u16 = 20;

/// On a lower screen the header has one line below its title.
const LOWEST_HEADER: u16 = 12;

/// On a lower screen bars have no room below the words, and a line says what they would show.
const LOWEST_BARS: u16 = 16;

/// Lines that an overlay has at least below the header; with fewer it goes over it, too.
const OVERLAY: u16 = 8;

/// Cells and lines at either side of an overlay that show enough of what is below it to be worth it.
const BESIDE: (u16, u16) = (4, 2);

/// Where everything goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Places {
    /// The whole screen.
    pub(super) screen: Rect,
    /// Title and verdict.
    pub(super) header: Rect,
    panes: [Option<Rect>; 4],
    /// Below the criteria, where they leave much room: what if.
    pub(super) preview: Option<Rect>,
    /// The last line.
    pub(super) status: Rect,
    /// What the user can move between the columns.
    pub(super) dividers: [Option<Divider>; 2],
}

impl Places {
    /// Where a pane goes; `None` when it is out of sight.
    pub(super) fn pane(&self, pane: Pane) -> Option<Rect> {
        self.panes[pane as usize]
    }

    /// Cells of the words in the header, where the bars stand beside them: up to the right pane.
    pub(super) fn words_width(&self) -> u16 {
        let usual = (self.screen.width * 59 + 50) / 100;
        let detail = self.pane(Pane::Detail).map(|it| it.x - self.screen.x);
        detail.filter(|it| *it > self.screen.width / 3).unwrap_or(usual)
    }

    /// A divider between two columns, and the first cell to the right of it.
    pub(super) fn divider(&self, at: usize) -> Option<(Divider, u16)> {
        let right = [Pane::Criteria, Pane::Detail][at];
        Some((self.dividers[at]?, self.pane(right)?.x))
    }
}

/// Where everything goes on a screen of this size; `None` when it is too small.
pub(super) fn places(app: &App, screen: Rect) -> Option<Places> {
    if screen.width < SMALLEST.width || screen.height < SMALLEST.height {
        return None;
    }
    let (header, rest) = cut(screen, header_height(app, screen));
    let (body, status) = cut(rest, rest.height.saturating_sub(1));
    let mut places =
        Places { screen, header, panes: [None; 4], preview: None, status, dividers: [None; 2] };
    let is_small = screen.width < TWO_COLUMNS.width || screen.height < TWO_COLUMNS.height;
    if is_small || app.arrangement().zoomed {
        places.put(app.focus(), body);
    } else {
        places.columns(app, body);
    }
    Some(places)
}

impl Places {
    fn put(&mut self, pane: Pane, area: Rect) {
        self.panes[pane as usize] = Some(area);
    }

    /// Two columns or three, with the dividers where the user wants them, as far as that goes.
    fn columns(&mut self, app: &App, body: Rect) {
        let [lists, criteria, detail] = NARROWEST;
        let moved = app.arrangement().moved;
        let width = body.width;
        let part = |from: u16, to: u16| Rect { x: body.x + from, width: to - from, ..body };
        if width >= THREE_COLUMNS {
            let usual = (width / 4).clamp(28, 44);
            // Three parts of what is left against two.
            let usual_right = usual + ((width - usual) * 3 + 2) / 5;
            let least = lists + criteria;
            let (right, divider) = divide(usual_right, moved[1], least, width - detail);
            let (left, other) = divide(usual, moved[0], lists, right - criteria);
            let least = i16::try_from(left + criteria).unwrap_or(i16::MAX);
            let least = least.saturating_sub(i16::try_from(usual_right).unwrap_or(0));
            self.dividers = [Some(other), Some(Divider { least, ..divider })];
            self.put_lists(app, part(0, left));
            self.put_criteria(app, part(left, right));
            self.put(Pane::Detail, part(right, width));
            return;
        }
        // As wide beside the lists as beside the detail, so that no slider changes.
        let usual = (width * 59 + 50) / 100;
        if matches!(app.focus(), Pane::UseCases | Pane::CaseStudies) {
            let (at, divider) = divide(width - usual, moved[0], lists, width - criteria);
            self.dividers[0] = Some(divider);
            self.put_lists(app, part(0, at));
            self.put(Pane::Criteria, part(at, width));
        } else {
            let (at, divider) = divide(usual, moved[1], criteria, width - detail);
            self.dividers[1] = Some(divider);
            self.put(Pane::Criteria, part(0, at));
            self.put(Pane::Detail, part(at, width));
        }
    }

    /// The criteria, and below them what if, where there is room that they do not need.
    fn put_criteria(&mut self, app: &App, column: Rect) {
        let rows = u16::try_from(airy_rows(app).len()).unwrap_or(u16::MAX).saturating_add(2);
        let left = column.height.saturating_sub(rows);
        let elsewhere = app.tab() == Tab::WhatIf;
        if left < PREVIEW.height || column.width < PREVIEW.width || elsewhere {
            self.put(Pane::Criteria, column);
            return;
        }
        self.put(Pane::Criteria, Rect { height: rows, ..column });
        self.preview = Some(Rect { y: column.y + rows, height: left, ..column });
    }

    fn put_lists(&mut self, app: &App, column: Rect) {
        let (use_cases, case_studies) = stack(app, column);
        self.put(Pane::UseCases, use_cases);
        self.put(Pane::CaseStudies, case_studies);
    }
}

/// Where a divider comes to stand that has been moved from its usual place, within these bounds.
fn divide(usual: u16, moved: i16, least: u16, most: u16) -> (u16, Divider) {
    let most = most.max(least);
    let at = usual.saturating_add_signed(moved).clamp(least, most);
    let from_usual = |it: u16| i16::try_from(i32::from(it) - i32::from(usual)).unwrap_or(0);
    let divider =
        Divider { moved: from_usual(at), least: from_usual(least), most: from_usual(most) };
    (at, divider)
}

/// The use cases above the case studies, with room by how many there are.
fn stack(app: &App, column: Rect) -> (Rect, Rect) {
    let lines = |pane| u16::try_from(app.count(pane).clamp(3, 60)).unwrap_or(60) + 2;
    let (above, below) = (lines(Pane::UseCases), lines(Pane::CaseStudies));
    let fair = u32::from(column.height) * u32::from(above) / u32::from(above + below);
    let fair = u16::try_from(fair).unwrap_or(column.height);
    let above = if above + below <= column.height {
        // Everything fits: the lower pane takes what is over.
        above
    } else {
        fair.clamp(column.height / 3, column.height - column.height / 3)
    };
    cut(column, above)
}

/// An area in two, the upper one so high.
fn cut(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    (Rect { height, ..area }, Rect { y: area.y + height, height: area.height - height, ..area })
}

/// How many bars the header shows at most, or lines in their place.
pub(super) fn bars(app: &App) -> usize {
    app.assessment().compared().len().min(4)
}

/// Whether the bars of the header stand beside its words.
pub(super) const fn bars_beside(screen: Rect) -> bool {
    screen.width >= BESIDE_WORDS
}

/// Whether the header has bars at all.
pub(super) const fn has_bars(screen: Rect) -> bool {
    let has_room_below = screen.width >= NARROWEST_BARS && screen.height >= LOWEST_BARS;
    screen.height >= LOWEST_HEADER && (bars_beside(screen) || has_room_below)
}

/// Title, words and bars: five lines at most.
fn header_height(app: &App, screen: Rect) -> u16 {
    let bars = u16::try_from(bars(app)).unwrap_or(4);
    let words = u16::try_from(header::lines(app)).unwrap_or(4);
    if screen.height < LOWEST_HEADER {
        2
    } else if !has_bars(screen) {
        3
    } else if bars_beside(screen) {
        let lines = words.max(bars);
        1 + if screen.height < ROOMY_HEADER { lines.min(2) } else { lines }
    } else {
        // The words have at least as many lines as the bars.
        let most = if screen.height < ROOMY_HEADER { 3 } else { 4 };
        1 + (words + bars).min(most)
    }
}

/// Where overlays may go: over the panes, so that the verdict can be read beside them. Where that is
/// too little they go over the header as a whole, not over a part of it.
pub(super) fn over_panes(app: &App, screen: Rect) -> Rect {
    let (_, panes) = cut(screen, header_height(app, screen));
    let room = if panes.height > OVERLAY { panes } else { screen };
    Rect { height: room.height.saturating_sub(1), ..room }
}

/// The width of an overlay that wants so many cells, where it may go. It takes them all rather than
/// leave a shred of the panes at its sides.
pub(super) const fn overlay_width(wanted: u16, room: Rect) -> u16 {
    grown(wanted, room.width, BESIDE.0)
}

/// A box for an overlay in the middle of where it may go, of this width, and as high as it wants to
/// be, or almost.
pub(super) const fn middle(room: Rect, width: u16, wanted: u16) -> Rect {
    let height = grown(wanted, room.height, BESIDE.1);
    let (x, y) = (room.x + (room.width - width) / 2, room.y + (room.height - height) / 2);
    Rect { x, y, width, height }
}

/// So much of a room as is wanted, or all of it where less than this would be left at either side.
const fn grown(wanted: u16, room: u16, beside: u16) -> u16 {
    if wanted.saturating_add(2 * beside) > room { room } else { wanted }
}
