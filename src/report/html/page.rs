//! Writes HTML that is well formed, and in which every text is a text.
//!
//! Names of elements and attributes are literals of this program; whatever else gets in is escaped
//! on the way. There is no way to write markup from a string.

use std::fmt::{Display, Write as _};

use super::direction;
use crate::decision::text;

/// An HTML page on its way.
#[derive(Debug, Default)]
pub(super) struct Page {
    html: String,
    ids: usize,
    /// Whether it is at a place where a text may have no elements of HTML in it.
    is_bare: bool,
}

/// The attributes of an element, by name; one without a value is left out.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a dyn Display)];

/// After the end of these comes a line break, so that the page can be read and compared as text.
const ON_ITS_OWN_LINE: &[&str] = &[
    "html",
    "head",
    "body",
    "header",
    "nav",
    "main",
    "footer",
    "section",
    "div",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "figure",
    "figcaption",
    "details",
    "summary",
    "pre",
    "style",
    "title",
    "desc",
    "svg",
    "g",
    "text",
    "meta",
    "rect",
    "line",
    "path",
];

/// In the first two of these no HTML may be, and the third has what is typed, letter by letter.
const BARE: [&str; 3] = ["svg", "title", "pre"];

impl Page {
    /// A page with nothing but its document type.
    pub(super) fn new() -> Self {
        Self { html: "<!DOCTYPE html>\n".to_owned(), ..Self::default() }
    }

    /// The whole page.
    pub(super) fn finish(self) -> String {
        self.html
    }

    /// A number that no other call gets, to make ids from.
    pub(super) fn next_id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    /// Text. What is written from right to left in it does not reorder the numbers beside it.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(run) = direction::right_to_left(rest).filter(|_| !self.is_bare) {
            escape(&rest[..run.start], &mut self.html);
            self.html.push_str("<bdi>");
            escape(&rest[run.clone()], &mut self.html);
            self.html.push_str("</bdi>");
            rest = &rest[run.end..];
        }
        escape(rest, &mut self.html);
    }

    /// An element with what is inside.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.html.push('>');
        let was_bare = self.is_bare;
        self.is_bare |= BARE.contains(&name);
        inside(self);
        self.is_bare = was_bare;
        let _ = write!(self.html, "</{name}>");
        self.end_line(name);
    }

    /// An element with nothing but text inside.
    pub(super) fn words(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |page| page.text(text));
    }

    /// An element of HTML that has no inside, and no end.
    pub(super) fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.html.push('>');
        self.end_line(name);
    }

    /// An element of SVG without an inside.
    pub(super) fn shape(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.html.push_str("/>");
        self.end_line(name);
    }

    /// The style sheet, which has to be free of `<`: it is not escaped.
    pub(super) fn style(&mut self, css: &'static str) {
        self.html.push_str("<style>\n");
        self.html.push_str(css);
        self.html.push_str("</style>\n");
    }

    fn start(&mut self, name: &'static str, attributes: Attributes<'_>) {
        let _ = write!(self.html, "<{name}");
        let written = attributes.iter().map(|(key, value)| (key, value.to_string()));
        for (key, value) in written.filter(|(_, value)| !value.is_empty()) {
            let _ = write!(self.html, " {key}=\"");
            escape(&value, &mut self.html);
            self.html.push('"');
        }
    }

    fn end_line(&mut self, name: &str) {
        if ON_ITS_OWN_LINE.contains(&name) {
            self.html.push('\n');
        }
    }
}

/// Adds a text in which nothing means anything to HTML, be it in an element or in an attribute. What
/// HTML has no way to write becomes U+FFFD.
fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' => html.push('\n'),
            c if is_noncharacter(c) => html.push(char::REPLACEMENT_CHARACTER),
            c => html.push(text::visible(c)),
        }
    }
}

/// Whether Unicode has promised never to make this a character.
const fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || (c as u32) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_or_an_attribute_means_anything() {
        for (text, html) in [
            ("a<b>&\"'c", "a&lt;b&gt;&amp;&quot;&#39;c"),
            ("]]>--><script>", "]]&gt;--&gt;&lt;script&gt;"),
            ("a\u{0}b\u{1b}[31mc\u{7f}\u{85}", "a\u{fffd}b\u{fffd}[31mc\u{fffd}\u{fffd}"),
            ("\u{202e}back\r", "\u{fffd}back\u{fffd}"),
            ("\u{fdd0}\u{ffff}\u{10fffe}", "\u{fffd}\u{fffd}\u{fffd}"),
            ("one\ntwo", "one\ntwo"),
            ("数据 é e\u{301}", "数据 é e\u{301}"),
        ] {
            let mut page = Page::default();
            page.element("b", &[("title", &text)], |page| page.text(text));
            assert_eq!(page.finish(), format!("<b title=\"{html}\">{html}</b>"));
        }
    }

    #[test]
    fn what_is_written_from_right_to_left_is_isolated_where_html_may_be() {
        let mut page = Page::default();
        page.words("p", &[], "שלום & עולם leads by 12 on א");
        page.words("title", &[], "א");
        page.element("svg", &[], |page| page.words("text", &[], "א 12"));
        assert_eq!(
            page.finish(),
            "<p><bdi>שלום &amp; עולם</bdi> leads by 12 on <bdi>א</bdi></p>\n<title>א</title>\n\
             <svg><text>א 12</text>\n</svg>\n"
        );
    }

    #[test]
    fn elements_end_where_they_should() {
        let mut page = Page::default();
        page.element("p", &[("class", &"")], |page| {
            page.text("a ");
            page.words("b", &[("id", &7)], "c");
        });
        page.void("meta", &[("charset", &"utf-8")]);
        page.shape("line", &[]);
        assert_eq!(
            page.finish(),
            "<p>a <b id=\"7\">c</b></p>\n<meta charset=\"utf-8\">\n<line/>\n"
        );
    }
}
