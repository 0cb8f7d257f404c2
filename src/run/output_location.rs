//! Finds and deletes documents of earlier runs, for `forget` and `rollover`, by the ownership
//! rule of [`output`](super::output).

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::manifest::Manifest;
use super::names::{DocumentNames, department_name, in_every_language, is_diploma};
use super::output::{Output, SVG_MARK, bears_mark};
use crate::calendar_file;
use crate::department::Department;
use crate::document::attachments;
use crate::problem::correction;
use crate::source::file_names;
use crate::source::walk::relative_name;
use crate::storage::{self, OutputError};

/// The names of the correction files of the profile at `stem` and its leader's view in every
/// language, and as earlier versions named them.
pub(crate) fn corrections_of(stem: &str) -> impl Iterator<Item = String> {
    let stems = file_names::leader_views(stem).chain([stem.to_owned()]);
    stems.flat_map(|stem| {
        let mut names = in_every_language(|names| names.correction(&stem));
        names.push(format!("{stem}.txt"));
        names
    })
}

/// A folder with documents of earlier runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OutputLocation {
    /// An output folder, with subfolders of plans and of correction files.
    Output(PathBuf),
    /// Any other folder with correction files.
    Corrections(PathBuf),
}

impl OutputLocation {
    pub(crate) fn root(&self) -> &Path {
        match self {
            Self::Output(root) | Self::Corrections(root) => root,
        }
    }

    /// The documents of the profile at `stem`, its path without the extension, as paths relative
    /// to the folder. Only file names connect documents with a profile.
    pub(crate) fn documents_of(&self, stem: &str) -> Vec<String> {
        let names: Vec<String> = match self {
            Self::Output(_) => {
                let of_plan = [
                    DocumentNames::plan,
                    DocumentNames::preparation,
                    DocumentNames::follow_up,
                    DocumentNames::calendar,
                    DocumentNames::chart,
                ];
                let of_plan =
                    of_plan.into_iter().flat_map(|name| in_every_language(|names| name(names, stem)));
                let folders = in_every_language(DocumentNames::corrections);
                let corrections = corrections_of(stem)
                    .flat_map(|name| folders.iter().map(move |folder| format!("{folder}{name}")));
                of_plan.chain(corrections).collect()
            }
            // The user's own text file may have the same name here.
            Self::Corrections(root) => {
                corrections_of(stem).filter(|name| bears_mark(&root.join(name)).unwrap_or(false)).collect()
            }
        };
        let there = names.into_iter().filter(|name| fs::symlink_metadata(self.root().join(name)).is_ok());
        there.chain(self.kept_of(stem)).collect()
    }

    /// The hand-edited documents of the profile at `stem` that earlier runs moved aside.
    fn kept_of(&self, stem: &str) -> Vec<String> {
        let Self::Output(root) = self else { return Vec::new() };
        let mut kept = Vec::new();
        for plans in in_every_language(DocumentNames::plans) {
            let plan = format!("{plans}{stem}");
            let folder = plan.rsplit_once('/').map_or("", |(folder, _)| folder);
            let entries = fs::read_dir(root.join(folder)).into_iter().flatten().filter_map(Result::ok);
            let names = entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()));
            kept.extend(names.filter(|name| {
                let original = name.strip_suffix(".pdf").and_then(file_names::kept_original);
                let original = original.map(file_names::of_plan);
                original == Some(&plan)
            }));
        }
        kept.sort();
        kept
    }

    /// Whether the folder holds preparation sheets.
    pub(crate) fn has_preparations(&self) -> bool {
        let folders = in_every_language(DocumentNames::plans).into_iter();
        let plans = folders.flat_map(|folder| walkdir::WalkDir::new(self.root().join(folder)));
        plans.filter_map(Result::ok).any(|entry| {
            let name = entry.file_name().to_string_lossy();
            name.strip_suffix(".pdf").and_then(file_names::without_preparation).is_some()
        })
    }

    /// Whether the folder has a subfolder of plans.
    pub(crate) fn has_plans(&self) -> bool {
        in_every_language(DocumentNames::plans).iter().any(|folder| self.root().join(folder).is_dir())
    }

    /// Whether `folder` is the subfolder of an output folder that holds plans or correction files,
    /// by its name.
    pub(crate) fn is_part(folder: &Path) -> bool {
        let parts =
            [DocumentNames::plans, DocumentNames::corrections].into_iter().flat_map(in_every_language);
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        parts.into_iter().any(|part| part.trim_end_matches('/') == name)
    }

    /// The documents about several people in the folder, such as the booklet.
    pub(crate) fn common_documents(&self, department: Option<&Department>) -> Vec<String> {
        let Self::Output(root) = self else { return Vec::new() };
        let listed = department.map(|department| Manifest::read(root, &department_name(department)).files);
        let listed = listed.unwrap_or_default();
        let name_in =
            |folder: &str, entry: &fs::DirEntry| format!("{folder}{}", entry.file_name().to_string_lossy());
        let is_common = |entry: &fs::DirEntry, folder: &str| {
            entry.file_type().is_ok_and(|type_| type_.is_file())
                && (listed.contains_key(&name_in(folder, entry))
                    || bears_mark(&entry.path()).unwrap_or(false) && !is_of_one_person(&entry.path()))
        };
        let mut names: Vec<String> = Vec::new();
        let mut folders = in_every_language(DocumentNames::prints);
        folders.extend(in_every_language(DocumentNames::school_booklets));
        for folder in std::iter::once("").chain(folders.iter().map(String::as_str)) {
            let entries = fs::read_dir(root.join(folder)).into_iter().flatten().filter_map(Result::ok);
            let entries = entries.filter(|entry| is_common(entry, folder));
            names.extend(entries.map(|entry| name_in(folder, &entry)));
        }
        // Diplomas are of one person each.
        for folder in in_every_language(DocumentNames::programmes) {
            let files = WalkDir::new(root.join(&folder)).into_iter().filter_map(Result::ok);
            let names_of_files = files
                .filter(|entry| entry.file_type().is_file())
                .map(|entry| (entry.path().to_owned(), relative_name(root, entry.path())));
            let is_ours = |(path, name): &(PathBuf, String)| {
                !is_diploma(name) && (listed.contains_key(name) || bears_mark(path).unwrap_or(false))
            };
            names.extend(names_of_files.filter(is_ours).map(|(_, name)| name));
        }
        names.sort();
        names
    }

    /// Whether the folder has a manifest, of any department.
    pub(crate) fn has_list(&self) -> bool {
        Manifest::department_of(self.root()).is_some()
    }

    /// The documents in the manifest, if it is `department`'s.
    pub(crate) fn listed(&self, department: Option<&Department>) -> BTreeSet<String> {
        let Some(department) = department else { return BTreeSet::new() };
        Manifest::read(self.root(), &department_name(department)).files.into_keys().collect()
    }

    /// Whether the manifest is another department's.
    pub(crate) fn is_of_another(&self, department: Option<&Department>) -> bool {
        let Some(department) = department else { return false };
        Manifest::department_of(self.root()).is_some_and(|other| other != department_name(department))
    }

    /// The correction files that runs wrote outside this folder, as absolute paths.
    pub(crate) fn corrections_elsewhere(&self, department: &Department) -> BTreeSet<String> {
        match self {
            Self::Output(root) => Manifest::read(root, &department_name(department)).corrections_elsewhere,
            Self::Corrections(_) => BTreeSet::new(),
        }
    }

    /// Deletes `names` and folders that become empty, and returns each name with its outcome.
    ///
    /// # Errors
    /// If the folder can't be locked or its manifest can't be written.
    pub(crate) fn delete(
        &self,
        names: &[String],
        department: Option<&Department>,
    ) -> io::Result<Vec<(PathBuf, OutputError)>> {
        let output = match (self, department) {
            (Self::Output(root), Some(department)) => Output::open(root, &department_name(department))?,
            _ => Output::guest(self.root()),
        };
        let delete = |name: &String| {
            let error = output.delete(name).err()?;
            Some((self.root().join(name), error))
        };
        let failures = names.iter().filter_map(delete).collect();
        output.close_if_held()?;
        Ok(failures)
    }
}

/// Whether a file of this program is about one person: a copy of a plan, a chart, a
/// calendar or a correction file.
fn is_of_one_person(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read =
        storage::open_file(path).and_then(|file| file.take(attachments::MAX_BYTES).read_to_end(&mut bytes));
    let is_pdf = bytes.starts_with(b"%PDF-");
    let marks = [SVG_MARK, correction::MARK, calendar_file::MARK];
    let is_text = marks.iter().any(|mark| bytes.starts_with(mark.as_bytes()));
    read.is_ok() && (is_text || is_pdf && attachments::extract(&bytes).is_ok())
}
