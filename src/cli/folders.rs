//! Which folder or person an argument means, and the messages when it means none.

use std::path::{Path, PathBuf};

use spind::department::person::{NotFound, Person, find, folder_above};
use spind::language::Language;
use spind::problem::Problems;
use spind::problem::render;
use spind::source::FileKind;
use spind::source::walk::{self, departments, holds_settings, is_department};

use super::messages::{error_text, shown, visible};
use super::terminal;

/// How many departments are named where one must be chosen.
const MOST_DEPARTMENTS_TOLD: usize = 12;

/// Where profiles are, when nobody says.
const DEFAULT_FOLDER: &str = "profiles";

/// How a verb takes the department's folder, for the command that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderArgument {
    /// As a word of its own.
    Word,
    /// After `--folder`.
    Option,
}

/// The folder of one department, as [`folder`] finds it. One above or below a department's
/// is refused with the command that names the right one.
pub fn department_folder(
    said: Option<&Path>,
    argument: FolderArgument,
    language: &Language,
) -> Result<PathBuf, String> {
    let folder = departments_folder(said, argument, language)?;
    if holds_settings(&folder) {
        return Ok(folder);
    }
    let below = departments(&folder);
    if !below.are_many() {
        return Ok(folder);
    }
    let within = |name: &String| if folder == Path::new(".") { name.into() } else { folder.join(name) };
    let below: Vec<PathBuf> = below.folders.iter().map(within).collect();
    let names: Vec<String> = below.iter().take(MOST_DEPARTMENTS_TOLD).map(|path| shown(path)).collect();
    let more = if below.len() > names.len() { ", …" } else { "" };
    let facts = [
        ("folder", shown(&folder).into()),
        ("departments", format!("{}{more}", names.join(", ")).into()),
        ("command", command_with(&below[0], said, argument).into()),
    ];
    Err(error_text(language, "folder-of-departments", &facts))
}

/// The folder of one department or of many, as [`folder`] finds it. One in a department is
/// refused with the command that names the department.
pub fn departments_folder(
    said: Option<&Path>,
    argument: FolderArgument,
    language: &Language,
) -> Result<PathBuf, String> {
    let folder = folder(said, language)?;
    if holds_settings(&folder) {
        return Ok(folder);
    }
    // Whatever is called so in it, the department is above it.
    let Some(above) = folder_above(&walk::shared_file(&folder, FileKind::Settings)) else {
        return Ok(folder);
    };
    let facts = [
        ("folder", shown(&folder).into()),
        ("department", shown(&above).into()),
        ("command", command_with(&above, said, argument).into()),
    ];
    Err(error_text(language, "folder-in-department", &facts))
}

/// The department's folder: what was said, else the usual one, which must be there.
pub fn folder(said: Option<&Path>, language: &Language) -> Result<PathBuf, String> {
    let folder = match said {
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

/// The folder of the leader's own, which must be there if it was said.
pub fn leader_folder(said: Option<&Path>, language: &Language) -> Result<(), String> {
    match said.filter(|folder| !folder.is_dir()) {
        Some(folder) => {
            let facts = [("folder", shown(folder).into())];
            Err(error_text(language, "build-no-leader-folder", &facts))
        }
        None => Ok(()),
    }
}

/// The person that `who` means: with a path in the department above it, with a name in `said`.
pub fn person(who: &str, said: Option<&Path>, language: &Language) -> Result<Person, String> {
    // A path names its department; only a name needs a folder.
    let folder = department_folder(said, FolderArgument::Option, language);
    find(who, folder.as_deref().ok()).map_err(|error| match (&error, &folder) {
        (NotFound::NoDepartment, Err(message)) => message.clone(),
        (NotFound::Nobody(_), Ok(folder)) => {
            // She may lie where nobody could look.
            let mut problems = Problems::default();
            let _ = walk::read(folder, &mut problems);
            for problem in problems.in_order().iter().filter(|problem| problem.leaves_unread()) {
                let rendered = render::terminal_in("", problem, language, terminal::style());
                terminal::eprint_rendered(&format!("{rendered}\n"));
            }
            not_found(&error, who, language)
        }
        _ => not_found(&error, who, language),
    })
}

/// Why nobody was found.
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

/// The command that was typed, with the folder `found` instead of the one that was said.
fn command_with(found: &Path, said: Option<&Path>, argument: FolderArgument) -> String {
    let typed = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    command_in(typed.collect(), &shown(found), said, argument)
}

fn command_in(mut words: Vec<String>, found: &str, said: Option<&Path>, argument: FolderArgument) -> String {
    let said = said.map(|said| said.display().to_string());
    let option = said.as_ref().map(|said| format!("--folder={said}"));
    let at = words.iter().rposition(|word| Some(word) == said.as_ref() || Some(word) == option.as_ref());
    match at {
        Some(at) if Some(&words[at]) == option.as_ref() => words[at] = format!("--folder={found}"),
        Some(at) => found.clone_into(&mut words[at]),
        None if argument == FolderArgument::Word => words.push(found.to_owned()),
        None => words.extend(["--folder".to_owned(), found.to_owned()]),
    }
    let quoted = |word: &String| match word.is_empty() || word.contains([' ', ';', '&', '(', ')', '\'']) {
        true => format!("\"{word}\""),
        false => word.clone(),
    };
    let words: Vec<String> = words.iter().map(quoted).collect();
    visible(&format!("spind {}", words.join(" ")))
}

/// Tells of a folder in which there may be departments that nobody has seen.
pub fn unlisted_text(folder: &Path, language: &Language) -> String {
    error_text(language, unlisted_key(folder), &[("folder", shown(folder).into())])
}

/// The key of that message.
pub fn unlisted_key(folder: &Path) -> &'static str {
    if folder.is_symlink() { "build-folder-link" } else { "build-folder-unreadable" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_that_is_shown_is_the_one_typed_with_another_folder() {
        use FolderArgument::{Option as Opt, Word};
        for (typed, said, argument, shown) in [
            ("status H:/f", Some("H:/f"), Word, "spind status H:/f/Nord"),
            ("status", None, Word, "spind status H:/f/Nord"),
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
            assert_eq!(command_in(words, "H:/f/Nord", said.map(Path::new), argument), shown);
        }
        let words = vec!["forget".to_owned(), "Anne Ask".to_owned()];
        assert_eq!(
            command_in(words, "min mappe", None, Opt),
            "spind forget \"Anne Ask\" --folder \"min mappe\""
        );
    }
}
