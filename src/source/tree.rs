//! Parses YAML to a tree of raw scalars with their byte ranges.
//!
//! The tree is built from parser events rather than by `serde_yaml`, which silently merges duplicate
//! keys and drops the position of every value. Scalars stay raw text: the type of a field decides
//! how to interpret it, so there is no guessing about `040094` or `ja`.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle};

use super::lines::line_start;
use crate::fields::{Field, Table};
use crate::language::Tag;
use crate::problem::code::Code;

/// Nesting depth allowed in a file. Real files need five.
const MAX_DEPTH: usize = 64;
/// Bare `?` and `-` values that are treated as empty in one file.
const MAX_PLACEHOLDERS: usize = 200;

/// A value and its byte range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub bytes: Range<usize>,
    pub value: Value,
}

/// A YAML scalar, sequence or mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Raw text with escapes resolved; empty if the key has no value.
    Scalar(String),
    Sequence(Vec<Node>),
    /// Entries in file order, duplicate keys included.
    Mapping(Vec<Entry>),
}

/// A `key: value` pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key; a scalar in every valid file.
    pub key: Node,
    pub value: Node,
}

impl Node {
    /// The text of a scalar that is not empty.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// The entries of a mapping; empty for other nodes.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; a single value counts as a list of one.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::Sequence(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// Whether this is a collection of `text` in brackets or braces.
    ///
    /// A block list whose dashes are not indented starts where its first item does, which may be in braces.
    pub(super) fn is_flow(&self, text: &str) -> bool {
        let (open, first) = match &self.value {
            Value::Scalar(_) => return false,
            Value::Sequence(items) => ('[', items.first()),
            Value::Mapping(entries) => ('{', entries.first().map(|entry| &entry.key)),
        };
        text[self.bytes.start..].starts_with(open)
            && first.is_none_or(|first| first.bytes.start > self.bytes.start)
    }

    /// The first entry of `field`, even if its value is empty.
    pub(crate) fn entry(&self, field: &Field) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.is(field))
    }

    /// Like [`Node::entry`], but only if its value is not empty.
    pub(crate) fn filled(&self, field: &Field) -> Option<&Entry> {
        self.entry(field).filter(|entry| !entry.value.is_empty())
    }

    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar(text) if text.is_empty())
    }

    /// The key of `field` as this mapping spells it.
    ///
    /// A missing key is spelled like the others: in the language of most of them, or `usual` on a
    /// tie, and in ASCII if any of them is.
    pub(crate) fn spelling(&self, field: &Field, table: &Table, usual: Tag) -> String {
        if let Some(key) = self.entry(field).and_then(|entry| entry.key.text()) {
            return key.to_owned();
        }
        let keys = self.entries().iter().filter_map(|entry| entry.key.text());
        Table::spelled_like(&[table], field, keys, usual)
    }

    /// Applies `change` to the byte ranges of this node and its descendants.
    pub(crate) fn for_each_range(&mut self, change: &impl Fn(&mut Range<usize>)) {
        change(&mut self.bytes);
        match &mut self.value {
            Value::Scalar(_) => {}
            Value::Sequence(items) => items.iter_mut().for_each(|item| item.for_each_range(change)),
            Value::Mapping(entries) => {
                for entry in entries {
                    entry.key.for_each_range(change);
                    entry.value.for_each_range(change);
                }
            }
        }
    }

    /// Calls `visit` for every scalar, keys included, in file order.
    pub(crate) fn scalars<'a>(&'a self, visit: &mut impl FnMut(&'a Node, &'a str)) {
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
    /// True if the key is a spelling of `field`.
    pub(crate) fn is(&self, field: &Field) -> bool {
        self.key.text().is_some_and(|key| field.is(key))
    }
}

/// A collection whose end has not been parsed yet, with its start offset.
enum Open {
    Sequence(usize, Vec<Node>),
    Mapping(usize, Vec<Entry>, Option<Node>),
}

/// A syntax error or unsupported YAML.
#[derive(Debug)]
pub(crate) struct ParseError {
    pub code: Code,
    /// Where the parser stopped.
    pub bytes: Range<usize>,
    /// True for valid YAML that is not supported: anchors, aliases, tags, several documents, deep
    /// nesting.
    pub is_yaml: bool,
}

#[derive(Debug)]
pub(crate) struct Parsed {
    /// `None` if the text is empty or holds only comments.
    pub root: Option<Node>,
    /// The comments, `#` included.
    pub comments: Vec<Range<usize>>,
}

/// Parses `text`.
///
/// # Errors
/// The first syntax error or unsupported feature.
pub(crate) fn read(text: &str) -> Result<Parsed, ParseError> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..MAX_PLACEHOLDERS {
        let error = match read_yaml(&text) {
            Err(error) if !error.is_yaml => error,
            result => return result,
        };
        let Some(at) = placeholder(&text, error.bytes.start) else { return Err(error) };
        text.to_mut().replace_range(at..at + 1, "~");
    }
    read_yaml(&text)
}

/// Finds a value that is only `?` or `-`, on the line where the parser stopped or the previous
/// line that is not blank.
///
/// People type them for a value that is not known yet, like `~`; YAML reads them as the start of
/// a key or list.
fn placeholder(text: &str, stopped_at: usize) -> Option<usize> {
    let mut end = line_end(text, stopped_at);
    let mut lines_left = 2;
    while lines_left > 0 {
        let start = line_start(text, end);
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

fn read_yaml(text: &str) -> Result<Parsed, ParseError> {
    let mut options = Options::default();
    // The parser looks ahead, so its own limits would report nesting at the wrong position.
    options.flow_nesting_limit = text.len();
    options.block_nesting_limit = text.len();
    options.max_buffered_comment_events = text.len();
    options.emit_unresolved_aliases = true;

    let mut builder = TreeBuilder::default();
    for next in Parser::new_from_str_with_options(text, options) {
        let (event, span) = next.map_err(|error| {
            let start = error.marker().byte_offset().unwrap_or(0).min(text.len());
            let too_deep =
                matches!(error.kind(), ErrorKind::RecursionLimitExceeded) || builder.open.len() >= MAX_DEPTH;
            let code = if too_deep { Code::TooDeep } else { Code::NotYaml };
            ParseError { code, bytes: start..line_end(text, start), is_yaml: too_deep }
        })?;
        let bytes = span.byte_range().unwrap_or(0..0);
        builder.add(text, event, bytes).map_err(|(code, bytes)| ParseError { code, bytes, is_yaml: true })?;
    }
    let root = builder.root.filter(|node| !node.is_empty());
    Ok(Parsed { root, comments: builder.comments })
}

/// Unsupported YAML and where it is.
type Unsupported = (Code, Range<usize>);

/// Builds a tree from parser events.
#[derive(Default)]
struct TreeBuilder {
    open: Vec<Open>,
    root: Option<Node>,
    comments: Vec<Range<usize>>,
    documents: usize,
}

impl TreeBuilder {
    fn add(&mut self, text: &str, event: Event<'_>, bytes: Range<usize>) -> Result<(), Unsupported> {
        match event {
            Event::Comment(..) => self.comments.push(bytes),
            Event::Scalar(_, _, anchor, ref tag)
            | Event::SequenceStart(_, anchor, ref tag)
            | Event::MappingStart(_, anchor, ref tag)
                if anchor != 0 || tag.is_some() =>
            {
                let code = if tag.is_some() { Code::YamlTag } else { Code::YamlAnchor };
                let sign = if tag.is_some() { '!' } else { '&' };
                let start = sign_before(text, bytes.start, sign);
                return Err((code, start..bytes.end.max(start)));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => return Err((Code::YamlAlias, bytes)),
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err((Code::SecondDocument, bytes));
                }
            }
            // Only `~` is null, because `null` may be a surname.
            Event::Scalar(value, ScalarStyle::Plain, ..) if value == "~" => {
                self.finish(Node { bytes, value: Value::Scalar(String::new()) })?;
            }
            Event::Scalar(value, ..) => {
                self.finish(Node { bytes, value: Value::Scalar(value.trim().to_owned()) })?;
            }
            Event::SequenceStart(..) => self.begin(Open::Sequence(bytes.start, Vec::new()), bytes)?,
            Event::MappingStart(..) => self.begin(Open::Mapping(bytes.start, Vec::new(), None), bytes)?,
            Event::SequenceEnd | Event::MappingEnd => {
                let (start, value) = match self.open.pop() {
                    Some(Open::Sequence(start, items)) => (start, Value::Sequence(items)),
                    Some(Open::Mapping(start, entries, _)) => (start, Value::Mapping(entries)),
                    None => return Ok(()),
                };
                self.finish(Node { bytes: start..bytes.end.max(start), value })?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Opens a collection that starts at `bytes`.
    fn begin(&mut self, collection: Open, bytes: Range<usize>) -> Result<(), Unsupported> {
        self.open.push(collection);
        if self.open.len() > MAX_DEPTH { Err((Code::TooDeep, bytes)) } else { Ok(()) }
    }

    /// Adds a complete node to the innermost open collection.
    fn finish(&mut self, node: Node) -> Result<(), Unsupported> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence(_, items)) => items.push(node),
            Some(Open::Mapping(_, entries, key)) => match key.take() {
                None if matches!(&node.value, Value::Scalar(key) if key == "<<") => {
                    return Err((Code::YamlMergeKey, node.bytes));
                }
                None => *key = Some(node),
                Some(key) => entries.push(Entry { key, value: node }),
            },
        }
        Ok(())
    }
}

/// Start of the anchor or tag of the node at `start`: the nearest `sign` before it.
fn sign_before(text: &str, start: usize, sign: char) -> usize {
    let found = if text[start..].starts_with(sign) { Some(start) } else { text[..start].rfind(sign) };
    // A tag may start with `!!`.
    found.map_or(start, |at| text[..at].trim_end_matches(sign).len())
}

fn line_end(text: &str, start: usize) -> usize {
    text[start..].find(['\n', '\r']).map_or(text.len(), |length| start + length)
}
