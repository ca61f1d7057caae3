//! What those care about who would choose an alternative, beside what you care about.
//!
//! ```text
//! ▸ Django   comes first on 63.0 % of all weights
//!   Node.js  comes first on 37.0 % of all weights
//!
//!  ○ you   ● people who would choose Django
//!  Security     7.0%  ─────○━━━━━━━━━━━━━━●──────  20.1%  +13.1
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{names, sign};
use crate::app::{App, HowSure, Window};
use crate::assessment::Robustness;
use crate::assessment::words::{decimal, fine_percent, signed};
use crate::ui::pane::draw_lines;
use crate::ui::text::{cell, width, wrap};
use crate::ui::{Frame, Look};

/// Cells of an alternative's name, at most.
const LONGEST_NAME: usize = 24;

/// Cells of a share, the space before it included.
const SHARE: usize = 7;

/// Cells below which a track says nothing.
const SHORTEST: usize = 10;

/// Alternatives that the list shows at once, at most.
const LISTED: usize = 6;

/// Where the list of alternatives and the comparison below it go.
fn split(app: &App, body: Rect) -> (Rect, Rect) {
    let all = app.assessment().compared().len().min(LISTED);
    let all = u16::try_from(all).unwrap_or(6).min(body.height.div_ceil(3)).max(1).min(body.height);
    let air = u16::from(body.height >= 10);
    let below = (all + air).min(body.height);
    let list = Rect { height: all, ..body };
    (list, Rect { y: body.y + below, height: body.height - below, ..body })
}

/// The window onto the list that shows the selected alternative, in its middle where possible: so
/// it needs no memory.
fn list_window(ranking: &[usize], page: &HowSure, list: Rect) -> Window {
    let at = ranking.iter().position(|a| *a == page.alternative).unwrap_or(0);
    let height = usize::from(list.height);
    let window = Window { offset: at.saturating_sub(height / 2), height, length: ranking.len() };
    window.at(window.offset)
}

/// The row of the list at a position.
pub(super) fn row_at(page: &HowSure, app: &App, body: Rect, at: Position) -> Option<usize> {
    let (list, _) = split(app, body);
    let ranking = app.assessment().ranking();
    let window = list_window(&ranking, page, list);
    let row = usize::from(at.y.checked_sub(list.y)?);
    (row < window.height).then(|| row + window.offset).filter(|row| *row < ranking.len())
}

pub(super) fn draw(
    page: &HowSure,
    app: &App,
    look: &Look,
    robustness: Option<&Robustness>,
    body: Rect,
    frame: &mut Frame,
) -> Window {
    let (list, below) = split(app, body);
    let ranking = app.assessment().ranking();
    let window = list_window(&ranking, page, list);
    let shown = &ranking[window.offset..(window.offset + window.height).min(ranking.len())];
    let name = names(app, shown, LONGEST_NAME.min(usize::from(body.width) / 3));
    let lines = shown.iter().map(|&a| {
        let selected = a == page.alternative;
        alternative(app, look, robustness, a, selected, (name, list.width.into()))
    });
    draw_lines(lines, window, list, look, frame);

    let cells = usize::from(below.width);
    let central = robustness.and_then(|it| it.central[page.alternative].as_deref());
    let Some(central) = central else {
        let text = if robustness.is_some() {
            let name = &app.decision().alternatives[page.alternative].name;
            format!("{name} comes first on no weights.")
        } else {
            format!("Computing{}", look.glyphs.ellipsis)
        };
        for (line, y) in
            wrap(&text, cells.saturating_sub(2)).into_iter().zip(below.y..below.bottom())
        {
            let line = Line::styled(format!(" {line}"), look.theme.dim);
            frame.render_widget(line, Rect { y, height: 1, ..below });
        }
        return Window { offset: 0, height: below.height.into(), length: 0 };
    };
    let head = Rect { height: 1.min(below.height), ..below };
    frame.render_widget(legend(app, look, page.alternative, cells), head);
    let rows = Rect { y: below.y + head.height, height: below.height - head.height, ..below };
    let differences = differences(app, central);
    let columns = Columns::new(app, &differences, cells);
    let window =
        Window { offset: page.offset, height: rows.height.into(), length: differences.len() };
    let window = window.at(window.offset);
    let lines = differences.iter().skip(window.offset);
    let lines = lines.map(|it| criterion(app, look, *it, &columns, page.alternative));
    draw_lines(lines, window, rows, look, frame);
    window
}

/// `▸ Django   comes first on 63.0 % of all weights`
fn alternative<'a>(
    app: &'a App,
    look: &'a Look,
    robustness: Option<&Robustness>,
    a: usize,
    selected: bool,
    (name, cells): (usize, usize),
) -> Line<'a> {
    let theme = &look.theme;
    let marker = if selected { look.glyphs.marker } else { " " };
    let style = theme.alternative(a);
    let share = robustness.map(|it| fine_percent(it.all.first[a])).unwrap_or_default();
    let forms = [
        format!("  comes first on {share} of all weights"),
        format!("  first on {share} of all"),
        format!("  {share}"),
    ];
    let sign = sign(app, look, a);
    let room = cells.saturating_sub(2 + sign.width() + name);
    let fitting = forms.into_iter().find(|form| width(form) <= room);
    let share = fitting.filter(|_| robustness.is_some()).unwrap_or_default();
    let line = Line::from(vec![
        Span::styled(format!("{marker} "), theme.accent),
        sign,
        Span::styled(
            look.fit(&app.decision().alternatives[a].name, name),
            style.patch(theme.strong),
        ),
        Span::raw(share),
    ]);
    if selected { line.patch_style(theme.cursor) } else { line }
}

/// Which sign is who.
fn legend(app: &App, look: &Look, a: usize, cells: usize) -> Line<'static> {
    let theme = &look.theme;
    let name = &app.decision().alternatives[a].name;
    let forms = [
        format!(" people who would choose {name}, on average"),
        format!(" who would choose {name}"),
    ];
    let room = cells.saturating_sub(9);
    let they = forms.into_iter().find(|form| width(form) <= room).unwrap_or_else(|| " they".into());
    Line::from(vec![
        Span::styled(format!(" {}", look.glyphs.thumb_excluded), theme.strong),
        Span::styled(" you   ", theme.dim),
        Span::styled(look.glyphs.thumb, theme.alternative(a).patch(theme.strong)),
        Span::styled(they, theme.dim),
    ])
}

/// A criterion with your share of it, and theirs.
type Difference = (usize, f64, f64);

/// The criteria with weight, those first on which you and they differ most.
fn differences(app: &App, central: &[f64]) -> Vec<Difference> {
    let assessment = app.assessment();
    let included = (0..central.len()).filter(|j| assessment.share(*j) > 0.0);
    let mut all: Vec<Difference> = included.map(|j| (j, assessment.share(j), central[j])).collect();
    let size = |it: &Difference| ((it.2 - it.1).abs() * 1e9).round();
    all.sort_by(|x, y| size(y).total_cmp(&size(x)));
    all
}

/// Where things are in a row; 0 cells for what has no room.
struct Columns {
    name: usize,
    track: usize,
    difference: usize,
    /// The share that the right end of the track stands for.
    largest: f64,
}

impl Columns {
    fn new(app: &App, differences: &[Difference], cells: usize) -> Self {
        let criteria = app.judgement().criteria(app.decision());
        let longest = criteria.map(|it| width(&it.name)).max().unwrap_or(0).min(28);
        let difference = if cells >= 44 { SHARE } else { 0 };
        let room = cells.saturating_sub(1 + 2 * SHARE + difference + 3);
        let name = longest.min(room / 2);
        let largest = differences.iter().map(|it| it.1.max(it.2)).fold(0.0, f64::max);
        if room - name < SHORTEST {
            Self { name: room, track: 0, difference, largest }
        } else {
            Self { name, track: (room - name).min(60), difference, largest }
        }
    }
}

/// ` Security     7.0%  ─────○━━━━━━━━━━━━━━●──────  20.1%  +13.1`
fn criterion(
    app: &App,
    look: &Look,
    (j, yours, theirs): Difference,
    columns: &Columns,
    a: usize,
) -> Line<'static> {
    let (theme, glyphs) = (&look.theme, &look.glyphs);
    let style = theme.alternative(a);
    let share = |share: f64| format!("{:>SHARE$}", format!("{}%", decimal(100.0 * share)));
    let name = &app.judgement().criterion(app.decision(), j).name;
    let mut spans = vec![
        Span::raw(format!(" {}", look.fit(name, columns.name))),
        Span::raw(share(yours)),
        Span::raw(" "),
    ];
    let at = |share: f64| cell(share / columns.largest, columns.track);
    let (you, they) = (at(yours), at(theirs));
    for x in 0..columns.track {
        spans.push(match x {
            x if x == they => Span::styled(glyphs.thumb, style.patch(theme.strong)),
            x if x == you => Span::styled(glyphs.thumb_excluded, theme.strong),
            x if (you.min(they)..=you.max(they)).contains(&x) => Span::styled(glyphs.spread, style),
            _ => Span::styled(glyphs.scale, theme.faint),
        });
    }
    spans.push(Span::styled(share(theirs), style.patch(theme.strong)));
    if columns.difference > 0 {
        // Of the figures as they are shown, so that they add up.
        let shown = |share: f64| (1000.0 * share).round();
        let difference = signed((shown(theirs) - shown(yours)) / 10.0);
        spans.push(Span::styled(format!("{difference:>SHARE$}"), theme.dim));
    }
    Line::from(spans)
}
