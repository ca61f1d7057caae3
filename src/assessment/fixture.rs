//! Decisions for tests, made from nothing but numbers.

use super::{Assessment, assess};
use crate::decision::{
    Alternative, Claim, Criterion, Decision, Missing, Scale, Source, Trust, Weight,
};
use crate::judgement::Judgement;

/// A decision with these values, by alternative and then criterion, on a scale from 0 to 1, and these
/// weights in tenths.
pub(super) fn decision(values: &[Vec<f64>], tenths: &[u8]) -> Decision {
    let ids = |kind: &str, n: usize| format!("{kind}{n}");
    let criterion = |j: usize| Criterion {
        id: ids("c", j),
        name: format!("Criterion {j}"),
        question: String::new(),
        group: String::new(),
        weight: Weight::from_tenths(tenths[j]).expect("in range"),
        scale: None,
        claims: (0..values.len())
            .map(|alternative| Claim {
                source: 0,
                alternative,
                rating: values[alternative][j],
                range: None,
                says: "so".into(),
                caution: None,
            })
            .collect(),
    };
    Decision {
        id: "numbers".into(),
        title: "Numbers".into(),
        question: String::new(),
        scale: Scale { worst: 0.0, best: 1.0, unit: None },
        missing: Missing::Middle,
        rubric: Vec::new(),
        alternatives: (0..values.len())
            .map(|a| Alternative {
                id: ids("a", a),
                name: format!("Alternative {a}"),
                summary: String::new(),
            })
            .collect(),
        sources: vec![Source {
            id: "s".into(),
            title: "S".into(),
            publisher: None,
            published: None,
            trust: Trust::FULL,
        }],
        criteria: (0..tenths.len()).map(criterion).collect(),
        use_cases: Vec::new(),
        case_studies: Vec::new(),
        notes: Vec::new(),
        examples: Vec::new(),
    }
}

/// What follows from such a decision as it is.
pub(super) fn assessed(values: &[Vec<f64>], tenths: &[u8]) -> Assessment {
    let decision = decision(values, tenths);
    assess(&decision, &Judgement::of(&decision))
}

/// Two alternatives whose values differ by this, each from -1 to 1.
pub(super) fn apart(differences: &[f64]) -> Vec<Vec<f64>> {
    let above = |sign: f64| differences.iter().map(|d| (sign * d).max(0.0)).collect();
    vec![above(1.0), above(-1.0)]
}
