//! What stands still while a slider is moved or the selection goes from one to the next, and need not be
//! drawn again for each of their stations.
//!
//! Owns which parts of the screen are like that, and by what they are known again: a part as a whole by
//! its [`Mark`]; and the rows of a part in which some change, by what they say. Must not: keep their
//! cells, which is for the [`Frame`](super::Frame) on which they were drawn.
//!
//! That a part hangs on nothing else is not taken on trust: wherever debug assertions are on, and so in
//! every test, whoever keeps a part draws it anew as well, and the two must look the same.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::layout::Places;
use super::{Look, criteria};
use crate::app::{App, Pane, Stops, Tab, Window};
use crate::search::Place;

/// A part of the screen that may stand still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It is drawn in every frame.
    Header,
    UseCases,
    /// Its rows are known again one by one.
    Criteria,
    Detail,
    /// Its rows are known again one by one.
    CaseStudies,
    Status,
}

/// How many parts there are.
pub(super) const PARTS: usize = 6;

/// What a part hangs on: while that is the same, so is the part, but for the rows that it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    area: Rect,
    /// See [`App::standing`].
    standing: u64,
    /// What it is about, where it is about the one thing that is explained.
    subject: Option<Place>,
    /// The window that it was drawn through before, where it has one.
    window: Window,
    /// Whether the welcome stands in the last line.
    welcomes: bool,
}

/// The marks of the parts that stand still, in the order of [`Part`].
pub(super) type Marks = [Option<Mark>; PARTS];

/// A part as it was drawn: by what it is known again, and what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Drawn {
    pub(super) mark: Mark,
    pub(super) window: Window,
    pub(super) stops: Stops,
}

impl Drawn {
    pub(super) const fn area(&self) -> Rect {
        self.mark.area
    }
}

/// A row of a part as it was drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) area: Rect,
    /// That of the line.
    style: Style,
    text: String,
    /// The look of each of its stretches, and where that ends.
    looks: Vec<(usize, Style)>,
}

impl Row {
    /// Whether it was drawn from such a line.
    pub(super) fn is(&self, line: &Line<'_>, area: Rect) -> bool {
        let mut rest = &*self.text;
        let mut looks = self.looks.iter();
        self.area == area
            && self.style == line.style
            && self.looks.len() == line.spans.len()
            && line.iter().all(|span| {
                let end = self.text.len() - rest.len() + span.content.len();
                let is_same = looks.next() == Some(&(end, span.style));
                let after = rest.strip_prefix(&*span.content);
                rest = after.unwrap_or_default();
                is_same && after.is_some()
            })
    }

    /// Takes note of the line that it is drawn from.
    pub(super) fn set(&mut self, line: &Line<'_>, area: Rect) {
        (self.area, self.style) = (area, line.style);
        self.text.clear();
        self.looks.clear();
        for span in line {
            self.text.push_str(&span.content);
            self.looks.push((self.text.len(), span.style));
        }
    }
}

/// The marks of the parts that stand still as the app is now.
pub(super) fn marks(app: &App, look: &Look, places: &Places) -> Marks {
    // Overlays and news lie over everything.
    if app.overlay().is_some() || app.notice().is_some() {
        return Marks::default();
    }
    let (standing, welcomes) = (app.standing(), app.welcomes());
    let mark = |area, window| Mark { area, standing, subject: None, window, welcomes };
    let of_pane = |pane| Some(mark(places.pane(pane)?, app.view.pane(pane)));
    let of_subject = |mark| Mark { subject: Some(app.subject()), ..mark };
    let whole = |area| Some(mark(area, Window::default()));
    [
        None,
        of_pane(Pane::UseCases),
        if criteria::has_fixed_legend(app, look) { of_pane(Pane::Criteria) } else { None },
        if is_of_evidence(app) { of_pane(Pane::Detail).map(of_subject) } else { None },
        of_pane(Pane::CaseStudies),
        whole(places.status),
    ]
}

/// Whether the right pane shows what sources say, whatever matters how much.
fn is_of_evidence(app: &App) -> bool {
    let is_said = matches!(app.subject(), Place::Criterion(_) | Place::Claim(_) | Place::Source(_));
    app.tab() == Tab::Evidence && is_said
}

/// The stretches of a row that are in none of these areas, from left to right.
pub(super) fn beside(areas: &[Rect], row: Rect) -> impl Iterator<Item = Rect> {
    let mut x = row.x;
    std::iter::from_fn(move || {
        while x < row.right() {
            let ahead = |it: &&Rect| (it.y..it.bottom()).contains(&row.y) && it.right() > x;
            let next = areas.iter().filter(ahead).min_by_key(|it| it.x);
            let (end, after) = next.map_or((row.right(), row.right()), |it| (it.x, it.right()));
            let stretch = Rect { x, width: end.min(row.right()).saturating_sub(x), ..row };
            x = after;
            if !stretch.is_empty() {
                return Some(stretch);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use ratatui::text::Span;

    use super::*;

    #[test]
    fn what_is_beside_areas_is_all_that_is_not_in_them() {
        let areas = [Rect::new(6, 0, 4, 2), Rect::new(0, 1, 2, 2), Rect::new(2, 1, 2, 1)];
        let row = |y| Rect::new(0, y, 10, 1);
        let of = |y| beside(&areas, row(y)).map(|it| (it.x, it.right())).collect::<Vec<_>>();
        assert_eq!(of(0), [(0, 6)]);
        assert_eq!(of(1), [(4, 6)]);
        assert_eq!(of(2), [(2, 10)]);
        assert_eq!(of(3), [(0, 10)]);
    }

    #[test]
    fn a_row_is_known_again_by_all_that_it_is_drawn_from() {
        let area = Rect::new(1, 2, 9, 1);
        let line = || Line::from(vec![Span::raw("ab"), Span::styled("ä", Style::new().bold())]);
        let mut row = Row::default();
        assert!(!row.is(&line(), area) && row.is(&Line::default(), Rect::default()));
        row.set(&line(), area);
        assert!(row.is(&line(), area) && !row.is(&line(), Rect::new(1, 3, 9, 1)));
        let others = [
            line().style(Style::new().dim()),
            Line::from(vec![Span::raw("a"), Span::styled("bä", Style::new().bold())]),
            Line::from(vec![Span::raw("ab"), Span::styled("ö", Style::new().bold())]),
            Line::from(vec![Span::raw("ab"), Span::raw("ä")]),
            Line::from(vec![Span::raw("ab"), Span::styled("ä", Style::new().bold()), "".into()]),
            Line::from("ab"),
        ];
        for other in others {
            assert!(!row.is(&other, area), "{other:?}");
        }
        row.set(&Line::from("ab"), area);
        assert!(row.is(&Line::from("ab"), area) && !row.is(&line(), area));
    }
}
