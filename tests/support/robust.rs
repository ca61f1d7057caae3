//! A second implementation of confidence, robustness, reversals and second opinions, by other
//! formulas than the library's: inclusion and exclusion instead of a series, divided differences in
//! exact arithmetic instead of a recursion, a dual programme instead of a greedy walk, all pairs
//! instead of sorting. What the library draws is drawn here with other numbers.

use num_bigint::BigInt;
use proptest::prelude::*;
use serde_json::Value;

use super::oracle::Model;

/// Differences of values below this come from rounding.
const ROUNDING: f64 = 1e-12;

/// Differences of scores from 0 to 1 below this are a tie.
const TIE: f64 = 1e-11;

/// What is in the score and has weight, for the alternatives that are compared.
struct Numbers {
    alternatives: Vec<usize>,
    criteria: Vec<usize>,
    /// By criterion, then alternative.
    values: Vec<Vec<f64>>,
    cells: Vec<Vec<Cell>>,
    shares: Vec<f64>,
    tenths: Vec<u8>,
    sources: Vec<f64>,
}

/// How a value varies.
enum Cell {
    Fixed(f64),
    Missing,
    /// What each source says.
    Rated(Vec<SourceValue>),
}

/// A source, the value of its rating, and the values at the ends of its range.
struct SourceValue {
    source: usize,
    value: f64,
    ends: (f64, f64),
}

impl SourceValue {
    fn differ(&self) -> bool {
        (self.ends.0 - self.ends.1).abs() > ROUNDING
    }
}

impl Cell {
    fn of(model: &Model, j: usize, a: usize) -> Self {
        let Some(rating) = model.rating(j, a) else {
            return if model.missing_is_worst { Self::Fixed(0.0) } else { Self::Missing };
        };
        if rating.own {
            return Self::Fixed(rating.value);
        }
        let value = |rating: f64| model.value(j, rating);
        let ratings = model.source_ratings(j, a).into_iter();
        let values = ratings.map(|it| SourceValue {
            source: it.source,
            value: value(it.mean),
            ends: (value(it.low), value(it.high)),
        });
        Self::Rated(values.collect())
    }

    /// Whether the value is the same in every draw.
    fn is_certain(&self) -> bool {
        match self {
            Self::Fixed(_) => true,
            Self::Missing => false,
            Self::Rated(sources) => sources
                .iter()
                .all(|it| !it.differ() && (it.value - sources[0].value).abs() < ROUNDING),
        }
    }
}

impl Numbers {
    fn of(model: &Model) -> Self {
        let all_shares = model.shares();
        let criteria: Vec<usize> =
            (0..model.criteria.len()).filter(|&j| all_shares[j] > 0.0).collect();
        let alternatives = model.compared();
        let row = |&j: &usize| alternatives.iter().map(|&a| model.counted(j, a)).collect();
        let cells = |&j: &usize| alternatives.iter().map(|&a| Cell::of(model, j, a)).collect();
        Self {
            values: criteria.iter().map(row).collect(),
            cells: criteria.iter().map(cells).collect(),
            shares: criteria.iter().map(|&j| all_shares[j]).collect(),
            tenths: criteria.iter().map(|&j| model.criteria[j].tenths).collect(),
            sources: model.sources.clone(),
            alternatives,
            criteria,
        }
    }

    fn ids(&self) -> Vec<String> {
        self.criteria.iter().map(|j| format!("c{j}")).collect()
    }

    /// The column of an alternative.
    fn column(&self, alternative: usize) -> usize {
        self.alternatives.iter().position(|a| *a == alternative).expect("it is compared")
    }

    /// By criterion: how far the value in one column is above that in another.
    fn differences(&self, one: usize, other: usize) -> Vec<f64> {
        let difference = |row: &Vec<f64>| row[one] - row[other];
        let clean = |d: f64| if d.abs() < ROUNDING { 0.0 } else { d };
        self.values.iter().map(difference).map(clean).collect()
    }

    /// The sum of share times difference.
    fn gap(&self, differences: &[f64]) -> f64 {
        differences.iter().zip(&self.shares).map(|(d, share)| d * share).sum()
    }

    fn scores(&self, weights: &[f64]) -> Vec<f64> {
        let score = |column: usize| {
            weights.iter().zip(&self.values).map(|(weight, row)| weight * row[column]).sum()
        };
        (0..self.alternatives.len()).map(score).collect()
    }

    /// The criteria by weight, those of equal weight together.
    fn ranking(&self) -> Vec<Vec<usize>> {
        let mut order: Vec<usize> = (0..self.tenths.len()).collect();
        order.sort_by_key(|&n| std::cmp::Reverse(self.tenths[n]));
        order.chunk_by(|&m, &n| self.tenths[m] == self.tenths[n]).map(<[usize]>::to_vec).collect()
    }
}

/// Binary places of the arguments of [`share`], and of its sums.
const PLACES: u32 = 300;
const MORE_PLACES: u32 = 5000;

/// A number in fixed point.
fn fixed(x: f64, places: u32) -> BigInt {
    let bits = x.abs().to_bits();
    let (exponent, mantissa) = ((bits >> 52) as u32, bits & ((1 << 52) - 1));
    if exponent == 0 {
        return BigInt::from(0);
    }
    let mantissa = BigInt::from(mantissa | (1 << 52));
    // The value is mantissa · 2^(exponent − 1075).
    let shift = exponent + places;
    let size = if shift >= 1075 { mantissa << (shift - 1075) } else { mantissa >> (1075 - shift) };
    if x < 0.0 { -size } else { size }
}

/// A number of so many binary places, with its leading digits however small it is.
fn float(x: &BigInt, places: u32) -> f64 {
    let spare = x.bits().saturating_sub(60);
    let leading: i64 = (x >> spare).try_into().expect("sixty bits");
    let spare = i32::try_from(spare).expect("few digits");
    leading as f64 * 2.0_f64.powi(spare - i32::try_from(places).expect("few places"))
}

/// The share of a simplex on which a function with these values at its vertices is positive: the
/// divided difference of `max(x, 0)^(M−1)`, which is `Σ_i Π_k d_i / (d_i − d_k)` over the positive
/// `d_i`. Equal values are set 2^-100 apart, and there are digits enough for what that cancels.
fn share(vertices: &[f64]) -> f64 {
    let apart = |(j, d): (usize, &f64)| fixed(*d, PLACES) + (BigInt::from(j + 1) << (PLACES - 100));
    let d: Vec<BigInt> = vertices.iter().filter(|d| **d != 0.0).enumerate().map(apart).collect();
    let mut sum = BigInt::from(0);
    for (i, own) in d.iter().enumerate().filter(|(_, own)| **own > BigInt::from(0)) {
        let others = d.iter().enumerate().filter(|(k, _)| *k != i);
        let one = BigInt::from(1) << MORE_PLACES;
        sum += others.fold(one, |product, (_, other)| product * own / (own - other));
    }
    float(&sum, MORE_PLACES)
}

/// The share, where half of it counts if the function is 0 throughout.
fn share_or_half(vertices: &[f64]) -> f64 {
    if vertices.iter().all(|d| *d == 0.0) { 0.5 } else { share(vertices) }
}

/// With more criteria than this, [`similar`] has too many terms.
const FEW: usize = 14;

/// The probability that `Σ w_j u_j d_j > 0` where the factors `u_j` are uniform in [0.5, 1.5], and
/// half of the probability that it is 0; `None` where there are too many terms. With
/// `c_j = ½ w_j |d_j|` and `g = Σ w_j d_j` it is that of `Σ c_j X_j < g` for `X_j` uniform in
/// [-1, 1], which is the volume of a cube below a plane, over all signs `s`:
/// `Σ_s (Π s_j) · max(0, g + Σ s_j c_j)^n / (n! 2^n Π c_j)`.
fn similar(shares: &[f64], differences: &[f64]) -> Option<f64> {
    const PLACES: u32 = 90;
    let products: Vec<BigInt> = shares
        .iter()
        .zip(differences)
        .map(|(share, d)| fixed(share * d, PLACES))
        .filter(|product| *product != BigInt::from(0))
        .collect();
    let count = u32::try_from(products.len()).expect("few criteria");
    if products.len() > FEW {
        return None;
    }
    // Everything is doubled, so that the halves are whole.
    let gap: BigInt = products.iter().sum::<BigInt>() * 2;
    let halves: Vec<BigInt> =
        products.into_iter().map(|it| if it < BigInt::from(0) { -it } else { it }).collect();
    let mut sum = BigInt::from(0);
    for signs in 0..1_u32 << count {
        let mut at = gap.clone();
        for (bit, half) in halves.iter().enumerate() {
            if signs >> bit & 1 == 0 { at += half } else { at -= half }
        }
        if at > BigInt::from(0) {
            let volume = at.pow(count);
            if signs.count_ones() % 2 == 0 { sum += volume } else { sum -= volume }
        }
    }
    let whole: BigInt = halves.iter().product::<BigInt>() << count;
    let whole = (1..=count).fold(whole, |product, it| product * it);
    Some(if count == 0 { 0.5 } else { float(&((sum << 64) / whole), 64) })
}

/// Marsaglia's xorshift*.
struct Generator(u64);

impl Generator {
    /// A number in (0, 1].
    fn uniform(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) + 1) as f64 / 2.0_f64.powi(53)
    }

    fn exponential(&mut self) -> f64 {
        -self.uniform().ln()
    }

    /// Weights that are uniform on the simplex.
    fn simplex(&mut self, count: usize) -> Vec<f64> {
        let drawn: Vec<f64> = (0..count).map(|_| self.exponential()).collect();
        let sum: f64 = drawn.iter().sum();
        drawn.iter().map(|it| it / sum).collect()
    }

    /// Factors from 0.5 to 1.5 times the shares, made to add up to 1.
    fn similar(&mut self, shares: &[f64]) -> Vec<f64> {
        let drawn: Vec<f64> = shares.iter().map(|it| it * (0.5 + self.uniform())).collect();
        let sum: f64 = drawn.iter().sum();
        drawn.iter().map(|it| it / sum).collect()
    }

    /// The values of one criterion: the sources stand in a random order, and each alternative takes
    /// the first that rates it.
    fn values(&mut self, sources: &[f64], cells: &[Cell]) -> Vec<f64> {
        let times: Vec<f64> = sources
            .iter()
            .map(|&trust| if trust > 0.0 { self.exponential() / trust } else { f64::INFINITY })
            .collect();
        let mut value = |cell: &Cell| match cell {
            Cell::Fixed(value) => *value,
            Cell::Missing => self.uniform(),
            Cell::Rated(rated) => {
                let first = rated
                    .iter()
                    .min_by(|x, y| times[x.source].total_cmp(&times[y.source]))
                    .expect("a source");
                if first.differ() {
                    let end = if self.uniform() < 0.5 { first.ends.0 } else { first.ends.1 };
                    first.value + self.uniform() * (end - first.value)
                } else {
                    first.value
                }
            }
        };
        cells.iter().map(&mut value).collect()
    }
}

/// How much is drawn here.
const DRAWS: u32 = 8_000;

/// How often each alternative that is compared came first, with equal parts where several did.
#[derive(Clone)]
struct Counts {
    all: Vec<f64>,
    same_order: Vec<f64>,
    similar: Vec<f64>,
    /// With everything uncertain at once.
    uncertain: Vec<f64>,
    /// In how many of the latter the leader was ahead of each; half where they were equal.
    behind: Vec<f64>,
    /// By alternative, then criterion: the weights in `all` with which it came first, and their
    /// squares.
    weights: Vec<Vec<(f64, f64)>>,
}

/// Adds one to the first, or parts of one where several are.
fn count_first(counts: &mut [f64], scores: &[f64]) {
    let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let number = scores.iter().filter(|score| best - **score < TIE).count();
    for (count, score) in counts.iter_mut().zip(scores) {
        *count += if best - score < TIE { 1.0 / number as f64 } else { 0.0 };
    }
}

/// Draws everything; the leader's column, where there is one.
fn draw(numbers: &Numbers, leader: Option<usize>) -> Counts {
    let mut random = Generator(88_172_645_463_325_252);
    let (columns, criteria) = (numbers.alternatives.len(), numbers.criteria.len());
    let none = vec![0.0; columns];
    let mut counts = Counts {
        all: none.clone(),
        same_order: none.clone(),
        similar: none.clone(),
        uncertain: none.clone(),
        behind: none,
        weights: vec![vec![(0.0, 0.0); criteria]; columns],
    };
    let ranking = numbers.ranking();
    for _ in 0..DRAWS {
        let all = random.simplex(criteria);
        let scores = numbers.scores(&all);
        let mut parts = vec![0.0; columns];
        count_first(&mut parts, &scores);
        for ((part, count), sums) in
            parts.iter().zip(&mut counts.all).zip(&mut counts.weights).filter(|it| *it.0.0 > 0.0)
        {
            *count += part;
            for (sum, weight) in sums.iter_mut().zip(&all) {
                *sum = (sum.0 + part * weight, sum.1 + part * weight * weight);
            }
        }
        // The largest weights for the criteria with the largest weight; among equals as chance, in
        // `all`, has it.
        let mut sizes = all.clone();
        sizes.sort_by(|x, y| y.total_cmp(x));
        let mut sizes = sizes.into_iter();
        let mut same_order = vec![0.0; criteria];
        for tie in &ranking {
            let mut tie = tie.clone();
            tie.sort_by(|&m, &n| all[n].total_cmp(&all[m]));
            tie.into_iter().zip(&mut sizes).for_each(|(n, size)| same_order[n] = size);
        }
        count_first(&mut counts.same_order, &numbers.scores(&same_order));
        let similar = random.similar(&numbers.shares);
        count_first(&mut counts.similar, &numbers.scores(&similar));
        let weights = random.similar(&numbers.shares);
        let mut scores = vec![0.0; columns];
        for (weight, cells) in weights.iter().zip(&numbers.cells) {
            let values = random.values(&numbers.sources, cells);
            scores.iter_mut().zip(values).for_each(|(score, value)| *score += weight * value);
        }
        count_first(&mut counts.uncertain, &scores);
        for column in (0..columns).filter(|_| leader.is_some()) {
            let ahead = leader.map_or(0.0, |leader| scores[leader] - scores[column]);
            counts.behind[column] += match ahead {
                _ if ahead.abs() < TIE => 0.5,
                _ if ahead > 0.0 => 1.0,
                _ => 0.0,
            };
        }
    }
    counts
}

/// Asserts that a share that was met so often in [`DRAWS`] draws may be one from `low` to `high`:
/// by Chernoff's bound what was met is further away by chance once in 3·10^7 times.
#[track_caller]
fn assert_may_be(count: f64, low: f64, high: f64) {
    let met = count / f64::from(DRAWS);
    let share = met.clamp(low.max(0.0), high.clamp(0.0, 1.0));
    let part = |p: f64, q: f64| if p < 1e-12 { 0.0 } else { p * (p / q).ln() };
    let divergence = part(met, share) + part(1.0 - met, 1.0 - share);
    let is_so = f64::from(DRAWS) * divergence < 18.0;
    assert!(is_so, "{met} was met, and the share should be from {low} to {high}");
}

/// The share of weights in the same order on which the first of two is ahead: the mean over every
/// order of those that tie, where they are few. In each the weights are a simplex with the means of
/// the first values at its vertices.
fn same_order(numbers: &Numbers, differences: &[f64]) -> Option<f64> {
    let ranking = numbers.ranking();
    if ranking.len() == 1 {
        return Some(share_or_half(differences));
    }
    let number: f64 =
        ranking.iter().flat_map(|tie| (1..=tie.len()).map(|count| count as f64)).product();
    if number > 24.0 {
        return None;
    }
    let mut orders = vec![Vec::new()];
    for tie in &ranking {
        for _ in tie {
            let next = |order: &Vec<usize>| {
                let used = order.clone();
                let rest = tie.iter().filter(move |n| !used.contains(n));
                let order = order.clone();
                rest.map(move |&n| [&order[..], &[n]].concat()).collect::<Vec<_>>()
            };
            orders = orders.iter().flat_map(next).collect();
        }
    }
    let of_order = |order: &Vec<usize>| {
        let mut sum = 0.0;
        let means = order.iter().zip(1..).map(|(&n, count)| {
            sum += differences[n];
            if sum.abs() < ROUNDING { 0.0 } else { sum / f64::from(count) }
        });
        share_or_half(&means.collect::<Vec<f64>>())
    };
    Some(orders.iter().map(of_order).sum::<f64>() / orders.len() as f64)
}

/// The least share to move, by linear duality: the largest of `λ·g − Σ_j w_j·max(0, λ·p_j − 1)`
/// over the corners `λ = 1/p_j`, where `p_j` is how far `d_j` is above the smallest and `g` the
/// gap. `None` when the rival is nowhere better.
fn least_move(numbers: &Numbers, leader: usize, rival: usize) -> Option<f64> {
    let d = numbers.differences(leader, rival);
    let gap = numbers.gap(&d);
    let smallest = d.iter().copied().fold(f64::INFINITY, f64::min);
    let pulls: Vec<f64> = d.iter().map(|d| d - smallest).collect();
    let dual = |pull: &f64| {
        let lambda = 1.0 / pull;
        let over = pulls.iter().zip(&numbers.shares).map(|(p, w)| w * (lambda * p - 1.0).max(0.0));
        lambda * gap - over.sum::<f64>()
    };
    let corners = pulls.iter().filter(|pull| **pull > ROUNDING);
    (smallest < 0.0).then(|| corners.map(dual).fold(0.0, f64::max))
}

/// What VIKOR says.
struct Vikor {
    sums: Vec<f64>,
    largest: Vec<f64>,
    combined: Vec<f64>,
}

/// The lowest and the highest number.
fn ends(numbers: &[f64]) -> (f64, f64) {
    let end = |f: fn(f64, f64) -> f64| numbers.iter().copied().reduce(f).expect("alternatives");
    (end(f64::min), end(f64::max))
}

/// How far each number is from the lowest to the highest; 0 where all are equal.
fn scaled(numbers: &[f64]) -> Vec<f64> {
    let (low, high) = ends(numbers);
    let is_constant = high - low < ROUNDING;
    numbers.iter().map(|it| if is_constant { 0.0 } else { (it - low) / (high - low) }).collect()
}

/// By criterion: its share, and the values from 0 to 1 between the lowest and the highest; without
/// those on which all are equal.
fn scaled_rows(numbers: &Numbers) -> Vec<(f64, Vec<f64>)> {
    let rows = numbers.shares.iter().zip(&numbers.values).map(|(share, row)| (*share, scaled(row)));
    rows.filter(|(_, row)| row.iter().any(|it| *it > 0.0)).collect()
}

fn vikor(numbers: &Numbers) -> Vikor {
    let rows = scaled_rows(numbers);
    let columns = 0..numbers.alternatives.len();
    let regrets = |column: usize| rows.iter().map(move |(share, row)| share * (1.0 - row[column]));
    let sums: Vec<f64> = columns.clone().map(|column| regrets(column).sum()).collect();
    let largest: Vec<f64> = columns.map(|column| regrets(column).fold(0.0, f64::max)).collect();
    let both = scaled(&sums).into_iter().zip(scaled(&largest));
    Vikor { combined: both.map(|(s, r)| 0.5 * s + 0.5 * r).collect(), sums, largest }
}

fn wpm(numbers: &Numbers) -> Vec<f64> {
    let rows = || numbers.shares.iter().zip(&numbers.values);
    let score =
        |column: usize| rows().map(|(share, row)| (1.0 + 4.0 * row[column]).powf(*share)).product();
    (0..numbers.alternatives.len()).map(score).collect()
}

fn topsis(numbers: &Numbers) -> Vec<f64> {
    let rows = scaled_rows(numbers);
    let distance = |column: usize, from: f64| {
        let squares = rows.iter().map(|(share, row)| (share * (row[column] - from)).powi(2));
        squares.sum::<f64>().sqrt()
    };
    let score = |column: usize| match (distance(column, 0.0), distance(column, 1.0)) {
        (worst, best) if worst + best > 0.0 => worst / (worst + best),
        _ => 0.5,
    };
    (0..numbers.alternatives.len()).map(score).collect()
}

fn promethee(numbers: &Numbers) -> Vec<f64> {
    let columns = numbers.alternatives.len();
    let against = |row: &[f64], one: usize, other: usize| match row[one] - row[other] {
        d if d > ROUNDING => 1.0,
        d if d < -ROUNDING => -1.0,
        _ => 0.0,
    };
    let flow =
        |row: &[f64], one: usize| (0..columns).map(|other| against(row, one, other)).sum::<f64>();
    let score = |column: usize| {
        let rows = numbers.shares.iter().zip(&numbers.values);
        rows.map(|(share, row)| share * flow(row, column)).sum::<f64>() / (columns - 1) as f64
    };
    (0..columns).map(score).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

#[track_caller]
fn assert_near(value: &Value, expected: f64, within: f64) {
    let number = number(value);
    assert!((number - expected).abs() <= within, "{number} is not {expected}");
}

/// The index in an id such as `a3`.
fn index(id: &Value) -> usize {
    id.as_str().and_then(|id| id[1..].parse().ok()).unwrap_or_else(|| panic!("{id} is not an id"))
}

/// Compares the report on a model with what this file makes of it.
pub(crate) fn check(model: &Model, json: &Value) {
    let numbers = Numbers::of(model);
    if numbers.criteria.is_empty() {
        assert!(json["robustness"].is_null() && json["nearest_reversal"].is_null());
        assert!(
            json["central_weights"]["a0"].is_null() && json["alternatives"][0]["first"].is_null()
        );
        assert_eq!(json["second_opinions"].as_array().map(Vec::len), Some(0));
        assert_eq!(json["rating_reversals"].as_array().map(Vec::len), Some(0));
        return;
    }
    // A leader by a margin that may be a tie is taken from the report.
    let leader = match &json["verdict"]["leader"] {
        Value::Null => None,
        id => Some(numbers.column(index(id))),
    };
    let counts = draw(&numbers, leader);
    check_shares(model, &numbers, &counts, json);
    check_confidence(&numbers, &counts, leader, json);
    check_central_weights(model, &numbers, &counts, json);
    check_opinions(model, &numbers, &json["second_opinions"]);
    let Some(leader) = leader else {
        assert!(json["nearest_reversal"].is_null());
        assert_eq!(json["rating_reversals"].as_array().map(Vec::len), Some(0));
        assert_near(&json["verdict"]["tolerance"], 0.0, 0.0);
        return;
    };
    check_tolerance(&numbers, leader, &json["verdict"]["tolerance"]);
    check_reversal(&numbers, leader, &json["nearest_reversal"]);
    check_rating_reversals(model, leader, &numbers, &json["rating_reversals"]);
}

/// What the report says of each alternative that is compared; the others have 0, and all add up to
/// 1.
fn by_column<'a>(model: &Model, numbers: &Numbers, of: impl Fn(usize) -> &'a Value) -> Vec<f64> {
    let all: Vec<f64> = (0..model.alternatives).map(|a| number(of(a))).collect();
    assert!((all.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{all:?}");
    assert!((0..model.alternatives).all(|a| !model.excluded[a] || all[a].to_bits() == 0));
    numbers.alternatives.iter().map(|&a| all[a]).collect()
}

/// The three sets of weights.
fn check_shares(model: &Model, numbers: &Numbers, counts: &Counts, json: &Value) {
    let json = &json["robustness"];
    let is_pair = numbers.alternatives.len() == 2;
    let differences = numbers.differences(0, 1);
    let exact = |share: Option<f64>, within: f64| {
        share.filter(|_| is_pair).map(|share| ([share, 1.0 - share], within))
    };
    let sets = [
        ("all", &counts.all, exact(Some(share_or_half(&differences)), 1e-9)),
        ("same_order", &counts.same_order, exact(same_order(numbers, &differences), 1e-9)),
        ("similar", &counts.similar, exact(similar(&numbers.shares, &differences), 1e-6)),
    ];
    for (key, counts, exact) in sets {
        let shares = by_column(model, numbers, |a| &json[key][format!("a{a}")]);
        let error = number(&json["errors"][key]);
        assert!((0.0..=0.002).contains(&error), "{key} {error}");
        assert!(!is_pair || error.to_bits() == 0 || key == "same_order", "{key} {error}");
        for (count, share) in counts.iter().zip(&shares) {
            let within = 2.0 * error + 1e-6;
            assert_may_be(*count, share - within, share + within);
        }
        if let Some((exact, within)) = exact {
            assert!(error.to_bits() == 0, "{key} {error}");
            for (share, exact) in shares.iter().zip(exact) {
                assert!((share - exact).abs() <= within, "{key}: {share} is not {exact}");
            }
        }
    }
}

/// Confidence, and how often each alternative is first when everything is uncertain.
fn check_confidence(numbers: &Numbers, counts: &Counts, leader: Option<usize>, json: &Value) {
    let first: Vec<f64> =
        numbers.alternatives.iter().map(|&a| number(&json["alternatives"][a]["first"])).collect();
    let similar = &json["robustness"]["similar"];
    let is_certain = numbers.cells.iter().flatten().all(Cell::is_certain);
    let is_exact = is_certain && numbers.alternatives.len() == 2;
    // The figure that has no error of its own in the report has the same number of draws.
    let within = if is_exact { 1e-6 } else { 0.004 };
    for (column, (share, count)) in first.iter().zip(&counts.uncertain).enumerate() {
        assert_may_be(*count, share - within, share + within);
        if is_exact {
            assert_near(&similar[format!("a{}", numbers.alternatives[column])], *share, 1e-12);
        }
    }
    let verdict = &json["verdict"];
    let Some(leader) = leader else {
        assert!(verdict["confidence"].is_null() && verdict["confidence_error"].is_null());
        assert!(verdict["closest_rival"].is_null());
        return;
    };
    let (confidence, error) =
        (number(&verdict["confidence"]), number(&verdict["confidence_error"]));
    assert!((0.0..=0.002).contains(&error), "{error}");
    let is_said_exact = error.to_bits() == 0;
    assert_eq!(is_said_exact, is_exact, "whether confidence is exact, with error {error}");
    let closest = numbers.column(index(&verdict["closest_rival"]));
    assert_ne!(closest, leader);
    let within = 2.0 * error + 1e-6;
    assert_may_be(counts.behind[closest], confidence - within, confidence + within);
    for rival in (0..first.len()).filter(|column| *column != leader) {
        assert_may_be(counts.behind[rival], confidence - within, 1.0);
    }
    if first.len() == 2 {
        assert!((confidence - first[leader]).abs() < 1e-12, "{confidence} {first:?}");
    }
}

fn check_central_weights(model: &Model, numbers: &Numbers, counts: &Counts, json: &Value) {
    let included: Vec<String> = model.all_included().into_iter().map(|j| format!("c{j}")).collect();
    let ids = numbers.ids();
    for a in 0..model.alternatives {
        let id = format!("a{a}");
        let central = &json["central_weights"][&id];
        let share = number(&json["robustness"]["all"][&id]);
        assert_eq!(central.is_null(), share.to_bits() == 0, "{id}: {share} {central}");
        let Some(central) = central.as_object() else { continue };
        let keys: std::collections::BTreeSet<&String> = central.keys().collect();
        assert_eq!(keys, included.iter().collect());
        let without_weight = included.iter().filter(|id| !ids.contains(id));
        assert!(without_weight.into_iter().all(|id| number(&central[id]).to_bits() == 0));
        assert!((central.values().map(number).sum::<f64>() - 1.0).abs() < 1e-9);
        let column = numbers.column(a);
        let exact = (numbers.alternatives.len() == 2).then(|| {
            let d = numbers.differences(column, 1 - column);
            (d.clone(), share_or_half(&d))
        });
        for (n, id) in ids.iter().enumerate() {
            if let Some((d, whole)) = &exact {
                let more = share_or_half(&[&d[..], &d[n..=n]].concat());
                assert_near(&central[id], more / (d.len() as f64 * whole), 1e-9);
            } else if counts.all[column] > 100.0 {
                let (sum, squares) = counts.weights[column][n];
                let count = counts.all[column];
                let mean = sum / count;
                let deviation = (squares / count - mean * mean).max(0.0).sqrt();
                assert_near(&central[id], mean, 8.0 * deviation / count.sqrt() + 1e-9);
            }
        }
    }
}

/// The largest part by which every share may change: against each rival the worst change takes that
/// part of every share on which the leader is better, and adds it where the rival is.
fn check_tolerance(numbers: &Numbers, leader: usize, json: &Value) {
    let rivals = (0..numbers.alternatives.len()).filter(|column| *column != leader);
    let of_rival = |rival: usize| {
        let (mut ahead, mut behind) = (0.0, 0.0);
        for (d, share) in numbers.differences(leader, rival).into_iter().zip(&numbers.shares) {
            if d > 0.0 { ahead += share * d } else { behind -= share * d }
        }
        (ahead - behind) / (ahead + behind)
    };
    assert_near(json, rivals.map(of_rival).fold(1.0, f64::min), 1e-9);
}

fn check_reversal(numbers: &Numbers, leader: usize, json: &Value) {
    let rivals = (0..numbers.alternatives.len()).filter(|column| *column != leader);
    let least = rivals.filter_map(|rival| least_move(numbers, leader, rival)).reduce(f64::min);
    let Some(least) = least else {
        assert!(json.is_null(), "{json}");
        return;
    };
    assert_near(&json["moved"], least, 1e-9);
    let ids = numbers.ids();
    let parts = |key: &str| {
        let map = json[key].as_object().expect("shares by criterion");
        assert!(map.keys().all(|id| ids.contains(id)), "{json}");
        let parts: Vec<f64> = ids.iter().map(|id| map.get(id).map_or(0.0, number)).collect();
        assert!(parts.iter().all(|it| *it >= 0.0), "{json}");
        assert!((parts.iter().sum::<f64>() - least).abs() < 1e-9, "{json}");
        parts
    };
    let (from, into) = (parts("from"), parts("into"));
    let shares: Vec<f64> = numbers
        .shares
        .iter()
        .zip(from)
        .zip(into)
        .map(|((share, from), into)| share - from + into)
        .collect();
    assert!(shares.iter().all(|it| *it >= -1e-12), "{shares:?}");
    let scores = numbers.scores(&shares);
    let to = numbers.column(index(&json["to"]));
    assert!((scores[to] - scores[leader]).abs() < 1e-11 && to != leader);
}

/// The single ratings that reverse: the leader's that falls, and that of the first rival with
/// enough room, on each criterion.
fn check_rating_reversals(model: &Model, leader: usize, numbers: &Numbers, json: &Value) {
    let json = json.as_array().expect("reversals");
    let leader = numbers.alternatives[leader];
    let scores = model.scores().expect("something is in the score");
    let shares = model.shares();
    let mut expected = 0;
    for &j in &numbers.criteria {
        // The value at which an alternative's score has changed by so much.
        let value = |a: usize, change: f64| model.counted(j, a) + change / 100.0 / shares[j];
        let fits = |value: f64| (0.0..=1.0).contains(&value);
        let is_delicate = |value: f64| value.abs() < 1e-9 || (value - 1.0).abs() < 1e-9;
        let rivals: Vec<usize> =
            model.ranking(&scores).into_iter().filter(|a| *a != leader).collect();
        let falling = value(leader, scores[rivals[0]] - scores[leader]);
        let has_rating = |a: usize| model.rating(j, a).is_some();
        let rising: Vec<(usize, f64)> = rivals
            .iter()
            .filter(|a| has_rating(**a))
            .map(|&a| (a, value(a, scores[leader] - scores[a])))
            .collect();
        if is_delicate(falling) || rising.iter().any(|it| is_delicate(it.1)) {
            return;
        }
        let mut expect = |a: usize, value: f64| {
            let is_it = |it: &&Value| {
                it["criterion"] == format!("c{j}") && it["alternative"] == format!("a{a}")
            };
            let found = json.iter().find(is_it);
            let found = found.unwrap_or_else(|| panic!("no reversal by c{j} of a{a}"));
            let rating = model.rating_at(j, value);
            assert_near(&found["rating"], rating, 1e-7 * rating.abs().max(1.0));
            expected += 1;
        };
        if fits(falling) && has_rating(leader) {
            expect(leader, falling);
        }
        // Of rivals with the same gap either may be named.
        let close = |x: usize, y: usize| (scores[x] - scores[y]).abs() < 1e-9;
        match rising.iter().filter(|it| fits(it.1)).collect::<Vec<_>>()[..] {
            [] => {}
            [(first, _), (second, _), ..] if close(*first, *second) => expected += 1,
            [(first, value), ..] => expect(*first, *value),
        }
    }
    assert_eq!(json.len(), expected);
}

fn check_opinions(model: &Model, numbers: &Numbers, json: &Value) {
    let vikor = vikor(numbers);
    let mut all = vec![("wpm", wpm(numbers))];
    if numbers.alternatives.len() > 2 {
        all.push(("topsis", topsis(numbers)));
        all.push(("vikor", vikor.combined.clone()));
        all.push(("promethee2", promethee(numbers)));
    }
    assert_eq!(json.as_array().map(Vec::len), Some(all.len()));
    for (at, (method, scores)) in all.iter().enumerate() {
        let opinion = &json[at];
        assert_eq!(opinion["method"], *method);
        for a in (0..model.alternatives).filter(|a| model.excluded[*a]) {
            assert!(opinion["scores"][format!("a{a}")].is_null());
        }
        for (a, score) in numbers.alternatives.iter().zip(scores) {
            assert_near(&opinion["scores"][format!("a{a}")], *score, 1e-9);
        }
        if *method == "vikor" {
            check_compromise(numbers, &vikor, opinion);
            continue;
        }
        assert!(opinion["compromise"].is_null());
        let order = descending(scores);
        match scores[order[0]] - scores[order[1]] {
            by if by > 1e-8 => {
                assert_eq!(opinion["leader"], format!("a{}", numbers.alternatives[order[0]]));
            }
            by if by < 1e-10 => assert!(opinion["leader"].is_null(), "{opinion}"),
            _ => {}
        }
    }
}

/// The columns, the highest number first.
fn descending(numbers: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by(|&x, &y| numbers[y].total_cmp(&numbers[x]));
    order
}

/// The first is chosen where it has an advantage of 1/(N − 1) over the second and is the best by
/// the sum or by the largest regret too. Without the advantage all that are closer than that to the
/// first are a compromise; without the other condition the first two are.
fn check_compromise(numbers: &Numbers, vikor: &Vikor, json: &Value) {
    let mut order = descending(&vikor.combined);
    order.reverse();
    let behind: Vec<f64> =
        order.iter().map(|&column| vikor.combined[column] - vikor.combined[order[0]]).collect();
    let advantage = 1.0 / (order.len() - 1) as f64;
    let least = |numbers: &[f64]| numbers[order[0]] <= ends(numbers).0 + 1e-9;
    let compromise = match () {
        () if behind[1] < advantage - 1e-9 => {
            let close = order.iter().zip(&behind).filter(|it| *it.1 < advantage - 1e-9);
            close.map(|it| *it.0).collect()
        }
        () if least(&vikor.sums) || least(&vikor.largest) => Vec::new(),
        // Which of them is the second may be open.
        () if behind.get(2).is_some_and(|third| third - behind[1] < 1e-9) => return,
        () => order[..2].to_vec(),
    };
    if compromise.is_empty() {
        assert!(json["compromise"].is_null(), "{json}");
        assert_eq!(json["leader"], format!("a{}", numbers.alternatives[order[0]]));
        return;
    }
    assert!(json["leader"].is_null(), "{json}");
    let mut named: Vec<usize> =
        json["compromise"].as_array().expect("a compromise").iter().map(index).collect();
    named.sort_unstable();
    let mut expected: Vec<usize> =
        compromise.into_iter().map(|column| numbers.alternatives[column]).collect();
    expected.sort_unstable();
    assert_eq!(named, expected);
}

/// Models that are hard in one way each: all equal, one dominant, weights all 0, one criterion,
/// ties in weight everywhere, shares of 1e-4, criteria without ratings, equal scores, missing
/// ratings that count as the middle or as the worst, weights of the pack, sources that agree,
/// ranges, an excluded alternative; with 2 to 4 alternatives.
pub(crate) fn hard_model() -> impl Strategy<Value = Model> {
    (0..14_u8, 2..=4_usize, 1..=14_usize)
        .prop_flat_map(|(kind, alternatives, criteria)| {
            let criteria = if kind == 3 { 1 } else { criteria };
            let row = proptest::collection::vec(0..=16_u8, alternatives);
            let tenths = proptest::collection::vec(0..=100_u8, criteria);
            (Just(kind), proptest::collection::vec(row, criteria), tenths)
        })
        .prop_map(|(kind, rows, tenths)| hard(kind, rows, tenths))
}

fn hard(kind: u8, mut rows: Vec<Vec<u8>>, mut tenths: Vec<u8>) -> Model {
    match kind {
        0 => rows.iter_mut().for_each(|row| row.fill(7)),
        1 => rows.iter_mut().for_each(|row| row[0] = 16),
        2 => tenths.fill(0),
        4 => tenths.iter_mut().for_each(|it| *it = 10 * (*it / 40)),
        5 => tenths.iter_mut().skip(1).for_each(|it| *it %= 2),
        7 => rows.iter_mut().for_each(|row| row[1] = row[0].abs_diff(1)),
        10 => tenths = vec![tenths[0]; tenths.len()],
        _ => {}
    }
    let alternatives = rows[0].len();
    let known = |n: usize, a: usize| match kind {
        6 => n % 2 == 1,
        8 | 9 => !(n + a).is_multiple_of(3),
        _ => true,
    };
    let cell = |n: usize, a: usize, it: u8| known(n, a).then_some(it);
    let row = |(n, row): (usize, Vec<u8>)| {
        row.into_iter().enumerate().map(|(a, it)| cell(n, a, it)).collect()
    };
    let rows: Vec<Vec<Option<u8>>> = rows.into_iter().enumerate().map(row).collect();
    let mut model = Model::of(alternatives, &rows, &tenths);
    match kind {
        9 => model.missing_is_worst = true,
        10 => model.criteria.iter_mut().for_each(|it| it.pack_tenths = it.tenths),
        11 => model.add_agreeing_source(0.5),
        12 => (0..rows.len()).step_by(2).for_each(|j| model.add_ranges(j, 0.5)),
        13 if alternatives > 2 => model.excluded[0] = true,
        _ => {}
    }
    model
}
