//! The domain model of a department, read from its folder.
//!
//! Each kind of file has a module with its types and the code that reads them from a tree.

pub(crate) mod catalogue;
pub(crate) mod course_fields;
pub(crate) mod course_number;
mod cross_checks;
pub(crate) mod date_checks;
pub mod document_date;
pub(crate) mod key;
pub(crate) mod leader_view;
pub(crate) mod learning_form;
pub(crate) mod level_text;
pub(crate) mod months;
pub(crate) mod person;
pub mod profile;
pub(crate) mod role_model;
pub(crate) mod scale;
pub(crate) mod settings;
pub(crate) mod shared;
pub(crate) mod values;
mod word_keys;
pub(crate) mod year_end;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::language::Tag;
use crate::problem::{Code, Problem, Problems};
use crate::source::parse::{self, Tree};
use crate::source::personal_numbers;
use crate::source::tree::{Node, Value};
use crate::source::walk::{self, Folder};
use crate::source::{FileKind, Place, SourceFile, file_names};

use crate::programme::answers::{self, CohortAnswers};
use crate::programme::cohort_file::{self, KnownPeople};
use crate::programme::{self, ProgrammeFiles, Programmes, definition};
use crate::public::consent::ConsentingPerson;
pub use crate::source::characters::is_invisible;
use crate::source::spelling::fold;
use catalogue::Catalogue;
pub use catalogue::{CourseIndex, Session};
use key::DepartmentKey;
use leader_view::LeaderView;
pub use learning_form::LearningForm;
pub use level_text::NoLevel;
use person::Person;
use profile::{Activity, Profile, Teaches, What};
use role_model::RoleModel;
pub use role_model::{AmuCoverage, Area, AreaIndex, Competency};
pub use settings::SchoolIndex;
use settings::Settings;
use shared::Shared;
pub use values::{Answer, LevelChange, Period};
use year_end::YearEnd;

/// A department.
#[derive(Debug)]
pub struct Department {
    /// `afdeling.yaml`.
    pub settings: Settings,
    /// `rollemodel.yaml`.
    pub role_model: RoleModel,
    /// `kurser.yaml`; empty if it does not exist.
    pub catalogue: Catalogue,
    /// Profiles without errors, sorted by path.
    pub people: Vec<Profile>,
    /// People who consented to the public booklet in a profile without errors of its own, regardless
    /// of other files; sorted by path.
    pub consenting: Vec<ConsentingPerson>,
    /// Profiles with errors, for which no documents are built.
    pub broken: Vec<Arc<SourceFile>>,
    /// Leaders' views by the stem of the profile.
    pub leader_views: BTreeMap<String, LeaderView>,
    /// Stems of the profiles whose leader's view exists but can't be used.
    pub unusable_leader_views: BTreeSet<String>,
    /// Records of signatures by the stem of the profile; [`crate::agreement::record`] parses them.
    pub records: BTreeMap<String, Arc<SourceFile>>,
    /// The programmes in terms, with their cohorts.
    pub programmes: Programmes,
    /// Secret key that pseudonymizes names in agreements; `None` if there is no usable one.
    pub key: Option<DepartmentKey>,
    /// True if every folder was listed and every profile read.
    pub complete: bool,
    /// True if every input of the department-wide documents was readable.
    pub whole: bool,
}

/// Index into [`Department::people`].
pub(crate) type PersonIndex = usize;

/// A file and its tree.
#[derive(Debug)]
pub struct ParsedFile {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Root of the tree.
    pub root: Node,
}

/// Result of reading a folder.
#[derive(Debug)]
pub struct Reading {
    /// The department; `None` if nothing can be built.
    pub department: Option<Department>,
    /// All files that were parsed, for checks of the raw text.
    pub parsed: Vec<ParsedFile>,
    /// All profiles that were read as text, valid or not.
    pub profiles: Vec<Arc<SourceFile>>,
    /// Profiles that could not be read as text.
    pub unread_profiles: Vec<Arc<SourceFile>>,
    /// True if every file and folder was readable.
    pub all_readable: bool,
    /// The department's language, if the settings tell it, even invalid ones.
    pub language: Option<Tag>,
    /// Language of the names of the shared files.
    pub file_names: Tag,
}

impl Reading {
    /// Everyone who has a profile, like [`person::everybody`].
    pub(crate) fn people(&self, folder: &Path) -> Vec<Person> {
        person::of_files(folder, self.profiles.iter().chain(&self.unread_profiles))
    }
}

impl Department {
    pub(crate) fn shared(&self) -> Shared<'_> {
        Shared { settings: &self.settings, role_model: &self.role_model, catalogue: &self.catalogue }
    }

    /// The leader's view of `person`.
    pub(crate) fn leader_view(&self, person: &Profile) -> Option<&LeaderView> {
        self.leader_views.get(file_names::stem(&person.file.name))
    }

    /// True if the mentor of a plan line may be named in other people's documents, that is, has
    /// agreed to teach the line's area.
    pub(crate) fn mentor_is_named(&self, line: &Activity) -> bool {
        let What::Form(_, Some(mentor)) = &line.what else { return false };
        self.people.iter().any(|person| {
            let teaches = &person.consent.teaches;
            person.name.value == mentor.value
                && line.area.is_none_or(|area| teaches.covers(area))
                && *teaches != Teaches::Nothing
        })
    }

    /// True if the leader's view of `person` exists but can't be used.
    pub(crate) fn leader_view_is_unusable(&self, person: &Profile) -> bool {
        self.unusable_leader_views.contains(file_names::stem(&person.file.name))
    }
}

/// Reads the department in `root` and reports what is wrong to `problems`.
///
/// `leader` is the leader's private folder, whose views override those next to the profiles.
///
/// # Errors
/// If a folder can't be listed.
pub fn read(root: &Path, leader: Option<&Path>, problems: &mut Problems) -> std::io::Result<Reading> {
    let mut folder = walk::read(root, problems)?;
    if let Some(year_end) = YearEnd::read(root) {
        problems.push(year_end.problem(root));
    }
    if let Some(leader) = leader {
        let views = walk::read_leader_views(leader, problems)?;
        let names: BTreeSet<&str> = views.leader_views.iter().map(|view| view.name.as_str()).collect();
        folder.leader_views.retain(|view| !names.contains(view.name.as_str()));
        folder.leader_views.extend(views.leader_views);
        folder.unread_leader_views.extend(views.unread_leader_views);
    }
    let mut parsed = Vec::new();
    let department = read_folder(root, &folder, &mut parsed, problems);
    let Folder { profiles, unread_profiles, all_readable, language, file_names, .. } = folder;
    Ok(Reading { department, parsed, profiles, unread_profiles, all_readable, language, file_names })
}

fn read_folder(
    root: &Path,
    folder: &Folder,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
) -> Option<Department> {
    let missing = |kind: FileKind, problems: &mut Problems| {
        let file = absent(root, kind);
        // Unreadable and duplicate files were already reported.
        if file.path.symlink_metadata().is_err() && !folder.doubled.contains(&kind) {
            problems.push(Problem::new(Code::FileMissing, Place::whole(&file)).with("file", &file.name));
        }
    };
    let settings = match &folder.settings {
        Some(file) => read_one(file, parsed, problems, settings::read),
        None => {
            missing(FileKind::Settings, problems);
            None
        }
    };
    let role_model = match &folder.role_model {
        Some(file) => read_one(file, parsed, problems, role_model::read),
        None => {
            missing(FileKind::RoleModel, problems);
            None
        }
    };
    let (Some(settings), Some(role_model)) = (settings, role_model) else {
        // Report the syntax errors of the other files anyway.
        let of_programmes = folder.programmes.iter().chain(&folder.cohorts).chain(&folder.answers);
        let others = folder.catalogue.iter().chain(&folder.profiles).chain(&folder.leader_views);
        for file in others.chain(of_programmes) {
            let mut own = Problems::default();
            read_one(file, parsed, &mut own, |_, _, _| Some(()));
            if file.kind == FileKind::LeaderView {
                own.lower_to_warnings();
            }
            problems.extend(own);
        }
        return None;
    };
    let catalogue = match &folder.catalogue {
        Some(file) => read_one(file, parsed, problems, |file, root, problems| {
            Some(catalogue::read(file, root, &role_model, problems))
        })
        .unwrap_or_default(),
        None => {
            let file = absent(root, FileKind::Catalogue);
            problems.push(Problem::new(Code::CatalogueMissing, Place::whole(&file)));
            Catalogue::default()
        }
    };
    let shared = Shared { settings: &settings, role_model: &role_model, catalogue: &catalogue };
    let Profiles { people, consenting, broken } = read_profiles(folder, shared, parsed, problems);
    let (leader_views, unusable_leader_views) = read_leader_views(folder, &role_model, parsed, problems);
    let known =
        KnownPeople { people: &people, broken: &broken, complete: folder.complete, settings: &settings };
    let programmes = read_programmes(folder, shared, &known, parsed, problems);
    Some(Department {
        settings,
        role_model,
        catalogue,
        people,
        consenting,
        broken,
        leader_views,
        unusable_leader_views,
        programmes,
        records: read_records(folder, problems),
        key: read_key(root, problems),
        complete: folder.complete,
        whole: folder.whole,
    })
}

/// The profiles of a department.
struct Profiles {
    people: Vec<Profile>,
    consenting: Vec<ConsentingPerson>,
    broken: Vec<Arc<SourceFile>>,
}

fn read_profiles(
    folder: &Folder,
    shared: Shared<'_>,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
) -> Profiles {
    let mut people = Vec::new();
    let mut consenting = Vec::new();
    // Profiles with errors count in cross-checks but get no documents.
    let mut faulty = Vec::new();
    let mut broken: Vec<Arc<SourceFile>> = folder.unread_profiles.clone();
    let invalid_names = invalid_names(folder, problems);
    for file in &folder.profiles {
        let mut own = Problems::default();
        let profile = read_one(file, parsed, &mut own, |file, root, problems| {
            profile::read(file, root, shared, problems)
        });
        if !own.any_error() && invalid_name(&file.name).is_none() {
            consenting.extend(profile.as_ref().and_then(ConsentingPerson::of));
        }
        match profile {
            Some(profile) if !own.any_error() && !invalid_names.contains(&file.name) => people.push(profile),
            profile => {
                faulty.extend(profile);
                broken.push(Arc::clone(file));
            }
        }
        problems.extend(own);
    }
    cross_checks::check(&mut people, &faulty, &mut broken, folder.complete, shared, problems);
    Profiles { people, consenting, broken }
}

fn read_key(root: &Path, problems: &mut Problems) -> Option<DepartmentKey> {
    DepartmentKey::read(root).unwrap_or_else(|_| {
        let path = key::path(root);
        let file = SourceFile::new(walk::relative_name(root, &path), path, FileKind::Other, String::new());
        problems.push(Problem::new(Code::KeyUnusable, Place::whole(&Arc::new(file))));
        None
    })
}

/// The records by the stem of their profile.
fn read_records(folder: &Folder, problems: &mut Problems) -> BTreeMap<String, Arc<SourceFile>> {
    let profiles = profile_stems(folder);
    let mut by_profile = BTreeMap::new();
    for file in &folder.records {
        let stem = file_names::stem(&file.name);
        if !profiles.contains(stem) {
            problems.push(Problem::new(Code::RecordOfNobody, Place::whole(file)));
        }
        // Even without a profile the record tells what was signed.
        by_profile.insert(stem.to_owned(), Arc::clone(file));
    }
    by_profile
}

/// Stems of all profiles, readable or not.
fn profile_stems(folder: &Folder) -> BTreeSet<&str> {
    folder.profiles.iter().chain(&folder.unread_profiles).map(|file| file_names::stem(&file.name)).collect()
}

fn read_leader_views(
    folder: &Folder,
    role_model: &RoleModel,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
) -> (BTreeMap<String, LeaderView>, BTreeSet<String>) {
    let profile_stem = |file: &SourceFile| {
        file_names::without_leader_view(file_names::stem(&file.name)).unwrap_or_default().to_owned()
    };
    let profiles = profile_stems(folder);
    let mut views: BTreeMap<String, LeaderView> = BTreeMap::new();
    let mut unusable: BTreeSet<String> =
        folder.unread_leader_views.iter().map(|file| profile_stem(file)).collect();
    for file in &folder.leader_views {
        let mut own = Problems::default();
        file.set_area_keys(role_model.all_area_keys().map(str::to_owned).collect());
        let view = read_one(file, parsed, &mut own, |file, root, problems| {
            leader_view::read(file, root, role_model, problems)
        });
        let person = profile_stem(file);
        if !profiles.contains(person.as_str()) {
            own.push(Problem::new(Code::LeaderViewOfNobody, Place::whole(file)));
        } else if let Some(other) = views.remove(&person) {
            own.push(walk::duplicate_file(file, &other.file));
            unusable.insert(person);
        } else if unusable.contains(&person) {
            // Another view of the same person can't be used, and either may be the right one.
        } else if let Some(view) = view.filter(|_| !own.any_error()) {
            views.insert(person, view);
        } else {
            unusable.insert(person);
        }
        // Plans can be built without the leader's view.
        own.lower_to_warnings();
        problems.extend(own);
    }
    (views, unusable)
}

/// Reads the programmes with their cohorts. A file with errors is left out.
fn read_programmes(
    folder: &Folder,
    shared: Shared<'_>,
    known: &KnownPeople<'_>,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
) -> Programmes {
    let mut files = ProgrammeFiles { programmes: Vec::new(), broken: folder.unread_of_programmes.clone() };
    for file in &folder.programmes {
        let read = read_sound(file, parsed, problems, |file, root, problems| {
            definition::read(file, root, shared, problems)
        });
        match read {
            Some(programme) => files.programmes.push(programme),
            None => files.broken.push(Arc::clone(file)),
        }
    }
    let mut cohorts = Vec::new();
    for file in &folder.cohorts {
        let key = programme::programme_of(file);
        let is_its = |file: &&Arc<SourceFile>| fold(programme::own_stem(file)) == key;
        let Some(programme) = files.programmes.iter().find(|programme| is_its(&&programme.file)) else {
            let mut own = Problems::default();
            read_one(file, parsed, &mut own, |_, _, _| Some(()));
            if !files.broken.iter().any(|file| is_its(&file)) {
                own.push(Problem::new(Code::CohortWithoutProgramme, Place::whole(file)));
            }
            problems.extend(own);
            files.broken.push(Arc::clone(file));
            continue;
        };
        let read = read_sound(file, parsed, problems, |file, root, problems| {
            cohort_file::read(file, root, programme, known, problems)
        });
        match read {
            Some(cohort) => cohorts.push(cohort),
            None => files.broken.push(Arc::clone(file)),
        }
    }
    let mut answers: BTreeMap<(String, String), CohortAnswers> = BTreeMap::new();
    for file in &folder.answers {
        let cohort = file_names::without_answers(programme::own_stem(file)).unwrap_or_default();
        match read_sound(file, parsed, problems, answers::read) {
            Some(read) => drop(answers.insert((programme::programme_of(file), fold(cohort)), read)),
            None => files.broken.push(Arc::clone(file)),
        }
    }
    programme::assemble(files, cohorts, answers, problems)
}

/// As [`read_one`]; `None` also for a file with any error.
fn read_sound<T>(
    file: &Arc<SourceFile>,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
    read: impl FnOnce(&Arc<SourceFile>, &Node, &mut Problems) -> Option<T>,
) -> Option<T> {
    let mut own = Problems::default();
    let value = read_one(file, parsed, &mut own, read).filter(|_| !own.any_error());
    problems.extend(own);
    value
}

/// Reports profiles whose documents would have an invalid, reserved or duplicate name.
fn invalid_names(folder: &Folder, problems: &mut Problems) -> BTreeSet<String> {
    let mut invalid = BTreeSet::new();
    let mut by_output: HashMap<String, Vec<&Arc<SourceFile>>> = HashMap::new();
    for file in folder.profiles.iter().chain(&folder.unread_profiles) {
        if let Some((code, part)) = invalid_name(&file.name) {
            problems.push(Problem::new(code, Place::whole(file)).with("name", part));
            invalid.insert(file.name.clone());
        }
        let output = file_names::normalized(file_names::stem(&file.name));
        by_output.entry(output).or_default().push(file);
    }
    for same in by_output.into_values().filter(|same| same.len() > 1) {
        for (i, file) in same.iter().enumerate() {
            let other = &same[usize::from(i == 0)].name;
            problems.push(Problem::new(Code::SameOutput, Place::whole(file)).with("file", other));
            invalid.insert(file.name.clone());
        }
    }
    invalid
}

/// What is wrong with a file name in itself, and the faulty part.
fn invalid_name(file: &str) -> Option<(Code, &str)> {
    let reserved = || {
        let stem = file_names::stem(file);
        file_names::is_reserved(stem).then(|| (Code::NameTaken, stem.rsplit('/').next().unwrap_or_default()))
    };
    file_names::invalid_on_windows(file).map(|part| (Code::BadFileName, part)).or_else(reserved)
}

/// The lines of `file` that the parser reported as wrongly indented.
fn lines_with_wrong_indentation(file: &SourceFile, problems: &Problems) -> Vec<Range<usize>> {
    let own = problems.iter().filter(|problem| problem.place.file.name == file.name);
    own.filter(|problem| problem.code == Code::WrongIndentation)
        .filter_map(|problem| problem.place.bytes.as_ref().map(|bytes| file.lines_of(bytes)))
        .collect()
}

/// Parses `file` and reads its tree with `read`; `None` if it has syntax errors, even corrected
/// ones.
fn read_one<T>(
    file: &Arc<SourceFile>,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
    read: impl FnOnce(&Arc<SourceFile>, &Node, &mut Problems) -> Option<T>,
) -> Option<T> {
    personal_numbers::report(file, problems);
    let (root, is_valid) = match parse::parse_with_recovery(file, problems) {
        Tree::Valid(root) => (root, true),
        Tree::Corrected(root) => (root, false),
        Tree::Unreadable => return None,
    };
    match root {
        Some(root) => {
            personal_numbers::report_escaped(file, &root, problems);
            let place = Place::at(file, root.bytes.clone());
            let value = match &root.value {
                Value::Mapping(_) => {
                    let mut found = Problems::default();
                    let read = read(file, &root, &mut found);
                    // A line whose indentation was guessed may belong elsewhere, with another meaning.
                    let guessed = lines_with_wrong_indentation(file, problems);
                    found.retain(|problem| {
                        let start = problem.place.bytes.as_ref().map(|bytes| bytes.start);
                        !start.is_some_and(|start| guessed.iter().any(|line| line.contains(&start)))
                    });
                    problems.extend(found);
                    read
                }
                Value::Sequence(_) => {
                    problems.push(Problem::new(Code::FileIsList, place));
                    None
                }
                Value::Scalar(_) => {
                    problems.push(Problem::new(Code::FileIsText, place));
                    None
                }
            };
            parsed.push(ParsedFile { file: Arc::clone(file), root });
            value.filter(|_| is_valid)
        }
        None => {
            problems.push(Problem::new(Code::EmptyFile, Place::whole(file)));
            None
        }
    }
}

/// Reads one profile without the rest of its department; `None` if it is no mapping in valid YAML.
pub(crate) fn read_profile(
    file: &Arc<SourceFile>,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> Option<(Node, Option<Profile>)> {
    let mut parsed = Vec::new();
    let profile = read_one(file, &mut parsed, problems, |file, root, problems| {
        profile::read(file, root, shared, problems)
    });
    let root = parse::parse(file, &mut Problems::default()).ok().flatten()?;
    matches!(root.value, Value::Mapping(_)).then_some((root, profile))
}

/// The folder as a file, for problems that concern all of it.
pub(crate) fn folder_itself(root: &Path) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(".".to_owned(), root.to_owned(), FileKind::Other, String::new()))
}

/// A shared file that does not exist, for problems.
fn absent(root: &Path, kind: FileKind) -> Arc<SourceFile> {
    let path = walk::shared_file(root, kind);
    Arc::new(SourceFile::new(walk::relative_name(root, &path), path, FileKind::Other, String::new()))
}
