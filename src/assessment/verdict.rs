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
}

/// How clearly the leader leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Several share the lead.
    Tie,
    /// Confidence under 65 %.
    TooClose,
    /// Confidence under 80 %.
    Leans,
    /// Confidence under 95 %, or as much as may be said.
    Leads,
    /// Confidence of 95 % or more.
    LeadsClearly,
}

impl Verdict {
    /// The verdict on the scores of these alternatives; there are at least two.
    pub(super) fn of(scores: &[f64], compared: &[usize]) -> Self {
        let (mut first, mut second) = (compared[0], compared[1]);
        if scores[second] > scores[first] {
            (first, second) = (second, first);
        }
        for &a in &compared[2..] {
            if scores[a] > scores[first] {
                (first, second) = (a, first);
            } else if scores[a] > scores[second] {
                second = a;
            }
        }
        let margin = scores[first] - scores[second];
        Self { leader: (margin > TIE).then_some(first), first, second, margin }
    }
}

impl Strength {
    /// What a confidence, 0 to 1, amounts to; judged by the whole percent that is shown.
    #[must_use]
    pub fn of(confidence: f64) -> Self {
        match (100.0 * confidence).round() {
            percent if percent < 65.0 => Self::TooClose,
            percent if percent < 80.0 => Self::Leans,
            percent if percent < 95.0 => Self::Leads,
            _ => Self::LeadsClearly,
        }
    }

    /// The word the JSON report uses for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tie => "tie",
            Self::TooClose => "too_close",
            Self::Leans => "leans",
            Self::Leads => "leads",
            Self::LeadsClearly => "leads_clearly",
        }
    }
}
