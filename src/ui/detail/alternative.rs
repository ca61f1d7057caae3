//! An alternative: what it is, where it stands now, and what there is to read on it.

use ratatui::text::Span;

use super::page::Page;
use crate::app::App;
use crate::assessment::words;
use crate::ui::Look;

pub(super) fn write(page: &mut Page, app: &App, look: &Look, a: usize) {
    let theme = &look.theme;
    let alternative = &app.decision().alternatives[a];
    page.text(&alternative.name, theme.alternative(a).patch(theme.strong));
    page.gap();
    if !alternative.summary.is_empty() {
        page.text(&alternative.summary, theme.text);
        page.gap();
    }
    if app.judgement().is_alternative_excluded(a) {
        page.text("Excluded from the comparison.", theme.caution);
        page.gap();
    }
    if let Some(scores) = app.assessment().scores() {
        let score = words::decimal(scores[a]);
        page.flow(vec![
            Span::raw("Its score now: "),
            Span::styled(score, theme.alternative(a).patch(theme.strong)),
        ]);
    }
    let notes = app.decision().notes.iter().filter(|note| note.alternatives.contains(&a));
    let titles: Vec<&str> = notes.map(|note| note.title.as_str()).collect();
    if !titles.is_empty() {
        page.heading("To read on it");
        for title in titles {
            page.indented(&format!("{} ", look.glyphs.bullet), title, theme.text);
        }
    }
}
