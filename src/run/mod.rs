//! Building: turns a [`BuildRequest`] into written documents.
//!
//! [`check`] reads and validates a department without writing. [`build`] also composes its
//! documents, typesets those that are not current on worker threads, writes them atomically,
//! and removes obsolete ones. A run touches only files that the manifest or the mark in the
//! file identifies as the program's own.

mod compose;
mod corrections;
pub mod exports;
mod jobs;
mod manifest;
pub(crate) mod output;
pub(crate) mod output_location;
pub mod selection;
pub mod targets;
mod workers;
pub(crate) mod write_document;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::agreement::signature_status::{self, Records};
use crate::chart::palette;
use crate::department::{self, Department, Reading, date_checks};
use crate::document::pdf::TypesetError;
use crate::document::{Templates, printable};
use crate::language::{Language, Tag};
use crate::problem::Problems;
use crate::progress::{self, Step};
use crate::public::Editions;
use crate::storage::in_use::is_in_use;
use crate::typeface::Typeface;

use jobs::{CORRECTIONS, DepartmentRun, PLANS};

pub use jobs::{BOOKLET, STRATEGIC_PLAN, blank_form_name, plan_name, preparation_name};

pub use crate::public::publication::{
    PUBLIC_BOOKLET, PublicationOutcome, PublicationState, may_stand_in_public,
};
pub use output::{KeptDocument, OutputError};
pub use workers::{DOCUMENTS_BETWEEN_EVICTIONS, MAX_AGE};

/// Whether `document`, a path in the output folder, covers the whole department and is rebuilt by
/// later runs.
pub fn is_made_for_all(document: &str) -> bool {
    [BOOKLET, STRATEGIC_PLAN, PUBLIC_BOOKLET].contains(&document)
}

/// The options of a build.
pub struct BuildRequest<'a> {
    /// The department's folder.
    pub folder: &'a Path,
    /// A private folder with the leader's own views of the profiles.
    pub leader: Option<&'a Path>,
    /// The output folder.
    pub out: &'a Path,
    /// The folder for correction files; `rettelser` in `out` if `None`.
    pub corrections: Option<&'a Path>,
    /// Limits the build to the plans of these people; empty builds everything.
    pub only: &'a [String],
    /// The booklets to make.
    pub edition: Editions,
    /// Overrides the department's language for the program's own words.
    pub language: Option<Tag>,
    /// The day that decides which deadlines are past or near and which courses have expired.
    pub today: Date,
    /// Also writes each radar as a standalone SVG.
    pub charts: bool,
    /// Also makes each person's preparation sheet.
    pub preparations: bool,
    /// Also makes the department's blank form.
    pub blank: bool,
    /// Rebuilds documents that are current.
    pub force: bool,
    /// Writes each document's Typst inputs to a folder of its name here instead of a PDF, to
    /// compare with other ways of typesetting.
    pub sources: Option<&'a Path>,
    /// The templates and fonts.
    pub templates: &'a Templates,
}

/// The outcome of a build.
pub struct Outcome {
    /// The problems in the files, by file and position.
    pub problems: Problems,
    /// The language of messages.
    pub language: &'static Language,
    /// The documents; `None` if nothing could be built.
    pub built: Option<Built>,
    /// The outcome for the public edition; `None` if there is nothing to report.
    pub public: Option<PublicationOutcome>,
}

impl Outcome {
    /// Every file that could not be made or written, the public edition included.
    pub fn failures(&self) -> impl Iterator<Item = &Failure> {
        let of_public = self.public.iter().flat_map(|public| &public.failures);
        self.built.iter().flat_map(|built| &built.failures).chain(of_public)
    }

    /// Whether a document is locked by another program, so that a retry makes sense.
    pub fn is_held_up(&self) -> bool {
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
    /// Department-wide documents that were not made because an input was unreadable; earlier
    /// versions stay.
    pub refused: Vec<PathBuf>,
    /// The strategic plan, if it counts other people than its last version in the same period:
    /// subtracting one from the other would disclose individuals.
    pub another_edition: Option<PathBuf>,
    /// The strategic plan, if it replaced one for which the manifest does not record whom it counts.
    pub unknown_edition: Option<PathBuf>,
    /// Files that could not be made or written, and why.
    pub failures: Vec<Failure>,
    /// The paths of correction files that list problems.
    pub corrections: Vec<PathBuf>,
    /// Documents that were removed because the person is no longer in the folder.
    pub removed: Vec<PathBuf>,
    /// Hand-edited plans and preparation sheets, which were moved aside.
    pub kept: Vec<KeptDocument>,
    /// Earlier plans of profiles that now have errors.
    pub out_of_date: Vec<PathBuf>,
}

/// A file that could not be made or written.
#[derive(Debug)]
pub struct Failure {
    /// The target path.
    pub path: PathBuf,
    /// The cause.
    pub reason: FailureReason,
}

/// Why a file could not be made or written.
#[derive(Debug, thiserror::Error)]
pub enum FailureReason {
    /// The output refused the file.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// A template failed.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The chart can't be converted to a standalone SVG.
    #[error("the chart is no SVG")]
    Chart,
    /// The template does not list who is in the public edition, so a consent could not be
    /// withdrawn later.
    #[error("the template does not list who stands in the edition")]
    Unlisted,
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

/// Progress callback: the number of finished documents, and of all.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// A department that was read and checked.
pub struct Checked {
    /// The department and the parsed files.
    pub reading: Reading,
    /// The signature records.
    pub records: Records,
    /// All problems, by file and position.
    pub problems: Problems,
    /// The language of messages.
    pub language: &'static Language,
}

/// Reads and checks a department without writing. `leader` is the leader's private folder,
/// `language` overrides the department's, and `today` decides what has been kept too long.
///
/// # Errors
/// If the folder can't be listed.
pub fn check(
    folder: &Path,
    leader: Option<&Path>,
    language: Option<Tag>,
    today: Option<Date>,
    typeface: &Typeface,
) -> io::Result<Checked> {
    let _reading = progress::begin(Step::Reading);
    let mut problems = Problems::default();
    let reading = department::read(folder, leader, &mut problems)?;
    reading.parsed.iter().for_each(|parsed| progress::read(&parsed.file.path));
    printable::check(&reading.parsed, typeface, &mut problems);
    let records = match &reading.department {
        Some(department) => {
            palette::check(&department.settings, &mut problems);
            let records = Records::read(department, &mut problems);
            signature_status::check(department, &records, today, &mut problems);
            date_checks::check(department, today, &mut problems);
            records
        }
        None => Records::default(),
    };
    let problems = problems.in_order();
    let tag = language.or(reading.language).unwrap_or_else(Tag::of_system);
    let language = Language::naming_files(tag, reading.file_names);
    Ok(Checked { reading, records, problems, language })
}

/// Reads, checks, typesets and writes a department.
///
/// # Errors
/// If the folder can't be listed or the output folder can't be created.
pub fn build(request: &BuildRequest<'_>, progress: Progress<'_>) -> Result<Outcome, BuildError> {
    let outcome = build_each(std::slice::from_ref(request), progress).pop();
    outcome.unwrap_or_else(|| Err(BuildError::Folder(io::ErrorKind::NotFound.into())))
}

/// Builds several departments on one set of worker threads and returns their outcomes in the
/// order of `requests`. A failure in one does not affect the others.
pub fn build_each(requests: &[BuildRequest<'_>], progress: Progress<'_>) -> Vec<Result<Outcome, BuildError>> {
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

/// The department's identity in manifests, independent of where its folder is.
fn department_name(department: &Department) -> String {
    let municipality = department.settings.municipality.as_deref().unwrap_or_default();
    format!("{municipality}/{}", department.settings.name)
}

/// Whether `inner` is `outer` or below it; false if either does not exist.
pub fn is_inside(inner: &Path, outer: &Path) -> bool {
    let inner = inner.ancestors().find_map(|ancestor| {
        let there = if ancestor.as_os_str().is_empty() { Path::new(".") } else { ancestor };
        std::fs::canonicalize(there).ok()
    });
    match (inner, std::fs::canonicalize(outer)) {
        (Some(inner), Ok(outer)) => inner.starts_with(outer),
        _ => false,
    }
}
