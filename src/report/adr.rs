//! A decision record as MADR 4 has it (Markdown architectural decision records, 4.0.0): front matter
//! in YAML, and below it the headings that its tools look for.

use std::fmt::Write as _;

use super::outline::record;
use super::{Context, markdown};

/// Renders the record.
pub(super) fn render(context: &Context<'_>) -> String {
    let body = markdown::document(&record::of(context, "adr"), '*');
    format!("{}\n{body}", front_matter(context))
}

fn front_matter(context: &Context<'_>) -> String {
    let mut yaml = format!("---\nstatus: {}\n", quoted(record::status(context)));
    if let Some(date) = context.request.date {
        let _ = writeln!(yaml, "date: {date}");
    }
    let makers: Vec<String> = context.request.decision_makers.iter().map(|it| quoted(it)).collect();
    if !makers.is_empty() {
        let _ = writeln!(yaml, "decision-makers: [{}]", makers.join(", "));
    }
    yaml.push_str("---\n");
    yaml
}

/// A YAML string that means what it says, whatever is in it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            ' '..='~' => quoted.push(c),
            _ if c.is_alphanumeric() => quoted.push(c),
            _ if u32::from(c) > 0xffff => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
            _ => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yaml_string_has_nothing_in_it_that_yaml_would_read() {
        for (text, yaml) in [
            ("accepted", "\"accepted\""),
            ("superseded by \"A\\B\"", "\"superseded by \\\"A\\\\B\\\"\""),
            ("a: b # c", "\"a: b # c\""),
            ("naïve 数", "\"naïve 数\""),
            ("\u{85}\u{2028}\u{feff}\n☃", "\"\\u0085\\u2028\\uFEFF\\u000A\\u2603\""),
            ("🦀", "\"\\U0001F980\""),
        ] {
            assert_eq!(quoted(text), yaml);
        }
    }
}
