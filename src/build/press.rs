//! A document becomes a file, unless it is one already.

use serde::Serialize;

use super::output::Output;
use super::{FailureReason, Request};
use crate::document::key::Key;
use crate::document::pdf::{Document, Sheet};

/// Whether a document was made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It was typeset and written.
    Anew,
    /// It lies there as it would be made.
    UpToDate,
}

/// Writes `document` to `name` if `fit` says that its bytes may be, unless it lies there
/// as it would be made.
///
/// # Errors
/// If it can't be typeset or written, or is not fit.
pub fn press<V: Serialize>(
    output: &Output,
    name: &str,
    document: &Document<'_, V>,
    request: &Request<'_>,
    fit: impl Fn(&[u8]) -> Result<(), FailureReason>,
) -> Result<Made, FailureReason> {
    let sheet = Sheet::of(document, request.templates.typeface())?;
    let key = sheet.key(request.templates);
    unless_current(output, name, &key, request, || {
        let bytes = sheet.typeset(request.templates)?;
        fit(&bytes).map(|()| bytes)
    })
}

/// Writes what `make` makes to `name`, unless what `key` stands for lies there.
///
/// # Errors
/// If it can't be made or written.
pub fn unless_current(
    output: &Output,
    name: &str,
    key: &Key,
    request: &Request<'_>,
    make: impl FnOnce() -> Result<Vec<u8>, FailureReason>,
) -> Result<Made, FailureReason> {
    if !request.force && output.is_current(name, key) {
        return Ok(Made::UpToDate);
    }
    output.write_from(name, &make()?, key)?;
    Ok(Made::Anew)
}
