//! A page as a browser's parser sees it, as a plain tree.

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element of a page.
#[derive(Debug)]
pub(crate) struct Element {
    /// Its name.
    pub(crate) name: String,
    /// Whether it is a part of an SVG, or one itself.
    pub(crate) is_svg: bool,
    /// Its attributes, in order.
    pub(crate) attributes: Vec<(String, String)>,
    children: Vec<Child>,
}

#[derive(Debug)]
enum Child {
    Text(String),
    Element(Element),
}

/// Reads a page, and tells what a browser had to put right.
pub(crate) fn parse(html: &str) -> (Element, Vec<String>) {
    let options = html5ever::ParseOpts {
        tokenizer: html5ever::tokenizer::TokenizerOpts { exact_errors: true, ..Default::default() },
        ..Default::default()
    };
    let dom = html5ever::parse_document(RcDom::default(), options).one(html);
    let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
    let page = Element {
        name: "html".to_owned(),
        is_svg: false,
        attributes: Vec::new(),
        children: children(&dom.document),
    };
    (page, errors)
}

fn children(node: &Handle) -> Vec<Child> {
    let child = |node: &Handle| match &node.data {
        NodeData::Text { contents } => Some(Child::Text(contents.borrow().to_string())),
        NodeData::Element { name, attrs, .. } => {
            let attribute =
                |it: &html5ever::Attribute| (it.name.local.to_string(), it.value.to_string());
            Some(Child::Element(Element {
                name: name.local.to_string(),
                is_svg: name.ns == html5ever::ns!(svg),
                attributes: attrs.borrow().iter().map(attribute).collect(),
                children: children(node),
            }))
        }
        NodeData::Doctype { name, .. } => {
            assert_eq!(&**name, "html");
            None
        }
        other => panic!("{other:?}"),
    };
    node.children.borrow().iter().filter_map(child).collect()
}

impl Element {
    /// Everything inside, in the order of the page.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        for child in &self.children {
            if let Child::Element(it) = child {
                all.push(it);
                all.extend(it.all());
            }
        }
        all
    }

    /// Every element of this name inside.
    pub(crate) fn find(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|it| it.name == name).collect()
    }

    /// The names of the elements right inside.
    pub(crate) fn parts(&self) -> Vec<&str> {
        let mut parts = Vec::new();
        for child in &self.children {
            if let Child::Element(it) = child {
                parts.push(it.name.as_str());
            }
        }
        parts
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What is written inside.
    pub(crate) fn text(&self) -> String {
        self.text_without(&[])
    }

    /// What is written inside, but for the style sheet and for elements of these names.
    pub(crate) fn text_without(&self, names: &[&str]) -> String {
        let text = |child: &Child| match child {
            Child::Text(text) => text.clone(),
            Child::Element(it) if it.name == "style" => String::new(),
            Child::Element(it) if names.contains(&it.name.as_str()) => String::new(),
            Child::Element(it) => it.text_without(names),
        };
        self.children.iter().map(text).collect()
    }
}
