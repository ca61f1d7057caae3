//! Who leads as two weights run from 0 to 10 each: the upper envelope of the score planes.
//!
//! With the other weights kept, each alternative's unnormalised score is a plane over the two
//! that move, and dividing all planes by the same sum changes no ranking. So each alternative leads
//! on a convex polygon, maybe an empty one: the square, cut by one half-plane for each rival.
//!
//! Most of many alternatives lead nowhere, and those drop out before anything is drawn. Whoever
//! leads on the rim of the square is found first, by the bands along its four edges. Every other one
//! is then cut by those found so far, and is out as soon as nothing is left of it, which for most is
//! after a cut or two. That costs O(N log N + N · K), K being how many lead somewhere; the polygons
//! of those who are left cost O(K²).

use super::band::{Line, ROUNDING, bands};
use super::{Assessment, Verdict};
use crate::decision::Weight;

/// A point of the square: the two weights, 0 to 10 each.
type Point = (f64, f64);

/// Both weights from 0 to 10, counter-clockwise.
const SQUARE: [Point; 4] = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];

/// Polygons smaller than this are several edges that meet in a point or run along each other.
const SLIVER: f64 = 1e-8;

/// Far below what can be seen, and far above rounding.
const HAIR: f64 = 1e-7;

/// A part of the square of two weights on which the leader stays the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Index of the alternative that leads on it; `None` where several share the lead throughout.
    pub leader: Option<usize>,
    /// The corners of the convex polygon, counter-clockwise, each as the two weights.
    pub corners: Vec<(f64, f64)>,
}

impl Region {
    /// Its part of the square, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        area(&self.corners) / area(&SQUARE)
    }

    /// From where to where it lies at a height of the second weight; `None` where it does not.
    #[must_use]
    pub fn span(&self, second: f64) -> Option<(f64, f64)> {
        let heights = self.corners.iter().map(|corner| corner.1);
        let (low, high) = heights.fold((10.0_f64, 0.0_f64), |(x, y), it| (x.min(it), y.max(it)));
        if !(low - HAIR..=high + HAIR).contains(&second) {
            return None;
        }
        // A level edge may be out of level by what rounding leaves; a hair further in, all is clear.
        let hair = HAIR.min((high - low) / 4.0);
        let second = second.clamp(low + hair, high - hair);
        let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
        for ((x1, y1), (x2, y2)) in edges(&self.corners) {
            if (y1 <= second) != (y2 <= second) {
                let x = x1 + (second - y1) / (y2 - y1) * (x2 - x1);
                (from, to) = (from.min(x), to.max(x));
            }
        }
        (from < to).then_some((from, to))
    }

    /// The edges at which somebody else begins to lead: those that are not the rim of the square.
    pub fn borders(&self) -> impl Iterator<Item = ((f64, f64), (f64, f64))> + '_ {
        let rim = |a: f64, b: f64| (a - b).abs() < SLIVER && !(SLIVER..=10.0 - SLIVER).contains(&a);
        edges(&self.corners).filter(move |(p, q)| !rim(p.0, q.0) && !rim(p.1, q.1))
    }
}

impl Assessment {
    /// Who would lead as the weights of two criteria run from 0 to 10 each and the others stay:
    /// regions that fill the square between them. Empty where there is no such square: when one of
    /// the two is out of the score, or both are the same.
    ///
    /// Where all other weights are 0, the regions hold but for the corner at which these two are
    /// 0 as well: there the shares are equal, and [`Self::leader_over`] speaks.
    #[must_use]
    pub fn regions(&self, first: usize, second: usize) -> Vec<Region> {
        if !self.is_square(first, second) {
            return Vec::new();
        }
        let planes = self.planes(first, second);
        let compared: Vec<Plane> = self.compared().iter().map(|&a| planes[a]).collect();
        let mut regions = envelope(&compared);
        for region in &mut regions {
            region.leader = region.leader.map(|column| self.compared()[column]);
        }
        regions
    }

    /// Who leads if two criteria have these weights and the others stay. `None` in a tie, and
    /// where [`Self::regions`] are empty.
    #[must_use]
    pub fn leader_over(
        &self,
        (first, second): (usize, usize),
        (x, y): (Weight, Weight),
    ) -> Option<usize> {
        if !self.is_square(first, second) {
            return None;
        }
        // Whole tenths, so that it is exactly 0 where nothing is left.
        let others = self.tenths.iter().sum::<f64>() - self.tenths[first] - self.tenths[second];
        let tenths = others + f64::from(x.tenths()) + f64::from(y.tenths());
        let scores = if tenths == 0.0 {
            self.evidence.equal_scores(&self.exclusions)
        } else {
            let planes = self.planes(first, second);
            planes.iter().map(|it| 1000.0 * it.at((x.size(), y.size())) / tenths).collect()
        };
        Verdict::of(&scores, self.compared()).leader
    }

    /// The criterion, other than this one, whose weight alone moves the two best furthest apart or
    /// together as it runs from 0 to 10. This one is left out of the sum, so that moving it changes
    /// nothing here. `None` when no other is in the score.
    #[must_use]
    pub fn widest_swing_beside(&self, criterion: usize) -> Option<usize> {
        let Verdict { first, second, .. } = self.verdict?;
        let apart = |j: usize| {
            let values = self.evidence.values(j);
            values[first] - values[second]
        };
        let beside = |sum: f64, part: &dyn Fn(usize) -> f64| {
            if self.exclusions[criterion].is_some() { sum } else { sum - part(criterion) }
        };
        let gap = beside(self.totals[first] - self.totals[second], &|j| self.tenths[j] * apart(j));
        let sum = beside(self.tenths.iter().sum(), &|j| self.tenths[j]);
        let swing = |j: usize| {
            let (gap, sum) = (gap - self.tenths[j] * apart(j), sum - self.tenths[j]);
            let without = if sum == 0.0 { 0.0 } else { gap / sum };
            ((gap + 100.0 * apart(j)) / (sum + 100.0) - without).abs()
        };
        let mut widest: Option<(f64, usize)> = None;
        for j in (0..self.criteria()).filter(|&j| j != criterion && self.exclusions[j].is_none()) {
            let swing = swing(j);
            if widest.is_none_or(|(most, _)| swing > most + ROUNDING) {
                widest = Some((swing, j));
            }
        }
        widest.map(|(_, j)| j)
    }

    fn is_square(&self, first: usize, second: usize) -> bool {
        let scored = |j: usize| self.exclusions[j].is_none();
        first != second && scored(first) && scored(second)
    }

    /// The unnormalised score of each alternative over two weights, 0 to 10.
    fn planes(&self, first: usize, second: usize) -> Vec<Plane> {
        let own = (self.tenths[first], self.tenths[second]);
        let slopes = self.evidence.values(first).iter().zip(self.evidence.values(second));
        let plane = |(total, (&x, &y)): (&f64, (&f64, &f64))| Plane {
            base: (total - own.0 * x - own.1 * y) / 10.0,
            slope: (x, y),
        };
        self.totals.iter().zip(slopes).map(plane).collect()
    }
}

/// An unnormalised score as a function of two weights.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Plane {
    /// Its height where both are 0.
    base: f64,
    slope: (f64, f64),
}

/// How two planes lie to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Meeting {
    /// The one is higher all over the square, or lower.
    Apart { above: bool },
    /// They cannot be told apart.
    Same,
    /// They cross in a line, and this plane is the one minus the other.
    Crossing(Plane),
}

impl Plane {
    fn at(&self, (x, y): Point) -> f64 {
        self.base + self.slope.0 * x + self.slope.1 * y
    }

    fn meets(&self, other: &Self) -> Meeting {
        let apart = Self {
            base: self.base - other.base,
            slope: (self.slope.0 - other.slope.0, self.slope.1 - other.slope.1),
        };
        if apart.slope.0.abs() > ROUNDING || apart.slope.1.abs() > ROUNDING {
            Meeting::Crossing(apart)
        } else if apart.base.abs() <= ROUNDING * self.base.abs().max(1.0) {
            Meeting::Same
        } else {
            Meeting::Apart { above: apart.base > 0.0 }
        }
    }

    /// The plane along one edge of the square.
    fn along(&self, edge: usize) -> Line {
        let (x, y) = self.slope;
        match edge {
            0 => Line { slope: x, intercept: self.base },
            1 => Line { slope: y, intercept: self.base },
            2 => Line { slope: x, intercept: self.base + 10.0 * y },
            _ => Line { slope: y, intercept: self.base + 10.0 * x },
        }
    }
}

/// A plane that may be on top somewhere, of one alternative or of several that cannot be told apart.
struct Contender {
    plane: Plane,
    leader: Option<usize>,
}

/// Who is on top on which part of the square. The planes are by alternative.
fn envelope(planes: &[Plane]) -> Vec<Region> {
    let contenders = contenders(planes);
    let mut room = Room::default();
    let mut regions = Vec::new();
    for (n, contender) in contenders.iter().enumerate() {
        room.reset();
        let others = contenders.iter().enumerate().filter(|(other, _)| *other != n);
        let mut rivals = others.map(|(_, other)| contender.plane.meets(&other.plane));
        if rivals.all(|meeting| room.keep(meeting)) && area(&room.corners) > SLIVER {
            let corners = told_apart(&room.corners);
            regions.push(Region { leader: contender.leader, corners });
        }
    }
    regions
}

/// The corners of a polygon, those that are one but for rounding as one: an edge between them would
/// lie anyhow.
fn told_apart(corners: &[Point]) -> Vec<Point> {
    let is_edge = |(p, q): &(Point, Point)| (p.0 - q.0).hypot(p.1 - q.1) > HAIR;
    edges(corners).filter(is_edge).map(|(p, _)| p).collect()
}

/// Those who may be on top somewhere: whoever is so on the rim of the square, and whoever is not
/// below all of those found before.
fn contenders(planes: &[Plane]) -> Vec<Contender> {
    let mut order: Vec<usize> = (0..4)
        .flat_map(|edge| {
            let lines: Vec<Line> = planes.iter().map(|plane| plane.along(edge)).collect();
            bands(&lines).into_iter().filter_map(|band| band.leader)
        })
        .collect();
    let mut seen = vec![false; planes.len()];
    order.extend(0..planes.len());
    order.retain(|&a| !std::mem::replace(&mut seen[a], true));

    let mut found: Vec<Contender> = Vec::new();
    let mut room = Room::default();
    'next: for a in order {
        room.reset();
        for before in &mut found {
            match planes[a].meets(&before.plane) {
                Meeting::Same => {
                    before.leader = None;
                    continue 'next;
                }
                meeting if !room.keep(meeting) => continue 'next,
                _ => {}
            }
        }
        found.push(Contender { plane: planes[a], leader: Some(a) });
    }
    found
}

/// What is left of the square as it is cut. Its two lists are used in turn, so that cutting takes no
/// memory.
#[derive(Default)]
struct Room {
    corners: Vec<Point>,
    spare: Vec<Point>,
}

impl Room {
    /// The whole square.
    fn reset(&mut self) {
        self.corners.clear();
        self.corners.extend(SQUARE);
    }

    /// Keeps what is above a rival. Returns whether anything is left.
    fn keep(&mut self, meeting: Meeting) -> bool {
        match meeting {
            Meeting::Apart { above } => above,
            Meeting::Same => true,
            Meeting::Crossing(apart) => {
                self.cut(apart);
                self.corners.len() > 2
            }
        }
    }

    /// Keeps what is on the side on which a plane is positive (Sutherland and Hodgman 1974, for one
    /// edge).
    fn cut(&mut self, plane: Plane) {
        if self.corners.iter().all(|corner| plane.at(*corner) >= 0.0) {
            return;
        }
        self.spare.clear();
        for (from, to) in edges(&self.corners) {
            let (before, after) = (plane.at(from), plane.at(to));
            if before >= 0.0 {
                self.spare.push(from);
            }
            if (before > 0.0 && after < 0.0) || (before < 0.0 && after > 0.0) {
                let part = before / (before - after);
                self.spare.push((from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1)));
            }
        }
        std::mem::swap(&mut self.corners, &mut self.spare);
    }
}

/// The edges of a polygon.
fn edges(corners: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    corners.iter().copied().zip(corners.iter().copied().cycle().skip(1))
}

/// The area of a polygon whose corners go counter-clockwise.
fn area(corners: &[Point]) -> f64 {
    edges(corners).map(|((x1, y1), (x2, y2))| x1 * y2 - x2 * y1).sum::<f64>() / 2.0
}

#[cfg(test)]
mod tests;
