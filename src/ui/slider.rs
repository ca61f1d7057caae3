//! The slider: the signature of the screen.
//!
//! ```text
//! ━━◇━━●━━━━━━┊╌╌╌╌
//! │ │  │      │└ from here on somebody else would lead: another stroke, another colour
//! │ │  │      └ tipping point
//! │ │  └ the importance now
//! │ └ the importance in the scenario that is compared with
//! └ who leads as long as the handle is on this stroke
//! ```
//!
//! So the track shows what would change the verdict before anything is moved.

use ratatui::text::Span;

use super::Look;
use super::text::cell;
use crate::assessment::Band;
use crate::decision::Importance;

/// What a slider shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slider<'a> {
    /// Where the handle is.
    pub(super) importance: Importance,
    /// Who would lead where.
    pub(super) bands: &'a [Band],
    /// Whether the criterion is out of the score.
    pub(super) aside: bool,
    /// Where the scenario under comparison has the handle, if that is elsewhere.
    pub(super) ghost: Option<Importance>,
}

impl Slider<'_> {
    /// The slider as one span per stretch of the same look, on a track of so many cells.
    pub(super) fn spans(&self, cells: usize, look: &Look) -> Vec<Span<'static>> {
        let last = cells.saturating_sub(1);
        let cell = |importance: f64| cell(importance / 10.0, cells);
        let handle = cell(self.importance.size());
        let ghost = self.ghost.map(|it| cell(it.size()));
        let mut spans: Vec<Span<'static>> = Vec::new();
        let mut band = 0;
        for at in 0..cells {
            let importance = if last == 0 { 0.0 } else { 10.0 * at as f64 / last as f64 };
            while band + 1 < self.bands.len() && self.bands[band].to <= importance {
                band += 1;
            }
            let leader = self.bands.get(band).and_then(|band| band.leader);
            let is_tick = self.bands.iter().skip(1).any(|band| cell(band.from) == at);
            let (sign, style) = if at == handle {
                let thumb = if self.aside { look.glyphs.thumb_aside } else { look.glyphs.thumb };
                (thumb, if self.aside { look.theme.dim } else { look.theme.strong })
            } else if ghost == Some(at) {
                (look.glyphs.ghost, look.theme.dim)
            } else if is_tick {
                (look.glyphs.tick, look.theme.caution)
            } else if self.aside {
                (look.glyphs.tied, look.theme.faint)
            } else {
                (look.glyphs.stroke(leader), look.theme.leader(leader))
            };
            match spans.last_mut() {
                Some(span) if span.style == style => span.content.to_mut().push_str(sign),
                _ => spans.push(Span::styled(sign.to_owned(), style)),
            }
        }
        spans
    }
}

/// The importance at a cell of a track: the roundest that the cell stands for. Cells beyond the ends
/// count as them.
pub(super) fn importance_at(column: i32, cells: usize) -> Importance {
    let last = i32::try_from(cells.saturating_sub(1)).unwrap_or(i32::MAX).max(1);
    let column = column.clamp(0, last);
    let roundest = [10, 5].into_iter().find_map(|step| {
        let tenths = (column * 100 + step * last / 2) / (step * last) * step;
        let size = f64::from(tenths) / 100.0;
        (usize::try_from(column) == Ok(cell(size, cells))).then_some(tenths)
    });
    Importance::clamped(roundest.unwrap_or((column * 100 + last / 2) / last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Glyphs;

    fn drawn(tenths: u8, bands: &[Band], aside: bool, cells: usize) -> String {
        let importance = Importance::from_tenths(tenths).expect("in range");
        let slider = Slider { importance, bands, aside, ghost: None };
        slider.spans(cells, &Look::default()).iter().map(|span| span.content.as_ref()).collect()
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
            let at = |tenths| Importance::from_tenths(tenths).expect("in range");
            let (importance, ghost) = (at(tenths), Some(at(ghost)));
            let mut look = Look::default();
            look.glyphs = glyphs;
            let slider = Slider { importance, bands: &BANDS, aside: false, ghost };
            slider.spans(11, &look).iter().map(|span| span.content.as_ref()).collect()
        };
        assert_eq!(drawn(30, 50, Glyphs::UNICODE), "━━━●━◇━┊╌╌╌");
        assert_eq!(drawn(30, 70, Glyphs::UNICODE), "━━━●━━━◇╌╌╌");
        assert_eq!(drawn(30, 31, Glyphs::UNICODE), "━━━●━━━┊╌╌╌");
        assert_eq!(drawn(30, 50, Glyphs::ASCII), "===O=^=|---");
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            let others = [glyphs.thumb, glyphs.thumb_aside, glyphs.tick, glyphs.tied];
            assert!(!others.contains(&glyphs.ghost) && !glyphs.strokes.contains(&glyphs.ghost));
        }
    }

    #[test]
    fn what_is_set_aside_has_a_hollow_handle_and_no_side() {
        let band = [Band { from: 0.0, to: 10.0, leader: Some(0) }];
        assert_eq!(drawn(50, &band, true, 5), "──○──");
    }

    #[test]
    fn the_ends_of_a_track_are_the_ends_of_the_scale() {
        for cells in [2, 8, 13, 40] {
            assert_eq!(importance_at(0, cells), Importance::MIN);
            assert_eq!(importance_at(i32::try_from(cells).unwrap() - 1, cells), Importance::MAX);
            assert_eq!(importance_at(-5, cells), Importance::MIN);
            assert_eq!(importance_at(500, cells), Importance::MAX);
        }
    }
}
