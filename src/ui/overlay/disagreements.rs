//! The disagreements: on which criteria the sources disagree, and how much depends on each.
//!
//! ```text
//!   criterion                points  Node.js  Django
//! ▸ Packages                   12.3  2.0–4.0  3.5–5.0
//!   Learning curve              9.1      2.0  3.0–5.0
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, Window};
use crate::assessment::words;
use crate::ui::detail::{called, range};
use crate::ui::pane::{draw_lines, window};
use crate::ui::text::{cut_apart, spaces, width, wrap};
use crate::ui::{Frame, Look};

/// Rows of the list that matter more than what is said above it.
const ROWS: usize = 4;

/// Cells of the name of an alternative above its ratings, at most.
const LONGEST_NAME: usize = 12;

/// The head of the column of names.
const NAMES: &str = "criterion";

/// Cells of the name of a criterion at least, and how many it may have before a third alternative
/// has any.
const NAME: (usize, usize) = (8, 24);

/// Cells of the points, the air before them included.
const POINTS: usize = 8;

/// What is said above the list on so many cells, with air and a line for the heads of its columns: as
/// much as has room, whole sentences.
pub(super) fn above(app: &App, cells: usize, height: usize) -> Vec<String> {
    let worst = app.assessment().under_disagreements();
    let would = words::would(app.decision(), app.assessment().verdict(), worst);
    let first = format!("If every disagreement went against the leader, {would}.");
    let both =
        format!("{first} Points: how far the margin moves between the ends of a disagreement.");
    let rows = app.disagreements().len().min(ROWS);
    let fits = |text: &str| {
        let mut lines = wrap(text, cells.saturating_sub(2));
        lines.extend([String::new(), String::new()]);
        (lines.len() + rows <= height).then_some(lines)
    };
    fits(&both).or_else(|| fits(&first)).unwrap_or_else(|| vec![String::new()])
}

/// What stands in the list, and on how many cells.
struct Table {
    name: usize,
    /// The alternatives with the width of their columns, those first that the verdict is about.
    columns: Vec<(usize, usize)>,
    /// How many alternatives have no column.
    more: usize,
}

impl Table {
    fn new(disagreements: &[usize], app: &App, look: &Look, cells: usize) -> Self {
        let alternatives = if app.assessment().verdict().is_some() {
            app.assessment().ranking()
        } else {
            (0..app.assessment().alternatives()).collect()
        };
        let wanted = |&a: &usize| {
            let ranges = disagreements.iter().map(|&j| width(&ratings(app, look, j, a)));
            let name = width(&app.decision().alternatives[a].name).min(LONGEST_NAME);
            (a, 2 + ranges.max().unwrap_or(0).max(name))
        };
        let wanted: Vec<(usize, usize)> = alternatives.iter().map(wanted).collect();
        let name = |j: &usize| width(&app.judgement().criterion(app.decision(), *j).name);
        let longest = disagreements.iter().map(name).max().unwrap_or(0).max(width(NAMES));
        // The two that the verdict is about come before most of the name, the others after it.
        let of_two: usize = wanted.iter().take(2).map(|it| it.1).sum();
        let room = cells.saturating_sub(2 + POINTS + 1);
        let spare = room.saturating_sub(of_two);
        let most = if wanted.len() > 2 { NAME.1 } else { usize::MAX };
        let name = |spare: usize| longest.min(spare.min(most)).max(NAME.0);
        let all: usize = wanted.iter().map(|it| it.1).sum();
        // Where not all have room, what says so has some.
        let fits = all <= room.saturating_sub(name(spare));
        let reserved = if fits { 0 } else { width(&more(wanted.len())) };
        let name = name(spare.saturating_sub(reserved));
        let mut room = room.saturating_sub(name + reserved);
        let has_room = |(_, cells): &(usize, usize)| {
            let fits = *cells <= room;
            room = room.saturating_sub(*cells);
            fits
        };
        let columns: Vec<(usize, usize)> = wanted.into_iter().take_while(has_room).collect();
        let more = alternatives.len() - columns.len();
        Self { name, columns, more }
    }

    /// What stands above the columns.
    fn head(&self, app: &App, look: &Look) -> Line<'static> {
        let points = format!("  {}{:>POINTS$}", look.fit(NAMES, self.name), "points");
        let mut spans = vec![Span::styled(points, look.theme.dim)];
        for (a, cells) in &self.columns {
            let name = called(app, look, *a, cells - 2);
            spans.push(Span::raw(spaces(cells - width(&name))));
            spans.push(Span::styled(name, look.theme.alternative(*a)));
        }
        if self.more > 0 {
            spans.push(Span::styled(more(self.more), look.theme.dim));
        }
        Line::from(spans)
    }

    fn row<'a>(&self, j: usize, marker: &str, app: &'a App, look: &Look) -> Line<'a> {
        let name = |j: usize| app.judgement().criterion(app.decision(), j).name.as_str();
        let others = (0..app.judgement().criteria_count()).map(name);
        let name = cut_apart(name(j), others, self.name, look.glyphs.ellipsis);
        let mut spans = vec![
            Span::styled(format!("{marker} "), look.theme.accent),
            Span::raw(look.fit(name, self.name)),
            Span::styled(format!("{:>POINTS$.1}", app.at_stake(j)), look.theme.strong),
        ];
        for (a, cells) in &self.columns {
            let ratings = ratings(app, look, j, *a);
            spans.push(Span::styled(format!("{ratings:>cells$}"), look.theme.dim));
        }
        Line::from(spans)
    }
}

/// How many alternatives have no column.
fn more(count: usize) -> String {
    format!("  +{count}")
}

/// What the sources say of an alternative: the lowest and the highest rating.
fn ratings(app: &App, look: &Look, j: usize, a: usize) -> String {
    let scale = app.decision().scale_of(app.judgement().criterion(app.decision(), j));
    let rating = app.assessment().rating(j, a);
    rating.map_or_else(|| look.glyphs.dash.to_owned(), |it| range(it, scale, look))
}

pub(super) fn draw(
    selected: usize,
    app: &App,
    look: &Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    let theme = &look.theme;
    let cells = usize::from(inside.width);
    let disagreements = app.disagreements();
    let table = Table::new(&disagreements, app, look, cells);
    let said = above(app, cells, inside.height.into());
    let above = u16::try_from(said.len()).unwrap_or(0).min(inside.height);
    for (line, y) in said.into_iter().zip(inside.y..inside.bottom()) {
        let line = Line::styled(format!(" {line}"), theme.dim);
        frame.render_widget(line, Rect { y, height: 1, ..inside });
    }
    let list = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    if above > 0 {
        frame.render_widget(table.head(app, look), Rect { y: list.y - 1, height: 1, ..inside });
    }
    let selected = disagreements.iter().position(|j| *j == selected).unwrap_or(0);
    let window = window(app.view.overlay, list, disagreements.len(), selected, selected);
    let lines = disagreements.iter().enumerate().skip(window.offset).map(|(at, &j)| {
        let marker = if at == selected { look.glyphs.marker } else { " " };
        let line = table.row(j, marker, app, look);
        if at == selected { line.patch_style(theme.cursor) } else { line }
    });
    draw_lines(lines, window, list, look, frame);
    window
}
