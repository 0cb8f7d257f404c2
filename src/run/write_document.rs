//! A document becomes a file, unless it is one already.

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::output::{Output, OutputError};
use super::{BuildRequest, FailureReason};
use crate::document::Templates;
use crate::document::attachments::{self, PlanMismatch};
use crate::document::cache_key::Key;
use crate::document::pdf::{Document, DocumentKind, TypesettingInput};
use crate::storage;

/// Whether a document was made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// It was typeset and written.
    Written,
    /// It lies there as it would be made.
    UpToDate,
}

/// Writes `document` to `name` if `fit` says that its bytes may be, unless it lies there
/// as it would be made.
///
/// # Errors
/// If it can't be typeset or written, or is not fit.
pub fn write_document<V: Serialize>(
    output: &Output,
    name: &str,
    document: &Document<'_, V>,
    request: &BuildRequest<'_>,
    fit: impl Fn(&[u8]) -> Result<(), FailureReason>,
) -> Result<WriteOutcome, FailureReason> {
    let sheet = TypesettingInput::of(document, request.templates.typeface())?;
    if let Some(folder) = request.sources {
        write_source(&folder.join(name), &sheet.files()?).map_err(OutputError::from)?;
        return Ok(WriteOutcome::Written);
    }
    let key = sheet.key(request.templates);
    unless_current(output, name, &key, request, || {
        let bytes = sheet.typeset(request.templates)?;
        fit(&bytes)?;
        if document.kind.is_of_one_person() {
            output.keep_if_altered(name, Some(&bytes), |there| {
                is_as_made(there, document.kind, request.templates)
            })?;
        }
        Ok(bytes)
    })
}

/// Whether `pdf`, a document of this kind, is exactly what this program makes; `None` where that
/// can't be told, because it carries nothing or another version, template or font made it.
pub fn is_as_made(pdf: &[u8], kind: DocumentKind, templates: &Templates) -> Option<bool> {
    if kind != DocumentKind::Plan {
        return None;
    }
    // A plan always carries what it is made of.
    let Ok(carried) = attachments::extract(pdf) else { return Some(false) };
    match carried.check(pdf, templates) {
        Ok(_) => Some(true),
        Err(PlanMismatch::Altered) => Some(false),
        Err(
            PlanMismatch::OtherVersion
            | PlanMismatch::OtherTemplates
            | PlanMismatch::TooLarge
            | PlanMismatch::Withheld,
        ) => None,
    }
}

/// Writes `files`, all that Typst would see of a sheet, to `folder`, in place of a PDF.
fn write_source(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        storage::replace(&path, bytes)?;
    }
    Ok(())
}

/// Writes what `make` makes to `name`, unless what `key` stands for lies there.
///
/// # Errors
/// If it can't be made or written.
pub fn unless_current(
    output: &Output,
    name: &str,
    key: &Key,
    request: &BuildRequest<'_>,
    make: impl FnOnce() -> Result<Vec<u8>, FailureReason>,
) -> Result<WriteOutcome, FailureReason> {
    if !request.force && output.is_current(name, key) {
        return Ok(WriteOutcome::UpToDate);
    }
    output.write_from(name, &make()?, key)?;
    Ok(WriteOutcome::Written)
}
