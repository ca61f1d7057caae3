//! The tornado: how far each weight alone swings the margin, the widest first.
//!
//! ```text
//!                          Node.js leads ┊ Django leads
//! ▸ Real-time      -12.3     10━━━━━━━━━━┊╌╌╌╌╌╌╌╌╌●╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌0   +18.3
//!   Security        +2.1                 ┊  0╌╌╌╌╌╌●╌╌╌╌╌╌╌╌╌╌╌╌╌10          +15.0
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::{App, HowSure, Window};
use crate::assessment::words::{rounded, signed};
use crate::assessment::{Lead, Swing, SwingEnd};
use crate::ui::overlay::listed;
use crate::ui::pane::{draw_lines, window};
use crate::ui::text::{cell, cut_apart, width, wrap};
use crate::ui::{Frame, Look};

/// Cells of a name, at most.
const LONGEST_NAME: usize = 28;

/// Cells of a margin, the space before it included.
const MARGIN: usize = 7;

/// Cells below which a track says nothing.
const SHORTEST: usize = 12;

/// Cells beyond the ends of the widest bar, for the weights that belong to them.
const ENDS: usize = 3;

/// Where things are in a row.
struct Columns {
    name: usize,
    /// Cells of a margin, with who leads there where it could be one of several.
    margin: usize,
    track: usize,
}

impl Columns {
    fn new(app: &App, look: &Look, cells: usize) -> Self {
        let several = app.decision().alternatives.len() > 2;
        let margin = if several { MARGIN + look.tag_width() } else { MARGIN };
        let criteria = app.judgement().criteria(app.decision());
        let longest = criteria.map(|it| width(&it.name)).max().unwrap_or(0).min(LONGEST_NAME);
        let room = cells.saturating_sub(2 + 2 * margin + 3);
        let name = longest.min(room / 2);
        if room - name < SHORTEST {
            Self { name: room, margin, track: 0 }
        } else {
            Self { name, margin, track: room - name }
        }
    }
}

/// The margins that a track shows, from its left to its right end.
struct Scale {
    from: f64,
    to: f64,
    cells: usize,
}

impl Scale {
    fn new(app: &App, cells: usize) -> Self {
        let now = app.assessment().verdict().map_or(0.0, |it| it.margin);
        let from = app.swings().iter().map(|it| it.low().margin).fold(0.0, f64::min);
        let to = app.swings().iter().map(|it| it.high().margin).fold(now, f64::max);
        Self { from, to, cells }
    }

    /// The cell of a margin.
    fn cell(&self, margin: f64) -> usize {
        let length = self.to - self.from;
        let room = self.cells.saturating_sub(2 * ENDS);
        ENDS + if length > 0.0 { cell((margin - self.from) / length, room) } else { 0 }
    }
}

/// The sentence above the list, as lines of so many cells.
fn above(app: &App, cells: usize) -> Vec<String> {
    let swings = app.swings();
    let count = |lead| swings.iter().filter(|it| it.lead == lead).count();
    let tied = match count(Lead::Shared) {
        0 => String::new(),
        some => format!(", {some} can make it a tie"),
    };
    let changing = count(Lead::Lost);
    let leader = app.assessment().verdict().map_or(0, |it| it.first);
    let name = &app.decision().alternatives[leader].name;
    let which = match changing {
        0 => "No single weight reverses it".to_owned(),
        _ => format!("{changing} of {} can reverse it", swings.len()),
    };
    let sentence = format!("The margin of {name} as one weight runs from 0 to 10. {which}{tied}.");
    wrap(&sentence, cells.saturating_sub(2))
}

/// The lines of the sentence, and the list below it and its heads.
fn split(app: &App, body: Rect) -> (Vec<String>, Rect) {
    let mut sentence = above(app, body.width.into());
    sentence.truncate(if body.height >= 10 { 3 } else { 0 });
    let used = u16::try_from(sentence.len() + usize::from(!sentence.is_empty()) + 1).unwrap_or(1);
    let used = used.min(body.height);
    (sentence, Rect { y: body.y + used, height: body.height - used, ..body })
}

/// The row of the list at a position.
pub(super) fn row_at(app: &App, body: Rect, at: Position) -> Option<usize> {
    let (_, list) = split(app, body);
    let line = at.y.checked_sub(list.y)?;
    listed(line.into(), 0, app.view.overlay)
}

pub(super) fn draw(
    page: &HowSure,
    app: &App,
    look: &Look,
    body: Rect,
    frame: &mut Frame,
) -> Window {
    let (sentence, list) = split(app, body);
    let swings = app.swings();
    let columns = Columns::new(app, look, body.width.into());
    let scale = Scale::new(app, columns.track);
    for (text, y) in sentence.into_iter().zip(body.y..body.bottom()) {
        let line = Line::styled(format!(" {text}"), look.theme.dim);
        frame.render_widget(line, Rect { y, height: 1, ..body });
    }
    if list.y > body.y {
        let at = Rect { y: list.y - 1, height: 1, ..body };
        frame.render_widget(heads(app, look, &columns, &scale), at);
    }
    let selected = swings.iter().position(|it| it.criterion == page.criterion).unwrap_or(0);
    let window = window(app.view.overlay, list, swings.len(), selected, selected);
    let lines = swings.iter().enumerate().skip(window.offset).map(|(at, swing)| {
        let line = row(app, look, *swing, (&columns, &scale), at == selected);
        if at == selected { line.patch_style(look.theme.cursor) } else { line }
    });
    draw_lines(lines, window, list, look, frame);
    window
}

/// The heads of the columns, and who leads on which side of the zero line.
fn heads(app: &App, look: &Look, columns: &Columns, scale: &Scale) -> Line<'static> {
    let theme = &look.theme;
    let Some(verdict) = app.assessment().verdict() else { return Line::default() };
    let margin = columns.margin;
    let mut spans = Vec::new();
    if columns.track == 0 {
        let ahead = format!(" {} ahead", look.tag(Some(verdict.first)).content.trim_end());
        let heads = format!("{:>margin$} {:>margin$}", "at 0", "at 10");
        spans.push(Span::styled(look.fit(ahead, 2 + columns.name), theme.leader(verdict.leader)));
        spans.push(Span::styled(heads, theme.dim));
    } else {
        spans.push(Span::raw(" ".repeat(2 + columns.name)));
        let zero = scale.cell(0.0);
        let leads = |a: usize| format!("{} leads", app.decision().alternatives[a].name);
        let left = match app.decision().alternatives.len() {
            2 => leads(verdict.second),
            _ if app.swings().iter().any(|it| it.lead == Lead::Lost) => "another leads".to_owned(),
            _ => "others are tied".to_owned(),
        };
        let fits = width(&left) < zero;
        let rival = (app.decision().alternatives.len() == 2).then_some(verdict.second);
        let left = if fits { format!("{left} ") } else { String::new() };
        let room = columns.track - zero - 1;
        let full = format!(" {}", leads(verdict.first));
        let short = format!(" {}", look.tag(Some(verdict.first)).content.trim_end());
        let right = look.cut(if width(&full) <= room { full } else { short }, room);
        let after = columns.track - zero - 1 - width(&right);
        spans.extend([
            Span::raw(" ".repeat(margin + 1)),
            Span::raw(" ".repeat(zero - width(&left))),
            Span::styled(left, theme.leader(rival)),
            Span::styled(look.glyphs.tick, theme.caution),
            Span::styled(right, theme.alternative(verdict.first)),
            Span::raw(" ".repeat(after)),
        ]);
    }
    Line::from(spans)
}

fn row<'a>(
    app: &'a App,
    look: &'a Look,
    swing: Swing,
    (columns, scale): (&Columns, &Scale),
    selected: bool,
) -> Line<'a> {
    let theme = &look.theme;
    let marker = if selected { look.glyphs.marker } else { " " };
    let name = |j: usize| app.judgement().criterion(app.decision(), j).name.as_str();
    let others = (0..app.judgement().criteria_count()).map(name);
    let name = cut_apart(name(swing.criterion), others, columns.name, look.glyphs.ellipsis);
    let end = |SwingEnd { margin, leader }: SwingEnd| {
        // A margin that is none is nobody's; one that several share is not that.
        let tag = match leader.filter(|_| rounded(margin) != 0.0) {
            None if rounded(margin) != 0.0 => Span::raw(" ".repeat(look.tag_width())),
            leader => look.tag(leader),
        };
        let text = if columns.margin > MARGIN {
            format!(" {}{:>2$}", tag.content, signed(margin), MARGIN - 1)
        } else {
            format!("{:>MARGIN$}", signed(margin))
        };
        Span::styled(text, tag.style.patch(theme.strong))
    };
    // Beside a bar stand the margins of its ends; without one, in their own columns.
    let (left, right) = match columns.track {
        0 => (swing.at_zero, swing.at_ten),
        _ => (swing.low(), swing.high()),
    };
    let mut spans = vec![
        Span::styled(format!("{marker} "), theme.accent),
        Span::raw(look.fit(name, columns.name)),
        end(left),
        Span::raw(" "),
    ];
    spans.extend(track(app, look, swing, scale));
    spans.push(end(right));
    Line::from(spans)
}

/// The bar from one margin to the other, with the weights at its ends, the zero line and the
/// margin now.
fn track(app: &App, look: &Look, swing: Swing, scale: &Scale) -> Vec<Span<'static>> {
    let (glyphs, theme) = (&look.glyphs, &look.theme);
    let verdict = app.assessment().verdict();
    let (zero, now) = (scale.cell(0.0), scale.cell(verdict.map_or(0.0, |it| it.margin)));
    let (low, high) = (swing.low(), swing.high());
    let (from, end) = (scale.cell(low.margin).min(now), scale.cell(high.margin));
    // Among more than two, the margin may be largest somewhere between: the bar reaches that far.
    let to = end.max(now);
    let (left, right) = if swing.is_upwards() { ("0 ", " 10") } else { ("10 ", " 0 ") };
    // No label hides the zero line, or stands on the side of somebody who does not lead there: it goes
    // onto the bar instead, as long as it hides not the margin now.
    let (label, left) = match from - left.len() {
        before if low.margin < 0.0 || before > zero => (Some(before), left),
        _ => {
            let (on_bar, left) = (from.max(zero + 1), left.trim_end());
            ((on_bar + left.len() <= now).then_some(on_bar), left)
        }
    };
    // Where the bar goes on beyond its higher end, that end has its label on the bar: behind it,
    // else before it, as long as it hides neither the zero line nor the margin now.
    let is_free = |at: &usize| {
        let cells = *at..at + right.len();
        !cells.contains(&zero) && !cells.contains(&now) && *at >= from
    };
    let places = [end + 1, (end + 1).saturating_sub(right.len())];
    let end_label = places.into_iter().find(is_free).unwrap_or(to + 1);
    let mut spans = Vec::with_capacity(scale.cells);
    let mut x = 0;
    while x < scale.cells {
        let (span, cells) = match x {
            x if Some(x) == label => (Span::styled(left, theme.dim), left.len()),
            x if x == end_label => (Span::styled(right, theme.dim), right.len()),
            x if x == now => (Span::styled(glyphs.thumb, theme.strong), 1),
            x if x == zero => (Span::styled(glyphs.tick, theme.caution), 1),
            x if (from..=to).contains(&x) => {
                // Below 0 leads whoever does at the end of the bar to the left, and there may be two.
                let side = match x {
                    x if x > zero => verdict.map(|it| it.first),
                    x if x < end => low.leader,
                    _ => high.leader,
                };
                (Span::styled(glyphs.stroke(side), theme.leader(side)), 1)
            }
            _ => (Span::raw(" "), 1),
        };
        x += cells;
        spans.push(span);
    }
    spans
}
