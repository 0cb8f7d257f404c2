//! Creates what users begin with: a department's folder, laid out from the sample that is part
//! of the program, and a person's profile.

pub(crate) mod person;
pub(crate) mod programme;
mod skeleton;

pub(crate) use skeleton::Skeleton;

use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::department::key;
use crate::department::{self, Department};
use crate::document::metadata;
use crate::language::Tag;
use crate::problem::Problems;
use crate::schema::SchemaKind;
use crate::sharing::unpack::Unpacked;
use crate::source::file_names::shared_file;
use crate::source::{FileKind, walk};
use crate::storage::{self, OutputError, lock};

/// The Danish sample department.
static PROFILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/profiles");
/// The sample departments in the other languages, by language.
static SAMPLES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/samples");

/// The files of a new department, and what they are to an editor.
///
/// The profiles show how one looks. They are short, with all the usual fields, and a no to both
/// consents, which keeps people out of a public booklet by default.
fn files(language: Tag) -> Vec<(String, SchemaKind, &'static [u8])> {
    // Of the Danish sample, which is large, one profile.
    let (sample, profiles) = match language {
        Tag::Da => (&PROFILES, vec!["engvadskolen/pia-kjærbo.yaml".into()]),
        _ => {
            let sample = SAMPLES.get_dir(language.name()).expect("each language has a sample");
            let profiles = sample.dirs().flat_map(Dir::files).map(|file| file.path());
            (sample, profiles.filter_map(|path| name_below(path, sample)).collect())
        }
    };
    let shared = [
        (FileKind::Settings, SchemaKind::Settings),
        (FileKind::RoleModel, SchemaKind::RoleModel),
        (FileKind::Catalogue, SchemaKind::Catalogue),
    ];
    let shared = shared.map(|(file, schema)| (shared_file(file, language), schema));
    let profiles = profiles.into_iter().map(|name: String| (name, SchemaKind::Profile));
    shared
        .into_iter()
        .chain(profiles)
        .map(|(name, kind)| {
            let path = match language {
                Tag::Da => name.clone(),
                _ => format!("{}/{name}", language.name()),
            };
            let file = sample.get_file(path).expect("the sample has this file");
            (name, kind, file.contents())
        })
        .collect()
}

/// The path of a sample's file relative to the sample, with `/` on every system.
fn name_below(path: &Path, sample: &Dir<'_>) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(sample.path()).ok()?.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// Lays out `folder` in `language`: settings, role model, catalogue, and example profiles, each
/// with the line by which editors find its schema; the department's key; and the lock for users who
/// may only read.
///
/// Returns the files written. Nothing is ever overwritten.
///
/// # Errors
/// If one of the files is there already (`AlreadyExists`, before anything is
/// written), or the folder can't be written to.
pub(crate) fn new_department(folder: &Path, language: Tag) -> io::Result<Vec<PathBuf>> {
    let files = files(language).into_iter().map(|(name, kind, contents)| {
        let mut text = kind.line(name.matches('/').count()).into_bytes();
        text.extend_from_slice(contents);
        (name, text)
    });
    lay_out(folder, &files.collect::<Vec<_>>())
}

/// Lays out `folder` as [`new_department`] does, with the short files of `skeleton` and no profile.
///
/// # Errors
/// As [`new_department`].
pub(crate) fn new_empty_department(folder: &Path, skeleton: &Skeleton) -> io::Result<Vec<PathBuf>> {
    lay_out(folder, &skeleton.files())
}

/// Lays out `folder` as [`new_empty_department`] does, with the role model, the catalogue and
/// the programmes of `package`.
///
/// # Errors
/// As [`new_department`].
pub(crate) fn new_department_from(
    folder: &Path,
    skeleton: &Skeleton,
    package: &Unpacked,
) -> io::Result<Vec<PathBuf>> {
    lay_out(folder, &skeleton.files_of(package))
}

/// Writes `files` into `folder`, and the department's key. Returns the files written.
fn lay_out(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<Vec<PathBuf>> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    // Two languages' names of one file would be one file too many.
    let shared = [FileKind::Settings, FileKind::RoleModel, FileKind::Catalogue];
    let of_any_language: Vec<PathBuf> = shared.iter().map(|kind| walk::shared_file(folder, *kind)).collect();
    let all = || paths.iter().chain(&of_any_language);
    let is_free = || match all().find(|path| path.symlink_metadata().is_ok()) {
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
    key::create(folder)?;
    Ok(paths)
}

/// Writes the page that tells how, in place of an earlier one and of nothing else.
///
/// # Errors
/// If another file is there, a link is on the way, or the system refuses.
pub(crate) fn write_guide(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
    let path = folder.join(name);
    // To the system, a folder there is only something that is no file.
    if path.is_dir() {
        return Err(OutputError::Foreign);
    }
    storage::replace_own(&path, bytes, metadata::is_own_pdf)
}

/// The sample department in `language`.
///
/// # Errors
/// If it can't be laid out for a moment in the system's temporary folder.
pub(crate) fn sample(language: Tag) -> io::Result<Department> {
    let folder = tempfile::tempdir()?;
    new_department(folder.path(), language)?;
    let reading = department::read(folder.path(), None, &mut Problems::default())?;
    reading.department.ok_or_else(|| io::Error::other("the sample has errors"))
}
