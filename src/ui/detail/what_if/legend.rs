//! The map in words: whose the regions are, and who leads on how much of it.

use ratatui::text::{Line, Span};

use super::wrapped;
use crate::app::App;
use crate::assessment::Region;
use crate::assessment::words::cautious_column_percent;
use crate::ui::Look;
use crate::ui::detail::name_of;
use crate::ui::text::width;

/// Lines that the legend takes.
pub(super) const LINES: u16 = 1;

/// Who leads on which share of the map, those first who do on most of it.
fn shares(regions: &[Region]) -> Vec<(Option<usize>, f64)> {
    let mut shares: Vec<(Option<usize>, f64)> = Vec::new();
    for region in regions {
        match shares.iter_mut().find(|(leader, _)| *leader == region.leader) {
            Some((_, share)) => *share += region.share(),
            None => shares.push((region.leader, region.share())),
        }
    }
    shares.sort_by(|(_, x), (_, y)| y.total_cmp(x));
    shares
}

/// Where there is no map to look at: who leads how often as the two weights change.
pub(super) fn words(
    app: &App,
    look: &Look,
    regions: &[Region],
    (criterion, other): (usize, usize),
    cells: u16,
) -> Vec<Line<'static>> {
    let shares = shares(regions);
    let leads = |(n, (leader, share)): (usize, &(Option<usize>, f64))| match leader {
        Some(a) if n == 0 => format!("{} leads on {}", name_of(app, *a), percent(*share)),
        Some(a) => format!("{} on {}", name_of(app, *a), percent(*share)),
        None => format!("tied on {}", percent(*share)),
    };
    let all: Vec<String> = shares.iter().enumerate().map(leads).collect();
    let name = |j: usize| &app.judgement().criterion(app.decision(), j).name;
    let (criterion, other) = (name(criterion), name(other));
    let sentence = format!("{} of all settings of {criterion} and {other}.", all.join(", "));
    wrapped(&sentence, cells).into_iter().map(|it| Line::styled(it, look.theme.dim)).collect()
}

/// What fills the regions, whose they are, and their parts of the map: by name where there is room
/// for all, else by tag.
pub(super) fn legend(app: &App, look: &Look, regions: &[Region], cells: u16) -> Line<'static> {
    let shares = shares(regions);
    let name = |leader: Option<usize>| match leader {
        Some(a) => name_of(app, a).to_owned(),
        None => "tied".into(),
    };
    let tag = |leader| look.tag(leader).content.trim().to_owned();
    let texts = |of: &dyn Fn(Option<usize>) -> String, leads: [&str; 2]| -> Vec<String> {
        let text = |(n, (leader, share)): (usize, &(Option<usize>, f64))| {
            let leads = leader.map_or("", |_| leads[n.min(1)]);
            format!("{}{leads} {}", of(*leader), percent(*share))
        };
        shares.iter().enumerate().map(text).collect()
    };
    // Two cells of fill, and one of air around it and behind the text.
    let taken = |text: &String| 5 + width(text);
    let mut room = usize::from(cells);
    let forms = [
        texts(&name, [" leads on", " on"]),
        texts(&name, ["", ""]),
        texts(&tag, [" leads on", " on"]),
    ];
    let fits = |texts: &&Vec<String>| texts.iter().map(taken).sum::<usize>() <= room;
    let tags = texts(&tag, ["", ""]);
    let mut spans = Vec::new();
    for (text, (leader, _)) in forms.iter().find(fits).unwrap_or(&tags).iter().zip(&shares) {
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
    cautious_column_percent(if share > ALL { 1.0 } else { share })
}
