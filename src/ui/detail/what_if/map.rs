//! The map: who leads as the weights of two criteria run from 0 to 10 each.
//!
//! Regions differ by what fills them as well as by colour, and have the name of whoever leads in
//! them. Their borders are drawn from the polygons' edges, in dots finer than cells.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::plot::{self, LABELS, Label, Stroke};
use super::{Frills, Slot, legend, say, wrapped};
use crate::app::App;
use crate::assessment::Region;
use crate::ui::text::{cut_apart, width};
use crate::ui::{Frame, Look};

/// Height of the plot at most.
const TALLEST: u16 = 24;

/// What a criterion's map is drawn over, or why there is none.
pub(super) enum Across {
    /// The criterion on the other axis.
    Other(usize),
    /// What to do about there being none.
    Note(String),
}

impl Across {
    /// `None` where there is nothing to say of a map either: no other criterion, or this one is out
    /// of the score, which the chart says.
    pub(super) fn of(app: &App, criterion: usize) -> Option<Self> {
        let exclusion = |j| app.assessment().exclusion(j);
        if exclusion(criterion).is_some() {
            return None;
        }
        if app.held() == Some(criterion) {
            let note = "The second axis. Select another criterion to see the map.";
            return Some(Self::Note(note.into()));
        }
        let other = app.other_axis(criterion)?;
        if exclusion(other).is_none() {
            return Some(Self::Other(other));
        }
        let name = &app.judgement().criterion(app.decision(), other).name;
        Some(Self::Note(format!("No map: {name}, its second axis, is out of the score.")))
    }

    pub(super) fn frills(&self, look: &Look, cells: u16) -> Frills {
        let (above, words, tallest) = match self {
            Self::Other(_) => (1, legend::LINES, TALLEST),
            Self::Note(note) => {
                (0, u16::try_from(wrapped(note, cells).len()).unwrap_or(legend::LINES), 0)
            }
        };
        Frills { above, words, sides: plot::sides(look), tallest }
    }
}

pub(super) fn draw(
    app: &App,
    look: &Look,
    criterion: usize,
    across: Across,
    slot: Slot,
    frame: &mut Frame,
) {
    let cells = slot.words.width;
    let words = match across {
        Across::Other(other) => {
            let regions = app.assessment().regions(criterion, other);
            let words = match slot.plot {
                Some(_) => vec![legend::legend(app, look, &regions, cells)],
                None => legend::words(app, look, &regions, (criterion, other), cells),
            };
            if let Some(plot) = slot.plot {
                Map { app, look, criterion, other, regions }.draw(plot, frame);
            }
            words
        }
        Across::Note(note) => {
            wrapped(&note, cells).into_iter().map(|it| Line::styled(it, look.theme.dim)).collect()
        }
    };
    say(words, slot.words, frame);
}

/// The map of two criteria.
struct Map<'a> {
    app: &'a App,
    look: &'a Look,
    criterion: usize,
    other: usize,
    regions: Vec<Region>,
}

impl Map<'_> {
    fn draw(&self, plot: Rect, frame: &mut Frame) {
        self.fill(plot, frame);
        plot::strokes(self.look, plot, (0.0, 10.0), &[(borders(&self.regions), "#")], frame);
        let here = (self.weight(self.criterion), self.weight(self.other));
        let here = (plot::column(plot, here.0), plot::line(plot, here.1, (0.0, 10.0)));
        for region in &self.regions {
            self.name(plot, region, here, frame);
        }
        self.mark(plot, here, frame);
        self.axes(plot, here, frame);
    }

    fn weight(&self, criterion: usize) -> f64 {
        self.app.judgement().weight(criterion).size()
    }

    fn fill(&self, plot: Rect, frame: &mut Frame) {
        let buffer = frame.buffer_mut();
        for y in plot.y..plot.bottom() {
            for region in &self.regions {
                let (symbol, style) =
                    (self.look.glyphs.fill(region.leader), self.look.theme.leader(region.leader));
                for x in columns(plot, region, y) {
                    buffer[(x, y)].set_symbol(symbol).set_style(style);
                }
            }
        }
    }

    /// Who leads in a region, in the middle of it: the name, or where there is no room its tag.
    fn name(&self, plot: Rect, region: &Region, here: (u16, u16), frame: &mut Frame) {
        let name = match region.leader {
            Some(a) => self.app.decision().alternatives[a].name.clone(),
            None => "tied".into(),
        };
        let tag = self.look.tag(region.leader).content.trim().to_owned();
        for text in [name, tag] {
            let cells = u16::try_from(width(&text)).unwrap_or(u16::MAX).saturating_add(2);
            let Some((start, y)) = spot(plot, region, cells, here) else { continue };
            let style = self.look.theme.leader(region.leader).patch(self.look.theme.strong);
            frame.buffer_mut().set_string(start, y, format!(" {text} "), style);
            return;
        }
    }

    /// Where the sliders stand, with air around it, but for a border that is close.
    fn mark(&self, plot: Rect, (x, y): (u16, u16), frame: &mut Frame) {
        let buffer = frame.buffer_mut();
        for x in [x.wrapping_sub(1), x + 1].into_iter().filter(|x| plot.contains((*x, y).into())) {
            let beside = &mut buffer[(x, y)];
            if self.look.glyphs.fills.contains(&beside.symbol()) {
                beside.set_symbol(" ");
            }
        }
        let thumb = &mut buffer[(x, y)];
        thumb.reset();
        thumb.set_symbol(self.look.glyphs.thumb).set_style(self.look.theme.strong);
    }

    fn axes(&self, plot: Rect, (x, y): (u16, u16), frame: &mut Frame) {
        let Look { theme, glyphs, .. } = self.look;
        plot::axes(self.look, plot, frame);
        for (y, end) in [(plot.y, "10"), (plot.bottom() - 1, "0")] {
            plot::beside(plot, y, end, theme.dim, frame);
        }
        let up = self.app.judgement().weight(self.other).to_string();
        plot::beside(plot, y, &up, theme.strong, frame);
        let across = self.app.judgement().weight(self.criterion);
        let label =
            Label { at: across.size(), text: across.to_string(), style: theme.strong, reach: 0 };
        plot::below(self.look, plot, vec![label], frame);
        let name = |j: usize, cells: u16| {
            let name =
                |j: usize| self.app.judgement().criterion(self.app.decision(), j).name.as_str();
            let others = (0..self.app.judgement().criteria_count()).map(name);
            cut_apart(name(j), others, cells.into(), self.look.glyphs.ellipsis)
        };
        let buffer = frame.buffer_mut();
        let above = name(self.other, plot.width + LABELS - 1);
        buffer.set_string(plot.x - LABELS + 1, plot.y - 1, above, theme.heading);
        // The name stands in the axis, on the side of the notch that has more room.
        let (before, after) = (x - plot.x, plot.right() - x - 1);
        let along = name(self.criterion, before.max(after).saturating_sub(3));
        let cells = u16::try_from(width(&along)).unwrap_or(0);
        let start = if after >= before { plot.right() - cells - 2 } else { plot.x + 1 };
        if cells > 0 {
            buffer.set_string(start, plot.bottom(), format!(" {along} "), theme.heading);
        }
        for notch in [(x, plot.bottom()), (plot.x - 1, y)] {
            buffer[notch].set_symbol(glyphs.notch).set_style(theme.heading);
        }
    }
}

/// The weight that a line of the plot stands for.
fn height(plot: Rect, y: u16) -> f64 {
    10.0 * f64::from(plot.bottom() - 1 - y) / f64::from(plot.height.max(2) - 1)
}

/// The columns whose middles lie in a region, on a line of the plot.
fn columns(plot: Rect, region: &Region, y: u16) -> std::ops::Range<u16> {
    const HAIR: f64 = 1e-9;
    let Some((from, to)) = region.span(height(plot, y)) else { return 0..0 };
    let last = f64::from(plot.width.max(2) - 1);
    let cells = |weight: f64| weight / 10.0 * last;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the plot by the clamp"
    )]
    let whole = |cell: f64| cell.clamp(0.0, f64::from(plot.width)) as u16;
    let (from, to) = (cells(from) - HAIR, cells(to) + HAIR);
    plot.x + whole(from.ceil())..plot.x + whole(to.floor() + 1.0)
}

/// Where so many cells have room in a region: in the middle of the line nearest to the region's own
/// middle, and not on the present point.
fn spot(plot: Rect, region: &Region, cells: u16, here: (u16, u16)) -> Option<(u16, u16)> {
    let middle = region.corners.iter().map(|corner| corner.1);
    let middle = middle.sum::<f64>() / region.corners.len() as f64;
    let mut lines: Vec<u16> = (plot.y..plot.bottom()).collect();
    let distance = |y: u16| (height(plot, y) - middle).abs();
    lines.sort_by(|&x, &y| distance(x).total_cmp(&distance(y)));
    lines.into_iter().find_map(|y| {
        let columns = columns(plot, region, y);
        let room = columns.end.saturating_sub(columns.start);
        // A cell of the region on either side.
        let spare = room.checked_sub(cells + 2)?;
        let start = columns.start + 1 + spare / 2;
        let covers = y == here.1 && (start..start + cells + 1).contains(&(here.0 + 1));
        (!covers).then_some((start, y))
    })
}

/// The borders between regions. Each is an edge of two of them, and drawn twice.
fn borders(regions: &[Region]) -> Vec<Stroke> {
    let borders = regions.iter().flat_map(Region::borders);
    borders.map(|(from, to)| Stroke { from, to, style: Style::new() }).collect()
}
