//! The shared folder as text: which files there are, what they say, and where.
//!
//! This is the only place that knows YAML. What leaves it is a tree of raw
//! scalars, each with its place in the file, and typed values read from them
//! one field at a time, so that each field fails alone.

pub mod decode;
pub mod edit;
mod keys;
pub mod names;
pub(crate) mod personal_numbers;
mod secrets;
pub mod section;
mod slips;
pub mod tree;
pub mod walk;
pub mod word;

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

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
    /// Of a leader's view, the keys that the department has given a meaning.
    named_keys: OnceLock<Vec<String>>,
}

impl SourceFile {
    /// A file of the shared folder.
    pub fn new(name: String, path: PathBuf, kind: FileKind, text: String) -> Self {
        Self { name, path, kind, text, secrets: OnceLock::new(), named_keys: OnceLock::new() }
    }

    /// Its path where the department is one of many, in the folder `department`.
    pub fn name_in(&self, department: &str) -> String {
        if department.is_empty() { self.name.clone() } else { format!("{department}/{}", self.name) }
    }

    /// Says which keys of a leader's view have a meaning in its department. Counts only
    /// before anything of the file is shown.
    pub fn name_keys(&self, keys: Vec<String>) {
        let _ = self.named_keys.set(keys);
    }

    /// Whether `key` of a leader's view is one that has a meaning there, or one misspelt by
    /// so little that nothing else can have been typed into it, least of all a level.
    pub(crate) fn is_known_key(&self, key: &str) -> bool {
        let folded = word::fold(key);
        let has_digit = key.contains(|c: char| c.is_numeric());
        let is_meant = |known: &str| {
            let known = word::fold(known);
            let slips = (known.chars().count() / 3).min(2);
            known == folded || !has_digit && strsim::damerau_levenshtein(&known, &folded) <= slips
        };
        let named = self.named_keys.get().map_or(&[][..], Vec::as_slice);
        named.iter().map(String::as_str).chain([keys::LEADER_VIEW]).any(is_meant)
    }

    /// The bytes that nobody but the file's reader may see, in order and apart.
    pub fn secrets(&self) -> &[Range<usize>] {
        self.secrets.get_or_init(|| secrets::secrets(self))
    }
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

    /// Line and column of the first character, both from 1, the column in
    /// characters; `None` for a whole file.
    pub fn line_and_column(&self) -> Option<(usize, usize)> {
        let start = self.bytes.as_ref()?.start.min(self.file.text.len());
        let before = self.file.text.get(..start)?;
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let line = before.matches('\n').count() + 1;
        Some((line, before[line_start..].chars().count() + 1))
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
