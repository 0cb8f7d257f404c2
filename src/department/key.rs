//! The department's key: a random secret in the shared folder.
//!
//! Agreements identify colleagues and the department by hashes with this key. Without a key, a list
//! of staff would be enough to find the name that belongs to a hash.
//!
//! Only a new department and a rollover create a key, so that builds stay reproducible. Nothing but
//! keyed hashes leaves the folder.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::storage::{self, OWN_FOLDER};

/// File name of the key in [`OWN_FOLDER`].
const NAME: &str = "noegle";
/// Start of the file: name and version of the format.
const HEADER: &str = "spind-noegle-1 ";
/// Limit of bytes to read, well above the size of the file.
const MAX_BYTES: u64 = 1_000;

/// The secret key of a department.
#[derive(Clone, PartialEq, Eq)]
pub struct DepartmentKey([u8; blake3::KEY_LEN]);

impl fmt::Debug for DepartmentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DepartmentKey(…)")
    }
}

impl DepartmentKey {
    /// Generates a key.
    ///
    /// # Errors
    /// If the system provides no random bytes.
    pub(crate) fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; blake3::KEY_LEN];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    #[cfg(test)]
    pub(crate) fn of(bytes: [u8; blake3::KEY_LEN]) -> Self {
        Self(bytes)
    }

    /// Reads the key of the department in `root`; `None` if it has none.
    ///
    /// # Errors
    /// If the key can't be read or is invalid (`InvalidData`).
    pub(crate) fn read(root: &Path) -> io::Result<Option<Self>> {
        let file = match storage::open_file(&path(root)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut text = String::new();
        file.take(MAX_BYTES).read_to_string(&mut text)?;
        let digits = text.trim_end().strip_prefix(HEADER);
        let hash = digits.and_then(|digits| blake3::Hash::from_hex(digits).ok());
        hash.map(|hash| Some(Self(*hash.as_bytes()))).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// Formats the key for its file.
    pub(crate) fn to_text(&self) -> String {
        format!("{HEADER}{}\n", blake3::Hash::from_bytes(self.0).to_hex())
    }

    /// Keyed hash of a colleague's name, the same in all agreements of the department.
    pub(crate) fn colleague_tag(&self, name: &str) -> [u8; 32] {
        self.tag("kollega", name)
    }

    /// Keyed hash that identifies the department.
    pub(crate) fn department_tag(&self) -> [u8; 32] {
        self.tag("afdeling", "")
    }

    /// Keyed hash that identifies the owner of a calendar file.
    pub(crate) fn calendar_tag(&self, owner: &str) -> [u8; 32] {
        self.tag("kalender", owner)
    }

    fn tag(&self, of: &str, text: &str) -> [u8; 32] {
        *blake3::keyed_hash(&self.0, format!("{of}\n{text}").as_bytes()).as_bytes()
    }
}

/// Writes a new key for the department in `root`, unless there is one.
///
/// # Errors
/// If the system refuses.
pub(crate) fn create(root: &Path) -> io::Result<()> {
    let path = path(root);
    if path.symlink_metadata().is_ok() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    storage::create(&path, DepartmentKey::random()?.to_text().as_bytes())
}

/// Path of the key of the department in `root`.
pub(crate) fn path(root: &Path) -> PathBuf {
    root.join(OWN_FOLDER).join(NAME)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_key_round_trips_and_is_never_shown() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        assert_eq!(DepartmentKey::read(root.path())?, None);
        let key = DepartmentKey::random()?;
        fs::create_dir(root.path().join(OWN_FOLDER))?;
        for end in ["", "\r\n", "\n\n"] {
            fs::write(path(root.path()), key.to_text().trim_end().to_owned() + end)?;
            assert_eq!(DepartmentKey::read(root.path())?.as_ref(), Some(&key));
        }
        let text = key.to_text();
        for wrong in ["", "x", &text[1..], &text[..text.len() - 2], &format!("{text}{text}")] {
            fs::write(path(root.path()), wrong)?;
            assert!(DepartmentKey::read(root.path()).is_err(), "{wrong}");
        }
        assert!(!format!("{key:?}").contains(&text[HEADER.len()..HEADER.len() + 8]));
        Ok(())
    }

    #[test]
    fn tags_differ_by_name_and_department() -> Result<(), getrandom::Error> {
        let (one, other) = (DepartmentKey::random()?, DepartmentKey::random()?);
        assert_eq!(one.colleague_tag("Carl Dam"), one.colleague_tag("Carl Dam"));
        assert_ne!(one.colleague_tag("Carl Dam"), one.colleague_tag("Carl Da"));
        assert_ne!(one.colleague_tag("Carl Dam"), other.colleague_tag("Carl Dam"));
        assert_ne!(one.colleague_tag(""), one.department_tag());
        assert_ne!(one.department_tag(), other.department_tag());
        Ok(())
    }
}
