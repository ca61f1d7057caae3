//! The values that options take.

use crate::decision::{Trust, Weight, text};

/// `CRITERION=0..10`
pub(super) fn weight(text: &str) -> Result<(String, Weight), String> {
    let (id, number) = assignment(text, "CRITERION=0..10, such as security=7.5")?;
    let weight = number.parse().ok().and_then(Weight::from_f64);
    let weight = weight.ok_or("a weight must be between 0 and 10, with at most one decimal")?;
    Ok((id.to_owned(), weight))
}

/// `SOURCE=0..1`
pub(super) fn trust(text: &str) -> Result<(String, Trust), String> {
    let (id, number) = assignment(text, "SOURCE=0..1, such as guide=0.5")?;
    let trust = number.parse().ok().and_then(Trust::new).ok_or("trust must be between 0 and 1")?;
    Ok((id.to_owned(), trust))
}

fn assignment<'a>(text: &'a str, form: &str) -> Result<(&'a str, &'a str), String> {
    text.rsplit_once('=').ok_or_else(|| format!("write {form}"))
}

/// A line with something on it, and nothing that drives a terminal.
pub(super) fn line(words: &str) -> Result<String, String> {
    match text::line(words).trim() {
        "" => Err("the value is empty; write at least one word".to_owned()),
        line => Ok(line.to_owned()),
    }
}

/// A day that exists, `YYYY-MM-DD`.
pub(super) fn date(text: &str) -> Result<String, String> {
    if is_day(text) {
        Ok(text.to_owned())
    } else {
        Err("write a date as YYYY-MM-DD, such as 2026-03-31".to_owned())
    }
}

fn is_day(text: &str) -> bool {
    let [y @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return false };
    let (Some(year), Some(month), Some(day)) =
        (number(y), number(&[*m1, *m2]), number(&[*d1, *d2]))
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    y.len() == 4 && (1..=days).contains(&day)
}

/// A number of up to four digits.
fn number(digits: &[u8]) -> Option<u16> {
    let is_number = digits.len() <= 4 && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| digits.iter().fold(0, |number, it| 10 * number + u16::from(it - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_that_exists() {
        for day in ["2026-01-31", "2024-02-29", "2000-02-29", "2026-12-01"] {
            assert_eq!(date(day).as_deref(), Ok(day));
        }
        for no_day in [
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "26-01-01",
            "2026-01-32",
            "2026-01-00",
            "2026/01/01",
            "+026-01-01",
            "2026-01-01 ",
            "",
            "12026-01-01",
            "-01-01",
            "2026-01-0é",
        ] {
            assert!(date(no_day).is_err(), "{no_day}");
        }
    }

    #[test]
    fn an_assignment_is_split_at_its_last_equals_sign() {
        let tenths = |text| weight(text).map(|(id, it)| (id, it.tenths()));
        assert_eq!(tenths("a=b=7.5"), Ok(("a=b".to_owned(), 75)));
        for wrong in ["a", "a=", "a=11", "a=-1", "a=7.25", "a=nan", "a=inf", "=x"] {
            assert!(tenths(wrong).is_err(), "{wrong}");
        }
        assert!(trust("a=1.1").is_err() && trust("a=nan").is_err() && trust("a=0").is_ok());
    }
}
