//! A report before it has a format: headings, paragraphs, lists, tables.

/// A whole report.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Its parts from top to bottom.
    pub(super) blocks: Vec<Block>,
}

/// A part of a report.
#[derive(Debug)]
pub(super) enum Block {
    /// A heading of this level, 1 to 4.
    Heading(usize, Text),
    /// A paragraph.
    Paragraph(Text),
    /// A list; with numbers, or without.
    List(Numbering, Vec<Text>),
    /// A table; the first column names the rows.
    Table(Table),
    /// Text that is shown letter by letter.
    Verbatim(String),
}

/// Whether the items of a list have numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// They have not.
    None,
    /// 1, 2, 3 …
    FromOne,
}

/// A table whose rows all have as many cells as there are columns.
#[derive(Debug)]
pub(super) struct Table {
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

    pub(super) fn table(&mut self, columns: Vec<Column>, rows: Vec<Vec<Text>>) {
        self.blocks.push(Block::Table(Table { columns, rows }));
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
