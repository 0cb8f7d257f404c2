//! One department's run: it is read, its documents are jobs for the workers, and when
//! the last of them is done, what has become superfluous goes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::corrections::{self, Files, name_for};
use super::output::{Output, OutputError};
use super::selection::{self, Selection};
use super::workers::Batch;
use super::write_document::{WriteOutcome, is_as_made};
use super::{
    BuildError, BuildRequest, Built, Checked, Failure, FailureReason, Outcome, PublicationOutcome,
    PublicationState, check, department_name, is_inside,
};
use crate::agreement::signature_status::Records;
use crate::analysis::Analysis;
use crate::analysis::mentors::Mentors;
use crate::chart::radar::RenderedRadar;
use crate::department::profile::Profile;
use crate::department::{self, Department, Reading};
use crate::document::pdf::DocumentKind;
use crate::document::view::booklet;
use crate::language::Language;
use crate::problem::{Code, Problem, Problems};
use crate::progress::{self, Step};
use crate::public::publication as public;
use crate::source::{Place, SourceFile, file_names};
use crate::typeface::Typeface;

/// One piece of work for a thread.
pub enum Job {
    Booklet,
    StrategicPlan,
    PublicBooklet,
    /// Of the person with this number.
    Plan(usize),
    /// Of the person with this number.
    Preparation(usize),
    /// Of the person with this number.
    Chart(usize),
    BlankForm,
}

/// The booklet's name in the output folder.
pub const BOOKLET: &str = "haefte-intern.pdf";
/// The strategic plan's name in the output folder.
pub const STRATEGIC_PLAN: &str = "strategisk-uddannelsesplan.pdf";
/// The folder of plans in the output folder.
pub(super) const PLANS: &str = "planer/";
/// The folder of correction files in the output folder.
pub(super) const CORRECTIONS: &str = "rettelser/";

/// A department under way.
pub struct DepartmentRun<'a> {
    pub(super) request: &'a BuildRequest<'a>,
    pub(super) department: Department,
    pub(super) records: Records,
    pub(super) language: &'static Language,
    pub(super) output: Output,
    pub(super) mentors: Mentors,
    /// Who takes what, known when first asked for.
    pub(super) analysis: OnceLock<Analysis>,
    /// The people in the order of the booklet, as numbers of the department's.
    pub(super) order: Vec<usize>,
    /// The radar of each person in that order, drawn when first asked for.
    pub(super) radars: Vec<OnceLock<RenderedRadar>>,
    selection: Selection,
    /// What was read, without the department.
    reading: Reading,
    problems: Mutex<Problems>,
    failures: Mutex<Vec<Failure>>,
    made: Mutex<Vec<PathBuf>>,
    up_to_date: AtomicUsize,
    /// Whether the plan without names was made of other people than the last time in the period.
    pub(super) another_edition: AtomicBool,
    pub(super) unknown_edition: AtomicBool,
    /// What became of the public edition, once it was looked at.
    public: Mutex<Option<Option<PublicationOutcome>>>,
    outcome: &'a OnceLock<Result<Outcome, BuildError>>,
}

impl<'a> DepartmentRun<'a> {
    /// Reads what `request` names. Where there is no department to be made, the
    /// `outcome` is known at once, and there is no run.
    ///
    /// # Errors
    /// If the folder can't be listed, or the output folder not be used.
    pub fn open(
        request: &'a BuildRequest<'a>,
        outcome: &'a OnceLock<Result<Outcome, BuildError>>,
    ) -> Result<Option<Self>, BuildError> {
        let typeface = request.templates.typeface();
        let Checked { mut reading, records, mut problems, language } =
            check(request.folder, request.leader, request.language, Some(request.today), typeface)
                .map_err(BuildError::Folder)?;
        if is_inside(request.out, request.folder) {
            problems.push(Problem::new(
                Code::OutputInsideFolder,
                Place::whole(&department::folder_itself(request.folder)),
            ));
        }
        let Some(department) = reading.department.take() else {
            let public = public::update_without_department(request, &reading, language);
            let _ = outcome.set(Ok(Outcome { problems, language, built: None, public }));
            return Ok(None);
        };
        let output = Output::open(request.out, &department_name(&department)).map_err(BuildError::Out)?;
        let order = booklet::order(&department, language);
        let people: Vec<&Profile> = order.iter().map(|&person| &department.people[person]).collect();
        let selection = selection::select(&people, request.only, &department);
        let chosen: Vec<&Profile> = selection.chosen.iter().map(|&number| people[number]).collect();
        problems.retain(|problem| selection::concerns(&problem.place.file, request.only, &chosen));
        Ok(Some(Self {
            request,
            mentors: Mentors::of(&department),
            analysis: OnceLock::new(),
            records,
            language,
            output,
            radars: order.iter().map(|_| OnceLock::new()).collect(),
            order,
            selection,
            reading,
            problems: Mutex::new(problems),
            failures: Mutex::default(),
            made: Mutex::default(),
            up_to_date: AtomicUsize::new(0),
            another_edition: AtomicBool::new(false),
            unknown_edition: AtomicBool::new(false),
            public: Mutex::default(),
            outcome,
            department,
        }))
    }

    /// The documents asked for.
    pub fn jobs(&self) -> Vec<Job> {
        let mut jobs: Vec<Job> = Vec::new();
        let everything = self.request.only.is_empty();
        let of_all = if self.department.whole { self.of_all() } else { Vec::new() };
        // The longest first, so that no thread is left waiting for it at the end.
        if of_all.contains(&BOOKLET) {
            jobs.push(Job::Booklet);
        }
        if everything && self.request.edition.public() {
            jobs.push(Job::PublicBooklet);
        }
        if of_all.contains(&STRATEGIC_PLAN) {
            jobs.push(Job::StrategicPlan);
        }
        let chosen = &self.selection.chosen;
        jobs.extend(chosen.iter().map(|&i| Job::Plan(i)));
        if self.request.preparations {
            jobs.extend(chosen.iter().map(|&i| Job::Preparation(i)));
        }
        if self.request.charts {
            jobs.extend(chosen.iter().map(|&i| Job::Chart(i)));
        }
        if self.request.blank && (everything || !chosen.is_empty()) {
            jobs.push(Job::BlankForm);
        }
        jobs
    }

    /// The names of the documents asked for that are about everybody.
    fn of_all(&self) -> Vec<&'static str> {
        if !self.request.only.is_empty() || self.order.is_empty() {
            return Vec::new();
        }
        let booklet = self.request.edition.internal().then_some(BOOKLET);
        booklet.into_iter().chain([STRATEGIC_PLAN]).collect()
    }

    /// Those of them that would be incomplete, without anybody seeing so.
    fn refused(&self) -> Vec<PathBuf> {
        if self.department.whole {
            return Vec::new();
        }
        self.of_all().into_iter().map(|name| self.request.out.join(name)).collect()
    }

    /// The person with a number in the order of the booklet.
    pub(super) fn person(&self, number: usize) -> &Profile {
        &self.department.people[self.order[number]]
    }

    /// The people in the order of the booklet.
    pub(super) fn people(&self) -> impl Iterator<Item = &Profile> + Clone {
        self.order.iter().map(|&person| &self.department.people[person])
    }

    fn plan_path(&self, number: usize) -> PathBuf {
        self.request.out.join(document_name(&self.person(number).file.name, "pdf"))
    }

    fn make(&self, job: &Job) -> (String, Result<WriteOutcome, FailureReason>) {
        let file = |&number: &usize| self.person(number).file.name.as_str();
        let name = match job {
            Job::Booklet => BOOKLET.to_owned(),
            Job::StrategicPlan => STRATEGIC_PLAN.to_owned(),
            Job::PublicBooklet => public::PUBLIC_BOOKLET.to_owned(),
            Job::Plan(number) => document_name(file(number), "pdf"),
            Job::Preparation(number) => preparation_name(file(number)),
            Job::Chart(number) => document_name(file(number), "svg"),
            Job::BlankForm => blank_form_name(),
        };
        let made = match job {
            Job::Booklet => self.booklet(&name),
            Job::StrategicPlan => self.strategic_plan(&name),
            Job::PublicBooklet => Ok(self.public_booklet()),
            Job::Plan(number) => self.plan(*number, &name),
            Job::Preparation(number) => self.preparation(*number, &name),
            Job::Chart(number) => self.chart(*number, &name),
            Job::BlankForm => self.blank_form(&name),
        };
        (name, made)
    }

    /// Looks at the public edition, which itself tells what became of it.
    fn update_public_booklet(&self) -> Option<PublicationOutcome> {
        let _attending = progress::begin(Step::Public);
        public::update(self.request, Some(&self.department), &self.reading, self.language, &self.output)
    }

    fn public_booklet(&self) -> WriteOutcome {
        let edition = self.update_public_booklet();
        let built = edition.as_ref().is_some_and(|edition| edition.fate == PublicationState::Built);
        *self.public.lock().unwrap_or_else(PoisonError::into_inner) = Some(edition);
        if built { WriteOutcome::Written } else { WriteOutcome::UpToDate }
    }

    /// Tells what the run did, once all documents are made.
    fn end(&self) -> Result<Outcome, BuildError> {
        let problems = std::mem::take(&mut *self.problems.lock().unwrap_or_else(PoisonError::into_inner));
        let failures = std::mem::take(&mut *self.failures.lock().unwrap_or_else(PoisonError::into_inner));
        let mut made = std::mem::take(&mut *self.made.lock().unwrap_or_else(PoisonError::into_inner));
        made.sort();
        let public = self.public.lock().unwrap_or_else(PoisonError::into_inner).take();
        let public = public.unwrap_or_else(|| self.update_public_booklet());
        let mut built = Built {
            people: self.selection.chosen.len(),
            plans: self.selection.chosen.iter().map(|&number| self.plan_path(number)).collect(),
            broken: self.department.broken.len(),
            documents: made.len(),
            made,
            up_to_date: self.up_to_date.load(Ordering::Acquire),
            unknown: self.selection.unknown.clone(),
            with_errors: self.selection.with_errors.clone(),
            refused: self.refused(),
            failures,
            another_edition: self
                .another_edition
                .load(Ordering::Acquire)
                .then(|| self.request.out.join(STRATEGIC_PLAN)),
            unknown_edition: self
                .unknown_edition
                .load(Ordering::Acquire)
                .then(|| self.request.out.join(STRATEGIC_PLAN)),
            ..Built::default()
        };
        self.clear_away(&mut built);
        built.kept = self.output.kept();
        self.corrections(&problems, &mut built);
        built.failures.sort_by(|a, b| a.path.cmp(&b.path));
        self.output.close().map_err(BuildError::Out)?;
        Ok(Outcome { problems, language: self.language, built: Some(built), public })
    }

    /// Removes the documents of people who are no longer in the folder, and
    /// notes the plans that are out of date. Where a part of the folder could
    /// not be read, somebody may only seem to be gone, and nothing is removed.
    fn clear_away(&self, built: &mut Built) {
        for file in &self.department.broken {
            let earlier = self.earlier_documents(&file.name).into_iter();
            built.out_of_date.extend(earlier.map(|name| self.request.out.join(name)));
        }
        if !self.department.complete || !self.request.only.is_empty() {
            return;
        }
        let people = self.department.people.iter().map(|person| &person.file);
        let stems: BTreeSet<String> = people
            .chain(
                self.department
                    .broken
                    .iter()
                    .filter(|file| !file_names::is_taken(file_names::stem(&file.name))),
            )
            .flat_map(|file| [document_name(&file.name, "pdf"), preparation_name(&file.name)])
            .chain([blank_form_name()])
            .map(|name| without_ending(&name).to_owned())
            .collect();
        for name in self.output.listed() {
            if !name.starts_with(PLANS) || stems.contains(without_ending(&name)) {
                continue;
            }
            match self
                .keep_if_altered(&name)
                .and_then(|kept| if kept { Ok(false) } else { self.output.delete(&name) })
            {
                Ok(true) => built.removed.push(self.request.out.join(&name)),
                Ok(false) => {}
                Err(error) => {
                    built.failures.push(Failure { path: self.request.out.join(&name), reason: error.into() });
                }
            }
        }
    }

    /// Keeps a document that nothing takes the place of if somebody has altered it.
    fn keep_if_altered(&self, name: &str) -> Result<bool, OutputError> {
        let kind = match name.strip_suffix(".pdf") {
            Some(stem) if stem.ends_with(file_names::PREPARATION_ENDING) => DocumentKind::Preparation,
            Some(_) => DocumentKind::Plan,
            // A chart.
            None => return Ok(false),
        };
        let templates = self.request.templates;
        self.output.keep_if_altered(name, None, |there| is_as_made(there, kind, templates))
    }

    /// The documents of the profile `file` that lie there from before.
    fn earlier_documents(&self, file: &str) -> Vec<String> {
        // What lies under a name that is taken is another document.
        if file_names::is_taken(file_names::stem(file)) {
            return Vec::new();
        }
        let mut documents = vec![document_name(file, "pdf"), preparation_name(file)];
        documents.retain(|name| self.output.has(name));
        documents
    }

    fn corrections(&self, problems: &Problems, built: &mut Built) {
        let has_plan = |file: &str| self.earlier_documents(file).contains(&document_name(file, "pdf"));
        let people = self.department.people.iter().map(|person| &person.file);
        let views = self.department.leader_views.values().map(|view| &view.file);
        let all = people.chain(&self.department.broken).chain(views);
        let chosen: Vec<&Profile> = self.selection.chosen.iter().map(|&number| self.person(number)).collect();
        // A file that nobody asked about keeps what was said of it.
        let concerns = |file: &&Arc<SourceFile>| selection::concerns(file, self.request.only, &chosen);
        let known: Vec<String> = all.filter(concerns).map(|file| file.name.clone()).collect();
        // Whose file was not seen keeps what was said of it, too.
        let everybody = self.request.only.is_empty() && self.department.complete;
        let of = if everybody { Files::All(&known) } else { Files::These(&known) };
        let guest = self.request.corrections.map(Output::guest);
        let (output, prefix, root) = match (&guest, self.request.corrections) {
            (Some(guest), Some(root)) => (guest, "", root),
            _ => (&self.output, CORRECTIONS, self.request.out),
        };
        let corrections = corrections::write(output, prefix, problems, of, self.language, has_plan);
        built.corrections.extend(corrections.written.iter().map(|name| root.join(name)));
        let elsewhere = |name: &String| root.join(name).display().to_string();
        let now = if guest.is_some() {
            corrections.written.iter().map(elsewhere).collect()
        } else {
            BTreeSet::new()
        };
        let asked: BTreeSet<String> = known.iter().map(|file| elsewhere(&name_for("", file))).collect();
        let is_about = |path: &String| everybody || asked.contains(path);
        let before = self.output.exchange_corrections_elsewhere(&now, is_about);
        for old in before.difference(&now) {
            // Whoever the file was for is gone, or it was mended; only what bears
            // the mark is removed, so nothing is lost if this fails.
            if let (Some(folder), Some(name)) = (Path::new(old).parent(), Path::new(old).file_name()) {
                let _ = Output::guest(folder).delete(&name.to_string_lossy());
            }
        }
        built.failures.extend(
            corrections
                .failures
                .into_iter()
                .map(|(name, error)| Failure { path: root.join(name), reason: error.into() }),
        );
    }

    pub(super) fn typeface(&self) -> &Typeface {
        self.request.templates.typeface()
    }
}

impl Batch for DepartmentRun<'_> {
    type Job = Job;

    fn work(&self, job: Job) -> bool {
        let (name, made) = self.make(&job);
        match made {
            // A chart is no document.
            Ok(made) if matches!(job, Job::Chart(_)) => made == WriteOutcome::Written,
            Ok(WriteOutcome::Written) => {
                self.made.lock().unwrap_or_else(PoisonError::into_inner).push(self.request.out.join(name));
                true
            }
            Ok(WriteOutcome::UpToDate) => {
                self.up_to_date.fetch_add(1, Ordering::AcqRel);
                false
            }
            Err(reason) => {
                let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
                failures.push(Failure { path: self.request.out.join(name), reason });
                true
            }
        }
    }

    fn is_long(job: &Job) -> bool {
        matches!(job, Job::Booklet | Job::PublicBooklet)
    }

    fn close(&self) {
        let _ = self.outcome.set(self.end());
    }
}

/// `planer/<school>/<person>.pdf` for the profile `file`.
pub fn plan_name(file: &str) -> String {
    document_name(file, "pdf")
}

/// `planer/<school>/<person>.<ending>` for the profile `file`.
fn document_name(file: &str, ending: &str) -> String {
    format!("{PLANS}{}.{ending}", file_names::stem(file))
}

/// `planer/<school>/<person>-forberedelse.pdf` for the profile `file`.
pub fn preparation_name(file: &str) -> String {
    format!("{PLANS}{}{}.pdf", file_names::stem(file), file_names::PREPARATION_ENDING)
}

/// `planer/blanket.pdf`.
pub fn blank_form_name() -> String {
    format!("{PLANS}{}.pdf", file_names::BLANK_FORM)
}

/// The path of a document without its ending.
fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
