//! Taking documents away again, by the same rule by which they were written: only
//! what this program made.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::manifest::Manifest;
use super::output::{Output, OutputError, SVG_MARK, bears_mark};
use super::{CORRECTIONS, PLANS, department_name};
use crate::department::Department;
use crate::document::attachments;
use crate::problem::correction;
use crate::source::file_names;
use crate::storage;

/// The names of the correction files of the profile at `stem` and its leader's view, as they
/// are now and as earlier versions named them.
pub fn corrections_of(stem: &str) -> impl Iterator<Item = String> {
    let stems = [stem.to_owned(), format!("{stem}.leder")];
    stems.into_iter().flat_map(|stem| [file_names::correction(&stem), format!("{stem}.txt")])
}

/// Where documents may lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutputLocation {
    /// An output folder: plans under `planer`, corrections under `rettelser`.
    Output(PathBuf),
    /// A folder of somebody else's with correction files in it.
    Corrections(PathBuf),
}

impl OutputLocation {
    /// The folder.
    pub fn root(&self) -> &Path {
        match self {
            Self::Output(root) | Self::Corrections(root) => root,
        }
    }

    /// The documents here of the profile whose path without its ending is `stem`,
    /// relative to the folder. Whose the files are is only known by their names.
    pub fn documents_of(&self, stem: &str) -> Vec<String> {
        let names: Vec<String> = match self {
            Self::Output(_) => [
                format!("{PLANS}{stem}.pdf"),
                format!("{PLANS}{stem}{}.pdf", file_names::PREPARATION_ENDING),
                format!("{PLANS}{stem}.svg"),
            ]
            .into_iter()
            .chain(corrections_of(stem).map(|name| format!("{CORRECTIONS}{name}")))
            .collect(),
            // A text of her own may have the same name here.
            Self::Corrections(root) => {
                corrections_of(stem).filter(|name| bears_mark(&root.join(name)).unwrap_or(false)).collect()
            }
        };
        let there = names.into_iter().filter(|name| fs::symlink_metadata(self.root().join(name)).is_ok());
        there.chain(self.kept_of(stem)).collect()
    }

    /// What was kept of the documents of the profile at `stem` because somebody had altered it.
    fn kept_of(&self, stem: &str) -> Vec<String> {
        let Self::Output(root) = self else { return Vec::new() };
        let plan = format!("{PLANS}{stem}");
        let folder = plan.rsplit_once('/').map_or("", |(folder, _)| folder);
        let entries = fs::read_dir(root.join(folder)).into_iter().flatten().filter_map(Result::ok);
        let names = entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()));
        let mut kept: Vec<String> = names
            .filter(|name| {
                let original = name.strip_suffix(".pdf").and_then(file_names::kept_original);
                let original = original.map(|original| {
                    original.strip_suffix(file_names::PREPARATION_ENDING).unwrap_or(original)
                });
                original == Some(&plan)
            })
            .collect();
        kept.sort();
        kept
    }

    /// Whether anybody's preparation of the talk lies here.
    pub fn has_preparations(&self) -> bool {
        let ending = format!("{}.pdf", file_names::PREPARATION_ENDING);
        let plans = walkdir::WalkDir::new(self.root().join(PLANS)).into_iter().filter_map(Result::ok);
        let mut names = plans.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.any(|name| name.ends_with(&ending))
    }

    /// The documents here that are of the whole department, such as the booklet.
    pub fn common_documents(&self, department: Option<&Department>) -> Vec<String> {
        let Self::Output(root) = self else { return Vec::new() };
        let listed = department.map(|department| Manifest::read(root, &department_name(department)).files);
        let listed = listed.unwrap_or_default();
        let is_common = |entry: &fs::DirEntry| {
            entry.file_type().is_ok_and(|type_| type_.is_file())
                && (listed.contains_key(&*entry.file_name().to_string_lossy())
                    || bears_mark(&entry.path()).unwrap_or(false) && !is_of_one_person(&entry.path()))
        };
        let entries = fs::read_dir(root).into_iter().flatten().filter_map(Result::ok);
        let names = entries.filter(is_common).map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// Whether a run has made documents here, whosever they are.
    pub fn has_list(&self) -> bool {
        Manifest::department_of(self.root()).is_some()
    }

    /// The documents here that a run has listed, if they are `department`'s.
    pub fn listed(&self, department: Option<&Department>) -> BTreeSet<String> {
        let Some(department) = department else { return BTreeSet::new() };
        Manifest::read(self.root(), &department_name(department)).files.into_keys().collect()
    }

    /// Whether what lies here is another department's.
    pub fn is_of_another(&self, department: Option<&Department>) -> bool {
        let Some(department) = department else { return false };
        Manifest::department_of(self.root()).is_some_and(|other| other != department_name(department))
    }

    /// The correction files that were written to folders of others, as whole paths.
    pub fn corrections_elsewhere(&self, department: &Department) -> BTreeSet<String> {
        match self {
            Self::Output(root) => Manifest::read(root, &department_name(department)).corrections_elsewhere,
            Self::Corrections(_) => BTreeSet::new(),
        }
    }

    /// Deletes `names`, each with what hindered it; folders that are empty then go too.
    ///
    /// # Errors
    /// If the folder can't be locked, or its list not be written.
    pub fn delete(
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

/// Whether a document of this program's is about one person: a copy of a plan, a chart, a correction file.
fn is_of_one_person(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read =
        storage::open_file(path).and_then(|file| file.take(attachments::MOST_BYTES).read_to_end(&mut bytes));
    let is_pdf = bytes.starts_with(b"%PDF-");
    let is_text = bytes.starts_with(SVG_MARK.as_bytes()) || bytes.starts_with(correction::MARK.as_bytes());
    read.is_ok() && (is_text || is_pdf && attachments::extract(&bytes).is_ok())
}
