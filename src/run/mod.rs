//! Building: turns a [`BuildRequest`] into written documents.
//!
//! [`check`] reads and validates a department without writing. [`build`] also composes its
//! documents, typesets those that are not current on worker threads, writes them atomically,
//! and removes obsolete ones. A run touches only files that the manifest or the mark in the
//! file identifies as the program's own.

mod check;
mod compose;
mod corrections;
pub(crate) mod diplomas;
pub(crate) mod exports;
pub(crate) mod failure;
mod jobs;
mod manifest;
mod names;
mod outcome;
pub(crate) mod output;
pub(crate) mod output_location;
pub(crate) mod publication;
pub(crate) mod request;
pub(crate) mod selection;
pub(crate) mod targets;
mod volumes;
mod workers;
pub(crate) mod write_document;

use std::io;
use std::sync::OnceLock;

use crate::progress::{self, Step};
use jobs::DepartmentRun;

pub use check::{Checked, check};
pub(crate) use failure::{FailureReason, FileFailure};
pub(crate) use names::{
    CohortDocument, DocumentNames, PartOfAll, in_every_language, is_diploma, is_made_for_all, is_print,
    is_public_booklet, is_school_booklet,
};
pub(crate) use outcome::Snapshot;
pub use outcome::{BuildError, Built, Outcome};
pub(crate) use output::KeptDocument;
pub(crate) use publication::PublicationOutcome;
pub use publication::PublicationState;
pub use request::{BuildRequest, ProgressFn};
pub(crate) use targets::is_inside;
pub use targets::targets;
pub use workers::{DOCUMENTS_BETWEEN_EVICTIONS, MAX_AGE};

/// Reads, checks, typesets and writes a department.
///
/// # Errors
/// If the folder can't be listed or the output folder can't be created.
pub fn build(request: &BuildRequest<'_>, progress: ProgressFn<'_>) -> Result<Outcome, BuildError> {
    let outcome = build_each(std::slice::from_ref(request), progress).pop();
    outcome.unwrap_or_else(|| Err(BuildError::Folder(io::ErrorKind::NotFound.into())))
}

/// Builds several departments on one set of worker threads and returns their outcomes in the
/// order of `requests`. A failure in one does not affect the others.
pub fn build_each(
    requests: &[BuildRequest<'_>],
    progress: ProgressFn<'_>,
) -> Vec<Result<Outcome, BuildError>> {
    let outcomes: Vec<_> = requests.iter().map(|_| OnceLock::new()).collect();
    let open = |number: usize| match DepartmentRun::open(&requests[number], &outcomes[number]) {
        Ok(run) => run.map(|run| {
            let jobs = run.jobs();
            (run, jobs)
        }),
        Err(error) => {
            let _ = outcomes[number].set(Err(error));
            None
        }
    };
    let typesetting = progress::begin(Step::Documents);
    workers::run(requests.len(), open, progress);
    drop(typesetting);
    let lost = || Err(BuildError::Folder(io::ErrorKind::Interrupted.into()));
    outcomes.into_iter().map(|outcome| outcome.into_inner().unwrap_or_else(lost)).collect()
}
