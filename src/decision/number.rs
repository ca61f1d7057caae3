//! The three kinds of number a decision is made of, each with its range.

use std::fmt;

/// How much a criterion matters: 0 to 10 with one decimal, what a slider sets.
///
/// Kept as whole tenths, so that equal weights are equal and ties are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Weight(u8);

impl Weight {
    /// Does not matter at all.
    pub const MIN: Self = Self(0);
    /// Matters as much as anything can.
    pub const MAX: Self = Self(100);
    /// What a criterion has when the pack does not say.
    pub const DEFAULT: Self = Self(50);

    /// The weight of so many tenths; `None` above 100.
    #[must_use]
    pub const fn from_tenths(tenths: u8) -> Option<Self> {
        if tenths <= 100 { Some(Self(tenths)) } else { None }
    }

    /// The weight of so many tenths, the nearest end where they lie outside 0..=100.
    #[must_use]
    pub fn clamped(tenths: i32) -> Self {
        Self(u8::try_from(tenths.clamp(0, 100)).unwrap_or(100))
    }

    /// The weight of this size; `None` outside 0..=10, with more than one decimal, or not finite.
    #[must_use]
    pub fn from_f64(size: f64) -> Option<Self> {
        let tenths = (size * 10.0).round();
        let is_tenth = (size * 10.0 - tenths).abs() < 1e-9;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked to lie in 0..=100"
        )]
        (is_tenth && (0.0..=100.0).contains(&tenths)).then_some(Self(tenths as u8))
    }

    /// In tenths, 0 to 100.
    #[must_use]
    pub const fn tenths(self) -> u8 {
        self.0
    }

    /// As a number from 0 to 10.
    #[must_use]
    pub fn size(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (ten, one) = (self.0 / 100, self.0 / 10 % 10);
        let digits = [b'0' + ten, b'0' + one, b'.', b'0' + self.0 % 10];
        let digits = if ten == 0 { &digits[1..] } else { &digits };
        f.pad(str::from_utf8(digits).map_err(|_| fmt::Error)?)
    }
}

/// How far a source is trusted: 0 (not at all, its claims do not count) to 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Trust(f64);

// It is never NaN.
impl Eq for Trust {}

impl Trust {
    /// Trusted fully.
    pub const FULL: Self = Self(1.0);
    /// Not trusted at all.
    pub const NONE: Self = Self(0.0);

    /// A trust of this size; `None` outside 0..=1 or not finite.
    #[must_use]
    pub fn new(size: f64) -> Option<Self> {
        // `+ 0.0` turns a negative zero into the plain one.
        (0.0..=1.0).contains(&size).then_some(Self(size + 0.0))
    }

    /// As a number from 0 to 1.
    #[must_use]
    pub const fn size(self) -> f64 {
        self.0
    }
}

impl Default for Trust {
    fn default() -> Self {
        Self::FULL
    }
}

/// What numbers on a criterion mean: which end is bad, which is good, and in what unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The number that counts for nothing.
    pub worst: f64,
    /// The number that counts in full; may be smaller than [`Self::worst`], as for costs.
    pub best: f64,
    /// Unit of measurement, such as `USD/month`, for measured criteria.
    pub unit: Option<String>,
}

impl Scale {
    /// Its ends lie no farther from 0: numbers beyond that are neither read by anybody nor calculated
    /// with to the last digit.
    const FARTHEST: f64 = 1e15;

    /// The scale between two numbers.
    ///
    /// # Errors
    /// When they are the same, or too far apart or too close to calculate with; in words, to be
    /// followed by a remedy.
    pub fn between(worst: f64, best: f64, unit: Option<String>) -> Result<Self, &'static str> {
        // Their difference divides every rating.
        let length = best - worst;
        if length == 0.0 {
            Err("the scale begins and ends at the same number")
        } else if worst.abs().max(best.abs()) > Self::FARTHEST {
            Err("the scale is too long to calculate with, beyond 1e15")
        } else if length.is_normal() {
            Ok(Self { worst, best, unit })
        } else {
            Err("the scale is too short to calculate with")
        }
    }

    /// Maps a rating or measurement to 0..1: `(x − worst) / (best − worst)`.
    #[must_use]
    pub fn value(&self, x: f64) -> f64 {
        ((x - self.worst) / (self.best - self.worst)).clamp(0.0, 1.0)
    }

    /// The number that has this value: the inverse of [`Self::value`].
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        self.worst + value * (self.best - self.worst)
    }

    /// Whether a number lies between the two ends.
    #[must_use]
    pub fn contains(&self, x: f64) -> bool {
        self.low() <= x && x <= self.high()
    }

    /// The smaller end.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.worst.min(self.best)
    }

    /// The larger end.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.worst.max(self.best)
    }
}
