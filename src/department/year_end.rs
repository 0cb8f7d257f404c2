//! A turn of the year that is under way, as the shared folder itself tells.
//!
//! The note is written when the archive is complete and before the first profile is changed,
//! and removed when the new period has begun. So whoever reads the folder knows that its
//! files are of two years, whatever became of the run that was closing it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folder_itself;
use crate::problem::{Code, Problem};
use crate::source::Place;
use crate::storage::in_use;
use crate::storage::{self, OWN_FOLDER};

/// The note's name in [`OWN_FOLDER`].
const NAME: &str = "year-end.json";
/// The largest note that is read, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

/// What is noted of it. A note that can't be read is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct YearEnd {
    /// The period that is closed, if the settings name one.
    pub from: Option<String>,
    /// The period that begins.
    pub to: String,
    /// The old year's folder in the archive.
    pub archive: String,
    /// Whether the archive was made when some profiles were in the new year already,
    /// because an earlier one was lost.
    pub mixed: bool,
}

impl YearEnd {
    /// The turn of the year that is under way in `folder`, if one is.
    pub fn read(folder: &Path) -> Option<Self> {
        let path = path(folder);
        // A link or a pipe would lead elsewhere, or wait forever.
        let is_file = fs::symlink_metadata(&path).ok()?.is_file();
        let read = || {
            let mut bytes = Vec::new();
            File::open(&path).ok()?.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
            serde_json::from_slice(&bytes).ok()
        };
        Some(is_file.then(read).flatten().unwrap_or_default())
    }

    /// Notes in `folder` that this turn is under way.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder.join(OWN_FOLDER))?;
        storage::replace(&path(folder), &serde_json::to_vec_pretty(self)?)
    }

    /// Whether the old year is archived at `target`.
    pub fn is_archived_at(&self, target: &Path) -> bool {
        let noted = Path::new(&self.archive);
        match (storage::canonical(noted), storage::canonical(target)) {
            (Ok(noted), Ok(target)) => noted == target,
            _ => false,
        }
    }

    /// The warning about it in `folder`.
    pub(super) fn problem(&self, folder: &Path) -> Problem {
        let known = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        let archive = Path::new(&self.archive).parent().unwrap_or(Path::new("")).display().to_string();
        Problem::new(Code::YearHalfClosed, Place::whole(&folder_itself(folder)))
            .with("from", known(self.from.as_deref().unwrap_or_default()))
            .with("to", known(&self.to))
            .with("archive", known(&archive))
    }
}

/// Removes the note: the turn is done.
///
/// # Errors
/// If it can't be removed.
pub fn remove(folder: &Path) -> io::Result<()> {
    match in_use::retry_while_in_use(|| fs::remove_file(path(folder))) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Whether `path` is such a note, which is no part of a year and not archived.
pub fn is_note(path: &Path) -> bool {
    path.ends_with(Path::new(OWN_FOLDER).join(NAME))
}

fn path(folder: &Path) -> PathBuf {
    folder.join(OWN_FOLDER).join(NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_that_cannot_be_read_still_tells_that_a_year_is_half_closed() -> io::Result<()> {
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
