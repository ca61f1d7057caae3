//! How often one alternative is ahead of another when only the weights vary a little.

use std::f64::consts::PI;

/// The rest of the series that is left out, at most.
const REST: f64 = 1e-7;

/// Terms of the series at most.
const TERMS: u32 = 20_000;

/// The share of similar weights on which the first of two alternatives is ahead, 0 to 1: when each
/// weight `w_j` is multiplied by a factor of its own, uniform in [0.5, 1.5], the probability that
/// `Σ w_j u_j d_j > 0`, `d_j` being how far its value is above the other's.
///
/// With `g = Σ w_j d_j`, `c_j = ½ |w_j d_j|` without zeros and `L = |g| + Σ c_j`, the sum lies within
/// `L` of 0, so that its sign is that of a square wave of period `2L`, whose Fourier series has the
/// expectation
///
/// ```text
/// P = ½ + (2/π) Σ_{k = 1, 3, 5, …} sin(kπg/L)/k · Π_j sinc(kπc_j/L),   sinc t = sin t / t
/// ```
///
/// since a uniform variable of half width `c` has the characteristic function `sinc`. Terms are added
/// until the rest, bounded by `Σ 1/k · Π min(1, L/(kπc_j))`, is below 1e-7, 20 000 at most. A tie on
/// every criterion counts half.
pub(super) fn similar(weights: &[f64], differences: &[f64]) -> f64 {
    let products: Vec<f64> =
        weights.iter().zip(differences).map(|(w, d)| w * d).filter(|it| *it != 0.0).collect();
    let gap: f64 = products.iter().sum();
    let halves: Vec<f64> = products.iter().map(|it| 0.5 * it.abs()).collect();
    let reach: f64 = halves.iter().sum();
    if halves.is_empty() {
        return 0.5;
    }
    if gap.abs() >= reach {
        return if gap > 0.0 { 1.0 } else { 0.0 };
    }
    let length = gap.abs() + reach;
    let mut sum = 0.0;
    for term in 0..TERMS {
        let k = f64::from(2 * term + 1);
        let angle = k * PI / length;
        let sinc = |c: &f64| (angle * c).sin() / (angle * c);
        sum += (angle * gap).sin() / k * halves.iter().map(sinc).product::<f64>();
        if rest(k, angle, &halves) < REST {
            break;
        }
    }
    (0.5 + 2.0 / PI * sum).clamp(0.0, 1.0)
}

/// A bound on what the terms after `k` add to the probability. Of the factors below 1 each falls at
/// least as 1/k, so that with `n` of them the sum over the odd numbers after `k` is at most the bound of
/// term `k` times `k / 2n`.
fn rest(k: f64, angle: f64, halves: &[f64]) -> f64 {
    let falling = halves.iter().filter(|c| angle * **c > 1.0);
    let (count, product) =
        falling.fold((0, 1.0 / k), |(count, product), c| (count + 1, product / (angle * c)));
    if count == 0 { f64::INFINITY } else { 2.0 / PI * product * k / (2.0 * f64::from(count)) }
}

#[cfg(test)]
mod tests;
