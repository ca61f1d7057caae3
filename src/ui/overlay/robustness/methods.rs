//! What other methods of decision analysis say.

use ratatui::text::Span;

use crate::app::App;
use crate::assessment::words;
use crate::ui::Look;
use crate::ui::detail::Page;

pub(super) fn write<'a>(page: &mut Page<'a>, app: &App, look: &'a Look) {
    let theme = &look.theme;
    let Some(opinions) = app.opinions() else {
        page.text(
            "There are too many ratings to ask other methods while you wait; a report asks them.",
            theme.dim,
        );
        return;
    };
    page.text("What other methods make of the same ratings and shares:", theme.dim);
    page.gap();
    for opinion in opinions {
        let Some(sentence) = words::opinion(app.decision(), opinion) else { continue };
        let lead = vec![look.tag(opinion.leader).patch_style(theme.strong), Span::raw("  ")];
        page.after(lead, &format!("{sentence}."), theme.text);
    }
    page.gap();
    if let Some(agreement) = words::agreement(app.assessment(), opinions) {
        page.text(&format!("{agreement}."), theme.strong);
    }
    if app.decision().alternatives.len() == 2 {
        page.gap();
        page.after(
            vec![Span::styled("! ", theme.caution)],
            &format!("{}.", words::TWO_ALTERNATIVES),
            theme.text,
        );
    }
}
