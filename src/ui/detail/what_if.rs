//! What if: the score of each alternative as one importance runs from 0 to 10.
//!
//! ```text
//!   80 │
//!      │⠒⠒⠤⠤⣀⣀     ┊      ⣀⡠⠤⠒ D
//!      │      ⠉⠉⠑⠒⠢┊⠤⠒⠊⠉
//!      │  ⣀⣀⠤⠤⠒⠒⠉⠉ ┊⠉⠒⠒⠤⠤⣀⣀
//!   40 │⠉⠉         ┊       ⠉⠉⠒ N
//!      └────●─────────────────
//!       0         5.2       10
//! ```

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line as CanvasLine};

use crate::app::App;
use crate::assessment::tipping_points;
use crate::ui::Look;
use crate::ui::text::{cell, wrap};

/// Cells left of the plot: the scale's labels.
const LABELS: u16 = 5;

/// Lines that a plot has at most: more cannot be told apart.
const MOST_CURVES: usize = 6;

/// Bands that are said in words, at most.
const MOST_SENTENCES: usize = 3;

/// Height of the plot at most: a taller one shows no more.
const TALLEST: u16 = 20;

pub(super) fn draw(app: &App, look: &Look, j: usize, area: Rect, frame: &mut Frame) {
    let plot_width =
        area.width.saturating_sub(LABELS + 2 + u16::try_from(look.tag_width()).unwrap_or(2));
    let plot_height = area.height.saturating_sub(5).min(TALLEST);
    if app.assessment().scores().is_none() {
        frame.render_widget(Line::styled(" Nothing is left to score.", look.theme.dim), area);
        return;
    }
    if plot_width < 8 || area.height < 8 {
        say(app, look, j, area, frame);
        return;
    }
    let plot = Rect { x: area.x + LABELS, y: area.y, width: plot_width, height: plot_height };
    let (low, high) = range(app, j);
    axes(look, plot, (low, high), frame);
    marks(app, look, j, plot, frame);
    curves(app, look, j, plot, (low, high), frame);
    let below = Rect { y: plot.bottom() + 2, height: area.height - plot_height - 2, ..area };
    say(app, look, j, below, frame);
}

/// Says it in words.
fn say(app: &App, look: &Look, j: usize, area: Rect, frame: &mut Frame) {
    let sentences = sentences(app, look, j, area.width.into());
    for (line, y) in sentences.into_iter().zip(area.y..area.bottom()) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// The lowest and highest score that the plot has to show, widened to tens.
fn range(app: &App, j: usize) -> (f64, f64) {
    let (mut low, mut high) = (100.0_f64, 0.0_f64);
    for tenth in 0..=100 {
        for score in app.assessment().scores_at(j, f64::from(tenth) / 10.0).unwrap_or_default() {
            low = low.min(score);
            high = high.max(score);
        }
    }
    let low = ((low / 10.0).floor() * 10.0).min(90.0);
    (low, ((high / 10.0).ceil() * 10.0).max(low + 10.0))
}

fn axes(look: &Look, plot: Rect, (low, high): (f64, f64), frame: &mut Frame) {
    let glyphs = &look.glyphs;
    let (vertical, corner) = (glyphs.border.vertical_left, glyphs.border.bottom_left);
    let buffer = frame.buffer_mut();
    for y in plot.y..plot.bottom() {
        buffer[(plot.x - 1, y)].set_symbol(vertical).set_style(look.theme.faint);
    }
    buffer[(plot.x - 1, plot.bottom())].set_symbol(corner).set_style(look.theme.faint);
    for x in plot.x..plot.right() {
        buffer[(x, plot.bottom())]
            .set_symbol(glyphs.border.horizontal_bottom)
            .set_style(look.theme.faint);
    }
    for (y, score) in [(plot.y, high), (plot.bottom() - 1, low)] {
        buffer.set_string(plot.x - LABELS, y, format!("{score:>4.0}"), look.theme.dim);
    }
    buffer.set_string(plot.x, plot.bottom() + 1, "0", look.theme.dim);
    buffer.set_string(plot.right().saturating_sub(2), plot.bottom() + 1, "10", look.theme.dim);
}

/// The column of an importance.
fn column(plot: Rect, importance: f64) -> u16 {
    plot.x + u16::try_from(cell(importance / 10.0, plot.width.into())).unwrap_or(0)
}

/// The tipping points, and where the slider stands.
fn marks(app: &App, look: &Look, j: usize, plot: Rect, frame: &mut Frame) {
    let buffer = frame.buffer_mut();
    // Labels that would touch the last one are left out.
    let mut free = plot.x;
    for tip in tipping_points(&app.assessment().bands(j)) {
        let x = column(plot, tip);
        for y in plot.y..plot.bottom() {
            buffer[(x, y)].set_symbol(look.glyphs.tick).set_style(look.theme.caution);
        }
        let label = format!("{tip:.1}");
        let start = x.saturating_sub(1).clamp(plot.x + 2, plot.right().saturating_sub(6));
        if start >= free {
            buffer.set_string(start, plot.bottom() + 1, &label, look.theme.caution);
            free = start + 5;
        }
    }
    let x = column(plot, app.judgement().importance(j).size());
    buffer[(x, plot.bottom())].set_symbol(look.glyphs.thumb).set_style(look.theme.strong);
}

/// A line for each alternative, the leader's on top of the others', and its tag where it ends.
fn curves(
    app: &App,
    look: &Look,
    j: usize,
    plot: Rect,
    (low, high): (f64, f64),
    frame: &mut Frame,
) {
    let ranking = app.assessment().ranking();
    let drawn: Vec<usize> = ranking.into_iter().take(MOST_CURVES).rev().collect();
    let samples: Vec<(f64, Vec<f64>)> = (0..=2 * plot.width)
        .map(|step| 10.0 * f64::from(step) / f64::from(2 * plot.width))
        .map(|importance| {
            (importance, app.assessment().scores_at(j, importance).unwrap_or_default())
        })
        .collect();
    let colour = |a: usize| look.theme.alternative(a).fg.unwrap_or_default();
    let marker = if look.glyphs.ascii { Marker::Dot } else { Marker::Braille };
    let canvas =
        Canvas::default().marker(marker).x_bounds([0.0, 10.0]).y_bounds([low, high]).paint(
            |context| {
                for &a in &drawn {
                    for pair in samples.windows(2) {
                        let ((x1, from), (x2, to)) = (&pair[0], &pair[1]);
                        context.draw(&CanvasLine::new(*x1, from[a], *x2, to[a], colour(a)));
                    }
                    context.layer();
                }
            },
        );
    // The canvas would wipe out the tipping points between its lines.
    let mut curves = Buffer::empty(plot);
    canvas.render(plot, &mut curves);
    let buffer = frame.buffer_mut();
    for position in plot.positions().filter(|at| curves[*at].symbol() != " ") {
        buffer[position] = curves[position].clone();
        if look.glyphs.ascii {
            buffer[position].set_symbol("*");
        }
    }
    let Some((_, last)) = samples.last() else { return };
    for &a in &drawn {
        let down = cell((high - last[a]) / (high - low), plot.height.into());
        let down = u16::try_from(down).unwrap_or(0);
        let tag = look.tag(Some(a));
        buffer.set_string(plot.right() + 1, plot.y + down, tag.content, tag.style);
    }
}

/// The same in words.
fn sentences(app: &App, look: &Look, j: usize, cells: usize) -> Vec<Line<'static>> {
    let bands = app.assessment().bands(j);
    let mut lines = Vec::new();
    if app.assessment().exclusion(j).is_some() {
        let text = "Out of the score: its importance changes nothing.";
        let wrapped = wrap(text, cells.saturating_sub(1)).into_iter();
        lines.extend(wrapped.map(|line| Line::styled(format!(" {line}"), look.theme.caution)));
        return lines;
    }
    for band in bands.iter().take(MOST_SENTENCES) {
        let who = match band.leader {
            Some(a) => format!(" {} leads", app.decision().alternatives[a].name),
            None => " Tied".into(),
        };
        lines.push(Line::from(vec![
            Span::styled(who, look.theme.leader(band.leader).patch(look.theme.strong)),
            Span::raw(format!(" from {:.1} to {:.1}", band.from, band.to)),
        ]));
    }
    if bands.len() > MOST_SENTENCES {
        let more = format!(" and {} more", bands.len() - MOST_SENTENCES);
        lines.push(Line::styled(more, look.theme.dim));
    }
    lines
}
