//! The chart: the score of each alternative as one weight runs from 0 to 10.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::plot::{self, Label, Layer, Stroke};
use super::{Frills, Slot, say};
use crate::app::App;
use crate::assessment::words::decimal;
use crate::assessment::{Band, tipping_points, words};
use crate::ui::detail::name_of;
use crate::ui::text::{width, wrap};
use crate::ui::{Frame, Look};

/// Curves that are drawn at most: more cannot be told apart.
const MOST_CURVES: usize = 6;

/// Scores that are written at the present weight, at most.
const MOST_SCORES: usize = 3;

/// Cells that a plot needs for scores to be written in it.
const ROOM_FOR_SCORES: u16 = 20;

/// Scores that differ by less are one point of the chart.
const POINT: f64 = 1e-9;

/// Lines of words, at most.
const MOST_SENTENCES: u16 = 3;

/// Height of the plot at most: a taller one shows no more.
const TALLEST: u16 = 20;

/// The chart of a criterion.
pub(super) struct Chart<'a> {
    app: &'a App,
    look: &'a Look,
    criterion: usize,
    bands: Vec<Band>,
}

/// What the curves are drawn from: for each weight, the scores of those that are drawn.
struct Curves {
    /// Indices of the alternatives, those on top last.
    alternatives: Vec<usize>,
    samples: Vec<(f64, Vec<f64>)>,
    /// The scores at the present weight.
    now: Vec<f64>,
    /// The ends of the scale: all that is drawn, widened to tens.
    range: (f64, f64),
}

impl Curves {
    /// The line of a score: halfway between two the lower one, as curves are drawn.
    fn line(&self, plot: Rect, score: f64) -> u16 {
        plot::line(plot, score - POINT, self.range)
    }
}

/// What the chart needs around its plot.
pub(super) fn frills(app: &App, look: &Look) -> Frills {
    // Nobody leads on two bands.
    let alternatives = u16::try_from(app.assessment().alternatives()).unwrap_or(MOST_SENTENCES);
    let words = alternatives.min(MOST_SENTENCES);
    Frills { above: 0, words, sides: plot::sides(look), tallest: TALLEST }
}

pub(super) fn draw(app: &App, look: &Look, criterion: usize, slot: Slot, frame: &mut Frame) {
    let bands = app.assessment().bands(criterion);
    let said = who_leads(app, look, criterion, &bands, &slot);
    if let Some(plot) = slot.plot {
        Chart { app, look, criterion, bands }.draw(plot, frame);
    }
    say(said, slot.words, frame);
}

impl Chart<'_> {
    fn draw(&self, plot: Rect, frame: &mut Frame) {
        let curves = self.curves(plot.width);
        plot::axes(self.look, plot, frame);
        let (low, high) = curves.range;
        for (y, score) in [(plot.y, high), (plot.bottom() - 1, low)] {
            plot::beside(plot, y, &format!("{score:.0}"), self.look.theme.dim, frame);
        }
        self.mark(plot, frame);
        let layers: Vec<Layer> = (curves.alternatives.iter().enumerate())
            .map(|(n, a)| (self.strokes(&curves, n), self.look.glyphs.stroke(Some(*a))))
            .collect();
        plot::strokes(self.look, plot, curves.range, &layers, frame);
        self.name_ends(plot, &curves, frame);
        self.write_scores(plot, &curves, frame);
    }

    /// Whoever leads somewhere, and the best of the others.
    fn alternatives(&self) -> Vec<usize> {
        let mut drawn: Vec<usize> = self.bands.iter().filter_map(|band| band.leader).collect();
        drawn.extend(self.app.assessment().ranking().into_iter().take(MOST_CURVES));
        let mut seen = Vec::new();
        drawn.retain(|a| !seen.contains(a) && (seen.push(*a), true).1);
        drawn.truncate(MOST_CURVES);
        let scores = self.app.assessment().scores().unwrap_or_default();
        drawn.sort_by(|&a, &b| scores[a].total_cmp(&scores[b]));
        drawn
    }

    fn curves(&self, cells: u16) -> Curves {
        let alternatives = self.alternatives();
        let scores = |weight: f64| -> Vec<f64> {
            let all = self.app.assessment().scores_at(self.criterion, weight);
            let all = all.unwrap_or_default();
            // What differs by rounding only would make a level curve rough.
            alternatives.iter().map(|&a| (all[a] / POINT).round() * POINT).collect()
        };
        let samples: Vec<(f64, Vec<f64>)> = (0..=cells)
            .map(|step| 10.0 * f64::from(step) / f64::from(cells))
            .map(|weight| (weight, scores(weight)))
            .collect();
        let now = scores(self.app.judgement().weight(self.criterion).size());
        let drawn = samples.iter().flat_map(|(_, scores)| scores);
        let (low, high) =
            drawn.fold((100.0_f64, 0.0_f64), |(low, high), it| (low.min(*it), high.max(*it)));
        let low = ((low / 10.0).floor() * 10.0).min(90.0);
        let range = (low, ((high / 10.0).ceil() * 10.0).max(low + 10.0));
        Curves { alternatives, samples, now, range }
    }

    fn strokes(&self, curves: &Curves, n: usize) -> Vec<Stroke> {
        let style = self.look.theme.alternative(curves.alternatives[n]);
        let pairs = curves.samples.windows(2);
        pairs
            .map(|pair| Stroke {
                from: (pair[0].0, pair[0].1[n]),
                to: (pair[1].0, pair[1].1[n]),
                style,
            })
            .collect()
    }

    /// The tipping points, and where the slider stands.
    fn mark(&self, plot: Rect, frame: &mut Frame) {
        let Look { theme, glyphs, .. } = self.look;
        let now = self.app.judgement().weight(self.criterion);
        let mut labels =
            vec![Label { at: now.size(), text: now.to_string(), style: theme.strong, reach: 0 }];
        let buffer = frame.buffer_mut();
        for at in tipping_points(&self.bands) {
            let x = plot::column(plot, at);
            for y in plot.y..plot.bottom() {
                buffer[(x, y)].set_symbol(glyphs.tick).set_style(theme.caution);
            }
            labels.push(Label { at, text: decimal(at), style: theme.caution, reach: 4 });
        }
        let thumb = &mut buffer[(plot::column(plot, now.size()), plot.bottom())];
        thumb.set_symbol(glyphs.thumb).set_style(theme.heading);
        plot::below(self.look, plot, labels, frame);
    }

    /// The tag of each curve where it ends; tags whose curves end close to each other are nudged
    /// apart. Curves that end in one point have one tag, with a sign that there are more, so that
    /// nobody's tag is pushed to the end of somebody else's curve by them.
    fn name_ends(&self, plot: Rect, curves: &Curves, frame: &mut Frame) {
        let Some((_, last)) = curves.samples.last() else { return };
        let mut ends: Vec<(f64, usize)> =
            last.iter().copied().zip(curves.alternatives.iter().copied()).collect();
        ends.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.cmp(b)));
        let points: Vec<&[(f64, usize)]> = ends.chunk_by(|(x, _), (y, _)| x - y < POINT).collect();
        let wanted: Vec<u16> = points.iter().map(|it| curves.line(plot, it[0].0)).collect();
        for (y, point) in apart(&wanted, plot.y, plot.bottom()).into_iter().zip(points) {
            let tag = self.look.tag(Some(point[0].1));
            let more = if point.len() > 1 { "+" } else { "" };
            let text = format!("{}{more}", tag.content.trim_end());
            frame.buffer_mut().set_string(plot.right() + 1, y, text, tag.style);
        }
    }

    /// A dot on each curve at the present weight, and beside the best what it stands for: above
    /// its dot for the first, below it for the others.
    fn write_scores(&self, plot: Rect, curves: &Curves, frame: &mut Frame) {
        let Look { theme, glyphs, .. } = self.look;
        let x = plot::column(plot, self.app.judgement().weight(self.criterion).size());
        let mut best: Vec<usize> = (0..curves.now.len()).collect();
        best.sort_by(|&m, &n| curves.now[n].total_cmp(&curves.now[m]));
        let dots: Vec<u16> = best.iter().map(|&n| curves.line(plot, curves.now[n])).collect();
        let buffer = frame.buffer_mut();
        for (&n, &y) in best.iter().zip(&dots).rev() {
            let style = theme.alternative(curves.alternatives[n]).patch(theme.strong);
            buffer[(x, y)].set_symbol(glyphs.thumb).set_style(style);
        }
        if plot.width < ROOM_FOR_SCORES {
            return;
        }
        let mut taken = dots.clone();
        for (place, (&n, &dot)) in best.iter().zip(&dots).take(MOST_SCORES).enumerate() {
            let y = if place == 0 { dot.saturating_sub(1) } else { dot + 1 };
            if !(plot.y..plot.bottom()).contains(&y) || taken.contains(&y) {
                continue;
            }
            taken.push(y);
            let text = decimal(curves.now[n]);
            let cells = u16::try_from(text.len()).unwrap_or(4);
            let start = if x + 1 + cells <= plot.right() { x + 1 } else { x - cells };
            let style = theme.alternative(curves.alternatives[n]).patch(theme.strong);
            buffer.set_string(start, y, text, style);
        }
    }
}

/// Lines for labels that want these, from the top; each below the one before, all of them from `top`
/// to above `bottom`. Labels at the end for which there is no line have none.
fn apart(wanted: &[u16], top: u16, bottom: u16) -> Vec<u16> {
    let mut lines: Vec<u16> = Vec::with_capacity(wanted.len());
    for &line in wanted.iter().take(usize::from(bottom - top)) {
        let free = lines.last().map_or(top, |last| last + 1);
        lines.push(line.max(free));
    }
    // What was pushed out at the bottom pushes back.
    let mut free = bottom;
    for line in lines.iter_mut().rev() {
        *line = (*line).min(free - 1);
        free = *line;
    }
    lines
}

/// Who leads at 0 where that is no part of a band: in a sentence where all of it has room, else on a
/// line. It comes with a single band, all other weights being 0, and there are lines for two.
fn jump(app: &App, look: &Look, criterion: usize, room: (usize, usize)) -> Vec<String> {
    let (cells, height) = room;
    let (decision, assessment) = (app.decision(), app.assessment());
    let Some(sentence) = words::at_equal_shares(decision, assessment, criterion) else {
        return Vec::new();
    };
    let sentence = wrap(&sentence, cells.saturating_sub(1));
    if sentence.len() <= height {
        return sentence;
    }
    let leader = assessment.verdict_at_equal_shares(criterion).and_then(|it| it.leader);
    let forms = match leader {
        Some(a) => {
            let tag = look.tag(Some(a)).content;
            let tag = tag.trim_end();
            [format!("{} leads at 0.0", name_of(app, a)), format!("{tag} at 0.0")]
        }
        None => ["Tied at 0.0", "= at 0.0"].map(str::to_owned),
    };
    let fits = |form: &String| height > 0 && width(form) < cells;
    forms.into_iter().find(fits).into_iter().collect()
}

/// Who leads where, in words.
fn who_leads(
    app: &App,
    look: &Look,
    criterion: usize,
    bands: &[Band],
    slot: &Slot,
) -> Vec<Line<'static>> {
    let (cells, height) = (usize::from(slot.words.width), usize::from(slot.words.height));
    if app.assessment().exclusion(criterion).is_some() {
        let text = "Out of the score: its weight changes nothing.";
        let lines = wrap(text, cells.saturating_sub(1)).into_iter();
        return lines.map(|it| Line::styled(format!(" {it}"), look.theme.caution)).collect();
    }
    // Where there are more than can be said, the widest are.
    let most = usize::from(MOST_SENTENCES);
    let mut said: Vec<&Band> = bands.iter().collect();
    if said.len() > most {
        said.sort_by(|x, y| (y.to - y.from).total_cmp(&(x.to - x.from)));
        said.truncate(most - 1);
        said.sort_by(|x, y| x.from.total_cmp(&y.from));
    }
    let more = bands.len() - said.len();
    let mut lines: Vec<Line<'static>> = said
        .into_iter()
        .map(|band| {
            let range = format!("{} to {}", decimal(band.from), decimal(band.to));
            let room = cells.saturating_sub(2);
            let texts = match band.leader {
                Some(a) => {
                    let (name, tag) = (name_of(app, a), look.tag(Some(a)).content);
                    let tag = tag.trim_end();
                    [
                        (format!("{name} leads"), " from "),
                        (format!("{name} from"), " "),
                        (format!("{tag} leads from"), " "),
                        (tag.to_owned(), " "),
                    ]
                }
                None => ["Tied from", "Tied from", "Tied", "="].map(|it| (it.to_owned(), " ")),
            };
            let fits =
                |(who, verb): &&(String, &str)| width(who) + width(verb) + width(&range) <= room;
            let (who, verb) = texts.iter().find(fits).unwrap_or(&texts[3]);
            let style = look.theme.leader(band.leader).patch(look.theme.strong);
            let who = Span::styled(format!(" {who}"), style);
            Line::from(vec![who, Span::raw(format!("{verb}{range}"))])
        })
        .collect();
    if more > 0 {
        lines.push(Line::styled(format!(" and {more} more"), look.theme.dim));
    }
    let jump = jump(app, look, criterion, (cells, height.saturating_sub(lines.len())));
    lines.extend(jump.into_iter().map(|it| Line::styled(format!(" {it}"), look.theme.dim)));
    let all = app.assessment().alternatives();
    if all > MOST_CURVES && slot.plot.is_some() {
        lines.push(Line::styled(format!(" {MOST_CURVES} of {all} are drawn"), look.theme.dim));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_want_the_same_line_are_nudged_apart() {
        assert_eq!(apart(&[3, 3, 3], 0, 10), [3, 4, 5]);
        assert_eq!(apart(&[9, 9, 9], 0, 10), [7, 8, 9]);
        assert_eq!(apart(&[0, 5, 9], 0, 10), [0, 5, 9]);
        assert_eq!(apart(&[2, 8, 8, 9], 2, 10), [2, 7, 8, 9]);
        assert_eq!(apart(&[4, 4, 4], 4, 6), [4, 5]);
    }
}
