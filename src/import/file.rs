//! A list's file: its bytes, and the sheets in them.

use std::io;
use std::path::Path;

use super::error::ImportError;
use super::sheet::{Sheet, Unreadable};
use super::{csv, workbook};
use crate::storage;

/// The largest list that is read, in bytes.
pub(crate) const MAX_LIST_BYTES: u64 = 10_000_000;

/// The bytes of the list at `path`.
///
/// # Errors
/// If the system refuses, or the list is larger than a list can be.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, ImportError> {
    storage::read_up_to(path, MAX_LIST_BYTES).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => Unreadable::TooLarge.into(),
        _ => ImportError::Io { path: path.to_owned(), error },
    })
}

/// The sheets of a file: those of a workbook, or a text's, parted at each of the usual signs.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if bytes.starts_with(ZIP) {
        workbook::sheets(bytes)
    } else if bytes.starts_with(COMPOUND) {
        Err(Unreadable::OldWorkbook)
    } else {
        csv::sheets(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_kinds_are_told_by_their_beginning() {
        assert_eq!(sheets(b"%PDF-1.7\n\0").err(), Some(Unreadable::NotAList));
        assert_eq!(sheets(b"PK\x03\x04nothing").err(), Some(Unreadable::NotAWorkbook));
        assert_eq!(sheets(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..").err(), Some(Unreadable::OldWorkbook));
    }
}
