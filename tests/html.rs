//! HTML reports, read back as a browser reads them: nothing is in them that we did not write, and
//! what we wrote can be read by everybody.

#![expect(clippy::expect_used, reason = "a test ends where something is not as expected")]

#[path = "support/dom.rs"]
mod dom;
#[path = "support/home.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod home;
#[path = "support/nasty.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod nasty;

use dom::{Element, parse};
use home::{BOAT, Home};
use nasty::{NASTY, nasty_pack, shown};

/// Texts that would leave the place they are in, were they not escaped.
const BREAKING_OUT: [&str; 14] = [
    "]]><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "</title><script>alert(1)</script>",
    "</style></svg></table></details><img src=x onerror=alert(1)>",
    "\" onload=\"alert(1)\" x=\"",
    "' onload='alert(1)' x='",
    "javascript:alert(1)",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<svg/onload=alert(1)><foreignObject><math><mtext></mtext></math>",
    "a\u{0}b\u{8}c\u{7f}d\u{85}e\u{fffe}f",
    "\u{202e}back \u{2066}and\u{2069} forth\u{200f}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305} \u{5d0}\u{5d1}\u{5d2}",
    "&#x3c;script&#x3e; &notin; &lt",
    "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle_Donaudampfschifffahrts\
     gesellschaftskapitaenswitwenrentenauszahlungsstelle",
];

/// Elements that pages are made of.
const ELEMENTS: &str = "html head meta title style body a header main section nav div footer h1 h2 h3 \
    p ul ol li dl dt dd strong b code pre table caption thead tbody tr th td figure figcaption \
    details summary span bdi svg desc rect line path text";

/// Attributes that they have.
const ATTRIBUTES: &str = "lang charset http-equiv content name class id href role tabindex scope \
    aria-label aria-labelledby aria-hidden width height viewBox preserveAspectRatio overflow x y dx rx \
    x1 x2 y1 y2 d transform";

/// Where a text may stand in another form: labels in charts may be cut (their titles and descriptions
/// are not), and the session is TOML.
const WITHOUT: &[&str] = &["text", "pre"];

/// The pack, a session and a report on them, all full of this text.
fn report(text: &str) -> String {
    let home = Home::new();
    let pack = "na'\"<b>&sty.toml";
    home.write(pack, nasty_pack(text));
    let value = toml::Value::from(text);
    home.write(
        "mine.toml",
        format!(
            "schema = 1\npack = \"boat\"\nuse_case = \"holiday\"\nexcluded_claims = [\"comfort/captain/boat\"]\n\
             excluded_criteria = [\"price\"]\nnote = {value}\n[trust]\nguide = 0.5\n[notes]\nspeed = {value}\n\
             [own_rating]\ncomfort.train = {{ rating = 5, reason = {value} }}\n\
             [[criterion]]\nid = \"team\"\nname = {value}\nquestion = {value}\n"
        ),
    );
    home.run(&["report", pack, "--format=html", "--session=mine.toml", "--date=2026-05-01"]).ok()
}

/// What is wrong with a page, were it anybody's.
fn check(html: &str) -> Element {
    let (page, errors) = parse(html);
    assert!(errors.is_empty(), "{errors:?}\n{html}");
    for it in page.all() {
        assert!(ELEMENTS.split_whitespace().any(|name| name == it.name), "<{}>", it.name);
        for (key, value) in &it.attributes {
            assert!(
                ATTRIBUTES.split_whitespace().any(|name| name == key),
                "{key} of <{}>",
                it.name
            );
            assert!(key != "href" || value.starts_with('#'), "{value}");
        }
    }
    page
}

/// What everybody needs to read it.
fn check_access(page: &Element) {
    assert_eq!(page.find("html")[0].attribute("lang"), Some("en"));
    for one in ["title", "main", "header", "footer", "nav", "h1"] {
        let count = page.find(one).iter().filter(|it| !it.is_svg).count();
        assert_eq!(count, 1, "one <{one}>");
    }
    let ids: Vec<&str> = page.all().iter().filter_map(|it| it.attribute("id")).collect();
    let is_there = |id: &str| ids.iter().filter(|it| **it == id).count() == 1;
    assert!(ids.iter().all(|id| is_there(id)), "an id twice: {ids:?}");
    for it in page.all() {
        if let Some(labels) = it.attribute("aria-labelledby") {
            assert!(labels.split(' ').all(is_there), "{labels}");
        }
        if let Some(link) = it.attribute("href") {
            assert!(is_there(&link[1..]), "{link}");
        }
        if it.attribute("role") == Some("img") {
            let named = |name: &str| it.find(name).iter().any(|it| !it.text().trim().is_empty());
            assert!(named("title") && named("desc"), "a picture without words");
        }
    }
    let levels: Vec<u32> =
        page.all().iter().filter_map(|it| it.name.strip_prefix('h')?.parse().ok()).collect();
    assert_eq!(levels[0], 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    for figure in page.find("figure") {
        let parts = figure.parts();
        let caption = parts.iter().position(|it| *it == "figcaption").expect("a caption");
        assert!(caption == 0 || caption + 1 == parts.len(), "{parts:?}");
    }
    for table in page.find("table") {
        assert!(!table.find("caption")[0].text().trim().is_empty());
        let columns = table.find("thead")[0].find("th").len();
        assert!(table.find("th").iter().all(|it| it.attribute("scope").is_some()));
        for row in table.find("tbody")[0].find("tr") {
            assert_eq!((row.find("th").len(), row.find("td").len()), (1, columns - 1));
        }
    }
    for svg in page.find("svg").iter().filter(|it| it.attribute("aria-labelledby").is_none()) {
        let is_inside = |it: &&Element| it.find("svg").iter().any(|it| std::ptr::eq(*it, *svg));
        let is_part = page.find("svg").iter().any(is_inside);
        assert!(is_part || svg.attribute("aria-hidden") == Some("true"), "{svg:?}");
    }
}

#[test]
fn nothing_in_a_pack_or_session_becomes_markup_and_every_text_comes_back() {
    let count = |text: &str| {
        let page = check(&report(text));
        check_access(&page);
        page.text_without(WITHOUT).matches(&shown(text)).count()
    };
    let expected = count("A harmless text.");
    assert!(expected > 60, "{expected}");
    for nasty in NASTY.iter().chain(&BREAKING_OUT) {
        let read = shown(nasty).replace('\u{fffe}', "\u{fffd}");
        assert!(!read.is_empty());
        let page = check(&report(nasty));
        check_access(&page);
        assert_eq!(page.text_without(WITHOUT).matches(&read).count(), expected, "{nasty:?}");
    }
}

#[test]
fn a_page_may_load_nothing_and_has_nothing_to_load() {
    let home = Home::new();
    let html = home.run(&["report", "--fresh", "--format=html"]).ok();
    let page = check(&html);
    check_access(&page);
    let policy = page
        .find("meta")
        .into_iter()
        .find(|it| it.attribute("http-equiv") == Some("Content-Security-Policy"))
        .and_then(|it| it.attribute("content"))
        .expect("a policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline';"), "{policy}");
    assert!(!html.contains("http:") && !html.contains("https:") && !html.contains("data:"));
    // The policy holds from where it stands on.
    let head = &page.find("head")[0];
    assert_eq!(head.all()[1].attribute("http-equiv"), Some("Content-Security-Policy"));
    assert_eq!(page.find("style").len(), 1);
}

#[test]
fn a_page_has_every_chart_and_every_chart_has_words() {
    let home = Home::new();
    let html = home.run(&["report", "--fresh", "--format=html", "--use-case=live-chat"]).ok();
    let (page, _) = parse(&html);
    let titles: Vec<String> = page
        .find("svg")
        .iter()
        .filter(|it| it.attribute("role") == Some("img"))
        .map(|it| it.find("title")[0].text().trim().to_owned())
        .collect();
    for (start, count) in [
        ("Scores from 0 to 100", 1),
        ("Points of Node.js over Django", 1),
        ("Scores as the weight of ", 17),
        ("Ratings on ", 17),
    ] {
        assert_eq!(titles.iter().filter(|it| it.starts_with(start)).count(), count, "{start}");
    }
    let words = |it: &&&Element| it.attribute("class") == Some("more");
    assert_eq!(page.find("details").iter().filter(words).count(), 4);
}

#[test]
fn without_anything_to_score_a_page_says_why_and_draws_what_there_is() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    home.write(
        "mine.toml",
        "schema = 1\npack = \"boat\"\nexcluded_criteria = [\"comfort\", \"price\", \"speed\"]",
    );
    let html = home.run(&["report", "boat.toml", "--session=mine.toml", "--format=html"]).ok();
    let page = check(&html);
    check_access(&page);
    assert!(page.text().contains("No verdict: every criterion is excluded."));
    assert!(!page.text().contains("What would change it"));
    assert!(page.text().contains("Ratings on Price"));
}

#[test]
fn the_figures_on_top_are_those_of_the_sections_below() {
    let home = Home::new();
    home.write("boat.toml", BOAT);
    let html = home.run(&["report", "boat.toml", "--fresh", "--format=html"]).ok();
    let markdown = home.run(&["report", "boat.toml", "--fresh"]).ok();
    let (page, _) = parse(&html);
    let figures: Vec<String> =
        page.find("dd").iter().map(|it| it.text().trim().to_owned()).collect();
    assert_eq!(figures.len(), 4);
    assert_eq!(figures[0], "18.3 points");
    assert!(markdown.contains("67.5 to 49.2 points"), "{markdown}");
    for figure in &figures[1..] {
        assert!(markdown.contains(figure.as_str()), "{figure} in\n{markdown}");
    }
}
