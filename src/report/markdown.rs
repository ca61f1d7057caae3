//! GitHub's Markdown. Every text of a pack or session is escaped, so that it shows as it is.

use std::fmt::Write as _;

use super::document::{Block, Document, Numbering, Span, Table, Text};
use super::{Context, outline};

/// Renders the report.
pub(super) fn render(context: &Context<'_>) -> String {
    document(&outline::of(context, "md"), '-')
}

/// Renders any document, with this before the items of lists.
pub(super) fn document(document: &Document, bullet: char) -> String {
    let blocks: Vec<String> = document.in_words().map(|it| block(it, bullet)).collect();
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block, bullet: char) -> String {
    match block {
        Block::Heading(level, text) => format!("{} {}", "#".repeat(*level), line(text)),
        Block::Paragraph(text) => line(text),
        Block::List(numbering, items) => list(*numbering, items, bullet),
        Block::Table(it) => table(it),
        Block::Verbatim(text) => {
            let fence = "`".repeat(3.max(longest_run_of_backticks(text) + 1));
            format!("{fence}text\n{}\n{fence}", text.trim_end_matches('\n'))
        }
        Block::Hint(_) | Block::Figures(_) | Block::Chart(..) => String::new(),
    }
}

fn list(numbering: Numbering, items: &[Text], bullet: char) -> String {
    let item = |(index, item): (usize, &Text)| match numbering {
        Numbering::None => format!("{bullet} {}", line(item)),
        Numbering::FromOne | Numbering::Sources => format!("{}. {}", index + 1, line(item)),
    };
    items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let titles = table.columns.iter().map(|it| escaped(&it.title));
    let rules = table.columns.iter().map(|it| if it.numbers { "---:" } else { "---" }.to_owned());
    let mut lines = vec![row(titles), row(rules)];
    lines.extend(table.rows.iter().map(|cells| {
        // Inside a table a bar ends the cell even where it is code.
        let cell = |text: &Text| text.0.iter().map(|it| span(it, true)).collect::<String>();
        row(cells.iter().map(cell))
    }));
    lines.join("\n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    cells.fold("|".to_owned(), |mut row, cell| {
        let _ = write!(row, " {cell} |");
        row
    })
}

/// A text at the start of a line.
fn line(text: &Text) -> String {
    let line: String = text.0.iter().map(|it| span(it, false)).collect();
    guarded(line.trim())
}

fn span(span: &Span, in_table: bool) -> String {
    match span {
        Span::Plain(text) | Span::Term(text) => escaped(text),
        Span::Citation(source) => format!("\\[{}\\]", source + 1),
        Span::Strong(text) => match text.trim() {
            "" => String::new(),
            text => format!("**{}**", escaped(text)),
        },
        Span::Code(text) => code(text, in_table),
    }
}

/// A code span, with a fence that the text does not contain.
fn code(text: &str, in_table: bool) -> String {
    let fence = "`".repeat(longest_run_of_backticks(text) + 1);
    let text = text.replace('\n', " ");
    let text = if in_table { text.replace('|', "\\|") } else { text };
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn longest_run_of_backticks(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Text in which nothing means anything to Markdown, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next();
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // GitHub looks for mentions, references and addresses after Markdown is done with the
            // text, where a backslash no longer helps; a comment between the characters does.
            '@' if next.is_some_and(char::is_alphanumeric) => out.push_str("@<!-- -->"),
            '#' if next.is_some_and(char::is_alphanumeric) => out.push_str("\\#<!-- -->"),
            '#' => out.push_str("\\#"),
            '-' if next.is_some_and(|it| it.is_ascii_digit()) && ends_with_gh(&out) => {
                out.push_str("-<!-- -->");
            }
            ':' if begins_emoji(rest) => out.push_str(":<!-- -->"),
            ':' if next == Some('/') => out.push_str("\\:"),
            '.' if out.ends_with("www") || out.ends_with("WWW") => out.push_str("\\."),
            _ => out.push(c),
        }
    }
    out
}

/// Whether what follows a colon makes it the name of an emoji, such as `tada:`.
fn begins_emoji(rest: &str) -> bool {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || "_+-".contains(c);
    let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
    end > 0 && rest[end..].starts_with(':')
}

/// Whether a dash and a number behind this would refer to an issue.
fn ends_with_gh(text: &str) -> bool {
    let start = text.len().saturating_sub(2);
    text.get(start..).is_some_and(|it| it.eq_ignore_ascii_case("gh"))
}

/// A line that begins nothing: no list, no rule, no code, no underline of a heading.
fn guarded(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line[digits..].chars().next();
    if line.starts_with(['-', '+', '=']) {
        format!("\\{line}")
    } else if digits > 0 && matches!(after, Some('.' | ')')) {
        format!("{}\\{}", &line[..digits], &line[digits..])
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_looks_like_markdown_shows_as_it_is() {
        for (text, markdown) in [
            ("a|b", "a\\|b"),
            ("<script>&amp;", "\\<script\\>\\&amp;"),
            ("[x](http://y)", "\\[x\\](http\\://y)"),
            ("see www.x.org", "see www\\.x.org"),
            ("snake_case *b* ~c~ $d$", "snake\\_case \\*b\\* \\~c\\~ \\$d\\$"),
            ("`x`", "\\`x\\`"),
            ("@team #12 a#", "@<!-- -->team \\#<!-- -->12 a\\#"),
            ("GH-12 :tada: 12:30", "GH-<!-- -->12 :<!-- -->tada: 12:30"),
            ("a\nb", "a b"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
    }

    #[test]
    fn a_line_that_looks_like_a_block_is_none() {
        for (text, markdown) in [
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("===", "\\==="),
            ("12. a", "12\\. a"),
            ("12) a", "12\\) a"),
            ("12 a", "12 a"),
            ("    a", "a"),
            ("# a", "\\# a"),
            ("> a", "\\> a"),
        ] {
            assert_eq!(line(&Text::from(text)), markdown);
        }
    }

    #[test]
    fn code_has_a_fence_that_it_does_not_contain() {
        assert_eq!(code("a", false), "`a`");
        assert_eq!(code("`a``b`", false), "``` `a``b` ```");
        assert_eq!(code("a|b", true), "`a\\|b`");
        assert_eq!(block(&Block::Verbatim("a\n```\n".into()), '-'), "````text\na\n```\n````");
    }
}
