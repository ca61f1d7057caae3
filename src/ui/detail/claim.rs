//! A claim in a list of claims: whom it is about, the mark it makes, what the source says, and what
//! became of it.

use ratatui::text::Span;

use super::page::Page;
use super::scale;
use crate::app::{App, FIRST_CLAIM, Pane};
use crate::decision::ClaimRef;
use crate::ui::Look;
use crate::ui::text::width;

/// Writes the claim that is the n-th of those that the pane lists: `N 5 Turns defences on by
/// default.` Where its heading may be out of sight, the number of its source goes before what it says.
pub(super) fn write<'a>(
    page: &mut Page<'a>,
    app: &'a App,
    look: &'a Look,
    (n, at): (usize, ClaimRef),
    with_source: bool,
) {
    let theme = &look.theme;
    let claim = app.decision().claim(at);
    let excluded = app.judgement().is_claim_excluded(at);
    let counts = !excluded && app.judgement().trust(claim.source).size() > 0.0;
    let style = if counts { theme.text } else { theme.dim.crossed_out() };
    let mark = scale::mark(claim.rating);
    let indent = 1 + look.tag_width() + 1 + width(&mark) + 1;
    let lead = move || {
        let whom = look.tag(Some(claim.alternative));
        vec![Span::raw(" "), whom, Span::styled(format!(" {mark} "), theme.dim)]
    };
    let selected = app.focus() == Pane::Detail && app.selected(Pane::Detail) == FIRST_CLAIM + n;
    page.write_item(selected.then_some(theme.cursor), |page| {
        if with_source {
            page.after(lead(), &format!("[{}] {}", claim.source + 1, claim.says), style);
        } else {
            page.quote((indent, lead), &claim.says, style);
        }
        if excluded {
            page.tail(indent, "excluded", theme.caution);
        }
        page.caution(indent.min(4), claim.caution.as_deref());
    });
}
