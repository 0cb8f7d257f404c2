//! Files that another program holds open.
//!
//! Windows refuses to replace, delete or sometimes read them, as long as a viewer shows
//! them. Virus scanners, indexers and sync clients hold every new file too, for a moment.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

/// The milliseconds before trying again: two thirds of a second in all. A scanner is done by
/// then; a person who reads a plan is not.
const PAUSES: [u64; 6] = [10, 20, 40, 80, 160, 320];

/// Whether the system refused because another program, such as a viewer, holds the file.
pub fn is_in_use(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, which have no kind of their own.
    let on_windows = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    on_windows || error.kind() == io::ErrorKind::ResourceBusy
}

/// Does `act`, and again for a moment while another program holds the file.
///
/// # Errors
/// What the last attempt says.
pub fn retry_while_in_use<T>(act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    for milliseconds in PAUSES {
        match act() {
            Err(error) if cfg!(windows) && is_in_use(&error) => {
                std::thread::sleep(Duration::from_millis(milliseconds));
            }
            done => return done,
        }
    }
    act()
}

/// Renames `from` to `to`, and replaces what is there.
///
/// # Errors
/// If the system refuses; that [`is_in_use`] where another program holds what is there, and
/// `ReadOnlyFilesystem` where that is read-only.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    retry_while_in_use(|| fs::rename(from, to).map_err(|error| why_refused(error, from, to)))
}

/// Windows says the same, access denied, to all that stops a file from being replaced.
#[cfg(windows)]
fn why_refused(error: io::Error, from: &Path, to: &Path) -> io::Error {
    use std::os::windows::fs::OpenOptionsExt;
    if error.kind() != io::ErrorKind::PermissionDenied {
        return error;
    }
    match fs::metadata(to) {
        Ok(there) if there.permissions().readonly() => io::ErrorKind::ReadOnlyFilesystem.into(),
        // Whoever shares a file with nobody is refused as long as somebody else has it.
        Ok(there) if there.is_file() => match fs::File::options().read(true).share_mode(0).open(to) {
            Err(held) if is_in_use(&held) => held,
            _ => error,
        },
        // A folder can't be renamed while anything in it is open.
        Err(_) if from.is_dir() => io::ErrorKind::ResourceBusy.into(),
        _ => error,
    }
}

#[cfg(not(windows))]
fn why_refused(error: io::Error, _: &Path, _: &Path) -> io::Error {
    error
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn only_what_is_held_is_tried_again() {
        let tries = Cell::new(0);
        let refused = |kind: io::ErrorKind| {
            tries.set(0);
            retry_while_in_use(|| {
                tries.set(tries.get() + 1);
                if tries.get() < 3 { Err(kind.into()) } else { Ok(()) }
            })
            .is_ok()
        };
        assert!(!refused(io::ErrorKind::PermissionDenied));
        assert_eq!(tries.get(), 1);
        assert_eq!(refused(io::ErrorKind::ResourceBusy), cfg!(windows));
        assert_eq!(tries.get(), if cfg!(windows) { 3 } else { 1 });
    }

    #[cfg(windows)]
    #[test]
    fn windows_is_asked_why_a_file_cannot_be_replaced() -> io::Result<()> {
        use std::os::windows::fs::OpenOptionsExt;
        let folder = tempfile::tempdir()?;
        let (new, old) = (folder.path().join("new"), folder.path().join("old"));
        fs::write(&new, "new")?;
        fs::write(&old, "old")?;
        // FILE_SHARE_READ, as viewers and editors open what they show.
        let shown = fs::File::options().read(true).share_mode(1).open(&old)?;
        assert!(rename(&new, &old).is_err_and(|error| is_in_use(&error)));
        assert_eq!(fs::read(&old)?, b"old");
        drop(shown);
        rename(&new, &old)?;
        assert_eq!(fs::read(&old)?, b"new");
        Ok(())
    }
}
