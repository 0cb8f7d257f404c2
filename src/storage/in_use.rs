//! Files that another program has open.
//!
//! Windows refuses to replace, delete or sometimes read a file while a viewer has it open. Virus
//! scanners, indexers and sync clients open every new file for a moment, so operations are
//! retried for less than a second.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Pauses between attempts in milliseconds, 630 ms in total: enough for a scanner, and no
/// noticeable delay if a viewer has the file open.
const PAUSES: [u64; 6] = [10, 20, 40, 80, 160, 320];

/// Whether an error means that another program, such as a viewer, has the file open.
pub(crate) fn is_in_use(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, which have no kind of their own.
    let on_windows = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    on_windows || error.kind() == io::ErrorKind::ResourceBusy
}

/// Runs `operation`, with retries while another program has the file open.
///
/// # Errors
/// The error of the last attempt.
pub(crate) fn retry_while_in_use<T>(operation: impl Fn() -> io::Result<T>) -> io::Result<T> {
    for milliseconds in PAUSES {
        match operation() {
            Err(error) if cfg!(windows) && is_in_use(&error) => {
                std::thread::sleep(Duration::from_millis(milliseconds));
            }
            done => return done,
        }
    }
    operation()
}

/// Renames `from` to `to` and replaces an existing file.
///
/// # Errors
/// If the system refuses. The error [`is_in_use`] if another program has the target open, and is
/// `ReadOnlyFilesystem` if the target is read-only.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    // On Windows the attribute is set on purpose, and not every drive refuses the replacement;
    // elsewhere the folder's rights decide.
    let is_read_only = |there: fs::Metadata| there.is_file() && there.permissions().readonly();
    if cfg!(windows) && fs::metadata(to).is_ok_and(is_read_only) {
        return Err(io::ErrorKind::ReadOnlyFilesystem.into());
    }
    retry_while_in_use(|| fs::rename(from, to).map_err(|error| refine_error(error, from, to)))
}

/// The cause behind "access denied", which Windows returns for everything that prevents a
/// replacement.
#[cfg(windows)]
fn refine_error(error: io::Error, from: &Path, to: &Path) -> io::Error {
    use std::os::windows::fs::OpenOptionsExt;
    if error.kind() != io::ErrorKind::PermissionDenied {
        return error;
    }
    match fs::metadata(to) {
        // Opening for exclusive access fails while another program has the file open.
        Ok(there) if there.is_file() => match fs::File::options().read(true).share_mode(0).open(to) {
            Err(held) if is_in_use(&held) => held,
            _ => error,
        },
        // A folder can't be renamed while a file in it is open.
        Err(_) if from.is_dir() => io::ErrorKind::ResourceBusy.into(),
        _ => error,
    }
}

#[cfg(not(windows))]
fn refine_error(error: io::Error, _: &Path, _: &Path) -> io::Error {
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
