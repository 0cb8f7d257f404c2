//! The department: people, role model, catalogue and settings, free of YAML.
//!
//! One file per kind of file in the shared folder. Each holds the types of the
//! domain and the reading of a tree into them.

pub mod catalogue;
mod check;
pub mod profile;
pub mod role_model;
pub mod settings;
pub mod values;

use std::path::Path;
use std::sync::Arc;

use crate::problem::{Code, Problem, Problems};
use crate::source::tree::{self, Node};
use crate::source::walk::{self, Folder};
use crate::source::{Place, SourceFile};

use catalogue::Catalogue;
use profile::Profile;
use role_model::RoleModel;
use settings::Settings;

/// A department as read from its folder.
#[derive(Debug)]
pub struct Department {
    /// `afdeling.yaml`.
    pub settings: Settings,
    /// `rollemodel.yaml`.
    pub role_model: RoleModel,
    /// `kurser.yaml`; empty where there is none.
    pub catalogue: Catalogue,
    /// Everybody whose profile has no error, in the order of the files' paths.
    pub people: Vec<Profile>,
    /// The profiles that have an error, which stops that person's documents.
    pub broken: Vec<Arc<SourceFile>>,
}

/// A file and the tree that was read from it.
#[derive(Debug)]
pub struct ParsedFile {
    /// The file.
    pub file: Arc<SourceFile>,
    /// What it says.
    pub root: Node,
}

/// Everything that reading a folder gives.
#[derive(Debug)]
pub struct Reading {
    /// The department; `None` where nothing can be built.
    pub department: Option<Department>,
    /// The trees of all files that parsed, for checks that see raw text.
    pub parsed: Vec<ParsedFile>,
}

/// The department's own files, which profiles refer to.
#[derive(Clone, Copy)]
pub(crate) struct Shared<'a> {
    pub settings: &'a Settings,
    pub role_model: &'a RoleModel,
    pub catalogue: &'a Catalogue,
}

/// Reads the department in `root`. What is wrong goes to `problems`.
///
/// # Errors
/// If `root` can't be listed.
pub fn read(root: &Path, problems: &mut Problems) -> std::io::Result<Reading> {
    let folder = walk::read(root, problems)?;
    let mut parsed = Vec::new();
    let department = read_folder(root, &folder, &mut parsed, problems);
    Ok(Reading { department, parsed })
}

fn read_folder(
    root: &Path,
    folder: &Folder,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
) -> Option<Department> {
    let settings = required(root, walk::SETTINGS_FILE, folder.settings.as_ref(), problems)
        .and_then(|file| read_one(file, parsed, problems, settings::read));
    let role_model = required(root, walk::ROLE_MODEL_FILE, folder.role_model.as_ref(), problems)
        .and_then(|file| read_one(file, parsed, problems, role_model::read));
    let (settings, role_model) = (settings?, role_model?);
    let catalogue = match &folder.catalogue {
        Some(file) => read_one(file, parsed, problems, |file, root, problems| {
            Some(catalogue::read(file, root, &role_model, problems))
        })
        .unwrap_or_default(),
        None => {
            let file = absent(root, walk::CATALOGUE_FILE);
            problems.push(Problem::new(Code::CatalogueMissing, Place::whole(&file)));
            Catalogue::default()
        }
    };
    let shared = Shared { settings: &settings, role_model: &role_model, catalogue: &catalogue };
    let mut people = Vec::new();
    let mut broken: Vec<Arc<SourceFile>> = folder.unreadable_profiles.clone();
    for file in &folder.profiles {
        let mut own = Problems::default();
        let profile = read_one(file, parsed, &mut own, |file, root, problems| {
            profile::read(file, root, shared, problems)
        });
        match profile.filter(|_| !own.any_error()) {
            Some(profile) => people.push(profile),
            None => broken.push(Arc::clone(file)),
        }
        problems.extend(own);
    }
    check::people(&mut people, &mut broken, shared, problems);
    Some(Department { settings, role_model, catalogue, people, broken })
}

/// Parses `file` and reads its tree.
fn read_one<T>(
    file: &Arc<SourceFile>,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
    read: impl FnOnce(&Arc<SourceFile>, &Node, &mut Problems) -> Option<T>,
) -> Option<T> {
    match tree::parse(file) {
        Ok(Some(root)) => {
            let value = read(file, &root, problems);
            parsed.push(ParsedFile { file: Arc::clone(file), root });
            value
        }
        Ok(None) => {
            problems.push(Problem::new(Code::EmptyFile, Place::whole(file)));
            None
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

fn required<'a>(
    root: &Path,
    name: &str,
    file: Option<&'a Arc<SourceFile>>,
    problems: &mut Problems,
) -> Option<&'a Arc<SourceFile>> {
    if file.is_none() {
        let file = absent(root, name);
        // A file that is there but unreadable has had its word already.
        if !file.path.exists() {
            problems.push(Problem::new(Code::FileMissing, Place::whole(&file)).with("file", name));
        }
    }
    file
}

fn absent(root: &Path, name: &str) -> Arc<SourceFile> {
    Arc::new(SourceFile { name: name.to_owned(), path: root.join(name), text: String::new() })
}
