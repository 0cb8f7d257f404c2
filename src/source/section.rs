//! Typed reading of a mapping, field by field.
//!
//! A [`Section`] reads the keys of a [`Table`] and reports every other key, with the most similar
//! key of the table as a suggestion.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::edit::value;
use super::spelling::{Word, fold};
use super::syntax_hints::{explain_text, quoted};
use super::tree::{Entry, Node, Value};
use super::{Place, Placed, SourceFile};
use crate::fields::{Field, Form, Table, profile};
use crate::language::{Message, MessageFact, Tag};
use crate::problem::{Code, Problem, Problems};

/// A type that is deserialized from a single scalar, such as a date.
pub(crate) trait ScalarValue: DeserializeOwned {
    /// The problem with `raw`, which could not be deserialized.
    fn fault(raw: &str) -> Code;

    /// A corrected spelling of `raw` in `_language`, if the intended value is obvious.
    fn correction(_raw: &str, _language: Tag) -> Option<String> {
        None
    }
}

/// A mapping whose fields are being read.
pub(crate) struct Section<'a> {
    file: &'a Arc<SourceFile>,
    place: Place,
    table: &'static Table,
    /// Entries in file order, each with the index of its field in the table.
    entries: Vec<(Option<usize>, &'a Entry)>,
    /// Indices of the fields that were read, to detect a field that no code reads.
    read: HashSet<usize>,
    /// Required fields that are missing; reported last, because an unknown key may be a misspelling
    /// of one.
    missing: Vec<(&'static Field, Problem)>,
    /// Start offsets of keys that have been reported.
    reported: HashSet<usize>,
}

impl<'a> Section<'a> {
    /// Opens `node` as a mapping with the keys of `table`.
    ///
    /// Reports duplicate keys and keeps the first of each. Returns `None`, and reports a problem, if
    /// `node` is not a mapping.
    pub(crate) fn open(
        file: &'a Arc<SourceFile>,
        node: &'a Node,
        table: &'static Table,
        problems: &mut Problems,
    ) -> Option<Self> {
        let place = Place::at(file, node.bytes.clone());
        let Value::Mapping(entries) = &node.value else {
            problems.push(not_keys(file, node, Some(table)));
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
            reported: HashSet::new(),
        })
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// The entry of `field`, even if its value is empty.
    fn entry(&self, field: &Field) -> Option<&'a Entry> {
        let position = self.table.position(field.key);
        self.entries.iter().find(|(known, _)| *known == position).map(|(_, entry)| *entry)
    }

    /// True if `field` has a value or an explicit placeholder such as `~` or `?`.
    pub(crate) fn has(&self, field: &Field) -> bool {
        self.entry(field).is_some_and(|entry| !entry.value.is_empty() || !entry.value.bytes.is_empty())
    }

    /// All entries in file order, and whether each is a key of the table.
    pub(crate) fn all_entries(&self) -> Vec<(&'a Entry, bool)> {
        self.entries.iter().map(|(position, entry)| (*entry, position.is_some())).collect()
    }

    /// Marks the key of `entry` as reported, so that [`Section::finish`] does not report it again.
    pub(crate) fn mark_reported(&mut self, entry: &Entry) {
        self.reported.insert(entry.key.bytes.start);
    }

    /// Removes the entry of `field`.
    pub(crate) fn remove(&mut self, field: &Field) {
        let position = self.table.position(field.key);
        self.entries.retain(|(known, _)| *known != position);
    }

    /// The value of `field` as a node, unless it is empty.
    pub(crate) fn node(&mut self, field: &'static Field) -> Option<&'a Node> {
        self.read.extend(self.table.position(field.key));
        let entry = self.entry(field)?;
        Some(&entry.value).filter(|node| !node.is_empty())
    }

    /// Reports `field` as missing; for required fields that are read through [`Section::node`].
    pub(crate) fn report_missing(&mut self, field: &'static Field) {
        // Points at the key if it is there without a value.
        let place = self.entry(field).map_or_else(
            || Place { bytes: self.place.bytes.as_ref().map(|b| b.start..b.start), ..self.place.clone() },
            |entry| Place::at(self.file, entry.key.bytes.clone()),
        );
        self.missing.push((
            field,
            Problem::new(Code::MissingKey, place).with("key", field.key_in(self.file.language())),
        ));
    }

    /// The value of `field`; `None` if it is missing or invalid.
    pub(crate) fn optional<T: ScalarValue>(
        &mut self,
        field: &'static Field,
        problems: &mut Problems,
    ) -> Option<Placed<T>> {
        let node = self.node(field)?;
        leaf(self.file, node, problems)
    }

    /// Like [`Section::optional`], without the place.
    pub(crate) fn value<T: ScalarValue>(
        &mut self,
        field: &'static Field,
        problems: &mut Problems,
    ) -> Option<T> {
        self.optional(field, problems).map(|placed| placed.value)
    }

    /// Like [`Section::optional`], but reports a missing value.
    pub(crate) fn required<T: ScalarValue>(
        &mut self,
        field: &'static Field,
        problems: &mut Problems,
    ) -> Option<Placed<T>> {
        match self.node(field) {
            Some(node) => leaf(self.file, node, problems),
            None => {
                self.report_missing(field);
                None
            }
        }
    }

    /// The value of `field` as one of a fixed set of words.
    pub(crate) fn word<T: Word>(
        &mut self,
        field: &'static Field,
        problems: &mut Problems,
    ) -> Option<Placed<T>> {
        let node = self.node(field)?;
        word(self.file, node, problems)
    }

    /// As [`Section::word`], for words that the department gives other `names`, which `find` knows.
    pub(crate) fn word_or_name<'n, T: Word>(
        &mut self,
        field: &'static Field,
        names: impl Iterator<Item = &'n str>,
        find: impl Fn(&str) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<Placed<T>> {
        let node = self.node(field)?;
        word_or_name(self.file, node, names, find, problems)
    }

    /// The value of `field` as a list; a single value counts as a list of one.
    pub(crate) fn list(&mut self, field: &'static Field) -> &'a [Node] {
        match self.node(field) {
            Some(Node { value: Value::Sequence(items), .. }) => items,
            Some(node) => std::slice::from_ref(node),
            None => &[],
        }
    }

    /// The valid items of the list `field`; the others are reported.
    pub(crate) fn values<T: ScalarValue>(
        &mut self,
        field: &'static Field,
        problems: &mut Problems,
    ) -> Vec<Placed<T>> {
        let file = self.file;
        let nodes = self.node(field).map(|node| list_items(&file.text, node));
        nodes.iter().flatten().filter_map(|node| leaf(file, node, problems)).collect()
    }

    /// The value of `field` as a section with its own table.
    pub(crate) fn section(&mut self, field: &'static Field, problems: &mut Problems) -> Option<Section<'a>> {
        let file = self.file;
        let node = self.node(field)?;
        Section::open(file, node, field.form.table()?, problems)
    }

    /// Reports unknown keys, and missing ones that no unknown key explains.
    pub(crate) fn finish(mut self, problems: &mut Problems) {
        let unread = (0..self.table.fields.len()).find(|position| !self.read.contains(position));
        debug_assert_eq!(
            unread.map(|position| self.table.fields[position].key),
            None,
            "a field that no code reads"
        );
        // The key directly above, if it has no value: unknown keys may belong below it.
        let mut open: Option<usize> = None;
        let mut explained: HashSet<usize> = HashSet::new();
        for (position, entry) in &self.entries {
            let is_empty = entry.value.is_empty();
            let is_reported = self.reported.contains(&entry.key.bytes.start);
            if let Some(position) = position {
                open = is_empty.then_some(*position);
                explained.extend(is_reported.then_some(*position));
                continue;
            }
            if is_reported {
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
            let problem = self.unknown_key(entry);
            explained.extend(problem.suggestion.as_deref().and_then(|key| self.table.position(key)));
            problems.push(problem);
        }
        for (field, problem) in std::mem::take(&mut self.missing) {
            if self.table.position(field.key).is_none_or(|position| !explained.contains(&position)) {
                problems.push(problem);
            }
        }
    }

    /// The problem with an unknown key: part of a value that contains a comma, a key without a space
    /// after its colon, an ambiguous word or a misspelling.
    fn unknown_key(&self, entry: &Entry) -> Problem {
        let key = entry.key.text().unwrap_or_default();
        let bytes = entry.key.bytes.clone();
        if let Some(problem) = value_split_by_comma(self.file, entry) {
            return problem;
        }
        let is_odd_space = |c: &char| c.is_whitespace() && *c != ' ';
        if let Some(c) = self.file.text[bytes.clone()].chars().next().filter(is_odd_space) {
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
                    meaning.with("about", MessageFact::Word(field.about))
                });
                return Problem::new(Code::AmbiguousKey, place).with("key", key).detailed(meanings);
            }
        };
        Problem::new(Code::UnknownKey, place)
            .with("key", key)
            .suggesting(suggestion.map(|field| field.key_in(language)))
    }
}

/// The entries of a mapping whose keys are names, such as the areas of a profile.
///
/// Reports duplicate keys and keeps the first of each.
pub(crate) fn named_entries<'a>(
    file: &'a Arc<SourceFile>,
    node: &'a Node,
    problems: &mut Problems,
) -> Vec<(&'a str, &'a Entry)> {
    let Value::Mapping(entries) = &node.value else {
        problems.push(not_keys(file, node, None));
        return Vec::new();
    };
    distinct_keys(file, entries, None, problems)
        .into_iter()
        .filter_map(|(_, entry)| {
            let name = entry.key.text()?;
            // No name starts with a digit, but the rest of `2,5` does.
            let starts_with_digit = name.starts_with(|c: char| c.is_ascii_digit());
            if let Some(problem) = starts_with_digit.then(|| value_split_by_comma(file, entry)).flatten() {
                problems.push(problem);
                return None;
            }
            Some((name, entry))
        })
        .collect()
}

/// Reads one scalar as a `T`.
pub(crate) fn leaf<T: ScalarValue>(
    file: &Arc<SourceFile>,
    node: &Node,
    problems: &mut Problems,
) -> Option<Placed<T>> {
    let place = Place::at(file, node.bytes.clone());
    let Some(raw) = node.text() else {
        problems.push(Problem::new(not_one_value(node), place));
        return None;
    };
    if let Some(problem) = no_space_after_colon(file, node, raw) {
        problems.push(problem);
        return None;
    }
    match serde_yaml::from_value(serde_yaml::Value::String(raw.to_owned())) {
        Ok(value) => {
            warn_of_curly_quotes(file, node, raw, problems);
            Some(Placed { value, place })
        }
        Err(_) => {
            let problem = Problem::new(T::fault(raw), place).with("value", raw).with("where", "area");
            problems.push(match T::correction(raw, file.language()) {
                Some(correction) => problem.fixed_by(node.bytes.clone(), correction),
                None => problem,
            });
            None
        }
    }
}

/// The items of a list of texts; `front, økonomi` without brackets is meant as a list.
pub(crate) fn list_items(text: &str, node: &Node) -> Vec<Node> {
    match node.value {
        Value::Scalar(_) => split_at_commas(text, node),
        _ => node.items().to_vec(),
    }
}

/// Splits a plain scalar at its commas, each part with its own byte range.
fn split_at_commas(text: &str, node: &Node) -> Vec<Node> {
    let written = &text[node.bytes.clone()];
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

/// Detects `nu:2` alone on its line, which YAML reads as a text.
fn no_space_after_colon(file: &Arc<SourceFile>, node: &Node, raw: &str) -> Option<Problem> {
    let (key, value) = raw.split_once(':')?;
    let is_key_like = !key.is_empty() && key.chars().all(|c| c.is_alphabetic() || c == '_');
    let is_plain = file.text[node.bytes.clone()].starts_with(key);
    let starts_line = file.line(node.bytes.start).1.indent_end >= node.bytes.start;
    let is_one_line = !raw.contains('\n');
    (is_key_like && is_plain && starts_line && is_one_line && !value.starts_with([' ', '/'])).then(|| {
        let colon = node.bytes.start + key.len();
        Problem::new(Code::NoSpaceAfterColon, Place::at(file, colon..colon + 1))
            .fixed_by(colon..colon + 1, ": ")
    })
}

/// Warns of a value in curly quotation marks, which YAML keeps as part of the text.
fn warn_of_curly_quotes(file: &Arc<SourceFile>, node: &Node, raw: &str, problems: &mut Problems) {
    let curly = ['“', '”', '„', '‟', '‘', '’'];
    if !(raw.starts_with(curly) && raw.ends_with(curly)) {
        return;
    }
    let first = raw.chars().next().map_or(0, char::len_utf8);
    let start = node.bytes.start;
    // Inside straight quotation marks they are intentional.
    if file.text[start..].starts_with(curly) {
        problems.push(
            Problem::new(Code::CurlyQuotes, Place::at(file, start..start + first))
                .fixed_by(node.bytes.clone(), quoted(raw.trim_matches(curly))),
        );
    }
}

/// Detects a key without a value after a comma in braces: the rest of an unquoted value.
fn value_split_by_comma(file: &Arc<SourceFile>, entry: &Entry) -> Option<Problem> {
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

/// Start of the value that the comma at `comma` ends: after the previous colon on the line.
fn value_before(file: &SourceFile, comma: usize) -> Option<usize> {
    /// Bounds the work for a line as long as a file.
    const MAX_BYTES: usize = 1_000;
    let text = &file.text;
    let from = (comma.saturating_sub(MAX_BYTES)..comma).find(|&at| text.is_char_boundary(at))?;
    let from = from.max(file.line(comma).1.start);
    let colon = from + text[from..comma].rfind(':')?;
    let value = text[colon + 1..comma].trim_start();
    Some(comma - value.len())
}

/// Reads one scalar as one of a fixed set of words.
pub(crate) fn word<T: Word>(
    file: &Arc<SourceFile>,
    node: &Node,
    problems: &mut Problems,
) -> Option<Placed<T>> {
    word_or_name(file, node, std::iter::empty(), T::from_word, problems)
}

fn word_or_name<'n, T: Word>(
    file: &Arc<SourceFile>,
    node: &Node,
    names: impl Iterator<Item = &'n str>,
    find: impl Fn(&str) -> Option<T>,
    problems: &mut Problems,
) -> Option<Placed<T>> {
    let place = Place::at(file, node.bytes.clone());
    let Some(raw) = node.text() else {
        problems.push(Problem::new(not_one_value(node), place));
        return None;
    };
    if let Some(value) = find(raw) {
        return Some(Placed { value, place });
    }
    let language = file.language();
    let names: Vec<&str> = names.collect();
    let own = names.iter().copied().chain(T::words(language)).collect::<Vec<&str>>();
    let mut problem = Problem::new(Code::UnknownWord, place).with("value", raw).with("words", own.join(", "));
    problem.suggestion = match file.nearest(raw, own.iter().copied()) {
        Some(name) if names.contains(&name) => Some(name.to_owned()),
        nearest => {
            let nearest = nearest.or_else(|| file.nearest(raw, T::all_spellings())).and_then(T::from_word);
            nearest.map(|word| word.written(language).to_owned())
        }
    };
    problems.push(problem);
    None
}

/// The code for a node that is not a single value: empty, or a collection.
fn not_one_value(node: &Node) -> Code {
    if matches!(node.value, Value::Scalar(_)) { Code::EmptyText } else { Code::NotOneValue }
}

/// The problem with a node that should be a mapping, of `table` if its keys are known.
fn not_keys(file: &Arc<SourceFile>, node: &Node, table: Option<&Table>) -> Problem {
    let no_space = node.text().and_then(|raw| no_space_after_colon(file, node, raw));
    let hint = node.text().and_then(|_| explain_text(&file.text, node.bytes.start, file.language()));
    let explained = hint.map(|hint| Problem {
        facts: hint.facts,
        fix: hint.fix,
        ..Problem::new(hint.code, Place::at(file, hint.bytes))
    });
    no_space.or(explained).unwrap_or_else(|| without_keys(file, node, table))
}

/// The problem with a text in the place of a mapping. A list item becomes the first field of
/// `table`, if that is a text: `- Lære Excel` means `- mål: Lære Excel`.
fn without_keys(file: &Arc<SourceFile>, node: &Node, table: Option<&Table>) -> Problem {
    let first = table.and_then(|table| table.fields.first().copied());
    let key = first.unwrap_or(&profile::NAME).key_in(file.language());
    let problem = Problem::new(Code::NotKeys, Place::at(file, node.bytes.clone())).with("key", key);
    let is_item = file.text[..node.bytes.start].trim_end_matches(' ').ends_with('-');
    match node.text() {
        Some(text) if is_item && first.is_some_and(|first| matches!(first.form, Form::Text)) => {
            problem.fixed_by(node.bytes.clone(), format!("{key}: {}", value(text)))
        }
        _ => problem,
    }
}

/// The first entry of each key, with the folded key; reports further spellings of the same key.
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
