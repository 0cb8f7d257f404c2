//! Typed reading of one mapping: each field alone, each problem with its place.
//!
//! A [`Section`] remembers which keys were asked for. Whatever stands in the
//! file beyond them is unknown, and the nearest key that was asked for is what
//! its author may have meant. So the list of valid keys is the reading code.

use std::collections::HashMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::tree::{Entry, Node, Value};
use super::word::{Word, fold, nearest};
use super::{Place, Placed, SourceFile};
use crate::problem::{Code, Problem, Problems};

/// A value that one scalar holds, such as a date.
///
/// The value itself is made by `serde_yaml` from the raw text.
pub trait Leaf: DeserializeOwned {
    /// What to say of a text that is no such value.
    fn fault(raw: &str) -> Code;
}

/// The fields of one mapping.
pub struct Section<'a> {
    file: &'a Arc<SourceFile>,
    place: Place,
    entries: Vec<(String, &'a Entry)>,
    asked: Vec<&'static str>,
}

impl<'a> Section<'a> {
    /// Opens `node` as a mapping; equal keys are reported, the first one counts.
    ///
    /// `None`, with a problem, if it is something else.
    pub fn open(file: &'a Arc<SourceFile>, node: &'a Node, problems: &mut Problems) -> Option<Self> {
        let place = Place::at(file, node.bytes.clone());
        let Value::Mapping(entries) = &node.value else {
            problems.push(Problem::new(Code::NotKeys, place));
            return None;
        };
        let entries = distinct_keys(file, entries, problems);
        Some(Self { file, place, entries, asked: Vec::new() })
    }

    /// Where the section stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The node under `key`, if the file has one that is not empty.
    pub fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(key);
        let folded = fold(key);
        let (_, entry) = self.entries.iter().find(|(k, _)| *k == folded)?;
        match &entry.value.value {
            Value::Scalar(text) if text.is_empty() => None,
            _ => Some(&entry.value),
        }
    }

    /// Says that `key` must be there; for fields that are read by hand.
    pub fn missing(&self, key: &'static str, problems: &mut Problems) {
        // The mark goes under the key if it stands there without a value.
        let folded = fold(key);
        let place = self.entries.iter().find(|(k, _)| *k == folded).map_or_else(
            || Place { bytes: self.place.bytes.as_ref().map(|b| b.start..b.start), ..self.place.clone() },
            |(_, entry)| Place::at(self.file, entry.key.bytes.clone()),
        );
        problems.push(Problem::new(Code::MissingKey, place).with("key", key));
    }

    /// The value under `key`, or `None` if it is not given or not such a value.
    pub fn optional<T: Leaf>(&mut self, key: &'static str, problems: &mut Problems) -> Option<Placed<T>> {
        let node = self.node(key)?;
        leaf(self.file, node, problems)
    }

    /// As [`Section::optional`], without the place.
    pub fn value<T: Leaf>(&mut self, key: &'static str, problems: &mut Problems) -> Option<T> {
        self.optional(key, problems).map(|placed| placed.value)
    }

    /// As [`Section::optional`], but the key must be there.
    pub fn required<T: Leaf>(&mut self, key: &'static str, problems: &mut Problems) -> Option<Placed<T>> {
        match self.node(key) {
            Some(node) => leaf(self.file, node, problems),
            None => {
                self.missing(key, problems);
                None
            }
        }
    }

    /// One of a fixed set of words.
    pub fn word<T: Word>(&mut self, key: &'static str, problems: &mut Problems) -> Option<Placed<T>> {
        let node = self.node(key)?;
        word(self.file, node, problems)
    }

    /// A list under `key`; a single value counts as a list of one.
    pub fn list(&mut self, key: &'static str) -> &'a [Node] {
        match self.node(key) {
            Some(Node { value: Value::Sequence(items), .. }) => items,
            Some(node) => std::slice::from_ref(node),
            None => &[],
        }
    }

    /// A list of values under `key`; those that are not such values are left out.
    pub fn values<T: Leaf>(&mut self, key: &'static str, problems: &mut Problems) -> Vec<Placed<T>> {
        let file = self.file;
        self.list(key).iter().filter_map(|node| leaf(file, node, problems)).collect()
    }

    /// The section under `key`.
    pub fn section(&mut self, key: &'static str, problems: &mut Problems) -> Option<Section<'a>> {
        let file = self.file;
        let node = self.node(key)?;
        Section::open(file, node, problems)
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self, problems: &mut Problems) {
        let asked: Vec<String> = self.asked.iter().map(|key| fold(key)).collect();
        for (folded, entry) in &self.entries {
            if !asked.contains(folded) {
                let key = entry.key.text().unwrap_or_default();
                let place = Place::at(self.file, entry.key.bytes.clone());
                let mut problem = Problem::new(Code::UnknownKey, place).with("key", key);
                problem.suggestion = nearest(key, self.asked.iter().copied()).map(str::to_owned);
                problems.push(problem);
            }
        }
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
        problems.push(Problem::new(Code::NotKeys, Place::at(file, node.bytes.clone())));
        return Vec::new();
    };
    distinct_keys(file, entries, problems)
        .into_iter()
        .filter_map(|(_, entry)| Some((entry.key.text()?, entry)))
        .collect()
}

/// Reads one scalar as a `T`.
pub fn leaf<T: Leaf>(file: &Arc<SourceFile>, node: &Node, problems: &mut Problems) -> Option<Placed<T>> {
    let place = Place::at(file, node.bytes.clone());
    let Some(raw) = node.text() else {
        problems.push(Problem::new(Code::NotOneValue, place));
        return None;
    };
    match serde_yaml::from_value(serde_yaml::Value::String(raw.to_owned())) {
        Ok(value) => Some(Placed { value, place }),
        Err(_) => {
            problems.push(Problem::new(T::fault(raw), place).with("value", raw));
            None
        }
    }
}

/// Reads one scalar as one of a fixed set of words.
pub fn word<T: Word>(file: &Arc<SourceFile>, node: &Node, problems: &mut Problems) -> Option<Placed<T>> {
    let place = Place::at(file, node.bytes.clone());
    let Some(raw) = node.text() else {
        problems.push(Problem::new(Code::NotOneValue, place));
        return None;
    };
    if let Some(value) = T::from_word(raw) {
        return Some(Placed { value, place });
    }
    let mut problem =
        Problem::new(Code::UnknownWord, place).with("value", raw).with("words", T::words().join(", "));
    problem.suggestion = nearest(raw, T::words()).map(str::to_owned);
    problems.push(problem);
    None
}

fn distinct_keys<'a>(
    file: &'a Arc<SourceFile>,
    entries: &'a [Entry],
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
        let folded = fold(key);
        if let Some(first) = seen.get(&folded) {
            let first = Place::at(file, first.key.bytes.clone());
            let (line, _) = first.line_and_column().unwrap_or_default();
            problems.push(Problem::new(Code::DuplicateKey, place).with("key", key).with("line", line));
            continue;
        }
        seen.insert(folded.clone(), entry);
        distinct.push((folded, entry));
    }
    distinct
}
