//! What lies in an output folder under names that no run gives: exports in subfolders, renamed
//! copies, the files of `extract`, and files of others.
//!
//! Whose a file is, is told by what it holds. What this program made of one person goes; a copy
//! of a document about everybody, and whatever somebody else wrote, is only named.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::mentions::{self, Mention, PersonQuery, SearchResult};
use super::whole;
use crate::agreement::Agreement;
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

/// The most files that are looked at.
const MOST_FILES: usize = 100_000;
/// The most bytes that are read of all of them.
const MOST_BYTES: u64 = 2_000_000_000;

/// What is looked for, and where.
pub struct Search<'a> {
    /// The output folder.
    pub root: &'a Path,
    /// Her name, and that of her file.
    pub sought: &'a PersonQuery,
    /// Name and school, as the department calls it.
    pub owner: &'a ProfileOwner,
    /// Her profile, relative to the department's folder.
    pub file: &'a str,
    /// Whether nobody else in the department has the name.
    pub only_one: bool,
    /// Whether everything here is another department's, so that nothing is deleted.
    pub of_another: bool,
    /// The files that the next build makes anew or that go anyway, relative to the folder.
    pub known: &'a dyn Fn(&str) -> bool,
    /// Folders that are looked through for themselves, as whole paths.
    pub elsewhere: &'a BTreeSet<PathBuf>,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// Documents of hers, and tables of everybody, relative to the folder.
    pub documents: Vec<String>,
    pub tables: Vec<String>,
    /// Files of hers that bear no mark.
    pub files: Vec<PathBuf>,
    /// Files in which she stands or may stand.
    pub mentions: Vec<Mention>,
    /// Folders whose names are hers.
    pub folders: Vec<PathBuf>,
    /// What could not be searched.
    pub unsearched: Vec<PathBuf>,
    /// The first file that was not looked at, because there were too many before it.
    pub beyond: Option<PathBuf>,
}

/// What a file is to her.
enum Holding {
    /// A document or a table of this program's, and hers or everybody's.
    Document,
    Table,
    /// Taken out of her plan.
    TakenOut,
    /// It may name her.
    Mention(Mention),
    /// It can't be searched.
    Unsearched,
    /// Nothing.
    Nothing,
}

impl From<SearchResult> for Holding {
    fn from(look: SearchResult) -> Self {
        match look {
            SearchResult::Named(mention) => Self::Mention(mention),
            SearchResult::Unsearched => Self::Unsearched,
            SearchResult::Nothing => Self::Nothing,
        }
    }
}

impl Search<'_> {
    /// Looks at every file; no link is followed.
    pub fn run(&self) -> Found {
        let mut found = Found::default();
        let typeface = Typeface::embedded();
        let (mut files, mut bytes) = (0, 0);
        let walk = WalkDir::new(self.root).sort_by_file_name().into_iter();
        let inside = |entry: &DirEntry| {
            entry.depth() == 0
                || !entry.file_type().is_dir()
                || !self.elsewhere.contains(&whole(entry.path()))
        };
        let entries = walk.filter_entry(inside).filter_map(Result::ok);
        // Folders in which another department has its profiles or its documents.
        let mut others: Vec<PathBuf> = Vec::new();
        for entry in entries {
            others.retain(|other| entry.path().starts_with(other));
            if entry.file_type().is_dir() {
                let name = entry.file_name().to_string_lossy();
                if entry.depth() > 0 && self.sought.is_name_of_hers(&name) {
                    found.folders.push(entry.path().to_owned());
                }
                if entry.depth() > 0 && self.is_of_another(entry.path()) {
                    others.push(entry.into_path());
                }
                continue;
            }
            if entry.file_type().is_symlink() {
                match self.sought.look_at_link(entry.path()) {
                    SearchResult::Named(mention) => found.mentions.push(mention),
                    _ => found.unsearched.push(entry.into_path()),
                }
                continue;
            }
            let name = walk::relative_name(self.root, entry.path());
            if !entry.file_type().is_file() || is_own_list(&entry) || (self.known)(&name) {
                continue;
            }
            files += 1;
            bytes += entry.metadata().map_or(0, |metadata| metadata.len().min(metadata::MAX_BYTES));
            if files > MOST_FILES || bytes > MOST_BYTES {
                found.beyond = Some(entry.into_path());
                break;
            }
            let untouched = self.of_another || !others.is_empty();
            match self.holding(entry.path(), &typeface) {
                Holding::Nothing => {}
                Holding::Mention(mention) => found.mentions.push(mention),
                Holding::Unsearched => found.unsearched.push(entry.into_path()),
                _ if untouched => found.mentions.push(Mention::of_file(entry.into_path())),
                Holding::Document => found.documents.push(name),
                Holding::Table => found.tables.push(name),
                Holding::TakenOut => found.files.push(entry.into_path()),
            }
        }
        found
    }

    fn is_of_another(&self, folder: &Path) -> bool {
        walk::is_department(folder) || OutputLocation::Output(folder.to_owned()).has_list()
    }

    fn holding(&self, path: &Path, typeface: &Typeface) -> Holding {
        let mention = || Holding::from(self.sought.look(path));
        let beginning = beginning(path);
        if beginning.starts_with(b"%PDF-") {
            return self.pdf(path, typeface).unwrap_or_else(mention);
        }
        let text = String::from_utf8_lossy(&beginning);
        if beginning.starts_with(SVG_MARK.as_bytes()) {
            let title = text.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
            return match title {
                Some((title, _)) if self.is_title_of_hers(title) => Holding::Document,
                _ => mention(),
            };
        }
        if let Some(correction) = text.strip_prefix(correction::MARK) {
            let title = correction.lines().next().unwrap_or_default();
            return if mentions::stands_in(self.file, title) { Holding::Document } else { mention() };
        }
        if self.is_taken_out_of_hers(path, &beginning, typeface) {
            return Holding::TakenOut;
        }
        if bears_mark(path).unwrap_or(false) { Holding::Table } else { mention() }
    }

    /// What a PDF of this program's is to her; `None` for anybody else's.
    fn pdf(&self, path: &Path, typeface: &Typeface) -> Option<Holding> {
        let packet = metadata::own_packet(storage::open_file(path).ok()?).ok()??;
        let mention = || Holding::Mention(Mention::of_file(path.to_owned()));
        if let Some(carried) = carried(path) {
            let agreement = Agreement::from_yaml(&carried.agreement).ok();
            let data = String::from_utf8_lossy(&carried.data);
            return Some(match agreement {
                Some(agreement) if self.is_hers(&agreement.name, &agreement.school, typeface) => {
                    Holding::Document
                }
                _ if self.sought.stands_in(&data) || self.sought.stands_in(&carried.agreement) => mention(),
                _ => self.sought.look(path).into(),
            });
        }
        if let Some(people) = listed::in_packet(&packet) {
            let name = |name| printable::printable(name, typeface);
            let her = self.owner.name.as_deref().map(|own| fold(&name(own)));
            let stands = her.is_none_or(|her| people.iter().any(|one| fold(&one.name) == her));
            return Some(if stands { mention() } else { self.sought.look(path).into() });
        }
        // A preparation bears her name as its title; a booklet tells nothing of who stands in it.
        let hers = metadata::title(&packet).is_some_and(|title| self.is_title_of_hers(&title));
        Some(if hers { Holding::Document } else { mention() })
    }

    /// Whether a title is that of a document about her alone.
    fn is_title_of_hers(&self, title: &str) -> bool {
        self.only_one && self.sought.stands_in(&metadata::without_entities(title))
    }

    fn is_hers(&self, name: &str, school: &str, typeface: &Typeface) -> bool {
        let same = |own: &str, other: &str| {
            fold(own) == fold(other) || fold(&printable::printable(own, typeface)) == fold(other)
        };
        let named = self.owner.name.as_deref().is_some_and(|own| same(own, name));
        named && self.owner.school.as_deref().map_or(self.only_one, |own| same(own, school))
    }

    /// Whether a file is what `extract` takes out of her plan.
    fn is_taken_out_of_hers(&self, path: &Path, beginning: &[u8], typeface: &Typeface) -> bool {
        if !(beginning.starts_with(b"navn: ") || beginning.starts_with(b"{\"")) {
            return false;
        }
        let Some(bytes) = read(path, attachments::MAX_VIEW_BYTES as u64) else { return false };
        if beginning.starts_with(b"navn: ") {
            let agreement = std::str::from_utf8(&bytes).ok().and_then(|text| Agreement::from_yaml(text).ok());
            return agreement
                .is_some_and(|agreement| self.is_hers(&agreement.name, &agreement.school, typeface));
        }
        attachments::whose_data(&bytes).is_some_and(|(name, school)| self.is_hers(&name, &school, typeface))
    }
}

/// Whether a file is the list or the lock of the program.
fn is_own_list(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with(".spind")
}

/// The first part of a file, which tells what it is.
fn beginning(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What can't be read is told when something of it must be deleted.
    let _ = storage::open_file(path).map(|file| file.take(64 * 1024).read_to_end(&mut bytes));
    bytes
}

/// A whole file of at most so many bytes.
fn read(path: &Path, most: u64) -> Option<Vec<u8>> {
    let metadata = fs::metadata(path).ok()?;
    if metadata.len() > most { None } else { storage::read_file(path).ok() }
}

/// What a plan carries.
fn carried(path: &Path) -> Option<attachments::Attachments> {
    attachments::extract(&read(path, attachments::MAX_BYTES)?).ok()
}
