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
    let worst = app.assessment().under_disputes(app.decision(), app.judgement())?;
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

