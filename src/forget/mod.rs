//! Forgetting a person: what is hers in the shared folder, in the output folder and
//! in the archives, and the order in which it goes.
//!
//! Documents go before the files that they were made of, and her own profile goes
//! last: until then an interrupted run can be repeated as it was typed.

mod mentions;
mod output_folder;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::department::Department;
use crate::department::person::{self, Person, ProfileOwner, is_synced_copy};
use crate::run::output_location::{OutputLocation, corrections_of};
use crate::run::{OutputError, blank_form_name};
use crate::source::file_names::{self, Named, named};
use crate::source::spelling::fold;
use crate::source::walk;
use crate::storage::in_use;
use crate::storage::lock::{self, LockGuard};

use mentions::{PersonQuery, SearchResult};

pub use mentions::Mention;

/// Where to look.
#[derive(Clone, Copy, Debug)]
pub struct ForgetRequest<'a> {
    /// Who is to be forgotten.
    pub person: &'a Person,
    /// Her department, if it can be read.
    pub department: Option<&'a Department>,
    /// The output folder.
    pub out: Option<&'a Path>,
    /// A folder of correction files beside it.
    pub corrections: Option<&'a Path>,
    /// Archives of closed years.
    pub archives: &'a [PathBuf],
    /// A folder of the leader's own.
    pub leader: Option<&'a Path>,
}

/// All that is known of a person.
#[derive(Debug, Default)]
pub struct PersonFiles {
    /// Her documents.
    documents: Vec<(OutputLocation, Vec<String>)>,
    /// Her files in archives, and beside her profile.
    files: Vec<PathBuf>,
    /// Her profile.
    profile: PathBuf,
    /// The documents of the whole department, which name or count her; relative to
    /// the output folder.
    pub common: Vec<String>,
    /// Whether the department's documents lie in the output folder.
    pub is_built: bool,
    /// Whether preparations of the talk lie there, too.
    pub has_preparations: bool,
    /// Whether the output folder holds another department's documents.
    pub out_of_another: bool,
    /// The output folder, where there is something of the whole department in it.
    out: Option<PathBuf>,
    /// The output folder in any case.
    searched: Option<PathBuf>,
    /// Files of other people at the path that is hers now.
    pub others: Vec<PathBuf>,
    /// Where her name still stands.
    pub mentions: Vec<Mention>,
    /// What the program can't search: archives, pictures, PDFs of other programs, links.
    pub unsearched: Vec<PathBuf>,
    /// The first file of the output folder that was not looked at, because there are too many.
    pub beyond: Option<PathBuf>,
    /// Folders in the output folder whose names are hers.
    folders: Vec<PathBuf>,
    /// Folders of archives that could not be looked into.
    pub unlisted: Vec<PathBuf>,
}

/// What became of it.
#[derive(Debug, Default)]
pub struct Forgotten {
    /// Files that are gone.
    pub deleted: usize,
    /// What could not be deleted, and why.
    pub failures: Vec<(PathBuf, OutputError)>,
    /// Whether her profile was kept, because the system refused something before it.
    pub kept: bool,
}

/// Locks what forgetting somebody changes.
///
/// # Errors
/// If it can't be locked.
pub fn lock_folders(request: &ForgetRequest<'_>) -> io::Result<LockGuard> {
    // A half-made archive holds her, too, wherever it lies.
    lock::whole(&request.person.folder, request.archives, usize::MAX)
}

/// Looks for all that is hers. Nothing is changed.
///
/// # Errors
/// If the department's folder or an archive can't be listed.
pub fn find(request: &ForgetRequest<'_>) -> io::Result<PersonFiles> {
    let Person { folder, file, owner } = request.person;
    let searched = request.out.map(Path::to_owned);
    let mut traces = PersonFiles { profile: file.path.clone(), searched, ..PersonFiles::default() };
    let own = files_of(folder, std::slice::from_ref(request.person), &mut traces.files)?;
    if let Some(leader) = request.leader {
        traces.files.extend(beside(leader, &own));
    }
    let others = others(folder, &own)?;
    let mut shelves = Vec::new();
    if let Some(out) = request.out {
        let shelf = OutputLocation::Output(out.to_owned());
        if shelf.is_of_another(request.department) {
            traces.out_of_another = true;
        } else {
            traces.common = shelf.common_documents(request.department);
            traces.is_built = !traces.common.is_empty() || out.join("planer").is_dir();
            traces.has_preparations = shelf.has_preparations();
            traces.out = (!traces.common.is_empty()).then(|| out.to_owned());
            shelves.push(shelf);
        }
    }
    shelves.extend(request.corrections.map(|folder| OutputLocation::Corrections(folder.to_owned())));
    shelves.push(OutputLocation::Corrections(folder.clone()));
    shelves.extend(corrections_elsewhere(&shelves, request.department, &own));
    let mut archived = Archived { hers: own, others: others.clone(), shelves: Vec::new() };
    for archive in request.archives {
        traces.look_in_archive(archive, request.person, &mut archived)?;
    }
    // A path that was hers may be somebody else's by now, or have been.
    traces.documents_on(shelves, archived.hers.difference(&others));
    traces.documents_on(archived.shelves.clone(), archived.hers.difference(&archived.others));
    for stem in archived.hers.intersection(&archived.others) {
        let documents = archived
            .shelves
            .iter()
            .flat_map(|shelf| shelf.documents_of(stem).into_iter().map(|name| shelf.root().join(name)));
        traces.mentions.extend(documents.map(Mention::of_file));
    }
    let file_name = Path::new(file_names::stem(&file.name)).file_name().unwrap_or_default().to_string_lossy();
    let sought = PersonQuery::new(owner.name.as_deref(), &file_name);
    if let Some(out) = request.out {
        traces.look_in_output_folder(out, request, &sought)?;
    }
    let mut seen = BTreeSet::from([whole(&traces.profile)]);
    traces.files.retain(|path| seen.insert(whole(path)));
    let gone: BTreeSet<PathBuf> = traces.paths().collect();
    let roots = [Some(folder.as_path()), request.leader].into_iter().flatten();
    let mut unsearched: BTreeSet<PathBuf> = std::mem::take(&mut traces.unsearched).into_iter().collect();
    let found: Vec<Mention> = roots
        .chain(request.archives.iter().map(PathBuf::as_path))
        .flat_map(|root| mentions::mentions(root, &sought, &gone, &mut unsearched))
        .collect();
    let folders = std::mem::take(&mut traces.folders);
    let folders = folders.iter().filter_map(|folder| match sought.look_at_folder(folder, &gone) {
        SearchResult::Named(mention) => Some(mention),
        _ => None,
    });
    traces.mentions.extend(folders);
    traces.mentions.splice(0..0, found);
    // A link is another thing than what it leads to.
    let own = |path: &Path| if path.is_symlink() { path.to_owned() } else { whole(path) };
    let mut seen = BTreeSet::new();
    traces.mentions.retain(|mention| seen.insert(own(&mention.path)));
    traces.unsearched =
        unsearched.into_iter().filter(|path| !gone.contains(path) && seen.insert(own(path))).collect();
    Ok(traces)
}

impl PersonFiles {
    /// Everything that goes for good, in the order in which it goes.
    pub fn paths(&self) -> impl Iterator<Item = PathBuf> {
        let documents =
            self.documents.iter().flat_map(|(shelf, names)| names.iter().map(|name| shelf.root().join(name)));
        documents.chain(self.files.iter().cloned()).chain([self.profile.clone()])
    }

    /// Whether the same would be deleted as by `other`.
    pub fn deletes_the_same(&self, other: &Self) -> bool {
        self.common == other.common && self.paths().eq(other.paths())
    }

    /// Deletes it all, and the documents of the whole department with it.
    pub fn delete(self, department: Option<&Department>, _: &LockGuard) -> Forgotten {
        let mut done = Forgotten::default();
        let out = self.out.map(OutputLocation::Output).map(|out| (out, self.common));
        for (shelf, names) in self.documents.into_iter().chain(out) {
            match shelf.delete(&names, department) {
                Ok(failures) => {
                    done.deleted += names.len().saturating_sub(failures.len());
                    done.failures.extend(failures);
                }
                Err(error) => done.failures.push((shelf.root().to_owned(), error.into())),
            }
        }
        for path in self.files {
            done.remove(path);
        }
        // What is not this program's is told and stays; what the system refused
        // can be tried again.
        done.kept = done.failures.iter().any(|(_, error)| matches!(error, OutputError::Io(_)));
        if !done.kept {
            done.remove(self.profile);
        }
        done
    }

    /// Looks at what lies in the output folder under names that no run gives.
    fn look_in_output_folder(
        &mut self,
        out: &Path,
        request: &ForgetRequest<'_>,
        sought: &PersonQuery,
    ) -> io::Result<()> {
        let Person { folder, file, owner } = request.person;
        let shelf = OutputLocation::Output(out.to_owned());
        let people = person::everybody(folder)?;
        // A copy of her profile is no other person.
        let is_namesake = |other: &Person| {
            !is_another(&other.owner, owner)
                && other.owner.name.is_some()
                && !other.owner.is_same(owner)
                && other.file.path != file.path
        };
        let mut known: BTreeSet<String> = shelf.listed(request.department);
        if !self.out_of_another {
            let stems = people.iter().map(|person| file_names::stem(&person.file.name));
            known.extend(stems.flat_map(|stem| shelf.documents_of(stem)));
            known.insert(blank_form_name());
            known.extend(self.common.iter().cloned());
            known.extend(
                self.documents.iter().filter(|(at, _)| *at == shelf).flat_map(|(_, names)| names.clone()),
            );
        }
        let elsewhere = [Some(folder.as_path()), request.leader, request.corrections].into_iter().flatten();
        let elsewhere = elsewhere.chain(request.archives.iter().map(PathBuf::as_path)).map(whole).collect();
        let schools = request.department.map(|department| &department.settings);
        let school = |raw: &String| {
            schools.and_then(|settings| Some(settings.schools[settings.school(raw)?.0].name.clone()))
        };
        let found = output_folder::Search {
            root: out,
            sought,
            owner: &ProfileOwner {
                name: owner.name.clone(),
                school: owner.school.as_ref().map(|raw| school(raw).unwrap_or_else(|| raw.clone())),
            },
            file: &file.name,
            only_one: !people.iter().any(is_namesake),
            of_another: self.out_of_another,
            known: &|name| known.contains(name),
            elsewhere: &elsewhere,
        }
        .run();
        if !found.documents.is_empty() {
            self.documents.push((shelf, found.documents));
        }
        if !found.tables.is_empty() {
            self.common.extend(found.tables);
            self.out = Some(out.to_owned());
        }
        self.files.extend(found.files);
        self.mentions.extend(found.mentions);
        self.folders = found.folders;
        self.unsearched = found.unsearched;
        self.beyond = found.beyond;
        Ok(())
    }

    /// Finds the departments in an archive, and what is hers in each; likewise output folders.
    fn look_in_archive(
        &mut self,
        archive: &Path,
        person: &Person,
        archived: &mut Archived,
    ) -> io::Result<()> {
        fs::read_dir(archive)?;
        let (own, out) = (whole(&person.folder), self.searched.as_deref().map(whole));
        let folders = WalkDir::new(archive).sort_by_file_name().into_iter().filter_entry(|entry| {
            entry.file_type().is_dir()
                && (entry.depth() == 0 || whole(entry.path()) != own)
                && out.as_ref() != Some(&whole(entry.path()))
        });
        for folder in folders {
            let folder = match folder {
                Ok(folder) => folder.into_path(),
                Err(error) => {
                    self.unlisted.push(error.path().unwrap_or(archive).to_owned());
                    continue;
                }
            };
            if folder.file_name().is_some_and(|name| name == "planer" || name == "rettelser") {
                let shelf = OutputLocation::Output(folder.parent().unwrap_or(archive).to_owned());
                if archived.shelves.iter().all(|other| other.root() != shelf.root()) {
                    // A closed year's booklet can't be made anew.
                    let root = shelf.root().to_owned();
                    let common = shelf.common_documents(None).into_iter().map(|name| root.join(name));
                    self.mentions.extend(common.map(Mention::of_file));
                    archived.shelves.push(shelf);
                }
            }
            if !walk::is_department(&folder) || whole(&folder) == own {
                continue;
            }
            let hers = self.people_like(person, &folder)?;
            let found = files_of(&folder, &hers, &mut self.files)?;
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            let leaders = folder.with_file_name(format!("{name}-leder"));
            let views = if leaders.is_dir() { beside(&leaders, &found) } else { Vec::new() };
            if leaders.starts_with(archive) {
                self.files.extend(views);
            } else {
                // What was not named is not touched.
                self.mentions.extend(views.into_iter().map(Mention::of_file));
            }
            // Her own files last, here too.
            self.files.extend(hers.into_iter().map(|person| person.file.path.clone()));
            archived.others.extend(others(&folder, &found)?);
            archived.hers.extend(found);
        }
        Ok(())
    }

    /// The profiles in an archived department that are `person`'s.
    fn people_like(&mut self, person: &Person, folder: &Path) -> io::Result<Vec<Person>> {
        let stem = |person: &Person| file_names::same_on_some_system(file_names::stem(&person.file.name));
        let mut hers = Vec::new();
        for other in person::everybody(folder)? {
            let same_path = stem(&other) == stem(person);
            if other.owner.is_same(&person.owner) || same_path && !is_another(&other.owner, &person.owner) {
                hers.push(other);
            } else if same_path {
                self.others.push(other.file.path.clone());
            }
        }
        Ok(hers)
    }

    /// Notes the documents on `shelves` of the profiles at `stems`.
    fn documents_on<'s>(
        &mut self,
        shelves: Vec<OutputLocation>,
        stems: impl Iterator<Item = &'s String> + Clone,
    ) {
        for shelf in shelves {
            let names: Vec<String> = stems.clone().flat_map(|stem| shelf.documents_of(stem)).collect();
            if !names.is_empty() {
                self.documents.push((shelf, names));
            }
        }
    }
}

/// What the archives tell.
struct Archived {
    /// The paths, without endings, at which she has ever been.
    hers: BTreeSet<String>,
    /// The paths, without endings, at which others are or were.
    others: BTreeSet<String>,
    /// Where documents lie.
    shelves: Vec<OutputLocation>,
}

/// The paths, without endings, of everybody in `folder` but those at `hers`.
fn others(folder: &Path, hers: &BTreeSet<String>) -> io::Result<BTreeSet<String>> {
    let stem = |person: Person| file_names::stem(&person.file.name).to_owned();
    Ok(person::everybody(folder)?.into_iter().map(stem).filter(|stem| !hers.contains(stem)).collect())
}

impl Forgotten {
    fn remove(&mut self, path: PathBuf) {
        match in_use::retry_while_in_use(|| fs::remove_file(&path)) {
            Ok(()) => self.deleted += 1,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => self.failures.push((path, error.into())),
        }
    }
}

/// Notes the files in `folder` that belong to the profiles of `hers`: copies of
/// them, leaders' views and records. Returns the paths of profiles and copies without endings.
fn files_of(folder: &Path, hers: &[Person], files: &mut Vec<PathBuf>) -> io::Result<BTreeSet<String>> {
    let mut stems: BTreeSet<String> =
        hers.iter().map(|person| file_names::stem(&person.file.name).to_owned()).collect();
    if hers.is_empty() {
        return Ok(stems);
    }
    let mut copies: Vec<Person> = person::everybody(folder)?;
    copies.retain(|copy| hers.iter().any(|person| is_synced_copy(copy, person)));
    copies.extend(copies_by_name(folder).filter(|copy| hers.iter().any(|person| is_copy_of(copy, person))));
    stems.extend(copies.iter().map(|copy| file_names::stem(&copy.file.name).to_owned()));
    files.extend(beside(folder, &stems));
    files.extend(copies.into_iter().map(|copy| copy.file.path.clone()));
    Ok(stems)
}

/// The files of `folder` whose names say that they are copies, as far as they can be read.
fn copies_by_name(folder: &Path) -> impl Iterator<Item = Person> {
    walk::entries(folder).filter_map(Result::ok).filter_map(move |entry| {
        let in_root = entry.depth() == 1;
        let is_copy = entry.file_type().is_file() && named(entry.path(), in_root) == Named::Copy;
        let file = is_copy.then(|| walk::read_copy(folder, entry.path()).ok()).flatten()?;
        let owner = person::owner_of(&file);
        Some(Person { folder: folder.to_owned(), file, owner })
    })
}

/// Whether a file that is named as a copy holds `person`.
fn is_copy_of(copy: &Person, person: &Person) -> bool {
    let same_name = match (&copy.owner.name, &person.owner.name) {
        (Some(one), Some(two)) => fold(one) == fold(two),
        _ => false,
    };
    let same_folder = Path::new(&copy.file.name).parent() == Path::new(&person.file.name).parent();
    copy.owner.is_same(&person.owner) || same_name && same_folder
}

/// The leaders' views and records in `folder` of the profiles at `stems`, also copies of them.
fn beside(folder: &Path, stems: &BTreeSet<String>) -> Vec<PathBuf> {
    let stems: BTreeSet<String> = stems.iter().map(|stem| file_names::same_on_some_system(stem)).collect();
    walk::entries(folder)
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| {
            let relative = walk::relative_name(folder, entry.path());
            let original = file_names::original(&relative).unwrap_or(relative);
            file_names::beside(&original)
                .is_some_and(|of| stems.contains(&file_names::same_on_some_system(of)))
        })
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Whether both are known and not the same.
fn is_another(one: &ProfileOwner, two: &ProfileOwner) -> bool {
    matches!((&one.name, &two.name), (Some(one), Some(two)) if fold(one) != fold(two))
}

/// The folders in which earlier runs left correction files of hers.
fn corrections_elsewhere(
    shelves: &[OutputLocation],
    department: Option<&Department>,
    stems: &BTreeSet<String>,
) -> Vec<OutputLocation> {
    let Some(department) = department else { return Vec::new() };
    let mut found: Vec<OutputLocation> = Vec::new();
    for path in shelves.iter().flat_map(|shelf| shelf.corrections_elsewhere(department)) {
        for ending in stems.iter().flat_map(|stem| corrections_of(stem)) {
            let root = path.replace('\\', "/").strip_suffix(ending.as_str()).map(PathBuf::from);
            let Some(root) = root.filter(|root| root.is_dir()) else { continue };
            let known = |shelf: &OutputLocation| whole(shelf.root()) == whole(&root);
            if !shelves.iter().any(known) && !found.iter().any(known) {
                found.push(OutputLocation::Corrections(root));
            }
        }
    }
    found
}

fn whole(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
