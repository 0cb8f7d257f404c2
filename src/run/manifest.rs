//! The manifest of an output folder: the files that earlier runs wrote, each with the cache
//! key of its inputs and the hash of its contents.
//!
//! It decides which files the program owns and which are current. If it is damaged or
//! missing, documents are rebuilt and obsolete ones stay: an unlisted file is never deleted.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::document::cache_key::Key;
use crate::source::spelling::fold;
use crate::storage;

/// The name of the manifest in the output folder.
pub(super) const NAME: &str = ".spind.json";

/// The largest manifest that is read, in bytes. That of 1,000 people has about 1,000,000.
const MAX_BYTES: u64 = 100_000_000;

/// The files in an output folder that this program wrote.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The department that owns them; another department's files are left alone.
    pub department: String,
    /// Paths under the output folder, with `/`. Files whose currency can be decided have an
    /// origin.
    pub files: BTreeMap<String, Option<Origin>>,
    /// Hand-edited documents, under the names to which they were moved.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub kept: BTreeSet<String>,
    /// Correction files outside the output folder, as absolute paths.
    #[serde(default)]
    pub corrections_elsewhere: BTreeSet<String>,
    /// The people that the last strategic plan counts; `None` before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
}

/// The people that a strategic plan counts in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Counted {
    pub period: Option<String>,
    /// A hash of their names.
    pub people: String,
}

impl Counted {
    /// The people of these names, in any order and spelling.
    pub(crate) fn new<'a>(period: Option<&str>, names: impl Iterator<Item = &'a str>) -> Self {
        let mut names: Vec<String> = names.map(fold).collect();
        names.sort_unstable();
        let people = Key::of(names.iter().map(String::as_bytes)).to_string();
        Self { period: period.map(str::to_owned), people }
    }
}

/// The input and output hashes of a written file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    /// The cache key of its inputs.
    pub from: String,
    /// The hash of the written contents. A file with another hash was edited, or mixes two runs.
    pub content: String,
}

impl Manifest {
    /// The manifest of `department` in `out`; empty if there is none that can be read.
    pub(super) fn read(out: &Path, department: &str) -> Self {
        match stored(out) {
            Some(manifest) if manifest.department == department => manifest,
            _ => Self { department: department.to_owned(), ..Self::default() },
        }
    }

    /// The department that owns the documents in `out`, according to its manifest.
    pub(super) fn department_of(out: &Path) -> Option<String> {
        stored(out).map(|manifest| manifest.department)
    }

    /// Whether the program wrote or moved the file `name`.
    pub(super) fn lists(&self, name: &str) -> bool {
        self.files.contains_key(name) || self.kept.contains(name)
    }

    ///
    /// # Errors
    /// If it can't be written.
    pub(super) fn write(&self, out: &Path) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        if storage::read_file(&out.join(NAME)).is_ok_and(|old| old == text) {
            return Ok(());
        }
        storage::replace(&out.join(NAME), &text)
    }
}

/// The manifest in `out`, of any department.
fn stored(out: &Path) -> Option<Manifest> {
    let mut bytes = Vec::new();
    storage::open_file(&out.join(NAME)).and_then(|file| file.take(MAX_BYTES).read_to_end(&mut bytes)).ok()?;
    serde_json::from_slice(&bytes).ok()
}
