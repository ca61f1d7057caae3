//! The slider: the signature of the screen.
//!
//! ```text
//! ━━◇━━●━━━━━━┊╌╌╌╌
//! │ │  │      │└ from here on somebody else would lead: another stroke, another colour
//! │ │  │      └ tipping point
//! │ │  └ the weight now
//! │ └ the weight in the scenario that is compared with
//! └ who leads as long as the handle is on this stroke
//! ```
//!
//! A handle stands at a third of a cell: at its left `╼●`, in its middle `●`, at its right `●╾`.
//!
//! So the track shows what would change the verdict before anything is moved.

use ratatui::style::Style;
use ratatui::text::Span;

use super::Look;
use super::text::{cell, repeated};
use crate::assessment::Band;
use crate::decision::Weight;

/// What a slider shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slider<'a> {
    /// Where the handle is.
    pub(super) weight: Weight,
    /// Who would lead where.
    pub(super) bands: &'a [Band],
    /// Whether the criterion is out of the score.
    pub(super) excluded: bool,
    /// Where the scenario under comparison has the handle, if that is elsewhere.
    pub(super) ghost: Option<Weight>,
}

impl Slider<'_> {
    /// Adds the slider as one span per stretch of cells that look alike, on a track of so many.
    pub(super) fn write(&self, cells: usize, look: &Look, spans: &mut Vec<Span<'_>>) {
        let (theme, glyphs) = (&look.theme, &look.glyphs);
        let cell = |weight: f64| cell(weight / 10.0, cells);
        let (handle, leaning) = position(self.weight.size() / 10.0, cells);
        let (thumb, of_handle) = if self.excluded {
            (glyphs.thumb_excluded, theme.dim)
        } else {
            (glyphs.thumb, theme.strong)
        };
        // What is on the track, by its cell; of several on one, the last is to be seen.
        let mut marks: Vec<(usize, &str, Style)> = Vec::with_capacity(4);
        let mut put = |at: usize, sign: &'static str, style: Style| {
            let before = marks.partition_point(|(it, ..)| *it < at);
            match marks.get_mut(before) {
                Some(mark) if mark.0 == at => *mark = (at, sign, style),
                _ => marks.insert(before, (at, sign, style)),
            }
        };
        if let Some(to) = leaning
            && let Some(at) = handle.checked_add_signed(if to == 0 { -1 } else { 1 })
        {
            put(at, glyphs.leaning[to], of_handle);
        }
        for band in self.bands.iter().skip(1) {
            put(cell(band.from), glyphs.tick, theme.caution);
        }
        if let Some(ghost) = self.ghost {
            put(cell(ghost.size()), glyphs.ghost, theme.dim);
        }
        put(handle, thumb, of_handle);
        let mut stretch = |(sign, style): (&'static str, Style), count: usize| {
            if count > 0 {
                spans.push(Span::styled(repeated(sign, count), style));
            }
        };
        let mut done = 0;
        for (at, sign, style) in marks.into_iter().filter(|(at, ..)| *at < cells) {
            stretch(self.stroke(done, cells, look), at - done);
            stretch((sign, style), 1);
            done = at + 1;
        }
        stretch(self.stroke(done, cells, look), cells.saturating_sub(done));
    }

    /// What a track of so many cells looks like at one of them, and up to the next mark: a tick stands
    /// wherever that changes.
    fn stroke(&self, at: usize, cells: usize, look: &Look) -> (&'static str, Style) {
        if self.excluded {
            return (look.glyphs.tied, look.theme.faint);
        }
        let weight = 10.0 * at as f64 / cells.saturating_sub(1).max(1) as f64;
        let band = self.bands.iter().find(|it| it.to > weight).or(self.bands.last());
        let leader = band.and_then(|it| it.leader);
        (look.glyphs.stroke(leader), look.theme.leader(leader))
    }
}

/// The cell of a handle on a track of so many, and which third of it: the left one (0), the right
/// one (1), or the one in the middle.
fn position(part: f64, cells: usize) -> (usize, Option<usize>) {
    let cell = cell(part, cells);
    let off = part * cells.saturating_sub(1) as f64 - cell as f64;
    (cell, (off.abs() > 1.0 / 6.0).then_some(usize::from(off > 0.0)))
}

/// Where the mouse at a cell of a track moves a handle that stands at this part of it; `None` where
/// it is drawn: a press takes hold of it and moves nothing.
pub(super) fn moved_to(column: i32, now: f64, cells: usize) -> Option<Weight> {
    let is_on_handle = usize::try_from(column) == Ok(cell(now, cells));
    (!is_on_handle).then(|| weight_at(column, cells))
}

/// The weight at a cell of a track: the roundest that the cell stands for. Cells beyond the ends
/// count as them.
pub(super) fn weight_at(column: i32, cells: usize) -> Weight {
    let last = i32::try_from(cells.saturating_sub(1)).unwrap_or(i32::MAX).max(1);
    let column = column.clamp(0, last);
    let roundest = [10, 5].into_iter().find_map(|step| {
        let tenths = (column * 100 + step * last / 2) / (step * last) * step;
        let size = f64::from(tenths) / 100.0;
        (usize::try_from(column) == Ok(cell(size, cells))).then_some(tenths)
    });
    Weight::clamped(roundest.unwrap_or((column * 100 + last / 2) / last))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::ui::Glyphs;

    fn drawn(tenths: u8, bands: &[Band], excluded: bool, cells: usize) -> String {
        let weight = Weight::from_tenths(tenths).expect("in range");
        let slider = Slider { weight, bands, excluded, ghost: None };
        text_of(slider, cells, &Look::default())
    }

    fn text_of(slider: Slider, cells: usize, look: &Look) -> String {
        let mut spans = Vec::new();
        slider.write(cells, look, &mut spans);
        spans.iter().map(|span| span.content.as_ref()).collect()
    }

    const BANDS: [Band; 2] = [
        Band { from: 0.0, to: 7.0, leader: Some(0) },
        Band { from: 7.0, to: 10.0, leader: Some(1) },
    ];

    #[test]
    fn the_track_shows_who_would_lead_and_where_it_tips() {
        assert_eq!(drawn(30, &BANDS, false, 11), "━━━●━━━┊╌╌╌");
        assert_eq!(drawn(100, &BANDS, false, 11), "━━━━━━━┊╌╌●");
    }

    #[test]
    fn a_slider_has_the_same_anatomy_on_every_track() {
        let at = |tenths| Weight::from_tenths(tenths).expect("in range");
        let mut sheet = String::new();
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            let mut look = Look::default();
            look.glyphs = glyphs;
            for cells in [8, 9, 11, 13, 16, 19, 24, 29, 40] {
                for (tenths, ghost, excluded) in [
                    (0, None, false),
                    (34, Some(at(52)), false),
                    (67, None, true),
                    (100, None, false),
                ] {
                    let weight = at(tenths);
                    let slider = Slider { weight, bands: &BANDS, excluded, ghost };
                    let drawn = text_of(slider, cells, &look);
                    assert_eq!(crate::ui::text::width(&drawn), cells);
                    let _ = writeln!(sheet, "{cells:>2} {weight:>4} {drawn}");
                }
            }
        }
        insta::assert_snapshot!("slider", sheet);
    }

    #[test]
    fn the_handle_moves_one_way_as_the_weight_grows() {
        for cells in 1..=80 {
            let mut last = (0, 0);
            let mut places = 0;
            for tenths in 0..=100 {
                let drawn = drawn(tenths, &BANDS[..1], false, cells);
                let signs: Vec<char> = drawn.chars().collect();
                let at = signs.iter().position(|it| *it == '●').expect("a handle");
                let third = match (signs.contains(&'╼'), signs.contains(&'╾')) {
                    (true, false) => 0,
                    (false, false) => 1,
                    (false, true) => 2,
                    both => panic!("{both:?}: {drawn}"),
                };
                assert!((at, third) >= last, "{cells} cells, {tenths}: {drawn}");
                places += usize::from((at, third) != last);
                last = (at, third);
            }
            // Three places a cell, but for the ends, which are the middle of theirs.
            assert!(places >= (3 * cells).saturating_sub(2).min(60), "{cells} cells: {places}");
        }
    }

    #[test]
    fn the_handle_is_never_hidden() {
        for cells in 1..60 {
            for tenths in 0..=100 {
                assert_eq!(drawn(tenths, &BANDS, false, cells).matches('●').count(), 1);
            }
        }
    }

    #[test]
    fn the_ghost_is_a_mark_of_its_own_that_hides_no_handle() {
        let drawn = |tenths, ghost, glyphs: Glyphs| -> String {
            let at = |tenths| Weight::from_tenths(tenths).expect("in range");
            let (weight, ghost) = (at(tenths), Some(at(ghost)));
            let mut look = Look::default();
            look.glyphs = glyphs;
            let slider = Slider { weight, bands: &BANDS, excluded: false, ghost };
            text_of(slider, 11, &look)
        };
        assert_eq!(drawn(30, 50, Glyphs::UNICODE), "━━━●━◇━┊╌╌╌");
        assert_eq!(drawn(30, 70, Glyphs::UNICODE), "━━━●━━━◇╌╌╌");
        assert_eq!(drawn(30, 31, Glyphs::UNICODE), "━━━●━━━┊╌╌╌");
        assert_eq!(drawn(30, 50, Glyphs::ASCII), "===@=^=|---");
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            let others = [glyphs.thumb, glyphs.thumb_excluded, glyphs.tick, glyphs.tied];
            assert!(!others.contains(&glyphs.ghost) && !glyphs.strokes.contains(&glyphs.ghost));
        }
    }

    #[test]
    fn an_excluded_criterion_has_a_hollow_handle_and_no_side() {
        let band = [Band { from: 0.0, to: 10.0, leader: Some(0) }];
        assert_eq!(drawn(50, &band, true, 5), "──○──");
    }

    #[test]
    fn the_ends_of_a_track_are_the_ends_of_the_scale() {
        for cells in [2, 8, 13, 40] {
            assert_eq!(weight_at(0, cells), Weight::MIN);
            assert_eq!(weight_at(i32::try_from(cells).unwrap() - 1, cells), Weight::MAX);
            assert_eq!(weight_at(-5, cells), Weight::MIN);
            assert_eq!(weight_at(500, cells), Weight::MAX);
        }
    }
}
