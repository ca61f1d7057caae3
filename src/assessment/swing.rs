//! How far each weight alone swings the margin of the first alternative, from 0 to 10.
//!
//! Owns the two ends of each slider, and what becomes of the lead on it; where between the ends the
//! leader changes is a matter of its [bands](super::band).

use super::{Assessment, Verdict};

/// Where one end of a slider takes the margin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SwingEnd {
    /// The points by which the first of now is ahead of the best of the others there, -100 to 100;
    /// below 0, another alternative leads.
    pub margin: f64,
    /// Index of the alternative that leads there; `None` in a tie.
    pub leader: Option<usize>,
}

/// What becomes of the lead of the first alternative on a slider, at its worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// The first leads at both ends, and so everywhere between: the best of the others is a convex
    /// function of one weight, as every maximum of lines is.
    Kept,
    /// Several share the lead, with the first or ahead of it, and no other leads alone.
    Shared,
    /// Another alternative leads.
    Lost,
}

/// How far one weight alone swings the margin of the first over the best of the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// Index of the criterion.
    pub criterion: usize,
    /// The margin with its weight at 0, and who leads there.
    pub at_zero: SwingEnd,
    /// The same with its weight at 10.
    pub at_ten: SwingEnd,
    /// What becomes of the lead on the way.
    pub lead: Lead,
}

impl Swing {
    /// Whether the margin is no smaller with the weight at 10 than with it at 0.
    #[must_use]
    pub fn is_upwards(self) -> bool {
        self.at_zero.margin <= self.at_ten.margin
    }

    /// The end with the smaller margin.
    #[must_use]
    pub fn low(self) -> SwingEnd {
        if self.is_upwards() { self.at_zero } else { self.at_ten }
    }

    /// The end with the larger margin.
    #[must_use]
    pub fn high(self) -> SwingEnd {
        if self.is_upwards() { self.at_ten } else { self.at_zero }
    }
}

impl Assessment {
    /// How far one weight alone can swing the margin; `None` for a criterion that is out of the
    /// score, and when nothing is left to score.
    #[must_use]
    pub fn swing(&self, criterion: usize) -> Option<Swing> {
        if self.exclusion(criterion).is_some() {
            return None;
        }
        let first = self.verdict()?.first;
        let end = |weight: f64| {
            let scores = self.scores_at(criterion, weight)?;
            let others = self.compared().iter().filter(|a| **a != first);
            let best = others.map(|&a| scores[a]).fold(f64::NEG_INFINITY, f64::max);
            Some(SwingEnd {
                margin: scores[first] - best,
                leader: Verdict::of(&scores, self.compared()).leader,
            })
        };
        let (at_zero, at_ten) = (end(0.0)?, end(10.0)?);
        let ends = [at_zero.leader, at_ten.leader];
        let is_other = |leader: Option<usize>| leader.is_some_and(|it| it != first);
        let lead = if ends == [Some(first); 2] {
            Lead::Kept
        } else if ends.into_iter().any(is_other)
            // Those who share it at an end may have had it alone before.
            || self.bands(criterion).iter().any(|band| is_other(band.leader))
        {
            Lead::Lost
        } else {
            Lead::Shared
        };
        Some(Swing { criterion, at_zero, at_ten, lead })
    }

    /// How far each weight alone swings the margin, of the criteria in the score; the widest
    /// first, what differs by no more than rounding in the order of the pack.
    #[must_use]
    pub fn swings(&self) -> Vec<Swing> {
        let mut swings: Vec<Swing> =
            (0..self.criteria()).filter_map(|criterion| self.swing(criterion)).collect();
        let width = |it: &Swing| ((it.high().margin - it.low().margin) * 1e9).round();
        swings.sort_by(|x, y| width(y).total_cmp(&width(x)));
        swings
    }
}

#[cfg(test)]
mod tests {
    use super::Lead;
    use crate::assessment::fixture::{apart, assessed};

    #[test]
    fn a_swing_is_the_margin_at_either_end_of_a_slider() {
        // Without the first the gap is -.2; with it at 10 beside a 5 it is (10 · .5 − 5 · .2) / 15.
        let assessment = assessed(&apart(&[0.5, -0.2]), &[50, 50]);
        let swing = assessment.swing(0).expect("scored");
        let (low, high) = (swing.at_zero, swing.at_ten);
        assert!((low.margin + 20.0).abs() < 1e-9 && (high.margin - 400.0 / 15.0).abs() < 1e-9);
        assert_eq!((low.leader, high.leader), (Some(1), Some(0)));
        let three = assessed(&[vec![0.5, 0.1], vec![0.2, 0.2], vec![0.1, 0.9]], &[100, 10]);
        let swing = three.swing(1).expect("scored");
        let (low, high) = (swing.at_zero, swing.at_ten);
        assert!((low.margin - 30.0).abs() < 1e-9 && (high.margin + 20.0).abs() < 1e-9);
        assert_eq!((low.leader, high.leader), (Some(0), Some(2)));
    }

    #[test]
    fn each_end_of_a_swing_has_a_leader_of_its_own() {
        // The first leads only between the two: without the second criterion the second leads, with
        // twice as much of it the third.
        let three = assessed(&[vec![0.6, 0.6], vec![0.7, 0.2], vec![0.2, 0.9]], &[50, 20]);
        assert_eq!(three.verdict().map(|it| it.first), Some(0));
        let swing = three.swing(1).expect("scored");
        let (low, high) = (swing.at_zero, swing.at_ten);
        assert!(low.margin < 0.0 && high.margin < 0.0, "{low:?} {high:?}");
        assert_eq!((low.leader, high.leader), (Some(1), Some(2)));
    }

    #[test]
    fn a_lead_is_kept_shared_or_lost() {
        let lead = |values: &[Vec<f64>]| assessed(values, &[50, 50]).swing(0).expect("scored").lead;
        assert_eq!(lead(&apart(&[0.5, 0.2])), Lead::Kept);
        assert_eq!(lead(&apart(&[0.5, -0.2])), Lead::Lost);
        assert_eq!(lead(&apart(&[0.5, 0.0])), Lead::Shared);
        // Without the first criterion two others are ahead, and equal throughout.
        let ahead = vec![vec![0.9, 0.2], vec![0.3, 0.4], vec![0.3, 0.4]];
        assert_eq!(lead(&ahead), Lead::Shared);
        // Equal without the first criterion only: with a little of it, one of them leads alone.
        let ahead = vec![vec![0.9, 0.2], vec![0.3, 0.4], vec![0.2, 0.4]];
        assert_eq!(lead(&ahead), Lead::Lost);
    }
}
