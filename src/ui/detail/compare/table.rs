//! A table of names with three figures each, as wide as what stands in it.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::ui::text::{spaces, width};

/// Cells that a name may have before a column of lesser worth has any.
const NAME: usize = 18;

/// Cells before a figure.
const AIR: usize = 2;

/// A text that is aligned to the right.
pub(super) type Figure = (String, Style);

/// A row of a table.
pub(super) struct Row<'a> {
    pub(super) name: &'a str,
    pub(super) figures: [Figure; 3],
}

/// How many cells names and figures take.
pub(super) struct Widths {
    pub(super) name: usize,
    /// The longest name.
    pub(super) longest: usize,
    /// Those of the columns with the air before them; 0 for one that is left out.
    columns: [usize; 3],
}

impl Widths {
    /// The widths for these rows on so many cells; where names would suffer, one column goes.
    pub(super) fn of(rows: &[Row<'_>], lesser: usize, cells: usize) -> Self {
        let mut columns = std::array::from_fn(|n| {
            let widest = rows.iter().map(|row| width(&row.figures[n].0)).max().unwrap_or(0);
            if widest > 0 { AIR + widest } else { 0 }
        });
        let left = |columns: [usize; 3]| cells.saturating_sub(1 + columns.iter().sum::<usize>());
        let longest = rows.iter().map(|row| width(row.name)).max().unwrap_or(0);
        if left(columns) < longest.min(NAME) {
            columns[lesser] = 0;
        }
        Self { name: left(columns), longest, columns }
    }

    /// Figures as spans.
    pub(super) fn spans<'s>(&self, figures: [Figure; 3]) -> impl Iterator<Item = Span<'s>> {
        let columns = figures.into_iter().zip(self.columns).filter(|(_, cells)| *cells > 0);
        columns.map(|((figure, style), cells)| {
            // The formatter would count wide characters once.
            let air = spaces(cells.saturating_sub(width(&figure)));
            Span::styled(format!("{air}{figure}"), style)
        })
    }
}
