//! Reads and edits the YAML files of the shared folder.
//!
//! Only this module knows YAML. It provides a tree of raw scalars with their byte ranges, and reads
//! typed values from it one field at a time, so that an invalid field does not affect the others.

pub(crate) mod characters;
mod corrected_text;
pub(crate) mod decode;
pub mod edit;
pub(crate) mod file_names;
mod known_keys;
mod lines;
pub(crate) mod name_search;
pub(crate) mod parse;
pub(crate) mod personal_numbers;
mod redaction;
pub(crate) mod section;
pub mod spelling;
mod syntax_hints;
pub(crate) mod text_lines;
pub(crate) mod tree;
pub(crate) mod tree_change;
pub(crate) mod walk;

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use lines::{Line, lines};
use spelling::{ComparisonBudget, nearest_within};

use crate::fields::{Field, Table};
use crate::language::Tag;

/// A file of the shared folder, decoded to text.
#[derive(PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the department's folder, with `/` on every system.
    pub name: String,
    /// Absolute path on this machine.
    pub path: PathBuf,
    /// Kind, judged by the name.
    pub kind: FileKind,
    /// Decoded text; all places are byte offsets into it.
    pub text: String,
    secrets: OnceLock<Vec<Range<usize>>>,
    lines: OnceLock<Vec<Line>>,
    comparison_cost: ComparisonCost,
    /// In a leader's view: the keys of the department's areas.
    area_keys: OnceLock<Vec<String>>,
    /// The department's language.
    language: OnceLock<Tag>,
}

/// Cost so far of searching for suggestions.
///
/// It is not part of a file's content, so all values are equal.
#[derive(Default)]
struct ComparisonCost(AtomicUsize);

impl PartialEq for ComparisonCost {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for ComparisonCost {}

impl SourceFile {
    pub(crate) fn new(name: String, path: PathBuf, kind: FileKind, text: String) -> Self {
        let (secrets, lines, comparison_cost, area_keys, language) = Default::default();
        Self { name, path, kind, text, secrets, lines, comparison_cost, area_keys, language }
    }

    /// Language of suggested keys and words: the department's, or Danish if it is unknown.
    pub(crate) fn language(&self) -> Tag {
        self.language.get().copied().unwrap_or_default()
    }

    /// Sets the department's language unless it is already set.
    pub(crate) fn set_language(&self, language: Tag) {
        let _ = self.language.set(language);
    }

    /// Path relative to the parent of `department`, the department's folder; `""` if there is only one
    /// department.
    pub(crate) fn name_in(&self, department: &str) -> String {
        if department.is_empty() { self.name.clone() } else { format!("{department}/{}", self.name) }
    }

    /// The line that contains the byte `at`, with its number from 0.
    pub(crate) fn line(&self, at: usize) -> (usize, Line) {
        let lines = self.lines.get_or_init(|| lines(&self.text));
        let number = lines.partition_point(|line| line.start <= at).saturating_sub(1);
        let empty = Line { start: 0, indent_end: 0, end: self.text.len() };
        (number, lines.get(number).copied().unwrap_or(empty))
    }

    /// Column of the byte `at`, in bytes from 0.
    pub(crate) fn column(&self, at: usize) -> usize {
        at - self.line(at).1.start.min(at)
    }

    /// Byte range of all lines that `bytes` touches, without the last line break.
    pub(crate) fn lines_of(&self, bytes: &Range<usize>) -> Range<usize> {
        // The range of a block collection extends to the start of the next line.
        let end = self.text[bytes.start..bytes.end.max(bytes.start)].trim_end().len() + bytes.start;
        let last = self.line(end).1;
        let carriage_return = usize::from(self.text[..last.end].ends_with('\r'));
        self.line(bytes.start).1.start..last.end.max(end) - carriage_return
    }

    /// The candidate most similar to `raw`, if any is similar enough.
    ///
    /// The total cost for one file is limited, because every unknown word is compared with every
    /// candidate. Once the limit is reached, there are no more suggestions.
    pub(crate) fn nearest<'a>(
        &self,
        raw: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let mut budget = ComparisonBudget::after(self.comparison_cost.0.load(Ordering::Relaxed));
        let found = nearest_within(raw, candidates, &mut budget);
        self.comparison_cost.0.store(budget.cost(), Ordering::Relaxed);
        found
    }

    /// The field of `table` whose key is most similar to `key`, preferably in the department's
    /// language.
    pub(crate) fn nearest_field(&self, key: &str, table: &Table) -> Option<&'static Field> {
        let own = self.nearest(key, table.keys_in(self.language()));
        let all = || self.nearest(key, table.fields.iter().flat_map(|field| field.spellings()));
        own.or_else(all).and_then(|nearest| table.field(nearest))
    }

    /// Total cost of the searches for suggestions so far.
    pub fn suggestion_cost(&self) -> usize {
        self.comparison_cost.0.load(Ordering::Relaxed)
    }

    /// Sets the keys of the department's areas, for a leader's view.
    ///
    /// Must be called before the first call of [`SourceFile::secrets`].
    pub(crate) fn set_area_keys(&self, keys: Vec<String>) {
        let _ = self.area_keys.set(keys);
    }

    /// True if `key` of a leader's view is a known key or a slight misspelling of one, so slight
    /// that it cannot hide anything else, such as a level.
    pub(crate) fn is_known_key(&self, key: &str) -> bool {
        let folded = spelling::fold(key);
        let has_digit = key.contains(|c: char| c.is_numeric());
        let is_similar = |known: &str| {
            let known = spelling::fold(known);
            let max_distance = (known.chars().count() / 3).min(2);
            known == folded || !has_digit && strsim::damerau_levenshtein(&known, &folded) <= max_distance
        };
        let area_keys = self.area_keys.get().map_or(&[][..], Vec::as_slice);
        area_keys.iter().map(String::as_str).chain(known_keys::LEADER_VIEW.iter().copied()).any(is_similar)
    }
}

/// Kind of a file in the shared folder, judged by its path.
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
    /// The leader's assessment of a secretary; its values are confidential.
    LeaderView,
    /// The signatures on a plan, written by the program.
    Record,
    /// `forløb/<programme>.yaml`.
    Programme,
    /// `forløb/<programme>/<cohort>.yaml`.
    Cohort,
    /// `forløb/<programme>/<cohort>.svar.yaml`: what participants said at the end.
    Answers,
    /// Any other file or folder that a problem refers to.
    Other,
}

impl FileKind {
    /// True for the files of a programme.
    pub(crate) fn is_of_programme(self) -> bool {
        matches!(self, Self::Programme | Self::Cohort | Self::Answers)
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SourceFile").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A byte range of a file, or the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Byte range in [`SourceFile::text`]; `None` for the whole file.
    pub bytes: Option<Range<usize>>,
}

impl Place {
    /// The whole of `file`.
    pub fn whole(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), bytes: None }
    }

    /// The range `bytes` of `file`.
    pub(crate) fn at(file: &Arc<SourceFile>, bytes: Range<usize>) -> Self {
        Self { file: Arc::clone(file), bytes: Some(bytes) }
    }

    /// Line number of the first byte, from 1; `None` for a whole file.
    pub fn line(&self) -> Option<usize> {
        let start = self.bytes.as_ref()?.start;
        Some(self.file.line(start).0 + 1)
    }

    /// Line and column of the first byte, both from 1, the column in characters; `None` for a whole
    /// file.
    pub fn line_and_column(&self) -> Option<(usize, usize)> {
        let start = self.bytes.as_ref()?.start.min(self.file.text.len());
        let (number, line) = self.file.line(start);
        let before = self.file.text.get(line.start..start)?;
        Some((number + 1, before.chars().count() + 1))
    }
}

/// A value and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where the value is.
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
