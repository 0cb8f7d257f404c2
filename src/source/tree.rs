//! YAML text to a tree of raw scalars with places.
//!
//! The tree is built from the parser's events rather than by `serde_yaml`,
//! because that merges equal keys silently and drops the place of every value
//! that parses. Scalars stay raw text: what a field means is decided by the
//! field's type, so `040094` and `ja` are never guessed at.

use std::ops::Range;
use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle};
use strum::VariantArray;

use super::spelling::fold;
use super::{Place, SourceFile, syntax_hints};
use crate::fields::{Field, Table};
use crate::language::Tag;
use crate::problem::{Code, Problem, Problems, Severity};

/// Nested collections allowed in a file. Real files need five.
const MAX_DEPTH: usize = 64;

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
        let keys = || self.entries().iter().filter_map(|entry| entry.key.text());
        let count = |language: Tag| {
            let is_own =
                |key: &&str| table.field(key).is_some_and(|field| fold(field.key_in(language)) == fold(key));
            keys().filter(is_own).count()
        };
        let languages = Tag::VARIANTS.iter().copied().chain([usual]);
        let language = languages.max_by_key(|&language| count(language)).unwrap_or(usual);
        let is_plain = |key: &str| {
            key.is_ascii() && table.field(key).is_some_and(|field| !field.key_in(language).is_ascii())
        };
        let key = field.key_in(language);
        if keys().any(is_plain) { fold(key) } else { key.to_owned() }
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
struct Refused {
    code: Code,
    bytes: Range<usize>,
    /// Whether the text is YAML all the same, only not of the kind that is read here.
    is_yaml: bool,
}

/// What a text holds.
struct Parsed {
    root: Option<Node>,
    /// The comments, `#` included.
    comments: Vec<Range<usize>>,
}

/// Parses `file`; `None` where it holds no value at all (empty or comments only).
///
/// # Errors
/// The first place where the text stops being YAML, or holds what profiles
/// don't use: anchors, aliases, tags, several documents, deep nesting. Where a
/// usual slip explains it, the slip is what is blamed.
pub fn parse(file: &Arc<SourceFile>, problems: &mut Problems) -> Result<Option<Node>, Box<Problem>> {
    match read(&file.text) {
        Ok(parsed) => {
            cut_off_texts(file, &parsed.comments, problems);
            Ok(parsed.root)
        }
        Err(refused) => {
            let slip =
                if refused.is_yaml { None } else { syntax_hints::explain(&file.text, refused.bytes.start) };
            let Some(slip) = slip else {
                return Err(Box::new(Problem::new(refused.code, Place::at(file, refused.bytes))));
            };
            let mut problem = Problem::new(slip.code, Place::at(file, slip.bytes));
            // Whatever a slip is elsewhere, here the file can't be read for it.
            problem.severity = Severity::Error;
            problem.facts = slip.facts;
            problem.fix = slip.fix;
            Err(Box::new(problem))
        }
    }
}

/// The comments and the tree of a text; `None` if it is no YAML.
pub(super) fn comments_and_root(text: &str) -> Option<(Vec<Range<usize>>, Option<Node>)> {
    read(text).ok().map(|parsed| (parsed.comments, parsed.root))
}

/// Warns of `Kontor #2`, where a text is cut off by what is read as a comment.
fn cut_off_texts(file: &Arc<SourceFile>, comments: &[Range<usize>], problems: &mut Problems) {
    for comment in comments {
        let line_start = file.text[..comment.start].rfind('\n').map_or(0, |at| at + 1);
        let before = file.text[line_start..comment.start].trim_end();
        let glued = file.text[comment.start + 1..].starts_with(|c: char| c.is_alphanumeric());
        if glued && !before.is_empty() {
            problems.push(Problem::new(Code::HashInText, Place::at(file, comment.start..comment.start + 1)));
        }
    }
}

fn read(text: &str) -> Result<Parsed, Refused> {
    let refused = |code, bytes| Refused { code, bytes, is_yaml: true };
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
            Refused { code, bytes: start..end_of_line(text, start), is_yaml: too_deep }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileKind;

    fn file(text: &str) -> Arc<SourceFile> {
        let (name, path) = ("t.yaml".into(), "t.yaml".into());
        Arc::new(SourceFile::new(name, path, FileKind::Profile, text.into()))
    }

    fn parse(file: &Arc<SourceFile>) -> Result<Option<Node>, Box<Problem>> {
        super::parse(file, &mut Problems::default())
    }

    #[test]
    fn scalars_are_raw_and_know_their_bytes() {
        let file = file("kursus: 040094\nprofil: {it: 3 til 4}\n");
        let node = parse(&file).expect("valid").expect("not empty");
        let mut seen = Vec::new();
        node.scalars(&mut |node, text| seen.push((&file.text[node.bytes.clone()], text)));
        assert_eq!(
            seen,
            [
                ("kursus", "kursus"),
                ("040094", "040094"),
                ("profil", "profil"),
                ("it", "it"),
                ("3 til 4", "3 til 4"),
            ]
        );
    }

    #[test]
    fn equal_keys_are_both_kept() {
        let node = parse(&file("it: 1\nit: 2\n")).expect("valid").expect("not empty");
        let Value::Mapping(entries) = node.value else { panic!("a mapping") };
        assert_eq!(entries.len(), 2);
    }

    #[test]
    fn an_empty_file_holds_nothing() {
        assert!(matches!(parse(&file("# kun en kommentar\n")), Ok(None)));
        assert!(matches!(parse(&file("")), Ok(None)));
    }

    #[test]
    fn what_profiles_do_not_use_is_refused_with_its_place() {
        for (text, code, line) in [
            ("navn: &a Anne\n", Code::YamlAnchor, 1),
            ("navn: Anne\nskole: *a\n", Code::YamlAlias, 2),
            ("navn: !!str Anne\n", Code::YamlTag, 1),
            ("navn: Anne\n<<: {}\n", Code::YamlMergeKey, 2),
            ("navn: Anne\n---\nnavn: Bo\n", Code::SecondDocument, 2),
            ("navn: Anne\n  skole: x\n", Code::WrongIndentation, 2),
        ] {
            let problem = parse(&file(text)).expect_err(text);
            assert_eq!(problem.code, code, "{text}");
            assert_eq!(problem.place.line_and_column().map(|p| p.0), Some(line), "{text}");
        }
        let deep = parse(&file(&"- ".repeat(10_000))).expect_err("too deep");
        assert_eq!(deep.code, Code::TooDeep);
    }
}
