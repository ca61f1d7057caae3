//! The verdict in words: who leads, how sure that is, what would change it, what the disagreements could
//! do.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::sure;
use crate::app::{App, Command, Context};
use crate::assessment::words::{is_tied_for_good, list, rounded, signed, tied};
use crate::assessment::{Exclusion, SliderReversal, Strength};
use crate::ui::Look;
use crate::ui::text::{cut_apart, width, wrap};

/// Cells of what a short verdict says beside a name and a margin, at most.
const LONGEST_WORD: usize = 12;

/// Cells of a name that is cut, at least, where the sentence about it is whole.
const SHORTEST_NAME: usize = 12;

/// Fewer lines than that do not have room for everything.
const FEW: usize = 5;

/// What is said where no weight is above 0.
const EQUAL_SHARES: [&str; 2] = ["all weights are 0: equal shares", "all are 0: equal shares"];

/// From so many cells on, all there is to say of one thing has room on one line.
const WIDE: usize = 76;

/// As many lines of words as there are rows, the most important first.
pub(super) fn words(app: &App, look: &Look, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let theme = &look.theme;
    let cut = |text: String, style: Style| Span::styled(look.cut(text, cells), style).into();
    let (sentence, style) = verdict(app, look, cells);
    let mut lines = vec![cut(sentence, style.patch(theme.strong))];
    if app.assessment().verdict().is_none() {
        if let Some(help) = way_back(app, look) {
            lines.extend(wrap(&help, cells).into_iter().map(|line| cut(line, theme.dim)));
        }
        return lines;
    }
    let tip = app.assessment().nearest_slider_reversal();
    let reversals = reversal_in_words(app);
    let is_wide = cells >= WIDE;
    // Whether the reversal has a place beside what a slider alone could do.
    let mut has_reversal = is_wide;
    // What would change the verdict matters most where there is room for two lines only.
    // Of a tie that nothing decides, there is nothing to be sure of.
    let sure_lines = match rows.saturating_sub(2).min(2) {
        _ if is_tied_for_good(app.assessment()) => 0,
        _ if is_wide => 1,
        lines => lines,
    };
    if sure_lines > 0 {
        let mut sure = sure::lines(app, look, cells, sure_lines).unwrap_or_default();
        // Where the reversal has no line of its own, it may have the rest of one.
        if let (2.., Some(_), Some(last)) = (sure.len(), app.nearest_reversal(), sure.last_mut()) {
            let room = cells.saturating_sub(width(last) + 2);
            if let Some(reversal) = reversals.iter().find(|it| width(it) <= room) {
                last.push_str("; ");
                last.push_str(reversal);
                has_reversal = true;
            }
        }
        lines.extend(sure.into_iter().map(|line| cut(line, theme.text)));
    }
    // What a slider alone could do stands at one place, whatever it is; where the reversal has none, and no
    // slider alone could do it, that is the reversal's.
    let slider = match tip {
        Some(tip) => Some(cut(slider_in_words(app, look, tip, cells), theme.caution)),
        None if has_reversal && app.nearest_reversal().is_some() => {
            Some(cut("no slider alone flips it".into(), theme.dim))
        }
        None => None,
    };
    let needs_reversal = is_wide || slider.is_none();
    lines.extend(slider);
    if needs_reversal {
        let fitting = reversals.iter().find(|it| width(it) <= cells).or(reversals.last());
        lines.extend(fitting.map(|reversal| cut(reversal.clone(), theme.dim)));
    }
    if app.assessment().has_equal_shares() {
        // It explains the rest, so that it comes first where not everything has room.
        let at = if rows < FEW { 1 } else { lines.len() };
        let fitting = EQUAL_SHARES.into_iter().find(|it| width(it) <= cells);
        let text = fitting.unwrap_or(EQUAL_SHARES[1]).to_owned();
        lines.insert(at.min(lines.len()), cut(text, theme.dim));
    }
    // They have the signs of what they could do to the bars.
    let signs = format!("{}{} ", look.glyphs.disagreeing, look.glyphs.open);
    if let Some(worst) = disagreements_in_words(app, look, cells.saturating_sub(width(&signs))) {
        lines.push(cut(format!("{signs}{worst}"), theme.dim));
    }
    lines
}

/// What to do where nothing is left to score.
fn way_back(app: &App, look: &Look) -> Option<String> {
    let key = |command| look.key(Context::Criteria, command);
    let is_excluded = |j| app.assessment().exclusion(j) == Some(&Exclusion::ByYou);
    let rate = key(Command::Rate)?;
    let judgement = app.judgement();
    let is_distrusted = |s| judgement.trust(s).size() == 0.0;
    if (0..app.assessment().criteria()).any(is_excluded) {
        Some(format!("{} includes a criterion again, {rate} rates it", key(Command::Exclude)?))
    } else if (0..app.decision().sources.len()).any(is_distrusted) {
        Some(format!("{} trusts a source again, {rate} rates a criterion", key(Command::Sources)?))
    } else if judgement.excluded_claims().next().is_some() {
        Some(format!("{} includes a claim again, {rate} rates a criterion", key(Command::Exclude)?))
    } else {
        Some(format!("{rate} rates a criterion"))
    }
}

/// The least weight that has to change hands for somebody else to lead, from many words to few.
fn reversal_in_words(app: &App) -> Vec<String> {
    let Some(verdict) = app.assessment().verdict() else { return Vec::new() };
    if verdict.leader.is_none() {
        return if is_tied_for_good(app.assessment()) {
            vec!["no weighting decides between them".into(), "no weighting decides".into()]
        } else {
            vec!["the next move may decide".into()]
        };
    }
    let Some(reversal) = app.nearest_reversal() else {
        return vec!["no weighting changes the leader".into()];
    };
    let name = |j: usize| app.judgement().criterion(app.decision(), j).name.as_str();
    // As it is rounded where it has a decimal, so that the two agree.
    let part = match rounded(100.0 * reversal.moved).round() {
        0.0 => "<1%".into(),
        percent => format!("{percent:.0}%"),
    };
    let from = reversal.givers.first().map_or("", |(giver, _)| name(*giver));
    let more = if reversal.givers.len() > 1 { " and others" } else { "" };
    let to = name(reversal.receiver);
    vec![
        format!("flips if {part} of weight moves: {from}{more} to {to}"),
        format!("flips if {part} of weight moves to {to}"),
        format!("flips if {part} of weight moves"),
        format!("{part} of weight flips it"),
        format!("flips if {part} moves"),
    ]
}

/// What would follow if every disagreement went against the leader, where the sources differ at all.
fn disagreements_in_words(app: &App, look: &Look, cells: usize) -> Option<String> {
    let now = app.assessment().verdict()?;
    let worst = app.assessment().under_disagreements()?;
    let differ = (now.margin - worst.margin).abs() > 1e-9 || now.leader != worst.leader;
    // What is shown as no lead is none here.
    if worst.leader.is_none() || signed(worst.margin) == "0.0" {
        let forms = ["disagreements at worst: a tie", "at worst a tie"];
        return differ.then(|| forms[usize::from(width(forms[0]) > cells)].to_owned());
    }
    let leader = &app.decision().alternatives[worst.first].name;
    let margin = signed(worst.margin);
    let still = if worst.leader == now.leader { "still " } else { "" };
    let long = format!("disagreements at worst: {still}{leader} {margin}");
    let short = |leader: &str| format!("at worst {leader} {margin}");
    differ.then(|| if width(&long) <= cells { long } else { named(look, cells, leader, short) })
}

/// Who leads, in as many words as fit, and the look of the leader.
pub(super) fn verdict(app: &App, look: &Look, cells: usize) -> (String, Style) {
    let name = |a: usize| app.decision().alternatives[a].name.as_str();
    let Some(verdict) = app.assessment().verdict() else {
        return ("Nothing left to score".into(), look.theme.caution);
    };
    let margin = signed(verdict.margin);
    if verdict.strength == Strength::Tie {
        return (tie(app, cells), look.theme.leader(None));
    }
    let leader = name(verdict.first);
    // A name may be cut, the verb and the margin may not.
    let [before, after] = match verdict.strength {
        Strength::Tie | Strength::Close => ["Too close to call: ", " "],
        Strength::Lean => ["Leans to ", ", "],
        Strength::Clear => ["", " leads clearly, "],
        Strength::Strong => ["", " leads strongly, "],
    };
    if verdict.strength == Strength::Close && margin == "0.0" {
        let sentence = format!("{before}{leader} by a hair");
        if width(&sentence) <= cells {
            return (sentence, look.theme.leader(verdict.leader));
        }
    }
    let room = cells.saturating_sub(width(before) + width(after) + width(&margin));
    let cut = |cells| {
        let names = app.decision().alternatives.iter().map(|it| it.name.as_str());
        cut_apart(leader, names, cells, look.glyphs.ellipsis)
    };
    let brief = cut(cells.saturating_sub(width(&margin) + LONGEST_WORD).max(4));
    let sentence = if width(leader) <= room || room >= SHORTEST_NAME {
        let leader = cut(room);
        format!("{before}{leader}{after}{margin}")
    } else {
        match verdict.strength {
            Strength::Tie | Strength::Close => format!("Too close: {brief} {margin}"),
            Strength::Lean => format!("Leans {brief}, {margin}"),
            Strength::Clear => format!("{brief} clearly, {margin}"),
            Strength::Strong => format!("{brief} strongly, {margin}"),
        }
    };
    (sentence, look.theme.leader(verdict.leader))
}

/// Who shares the lead, in as many words as fit.
fn tie(app: &App, cells: usize) -> String {
    let tied = tied(app.assessment());
    let names: Vec<&str> =
        tied.iter().map(|a| app.decision().alternatives[*a].name.as_str()).collect();
    let forms = [format!("{} are tied", list(&names)), format!("{} share the lead", tied.len())];
    forms.into_iter().find(|it| width(it) <= cells).unwrap_or_else(|| "A tie".into())
}

/// A tipping point, in as many words as fit.
fn slider_in_words(app: &App, look: &Look, tip: SliderReversal, cells: usize) -> String {
    let name = &app.judgement().criterion(app.decision(), tip.criterion).name;
    let leader = &app.decision().alternatives[tip.leader].name;
    let way = if tip.up { "up" } else { "down" };
    let forms = [
        format!("{leader} leads with {name} {way} at {}", tip.position),
        format!("flips with {name} {way} at {}", tip.position),
    ];
    let bound = look.glyphs.bounds[usize::from(tip.up)];
    let shortest = |name: &str| format!("flips if {name} {bound} {}", tip.position);
    let fitting = forms.into_iter().find(|it| width(it) <= cells);
    fitting.unwrap_or_else(|| named(look, cells, name, shortest))
}

/// A sentence with a name in it, which is cut where the sentence would be too long: the figure behind
/// it matters more.
fn named(look: &Look, cells: usize, name: &str, sentence: impl Fn(&str) -> String) -> String {
    let room = cells.saturating_sub(width(&sentence("")));
    sentence(&look.cut(name, room))
}
