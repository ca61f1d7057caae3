//! A line to type, and what matches below it.

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::field;
use super::help::keys;
use crate::app::{App, COMMANDS, Command, Context, Palette, Row, Search, Window};
use crate::assessment::words::counted;
use crate::ui::pane::{draw_lines, window};
use crate::ui::text::{suffix, width, wrap};
use crate::ui::{Frame, Look};

/// Lines above the list: the line to type in, and one that counts.
pub(super) const ABOVE: usize = 2;

/// Lines for the text of what is selected, in the search and in the palette, from so many lines on
/// that there are.
const PREVIEW: u16 = 4;
const SHORT_PREVIEW: u16 = 2;
const HIGH: u16 = 16;

/// Cells of the column that says what kind of place a match is, the space behind it included.
const KIND: usize = 12;

/// From so many cells on, every match has its context beside it; on fewer, only one that is found by
/// it. On still fewer its kind goes.
const WITH_CONTEXT: usize = 60;
const WITH_KIND: usize = 40;

/// From so many cells on, every command has what it does beside it.
const WITH_HELP: usize = 56;

/// Cells of a row of the palette that are not its texts': the marker, the gap before the key, which
/// stands at the right, and one behind it.
const GAP: usize = 2;
const MARGINS: usize = 2 + GAP + 1;

/// Cells that say that a command was run before.
const AGAIN: usize = 7;

pub(super) fn search(
    search: &Search,
    app: &App,
    look: &Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    field(&search.query, "/ ", look, inside, frame);
    let (found, listed) = (search.found, search.matches.len());
    let hint = match search.query.text().trim() {
        _ if found == 0 => "Nothing matches. Fewer letters find more.".to_owned(),
        "" => format!("{found} places: type a few letters of any word"),
        _ if found == 1 => "1 match".to_owned(),
        _ if found > listed => format!("the best {listed} of {found} matches"),
        _ => format!("{found} matches"),
    };
    let cells = usize::from(inside.width);
    // What stands beside a name may be a whole text: it gets what the claims' contexts need.
    let contexts = if cells >= WITH_CONTEXT { cells / 3 } else { cells / 4 };
    let selected = search.chosen().map(|it| (it.text(), it.context()));
    let above = preview(selected, PREVIEW, look, inside, frame);
    list(above, search.matches.len(), search.selected, &hint, app, look, frame, |at| {
        let found = &search.matches[at];
        let entry = &search.entries[found.index];
        let again = if search.is_recent(found) { "again  " } else { "" };
        let kind = if cells < WITH_KIND { 0 } else { KIND };
        let mut spans = vec![Span::styled(look.fit(entry.place.kind(), kind), look.theme.dim)];
        // What matches behind the text is in the context.
        let length = entry.text().chars().count();
        let (inside, behind): (Vec<usize>, Vec<usize>) =
            found.positions.iter().partition(|it| **it < length);
        let tells = cells >= WITH_CONTEXT || inside.is_empty() && !behind.is_empty();
        let beside = if entry.context().is_empty() || !tells { 0 } else { contexts + 2 };
        let room = cells.saturating_sub(kind + 3 + width(again) + beside);
        let text = highlighted(entry.text(), &inside, room, look);
        let used: usize = text.iter().map(Span::width).sum();
        spans.extend(text);
        if beside > 0 {
            spans.push(Span::raw(" ".repeat(room.saturating_sub(used) + 2)));
            let behind: Vec<usize> =
                behind.iter().map(|it| it.saturating_sub(length + 2)).collect();
            let context = highlighted(entry.context(), &behind, contexts, look);
            spans.extend(context.into_iter().map(|span| {
                let style = look.theme.dim.patch(span.style);
                span.style(style)
            }));
        }
        let used: usize = spans.iter().map(Span::width).sum();
        spans.push(Span::raw(" ".repeat(cells.saturating_sub(used + width(again) + 2))));
        spans.push(Span::styled(again, look.theme.dim));
        spans
    })
}

/// Draws the whole text of what is selected, and what belongs to it, on so many lines below the list
/// where there is room for both, and returns what is left above it.
fn preview(
    selected: Option<(&str, &str)>,
    height: u16,
    look: &Look,
    inside: Rect,
    frame: &mut Frame,
) -> Rect {
    let Some((text, context)) = selected.filter(|_| inside.height >= HIGH) else { return inside };
    let cells = usize::from(inside.width).saturating_sub(2);
    let above = Rect { height: inside.height - height - 1, ..inside };
    let rule = look.glyphs.border.horizontal_top.repeat(inside.width.into());
    let line = Rect { y: above.bottom(), height: 1, ..inside };
    frame.render_widget(Line::styled(rule, look.theme.faint), line);
    let text = wrap(text, cells).into_iter().map(|it| (it, look.theme.text));
    let context = wrap(context, cells).into_iter().map(|it| (it, look.theme.dim));
    let lines: Vec<_> = text.chain(context).filter(|(it, _)| !it.is_empty()).collect();
    let last = usize::from(height).saturating_sub(1);
    let is_cut = lines.len() > last + 1;
    for ((at, (mut line, style)), y) in
        lines.into_iter().enumerate().zip(line.bottom()..inside.bottom())
    {
        if is_cut && at == last {
            line = look.cut(format!("{line} {}", look.glyphs.ellipsis), cells).into_owned();
        }
        let place = Rect { y, height: 1, ..inside };
        frame.render_widget(Line::styled(format!(" {line}"), style), place);
    }
    above
}

pub(super) fn palette(
    palette: &Palette,
    app: &App,
    look: &Look,
    inside: Rect,
    frame: &mut Frame,
) -> Window {
    field(&palette.query, ": ", look, inside, frame);
    let cells = usize::from(inside.width);
    let key = |row: &Row| match row.command {
        Command::Set(_) => look.key(Context::Criteria, row.command).unwrap_or_default(),
        command => keys(look, command),
    };
    let again = |found| if palette.is_recent(found) { "again  " } else { "" };
    let names = COMMANDS.iter().map(|row| width(row.id)).max().unwrap_or(0) + 2;
    // Half a sentence helps nobody: where there is no room, the line above the list has the help.
    let room = |key: &str, again: &str| match cells {
        WITH_HELP.. => cells.saturating_sub(names + width(key) + width(again) + MARGINS),
        _ => 0,
    };
    let chosen = palette.chosen();
    let above = preview(chosen.map(|it| (it.help, "")), SHORT_PREVIEW, look, inside, frame);
    let hint: Cow<'_, str> = match chosen {
        None => "No such command. Fewer letters find more.".into(),
        // Where there is no room to read the whole of it below the list.
        Some(row) if above == inside && width(row.help) > room(&key(row), "") => row.help.into(),
        Some(_) if palette.query.text().trim().is_empty() => {
            "Type a few letters of what you want to do".into()
        }
        Some(_) => counted(palette.matches.len(), "command").into(),
    };
    list(above, palette.matches.len(), palette.selected, &hint, app, look, frame, |at| {
        let found = &palette.matches[at];
        let row = &COMMANDS[found.index];
        let length = row.id.chars().count();
        let (inside, behind): (Vec<usize>, Vec<usize>) =
            found.positions.iter().partition(|it| **it < length);
        let mut spans = highlighted(row.id, &inside, names, look);
        let key = look.cut(key(row), cells.saturating_sub(width(row.id) + MARGINS));
        let again =
            if width(row.id) + width(&key) + MARGINS + AGAIN > cells { "" } else { again(found) };
        let room = room(&key, again);
        if room > 0 {
            spans.push(Span::raw(" ".repeat(names.saturating_sub(width(row.id)))));
            let behind: Vec<usize> =
                behind.iter().map(|it| it.saturating_sub(length + 2)).collect();
            spans.extend(highlighted(row.help, &behind, room, look).into_iter().map(|span| {
                let style = look.theme.dim.patch(span.style);
                span.style(style)
            }));
        }
        let used: usize = spans.iter().map(Span::width).sum();
        let gap = (cells + GAP).saturating_sub(used + width(again) + width(&key) + MARGINS);
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(Span::styled(again, look.theme.dim));
        spans.push(Span::styled(key, look.theme.accent));
        spans
    })
}

#[expect(clippy::too_many_arguments, reason = "two callers, and all of it is theirs to say")]
fn list(
    inside: Rect,
    count: usize,
    selected: usize,
    hint: &str,
    app: &App,
    look: &Look,
    frame: &mut Frame,
    spans: impl Fn(usize) -> Vec<Span<'static>>,
) -> Window {
    let above = u16::try_from(ABOVE).unwrap_or(2).min(inside.height);
    if inside.height >= 2 {
        let hint = look.cut(hint, usize::from(inside.width).saturating_sub(2));
        let line = Line::styled(format!(" {hint}"), look.theme.dim);
        frame.render_widget(line, Rect { y: inside.y + 1, height: 1, ..inside });
    }
    let below = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let window = window(app.view.overlay, below, count, selected, selected);
    let lines = (window.offset..count).map(|at| {
        let marker = if at == selected { look.glyphs.marker } else { " " };
        let mut line = vec![Span::styled(format!("{marker} "), look.theme.accent)];
        line.extend(spans(at));
        let line = Line::from(line);
        if at == selected { line.patch_style(look.theme.cursor) } else { line }
    });
    draw_lines(lines, window, below, look, frame);
    window
}

/// A text of at most so many cells with the matched characters highlighted. Where the match lies
/// beyond them, the text begins shortly before it, or ends with its end.
fn highlighted(text: &str, positions: &[usize], cells: usize, look: &Look) -> Vec<Span<'static>> {
    let at = |index: usize| text.char_indices().nth(index).map_or(text.len(), |it| it.0);
    let from = positions.first().map_or(0, |it| at(*it));
    let to = positions.last().map_or(0, |it| at(it + 1));
    let sign = width(look.glyphs.ellipsis);
    let is_in_sight = width(text) <= cells || width(&text[..to]) + sign <= cells;
    let start = if is_in_sight {
        0
    } else {
        let near = from - suffix(&text[..from], cells / 3).len();
        near.min(text.len() - suffix(text, cells.saturating_sub(sign)).len())
    };
    let (hidden, tail) = text.split_at(start);
    let start = hidden.chars().count();
    let lead = if start > 0 { look.glyphs.ellipsis } else { "" };
    let shown = look.cut(tail, cells.saturating_sub(width(lead)));
    let mut spans = vec![Span::styled(lead, look.theme.dim)];
    for (index, character) in shown.chars().enumerate() {
        let style: Style = if positions.binary_search(&(index + start)).is_ok() {
            look.theme.matched
        } else {
            look.theme.text
        };
        match spans.last_mut() {
            Some(span) if span.style == style => span.content.to_mut().push(character),
            _ => spans.push(Span::styled(character.to_string(), style)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown of a text with a match at its characters from `from` to `to`.
    fn shown(text: &str, (from, to): (usize, usize), cells: usize) -> String {
        let look = Look::default();
        let positions: Vec<usize> = (from..to).collect();
        let spans = highlighted(text, &positions, cells, &look);
        let text = spans.iter().map(|it| it.content.as_ref()).collect();
        let matched = spans.iter().filter(|it| it.style == look.theme.matched);
        assert_eq!(
            matched.map(|it| it.content.chars().count()).sum::<usize>(),
            to - from,
            "{text}"
        );
        text
    }

    #[test]
    fn a_match_is_in_sight_however_wide_what_stands_before_it_is() {
        for (text, found, cells, expected) in [
            // What fits is whole.
            ("abcdefgh", (6, 8), 8, "abcdefgh"),
            ("可维护性abc", (4, 7), 11, "可维护性abc"),
            // A match at the end of what fits is not where the sign of the cut comes.
            ("abcdefghij", (5, 7), 8, "abcdefg…"),
            ("abcdefghij", (6, 8), 8, "…defghij"),
            ("可维护性与长期演进abc", (9, 12), 12, "…长期演进abc"),
            ("可维护性abc与长期演进的代价", (4, 7), 11, "…性abc与长…"),
            ("abc可维护性与长期演进", (0, 3), 8, "abc可维…"),
        ] {
            assert_eq!(shown(text, found, cells), expected, "{text} {cells}");
        }
        for cells in 4..40 {
            for at in 0..30 {
                let text = format!("{}x{}", "性".repeat(at), "y".repeat(30 - at));
                assert!(width(&shown(&text, (at, at + 1), cells)) <= cells, "{text} {cells}");
            }
        }
    }
}
