//! State file of a rollover in progress, in the shared folder.
//!
//! It is written after the archive is complete and before the first profile changes, and removed
//! once the new period is set. So every reader of the folder knows that its files are of two years,
//! even if the rollover was interrupted.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folder_itself;
use crate::problem::{Code, Problem};
use crate::source::Place;
use crate::storage::in_use;
use crate::storage::{self, OWN_FOLDER};

/// Name of the state file in [`OWN_FOLDER`].
const NAME: &str = "year-end.json";
/// Largest state file that is read.
const MAX_BYTES: u64 = 64 * 1024;

/// State of a rollover; all fields are empty if the file can't be parsed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct YearEnd {
    /// The old period, if the settings have one.
    pub from: Option<String>,
    /// The new period.
    pub to: String,
    /// Folder of the old year in the archive.
    pub archive: String,
    /// True if the archive replaces a lost one and already has some profiles in rolled form.
    pub mixed: bool,
}

impl YearEnd {
    /// Reads the state of the rollover in progress in `folder`, if there is one.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let path = path(folder);
        // Does not follow links or wait for pipes.
        let is_file = fs::symlink_metadata(&path).ok()?.is_file();
        let read = || {
            let mut bytes = Vec::new();
            File::open(&path).ok()?.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
            serde_json::from_slice(&bytes).ok()
        };
        Some(is_file.then(read).flatten().unwrap_or_default())
    }

    /// Writes the state file.
    ///
    /// # Errors
    /// If the file can't be written.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder.join(OWN_FOLDER))?;
        storage::replace(&path(folder), &serde_json::to_vec_pretty(self)?)
    }

    /// True if the archive of the old year is at `target`.
    pub(crate) fn is_archived_at(&self, target: &Path) -> bool {
        let archive = Path::new(&self.archive);
        match (storage::canonical(archive), storage::canonical(target)) {
            (Ok(archive), Ok(target)) => archive == target,
            _ => false,
        }
    }

    /// The warning about the unfinished rollover of `folder`.
    pub(super) fn problem(&self, folder: &Path) -> Problem {
        let known = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        let archive = Path::new(&self.archive).parent().unwrap_or(Path::new("")).display().to_string();
        Problem::new(Code::YearHalfClosed, Place::whole(&folder_itself(folder)))
            .with("from", known(self.from.as_deref().unwrap_or_default()))
            .with("to", known(&self.to))
            .with("archive", known(&archive))
    }
}

/// Removes the state file.
///
/// # Errors
/// If the file can't be removed.
pub(crate) fn remove(folder: &Path) -> io::Result<()> {
    match in_use::retry_while_in_use(|| fs::remove_file(path(folder))) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// True if `path` is a state file, which is not archived.
pub(crate) fn is_state_file(path: &Path) -> bool {
    path.ends_with(Path::new(OWN_FOLDER).join(NAME))
}

fn path(folder: &Path) -> PathBuf {
    folder.join(OWN_FOLDER).join(NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invalid_state_file_still_marks_an_unfinished_rollover() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        assert_eq!(YearEnd::read(folder.path()), None);
        let year_end =
            YearEnd { to: "2027/28".into(), archive: "/arkiv/2026-27".into(), ..YearEnd::default() };
        year_end.write(folder.path())?;
        assert_eq!(YearEnd::read(folder.path()), Some(year_end));
        for torn in [&b"{\"to\": \"20"[..], b"", b"[]", &[b'['; 100_000]] {
            fs::write(path(folder.path()), torn)?;
            assert_eq!(YearEnd::read(folder.path()), Some(YearEnd::default()));
        }
        remove(folder.path())?;
        remove(folder.path())?;
        assert_eq!(YearEnd::read(folder.path()), None);
        Ok(())
    }
}
