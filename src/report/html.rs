//! A page for the browser: one file that asks for nothing else, with charts, to be read on a desk, on
//! a phone, in the dark and on paper. Nothing in it is a script.
//!
//! ```text
//! Document ─▶ sections ─▶ block ─▶ Page
//!                           └▶ chart
//! ```
//!
//! Every text of a pack or session goes through [`page`], which escapes it.

mod block;
mod chart;
mod direction;
mod page;

use self::page::Page;
use super::document::{Block, Text};
use super::{Context, outline};

/// What the page may load: nothing. Its own style sheet is all it has.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The style sheet.
const STYLE: &str = include_str!("html/style.css");

/// A heading with what stands below it.
struct Section<'a> {
    heading: &'a Text,
    blocks: &'a [Block],
}

/// Renders the report.
pub(super) fn render(context: &Context<'_>) -> String {
    let document = outline::of(context, "html");
    let (title, sections) = split(&document.blocks, 2);
    let mut page = Page::new();
    page.element("html", &[("lang", &"en")], |page| {
        page.element("head", &[], |page| head(context, page));
        page.element("body", &[], |page| body(context, title, &sections, page));
    });
    page.finish()
}

fn head(context: &Context<'_>, page: &mut Page) {
    let generator = concat!("weigh ", env!("CARGO_PKG_VERSION"));
    page.void("meta", &[("charset", &"utf-8")]);
    page.void("meta", &[("http-equiv", &"Content-Security-Policy"), ("content", &POLICY)]);
    for (name, content) in [
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("referrer", "no-referrer"),
        ("generator", generator),
    ] {
        page.void("meta", &[("name", &name), ("content", &content)]);
    }
    let title = match context.decision.title.as_str() {
        "" => "A decision",
        title => title,
    };
    page.words("title", &[], title);
    page.style(STYLE);
}

/// The title, the verdict, the contents and all the rest.
fn body(context: &Context<'_>, title: &[Block], sections: &[Section<'_>], page: &mut Page) {
    page.words("a", &[("class", &"skip"), ("href", &"#report")], "Skip the contents");
    page.element("header", &[], |page| block::all(context, title, page));
    let [verdict, rest @ .., about] = sections else { return };
    page.element("main", &[], |page| {
        section(context, verdict, "verdict", page);
        contents(sections, page);
        page.element("div", &[("id", &"report"), ("tabindex", &"-1")], |page| {
            for it in rest {
                section(context, it, "", page);
            }
        });
    });
    page.element("footer", &[], |page| section(context, about, "", page));
}

fn contents(sections: &[Section<'_>], page: &mut Page) {
    page.element("nav", &[("aria-label", &"Contents")], |page| {
        page.element("ol", &[], |page| {
            for it in sections {
                page.element("li", &[], |page| {
                    let link = format!("#{}", slug(it.heading));
                    page.element("a", &[("href", &link)], |page| block::line(it.heading, page));
                });
            }
        });
    });
}

fn section(context: &Context<'_>, it: &Section<'_>, class: &'static str, page: &mut Page) {
    let id = slug(it.heading);
    let (own, details) = split(it.blocks, 3);
    page.element("section", &[("class", &class), ("aria-labelledby", &id)], |page| {
        page.element("h2", &[("id", &id)], |page| block::line(it.heading, page));
        block::all(context, own, page);
        for detail in &details {
            fold(context, detail, page);
        }
    });
}

/// A section that is opened by who wants to read it.
fn fold(context: &Context<'_>, detail: &Section<'_>, page: &mut Page) {
    page.element("details", &[("class", &"fold")], |page| {
        page.element("summary", &[], |page| {
            page.element("h3", &[], |page| block::line(detail.heading, page));
            if let [Block::Hint(hint), ..] = detail.blocks {
                page.words("span", &[("class", &"hint")], hint);
            }
        });
        block::all(context, detail.blocks, page);
    });
}

/// What stands before the first heading of this level, and what stands below each.
fn split(blocks: &[Block], level: usize) -> (&[Block], Vec<Section<'_>>) {
    let is_heading = |block: &Block| matches!(block, Block::Heading(it, _) if *it == level);
    let first = blocks.iter().position(is_heading).unwrap_or(blocks.len());
    let (before, mut rest) = blocks.split_at(first);
    let mut sections = Vec::new();
    while let [Block::Heading(_, heading), after @ ..] = rest {
        let end = after.iter().position(is_heading).unwrap_or(after.len());
        let (blocks, next) = after.split_at(end);
        sections.push(Section { heading, blocks });
        rest = next;
    }
    (before, sections)
}

/// The id of a section: headings of level 2 are words of ours, all different.
fn slug(heading: &Text) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    block::plain(heading).chars().map(letter).collect()
}

#[cfg(test)]
mod tests;
