//! The blocks of a document as HTML.

use super::super::Context;
use super::super::document::{Block, Column, Figure, Numbering, Span, Table, Text};
use super::chart;
use super::page::{Attributes, Page};

/// A cell with more bytes than this keeps room for them to break in two lines, not in six.
const LONG: usize = 16;

/// Writes blocks one below the other.
pub(super) fn all(context: &Context<'_>, blocks: &[Block], page: &mut Page) {
    for block in blocks {
        write(context, block, page);
    }
}

fn write(context: &Context<'_>, block: &Block, page: &mut Page) {
    match block {
        Block::Heading(level, text) => {
            let name = ["h1", "h2", "h3"][level.saturating_sub(1).min(2)];
            page.element(name, &[], |page| line(text, page));
        }
        Block::Paragraph(text) => page.element("p", &[], |page| line(text, page)),
        Block::List(numbering, items) => list(*numbering, items, page),
        Block::Table(it) => table(it, page),
        Block::Verbatim(text) => page.element("pre", &[("tabindex", &0)], |page| {
            page.words("code", &[], text);
        }),
        Block::Figures(it) => figures(it, page),
        Block::Chart(it, words) => chart::write(context, *it, words, page),
        // Stands in the summary of the section that it is of.
        Block::Hint(_) => {}
    }
}

fn list(numbering: Numbering, items: &[Text], page: &mut Page) {
    let name = if numbering == Numbering::None { "ul" } else { "ol" };
    page.element(name, &[], |page| {
        for (index, item) in items.iter().enumerate() {
            let id = source_id(index);
            let id: Attributes<'_> = &[("id", &id)];
            let attributes = if numbering == Numbering::Sources { id } else { &[] };
            page.element("li", attributes, |page| line(item, page));
        }
    });
}

fn source_id(source: usize) -> String {
    format!("source-{}", source + 1)
}

fn figures(figures: &[Figure], page: &mut Page) {
    if figures.is_empty() {
        return;
    }
    page.element("dl", &[("class", &"figures")], |page| {
        for it in figures {
            page.element("div", &[], |page| {
                page.words("dt", &[], &it.of);
                page.words("dd", &[], &it.value);
            });
        }
    });
}

/// A table, in a frame of its own in which it scrolls where it is wider than the page.
pub(super) fn table(table: &Table, page: &mut Page) {
    let caption = format!("table-{}", page.next_id());
    let frame: Attributes<'_> = &[
        ("class", &"scroll"),
        ("role", &"region"),
        ("aria-labelledby", &caption),
        ("tabindex", &0),
    ];
    page.element("div", frame, |page| {
        page.element("table", &[], |page| {
            page.words("caption", &[("id", &caption)], table.caption);
            page.element("thead", &[], |page| {
                page.element("tr", &[], |page| {
                    for it in &table.columns {
                        let attributes: Attributes<'_> =
                            &[("scope", &"col"), ("class", &class(it, &it.title))];
                        page.words("th", attributes, &it.title);
                    }
                });
            });
            page.element("tbody", &[], |page| {
                for cells in &table.rows {
                    page.element("tr", &[], |page| row(&table.columns, cells, page));
                }
            });
        });
    });
}

fn row(columns: &[Column], cells: &[Text], page: &mut Page) {
    for (at, (column, cell)) in columns.iter().zip(cells).enumerate() {
        let class = class(column, &plain(cell));
        let (name, attributes): (_, Attributes<'_>) = match at {
            0 => ("th", &[("scope", &"row")]),
            _ => ("td", &[("class", &class)]),
        };
        page.element(name, attributes, |page| line(cell, page));
    }
}

/// How a cell of a column looks.
fn class(column: &Column, cell: &str) -> &'static str {
    match (column.numbers, cell.len() > LONG) {
        (true, true) => "number long",
        (true, false) => "number",
        _ => "",
    }
}

/// Writes a text with what is marked in it.
pub(super) fn line(text: &Text, page: &mut Page) {
    for span in &text.0 {
        match span {
            Span::Plain(it) => page.text(it),
            Span::Strong(it) => page.words("strong", &[], it),
            Span::Code(it) => page.words("code", &[], it),
            Span::Term(it) => page.words("b", &[], it),
            Span::Citation(source) => {
                let link = format!("#{}", source_id(*source));
                page.words("a", &[("class", &"cite"), ("href", &link)], &cited(*source));
            }
        }
    }
}

/// A text without anything marked in it.
pub(super) fn plain(text: &Text) -> String {
    let words = |it: &Span| match it {
        Span::Plain(it) | Span::Strong(it) | Span::Code(it) | Span::Term(it) => it.clone(),
        Span::Citation(source) => cited(*source),
    };
    text.0.iter().map(words).collect()
}

fn cited(source: usize) -> String {
    format!("[{}]", source + 1)
}
