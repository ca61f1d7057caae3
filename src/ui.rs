//! The screen, drawn from the [`App`].
//!
//! Owns layout, theme and every widget; one file per pane, per overlay, per widget. Reads and never
//! changes: what a frame shows goes back as a [`View`]. Must not: decide anything, or compute what
//! [`crate::assessment`] is for.
//!
//! ```text
//!  weigh  Node.js vs Django            Live chat and messaging +3 changes              ? help
//!
//!  Node.js  ██████████████████████████████░░────────  84.1   Node.js leads strongly, +28.2
//!  Django   ███████████████████▉────────────────────  55.9   Django leads with Security up at 7.9
//!           0                 50                 100
//! ╭ Use cases ───────────╮╭ Criteria ────────────────────────────╮╭ Security ────────────────╮
//! │▸ Live chat       N 28││ Runtime                              ││ Evidence  What-if  Compare│
//! │  Gaming servers  N 22││  Real-time  ━━━━━━━━━━● 10.0 24% N 9.1││ Node.js ──━━●━── 2.5  2–4 │
//! ╰──────────────────────╯│▸ Security   ━━━●━━┊╌╌╌  3.0  7% D 4.4││ Django  ──────━● 5.0  4–5 │
//! ╭ Case studies ────────╮│                                      ││                          │
//! │  Slack         N  52%││                                      ││ [1] A guide              │
//! ╰──────────────────────╯╰──────────────────────────────────────╯╰──────────────────────────╯
//!  ←/→ weight   t to tipping point   / search   e export   u undo   : commands
//! ```

mod border;
mod case_studies;
mod criteria;
mod detail;
mod frame;
mod glyphs;
mod header;
mod layout;
mod look;
mod neighbours;
mod overlay;
mod pane;
pub mod picture;
mod plain;
mod pointer;
mod slider;
mod status;
mod still;
mod tag;
mod text;
mod theme;
mod use_cases;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::{App, Pane, Stops, View, Window};
use still::{Drawn, Marks, Part};

pub use frame::Frame;
pub use glyphs::Glyphs;
pub use look::Look;
pub use plain::plain;
pub use pointer::target;
pub(crate) use text::takes_one_cell;
pub(crate) use theme::number;
pub use theme::{Appearance, Depth, Theme};

/// Draws a frame, and says what it shows. What stands still on it from an earlier one, on which the
/// same app was drawn with the same look, is left as it is.
#[must_use]
pub fn draw(app: &App, look: &Look, frame: &mut Frame) -> View {
    let mut view = app.view;
    let Some(places) = layout::places(app, frame.area()) else {
        frame.keep(&Marks::default());
        too_small(look, frame);
        look.theme.paint(frame.buffer_mut());
        return view;
    };
    let marks = &still::marks(app, look, &places);
    frame.keep(marks);
    let keeps_any = frame.keeps_any();
    header::draw(app, look, &places, frame);
    set_drawn(frame, Part::Header, marks, Default::default());
    for pane in Pane::ALL {
        let Some(area) = places.pane(pane) else { continue };
        let window = match pane {
            Pane::UseCases => {
                still(frame, Part::UseCases, marks, |frame| {
                    (use_cases::draw(app, look, area, frame), Stops::default())
                })
                .0
            }
            Pane::Criteria => {
                let window = criteria::draw(app, look, area, frame);
                set_drawn(frame, Part::Criteria, marks, (window, Stops::default()));
                window
            }
            Pane::Detail => {
                let (window, stops) =
                    still(frame, Part::Detail, marks, |frame| detail::draw(app, look, area, frame));
                view.stops = stops;
                window
            }
            Pane::CaseStudies => {
                let window = case_studies::draw(app, look, area, frame);
                set_drawn(frame, Part::CaseStudies, marks, (window, Stops::default()));
                window
            }
        };
        view.set_pane(pane, window);
    }
    if let Some(area) = places.preview {
        detail::preview(app, look, area, frame);
    }
    neighbours::draw(app, look, &places, frame);
    view.dividers = places.dividers;
    if let Some(overlay) = app.overlay() {
        recede(look, &places, frame.buffer_mut());
        view.overlay = overlay::draw(overlay, app, look, places.screen, frame);
    }
    // Last: long news lie over whatever there is.
    let _ = still(frame, Part::Status, marks, |frame| {
        status::draw(app, look, places.status, frame);
        Default::default()
    });
    look.theme.paint(frame.buffer_mut());
    debug_assert!(!keeps_any || is_as_new(app, look, frame, view));
    view
}

/// Draws a part of the screen, unless it stands still.
fn still(
    frame: &mut Frame,
    part: Part,
    marks: &Marks,
    draw: impl FnOnce(&mut Frame) -> (Window, Stops),
) -> (Window, Stops) {
    if let Some(drawn) = frame.kept(part) {
        return (drawn.window, drawn.stops);
    }
    let shown = draw(frame);
    set_drawn(frame, part, marks, shown);
    shown
}

/// Takes note of how a part was drawn, to know it again.
fn set_drawn(frame: &mut Frame, part: Part, marks: &Marks, (window, stops): (Window, Stops)) {
    frame.set_drawn(part, marks[part as usize].map(|mark| Drawn { mark, window, stops }));
}

/// Whether a frame on which something stood still looks as if all of it were drawn now.
fn is_as_new(app: &App, look: &Look, frame: &Frame, view: View) -> bool {
    let mut again = Frame::new(frame.area().as_size());
    draw(app, look, &mut again) == view && again.buffer() == frame.buffer()
}

/// Lets the panes stand back from what lies over them: to be read still, but without colours and
/// selected rows, which the overlay has of its own.
fn recede(look: &Look, places: &layout::Places, buffer: &mut Buffer) {
    let (dim, faint) = (look.theme.dim, look.theme.faint);
    let height = places.status.y.saturating_sub(places.header.bottom());
    let panes = Rect { y: places.header.bottom(), height, ..places.screen };
    for position in panes.positions() {
        let cell = &mut buffer[position];
        let is_faint = faint.fg.is_some_and(|it| it == cell.fg);
        cell.set_style(Style::reset().patch(if is_faint { faint } else { dim }));
    }
}

/// Whether a screen of this size has no room for anything of the app.
#[must_use]
pub fn is_blank(app: &App, size: Size) -> bool {
    layout::places(app, Rect::from((Position::ORIGIN, size))).is_none()
}

/// The one line for a screen on which nothing fits.
fn too_small(look: &Look, frame: &mut Frame) {
    let area = frame.area();
    let (width, height) = (layout::SMALLEST.width, layout::SMALLEST.height);
    let times = if look.glyphs.ascii { "x" } else { "×" };
    let request = format!("weigh needs {width}{times}{height}");
    let shorter = format!("{width}{times}{height}");
    let fitting = if text::width(&request) <= area.width.into() { request } else { shorter };
    frame.render_widget(Line::raw(fitting), area);
}

#[cfg(test)]
mod tests;
