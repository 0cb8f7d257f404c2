//! Sharing between departments that never see each other's folder: needs that are added up, and
//! packages of a role model and a catalogue.
//!
//! Everything here leaves the department. So each file is composed from named fields and never
//! copied, and a text that mentions somebody or a workplace is left out ([`mentions`]).

pub(crate) mod canonical;
pub(crate) mod mentions;
pub mod needs;
pub mod needs_file;
pub mod package;
pub(crate) mod sum;
pub mod unpack;

pub use mentions::KnownNames;
pub use sum::{ShownSum, Sum};

use std::io;
use std::path::Path;

use crate::run::OutputError;
use crate::storage;

/// Limit of an existing file that may be the program's, in bytes.
const MAX_BYTES: u64 = 20_000_000;

/// The bytes of the file at `path`, unless it is larger than any file that is shared.
fn read_limited(path: &Path) -> Result<Vec<u8>, OutputError> {
    storage::read_up_to(path, MAX_BYTES).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => OutputError::Foreign,
        _ => error.into(),
    })
}

/// Writes `bytes` to `path`, in place of nothing or of a file for which `is_ours` holds.
///
/// # Errors
/// If another file or a link is in its place, or the system refuses.
pub(crate) fn write_own(
    path: &Path,
    bytes: &[u8],
    is_ours: impl Fn(&[u8]) -> bool,
) -> Result<(), OutputError> {
    if path.symlink_metadata().is_ok_and(|there| there.is_symlink()) {
        return Err(OutputError::Link);
    }
    match read_limited(path) {
        Ok(there) if !is_ours(&there) => return Err(OutputError::Foreign),
        Err(OutputError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
        Ok(_) => {}
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    Ok(storage::replace(path, bytes)?)
}
