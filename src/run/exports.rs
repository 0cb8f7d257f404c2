//! Where an export goes, and how it takes the place of an earlier one.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::output::{Output, OutputError};
use crate::export::{Edition, Export, Format, Question, csv, json, workbook};
use crate::language::Language;

/// The name of a file with all tables, without ending.
const ALL_TABLES: &str = "kompetencer";

/// A file of an export.
#[derive(Debug)]
pub struct ExportedFile {
    /// Where it goes.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why a file of an export was not written.
#[derive(Debug)]
pub struct NotWritten {
    /// The file.
    pub path: PathBuf,
    /// Why not.
    pub reason: OutputError,
}

/// The format that the name of a file asks for.
pub fn format_of(said: &Path) -> Option<Format> {
    let ending = said.extension()?.to_str()?.to_lowercase();
    [Format::Xlsx, Format::Csv, Format::Json].into_iter().find(|format| ending == <&str>::from(*format))
}

/// The files of `export`. `said` is a file, or a folder that is there; with tables as
/// text it is a folder, unless it ends as such a file does, which then holds the levels.
///
/// # Errors
/// If a table is larger than the format allows.
pub fn files(
    export: &Export,
    format: Format,
    said: &Path,
    language: &Language,
) -> io::Result<Vec<ExportedFile>> {
    let all = |bytes: Vec<u8>| vec![ExportedFile { path: all_tables(export.edition, format, said), bytes }];
    match format {
        Format::Xlsx => workbook::write(export, language).map(all).map_err(io::Error::other),
        Format::Json => Ok(all(json::write(export)?)),
        Format::Csv => {
            let is_file = format_of(said) == Some(Format::Csv) && !said.is_dir();
            let tables = export.tables.iter().filter(|table| !is_file || table.question == Question::Levels);
            let files = tables.map(|table| {
                let name = format!("{}{}.csv", table.question.file_name(), export.edition.file_suffix());
                let path = if is_file { said.to_owned() } else { said.join(name) };
                Ok(ExportedFile { path, bytes: csv::write(table, language)? })
            });
            files.collect()
        }
    }
}

/// The name of the workbook to fill in, when nobody says another.
pub const TEMPLATE_NAME: &str = "niveauer-skabelon.xlsx";

/// Where a file with all tables goes.
fn all_tables(edition: Edition, format: Format, said: &Path) -> PathBuf {
    if said.is_dir() { said.join(usual_name(edition, format)) } else { said.to_owned() }
}

/// What a file with all tables is called, when nobody says.
pub fn usual_name(edition: Edition, format: Format) -> String {
    let ending: &str = format.into();
    format!("{ALL_TABLES}{}.{ending}", edition.file_suffix())
}

/// Writes `files` if all of them may be written: each takes the place of an export or
/// of nothing, and is there whole or not at all.
///
/// # Errors
/// The files that could not be written; none is where somebody else's file lies in the
/// place of one.
pub fn write(files: &[ExportedFile]) -> Result<(), Vec<NotWritten>> {
    let each = |does: fn(&Output, &str, &[u8]) -> Result<(), OutputError>| {
        let failures: Vec<NotWritten> = files
            .iter()
            .filter_map(|file| {
                let name = file.path.file_name().and_then(OsStr::to_str);
                let reason = match (file.path.parent(), name) {
                    (Some(folder), Some(name)) => does(&guest(folder), name, &file.bytes).err()?,
                    _ => io::Error::from(io::ErrorKind::InvalidFilename).into(),
                };
                Some(NotWritten { path: file.path.clone(), reason })
            })
            .collect();
        if failures.is_empty() { Ok(()) } else { Err(failures) }
    };
    each(|output, name, _| output.is_free(name))?;
    each(|output, name, bytes| output.write(name, bytes))
}

fn guest(folder: &Path) -> Output {
    Output::guest(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_editions_never_have_one_name() {
        assert_eq!(usual_name(Edition::Internal, Format::Xlsx), "kompetencer.xlsx");
        assert_eq!(usual_name(Edition::Public, Format::Xlsx), "kompetencer-offentlig.xlsx");
    }

    #[test]
    fn a_name_asks_for_a_format() {
        assert_eq!(format_of(Path::new("a/b.XLSX")), Some(Format::Xlsx));
        assert_eq!(format_of(Path::new("b.csv")), Some(Format::Csv));
        assert_eq!(format_of(Path::new("b.json")), Some(Format::Json));
        assert_eq!(format_of(Path::new("csv")), None);
    }
}
