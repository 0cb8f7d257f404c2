//! The archive: a whole copy of the shared folder, under its name only once it is complete.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::department::year_end;
use crate::storage::in_use;
use crate::storage::{self, lock};

/// A copy that is not complete, or not taken over yet.
#[derive(Debug)]
pub struct Unfinished {
    folder: PathBuf,
    target: PathBuf,
    /// Links and whatever else is no file or folder, which are not copied.
    pub left_out: Vec<PathBuf>,
}

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The system refused at this path.
    #[error("{}: {error}", path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// What it said.
        error: io::Error,
    },
    /// A file changed while it was copied.
    #[error("{} changed", .0.display())]
    Changed(PathBuf),
}

/// Copies all that is in `folder` for `target`, with its rights, and compares copy and
/// original. Links are not followed; locks and the note of a turn of the year are no part
/// of a year.
///
/// # Errors
/// If something can't be read or written, or changes meanwhile.
pub fn copy(folder: &Path, target: &Path) -> Result<Unfinished, ArchiveError> {
    // A name of its own: where the drive has no locks, another run may be copying, too.
    let archive = parent(target);
    let unfinished = storage::temporaries().tempdir_in(archive).map_err(at(archive))?.keep();
    let mut copy = Unfinished { folder: unfinished, target: target.to_owned(), left_out: Vec::new() };
    match copy.fill(folder) {
        Ok(()) => Ok(copy),
        Err(error) => {
            copy.discard();
            Err(error)
        }
    }
}

/// Copies the file `relative` in `from` to the same place in `to`, whole or not at all,
/// with its rights and those of the folders above it.
///
/// # Errors
/// If it can't be read or written, is there already, or changes meanwhile.
pub fn copy_file(from: &Path, to: &Path, relative: &Path) -> Result<(), ArchiveError> {
    let folders = relative.parent().into_iter().flat_map(Path::ancestors).collect::<Vec<_>>();
    for folder in folders.into_iter().rev() {
        let made = to.join(folder);
        storage::create_folder_like(&made, &from.join(folder)).map_err(at(&made))?;
    }
    let (from, to) = (from.join(relative), to.join(relative));
    let unfinished = storage::temporary(&to, true).map_err(at(&to))?.into_temp_path();
    fill_file(&from, &unfinished)?;
    storage::give_name(unfinished, &to).map_err(at(&to))
}

/// Copies one file so that it stays, and compares copy and original.
fn fill_file(from: &Path, to: &Path) -> Result<(), ArchiveError> {
    fs::copy(from, to).map_err(at(from))?;
    // What follows takes the original away: a power cut must not take the copy too.
    // On Windows only whoever may write can do that.
    let copied = File::options().read(true).append(cfg!(windows)).open(to);
    if let Ok(copied) = &copied {
        copied.sync_all().map_err(at(to))?;
        let modified = fs::metadata(from).and_then(|metadata| metadata.modified());
        // How old the file is helps whoever tidies up; without it nothing is lost.
        let _ = modified.and_then(|time| copied.set_modified(time));
    }
    match same_bytes(from, to).map_err(at(from))? {
        true => Ok(()),
        false => Err(ArchiveError::Changed(from.to_owned())),
    }
}

/// Whether both files hold the same.
///
/// # Errors
/// If one can't be read.
pub fn same_bytes(one: &Path, two: &Path) -> io::Result<bool> {
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

impl Unfinished {
    /// Where the copy lies for now.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Gives the copy its name.
    ///
    /// # Errors
    /// If something of that name is there by now, or the system refuses.
    pub fn finish(self) -> Result<PathBuf, ArchiveError> {
        if fs::symlink_metadata(&self.target).is_ok() {
            let error = io::ErrorKind::AlreadyExists.into();
            return Err(ArchiveError::Io { path: self.target.clone(), error });
        }
        in_use::rename(&self.folder, &self.target).map_err(at(&self.target))?;
        Ok(self.target)
    }

    /// Takes the copy away again.
    pub fn discard(self) {
        // The next run does, if this one can't.
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
            } else if lock::is_lock(relative) || year_end::is_note(relative) {
                continue;
            } else if entry.file_type().is_file() {
                fill_file(entry.path(), &to)?;
            } else {
                self.left_out.push(relative.to_owned());
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
    fn a_copy_is_whole_and_has_its_name_only_then() -> Result<(), Box<dyn std::error::Error>> {
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
    fn bytes_are_the_same_only_if_all_are() -> io::Result<()> {
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
                let Ok(there) = fs::metadata(root.join(name)) else { continue };
                assert_eq!(there.permissions().mode() & 0o7777, mode, "{name}");
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
        assert_eq!(copy.left_out, [PathBuf::from("ud")]);
        assert_eq!(fs::read_dir(copy.folder())?.count(), 0);
        Ok(())
    }
}
