//! What if: the score of each alternative as one weight runs from 0 to 10, a small chart for each
//! criterion, all on the same scale. First those that can change who leads.

use std::fmt::Write as _;

use super::super::super::Context;
use super::super::super::document::{Column, Table, Text};
use super::super::block;
use super::super::page::{Attributes, Page};
use super::{Label, in_words, label, legend, marker, percent, px, svg};
use crate::assessment::{tipping_points, words};

/// Height of a chart.
const HEIGHT: f64 = 136.0;

/// Left and right of the plot in it, in per cent of the width.
const ACROSS: (f64, f64) = (12.0, 95.0);

/// Top and bottom of the plot.
const DOWN: (f64, f64) = (20.0, 114.0);

/// Steps of a curve.
const STEPS: u32 = 50;

/// So many of the ranking have a curve, besides whoever leads somewhere.
const MOST: usize = 6;

/// Charts shown where none of them can change who leads: those that come closest.
const CLOSEST: usize = 6;

/// Labels on the axis closer than this, in per cent of the width, would touch on a narrow screen.
const APART: f64 = 15.0;

/// Who is drawn, and on which scale.
struct Frame {
    drawn: Vec<usize>,
    low: f64,
    high: f64,
}

pub(super) fn write(context: &Context<'_>, page: &mut Page) {
    let assessment = context.assessment;
    let scored: Vec<usize> =
        (0..assessment.criteria()).filter(|&j| assessment.exclusion(j).is_none()).collect();
    let (mut shown, mut rest): (Vec<usize>, Vec<usize>) =
        scored.iter().partition(|&&j| nearest(context, j).is_some());
    shown.sort_by_cached_key(|&j| nearest(context, j));
    if shown.is_empty() {
        let least: Vec<f64> = (0..assessment.criteria()).map(|j| closest(context, j)).collect();
        rest.sort_by(|&i, &j| least[i].total_cmp(&least[j]));
        shown = rest.drain(..rest.len().min(CLOSEST)).collect();
    }
    let frame = Frame::of(context, &scored);
    let others = frame.drawn.len() < assessment.alternatives();
    page.words(
        "p",
        &[("class", &"lead-in")],
        if others {
            "The scores as one weight runs from 0 to 10, the others kept; only those who lead or \
             come close. The thin line is where it stands, a dashed one where the lead changes."
        } else {
            "The scores as one weight runs from 0 to 10, the others kept. The thin line is where \
             it stands, a dashed one where the lead changes."
        },
    );
    legend(context, &frame.drawn, page);
    multiples(context, &frame, &shown, page);
    if !rest.is_empty() {
        page.element("details", &[("class", &"more")], |page| {
            let summary = format!("{} more, which change nothing however important", rest.len());
            page.words("summary", &[], &summary);
            multiples(context, &frame, &rest, page);
        });
    }
    in_words(page, |page| block::table(&table(context, &scored), page));
}

/// How far it is to the nearest change of the lead, in tenths.
fn nearest(context: &Context<'_>, j: usize) -> Option<u8> {
    let Context { decision, judgement, assessment, .. } = *context;
    let tippings = words::tipping(decision, judgement, assessment, j);
    tippings.iter().map(|it| it.distance).min()
}

/// The least by which anybody leads along the slider.
fn closest(context: &Context<'_>, j: usize) -> f64 {
    let margin = |(_, mut scores): (f64, Vec<f64>)| {
        scores.sort_by(|x, y| y.total_cmp(x));
        scores[0] - scores[1]
    };
    samples(context, j).into_iter().map(margin).fold(f64::INFINITY, f64::min)
}

fn multiples(context: &Context<'_>, frame: &Frame, criteria: &[usize], page: &mut Page) {
    if criteria.is_empty() {
        return;
    }
    page.element("div", &[("class", &"multiples")], |page| {
        for &j in criteria {
            page.element("figure", &[("class", &"chart small")], |page| {
                let name = &context.judgement.criterion(context.decision, j).name;
                page.element("figcaption", &[], |page| page.words("b", &[], name));
                let title = format!("Scores as the weight of {name} runs from 0 to 10");
                let description = format!("{}.", who_leads(context, j));
                let it = Label { title: &title, description: &description };
                svg(&it, HEIGHT, page, |page| {
                    frame.draw(context, j, page);
                });
            });
        }
    });
}

impl Frame {
    /// The best of the ranking, whoever leads somewhere, and a scale in tens that holds them all.
    fn of(context: &Context<'_>, criteria: &[usize]) -> Self {
        let assessment = context.assessment;
        let ranking = assessment.ranking();
        let leads = |a: &usize| {
            criteria.iter().any(|&j| assessment.bands(j).iter().any(|it| it.leader == Some(*a)))
        };
        let best = |place: usize| place < MOST;
        let mut drawn: Vec<usize> = ranking
            .iter()
            .enumerate()
            .filter(|(place, a)| best(*place) || leads(a))
            .map(|(_, &a)| a)
            .collect();
        drawn.sort_unstable();
        let (mut low, mut high) = (100.0_f64, 0.0_f64);
        for &j in criteria {
            for (_, scores) in samples(context, j) {
                for &a in &drawn {
                    low = low.min(scores[a]);
                    high = high.max(scores[a]);
                }
            }
        }
        let low = ((low / 10.0).floor() * 10.0).clamp(0.0, 90.0);
        Self { drawn, low, high: ((high / 10.0).ceil() * 10.0).max(low + 10.0) }
    }

    fn x(weight: f64) -> f64 {
        ACROSS.0 + (ACROSS.1 - ACROSS.0) * weight / 10.0
    }

    fn y(&self, score: f64) -> f64 {
        DOWN.1 - (DOWN.1 - DOWN.0) * (score - self.low) / (self.high - self.low)
    }

    fn draw(&self, context: &Context<'_>, j: usize, page: &mut Page) {
        let Context { judgement, assessment, .. } = *context;
        for score in [self.low, self.high] {
            let y = self.y(score);
            line("grid", (ACROSS.0, ACROSS.1), (y, y), page);
            label("tick end", &percent(ACROSS.0), -5.0, y + 4.0, page, &format!("{score:.0}"));
        }
        let mut taken: Vec<f64> = Vec::new();
        for tip in tipping_points(&assessment.bands(j)) {
            let x = Self::x(tip);
            line("tip", (x, x), (DOWN.0, DOWN.1), page);
            if taken.iter().all(|it| (it - x).abs() >= APART) {
                label(
                    "tick tipping middle",
                    &percent(x),
                    0.0,
                    DOWN.1 + 15.0,
                    page,
                    &words::decimal(tip),
                );
                taken.push(x);
            }
        }
        for (weight, text) in [(0.0, "0"), (10.0, "10")] {
            let x = Self::x(weight);
            if taken.iter().all(|it| (it - x).abs() >= APART) {
                label("tick middle", &percent(x), 0.0, DOWN.1 + 15.0, page, text);
            }
        }
        self.curves(context, j, page);
        let now = judgement.weight(j);
        let x = Self::x(now.size());
        line("now", (x, x), (DOWN.0 - 4.0, DOWN.1), page);
        let class = match now.size() {
            low if low < 1.0 => "tick start",
            high if high > 9.0 => "tick end",
            _ => "tick middle",
        };
        label(class, &percent(x), 0.0, DOWN.0 - 8.0, page, &format!("now {now}"));
    }

    fn curves(&self, context: &Context<'_>, j: usize, page: &mut Page) {
        let samples = samples(context, j);
        let now = context.judgement.weight(j).size();
        let here = context.assessment.scores_at(j, now).unwrap_or_default();
        let (x, width) = (percent(ACROSS.0), percent(ACROSS.1 - ACROSS.0));
        let (height, view) = (px(HEIGHT), format!("0 0 10 {}", px(HEIGHT)));
        let attributes: Attributes<'_> = &[
            ("x", &x),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view),
            ("preserveAspectRatio", &"none"),
        ];
        // A path knows no per cent, so the curves have an SVG that is stretched across the plot.
        page.element("svg", attributes, |page| {
            for &a in &self.drawn {
                let mut path = String::new();
                for (weight, scores) in &samples {
                    let step = if path.is_empty() { 'M' } else { 'L' };
                    let _ = write!(path, "{step}{} {}", px(*weight), px(self.y(scores[a])));
                }
                let class = format!("curve {}", marker::look(a));
                page.shape("path", &[("class", &class), ("d", &path)]);
            }
        });
        for &a in &self.drawn {
            if let Some(score) = here.get(a) {
                marker::write(a, (&percent(Self::x(now)), 0.0, self.y(*score)), page);
            }
        }
    }
}

/// The scores along the slider.
fn samples(context: &Context<'_>, j: usize) -> Vec<(f64, Vec<f64>)> {
    let at = |step: u32| 10.0 * f64::from(step) / f64::from(STEPS);
    let scores = |it: f64| Some((it, context.assessment.scores_at(j, it)?));
    (0..=STEPS).map(at).filter_map(scores).collect()
}

fn line(class: &'static str, (x1, x2): (f64, f64), (y1, y2): (f64, f64), page: &mut Page) {
    let attributes: Attributes<'_> = &[
        ("class", &class),
        ("x1", &percent(x1)),
        ("x2", &percent(x2)),
        ("y1", &px(y1)),
        ("y2", &px(y2)),
    ];
    page.shape("line", attributes);
}

/// Who leads where, such as `Django leads from 0.0 to 7.8; Node.js leads from 7.8 to 10.0`.
fn who_leads(context: &Context<'_>, j: usize) -> String {
    let Context { decision, assessment, .. } = *context;
    let bands = assessment.bands(j);
    let said = bands.iter().map(|band| {
        let who = match band.leader {
            Some(a) => format!("{} leads", decision.alternatives[a].name),
            None => "tied".to_owned(),
        };
        format!("{who} from {} to {}", words::decimal(band.from), words::decimal(band.to))
    });
    said.chain(words::at_equal_shares(decision, assessment, j)).collect::<Vec<_>>().join("; ")
}

fn table(context: &Context<'_>, criteria: &[usize]) -> Table {
    let Context { decision, judgement, .. } = *context;
    let row = |&j: &usize| {
        vec![
            Text::from(judgement.criterion(decision, j).name.as_str()),
            Text::from(judgement.weight(j).to_string()),
            Text::from(who_leads(context, j)),
        ]
    };
    Table {
        caption: "Who leads as one weight runs from 0 to 10",
        columns: vec![
            Column::text("Criterion"),
            Column::numbers("now"),
            Column::text("who leads where"),
        ],
        rows: criteria.iter().map(row).collect(),
    }
}
