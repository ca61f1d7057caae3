//! A page of text: wrapped lines, some of which belong to items that can be selected.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::ui::{Look, text};

/// A page of text, written from top to bottom.
pub(in crate::ui) struct Page<'a> {
    look: &'a Look,
    cells: usize,
    lines: Vec<Written<'a>>,
    items: Vec<Range<usize>>,
}

/// A line of a page.
enum Written<'a> {
    /// As it is.
    Now(Line<'a>),
    /// A text, so many cells from where the others begin.
    Text(usize, Cow<'a, str>, Style),
    /// What makes it, should it come into sight: of a thousand lines a screen shows few.
    Later(Box<dyn Fn() -> Vec<Span<'a>> + 'a>),
}

impl<'a> Written<'a> {
    fn line(&self) -> Line<'a> {
        match self {
            Self::Now(line) => line.clone(),
            Self::Text(indent, text, style) => {
                vec![Span::raw(text::spaces(1 + indent)), Span::styled(text.clone(), *style)].into()
            }
            Self::Later(make) => indented(make()),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Now(line) if line.width() == 0)
    }
}

/// Spans as a line of a page, a cell away from its edge.
fn indented(mut spans: Vec<Span<'_>>) -> Line<'_> {
    spans.insert(0, Span::raw(" "));
    Line::from(spans)
}

impl<'a> Page<'a> {
    pub(in crate::ui) fn new(look: &'a Look, cells: usize) -> Self {
        Self { look, cells, lines: Vec::new(), items: Vec::new() }
    }

    /// How many cells a line has.
    pub(in crate::ui) fn cells(&self) -> usize {
        self.cells
    }

    /// How many lines there are.
    pub(in crate::ui) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The lines of an item.
    pub(in crate::ui) fn item(&self, index: usize) -> Option<Range<usize>> {
        self.items.get(index).cloned()
    }

    /// The first and the last item of which a line is among these.
    pub(in crate::ui) fn items_within(&self, from: usize, to: usize) -> (usize, usize) {
        let first = self.items.partition_point(|item| item.end <= from);
        let after = self.items.partition_point(|item| item.start < to);
        (first, after.saturating_sub(1).max(first))
    }

    /// The item that a line belongs to.
    pub(in crate::ui) fn item_at(&self, line: usize) -> Option<usize> {
        self.items.iter().position(|item| item.contains(&line))
    }

    /// The lines from one on.
    pub(in crate::ui) fn lines(&self, from: usize) -> impl Iterator<Item = Line<'a>> {
        self.lines.iter().skip(from).map(Written::line)
    }

    /// A line as it is.
    pub(in crate::ui) fn line(&mut self, spans: Vec<Span<'a>>) {
        self.lines.push(Written::Now(indented(spans)));
    }

    /// A line that is made when it is shown; it is not empty.
    pub(super) fn line_later(&mut self, make: impl Fn() -> Vec<Span<'a>> + 'a) {
        self.lines.push(Written::Later(Box::new(make)));
    }

    /// An empty line, unless there is one already.
    pub(in crate::ui) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Written::Now(Line::default()));
        }
    }

    /// A heading with air above it.
    pub(in crate::ui) fn heading(&mut self, heading: &str) {
        self.gap();
        self.text(heading, self.look.theme.dim);
    }

    /// A text, wrapped.
    pub(in crate::ui) fn text(&mut self, text: &str, style: Style) {
        self.indented("", text, style);
    }

    /// A text, wrapped, behind a sign that its further lines are aligned to.
    pub(in crate::ui) fn indented(&mut self, sign: &str, text: &str, style: Style) {
        self.after(vec![Span::styled(sign.to_owned(), style)], text, style);
    }

    /// A text, wrapped, behind what its further lines are aligned to.
    pub(in crate::ui) fn after(&mut self, lead: Vec<Span<'a>>, text: &str, style: Style) {
        let indent = lead.iter().map(Span::width).sum();
        let mut lines = text::wrap(text, self.room(indent)).into_iter();
        self.line(lead.into_iter().chain(lines.next().map(|it| Span::styled(it, style))).collect());
        self.lines.extend(lines.map(|it| Written::Text(indent, it.into(), style)));
    }

    /// The same of a text that outlives the page, such as a pack's, and is not copied; the lead of so
    /// many cells is made when it is shown.
    pub(super) fn quote(
        &mut self,
        (indent, lead): (usize, impl Fn() -> Vec<Span<'a>> + 'a),
        text: &'a str,
        style: Style,
    ) {
        let mut lead = Some(lead);
        text::for_each_line(text, self.room(indent), &mut |line| {
            self.lines.push(match lead.take() {
                Some(lead) => Written::Later(Box::new(move || {
                    let mut spans = lead();
                    spans.push(Span::styled(line.clone(), style));
                    spans
                })),
                None => Written::Text(indent, line, style),
            });
        });
    }

    /// How many cells a text has behind so many.
    fn room(&self, indent: usize) -> usize {
        self.cells.saturating_sub(1 + indent).max(8)
    }

    /// A word behind the last line, or below it, where that has no room for it.
    pub(super) fn tail(&mut self, indent: usize, word: &str, style: Style) {
        let Some(mut line) = self.lines.last().map(Written::line) else { return };
        if line.width() + 1 + text::width(word) > self.cells {
            self.lines.push(Written::Text(indent, word.to_owned().into(), style));
            return;
        }
        line.spans.extend([Span::raw(" "), Span::styled(word.to_owned(), style)]);
        self.lines.pop();
        self.lines.push(Written::Now(line));
    }

    /// A line of spans, wrapped like a text would be; breaks where one ends.
    pub(super) fn flow(&mut self, parts: Vec<Span<'static>>) {
        let room = self.cells.saturating_sub(1);
        let mut line: Vec<Span<'static>> = Vec::new();
        let mut used = 0;
        for part in parts {
            for word in part.content.split_inclusive(' ') {
                if used > 0 && used + text::width(word.trim_end()) > room {
                    self.line(std::mem::take(&mut line));
                    used = 0;
                }
                used += text::width(word);
                line.push(Span::styled(word.to_owned(), part.style));
            }
        }
        if !line.is_empty() {
            self.line(line);
        }
    }

    /// What to be careful with, if there is something.
    pub(super) fn caution(&mut self, indent: usize, caution: Option<&'a str>) {
        if let Some(caution) = caution {
            let style = self.look.theme.caution;
            let sign = move || vec![Span::styled(format!("{}! ", text::spaces(indent)), style)];
            self.quote((indent + 2, sign), caution, style);
        }
    }

    /// Makes an item of everything written since the last one; it is not marked when it is selected,
    /// but scrolled to.
    pub(super) fn end_stop(&mut self) {
        let start = self.items.last().map_or(0, |item| item.end);
        self.items.push(start..self.lines.len());
    }

    /// Writes an item that can be selected; selected, its first line has a marker and all its
    /// lines the look of the cursor.
    pub(super) fn write_item(&mut self, selected: Option<Style>, write: impl FnOnce(&mut Self)) {
        let start = self.lines.len();
        write(self);
        self.items.push(start..self.lines.len());
        let Some(style) = selected else { return };
        for (at, written) in (start..).zip(&mut self.lines[start..]) {
            let mut line = written.line();
            if let (true, Some(marker)) = (at == start, line.spans.first_mut()) {
                *marker = Span::styled(self.look.glyphs.marker, self.look.theme.accent);
            }
            *written = Written::Now(line.patch_style(style));
        }
    }
}
