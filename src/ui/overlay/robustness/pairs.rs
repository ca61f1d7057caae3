//! The alternatives one against one: on what share of all weights the row is ahead of the column.

use ratatui::text::Span;

use super::names;
use crate::app::App;
use crate::assessment::words::cautious_column_percent;
use crate::ui::Look;
use crate::ui::detail::Page;

/// Cells of a share, the space before it included.
const SHARE: usize = 6;

/// Cells of a name, at most.
const LONGEST_NAME: usize = 24;

pub(super) fn write<'a>(page: &mut Page<'a>, app: &App, look: &'a Look) {
    let theme = &look.theme;
    let pairs = app.pairs();
    page.text(
        "The share of all weights on which the row is ahead of the column. Exact.",
        theme.dim,
    );
    page.gap();
    let name = names(app, &pairs.order, LONGEST_NAME.min(page.cells() / 3));
    let room = page.cells().saturating_sub(1 + look.tag_width() + 1 + name) / SHARE;
    let count = pairs.order.len().min(room.max(1));
    let shown = &pairs.order[..count];
    let mut heads = vec![Span::raw(" ".repeat(look.tag_width() + 1 + name))];
    for &a in shown {
        let tag = look.tag(Some(a));
        heads.push(Span::raw(" ".repeat(SHARE.saturating_sub(tag.width()))));
        heads.push(tag.patch_style(theme.strong));
    }
    page.line(heads);
    for (row, &a) in shown.iter().enumerate() {
        let style = theme.alternative(a);
        let mut spans = vec![
            look.tag(Some(a)),
            Span::styled(
                format!(" {}", look.fit(&app.decision().alternatives[a].name, name)),
                style.patch(theme.strong),
            ),
        ];
        for (column, &share) in pairs.ahead[row].iter().take(count).enumerate() {
            spans.push(if row == column {
                Span::styled(format!("{:>SHARE$}", look.glyphs.dash), theme.faint)
            } else {
                let style = if share > 0.5 { style.patch(theme.strong) } else { theme.dim };
                Span::styled(format!("{:>SHARE$}", cautious_column_percent(share)), style)
            });
        }
        page.line(spans);
    }
    let more = app.assessment().compared().len() - count;
    if more > 0 {
        let follow = if more == 1 { "1 more follows" } else { &format!("{more} more follow") };
        page.gap();
        page.text(&format!("These are the first {count} by score; {follow}."), theme.dim);
    }
}
