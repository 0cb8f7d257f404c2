//! A PDF as assistive technology reads it: title, languages, page labels, bookmarks and the tag tree.

use std::collections::BTreeMap;
use std::fmt::Write;

use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::object::dict::Dict;
use hayro::hayro_interpret::hayro_syntax::object::{Array, MaybeRef, Name, Object, ObjectIdentifier};

use crate::pdf::{Marked, marked_text, text_string};

/// One element of the tree, or a piece of text in it.
#[derive(Debug)]
pub enum Node {
    /// A tag with its content.
    Tag(Tag),
    /// Text on a page.
    Text(String),
    /// Where a link leads: a page, from 1, or an address.
    Link(String),
}

/// A tag with its attributes.
#[derive(Debug, Default)]
pub struct Tag {
    /// Such as `H1` or `TD`.
    pub kind: String,
    /// Its language, where it has one of its own.
    pub language: Option<String>,
    /// Its alternative text.
    pub alt: Option<String>,
    /// `Row` or `Column` of a header cell.
    pub scope: Option<String>,
    /// How many columns a cell takes, where more than one.
    pub columns: Option<i32>,
    /// Its content, in reading order.
    pub children: Vec<Node>,
}

impl Tag {
    /// Itself and all tags in it, in reading order.
    pub fn all(&self) -> Vec<&Tag> {
        let inner = self.children.iter().flat_map(|node| match node {
            Node::Tag(tag) => tag.all(),
            Node::Text(_) | Node::Link(_) => Vec::new(),
        });
        std::iter::once(self).chain(inner).collect()
    }

    /// All text in it.
    pub fn text(&self) -> String {
        let parts = self.children.iter().map(|node| match node {
            Node::Tag(tag) => tag.text(),
            Node::Text(text) => text.clone(),
            Node::Link(_) => String::new(),
        });
        parts.collect()
    }
}

/// A document as assistive technology reads it.
#[derive(Debug)]
pub struct TaggedPdf {
    /// The title that a reader shows in its window.
    pub title: String,
    /// The language of the document.
    pub language: String,
    /// The label of each page.
    pub labels: Vec<String>,
    /// Bookmarks by depth, from 0.
    pub bookmarks: Vec<(usize, String)>,
    /// The root of the tags.
    pub root: Tag,
    /// The text of each page that a screen reader skips.
    pub artifacts: Vec<String>,
}

impl TaggedPdf {
    /// Reads `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        let pdf = Pdf::new(bytes.to_vec()).expect("the program writes PDFs that can be read");
        let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a catalogue");
        let pages: BTreeMap<ObjectIdentifier, usize> =
            pdf.pages().iter().enumerate().filter_map(|(i, page)| Some((page.raw().obj_id()?, i))).collect();
        let texts = marked_text(&pdf);
        let reader = Reader { catalogue: &catalogue, pages: &pages, texts: &texts };
        let mut root = Tag::default();
        let tree: Dict<'_> = catalogue.get("StructTreeRoot").expect("the tags' root");
        reader.children(&tree, None, &mut root);
        let Some(Node::Tag(root)) = root.children.pop() else { panic!("the root holds one document") };
        let metadata = pdf.metadata();
        let outline: Option<Dict<'_>> = catalogue.get("Outlines");
        let mut bookmarks = Vec::new();
        if let Some(outline) = outline {
            collect_bookmarks(&outline, 0, &mut bookmarks);
        }
        Self {
            title: metadata.title.as_deref().map(text_string).unwrap_or_default(),
            language: string(&catalogue, "Lang").unwrap_or_default(),
            labels: labels(&catalogue, pdf.pages().len()),
            bookmarks,
            root,
            artifacts: texts.into_iter().map(|page| page.artifacts).collect(),
        }
    }

    /// All of it in lines, for a person to read.
    pub fn to_lines(&self) -> String {
        let mut lines = String::new();
        let _ = writeln!(lines, "title: {}", self.title);
        let _ = writeln!(lines, "language: {}", self.language);
        let _ = writeln!(lines, "pages: {}", self.labels.join(", "));
        for (depth, title) in &self.bookmarks {
            let _ = writeln!(lines, "bookmark: {}{title}", "  ".repeat(*depth));
        }
        for (i, text) in self.artifacts.iter().enumerate() {
            // Without the dots that lead to the page numbers of the contents.
            let text = text.trim_start_matches('.');
            let _ = writeln!(lines, "not read on page {}: {text}", i + 1);
        }
        write_tag(&self.root, 0, &mut lines);
        // Visible, where a line break has split a word.
        lines.replace('\u{ad}', "¬").replace('\u{a0}', "~").replace('\u{2060}', "")
    }
}

fn write_tag(tag: &Tag, depth: usize, lines: &mut String) {
    let indent = "  ".repeat(depth);
    let _ = write!(lines, "{indent}{}", tag.kind);
    if let Some(scope) = &tag.scope {
        let _ = write!(lines, " of {}", scope.to_lowercase());
    }
    if let Some(columns) = tag.columns {
        let _ = write!(lines, " over {columns}");
    }
    if let Some(language) = &tag.language {
        let _ = write!(lines, " [{language}]");
    }
    if let Some(alt) = &tag.alt {
        let _ = write!(lines, " alt: {alt}");
    }
    // A tag with nothing but text takes one line.
    let only_text = tag.children.iter().all(|node| matches!(node, Node::Text(_)));
    if only_text {
        let text = tag.text();
        if !text.is_empty() {
            let _ = write!(lines, ": {text}");
        }
        lines.push('\n');
        return;
    }
    lines.push('\n');
    for node in &tag.children {
        match node {
            Node::Tag(tag) => write_tag(tag, depth + 1, lines),
            Node::Text(text) => {
                let _ = writeln!(lines, "{indent}  \"{text}\"");
            }
            Node::Link(target) => {
                let _ = writeln!(lines, "{indent}  -> {target}");
            }
        }
    }
}

struct Reader<'a> {
    catalogue: &'a Dict<'a>,
    pages: &'a BTreeMap<ObjectIdentifier, usize>,
    texts: &'a [Marked],
}

impl Reader<'_> {
    fn page(&self, dict: &Dict<'_>, key: &str) -> Option<usize> {
        self.pages.get(&ObjectIdentifier::from(dict.get_ref(key)?)).copied()
    }

    fn children(&self, dict: &Dict<'_>, page: Option<usize>, into: &mut Tag) {
        let page = self.page(dict, "Pg").or(page);
        match dict.get::<Object<'_>>("K") {
            Some(Object::Array(kids)) => {
                for kid in kids.iter::<Object<'_>>() {
                    self.child(kid, page, into);
                }
            }
            Some(kid) => self.child(kid, page, into),
            None => {}
        }
    }

    fn child(&self, kid: Object<'_>, page: Option<usize>, into: &mut Tag) {
        match kid {
            Object::Number(mcid) => self.text(page, mcid.as_i64(), into),
            Object::Dict(dict) => {
                let kind = name(&dict, "Type");
                match kind.as_deref() {
                    Some("MCR") => {
                        let page = self.page(&dict, "Pg").or(page);
                        self.text(page, dict.get::<i32>("MCID").map_or(-1, i64::from), into);
                    }
                    Some("OBJR") => {
                        let annotation: Option<Dict<'_>> = dict.get("Obj");
                        into.children.extend(annotation.map(|it| Node::Link(self.target(&it))));
                    }
                    _ => into.children.push(Node::Tag(self.tag(&dict, page))),
                }
            }
            _ => {}
        }
    }

    fn tag(&self, dict: &Dict<'_>, page: Option<usize>) -> Tag {
        let mut tag = Tag {
            kind: name(dict, "S").unwrap_or_default(),
            language: string(dict, "Lang"),
            alt: string(dict, "Alt"),
            ..Tag::default()
        };
        let attributes: Vec<Dict<'_>> = match dict.get::<Object<'_>>("A") {
            Some(Object::Array(all)) => all.iter::<Dict<'_>>().collect(),
            Some(Object::Dict(one)) => vec![one],
            _ => Vec::new(),
        };
        for attribute in attributes {
            tag.scope = tag.scope.or(name(&attribute, "Scope"));
            tag.columns = tag.columns.or(attribute.get::<i32>("ColSpan").filter(|&span| span > 1));
        }
        self.children(dict, page, &mut tag);
        tag
    }

    fn text(&self, page: Option<usize>, mcid: i64, into: &mut Tag) {
        let Some(text) = page.and_then(|page| self.texts[page].by_id.get(&mcid)) else { return };
        match into.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => into.children.push(Node::Text(text.clone())),
        }
    }

    fn target(&self, annotation: &Dict<'_>) -> String {
        let action: Option<Dict<'_>> = annotation.get("A");
        let destination: Option<Object<'_>> =
            annotation.get("Dest").or_else(|| action.as_ref().and_then(|action| action.get("D")));
        let destination = destination.and_then(|destination| match destination {
            Object::Array(explicit) => Some(explicit),
            Object::String(name) => self.named(name.as_bytes()),
            _ => None,
        });
        let page = destination.and_then(|destination| match destination.raw_iter().next()? {
            MaybeRef::Ref(page) => self.pages.get(&ObjectIdentifier::from(page)).copied(),
            MaybeRef::NotRef(_) => None,
        });
        match page {
            Some(page) => format!("page {}", page + 1),
            None => action.and_then(|action| string(&action, "URI")).unwrap_or_else(|| "nowhere".to_owned()),
        }
    }
}

impl<'a> Reader<'a> {
    /// The destination that the document calls `name`.
    fn named(&self, name: &[u8]) -> Option<Array<'a>> {
        let names: Dict<'a> = self.catalogue.get("Names")?;
        find_name(&names.get("Dests")?, name)
    }
}

fn find_name<'a>(tree: &Dict<'a>, name: &[u8]) -> Option<Array<'a>> {
    let pairs: Vec<Object<'a>> =
        tree.get::<Array<'a>>("Names").map(|all| all.iter::<Object<'a>>().collect()).unwrap_or_default();
    let here = pairs.chunks(2).find_map(|pair| match pair {
        [Object::String(key), Object::Array(target)] if key.as_bytes() == name => Some(target.clone()),
        [Object::String(key), Object::Dict(target)] if key.as_bytes() == name => target.get("D"),
        _ => None,
    });
    here.or_else(|| {
        let kids: Array<'a> = tree.get("Kids")?;
        kids.iter::<Dict<'a>>().find_map(|kid| find_name(&kid, name))
    })
}

fn collect_bookmarks(parent: &Dict<'_>, depth: usize, into: &mut Vec<(usize, String)>) {
    let mut next: Option<Dict<'_>> = parent.get("First");
    while let Some(item) = next {
        into.push((depth, string(&item, "Title").unwrap_or_default()));
        collect_bookmarks(&item, depth + 1, into);
        next = item.get("Next");
    }
}

/// The label of each page; without any, its number.
fn labels(catalogue: &Dict<'_>, count: usize) -> Vec<String> {
    let mut ranges: Vec<(usize, Option<String>, String, usize)> = Vec::new();
    if let Some(tree) = catalogue.get::<Dict<'_>>("PageLabels") {
        let numbers: Vec<Object<'_>> =
            tree.get::<Array<'_>>("Nums").map(|all| all.iter::<Object<'_>>().collect()).unwrap_or_default();
        for pair in numbers.chunks(2) {
            let [Object::Number(from), Object::Dict(label)] = pair else { continue };
            let from = usize::try_from(from.as_i64()).expect("a page");
            let start = label.get::<i32>("St").and_then(|start| usize::try_from(start).ok()).unwrap_or(1);
            ranges.push((from, name(label, "S"), string(label, "P").unwrap_or_default(), start));
        }
    } else {
        return vec!["none".to_owned(); count];
    }
    (0..count)
        .map(|page| {
            let Some((from, style, prefix, start)) = ranges.iter().rfind(|(from, ..)| *from <= page) else {
                return "none".to_owned();
            };
            match style.as_deref() {
                Some("D") => format!("{prefix}{}", page - from + start),
                Some(other) => format!("{prefix}{other}{}", page - from + start),
                None => prefix.clone(),
            }
        })
        .collect()
}

fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned())
}

fn string(dict: &Dict<'_>, key: &str) -> Option<String> {
    use hayro::hayro_interpret::hayro_syntax::object::String as Text;
    dict.get::<Text<'_>>(key).map(|text| text_string(text.as_bytes()))
}
