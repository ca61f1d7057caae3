//! The kernel of every robustness figure: how much of a simplex lies on which side of a plane.
//!
//! Weights that nobody has chosen yet are points of a simplex, and "the first is better than the
//! second" is a linear function of them being positive. So "how often is it better?" is the share of
//! a simplex on the positive side of a plane through it, which depends on nothing but the values of
//! the function at the vertices.
//!
//! Owns that share and the centroid of each side. Must not know what the vertices stand for.

/// How much of a simplex lies where a linear function is positive, and how much where it is
/// negative; each 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sides {
    /// The share on which the function is positive.
    pub positive: f64,
    /// The share on which it is negative.
    pub negative: f64,
}

/// The shares of a simplex on which a linear function with these values at its vertices is positive
/// and negative. The values are finite; their order and a positive factor do not matter.
///
/// Uniform weights are `w_j = E_j / ΣE` for independent standard exponentials `E_j`, so the share is
/// the probability that `Σ p_i·E_i` over the positive values exceeds `Σ n_j·E_j` over the others
/// (signs off). Draw one summand of each: `p·E` beats `n·E'` with probability `p / (p + n)`. The
/// loser is spent, and what is left of the winner is, as exponentials forget, distributed as it was
/// before. So with `i` positive and `j` negative summands left
///
/// ```text
/// f(i, 0) = 1,   f(0, j) = 0
/// f(i, j) = ( p_i · f(i, j−1) + n_j · f(i−1, j) ) / (p_i + n_j)
/// ```
///
/// (Varsi 1973, *The multidimensional content of the frustum of the simplex*; Ali 1973, *Content of
/// the frustum of a simplex*). Every step is a weighted mean of two numbers that are not negative, so
/// nothing cancels and the relative error stays at a few roundings per step, however small the
/// share. The signed sum that is sometimes given as a closed form loses every digit on values that
/// nearly tie.
///
/// A value of 0 changes nothing: its summand is on neither side. Where all are 0, and where there are
/// none, neither side has any share.
#[must_use]
pub fn sides(vertices: &[f64]) -> Sides {
    Kernel::default().sides(vertices.iter().copied())
}

/// The centroids of the two sides (positive, negative): the mean weights of the points on that side,
/// by vertex, with sum 1; `None` for a side without any share.
///
/// The mean of `w_j` over a side is `f(d with d_j once more) / (M · f(d))`: adding up the weights of
/// the two equal vertices leaves weights whose density, against the uniform one, is `M·w_j` (the
/// aggregation property of the Dirichlet distribution). Once more `d_j` is one more row or column of
/// the recursion, so all of them together cost about as much again as the share itself.
#[must_use]
pub fn centroids(vertices: &[f64]) -> (Option<Vec<f64>>, Option<Vec<f64>>) {
    let mut kernel = Kernel::default();
    let share = kernel.sides(vertices.iter().copied());
    let count = vertices.len() as f64;
    let (mut positive, mut negative) = (Vec::new(), Vec::new());
    for &vertex in vertices {
        let more = kernel.once_more(vertex);
        positive.push(more.positive / (count * share.positive));
        negative.push(more.negative / (count * share.negative));
    }
    ((share.positive > 0.0).then_some(positive), (share.negative > 0.0).then_some(negative))
}

/// The recursion with the memory it works in, for those who need it more than once.
#[derive(Debug, Default)]
pub(super) struct Kernel {
    /// The positive vertices.
    positives: Vec<f64>,
    /// The negative vertices, without their sign.
    negatives: Vec<f64>,
    /// f(i, ·): by the number of negative vertices left, of the positive side and of the other one.
    row: Vec<Sides>,
    /// f(·, all): by the number of positive vertices left.
    column: Vec<Sides>,
}

const ALL_POSITIVE: Sides = Sides { positive: 1.0, negative: 0.0 };
const ALL_NEGATIVE: Sides = Sides { positive: 0.0, negative: 1.0 };

/// One step of the recursion: what remains when the negative summand is spent and when the positive
/// one is.
fn step(p: f64, n: f64, negative_spent: Sides, positive_spent: Sides) -> Sides {
    // One division is all that this costs; the two factors add up to 1 but for a rounding.
    let whole = 1.0 / (p + n);
    let (p, n) = (p * whole, n * whole);
    Sides {
        positive: p * negative_spent.positive + n * positive_spent.positive,
        negative: p * negative_spent.negative + n * positive_spent.negative,
    }
}

impl Kernel {
    /// [`sides`] of these vertices.
    pub(super) fn sides(&mut self, vertices: impl Iterator<Item = f64>) -> Sides {
        let most = vertices.size_hint().1.unwrap_or(0);
        self.positives.clear();
        self.positives.reserve(most);
        self.negatives.clear();
        self.negatives.reserve(most);
        for vertex in vertices {
            if vertex > 0.0 {
                self.positives.push(vertex);
            } else if vertex < 0.0 {
                self.negatives.push(-vertex);
            }
        }
        self.row.clear();
        self.row.resize(self.negatives.len() + 1, ALL_NEGATIVE);
        self.column.clear();
        self.column.reserve(self.positives.len() + 1);
        self.column.push(self.row[self.negatives.len()]);
        for &p in &self.positives {
            self.row[0] = ALL_POSITIVE;
            let mut left = ALL_POSITIVE;
            for (above, &n) in self.row[1..].iter_mut().zip(&self.negatives) {
                left = step(p, n, left, *above);
                *above = left;
            }
            self.column.push(left);
        }
        self.whole()
    }

    /// The share of all the vertices last given.
    fn whole(&self) -> Sides {
        if self.positives.is_empty() && self.negatives.is_empty() {
            return Sides::default();
        }
        self.column[self.positives.len()]
    }

    /// The share with one more vertex.
    fn once_more(&self, vertex: f64) -> Sides {
        if vertex > 0.0 {
            // One more row below the last.
            self.row[1..]
                .iter()
                .zip(&self.negatives)
                .fold(ALL_POSITIVE, |left, (above, &n)| step(vertex, n, left, *above))
        } else if vertex < 0.0 {
            // One more column to the right of the last.
            self.column[1..]
                .iter()
                .zip(&self.positives)
                .fold(ALL_NEGATIVE, |above, (left, &p)| step(p, -vertex, *left, above))
        } else {
            self.whole()
        }
    }
}

#[cfg(test)]
mod tests;
