//! The department: people, role model, catalogue and settings, free of YAML.
//!
//! One file per kind of file in the shared folder. Each holds the types of the
//! domain and the reading of a tree into them.

pub mod catalogue;
mod cross_checks;
pub mod date_checks;
pub mod key;
pub mod leader_view;
mod level_text;
pub mod person;
pub mod profile;
pub mod role_model;
pub mod settings;
pub mod values;
mod word_keys;
pub mod year_end;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use crate::language::Tag;
use crate::problem::{Code, Problem, Problems};
use crate::source::parse::{self, Tree};
use crate::source::personal_numbers::personal_numbers;
use crate::source::tree::{Node, Value};
use crate::source::walk::{self, Folder};
use crate::source::{FileKind, Place, SourceFile, file_names};

use crate::public::consent::ConsentingPerson;
use catalogue::Catalogue;
use key::DepartmentKey;
use leader_view::LeaderView;
pub use level_text::NoLevel;
use person::Person;
use profile::{Activity, Profile, Teaches, What};
use role_model::RoleModel;
use settings::Settings;
use year_end::YearEnd;

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
    /// Everybody who has said yes to the public booklet in a file without an error of
    /// its own, whatever other files say, in the order of the files' paths.
    pub consenting: Vec<ConsentingPerson>,
    /// The profiles that have an error, which stops that person's documents.
    pub broken: Vec<Arc<SourceFile>>,
    /// The leaders' views, by the path of the profile without its ending.
    pub leader_views: BTreeMap<String, LeaderView>,
    /// The profiles, likewise, whose leader's view is there but can't be used.
    pub unusable_leader_views: BTreeSet<String>,
    /// The records of signatures as text, by the path of the profile without its
    /// ending; what they say is the business of [`crate::agreement::record`].
    pub records: BTreeMap<String, Arc<SourceFile>>,
    /// The secret under which agreements tell who somebody is; `None` where there is none, or none
    /// that can be used.
    pub key: Option<DepartmentKey>,
    /// Whether every folder could be listed and every profile read.
    pub complete: bool,
    /// Whether a document about everybody would miss nobody and nothing for want of
    /// being read.
    pub whole: bool,
}

/// Index into [`Department::people`].
pub type PersonIndex = usize;

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
    /// All profiles that are there as text, sound or not.
    pub profiles: Vec<Arc<SourceFile>>,
    /// The profiles that could not be read as text.
    pub unread_profiles: Vec<Arc<SourceFile>>,
    /// Whether everything in the folder could be listed and read.
    pub all_readable: bool,
    /// The department's language, if its settings tell it, whatever else is wrong.
    pub language: Option<Tag>,
    /// The language in which the department names its shared files.
    pub file_names: Tag,
}

impl Reading {
    /// Everybody who has a profile, as [`person::everybody`] finds them in `folder`.
    pub fn people(&self, folder: &Path) -> Vec<Person> {
        person::of_files(folder, self.profiles.iter().chain(&self.unread_profiles))
    }
}

impl Department {
    /// The files that profiles refer to.
    pub(crate) fn shared(&self) -> Shared<'_> {
        Shared { settings: &self.settings, role_model: &self.role_model, catalogue: &self.catalogue }
    }

    /// The leader's view of `person`.
    pub fn leader_view(&self, person: &Profile) -> Option<&LeaderView> {
        self.leader_views.get(file_names::stem(&person.file.name))
    }

    /// Whether the colleague of a plan's line is named in somebody else's document:
    /// only who has agreed to teach what the line is about.
    pub fn mentor_is_named(&self, line: &Activity) -> bool {
        let What::Form(_, Some(mentor)) = &line.what else { return false };
        self.people.iter().any(|person| {
            let teaches = &person.consent.teaches;
            person.name.value == mentor.value
                && line.area.is_none_or(|area| teaches.covers(area))
                && *teaches != Teaches::Nothing
        })
    }

    /// Whether the leader's view of `person` is there but can't be used.
    pub fn leader_view_is_unusable(&self, person: &Profile) -> bool {
        self.unusable_leader_views.contains(file_names::stem(&person.file.name))
    }
}

/// The department's own files, which profiles refer to.
#[derive(Clone, Copy)]
pub(crate) struct Shared<'a> {
    pub settings: &'a Settings,
    pub role_model: &'a RoleModel,
    pub catalogue: &'a Catalogue,
}

/// Reads the department in `root`, and the leaders' views in `leader`, a folder
/// of the leader's own, which go before those beside the profiles. What is wrong
/// goes to `problems`.
///
/// # Errors
/// If one of the folders can't be listed.
pub fn read(root: &Path, leader: Option<&Path>, problems: &mut Problems) -> std::io::Result<Reading> {
    let mut folder = walk::read(root, problems)?;
    if let Some(year_end) = YearEnd::read(root) {
        problems.push(year_end.problem(root));
    }
    if let Some(leader) = leader {
        let views = walk::read_leader_views(leader, problems)?;
        let names: BTreeSet<&str> = views.leader_views.iter().map(|view| view.name.as_str()).collect();
        folder.leader_views.retain(|beside| !names.contains(beside.name.as_str()));
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
        // A file that is there but unreadable was already reported, and so were two.
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
        // Even so, what can be told of the other files is told.
        for file in folder.catalogue.iter().chain(&folder.profiles).chain(&folder.leader_views) {
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
    let mut people = Vec::new();
    let mut consenting = Vec::new();
    // Profiles that were read and have errors; they are known, but get no documents.
    let mut faulty = Vec::new();
    let mut broken: Vec<Arc<SourceFile>> = folder.unread_profiles.clone();
    let impossible = impossible_names(folder, problems);
    for file in &folder.profiles {
        let mut own = Problems::default();
        let profile = read_one(file, parsed, &mut own, |file, root, problems| {
            profile::read(file, root, shared, problems)
        });
        if !own.any_error() && name_of_its_own_fault(&file.name).is_none() {
            consenting.extend(profile.as_ref().and_then(ConsentingPerson::of));
        }
        match profile {
            Some(profile) if !own.any_error() && !impossible.contains(&file.name) => people.push(profile),
            profile => {
                faulty.extend(profile);
                broken.push(Arc::clone(file));
            }
        }
        problems.extend(own);
    }
    cross_checks::people(&mut people, &faulty, &mut broken, folder.complete, shared, problems);
    let (leader_views, unusable_leader_views) = read_leader_views(folder, &role_model, parsed, problems);
    Some(Department {
        settings,
        role_model,
        catalogue,
        people,
        consenting,
        broken,
        leader_views,
        unusable_leader_views,
        records: read_records(folder, problems),
        key: read_key(root, problems),
        complete: folder.complete,
        whole: folder.whole,
    })
}

fn read_key(root: &Path, problems: &mut Problems) -> Option<DepartmentKey> {
    DepartmentKey::read(root).unwrap_or_else(|_| {
        let path = key::path(root);
        let file = SourceFile::new(walk::relative_name(root, &path), path, FileKind::Other, String::new());
        problems.push(Problem::new(Code::KeyUnusable, Place::whole(&Arc::new(file))));
        None
    })
}

/// The records by the profiles that they belong to.
fn read_records(folder: &Folder, problems: &mut Problems) -> BTreeMap<String, Arc<SourceFile>> {
    let profiles = profile_stems(folder);
    let mut by_profile = BTreeMap::new();
    for file in &folder.records {
        let stem = file_names::stem(&file.name);
        if !profiles.contains(stem) {
            problems.push(Problem::new(Code::RecordOfNobody, Place::whole(file)));
        }
        // Even without a profile, the record knows what was signed.
        by_profile.insert(stem.to_owned(), Arc::clone(file));
    }
    by_profile
}

/// The paths of all profiles without their endings, read or not.
fn profile_stems(folder: &Folder) -> BTreeSet<&str> {
    folder.profiles.iter().chain(&folder.unread_profiles).map(|file| file_names::stem(&file.name)).collect()
}

fn read_leader_views(
    folder: &Folder,
    role_model: &RoleModel,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
) -> (BTreeMap<String, LeaderView>, BTreeSet<String>) {
    let of_whom = |file: &SourceFile| {
        file_names::without_leader_view(file_names::stem(&file.name)).unwrap_or_default().to_owned()
    };
    let profiles = profile_stems(folder);
    let mut views: BTreeMap<String, LeaderView> = BTreeMap::new();
    let mut unusable: BTreeSet<String> =
        folder.unread_leader_views.iter().map(|file| of_whom(file)).collect();
    for file in &folder.leader_views {
        let mut own = Problems::default();
        file.name_keys(role_model.areas.iter().map(|area| area.key.clone()).collect());
        let view = read_one(file, parsed, &mut own, |file, root, problems| {
            leader_view::read(file, root, role_model, problems)
        });
        let person = of_whom(file);
        if !profiles.contains(person.as_str()) {
            own.push(Problem::new(Code::LeaderViewOfNobody, Place::whole(file)));
        } else if let Some(other) = views.remove(&person) {
            own.push(walk::second_of(file, &other.file));
            unusable.insert(person);
        } else if unusable.contains(&person) {
            // Another of hers can't be used, and nobody knows which one holds.
        } else if let Some(view) = view.filter(|_| !own.any_error()) {
            views.insert(person, view);
        } else {
            unusable.insert(person);
        }
        // Whatever is wrong with a leader's view, the plan is made without it.
        own.lower_to_warnings();
        problems.extend(own);
    }
    (views, unusable)
}

/// The profiles whose documents can't be named: two would be one file on some
/// system, another document has the name, or Windows can't have it.
fn impossible_names(folder: &Folder, problems: &mut Problems) -> BTreeSet<String> {
    let mut impossible = BTreeSet::new();
    let mut by_output: HashMap<String, Vec<&Arc<SourceFile>>> = HashMap::new();
    for file in folder.profiles.iter().chain(&folder.unread_profiles) {
        if let Some((code, part)) = name_of_its_own_fault(&file.name) {
            problems.push(Problem::new(code, Place::whole(file)).with("name", part));
            impossible.insert(file.name.clone());
        }
        let output = file_names::same_on_some_system(file_names::stem(&file.name));
        by_output.entry(output).or_default().push(file);
    }
    for same in by_output.into_values().filter(|same| same.len() > 1) {
        for (i, file) in same.iter().enumerate() {
            let other = &same[usize::from(i == 0)].name;
            problems.push(Problem::new(Code::SameOutput, Place::whole(file)).with("file", other));
            impossible.insert(file.name.clone());
        }
    }
    impossible
}

/// What is wrong with the name `file` whatever other files are called, and which part of it.
fn name_of_its_own_fault(file: &str) -> Option<(Code, &str)> {
    let taken = || {
        let stem = file_names::stem(file);
        file_names::is_taken(stem).then(|| (Code::NameTaken, stem.rsplit('/').next().unwrap_or_default()))
    };
    file_names::impossible_on_windows(file).map(|part| (Code::BadFileName, part)).or_else(taken)
}

/// Parses `file` and reads its tree.
fn read_one<T>(
    file: &Arc<SourceFile>,
    parsed: &mut Vec<ParsedFile>,
    problems: &mut Problems,
    read: impl FnOnce(&Arc<SourceFile>, &Node, &mut Problems) -> Option<T>,
) -> Option<T> {
    for bytes in personal_numbers(&file.text) {
        problems.push(Problem::new(Code::CprNumber, Place::at(file, bytes)));
    }
    let (root, is_sound) = match parse::parse_on(file, problems) {
        Tree::Sound(root) => (root, true),
        Tree::Mended(root) => (root, false),
        Tree::Unreadable => return None,
    };
    match root {
        Some(root) => {
            let place = Place::at(file, root.bytes.clone());
            let value = match &root.value {
                Value::Mapping(_) => read(file, &root, problems),
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
            value.filter(|_| is_sound)
        }
        None => {
            problems.push(Problem::new(Code::EmptyFile, Place::whole(file)));
            None
        }
    }
}

/// The folder as something to say a word about.
pub fn folder_itself(root: &Path) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(".".to_owned(), root.to_owned(), FileKind::Other, String::new()))
}

fn absent(root: &Path, kind: FileKind) -> Arc<SourceFile> {
    let path = walk::shared_file(root, kind);
    Arc::new(SourceFile::new(walk::relative_name(root, &path), path, FileKind::Other, String::new()))
}
