//! The header in words: who leads, how sure that is, what is missing, what would change it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, Command, Context};
use crate::assessment::words::{self, UNWEIGHTED, is_behind_in_draws, list, percent, tied};
use crate::assessment::{Exclusion, Strength};
use crate::ui::Look;
use crate::ui::text::{cut_apart, width, wrap};

/// Cells of a name that is cut, at least, where the sentence about it is whole.
const SHORTEST_NAME: usize = 12;

/// How many lines there are to say, whatever their width.
pub(in crate::ui) fn lines(app: &App) -> usize {
    // The verdict, how sure it is, the closest reversal; and what is missing, where something is.
    if app.gaps().matter() { 4 } else { 3 }
}

/// So many lines of words at most, the most important first.
pub(super) fn sentences(app: &App, look: &Look, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let theme = &look.theme;
    let room = cells.saturating_sub(1);
    let line = |text: String, style: Style| {
        Line::from(vec![Span::raw(" "), Span::styled(look.cut(text, room).into_owned(), style)])
    };
    let (sentence, style) = verdict(app, look, room);
    let mut all = vec![line(sentence, style.patch(theme.strong))];
    if app.assessment().verdict().is_none() {
        if let Some(help) = way_back(app, look) {
            all.extend(wrap(&help, room).into_iter().map(|it| line(it, theme.dim)));
        }
        all.truncate(rows);
        return all;
    }
    let fitting = |forms: Vec<String>| {
        let last = forms.last().cloned();
        forms.into_iter().find(|it| width(it) <= room).or(last)
    };
    let sure = fitting(how_sure(app)).map(|it| line(it, theme.text));
    let missing = fitting(missing(app)).map(|it| line(it, theme.caution));
    let reversal = fitting(reversal(app)).map(|it| line(it, theme.dim));
    let mut rest: Vec<Option<Line<'static>>> = vec![sure, missing, reversal];
    // Where there is no room for all, missing ratings matter most, and what would change the verdict
    // more than how far weights may vary, unless that says that no weights are set or all are 0.
    let is_unset = is_unweighted(app) || app.assessment().has_equal_shares();
    for least in if is_unset { [2, 0, 1] } else { [0, 2, 1] } {
        if rest.iter().flatten().count() >= rows.max(1) {
            rest[least] = None;
        }
    }
    all.extend(rest.into_iter().flatten());
    all
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

fn is_unweighted(app: &App) -> bool {
    app.assessment().is_unweighted(app.decision(), app.judgement())
}

/// How far the shares may vary, or that no weights are set; from many words to few.
fn how_sure(app: &App) -> Vec<String> {
    if is_unweighted(app) {
        return vec![UNWEIGHTED.into(), "No weights set yet".into()];
    }
    if app.assessment().has_equal_shares() {
        return vec![
            "All weights are 0: all criteria count the same".into(),
            "All weights are 0".into(),
        ];
    }
    match app.assessment().tolerance() {
        // Nothing reverses it then, which is said below.
        None | Some(1.0..) => Vec::new(),
        Some(tolerance) => {
            let tolerance = percent(tolerance);
            vec![
                format!("Tolerance {tolerance}: holds while no share changes by more than that"),
                format!("Tolerance {tolerance} for changes of shares"),
                format!("Tolerance {tolerance}"),
            ]
        }
    }
}

/// What is missing, from many words to few.
fn missing(app: &App) -> Vec<String> {
    let (decision, judgement, gaps) = (app.decision(), app.judgement(), app.gaps());
    let Some(missing) = words::missing(decision, judgement, gaps) else { return Vec::new() };
    let could = words::completions(decision, judgement, gaps).unwrap_or_default();
    let on = gaps.cells.iter().filter(|it| app.assessment().share(it.criterion) > 0.0).count();
    let ratings = words::counted(on, "rating");
    let short = match gaps.cells.iter().filter(|it| it.reversal.is_some()).count() {
        0 if gaps.jointly => "several together could reverse it".to_owned(),
        0 if on == 1 => "it cannot reverse the verdict".to_owned(),
        0 => "none can reverse the verdict".to_owned(),
        _ if on == 1 => "it could reverse the verdict".to_owned(),
        some => format!("{some} could reverse the verdict"),
    };
    vec![
        format!("{missing}. {could}"),
        format!("{missing}: {short}"),
        format!("{ratings} missing ({} of the weight): {short}", percent(gaps.share)),
        format!("{ratings} missing: {short}"),
        format!("{ratings} missing"),
    ]
}

/// The least share of weight that has to move for another alternative to lead, from many words to few.
fn reversal(app: &App) -> Vec<String> {
    let Some(verdict) = app.assessment().verdict() else { return Vec::new() };
    if verdict.leader.is_none() {
        return vec![words::tie(app.assessment()).into()];
    }
    let Some(reversal) = app.nearest_reversal() else {
        return vec![words::NO_REVERSAL.into(), "No change of the weights reverses it".into()];
    };
    let name = |j: usize| app.judgement().criterion(app.decision(), j).name.as_str();
    let part = percent(reversal.moved);
    let from = reversal.givers.first().map_or("", |(giver, _)| name(*giver));
    let more = if reversal.givers.len() > 1 { " and others" } else { "" };
    let to = name(reversal.receiver);
    vec![
        format!("Closest reversal: move {part} of the weight from {from}{more} to {to}"),
        format!("Closest reversal: {part} of the weight from {from}{more} to {to}"),
        format!("Closest reversal: {part} from {from}{more} to {to}"),
        format!("Closest reversal: {part} of the weight to {to}"),
        format!("Closest reversal: {part} to {to}"),
        format!("Closest reversal: {part} of the weight"),
        format!("Reversal: {part} of the weight"),
    ]
}

/// Who leads and how sure that is, in as many words as fit, and the look of the leader.
pub(super) fn verdict(app: &App, look: &Look, cells: usize) -> (String, Style) {
    let (Some(verdict), Some(strength)) = (app.assessment().verdict(), app.strength()) else {
        return ("No criterion is left to score".into(), look.theme.caution);
    };
    let name = &app.decision().alternatives[verdict.first].name;
    let confidence = app.confidence();
    let share = percent(confidence.and_then(|it| it.confidence).unwrap_or(0.5));
    let is_behind = confidence.is_some_and(|it| is_behind_in_draws(app.assessment(), it));
    let rival = confidence.and_then(|it| it.closest_rival).unwrap_or(verdict.second);
    let rival = &app.decision().alternatives[rival].name;
    let margin = words::bare_points(verdict.margin);
    // A name may be cut, the words around it may not.
    let forms: Vec<[String; 2]> = match strength {
        Strength::Tie => return (tie(app, cells), look.theme.leader(None)),
        Strength::TooClose if is_behind => vec![
            [
                "Too close to call: ".into(),
                format!(" is ahead by {margin}, {rival} in more draws ({share} confidence)"),
            ],
            ["Too close to call: ".into(), format!(", {share} confidence; {rival} in more draws")],
            ["Too close to call: ".into(), format!(", {share} confidence")],
            ["Too close: ".into(), format!(", {share}")],
        ],
        Strength::TooClose => vec![
            ["Too close to call: ".into(), format!(" is ahead by {margin}, {share} confidence")],
            ["Too close to call: ".into(), format!(", {share} confidence")],
            ["Too close: ".into(), format!(", {share}")],
        ],
        Strength::Leans => vec![
            ["Leans to ".into(), format!(", {share} confidence, ahead by {margin}")],
            ["Leans to ".into(), format!(", {share} confidence")],
            ["Leans to ".into(), format!(", {share}")],
        ],
        Strength::Leads => vec![
            [String::new(), format!(" leads, {share} confidence, ahead by {margin}")],
            [String::new(), format!(" leads, {share} confidence")],
            [String::new(), format!(" leads, {share}")],
        ],
        Strength::LeadsClearly => vec![
            [String::new(), format!(" leads clearly, {share} confidence, ahead by {margin}")],
            [String::new(), format!(" leads clearly, {share} confidence")],
            [String::new(), format!(" leads clearly, {share}")],
            [String::new(), format!(" leads, {share}")],
        ],
    };
    let around = |form: &[String; 2]| width(&form[0]) + width(&form[1]);
    // The whole name, else most of it, else what is left.
    let form = forms
        .iter()
        .find(|form| around(form) + width(name) <= cells)
        .or_else(|| forms.iter().find(|form| around(form) + SHORTEST_NAME <= cells))
        .or(forms.last());
    let Some(form) = form else { return (String::new(), Style::default()) };
    let names = app.decision().alternatives.iter().map(|it| it.name.as_str());
    let room = cells.saturating_sub(around(form)).max(4);
    let name = cut_apart(name, names, room, look.glyphs.ellipsis);
    (format!("{}{name}{}", form[0], form[1]), look.theme.leader(verdict.leader))
}

/// The alternatives that share the lead, in as many words as fit.
fn tie(app: &App, cells: usize) -> String {
    let tied = tied(app.assessment());
    let names: Vec<&str> =
        tied.iter().map(|a| app.decision().alternatives[*a].name.as_str()).collect();
    let forms = [format!("{} are tied", list(&names)), format!("{} are tied", tied.len())];
    forms.into_iter().find(|it| width(it) <= cells).unwrap_or_else(|| "A tie".into())
}
