//! The map in words: whose the regions are, and who leads on how much of it.

use ratatui::text::{Line, Span};

use super::wrapped;
use crate::app::App;
use crate::assessment::Region;
use crate::ui::Look;
use crate::ui::look::cautious_percent;
use crate::ui::text::width;

/// Lines that they take at most: a legend, and a sentence of two.
pub(super) const LINES: u16 = 3;

/// Who leads on how much of the map: a legend, and a sentence.
pub(super) fn words(app: &App, look: &Look, regions: &[Region], cells: u16) -> Vec<Line<'static>> {
    let mut shares: Vec<(Option<usize>, f64)> = Vec::new();
    for region in regions {
        match shares.iter_mut().find(|(leader, _)| *leader == region.leader) {
            Some((_, share)) => *share += region.share(),
            None => shares.push((region.leader, region.share())),
        }
    }
    shares.sort_by(|(_, x), (_, y)| y.total_cmp(x));
    let Some(&(leader, share)) = shares.first() else { return Vec::new() };
    let who = match leader {
        Some(a) => format!("{} leads", app.decision().alternatives[a].name),
        None => "nobody leads alone".into(),
    };
    let place = match (leader, share) {
        (Some(_), all) if all > ALL => "all over this map".into(),
        (None, all) if all > ALL => "anywhere on this map".into(),
        (_, part) => format!("on {} of this map", percent(part)),
    };
    let mut sentence = wrapped(&format!("With the others as they are, {who} {place}."), cells);
    if sentence.len() >= usize::from(LINES) {
        sentence = wrapped(&format!("{who} {place}."), cells);
    }
    let mut words = vec![legend(app, look, &shares, cells)];
    words.extend(sentence.into_iter().map(|it| Line::styled(it, look.theme.dim)));
    words
}

/// What fills the regions, whose they are, and their parts of the map: by name where there is room
/// for all, else by tag.
fn legend(app: &App, look: &Look, shares: &[(Option<usize>, f64)], cells: u16) -> Line<'static> {
    let name = |leader: Option<usize>| match leader {
        Some(a) => app.decision().alternatives[a].name.clone(),
        None => "tied".into(),
    };
    let tag = |leader| look.tag(leader).content.trim().to_owned();
    let texts = |of: &dyn Fn(Option<usize>) -> String| -> Vec<String> {
        shares
            .iter()
            .map(|(leader, share)| format!("{} {}", of(*leader), percent(*share)))
            .collect()
    };
    // Two cells of fill, and one of air around it and behind the text.
    let taken = |text: &String| 5 + width(text);
    let cells = usize::from(cells);
    let names = texts(&name);
    let fits = names.iter().map(taken).sum::<usize>() <= cells;
    let mut room = cells;
    let mut spans = Vec::new();
    for (text, (leader, _)) in if fits { names } else { texts(&tag) }.iter().zip(shares) {
        let Some(rest) = room.checked_sub(taken(text)) else { break };
        room = rest;
        let style = look.theme.leader(*leader);
        spans.push(Span::styled(format!(" {}", look.glyphs.fill(*leader).repeat(2)), style));
        spans.push(Span::raw(format!(" {text} ")));
    }
    Line::from(spans)
}

/// From this share on it is the whole map, but for rounding.
const ALL: f64 = 1.0 - 1e-6;

/// A share of the map as whole percent.
fn percent(share: f64) -> String {
    cautious_percent(if share > ALL { 1.0 } else { share })
}
