//! Advisory file locks, which the operating system releases when a process ends.
//!
//! A shared folder and an archive have one lock each, the file `.spind/lock`. Locking it needs
//! only read access, which is all that a secretary has there. If the file is missing and can't be
//! created, a run that writes a single file locks a file next to it instead. Runs that change the
//! whole folder create the folder's lock and also take all locks next to files. Several locks are
//! taken in the order of their paths and the output folder's last, which prevents deadlocks.
//!
//! Locks don't work between machines with synced folders, nor on some network drives. So file
//! integrity never depends on them; see [`super::exchange`].

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use walkdir::WalkDir;

use super::{OWN_FOLDER, canonical, remove_leftovers};

/// Name of the lock file in [`OWN_FOLDER`].
const LOCK: &str = "lock";
/// Name of the lock file next to a file that is written.
const LOCK_BESIDE: &str = ".spind-write.lock";
/// Wait before the listener is notified.
const SILENT: Duration = Duration::from_secs(1);
/// Polling interval until then.
const PAUSE: Duration = Duration::from_millis(20);

static LISTENER: OnceLock<fn(&Path)> = OnceLock::new();

/// Registers a listener for waits of more than a second; it gets the locked folder. Only the
/// first registration counts.
pub(crate) fn on_wait(listener: fn(&Path)) {
    let _ = LISTENER.set(listener);
}

/// Locks `file`, and waits while another process holds it. After a second, the listener of
/// [`on_wait`] is notified with `folder`.
///
/// # Errors
/// If it can't be locked.
pub(crate) fn acquire(file: &File, folder: &Path) -> io::Result<()> {
    let since = Instant::now();
    while since.elapsed() < SILENT {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    if let Some(tell) = LISTENER.get() {
        tell(folder);
    }
    file.lock()
}

/// A set of locks, released on drop.
#[derive(Debug)]
#[must_use = "the locks are released on drop"]
pub(crate) struct LockGuard {
    locks: Vec<File>,
    /// Folders that no other run can be writing to, with the depth that this covers.
    exclusive: Vec<(PathBuf, usize)>,
}

impl LockGuard {
    fn nothing() -> Self {
        Self { locks: Vec::new(), exclusive: Vec::new() }
    }

    /// Removes temporary files of killed runs; returns the removed paths.
    pub(crate) fn remove_leftovers(&self) -> Vec<PathBuf> {
        self.exclusive.iter().flat_map(|(folder, depth)| remove_leftovers(folder, *depth)).collect()
    }

    /// Acquires `lock` and adds it to the set; does nothing on drives without locks.
    fn take(&mut self, lock: File, folder: &Path, depth: usize) -> io::Result<()> {
        match acquire(&lock, folder) {
            Ok(()) => {
                self.locks.push(lock);
                self.exclusive.push((folder.to_owned(), depth));
                Ok(())
            }
            Err(error) if is_unsupported(&error) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Locks the whole shared `folder` and existing `archives`. In archives, which may be the root of a
/// drive, temporary files are searched for only `depth` folders deep.
///
/// # Errors
/// If a folder can't be accessed, or its lock's path is not a plain file.
pub(crate) fn whole(folder: &Path, archives: &[PathBuf], depth: usize) -> io::Result<LockGuard> {
    let mut held = LockGuard::nothing();
    // An archive that is the shared folder itself is locked once, as the shared folder.
    let archives = archives.iter().map(|archive| (archive.as_path(), false));
    let all = archives.chain([(folder, true)]).map(|(path, is_shared)| {
        let whole = canonical(path)?;
        Ok((whole, (path, is_shared)))
    });
    let all: BTreeMap<PathBuf, (&Path, bool)> = all.collect::<io::Result<_>>()?;
    for (path, is_shared) in all.into_values() {
        if let Some(lock) = open(path)? {
            held.take(lock, path, if is_shared { usize::MAX } else { depth })?;
        }
        let walk = is_shared.then(|| WalkDir::new(path).sort_by_file_name());
        let beside = walk.into_iter().flatten().filter_map(Result::ok);
        for entry in beside.filter(|entry| entry.file_name() == LOCK_BESIDE && entry.file_type().is_file()) {
            if let Ok(lock) = File::open(entry.path()) {
                held.take(lock, entry.path().parent().unwrap_or(path), 0)?;
            }
        }
    }
    Ok(held)
}

/// Locks the shared `folder` for writing one `file` in it, as far as access rights allow.
///
/// # Errors
/// If the folder can't be accessed, or a lock's path is not a plain file.
pub(crate) fn for_file(folder: &Path, file: &Path) -> io::Result<LockGuard> {
    loop {
        let mut held = LockGuard::nothing();
        if let Some(lock) = open(folder)? {
            held.take(lock, folder, usize::MAX)?;
            return Ok(held);
        }
        let beside = file.parent().unwrap_or(folder);
        let Some(lock) = open_or_create(&beside.join(LOCK_BESIDE))? else { return Ok(held) };
        held.take(lock, beside, 1)?;
        // A run that locks the whole folder creates its lock first and then takes existing locks
        // next to files. If the folder's lock exists by now, that run may have missed this one.
        if open(folder)?.is_none() {
            return Ok(held);
        }
    }
}

/// Whether `path` in a shared folder is a lock file, which is not archived.
pub(crate) fn is_lock(path: &Path) -> bool {
    let in_own_folder = || path.parent().is_some_and(|parent| parent.ends_with(OWN_FOLDER));
    path.file_name().is_some_and(|name| name == LOCK_BESIDE || name == LOCK && in_own_folder())
}

/// Opens or creates the lock of `folder`; `None` without the right to create it.
fn open(folder: &Path) -> io::Result<Option<File>> {
    let own = folder.join(OWN_FOLDER);
    if fs::symlink_metadata(&own).is_ok_and(|metadata| !metadata.is_dir()) {
        return Err(io::Error::new(io::ErrorKind::NotADirectory, OWN_FOLDER));
    }
    match fs::create_dir(&own) {
        Err(error) if is_permission_error(&error) && !own.is_dir() => Ok(None),
        Err(error) if !own.is_dir() => Err(error),
        _ => open_or_create(&own.join(LOCK)),
    }
}

fn open_or_create(path: &Path) -> io::Result<Option<File>> {
    // A link would lead elsewhere, and opening a pipe would block.
    if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, LOCK));
    }
    let opened = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            File::options().read(true).write(true).create(true).truncate(false).open(path)
        }
        opened => opened,
    };
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(error) if is_permission_error(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_permission_error(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Whether the drive does not support locks, or not with read access only.
fn is_unsupported(error: &io::Error) -> bool {
    // EBADF and ENOLCK, which network drives on Linux return, have no `ErrorKind`.
    error.kind() == io::ErrorKind::Unsupported
        || cfg!(target_os = "linux") && matches!(error.raw_os_error(), Some(9 | 37))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_and_the_shared_folder_are_locked_once_each() -> io::Result<()> {
        let (folder, archive) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let archives = [archive.path().to_owned(), folder.path().to_owned(), archive.path().join(".")];
        let held = whole(folder.path(), &archives, 1)?;
        assert_eq!(held.locks.len(), 2);
        let lock = File::open(folder.path().join(".spind/lock"))?;
        assert!(matches!(lock.try_lock(), Err(TryLockError::WouldBlock)));
        drop(held);
        assert!(lock.try_lock().is_ok());
        Ok(())
    }

    #[test]
    fn something_else_in_the_place_of_a_lock_is_refused() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join(".spind"), "x")?;
        assert!(whole(folder.path(), &[], 1).is_err());
        fs::remove_file(folder.path().join(".spind"))?;
        fs::create_dir_all(folder.path().join(".spind/lock"))?;
        assert!(for_file(folder.path(), &folder.path().join("a.yaml")).is_err());
        Ok(())
    }

    #[test]
    fn a_lock_beside_a_file_keeps_the_whole_folder_waiting() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("nordskolen"))?;
        let path = folder.path().join("nordskolen").join(LOCK_BESIDE);
        let beside = open_or_create(&path)?.expect("it can be made");
        beside.lock()?;
        let (send, receive) = std::sync::mpsc::channel();
        let root = folder.path().to_owned();
        let waiting = thread::spawn(move || {
            let held = whole(&root, &[], 1);
            let _ = send.send(());
            held.map(|held| held.locks.len())
        });
        assert!(receive.recv_timeout(Duration::from_millis(300)).is_err(), "it waits");
        drop(beside);
        let taken = waiting.join().expect("the thread ends")?;
        assert_eq!(taken, 2);
        Ok(())
    }
}
