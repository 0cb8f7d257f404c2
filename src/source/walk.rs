//! Walks the shared folder and reads its files by kind.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::decode::{DecodedAs, decode};
use super::file_names::{
    self, NameClass, classify, classify_of_programme, invalid_on_windows, is_hidden, is_programmes_folder,
    normalized, reads_like_a_profile,
};
use super::{FileKind, Place, SourceFile};
use crate::fields::settings;
use crate::language::Tag;
use crate::problem::{Code, Problem, Problems, Severity, correction};
use crate::storage;

/// Folder that holds no profiles, wherever it is.
const PROGRAMMES_FOLDER: &str = "forløb";
/// Largest file that is read. A long profile has 10,000 bytes.
pub(crate) const MAX_FILE_BYTES: u64 = 1_000_000;
/// Limit of files and folders visited. All of Denmark has some 3,000 school secretaries.
const MAX_ENTRIES: usize = 50_000;

/// Profiles listed in the message about a nested department.
const MAX_LISTED: usize = 8;

/// The files of one department.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    /// `afdeling.yaml`.
    pub settings: Option<Arc<SourceFile>>,
    /// `rollemodel.yaml`.
    pub role_model: Option<Arc<SourceFile>>,
    /// `kurser.yaml`.
    pub catalogue: Option<Arc<SourceFile>>,
    /// Profiles, sorted by path.
    pub profiles: Vec<Arc<SourceFile>>,
    /// Leaders' views, sorted by path.
    pub leader_views: Vec<Arc<SourceFile>>,
    /// Records of signatures, sorted by path.
    pub records: Vec<Arc<SourceFile>>,
    /// Programmes, sorted by path.
    pub programmes: Vec<Arc<SourceFile>>,
    /// Cohorts, sorted by path.
    pub cohorts: Vec<Arc<SourceFile>>,
    /// Answers of cohorts, sorted by path.
    pub answers: Vec<Arc<SourceFile>>,
    /// Files of programmes that could not be read or were skipped.
    pub unread_of_programmes: Vec<Arc<SourceFile>>,
    /// Profiles that could not be read or were skipped.
    pub unread_profiles: Vec<Arc<SourceFile>>,
    /// Leaders' views that could not be read.
    pub unread_leader_views: Vec<Arc<SourceFile>>,
    /// Kinds of shared files that exist twice, so that neither can be used.
    pub doubled: Vec<FileKind>,
    /// Language according to the settings, even invalid ones, or to their file name.
    pub language: Option<Tag>,
    /// Language of the names of the shared files.
    pub file_names: Tag,
    /// True if every folder was listed and every profile read, so that a missing profile does not
    /// exist.
    pub complete: bool,
    /// True if every input of the department-wide documents was readable.
    ///
    /// Leaders' views are not among them, and skipped files are reported separately.
    pub whole: bool,
    /// True if every file and folder was readable; skipped files do not count.
    pub all_readable: bool,
}

/// True if `folder` is a department's, that is, holds a settings file.
pub(crate) fn is_department(folder: &Path) -> bool {
    let is_settings_file = |entry: fs::DirEntry| {
        is_settings(&entry.path()) && entry.file_type().is_ok_and(|type_| type_.is_file())
    };
    fs::read_dir(folder).is_ok_and(|entries| entries.filter_map(Result::ok).any(is_settings_file))
}

/// True if `folder` holds settings, even if they can't be read because they are a link or a cloud
/// placeholder.
pub(crate) fn holds_settings(folder: &Path) -> bool {
    let is_settings_file = |entry: fs::DirEntry| {
        is_settings(&entry.path()) || classify(&entry.path(), true) == NameClass::Cloud(FileKind::Settings)
    };
    fs::read_dir(folder).is_ok_and(|entries| entries.filter_map(Result::ok).any(is_settings_file))
}

/// The departments in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Departments {
    /// Sorted paths relative to the folder, with `/`; just `""` if the folder is a department itself
    /// or holds none.
    pub folders: Vec<String>,
    /// Folders that could not be listed and links that were not followed; they may hold more
    /// departments.
    pub unlisted: Vec<PathBuf>,
}

impl Departments {
    /// True if the folder holds departments in subfolders.
    pub(crate) fn are_many(&self) -> bool {
        self.folders.iter().any(|folder| !folder.is_empty())
    }
}

/// Finds the departments in `root`: `root` itself, or else every folder below with settings.
///
/// Departments do not nest.
pub(crate) fn departments(root: &Path) -> Departments {
    let mut found = Departments::default();
    let mut walk = WalkDir::new(root).sort_by_file_name().into_iter();
    let mut count = 0;
    while let Some(entry) = walk.next() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {
                let hidden = entry.depth() > 0 && is_hidden(&entry.file_name().to_string_lossy());
                if !hidden && is_department(entry.path()) {
                    let name = relative_name(root, entry.path());
                    found.folders.push(if entry.depth() == 0 { String::new() } else { name });
                }
                if hidden || found.folders.last().is_some_and(|last| root.join(last) == entry.path()) {
                    walk.skip_current_dir();
                }
            }
            Ok(entry) if entry.file_type().is_symlink() => {
                let name = entry.file_name().to_string_lossy();
                if !is_hidden(&name) && !links_to_file(entry.path()) {
                    found.unlisted.push(entry.into_path());
                }
            }
            Ok(_) => {}
            Err(error) => found.unlisted.extend(error.path().map(Path::to_owned)),
        }
        count += 1;
        if count > MAX_ENTRIES {
            found.unlisted.push(root.to_owned());
            break;
        }
    }
    if found.folders.is_empty() {
        found.folders.push(String::new());
    }
    found
}

/// Reads the files of the department in `root`.
///
/// # Errors
/// If `root` can't be listed. An unreadable file is only reported.
pub(crate) fn read(root: &Path, problems: &mut Problems) -> io::Result<Folder> {
    fs::read_dir(root)?;
    let mut folder = Folder { complete: true, whole: true, all_readable: true, ..Folder::default() };
    let mut walk = walk(root);
    let mut count = 0;
    while let Some(entry) = walk.next() {
        if count >= MAX_ENTRIES {
            let file = unread(root, root.to_owned(), FileKind::Other);
            problems.push(Problem::new(Code::TooManyFiles, Place::whole(&file)).with("most", MAX_ENTRIES));
            folder.add_unlisted();
            break;
        }
        count += 1;
        match entry {
            Ok(entry) if entry.depth() > 0 && entry.file_type().is_dir() => {
                if let Some(problem) = folder.skip_folder(root, entry.path()) {
                    problems.push(problem);
                    walk.skip_current_dir();
                }
            }
            Ok(entry) => folder.visit(root, &entry, problems),
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let file = unread(root, path, FileKind::Other);
                problems.push(Problem::new(Code::FileUnreadable, Place::whole(&file)));
                folder.add_unlisted();
            }
        }
    }
    folder.read_programmes(root, MAX_ENTRIES.saturating_sub(count), problems);
    folder.set_language();
    // A wrong guess would change everyone's documents.
    for kind in &folder.doubled {
        match kind {
            FileKind::Settings => folder.settings = None,
            FileKind::RoleModel => folder.role_model = None,
            _ => {}
        }
    }
    Ok(folder)
}

/// Walks the visited entries of `root` in path order, without following links or entering nested
/// departments.
pub(crate) fn entries(root: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(|entry| {
        let is_nested = |entry: &DirEntry| entry.file_type().is_dir() && is_department(entry.path());
        is_visited(entry) && (entry.depth() == 0 || !is_nested(entry))
    })
}

/// Like [`entries`], but including nested departments.
fn walk(root: &Path) -> walkdir::FilterEntry<walkdir::IntoIter, fn(&DirEntry) -> bool> {
    WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(is_visited)
}

fn is_visited(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_of_programmes = || entry.depth() == 1 && is_programmes_folder(&name);
    entry.depth() == 0 || !entry.file_type().is_dir() || is_walked(&name) && !is_of_programmes()
}

/// The folders of programmes in the department's folder `root`, sorted by name; links are not followed.
pub(crate) fn programmes_folders(root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root).into_iter().flatten().filter_map(Result::ok);
    let is_one = |entry: &fs::DirEntry| {
        is_programmes_folder(&entry.file_name().to_string_lossy())
            && entry.file_type().is_ok_and(|type_| type_.is_dir())
    };
    let mut folders: Vec<PathBuf> = entries.filter(is_one).map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

/// True if a link points to a plain file and thus hides no folder of profiles.
fn links_to_file(link: &Path) -> bool {
    fs::metadata(link).is_ok_and(|target| target.is_file())
}

/// Paths of the files in `root` that may be profiles, by normalized stem; `None` if not everything
/// can be listed.
fn profiles_in(root: &Path) -> Option<BTreeMap<String, String>> {
    let mut profiles = BTreeMap::new();
    for (count, entry) in entries(root).enumerate() {
        let entry = entry.ok().filter(|entry| count < MAX_ENTRIES && !entry.file_type().is_symlink())?;
        let is_profile = match classify(entry.path(), false) {
            NameClass::Read(kind) | NameClass::ReadWithTxtExtension(kind) => kind == FileKind::Profile,
            NameClass::ReadIfProfile => true,
            NameClass::Cloud(_) => return None,
            _ => false,
        };
        if is_profile && entry.file_type().is_file() {
            let name = relative_name(root, entry.path());
            profiles.insert(normalized(file_names::stem(&name)), name);
        }
    }
    Some(profiles)
}

/// The profiles that are only in `copy`, and the number of those that are in `original` as well;
/// `None` if not everything can be listed.
fn compare_profiles(copy: &Path, original: &Path) -> Option<(Vec<String>, usize)> {
    let (mut copied, originals) = (profiles_in(copy)?, profiles_in(original)?);
    // Shared files have names that a profile could have.
    copied.retain(|stem, _| !file_names::is_shared(stem));
    let total = copied.len();
    copied.retain(|stem, _| !originals.contains_key(stem));
    let only_in_copy: Vec<String> = copied.into_values().collect();
    let in_both = total - only_in_copy.len();
    Some((only_in_copy, in_both))
}

/// True if every profile in `copy` is in `original` as well.
fn is_subset(copy: &Path, original: &Path) -> bool {
    compare_profiles(copy, original).is_some_and(|(only_in_copy, _)| only_in_copy.is_empty())
}

/// The sibling folder of which `folder` is a copy, judged by its name.
fn original_folder(folder: &Path) -> Option<PathBuf> {
    let original = file_names::original(&folder.file_name()?.to_string_lossy())?;
    let mut beside = fs::read_dir(folder.parent()?).ok()?.filter_map(Result::ok);
    let is_it = |entry: &fs::DirEntry| {
        normalized(&entry.file_name().to_string_lossy()) == original
            && entry.file_type().is_ok_and(|type_| type_.is_dir())
    };
    beside.find(is_it).map(|entry| entry.path())
}

/// Path of the shared file of a kind in `folder`, in whichever language it is named.
///
/// If it does not exist, it is named in the language of the settings file.
pub(crate) fn shared_file(folder: &Path, kind: FileKind) -> PathBuf {
    let find = |kind: FileKind| {
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let is_it = |path: &PathBuf| {
            let read = [NameClass::Read(kind), NameClass::ReadWithTxtExtension(kind)];
            read.contains(&classify(path, true))
        };
        entries.map(|entry| entry.path()).filter(is_it).min()
    };
    find(kind).unwrap_or_else(|| {
        let settings = find(FileKind::Settings);
        let settings = settings.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy());
        let language = settings.and_then(|name| file_names::language_of_settings(&name));
        folder.join(file_names::shared_file(kind, language.unwrap_or_default()))
    })
}

/// Language according to the text of the settings, read line by line to tolerate invalid YAML.
fn language_key(text: &str) -> Option<Tag> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        let value = value.split('#').next()?.trim().trim_matches(['"', '\'']);
        settings::LANGUAGE.is(key.trim_matches(['"', '\''])).then(|| Tag::from_locale(value))?
    })
}

fn is_settings(path: &Path) -> bool {
    let read = [NameClass::Read(FileKind::Settings), NameClass::ReadWithTxtExtension(FileKind::Settings)];
    read.contains(&classify(path, true))
}

/// True if folders of this name are visited.
pub(crate) fn is_walked(folder: &str) -> bool {
    !is_hidden(folder) && !folder.nfc().eq(PROGRAMMES_FOLDER.chars())
}

/// Reads the leaders' views in `root`, a folder that mirrors the paths of the profiles.
///
/// Other files are ignored, unless they may hide a leader's view.
///
/// # Errors
/// If `root` can't be listed.
pub(crate) fn read_leader_views(root: &Path, problems: &mut Problems) -> io::Result<Folder> {
    let mut own = Problems::default();
    let folder = read(root, &mut own)?;
    own.retain(|problem| match problem.place.file.kind {
        FileKind::LeaderView => true,
        FileKind::Other => problem.leaves_unread(),
        _ => false,
    });
    own.lower_to_warnings();
    problems.extend(own);
    Ok(folder)
}

impl Folder {
    /// Determines the department's language and sets it on every file.
    fn set_language(&mut self) {
        let Some(settings) = &self.settings else { return };
        self.language =
            language_key(&settings.text).or_else(|| file_names::language_of_settings(&settings.name));
        self.file_names = file_names::language_of_settings(&settings.name).unwrap_or_default();
        let Some(language) = self.language else { return };
        let shared = self.settings.iter().chain(&self.role_model).chain(&self.catalogue);
        let own = shared.chain(&self.profiles).chain(&self.leader_views).chain(&self.records);
        let of_programmes = self.programmes.iter().chain(&self.cohorts).chain(&self.answers);
        own.chain(of_programmes).for_each(|file| file.set_language(language));
    }

    /// Reads the folders of programmes, at most `most` entries.
    ///
    /// What can't be read there leaves out documents about the whole department, but hides no profile.
    fn read_programmes(&mut self, root: &Path, most: usize, problems: &mut Problems) {
        let mut count = 0;
        for folder in programmes_folders(root) {
            let is_seen = |entry: &DirEntry| {
                entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy()) || is_file(entry)
            };
            let walk = WalkDir::new(&folder).max_depth(2).sort_by_file_name().into_iter();
            for entry in walk.filter_entry(is_seen) {
                count += 1;
                if count > most {
                    let file = unread(root, root.to_owned(), FileKind::Other);
                    let problem = Problem::new(Code::TooManyFiles, Place::whole(&file));
                    problems.push(problem.with("most", MAX_ENTRIES));
                    self.whole = false;
                    return;
                }
                match entry {
                    Ok(entry) => self.visit_of_programme(root, &entry, problems),
                    Err(error) => {
                        let file = unread(root, error.path().unwrap_or(&folder).to_owned(), FileKind::Other);
                        problems.push(Problem::new(Code::FileUnreadable, Place::whole(&file)));
                        self.whole = false;
                    }
                }
            }
        }
    }

    /// Reads a file of a programme, or reports why it is skipped.
    fn visit_of_programme(&mut self, root: &Path, entry: &DirEntry, problems: &mut Problems) {
        if entry.file_type().is_dir() {
            return;
        }
        let class = classify_of_programme(entry.path(), entry.depth().saturating_sub(1));
        let skip = |code: Code, kind: FileKind, problems: &mut Problems| {
            let (problem, file) = skipped(root, entry, code, kind);
            problems.push(problem);
            file
        };
        let kind = match class {
            NameClass::Copy => {
                skip(Code::CopiedFile, FileKind::Other, problems);
                return;
            }
            NameClass::Cloud(kind) => {
                let file = skip(Code::CloudFile, kind, problems);
                self.add_unreadable(file);
                return;
            }
            NameClass::Read(kind) | NameClass::ReadWithTxtExtension(kind) => kind,
            NameClass::ReadIfProfile | NameClass::WordDocument | NameClass::Nothing => return,
        };
        let refused = match entry.file_type() {
            type_ if type_.is_symlink() => Some(Code::LinkRefused),
            type_ if !type_.is_file() => Some(Code::NotAPlainFile),
            _ if is_cloud_placeholder(entry) => Some(Code::CloudFile),
            _ => None,
        };
        if let Some(code) = refused {
            let file = skip(code, kind, problems);
            self.add_unreadable(file);
            return;
        }
        let name = relative_name(root, entry.path());
        if let Some(part) = invalid_on_windows(&name) {
            let (problem, file) = skipped(root, entry, Code::BadFileName, kind);
            problems.push(problem.with("name", part));
            self.add_unreadable(file);
            return;
        }
        match read_file(root, entry.path(), kind) {
            Ok((file, encoding)) => self.add_text(root, entry, class, file, &encoding, problems),
            Err(error) => {
                let too_large = error.kind() == io::ErrorKind::FileTooLarge;
                let code = if too_large { Code::FileTooLarge } else { Code::FileUnreadable };
                let file = skip(code, kind, problems);
                self.add_unreadable(file);
            }
        }
    }

    /// Records that there may be files that were not seen.
    fn add_unlisted(&mut self) {
        self.complete = false;
        self.whole = false;
        self.all_readable = false;
    }

    /// The problem with the folder at `path` if it is skipped, as a copy or a nested department.
    ///
    /// A nested department counts as a copy, which is only a warning, if at least half of its profiles
    /// are in `root` at the same paths.
    fn skip_folder(&mut self, root: &Path, path: &Path) -> Option<Problem> {
        if is_department(path) {
            let file = unread(root, shared_file(path, FileKind::Settings), FileKind::Other);
            let profiles = compare_profiles(path, root);
            let unique = profiles.as_ref().map(|(unique, _)| unique.as_slice()).unwrap_or_default();
            let more = if unique.len() > MAX_LISTED { ", …" } else { "" };
            let listed = match unique {
                [] => "none".to_owned(),
                _ => format!("{}{more}", unique[..unique.len().min(MAX_LISTED)].join(", ")),
            };
            let problem = Problem::new(Code::DepartmentInside, Place::whole(&file)).with("alone", listed);
            // An old copy still has the profiles of people who have left since.
            if profiles.is_some_and(|(unique, in_both)| unique.len() <= in_both) {
                return Some(problem.lowered_to(Severity::Warning));
            }
            self.add_unlisted();
            return Some(problem);
        }
        let original = original_folder(path)?;
        let file = unread(root, path.to_owned(), FileKind::Other);
        is_subset(path, &original).then(|| Problem::new(Code::CopiedFile, Place::whole(&file)))
    }

    /// Records a link, which is not followed.
    fn visit_link(&mut self, root: &Path, entry: &DirEntry, class: NameClass) -> Option<Problem> {
        if !is_walked(&entry.file_name().to_string_lossy()) {
            return None;
        }
        let kind = match class {
            NameClass::Read(kind) | NameClass::ReadWithTxtExtension(kind) => kind,
            _ => FileKind::Other,
        };
        let file = unread(root, entry.path().to_owned(), kind);
        let problem = Problem::new(Code::LinkRefused, Place::whole(&file));
        match kind {
            FileKind::Other if class != NameClass::ReadIfProfile && links_to_file(entry.path()) => {
                return Some(problem.lowered_to(Severity::Warning));
            }
            FileKind::Other => self.add_unlisted(),
            FileKind::LeaderView => {
                self.add_unreadable(file);
                return Some(problem.lowered_to(Severity::Warning));
            }
            _ => {
                self.complete = false;
                self.add_unreadable(file);
            }
        }
        Some(problem)
    }

    /// Reads a file, or reports why it is skipped.
    fn visit(&mut self, root: &Path, entry: &DirEntry, problems: &mut Problems) {
        let file_type = entry.file_type();
        if entry.depth() == 0 || file_type.is_dir() {
            return;
        }
        let class = classify(entry.path(), entry.depth() == 1);
        if file_type.is_symlink() && !is_hidden(&entry.file_name().to_string_lossy()) {
            problems.extend(self.visit_link(root, entry, class));
            return;
        }
        let kind = match class {
            NameClass::Nothing => return,
            NameClass::Copy | NameClass::WordDocument => {
                let code = if class == NameClass::Copy { Code::CopiedFile } else { Code::WordDocument };
                problems.push(skipped(root, entry, code, FileKind::Other).0);
                return;
            }
            NameClass::Cloud(kind) => {
                let (problem, file) = skipped(root, entry, Code::CloudFile, kind);
                problems.push(problem);
                // Its documents may have another name than the placeholder suggests.
                self.complete = false;
                self.add_unreadable(file);
                return;
            }
            NameClass::Read(kind) | NameClass::ReadWithTxtExtension(kind) => kind,
            NameClass::ReadIfProfile => FileKind::Profile,
        };
        if !file_type.is_file() {
            if class != NameClass::ReadIfProfile {
                let (problem, file) = skipped(root, entry, Code::NotAPlainFile, kind);
                problems.push(problem);
                self.complete = false;
                self.add_unreadable(file);
            }
            return;
        }
        let name = relative_name(root, entry.path());
        // On Windows `con.yaml` is the console, and reading it would wait for input.
        if let Some(part) = invalid_on_windows(&name).filter(|_| cfg!(windows)) {
            let (problem, file) = skipped(root, entry, Code::BadFileName, kind);
            if kind == FileKind::Profile {
                self.unread_profiles.push(file);
            } else {
                problems.push(problem.with("name", part));
            }
            return;
        }
        if is_cloud_placeholder(entry) {
            let (problem, file) = skipped(root, entry, Code::CloudFile, kind);
            problems.push(problem);
            match class {
                // It may be a profile, but also a correction file.
                NameClass::ReadIfProfile => self.add_unlisted(),
                _ => self.add_unreadable(file),
            }
            return;
        }
        match read_file(root, entry.path(), kind) {
            Ok((file, encoding)) => self.add_text(root, entry, class, file, &encoding, problems),
            Err(error) => {
                let too_large = error.kind() == io::ErrorKind::FileTooLarge;
                self.add_failed(root, entry, class, kind, too_large, problems);
            }
        }
    }

    /// Adds a file that was read, unless its text is not what its name promises.
    fn add_text(
        &mut self,
        root: &Path,
        entry: &DirEntry,
        class: NameClass,
        file: Arc<SourceFile>,
        encoding: &DecodedAs,
        problems: &mut Problems,
    ) {
        if class == NameClass::ReadIfProfile && !is_profile(&file.text) {
            return;
        }
        let is_profile = file.kind == FileKind::Profile;
        if let Some(format) = other_format(&file.text) {
            let (problem, file) = skipped(root, entry, Code::NotAText, file.kind);
            problems.push(problem.with("format", format));
            if is_profile {
                self.unread_profiles.push(file);
            } else if file.kind.is_of_programme() {
                self.add_unreadable(file);
            }
            return;
        }
        if matches!(class, NameClass::ReadIfProfile | NameClass::ReadWithTxtExtension(_)) {
            let has_extension = file.name.to_lowercase().ends_with(".txt");
            let code = if has_extension { Code::NotepadEnding } else { Code::MissingEnding };
            problems.push(Problem::new(code, Place::whole(&file)));
        }
        let problem = encoding_problem(&file, encoding);
        if matches!(encoding, DecodedAs::Ambiguous { .. }) && is_profile {
            problems.extend(problem);
            self.unread_profiles.push(file);
            return;
        }
        // A doubtful letter in a shared file must not stop everyone's documents.
        problems.extend(problem.map(|problem| problem.lowered_to(Severity::Warning)));
        problems.extend(self.add(file));
    }

    /// Records a file that could not be read.
    fn add_failed(
        &mut self,
        root: &Path,
        entry: &DirEntry,
        class: NameClass,
        kind: FileKind,
        too_large: bool,
        problems: &mut Problems,
    ) {
        if class == NameClass::ReadIfProfile {
            // A text file of that size is not a profile, but an unreadable one may be.
            if !too_large {
                problems.push(skipped(root, entry, Code::FileUnreadable, FileKind::Other).0);
                self.add_unlisted();
            }
            return;
        }
        let code = if too_large { Code::FileTooLarge } else { Code::FileUnreadable };
        let (problem, file) = skipped(root, entry, code, kind);
        problems.push(problem);
        if !too_large {
            self.complete = false;
            self.add_unreadable(file);
        } else if kind == FileKind::Profile {
            self.unread_profiles.push(file);
        }
    }

    /// Records a file whose content is unknown.
    fn add_unreadable(&mut self, file: Arc<SourceFile>) {
        // Nobody consents in a programme's files.
        self.all_readable &= file.kind.is_of_programme();
        self.whole &= file.kind == FileKind::LeaderView;
        match file.kind {
            kind if kind.is_of_programme() => self.unread_of_programmes.push(file),
            FileKind::Profile => self.unread_profiles.push(file),
            FileKind::LeaderView => self.unread_leader_views.push(file),
            _ => {}
        }
    }

    /// Adds a file; returns a problem if it is the second of a kind that must be unique.
    fn add(&mut self, file: Arc<SourceFile>) -> Option<Problem> {
        let kind = file.kind;
        let slot = match kind {
            FileKind::Settings => &mut self.settings,
            FileKind::RoleModel => &mut self.role_model,
            FileKind::Catalogue => &mut self.catalogue,
            FileKind::LeaderView => {
                self.leader_views.push(file);
                return None;
            }
            FileKind::Record => {
                self.records.push(file);
                return None;
            }
            FileKind::Programme => {
                self.programmes.push(file);
                return None;
            }
            FileKind::Cohort => {
                self.cohorts.push(file);
                return None;
            }
            FileKind::Answers => {
                self.answers.push(file);
                return None;
            }
            FileKind::Profile | FileKind::Other => {
                self.profiles.push(file);
                return None;
            }
        };
        let Some(first) = slot.take() else {
            *slot = Some(file);
            return None;
        };
        // Prefer the default name, then the first.
        let is_default = file.name == file_names::shared_file(kind, Tag::Da);
        let (used, other) = if is_default { (file, first) } else { (first, file) };
        let problem = duplicate_file(&other, &used);
        *slot = Some(used);
        self.doubled.push(kind);
        Some(problem)
    }
}

fn is_file(entry: &DirEntry) -> bool {
    !entry.file_type().is_dir()
}

/// The problem of a second `file` of a kind of which `used` must be the only one.
pub(crate) fn duplicate_file(file: &Arc<SourceFile>, used: &SourceFile) -> Problem {
    Problem::new(Code::DuplicateFile, Place::whole(file)).with("name", &file.name).with("file", &used.name)
}

/// A file that is skipped, without its text, and the problem that reports it.
fn skipped(root: &Path, entry: &DirEntry, code: Code, kind: FileKind) -> (Problem, Arc<SourceFile>) {
    let file = unread(root, entry.path().to_owned(), kind);
    (Problem::new(code, Place::whole(&file)), file)
}

/// The problem with the encoding of `file`, if it is not UTF-8 or UTF-16.
fn encoding_problem(file: &Arc<SourceFile>, encoding: &DecodedAs) -> Option<Problem> {
    let old = |name: &str| Problem::new(Code::OldEncoding, Place::whole(file)).with("encoding", name);
    match encoding {
        DecodedAs::Utf8 | DecodedAs::Utf16 => None,
        DecodedAs::Legacy(encoding) => Some(old(encoding.name())),
        DecodedAs::DoubleUtf8 => Some(old("UTF-8 × 2")),
        DecodedAs::Ambiguous { at, read, other } => {
            let place = Place::at(file, *at..at + read.len());
            Some(Problem::new(Code::UnclearEncoding, place).with("value", read).with("other", other))
        }
    }
}

/// Format of a file that is not text but a document of another program.
fn other_format(text: &str) -> Option<&'static str> {
    let start = text.trim_start();
    let is_page = ["<!doctype html", "<html"]
        .iter()
        .any(|mark| start.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)));
    let formats = [("{\\rtf", "rtf"), ("PK\u{3}\u{4}", "office"), ("ÐÏ\u{11}à", "office"), ("%PDF-", "pdf")];
    let known = formats.iter().find(|(mark, _)| start.starts_with(mark)).map(|(_, format)| *format);
    known.or(is_page.then_some("page"))
}

/// True if a plain text file is a profile rather than a correction file.
fn is_profile(text: &str) -> bool {
    !text.starts_with(correction::MARK) && reads_like_a_profile(text)
}

/// True if a synced drive keeps only a placeholder for the file on this machine.
#[cfg(windows)]
fn is_cloud_placeholder(entry: &DirEntry) -> bool {
    use std::os::windows::fs::MetadataExt;
    // FILE_ATTRIBUTE_OFFLINE, RECALL_ON_OPEN and RECALL_ON_DATA_ACCESS.
    const NOT_LOCAL: u32 = 0x1000 | 0x4_0000 | 0x40_0000;
    entry.metadata().is_ok_and(|metadata| metadata.file_attributes() & NOT_LOCAL != 0)
}

#[cfg(not(windows))]
fn is_cloud_placeholder(_: &DirEntry) -> bool {
    false
}

/// Reads and decodes one file.
///
/// # Errors
/// If the file can't be read or is larger than [`MAX_FILE_BYTES`] (`FileTooLarge`).
fn read_file(root: &Path, path: &Path, kind: FileKind) -> io::Result<(Arc<SourceFile>, DecodedAs)> {
    let (text, encoding) = decode(&storage::read_up_to(path, MAX_FILE_BYTES)?);
    let file = SourceFile::new(relative_name(root, path), path.to_owned(), kind, text);
    Ok((Arc::new(file), encoding))
}

/// Reads a copy, which is otherwise skipped, in the department at `root`.
///
/// # Errors
/// If the file can't be read or is larger than [`MAX_FILE_BYTES`].
pub(crate) fn read_copy(root: &Path, path: &Path) -> io::Result<Arc<SourceFile>> {
    read_file(root, path, FileKind::Other).map(|(file, _)| file)
}

/// A file without its text.
fn unread(root: &Path, path: PathBuf, kind: FileKind) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(relative_name(root, &path), path, kind, String::new()))
}

/// Path of a file relative to its department, with `/` on every system.
pub(crate) fn relative_name(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_with_settings_is_a_department() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let folders = |root: &Path| departments(root).folders;
        assert_eq!(folders(root.path()), [""]);
        let settings = [
            "vest/b/afdeling.yaml",
            "vest/a/afdeling.yaml",
            "vest/a/skole/afdeling.yaml",
            ".skjult/afdeling.yaml",
        ];
        for name in settings {
            let path = root.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent"))?;
            std::fs::write(path, "navn: x\n")?;
        }
        assert_eq!(folders(root.path()), ["vest/a", "vest/b"]);
        assert!(departments(root.path()).are_many());
        std::fs::write(root.path().join("afdeling.yaml"), "navn: x\n")?;
        assert_eq!(folders(root.path()), [""]);
        Ok(())
    }

    #[test]
    fn files_are_sorted_by_path() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let programmes =
            ["forløb/p.yaml", "Forloeb/q/2025.yaml", "forløb/p/2024.yaml", "forløb/p/2024.svar.yaml"];
        let others = [
            "b/x.yaml",
            "a/y.yml",
            ".skjult/z.yaml",
            "afdeling.yaml",
            "forløb/p/q/r.yaml",
            "a/forløb/z.yaml",
        ];
        for name in programmes.into_iter().chain(others) {
            let path = root.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent"))?;
            std::fs::write(path, "navn: x\n")?;
        }
        let mut problems = Problems::default();
        let folder = read(root.path(), &mut problems)?;
        let names: Vec<_> = folder.profiles.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["a/y.yml", "b/x.yaml"]);
        let names =
            |files: &[Arc<SourceFile>]| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&folder.programmes), ["forløb/p.yaml"]);
        assert_eq!(names(&folder.cohorts), ["Forloeb/q/2025.yaml", "forløb/p/2024.yaml"]);
        assert_eq!(names(&folder.answers), ["forløb/p/2024.svar.yaml"]);
        assert!(folder.settings.is_some());
        assert!(problems.is_empty());
        Ok(())
    }
}
