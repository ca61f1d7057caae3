//! An example: the same small program in each alternative, side by side where there is room.

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_segmentation::UnicodeSegmentation;

use super::page::Page;
use crate::app::App;
use crate::ui::Look;

/// From this many cells a column on, programs stand side by side.
const NARROWEST: usize = 36;

/// Words that many languages reserve.
const KEYWORDS: &[&str] = &[
    "and", "as", "async", "await", "break", "case", "class", "const", "continue", "def", "elif",
    "else", "except", "export", "false", "False", "finally", "fn", "for", "from", "func",
    "function", "if", "impl", "import", "in", "is", "let", "match", "mut", "new", "None", "not",
    "null", "or", "package", "pass", "pub", "raise", "require", "return", "self", "static",
    "struct", "this", "throw", "true", "True", "try", "type", "use", "var", "while", "with",
    "yield",
];

pub(super) fn write<'a>(page: &mut Page<'a>, app: &'a App, look: &Look, e: usize) {
    let example = &app.decision().examples[e];
    page.text(&example.title, look.theme.strong);
    page.gap();
    let columns = example.codes.len().max(1);
    let cells = page.cells().saturating_sub(1 + 2 * (columns - 1)) / columns;
    if cells >= NARROWEST && columns > 1 {
        let programs: Vec<Vec<Vec<Span>>> =
            (0..columns).map(|at| program(app, look, e, at, cells)).collect();
        let longest = programs.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..longest {
            let mut spans = Vec::new();
            for program in &programs {
                let part = program.get(line).cloned().unwrap_or_default();
                let used: usize = part.iter().map(Span::width).sum();
                spans.extend(part);
                spans.push(Span::raw(" ".repeat((cells + 2).saturating_sub(used))));
            }
            page.line(spans);
        }
    } else {
        for at in 0..columns {
            for spans in program(app, look, e, at, page.cells().saturating_sub(1)) {
                page.line(spans);
            }
            page.gap();
        }
    }
}

/// One program with its heading, wrapped to so many cells.
fn program<'a>(app: &'a App, look: &Look, e: usize, at: usize, cells: usize) -> Vec<Vec<Span<'a>>> {
    let code = &app.decision().examples[e].codes[at];
    let name = &app.decision().alternatives[code.alternative].name;
    let style = look.theme.alternative(code.alternative).patch(look.theme.strong);
    let mut lines = vec![
        vec![
            Span::styled(look.cut(name, cells), style),
            Span::styled(format!("  {}", code.language), look.theme.dim),
        ],
        Vec::new(),
    ];
    for line in code.text.lines() {
        let indent = line.len() - line.trim_start().len();
        lines.extend(broken(highlighted(line, look), look, cells, indent.min(cells / 2)));
    }
    lines
}

/// A line of code as lines of at most so many cells, the further ones under its own indentation and
/// with a sign before them: they are no lines of the program.
fn broken(
    spans: Vec<Span<'static>>,
    look: &Look,
    cells: usize,
    indent: usize,
) -> Vec<Vec<Span<'static>>> {
    let mut lines: Vec<Vec<Span<'static>>> = vec![Vec::new()];
    let sign = format!("{}{} ", " ".repeat(indent), look.glyphs.ellipsis);
    let further = indent + 2;
    let mut used = 0;
    for word in words(spans, cells.saturating_sub(further)) {
        let wide: usize = word.iter().map(Span::width).sum();
        if used > indent && used + wide > cells {
            lines.push(vec![Span::styled(sign.clone(), look.theme.dim)]);
            used = further;
            // The space at the break is the break.
            if word.iter().all(|it| it.content.trim().is_empty()) {
                continue;
            }
        }
        used += wide;
        if let Some(line) = lines.last_mut() {
            line.extend(word);
        }
    }
    lines
}

/// What stays on one line: a word, a text in quotes that has room on one, and with either the signs
/// that close or separate behind it.
fn words(spans: Vec<Span<'static>>, cells: usize) -> Vec<Vec<Span<'static>>> {
    let mut words: Vec<Vec<Span<'static>>> = Vec::new();
    for span in spans {
        let is_text = span.content.starts_with(['"', '\'', '`']) && span.width() <= cells;
        let parts = if is_text {
            vec![span.content.as_ref()]
        } else {
            span.content.split_word_bounds().collect()
        };
        for part in parts {
            let follows = part.starts_with([',', ';', ':', '.', ')', ']', '}']);
            let part = Span::styled(part.to_owned(), span.style);
            let word = words.last_mut().filter(|word| {
                let wide: usize = word.iter().map(Span::width).sum();
                let is_space = word.iter().all(|it| it.content.trim().is_empty());
                follows && !is_space && wide + part.width() <= cells
            });
            match word {
                Some(word) => word.push(part),
                None => words.push(vec![part]),
            }
        }
    }
    words
}

/// A line of code: comments and strings stand back, keywords stand out. It knows no language, so it
/// stays on the careful side.
fn highlighted(line: &str, look: &Look) -> Vec<Span<'static>> {
    let theme = &look.theme;
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut push = |text: String, style: Style| spans.push(Span::styled(text, style));
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") || rest.starts_with('#') {
            push(rest.to_owned(), theme.dim);
            rest.len()
        } else if matches!(first, '"' | '\'' | '`') {
            let end = rest[1..].find(first).map_or(rest.len(), |at| at + 2);
            push(rest[..end].to_owned(), theme.literal);
            end
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            let word = &rest[..end];
            push(word.to_owned(), if KEYWORDS.contains(&word) { theme.accent } else { theme.text });
            end
        } else {
            push(first.to_string(), theme.text);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_breaks_between_words_outside_of_quotes() {
        let look = Look::default();
        let lines = |line: &str, cells| -> Vec<String> {
            let lines = broken(highlighted(line, &look), &look, cells, 2).into_iter();
            lines.map(|line| line.iter().map(|it| it.content.as_ref()).collect()).collect()
        };
        assert_eq!(
            lines("  at({ dialect: \"sqlite\" })", 20),
            ["  at({ dialect: ", "  … \"sqlite\" })"]
        );
        assert_eq!(lines("  one, two", 7), ["  one, ", "  … two"]);
        assert_eq!(lines("  a.log(b): c", 10), ["  a.log(", "  … b): c"]);
        assert_eq!(lines("  \"one two\"", 8), ["  \"one ", "  … two\""]);
    }

    #[test]
    fn highlighting_loses_no_character() {
        let look = Look::default();
        for line in ["const x = \"a // b\"; // c", "def f(x): # it's", "  'open", "日本 = `語`", ""]
        {
            let spans = highlighted(line, &look);
            let text: String = spans.iter().map(|span| span.content.as_ref()).collect();
            assert_eq!(text, line);
        }
    }
}
