//! Who leads, and how clearly.

/// Margins closer than this, in points, are a tie: it is far above what rounding can do to a score
/// and far below what anybody could see.
pub(super) const TIE: f64 = 1e-9;

/// Who leads, and by how much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// Index of the leading alternative; `None` in a tie.
    pub leader: Option<usize>,
    /// Index of the alternative with the highest score; in a tie, the first of them.
    pub first: usize,
    /// Index of the alternative with the second highest score.
    pub second: usize,
    /// Highest minus second highest score, in points, 0 to 100.
    pub margin: f64,
    /// What the margin amounts to.
    pub strength: Strength,
}

/// What a margin amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// No margin at all.
    Tie,
    /// Below 2 points: too close to call.
    Close,
    /// Below 8 points: leans.
    Lean,
    /// Below 20 points: clear.
    Clear,
    /// 20 points or more.
    Strong,
}

impl Verdict {
    /// The verdict on at least two scores.
    pub(super) fn of(scores: &[f64]) -> Self {
        let (mut first, mut second) = if scores[1] > scores[0] { (1, 0) } else { (0, 1) };
        for (a, &score) in scores.iter().enumerate().skip(2) {
            if score > scores[first] {
                (first, second) = (a, first);
            } else if score > scores[second] {
                second = a;
            }
        }
        let margin = scores[first] - scores[second];
        let strength = Strength::of(margin);
        let leader = (strength != Strength::Tie).then_some(first);
        Self { leader, first, second, margin, strength }
    }
}

impl Strength {
    /// What a margin of so many points amounts to.
    #[must_use]
    pub fn of(margin: f64) -> Self {
        // A margin that is 8 on paper may be 7.999… in binary.
        match margin + TIE {
            m if m <= 2.0 * TIE => Self::Tie,
            m if m < 2.0 => Self::Close,
            m if m < 8.0 => Self::Lean,
            m if m < 20.0 => Self::Clear,
            _ => Self::Strong,
        }
    }

    /// The word the JSON report uses for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tie => "tie",
            Self::Close => "close",
            Self::Lean => "lean",
            Self::Clear => "clear",
            Self::Strong => "strong",
        }
    }
}
