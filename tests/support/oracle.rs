//! A second implementation of the score, straight from the formulas of the design, and packs to
//! try it on. It knows nothing of the library but the format of packs and sessions.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::Index;

/// A decision and what somebody thinks of it, as plain numbers.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub(crate) alternatives: usize,
    /// Trust of each source.
    pub(crate) sources: Vec<f64>,
    pub(crate) criteria: Vec<Criterion>,
    /// Criteria that each case study speaks to.
    pub(crate) cases: Vec<Vec<usize>>,
}

#[derive(Debug, Clone)]
pub(crate) struct Criterion {
    pub(crate) tenths: u8,
    pub(crate) excluded: bool,
    /// Worst and best, where it has a scale of its own.
    scale: Option<(f64, f64)>,
    claims: Vec<Claim>,
    /// Own rating of each alternative.
    own: Vec<Option<f64>>,
}

#[derive(Debug, Clone)]
struct Claim {
    source: usize,
    alternative: usize,
    rating: f64,
    excluded: bool,
}

/// What the sources say of one alternative on one criterion.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rating {
    pub(crate) mean: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) sources: usize,
    pub(crate) claims: usize,
    pub(crate) own: bool,
}

impl Model {
    /// A model of one source and so many alternatives; its ratings are by criterion, then
    /// alternative, in sixteenths of the way from worst to best. An empty row is no evidence.
    pub(crate) fn of(alternatives: usize, sixteenths: &[Vec<u8>], tenths: &[u8]) -> Self {
        let criterion = |(row, &tenths): (&Vec<u8>, &u8)| Criterion {
            tenths,
            excluded: false,
            scale: None,
            claims: row
                .iter()
                .enumerate()
                .map(|(alternative, &it)| Claim {
                    source: 0,
                    alternative,
                    rating: 1.0 + f64::from(it) / 4.0,
                    excluded: false,
                })
                .collect(),
            own: vec![None; alternatives],
        };
        let criteria = sixteenths.iter().zip(tenths).map(criterion).collect();
        Self { alternatives, sources: vec![1.0], criteria, cases: Vec::new() }
    }

    fn scale(&self, j: usize) -> (f64, f64) {
        self.criteria[j].scale.unwrap_or((1.0, 5.0))
    }

    pub(crate) fn value(&self, j: usize, x: f64) -> f64 {
        let (worst, best) = self.scale(j);
        (x - worst) / (best - worst)
    }

    pub(crate) fn rating(&self, j: usize, a: usize) -> Option<Rating> {
        let criterion = &self.criteria[j];
        let mut means = Vec::new();
        let mut claims = 0;
        for (source, trust) in self.sources.iter().enumerate() {
            let said: Vec<f64> = criterion
                .claims
                .iter()
                .filter(|it| it.source == source && it.alternative == a && !it.excluded)
                .map(|it| it.rating)
                .collect();
            if *trust > 0.0 && !said.is_empty() {
                claims += said.len();
                means.push((*trust, said.iter().sum::<f64>() / said.len() as f64));
            }
        }
        let sources = means.len();
        if let Some(own) = criterion.own[a] {
            return Some(Rating { mean: own, low: own, high: own, sources, claims, own: true });
        }
        let total: f64 = means.iter().map(|(trust, _)| trust).sum();
        (sources > 0).then(|| Rating {
            mean: means.iter().map(|(trust, mean)| trust * mean).sum::<f64>() / total,
            low: means.iter().map(|it| it.1).fold(f64::INFINITY, f64::min),
            high: means.iter().map(|it| it.1).fold(f64::NEG_INFINITY, f64::max),
            sources,
            claims,
            own: false,
        })
    }

    pub(crate) fn included(&self, j: usize) -> bool {
        !self.criteria[j].excluded && (0..self.alternatives).all(|a| self.rating(j, a).is_some())
    }

    pub(crate) fn shares(&self) -> Vec<f64> {
        let included: Vec<bool> = (0..self.criteria.len()).map(|j| self.included(j)).collect();
        let weight = |j: usize| if included[j] { f64::from(self.criteria[j].tenths) } else { 0.0 };
        let total: f64 = (0..self.criteria.len()).map(weight).sum();
        let count = included.iter().filter(|it| **it).count();
        (0..self.criteria.len())
            .map(|j| match () {
                () if !included[j] => 0.0,
                () if total == 0.0 => 1.0 / count as f64,
                () => weight(j) / total,
            })
            .collect()
    }

    /// The scores with each rating read by `read`; `None` when nothing can be scored.
    fn scores_by(&self, read: impl Fn(usize, usize, Rating) -> f64) -> Option<Vec<f64>> {
        let shares = self.shares();
        if !(0..self.criteria.len()).any(|j| self.included(j)) {
            return None;
        }
        let score = |a: usize| {
            let parts = (0..self.criteria.len()).filter(|&j| shares[j] > 0.0);
            let value = |j: usize| self.rating(j, a).map_or(0.0, |it| read(j, a, it));
            100.0 * parts.map(|j| shares[j] * value(j)).sum::<f64>()
        };
        Some((0..self.alternatives).map(score).collect())
    }

    pub(crate) fn scores(&self) -> Option<Vec<f64>> {
        self.scores_by(|j, _, it| self.value(j, it.mean))
    }

    /// The scores at each of the 101 positions of a slider, the others kept; `None` at a position
    /// where all weights are 0.
    pub(crate) fn scores_along(&self, moving: usize) -> Vec<Option<Vec<f64>>> {
        let included: Vec<usize> = (0..self.criteria.len()).filter(|&j| self.included(j)).collect();
        let value = |j: usize, a: usize| self.rating(j, a).map_or(0.0, |it| self.value(j, it.mean));
        let row = |j: usize| (0..self.alternatives).map(|a| value(j, a)).collect::<Vec<f64>>();
        let values: Vec<Vec<f64>> = included.iter().map(|&j| row(j)).collect();
        let scores_at = |position: u8| {
            let tenths = |j: usize| if j == moving { position } else { self.criteria[j].tenths };
            let weights: Vec<f64> = included.iter().map(|&j| f64::from(tenths(j))).collect();
            let total: f64 = weights.iter().sum();
            let score = |a: usize| {
                let parts = weights.iter().zip(&values).map(|(weight, row)| weight * row[a]);
                100.0 * parts.sum::<f64>() / total
            };
            (total > 0.0).then(|| (0..self.alternatives).map(score).collect())
        };
        (0..=100).map(scores_at).collect()
    }

    /// The scores when everything that is disagreeing turns out badly for one alternative.
    pub(crate) fn scores_against(&self, hurt: usize) -> Option<Vec<f64>> {
        self.scores_by(|j, a, it| {
            let (x, y) = (self.value(j, it.low), self.value(j, it.high));
            if a == hurt { x.min(y) } else { x.max(y) }
        })
    }

    /// The pack in TOML.
    pub(crate) fn pack(&self) -> String {
        let mut toml = "[decision]\nschema = 1\nid = \"random\"\ntitle = \"Random\"\n\
                        scale = { worst = 1, best = 5 }\n"
            .to_owned();
        for a in 0..self.alternatives {
            let _ = writeln!(toml, "[[alternative]]\nid = \"a{a}\"\nname = \"A {a}\"");
        }
        for (s, trust) in self.sources.iter().enumerate() {
            let _ =
                writeln!(toml, "[[source]]\nid = \"s{s}\"\ntitle = \"S {s}\"\ntrust = {trust:?}");
        }
        for (j, criterion) in self.criteria.iter().enumerate() {
            let _ = writeln!(toml, "[[criterion]]\nid = \"c{j}\"\nname = \"C {j}\"");
            if let Some((worst, best)) = criterion.scale {
                let _ = writeln!(toml, "scale = {{ worst = {worst:?}, best = {best:?} }}");
            }
            let key = if criterion.scale.is_some() { "value" } else { "rating" };
            for claim in &criterion.claims {
                let (s, a, x) = (claim.source, claim.alternative, claim.rating);
                let _ = writeln!(
                    toml,
                    "[[criterion.claim]]\nsource = \"s{s}\"\nalternative = \"a{a}\"\n{key} = {x:?}\nsays = \"x\""
                );
            }
        }
        for (number, criteria) in self.cases.iter().enumerate() {
            let criteria: Vec<String> = criteria.iter().map(|j| format!("\"c{j}\"")).collect();
            let _ = writeln!(
                toml,
                "[[case_study]]\nid = \"k{number}\"\nname = \"K\"\nsummary = \"x\"\ncriteria = [{}]\n\
                 [[case_study.use]]\nalternative = \"a0\"\nsource = \"s0\"\nsays = \"x\"",
                criteria.join(", ")
            );
        }
        toml
    }

    /// The ids of the excluded claims.
    pub(crate) fn excluded_claims(&self) -> Vec<String> {
        let mut ids = Vec::new();
        for (j, criterion) in self.criteria.iter().enumerate() {
            for (c, claim) in criterion.claims.iter().enumerate() {
                let (s, a) = (claim.source, claim.alternative);
                let before =
                    criterion.claims[..c].iter().filter(|it| it.source == s && it.alternative == a);
                let ordinal = 1 + before.count();
                if claim.excluded && ordinal == 1 {
                    ids.push(format!("c{j}/s{s}/a{a}"));
                } else if claim.excluded {
                    ids.push(format!("c{j}/s{s}/a{a}/{ordinal}"));
                }
            }
        }
        ids
    }

    /// The session in TOML: weights, what is excluded, excluded and rated by hand.
    pub(crate) fn session(&self) -> String {
        let quoted = |ids: Vec<String>| {
            ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ")
        };
        let out = (0..self.criteria.len()).filter(|&j| self.criteria[j].excluded);
        let mut toml = format!(
            "schema = 1\npack = \"random\"\nexcluded_criteria = [{}]\nexcluded_claims = [{}]\n[weights]\n",
            quoted(out.map(|j| format!("c{j}")).collect()),
            quoted(self.excluded_claims())
        );
        for (j, criterion) in self.criteria.iter().enumerate() {
            let _ = writeln!(toml, "c{j} = {}", f64::from(criterion.tenths) / 10.0);
        }
        toml.push_str("[own_rating]\n");
        for (j, criterion) in self.criteria.iter().enumerate() {
            for (a, own) in criterion.own.iter().enumerate() {
                if let Some(own) = own {
                    let _ = writeln!(toml, "c{j}.a{a} = {{ rating = {own:?} }}");
                }
            }
        }
        toml
    }
}

/// Highest and second highest score, and whose the highest is.
pub(crate) fn leader(scores: &[f64]) -> (usize, f64) {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    (order[0], scores[order[0]] - scores[order[1]])
}

/// Any model: 2 to 8 alternatives, 2 to 30 criteria, 1 to 5 sources.
pub(crate) fn any_model() -> impl Strategy<Value = Model> {
    (2..=8_usize, 1..=5_usize).prop_flat_map(|(alternatives, sources)| {
        let trust = prop_oneof![Just(1.0), Just(0.0), 0.05..=1.0_f64];
        (
            proptest::collection::vec(trust, sources),
            proptest::collection::vec(any_criterion(alternatives, sources), 2..=30),
            proptest::collection::vec(proptest::collection::vec(any::<Index>(), 0..4), 0..3),
        )
            .prop_map(move |(sources, criteria, cases)| {
                let case = |case: Vec<Index>| {
                    let mut case: Vec<usize> =
                        case.into_iter().map(|it| it.index(criteria.len())).collect();
                    case.sort_unstable();
                    case.dedup();
                    case
                };
                let cases = cases.into_iter().map(case).collect();
                Model { alternatives, sources, criteria, cases }
            })
    })
}

fn any_criterion(alternatives: usize, sources: usize) -> impl Strategy<Value = Criterion> {
    let scale = prop_oneof![
        3 => Just(None),
        1 => Just(Some((500.0, 20.0))),
        1 => (-50.0..0.0_f64, 1.0..900.0_f64).prop_map(Some),
    ];
    // Mostly somebody says something of every alternative, so that most criteria can be scored.
    let sure = proptest::collection::vec((0..sources, 0.0..=1.0_f64), alternatives);
    let more = proptest::collection::vec((0..sources, 0..alternatives, 0.0..=1.0_f64), 0..6);
    let own =
        proptest::collection::vec(proptest::option::weighted(0.04, 0.0..=1.0_f64), alternatives);
    let tenths = prop_oneof![1 => Just(0_u8), 1 => Just(50), 4 => 0..=100_u8];
    let flags = (proptest::bool::weighted(0.1), proptest::bool::weighted(0.9), any::<u32>());
    (scale, sure, more, own, tenths, flags).prop_map(
        move |(scale, sure, more, own, tenths, (excluded, is_sure, claims))| {
            let (worst, best) = scale.unwrap_or((1.0, 5.0));
            // Whole halves where it is rated, so that ties and equal ratings happen.
            let at = |part: f64| {
                let x = worst + part * (best - worst);
                if scale.is_none() { (2.0 * x).round() / 2.0 } else { x }
            };
            let sure = sure.into_iter().enumerate().map(|(a, (s, part))| (s, a, part));
            let said: Vec<(usize, usize, f64)> = sure.filter(|_| is_sure).chain(more).collect();
            let claims = said
                .into_iter()
                .enumerate()
                .map(|(c, (source, alternative, part))| Claim {
                    source,
                    alternative,
                    rating: at(part),
                    // One in sixteen.
                    excluded: (claims >> (2 * (c % 14))) % 16 == 0,
                })
                .collect();
            let own = own.into_iter().map(|it| it.map(at)).collect();
            Criterion { tenths, excluded, scale, claims, own }
        },
    )
}
