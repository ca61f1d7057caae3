//! The header: what is decided, who leads, and what would change it. Always there.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Look;
use super::layout::{Places, bars};
use super::text::width;
use crate::app::{App, Command};
use crate::assessment::words::signed;
use crate::assessment::{Strength, Tip};

/// Cells of an alternative's name beside its bar, at most.
const LONGEST_NAME: usize = 16;

/// Cells of the verdict in words, where there is room for it beside the bars.
const WORDS: u16 = 46;

/// Cells of the words that even a narrow screen has for them: they matter more than long bars.
const NARROW_WORDS: u16 = 25;

pub(super) fn draw(app: &App, look: &Look, places: &Places, frame: &mut Frame) {
    let area = places.header;
    frame.render_widget(title(app, look, area.width.into()), row(area, 0));
    let tall = is_tall(app, area);
    let top = if tall { 2 } else { 1 };
    if area.height <= 2 {
        frame.render_widget(Line::from(brief(app, look, area.width.into())), row(area, 1));
        return;
    }
    let words_width = WORDS.min(area.width * 9 / 20).max(NARROW_WORDS.min(area.width * 3 / 5));
    let bars_width = area.width.saturating_sub(words_width + 3);
    let names = name_width(app);
    let ranges = app.assessment().score_ranges();
    for (line, &alternative) in (0..).zip(app.assessment().ranking().iter().take(bars(app))) {
        let mut at = row(area, top + line);
        at.width = bars_width;
        frame.render_widget(
            bar(app, look, (alternative, ranges[alternative]), names, bars_width.into()),
            at,
        );
    }
    let rows = usize::from(area.height - top);
    let words = words(app, look, words_width.into(), rows);
    for (line, words) in (0..).zip(words.into_iter().take(rows)) {
        let mut at = row(area, top + line);
        at.x += bars_width + 2;
        at.width = words_width;
        frame.render_widget(words, at);
    }
    if tall {
        let mut at = row(area, top + u16::try_from(bars(app)).unwrap_or(3));
        at.width = bars_width;
        frame.render_widget(axis(look, names, bars_width.into()), at);
    }
}

fn row(area: Rect, line: u16) -> Rect {
    Rect { y: area.y + line.min(area.height.saturating_sub(1)), height: 1, ..area }
}

/// ` weigh  Node.js vs Django      Live chat +3 changes      ? help`
fn title(app: &App, look: &Look, cells: usize) -> Line<'static> {
    let theme = &look.theme;
    let help = match look.key(app.context(), Command::Help) {
        Some(key) => format!("{key} help "),
        None => String::new(),
    };
    let room = cells.saturating_sub(width(&help) + 1);
    let name = " weigh ";
    let title = look.cut(&app.decision().title, room.saturating_sub(width(name) + 1));
    let used = width(name) + 1 + width(&title);
    let mut spans = vec![
        Span::styled(name, theme.accent.patch(theme.strong)),
        Span::raw(" "),
        Span::styled(title, theme.strong),
    ];
    let start = match app.judgement().use_case() {
        Some(use_case) => app.decision().use_cases[use_case].name.clone(),
        None => "Default importances".into(),
    };
    let count = |n: usize, one: &str, many: &str| match n {
        0 => String::new(),
        1 => format!(" +1 {one}"),
        n => format!(" +{n} {many}"),
    };
    let changes = format!(
        "{}{}{}",
        count(app.judgement().changes(app.decision()), "change", "changes"),
        count(app.judgement().evidence_changes(app.decision()), "in evidence", "in evidence"),
        count(app.judgement().notes().count(), "note", "notes")
    );
    let space = room.saturating_sub(used + 2);
    let start = look.cut(&start, space.saturating_sub(width(&changes)));
    let gap = (space + 2).saturating_sub(width(&start) + width(&changes));
    if gap >= 2 && width(&start) > 3 {
        // In the middle of the screen where it fits there, else as far right as it must. What changes
        // comes behind it, so that it does not jump.
        let middle = cells.saturating_sub(width(&start)) / 2;
        let before = middle.saturating_sub(used).clamp(2, gap);
        spans.push(Span::raw(" ".repeat(before)));
        spans.push(Span::raw(start));
        spans.push(Span::styled(changes, theme.dim));
        spans.push(Span::raw(" ".repeat(gap - before + 1)));
    } else {
        spans.push(Span::raw(" ".repeat(room.saturating_sub(used) + 1)));
    }
    spans.push(Span::styled(help, theme.dim));
    Line::from(spans)
}

fn name_width(app: &App) -> usize {
    let names = app.assessment().ranking().into_iter().take(bars(app));
    names.map(|a| width(&app.decision().alternatives[a].name)).max().unwrap_or(0).min(LONGEST_NAME)
}

/// ` Node.js  ██████████████████░░────────  84.1`
fn bar(
    app: &App,
    look: &Look,
    (alternative, (low, high)): (usize, (f64, f64)),
    names: usize,
    cells: usize,
) -> Line<'static> {
    let style = look.theme.alternative(alternative);
    let name = look.fit(&app.decision().alternatives[alternative].name, names);
    let track = cells.saturating_sub(names + 9);
    let mut spans =
        vec![Span::raw(" "), Span::styled(name, style.patch(look.theme.strong)), Span::raw("  ")];
    let Some(scores) = app.assessment().scores() else {
        spans.push(Span::styled(look.glyphs.rest.repeat(track), look.theme.faint));
        spans.push(Span::styled("    - ", look.theme.dim));
        return Line::from(spans);
    };
    let score = scores[alternative];
    spans.extend(look.bar_with_range(score / 100.0, (low / 100.0, high / 100.0), track, style));
    spans.push(Span::styled(format!(" {score:5.1}"), style.patch(look.theme.strong)));
    Line::from(spans)
}

/// `         0                 50                100`
fn axis(look: &Look, names: usize, cells: usize) -> Line<'static> {
    let track = cells.saturating_sub(names + 9);
    if track < 16 {
        return Line::default();
    }
    let half = (track / 2).saturating_sub(1);
    let text = format!(
        "{}0{}50{}100",
        " ".repeat(names + 3),
        " ".repeat(half.saturating_sub(1)),
        " ".repeat(track.saturating_sub(half + 5)),
    );
    Line::styled(text, look.theme.dim)
}

/// The verdict in words: who leads, what would tip it, what the disputes could do.
fn words(app: &App, look: &Look, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let theme = &look.theme;
    let cut = |text: &str, style: Style| Line::from(Span::styled(look.cut(text, cells), style));
    let (sentence, style) = verdict(app, look, cells);
    let mut lines = vec![cut(&sentence, style.patch(theme.strong))];
    if app.assessment().verdict().is_none() {
        return lines;
    }
    let tip = match app.assessment().nearest_tip() {
        Some(tip) => cut(&tip_in_words(app, tip, cells), theme.caution),
        None => cut(&flip_in_words(app, cells), theme.dim),
    };
    // What would change the verdict matters most where there is room for two lines only.
    if rows > 2 {
        lines.extend(sure_in_words(app, cells).map(|sure| cut(&sure, theme.text)));
    }
    lines.push(tip);
    if app.assessment().has_equal_shares() {
        lines.push(cut("all importances are 0: equal shares", theme.dim));
    }
    let more = app.decision().alternatives.len().saturating_sub(bars(app));
    if more > 0 {
        let follow =
            if more == 1 { "1 more follows".into() } else { format!("{more} more follow") };
        lines.push(cut(&follow, theme.dim));
    }
    if let Some(worst) = disputes_in_words(app, cells.saturating_sub(2)) {
        lines.push(cut(&format!("{} {worst}", look.glyphs.open), theme.dim));
    }
    lines
}

/// How sure the lead is: on how many of the weightings that could have been chosen it holds.
fn sure_in_words(app: &App, cells: usize) -> Option<String> {
    let verdict = app.assessment().verdict()?;
    let (any, near) = app.assessment().ahead(verdict.first, verdict.second)?;
    let over = match app.decision().alternatives.len() {
        2 => "wins".to_owned(),
        _ => format!("beats {} on", app.decision().alternatives[verdict.second].name),
    };
    let (any, near) = (cautious(any), cautious(near));
    let long = format!("{over} {any} of all weightings, {near} near yours");
    let short = format!("{over} {any}, near yours {near}");
    Some(if width(&long) <= cells { long } else { short })
}

/// A share in whole percent that is 100 or 0 only where it is so.
fn cautious(share: f64) -> String {
    match (share * 100.0).round() {
        whole if whole >= 100.0 && share < 1.0 => ">99%".into(),
        whole if whole <= 0.0 && share > 0.0 => "<1%".into(),
        whole => format!("{whole:.0}%"),
    }
}

/// The least weight that has to change hands for somebody else to lead, in as many words as fit.
fn flip_in_words(app: &App, cells: usize) -> String {
    let Some(verdict) = app.assessment().verdict() else { return String::new() };
    if verdict.leader.is_none() {
        return "any move tips the balance".into();
    }
    let Some(flip) = app.assessment().nearest_flip() else {
        return "no weighting changes the leader".into();
    };
    let name = |j: usize| app.judgement().criterion(app.decision(), j).name.as_str();
    let points = 100.0 * flip.moved;
    let from = flip.givers.first().map_or("", |(giver, _)| name(*giver));
    let more = if flip.givers.len() > 1 { " and others" } else { "" };
    let to = name(flip.receiver);
    let forms = [
        format!("flips if {points:.0} points move: {from}{more} to {to}"),
        format!("flips if {points:.0} points move to {to}"),
    ];
    let fitting = forms.into_iter().find(|form| width(form) <= cells);
    fitting.unwrap_or_else(|| format!("flips if {points:.0} points move"))
}

/// What would follow if every dispute went against the leader, where the sources differ at all.
fn disputes_in_words(app: &App, cells: usize) -> Option<String> {
    let now = app.assessment().verdict()?;
    let worst = app.assessment().under_disputes()?;
    let differ = (now.margin - worst.margin).abs() > 1e-9 || now.leader != worst.leader;
    let leader = &app.decision().alternatives[worst.first].name;
    let margin = signed(worst.margin);
    let still = if worst.leader == now.leader { "still " } else { "" };
    let long = format!("disputes at worst: {still}{leader} {margin}");
    let short = format!("at worst {leader} {margin}");
    differ.then(|| if width(&long) <= cells { long } else { short })
}

/// Who leads, in as many words as fit, and the look of the leader.
fn verdict(app: &App, look: &Look, cells: usize) -> (String, Style) {
    let name = |a: usize| app.decision().alternatives[a].name.as_str();
    let Some(verdict) = app.assessment().verdict() else {
        return ("Nothing left to score".into(), look.theme.caution);
    };
    let leader = name(verdict.first);
    let margin = signed(verdict.margin);
    let sentence = match verdict.strength {
        Strength::Tie => format!("{leader} and {} are tied", name(verdict.second)),
        Strength::Close if margin == "0.0" => format!("Too close to call: {leader} by a hair"),
        Strength::Close => format!("Too close to call: {leader} {margin}"),
        Strength::Lean => format!("Leans to {leader}, {margin}"),
        Strength::Clear => format!("{leader} leads clearly, {margin}"),
        Strength::Strong => format!("{leader} leads strongly, {margin}"),
    };
    let short = match verdict.strength {
        Strength::Tie => "A tie".to_owned(),
        Strength::Close => format!("Too close: {leader} {margin}"),
        Strength::Lean => format!("Leans {leader}, {margin}"),
        Strength::Clear => format!("{leader} clearly, {margin}"),
        Strength::Strong => format!("{leader} strongly, {margin}"),
    };
    let fitting = if width(&sentence) <= cells { sentence } else { short };
    (fitting, look.theme.leader(verdict.leader))
}

/// A tipping point, in as many words as fit.
fn tip_in_words(app: &App, tip: Tip, cells: usize) -> String {
    let name = &app.judgement().criterion(app.decision(), tip.criterion).name;
    let leader = &app.decision().alternatives[tip.leader].name;
    let way = if tip.up { "up" } else { "down" };
    let long = format!("{leader} leads with {name} {way} at {}", tip.position);
    if width(&long) <= cells { long } else { format!("flips at {name} {}", tip.position) }
}

/// The alternative whose bar is on a line of the screen.
pub(super) fn bar_at(app: &App, places: &Places, y: u16) -> Option<usize> {
    let area = places.header;
    if area.height <= 2 {
        return None;
    }
    let top = area.y + if is_tall(app, area) { 2 } else { 1 };
    let line = usize::from(y.checked_sub(top)?);
    app.assessment().ranking().into_iter().take(bars(app)).nth(line)
}

/// Whether there is room for air and an axis.
fn is_tall(app: &App, area: Rect) -> bool {
    usize::from(area.height) > bars(app).max(2) + 2
}

/// The verdict in one line, for a screen with no room for bars.
fn brief(app: &App, look: &Look, cells: usize) -> Vec<Span<'static>> {
    let (sentence, style) = verdict(app, look, cells);
    let mut spans = vec![
        Span::raw(" "),
        Span::styled(look.cut(&sentence, cells.saturating_sub(1)), style.patch(look.theme.strong)),
    ];
    if let Some(scores) = app.assessment().scores() {
        let mut room = cells.saturating_sub(1 + width(&sentence));
        for &a in app.assessment().ranking().iter().take(bars(app)) {
            let score = format!(" {:.1}", scores[a]);
            let needed = 2 + look.tag_width() + width(&score);
            if needed > room {
                break;
            }
            room -= needed;
            spans.push(Span::raw("  "));
            spans.push(look.tag(Some(a)));
            spans.push(Span::raw(score));
        }
    }
    spans
}
