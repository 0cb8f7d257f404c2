//! Resolves `--only`: a person's name, a school, a leader's name, a path, or a file name without its
//! extension.

use std::sync::Arc;

use super::corrections::THE_FOLDER;
use crate::department::Department;
use crate::department::person::{is_path_of, owner_of};
use crate::department::profile::Profile;
use crate::source::spelling::fold;
use crate::source::{FileKind, SourceFile, file_names};

/// The people that `--only` selects.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Selection {
    /// Indexes into the people.
    pub chosen: Vec<usize>,
    /// The arguments that match no person.
    pub unknown: Vec<String>,
    /// What was asked for and fits a profile that has an error, with that profile's name.
    pub with_errors: Vec<(String, String)>,
}

/// The people that `only` selects; all of them if it is empty.
pub(crate) fn select(people: &[&Profile], only: &[String], department: &Department) -> Selection {
    if only.is_empty() {
        let chosen = (0..people.len()).collect();
        return Selection { chosen, unknown: Vec::new(), with_errors: Vec::new() };
    }
    let (mut unknown, mut with_errors) = (Vec::new(), Vec::new());
    for who in only.iter().filter(|who| !people.iter().any(|person| is_meant(person, who, department))) {
        let is_hers = |file: &&Arc<SourceFile>| {
            let owner = owner_of(file);
            let whose =
                SelectionNames::unreadable(owner.name.as_deref(), owner.school.as_deref(), department);
            is_whose(file, whose, who)
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
pub(crate) fn concerns(
    file: &Arc<SourceFile>,
    only: &[String],
    chosen: &[&Profile],
    department: &Department,
) -> bool {
    let of_everybody = [FileKind::Settings, FileKind::RoleModel, FileKind::Catalogue].contains(&file.kind);
    if only.is_empty() || of_everybody || file.name == THE_FOLDER {
        return true;
    }
    let stem = file_names::profile_of(&file.name).unwrap_or(file_names::stem(&file.name));
    let is_of = |person: &&Profile| file_names::stem(&person.file.name) == stem;
    chosen.iter().any(is_of) || {
        // Even an unusable profile may name its owner.
        let owner = owner_of(file);
        let whose = SelectionNames::unreadable(owner.name.as_deref(), owner.school.as_deref(), department);
        only.iter().any(|who| is_whose(file, whose, who))
    }
}

fn is_meant(person: &Profile, who: &str, department: &Department) -> bool {
    is_whose(&person.file, SelectionNames::of(person, department), who)
}

/// The names that select a profile; `None` if unreadable.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SelectionNames<'a> {
    name: Option<&'a str>,
    school: Option<&'a str>,
    leader: Option<&'a str>,
}

impl<'a> SelectionNames<'a> {
    /// The names of `person`.
    pub(crate) fn of(person: &'a Profile, department: &'a Department) -> Self {
        Self {
            name: Some(&person.name.value),
            school: Some(&department.settings.schools[person.school.0].name),
            leader: person.leader.as_deref(),
        }
    }

    /// The names of a profile with errors: its leader is the school's.
    pub(crate) fn unreadable(
        name: Option<&'a str>,
        school: Option<&'a str>,
        department: &'a Department,
    ) -> Self {
        let settings = &department.settings;
        let index = school.and_then(|school| settings.school(school));
        Self { name, school, leader: index.and_then(|school| settings.schools[school.0].leader.as_deref()) }
    }
}

/// Whether `who` selects the profile `file`, whose names are `whose`.
pub(crate) fn is_whose(file: &SourceFile, whose: SelectionNames<'_>, who: &str) -> bool {
    let folded = fold(who);
    let is_meant = |name: &str| fold(name) == folded;
    [whose.name, whose.school, whose.leader].into_iter().flatten().any(is_meant)
        || file_names::is_file_name_of(&file.name, who)
        || is_in_folder(file, who)
        || is_path_of(file, who)
}

/// Whether `who` is the path of a folder that the profile is in, relative to the department or to the
/// working directory.
fn is_in_folder(file: &SourceFile, who: &str) -> bool {
    let typed = who.replace('\\', "/");
    let typed = typed.trim_start_matches("./").trim_end_matches('/');
    file_names::is_folder_above(&file.name, who) || file.path.starts_with(typed)
}
