//! A claim in a list of claims: what the source says, the mark that makes, and what became of it.

use ratatui::text::Span;

use super::page::Page;
use super::scale::number;
use crate::app::{App, FIRST_CLAIM, Pane};
use crate::decision::ClaimRef;
use crate::ui::Look;

/// Writes the claim that is the n-th of those that the pane lists, behind a lead:
/// `5 Turns defences on by default.`
pub(super) fn write(
    page: &mut Page,
    app: &App,
    look: &Look,
    (n, at): (usize, ClaimRef),
    mut lead: Vec<Span<'static>>,
) {
    let theme = &look.theme;
    let claim = app.decision().claim(at);
    let struck = app.judgement().is_struck(at);
    let counts = !struck && app.judgement().trust(claim.source).size() > 0.0;
    let style = if counts { theme.text } else { theme.dim.crossed_out() };
    lead.push(Span::styled(format!(" {} ", number(claim.rating)), theme.dim));
    if struck {
        lead.push(Span::styled("struck ", theme.caution));
    }
    let indent = lead.iter().map(Span::width).sum::<usize>().min(4);
    let selected = app.focus() == Pane::Detail && app.selected(Pane::Detail) == FIRST_CLAIM + n;
    page.write_item(selected.then_some(theme.cursor), |page| {
        page.after(lead, &claim.says, style);
        page.caution(indent, claim.caution.as_deref());
    });
}
