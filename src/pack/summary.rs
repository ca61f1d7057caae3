//! What a pack holds, in numbers.

use std::fmt;

use crate::decision::Decision;

/// How much of everything a pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Number of alternatives.
    pub alternatives: usize,
    /// Number of criteria.
    pub criteria: usize,
    /// Number of claims on all criteria.
    pub claims: usize,
    /// Number of sources.
    pub sources: usize,
    /// Number of use cases.
    pub use_cases: usize,
    /// Number of case studies.
    pub case_studies: usize,
    /// Number of notes.
    pub notes: usize,
    /// Number of code examples.
    pub examples: usize,
}

impl Summary {
    /// Counts what a decision holds.
    #[must_use]
    pub fn of(decision: &Decision) -> Self {
        Self {
            alternatives: decision.alternatives.len(),
            criteria: decision.criteria.len(),
            claims: decision.criteria.iter().map(|it| it.claims.len()).sum(),
            sources: decision.sources.len(),
            use_cases: decision.use_cases.len(),
            case_studies: decision.case_studies.len(),
            notes: decision.notes.len(),
            examples: decision.examples.len(),
        }
    }
}

/// In words: `2 alternatives, 1 criterion, 3 claims`; what the pack has none of is left out.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.alternatives, "alternative", "alternatives"),
            (self.criteria, "criterion", "criteria"),
            (self.claims, "claim", "claims"),
            (self.sources, "source", "sources"),
            (self.use_cases, "use case", "use cases"),
            (self.case_studies, "case study", "case studies"),
            (self.notes, "note", "notes"),
            (self.examples, "example", "examples"),
        ];
        let words = counts
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| format!("{count} {}", if *count == 1 { one } else { many }));
        f.write_str(&words.collect::<Vec<_>>().join(", "))
    }
}
