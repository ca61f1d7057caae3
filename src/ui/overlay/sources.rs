//! The sources: how far each is trusted, which way it leans, and the verdict without it.
//!
//! ```text
//!                                            alone      trust              without it
//! ▸ [1] A guide                93 claims     D  12.3    ━━━━━━━━━━● 1.0    N  4.2
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, Window};
use crate::assessment::{Verdict, only_source, without_source};
use crate::ui::Look;
use crate::ui::pane::draw_lines;
use crate::ui::text::cell;

/// Lines above the list.
pub(super) const ABOVE: usize = 3;

/// Cells of a trust's track.
const TRACK: usize = 11;

/// Cells of all columns but the title: marker, claims, verdict alone, trust, verdict without.
fn columns(look: &Look) -> usize {
    2 + 8 + verdict_cells(look) + (2 + TRACK + 5) + verdict_cells(look)
}

/// Cells of a verdict: tag and margin.
fn verdict_cells(look: &Look) -> usize {
    look.tag_width() + 7
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
    let title = cells.saturating_sub(columns(look) + 1);
    let hint = " Arrows to the sides move how far you trust the selected source; Enter shows what it claims.";
    frame.render_widget(
        Line::styled(look.cut(hint, cells), theme.dim),
        Rect { height: 1.min(inside.height), ..inside },
    );
    let heading = format!(
        "  {}  claims {:>verdict$}  {}{:>verdict$}",
        look.fit("", title),
        "alone",
        look.fit("trust", TRACK + 5),
        "without",
        verdict = verdict_cells(look),
    );
    if inside.height > 2 {
        let line = Line::styled(look.cut(&heading, cells), theme.dim);
        frame.render_widget(line, Rect { y: inside.y + 2, height: 1, ..inside });
    }
    let above = u16::try_from(ABOVE).unwrap_or(3).min(inside.height);
    let list = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let count = app.decision().sources.len();
    let window =
        Window { offset: app.view.overlay.offset, height: list.height.into(), length: count }
            .showing(selected, selected);
    let lines = (window.offset..count).map(|s| {
        let line = source(app, look, s, title, s == selected);
        if s == selected { line.patch_style(theme.cursor) } else { line }
    });
    draw_lines(lines, window, list, look, frame);
    window
}

fn source(app: &App, look: &Look, s: usize, title: usize, selected: bool) -> Line<'static> {
    let theme = &look.theme;
    let decision = app.decision();
    let claims =
        decision.criteria.iter().flat_map(|it| &it.claims).filter(|it| it.source == s).count();
    let trust = app.judgement().trust(s).size();
    let handle = cell(trust, TRACK);
    let marker = if selected { look.glyphs.marker } else { " " };
    let it = &decision.sources[s];
    let origin: Vec<&str> = it.publisher.iter().chain(&it.published).map(String::as_str).collect();
    let origin =
        if origin.is_empty() { String::new() } else { format!(" ({})", origin.join(", ")) };
    let name = format!("[{}] {}{origin}", s + 1, it.title);
    let mut spans = vec![
        Span::styled(format!("{marker} "), theme.accent),
        Span::raw(look.fit(&name, title)),
        Span::styled(format!(" {claims:>6} "), theme.dim),
    ];
    spans.extend(verdict(only_source(decision, app.judgement(), s), look));
    spans.push(Span::raw("  "));
    spans.push(Span::raw(look.glyphs.spread.repeat(handle)));
    spans.push(Span::styled(look.glyphs.thumb, theme.strong));
    spans.push(Span::styled(look.glyphs.scale.repeat(TRACK - 1 - handle), theme.faint));
    spans.push(Span::raw(format!(" {trust:.1} ")));
    spans.extend(verdict(without_source(decision, app.judgement(), s), look));
    Line::from(spans)
}

/// Who would lead, and by how much.
fn verdict(verdict: Option<Verdict>, look: &Look) -> Vec<Span<'static>> {
    match verdict {
        Some(verdict) => vec![
            Span::raw("  "),
            look.tag(verdict.leader),
            Span::styled(format!(" {:>4.1}", verdict.margin), look.theme.leader(verdict.leader)),
        ],
        None => vec![Span::styled(look.fit("  none", verdict_cells(look)), look.theme.dim)],
    }
}
