//! Search of an output folder for a person's files under names that no build uses: exports in
//! subfolders, renamed copies, extracted attachments, and files of other programs.
//!
//! Files are classified by their contents. What this program made about the person alone is deleted;
//! copies of documents about everybody, and files of other programs, are only reported.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::canonical;
use super::mentions::{self, Mention, PersonQuery, SearchResult};
use crate::agreement::Agreement;
use crate::calendar_file;
use crate::department::person::ProfileOwner;
use crate::document::{attachments, metadata, printable};
use crate::problem::correction;
use crate::public::listed;
use crate::run::output::{SVG_MARK, bears_mark};
use crate::run::output_location::OutputLocation;
use crate::source::spelling::fold;
use crate::source::walk;
use crate::storage;
use crate::typeface::Typeface;

/// Limit of searched files.
const MOST_FILES: usize = 100_000;
/// Limit of bytes read in total.
const MOST_BYTES: u64 = 2_000_000_000;

/// Parameters of a search.
pub(super) struct Search<'a> {
    /// Output folder to search.
    pub root: &'a Path,
    /// Patterns for the person's name.
    pub query: &'a PersonQuery,
    /// Name and school as spelled by the department.
    pub owner: &'a ProfileOwner,
    /// Path of the profile, relative to the department's folder.
    pub file: &'a str,
    /// The prefixes of ids in the person's calendar, and in those of the others.
    pub calendars: &'a [BTreeSet<String>; 2],
    /// Whether the name is unique in the department.
    pub only_one: bool,
    /// Whether the folder belongs to another department, so that nothing may be deleted.
    pub of_another: bool,
    /// Whether a file, by path relative to the folder, is rebuilt or deleted anyway.
    pub known: &'a dyn Fn(&str) -> bool,
    /// Canonical paths of folders that are searched separately.
    pub elsewhere: &'a BTreeSet<PathBuf>,
}

/// The result of a search.
#[derive(Debug, Default)]
pub(super) struct FoundFiles {
    /// Documents about the person, relative to the folder.
    pub documents: Vec<String>,
    /// Tables about everybody, relative to the folder.
    pub tables: Vec<String>,
    /// Extracted attachments of the person's plan.
    pub files: Vec<PathBuf>,
    /// Files that mention the person or may do so.
    pub mentions: Vec<Mention>,
    /// Folders named after the person.
    pub folders: Vec<PathBuf>,
    /// Files that can't be searched.
    pub unsearched: Vec<PathBuf>,
    /// The first file beyond the limits.
    pub beyond: Option<PathBuf>,
}

/// The classification of a file.
enum FileContent {
    /// A document of this program about the person.
    Document,
    /// A table of this program about everybody.
    Table,
    /// An attachment extracted from the person's plan.
    Extracted,
    /// It may mention the person.
    Mention(Mention),
    /// It can't be searched.
    Unsearched,
    /// It does not mention the person.
    Nothing,
}

impl From<SearchResult> for FileContent {
    fn from(result: SearchResult) -> Self {
        match result {
            SearchResult::Named(mention) => Self::Mention(mention),
            SearchResult::Unsearched => Self::Unsearched,
            SearchResult::Nothing => Self::Nothing,
        }
    }
}

impl Search<'_> {
    /// Searches all files without following links.
    pub(super) fn run(&self) -> FoundFiles {
        let mut found = FoundFiles::default();
        let typeface = Typeface::embedded();
        let (mut files, mut bytes) = (0, 0);
        let walk = WalkDir::new(self.root).sort_by_file_name().into_iter();
        let inside = |entry: &DirEntry| {
            entry.depth() == 0
                || !entry.file_type().is_dir()
                || !self.elsewhere.contains(&canonical(entry.path()))
        };
        let entries = walk.filter_entry(inside).filter_map(Result::ok);
        // The enclosing folders that belong to other departments.
        let mut others: Vec<PathBuf> = Vec::new();
        for entry in entries {
            others.retain(|other| entry.path().starts_with(other));
            if entry.file_type().is_dir() {
                let name = entry.file_name().to_string_lossy();
                if entry.depth() > 0 && self.query.matches_file_name(&name) {
                    found.folders.push(entry.path().to_owned());
                }
                if entry.depth() > 0 && self.is_other_department(entry.path()) {
                    others.push(entry.into_path());
                }
                continue;
            }
            if entry.file_type().is_symlink() {
                match self.query.search_link(entry.path()) {
                    SearchResult::Named(mention) => found.mentions.push(mention),
                    _ => found.unsearched.push(entry.into_path()),
                }
                continue;
            }
            let name = walk::relative_name(self.root, entry.path());
            if !entry.file_type().is_file() || is_internal(&entry) || (self.known)(&name) {
                continue;
            }
            files += 1;
            bytes += entry.metadata().map_or(0, |metadata| metadata.len().min(metadata::MAX_BYTES));
            if files > MOST_FILES || bytes > MOST_BYTES {
                found.beyond = Some(entry.into_path());
                break;
            }
            let is_foreign = self.of_another || !others.is_empty();
            match self.classify(entry.path(), &typeface) {
                FileContent::Nothing => {}
                FileContent::Mention(mention) => found.mentions.push(mention),
                FileContent::Unsearched => found.unsearched.push(entry.into_path()),
                _ if is_foreign => found.mentions.push(Mention::of_file(entry.into_path())),
                FileContent::Document => found.documents.push(name),
                FileContent::Table => found.tables.push(name),
                FileContent::Extracted => found.files.push(entry.into_path()),
            }
        }
        found
    }

    fn is_other_department(&self, folder: &Path) -> bool {
        walk::is_department(folder) || OutputLocation::Output(folder.to_owned()).has_list()
    }

    fn classify(&self, path: &Path, typeface: &Typeface) -> FileContent {
        let mention = || FileContent::from(self.query.search_file(path));
        let beginning = beginning(path);
        if beginning.starts_with(b"%PDF-") {
            return self.pdf(path, typeface).unwrap_or_else(mention);
        }
        let text = String::from_utf8_lossy(&beginning);
        if beginning.starts_with(SVG_MARK.as_bytes()) {
            let title = text.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
            return match title {
                Some((title, _)) if self.is_title_about_person(title) => FileContent::Document,
                _ => mention(),
            };
        }
        if beginning.starts_with(calendar_file::MARK.as_bytes()) {
            let [own, others] = self.calendars;
            return match calendar_file::prefix_in(&text) {
                Some(prefix) if own.contains(prefix) => FileContent::Document,
                Some(prefix) if others.contains(prefix) => mention(),
                // It names nobody, so it may be theirs.
                _ => FileContent::Mention(Mention::of_file(path.to_owned())),
            };
        }
        if let Some(correction) = text.strip_prefix(correction::MARK) {
            let title = correction.lines().next().unwrap_or_default();
            return if mentions::contains_word(self.file, title) { FileContent::Document } else { mention() };
        }
        if self.is_extracted_attachment(path, &beginning, typeface) {
            return FileContent::Extracted;
        }
        if bears_mark(path).unwrap_or(false) { FileContent::Table } else { mention() }
    }

    /// Classifies a PDF; `None` if it was not made by this program.
    fn pdf(&self, path: &Path, typeface: &Typeface) -> Option<FileContent> {
        let packet = metadata::own_packet(storage::open_file(path).ok()?).ok()??;
        let mention = || FileContent::Mention(Mention::of_file(path.to_owned()));
        if let Some(attached) = attached(path) {
            let agreement = Agreement::from_yaml(&attached.agreement).ok();
            let data = String::from_utf8_lossy(&attached.data);
            return Some(match agreement {
                Some(agreement) if self.is_person(&agreement.name, &agreement.school, typeface) => {
                    FileContent::Document
                }
                _ if self.query.is_in(&data) || self.query.is_in(&attached.agreement) => mention(),
                _ => self.query.search_file(path).into(),
            });
        }
        if let Some(people) = listed::in_packet(&packet) {
            let name = |name| printable::printable(name, typeface);
            let own_name = self.owner.name.as_deref().map(|own| fold(&name(own)));
            let is_listed =
                own_name.is_none_or(|own_name| people.iter().any(|one| fold(&one.name) == own_name));
            return Some(if is_listed { mention() } else { self.query.search_file(path).into() });
        }
        // A preparation has the person's name as its title; a booklet doesn't list its people.
        let is_about_person =
            metadata::title(&packet).is_some_and(|title| self.is_title_about_person(&title));
        Some(if is_about_person { FileContent::Document } else { mention() })
    }

    /// Whether a title is that of a document about the person alone.
    fn is_title_about_person(&self, title: &str) -> bool {
        self.only_one && self.query.is_in(&metadata::without_entities(title))
    }

    fn is_person(&self, name: &str, school: &str, typeface: &Typeface) -> bool {
        let same = |own: &str, other: &str| {
            fold(own) == fold(other) || fold(&printable::printable(own, typeface)) == fold(other)
        };
        let named = self.owner.name.as_deref().is_some_and(|own| same(own, name));
        named && self.owner.school.as_deref().map_or(self.only_one, |own| same(own, school))
    }

    /// Whether a file is an attachment extracted from the person's plan.
    fn is_extracted_attachment(&self, path: &Path, beginning: &[u8], typeface: &Typeface) -> bool {
        if !(beginning.starts_with(b"navn: ") || beginning.starts_with(b"{\"")) {
            return false;
        }
        let Some(bytes) = read(path, attachments::MAX_VIEW_BYTES as u64) else { return false };
        if beginning.starts_with(b"navn: ") {
            let agreement = std::str::from_utf8(&bytes).ok().and_then(|text| Agreement::from_yaml(text).ok());
            return agreement
                .is_some_and(|agreement| self.is_person(&agreement.name, &agreement.school, typeface));
        }
        attachments::whose_data(&bytes).is_some_and(|(name, school)| self.is_person(&name, &school, typeface))
    }
}

/// Whether a file is the program's manifest or lock.
fn is_internal(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with(".spind")
}

/// The first 64 KiB of a file, for its classification.
fn beginning(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A read error is reported if the file is to be deleted.
    let _ = storage::open_file(path).map(|file| file.take(64 * 1024).read_to_end(&mut bytes));
    bytes
}

/// The contents of a file up to a size limit.
fn read(path: &Path, most: u64) -> Option<Vec<u8>> {
    let metadata = fs::metadata(path).ok()?;
    if metadata.len() > most { None } else { storage::read_file(path).ok() }
}

/// The attachments of a plan.
fn attached(path: &Path) -> Option<attachments::Attachments> {
    attachments::extract(&read(path, attachments::MAX_BYTES)?).ok()
}
