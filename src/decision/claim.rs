//! Claims, and the names by which the command line, sessions and search refer to them.

use super::{Criterion, Decision};

/// What one source says of one alternative on one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Index of the source.
    pub source: usize,
    /// Index of the alternative.
    pub alternative: usize,
    /// The mark or measurement, on the criterion's scale.
    pub rating: f64,
    /// The lowest and the highest number that the rating may be, where the source leaves it open;
    /// [`Self::rating`] lies between them.
    pub range: Option<(f64, f64)>,
    /// What it says, in one plain sentence.
    pub says: String,
    /// Why to be careful with it, where there is a reason.
    pub caution: Option<String>,
}

/// Where a claim stands: the index of its criterion, and its own within the criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimRef {
    /// Index into [`Decision::criteria`].
    pub criterion: usize,
    /// Index into [`Criterion::claims`].
    pub claim: usize,
}

impl Claim {
    /// The lowest and the highest number that the rating may be.
    #[must_use]
    pub fn bounds(&self) -> (f64, f64) {
        self.range.unwrap_or((self.rating, self.rating))
    }
}

impl ClaimRef {
    /// A reference to a criterion's claim.
    #[must_use]
    pub const fn new(criterion: usize, claim: usize) -> Self {
        Self { criterion, claim }
    }
}

impl Decision {
    /// The claim that a reference points to.
    ///
    /// # Panics
    /// When the reference was made for another decision.
    #[must_use]
    pub fn claim(&self, at: ClaimRef) -> &Claim {
        &self.criteria[at.criterion].claims[at.claim]
    }

    /// The claim's id, `criterion/source/alternative`, with `/2`, `/3` … from the second on where
    /// a source says several things of one alternative.
    ///
    /// # Panics
    /// When the reference was made for another decision.
    #[must_use]
    pub fn claim_id(&self, at: ClaimRef) -> String {
        let criterion = &self.criteria[at.criterion];
        let claim = &criterion.claims[at.claim];
        let ordinal = 1 + criterion.claims[..at.claim]
            .iter()
            .filter(|it| it.source == claim.source && it.alternative == claim.alternative)
            .count();
        let source = &self.sources[claim.source].id;
        let alternative = &self.alternatives[claim.alternative].id;
        let stem = format!("{}/{source}/{alternative}", criterion.id);
        if ordinal == 1 { stem } else { format!("{stem}/{ordinal}") }
    }

    /// All claims of a source, by criterion.
    pub fn claims_from(&self, source: usize) -> impl Iterator<Item = ClaimRef> {
        self.criteria.iter().enumerate().flat_map(move |(j, criterion)| {
            let of_source = (0..).zip(&criterion.claims).filter(move |it| it.1.source == source);
            of_source.map(move |(c, _)| ClaimRef::new(j, c))
        })
    }

    /// The claim with this id; `/1` names the first as well.
    #[must_use]
    pub fn find_claim(&self, id: &str) -> Option<ClaimRef> {
        let mut parts = id.split('/');
        let criterion = self.criterion(parts.next()?)?;
        let source = self.source(parts.next()?)?;
        let alternative = self.alternative(parts.next()?)?;
        let ordinal: usize = match parts.next() {
            None => 1,
            Some(digits) => digits.parse().ok()?,
        };
        if parts.next().is_some() {
            return None;
        }
        let claim =
            self.criteria[criterion].claims_of(source, alternative).nth(ordinal.checked_sub(1)?)?;
        Some(ClaimRef::new(criterion, claim))
    }
}

impl Criterion {
    /// Indices of the claims that a source makes of an alternative.
    fn claims_of(&self, source: usize, alternative: usize) -> impl Iterator<Item = usize> + '_ {
        self.claims
            .iter()
            .enumerate()
            .filter(move |(_, it)| it.source == source && it.alternative == alternative)
            .map(|(index, _)| index)
    }
}
