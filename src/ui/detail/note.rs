//! A note: reference to read.

use super::page::Page;
use crate::app::App;
use crate::ui::Look;

pub(super) fn write(page: &mut Page, app: &App, look: &Look, n: usize) {
    let note = &app.decision().notes[n];
    page.text(&note.title, look.theme.strong);
    page.gap();
    for line in note.body.lines() {
        match line.trim().strip_prefix("- ") {
            Some(item) => page.indented(&format!("{} ", look.glyphs.bullet), item, look.theme.text),
            None if line.trim().is_empty() => page.gap(),
            None => page.text(line.trim(), look.theme.text),
        }
    }
    let decision = app.decision();
    let about: Vec<&str> =
        (note.alternatives.iter().map(|a| decision.alternatives[*a].name.as_str()))
            .chain(note.criteria.iter().map(|j| decision.criteria[*j].name.as_str()))
            .collect();
    if !about.is_empty() {
        page.heading("About");
        page.text(&about.join(", "), look.theme.dim);
    }
    if !note.sources.is_empty() {
        page.heading("Sources");
        for &s in &note.sources {
            let title = &app.decision().sources[s].title;
            page.indented(&format!("[{}] ", s + 1), title, look.theme.dim);
        }
    }
}
