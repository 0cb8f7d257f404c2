//! What earlier runs wrote, and from what: the list by which this program knows its
//! own files, and which of them are up to date.
//!
//! Kept in the output folder. Damaged or missing, it costs no more than making the
//! documents again, and the removal of what has become superfluous: what is not
//! listed is never deleted.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::document::cache_key::Key;
use crate::source::spelling::fold;
use crate::storage;

/// The manifest's name in the output folder.
pub(super) const NAME: &str = ".spind.json";

/// The largest list that is read, in bytes. Of 1,000 people it has some 1,000,000.
const MOST_BYTES: u64 = 100_000_000;

/// The files in an output folder that this program wrote.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Which department they are of; another department's files are left alone.
    pub department: String,
    /// Their paths under the output folder, with `/`, and how each came to be where
    /// that tells whether it is up to date.
    pub files: BTreeMap<String, Option<Origin>>,
    /// Documents that somebody had altered, under the names to which they were moved.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub kept: BTreeSet<String>,
    /// Correction files in a folder of somebody else's, as whole paths.
    #[serde(default)]
    pub corrections_elsewhere: BTreeSet<String>,
    /// Whom the last plan without names counts; `None` before there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
}

/// A group of people in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The period.
    pub period: Option<String>,
    /// A hash of their names.
    pub people: String,
}

impl Counted {
    /// The people of these names, in any order and spelling.
    pub fn new<'a>(period: Option<&str>, names: impl Iterator<Item = &'a str>) -> Self {
        let mut names: Vec<String> = names.map(fold).collect();
        names.sort_unstable();
        let people = Key::of(names.iter().map(String::as_bytes)).to_string();
        Self { period: period.map(str::to_owned), people }
    }
}

/// How a file came to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The key of what it was made from.
    pub from: String,
    /// The hash of what was written. A file with another one was edited, or is half
    /// of two runs.
    pub content: String,
}

impl Manifest {
    /// The manifest in `out`, empty where there is none that can be read.
    pub fn read(out: &Path, department: &str) -> Self {
        match stored(out) {
            Some(manifest) if manifest.department == department => manifest,
            _ => Self { department: department.to_owned(), ..Self::default() },
        }
    }

    /// The department whose documents lie in `out`, if there is a list that tells.
    pub fn department_of(out: &Path) -> Option<String> {
        stored(out).map(|manifest| manifest.department)
    }

    /// Whether `name` is a file that this program wrote or moved.
    pub fn lists(&self, name: &str) -> bool {
        self.files.contains_key(name) || self.kept.contains(name)
    }

    /// Writes the manifest to `out`.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn write(&self, out: &Path) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        if storage::read_file(&out.join(NAME)).is_ok_and(|old| old == text) {
            return Ok(());
        }
        storage::replace(&out.join(NAME), &text)
    }
}

/// The list in `out`, whosever it is.
fn stored(out: &Path) -> Option<Manifest> {
    let mut bytes = Vec::new();
    storage::open_file(&out.join(NAME))
        .and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes))
        .ok()?;
    serde_json::from_slice(&bytes).ok()
}
