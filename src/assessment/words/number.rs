//! Numbers as they are shown, everywhere.

use crate::decision::Scale;

/// `1 claim`, `2 claims`.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A number of points, such as `12.3 points`.
#[must_use]
pub fn points(points: f64) -> String {
    format!("{} points", bare_points(points))
}

/// The same without its unit.
#[must_use]
pub fn bare_points(points: f64) -> String {
    if 0.0 < points && points < 0.05 { "less than 0.1".to_owned() } else { decimal(points) }
}

/// A difference with its sign, such as `+4.2`, `-4.2` or `0.0`.
#[must_use]
pub fn signed(difference: f64) -> String {
    let number = decimal(difference);
    if difference > 0.0 && number != "0.0" { format!("+{number}") } else { number }
}

/// A number with one decimal, and never `-0.0`.
#[must_use]
pub fn decimal(number: f64) -> String {
    let text = format!("{number:.1}");
    if text == "-0.0" { "0.0".to_owned() } else { text }
}

/// A number as [`decimal`] shows it.
#[must_use]
pub fn rounded(number: f64) -> f64 {
    decimal(number).parse().unwrap_or(number)
}

/// A share, 0 to 1, in whole percent, such as `79 %`; `over 99 %` and `under 1 %` where it is not
/// exactly all or nothing.
#[must_use]
pub fn percent(share: f64) -> String {
    match whole_percent(share) {
        0 if share > 0.0 => "under 1 %".to_owned(),
        100 if share < 1.0 => "over 99 %".to_owned(),
        percent => format!("{percent} %"),
    }
}

/// A share, 0 to 1, in percent with one decimal, such as `79.3 %`; `over 99.9 %` and `under 0.1 %` where
/// it is not exactly all or nothing.
#[must_use]
pub fn fine_percent(share: f64) -> String {
    match 100.0 * share {
        percent if percent > 0.0 && percent < 0.05 => "under 0.1 %".to_owned(),
        percent if (99.95..100.0).contains(&percent) => "over 99.9 %".to_owned(),
        percent => format!("{} %", decimal(percent)),
    }
}

/// A share, 0 to 1, in whole percent as a column has it, such as `79%`.
#[must_use]
pub fn column_percent(share: f64) -> String {
    format!("{}%", whole_percent(share))
}

/// The same, with `>99%` and `<1%` where it is not exactly all or nothing.
#[must_use]
pub fn cautious_column_percent(share: f64) -> String {
    shortened(&percent(share)).replace(" %", "%")
}

/// A percentage with signs for `under` and `over`, as a column has it.
#[must_use]
pub fn shortened(percent: &str) -> String {
    percent.replace("under ", "<").replace("over ", ">")
}

/// A share, 0 to 1, in whole percent.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0..=100 by the clamp, and casts of what is no number are 0"
)]
pub fn whole_percent(share: f64) -> u8 {
    (100.0 * share).round().clamp(0.0, 100.0) as u8
}

/// Parts rounded to one decimal so that they add up to their rounded total (largest remainder).
#[must_use]
pub fn adding_up(parts: &[f64], total: f64) -> Vec<f64> {
    let exact: Vec<f64> = parts.iter().map(|part| 10.0 * part).collect();
    let tenths = largest_remainder(&exact, (10.0 * total).round());
    tenths.into_iter().map(|it| it / 10.0).collect()
}

/// Shares, 0 to 1, in whole percent that add up to 100 where the shares add up to 1 (largest remainder).
#[must_use]
pub fn whole_percents(shares: &[f64]) -> Vec<f64> {
    let exact: Vec<f64> = shares.iter().map(|share| 100.0 * share).collect();
    let total: f64 = exact.iter().sum();
    largest_remainder(&exact, total.round())
}

/// Numbers rounded to whole ones that add up to a total: what rounding leaves over goes to those that it
/// does least to, so that of equal ones the first are the larger.
fn largest_remainder(exact: &[f64], total: f64) -> Vec<f64> {
    let mut whole: Vec<f64> = exact.iter().map(|it| it.round()).collect();
    let missing = total - whole.iter().sum::<f64>();
    let step = missing.signum();
    let gap = |i: usize| ((step * (exact[i] - exact[i].round())) * 1e9).round();
    // A part that is nothing stays nothing.
    let mut order: Vec<usize> = (0..exact.len()).filter(|&i| exact[i] != 0.0).collect();
    if step < 0.0 {
        order.reverse();
    }
    order.sort_by(|&i, &j| gap(j).total_cmp(&gap(i)));
    for (_, i) in
        order.into_iter().enumerate().take_while(|(given, _)| (*given as f64) < missing.abs())
    {
        whole[i] += step;
    }
    whole
}

/// A number as its author wrote it, as far as that can be known: a claim, an own rating, an end of a
/// scale.
#[must_use]
pub fn written(number: f64) -> String {
    let size = number.abs();
    if number != 0.0 && !(1e-6..=1e15).contains(&size) {
        return format!("{number:e}");
    }
    // Without the sign that a nothing may have.
    grouped((number + 0.0).to_string())
}

/// A mean, a tipping point or another number that was computed, on a scale: with as many decimals as
/// tell a thousandth of the scale apart, and never so few that a number inside the scale looks like one
/// of its ends.
#[must_use]
pub fn rating(number: f64, scale: &Scale) -> String {
    let ends = [scale.worst, scale.best];
    if let Some(end) = ends.into_iter().find(|it| it.total_cmp(&number).is_eq()) {
        return written(end);
    }
    let looks_like_an_end = |text: &String| ends.iter().any(|end| *text == written(*end));
    let texts = decimals(scale).map(|it| with_decimals(number, it));
    texts.clone().find(|it| !looks_like_an_end(it)).unwrap_or_else(|| written(number))
}

/// Two numbers on a scale, each as [`rating`] has it, or with as many decimals as tell them apart.
#[must_use]
pub fn ratings_apart(one: f64, other: f64, scale: &Scale) -> [String; 2] {
    let pair = [rating(one, scale), rating(other, scale)];
    if pair[0] != pair[1] || one.total_cmp(&other).is_eq() {
        return pair;
    }
    let with = |count: usize| [one, other].map(|it| with_decimals(it, count));
    decimals(scale).map(with).find(|it| it[0] != it[1]).unwrap_or_else(|| [one, other].map(written))
}

/// Numbers of decimals for numbers on a scale, from what tells a thousandth of it apart upwards.
fn decimals(scale: &Scale) -> std::ops::RangeInclusive<usize> {
    const MOST: usize = 17;
    let thousandth = (scale.best - scale.worst).abs() / 1000.0;
    let least = (0..MOST).find(|it| 10.0_f64.powi(-i32::try_from(*it).unwrap_or(0)) <= thousandth);
    least.unwrap_or(MOST)..=MOST
}

/// A number with so many decimals at most, its digits grouped; beyond 1e±6 with an exponent.
fn with_decimals(number: f64, decimals: usize) -> String {
    let size = number.abs();
    if number != 0.0 && !(1e-6..=1e6).contains(&size) {
        let exponent = size.log10().floor();
        // As many digits as there would be, from the first one to the last decimal.
        let digits = (exponent + decimals as f64).clamp(0.0, 17.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to a small number"
        )]
        let text = format!("{number:.*e}", digits as usize);
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        return format!("{}e{exponent}", without_zeros(mantissa));
    }
    let text = format!("{number:.decimals$}");
    let text = without_zeros(&text);
    if text == "-0" { "0".to_owned() } else { grouped(text.to_owned()) }
}

/// A decimal number without zeros at its end.
fn without_zeros(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// A number with the digits of its whole part in groups of three, from five digits on: fewer are read
/// at a glance, and may be a year.
#[must_use]
pub fn grouped(mut number: String) -> String {
    let start = usize::from(number.starts_with('-'));
    let end = number.find('.').unwrap_or(number.len());
    if end - start >= 5 {
        for at in (start + 1..end).rev().filter(|at| (end - at).is_multiple_of(3)) {
            number.insert(at, ',');
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(worst: f64, best: f64) -> Scale {
        Scale { worst, best, unit: None }
    }

    #[test]
    fn points_and_differences_are_rounded_once_and_never_to_a_negative_nothing() {
        assert_eq!(
            [signed(4.25), signed(-4.16), signed(-0.04), signed(0.04)],
            ["+4.2", "-4.2", "0.0", "0.0"]
        );
        assert_eq!(
            [points(0.04), points(0.0), points(1.0)],
            ["less than 0.1 points", "0.0 points", "1.0 points"]
        );
    }

    #[test]
    fn a_percentage_is_0_or_100_only_where_the_share_is() {
        assert_eq!(
            [0.0, 1e-9, 0.004, 0.786, 0.996, 1.0].map(percent),
            ["0 %", "under 1 %", "under 1 %", "79 %", "over 99 %", "100 %"]
        );
        assert_eq!(
            [0.0, 1e-9, 0.001, 0.5, 0.9994, 0.999_999, 1.0].map(fine_percent),
            ["0.0 %", "under 0.1 %", "0.1 %", "50.0 %", "99.9 %", "over 99.9 %", "100.0 %"]
        );
    }

    #[test]
    fn a_computed_number_has_the_decimals_that_its_scale_needs() {
        let of = |number, worst, best| rating(number, &scale(worst, best));
        assert_eq!([of(3.0, 1.0, 5.0), of(11.0 / 3.0, 1.0, 5.0)], ["3", "3.667"]);
        assert_eq!([of(66.666, 0.0, 100.0), of(120.4, 500.0, 20.0)], ["66.7", "120.4"]);
        assert_eq!([of(12_345.6, 0.0, 20_000.0), of(0.123_456, 0.0, 1.0)], ["12,346", "0.123"]);
    }

    #[test]
    fn a_number_inside_its_scale_never_looks_like_an_end_of_it() {
        let of = |number, worst, best| rating(number, &scale(worst, best));
        assert_eq!([of(99.9996, 0.0, 100.0), of(100.0, 0.0, 100.0)], ["99.9996", "100"]);
        assert_eq!(of(99.955, 99.95, 100.0), "99.955");
        assert_eq!(of(4.999_999_9, 1.0, 5.0), "4.9999999");
        assert_eq!(of(1e-9, 0.0, 2.5e-9), "1e-9");
    }

    #[test]
    fn very_large_and_very_small_numbers_have_an_exponent() {
        let of = |number, worst, best| rating(number, &scale(worst, best));
        assert_eq!([of(1.25e9, 0.0, 1e10), of(1.5e-8, 0.0, 1e-7)], ["1.25e9", "1.5e-8"]);
        assert_eq!(
            [written(1e-9), written(2.5e-7), written(0.000_002)],
            ["1e-9", "2.5e-7", "0.000002"]
        );
    }

    #[test]
    fn two_different_numbers_never_look_alike() {
        let apart = |one, other| ratings_apart(one, other, &scale(1.0, 5.0));
        assert_eq!(apart(3.000_01, 3.0), ["3.00001", "3"]);
        assert_eq!(apart(4.5, 3.0), ["4.5", "3"]);
        assert_eq!(apart(3.0, 3.0), ["3", "3"]);
    }

    #[test]
    fn what_people_write_is_shown_as_they_write_it() {
        assert_eq!([written(2.5), written(3.0), written(0.125)], ["2.5", "3", "0.125"]);
        assert_eq!([written(1_250_000.0), written(-12_345.678)], ["1,250,000", "-12,345.678"]);
        assert_eq!([written(2026.0), written(10_000.0), written(-0.0)], ["2026", "10,000", "0"]);
    }

    #[test]
    fn parts_add_up_to_the_total_that_is_shown() {
        // 15.04 is shown as 15.0 and 15.46 as 15.5, so 0.42 of change are shown as 0.5.
        assert_eq!(adding_up(&[0.22, 0.54, -0.34], 0.5), [0.2, 0.6, -0.3]);
        assert_eq!(adding_up(&[0.22, 0.54, -0.34], 0.4), [0.2, 0.5, -0.3]);
        assert_eq!(adding_up(&[0.0, -1.0], -1.1), [0.0, -1.1]);
        assert_eq!(adding_up(&[], 0.1), [0.0; 0]);
        assert_eq!(whole_percents(&[1.0 / 3.0; 3]), [34.0, 33.0, 33.0]);
        assert_eq!(whole_percents(&[0.006, 0.0, 0.994]), [1.0, 0.0, 99.0]);
    }
}
