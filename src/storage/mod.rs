//! File storage: atomic writes, compare-and-replace, locks, and temporary files.
//!
//! Readers see the old or the new contents of a file, never a part. The module is independent of
//! documents, departments and wording, so that all others can use it.

pub(crate) mod in_use;
pub(crate) mod lock;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};
use walkdir::WalkDir;

/// Folder for the program's own files in a shared folder or an archive: schemas, the lock, the state
/// of a rollover. Hidden by its leading dot, so that nothing in it is taken for a profile.
pub(crate) const OWN_FOLDER: &str = ".spind";

/// Limit of a file that [`replace_own`] may replace, in bytes. The program makes none that is larger.
const MAX_OWN_BYTES: u64 = 20_000_000;

const TEMPORARY_PREFIX: &str = ".spind-";
const TEMPORARY_SUFFIX: &str = ".tmp";

/// Why a file was neither written nor deleted.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The operating system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A foreign file or folder occupies the path.
    #[error("foreign file")]
    Foreign,
    /// A component of the path is a symbolic link.
    #[error("link")]
    Link,
}

/// Opens a regular file for reading. Anything else is refused, since opening a pipe would block.
///
/// # Errors
/// If it can't be opened, or is not a regular file (`InvalidInput`).
pub(crate) fn open_file(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() { File::open(path) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// The canonical path, or the absolute one on drives that have none: RAM disks and some network and
/// virtual drives of Windows don't know the full path of an open file.
///
/// # Errors
/// If nothing exists at `path`, or it can't be accessed.
pub(crate) fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path).or_else(|_| {
        fs::metadata(path)?;
        std::path::absolute(path)
    })
}

/// Reads the whole regular file at `path`.
///
/// # Errors
/// As [`open_file`], or if it can't be read.
pub(crate) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_file(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads the regular file at `path`, which may have `limit` bytes; retries while another program has it open.
///
/// # Errors
/// As [`read_file`], or if it is larger (`FileTooLarge`).
pub(crate) fn read_up_to(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    read_all_up_to(in_use::retry_while_in_use(|| open_file(path))?, limit)
}

/// Reads all of `source`, which may have `limit` bytes.
///
/// # Errors
/// If it can't be read, or has more (`FileTooLarge`).
pub(crate) fn read_all_up_to(source: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte past the limit tells larger files, and also detects one that grows meanwhile.
    source.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Atomically writes `bytes` to `path`, and replaces an existing file. The result has the access
/// rights of a new file.
///
/// # Errors
/// If it can't be written; an existing file is untouched.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_with(path, bytes, None, rename_over)
}

/// Atomically writes `bytes` to `path`, in place of nothing or of a file for which `is_ours` holds. A file
/// with these contents is left alone, since a write would be synchronized for nothing.
///
/// # Errors
/// If another file, a folder or a link is in its place, or the system refuses.
pub(crate) fn replace_own(
    path: &Path,
    bytes: &[u8],
    is_ours: impl Fn(&[u8]) -> bool,
) -> Result<(), OutputError> {
    match read_own(path) {
        Ok(there) if !is_ours(&there) => return Err(OutputError::Foreign),
        Ok(there) if there == bytes => return Ok(()),
        Err(OutputError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
        Ok(_) => {}
    }
    fs::create_dir_all(folder_of(path))?;
    Ok(replace(path, bytes)?)
}

/// The contents of a file that may be the program's.
///
/// # Errors
/// If it is a link or too large for one, or can't be read.
pub(crate) fn read_own(path: &Path) -> Result<Vec<u8>, OutputError> {
    if is_link(path) {
        return Err(OutputError::Link);
    }
    read_up_to(path, MAX_OWN_BYTES).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => OutputError::Foreign,
        _ => error.into(),
    })
}

/// Whether a symbolic link is at `path`.
pub(crate) fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|there| there.is_symlink())
}

/// As [`replace`], for a file that must not exist yet.
///
/// # Errors
/// If it exists (`AlreadyExists`), even if it was created meanwhile, or can't be written.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_with(path, bytes, None, give_name)
}

/// As [`create`], with the access rights of the file `like`.
///
/// # Errors
/// As [`create`], or if the rights of `like` can't be read.
pub(crate) fn create_like(path: &Path, bytes: &[u8], like: &Path) -> io::Result<()> {
    write_with(path, bytes, Some(like), give_name)
}

/// Replaces the file at `path` if its contents are still `before`; returns whether they were. Access
/// rights are kept.
///
/// The comparison comes after the new bytes have been written to a temporary file, so an edit by
/// a program that takes no lock can be lost only between comparison and rename.
///
/// # Errors
/// If the file can't be read or written; it is untouched then.
pub fn exchange(path: &Path, before: &[u8], after: &[u8]) -> io::Result<bool> {
    let file = match write_temporary(path, after, Some(path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        file => file?,
    };
    match in_use::retry_while_in_use(|| read_file(path)) {
        Ok(bytes) if bytes == before => {}
        Ok(_) => return Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    }
    rename_over(file, path)?;
    Ok(true)
}

/// Writes a temporary file next to `path` and renames it with `finish`. Without a lock, another run
/// may remove the temporary file as a leftover, so there is a second attempt.
fn write_with(
    path: &Path,
    bytes: &[u8],
    like: Option<&Path>,
    finish: fn(TempPath, &Path) -> io::Result<()>,
) -> io::Result<()> {
    match finish(write_temporary(path, bytes, like)?, path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            finish(write_temporary(path, bytes, like)?, path)
        }
        finished => finished,
    }
}

/// Renames a temporary file to `path`, and replaces an existing file.
fn rename_over(mut file: TempPath, path: &Path) -> io::Result<()> {
    in_use::rename(&file, path)?;
    file.disable_cleanup(true);
    Ok(())
}

/// Renames a temporary file to `path`, which must not exist.
///
/// # Errors
/// If `path` exists (`AlreadyExists`), or the system refuses; the temporary file is removed then.
pub(crate) fn give_name(mut file: TempPath, path: &Path) -> io::Result<()> {
    rename_to_free(&file, path)?;
    file.disable_cleanup(true);
    Ok(())
}

/// Renames the file `from` to `to`, which must not exist.
///
/// # Errors
/// If `to` exists (`AlreadyExists`), or the system refuses; `from` stays then.
pub(crate) fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
    let (from, to) = (verbatim(from), verbatim(to));
    in_use::retry_while_in_use(|| {
        let mut file = TempPath::try_from_path(&from)?;
        // The file may be a user's work and must survive a failure.
        file.disable_cleanup(true);
        file.persist_noclobber(&to).map_err(|failed| {
            // Clears the temporary attribute on Windows, which would keep OneDrive from syncing it.
            let _ = failed.path.keep();
            failed.error
        })
    })
}

/// `path` in verbatim form on Windows, where other paths are limited to 260 characters in calls
/// that tempfile makes.
fn verbatim(path: &Path) -> PathBuf {
    match path.file_name().filter(|_| cfg!(windows)) {
        Some(name) => canonical(folder_of(path)).map_or(path.to_owned(), |folder| folder.join(name)),
        None => path.to_owned(),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A temporary file next to `path` with `bytes` and the rights of `like`, or else of a new file.
fn write_temporary(path: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<TempPath> {
    let mut file = temporary(path, like.is_some())?;
    file.write_all(bytes)?;
    if let Some(like) = like {
        // On Windows rights are inherited from the folder, and `Permissions` is only the read-only
        // attribute, which would block the next write.
        if cfg!(unix) {
            file.as_file().set_permissions(fs::metadata(like)?.permissions())?;
        }
    }
    Ok(file.into_temp_path())
}

/// An empty temporary file next to `path`, readable by its owner alone if `private`.
///
/// # Errors
/// If it can't be created.
#[cfg_attr(not(unix), expect(unused_variables))]
pub(crate) fn temporary(path: &Path, private: bool) -> io::Result<NamedTempFile> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    if private {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    // Not tempfile's default, which is private and has the temporary attribute on Windows.
    temporaries().make_in(folder_of(path), |path| options.open(path))
}

/// Creates the folder `to` if it is missing, with the access rights of `like` plus all rights for
/// the owner.
///
/// # Errors
/// If it can't be created.
pub(crate) fn create_folder_like(to: &Path, like: &Path) -> io::Result<()> {
    match fs::create_dir(to) {
        Ok(()) => copy_folder_rights(like, to),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && to.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}

/// Copies the access rights of the folder `from` to `to`, plus all rights for the owner.
///
/// # Errors
/// If they can't be read or set.
#[cfg(unix)]
pub(crate) fn copy_folder_rights(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(from)?.permissions().mode();
    fs::set_permissions(to, fs::Permissions::from_mode(mode | 0o700))
}

/// Does nothing on Windows, where folders inherit their rights.
///
/// # Errors
/// Never fails.
#[cfg(not(unix))]
pub(crate) fn copy_folder_rights(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

/// A builder for temporary files and folders with the program's naming scheme.
pub(crate) fn temporaries() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX).suffix(TEMPORARY_SUFFIX);
    builder
}

/// Whether this is the name of a temporary file or folder of the program.
pub(crate) fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMPORARY_PREFIX) && name.ends_with(TEMPORARY_SUFFIX)
}

/// Removes temporary files of killed runs in `root`, at most `depth` folders deep; returns the
/// removed paths. Links are not followed. Requires the lock, since otherwise another run may still
/// be writing.
pub(crate) fn remove_leftovers(root: &Path, depth: usize) -> Vec<PathBuf> {
    let mut removed = Vec::new();
    let mut walk = WalkDir::new(root).min_depth(1).max_depth(depth).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let Ok(entry) = entry else { continue };
        if !is_temporary(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let result = if entry.file_type().is_dir() {
            walk.skip_current_dir();
            fs::remove_dir_all(entry.path())
        } else if entry.file_type().is_file() {
            fs::remove_file(entry.path())
        } else {
            continue;
        };
        // What can't be removed is left to a later run.
        if result.is_ok() {
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

    #[test]
    fn a_path_without_a_canonical_form_is_there_or_not() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        assert_eq!(canonical(folder.path())?, fs::canonicalize(folder.path())?);
        let missing = canonical(&folder.path().join("x")).expect_err("nothing is there");
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
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
