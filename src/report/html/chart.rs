//! Charts as inline SVG. Each has a title and a description, and beside it the same in words.
//!
//! Bars and dots are placed in per cent of the width, so that they fill whatever room there is while
//! their labels keep their size. An alternative is known by its colour, its marker and its dashes:
//! any one of them is enough.

mod contributions;
mod marker;
mod ratings;
mod scores;
mod what_if;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::super::Context;
use super::super::document::{Block, Chart};
use super::block;
use super::page::{Attributes, Page};

/// Writes a chart, and what it shows in words.
pub(super) fn write(context: &Context<'_>, chart: Chart, words: &[Block], page: &mut Page) {
    if context.assessment.scores().is_none() && chart != Chart::Ratings {
        block::all(context, words, page);
        return;
    }
    match chart {
        Chart::Scores => scores::write(context, words, page),
        Chart::Contributions => contributions::write(context, page),
        Chart::WhatIf => what_if::write(context, page),
        Chart::Ratings => ratings::write(context, page),
    }
}

/// What an SVG is to those who do not see it.
struct Label<'a> {
    title: &'a str,
    description: &'a str,
}

/// An SVG that speaks for itself, as wide as there is room.
fn svg(label: &Label<'_>, height: f64, page: &mut Page, inside: impl FnOnce(&mut Page)) {
    let id = page.next_id();
    let (title, description) = (format!("chart-{id}-title"), format!("chart-{id}-text"));
    let labels = format!("{title} {description}");
    let height = px(height);
    let attributes: Attributes<'_> =
        &[("role", &"img"), ("aria-labelledby", &labels), ("width", &"100%"), ("height", &height)];
    page.element("svg", attributes, |page| {
        page.words("title", &[("id", &title)], label.title);
        page.words("desc", &[("id", &description)], label.description);
        inside(page);
    });
}

/// What a chart shows, folded away below it; beside its figure, in which a caption comes first or last.
fn in_words(page: &mut Page, words: impl FnOnce(&mut Page)) {
    page.element("details", &[("class", &"more")], |page| {
        page.words("summary", &[], "In words");
        words(page);
    });
}

/// Who is who.
fn legend(context: &Context<'_>, alternatives: &[usize], page: &mut Page) {
    page.element("ul", &[("class", &"legend")], |page| {
        for &a in alternatives {
            page.element("li", &[], |page| {
                let attributes: Attributes<'_> = &[
                    ("class", &"key"),
                    ("width", &"30"),
                    ("height", &"14"),
                    ("aria-hidden", &"true"),
                ];
                page.element("svg", attributes, |page| {
                    let class = format!("curve {}", marker::look(a));
                    page.shape(
                        "line",
                        &[("class", &class), ("x1", &0), ("x2", &30), ("y1", &7), ("y2", &7)],
                    );
                    marker::write(a, ("15", 0.0, 7.0), page);
                });
                page.words("span", &[], &context.decision.alternatives[a].name);
            });
        }
    });
}

/// A length with one decimal.
fn px(length: f64) -> String {
    format!("{:.1}", length + 0.0).replace("-0.0", "0.0")
}

/// A share of the width, 0 to 100.
fn percent(share: f64) -> String {
    format!("{share:.2}%").replace("-0.00%", "0.00%")
}

/// As much of a text as takes so many columns, each about as wide as a digit.
fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut short = String::new();
    for cluster in text.graphemes(true) {
        if short.width() + cluster.width() + 1 > columns {
            break;
        }
        short.push_str(cluster);
    }
    format!("{}…", short.trim_end())
}

/// Text in a chart.
fn label(class: &'static str, x: &str, dx: f64, y: f64, page: &mut Page, text: &str) {
    let attributes: Attributes<'_> =
        &[("class", &class), ("x", &x), ("dx", &px(dx)), ("y", &px(y))];
    page.words("text", attributes, text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_same_form_everywhere() {
        assert_eq!([px(-0.04), px(1.25), px(3.0)], ["0.0", "1.2", "3.0"]);
        assert_eq!([percent(-0.001), percent(50.0)], ["0.00%", "50.00%"]);
    }

    #[test]
    fn a_label_is_cut_between_clusters() {
        assert_eq!(cut("Security", 8), "Security");
        assert_eq!(cut("Security and more", 9), "Security…");
        assert_eq!(cut("数据库数据库", 6), "数据…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
    }
}
