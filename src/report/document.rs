//! A report before it has a format: headings, paragraphs, lists, tables, and where charts stand.
//!
//! A format that draws shows every block. One that only has words shows [`Document::in_words`].

use std::slice;

/// A whole report.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Its parts from top to bottom.
    pub(super) blocks: Vec<Block>,
}

/// A part of a report.
#[derive(Debug)]
pub(super) enum Block {
    /// A heading of this level, 1 to 4. What stands below one of level 3 is detail, which a format
    /// may fold.
    Heading(usize, Text),
    /// What to expect below the heading before it, for formats that fold. The detail says it too.
    Hint(String),
    /// A paragraph.
    Paragraph(Text),
    /// A list; with numbers, or without.
    List(Numbering, Vec<Text>),
    /// A table; the first column names the rows.
    Table(Table),
    /// Text that is shown letter by letter.
    Verbatim(String),
    /// The verdict in a few figures. The sections below say it too.
    Figures(Vec<Figure>),
    /// A chart, and what stands in its place where there are none.
    Chart(Chart, Vec<Block>),
}

/// A figure that stands on its own.
#[derive(Debug)]
pub(super) struct Figure {
    /// Such as `12.3 points`.
    pub(super) value: String,
    /// What it is of.
    pub(super) of: String,
}

/// What a chart shows. The numbers are in the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chart {
    /// The scores, with the ranges that disagreements leave open.
    Scores,
    /// What each criterion contributes to the margin of the first over the second.
    Contributions,
    /// The scores as one weight at a time runs from 0 to 10.
    WhatIf,
    /// The lowest, mean and highest rating of each alternative on each criterion.
    Ratings,
}

/// Whether the items of a list have numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// They have not.
    None,
    /// 1, 2, 3 …
    FromOne,
    /// The same; they are the numbers by which sources are cited.
    Sources,
}

/// A table whose rows all have as many cells as there are columns.
#[derive(Debug)]
pub(super) struct Table {
    /// What it shows, for formats whose tables have captions.
    pub(super) caption: &'static str,
    /// The columns from left to right.
    pub(super) columns: Vec<Column>,
    /// The rows from top to bottom.
    pub(super) rows: Vec<Vec<Text>>,
}

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    /// Its heading.
    pub(super) title: String,
    /// Whether it holds numbers, which stand to the right.
    pub(super) numbers: bool,
}

/// A line of text whose parts may be marked. Nothing in it is escaped yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Text(pub(super) Vec<Span>);

/// A part of a text.
#[derive(Debug, Clone)]
pub(super) enum Span {
    /// Nothing special.
    Plain(String),
    /// What the eye should find first.
    Strong(String),
    /// Something to type or to compare letter by letter.
    Code(String),
    /// What the line is about, for formats that set it off.
    Term(String),
    /// The number of the source with this index: 1 for 0.
    Citation(usize),
}

impl Document {
    pub(super) fn heading(&mut self, level: usize, text: impl Into<Text>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    pub(super) fn paragraph(&mut self, text: impl Into<Text>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    /// A list without numbers; nothing where it has no items.
    pub(super) fn list(&mut self, items: Vec<Text>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(Numbering::None, items));
        }
    }

    /// A list with numbers from 1; nothing where it has no items.
    pub(super) fn numbered(&mut self, items: Vec<Text>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(Numbering::FromOne, items));
        }
    }

    pub(super) fn table(
        &mut self,
        caption: &'static str,
        columns: Vec<Column>,
        rows: Vec<Vec<Text>>,
    ) {
        self.blocks.push(Block::Table(Table { caption, columns, rows }));
    }

    /// The sources, by the number by which they are cited.
    pub(super) fn sources(&mut self, items: Vec<Text>) {
        self.blocks.push(Block::List(Numbering::Sources, items));
    }

    pub(super) fn hint(&mut self, hint: String) {
        self.blocks.push(Block::Hint(hint));
    }

    pub(super) fn figures(&mut self, figures: Vec<Figure>) {
        self.blocks.push(Block::Figures(figures));
    }

    /// A chart whose numbers other blocks tell.
    pub(super) fn chart(&mut self, chart: Chart) {
        self.blocks.push(Block::Chart(chart, Vec::new()));
    }

    /// A chart of what these blocks tell: they take its place in formats without charts.
    pub(super) fn chart_of(&mut self, chart: Chart, tell: impl FnOnce(&mut Self)) {
        let mut words = Self::default();
        tell(&mut words);
        self.blocks.push(Block::Chart(chart, words.blocks));
    }

    /// The blocks for a format that neither draws nor folds.
    pub(super) fn in_words(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Hint(_) | Block::Figures(_) => &[],
            Block::Chart(_, words) => words.as_slice(),
            block => slice::from_ref(block),
        })
    }

    /// Adds another document as a part of this one: its headings stand one level lower.
    pub(super) fn part(&mut self, part: Self) {
        self.blocks.extend(part.blocks.into_iter().map(|block| match block {
            Block::Heading(level, text) => Block::Heading(level + 1, text),
            block => block,
        }));
    }

    pub(super) fn verbatim(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Verbatim(text.into()));
    }
}

impl Column {
    /// A column of text.
    pub(super) fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), numbers: false }
    }

    /// A column of numbers.
    pub(super) fn numbers(title: impl Into<String>) -> Self {
        Self { title: title.into(), numbers: true }
    }
}

impl Text {
    /// Adds plain text.
    pub(super) fn plain(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Plain(text.into()));
        self
    }

    /// Adds text that the eye should find first.
    pub(super) fn strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Strong(text.into()));
        self
    }

    /// Adds what the line is about.
    pub(super) fn term(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Term(text.into()));
        self
    }

    /// Adds the number of a source.
    pub(super) fn citation(mut self, source: usize) -> Self {
        self.0.push(Span::Citation(source));
        self
    }

    /// Adds something to type or to compare letter by letter.
    pub(super) fn code(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Code(text.into()));
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::default().plain(text)
    }
}
