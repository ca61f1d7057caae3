//! A second implementation of ratings, scores and missing ratings, straight from the formulas of
//! the design, and packs to try it on. It knows nothing of the library but the format of packs and
//! sessions.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::Index;

/// A decision and a judgement on it, as plain numbers.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub(crate) alternatives: usize,
    /// By alternative: whether it is excluded from the comparison.
    pub(crate) excluded: Vec<bool>,
    /// Whether a missing rating counts as the worst; else it counts as the middle.
    pub(crate) missing_is_worst: bool,
    /// Trust of each source.
    pub(crate) sources: Vec<f64>,
    pub(crate) criteria: Vec<Criterion>,
    /// Criteria of each case study.
    pub(crate) cases: Vec<Vec<usize>>,
}

#[derive(Debug, Clone)]
pub(crate) struct Criterion {
    /// Weight in the pack, in tenths.
    pub(crate) pack_tenths: u8,
    /// Weight in the session, in tenths.
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
    range: Option<(f64, f64)>,
    excluded: bool,
}

/// What one source says of one alternative on one criterion.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourceRating {
    pub(crate) source: usize,
    pub(crate) trust: f64,
    pub(crate) mean: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
    claims: usize,
}

/// What is known of one alternative on one criterion.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rating {
    pub(crate) mean: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// 0 to 1, like the two after it.
    pub(crate) value: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
    pub(crate) sources: usize,
    pub(crate) claims: usize,
    pub(crate) own: bool,
}

/// Scores closer than this are a tie.
const TIE: f64 = 1e-9;

impl Model {
    /// A model of one source and so many alternatives; its ratings are by criterion, then
    /// alternative, in sixteenths of the way from worst to best.
    pub(crate) fn of(alternatives: usize, rows: &[Vec<Option<u8>>], tenths: &[u8]) -> Self {
        let claim = |(alternative, sixteenths): (usize, &Option<u8>)| {
            let rating = 1.0 + f64::from((*sixteenths)?) / 4.0;
            Some(Claim { source: 0, alternative, rating, range: None, excluded: false })
        };
        let criterion = |(row, &tenths): (&Vec<Option<u8>>, &u8)| Criterion {
            pack_tenths: 50,
            tenths,
            excluded: false,
            scale: None,
            claims: row.iter().enumerate().filter_map(claim).collect(),
            own: vec![None; alternatives],
        };
        Self {
            alternatives,
            excluded: vec![false; alternatives],
            missing_is_worst: false,
            sources: vec![1.0],
            criteria: rows.iter().zip(tenths).map(criterion).collect(),
            cases: Vec::new(),
        }
    }

    /// Adds a source that says what the first one says.
    pub(crate) fn add_agreeing_source(&mut self, trust: f64) {
        self.sources.push(trust);
        for criterion in &mut self.criteria {
            let first = criterion.claims.iter().filter(|claim| claim.source == 0);
            let added: Vec<Claim> =
                first.map(|claim| Claim { source: 1, ..claim.clone() }).collect();
            criterion.claims.extend(added);
        }
    }

    /// Gives each claim on a criterion a range so far to both sides, in parts of what there is.
    pub(crate) fn add_ranges(&mut self, criterion: usize, part: f64) {
        for claim in &mut self.criteria[criterion].claims {
            let (low, high) = (
                claim.rating - part * (claim.rating - 1.0),
                claim.rating + part * (5.0 - claim.rating),
            );
            claim.range = Some((low, high));
        }
    }

    /// The alternatives that are compared.
    pub(crate) fn compared(&self) -> Vec<usize> {
        (0..self.alternatives).filter(|&a| !self.excluded[a]).collect()
    }

    /// A rating at a value from 0 to 1.
    pub(crate) fn rating_at(&self, j: usize, value: f64) -> f64 {
        let (worst, best) = self.criteria[j].scale.unwrap_or((1.0, 5.0));
        worst + value * (best - worst)
    }

    pub(crate) fn value(&self, j: usize, rating: f64) -> f64 {
        let (worst, best) = self.criteria[j].scale.unwrap_or((1.0, 5.0));
        (rating - worst) / (best - worst)
    }

    /// What each source with trust says: the means of its claims that are not excluded, and of
    /// their ends. Nothing where your own rating replaces it.
    pub(crate) fn source_ratings(&self, j: usize, a: usize) -> Vec<SourceRating> {
        if self.criteria[j].own[a].is_some() { Vec::new() } else { self.all_source_ratings(j, a) }
    }

    fn all_source_ratings(&self, j: usize, a: usize) -> Vec<SourceRating> {
        let of_source = |(source, &trust): (usize, &f64)| {
            let claims = self.criteria[j].claims.iter();
            let counted: Vec<&Claim> = claims
                .filter(|it| it.source == source && it.alternative == a && !it.excluded)
                .collect();
            let mean_of = |end: fn(&Claim) -> f64| {
                counted.iter().map(|it| end(it)).sum::<f64>() / counted.len() as f64
            };
            (trust > 0.0 && !counted.is_empty()).then(|| SourceRating {
                source,
                trust,
                mean: mean_of(|it| it.rating),
                low: mean_of(|it| it.range.map_or(it.rating, |range| range.0)),
                high: mean_of(|it| it.range.map_or(it.rating, |range| range.1)),
                claims: counted.len(),
            })
        };
        self.sources.iter().enumerate().filter_map(of_source).collect()
    }

    /// The rating; `None` where it is missing.
    pub(crate) fn rating(&self, j: usize, a: usize) -> Option<Rating> {
        let of_sources = self.all_source_ratings(j, a);
        let sources = of_sources.len();
        let claims = of_sources.iter().map(|it| it.claims).sum();
        if let Some(own) = self.criteria[j].own[a] {
            let value = self.value(j, own);
            return Some(Rating {
                mean: own,
                low: own,
                high: own,
                value,
                least: value,
                most: value,
                sources,
                claims,
                own: true,
            });
        }
        let trust: f64 = of_sources.iter().map(|it| it.trust).sum();
        let mean_of = |of: &dyn Fn(&SourceRating) -> f64| {
            of_sources.iter().map(|it| it.trust * of(it)).sum::<f64>() / trust
        };
        let least = |of: &dyn Fn(&SourceRating) -> f64| {
            of_sources.iter().map(of).fold(f64::INFINITY, f64::min)
        };
        let worse = |it: &SourceRating| self.value(j, it.low).min(self.value(j, it.high));
        let better = |it: &SourceRating| self.value(j, it.low).max(self.value(j, it.high));
        (sources > 0).then(|| Rating {
            mean: mean_of(&|it| it.mean),
            low: least(&|it| it.low),
            high: -least(&|it| -it.high),
            value: mean_of(&|it| self.value(j, it.mean)),
            least: least(&worse),
            most: -least(&|it| -better(it)),
            sources,
            claims,
            own: false,
        })
    }

    /// What a missing rating counts as.
    fn missing_value(&self) -> f64 {
        if self.missing_is_worst { 0.0 } else { 0.5 }
    }

    /// The value as it counts.
    pub(crate) fn counted(&self, j: usize, a: usize) -> f64 {
        self.rating(j, a).map_or(self.missing_value(), |it| it.value)
    }

    /// Whether an alternative that is compared has a rating on a criterion.
    fn is_rated(&self, j: usize) -> bool {
        self.compared().iter().any(|&a| self.rating(j, a).is_some())
    }

    /// Whether a criterion is in the score.
    pub(crate) fn included(&self, j: usize) -> bool {
        !self.criteria[j].excluded && self.is_rated(j)
    }

    /// The criteria in the score.
    pub(crate) fn all_included(&self) -> Vec<usize> {
        (0..self.criteria.len()).filter(|&j| self.included(j)).collect()
    }

    /// The criteria that are out of the score because no alternative has a rating.
    pub(crate) fn unrated(&self) -> Vec<usize> {
        let is_unrated = |j: &usize| !self.criteria[*j].excluded && !self.is_rated(*j);
        (0..self.criteria.len()).filter(is_unrated).collect()
    }

    pub(crate) fn shares(&self) -> Vec<f64> {
        self.shares_with(None)
    }

    /// The shares with one weight, in tenths, instead of its own.
    fn shares_with(&self, changed: Option<(usize, f64)>) -> Vec<f64> {
        let included = self.all_included();
        let tenths = |j: usize| match changed {
            Some((moving, tenths)) if moving == j => tenths,
            _ => f64::from(self.criteria[j].tenths),
        };
        let total: f64 = included.iter().map(|&j| tenths(j)).sum();
        let mut shares = vec![0.0; self.criteria.len()];
        for &j in &included {
            shares[j] = if total > 0.0 { tenths(j) / total } else { 1.0 / included.len() as f64 };
        }
        shares
    }

    /// The scores with these shares and the value of each cell as `value` reads it; `None` when
    /// nothing is in the score.
    fn scores_by(&self, shares: &[f64], value: impl Fn(usize, usize) -> f64) -> Option<Vec<f64>> {
        let included = self.all_included();
        let score =
            |a: usize| 100.0 * included.iter().map(|&j| shares[j] * value(j, a)).sum::<f64>();
        (!included.is_empty()).then(|| (0..self.alternatives).map(score).collect())
    }

    /// The score of each alternative, compared or not.
    pub(crate) fn scores(&self) -> Option<Vec<f64>> {
        self.scores_by(&self.shares(), |j, a| self.counted(j, a))
    }

    /// The scores with all ratings at the least value among the sources, and with all at the most;
    /// missing ratings as they count.
    pub(crate) fn score_ranges(&self) -> Option<[Vec<f64>; 2]> {
        let scores = |end: fn(Rating) -> f64| {
            let value = |j, a| self.rating(j, a).map_or(self.missing_value(), end);
            self.scores_by(&self.shares(), value)
        };
        Some([scores(|it| it.least)?, scores(|it| it.most)?])
    }

    /// The scores with all missing values at 0, and with all at 1.
    pub(crate) fn missing_ranges(&self) -> Option<[Vec<f64>; 2]> {
        let scores = |missing: f64| {
            self.scores_by(&self.shares(), |j, a| self.rating(j, a).map_or(missing, |it| it.value))
        };
        Some([scores(0.0)?, scores(1.0)?])
    }

    /// The scores with one value instead of what counts.
    pub(crate) fn scores_with(&self, cell: (usize, usize), value: f64) -> Option<Vec<f64>> {
        let value = |j, a| if (j, a) == cell { value } else { self.counted(j, a) };
        self.scores_by(&self.shares(), value)
    }

    /// The scores when every disagreement falls against one alternative.
    pub(crate) fn scores_against(&self, hurt: usize) -> Option<Vec<f64>> {
        let [low, high] = self.score_ranges()?;
        let score = |a: usize| if a == hurt { low[a] } else { high[a] };
        Some((0..self.alternatives).map(score).collect())
    }

    /// The scores with a weight at so many tenths.
    pub(crate) fn scores_at(&self, moving: usize, tenths: f64) -> Option<Vec<f64>> {
        let shares = self.shares_with(Some((moving, tenths)));
        self.scores_by(&shares, |j, a| self.counted(j, a))
    }

    /// The scores at each of the 101 positions of a slider, the others kept; `None` at a position
    /// where all weights are 0.
    pub(crate) fn scores_along(&self, moving: usize) -> Vec<Option<Vec<f64>>> {
        let included = self.all_included();
        let row = |&j: &usize| (0..self.alternatives).map(|a| self.counted(j, a)).collect();
        let values: Vec<Vec<f64>> = included.iter().map(row).collect();
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

    /// The alternatives that are compared, the highest of these scores first.
    pub(crate) fn ranking(&self, scores: &[f64]) -> Vec<usize> {
        let mut order = self.compared();
        order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        order
    }

    /// Whose score is the highest, and by how much it is higher than the second.
    pub(crate) fn leader(&self, scores: &[f64]) -> (usize, f64) {
        let order = self.ranking(scores);
        (order[0], scores[order[0]] - scores[order[1]])
    }

    /// The missing ratings of the alternatives that are compared, on criteria in the score.
    pub(crate) fn missing_cells(&self) -> Vec<(usize, usize)> {
        let compared = self.compared();
        let cells = |j: usize| compared.iter().map(move |&a| (j, a));
        let all = self.all_included().into_iter().flat_map(cells);
        all.filter(|&(j, a)| self.rating(j, a).is_none()).collect()
    }

    /// Whether a rival is ahead with the leader's missing values at 0 and its own at 1.
    pub(crate) fn is_jointly_reversible(&self, leader: usize) -> bool {
        let Some([low, high]) = self.missing_ranges() else { return false };
        self.compared().into_iter().any(|a| a != leader && high[a] - low[leader] > TIE)
    }

    /// Whether more than half of the weight rests on criteria that only one source rates; your own
    /// ratings are one source.
    pub(crate) fn rests_on_one_source(&self) -> bool {
        let compared = self.compared();
        let has_one_source = |j: &usize| {
            let ratings = compared.iter().flat_map(|&a| self.source_ratings(*j, a));
            let mut sources: Vec<usize> = ratings.map(|it| it.source).collect();
            sources.sort_unstable();
            sources.dedup();
            let own = compared.iter().any(|&a| self.criteria[*j].own[a].is_some());
            sources.len() + usize::from(own) == 1
        };
        let shares = self.shares();
        let of_one = self.all_included().into_iter().filter(has_one_source);
        of_one.map(|j| shares[j]).sum::<f64>() > 0.5 + TIE
    }

    /// Whether no weight differs from the pack's and all shares are equal.
    pub(crate) fn is_unweighted(&self) -> bool {
        let shares = self.shares();
        let included = self.all_included();
        self.criteria.iter().all(|it| it.tenths == it.pack_tenths)
            && included.iter().all(|&j| (shares[j] - shares[included[0]]).abs() < 1e-12)
    }

    /// How sources disagree on a criterion, on the alternatives that are compared.
    pub(crate) fn disagreement(&self, j: usize) -> Option<&'static str> {
        // By source, then alternative.
        let compared = self.compared();
        let mut values = vec![vec![None; self.alternatives]; self.sources.len()];
        for &a in &compared {
            for it in self.source_ratings(j, a) {
                values[it.source][a] = Some(self.value(j, it.mean));
            }
        }
        let ahead = |source: usize, a: usize, b: usize| match (values[source][a], values[source][b])
        {
            (Some(x), Some(y)) => x - y > 1e-12,
            _ => false,
        };
        let apart = |s: usize, t: usize, a: usize| match (values[s][a], values[t][a]) {
            (Some(x), Some(y)) => x - y > 0.25 + 1e-12,
            _ => false,
        };
        let (mut order, mut degree) = (false, false);
        for s in 0..self.sources.len() {
            for t in 0..self.sources.len() {
                for &a in &compared {
                    degree |= apart(s, t, a);
                    order |= compared.iter().any(|&b| ahead(s, a, b) && ahead(t, b, a));
                }
            }
        }
        match (order, degree) {
            (true, _) => Some("order"),
            (false, true) => Some("degree"),
            (false, false) => None,
        }
    }

    /// Whether a source has a claim on every alternative; `None` where that depends on what is
    /// excluded.
    pub(crate) fn rates_all(&self, source: usize) -> Option<bool> {
        let claims = || self.criteria.iter().flat_map(|it| &it.claims);
        let rates =
            |a: usize| claims().any(|claim| claim.source == source && claim.alternative == a);
        let depends = self.excluded.contains(&true)
            || claims().any(|claim| claim.source == source && claim.excluded);
        (!depends).then(|| (0..self.alternatives).all(rates))
    }

    /// The same with other trusts.
    pub(crate) fn trusting(&self, trust: impl Fn(usize) -> f64) -> Self {
        let sources = (0..self.sources.len()).map(trust).collect();
        Self { sources, ..self.clone() }
    }

    /// The pack in TOML.
    pub(crate) fn pack(&self) -> String {
        let mut toml = "[decision]\nschema = 1\nid = \"random\"\ntitle = \"Random\"\n\
                        scale = { worst = 1, best = 5 }\n"
            .to_owned();
        if self.missing_is_worst {
            toml.push_str("missing = \"worst\"\n");
        }
        for a in 0..self.alternatives {
            let _ = writeln!(toml, "[[alternative]]\nid = \"a{a}\"\nname = \"A {a}\"");
        }
        for (s, trust) in self.sources.iter().enumerate() {
            let _ =
                writeln!(toml, "[[source]]\nid = \"s{s}\"\ntitle = \"S {s}\"\ntrust = {trust:?}");
        }
        for (j, criterion) in self.criteria.iter().enumerate() {
            let _ = writeln!(toml, "[[criterion]]\nid = \"c{j}\"\nname = \"C {j}\"");
            if criterion.pack_tenths != 50 {
                let _ = writeln!(toml, "weight = {:?}", f64::from(criterion.pack_tenths) / 10.0);
            }
            if let Some((worst, best)) = criterion.scale {
                let _ = writeln!(toml, "scale = {{ worst = {worst:?}, best = {best:?} }}");
            }
            let key = if criterion.scale.is_some() { "value" } else { "rating" };
            for claim in &criterion.claims {
                let (s, a, rating) = (claim.source, claim.alternative, claim.rating);
                let _ = writeln!(
                    toml,
                    "[[criterion.claim]]\nsource = \"s{s}\"\nalternative = \"a{a}\"\n{key} = {rating:?}\nsays = \"x\""
                );
                if let Some((low, high)) = claim.range {
                    let _ = writeln!(toml, "range = [{low:?}, {high:?}]");
                }
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

    /// The ids of the excluded alternatives.
    pub(crate) fn excluded_alternatives(&self) -> Vec<String> {
        (0..self.alternatives).filter(|&a| self.excluded[a]).map(|a| format!("a{a}")).collect()
    }

    /// The session in TOML: weights, what is excluded, and own ratings.
    pub(crate) fn session(&self) -> String {
        let quoted = |ids: Vec<String>| {
            ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ")
        };
        let out = (0..self.criteria.len()).filter(|&j| self.criteria[j].excluded);
        let mut toml = format!(
            "schema = 1\npack = \"random\"\nexcluded_criteria = [{}]\nexcluded_claims = [{}]\n\
             excluded_alternatives = [{}]\n[weights]\n",
            quoted(out.map(|j| format!("c{j}")).collect()),
            quoted(self.excluded_claims()),
            quoted(self.excluded_alternatives()),
        );
        for (j, criterion) in self.criteria.iter().enumerate() {
            if criterion.tenths != criterion.pack_tenths {
                let _ = writeln!(toml, "c{j} = {}", f64::from(criterion.tenths) / 10.0);
            }
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

/// Any model: 2 to 6 alternatives, 2 to 20 criteria, 1 to 5 sources.
pub(crate) fn any_model() -> impl Strategy<Value = Model> {
    (2..=6_usize, 1..=5_usize).prop_flat_map(|(alternatives, sources)| {
        let trust = prop_oneof![Just(1.0), Just(0.0), 0.05..=1.0_f64];
        let excluded = proptest::bool::weighted(0.15);
        (
            proptest::collection::vec(excluded, alternatives),
            proptest::bool::weighted(0.3),
            proptest::collection::vec(trust, sources),
            proptest::collection::vec(any_criterion(alternatives, sources), 2..=20),
            proptest::collection::vec(proptest::collection::vec(any::<Index>(), 0..4), 0..3),
        )
            .prop_map(move |(mut excluded, missing_is_worst, sources, criteria, cases)| {
                // At least two stay.
                let mut kept = excluded.iter().filter(|it| !**it).count();
                for it in &mut excluded {
                    if *it && kept < 2 {
                        (*it, kept) = (false, kept + 1);
                    }
                }
                let case = |case: Vec<Index>| {
                    let mut case: Vec<usize> =
                        case.into_iter().map(|it| it.index(criteria.len())).collect();
                    case.sort_unstable();
                    case.dedup();
                    case
                };
                let cases = cases.into_iter().map(case).collect();
                Model { alternatives, excluded, missing_is_worst, sources, criteria, cases }
            })
    })
}

/// What a claim says: a place on the scale, how far its range goes to both sides in parts of what
/// there is, and whether it is excluded.
type Said = (f64, Option<(f64, f64)>, bool);

fn any_said() -> impl Strategy<Value = Said> {
    let side = || prop_oneof![1 => Just(0.0), 3 => 0.0..=1.0_f64];
    let range = proptest::option::weighted(0.25, (side(), side()));
    (0.0..=1.0_f64, range, proptest::bool::weighted(1.0 / 16.0))
}

fn any_criterion(alternatives: usize, sources: usize) -> impl Strategy<Value = Criterion> {
    use proptest::collection::vec;
    let scale = prop_oneof![
        3 => Just(None),
        1 => Just(Some((500.0, 20.0))),
        1 => (-50.0..0.0_f64, 1.0..900.0_f64).prop_map(Some),
    ];
    // On most criteria every alternative has a claim.
    let one_for_each = vec((0..sources, any_said()), alternatives);
    let more = vec((0..sources, 0..alternatives, any_said()), 0..6);
    let own = vec(proptest::option::weighted(0.04, 0.0..=1.0_f64), alternatives);
    let tenths = prop_oneof![1 => Just(0_u8), 1 => Just(50), 4 => 0..=100_u8];
    let pack_tenths =
        prop_oneof![2 => Just(None), 1 => Just(Some(50)), 1 => (0..=100_u8).prop_map(Some)];
    let flags = (proptest::bool::weighted(0.1), proptest::bool::weighted(0.8));
    (scale, one_for_each, more, own, (tenths, pack_tenths), flags).prop_map(
        move |(scale, one_for_each, more, own, (tenths, pack_tenths), (excluded, has_each))| {
            let (worst, best) = scale.unwrap_or((1.0, 5.0));
            let (lowest, highest) = (worst.min(best), worst.max(best));
            // Marks are whole halves, so that ties and equal ratings happen.
            let at = |part: f64| {
                let rating = worst + part * (best - worst);
                if scale.is_none() { (2.0 * rating).round() / 2.0 } else { rating }
            };
            let claim = |(source, alternative, (part, range, excluded)): (usize, usize, Said)| {
                let rating = at(part).clamp(lowest, highest);
                let ends = |(down, up): (f64, f64)| {
                    let low = rating - down * (rating - lowest);
                    let high = rating + up * (highest - rating);
                    (low.clamp(lowest, rating), high.clamp(rating, highest))
                };
                Claim { source, alternative, rating, range: range.map(ends), excluded }
            };
            let each = one_for_each.into_iter().enumerate().map(|(a, (s, said))| (s, a, said));
            let claims = each.filter(|_| has_each).chain(more).map(claim).collect();
            let own = own.into_iter().map(|it| it.map(at)).collect();
            let pack_tenths = pack_tenths.unwrap_or(tenths);
            Criterion { pack_tenths, tenths, excluded, scale, claims, own }
        },
    )
}
