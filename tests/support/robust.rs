//! A second implementation of robustness, flips and second opinions, by other formulas than the
//! library's: divided differences in exact arithmetic instead of a recursion, a dual programme
//! instead of a greedy walk, all pairs instead of sorting. What the library samples, or averages over
//! too many orders, is sampled here with other numbers.

use num_bigint::BigInt;
use proptest::prelude::*;
use serde_json::Value;

use super::oracle::{Model, leader};

/// What is in the score.
struct Numbers {
    /// By criterion in the score, then alternative.
    values: Vec<Vec<f64>>,
    shares: Vec<f64>,
    tenths: Vec<u8>,
    ids: Vec<String>,
}

impl Numbers {
    fn of(model: &Model) -> Self {
        let included: Vec<usize> =
            (0..model.criteria.len()).filter(|&j| model.included(j)).collect();
        let value = |j: usize, a: usize| {
            let rating = model.rating(j, a).expect("what is in the score is rated");
            model.value(j, rating.mean)
        };
        let row = |&j: &usize| (0..model.alternatives).map(|a| value(j, a)).collect();
        let shares = model.shares();
        Self {
            values: included.iter().map(row).collect(),
            shares: included.iter().map(|&j| shares[j]).collect(),
            tenths: included.iter().map(|&j| model.criteria[j].tenths).collect(),
            ids: included.iter().map(|j| format!("c{j}")).collect(),
        }
    }

    fn differences(&self, one: usize, other: usize) -> Vec<f64> {
        let difference = |row: &Vec<f64>| row[one] - row[other];
        // What means of equal ratings leave in the last bit is nothing.
        self.values.iter().map(difference).map(|d| if d.abs() < 1e-13 { 0.0 } else { d }).collect()
    }

    fn by_weight(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.tenths.len()).collect();
        order.sort_by_key(|&j| std::cmp::Reverse(self.tenths[j]));
        order
    }
}

/// Binary places of the arguments of [`share`], and of its sums.
const PLACES: u32 = 300;
const MORE_PLACES: u32 = 5000;

/// A number in fixed point.
fn fixed(x: f64) -> BigInt {
    let bits = x.abs().to_bits();
    let (exponent, mantissa) = ((bits >> 52) as u32, bits & ((1 << 52) - 1));
    if exponent == 0 {
        return BigInt::from(0);
    }
    let mantissa = BigInt::from(mantissa | (1 << 52));
    // The value is mantissa · 2^(exponent − 1075).
    let shift = exponent + PLACES;
    let size = if shift >= 1075 { mantissa << (shift - 1075) } else { mantissa >> (1075 - shift) };
    if x < 0.0 { -size } else { size }
}

/// The share of a simplex on which a function with these values at its vertices is positive: the
/// divided difference of `max(x, 0)^(M−1)`, which is `Σ_i Π_k d_i / (d_i − d_k)` over the positive
/// `d_i`. Equal values are set 2^-100 apart, and there are digits enough for what that cancels.
fn share(vertices: &[f64]) -> f64 {
    let apart = |(j, d): (usize, &f64)| fixed(*d) + (BigInt::from(j + 1) << (PLACES - 100));
    let d: Vec<BigInt> = vertices.iter().filter(|d| **d != 0.0).enumerate().map(apart).collect();
    let mut sum = BigInt::from(0);
    for (i, own) in d.iter().enumerate().filter(|(_, own)| **own > BigInt::from(0)) {
        let others = d.iter().enumerate().filter(|(k, _)| *k != i);
        let one = BigInt::from(1) << MORE_PLACES;
        sum += others.fold(one, |product, (_, other)| product * own / (own - other));
    }
    // The leading digits, however small the share is: others divide by it.
    let spare = sum.bits().saturating_sub(60);
    let leading: i64 = (sum >> spare).try_into().expect("sixty bits");
    let spare = i32::try_from(spare).expect("few digits");
    leading as f64 * 2.0_f64.powi(spare - i32::try_from(MORE_PLACES).expect("few places"))
}

/// Weights that are uniform on the simplex.
fn draw(state: &mut u64, count: usize) -> Vec<f64> {
    let mut uniform = || {
        // Marsaglia's xorshift*.
        *state ^= *state >> 12;
        *state ^= *state << 25;
        *state ^= *state >> 27;
        ((state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) + 1) as f64 / 2.0_f64.powi(53)
    };
    let drawn: Vec<f64> = (0..count).map(|_| -uniform().ln()).collect();
    let sum: f64 = drawn.iter().sum();
    drawn.iter().map(|it| it / sum).collect()
}

/// How many weights are drawn here.
const DRAWS: u32 = 1_500;

/// What drawing makes of the three figures: by alternative, any, near and ranking.
fn sampled(it: &Numbers, alternatives: usize) -> Vec<[f64; 3]> {
    let mut state = 88_172_645_463_325_252;
    let mut counts = vec![[0.0; 3]; alternatives];
    let order = it.by_weight();
    for _ in 0..DRAWS {
        let any = draw(&mut state, it.shares.len());
        let near: Vec<f64> = any.iter().zip(&it.shares).map(|(x, w)| 0.5 * x + 0.5 * w).collect();
        // The largest weights for the most important; among equals as chance, in `any`, has it.
        let mut sizes = any.clone();
        sizes.sort_by(|x, y| y.total_cmp(x));
        let mut ranking = vec![0.0; any.len()];
        let mut sizes = sizes.into_iter();
        for tie in order.chunk_by(|&i, &j| it.tenths[i] == it.tenths[j]) {
            let mut tie = tie.to_vec();
            tie.sort_by(|&i, &j| any[j].total_cmp(&any[i]));
            tie.into_iter().zip(&mut sizes).for_each(|(j, size)| ranking[j] = size);
        }
        for (which, weights) in [any, near, ranking].iter().enumerate() {
            let score = |a: usize| weights.iter().zip(&it.values).map(|(w, row)| w * row[a]).sum();
            let scores: Vec<f64> = (0..alternatives).map(score).collect();
            let (first, by) = leader(&scores);
            if by > 1e-12 {
                counts[first][which] += 1.0 / f64::from(DRAWS);
            }
        }
    }
    counts
}

/// The exact figures of two: any, near, and ranking where no weights tie, or all do.
fn exact(it: &Numbers, one: usize, other: usize) -> [Option<f64>; 3] {
    let d = it.differences(one, other);
    let gap: f64 = d.iter().zip(&it.shares).map(|(d, w)| d * w).sum();
    let near: Vec<f64> = d.iter().map(|d| 0.5 * (gap + d)).collect();
    let order = it.by_weight();
    let ties = order.windows(2).filter(|pair| it.tenths[pair[0]] == it.tenths[pair[1]]).count();
    let mut sum = 0.0;
    let means = order.iter().zip(1..).map(|(&j, count)| {
        sum += d[j];
        if sum.abs() < 1e-12 { 0.0 } else { sum / f64::from(count) }
    });
    let means: Vec<f64> = means.collect();
    let ranking = match ties {
        0 => Some(share(&means)),
        ties if ties + 1 == d.len() => Some(share(&d)),
        _ => None,
    };
    [Some(share(&d)), Some(share(&near)), ranking]
}

/// The least share to move, by linear duality: the largest of `λ·g − Σ_j w_j·max(0, λ·p_j − 1)` over
/// the corners `λ = 1/p_j`, where `p_j` is how far `d_j` is above the smallest and `g` the gap.
/// `None` when the rival is nowhere better.
fn least_move(it: &Numbers, one: usize, other: usize) -> Option<f64> {
    let d = it.differences(one, other);
    let gap: f64 = d.iter().zip(&it.shares).map(|(d, w)| d * w).sum();
    let smallest = d.iter().copied().fold(f64::INFINITY, f64::min);
    let pulls: Vec<f64> = d.iter().map(|d| d - smallest).collect();
    let dual = |pull: &f64| {
        let lambda = 1.0 / pull;
        let over = pulls.iter().zip(&it.shares).map(|(p, w)| w * (lambda * p - 1.0).max(0.0));
        lambda * gap - over.sum::<f64>()
    };
    let corners = pulls.iter().filter(|pull| **pull > 1e-12);
    (smallest < 0.0).then(|| corners.map(dual).fold(0.0, f64::max))
}

fn opinions(it: &Numbers, alternatives: usize) -> [Vec<f64>; 4] {
    let all = 0..alternatives;
    let ends = |row: &[f64]| {
        let end = |f: fn(f64, f64) -> f64| row.iter().copied().reduce(f).expect("alternatives");
        (end(f64::min), end(f64::max))
    };
    let differs = |row: &[f64]| ends(row).1 - ends(row).0 > 1e-13;
    let rows: Vec<(&Vec<f64>, f64)> = it.values.iter().zip(it.shares.iter().copied()).collect();
    // Share times how far up an alternative is between the worst and the best.
    let up = |a: usize| {
        let rows = rows.iter().filter(|(row, _)| differs(row));
        rows.map(|(row, w)| (*w, w * (row[a] - ends(row).0) / (ends(row).1 - ends(row).0)))
            .collect::<Vec<(f64, f64)>>()
    };
    let wpm = |a: usize| rows.iter().map(|(row, w)| (1.0 + 4.0 * row[a]).powf(*w)).product();
    let topsis = |a: usize| {
        let worst = up(a).iter().map(|(_, u)| u * u).sum::<f64>().sqrt();
        let best = up(a).iter().map(|(w, u)| (w - u).powi(2)).sum::<f64>().sqrt();
        if worst + best > 0.0 { worst / (worst + best) } else { 0.5 }
    };
    let s: Vec<f64> = all.clone().map(|a| up(a).iter().map(|(w, u)| w - u).sum()).collect();
    let r: Vec<f64> =
        all.clone().map(|a| up(a).iter().map(|(w, u)| w - u).fold(0.0, f64::max)).collect();
    let place = |of: &[f64], a: usize| {
        let (low, high) = ends(of);
        if differs(of) { (of[a] - low) / (high - low) } else { 0.0 }
    };
    let promethee = |a: usize| {
        let against = |row: &[f64], b: usize| match row[a] - row[b] {
            d if d > 1e-13 => 1.0,
            d if d < -1e-13 => -1.0,
            _ => 0.0,
        };
        let flow = |row: &[f64]| (0..alternatives).map(|b| against(row, b)).sum::<f64>();
        rows.iter().map(|(row, w)| w * flow(row)).sum::<f64>() / (alternatives - 1) as f64
    };
    [
        all.clone().map(wpm).collect(),
        all.clone().map(topsis).collect(),
        all.clone().map(|a| 0.5 * place(&s, a) + 0.5 * place(&r, a)).collect(),
        all.map(promethee).collect(),
    ]
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

#[track_caller]
fn assert_near(value: &Value, expected: f64, within: f64) {
    let number = number(value);
    assert!((number - expected).abs() <= within, "{number} is not {expected}");
}

/// Compares the report on a model with what this file makes of it.
pub(crate) fn check(model: &Model, json: &Value) {
    let numbers = Numbers::of(model);
    if numbers.ids.is_empty() {
        assert!(json["robustness"].is_null() && json["nearest_reversal"].is_null());
        assert!(json["central_weights"]["a0"].is_null());
        assert_eq!(json["second_opinions"].as_array().map(Vec::len), Some(4));
        assert!(json["second_opinions"][0]["scores"]["a0"].is_null());
        return;
    }
    check_shares(model, &numbers, &json["robustness"]);
    check_central_weights(model, &numbers, json);
    check_reversal(model, &numbers, json);
    check_opinions(model, &numbers, &json["second_opinions"]);
}

fn check_shares(model: &Model, numbers: &Numbers, json: &Value) {
    let sampled = sampled(numbers, model.alternatives);
    let error = number(&json["error"]);
    assert!(error < 0.002, "{json}");
    assert!(json["exact"] == false || error.to_bits() == 0);
    for a in 0..model.alternatives {
        let exact = match model.alternatives {
            2 => exact(numbers, a, 1 - a),
            _ => [None; 3],
        };
        for (which, key) in ["any", "near", "ranking"].into_iter().enumerate() {
            let value = &json[key][format!("a{a}")];
            let p: f64 = sampled[a][which];
            // Five standard errors of what was drawn here.
            let chance = 5.0 * (p.max(1e-3) * (1.001 - p) / f64::from(DRAWS)).sqrt();
            assert_near(value, p, chance + 2.0 * error);
            if let Some(exact) = exact[which] {
                assert_near(value, exact, 1e-9);
            }
        }
    }
}

fn check_central_weights(model: &Model, numbers: &Numbers, json: &Value) {
    for a in 0..model.alternatives {
        let id = format!("a{a}");
        let central = &json["central_weights"][&id];
        assert_eq!(central.is_null(), number(&json["robustness"]["any"][&id]).to_bits() == 0);
        let Some(central) = central.as_object() else { continue };
        assert_eq!(central.keys().collect::<Vec<_>>(), {
            let mut ids: Vec<_> = numbers.ids.iter().collect();
            ids.sort();
            ids
        });
        assert!((central.values().map(number).sum::<f64>() - 1.0).abs() < 1e-9);
        if model.alternatives == 2 {
            let d = numbers.differences(a, 1 - a);
            for (j, id) in numbers.ids.iter().enumerate() {
                let more = share(&[&d[..], &d[j..=j]].concat());
                assert_near(&central[id], more / (d.len() as f64 * share(&d)), 1e-9);
            }
        }
    }
}

fn check_reversal(model: &Model, numbers: &Numbers, json: &Value) {
    let scores = model.scores().expect("something is in the score");
    let (first, by) = leader(&scores);
    let reversal = &json["nearest_reversal"];
    if json["verdict"]["leader"].is_null() {
        assert!(reversal.is_null());
        return;
    }
    // With a margin that is all but a tie, the smallest move is lost in rounding.
    let rivals = (0..model.alternatives).filter(|a| *a != first);
    let least = rivals.filter_map(|rival| least_move(numbers, first, rival)).reduce(f64::min);
    let Some(least) = least else {
        assert!(reversal.is_null(), "{reversal}");
        return;
    };
    assert_near(&reversal["moved"], least, 1e-9);
    let shares: Vec<f64> = numbers.ids.iter().map(|id| number(&reversal["shares"][id])).collect();
    let changed: f64 = shares.iter().zip(&numbers.shares).map(|(x, y)| (x - y).abs()).sum();
    assert!((0.5 * changed - least).abs() < 1e-9 && by > 0.0);
    assert!(shares.iter().all(|it| *it >= 0.0) && (shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    let score = |a: usize| shares.iter().zip(&numbers.values).map(|(w, row)| w * row[a]).sum();
    let then: Vec<f64> = (0..model.alternatives).map(score).collect();
    let to = reversal["to"].as_str().and_then(|id| id[1..].parse::<usize>().ok()).expect("an id");
    assert!((then[to] - then[first]).abs() < 1e-12 && to != first);
}

fn check_opinions(model: &Model, numbers: &Numbers, json: &Value) {
    let all = opinions(numbers, model.alternatives);
    for (at, (method, scores)) in
        ["wpm", "topsis", "vikor", "promethee2"].into_iter().zip(&all).enumerate()
    {
        let opinion = &json[at];
        assert_eq!(opinion["method"], method);
        for (a, score) in scores.iter().enumerate() {
            assert_near(&opinion["scores"][format!("a{a}")], *score, 1e-9);
        }
        let sign = if method == "vikor" { -1.0 } else { 1.0 };
        let signed: Vec<f64> = scores.iter().map(|it| sign * it).collect();
        match leader(&signed) {
            (first, by) if by > 1e-8 => assert_eq!(opinion["leader"], format!("a{first}")),
            (_, by) if by < 1e-10 => assert!(opinion["leader"].is_null(), "{opinion}"),
            _ => {}
        }
    }
}

/// Models that are hard in one way each: all equal, one dominant, weights all 0, one criterion,
/// ties in weight everywhere, shares of 1e-4, no evidence; with 2 to 4 alternatives.
pub(crate) fn hard_model() -> impl Strategy<Value = Model> {
    (0..8_u8, 2..=4_usize, 1..=14_usize)
        .prop_flat_map(|(kind, alternatives, criteria)| {
            let criteria = if kind == 3 { 1 } else { criteria };
            let row = proptest::collection::vec(0..=16_u8, alternatives);
            let tenths = proptest::collection::vec(0..=100_u8, criteria);
            (Just(kind), proptest::collection::vec(row, criteria), tenths)
        })
        .prop_map(|(kind, mut rows, mut tenths)| {
            match kind {
                0 => rows.iter_mut().for_each(|row| row.fill(7)),
                1 => rows.iter_mut().for_each(|row| row[0] = 16),
                2 => tenths.fill(0),
                4 => tenths.iter_mut().for_each(|it| *it = 10 * (*it / 40)),
                5 => tenths.iter_mut().skip(1).for_each(|it| *it %= 2),
                6 => rows.iter_mut().step_by(2).for_each(Vec::clear),
                7 => rows.iter_mut().for_each(|row| row[1] = row[0].abs_diff(1)),
                _ => {}
            }
            let alternatives = rows.iter().map(Vec::len).max().unwrap_or(0).max(2);
            Model::of(alternatives, &rows, &tenths)
        })
}
