//! The smallest move of a single slider that changes the leader.

use super::band::position_beyond;
use super::{Assessment, Verdict};
use crate::decision::Weight;

/// How one slider alone changes the leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SliderReversal {
    /// Index of the criterion whose slider it is.
    pub criterion: usize,
    /// The first position from which on another alternative leads.
    pub position: Weight,
    /// Whether the slider goes up to get there.
    pub up: bool,
    /// Index of the alternative that leads there.
    pub leader: usize,
}

impl Assessment {
    /// The smallest move of a single slider that changes the leader, to where a slider can stand.
    /// `None` when no slider alone can, and in a tie, where there is no leader to lose.
    #[must_use]
    pub fn nearest_slider_reversal(&self) -> Option<SliderReversal> {
        let leader = self.verdict?.leader?;
        if self.equal_shares {
            return self.first_to_speak_alone(leader);
        }
        self.nearest_slider_reversal_by(leader, &self.within_reach(leader))
    }

    /// The same where only these can come past the leader.
    fn nearest_slider_reversal_by(
        &self,
        leader: usize,
        rivals: &[usize],
    ) -> Option<SliderReversal> {
        let mut found: Vec<(f64, SliderReversal)> = (0..self.criteria())
            .filter(|&j| self.exclusions[j].is_none())
            .flat_map(|j| self.overtakings(j, leader, rivals).chain(self.fall_to_zero(j)))
            .map(|tip| (self.distance(tip), tip))
            .collect();
        found.sort_by(|(x, _), (y, _)| x.total_cmp(y));
        let mut nearest: Option<(f64, SliderReversal)> = None;
        for (distance, tip) in found {
            if nearest.is_some_and(|(least, _)| least <= distance) {
                break;
            }
            if let Some(tip) = self.settled(tip, leader) {
                let distance = self.distance(tip);
                if nearest.is_none_or(|(least, _)| distance < least) {
                    nearest = Some((distance, tip));
                }
            }
        }
        nearest.map(|(_, tip)| tip)
    }

    /// Who leads at each position of a slider, from 0.0 to 10.0 in tenths; `None` where several share the
    /// lead. Empty when nothing is left to score.
    #[must_use]
    pub fn leaders(&self, criterion: usize) -> Vec<Option<usize>> {
        // Within this of a tipping point, a position may lie on it.
        const HAIR: f64 = 1e-6;
        let bands = self.bands(criterion);
        if bands.is_empty() {
            return Vec::new();
        }
        let mut band = 0;
        let leader = |tenths: u8| {
            let at = f64::from(tenths) / 10.0;
            while bands[band].to < at - HAIR {
                band += 1;
            }
            let is_inside = bands[band].from + HAIR < at && at < bands[band].to - HAIR;
            if is_inside { bands[band].leader } else { self.leader_at(criterion, at) }
        };
        (0..=100).map(leader).collect()
    }

    /// How far a slider has to go, in tenths.
    fn distance(&self, tip: SliderReversal) -> f64 {
        (f64::from(tip.position.tenths()) - self.tenths[tip.criterion]).abs()
    }

    /// Those whom a single slider can bring past the leader: going all its way, it narrows no gap by
    /// more than its 100 tenths.
    fn within_reach(&self, leader: usize) -> Vec<usize> {
        // Far more than rounding can do to a sum, so that nobody is left out by it.
        const FARTHEST: f64 = 100.0 + 1e-3;
        let is_near = |rival: &usize| self.totals[leader] - self.totals[*rival] <= FARTHEST;
        self.compared().iter().copied().filter(is_near).collect()
    }

    /// The first position upwards and the first downwards at which somebody is past the leader. Only
    /// where somebody crosses the leader's own line can the lead be lost first.
    fn overtakings(
        &self,
        criterion: usize,
        leader: usize,
        rivals: &[usize],
    ) -> impl Iterator<Item = SliderReversal> + use<> {
        let first = self.line(criterion, leader);
        let now = self.tenths[criterion] / 10.0;
        let mut above: Option<(f64, usize)> = None;
        let mut below: Option<(f64, usize)> = None;
        for &rival in rivals {
            match first.crossing(self.line(criterion, rival)) {
                Some(at) if at > now && above.is_none_or(|(nearest, _)| at < nearest) => {
                    above = Some((at, rival));
                }
                Some(at) if at <= now && below.is_none_or(|(nearest, _)| at > nearest) => {
                    below = Some((at, rival));
                }
                _ => {}
            }
        }
        let tip = move |(at, leader), up| {
            position_beyond(at, up).map(|position| SliderReversal {
                criterion,
                position,
                up,
                leader,
            })
        };
        let above = above.and_then(|it| tip(it, true));
        above.into_iter().chain(below.and_then(|it| tip(it, false)))
    }

    /// The position 0 of a criterion without which all weights are 0: the lead may jump there, to
    /// somebody who comes past nobody on the way.
    fn fall_to_zero(&self, criterion: usize) -> Option<SliderReversal> {
        let Verdict { leader, .. } = self.verdict_at_equal_shares(criterion)?;
        Some(SliderReversal { criterion, position: Weight::MIN, up: false, leader: leader? })
    }

    /// A tip, gone on with until somebody leads alone who did not before; `None` where nobody does.
    fn settled(&self, mut tip: SliderReversal, leader: usize) -> Option<SliderReversal> {
        loop {
            match self.leader_at(tip.criterion, tip.position.size()) {
                Some(other) if other != leader => {
                    return Some(SliderReversal { leader: other, ..tip });
                }
                _ => {
                    let tenths = tip.position.tenths();
                    let next =
                        if tip.up { tenths.checked_add(1)? } else { tenths.checked_sub(1)? };
                    tip.position = Weight::from_tenths(next)?;
                }
            }
        }
    }

    /// Where all weights are 0, the first criterion that would make another alternative lead as soon
    /// as it alone counts.
    fn first_to_speak_alone(&self, leader: usize) -> Option<SliderReversal> {
        let position = Weight::from_tenths(1)?;
        (0..self.criteria())
            .filter(|&j| self.exclusions[j].is_none())
            .filter_map(|criterion| {
                let leader = self.leader_at(criterion, position.size())?;
                Some(SliderReversal { criterion, position, up: true, leader })
            })
            .find(|tip| tip.leader != leader)
    }

    /// Who leads if a criterion has this weight, 0 to 10; `None` in a tie.
    fn leader_at(&self, criterion: usize, weight: f64) -> Option<usize> {
        Verdict::of(&self.scores_at(criterion, weight)?, self.compared()).leader
    }
}

#[cfg(test)]
mod tests {
    use crate::assessment::fixture::assessed;
    use crate::assessment::random::Random;

    #[test]
    fn whoever_is_out_of_reach_has_no_part_in_the_nearest_slider_reversal() {
        for seed in 0..60 {
            let mut random = Random::new(11, seed);
            let (alternatives, criteria) = (30, 2 + random.below(30));
            let mut value = || random.below(11) as f64 / 10.0;
            let values: Vec<Vec<f64>> =
                (0..alternatives).map(|_| (0..criteria).map(|_| value()).collect()).collect();
            let tenths: Vec<u8> =
                (0..criteria).map(|_| u8::try_from(random.below(101)).expect("small")).collect();
            let assessment = assessed(&values, &tenths);
            let Some(leader) = assessment.verdict().and_then(|it| it.leader) else { continue };
            let everybody: Vec<usize> = (0..alternatives).collect();
            let nearest = assessment.nearest_slider_reversal_by(leader, &everybody);
            assert_eq!(assessment.nearest_slider_reversal(), nearest, "{seed}");
        }
    }
}
