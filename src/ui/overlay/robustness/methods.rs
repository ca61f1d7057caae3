//! What other methods of decision analysis say.

use ratatui::text::Span;

use crate::app::App;
use crate::assessment::words;
use crate::ui::Look;
use crate::ui::detail::Page;

pub(super) fn write<'a>(page: &mut Page<'a>, app: &App, look: &'a Look) {
    let theme = &look.theme;
    page.text("What other methods make of the same values and shares:", theme.dim);
    page.gap();
    for opinion in app.opinions() {
        let sentence = words::opinion(app.decision(), opinion);
        let lead = vec![look.tag(opinion.leader).patch_style(theme.strong), Span::raw("  ")];
        page.after(lead, &format!("{sentence}."), theme.text);
    }
    page.gap();
    if let Some(agreement) = words::agreement(app.assessment(), app.opinions()) {
        page.text(&format!("{agreement}."), theme.strong);
    }
}
