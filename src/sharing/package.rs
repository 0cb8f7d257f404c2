//! A package for another department: role model, catalogue, words, and how the role model was made.
//!
//! A package holds no fact about a person or a workplace, and no number of people. Its files are
//! written anew from the role model and the catalogue, so comments stay behind, and a text that
//! mentions somebody is left out. It is a folder or a zip archive of plain text files, and the same
//! department gives the same bytes.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use strum::VariantArray;
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::canonical::{self, ShareScope};
use super::mentions::KnownNames;
use super::unpack::{is_zip, read_programme};
use crate::department::role_model::{AREA_COUNT, RoleModel};
use crate::department::{Department, catalogue, role_model};
use crate::fields::{activity, area_levels, consent, profile};
use crate::language::{Language, Tag, output_names, shared_files};
use crate::problem::Problems;
use crate::source::file_names::{is_programmes_folder, shared_file};
use crate::source::{FileKind, SourceFile, parse};
use crate::storage::{self, OutputError};

/// Depth of the files of a package: those of programmes are in a folder.
const MAX_DEPTH: usize = 2;

/// The files of a package.
#[derive(Debug)]
pub struct Package {
    /// Names and texts.
    pub files: Vec<(String, String)>,
    /// Texts that were left out because they mention a person or a workplace.
    pub left_out: Vec<String>,
}

/// Why a department can't be shared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// A text that can't be left out mentions a person or a workplace.
    #[error("{0} mentions somebody")]
    Mention(String),
    /// Too few areas are left for a role model.
    #[error("too few areas are left")]
    TooFewAreas,
    /// A written file does not read as intended.
    #[error("{0} can't be written")]
    Unwritable(String),
}

/// Composes the package of `department`; prices, subsidies and sessions are part of it if `local`.
///
/// # Errors
/// If the role model can't be shared without mentioning somebody.
pub fn compose(department: &Department, local: bool, language: &Language) -> Result<Package, PackageError> {
    let known = KnownNames::of(department);
    let left_out: RefCell<BTreeSet<String>> = RefCell::default();
    let may_leave = |texts: &[&str]| match texts.iter().find(|text| known.are_in(text)) {
        Some(text) => {
            left_out.borrow_mut().insert((*text).to_owned());
            false
        }
        None => true,
    };
    let tag = language.tag();
    let model = &department.role_model;
    let mut required = std::iter::once(&model.name).chain(model.scale.levels.iter().map(|level| &level.name));
    if let Some(text) = required.find(|text| known.are_in(text)) {
        return Err(PackageError::Mention(text.clone()));
    }
    let scope = ShareScope { may_leave: &may_leave, local, tag };
    if canonical::areas(model, scope).count() < *AREA_COUNT.start() {
        return Err(PackageError::TooFewAreas);
    }
    let name = |names: &output_names::Names| format!("{}.txt", names[tag as usize]);
    let mut files = vec![
        (name(&output_names::READ_ME), read_me(department.catalogue.present, language)),
        (name(&output_names::METHOD), language.say("share-method", &[]) + "\n"),
        (name(&output_names::WORDS), words(model, scope, language)),
        (shared_file(FileKind::RoleModel, tag), canonical::role_model(model, scope)),
    ];
    if department.catalogue.present {
        let text = canonical::catalogue(&department.catalogue, model, scope);
        files.push((shared_file(FileKind::Catalogue, tag), text));
    }
    // Of programmes what they consist of, never their cohorts.
    for programme in &department.programmes.all {
        if let Some(text) = canonical::programme(programme, model, scope) {
            files.push((format!("{}/{}.yaml", shared_files::PROGRAMMES[tag as usize], programme.key), text));
        }
    }
    for (_, text) in &mut files {
        text.insert_str(0, &first_line(language));
    }
    verify(&files)?;
    Ok(Package { files, left_out: left_out.into_inner().into_iter().collect() })
}

/// The first line of every file, which a YAML file has as a comment.
fn first_line(language: &Language) -> String {
    format!("# {}\n\n", language.say("share-first-line", &[]))
}

/// Whether `bytes` are a file of a package.
fn is_ours(bytes: &[u8]) -> bool {
    Tag::VARIANTS.iter().any(|&tag| bytes.starts_with(first_line(Language::of(tag)).as_bytes()))
}

fn read_me(has_catalogue: bool, language: &Language) -> String {
    let tag = language.tag();
    let name = |names: &output_names::Names| names[tag as usize];
    let facts = [
        ("model", shared_file(FileKind::RoleModel, tag).into()),
        ("courses", shared_file(FileKind::Catalogue, tag).into()),
        ("method", format!("{}.txt", name(&output_names::METHOD)).into()),
        ("words", format!("{}.txt", name(&output_names::WORDS)).into()),
        ("catalogue", if has_catalogue { "yes" } else { "no" }.into()),
    ];
    language.say("share-read-me", &facts) + "\n"
}

/// The words of the role model and of a profile, with their names in the other languages.
fn words(model: &RoleModel, scope: ShareScope<'_>, language: &Language) -> String {
    let mut text = format!("{}\n\n", language.say("share-words-model", &[]));
    for level in &model.scale.levels {
        let _ = writeln!(text, "{}: {}", level.number, level.name);
    }
    text.push('\n');
    for (_, area) in canonical::areas(model, scope) {
        let _ = writeln!(text, "{}: {}", area.key, area.name);
    }
    let _ = write!(text, "\n{}\n\n", language.say("share-words-profile", &[]));
    let tables = [&profile::TABLE, &area_levels::TABLE, &activity::TABLE, &consent::TABLE];
    for field in tables.iter().flat_map(|table| table.fields) {
        let about = [Some(language.say(field.about, &[])), language.attribute(field.about, "more")];
        let about: Vec<String> = about.into_iter().flatten().collect();
        let others = Tag::VARIANTS.iter().filter(|tag| **tag != language.tag());
        let others: Vec<String> =
            others.map(|tag| format!("{} {}", tag.name(), field.key_in(*tag))).collect();
        let _ = writeln!(
            text,
            "{}: {} ({})",
            field.key_in(language.tag()),
            about.join(". ").trim_end_matches('.'),
            others.join(", ")
        );
    }
    text
}

/// Reads the written files back, which must give a role model and a catalogue without errors.
fn verify(files: &[(String, String)]) -> Result<(), PackageError> {
    let yaml = |kind| {
        let is_it = move |name: &String| Tag::VARIANTS.iter().any(|tag| *name == shared_file(kind, *tag));
        files.iter().find(|(name, _)| is_it(name))
    };
    let unwritable = |name: &String| PackageError::Unwritable(name.clone());
    let Some((name, text)) = yaml(FileKind::RoleModel) else { return Ok(()) };
    let model = read_role_model(name, text).ok_or_else(|| unwritable(name))?;
    if let Some((name, text)) = yaml(FileKind::Catalogue) {
        read_catalogue(name, text, &model).ok_or_else(|| unwritable(name))?;
    }
    for (name, text) in files.iter().filter(|(name, _)| name.contains('/')) {
        let mut problems = Problems::default();
        let read = read_programme(name, text.as_bytes(), Path::new(""), &model, &mut problems);
        read.filter(|_| !problems.any_error()).ok_or_else(|| unwritable(name))?;
    }
    Ok(())
}

fn read_role_model(name: &str, text: &str) -> Option<RoleModel> {
    let mut problems = Problems::default();
    let file = SourceFile::new(name.to_owned(), PathBuf::new(), FileKind::RoleModel, text.to_owned());
    let file = Arc::new(file);
    let root = parse::parse(&file, &mut problems).ok()??;
    role_model::read(&file, &root, &mut problems).filter(|_| !problems.any_error())
}

fn read_catalogue(name: &str, text: &str, model: &RoleModel) -> Option<catalogue::Catalogue> {
    let mut problems = Problems::default();
    let file = SourceFile::new(name.to_owned(), PathBuf::new(), FileKind::Catalogue, text.to_owned());
    let file = Arc::new(file);
    let root = parse::parse(&file, &mut problems).ok()??;
    Some(catalogue::read(&file, &root, model, &mut problems)).filter(|_| !problems.any_error())
}

impl Package {
    /// Writes the package to `path`: an archive if the name ends in `.zip`, else a folder. An earlier
    /// package is replaced.
    ///
    /// # Errors
    /// If other files or a link are in the way, or the system refuses.
    pub(crate) fn write(&self, path: &Path) -> Result<(), OutputError> {
        if is_zip(path) {
            return storage::replace_own(path, &self.to_zip()?, |there| self.is_earlier_archive(there));
        }
        if storage::is_link(path) {
            return Err(OutputError::Link);
        }
        fs::create_dir_all(path)?;
        let mut gone = Vec::new();
        for entry in WalkDir::new(path).min_depth(1).max_depth(MAX_DEPTH) {
            let entry = entry.map_err(io::Error::from)?;
            let is_folder = entry.file_type().is_dir() && entry.depth() < MAX_DEPTH;
            if is_folder && is_programmes_folder(&entry.file_name().to_string_lossy()) {
                continue;
            }
            if !entry.file_type().is_file() || !is_ours(&storage::read_own(entry.path())?) {
                return Err(OutputError::Foreign);
            }
            if !self.files.iter().any(|(own, _)| path.join(own) == entry.path()) {
                gone.push(entry.into_path());
            }
        }
        for (name, text) in &self.files {
            storage::replace_own(&path.join(name), text.as_bytes(), is_ours)?;
        }
        gone.iter().try_for_each(fs::remove_file)?;
        Ok(())
    }

    /// The package as an archive without compression, time or owner.
    ///
    /// # Errors
    /// Never for a package's few small files.
    pub fn to_zip(&self) -> io::Result<Vec<u8>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.files {
            archive.start_file(name.as_str(), options)?;
            archive.write_all(text.as_bytes())?;
        }
        Ok(archive.finish()?.into_inner())
    }

    /// Whether `bytes` are an archive of a package: stored first is a file with the mark of one.
    fn is_earlier_archive(&self, bytes: &[u8]) -> bool {
        let first = zip::ZipArchive::new(Cursor::new(bytes)).ok().and_then(|mut archive| {
            let file = archive.by_index(0).ok()?;
            let mut start = Vec::new();
            io::Read::read_to_end(&mut io::Read::take(file, 1_000), &mut start).ok()?;
            Some(start)
        });
        first.is_some_and(|start| is_ours(&start))
    }
}
