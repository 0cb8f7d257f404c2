//! From a folder to written files: what to build, on which threads, and how it is written.

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

use std::collections::BTreeSet;
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
use crate::problem::{Code, Problem, Problems};
use crate::progress::{self, Step};
use crate::public::Editions;
use crate::source::spelling::listed;
use crate::source::{FileKind, Place};
use crate::storage::in_use::is_in_use;
use crate::typeface::Typeface;

use jobs::{CORRECTIONS, DepartmentRun, PLANS};

pub use jobs::{BOOKLET, STRATEGIC_PLAN, blank_form_name, plan_name, preparation_name};

pub use crate::public::publication::{
    PUBLIC_BOOKLET, PublicationOutcome, PublicationState, may_stand_in_public,
};
pub use output::{KeptDocument, OutputError};
pub use workers::{DOCUMENTS_BETWEEN_EVICTIONS, MAX_AGE};

/// Whether `document`, in the output folder, is one of the whole department that runs make again.
pub fn is_made_for_all(document: &str) -> bool {
    [BOOKLET, STRATEGIC_PLAN, PUBLIC_BOOKLET].contains(&document)
}

/// What a build is asked for.
pub struct BuildRequest<'a> {
    /// The department's folder.
    pub folder: &'a Path,
    /// A folder of the leader's own with her views of the profiles.
    pub leader: Option<&'a Path>,
    /// Where the documents go.
    pub out: &'a Path,
    /// Where correction files go; `rettelser` under `out` without it.
    pub corrections: Option<&'a Path>,
    /// Only these people's plans, and no booklet; everything where empty.
    pub only: &'a [String],
    /// Which booklets are made.
    pub edition: Editions,
    /// The language of the program's words, instead of the department's.
    pub language: Option<Tag>,
    /// Today: what is past, near and expired is judged by it.
    pub today: Date,
    /// Also write each radar as an SVG that stands alone.
    pub charts: bool,
    /// Also make each person's preparation of the talk.
    pub preparations: bool,
    /// Also make the department's blank form.
    pub blank: bool,
    /// Make everything anew, also what is up to date.
    pub force: bool,
    /// Instead of PDFs, write what Typst would see of each to a folder of its name here:
    /// for comparing with other ways to typeset the same.
    pub sources: Option<&'a Path>,
    /// The templates.
    pub templates: &'a Templates,
}

/// What a build did.
pub struct Outcome {
    /// What is wrong in the files, in the order of file and place.
    pub problems: Problems,
    /// The language that messages are in.
    pub language: &'static Language,
    /// What was built; `None` where nothing could be.
    pub built: Option<Built>,
    /// What became of the public edition; `None` where there is nothing to say of it.
    pub public: Option<PublicationOutcome>,
}

impl Outcome {
    /// What could not be made or written, and why.
    pub fn failures(&self) -> impl Iterator<Item = &Failure> {
        let of_public = self.public.iter().flat_map(|public| &public.failures);
        self.built.iter().flat_map(|built| &built.failures).chain(of_public)
    }

    /// Whether a document waits for another program to let go of its file.
    pub fn is_held_up(&self) -> bool {
        self.failures().any(
            |failure| matches!(&failure.reason, FailureReason::Output(OutputError::Io(error)) if is_in_use(error)),
        )
    }
}

/// The documents of a department.
#[derive(Debug, Default)]
pub struct Built {
    /// People whose plans were asked for and built.
    pub people: usize,
    /// Profiles with an error.
    pub broken: usize,
    /// PDFs written.
    pub documents: usize,
    /// Their paths, in order.
    pub made: Vec<PathBuf>,
    /// Where the plans that were asked for lie, made or not.
    pub plans: Vec<PathBuf>,
    /// PDFs that lie there as they would be made.
    pub up_to_date: usize,
    /// The names given with `--only` that fit nobody.
    pub unknown: Vec<String>,
    /// The names given with `--only` whose profile has an error, with that profile's name.
    pub with_errors: Vec<(String, String)>,
    /// Documents about everybody that were not made, because something in the folder
    /// can't be read; what lies there from before is left.
    pub refused: Vec<PathBuf>,
    /// The plan without names, if this one counts other people than the last one in the same
    /// period: whoever has both could subtract.
    pub another_edition: Option<PathBuf>,
    /// The plan without names, if it took the place of another of which nobody knows whom it counts.
    pub unknown_edition: Option<PathBuf>,
    /// What could not be made or written, and why.
    pub failures: Vec<Failure>,
    /// The correction files that hold something to mend, as paths.
    pub corrections: Vec<PathBuf>,
    /// Documents removed because their person is no longer in the folder.
    pub removed: Vec<PathBuf>,
    /// Plans and preparations that somebody had altered, which were moved out of the way.
    pub kept: Vec<KeptDocument>,
    /// Plans of broken profiles that lie there from before.
    pub out_of_date: Vec<PathBuf>,
}

/// A file that could not be made or written.
#[derive(Debug)]
pub struct Failure {
    /// Its path.
    pub path: PathBuf,
    /// Why not.
    pub reason: FailureReason,
}

/// Why a file could not be made or written.
#[derive(Debug, thiserror::Error)]
pub enum FailureReason {
    /// It could not be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// A template is at fault.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// A chart can't stand alone.
    #[error("the chart is no SVG")]
    Chart,
    /// The public edition does not tell who stands in it, so nobody could withdraw.
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

/// Called with the number of documents done and of all.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// What reading and checking a folder tells.
pub struct Checked {
    /// The department and the trees of its files.
    pub reading: Reading,
    /// The records of signatures.
    pub records: Records,
    /// What is wrong, in the order of file and place.
    pub problems: Problems,
    /// The language that messages are in.
    pub language: &'static Language,
}

/// Reads and checks a department, without making anything. `leader` is a folder
/// of the leader's own; `language` goes before the department's own; `today` tells
/// what has been kept too long.
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
            positions_left_out(&reading, &mut problems);
            records
        }
        None => Records::default(),
    };
    let problems = problems.in_order();
    let own_language = reading.department.as_ref().and_then(|d| d.settings.language);
    let tag = language.or(own_language).unwrap_or_else(Tag::of_system);
    Ok(Checked { reading, records, problems, language: Language::of(tag) })
}

/// Notes the positions of those who said yes to the public booklet that it does not tell.
fn positions_left_out(reading: &Reading, problems: &mut Problems) {
    let Some(department) = &reading.department else { return };
    let file = reading.parsed.iter().map(|parsed| &parsed.file).find(|file| file.kind == FileKind::Settings);
    let positions = department.consenting.iter().filter_map(|person| person.position.as_deref());
    let left_out: BTreeSet<&str> =
        positions.filter(|position| !department.settings.is_public_position(position)).collect();
    if let (Some(file), false) = (file, left_out.is_empty()) {
        let problem = Problem::new(Code::PositionNotPublic, Place::whole(file));
        problems.push(problem.with("words", listed(left_out)));
    }
}

/// Reads, checks, typesets and writes a department.
///
/// # Errors
/// If the folder can't be listed, or the output folder not be made.
pub fn build(request: &BuildRequest<'_>, progress: Progress<'_>) -> Result<Outcome, BuildError> {
    let outcome = build_each(std::slice::from_ref(request), progress).pop();
    outcome.unwrap_or_else(|| Err(BuildError::Folder(io::ErrorKind::NotFound.into())))
}

/// Builds many departments, each by its own request, on the same threads. What one of
/// them lacks costs no other anything. In the order of the requests.
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

/// What a manifest calls the department, the same wherever its folder lies.
fn department_name(department: &Department) -> String {
    let municipality = department.settings.municipality.as_deref().unwrap_or_default();
    format!("{municipality}/{}", department.settings.name)
}

/// Whether `inner` lies in `outer`, as far as both are there.
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
