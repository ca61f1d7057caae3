//! Random numbers that are the same everywhere: for sampling, not for secrets.
//!
//! The generator is xoshiro256++ (Blackman and Vigna 2019, *Scrambled linear pseudorandom number
//! generators*), its state filled by `SplitMix64` from a seed and the number of a stream, as its authors
//! advise. Work that is split into numbered streams gives the same result on any number of threads.

/// A number for an id (FNV-1a, 64 bits: Fowler, Noll and Vo), to be a key of streams.
pub(super) fn key(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub(super) struct Random([u64; 4]);

impl Random {
    /// The stream of this number under this seed.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut at = split_mix(seed).wrapping_add(stream.wrapping_mul(0xd134_2543_de82_ef95));
        Self(std::array::from_fn(|_| {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            split_mix(at)
        }))
    }

    /// The stream that belongs to these keys, in this block of draws.
    pub(super) fn keyed(keys: &[u64], block: u64) -> Self {
        let mixed = keys.iter().fold(0, |seed, key| split_mix(seed ^ key));
        Self::new(mixed, block)
    }

    /// 64 random bits.
    pub(super) fn bits(&mut self) -> u64 {
        let state = &mut self.0;
        let result = state[0].wrapping_add(state[3]).rotate_left(23).wrapping_add(state[0]);
        let carried = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= carried;
        state[3] = state[3].rotate_left(45);
        result
    }

    /// A standard exponential: positive or 0, with mean 1.
    pub(super) fn exponential(&mut self) -> f64 {
        // Above 0 and up to 1, in steps of 2^-53, so that the logarithm is finite.
        let uniform = ((self.bits() >> 11) + 1) as f64 / 9_007_199_254_740_992.0;
        -uniform.ln()
    }

    /// A number below `bound`, which is above 0. Uniform to within `bound` / 2^64.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let scaled = (u128::from(self.bits()) * bound as u128) >> 64;
        usize::try_from(scaled).unwrap_or_else(|_| unreachable!("it is below a usize"))
    }

    /// Puts items in random order (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// The output function of `SplitMix64`.
fn split_mix(at: u64) -> u64 {
    let mixed = (at ^ (at >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first outputs for the state 1, 2, 3, 4, as the authors' own program gives them.
    #[test]
    fn the_generator_is_the_published_one() {
        let mut random = Random([1, 2, 3, 4]);
        let first: Vec<u64> = (0..4).map(|_| random.bits()).collect();
        assert_eq!(first, [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386]);
    }

    #[test]
    fn streams_differ_and_come_again() {
        let first = |seed, stream| Random::new(seed, stream).bits();
        assert_eq!(first(7, 3), first(7, 3));
        assert_ne!(first(7, 3), first(7, 4));
        assert_ne!(first(7, 3), first(8, 3));
    }

    #[test]
    fn exponentials_have_mean_and_variance_1() {
        let mut random = Random::new(5, 0);
        let drawn: Vec<f64> = (0..100_000).map(|_| random.exponential()).collect();
        let mean = drawn.iter().sum::<f64>() / 1e5;
        let square = drawn.iter().map(|x| x * x).sum::<f64>() / 1e5;
        assert!((mean - 1.0).abs() < 0.02 && (square - 2.0).abs() < 0.06, "{mean} {square}");
    }

    #[test]
    fn every_order_is_as_likely_as_every_other() {
        let mut random = Random::new(9, 0);
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..24_000 {
            let mut items = [0, 1, 2, 3];
            random.shuffle(&mut items);
            *counts.entry(items).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 24);
        assert!(counts.values().all(|count| (850..1150).contains(count)), "{counts:?}");
    }
}
