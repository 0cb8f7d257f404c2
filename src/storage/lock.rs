//! Locks of the operating system, which frees them when their holder dies.
//!
//! A shared folder and an archive have a lock each, the file `.spind/lock`. Holding it only
//! takes the right to read, which is all that a secretary has there. Where the file isn't
//! there and can't be made, whoever writes a single file locks a file beside it instead;
//! runs that change the whole folder make the folder's lock, and take those that lie
//! beside files too. Runs that take several locks take them in the order of their paths, and
//! the output folder's last, so no two runs wait for each other.
//!
//! Synced folders carry no locks from one machine to another, and some network drives have
//! none. So no write relies on them to leave files whole ([`super::exchange`]).

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use walkdir::WalkDir;

use super::{OWN_FOLDER, remove_leftovers};

/// The lock's name in [`OWN_FOLDER`].
const LOCK: &str = "lock";
/// The name of a lock beside the file that is written.
const LOCK_BESIDE: &str = ".spind-write.lock";
/// How long a run waits before it says so.
const SILENT: Duration = Duration::from_secs(1);
/// How often it looks until then.
const PAUSE: Duration = Duration::from_millis(20);

static LISTENER: OnceLock<fn(&Path)> = OnceLock::new();

/// From now on, tells `listener` the folder for which this run waits for more than a
/// second; only the first listener counts.
pub fn on_wait(listener: fn(&Path)) {
    // A second listener would tell everything twice.
    let _ = LISTENER.set(listener);
}

/// Locks `file`, and waits for whoever holds it. `folder` is what it stands for, which the
/// listener of [`on_wait`] is told after a second.
///
/// # Errors
/// If it can't be locked.
pub fn acquire(file: &File, folder: &Path) -> io::Result<()> {
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

/// Locks that are held until this goes.
#[derive(Debug)]
#[must_use = "the locks are held until this goes"]
pub struct LockGuard {
    locks: Vec<File>,
    /// Where nobody else can be writing now, and how many folders deep.
    own: Vec<(PathBuf, usize)>,
}

impl LockGuard {
    fn nothing() -> Self {
        Self { locks: Vec::new(), own: Vec::new() }
    }

    /// Removes what killed runs left half-written; what is gone.
    pub fn remove_leftovers(&self) -> Vec<PathBuf> {
        self.own.iter().flat_map(|(folder, depth)| remove_leftovers(folder, *depth)).collect()
    }

    /// Waits for `lock`, and holds it. Without locks on the drive, goes on.
    fn take(&mut self, lock: File, folder: &Path, depth: usize) -> io::Result<()> {
        match acquire(&lock, folder) {
            Ok(()) => {
                self.locks.push(lock);
                self.own.push((folder.to_owned(), depth));
                Ok(())
            }
            Err(error) if has_no_locks(&error) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Locks the whole shared `folder`, and `archives`, which must be there. Leftovers are looked
/// for `depth` folders deep in archives, which may be the root of a whole drive.
///
/// # Errors
/// If one can't be looked at, or something else is in the place of its lock.
pub fn whole(folder: &Path, archives: &[PathBuf], depth: usize) -> io::Result<LockGuard> {
    let mut held = LockGuard::nothing();
    // An archive that is the shared folder itself is locked once, and as that.
    let archives = archives.iter().map(|archive| (archive.as_path(), false));
    let all = archives.chain([(folder, true)]).map(|(path, is_shared)| {
        let whole = fs::canonicalize(path)?;
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

/// Locks the shared `folder` for whoever writes `file` in it, as far as rights allow.
///
/// # Errors
/// If the folder can't be looked at, or something else is in the place of a lock.
pub fn for_file(folder: &Path, file: &Path) -> io::Result<LockGuard> {
    loop {
        let mut held = LockGuard::nothing();
        if let Some(lock) = open(folder)? {
            held.take(lock, folder, usize::MAX)?;
            return Ok(held);
        }
        let beside = file.parent().unwrap_or(folder);
        let Some(lock) = open_or_make(&beside.join(LOCK_BESIDE))? else { return Ok(held) };
        held.take(lock, beside, 1)?;
        // Who changes the whole folder makes its lock first, and then takes those that are
        // there. If that has happened since, this one came too late to be seen.
        if open(folder)?.is_none() {
            return Ok(held);
        }
    }
}

/// Whether `path`, in a shared folder, is only of use while runs are under way, and so no
/// part of what is archived.
pub fn is_lock(path: &Path) -> bool {
    let in_own_folder = || path.parent().is_some_and(|parent| parent.ends_with(OWN_FOLDER));
    path.file_name().is_some_and(|name| name == LOCK_BESIDE || name == LOCK && in_own_folder())
}

/// The lock of `folder`, which is made if it isn't there; `None` where that is not allowed.
fn open(folder: &Path) -> io::Result<Option<File>> {
    let own = folder.join(OWN_FOLDER);
    if fs::symlink_metadata(&own).is_ok_and(|metadata| !metadata.is_dir()) {
        return Err(io::Error::new(io::ErrorKind::NotADirectory, OWN_FOLDER));
    }
    match fs::create_dir(&own) {
        Err(error) if is_not_allowed(&error) && !own.is_dir() => Ok(None),
        Err(error) if !own.is_dir() => Err(error),
        _ => open_or_make(&own.join(LOCK)),
    }
}

fn open_or_make(path: &Path) -> io::Result<Option<File>> {
    // A link or a pipe in its place would lead elsewhere, or wait forever.
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
        Err(error) if is_not_allowed(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_not_allowed(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Whether the drive has no locks, or none for whoever may only read.
fn has_no_locks(error: &io::Error) -> bool {
    // EBADF and ENOLCK of network drives on Linux have no kind of their own.
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
        let beside = open_or_make(&path)?.expect("it can be made");
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
