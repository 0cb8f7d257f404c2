//! The department's key: a random secret in the shared folder, under which an agreement tells who
//! a colleague is without the name, and of which department it is. Without it a list of staff
//! would do to find the name that belongs to a digest.
//!
//! Only a new department and the turn of the year write one, so that the same files give the same
//! bytes. Nothing but keyed hashes of it leaves the folder.

use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::storage::{self, OWN_FOLDER};

/// Where the key lies in the shared folder, with `/` on every system.
const NAME: &str = "noegle";
/// What the file begins with, for whoever opens it and for a later form.
const FORM: &str = "spind-noegle-1 ";
/// More bytes than the file has.
const MOST_BYTES: u64 = 1_000;

/// The secret of a department.
#[derive(Clone, PartialEq, Eq)]
pub struct DepartmentKey([u8; blake3::KEY_LEN]);

impl fmt::Debug for DepartmentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DepartmentKey(…)")
    }
}

impl DepartmentKey {
    /// A new key.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; blake3::KEY_LEN];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// The key of these bytes.
    #[cfg(test)]
    pub fn of(bytes: [u8; blake3::KEY_LEN]) -> Self {
        Self(bytes)
    }

    /// The key of the department in `root`; `None` where it has none.
    ///
    /// # Errors
    /// If it can't be read, or is not as the program wrote it (`InvalidData`).
    pub fn read(root: &Path) -> io::Result<Option<Self>> {
        let file = match storage::open_file(&path(root)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut text = String::new();
        file.take(MOST_BYTES).read_to_string(&mut text)?;
        let digits = text.trim_end().strip_prefix(FORM);
        let hash = digits.and_then(|digits| blake3::Hash::from_hex(digits).ok());
        hash.map(|hash| Some(Self(*hash.as_bytes()))).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// The text of its file.
    pub fn to_text(&self) -> String {
        format!("{FORM}{}\n", blake3::Hash::from_bytes(self.0).to_hex())
    }

    /// The tag of the colleague called `name`, the same in all agreements of the department.
    pub fn colleague_tag(&self, name: &str) -> [u8; 32] {
        self.tag("kollega", name)
    }

    /// The tag of the department.
    pub fn department_tag(&self) -> [u8; 32] {
        self.tag("afdeling", "")
    }

    fn tag(&self, of: &str, text: &str) -> [u8; 32] {
        *blake3::keyed_hash(&self.0, format!("{of}\n{text}").as_bytes()).as_bytes()
    }
}

/// Where the key of the department in `root` lies.
pub fn path(root: &Path) -> PathBuf {
    root.join(OWN_FOLDER).join(NAME)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written_and_never_shown() -> io::Result<()> {
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
        assert!(!format!("{key:?}").contains(&text[FORM.len()..FORM.len() + 8]));
        Ok(())
    }

    #[test]
    fn each_name_and_each_department_has_a_tag_of_its_own() -> Result<(), getrandom::Error> {
        let (one, other) = (DepartmentKey::random()?, DepartmentKey::random()?);
        assert_eq!(one.colleague_tag("Carl Dam"), one.colleague_tag("Carl Dam"));
        assert_ne!(one.colleague_tag("Carl Dam"), one.colleague_tag("Carl Da"));
        assert_ne!(one.colleague_tag("Carl Dam"), other.colleague_tag("Carl Dam"));
        assert_ne!(one.colleague_tag(""), one.department_tag());
        assert_ne!(one.department_tag(), other.department_tag());
        Ok(())
    }
}
