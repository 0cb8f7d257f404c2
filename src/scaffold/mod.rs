//! What is made for somebody to begin with: a department's folder, laid out from the
//! sample that is part of the program, and a person's profile.

pub mod person;
mod skeleton;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::department::key::{self, DepartmentKey};
use crate::department::{self, Department};
use crate::language::Language;
use crate::problem::Problems;
use crate::run::output::{Output, OutputError};
use crate::schema::SchemaKind;
use crate::source::walk::{CATALOGUE_FILE, ROLE_MODEL_FILE, SETTINGS_FILE};
use crate::storage::{self, lock};

/// The sample department.
static SAMPLE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/profiles");

/// The profile that shows a new department how one looks: short, with all the usual fields, and
/// a no to both consents, since nobody must get into a public booklet by being forgotten here.
const EXAMPLE_PROFILE: &str = "engvadskolen/pia-kjærbo.yaml";

/// The files of a new department, and what they are to an editor.
const FILES: [(&str, SchemaKind); 4] = [
    (SETTINGS_FILE, SchemaKind::Settings),
    (ROLE_MODEL_FILE, SchemaKind::RoleModel),
    (CATALOGUE_FILE, SchemaKind::Catalogue),
    (EXAMPLE_PROFILE, SchemaKind::Profile),
];

pub use skeleton::Skeleton;

/// Lays out `folder`: settings, role model, catalogue, and one example profile, each
/// with the line by which editors find its schema; the department's key; and the lock for whoever may
/// only read.
///
/// Returns the files written. Nothing is ever overwritten.
///
/// # Errors
/// If one of the files is there already (`AlreadyExists`, before anything is
/// written), or the folder can't be written to.
pub fn new_department(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let files = FILES.iter().map(|(name, kind)| {
        let file = SAMPLE.get_file(name).expect("the sample has this file");
        let mut text = kind.line(name.matches('/').count()).into_bytes();
        text.extend_from_slice(file.contents());
        (*name, text)
    });
    lay_out(folder, &files.collect::<Vec<_>>())
}

/// Lays out `folder` as [`new_department`] does, with the short files of `skeleton` and no profile.
///
/// # Errors
/// As [`new_department`].
pub fn new_empty_department(
    folder: &Path,
    skeleton: &Skeleton,
    language: &Language,
) -> io::Result<Vec<PathBuf>> {
    lay_out(folder, &skeleton.files(language))
}

/// Writes `files` into `folder`, and the department's key. Returns the files written.
fn lay_out(folder: &Path, files: &[(&str, Vec<u8>)]) -> io::Result<Vec<PathBuf>> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    let is_free = || match paths.iter().find(|path| path.symlink_metadata().is_ok()) {
        Some(path) => Err(io::Error::new(ErrorKind::AlreadyExists, path.display().to_string())),
        None => Ok(()),
    };
    is_free()?;
    fs::create_dir_all(folder)?;
    let _held = lock::whole(folder, &[], 1)?;
    // Another run may have held the lock.
    is_free()?;
    for ((_, text), path) in files.iter().zip(&paths) {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        storage::create(path, text)?;
    }
    write_key(folder)?;
    Ok(paths)
}

/// Writes a new key for the department in `folder`, unless something lies there already.
///
/// # Errors
/// If the system refuses.
pub fn write_key(folder: &Path) -> io::Result<()> {
    let path = key::path(folder);
    if path.symlink_metadata().is_ok() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    storage::create(&path, DepartmentKey::random()?.to_text().as_bytes())
}

/// Writes the page that tells how, in place of an earlier one and of nothing else.
///
/// # Errors
/// If another file is there, a link is on the way, or the system refuses.
pub fn write_guide(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
    fs::create_dir_all(folder)?;
    Output::guest(folder).write(name, bytes)
}

/// The sample department itself, for what needs one where there is none.
///
/// # Errors
/// If it can't be laid out for a moment in the system's temporary folder.
pub fn sample() -> io::Result<Department> {
    let folder = tempfile::tempdir()?;
    new_department(folder.path())?;
    let reading = department::read(folder.path(), None, &mut Problems::default())?;
    reading.department.ok_or_else(|| io::Error::other("the sample has errors"))
}
