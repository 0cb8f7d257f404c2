//! A provider's list of courses, and what it changes in `kurser.yaml`.
//!
//! A file becomes rows of cells, whatever program wrote it; the heading row tells which
//! column is what; the rows below become facts about courses; and those are compared with
//! the catalogue. What comes out is the new text of the file, read again and found to say
//! exactly what is meant. Nothing is written before somebody has agreed.

mod columns;
mod csv;
mod difference;
mod list;
mod merge;
mod rewriting;
mod sheet;
mod workbook;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::build::{replace, rewrite};
use crate::department::{Department, ParsedFile};
use crate::language::Saying;
use crate::source::decode::{decode, encode_like};
use crate::source::walk::{CATALOGUE_FILE, MAX_FILE_BYTES};
use crate::source::{FileKind, SourceFile};
use crate::steps::{self, Step};

pub use columns::{Column, UsedColumn};
pub use difference::{FieldChange, SessionChange};
pub use merge::{CourseChange, LeftOut};
pub use sheet::Unreadable;

/// The largest list that is read, in bytes.
pub const MAX_LIST_BYTES: u64 = 10_000_000;
/// The most rows of a list. All of AMU has some 3,000 courses.
pub const MAX_ROWS: usize = 20_000;

/// Something to be told of a place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The row of the list, as a spreadsheet or an editor counts it.
    pub row: Option<usize>,
    /// The heading of the column.
    pub column: Option<String>,
    /// What is to be told.
    pub saying: Saying,
    /// Whether something that the list says is not taken over.
    pub lost: bool,
}

/// Why there is nothing to import.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The list can't be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The system refused to read a file.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What it said.
        error: io::Error,
    },
    /// No row of the list is a heading row.
    #[error("no column holds the courses' numbers")]
    NoHeading {
        /// The headings of the row that is most like one, that are known.
        known: Vec<String>,
        /// The others of that row.
        unknown: Vec<String>,
    },
    /// The catalogue itself can't be read.
    #[error("the catalogue can't be read")]
    Catalogue,
    /// The catalogue is written in a way that is not foreseen.
    #[error("the catalogue is written in an unusual way")]
    Unusual,
    /// The catalogue would be larger than what is read.
    #[error("the catalogue would be too large")]
    TooLarge,
    /// Somebody changed the catalogue meanwhile.
    #[error("the catalogue changed")]
    Changed,
}

/// What a list would change.
#[derive(Debug)]
pub struct Import {
    /// The sheet of a workbook that is used.
    pub sheet: Option<String>,
    /// The columns that are used, in the list's order.
    pub used: Vec<UsedColumn>,
    /// The headings of the columns that are not.
    pub unused: Vec<String>,
    /// Rows with something about a course.
    pub rows: usize,
    /// Courses on the list.
    pub courses: usize,
    /// What changes in courses that are there, in the file's order.
    pub changed: Vec<CourseChange>,
    /// What comes in, in the list's order.
    pub added: Vec<CourseChange>,
    /// New courses that can't be added, and why.
    pub left_out: Vec<LeftOut>,
    /// Number and title of courses of the same providers that the list does not hold.
    pub not_listed: Vec<(String, String)>,
    /// What else is to be told.
    pub remarks: Vec<Remark>,
    /// The catalogue's file.
    pub path: PathBuf,
    before: Option<Vec<u8>>,
    after: Vec<u8>,
}

/// Looks at what the list in `path` would change in the catalogue of `department`, which
/// was read from `folder` as `parsed`; `today` is when a course that the list calls
/// withdrawn expires. Nothing is written.
///
/// # Errors
/// If the list can't be used, or the catalogue not be changed safely.
pub fn prepare(
    path: &Path,
    folder: &Path,
    department: &Department,
    parsed: &[ParsedFile],
    today: Date,
) -> Result<Import, Refused> {
    let bytes = read_list(path)?;
    steps::read(path);
    let _comparing = steps::begin(Step::List);
    let (sheet, heading) = find_list(&bytes)?;
    let mut remarks = Vec::new();
    let rows = list::rows(&sheet, &heading, department, &mut remarks);
    let there = Catalogued::find(folder, department, parsed)?;
    let merged = merge::merge(&rows, department, &there, today, &mut remarks);
    let rewritten = rewriting::rewrite(&there, department, merged.changed, merged.added, &mut remarks)?;
    if rewritten.text.len() as u64 > MAX_FILE_BYTES {
        return Err(Refused::TooLarge);
    }
    let after = encode_like(there.bytes.as_deref().unwrap_or_default(), &rewritten.text);
    Ok(Import {
        sheet: sheet.name,
        used: heading.used(),
        unused: heading.unused,
        rows: rows.len(),
        courses: merged.listed,
        changed: rewritten.changed,
        added: rewritten.added,
        left_out: merged.left_out,
        not_listed: merged.not_listed,
        remarks,
        path: there.file.path.clone(),
        before: there.bytes,
        after,
    })
}

impl Import {
    /// Whether anything changes.
    pub fn changes_anything(&self) -> bool {
        !(self.changed.is_empty() && self.added.is_empty())
    }

    /// Whether something that the list says is not taken over.
    pub fn loses_anything(&self) -> bool {
        !self.left_out.is_empty() || self.remarks.iter().any(|remark| remark.lost)
    }

    /// Writes the catalogue, if it still is what was looked at.
    ///
    /// # Errors
    /// If somebody changed it meanwhile, or the system refuses; it is whole then.
    pub fn write(&self) -> Result<(), Refused> {
        let io = |error| Refused::Io { path: self.path.clone(), error };
        match &self.before {
            Some(before) if fs::read(&self.path).map_err(io)? != *before => Err(Refused::Changed),
            Some(_) => rewrite(&self.path, &self.after).map_err(io),
            None if fs::symlink_metadata(&self.path).is_ok() => Err(Refused::Changed),
            None => replace(&self.path, &self.after).map_err(io),
        }
    }
}

/// What text a list would make of `kurser.yaml`, for attacks on the reader of lists: the
/// bytes of a list and a department with the files it was read from.
pub fn rewritten(bytes: &[u8], department: &Department, parsed: &[ParsedFile]) -> Result<String, Refused> {
    let (sheet, heading) = find_list(bytes)?;
    let mut remarks = Vec::new();
    let rows = list::rows(&sheet, &heading, department, &mut remarks);
    let there = Catalogued::parsed(parsed).ok_or(Refused::Catalogue)?;
    let today = Date::constant(2027, 1, 1);
    let merged = merge::merge(&rows, department, &there, today, &mut remarks);
    let rewritten = rewriting::rewrite(&there, department, merged.changed, merged.added, &mut remarks)?;
    Ok(rewritten.text)
}

fn read_list(path: &Path) -> Result<Vec<u8>, Refused> {
    let io = |error| Refused::Io { path: path.to_owned(), error };
    let file = fs::File::open(path).map_err(io)?;
    // A pipe would wait, a folder has no bytes.
    if !file.metadata().map_err(io)?.is_file() {
        return Err(io(io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    file.take(MAX_LIST_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > MAX_LIST_BYTES { Err(Unreadable::TooLarge.into()) } else { Ok(bytes) }
}

/// The first sheet with a heading row, and that row.
fn find_list(bytes: &[u8]) -> Result<(sheet::Sheet, columns::Heading), Refused> {
    let mut sheets = sheet::sheets(bytes)?;
    let found = sheets.iter().enumerate().find_map(|(i, sheet)| Some((i, columns::find(sheet)?)));
    match found {
        Some((i, heading)) => Ok((sheets.swap_remove(i), heading)),
        None => {
            let (known, unknown) = columns::nearest_heading(&sheets);
            Err(Refused::NoHeading { known, unknown })
        }
    }
}

/// The catalogue's file as it is.
struct Catalogued {
    file: Arc<SourceFile>,
    /// `None` where there is no such file.
    bytes: Option<Vec<u8>>,
    /// `None` where the file says nothing.
    root: Option<crate::source::tree::Node>,
}

impl Catalogued {
    fn find(folder: &Path, department: &Department, parsed: &[ParsedFile]) -> Result<Self, Refused> {
        let path = folder.join(CATALOGUE_FILE);
        if let Some(there) = Self::parsed(parsed) {
            let io = |error| Refused::Io { path: there.file.path.clone(), error };
            let bytes = fs::read(&there.file.path).map_err(io)?;
            if decode(&bytes).0 != there.file.text {
                return Err(Refused::Changed);
            }
            return Ok(Self { bytes: Some(bytes), ..there });
        }
        // A file that is there and says nothing that can be read is somebody's work.
        let empty = match fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(Refused::Io { path, error }),
        };
        let text = empty.as_deref().map(|bytes| decode(bytes).0).unwrap_or_default();
        let only_comments = text.lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#'));
        if department.catalogue.present || !only_comments {
            return Err(Refused::Catalogue);
        }
        let file = SourceFile::new(CATALOGUE_FILE.to_owned(), path, FileKind::Catalogue, text);
        Ok(Self { file: Arc::new(file), bytes: empty, root: None })
    }

    fn parsed(parsed: &[ParsedFile]) -> Option<Self> {
        let parsed = parsed.iter().find(|parsed| parsed.file.kind == FileKind::Catalogue)?;
        Some(Self { file: Arc::clone(&parsed.file), bytes: None, root: Some(parsed.root.clone()) })
    }
}
