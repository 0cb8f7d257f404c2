//! The shared folder as text: which files there are, what they say, and where.
//!
//! This is the only place that knows YAML. What leaves it is a tree of raw
//! scalars, each with its place in the file, and typed values read from them
//! one field at a time, so that each field fails alone.

pub mod decode;
pub mod edit;
pub mod file_names;
mod known_keys;
mod mended;
pub mod parse;
pub(crate) mod personal_numbers;
mod redaction;
pub mod section;
pub mod spelling;
mod syntax_hints;
pub mod tree;
pub mod walk;

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use spelling::{Comparisons, nearest_within};

use crate::fields::{Field, Table};
use crate::language::Tag;

/// One file of the shared folder, decoded to text.
#[derive(PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the department's folder, with `/` on every system.
    pub name: String,
    /// Where the file lies on this machine.
    pub path: PathBuf,
    /// What it is, told from its name.
    pub kind: FileKind,
    /// The decoded text; places are byte offsets into it.
    pub text: String,
    secrets: OnceLock<Vec<Range<usize>>>,
    lines: OnceLock<Vec<Line>>,
    compared: Compared,
    /// Of a leader's view, the keys that the department has given a meaning.
    named_keys: OnceLock<Vec<String>>,
    /// The department's language.
    language: OnceLock<Tag>,
}

/// A line of a file, by bytes of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it begins.
    pub start: usize,
    /// Where the white space at its beginning ends.
    pub indent_end: usize,
    /// Where its line break stands.
    pub end: usize,
}

/// What comparing words of a file with those that were meant has cost so far. It is
/// nothing that the file says, so all are equal.
#[derive(Default)]
struct Compared(AtomicUsize);

impl PartialEq for Compared {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Compared {}

impl SourceFile {
    /// A file of the shared folder.
    pub fn new(name: String, path: PathBuf, kind: FileKind, text: String) -> Self {
        let (secrets, lines, compared, named_keys, language) = Default::default();
        Self { name, path, kind, text, secrets, lines, compared, named_keys, language }
    }

    /// The language in which keys and words are suggested for the file: the department's, else
    /// Danish.
    pub fn language(&self) -> Tag {
        self.language.get().copied().unwrap_or_default()
    }

    /// Sets the department's language, unless it is set.
    pub(crate) fn set_language(&self, language: Tag) {
        let _ = self.language.set(language);
    }

    /// Its path where the department is one of many, in the folder `department`.
    pub fn name_in(&self, department: &str) -> String {
        if department.is_empty() { self.name.clone() } else { format!("{department}/{}", self.name) }
    }

    /// The line around the byte `at`, and its number from 0.
    pub(crate) fn line(&self, at: usize) -> (usize, Line) {
        let lines = self.lines.get_or_init(|| lines(&self.text));
        let number = lines.partition_point(|line| line.start <= at).saturating_sub(1);
        let empty = Line { start: 0, indent_end: 0, end: self.text.len() };
        (number, lines.get(number).copied().unwrap_or(empty))
    }

    /// The column of the byte `at` in its line, in bytes from 0.
    pub(crate) fn column(&self, at: usize) -> usize {
        at - self.line(at).1.start.min(at)
    }

    /// The bytes of all lines that `bytes` touches, without the last line's break.
    pub(crate) fn lines_of(&self, bytes: &Range<usize>) -> Range<usize> {
        // A block ends where the next line begins.
        let end = self.text[bytes.start..bytes.end.max(bytes.start)].trim_end().len() + bytes.start;
        let last = self.line(end).1;
        let break_ = usize::from(self.text[..last.end].ends_with('\r'));
        self.line(bytes.start).1.start..last.end.max(end) - break_
    }

    /// The one of `candidates` that `raw` most likely means, if any is near.
    ///
    /// A file with many unknown words would have each compared with each candidate. So
    /// all comparisons for one file are limited; the last words get no suggestion then.
    pub(crate) fn nearest<'a>(
        &self,
        raw: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let mut comparisons = Comparisons::after(self.compared.0.load(Ordering::Relaxed));
        let found = nearest_within(raw, candidates, &mut comparisons);
        self.compared.0.store(comparisons.cost(), Ordering::Relaxed);
        found
    }

    /// The field of `table` whose key `key` most likely means: in the department's language, else
    /// in any.
    pub(crate) fn nearest_field(&self, key: &str, table: &Table) -> Option<&'static Field> {
        let own = self.nearest(key, table.keys_in(self.language()));
        let all = || self.nearest(key, table.fields.iter().flat_map(|field| field.spellings()));
        own.or_else(all).and_then(|nearest| table.field(nearest))
    }

    /// What finding near words has cost so far.
    pub fn cost_of_suggestions(&self) -> usize {
        self.compared.0.load(Ordering::Relaxed)
    }

    /// Says which keys of a leader's view have a meaning in its department. Counts only
    /// before anything of the file is shown.
    pub fn name_keys(&self, keys: Vec<String>) {
        let _ = self.named_keys.set(keys);
    }

    /// Whether `key` of a leader's view is one that has a meaning there, or one misspelt by
    /// so little that nothing else can have been typed into it, least of all a level.
    pub(crate) fn is_known_key(&self, key: &str) -> bool {
        let folded = spelling::fold(key);
        let has_digit = key.contains(|c: char| c.is_numeric());
        let is_meant = |known: &str| {
            let known = spelling::fold(known);
            let slips = (known.chars().count() / 3).min(2);
            known == folded || !has_digit && strsim::damerau_levenshtein(&known, &folded) <= slips
        };
        let named = self.named_keys.get().map_or(&[][..], Vec::as_slice);
        named.iter().map(String::as_str).chain(known_keys::LEADER_VIEW.iter().copied()).any(is_meant)
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    let cut = text.split('\n').map(|line| {
        let indent_end = start + line.len() - line.trim_start().len();
        let line = Line { start, indent_end, end: start + line.len() };
        start = line.end + 1;
        line
    });
    cut.collect()
}

/// What a file of the shared folder is, told from its path alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `afdeling.yaml`.
    Settings,
    /// `rollemodel.yaml`.
    RoleModel,
    /// `kurser.yaml`.
    Catalogue,
    /// A secretary's profile.
    Profile,
    /// Her leader's view, whose values nobody else may see.
    LeaderView,
    /// What was noted of the signatures under her plan, as the program wrote it.
    Record,
    /// Anything else that something is said about.
    Other,
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SourceFile").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A stretch of a source file that a problem or a value points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes in [`SourceFile::text`]; `None` for the file as a whole.
    pub bytes: Option<Range<usize>>,
}

impl Place {
    /// The whole of `file`.
    pub fn whole(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), bytes: None }
    }

    /// Some bytes of `file`.
    pub fn at(file: &Arc<SourceFile>, bytes: Range<usize>) -> Self {
        Self { file: Arc::clone(file), bytes: Some(bytes) }
    }

    /// The line of the first character, from 1; `None` for a whole file.
    pub fn line(&self) -> Option<usize> {
        let start = self.bytes.as_ref()?.start;
        Some(self.file.line(start).0 + 1)
    }

    /// Line and column of the first character, both from 1, the column in
    /// characters; `None` for a whole file.
    pub fn line_and_column(&self) -> Option<(usize, usize)> {
        let start = self.bytes.as_ref()?.start.min(self.file.text.len());
        let (number, line) = self.file.line(start);
        let before = self.file.text.get(line.start..start)?;
        Some((number + 1, before.chars().count() + 1))
    }
}

/// A value together with the place it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "navn: x\nområde: økonomi\n".to_owned();
        let file = Arc::new(SourceFile::new("a.yaml".into(), "a.yaml".into(), FileKind::Profile, text));
        let start = file.text.find("økonomi").expect("the word is in the text");
        assert_eq!(Place::at(&file, start..start + 8).line_and_column(), Some((2, 9)));
        assert_eq!(Place::whole(&file).line_and_column(), None);
    }
}
