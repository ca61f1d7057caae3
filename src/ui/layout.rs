//! Where everything goes. Drawing and the mouse use the same layout, so they cannot disagree.
//!
//! Three columns read as a decision runs: what are we building, and who did it? → what matters to
//! us? → why, and what if? Where there is no room for three, two are shown, and where there is no
//! room for two, one: whichever has the keys, with its neighbour.
//!
//! ```text
//! ┌ header ─────────────────────────────────────────┐
//! │ title · use case · ? help                       │
//! │ bars                     verdict in words       │
//! ├ use cases ──┬ criteria ────────┬ detail ────────┤
//! │             │                  │                │
//! ├ case studies┤                  │                │
//! │             │                  │                │
//! ├ status ─────┴──────────────────┴────────────────┤
//! ```

use ratatui::layout::{Constraint, Layout, Rect, Size};

use crate::app::{App, Pane};

/// Below this there is room for nothing but a request for more.
pub(super) const SMALLEST: Size = Size { width: 30, height: 8 };

/// Below this, one pane at a time.
const TWO_COLUMNS: Size = Size { width: 60, height: 16 };

/// From this width on, all panes.
const THREE_COLUMNS: u16 = 110;

/// How high the header is at most.
const TALL_HEADER: u16 = 30;

/// Where everything goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Places {
    /// The whole screen.
    pub(super) screen: Rect,
    /// Title and verdict.
    pub(super) header: Rect,
    panes: [Option<Rect>; 4],
    /// The last line.
    pub(super) status: Rect,
}

impl Places {
    /// Where a pane goes; `None` when it is out of sight.
    pub(super) fn pane(&self, pane: Pane) -> Option<Rect> {
        self.panes[pane as usize]
    }
}

/// Where everything goes on a screen of this size; `None` when it is too small.
pub(super) fn places(app: &App, screen: Rect) -> Option<Places> {
    if screen.width < SMALLEST.width || screen.height < SMALLEST.height {
        return None;
    }
    let header_height = header_height(app, screen);
    let [header, body, status] = Layout::vertical([
        Constraint::Length(header_height),
        Constraint::Fill(1),
        Constraint::Length(1),
    ])
    .areas(screen);

    let mut panes = [None; 4];
    let mut put = |pane: Pane, area: Rect| panes[pane as usize] = Some(area);
    let focus = app.focus();
    if screen.width < TWO_COLUMNS.width || screen.height < TWO_COLUMNS.height {
        put(focus, body);
    } else if screen.width < THREE_COLUMNS {
        match focus {
            Pane::UseCases | Pane::CaseStudies => {
                let [lists, criteria] =
                    Layout::horizontal([Constraint::Percentage(43), Constraint::Fill(1)])
                        .areas(body);
                let (use_cases, case_studies) = stack(app, lists);
                put(Pane::UseCases, use_cases);
                put(Pane::CaseStudies, case_studies);
                put(Pane::Criteria, criteria);
            }
            Pane::Criteria | Pane::Detail => {
                let [criteria, detail] =
                    Layout::horizontal([Constraint::Percentage(57), Constraint::Fill(1)])
                        .areas(body);
                put(Pane::Criteria, criteria);
                put(Pane::Detail, detail);
            }
        }
    } else {
        let lists = (screen.width / 4).clamp(28, 44);
        let [lists, criteria, detail] = Layout::horizontal([
            Constraint::Length(lists),
            Constraint::Fill(12),
            Constraint::Fill(9),
        ])
        .areas(body);
        let (use_cases, case_studies) = stack(app, lists);
        put(Pane::UseCases, use_cases);
        put(Pane::CaseStudies, case_studies);
        put(Pane::Criteria, criteria);
        put(Pane::Detail, detail);
    }
    Some(Places { screen, header, panes, status })
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
    let [use_cases, case_studies] =
        Layout::vertical([Constraint::Length(above), Constraint::Fill(1)]).areas(column);
    (use_cases, case_studies)
}

/// How many bars the header shows: of more than four alternatives, the first three.
pub(super) fn bars(app: &App) -> usize {
    match app.decision().alternatives.len() {
        all @ ..=4 => all,
        _ => 3,
    }
}

/// Title, bars, and where there is room the axis and air.
fn header_height(app: &App, screen: Rect) -> u16 {
    let bars = u16::try_from(bars(app)).unwrap_or(3);
    if screen.height >= TALL_HEADER {
        bars.max(2) + 4
    } else if screen.height >= 12 {
        1 + bars.max(2)
    } else {
        2
    }
}

/// A box in the middle of the screen for an overlay, of at most this size.
pub(super) fn middle(screen: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(screen.width.saturating_sub(2)).max(1);
    let height = height.min(screen.height.saturating_sub(2)).max(1);
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height - height) / 2,
        width,
        height,
    }
}
