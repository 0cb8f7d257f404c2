//! Typesets and writes a document unless the output is current.

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::failure::FailureReason;
use super::output::Output;
use super::request::BuildRequest;
use crate::document::Templates;
use crate::document::attachments::{self, PlanMismatch};
use crate::document::cache_key::Key;
use crate::document::pdf::{Document, DocumentKind, TypesettingInput};
use crate::storage::{self, OutputError};

/// Whether a document was rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WriteOutcome {
    Written,
    /// The output was already current.
    UpToDate,
}

/// Typesets `document` and writes it to `name`, unless the output is current. `accept` may reject
/// the finished PDF.
///
/// # Errors
/// If it can't be typeset or written, or if `accept` rejects it.
pub(crate) fn write_document<V: Serialize>(
    output: &Output,
    name: &str,
    document: &Document<'_, V>,
    request: &BuildRequest<'_>,
    accept: impl Fn(&[u8]) -> Result<(), FailureReason>,
) -> Result<WriteOutcome, FailureReason> {
    let sheet = TypesettingInput::of(document, request.templates.typeface())?;
    if let Some(folder) = request.sources {
        write_source(&folder.join(name), &sheet.files()?).map_err(OutputError::from)?;
        return Ok(WriteOutcome::Written);
    }
    let key = sheet.key(request.templates);
    unless_current(output, name, &key, request, || {
        let bytes = sheet.typeset(request.templates)?;
        accept(&bytes)?;
        if document.kind.is_of_one_person() {
            output.keep_if_altered(name, Some(&bytes), |there| {
                is_as_made(there, document.kind, request.templates)
            })?;
        }
        Ok(bytes)
    })
}

/// Whether `pdf` is exactly what this program makes of its attachments. `None` if that can't
/// be decided: the kind has no attachments, or another version, template or font made it.
pub(crate) fn is_as_made(pdf: &[u8], kind: DocumentKind, templates: &Templates) -> Option<bool> {
    if kind != DocumentKind::Plan {
        return None;
    }
    // Every plan has attachments.
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

/// Writes `files`, a document's Typst inputs, to `folder` instead of a PDF.
fn write_source(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        storage::replace(&path, bytes)?;
    }
    Ok(())
}

/// Writes the result of `make` to `name`, unless the output of `key` is current.
///
/// # Errors
/// If `make` fails or the file can't be written.
pub(crate) fn unless_current(
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
