//! Texts that would do harm if they were not escaped, and packs full of them.

use super::home::BOAT;

/// Texts that mean something to a terminal, to Markdown, to HTML or to a shell.
pub(crate) const NASTY: [&str; 33] = [
    "<script>alert(1)</script>",
    "<!-- <b>bold</b> -->",
    "a | b || c",
    "[link](javascript:alert(1)) ![image](x.png)",
    "https://example.org/?a=1&b=2 www.example.org",
    "`code` ``more`` ```fence",
    "*one* **two** _three_ __four__ ~~five~~",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "&lt;b&gt; &amp; &#60;",
    "\\ \\* \\`",
    "$x^2$ @somebody #1",
    "\u{1b}[31mred\u{1b}[0m \u{202e}back",
    "数据库 — naïve ☃",
    "---",
    "===",
    "***",
    "    indented",
    "[^1] [ ] [x]: y",
    "> [!NOTE]",
    "<https://example.org> a@example.org mailto:b@example.org",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1;2)",
    "＝1+1",
    "a,\"b\"; c: {d} # e",
    "GH-12 :tada: owner/repository#3 c::d",
    "{{ 7*7 }} {% if x %} ${x} $(id)",
    "<details><summary>x</summary> </title></desc></svg> --> ]]>",
    "\u{9b}2J\u{9d}0;x\u{9c} \u{2028}- item\u{85}# h \u{5e9}\u{5dc} 12% (3)",
];

/// The small pack with a nasty text wherever a text may stand.
pub(crate) fn nasty_pack(nasty: &str) -> String {
    let text = toml::Value::from(nasty);
    BOAT.lines()
        .map(|line| {
            let (key, _) = line.split_once(" = \"").unwrap_or((line, ""));
            match key.trim() {
                "title" | "question" | "name" | "says" | "caution" | "summary" | "body" => {
                    format!("{key} = {text}\n")
                }
                _ => format!("{line}\n"),
            }
        })
        .collect()
}

/// What a terminal would show of a nasty text.
pub(crate) fn shown(nasty: &str) -> String {
    weigh::decision::text::line(nasty).into_owned()
}

/// The text that a reader of a Markdown report sees. Panics where there is markup that is not ours.
pub(crate) fn read_back(markdown: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let mut plain = String::new();
    let (mut columns, mut cells) = (0, 0);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_MATH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(it) | Event::Code(it) => plain.push_str(&it),
            // The comments that keep mentions and references from becoming links.
            Event::InlineHtml(it) => assert_eq!(&*it, "<!-- -->", "{markdown}"),
            Event::Start(Tag::Table(it)) => columns = it.len(),
            Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
            Event::Start(Tag::TableCell) => {
                cells += 1;
                assert!(cells <= columns, "{markdown}");
            }
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::Strong
                | Tag::CodeBlock(_),
            )
            | Event::End(_) => plain.push(' '),
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    plain
}
