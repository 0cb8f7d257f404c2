//! The outcome of a build: the documents it made, the problems it found, and what failed.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::check::Checked;
use super::failure::{FailureReason, FileFailure};
use super::output::KeptDocument;
use super::publication::PublicationOutcome;
use crate::agreement::signature_status::Records;
use crate::department::Department;
use crate::language::Language;
use crate::problem::Problems;
use crate::storage::OutputError;
use crate::storage::in_use::is_in_use;

/// The outcome of a build.
pub struct Outcome {
    /// The problems in the files, by file and position.
    pub problems: Problems,
    /// The department as this run read it, for pages that must agree with the documents; `None`
    /// if the request did not ask for it.
    pub snapshot: Option<Snapshot>,
    /// The language of messages.
    pub language: &'static Language,
    /// The documents; `None` if nothing could be built.
    pub built: Option<Built>,
    /// The outcome for the public edition; `None` if there is nothing to report.
    pub public: Option<PublicationOutcome>,
}

/// A department and its problems as one run read them.
#[derive(Clone)]
pub struct Snapshot {
    /// The department; `None` if it is invalid.
    pub department: Option<Arc<Department>>,
    /// The signature records.
    pub records: Arc<Records>,
    /// All problems in the folder, also of people who were not selected.
    pub problems: Problems,
    /// The language of messages.
    pub language: &'static Language,
}

impl From<Checked> for Snapshot {
    fn from(checked: Checked) -> Self {
        let Checked { reading, records, problems, language } = checked;
        Self { department: reading.department.map(Arc::new), records: Arc::new(records), problems, language }
    }
}

impl Outcome {
    /// Every file that could not be made or written, the public edition included.
    pub(crate) fn failures(&self) -> impl Iterator<Item = &FileFailure> {
        let of_public = self.public.iter().flat_map(|public| &public.failures);
        self.built.iter().flat_map(|built| &built.failures).chain(of_public)
    }

    /// Whether a document is locked by another program, so that a retry makes sense.
    pub(crate) fn is_held_up(&self) -> bool {
        self.failures().any(
            |failure| matches!(&failure.reason, FailureReason::Output(OutputError::Io(error)) if is_in_use(error)),
        )
    }
}

/// The documents that a build made or kept.
#[derive(Debug, Default)]
pub struct Built {
    /// Number of people whose plans were requested and built.
    pub people: usize,
    /// Number of profiles with errors.
    pub broken: usize,
    /// Number of PDFs written.
    pub documents: usize,
    /// The paths of these PDFs, sorted.
    pub made: Vec<PathBuf>,
    /// The paths of the requested plans, whether or not they were rebuilt.
    pub plans: Vec<PathBuf>,
    /// Number of PDFs that were already current.
    pub up_to_date: usize,
    /// The `--only` arguments that match no person.
    pub unknown: Vec<String>,
    /// The `--only` arguments whose profile has an error, with that profile's name.
    pub with_errors: Vec<(String, String)>,
    /// Department-wide documents that were not made because an input was unreadable; earlier
    /// versions stay.
    pub refused: Vec<PathBuf>,
    /// The strategic plan, if it counts other people than its last version in the same period:
    /// subtracting one from the other would disclose individuals.
    pub another_edition: Option<PathBuf>,
    /// The strategic plan, if it replaced one for which the manifest does not record whom it counts.
    pub unknown_edition: Option<PathBuf>,
    /// Files that could not be made or written, and why.
    pub failures: Vec<FileFailure>,
    /// The paths of correction files that list problems.
    pub corrections: Vec<PathBuf>,
    /// Documents that were removed because the person is no longer in the folder.
    pub removed: Vec<PathBuf>,
    /// Hand-edited plans and preparation sheets, which were moved aside.
    pub kept: Vec<KeptDocument>,
    /// Earlier plans of profiles that now have errors.
    pub out_of_date: Vec<PathBuf>,
}

/// Why nothing could be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The department's folder, or the leader's, can't be listed.
    #[error("folder: {0}")]
    Folder(io::Error),
    /// The output folder can't be used.
    #[error("output: {0}")]
    Out(io::Error),
}
