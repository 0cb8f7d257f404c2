//! Reads the package of another department, which is untrusted.
//!
//! Nothing is unpacked to disk. The role model and the catalogue are found by their names, read into
//! memory within limits, and parsed by the readers of the shared folder.

use std::io::{self, Cursor};
use std::path::Path;
use std::sync::Arc;

use walkdir::WalkDir;
use zip::ZipArchive;

use crate::department::catalogue::{self, Catalogue};
use crate::department::role_model::{self, RoleModel};
use crate::department::settings;
use crate::department::shared::Shared;
use crate::problem::{Code, Problem, Problems};
use crate::programme::definition::{self, Programme};
use crate::source::decode::decode;
use crate::source::file_names::{NameClass, classify, is_programmes_folder};
use crate::source::personal_numbers;
use crate::source::walk::{self, MAX_FILE_BYTES};
use crate::source::{FileKind, Place, SourceFile, parse};
use crate::storage;

/// Limit of the size of an archive, in bytes.
const MAX_ARCHIVE_BYTES: u64 = 20_000_000;
/// Limit of entries in an archive or a folder.
const MAX_ENTRIES: usize = 1_000;

/// Role model and catalogue of a package.
#[derive(Debug)]
pub struct Unpacked {
    /// The role model.
    pub role_model: RoleModel,
    /// The catalogue; empty if the package has none.
    pub catalogue: Catalogue,
    /// The programmes.
    pub programmes: Vec<Programme>,
}

/// Why a package can't be used.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// The package or a file in it can't be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is not a zip archive.
    #[error("not an archive")]
    NotAnArchive,
    /// A file is too large, or there are too many.
    #[error("too large")]
    TooLarge,
    /// A name leads out of the archive, or is that of a link.
    #[error("{0} leads elsewhere")]
    Unsafe(String),
    /// There is no role model, or more than one.
    #[error("no role model")]
    NoRoleModel,
    /// The role model or the catalogue has errors.
    #[error("the files have errors")]
    Faulty(Problems),
}

/// Reads the package at `path`, a folder or an archive.
///
/// # Errors
/// If it is not a package, exceeds a limit or has errors.
pub fn read(path: &Path) -> Result<Unpacked, UnpackError> {
    let texts = if path.is_dir() { of_folder(path)? } else { of_archive(path)? };
    let of_kind = |kind: FileKind| {
        let mut found = texts.iter().filter(|text| text.0 == kind);
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(UnpackError::NoRoleModel),
            (found, _) => Ok(found),
        }
    };
    let mut problems = Problems::default();
    let (_, name, bytes) = of_kind(FileKind::RoleModel)?.ok_or(UnpackError::NoRoleModel)?;
    let file = source(FileKind::RoleModel, name, bytes, path);
    let root = parsed(&file, &mut problems);
    let model = root.and_then(|root| role_model::read(&file, &root, &mut problems));
    let Some(model) = model.filter(|_| !problems.any_error()) else {
        return Err(UnpackError::Faulty(problems));
    };
    let mut catalogue = Catalogue::default();
    if let Some((_, name, bytes)) = of_kind(FileKind::Catalogue)? {
        let file = source(FileKind::Catalogue, name, bytes, path);
        if let Some(root) = parsed(&file, &mut problems) {
            catalogue = catalogue::read(&file, &root, &model, &mut problems);
        }
    }
    let programmes = texts.iter().filter(|(kind, ..)| *kind == FileKind::Programme);
    let programmes = programmes
        .filter_map(|(_, name, bytes)| read_programme(name, bytes, path, &model, &mut problems))
        .collect();
    match problems.any_error() {
        true => Err(UnpackError::Faulty(problems)),
        false => Ok(Unpacked { role_model: model, catalogue, programmes }),
    }
}

/// Reads the programme in the file `name` of the package at `package`, for areas of `role_model`.
pub(super) fn read_programme(
    name: &str,
    bytes: &[u8],
    package: &Path,
    role_model: &RoleModel,
    problems: &mut Problems,
) -> Option<Programme> {
    let file = source(FileKind::Programme, name, bytes, package);
    let root = parsed(&file, problems)?;
    // A programme refers to areas alone.
    let settings = source(FileKind::Settings, "", b"navn: x\nskoler: [{navn: x}]\n", package);
    let settings_root = parsed(&settings, problems)?;
    let settings = settings::read(&settings, &settings_root, &mut Problems::default())?;
    let shared = Shared { settings: &settings, role_model, catalogue: &Catalogue::default() };
    definition::read(&file, &root, shared, problems)
}

/// Kind, name and contents of a file.
type PackedFile = (FileKind, String, Vec<u8>);

fn of_folder(folder: &Path) -> Result<Vec<PackedFile>, UnpackError> {
    let mut texts = Vec::new();
    for (count, entry) in
        WalkDir::new(folder).min_depth(1).max_depth(2).sort_by_file_name().into_iter().enumerate()
    {
        if count >= MAX_ENTRIES {
            return Err(UnpackError::TooLarge);
        }
        let entry = entry.map_err(io::Error::from)?;
        let name = walk::relative_name(folder, entry.path());
        let Some(kind) = wanted(&name).filter(|_| !entry.file_type().is_dir()) else { continue };
        if entry.path_is_symlink() {
            return Err(UnpackError::Unsafe(name));
        }
        texts.push((kind, name, limited(storage::read_up_to(entry.path(), MAX_FILE_BYTES))?));
    }
    Ok(texts)
}

fn of_archive(path: &Path) -> Result<Vec<PackedFile>, UnpackError> {
    let bytes = limited(storage::read_up_to(path, MAX_ARCHIVE_BYTES))?;
    if !is_zip(path) && !bytes.starts_with(b"PK") {
        return Err(UnpackError::NotAnArchive);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| UnpackError::NotAnArchive)?;
    if archive.len() > MAX_ENTRIES {
        return Err(UnpackError::TooLarge);
    }
    let mut texts = Vec::new();
    for i in 0..archive.len() {
        let entry = archive.by_index(i).map_err(|_| UnpackError::NotAnArchive)?;
        let name = entry.name().map_err(|_| UnpackError::NotAnArchive)?.into_owned();
        // Some programs of Windows separate folders by backslashes.
        let inside = name.replace('\\', "/");
        let leads_out =
            inside.starts_with('/') || inside.contains(':') || inside.split('/').any(|part| part == "..");
        if leads_out || entry.is_symlink() {
            return Err(UnpackError::Unsafe(name));
        }
        // Windows packs a folder with its name, so the files may be one level down.
        let below = inside.split_once('/').map(|(_, below)| below);
        let kind = wanted(&inside).or_else(|| wanted(below?)).filter(|_| entry.is_file());
        if let Some(kind) = kind {
            texts.push((kind, inside, limited(storage::read_all_up_to(entry, MAX_FILE_BYTES))?));
        }
    }
    Ok(texts)
}

/// The kind of the file at `path`, with `/`, if it is used.
fn wanted(path: &str) -> Option<FileKind> {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    match classify(Path::new(name), folder.is_empty()) {
        NameClass::Read(kind @ (FileKind::RoleModel | FileKind::Catalogue)) => Some(kind),
        NameClass::Read(_) if is_programmes_folder(folder) && !name.contains('/') => {
            Some(FileKind::Programme)
        }
        _ => None,
    }
}

/// What was read with a limit.
fn limited(read: io::Result<Vec<u8>>) -> Result<Vec<u8>, UnpackError> {
    read.map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => UnpackError::TooLarge,
        _ => error.into(),
    })
}

fn source(kind: FileKind, name: &str, bytes: &[u8], package: &Path) -> Arc<SourceFile> {
    let (text, _) = decode(bytes);
    Arc::new(SourceFile::new(name.to_owned(), package.join(name), kind, text))
}

fn parsed(file: &Arc<SourceFile>, problems: &mut Problems) -> Option<crate::source::tree::Node> {
    personal_numbers::report(file, problems);
    match parse::parse(file, problems) {
        Ok(Some(root)) => {
            personal_numbers::report_escaped(file, &root, problems);
            Some(root)
        }
        Ok(None) => {
            problems.push(Problem::new(Code::EmptyFile, Place::whole(file)));
            None
        }
        Err(problem) => {
            problems.push(*problem);
            None
        }
    }
}

/// Whether a package at `path` is an archive.
pub(crate) fn is_zip(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"))
}
