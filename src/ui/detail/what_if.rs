//! What if: who would lead as weights change, of this criterion and of a second one.
//!
//! ```text
//!   80│              ┊   ⣀⡠⠤⠒⠉ D     the chart: the scores as one weight runs from 0 to 10
//!     │⠒⠒⠤⠤⣀⣀  67.5  ┊⠤⠊⠉
//!     │      ⠉⠉⠑●⠢⠤⠤⠊┊⠉⠒⠒⠤⠤⣀⣀
//!   40│⠉⠉             ┊      ⠉⠒ N
//!     ╰─────────●───────────────
//!      0       3.5   5.2      10
//!  Node.js leads from 0.0 to 5.2
//!
//!  Security                          the map: who leads as two weights run from 0 to 10
//!   10│╱╱╱╱╱╱╱╱╱╱╱⡠⠊·········
//!  6.0┼╱╱ Node.js ● · Django ·
//!    0│╱╱╱╱╱╱⡠⠊··············
//!     ╰─────────┼───── Real-time
//!      0       3.5            10
//!  ╱╱ Node.js leads on 58%  ·· Django on 42%
//! ```
//!
//! Owns where the two go: beside each other, one above the other, or one at a time, which are then
//! two pages to scroll between. Drawing and the mouse use the same arrangement, and it does not hang on
//! what follows from the weights, so that nothing moves under the mouse.

mod chart;
mod legend;
mod map;
mod plot;

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, Command, Context, Handle, Pane, Target, Window};
use crate::ui::slider::weight_at;
use crate::ui::text::wrap;
use crate::ui::{Frame, Look};
use map::Across;

/// From this width on the two are beside each other.
const BESIDE: u16 = 84;

/// Lines that a plot needs, at least, to say more than words.
const LOWEST: u16 = 3;

/// Lines that it has before there are words below it.
const LOW: u16 = 4;

/// The same where it takes room from another plot.
const LOWEST_OF_TWO: u16 = 5;

/// Cells that a plot needs, at least.
const NARROWEST: u16 = 8;

/// What a part of the tab needs around its plot.
struct Frills {
    /// Lines above the plot.
    above: u16,
    /// Lines of words below the plot and its axis, at most.
    words: u16,
    /// Cells at the left and right of the plot.
    sides: (u16, u16),
    /// How high the plot is at most; 0 where there is none.
    tallest: u16,
}

/// Lines of an axis and its labels.
const AXIS: u16 = 2;

impl Frills {
    /// Lines of all but the plot.
    fn lines(&self) -> u16 {
        self.above + self.words + if self.tallest > 0 { AXIS } else { 0 }
    }

    /// Where the plot and the words go.
    fn slot(&self, area: Rect) -> Slot {
        let width = area.width.saturating_sub(self.sides.0 + self.sides.1);
        let room = area.height.saturating_sub(self.above + AXIS);
        // Where all is short, the axis says more than the words do.
        let words = self.words.min(room.saturating_sub(LOW));
        let height = (room - words).min(self.tallest);
        if width < NARROWEST || height < LOWEST {
            return Slot { plot: None, words: area };
        }
        let plot = Rect { x: area.x + self.sides.0, y: area.y + self.above, width, height };
        let used = self.above + height + AXIS;
        let words = Rect { y: area.y + used, height: area.height - used, ..area };
        Slot { plot: Some(plot), words }
    }
}

/// Where a part of the tab goes.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The plot itself, without its axes; `None` where there is room for words only.
    plot: Option<Rect>,
    words: Rect,
}

/// Where everything goes.
struct Places {
    chart: Option<Slot>,
    map: Option<Slot>,
    /// Which of two pages is shown, where there are two.
    page: Option<usize>,
}

/// Where the two go. Of two pages the first is the map where the user asked for it.
fn places(app: &App, chart: &Frills, map: Option<&Frills>, body: Rect) -> Places {
    let Some(map) = map else {
        return Places { chart: Some(chart.slot(body)), map: None, page: None };
    };
    if body.width >= BESIDE && body.height >= chart.lines().max(map.lines()) + LOWEST_OF_TWO {
        let half = body.width / 2;
        let left = Rect { width: half, ..body };
        let right = Rect { x: body.x + half, width: body.width - half, ..body };
        return Places { chart: Some(chart.slot(left)), map: Some(map.slot(right)), page: None };
    }
    if map.tallest == 0 {
        // Nothing but words, which the chart makes room for as long as it keeps its plot.
        let needed = chart.above + LOWEST + AXIS + 1;
        let alone = chart.slot(body);
        if alone.plot.is_some() && body.height < needed + map.lines() {
            return Places { chart: Some(alone), map: None, page: None };
        }
        let words = map.lines().min(body.height);
        let most = body.height.saturating_sub(words + 1);
        let above = Rect { height: most.min(chart.lines() + chart.tallest), ..body };
        let below = Rect { y: body.bottom() - words, height: words, ..body };
        let below = Rect { y: below.y.min(above.bottom() + 1), ..below };
        return Places { chart: Some(chart.slot(above)), map: Some(map.slot(below)), page: None };
    }
    let room = body.height.saturating_sub(chart.lines() + map.lines());
    if room >= 2 * LOWEST_OF_TWO {
        let of_chart = (room / 2).min(chart.tallest);
        let above = Rect { height: chart.lines() + of_chart, ..body };
        let below = Rect { y: above.bottom(), height: body.height - above.height, ..body };
        return Places { chart: Some(chart.slot(above)), map: Some(map.slot(below)), page: None };
    }
    let page = app.view.pane(Pane::Detail).offset.min(1);
    // The last line says how to turn the page.
    let body = Rect { height: body.height.saturating_sub(1), ..body };
    if (page == 0) == shows_map_first(app) {
        Places { chart: None, map: Some(map.slot(body)), page: Some(page) }
    } else {
        Places { chart: Some(chart.slot(body)), map: None, page: Some(page) }
    }
}

fn shows_map_first(app: &App) -> bool {
    app.held().is_some()
}

/// Draws the tab of a criterion, and says which page of it is in sight.
pub(super) fn draw(app: &App, look: &Look, j: usize, body: Rect, frame: &mut Frame) -> Window {
    let height = usize::from(body.height);
    if app.assessment().scores().is_none() {
        frame.render_widget(Line::styled(" No criterion is left to score.", look.theme.dim), body);
        return Window { offset: 0, height, length: height };
    }
    let across = Across::of(app, j);
    let frills = across.as_ref().map(|it| it.frills(look, body.width));
    let places = places(app, &chart::frills(app, look), frills.as_ref(), body);
    if let Some(slot) = places.chart {
        chart::draw(app, look, j, slot, frame);
    }
    if let (Some(slot), Some(across)) = (places.map, across) {
        map::draw(app, look, j, across, slot, frame);
    }
    let Some(page) = places.page else {
        return Window { offset: 0, height, length: height };
    };
    if app.focus() == Pane::Detail && body.height > 1 {
        let last = Rect { y: body.bottom() - 1, height: 1, ..body };
        frame.render_widget(page_turn(look, page, places.map.is_none()), last);
    }
    Window { offset: page, height, length: height + 1 }
}

/// How to get to the other page.
fn page_turn(look: &Look, page: usize, to_map: bool) -> Line<'static> {
    let command = if page == 0 { Command::Down } else { Command::Up };
    let Some(key) = look.key(Context::Panes, command) else { return Line::default() };
    let there = if to_map { "two criteria at once" } else { "this one alone" };
    Line::styled(format!(" {key} {there}"), look.theme.dim)
}

/// A text in lines, with a cell of air on both sides.
fn wrapped(text: &str, cells: u16) -> Vec<String> {
    let lines = wrap(text, usize::from(cells).saturating_sub(2)).into_iter();
    lines.map(|line| format!(" {line}")).collect()
}

/// The words below a plot, as far as there is room.
fn say(words: Vec<Line<'static>>, area: Rect, frame: &mut Frame) {
    for (line, y) in words.into_iter().zip(area.y..area.bottom()) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// Where the plots of the chart and of the map are, and the other axis of the map.
fn plots(app: &App, look: &Look, j: usize, body: Rect) -> (Option<Rect>, Option<(Rect, usize)>) {
    if app.assessment().scores().is_none() {
        return (None, None);
    }
    let across = Across::of(app, j);
    let frills = across.as_ref().map(|it| it.frills(look, body.width));
    let places = places(app, &chart::frills(app, look), frills.as_ref(), body);
    let other = match across {
        Some(Across::Other(other)) => Some(other),
        _ => None,
    };
    (places.chart.and_then(|it| it.plot), places.map.and_then(|it| it.plot).zip(other))
}

/// What is under the mouse.
pub(in crate::ui) fn target(
    app: &App,
    look: &Look,
    j: usize,
    body: Rect,
    (x, y): (u16, u16),
) -> Target {
    let (chart, map) = plots(app, look, j, body);
    let handle = match (chart, map) {
        (Some(plot), _) if plot::touches(plot, x, y) => Some(Handle::Chart(j)),
        (_, Some((plot, other))) if plot::touches(plot, x, y) => Some(Handle::Map(j, other)),
        _ => None,
    };
    let target = handle.and_then(|handle| at(app, look, j, body, handle, (x, y)));
    target.unwrap_or(Target::Pane(Pane::Detail))
}

/// Where the mouse moves what it has hold of to; `None` when that is out of sight. The present point
/// is a handle: where it is drawn, nothing moves.
pub(in crate::ui) fn at(
    app: &App,
    look: &Look,
    j: usize,
    body: Rect,
    handle: Handle,
    (x, y): (u16, u16),
) -> Option<Target> {
    let along = |j: usize, at: i32, from: i32, cells: u16| {
        let now = app.judgement().weight(j);
        let column = at - from;
        let kept = column == i32::from(plot::step(now.size(), cells));
        (j, if kept { now } else { weight_at(column, cells.into()) })
    };
    let across = |j: usize, plot: Rect| along(j, x.into(), plot.x.into(), plot.width);
    let (chart, map) = plots(app, look, j, body);
    match handle {
        Handle::Chart(j) => {
            let (j, weight) = across(j, chart?);
            Some(Target::Chart(j, weight))
        }
        Handle::Map(first, second) => {
            let (plot, other) = map?;
            // Upwards, from the lowest line.
            let (bottom, y) = (i32::from(plot.bottom()) - 1, i32::from(y));
            let up = along(second, bottom - y, 0, plot.height);
            (other == second).then(|| Target::Map([across(first, plot), up]))
        }
        Handle::Slider(_) | Handle::Divider(_) | Handle::Trust(_) => None,
    }
}
