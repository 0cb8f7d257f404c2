//! Export files: their names, and how they replace those of an earlier export.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::names::DocumentNames;
use super::output::Output;
use crate::export::{Export, Format, Question, csv, json, workbook};
use crate::language::Language;
use crate::storage::OutputError;

/// A file to export.
#[derive(Debug)]
pub(crate) struct ExportedFile {
    /// The target path.
    pub path: PathBuf,
    /// The contents.
    pub bytes: Vec<u8>,
}

/// An export file that was not written, and why.
#[derive(Debug)]
pub(crate) struct NotWritten {
    /// The target path.
    pub path: PathBuf,
    /// Why it was not written.
    pub reason: OutputError,
}

/// The format that a path's extension implies.
pub(crate) fn format_of(out: &Path) -> Option<Format> {
    let ending = out.extension()?.to_str()?.to_lowercase();
    [Format::Xlsx, Format::Csv, Format::Json].into_iter().find(|format| ending == <&str>::from(*format))
}

/// The files of `export`. `out` is a file or an existing folder. CSV makes one file a table,
/// so there `out` is a folder, unless its extension is `csv`: then it receives the levels alone.
///
/// # Errors
/// If a table is larger than the format allows.
pub(crate) fn files(
    export: &Export,
    format: Format,
    out: &Path,
    names: DocumentNames,
    language: &Language,
) -> io::Result<Vec<ExportedFile>> {
    let all = |bytes: Vec<u8>| {
        let name = names.export(export.edition, format.into());
        let path = if out.is_dir() { out.join(name) } else { out.to_owned() };
        vec![ExportedFile { path, bytes }]
    };
    match format {
        Format::Xlsx => workbook::write(export, language).map(all).map_err(io::Error::other),
        Format::Json => Ok(all(json::write(export)?)),
        Format::Csv => {
            let is_file = format_of(out) == Some(Format::Csv) && !out.is_dir();
            let tables = export.tables.iter().filter(|table| !is_file || table.question == Question::Levels);
            let files = tables.map(|table| {
                let name = names.table(table.question, export.edition);
                let path = if is_file { out.to_owned() } else { out.join(name) };
                Ok(ExportedFile { path, bytes: csv::write(table, language)? })
            });
            files.collect()
        }
    }
}

/// Writes `files` atomically, provided that each replaces an earlier export or nothing.
///
/// # Errors
/// The files that could not be written. If a foreign file occupies one of the paths, no file
/// is written.
pub(crate) fn write(files: &[ExportedFile]) -> Result<(), Vec<NotWritten>> {
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
    use crate::export::Edition;

    #[test]
    fn the_two_editions_never_have_one_name() {
        let danish = DocumentNames::default();
        assert_eq!(danish.export(Edition::Internal, "xlsx"), "kompetencer.xlsx");
        assert_eq!(danish.export(Edition::Public, "xlsx"), "kompetencer-offentlig.xlsx");
    }

    #[test]
    fn a_name_asks_for_a_format() {
        assert_eq!(format_of(Path::new("a/b.XLSX")), Some(Format::Xlsx));
        assert_eq!(format_of(Path::new("b.csv")), Some(Format::Csv));
        assert_eq!(format_of(Path::new("b.json")), Some(Format::Json));
        assert_eq!(format_of(Path::new("csv")), None);
    }
}
