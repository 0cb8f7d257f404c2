//! The archive of a year: a complete copy of the shared folder.
//!
//! The copy is made under a temporary name, compared with the original, and renamed only when it is
//! complete, so an archive with its final name is never partial.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::department::year_end;
use crate::storage::in_use;
use crate::storage::{self, lock};

/// A copy under its temporary name.
#[derive(Debug)]
pub(crate) struct UnfinishedCopy {
    folder: PathBuf,
    target: PathBuf,
    /// Links and other special files, which are not copied.
    pub not_copied: Vec<PathBuf>,
}

/// The reason why the archive was not made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArchiveError {
    /// An operation on this path failed.
    #[error("{}: {error}", path.display())]
    Io {
        /// Path of the file or folder.
        path: PathBuf,
        /// Error of the system.
        error: io::Error,
    },
    /// A file changed while it was copied.
    #[error("{} changed", .0.display())]
    Changed(PathBuf),
}

/// Copies `folder` with access rights to a temporary folder next to `target`, and compares the copy
/// with the original. Links are not followed; lock files and the state of a rollover are skipped.
///
/// # Errors
/// If something can't be read or written, or changes meanwhile.
pub(crate) fn copy(folder: &Path, target: &Path) -> Result<UnfinishedCopy, ArchiveError> {
    // A unique name, since another run may be copying too on a drive without locks.
    let archive = parent(target);
    let temporary = storage::temporaries().tempdir_in(archive).map_err(at(archive))?.keep();
    let mut copy = UnfinishedCopy { folder: temporary, target: target.to_owned(), not_copied: Vec::new() };
    match copy.fill(folder) {
        Ok(()) => Ok(copy),
        Err(error) => {
            copy.discard();
            Err(error)
        }
    }
}

/// Atomically copies the file `relative` from `from` to the same relative path in `to`, with its
/// access rights and those of its parent folders.
///
/// # Errors
/// If it can't be read or written, exists already, or changes meanwhile.
pub(crate) fn copy_file(from: &Path, to: &Path, relative: &Path) -> Result<(), ArchiveError> {
    let folders = relative.parent().into_iter().flat_map(Path::ancestors).collect::<Vec<_>>();
    for folder in folders.into_iter().rev() {
        let made = to.join(folder);
        storage::create_folder_like(&made, &from.join(folder)).map_err(at(&made))?;
    }
    let (from, to) = (from.join(relative), to.join(relative));
    let temporary = storage::temporary(&to, true).map_err(at(&to))?.into_temp_path();
    fill_file(&from, &temporary)?;
    storage::give_name(temporary, &to).map_err(at(&to))
}

/// Copies a file, flushes it to disk, and compares the copy with the original.
fn fill_file(from: &Path, to: &Path) -> Result<(), ArchiveError> {
    fs::copy(from, to).map_err(at(from))?;
    // The original is deleted or changed later, so the copy must survive a power cut. Windows
    // flushes only handles with write access.
    let copied = File::options().read(true).append(cfg!(windows)).open(to);
    if let Ok(copied) = &copied {
        copied.sync_all().map_err(at(to))?;
        let modified = fs::metadata(from).and_then(|metadata| metadata.modified());
        // The modification time is a convenience, so a failure is ignored.
        let _ = modified.and_then(|time| copied.set_modified(time));
    }
    match same_bytes(from, to).map_err(at(from))? {
        true => Ok(()),
        false => Err(ArchiveError::Changed(from.to_owned())),
    }
}

/// Whether both files have the same contents.
///
/// # Errors
/// If one can't be read.
pub(crate) fn same_bytes(one: &Path, two: &Path) -> io::Result<bool> {
    let (mut one, mut two) = (storage::open_file(one)?, storage::open_file(two)?);
    let mut chunks = ([0; 16 * 1024], [0; 16 * 1024]);
    loop {
        let length = one.read(&mut chunks.0)?;
        if length == 0 {
            return Ok(two.read(&mut chunks.1)? == 0);
        }
        match two.read_exact(&mut chunks.1[..length]) {
            Ok(()) if chunks.0[..length] == chunks.1[..length] => {}
            Ok(()) => return Ok(false),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            Err(error) => return Err(error),
        }
    }
}

impl UnfinishedCopy {
    /// Temporary path of the copy.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Renames the copy to its final name.
    ///
    /// # Errors
    /// If that name is taken by now, or the system refuses.
    pub(crate) fn finish(self) -> Result<PathBuf, ArchiveError> {
        if fs::symlink_metadata(&self.target).is_ok() {
            let error = io::ErrorKind::AlreadyExists.into();
            return Err(ArchiveError::Io { path: self.target.clone(), error });
        }
        in_use::rename(&self.folder, &self.target).map_err(at(&self.target))?;
        Ok(self.target)
    }

    /// Deletes the copy.
    pub(crate) fn discard(self) {
        // On failure, a later run removes it as a leftover.
        let _ = fs::remove_dir_all(&self.folder);
    }

    fn fill(&mut self, folder: &Path) -> Result<(), ArchiveError> {
        storage::copy_folder_rights(folder, &self.folder).map_err(at(&self.folder))?;
        for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
            let entry = entry.map_err(|error| ArchiveError::Io {
                path: error.path().unwrap_or(folder).to_owned(),
                error: error.into(),
            })?;
            let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let to = self.folder.join(relative);
            if entry.file_type().is_dir() {
                storage::create_folder_like(&to, entry.path()).map_err(at(&to))?;
            } else if lock::is_lock(relative) || year_end::is_state_file(relative) {
                continue;
            } else if entry.file_type().is_file() {
                fill_file(entry.path(), &to)?;
            } else {
                self.not_copied.push(relative.to_owned());
            }
        }
        Ok(())
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> ArchiveError {
    let path = path.to_owned();
    move |error| ArchiveError::Io { path, error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_complete_before_it_gets_its_name() -> Result<(), Box<dyn std::error::Error>> {
        let (folder, archive) = (tempfile::tempdir()?, tempfile::tempdir()?);
        fs::create_dir_all(folder.path().join("a/tom"))?;
        fs::write(folder.path().join("a/.skjult"), "x")?;
        fs::write(folder.path().join("ukendt.xlsx"), vec![7; 100_000])?;
        let target = archive.path().join("2026-27");
        fs::create_dir_all(folder.path().join(".spind"))?;
        fs::write(folder.path().join(".spind/lock"), "")?;
        let copy = copy(folder.path(), &target)?;
        assert!(!target.exists());
        assert!(storage::is_temporary(&copy.folder().file_name().expect("a name").to_string_lossy()));
        copy.finish()?;
        assert!(same_bytes(&folder.path().join("ukendt.xlsx"), &target.join("ukendt.xlsx"))?);
        assert_eq!(fs::read_to_string(target.join("a/.skjult"))?, "x");
        assert!(target.join("a/tom").is_dir() && !target.join(".spind/lock").exists());
        assert_eq!(fs::read_dir(archive.path())?.count(), 1);
        Ok(())
    }

    #[test]
    fn files_of_different_length_or_content_differ() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).map(|()| path)
        };
        let one = file("1", &[1; 40_000])?;
        assert!(same_bytes(&one, &file("2", &[1; 40_000])?)?);
        assert!(!same_bytes(&one, &file("3", &[1; 40_001])?)?);
        assert!(!same_bytes(&one, &file("4", &[1; 39_999])?)?);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_copy_has_the_rights_of_the_original() -> Result<(), Box<dyn std::error::Error>> {
        use std::os::unix::fs::PermissionsExt;
        let (folder, archive) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let rights = [("", 0o750), ("a", 0o700), ("a/b", 0o2770), ("a/b/x.yaml", 0o640), ("a/y.yaml", 0o400)];
        fs::create_dir_all(folder.path().join("a/b"))?;
        for (name, mode) in rights.iter().rev() {
            let path = folder.path().join(name);
            if name.ends_with("yaml") {
                fs::write(&path, "x")?;
            }
            fs::set_permissions(&path, fs::Permissions::from_mode(*mode))?;
        }
        let target = copy(folder.path(), &archive.path().join("x"))?.finish()?;
        let leaders = archive.path().join("x-leder");
        copy_file(folder.path(), &leaders, Path::new("a/b/x.yaml"))?;
        for (name, mode) in rights {
            for root in [&target, &leaders] {
                let Ok(metadata) = fs::metadata(root.join(name)) else { continue };
                assert_eq!(metadata.permissions().mode() & 0o7777, mode, "{name}");
            }
        }
        assert!(leaders.join("a/b/x.yaml").is_file());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() -> Result<(), Box<dyn std::error::Error>> {
        let (folder, archive) = (tempfile::tempdir()?, tempfile::tempdir()?);
        std::os::unix::fs::symlink("/etc", folder.path().join("ud"))?;
        let copy = copy(folder.path(), &archive.path().join("x"))?;
        assert_eq!(copy.not_copied, [PathBuf::from("ud")]);
        assert_eq!(fs::read_dir(copy.folder())?.count(), 0);
        Ok(())
    }
}
