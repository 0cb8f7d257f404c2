//! YAML text to a tree of raw scalars with places.
//!
//! The tree is built from the parser's events rather than by `serde_yaml`,
//! because that merges equal keys silently and drops the place of every value
//! that parses. Scalars stay raw text: what a field means is decided by the
//! field's type, so `040094` and `ja` are never guessed at.

use std::borrow::Cow;
use std::ops::Range;

use crate::fields::{Field, Table};
use crate::language::Tag;
use crate::problem::code::Code;
use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle};

/// Nested collections allowed in a file. Real files need five.
const MAX_DEPTH: usize = 64;
/// The most values of a file that may be a sign for "not known yet".
const MOST_BARE_SIGNS: usize = 200;

/// A value and the bytes it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The bytes of the value in the file.
    pub bytes: Range<usize>,
    /// What stands there.
    pub value: Value,
}

/// The three shapes of YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Raw text, escapes resolved; empty where nothing follows the key.
    Scalar(String),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in the order of the file, equal keys included.
    Mapping(Vec<Entry>),
}

/// One `key: value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, a scalar in every file that is well-formed here.
    pub key: Node,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The text, if this is a scalar that is not empty.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// The entries of a mapping; none of anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; a single value counts as a list of one.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Sequence(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// The first entry of `field`, with a value or without.
    pub fn entry(&self, field: &Field) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.is(field))
    }

    /// As [`Node::entry`], but only one that has a value.
    pub fn filled(&self, field: &Field) -> Option<&Entry> {
        self.entry(field).filter(|entry| !entry.value.is_empty())
    }

    /// Whether nothing stands here.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar(text) if text.is_empty())
    }

    /// How this mapping spells `field`, else as it spells the others: in the language of most of
    /// them, which is `usual` where that decides nothing, and with Nordic letters or without.
    pub fn spelling(&self, field: &Field, table: &Table, usual: Tag) -> String {
        if let Some(key) = self.entry(field).and_then(|entry| entry.key.text()) {
            return key.to_owned();
        }
        let keys = self.entries().iter().filter_map(|entry| entry.key.text());
        Table::spelled_like(&[table], field, keys, usual)
    }

    /// Changes the bytes of this node and of all below it.
    pub(super) fn for_each_place(&mut self, change: &impl Fn(&mut Range<usize>)) {
        change(&mut self.bytes);
        match &mut self.value {
            Value::Scalar(_) => {}
            Value::Sequence(items) => items.iter_mut().for_each(|item| item.for_each_place(change)),
            Value::Mapping(entries) => {
                for entry in entries {
                    entry.key.for_each_place(change);
                    entry.value.for_each_place(change);
                }
            }
        }
    }

    /// Calls `visit` for every scalar, keys included, in the file's order.
    pub fn scalars<'a>(&'a self, visit: &mut impl FnMut(&'a Node, &'a str)) {
        match &self.value {
            Value::Scalar(text) => visit(self, text),
            Value::Sequence(items) => items.iter().for_each(|item| item.scalars(visit)),
            Value::Mapping(entries) => {
                for entry in entries {
                    entry.key.scalars(visit);
                    entry.value.scalars(visit);
                }
            }
        }
    }
}

impl Entry {
    /// Whether this is the entry of `field`, in any spelling.
    pub fn is(&self, field: &Field) -> bool {
        self.key.text().is_some_and(|key| field.is(key))
    }
}

/// A collection that is still being read.
enum Open {
    Sequence(usize, Vec<Node>),
    Mapping(usize, Vec<Entry>, Option<Node>),
}

/// Why a text is no tree.
#[derive(Debug)]
pub(super) struct Refusal {
    /// What is wrong.
    pub code: Code,
    /// The bytes where the parser stopped.
    pub bytes: Range<usize>,
    /// Whether the text is YAML, but of a kind that no file uses: anchors, aliases, tags,
    /// several documents, deep nesting.
    pub is_yaml: bool,
}

/// What a text holds.
#[derive(Debug)]
pub(super) struct Parsed {
    /// The value; `None` in a text that is empty or holds comments only.
    pub root: Option<Node>,
    /// The comments, `#` included.
    pub comments: Vec<Range<usize>>,
}

/// Parses `text`.
///
/// # Errors
/// The first place where the text stops being YAML, or holds what no file uses.
pub(super) fn read(text: &str) -> Result<Parsed, Refusal> {
    let mut known = Cow::Borrowed(text);
    for _ in 0..MOST_BARE_SIGNS {
        let refusal = match read_yaml(&known) {
            Err(refusal) if !refusal.is_yaml => refusal,
            read => return read,
        };
        let Some(at) = bare_sign(&known, refusal.bytes.start) else { return Err(refusal) };
        known.to_mut().replace_range(at..at + 1, "~");
    }
    read_yaml(&known)
}

/// Where a `?` or `-` is all of a value, on the line at which the parser stopped or the one
/// before it that holds anything.
///
/// To YAML they begin a key or a list. Whoever types one of them means that a value is not
/// known yet, which is what `~` says.
fn bare_sign(text: &str, stopped_at: usize) -> Option<usize> {
    let mut end = end_of_line(text, stopped_at);
    let mut lines_left = 2;
    while lines_left > 0 {
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = &text[start..end];
        lines_left -= usize::from(!line.trim().is_empty());
        let without_comment = line.split_once(" #").map_or(line, |(before, _)| before).trim_end();
        if let Some(before) = without_comment.strip_suffix(['?', '-'])
            && before.ends_with([' ', '\t'])
            && before.trim_end().ends_with(':')
        {
            return Some(start + before.len());
        }
        end = start.checked_sub(1)?;
    }
    None
}

fn read_yaml(text: &str) -> Result<Parsed, Refusal> {
    let refused = |code, bytes| Refusal { code, bytes, is_yaml: true };
    let mut options = Options::default();
    // What is too deep is told below, by its place; the parser looks further ahead.
    options.flow_nesting_limit = text.len();
    options.block_nesting_limit = text.len();
    options.max_buffered_comment_events = text.len();
    options.emit_unresolved_aliases = true;

    let mut open: Vec<Open> = Vec::new();
    let mut comments = Vec::new();
    let mut root: Option<Node> = None;
    let mut documents = 0;
    for next in Parser::new_from_str_with_options(text, options) {
        let (event, span) = next.map_err(|error| {
            let start = error.marker().byte_offset().unwrap_or(0).min(text.len());
            let too_deep =
                matches!(error.kind(), ErrorKind::RecursionLimitExceeded) || open.len() >= MAX_DEPTH;
            let code = if too_deep { Code::TooDeep } else { Code::NotYaml };
            Refusal { code, bytes: start..end_of_line(text, start), is_yaml: too_deep }
        })?;
        let bytes = span.byte_range().unwrap_or(0..0);
        let finished = match event {
            Event::Comment(..) => {
                comments.push(bytes);
                continue;
            }
            Event::Scalar(_, _, anchor, ref tag)
            | Event::SequenceStart(_, anchor, ref tag)
            | Event::MappingStart(_, anchor, ref tag)
                if anchor != 0 || tag.is_some() =>
            {
                let code = if tag.is_some() { Code::YamlTag } else { Code::YamlAnchor };
                let sign = if tag.is_some() { '!' } else { '&' };
                let start = sign_before(text, bytes.start, sign);
                return Err(refused(code, start..bytes.end.max(start)));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                return Err(refused(Code::YamlAlias, bytes));
            }
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    return Err(refused(Code::SecondDocument, bytes));
                }
                continue;
            }
            // `~` is YAML's way to write nothing; `null` may be a surname.
            Event::Scalar(value, ScalarStyle::Plain, ..) if value == "~" => {
                Node { bytes, value: Value::Scalar(String::new()) }
            }
            Event::Scalar(value, ..) => Node { bytes, value: Value::Scalar(value.trim().to_owned()) },
            Event::SequenceStart(..) => {
                open.push(Open::Sequence(bytes.start, Vec::new()));
                deep_enough(&open).map_err(|code| refused(code, bytes))?;
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Mapping(bytes.start, Vec::new(), None));
                deep_enough(&open).map_err(|code| refused(code, bytes))?;
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::Sequence(start, items)) => {
                    Node { bytes: start..bytes.end.max(start), value: Value::Sequence(items) }
                }
                Some(Open::Mapping(start, entries, _)) => {
                    Node { bytes: start..bytes.end.max(start), value: Value::Mapping(entries) }
                }
                None => continue,
            },
            _ => continue,
        };
        match open.last_mut() {
            None => root = Some(finished),
            Some(Open::Sequence(_, items)) => items.push(finished),
            Some(Open::Mapping(_, entries, key)) => match key.take() {
                None if matches!(&finished.value, Value::Scalar(key) if key == "<<") => {
                    return Err(refused(Code::YamlMergeKey, finished.bytes));
                }
                None => *key = Some(finished),
                Some(key) => entries.push(Entry { key, value: finished }),
            },
        }
    }
    let root = root.filter(|node| !node.is_empty());
    Ok(Parsed { root, comments })
}

/// Where the anchor or tag of the node at `start` begins: the nearest `sign` before it.
fn sign_before(text: &str, start: usize, sign: char) -> usize {
    let found = if text[start..].starts_with(sign) { Some(start) } else { text[..start].rfind(sign) };
    // A tag may begin with two.
    found.map_or(start, |at| text[..at].trim_end_matches(sign).len())
}

fn deep_enough(open: &[Open]) -> Result<(), Code> {
    if open.len() > MAX_DEPTH { Err(Code::TooDeep) } else { Ok(()) }
}

fn end_of_line(text: &str, start: usize) -> usize {
    text[start..].find(['\n', '\r']).map_or(text.len(), |length| start + length)
}
