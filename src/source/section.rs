//! Typed reading of one mapping: each field alone, each problem with its place.
//!
//! A [`Section`] reads the keys of a [`Table`]. Whatever stands in the file beyond them is
//! unknown, and the nearest key of the table is what its author may have meant.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::spelling::{Word, fold};
use super::syntax_hints::{explain_text, quoted};
use super::tree::{Entry, Node, Value};
use super::{Place, Placed, SourceFile};
use crate::fields::{Field, Table};
use crate::language::{Fact, Message, Tag};
use crate::problem::{Code, Problem, Problems};

/// A value that one scalar holds, such as a date.
///
/// The value itself is made by `serde_yaml` from the raw text.
pub trait ScalarValue: DeserializeOwned {
    /// What to say of a text that is no such value.
    fn fault(raw: &str) -> Code;

    /// What was most likely meant, where that is plain.
    fn mended(_raw: &str, _language: Tag) -> Option<String> {
        None
    }
}

/// The fields of one mapping.
pub struct Section<'a> {
    file: &'a Arc<SourceFile>,
    place: Place,
    table: &'static Table,
    /// The entries in the file's order, each with the position of its field in the table.
    entries: Vec<(Option<usize>, &'a Entry)>,
    /// The positions of the fields that were read, to notice a field that no code reads.
    read: HashSet<usize>,
    /// The fields that must be there and are not, reported at the end, since an
    /// unknown key may turn out to be one of them.
    missing: Vec<(&'static Field, Problem)>,
    /// Where the keys begin of which a problem was reported already.
    explained: HashSet<usize>,
}

impl<'a> Section<'a> {
    /// Opens `node` as a mapping with the keys of `table`; equal keys are reported, the
    /// first one counts.
    ///
    /// `None`, with a problem, if it is something else.
    pub fn open(
        file: &'a Arc<SourceFile>,
        node: &'a Node,
        table: &'static Table,
        problems: &mut Problems,
    ) -> Option<Self> {
        let place = Place::at(file, node.bytes.clone());
        let Value::Mapping(entries) = &node.value else {
            problems.push(not_keys(file, node));
            return None;
        };
        let entries = distinct_keys(file, entries, Some(table), problems);
        let position = |entry: &Entry| entry.key.text().and_then(|key| table.position(key));
        let entries = entries.into_iter().map(|(_, entry)| (position(entry), entry)).collect();
        Some(Self {
            file,
            place,
            table,
            entries,
            read: HashSet::new(),
            missing: Vec::new(),
            explained: HashSet::new(),
        })
    }

    /// Where the section stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The entry of `field`, with a value or without.
    fn entry(&self, field: &Field) -> Option<&'a Entry> {
        let position = self.table.position(field.key);
        self.entries.iter().find(|(known, _)| *known == position).map(|(_, entry)| *entry)
    }

    /// Whether the file has `field`, with a sign for "not known yet" at least.
    pub fn has(&self, field: &Field) -> bool {
        self.entry(field).is_some_and(|entry| !entry.value.is_empty() || !entry.value.bytes.is_empty())
    }

    /// Every entry in the file's order, and whether it is a key of the table.
    pub fn all_entries(&self) -> Vec<(&'a Entry, bool)> {
        self.entries.iter().map(|(position, entry)| (*entry, position.is_some())).collect()
    }

    /// Notes that `entry`'s key has been reported, so that [`Section::finish`] does not.
    pub fn explain(&mut self, entry: &Entry) {
        self.explained.insert(entry.key.bytes.start);
    }

    /// Drops the value of `field`, of which a problem was reported.
    pub fn leave_out(&mut self, field: &Field) {
        let position = self.table.position(field.key);
        self.entries.retain(|(known, _)| *known != position);
    }

    /// The node under `field`, if the file has one that is not empty.
    pub fn node(&mut self, field: &'static Field) -> Option<&'a Node> {
        self.read.extend(self.table.position(field.key));
        let entry = self.entry(field)?;
        Some(&entry.value).filter(|node| !node.is_empty())
    }

    /// Says that `field` must be there; for fields that are read by hand.
    pub fn missing(&mut self, field: &'static Field) {
        // The mark goes under the key if it stands there without a value.
        let place = self.entry(field).map_or_else(
            || Place { bytes: self.place.bytes.as_ref().map(|b| b.start..b.start), ..self.place.clone() },
            |entry| Place::at(self.file, entry.key.bytes.clone()),
        );
        self.missing.push((
            field,
            Problem::new(Code::MissingKey, place).with("key", field.key_in(self.file.language())),
        ));
    }

    /// The value under `field`, or `None` if it is not given or not such a value.
    pub fn optional<T: ScalarValue>(
        &mut self,
        field: &'static Field,
        problems: &mut Problems,
    ) -> Option<Placed<T>> {
        let node = self.node(field)?;
        leaf(self.file, node, problems)
    }

    /// As [`Section::optional`], without the place.
    pub fn value<T: ScalarValue>(&mut self, field: &'static Field, problems: &mut Problems) -> Option<T> {
        self.optional(field, problems).map(|placed| placed.value)
    }

    /// As [`Section::optional`], but the key must be there.
    pub fn required<T: ScalarValue>(
        &mut self,
        field: &'static Field,
        problems: &mut Problems,
    ) -> Option<Placed<T>> {
        match self.node(field) {
            Some(node) => leaf(self.file, node, problems),
            None => {
                self.missing(field);
                None
            }
        }
    }

    /// One of a fixed set of words.
    pub fn word<T: Word>(&mut self, field: &'static Field, problems: &mut Problems) -> Option<Placed<T>> {
        let node = self.node(field)?;
        word(self.file, node, problems)
    }

    /// A list under `field`; a single value counts as a list of one.
    pub fn list(&mut self, field: &'static Field) -> &'a [Node] {
        match self.node(field) {
            Some(Node { value: Value::Sequence(items), .. }) => items,
            Some(node) => std::slice::from_ref(node),
            None => &[],
        }
    }

    /// A list of values under `field`; those that are not such values are left out.
    pub fn values<T: ScalarValue>(
        &mut self,
        field: &'static Field,
        problems: &mut Problems,
    ) -> Vec<Placed<T>> {
        let file = self.file;
        let nodes = match self.node(field) {
            // `front, økonomi` without brackets is a list to whoever writes it.
            Some(node) if matches!(node.value, Value::Scalar(_)) => parted(file, node),
            _ => self.list(field).to_vec(),
        };
        nodes.iter().filter_map(|node| leaf(file, node, problems)).collect()
    }

    /// The section under `field`, with the keys of its own table.
    pub fn section(&mut self, field: &'static Field, problems: &mut Problems) -> Option<Section<'a>> {
        let file = self.file;
        let node = self.node(field)?;
        Section::open(file, node, field.form.table()?, problems)
    }

    /// Reports every unknown key, and every key that is missing, unless an unknown one
    /// explains it.
    pub fn finish(mut self, problems: &mut Problems) {
        let unread = (0..self.table.fields.len()).find(|position| !self.read.contains(position));
        debug_assert_eq!(
            unread.map(|position| self.table.fields[position].key),
            None,
            "a field that no code reads"
        );
        // The last key above that has no value, under which an unknown one may belong.
        let mut open: Option<usize> = None;
        let mut explained: HashSet<usize> = HashSet::new();
        for (position, entry) in &self.entries {
            let empty = entry.value.is_empty();
            let is_explained = self.explained.contains(&entry.key.bytes.start);
            if let Some(position) = position {
                open = empty.then_some(*position);
                explained.extend(is_explained.then_some(*position));
                continue;
            }
            if is_explained {
                continue;
            }
            if let Some(above) = open {
                if explained.insert(above) {
                    let place = Place::at(self.file, entry.key.bytes.clone());
                    let start = entry.key.bytes.start;
                    problems.push(Problem::new(Code::WrongIndentation, place).fixed_by(start..start, "  "));
                }
                continue;
            }
            let problem = self.unknown(entry);
            explained.extend(problem.suggestion.as_deref().and_then(|key| self.table.position(key)));
            problems.push(problem);
        }
        for (field, problem) in std::mem::take(&mut self.missing) {
            if self.table.position(field.key).is_none_or(|position| !explained.contains(&position)) {
                problems.push(problem);
            }
        }
    }

    /// What an unknown key most likely is: part of a value that a comma cut in
    /// two, a key without a space after its colon, or a misspelling.
    fn unknown(&self, entry: &Entry) -> Problem {
        let key = entry.key.text().unwrap_or_default();
        let bytes = entry.key.bytes.clone();
        if let Some(problem) = cut_by_comma(self.file, entry) {
            return problem;
        }
        let odd_blank = |c: &char| c.is_whitespace() && *c != ' ';
        if let Some(c) = self.file.text[bytes.clone()].chars().next().filter(odd_blank) {
            let place = Place::at(self.file, bytes.start..bytes.start + c.len_utf8());
            return Problem::new(Code::NoBreakSpace, place);
        }
        if let Some((word, _)) = key.split_once(':').filter(|(word, _)| self.table.position(word).is_some()) {
            let colon = bytes.start + word.len();
            return Problem::new(Code::NoSpaceAfterColon, Place::at(self.file, colon..colon + 1))
                .fixed_by(colon..colon + 1, ": ");
        }
        let language = self.file.language();
        let place = Place::at(self.file, bytes);
        let suggestion = match self.table.possible_meanings(key)[..] {
            [] => self.file.nearest_field(key, self.table),
            [only] => Some(only),
            ref several => {
                let meanings = several.iter().map(|field| {
                    let meaning = Message::new("key-meaning").with("key", field.key_in(language));
                    meaning.with("about", Fact::Word(field.about))
                });
                return Problem::new(Code::AmbiguousKey, place).with("key", key).detailed(meanings);
            }
        };
        Problem::new(Code::UnknownKey, place)
            .with("key", key)
            .suggesting(suggestion.map(|field| field.key_in(language)))
    }
}

/// The entries of a mapping whose keys are names rather than fixed words, such
/// as the areas of a profile; equal keys are reported, the first one counts.
pub fn named_entries<'a>(
    file: &'a Arc<SourceFile>,
    node: &'a Node,
    problems: &mut Problems,
) -> Vec<(&'a str, &'a Entry)> {
    let Value::Mapping(entries) = &node.value else {
        problems.push(not_keys(file, node));
        return Vec::new();
    };
    distinct_keys(file, entries, None, problems)
        .into_iter()
        .filter_map(|(_, entry)| {
            let name = entry.key.text()?;
            // No name begins with a figure; the rest of `2,5` does.
            let cut = name.starts_with(|c: char| c.is_ascii_digit()).then(|| cut_by_comma(file, entry));
            if let Some(problem) = cut.flatten() {
                problems.push(problem);
                return None;
            }
            Some((name, entry))
        })
        .collect()
}

/// Reads one scalar as a `T`.
pub fn leaf<T: ScalarValue>(
    file: &Arc<SourceFile>,
    node: &Node,
    problems: &mut Problems,
) -> Option<Placed<T>> {
    let place = Place::at(file, node.bytes.clone());
    let Some(raw) = node.text() else {
        problems.push(Problem::new(not_one_value(node), place));
        return None;
    };
    if let Some(glued) = no_space_after_colon(file, node, raw) {
        problems.push(glued);
        return None;
    }
    match serde_yaml::from_value(serde_yaml::Value::String(raw.to_owned())) {
        Ok(value) => {
            in_curly_quotes(file, node, raw, problems);
            Some(Placed { value, place })
        }
        Err(_) => {
            let problem = Problem::new(T::fault(raw), place).with("value", raw).with("where", "area");
            problems.push(match T::mended(raw, file.language()) {
                Some(mended) => problem.fixed_by(node.bytes.clone(), mended),
                None => problem,
            });
            None
        }
    }
}

/// The parts of a value between commas, each with its own place.
fn parted(file: &SourceFile, node: &Node) -> Vec<Node> {
    let written = &file.text[node.bytes.clone()];
    if node.text() != Some(written) {
        return vec![node.clone()];
    }
    let mut start = node.bytes.start;
    let mut parts = Vec::new();
    for part in written.split(',') {
        let lead = part.len() - part.trim_start().len();
        let text = part.trim();
        let bytes = start + lead..start + lead + text.len();
        parts.push(Node { bytes, value: Value::Scalar(text.to_owned()) });
        start += part.len() + 1;
    }
    parts
}

/// `nu:2` alone on its line is a text to YAML; to its author it is a key and a value.
fn no_space_after_colon(file: &Arc<SourceFile>, node: &Node, raw: &str) -> Option<Problem> {
    let (key, value) = raw.split_once(':')?;
    let like_a_key = !key.is_empty() && key.chars().all(|c| c.is_alphabetic() || c == '_');
    let as_written = file.text[node.bytes.clone()].starts_with(key);
    let alone = file.line(node.bytes.start).1.indent_end >= node.bytes.start;
    let one_line = !raw.contains('\n');
    (like_a_key && as_written && alone && one_line && !value.starts_with([' ', '/'])).then(|| {
        let colon = node.bytes.start + key.len();
        Problem::new(Code::NoSpaceAfterColon, Place::at(file, colon..colon + 1))
            .fixed_by(colon..colon + 1, ": ")
    })
}

/// Warns of a value in Word's quotation marks, which YAML takes for letters.
fn in_curly_quotes(file: &Arc<SourceFile>, node: &Node, raw: &str, problems: &mut Problems) {
    let curly = ['“', '”', '„', '‟', '‘', '’'];
    if !(raw.starts_with(curly) && raw.ends_with(curly)) {
        return;
    }
    let first = raw.chars().next().map_or(0, char::len_utf8);
    let start = node.bytes.start;
    // Inside straight quotation marks they are meant.
    if file.text[start..].starts_with(curly) {
        problems.push(
            Problem::new(Code::CurlyQuotes, Place::at(file, start..start + first))
                .fixed_by(node.bytes.clone(), quoted(raw.trim_matches(curly))),
        );
    }
}

/// The problem of a key that is no key, but the rest of a value that a comma cut in two.
fn cut_by_comma(file: &Arc<SourceFile>, entry: &Entry) -> Option<Problem> {
    let empty = entry.value.is_empty();
    let bytes = entry.key.bytes.clone();
    let before = file.text[..bytes.start].trim_end();
    if !empty || !before.ends_with(',') {
        return None;
    }
    let comma = before.len() - 1;
    let problem = Problem::new(Code::CommaInBraces, Place::at(file, comma..comma + 1));
    Some(match value_before(file, comma) {
        Some(start) => {
            let value = &file.text[start..bytes.end];
            problem.fixed_by(start..bytes.end, quoted(value))
        }
        None => problem,
    })
}

/// Where the value begins that a comma at `comma` ends: behind the colon before it.
fn value_before(file: &SourceFile, comma: usize) -> Option<usize> {
    // A value that goes on for longer was not cut by one comma.
    const MOST: usize = 1_000;
    let text = &file.text;
    let from = (comma.saturating_sub(MOST)..comma).find(|&at| text.is_char_boundary(at))?;
    let from = from.max(file.line(comma).1.start);
    let colon = from + text[from..comma].rfind(':')?;
    let value = text[colon + 1..comma].trim_start();
    Some(comma - value.len())
}

/// Reads one scalar as one of a fixed set of words.
pub fn word<T: Word>(file: &Arc<SourceFile>, node: &Node, problems: &mut Problems) -> Option<Placed<T>> {
    let place = Place::at(file, node.bytes.clone());
    let Some(raw) = node.text() else {
        problems.push(Problem::new(not_one_value(node), place));
        return None;
    };
    if let Some(value) = T::from_word(raw) {
        return Some(Placed { value, place });
    }
    let language = file.language();
    let own = T::words(language);
    let mut problem = Problem::new(Code::UnknownWord, place).with("value", raw).with("words", own.join(", "));
    let nearest = file.nearest(raw, own).or_else(|| file.nearest(raw, T::all_spellings()));
    let meant = nearest.and_then(T::from_word);
    problem.suggestion = meant.map(|word| word.written(language).to_owned());
    problems.push(problem);
    None
}

/// What to say of a node that is not one value: nothing at all, or more than one.
fn not_one_value(node: &Node) -> Code {
    if matches!(node.value, Value::Scalar(_)) { Code::EmptyText } else { Code::NotOneValue }
}

/// What to say where keys should stand and do not.
fn not_keys(file: &Arc<SourceFile>, node: &Node) -> Problem {
    let glued = node.text().and_then(|raw| no_space_after_colon(file, node, raw));
    let slip = node.text().and_then(|_| explain_text(&file.text, node.bytes.start, file.language()));
    let slip = slip.map(|slip| Problem {
        facts: slip.facts,
        fix: slip.fix,
        ..Problem::new(slip.code, Place::at(file, slip.bytes))
    });
    glued.or(slip).unwrap_or_else(|| Problem::new(Code::NotKeys, Place::at(file, node.bytes.clone())))
}

/// The entries with each key once, however it is spelled, under the key's folded spelling.
fn distinct_keys<'a>(
    file: &'a Arc<SourceFile>,
    entries: &'a [Entry],
    table: Option<&'static Table>,
    problems: &mut Problems,
) -> Vec<(String, &'a Entry)> {
    let mut distinct: Vec<(String, &Entry)> = Vec::with_capacity(entries.len());
    let mut seen: HashMap<String, &Entry> = HashMap::with_capacity(entries.len());
    for entry in entries {
        let place = Place::at(file, entry.key.bytes.clone());
        let Some(key) = entry.key.text() else {
            problems.push(Problem::new(Code::NotOneValue, place));
            continue;
        };
        let folded = fold(table.and_then(|table| table.field(key)).map_or(key, |field| field.key));
        if let Some(first) = seen.get(&folded) {
            let first = Place::at(file, first.key.bytes.clone());
            let line = first.line().unwrap_or_default();
            problems.push(Problem::new(Code::DuplicateKey, place).with("key", key).with("line", line));
            continue;
        }
        seen.insert(folded.clone(), entry);
        distinct.push((folded, entry));
    }
    distinct
}
