//! Files on disk: atomic writes, and locks against writing at the same time.
//!
//! Whoever opens a file finds the old one or the new one, never a half. Knows nothing
//! of documents, departments or words, so every module may use it.

pub mod in_use;
pub mod lock;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};
use walkdir::WalkDir;

/// The folder of what this program keeps in a shared folder or an archive: schemas, the
/// lock, the state of a turn of the year. Its name begins with a dot, so nothing in it is
/// ever taken for a profile, and most systems keep it out of sight.
pub const OWN_FOLDER: &str = ".spind";

const TEMPORARY_PREFIX: &str = ".spind-";
const TEMPORARY_SUFFIX: &str = ".tmp";

/// Opens the plain file at `path` for reading. To open a pipe would be to wait for its other
/// end, so whatever else has a name that this program reads is refused at once.
///
/// # Errors
/// If it can't be opened, or is no plain file (`InvalidInput`).
pub fn open_file(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() { File::open(path) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// The bytes of the plain file at `path`.
///
/// # Errors
/// As [`open_file`], or if it can't be read.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_file(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes `bytes` to `path`, in place of whatever file is there. The result is readable by
/// colleagues as any new file is.
///
/// # Errors
/// If it can't be written; then what was there is whole.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, None, take_place)
}

/// As [`replace`], for a file that must not be there yet.
///
/// # Errors
/// If it is there (`AlreadyExists`), also where it came while this one was written, or
/// if it can't be written.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, None, give_name)
}

/// As [`create`], for a file that whoever may read `like` may read, and nobody else.
///
/// # Errors
/// As [`create`], or if `like` can't be looked at.
pub fn create_like(path: &Path, bytes: &[u8], like: &Path) -> io::Result<()> {
    put(path, bytes, Some(like), give_name)
}

/// Replaces the file at `path` if it still holds `before`; whether it did. Whoever may
/// read the old one may read the new one, and nobody else.
///
/// The comparison comes after the new bytes have been written beside the file, so an edit
/// by a program that takes no lock is lost only between it and the rename.
///
/// # Errors
/// If the file can't be read or written; then it is whole.
pub fn exchange(path: &Path, before: &[u8], after: &[u8]) -> io::Result<bool> {
    // Elsewhere the folder's rights decide who may replace a file; there, somebody ticked a box.
    if cfg!(windows) && fs::metadata(path).is_ok_and(|there| there.permissions().readonly()) {
        return Err(io::ErrorKind::ReadOnlyFilesystem.into());
    }
    let file = match filled(path, after, Some(path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        file => file?,
    };
    match in_use::retry_while_in_use(|| read_file(path)) {
        Ok(bytes) if bytes == before => {}
        Ok(_) => return Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    }
    take_place(file, path)?;
    Ok(true)
}

/// Gives a temporary file beside `path` to `finish`, which renames it. Writes that take no
/// lock may lose theirs to a run that clears away leftovers, so a second one is tried.
fn put(
    path: &Path,
    bytes: &[u8],
    like: Option<&Path>,
    finish: fn(TempPath, &Path) -> io::Result<()>,
) -> io::Result<()> {
    match finish(filled(path, bytes, like)?, path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => finish(filled(path, bytes, like)?, path),
        finished => finished,
    }
}

/// Renames a temporary file to `path`, in place of whatever file is there.
fn take_place(mut file: TempPath, path: &Path) -> io::Result<()> {
    in_use::rename(&file, path)?;
    file.disable_cleanup(true);
    Ok(())
}

/// Renames a temporary file to `path`, where nothing may be yet.
///
/// # Errors
/// If something is there (`AlreadyExists`), or the system refuses; then the file is gone.
pub fn give_name(mut file: TempPath, path: &Path) -> io::Result<()> {
    rename_to_free(&file, path)?;
    file.disable_cleanup(true);
    Ok(())
}

/// Renames the file `from` unless something is at `to` already.
///
/// # Errors
/// If something is there (`AlreadyExists`), or the system refuses; then the file stays.
pub fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
    let (from, to) = (of_any_length(from), of_any_length(to));
    in_use::retry_while_in_use(|| {
        let mut file = TempPath::try_from_path(&from)?;
        // It may be somebody's work.
        file.disable_cleanup(true);
        file.persist_noclobber(&to).map_err(|failed| {
            // On Windows it was marked as temporary in between, which keeps OneDrive from it.
            let _ = failed.path.keep();
            failed.error
        })
    })
}

/// `path` as Windows takes it at any length: tempfile asks for what it is given, and only
/// verbatim paths may have more than 260 characters everywhere.
fn of_any_length(path: &Path) -> PathBuf {
    match path.file_name().filter(|_| cfg!(windows)) {
        Some(name) => fs::canonicalize(folder_of(path)).map_or(path.to_owned(), |folder| folder.join(name)),
        None => path.to_owned(),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A temporary file beside `path` that holds `bytes`, with the rights of `like` or of any
/// new file.
fn filled(path: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<TempPath> {
    let mut file = temporary(path, like.is_some())?;
    file.write_all(bytes)?;
    if let Some(like) = like {
        // On Windows a new file has the rights of its folder, and what `Permissions` holds
        // there, the read-only attribute, would only be in the way of the next write.
        if cfg!(unix) {
            file.as_file().set_permissions(fs::metadata(like)?.permissions())?;
        }
    }
    Ok(file.into_temp_path())
}

/// An empty temporary file beside `path`, which nobody else may read yet if it is `private`.
///
/// # Errors
/// If it can't be made.
#[cfg_attr(not(unix), expect(unused_variables))]
pub fn temporary(path: &Path, private: bool) -> io::Result<NamedTempFile> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    if private {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    // As any new file: tempfile's own are for secrets, and marked on Windows as not worth a sync.
    temporaries().make_in(folder_of(path), |path| options.open(path))
}

/// Makes the folder `to`, if it isn't there, with the rights of `like`; its owner may
/// always change what is in it.
///
/// # Errors
/// If it can't be made.
pub fn create_folder_like(to: &Path, like: &Path) -> io::Result<()> {
    match fs::create_dir(to) {
        Ok(()) => copy_folder_rights(like, to),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && to.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}

/// Gives the folder `to` the rights of `from`; its owner may always change what is in it.
///
/// # Errors
/// If they can't be read or set.
#[cfg(unix)]
pub fn copy_folder_rights(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(from)?.permissions().mode();
    fs::set_permissions(to, fs::Permissions::from_mode(mode | 0o700))
}

/// Does nothing: a folder has the rights of the one above it.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn copy_folder_rights(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

/// What makes a temporary file or folder of the usual name for whoever will rename it.
pub fn temporaries() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX).suffix(TEMPORARY_SUFFIX);
    builder
}

/// Whether a file or folder of this name is one that was being written.
pub fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMPORARY_PREFIX) && name.ends_with(TEMPORARY_SUFFIX)
}

/// Removes what a killed run left half-written in `root`, at most `depth` folders deep, and
/// returns what is gone. Links are not followed. Only for whoever holds the lock: otherwise
/// it may be another run's that is still writing.
pub fn remove_leftovers(root: &Path, depth: usize) -> Vec<PathBuf> {
    let mut removed = Vec::new();
    let mut walk = WalkDir::new(root).min_depth(1).max_depth(depth).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let Ok(entry) = entry else { continue };
        if !is_temporary(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let gone = if entry.file_type().is_dir() {
            walk.skip_current_dir();
            fs::remove_dir_all(entry.path())
        } else if entry.file_type().is_file() {
            fs::remove_file(entry.path())
        } else {
            continue;
        };
        // Another run clears away what this one can't.
        if gone.is_ok() {
            removed.push(entry.into_path());
        }
    }
    removed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_edited_meanwhile_is_not_replaced() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.yaml");
        fs::write(&path, "edited")?;
        assert!(!exchange(&path, b"read", b"new")?);
        assert_eq!(fs::read(&path)?, b"edited");
        assert!(exchange(&path, b"edited", b"new")?);
        assert_eq!(fs::read(&path)?, b"new");
        fs::remove_file(&path)?;
        assert!(!exchange(&path, b"new", b"newer")?);
        assert_eq!(fs::read_dir(folder.path())?.count(), 0);
        Ok(())
    }

    #[test]
    fn only_what_is_not_there_is_created() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.yaml");
        create(&path, b"first")?;
        let second = create(&path, b"second").expect_err("it is there");
        assert_eq!(second.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path)?, b"first");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn rights_are_kept() -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let mode = |path: &Path| fs::metadata(path).map(|metadata| metadata.permissions().mode() & 0o777);
        let (profile, record) = (folder.path().join("a.yaml"), folder.path().join("a.underskrift"));
        for rights in [0o600, 0o664] {
            fs::write(&profile, "1")?;
            fs::set_permissions(&profile, fs::Permissions::from_mode(rights))?;
            create_like(&record, b"1", &profile)?;
            assert!(exchange(&profile, b"1", b"2")?);
            assert_eq!((mode(&profile)?, mode(&record)?), (rights, rights));
            fs::remove_file(&record)?;
        }
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::create_dir(&from)?;
        fs::set_permissions(&from, fs::Permissions::from_mode(0o550))?;
        create_folder_like(&to, &from)?;
        assert_eq!(mode(&to)?, 0o750, "whoever made it can fill it");
        Ok(())
    }

    #[test]
    fn leftovers_are_files_and_folders_of_the_programs_name() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at(".spind-2026-27.tmp/nordskolen"))?;
        fs::create_dir_all(at("nordskolen"))?;
        for file in [".spind-2026-27.tmp/nordskolen/a.yaml", "nordskolen/.spind-x.tmp", "nordskolen/.spind-x"]
        {
            fs::write(at(file), "x")?;
        }
        assert_eq!(remove_leftovers(folder.path(), 1), [at(".spind-2026-27.tmp")]);
        assert_eq!(remove_leftovers(folder.path(), usize::MAX), [at("nordskolen/.spind-x.tmp")]);
        assert!(at("nordskolen/.spind-x").exists());
        Ok(())
    }
}
