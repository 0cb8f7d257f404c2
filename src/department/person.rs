//! Who is meant by a name or a path, also where the profile has errors.

use std::fs;
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

/// A person's own file, and what can be read of whom it is.
#[derive(Clone, Debug)]
pub struct Person {
    /// The department's folder.
    pub folder: PathBuf,
    /// The profile.
    pub file: Arc<SourceFile>,
    /// Name and school, as far as they can be read.
    pub owner: ProfileOwner,
}

/// Whose a profile is, as far as that can be read where the file has errors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileOwner {
    /// `navn`.
    pub name: Option<String>,
    /// `skole`.
    pub school: Option<String>,
}

/// Why nobody was found.
#[derive(Debug, thiserror::Error)]
pub enum NotFound {
    /// No profile fits; perhaps this name was meant.
    #[error("nobody")]
    Nobody(Option<String>),
    /// The name fits these profiles, relative to the department's folder.
    #[error("several people")]
    Several(Vec<String>),
    /// The path lies in no department's folder, or no folder was named for a name.
    #[error("no department")]
    NoDepartment,
    /// The department's folder can't be listed.
    #[error(transparent)]
    Folder(#[from] io::Error),
}

/// Finds the profile that `who` means. With a path on this machine the department
/// is the nearest one above it; with a name, a file name without its ending or a
/// path within the department, it is `folder`.
///
/// # Errors
/// If nobody fits, if a name fits several, or if there is no department to look in.
pub fn find(who: &str, folder: Option<&Path>) -> Result<Person, NotFound> {
    if let Some(path) = as_path(who) {
        let folder = folder_above(&path).ok_or(NotFound::NoDepartment)?;
        let path = fs::canonicalize(path)?;
        let is_it = |person: &Person| fs::canonicalize(&person.file.path).is_ok_and(|other| other == path);
        return everybody(&folder)?.into_iter().find(is_it).ok_or(NotFound::Nobody(None));
    }
    let people = everybody(folder.ok_or(NotFound::NoDepartment)?)?;
    let within = who.replace('\\', "/");
    let within = file_names::same_on_some_system(file_names::stem(within.trim_start_matches("./")));
    let stem = |person: &Person| file_names::same_on_some_system(file_names::stem(&person.file.name));
    if let Some(person) = people.iter().find(|person| stem(person) == within) {
        return Ok(person.clone());
    }
    let folded = fold(who);
    let fits = |person: &&Person| {
        let file_name = Path::new(file_names::stem(&person.file.name)).file_name();
        person.owner.name.as_deref().is_some_and(|name| fold(name) == folded)
            || file_name.is_some_and(|name| fold(&name.to_string_lossy()) == folded)
    };
    let found: Vec<&Person> = people.iter().filter(fits).collect();
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
pub fn folder_above(path: &Path) -> Option<PathBuf> {
    // As it was typed, as long as that is enough.
    let typed = path.ancestors().skip(1).map(|above| match above.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => above.to_owned(),
    });
    let whole = std::path::absolute(path).unwrap_or_default();
    let mut all = typed.chain(whole.ancestors().skip(1).map(Path::to_owned));
    all.find(|above| is_department(above))
}

/// Everybody who has a profile in `folder`, in the order of the files' paths; copies
/// that are known by their names are not people of their own.
///
/// # Errors
/// If the folder can't be listed.
pub fn everybody(folder: &Path) -> io::Result<Vec<Person>> {
    let read = walk::read(folder, &mut Problems::default())?;
    Ok(of_files(folder, read.profiles.iter().chain(&read.unread_profiles)))
}

/// The people of the profiles among `files`, which lie in `folder`, in the order of their paths.
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

/// Whether `copy` is named as OneDrive names a conflict's copy of `original`, and
/// is of the same person.
pub fn is_synced_copy(copy: &Person, original: &Person) -> bool {
    file_names::is_synced_copy(file_names::stem(&copy.file.name), file_names::stem(&original.file.name))
        && copy.owner.is_same(&original.owner)
}

impl ProfileOwner {
    /// Whether both have a name and a school, and the same ones.
    pub fn is_same(&self, other: &Self) -> bool {
        let same = |one: &Option<String>, two: &Option<String>| matches!((one, two), (Some(one), Some(two)) if fold(one) == fold(two));
        same(&self.name, &other.name) && same(&self.school, &other.school)
    }
}

/// Whose profile `file` is: by its tree, else by the lines that begin with the keys.
pub fn owner_of(file: &Arc<SourceFile>) -> ProfileOwner {
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

/// The profile at the path `who`, if there is one; its ending may be left out.
fn as_path(who: &str) -> Option<PathBuf> {
    let endings = ["", ".yaml", ".yml"];
    endings.iter().map(|ending| PathBuf::from(format!("{who}{ending}"))).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
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
    fn a_person_is_known_by_name_file_name_and_path() -> io::Result<()> {
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
    fn a_synced_copy_is_no_person_of_its_own() -> io::Result<()> {
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
