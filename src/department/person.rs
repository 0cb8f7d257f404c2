//! Finds people by name or path, even if their profiles have errors.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::fields::{Field, profile as fields};
use crate::problem::Problems;
use crate::source::file_names;
use crate::source::parse;
use crate::source::spelling::{fold, nearest};
use crate::source::tree::Value;
use crate::source::walk::{self, is_department};
use crate::source::{FileKind, SourceFile};
use crate::storage::canonical;

/// A profile and its owner.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The department's folder.
    pub folder: PathBuf,
    /// The profile.
    pub file: Arc<SourceFile>,
    /// Name and school, as far as they are readable.
    pub owner: ProfileOwner,
}

/// Name and school of a profile, as far as they are readable despite errors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ProfileOwner {
    /// `navn`.
    pub name: Option<String>,
    /// `skole`.
    pub school: Option<String>,
}

/// Why no person was found.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotFound {
    /// No profile matches; the most similar name, if any.
    #[error("nobody")]
    Nobody(Option<String>),
    /// Several profiles match; their paths relative to the department's folder.
    #[error("several people")]
    Several(Vec<String>),
    /// The path is not in a department's folder, or a name was given without a folder.
    #[error("no department")]
    NoDepartment,
    /// The department's folder can't be listed.
    #[error(transparent)]
    Folder(#[from] io::Error),
}

/// Finds a profile.
///
/// If `who` is a path on this machine, the department is the nearest one above it. Otherwise `who` is
/// a name, a file name without extension or a path within the department `folder`.
///
/// # Errors
/// If no profile or several match, or there is no department to search.
pub(crate) fn find(who: &str, folder: Option<&Path>) -> Result<Person, NotFound> {
    if let Some(path) = as_path(who) {
        let folder = folder_above(&path).ok_or(NotFound::NoDepartment)?;
        let path = canonical(&path)?;
        let found = everybody(&folder)?.into_iter().find(|person| is_at(&person.file, &path));
        return found.ok_or(NotFound::Nobody(None));
    }
    let people = everybody(folder.ok_or(NotFound::NoDepartment)?)?;
    if let Some(person) = people.iter().find(|person| file_names::is_path_of(&person.file.name, who)) {
        return Ok(person.clone());
    }
    let folded = fold(who);
    let matches = |person: &&Person| {
        person.owner.name.as_deref().is_some_and(|name| fold(name) == folded)
            || file_names::is_file_name_of(&person.file.name, who)
    };
    let found: Vec<&Person> = people.iter().filter(matches).collect();
    let originals: Vec<&Person> = found
        .iter()
        .copied()
        .filter(|person| !found.iter().any(|other| is_synced_copy(person, other)))
        .collect();
    match originals[..] {
        [person] => Ok(person.clone()),
        [] => {
            let names = people.iter().filter_map(|person| person.owner.name.as_deref());
            Err(NotFound::Nobody(nearest(who, names).map(str::to_owned)))
        }
        _ => Err(NotFound::Several(originals.iter().map(|person| person.file.name.clone()).collect())),
    }
}

/// The nearest folder above `path` that holds a department's settings.
pub(crate) fn folder_above(path: &Path) -> Option<PathBuf> {
    // Prefer the path as typed; make it absolute only if necessary.
    let typed = path.ancestors().skip(1).map(|above| match above.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => above.to_owned(),
    });
    let absolute = std::path::absolute(path).unwrap_or_default();
    let mut all = typed.chain(absolute.ancestors().skip(1).map(Path::to_owned));
    all.find(|above| is_department(above))
}

/// Everyone who has a profile in `folder`, sorted by path; files named as copies do not count.
///
/// # Errors
/// If the folder can't be listed.
pub(crate) fn everybody(folder: &Path) -> io::Result<Vec<Person>> {
    let read = walk::read(folder, &mut Problems::default())?;
    Ok(of_files(folder, read.profiles.iter().chain(&read.unread_profiles)))
}

/// The owners of the profiles among `files` in `folder`, sorted by path.
pub(super) fn of_files<'a>(folder: &Path, files: impl Iterator<Item = &'a Arc<SourceFile>>) -> Vec<Person> {
    let person = |file: &Arc<SourceFile>| Person {
        folder: folder.to_owned(),
        file: Arc::clone(file),
        owner: owner_of(file),
    };
    let mut people: Vec<Person> = files.filter(|file| file.kind == FileKind::Profile).map(person).collect();
    people.sort_by(|a, b| a.file.name.cmp(&b.file.name));
    people
}

/// True if `copy` is named like a sync conflict copy of `original` and has the same owner.
pub(crate) fn is_synced_copy(copy: &Person, original: &Person) -> bool {
    file_names::is_synced_copy(file_names::stem(&copy.file.name), file_names::stem(&original.file.name))
        && copy.owner.is_same(&original.owner)
}

impl ProfileOwner {
    /// True if both have the same name and the same school; unknown ones are never the same.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let is_same = |one: &Option<String>, two: &Option<String>| {
            one.as_ref().zip(two.as_ref()).is_some_and(|(one, two)| fold(one) == fold(two))
        };
        is_same(&self.name, &other.name) && is_same(&self.school, &other.school)
    }
}

/// Reads the owner of a profile from its tree or, if it has syntax errors, from its lines.
pub(crate) fn owner_of(file: &Arc<SourceFile>) -> ProfileOwner {
    let text = |raw: &str| {
        let folded = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        (!folded.is_empty()).then_some(folded)
    };
    let root = parse::parse(file, &mut Problems::default()).ok().flatten();
    let value = |field: &Field| match &root {
        Some(root) if matches!(root.value, Value::Mapping(_)) => {
            root.entry(field)?.value.text().and_then(text)
        }
        _ => {
            let mut lines = file.text.lines().filter_map(|line| line.split_once(':'));
            let (_, value) = lines.find(|(word, _)| field.is(word))?;
            let value = value.split(" #").next().unwrap_or_default();
            text(value.trim().trim_matches(['"', '\'']))
        }
    };
    ProfileOwner { name: value(&fields::NAME), school: value(&fields::SCHOOL) }
}

/// Whether `typed` is the path of `file`, with or without extension: within its department or on this
/// machine.
pub(crate) fn is_path_of(file: &SourceFile, typed: &str) -> bool {
    let on_this_machine = || as_path(typed).and_then(|path| canonical(&path).ok());
    file_names::is_path_of(&file.name, typed) || on_this_machine().is_some_and(|path| is_at(file, &path))
}

/// Whether `file` is at the canonical path `path`.
fn is_at(file: &SourceFile, path: &Path) -> bool {
    canonical(&file.path).is_ok_and(|own| own == path)
}

/// The file at the path `who`, with or without extension.
fn as_path(who: &str) -> Option<PathBuf> {
    let extensions = ["", ".yaml", ".yml"];
    extensions.iter().map(|extension| PathBuf::from(format!("{who}{extension}"))).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn department(files: &[(&str, &str)]) -> io::Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, text) in files.iter().chain(&[("afdeling.yaml", "navn: A\n")]) {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent"))?;
            fs::write(path, text)?;
        }
        Ok(folder)
    }

    fn file(found: Result<Person, NotFound>) -> String {
        match found {
            Ok(person) => person.file.name.clone(),
            Err(NotFound::Several(files)) => files.join(" + "),
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn people_are_found_by_name_file_name_and_path() -> io::Result<()> {
        let folder = department(&[
            ("nord/anne.yaml", "navn: Anne Ask\nskole: Nord\n"),
            ("syd/bo.yaml", "navn:  \"Bo  Birk\" # kaldet Bo\n skole: [\n"),
            ("syd/carl.yaml", "navn: Carl\nskole: Syd\n"),
            ("øst/carl-2.yaml", "navn: Carl\nskole: Øst\n"),
        ])?;
        let typed = |name: &str| folder.path().join(name).display().to_string();
        for (who, expected) in [
            ("Anne Ask", "nord/anne.yaml"),
            ("anne", "nord/anne.yaml"),
            ("nord/anne.yaml", "nord/anne.yaml"),
            ("nord\\anne", "nord/anne.yaml"),
            ("bo birk", "syd/bo.yaml"),
            ("syd/carl", "syd/carl.yaml"),
            ("Carl", "syd/carl.yaml + øst/carl-2.yaml"),
            ("Ane Ask", "Nobody(Some(\"Anne Ask\"))"),
            ("afdeling", "Nobody(None)"),
        ] {
            assert_eq!(file(find(who, Some(folder.path()))), expected, "{who}");
        }
        for (who, expected) in [("syd/carl.yaml", "syd/carl.yaml"), ("øst/carl-2", "øst/carl-2.yaml")] {
            let found = find(&typed(who), None);
            assert_eq!(found.as_ref().expect("found").folder, folder.path());
            assert_eq!(file(found), expected);
        }
        assert!(matches!(find(&typed("afdeling.yaml"), None), Err(NotFound::Nobody(None))));
        assert!(matches!(find("Anne Ask", None), Err(NotFound::NoDepartment)));
        Ok(())
    }

    #[test]
    fn sync_conflict_copies_are_not_people() -> io::Result<()> {
        let anne = "navn: Anne\nskole: Nord\n";
        let folder = department(&[
            ("anne.yaml", anne),
            ("anne-PC1234.yaml", anne),
            ("anne - Kopi.yaml", anne),
            ("anne-marie.yaml", "navn: Anne\nskole: Syd\n"),
        ])?;
        assert_eq!(file(find("Anne", Some(folder.path()))), "anne.yaml");
        fs::remove_file(folder.path().join("anne.yaml"))?;
        assert_eq!(file(find("Anne", Some(folder.path()))), "anne-PC1234.yaml + anne-marie.yaml");
        Ok(())
    }
}
