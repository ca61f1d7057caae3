//! Who leads as one weight runs from 0 to 10: the upper envelope of the score lines.
//!
//! With the other weights kept, each alternative's unnormalised score is a line in the
//! weight that moves, and dividing all lines by the same sum changes no ranking. So the leader
//! at each position is whoever's line is on top, and the tipping points are where the top changes:
//! exact, in O(N log N) (the convex hull trick: Andrew 1979, applied to lines by duality). Of many
//! lines most are below some other throughout; they go first, so that few are left to sort.

use crate::decision::Weight;

/// Differences of unnormalised scores below this are rounding: scores that close differ by less
/// than a verdict's tie.
pub(super) const ROUNDING: f64 = 1e-11;

/// Bands narrower than this, on the 0..10 of weight, are three lines meeting in a point.
const SLIVER: f64 = 1e-9;

/// A stretch of a slider on which the leader stays the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Weight at which it begins, 0 to 10.
    pub from: f64,
    /// Weight at which it ends, 0 to 10.
    pub to: f64,
    /// Index of the alternative that leads on it; `None` where several share the lead throughout.
    pub leader: Option<usize>,
}

/// The weights at which the leader changes, ascending.
#[must_use]
pub fn tipping_points(bands: &[Band]) -> Vec<f64> {
    bands.iter().skip(1).map(|band| band.from).collect()
}

/// The first position of a slider beyond a tipping point, upwards or downwards. `None` where the
/// slider ends before.
pub(super) fn position_beyond(tip: f64, up: bool) -> Option<Weight> {
    // A tipping point that is a tenth on paper may lie a hair beside it in binary.
    const HAIR: f64 = 1e-6;
    let tenths = tip * 10.0;
    let beyond = if up { (tenths + HAIR).floor() + 1.0 } else { (tenths - HAIR).ceil() - 1.0 };
    Weight::from_f64(beyond / 10.0)
}

/// An unnormalised score as a function of one weight: `intercept + slope · weight`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub(super) slope: f64,
    pub(super) intercept: f64,
}

impl Line {
    /// Where on the slider another line crosses this one; `None` where it does not.
    pub(super) fn crossing(self, other: Self) -> Option<f64> {
        let at = (self.intercept - other.intercept) / (other.slope - self.slope);
        (0.0..=10.0).contains(&at).then_some(at)
    }
}

/// The line of one alternative, or of several that cannot be told apart.
#[derive(Debug, Clone, Copy)]
struct Contender {
    line: Line,
    leader: Option<usize>,
}

/// Who is on top, from 0 to 10. The lines are by alternative; there is at least one.
pub(super) fn bands(lines: &[Line]) -> Vec<Band> {
    let hull = upper_hull(contenders(lines));
    let mut bands: Vec<Band> = Vec::with_capacity(hull.len());
    let mut from = 0.0;
    for (at, contender) in hull.iter().enumerate() {
        let to =
            hull.get(at + 1).map_or(10.0, |next| crossing(contender.line, next.line).min(10.0));
        if to - from <= SLIVER {
            continue;
        }
        match bands.last_mut() {
            Some(last) if last.leader == contender.leader => last.to = to,
            _ => bands.push(Band { from, to, leader: contender.leader }),
        }
        from = to;
    }
    // A sliver may have been dropped at either end.
    if let Some(first) = bands.first_mut() {
        first.from = 0.0;
    }
    if let Some(last) = bands.last_mut() {
        last.to = 10.0;
    }
    bands
}

/// The lines by ascending slope, of each slope only the highest; without those that are on top nowhere
/// because another is above them even at its lowest.
fn contenders(lines: &[Line]) -> Vec<Contender> {
    let ends = |line: &Line| (line.intercept, line.intercept + 10.0 * line.slope);
    let lowest = |line: &Line| ends(line).0.min(ends(line).1);
    let floor = lines.iter().map(lowest).fold(f64::NEG_INFINITY, f64::max);
    let floor = floor - SLIVER * floor.abs().max(1.0);
    let reaches = |line: &Line| ends(line).0.max(ends(line).1) >= floor;
    let mut sorted: Vec<(usize, Line)> =
        lines.iter().copied().enumerate().filter(|(_, line)| reaches(line)).collect();
    sorted.sort_by(|(_, x), (_, y)| {
        x.slope.total_cmp(&y.slope).then(y.intercept.total_cmp(&x.intercept))
    });
    let mut contenders: Vec<Contender> = Vec::with_capacity(sorted.len());
    for (a, line) in sorted {
        match contenders.last_mut() {
            Some(last) if line.slope - last.line.slope <= ROUNDING => {
                let above = line.intercept - last.line.intercept;
                if above > rounding(line) {
                    *last = Contender { line, leader: Some(a) };
                } else if above >= -rounding(line) {
                    last.leader = None;
                }
            }
            _ => contenders.push(Contender { line, leader: Some(a) }),
        }
    }
    contenders
}

/// What rounding may do to a sum of this size.
fn rounding(line: Line) -> f64 {
    ROUNDING * line.intercept.abs().max(1.0)
}

/// The contenders that are on top somewhere on [0, 10], in the order in which they are.
fn upper_hull(contenders: Vec<Contender>) -> Vec<Contender> {
    let mut hull: Vec<Contender> = Vec::with_capacity(contenders.len());
    for next in contenders {
        while let Some(&last) = hull.last() {
            // Where `next`, which is steeper, overtakes `last`; before `last` came on top at all?
            let overtaken = crossing(last.line, next.line);
            let came_on_top = match hull.len().checked_sub(2) {
                Some(before) => crossing(hull[before].line, last.line),
                None => 0.0,
            };
            if overtaken <= came_on_top {
                hull.pop();
            } else {
                break;
            }
        }
        if hull.last().is_none_or(|last| crossing(last.line, next.line) < 10.0) {
            hull.push(next);
        }
    }
    hull
}

/// Where a steeper line overtakes a flatter one.
fn crossing(flat: Line, steep: Line) -> f64 {
    (flat.intercept - steep.intercept) / (steep.slope - flat.slope)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::random::Random;

    #[test]
    fn of_many_lines_the_one_on_top_leads_everywhere() {
        for seed in 0..100 {
            let mut random = Random::new(17, seed);
            let apart = [1.0, 10.0, 100.0][random.below(3)];
            let mut part = || random.below(1_000_001) as f64 / 1e6;
            let line = |_| Line { slope: part(), intercept: 50.0 + apart * part() };
            let lines: Vec<Line> = (0..200).map(line).collect();
            let bands = bands(&lines);
            for band in &bands {
                let at = f64::midpoint(band.from, band.to);
                let score = |a: &usize| lines[*a].intercept + lines[*a].slope * at;
                let best = (0..200).max_by(|a, b| score(a).total_cmp(&score(b)));
                assert_eq!(band.leader, best, "{seed} {at}");
            }
            assert_eq!((bands[0].from, bands[bands.len() - 1].to), (0.0, 10.0));
        }
    }
}
