//! Plain text: no box drawing, no columns to line up, at most 80 columns wide. Reads well aloud,
//! so a table becomes a list that says for every row what is in it.

use unicode_width::UnicodeWidthStr;

use super::document::{Block, Document, Numbering, Span, Table, Text};
use super::{Context, outline};

/// Columns of a line at most; a longer word has a line of its own.
const WIDTH: usize = 80;

/// What stands below a heading is indented by so much.
const INDENT: &str = "  ";

/// Renders the report.
pub(super) fn render(context: &Context<'_>) -> String {
    document(&outline::of(context, "txt"))
}

/// Renders any document.
pub(super) fn document(document: &Document) -> String {
    let blocks: Vec<String> = document.in_words().map(block).collect();
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(1 | 2, text) => wrap(&line(text), "", ""),
        Block::Heading(_, text) | Block::Paragraph(text) => wrap(&line(text), INDENT, INDENT),
        Block::List(numbering, items) => {
            let item = |(index, item): (usize, &Text)| {
                let mark = match numbering {
                    Numbering::None => format!("{INDENT}- "),
                    Numbering::FromOne | Numbering::Sources => format!("{INDENT}{}. ", index + 1),
                };
                wrap(&line(item), &mark, &" ".repeat(mark.len()))
            };
            items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => rows(table),
        Block::Verbatim(text) => {
            let lines: Vec<String> = text.lines().map(|it| format!("{INDENT}{it}")).collect();
            lines.iter().map(|it| it.trim_end()).collect::<Vec<_>>().join("\n")
        }
        Block::Hint(_) | Block::Figures(_) | Block::Chart(..) => String::new(),
    }
}

/// A table as a list: `- Row: heading cell; heading cell`.
fn rows(table: &Table) -> String {
    let row = |cells: &Vec<Text>| {
        let said: Vec<String> = table
            .columns
            .iter()
            .zip(cells)
            .skip(1)
            .map(|(column, cell)| format!("{} {}", column.title, line(cell)))
            .collect();
        let name = cells.first().map(line).unwrap_or_default();
        wrap(&format!("{name}: {}", said.join("; ")), "  - ", "    ")
    };
    table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn line(text: &Text) -> String {
    let words = |it: &Span| match it {
        Span::Plain(it) | Span::Strong(it) | Span::Code(it) | Span::Term(it) => it.clone(),
        Span::Citation(source) => format!("[{}]", source + 1),
    };
    text.0.iter().map(words).collect()
}

/// Breaks a text at its spaces. The first line begins with `first`, the others with `others`.
fn wrap(text: &str, first: &str, others: &str) -> String {
    let mut lines = vec![first.to_owned()];
    let mut is_empty = true;
    // A percent sign stays with its number.
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match words.last_mut() {
            Some(number) if word.starts_with('%') => {
                number.push(' ');
                number.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    for word in words {
        if let Some(line) = lines.last_mut() {
            if is_empty {
                line.push_str(&word);
            } else if line.width() + 1 + word.width() <= WIDTH {
                line.push(' ');
                line.push_str(&word);
            } else {
                lines.push(format!("{others}{word}"));
            }
        }
        is_empty = false;
    }
    lines.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_hang_below_their_mark() {
        let text = wrap(&"word ".repeat(20), "  - ", "    ");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("  - word") && lines[0].width() <= WIDTH);
        assert!(lines[1].starts_with("    word"));
    }

    #[test]
    fn a_percent_sign_stays_with_its_number() {
        let text = wrap(&format!("{} 79 %, so", "x".repeat(75)), "", "");
        assert_eq!(text.lines().nth(1), Some("79 %, so"));
    }

    #[test]
    fn a_word_wider_than_the_line_has_its_own() {
        let long = "x".repeat(100);
        assert_eq!(wrap(&format!("a {long} b"), "", ""), format!("a\n{long}\nb"));
        assert_eq!(wrap("", "", ""), "");
        assert_eq!(wrap(&"数".repeat(30), "", "").lines().count(), 1);
    }
}
