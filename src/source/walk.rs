//! Walking the shared folder: which file is what.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::decode::{DecodedAs, decode};
use super::file_names::{
    self, Named, impossible_on_windows, is_hidden, named, reads_like_a_profile, same_on_some_system,
};
use super::{FileKind, Place, SourceFile};
use crate::fields::settings;
use crate::language::Tag;
use crate::problem::{Code, Problem, Problems, Severity, correction};
use crate::storage::in_use;

/// The folder reserved for programmes, which holds no profiles.
const PROGRAMMES_FOLDER: &str = "forløb";
/// The largest file that is read, in bytes. A long profile has 10,000.
pub(crate) const MAX_FILE_BYTES: u64 = 1_000_000;
/// The most files and folders that are looked at. All of Denmark has some 3,000 secretaries.
const MAX_ENTRIES: usize = 50_000;

/// The most profiles of a copy that are named.
const MOST_NAMED: usize = 8;

/// The text files of one department.
#[derive(Debug, Default)]
pub struct Folder {
    /// `afdeling.yaml`.
    pub settings: Option<Arc<SourceFile>>,
    /// `rollemodel.yaml`.
    pub role_model: Option<Arc<SourceFile>>,
    /// `kurser.yaml`.
    pub catalogue: Option<Arc<SourceFile>>,
    /// One file per secretary, in the order of their paths.
    pub profiles: Vec<Arc<SourceFile>>,
    /// The leaders' views, in the order of their paths.
    pub leader_views: Vec<Arc<SourceFile>>,
    /// The records of signatures, in the order of their paths.
    pub records: Vec<Arc<SourceFile>>,
    /// Profiles that are there but could not be read, or were left alone.
    pub unread_profiles: Vec<Arc<SourceFile>>,
    /// Leaders' views that are there but could not be read.
    pub unread_leader_views: Vec<Arc<SourceFile>>,
    /// The kinds of file that a department has one of, and this one has two, so that
    /// nobody knows which holds.
    pub doubled: Vec<FileKind>,
    /// The department's language: what its settings say, even if they are no YAML, else the
    /// language that they are named in.
    pub language: Option<Tag>,
    /// The language in which the department names its shared files.
    pub file_names: Tag,
    /// Whether every folder could be listed and every profile read, so that what
    /// is not here is nowhere.
    pub complete: bool,
    /// Whether all that a document about the whole department is made of was listed and
    /// read. A leader's view stands in none of them, and a file that was left alone for
    /// what it is has a word of its own.
    pub whole: bool,
    /// Whether the system, or a synced drive, let everything in the folder be listed
    /// and read; a file that was left alone for what it is makes no difference.
    pub all_readable: bool,
}

/// Whether `folder` is a department's: the one that holds its settings.
pub fn is_department(folder: &Path) -> bool {
    let is_one = |entry: fs::DirEntry| {
        is_settings(&entry.path()) && entry.file_type().is_ok_and(|type_| type_.is_file())
    };
    fs::read_dir(folder).is_ok_and(|entries| entries.filter_map(Result::ok).any(is_one))
}

/// Whether `folder` is meant to be a department's: it has settings, even if they are a link,
/// or in the cloud, and can't be read.
pub fn holds_settings(folder: &Path) -> bool {
    let is_one = |entry: fs::DirEntry| {
        is_settings(&entry.path()) || named(&entry.path(), true) == Named::Cloud(FileKind::Settings)
    };
    fs::read_dir(folder).is_ok_and(|entries| entries.filter_map(Result::ok).any(is_one))
}

/// The departments in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Departments {
    /// Their paths relative to the folder, with `/`, in order. Only `""` where the folder
    /// is itself one, or holds none.
    pub folders: Vec<String>,
    /// Folders that could not be listed, and links that were not followed, so that there
    /// may be more departments in them.
    pub unlisted: Vec<PathBuf>,
}

impl Departments {
    /// Whether they lie in folders of their own.
    pub fn are_many(&self) -> bool {
        self.folders.iter().any(|folder| !folder.is_empty())
    }
}

/// Finds the departments in `root`: itself, or else every folder below with settings of
/// its own. What lies in a department is no other department.
pub fn departments(root: &Path) -> Departments {
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
                if !is_hidden(&name) && !leads_to_a_file(entry.path()) {
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

/// Reads every YAML file of the department in `root`, in the order of their paths.
///
/// # Errors
/// If `root` itself can't be listed. A single file that can't be read is a problem of its own.
pub fn read(root: &Path, problems: &mut Problems) -> io::Result<Folder> {
    fs::read_dir(root)?;
    let mut folder = Folder { complete: true, whole: true, all_readable: true, ..Folder::default() };
    let mut walk = walk(root);
    let mut count = 0;
    while let Some(entry) = walk.next() {
        if count >= MAX_ENTRIES {
            let file = unread(root, root.to_owned(), FileKind::Other);
            problems.push(Problem::new(Code::TooManyFiles, Place::whole(&file)).with("most", MAX_ENTRIES));
            folder.has_unlisted();
            break;
        }
        count += 1;
        match entry {
            Ok(entry) if entry.depth() > 0 && entry.file_type().is_dir() => {
                if let Some(problem) = folder.copy_at(root, entry.path()) {
                    problems.push(problem);
                    walk.skip_current_dir();
                }
            }
            Ok(entry) => folder.look_at(root, entry, problems),
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let file = unread(root, path, FileKind::Other);
                problems.push(Problem::new(Code::FileUnreadable, Place::whole(&file)));
                folder.has_unlisted();
            }
        }
    }
    folder.set_language();
    // A guess which one was meant would change everybody's documents.
    for kind in &folder.doubled {
        match kind {
            FileKind::Settings => folder.settings = None,
            FileKind::RoleModel => folder.role_model = None,
            _ => {}
        }
    }
    Ok(folder)
}

/// What lies in `root` and is looked at, in the order of the paths; links are not followed,
/// and what lies in a department within it is that one's.
pub fn entries(root: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(|entry| {
        let is_other = |entry: &DirEntry| entry.file_type().is_dir() && is_department(entry.path());
        is_looked_at(entry) && (entry.depth() == 0 || !is_other(entry))
    })
}

/// As [`entries`], with the folders of departments within it.
fn walk(root: &Path) -> walkdir::FilterEntry<walkdir::IntoIter, fn(&DirEntry) -> bool> {
    WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(is_looked_at)
}

fn is_looked_at(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_type().is_dir() || is_walked(&entry.file_name().to_string_lossy())
}

/// Whether a link leads to a plain file, so that nobody can lie behind it unseen.
fn leads_to_a_file(link: &Path) -> bool {
    fs::metadata(link).is_ok_and(|target| target.is_file())
}

/// The paths of all that may be profiles in `root`, by the form, without endings, in which two
/// are the same; `None` where not all can be listed.
fn profiles_in(root: &Path) -> Option<BTreeMap<String, String>> {
    let mut profiles = BTreeMap::new();
    for (count, entry) in entries(root).enumerate() {
        let entry = entry.ok().filter(|entry| count < MAX_ENTRIES && !entry.file_type().is_symlink())?;
        let is_profile = match named(entry.path(), false) {
            Named::Read(kind) | Named::ReadWithNotepadEnding(kind) => kind == FileKind::Profile,
            Named::ReadIfProfile => true,
            Named::Cloud(_) => return None,
            _ => false,
        };
        if is_profile && entry.file_type().is_file() {
            let name = relative_name(root, entry.path());
            profiles.insert(same_on_some_system(file_names::stem(&name)), name);
        }
    }
    Some(profiles)
}

/// The profiles that lie in `copy` alone and not in `original`, and how many there are in both;
/// `None` where not all can be listed.
fn in_one_and_in_both(copy: &Path, original: &Path) -> Option<(Vec<String>, usize)> {
    let (mut copied, own) = (profiles_in(copy)?, profiles_in(original)?);
    // A department's own files are read as profiles here, and are nobody.
    copied.retain(|stem, _| !file_names::is_shared(stem));
    let all = copied.len();
    copied.retain(|stem, _| !own.contains_key(stem));
    let alone: Vec<String> = copied.into_values().collect();
    let both = all - alone.len();
    Some((alone, both))
}

/// Whether everybody who has a profile in `copy` has one in `original`, too.
fn has_nobody_else(copy: &Path, original: &Path) -> bool {
    in_one_and_in_both(copy, original).is_some_and(|(alone, _)| alone.is_empty())
}

/// The folder beside `folder` that it is a copy of, by its name.
fn original_folder(folder: &Path) -> Option<PathBuf> {
    let original = file_names::original(&folder.file_name()?.to_string_lossy())?;
    let mut beside = fs::read_dir(folder.parent()?).ok()?.filter_map(Result::ok);
    let is_it = |entry: &fs::DirEntry| {
        same_on_some_system(&entry.file_name().to_string_lossy()) == original
            && entry.file_type().is_ok_and(|type_| type_.is_dir())
    };
    beside.find(is_it).map(|entry| entry.path())
}

/// The shared file of this kind in `folder`, by whichever name; if there is none, the name that it
/// would have beside the department's other files.
pub fn shared_file(folder: &Path, kind: FileKind) -> PathBuf {
    let find = |kind: FileKind| {
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let is_it = |path: &PathBuf| {
            let read = [Named::Read(kind), Named::ReadWithNotepadEnding(kind)];
            read.contains(&named(path, true))
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

/// The language that the settings with this text name, read line by line so that an error
/// elsewhere doesn't matter.
fn language_key(text: &str) -> Option<Tag> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        let value = value.split('#').next()?.trim().trim_matches(['"', '\'']);
        settings::LANGUAGE.is(key.trim_matches(['"', '\''])).then(|| Tag::from_locale(value))?
    })
}

fn is_settings(path: &Path) -> bool {
    let read = [Named::Read(FileKind::Settings), Named::ReadWithNotepadEnding(FileKind::Settings)];
    read.contains(&named(path, true))
}

/// Whether a folder of this name is looked into.
pub fn is_walked(folder: &str) -> bool {
    !is_hidden(folder) && !folder.nfc().eq(PROGRAMMES_FOLDER.chars())
}

/// Reads the leaders' views in `root`, a folder of the leader's own that mirrors
/// the profiles' paths. Of what else is in it, only that counts which may hide one.
///
/// # Errors
/// If `root` can't be listed.
pub fn read_leader_views(root: &Path, problems: &mut Problems) -> io::Result<Folder> {
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
    /// Tells every file the department's language.
    fn set_language(&mut self) {
        let Some(settings) = &self.settings else { return };
        self.language =
            language_key(&settings.text).or_else(|| file_names::language_of_settings(&settings.name));
        self.file_names = file_names::language_of_settings(&settings.name).unwrap_or_default();
        let Some(language) = self.language else { return };
        let shared = self.settings.iter().chain(&self.role_model).chain(&self.catalogue);
        let own = shared.chain(&self.profiles).chain(&self.leader_views);
        own.chain(&self.records).for_each(|file| file.set_language(language));
    }

    /// Notes that somebody may be in the folder whose file was not even seen.
    fn has_unlisted(&mut self) {
        self.complete = false;
        self.whole = false;
        self.all_readable = false;
    }

    /// The problem of the folder at `path`, if it is a copy of what is looked at anyway, or a
    /// department, and so is passed over. A department is a copy if at least half of its profiles
    /// lie in `root` at the same paths; whoever lies in another one is missed.
    fn copy_at(&mut self, root: &Path, path: &Path) -> Option<Problem> {
        if is_department(path) {
            let file = unread(root, shared_file(path, FileKind::Settings), FileKind::Other);
            let profiles = in_one_and_in_both(path, root);
            let alone = profiles.as_ref().map(|(alone, _)| alone.as_slice()).unwrap_or_default();
            let more = if alone.len() > MOST_NAMED { ", …" } else { "" };
            let named = match alone {
                [] => "none".to_owned(),
                _ => format!("{}{more}", alone[..alone.len().min(MOST_NAMED)].join(", ")),
            };
            let problem = Problem::new(Code::DepartmentInside, Place::whole(&file)).with("alone", named);
            // A copy is older than the folder, so some have left since; they are missed by nobody.
            if profiles.is_some_and(|(alone, both)| alone.len() <= both) {
                return Some(problem.lowered_to(Severity::Warning));
            }
            self.has_unlisted();
            return Some(problem);
        }
        let original = original_folder(path)?;
        let file = unread(root, path.to_owned(), FileKind::Other);
        has_nobody_else(path, &original).then(|| Problem::new(Code::CopiedFile, Place::whole(&file)))
    }

    /// A link, which is not followed. What it may lead to is unread.
    fn look_at_link(&mut self, root: &Path, entry: &DirEntry, named: Named) -> Option<Problem> {
        if !is_walked(&entry.file_name().to_string_lossy()) {
            return None;
        }
        let kind = match named {
            Named::Read(kind) | Named::ReadWithNotepadEnding(kind) => kind,
            _ => FileKind::Other,
        };
        let file = unread(root, entry.path().to_owned(), kind);
        let problem = Problem::new(Code::LinkRefused, Place::whole(&file));
        match kind {
            FileKind::Other if named != Named::ReadIfProfile && leads_to_a_file(entry.path()) => {
                return Some(problem.lowered_to(Severity::Warning));
            }
            FileKind::Other => self.has_unlisted(),
            FileKind::LeaderView => {
                self.could_not_read(file);
                return Some(problem.lowered_to(Severity::Warning));
            }
            _ => {
                self.complete = false;
                self.could_not_read(file);
            }
        }
        Some(problem)
    }

    fn look_at(&mut self, root: &Path, entry: DirEntry, problems: &mut Problems) {
        let in_root = entry.depth() == 1;
        let type_ = entry.file_type();
        let hidden = is_hidden(&entry.file_name().to_string_lossy());
        if entry.depth() == 0 || type_.is_dir() {
            return;
        }
        let named = named(entry.path(), in_root);
        if type_.is_symlink() && !hidden {
            if let Some(problem) = self.look_at_link(root, &entry, named) {
                problems.push(problem);
            }
            return;
        }
        let left_alone = |code: Code, kind: FileKind| {
            let file = unread(root, entry.path().to_owned(), kind);
            (Problem::new(code, Place::whole(&file)), file)
        };
        let kind = match named {
            Named::Nothing => return,
            Named::Copy | Named::WordDocument => {
                let code = if named == Named::Copy { Code::CopiedFile } else { Code::WordDocument };
                problems.push(left_alone(code, FileKind::Other).0);
                return;
            }
            Named::Cloud(kind) => {
                let (problem, file) = left_alone(Code::CloudFile, kind);
                problems.push(problem);
                // Only its own name hints at whose documents are its.
                self.complete = false;
                self.could_not_read(file);
                return;
            }
            Named::Read(kind) | Named::ReadWithNotepadEnding(kind) => kind,
            Named::ReadIfProfile => FileKind::Profile,
        };
        if !type_.is_file() && named == Named::ReadIfProfile {
            return;
        }
        if !type_.is_file() {
            let (problem, file) = left_alone(Code::NotAPlainFile, kind);
            problems.push(problem);
            self.complete = false;
            self.could_not_read(file);
            return;
        }
        let name = relative_name(root, entry.path());
        // There, `con.yaml` is the keyboard, and reading it would wait for somebody to type.
        if let Some(part) = impossible_on_windows(&name).filter(|_| cfg!(windows)) {
            let (problem, file) = left_alone(Code::BadFileName, kind);
            if kind == FileKind::Profile {
                self.unread_profiles.push(file);
            } else {
                problems.push(problem.with("name", part));
            }
            return;
        }
        if is_in_the_cloud_only(&entry) {
            let (problem, file) = left_alone(Code::CloudFile, kind);
            problems.push(problem);
            match named {
                // Perhaps a profile; its own name may be that of a correction file.
                Named::ReadIfProfile => self.has_unlisted(),
                _ => self.could_not_read(file),
            }
            return;
        }
        match read_file(root, entry.path(), kind) {
            Ok((file, _)) if named == Named::ReadIfProfile && !is_profile(&file.text) => {}
            Ok((file, _)) if let Some(format) = other_format(&file.text) => {
                let (problem, file) = left_alone(Code::NotAText, kind);
                problems.push(problem.with("format", format));
                if kind == FileKind::Profile {
                    self.unread_profiles.push(file);
                }
            }
            Ok((file, decoded)) => {
                if named == Named::ReadIfProfile || matches!(named, Named::ReadWithNotepadEnding(_)) {
                    let has_ending = file.name.to_lowercase().ends_with(".txt");
                    let code = if has_ending { Code::NotepadEnding } else { Code::MissingEnding };
                    problems.push(Problem::new(code, Place::whole(&file)));
                }
                let unclear = matches!(decoded, DecodedAs::Unclear { .. });
                let problem = of_encoding(&file, &decoded);
                if unclear && kind == FileKind::Profile {
                    problems.extend(problem);
                    self.unread_profiles.push(file);
                    return;
                }
                // In a file that everybody needs it stops nothing.
                problems.extend(problem.map(|problem| problem.lowered_to(Severity::Warning)));
                if let Some(problem) = self.add(file) {
                    problems.push(problem);
                }
            }
            // A text file as large was no profile; one that can't be read may be.
            Err(error) if named == Named::ReadIfProfile => {
                if error.kind() != io::ErrorKind::FileTooLarge {
                    problems.push(left_alone(Code::FileUnreadable, FileKind::Other).0);
                    self.has_unlisted();
                }
            }
            Err(error) => {
                let too_large = error.kind() == io::ErrorKind::FileTooLarge;
                let code = if too_large { Code::FileTooLarge } else { Code::FileUnreadable };
                let (problem, file) = left_alone(code, kind);
                problems.push(problem);
                if !too_large {
                    self.complete = false;
                    self.could_not_read(file);
                } else if kind == FileKind::Profile {
                    self.unread_profiles.push(file);
                }
            }
        }
    }

    /// Notes that `file` is there, and what stands in it is not known.
    fn could_not_read(&mut self, file: Arc<SourceFile>) {
        self.all_readable = false;
        self.whole &= file.kind == FileKind::LeaderView;
        match file.kind {
            FileKind::Profile => self.unread_profiles.push(file),
            FileKind::LeaderView => self.unread_leader_views.push(file),
            _ => {}
        }
    }

    /// Takes in what was read; the problem, where there is another of what there is one of.
    fn add(&mut self, file: Arc<SourceFile>) -> Option<Problem> {
        let kind = file.kind;
        let only = match kind {
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
            FileKind::Profile | FileKind::Other => {
                self.profiles.push(file);
                return None;
            }
        };
        let Some(first) = only.take() else {
            *only = Some(file);
            return None;
        };
        // The one with the usual name, else the first.
        let is_usual = file.name == file_names::shared_file(kind, Tag::Da);
        let (used, other) = if is_usual { (file, first) } else { (first, file) };
        let problem = second_of(&other, &used);
        *only = Some(used);
        self.doubled.push(kind);
        Some(problem)
    }
}

/// The problem of `file`, which is what `used` is, where there must be one of them.
pub fn second_of(file: &Arc<SourceFile>, used: &SourceFile) -> Problem {
    Problem::new(Code::DuplicateFile, Place::whole(file)).with("name", &file.name).with("file", &used.name)
}

/// What is to be said of the encoding in which `file` was read.
fn of_encoding(file: &Arc<SourceFile>, decoded: &DecodedAs) -> Option<Problem> {
    let old = |name: &str| Problem::new(Code::OldEncoding, Place::whole(file)).with("encoding", name);
    match decoded {
        DecodedAs::Utf8 | DecodedAs::Utf16 => None,
        DecodedAs::Legacy(encoding) => Some(old(encoding.name())),
        DecodedAs::TwiceUtf8 => Some(old("UTF-8 × 2")),
        DecodedAs::Unclear { at, read, other } => {
            let place = Place::at(file, *at..at + read.len());
            Some(Problem::new(Code::UnclearEncoding, place).with("value", read).with("other", other))
        }
    }
}

/// What a file with a profile's name is, if it is no text but a document of another program.
fn other_format(text: &str) -> Option<&'static str> {
    let start = text.trim_start();
    let is_page = ["<!doctype html", "<html"]
        .iter()
        .any(|mark| start.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)));
    let formats = [("{\\rtf", "rtf"), ("PK\u{3}\u{4}", "office"), ("ÐÏ\u{11}à", "office"), ("%PDF-", "pdf")];
    let known = formats.iter().find(|(mark, _)| start.starts_with(mark)).map(|(_, format)| *format);
    known.or(is_page.then_some("page"))
}

/// Whether a plain text file is a profile, and not a correction file of one.
fn is_profile(text: &str) -> bool {
    !text.starts_with(correction::MARK) && reads_like_a_profile(text)
}

/// Whether a synced drive keeps only a placeholder of the file on this machine.
#[cfg(windows)]
fn is_in_the_cloud_only(entry: &DirEntry) -> bool {
    use std::os::windows::fs::MetadataExt;
    // FILE_ATTRIBUTE_OFFLINE, RECALL_ON_OPEN and RECALL_ON_DATA_ACCESS.
    const ELSEWHERE: u32 = 0x1000 | 0x4_0000 | 0x40_0000;
    entry.metadata().is_ok_and(|metadata| metadata.file_attributes() & ELSEWHERE != 0)
}

/// Whether a synced drive keeps only a placeholder of the file on this machine.
#[cfg(not(windows))]
fn is_in_the_cloud_only(_: &DirEntry) -> bool {
    false
}

/// Reads and decodes one file.
///
/// # Errors
/// If it can't be read, or is larger than a megabyte (`FileTooLarge`).
fn read_file(root: &Path, path: &Path, kind: FileKind) -> io::Result<(Arc<SourceFile>, DecodedAs)> {
    let mut bytes = Vec::new();
    // One byte past the limit tells a file that grows while it is read, too.
    let file = in_use::retry_while_in_use(|| File::open(path))?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let (text, decoded) = decode(&bytes);
    let file = SourceFile::new(relative_name(root, path), path.to_owned(), kind, text);
    Ok((Arc::new(file), decoded))
}

/// Reads a file of the department in `root` that is left alone otherwise, for being a copy.
///
/// # Errors
/// If it can't be read, or is larger than a megabyte.
pub fn read_copy(root: &Path, path: &Path) -> io::Result<Arc<SourceFile>> {
    read_file(root, path, FileKind::Other).map(|(file, _)| file)
}

fn unread(root: &Path, path: PathBuf, kind: FileKind) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(relative_name(root, &path), path, kind, String::new()))
}

/// The path of a file relative to its department, with `/` on every system.
pub(crate) fn relative_name(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_with_settings_of_its_own_is_a_department() -> io::Result<()> {
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
    fn a_folder_is_read_in_the_order_of_its_paths() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        for name in ["b/x.yaml", "a/y.yml", "forløb/p.yaml", ".skjult/z.yaml", "afdeling.yaml"] {
            let path = root.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent"))?;
            std::fs::write(path, "navn: x\n")?;
        }
        let mut problems = Problems::default();
        let folder = read(root.path(), &mut problems)?;
        let names: Vec<_> = folder.profiles.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["a/y.yml", "b/x.yaml"]);
        assert!(folder.settings.is_some());
        assert!(problems.is_empty());
        Ok(())
    }
}
