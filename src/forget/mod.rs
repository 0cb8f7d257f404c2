//! Erasure of a person: finds all their files in the shared folder, the output folder and the
//! archives, and deletes them.
//!
//! Documents are deleted before the files that they are made from, and the profile last, so that an
//! interrupted run can be repeated with the same command line.

mod mentions;
mod output_folder;
pub(crate) mod participants;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::calendar_file::Owner;
use crate::department::Department;
use crate::department::person::{self, Person, ProfileOwner, is_synced_copy};
use crate::language::Tag;
use crate::programme::cohort::Participant;
use crate::run::output_location::{OutputLocation, corrections_of};
use crate::run::{DocumentNames, in_every_language, is_diploma, is_print};
use crate::source::file_names::{self, NameClass, classify};
use crate::source::spelling::fold;
use crate::source::walk;
use crate::storage::lock::{self, LockGuard};
use crate::storage::{self, OutputError, in_use};

use mentions::{PersonQuery, SearchResult};
use participants::ParticipantQuery;

pub(crate) use mentions::Mention;
pub(crate) use participants::ParticipantEntry;

/// Parameters of an erasure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ForgetRequest<'a> {
    /// The person to forget.
    pub person: &'a Person,
    /// Whether the person has no profile and is only named in the files of programmes.
    pub bare: bool,
    /// Everybody with a profile in the person's department, as it was read.
    pub people: &'a [Person],
    /// The department, if it is valid.
    pub department: Option<&'a Department>,
    /// Output folder of builds.
    pub out: Option<&'a Path>,
    /// Separate folder of correction files.
    pub corrections: Option<&'a Path>,
    /// Archives of closed years.
    pub archives: &'a [PathBuf],
    /// Private folder of the leader.
    pub leader: Option<&'a Path>,
}

/// All files of a person, and files that mention them.
#[derive(Debug, Default)]
pub(crate) struct PersonFiles {
    /// The person's documents by location.
    documents: Vec<(OutputLocation, Vec<String>)>,
    /// Files in archives and next to the profile.
    files: Vec<PathBuf>,
    /// The profile; `None` for a bare name.
    profile: Option<PathBuf>,
    /// The person's entries in the files of programmes.
    pub entries: Vec<ParticipantEntry>,
    /// Documents about the whole department, which include the person; relative to the output
    /// folder.
    pub common: Vec<String>,
    /// Whether the output folder contains the department's documents.
    pub is_built: bool,
    /// Whether it also contains preparations for talks.
    pub has_preparations: bool,
    /// Whether it also contains files with several plans to print.
    pub has_prints: bool,
    /// Whether the output folder belongs to another department.
    pub out_of_another: bool,
    /// The output folder, if it contains documents about the whole department.
    out: Option<PathBuf>,
    /// The output folder, whatever it contains.
    searched: Option<PathBuf>,
    /// Archived files of other people at the person's current path.
    pub others: Vec<PathBuf>,
    /// Other files that mention the person.
    pub mentions: Vec<Mention>,
    /// Files that can't be searched: archives, pictures, PDFs of other programs, links.
    pub unsearched: Vec<PathBuf>,
    /// The first file of the output folder beyond the search limits.
    pub beyond: Option<PathBuf>,
    /// Folders in the output folder named after the person.
    folders: Vec<PathBuf>,
    /// Folders in archives that could not be listed.
    pub unlisted: Vec<PathBuf>,
}

/// The result of an erasure.
#[derive(Debug, Default)]
pub(crate) struct ForgetOutcome {
    /// Number of deleted files.
    pub deleted: usize,
    /// Number of files of programmes from which the person's entries were cut.
    pub cut: usize,
    /// Files that could not be deleted.
    pub failures: Vec<(PathBuf, OutputError)>,
    /// Whether the profile was kept because an earlier deletion failed.
    pub kept: bool,
}

/// Takes the locks for an erasure.
///
/// # Errors
/// If a lock can't be taken.
pub(crate) fn lock_folders(request: &ForgetRequest<'_>) -> io::Result<LockGuard> {
    // Partial archives of killed runs may contain the person at any depth.
    lock::whole(&request.person.folder, request.archives, usize::MAX)
}

/// Finds all files of the person without changing anything.
///
/// # Errors
/// If the department's folder or an archive can't be listed.
pub(crate) fn find(request: &ForgetRequest<'_>) -> io::Result<PersonFiles> {
    let Person { folder, file, owner } = request.person;
    let searched = request.out.map(Path::to_owned);
    let profile = (!request.bare).then(|| file.path.clone());
    let mut files_of_person = PersonFiles { profile, searched, ..PersonFiles::default() };
    let profiles = if request.bare { &[][..] } else { std::slice::from_ref(request.person) };
    let own = files_of(folder, request.people, profiles, &mut files_of_person.files);
    let participant = ParticipantQuery::new(owner, request.bare, request.department);
    let entries = |folder: &Path| {
        participant.as_ref().map(|query| participants::entries(folder, query)).unwrap_or_default()
    };
    if let Some(leader) = request.leader {
        files_of_person.files.extend(companions(leader, &own));
    }
    files_of_person.entries = entries(folder);
    let others = stems_except(request.people, &own);
    let mut locations = Vec::new();
    if let Some(out) = request.out {
        let location = OutputLocation::Output(out.to_owned());
        if location.is_of_another(request.department) {
            files_of_person.out_of_another = true;
        } else {
            files_of_person.common = location.common_documents(request.department);
            files_of_person.is_built = !files_of_person.common.is_empty() || location.has_plans();
            files_of_person.has_preparations = location.has_preparations();
            files_of_person.has_prints = files_of_person.common.iter().any(|name| is_print(name));
            let [mut own, _] = documents_of_participants(request, participant.as_ref());
            own.retain(|name| out.join(name).is_file());
            files_of_person.common.retain(|name| !own.contains(name));
            files_of_person.out = (!files_of_person.common.is_empty()).then(|| out.to_owned());
            if !own.is_empty() {
                files_of_person.documents.push((location.clone(), own.into_iter().collect()));
            }
            locations.push(location);
        }
    }
    locations.extend(request.corrections.map(|folder| OutputLocation::Corrections(folder.to_owned())));
    locations.push(OutputLocation::Corrections(folder.clone()));
    locations.extend(corrections_elsewhere(&locations, request.department, &own));
    let mut archived = Archived { stems: own, others: others.clone(), locations: Vec::new() };
    for archive in request.archives {
        files_of_person.search_archive(archive, request.person, &entries, &mut archived)?;
    }
    // A path may have belonged to different people over the years.
    files_of_person.add_documents(locations, archived.stems.difference(&others));
    files_of_person.add_documents(archived.locations.clone(), archived.stems.difference(&archived.others));
    for stem in archived.stems.intersection(&archived.others) {
        let documents = archived.locations.iter().flat_map(|location| {
            location.documents_of(stem).into_iter().map(|name| location.root().join(name))
        });
        files_of_person.mentions.extend(documents.map(Mention::of_file));
    }
    let file_name = Path::new(file_names::stem(&file.name)).file_name().unwrap_or_default().to_string_lossy();
    let file_name = if request.bare { "" } else { &file_name };
    let query = PersonQuery::new(owner.name.as_deref(), file_name);
    if let Some(out) = request.out {
        files_of_person.search_output_folder(out, request, &query, participant.as_ref());
    }
    let mut seen: BTreeSet<PathBuf> = files_of_person.profile.iter().map(|path| canonical(path)).collect();
    files_of_person.files.retain(|path| seen.insert(canonical(path)));
    let to_delete: BTreeSet<PathBuf> = files_of_person.paths().collect();
    let roots = [Some(folder.as_path()), request.leader].into_iter().flatten();
    let mut unsearched: BTreeSet<PathBuf> =
        std::mem::take(&mut files_of_person.unsearched).into_iter().collect();
    let found: Vec<Mention> = roots
        .chain(request.archives.iter().map(PathBuf::as_path))
        .flat_map(|root| mentions::mentions(root, &query, &to_delete, &mut unsearched))
        .collect();
    let folders = std::mem::take(&mut files_of_person.folders);
    let folders = folders.iter().filter_map(|folder| match query.search_folder(folder, &to_delete) {
        SearchResult::Named(mention) => Some(mention),
        _ => None,
    });
    files_of_person.mentions.extend(folders);
    files_of_person.mentions.splice(0..0, found);
    // A link is distinct from its target.
    let own = |path: &Path| if path.is_symlink() { path.to_owned() } else { canonical(path) };
    let mut seen: BTreeSet<PathBuf> =
        files_of_person.entries.iter().map(|entry| canonical(&entry.path)).collect();
    files_of_person.mentions.retain(|mention| seen.insert(own(&mention.path)));
    let in_the_rest = files_of_person.entries.iter();
    let in_the_rest: Vec<Mention> =
        in_the_rest.filter_map(|entry| query.search_text(&entry.path, entry.rest())).collect();
    files_of_person.mentions.splice(0..0, in_the_rest);
    files_of_person.unsearched =
        unsearched.into_iter().filter(|path| !to_delete.contains(path) && seen.insert(own(path))).collect();
    Ok(files_of_person)
}

impl PersonFiles {
    /// All files to delete for good, in the order of deletion.
    pub(crate) fn paths(&self) -> impl Iterator<Item = PathBuf> {
        let documents = self
            .documents
            .iter()
            .flat_map(|(location, names)| names.iter().map(|name| location.root().join(name)));
        documents.chain(self.files.iter().cloned()).chain(self.profile.clone())
    }

    /// Whether both would delete the same files.
    pub(crate) fn deletes_the_same(&self, other: &Self) -> bool {
        self.common == other.common && self.entries == other.entries && self.paths().eq(other.paths())
    }

    /// Deletes all of it, including the documents about the whole department.
    pub(crate) fn delete(self, department: Option<&Department>, _: &LockGuard) -> ForgetOutcome {
        let mut done = ForgetOutcome::default();
        let out = self.out.map(OutputLocation::Output).map(|out| (out, self.common));
        for (location, names) in self.documents.into_iter().chain(out) {
            match location.delete(&names, department) {
                Ok(failures) => {
                    done.deleted += names.len().saturating_sub(failures.len());
                    done.failures.extend(failures);
                }
                Err(error) => done.failures.push((location.root().to_owned(), error.into())),
            }
        }
        for path in self.files {
            done.remove(path);
        }
        for entry in self.entries {
            match entry.cut() {
                Ok(true) => done.cut += 1,
                Ok(false) => {
                    done.failures.push((entry.path, io::Error::from(io::ErrorKind::Interrupted).into()))
                }
                Err(error) => done.failures.push((entry.path, error.into())),
            }
        }
        // Only failures of the system are worth another attempt; files of other programs are
        // reported and stay.
        done.kept = done.failures.iter().any(|(_, error)| matches!(error, OutputError::Io(_)));
        if let Some(profile) = self.profile.filter(|_| !done.kept) {
            done.remove(profile);
        }
        done
    }

    /// Searches the output folder for files under names that no build uses.
    fn search_output_folder(
        &mut self,
        out: &Path,
        request: &ForgetRequest<'_>,
        query: &PersonQuery,
        participant: Option<&ParticipantQuery>,
    ) {
        let Person { folder, file, owner } = request.person;
        let location = OutputLocation::Output(out.to_owned());
        let people = request.people;
        // A copy of the profile is not another person.
        let is_namesake = |other: &Person| {
            !is_another(&other.owner, owner)
                && other.owner.name.is_some()
                && !other.owner.is_same(owner)
                && other.file.path != file.path
        };
        // Namesakes may also be without a profile.
        let has_bare_namesake = participant.zip(owner.name.as_deref()).is_some_and(|(participant, name)| {
            participants::workplaces(folder, name).iter().any(|place| !participant.works_at(place.as_deref()))
        });
        let mut known: BTreeSet<String> = location.listed(request.department);
        // A diploma of a cohort that is archived by now is listed, but its participant is unknown.
        let [_, of_others] = documents_of_participants(request, participant);
        known.retain(|name| {
            let own_name = name.rsplit('/').next().unwrap_or(name);
            !is_diploma(name) || of_others.contains(name) || !query.matches_file_name(own_name)
        });
        if !self.out_of_another {
            let stems = people.iter().map(|person| file_names::stem(&person.file.name));
            known.extend(stems.flat_map(|stem| location.documents_of(stem)));
            known.extend(in_every_language(DocumentNames::blank_form));
            known.extend(self.common.iter().cloned());
            known.extend(
                self.documents.iter().filter(|(at, _)| *at == location).flat_map(|(_, names)| names.clone()),
            );
        }
        let elsewhere = [Some(folder.as_path()), request.leader, request.corrections].into_iter().flatten();
        let elsewhere =
            elsewhere.chain(request.archives.iter().map(PathBuf::as_path)).map(canonical).collect();
        let schools = request.department.map(|department| &department.settings);
        let school = |raw: &String| {
            schools.and_then(|settings| Some(settings.schools[settings.school(raw)?.0].name.clone()))
        };
        let calendar = |person: &Person| {
            let stem = file_names::stem(&person.file.name);
            request.department.map(|department| Owner::of(department, stem).prefix())
        };
        let others = people.iter().filter(|other| other.file.path != file.path);
        let calendars =
            [calendar(request.person).into_iter().collect(), others.filter_map(calendar).collect()];
        let found = output_folder::Search {
            root: out,
            query,
            owner: &ProfileOwner {
                name: owner.name.clone(),
                school: owner.school.as_ref().map(|raw| school(raw).unwrap_or_else(|| raw.clone())),
            },
            file: &file.name,
            calendars: &calendars,
            only_one: !has_bare_namesake && !people.iter().any(is_namesake),
            of_another: self.out_of_another,
            known: &|name| known.contains(name),
            elsewhere: &elsewhere,
        }
        .run();
        if !found.documents.is_empty() {
            self.documents.push((location, found.documents));
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
    }

    /// Searches the departments and output folders in an archive.
    fn search_archive(
        &mut self,
        archive: &Path,
        person: &Person,
        entries: &dyn Fn(&Path) -> Vec<ParticipantEntry>,
        archived: &mut Archived,
    ) -> io::Result<()> {
        fs::read_dir(archive)?;
        let (own, out) = (canonical(&person.folder), self.searched.as_deref().map(canonical));
        let folders = WalkDir::new(archive).sort_by_file_name().into_iter().filter_entry(|entry| {
            entry.file_type().is_dir()
                && (entry.depth() == 0 || canonical(entry.path()) != own)
                && out.as_ref() != Some(&canonical(entry.path()))
        });
        for folder in folders {
            let folder = match folder {
                Ok(folder) => folder.into_path(),
                Err(error) => {
                    self.unlisted.push(error.path().unwrap_or(archive).to_owned());
                    continue;
                }
            };
            if OutputLocation::is_part(&folder) {
                let location = OutputLocation::Output(folder.parent().unwrap_or(archive).to_owned());
                if archived.locations.iter().all(|other| other.root() != location.root()) {
                    // A closed year's booklet can't be built again.
                    let root = location.root().to_owned();
                    let common = location.common_documents(None).into_iter().map(|name| root.join(name));
                    self.mentions.extend(common.map(Mention::of_file));
                    archived.locations.push(location);
                }
            }
            if !walk::is_department(&folder) || canonical(&folder) == own {
                continue;
            }
            self.entries.extend(entries(&folder));
            let people = person::everybody(&folder)?;
            let profiles = self.profiles_of(person, &people);
            let found = files_of(&folder, &people, &profiles, &mut self.files);
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            for leaders in
                file_names::leader_folders(&name, Tag::default()).map(|name| folder.with_file_name(name))
            {
                let views = if leaders.is_dir() { companions(&leaders, &found) } else { Vec::new() };
                if leaders.starts_with(archive) {
                    self.files.extend(views);
                } else {
                    // Outside the archive, which the user has not named.
                    self.mentions.extend(views.into_iter().map(Mention::of_file));
                }
            }
            // Profiles last, here too.
            self.files.extend(profiles.into_iter().map(|person| person.file.path.clone()));
            archived.others.extend(stems_except(&people, &found));
            archived.stems.extend(found);
        }
        Ok(())
    }

    /// The profiles of `person` among the `people` of an archived department.
    fn profiles_of(&mut self, person: &Person, people: &[Person]) -> Vec<Person> {
        let stem = |person: &Person| file_names::normalized(file_names::stem(&person.file.name));
        let mut profiles = Vec::new();
        for other in people {
            let same_path = stem(other) == stem(person);
            if other.owner.is_same(&person.owner) || same_path && !is_another(&other.owner, &person.owner) {
                profiles.push(other.clone());
            } else if same_path {
                self.others.push(other.file.path.clone());
            }
        }
        profiles
    }

    /// Adds the documents of the profiles with `stems` at `locations`.
    fn add_documents<'s>(
        &mut self,
        locations: Vec<OutputLocation>,
        stems: impl Iterator<Item = &'s String> + Clone,
    ) {
        for location in locations {
            let names: Vec<String> = stems.clone().flat_map(|stem| location.documents_of(stem)).collect();
            if !names.is_empty() {
                self.documents.push((location, names));
            }
        }
    }
}

/// The names of the diplomas and cards of the person, and of the other participants.
fn documents_of_participants(
    request: &ForgetRequest<'_>,
    query: Option<&ParticipantQuery>,
) -> [BTreeSet<String>; 2] {
    let is_own = |participant: &Participant| match &participant.profile {
        Some(profile) => !request.bare && *profile == request.person.file.name,
        None => {
            query.is_some_and(|query| query.is_about(&participant.name, participant.workplace.as_deref()))
        }
    };
    let [mut own, mut others] = [BTreeSet::new(), BTreeSet::new()];
    for (programme, cohort) in request.department.iter().flat_map(|all| all.programmes.cohorts()) {
        for (number, participant) in cohort.participants.iter().enumerate() {
            let names = if is_own(participant) { &mut own } else { &mut others };
            names.extend(in_every_language(|names| names.diploma(programme, cohort, number)));
            names.extend(in_every_language(|names| names.card(programme, cohort, number)));
        }
    }
    [own, others]
}

/// The findings in archives.
struct Archived {
    /// Paths without extension of the person's profiles, past and present.
    stems: BTreeSet<String>,
    /// Paths without extension of other people's profiles, past and present.
    others: BTreeSet<String>,
    /// Folders with documents.
    locations: Vec<OutputLocation>,
}

/// Paths without extension of all profiles of `people` except `own`.
fn stems_except(people: &[Person], own: &BTreeSet<String>) -> BTreeSet<String> {
    let stems = people.iter().map(|person| file_names::stem(&person.file.name).to_owned());
    stems.filter(|stem| !own.contains(stem)).collect()
}

impl ForgetOutcome {
    fn remove(&mut self, path: PathBuf) {
        match in_use::retry_while_in_use(|| fs::remove_file(&path)) {
            Ok(()) => self.deleted += 1,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => self.failures.push((path, error.into())),
        }
    }
}

/// Adds the files in `folder` that belong to `profiles` to `files`: copies among `people`, leaders'
/// views and records. Returns the paths without extension of profiles and copies.
fn files_of(
    folder: &Path,
    people: &[Person],
    profiles: &[Person],
    files: &mut Vec<PathBuf>,
) -> BTreeSet<String> {
    let mut stems: BTreeSet<String> =
        profiles.iter().map(|person| file_names::stem(&person.file.name).to_owned()).collect();
    if profiles.is_empty() {
        return stems;
    }
    let is_copy = |copy: &&Person| profiles.iter().any(|person| is_synced_copy(copy, person));
    let mut copies: Vec<Person> = people.iter().filter(is_copy).cloned().collect();
    copies
        .extend(copies_by_name(folder).filter(|copy| profiles.iter().any(|person| is_copy_of(copy, person))));
    stems.extend(copies.iter().map(|copy| file_names::stem(&copy.file.name).to_owned()));
    files.extend(companions(folder, &stems));
    files.extend(copies.into_iter().map(|copy| copy.file.path.clone()));
    stems
}

/// The readable files of `folder` that are copies according to their names.
fn copies_by_name(folder: &Path) -> impl Iterator<Item = Person> {
    walk::entries(folder).filter_map(Result::ok).filter_map(move |entry| {
        let in_root = entry.depth() == 1;
        let is_copy = entry.file_type().is_file() && classify(entry.path(), in_root) == NameClass::Copy;
        let file = is_copy.then(|| walk::read_copy(folder, entry.path()).ok()).flatten()?;
        let owner = person::owner_of(&file);
        Some(Person { folder: folder.to_owned(), file, owner })
    })
}

/// Whether a file named as a copy is one of `person`'s profile.
fn is_copy_of(copy: &Person, person: &Person) -> bool {
    let same_name = match (&copy.owner.name, &person.owner.name) {
        (Some(one), Some(two)) => fold(one) == fold(two),
        _ => false,
    };
    let same_folder = Path::new(&copy.file.name).parent() == Path::new(&person.file.name).parent();
    copy.owner.is_same(&person.owner) || same_name && same_folder
}

/// The leaders' views and records in `folder` for the profiles with `stems`, and copies of them.
fn companions(folder: &Path, stems: &BTreeSet<String>) -> Vec<PathBuf> {
    let stems: BTreeSet<String> = stems.iter().map(|stem| file_names::normalized(stem)).collect();
    walk::entries(folder)
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| {
            let relative = walk::relative_name(folder, entry.path());
            let original = file_names::original(&relative).unwrap_or(relative);
            file_names::profile_of(&original).is_some_and(|of| stems.contains(&file_names::normalized(of)))
        })
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Whether both names are known and different.
fn is_another(one: &ProfileOwner, two: &ProfileOwner) -> bool {
    matches!((&one.name, &two.name), (Some(one), Some(two)) if fold(one) != fold(two))
}

/// Other folders in which earlier runs wrote correction files for the person.
fn corrections_elsewhere(
    locations: &[OutputLocation],
    department: Option<&Department>,
    stems: &BTreeSet<String>,
) -> Vec<OutputLocation> {
    let Some(department) = department else { return Vec::new() };
    let mut found: Vec<OutputLocation> = Vec::new();
    for path in locations.iter().flat_map(|location| location.corrections_elsewhere(department)) {
        for ending in stems.iter().flat_map(|stem| corrections_of(stem)) {
            let root = path.replace('\\', "/").strip_suffix(ending.as_str()).map(PathBuf::from);
            let Some(root) = root.filter(|root| root.is_dir()) else { continue };
            let known = |location: &OutputLocation| canonical(location.root()) == canonical(&root);
            if !locations.iter().any(known) && !found.iter().any(known) {
                found.push(OutputLocation::Corrections(root));
            }
        }
    }
    found
}

/// The canonical path, or `path` itself if it doesn't exist.
fn canonical(path: &Path) -> PathBuf {
    storage::canonical(path).unwrap_or_else(|_| path.to_owned())
}
