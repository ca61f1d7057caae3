//! The criteria: what matters to us, a slider each.
//!
//! ```text
//!  Safety and order
//! ▸ Security            ━━━━●━━━━━━━━━┊╌╌╌   3.0   7%      │▸▸  D  4.4 │
//!   name                slider               │     │    │     └ contribution
//!                                            │     │    └ the same drawn, where there is room
//!                                            │     └ share
//!                                            └ weight
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::layout::bars;
use super::pane::{draw_rows, frame_of, mark, put_head, window};
use super::slider::Slider;
use super::still::Part;
use super::text::{cell, cut_apart, put, repeated, spaces, width};
use super::{Frame, Look, border};
use crate::app::{App, Pane, Window};
use crate::assessment::Exclusion;
use crate::assessment::words::whole_percents;
use crate::judgement::Subject;

/// A row of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row<'a> {
    /// The heading of a group.
    Group(&'a str),
    /// A criterion by its index.
    Criterion(usize),
    /// An empty line before a heading.
    Air,
}

/// The rows of the pane: a heading wherever the group changes, and air above it where all have room.
pub(super) fn rows(app: &App, height: u16) -> Vec<Row<'_>> {
    let mut rows = airy_rows(app);
    if rows.len() > height.into() {
        rows.retain(|row| *row != Row::Air);
    }
    rows
}

/// The rows of the pane with all the air that they could have.
pub(super) fn airy_rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = Vec::with_capacity(app.count(Pane::Criteria) * 2);
    let mut group = "";
    for (j, criterion) in app.judgement().criteria(app.decision()).enumerate() {
        if criterion.group != group {
            group = &criterion.group;
            if !rows.is_empty() {
                rows.push(Row::Air);
            }
            rows.push(Row::Group(if group.is_empty() { "Other" } else { group }));
        }
        rows.push(Row::Criterion(j));
    }
    rows
}

/// Cells of each column; 0 for those that have no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) slider: usize,
    share: usize,
    contribution: usize,
    /// Of a contribution's one side where it is drawn.
    bar: usize,
}

/// The sign before the name of a criterion with ratings or a note of your own.
pub(super) const OWN: &str = "*";

/// Cells before the name: the marker and a space.
const MARGIN: usize = 2;

/// Cells that hold most names.
const TYPICAL_NAME: usize = 18;

/// Cells from which on name and slider need not share sparingly.
const ROOMY: usize = 40;

/// Cells that a slider has before a contribution is drawn beside it.
const AMPLE_SLIDER: usize = 25;

/// Cells of a contribution's one side, at least and at most.
const CONTRIBUTION: (usize, usize) = (3, 6);

/// Cells of the weight, with the space before it.
const WEIGHT: usize = 5;

/// What the legend calls the mark of the saved scenario.
const SAVED: &str = "scenario";

/// Between two marks of the legend.
const GAP: &str = "  ";

/// Cells that stay empty at the right, so that no figure touches the scroll bar.
const PADDING: usize = 1;

/// Cells of the longest slider: one for every weight there is.
const LONGEST_SLIDER: usize = 101;

impl Columns {
    /// The columns on so many cells, for names this long. A slider keeps at least 8 cells, and so
    /// does a name; what has no room goes by priority: the drawn contribution first, then contribution, then share.
    pub(super) fn new(cells: usize, longest_name: usize, tag_width: usize) -> Self {
        let contribution = if cells >= 40 { 6 + tag_width } else { 0 };
        let share = if cells >= 34 { 5 } else { 0 };
        let room = cells.saturating_sub(MARGIN + WEIGHT + share + contribution + 1 + PADDING);
        let spare = room.saturating_sub(longest_name.max(8) + AMPLE_SLIDER + 2) / 2;
        let bar = if spare < CONTRIBUTION.0 { 0 } else { spare.min(CONTRIBUTION.1) };
        let (contribution, room) = match bar {
            0 => (contribution, room),
            bar => (contribution + 2 * bar + 2, room - 2 * bar - 2),
        };
        // Where room is short, one long name does not cost all sliders theirs.
        let wish = if room < ROOMY { longest_name.min(TYPICAL_NAME) } else { longest_name };
        // With a cell more than the fewest, a slider has one for 5.
        let fewest = if room > 23 { 9 } else { 8 };
        let name = wish.max(8).min(room * 2 / 3).min(room.saturating_sub(fewest));
        let slider = (room - name).min(LONGEST_SLIDER);
        // An odd track has a cell for 5.
        let slider = if slider.is_multiple_of(2) && slider > 8 { slider - 1 } else { slider };
        // What is over on a very wide screen stays empty, so that name and track stay together.
        let name = (room - slider).min(longest_name.max(name) + 4);
        Self { name, slider, share, contribution, bar }
    }

    /// Cells before the slider.
    pub(super) fn slider_start(self) -> usize {
        MARGIN + self.name + 1
    }

    /// Cells up to the end of the share, and of the contribution.
    fn ends(self) -> [usize; 2] {
        let share = self.slider_start() + self.slider + WEIGHT + self.share;
        [share, share + self.contribution]
    }
}

/// The columns of the pane as it is drawn inside this area.
pub(super) fn columns(app: &App, look: &Look, inside: Rect) -> Columns {
    let longest = app.judgement().criteria(app.decision()).map(|it| width(&it.name)).max();
    Columns::new(inside.width.into(), longest.unwrap_or(0).min(32), look.tag_width())
}

pub(super) fn draw(app: &App, look: &Look, area: Rect, frame: &mut Frame) -> Window {
    let inside = border::inside(area);
    let rows = rows(app, inside.height);
    let selected = app.selected(Pane::Criteria);
    let at = rows.iter().position(|row| *row == Row::Criterion(selected)).unwrap_or(0);
    // With the first criterion of a group, its heading comes into sight.
    let first = if at > 0 && matches!(rows[at - 1], Row::Group(_)) { at - 1 } else { at };
    let first = if inside.height < 2 { at } else { first };
    let window = window(app.view.pane(Pane::Criteria), inside, rows.len(), first, at);
    if frame.kept(Part::Criteria).is_some_and(|it| it.window != window) {
        frame.let_go(Part::Criteria);
    }
    if frame.kept(Part::Criteria).is_none() {
        let _ = frame_of(Pane::Criteria, "Criteria", app, look, area, frame);
        for (head, cell) in heads(columns(app, look, inside)) {
            put_head(head, cell, area, look, frame);
        }
        legend(app, look, area, frame);
    }
    let columns = columns(app, look, inside);
    let most = largest_contribution(app);
    // As they are shown they add up to 100.
    let shares: Vec<f64> =
        (0..app.assessment().criteria()).map(|j| app.assessment().share(j)).collect();
    let shares = whole_percents(&shares);
    let lines = rows.iter().skip(window.offset).map(|row| match row {
        Row::Air => Line::default(),
        Row::Group(group) => Line::styled(
            format!(" {}", look.cut(*group, usize::from(inside.width) - 1)),
            look.theme.dim,
        ),
        Row::Criterion(j) => mark(
            criterion(app, look, *j, columns, (most, &shares)),
            *j == selected,
            Pane::Criteria,
            app,
            look,
        ),
    });
    draw_rows(Part::Criteria, lines, window, inside, look, frame);
    window
}

/// Cells that the upper edge of the pane has for a heading, before the heads of the columns.
pub(super) fn heading(app: &App, look: &Look, area: Rect) -> u16 {
    let columns = columns(app, look, border::inside(area));
    heads(columns).next().map_or(area.width.saturating_sub(2), |(_, x)| x)
}

/// The heads of the columns that are there, each with the cell of the pane where it begins.
fn heads(columns: Columns) -> impl Iterator<Item = (&'static str, u16)> {
    let words = if columns.bar > 0 { " contribution " } else { " adds " };
    let all = [(" share ", columns.share), (words, columns.contribution)].into_iter();
    let there = all.zip(columns.ends()).filter(|((_, cells), _)| *cells > 0);
    there.map(|((head, _), end)| {
        // The space behind it stands behind the column.
        (head, u16::try_from((end + 1).saturating_sub(head.len())).unwrap_or(u16::MAX))
    })
}

/// Whether the legend is the same whoever leads: there is a stroke for each alternative.
pub(super) fn has_fixed_legend(app: &App, look: &Look) -> bool {
    app.decision().alternatives.len() <= look.glyphs.strokes.len()
}

/// What the signs of the tracks mean, on the lower edge of the frame, in as many words as there is
/// room for.
fn legend(app: &App, look: &Look, area: Rect, frame: &mut Frame) {
    let (theme, glyphs) = (&look.theme, &look.glyphs);
    let alternatives = &app.decision().alternatives;
    // Of more alternatives than there are strokes, those that the header shows.
    let mut shown: Vec<usize> = (0..alternatives.len()).collect();
    if !has_fixed_legend(app, look) {
        shown = app.assessment().ranking().into_iter().take(bars(app)).collect();
    }
    let mut marks = vec![(glyphs.tick, theme.caution, "tipping point")];
    if app.compared().is_some() {
        marks.push((glyphs.ghost, theme.dim, SAVED));
    }
    let long = |a: usize| (2, format!("{} leads", alternatives[a].name));
    let short = |a: usize| (1, alternatives[a].name.clone());
    let brief = |a: usize| (1, look.tag(Some(a)).content.trim_end().to_owned());
    let forms: [&dyn Fn(usize) -> (usize, String); 3] = [&long, &short, &brief];
    let legend = |words: &dyn Fn(usize) -> (usize, String)| {
        let mut spans = vec![Span::raw(" ")];
        for &a in &shown {
            let (cells, words) = words(a);
            let stroke = glyphs.stroke(Some(a)).repeat(cells);
            spans.push(Span::styled(stroke, theme.alternative(a)));
            spans.push(Span::styled(format!(" {words}  "), theme.dim));
        }
        for (at, &(mark, style, word)) in marks.iter().enumerate() {
            let gap = if at + 1 < marks.len() { GAP } else { " " };
            spans.push(Span::styled(mark, style));
            spans.push(Span::styled(format!(" {word}{gap}"), theme.dim));
        }
        Line::from(spans)
    };
    // Room for all marks there can be, so that the words stay as they are when one comes.
    let of_ghost = width(GAP) + width(glyphs.ghost) + 1 + width(SAVED);
    let missing = if app.compared().is_some() { 0 } else { of_ghost };
    let room = usize::from(area.width).saturating_sub(4);
    let mut legends = forms.into_iter().map(legend);
    let roomy = legends.find(|it| it.width() + missing <= room);
    let fitting = roomy.or_else(|| Some(legend(&brief)).filter(|it| it.width() <= room));
    if let Some(legend) = fitting {
        let width = u16::try_from(legend.width()).unwrap_or(u16::MAX);
        put(&legend, Rect { x: area.x + 1, y: area.bottom() - 1, width, height: 1 }, frame);
    }
}

fn criterion<'a>(
    app: &'a App,
    look: &'a Look,
    j: usize,
    columns: Columns,
    (most, shares): (f64, &[f64]),
) -> Line<'a> {
    let assessment = app.assessment();
    let criterion = app.judgement().criterion(app.decision(), j);
    let weight = app.judgement().weight(j);
    let out = assessment.exclusion(j);
    let selected = app.selected(Pane::Criteria) == j;
    let marker = if selected { look.glyphs.marker } else { " " };
    let name_style = if out.is_some() { look.theme.dim } else { look.theme.text };
    let bands = assessment.bands(j);
    let slider = Slider { weight, bands: &bands, excluded: out.is_some(), ghost: app.ghost(j) };

    // What is yours says so wherever it stands.
    let own = (0..assessment.alternatives()).any(|a| app.judgement().own_rating(j, a).is_some())
        || app.judgement().note(Subject::Criterion(j)).is_some();
    let sign = if own { OWN } else { "" };
    let others = app.judgement().criteria(app.decision()).map(|it| it.name.as_str());
    let room = columns.name - width(sign);
    let name = cut_apart(&criterion.name, others, room, look.glyphs.ellipsis);
    let after = columns.name.saturating_sub(width(sign) + width(&name));

    // As many as most rows have.
    let mut spans = Vec::with_capacity(24);
    spans.extend([
        Span::styled(marker, look.theme.accent),
        Span::styled(" ", look.theme.accent),
        Span::styled(sign, name_style),
        Span::styled(name, name_style),
        Span::styled(spaces(after), name_style),
        Span::raw(" "),
    ]);
    slider.write(columns.slider, look, &mut spans);
    spans.push(Span::styled(format!(" {weight:>4}"), name_style));
    match out {
        None => {
            if columns.share > 0 {
                spans.push(Span::styled(format!("{:>4}%", shares[j]), look.theme.dim));
            }
            if columns.contribution > 0 {
                contribution(app, look, (j, columns.bar, most), &mut spans);
            }
        }
        Some(reason) => {
            let room = columns.share + columns.contribution;
            let word = match reason {
                Exclusion::ByYou => "excluded",
                Exclusion::Unrated => "rate it",
            };
            if room > 0 {
                spans.push(Span::styled(
                    format!(" {}", look.cut(word, room - 1)),
                    look.theme.caution,
                ));
            }
        }
    }
    Line::from(spans)
}

/// How many points of margin a criterion gives the leader over the runner-up; below 0 it gives them to
/// the runner-up.
fn margin_of(app: &App, j: usize) -> Option<f64> {
    let verdict = app.assessment().verdict()?;
    Some(app.assessment().contribution(j, (verdict.first, verdict.second)))
}

/// The largest contribution: what a full side stands for.
fn largest_contribution(app: &App) -> f64 {
    let all = (0..app.count(Pane::Criteria)).filter_map(|j| margin_of(app, j));
    all.fold(0.0, |most: f64, points| most.max(points.abs()))
}

/// Adds for whom a criterion speaks, the leader or the runner-up, and how many points of margin it adds;
/// drawn on so many cells a side, of which a contribution of so many points takes all, and in figures.
fn contribution<'a>(
    app: &App,
    look: &'a Look,
    (j, bar, most): (usize, usize, f64),
    spans: &mut Vec<Span<'a>>,
) {
    let (Some(verdict), Some(points)) = (app.assessment().verdict(), margin_of(app, j)) else {
        return;
    };
    let side_of = if points.abs() < 0.05 {
        None
    } else {
        Some(if points > 0.0 { verdict.first } else { verdict.second })
    };
    spans.push(Span::raw(" "));
    if bar > 0 {
        // Each has its side, whoever leads.
        let is_left = side_of == Some(verdict.first.min(verdict.second));
        // A contribution that counts has one step at least.
        let steps = side_of.map_or(0, |_| cell(points.abs() / most, bar + 1).max(1));
        let (left, right) = if is_left { (steps, 0) } else { (0, steps) };
        let drawn = |side: usize, steps: usize| {
            let sign = look.glyphs.contribution[side];
            Span::styled(repeated(sign, steps), look.theme.leader(side_of))
        };
        spans.push(Span::raw(spaces(bar - left)));
        spans.push(drawn(0, left));
        spans.push(Span::styled(look.glyphs.balance, look.theme.faint));
        spans.push(drawn(1, right));
        spans.push(Span::raw(spaces(bar - right + 1)));
    }
    spans.push(look.tag(side_of));
    spans.push(Span::styled(format!("{:>5.1}", points.abs()), look.theme.leader(side_of)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_width_loses_a_slider() {
        for cells in 26..200 {
            for longest in [1, 10, 18, 32] {
                let columns = Columns::new(cells, longest, 1);
                assert!(columns.slider >= 8, "{cells} cells: {columns:?}");
                let all = MARGIN
                    + columns.name
                    + 1
                    + columns.slider
                    + WEIGHT
                    + columns.share
                    + columns.contribution
                    + PADDING;
                assert!(all <= cells, "{cells} cells: {columns:?}");
            }
        }
    }
}
