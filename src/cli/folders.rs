//! Resolves folder and person arguments, with the messages for those that can't be resolved.

use std::path::{Path, PathBuf};

use super::messages::{error_text, shown, visible};
use super::terminal::eprint_problem;
use crate::department::person::{NotFound, Person, find, folder_above};
use crate::language::Language;
use crate::problem::Problems;
use crate::source::FileKind;
use crate::source::walk::{self, departments, holds_settings, is_department};

/// The most departments that are listed for the user to choose from.
const MAX_DEPARTMENTS_LISTED: usize = 12;

/// The default folder of profiles.
const DEFAULT_FOLDER: &str = "profiles";

/// How a verb takes the department's folder, for suggested commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FolderArgument {
    /// As a positional argument.
    Positional,
    /// As the value of `--folder`.
    Option,
}

/// Resolves a folder that must be one department. For a folder above or below a department,
/// the message suggests the right command.
pub(super) fn department_folder(
    given: Option<&Path>,
    argument: FolderArgument,
    language: &Language,
) -> Result<PathBuf, String> {
    let folder = departments_folder(given, argument, language)?;
    if holds_settings(&folder) {
        return Ok(folder);
    }
    let below = departments(&folder);
    if !below.are_many() {
        return Ok(folder);
    }
    let within = |name: &String| if folder == Path::new(".") { name.into() } else { folder.join(name) };
    let below: Vec<PathBuf> = below.folders.iter().map(within).collect();
    let names: Vec<String> = below.iter().take(MAX_DEPARTMENTS_LISTED).map(|path| shown(path)).collect();
    let more = if below.len() > names.len() { ", …" } else { "" };
    let facts = [
        ("folder", shown(&folder).into()),
        ("departments", format!("{}{more}", names.join(", ")).into()),
        ("command", command_with(&below[0], given, argument).into()),
    ];
    Err(error_text(language, "folder-of-departments", &facts))
}

/// Resolves a folder of one or more departments. For a folder inside a department, the message
/// suggests the right command.
pub(super) fn departments_folder(
    given: Option<&Path>,
    argument: FolderArgument,
    language: &Language,
) -> Result<PathBuf, String> {
    let folder = folder(given, language)?;
    if holds_settings(&folder) {
        return Ok(folder);
    }
    // Even if it contains such a file itself, the department is above it.
    let Some(above) = folder_above(&walk::shared_file(&folder, FileKind::Settings)) else {
        return Ok(folder);
    };
    let facts = [
        ("folder", shown(&folder).into()),
        ("department", shown(&above).into()),
        ("command", command_with(&above, given, argument).into()),
    ];
    Err(error_text(language, "folder-in-department", &facts))
}

/// `given`, or the default folder; it must exist.
pub(super) fn folder(given: Option<&Path>, language: &Language) -> Result<PathBuf, String> {
    let folder = match given {
        Some(folder) => folder.to_owned(),
        None if is_department(Path::new(".")) => PathBuf::from("."),
        None => PathBuf::from(DEFAULT_FOLDER),
    };
    if folder.is_dir() {
        return Ok(folder);
    }
    let name = shown(&folder);
    Err(error_text(language, "build-no-folder", &[("folder", name.into())]))
}

/// Checks that the leader's private folder exists, if given.
pub(super) fn leader_folder(given: Option<&Path>, language: &Language) -> Result<(), String> {
    match given.filter(|folder| !folder.is_dir()) {
        Some(folder) => {
            let facts = [("folder", shown(folder).into())];
            Err(error_text(language, "build-no-leader-folder", &facts))
        }
        None => Ok(()),
    }
}

/// Resolves `who`: a path in the department above it, or a name in the department `given`.
pub(super) fn person(who: &str, given: Option<&Path>, language: &Language) -> Result<Person, String> {
    // A path determines its department; only a name needs a folder.
    let folder = department_folder(given, FolderArgument::Option, language);
    find(who, folder.as_deref().ok()).map_err(|error| match (&error, &folder) {
        (NotFound::NoDepartment, Err(message)) => message.clone(),
        (NotFound::Nobody(_), Ok(folder)) => {
            // The person may be in an unreadable folder.
            let mut problems = Problems::default();
            let _ = walk::read(folder, &mut problems);
            for problem in problems.in_order().iter().filter(|problem| problem.leaves_unread()) {
                eprint_problem("", problem, language);
            }
            not_found(&error, who, language)
        }
        _ => not_found(&error, who, language),
    })
}

/// The message for a person who was not found.
fn not_found(error: &NotFound, who: &str, language: &Language) -> String {
    let who = ("who", visible(who).into());
    match error {
        NotFound::Nobody(Some(nearest)) => {
            error_text(language, "person-nobody-near", &[who, ("nearest", visible(nearest).into())])
        }
        NotFound::Nobody(None) => error_text(language, "person-nobody", &[who]),
        NotFound::Several(paths) => {
            error_text(language, "person-several", &[who, ("paths", visible(&paths.join(", ")).into())])
        }
        NotFound::NoDepartment => error_text(language, "person-no-department", &[who]),
        NotFound::Folder(_) => error_text(language, "person-folder-unreadable", &[who]),
    }
}

/// The user's command with the folder `found` in place of `given`.
fn command_with(found: &Path, given: Option<&Path>, argument: FolderArgument) -> String {
    let typed = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    command_in(typed.collect(), &shown(found), given, argument)
}

fn command_in(mut words: Vec<String>, found: &str, given: Option<&Path>, argument: FolderArgument) -> String {
    let given = given.map(|given| given.to_string_lossy().into_owned());
    let option = given.as_ref().map(|given| format!("--folder={given}"));
    let at = words.iter().rposition(|word| Some(word) == given.as_ref() || Some(word) == option.as_ref());
    match at {
        Some(at) if Some(&words[at]) == option.as_ref() => words[at] = format!("--folder={found}"),
        Some(at) => found.clone_into(&mut words[at]),
        None if argument == FolderArgument::Positional => words.push(found.to_owned()),
        None => words.extend(["--folder".to_owned(), found.to_owned()]),
    }
    let quoted = |word: &String| match word.is_empty() || word.contains([' ', ';', '&', '(', ')', '\'']) {
        true => format!("\"{word}\""),
        false => word.clone(),
    };
    let words: Vec<String> = words.iter().map(quoted).collect();
    visible(&format!("spind {}", words.join(" ")))
}

/// The message for a folder that could not be searched for departments.
pub(super) fn unlisted_text(folder: &Path, language: &Language) -> String {
    error_text(language, unlisted_key(folder), &[("folder", shown(folder).into())])
}

/// The key of the message for a folder that could not be searched for departments.
pub(super) fn unlisted_key(folder: &Path) -> &'static str {
    if folder.is_symlink() { "build-folder-link" } else { "build-folder-unreadable" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_suggested_command_is_the_typed_one_with_another_folder() {
        use FolderArgument::{Option as Opt, Positional};
        for (typed, given, argument, shown) in [
            ("status H:/f", Some("H:/f"), Positional, "spind status H:/f/Nord"),
            ("status", None, Positional, "spind status H:/f/Nord"),
            (
                "sign Anne --as leder --folder H:/f",
                Some("H:/f"),
                Opt,
                "spind sign Anne --as leder --folder H:/f/Nord",
            ),
            ("schema profil --folder=H:/f", Some("H:/f"), Opt, "spind schema profil --folder=H:/f/Nord"),
            ("forget Anne", None, Opt, "spind forget Anne --folder H:/f/Nord"),
        ] {
            let words = typed.split(' ').map(str::to_owned).collect();
            assert_eq!(command_in(words, "H:/f/Nord", given.map(Path::new), argument), shown);
        }
        let words = vec!["forget".to_owned(), "Anne Ask".to_owned()];
        assert_eq!(
            command_in(words, "min mappe", None, Opt),
            "spind forget \"Anne Ask\" --folder \"min mappe\""
        );
    }
}
