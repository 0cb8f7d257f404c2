//! Resolves `--only`: a person's name, a school, a path, or a file name without its extension.

use std::path::Path;
use std::sync::Arc;

use super::corrections::THE_FOLDER;
use crate::department::Department;
use crate::department::person::owner_of;
use crate::department::profile::Profile;
use crate::source::spelling::fold;
use crate::source::{FileKind, SourceFile, file_names};

/// The people that `--only` selects.
#[derive(Debug, PartialEq, Eq)]
pub struct Selection {
    /// Indexes into the people.
    pub chosen: Vec<usize>,
    /// The arguments that match no person.
    pub unknown: Vec<String>,
    /// What was asked for and fits a profile that has an error, with that profile's name.
    pub with_errors: Vec<(String, String)>,
}

/// The people that `only` selects; all of them if it is empty.
pub fn select(people: &[&Profile], only: &[String], department: &Department) -> Selection {
    if only.is_empty() {
        let chosen = (0..people.len()).collect();
        return Selection { chosen, unknown: Vec::new(), with_errors: Vec::new() };
    }
    let (mut unknown, mut with_errors) = (Vec::new(), Vec::new());
    for who in only.iter().filter(|who| !people.iter().any(|person| is_meant(person, who, department))) {
        let is_hers = |file: &&Arc<SourceFile>| {
            let owner = owner_of(file);
            is_whose(file, owner.name.as_deref(), owner.school.as_deref(), who)
        };
        match department.broken.iter().find(is_hers) {
            Some(file) => with_errors.push((who.clone(), file.name.clone())),
            None => unknown.push(who.clone()),
        }
    }
    let chosen =
        (0..people.len()).filter(|&i| only.iter().any(|who| is_meant(people[i], who, department))).collect();
    Selection { chosen, unknown, with_errors }
}

/// Whether problems of `file` are relevant to a build limited to `only`, which selected
/// `chosen`: true for the selected people's files and for files that belong to no person.
pub fn concerns(file: &Arc<SourceFile>, only: &[String], chosen: &[&Profile]) -> bool {
    let of_everybody = [FileKind::Settings, FileKind::RoleModel, FileKind::Catalogue].contains(&file.kind);
    if only.is_empty() || of_everybody || file.name == THE_FOLDER {
        return true;
    }
    let stem = file_names::profile_of(&file.name).unwrap_or(file_names::stem(&file.name));
    let is_of = |person: &&Profile| file_names::stem(&person.file.name) == stem;
    chosen.iter().any(is_of) || {
        // Even an unusable profile may name its owner.
        let owner_of = owner_of(file);
        only.iter().any(|who| is_whose(file, owner_of.name.as_deref(), owner_of.school.as_deref(), who))
    }
}

fn is_meant(person: &Profile, who: &str, department: &Department) -> bool {
    let school = &department.settings.schools[person.school.0].name;
    is_whose(&person.file, Some(&person.name.value), Some(school), who)
}

/// Whether `who` selects the profile `file`; name and school are `None` if unreadable.
pub fn is_whose(file: &SourceFile, name: Option<&str>, school: Option<&str>, who: &str) -> bool {
    let stem = Path::new(&file.name).file_stem().map(|stem| stem.to_string_lossy());
    let folded = fold(who);
    let is_meant = |name: &str| fold(name) == folded;
    name.is_some_and(is_meant)
        || school.is_some_and(is_meant)
        || stem.is_some_and(|stem| is_meant(&stem))
        || is_path_of(file, who)
}

/// Whether `who` is the path of the profile or of a folder above it, relative to the
/// department or to the working directory.
fn is_path_of(file: &SourceFile, who: &str) -> bool {
    let who = who.replace('\\', "/");
    let who = who.trim_start_matches("./").trim_end_matches('/');
    let name = file.name.as_str();
    if name == who || name.strip_prefix(who).is_some_and(|rest| rest.starts_with('/')) {
        return true;
    }
    file.path.starts_with(who)
}
