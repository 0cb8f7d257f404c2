//! One department's run: reads the department, turns its documents into jobs for the workers,
//! and after the last job removes obsolete documents and sums up the outcome.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use strum::VariantArray;

use super::check::{Checked, check};
use super::corrections::{self, CorrectionNames, Files};
use super::failure::{FailureReason, FileFailure};
use super::names::{
    CohortDocument, DocumentNames, department_name, in_every_language, is_in, is_of_programme, is_print,
    is_school_booklet, is_volume,
};
use super::outcome::{BuildError, Built, Outcome, Snapshot};
use super::output::Output;
use super::publication::{self, PublicationOutcome, PublicationState};
use super::request::BuildRequest;
use super::selection::{self, Selection};
use super::targets::is_inside;
use super::volumes::{self, PEOPLE_IN_A_VOLUME, volumes};
use super::workers::{Batch, DOCUMENTS_BETWEEN_EVICTIONS, evict_all};
use super::write_document::{WriteOutcome, is_as_made};
use crate::agreement::signature_status::Records;
use crate::analysis::mentors::Mentors;
use crate::analysis::{Analysis, people_order};
use crate::chart::radar::RenderedRadar;
use crate::department::profile::Profile;
use crate::department::settings::SchoolIndex;
use crate::department::{self, Department, Reading};
use crate::document::pdf::DocumentKind;
use crate::language::Language;
use crate::problem::{Code, Problem, Problems};
use crate::progress::{self, Step};
use crate::source::{Place, SourceFile, file_names};
use crate::storage::OutputError;
use crate::typeface::Typeface;

/// The number of people in a file to print above which the cache is emptied before it.
const LARGE_PRINT: usize = 12;

/// A document or chart to make.
pub(super) enum Job {
    Booklet,
    /// The index of a volume of the internal booklet.
    Volume(usize),
    SchoolBooklet(SchoolIndex),
    StrategicPlan,
    PublicBooklet,
    /// The index of the person in the booklet's order.
    Plan(usize),
    /// The index of the person in the booklet's order.
    Preparation(usize),
    /// The index of the person in the booklet's order.
    FollowUp(usize),
    /// The index of the person in the booklet's order.
    Calendar(usize),
    /// The index of the person in the booklet's order.
    Chart(usize),
    BlankForm,
    Print(Print),
    Programme(ProgrammeJob),
}

/// A document about a programme, by indexes.
#[derive(Clone, Copy)]
pub(super) enum ProgrammeJob {
    /// The waiting list of a programme.
    WaitingList(usize),
    /// A document about a cohort of a programme.
    Cohort(usize, usize, CohortDocument),
    /// The card of a participant of a cohort.
    Card(usize, usize, usize),
    /// The calendar of a cohort's sessions.
    Calendar(usize, usize),
}

/// A file with the plans of several people to print.
pub(super) struct Print {
    /// The path in the output folder.
    pub name: String,
    /// The school, or the department.
    pub place: String,
    /// The indexes of the people in the booklet's order.
    pub people: Vec<usize>,
}

/// The state of one department's run, shared by the workers.
pub(super) struct DepartmentRun<'a> {
    pub(super) request: &'a BuildRequest<'a>,
    pub(super) department: Arc<Department>,
    pub(super) records: Arc<Records>,
    pub(super) language: &'static Language,
    pub(super) names: DocumentNames,
    pub(super) output: Output,
    pub(super) mentors: Mentors,
    /// Course choices and demand, computed on first use.
    pub(super) analysis: OnceLock<Analysis>,
    /// The people in the booklet's order, as indexes into the department's.
    pub(super) order: Vec<usize>,
    /// The ranges of that order that are volumes of their own; empty for a department whose people
    /// are in the booklet itself.
    pub(super) volumes: Vec<Range<usize>>,
    /// The radar of each person in that order, drawn on first use.
    pub(super) radars: Vec<OnceLock<RenderedRadar>>,
    selection: Selection,
    /// The parsed files; the department has been moved out.
    reading: Reading,
    problems: Mutex<Problems>,
    /// All problems, also of people who were not selected.
    all_problems: Problems,
    failures: Mutex<Vec<FileFailure>>,
    made: Mutex<Vec<PathBuf>>,
    up_to_date: AtomicUsize,
    /// Whether the strategic plan counts other people than its last version in the same period.
    pub(super) another_edition: AtomicBool,
    pub(super) unknown_edition: AtomicBool,
    /// The outcome of updating the public edition, once that was tried.
    public: Mutex<Option<Option<PublicationOutcome>>>,
    outcome: &'a OnceLock<Result<Outcome, BuildError>>,
}

impl<'a> DepartmentRun<'a> {
    /// Reads the department of `request`. If it can't be used, stores the final outcome in
    /// `outcome` and returns no run.
    ///
    /// # Errors
    /// If the folder can't be listed or the output folder can't be used.
    pub(super) fn open(
        request: &'a BuildRequest<'a>,
        outcome: &'a OnceLock<Result<Outcome, BuildError>>,
    ) -> Result<Option<Self>, BuildError> {
        let typeface = request.templates.typeface();
        let Checked { mut reading, records, mut problems, language } =
            check(request.folder, request.leader, request.language, Some(request.today), typeface)
                .map_err(BuildError::Folder)?;
        let all_problems = problems.clone();
        if is_inside(request.out, request.folder) {
            problems.push(Problem::new(
                Code::OutputInsideFolder,
                Place::whole(&department::folder_itself(request.folder)),
            ));
        }
        let Some(department) = reading.department.take() else {
            let public = publication::update_without_department(request, &reading, language);
            let records = Arc::new(records);
            let snapshot = request.keep_snapshot.then(|| Snapshot {
                department: None,
                records,
                problems: all_problems,
                language,
            });
            let _ = outcome.set(Ok(Outcome { problems, snapshot, language, built: None, public }));
            return Ok(None);
        };
        let names = DocumentNames::of(&department);
        let output = Output::open(request.out, &department_name(&department)).map_err(BuildError::Out)?;
        let output = output.naming(names);
        let order = people_order::sorted(&department, language);
        let people: Vec<&Profile> = order.iter().map(|&person| &department.people[person]).collect();
        let selection = selection::select(&people, request.only, &department);
        let chosen: Vec<&Profile> = selection.chosen.iter().map(|&number| people[number]).collect();
        problems
            .retain(|problem| selection::concerns(&problem.place.file, request.only, &chosen, &department));
        Ok(Some(Self {
            request,
            mentors: Mentors::of(&department),
            analysis: OnceLock::new(),
            records: Arc::new(records),
            language,
            names,
            output,
            radars: order.iter().map(|_| OnceLock::new()).collect(),
            volumes: volumes(&people.iter().map(|person| person.school).collect::<Vec<_>>()),
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
            all_problems,
            outcome,
            department: Arc::new(department),
        }))
    }

    /// The jobs for the requested documents.
    pub(super) fn jobs(&self) -> Vec<Job> {
        let mut jobs: Vec<Job> = Vec::new();
        let everything = self.request.only.is_empty();
        // The longest jobs first, so that the other threads don't wait for them at the end.
        if self.makes_booklet() {
            jobs.extend((0..self.volumes.len()).map(Job::Volume));
            // With volumes, it is made when they are, since it names their pages.
            if self.volumes.is_empty() {
                jobs.push(Job::Booklet);
            }
        }
        if everything && self.request.edition.public() {
            jobs.push(Job::PublicBooklet);
        }
        if self.department.whole && self.makes_strategic_plan() {
            jobs.push(Job::StrategicPlan);
        }
        jobs.extend(self.school_booklets().into_iter().map(Job::SchoolBooklet));
        let chosen = &self.selection.chosen;
        jobs.extend(chosen.iter().map(|&i| Job::Plan(i)));
        if self.request.preparations {
            jobs.extend(chosen.iter().map(|&i| Job::Preparation(i)));
        }
        let follow_ups = || chosen.iter().copied();
        jobs.extend(follow_ups().filter(|&i| self.makes(DocumentNames::follow_up, i)).map(Job::FollowUp));
        jobs.extend(follow_ups().filter(|&i| self.makes(DocumentNames::calendar, i)).map(Job::Calendar));
        if self.request.charts {
            jobs.extend(chosen.iter().map(|&i| Job::Chart(i)));
        }
        if self.request.print && self.department.whole {
            jobs.extend(self.prints().into_iter().map(Job::Print));
        }
        if everything {
            jobs.extend(self.programme_jobs().into_iter().map(Job::Programme));
        }
        if self.request.blank && (everything || !chosen.is_empty()) {
            jobs.push(Job::BlankForm);
        }
        jobs
    }

    /// The files to print: one for each school of which everybody is selected, and one for the
    /// department, or for each of its volumes.
    fn prints(&self) -> Vec<Print> {
        let settings = &self.department.settings;
        let chosen: BTreeSet<usize> = self.selection.chosen.iter().copied().collect();
        let names = self.names.prints_of_schools(settings);
        let schools = settings.schools.iter().zip(names).enumerate().map(|(i, (school, name))| {
            let people = (0..self.order.len()).filter(|&number| self.person(number).school.0 == i);
            Print { name, place: school.name.clone(), people: people.collect() }
        });
        let all = if self.volumes.is_empty() {
            let people = (0..self.order.len()).collect();
            vec![Print { name: self.names.print_of_all(), place: settings.name.clone(), people }]
        } else {
            let parts = self.names.parts_of_print(settings, self.volumes.len()).zip(&self.volumes);
            parts
                .map(|((place, name), people)| Print { name, place, people: people.clone().collect() })
                .collect()
        };
        let is_selected = |print: &Print| {
            !print.people.is_empty() && print.people.iter().all(|number| chosen.contains(number))
        };
        all.into_iter().filter(|_| self.request.only.is_empty()).chain(schools).filter(is_selected).collect()
    }

    /// Whether a person's document for the follow-up is requested, or was made before and must not
    /// be outdated.
    fn makes(&self, name: fn(DocumentNames, &str) -> String, number: usize) -> bool {
        let file = &self.person(number).file.name;
        self.request.follow_ups
            || in_every_language(|names| name(names, file)).iter().any(|name| self.output.owns(name))
    }

    /// The documents about programmes. A closing page is made once a cohort is closed.
    fn programme_jobs(&self) -> Vec<ProgrammeJob> {
        let mut jobs = Vec::new();
        for (p, programme) in self.department.programmes.all.iter().enumerate() {
            if !programme.waiting.is_empty() {
                jobs.push(ProgrammeJob::WaitingList(p));
            }
            for (c, cohort) in programme.cohorts.iter().enumerate() {
                let is_made = |document: &CohortDocument| match document {
                    CohortDocument::TermSheets => true,
                    CohortDocument::Attendance | CohortDocument::Lacking => !cohort.participants.is_empty(),
                    CohortDocument::Closing => cohort.is_closed(Some(self.request.today)),
                };
                let documents = CohortDocument::VARIANTS.iter().copied().filter(is_made);
                jobs.extend(documents.map(|document| ProgrammeJob::Cohort(p, c, document)));
                jobs.extend((0..cohort.participants.len()).map(|person| ProgrammeJob::Card(p, c, person)));
                if !cohort.sessions.is_empty() {
                    jobs.push(ProgrammeJob::Calendar(p, c));
                }
            }
        }
        jobs
    }

    fn programme_document_name(&self, job: ProgrammeJob) -> String {
        let all = &self.department.programmes.all;
        match job {
            ProgrammeJob::WaitingList(p) => self.names.waiting_list(&all[p]),
            ProgrammeJob::Cohort(p, c, document) => {
                self.names.cohort_document(&all[p], &all[p].cohorts[c], document)
            }
            ProgrammeJob::Calendar(p, c) => self.names.cohort_calendar(&all[p], &all[p].cohorts[c]),
            ProgrammeJob::Card(p, c, person) => self.names.card(&all[p], &all[p].cohorts[c], person),
        }
    }

    /// The earlier documents about programmes that this run has not made, but not of programmes and
    /// cohorts whose files have errors. Diplomas stay as long as their participants are in the folder.
    fn obsolete_programme_documents(&self) -> Vec<String> {
        let programmes = &self.department.programmes;
        if !programmes.broken.is_empty() || !self.department.whole {
            return Vec::new();
        }
        let made = self.programme_jobs().into_iter().map(|job| self.programme_document_name(job));
        let diplomas = programmes.cohorts().flat_map(|(programme, cohort)| {
            (0..cohort.participants.len()).map(|person| self.names.diploma(programme, cohort, person))
        });
        let kept: BTreeSet<String> = made.chain(diplomas).collect();
        let mut listed = self.output.listed();
        listed.retain(|name| is_of_programme(name) && !kept.contains(name));
        listed
    }

    fn makes_strategic_plan(&self) -> bool {
        self.request.only.is_empty() && !self.order.is_empty()
    }

    fn makes_booklet(&self) -> bool {
        self.department.whole && self.makes_strategic_plan() && self.request.edition.internal()
    }

    /// The schools whose booklets are requested, or were made before and must not be outdated.
    fn school_booklets(&self) -> Vec<SchoolIndex> {
        if !self.makes_booklet() {
            return Vec::new();
        }
        let is_wanted = |school: &SchoolIndex| {
            self.request.per_school
                || self.output.owns(&self.names.school_booklet(*school, &self.department.settings))
        };
        let schools: BTreeSet<SchoolIndex> = self.people().map(|person| person.school).collect();
        schools.into_iter().filter(is_wanted).collect()
    }

    /// The requested documents that cover the whole department.
    fn of_all(&self) -> Vec<String> {
        if !self.makes_strategic_plan() {
            return Vec::new();
        }
        let booklet = self.request.edition.internal().then(|| self.names.booklet());
        booklet.into_iter().chain([self.names.strategic_plan()]).collect()
    }

    /// The requested department-wide documents that would be silently incomplete.
    fn refused(&self) -> Vec<PathBuf> {
        if self.department.whole {
            return Vec::new();
        }
        let prints = if self.request.print { self.prints() } else { Vec::new() };
        self.of_all()
            .into_iter()
            .chain(prints.into_iter().map(|print| print.name))
            .map(|name| self.request.out.join(name))
            .collect()
    }

    /// The person at an index of the booklet's order.
    pub(super) fn person(&self, number: usize) -> &Profile {
        &self.department.people[self.order[number]]
    }

    /// The people in the booklet's order.
    pub(super) fn people(&self) -> impl Iterator<Item = &Profile> + Clone {
        self.order.iter().map(|&person| &self.department.people[person])
    }

    fn plan_path(&self, number: usize) -> PathBuf {
        self.request.out.join(self.names.plan(&self.person(number).file.name))
    }

    fn make(&self, job: &Job) -> (String, Result<WriteOutcome, FailureReason>) {
        let file = |&number: &usize| self.person(number).file.name.as_str();
        let name = match job {
            Job::Booklet => self.names.booklet(),
            Job::Volume(volume) => self.names.volume(volume + 1),
            Job::SchoolBooklet(school) => self.names.school_booklet(*school, &self.department.settings),
            Job::StrategicPlan => self.names.strategic_plan(),
            Job::PublicBooklet => self.names.public_booklet(),
            Job::Plan(number) => self.names.plan(file(number)),
            Job::Preparation(number) => self.names.preparation(file(number)),
            Job::FollowUp(number) => self.names.follow_up(file(number)),
            Job::Calendar(number) => self.names.calendar(file(number)),
            Job::Programme(job) => self.programme_document_name(*job),
            Job::Chart(number) => self.names.chart(file(number)),
            Job::BlankForm => self.names.blank_form(),
            Job::Print(print) => print.name.clone(),
        };
        let made = match job {
            Job::Booklet => self.booklet(&name),
            Job::Volume(volume) => self.volume(*volume, &name),
            Job::SchoolBooklet(school) => self.school_booklet(*school, &name),
            Job::StrategicPlan => self.strategic_plan(&name),
            Job::PublicBooklet => Ok(self.public_booklet()),
            Job::Plan(number) => self.plan(*number, &name),
            Job::Preparation(number) => self.preparation(*number, &name),
            Job::FollowUp(number) => self.follow_up(*number, &name),
            Job::Calendar(number) => self.calendar(*number, &name),
            Job::Chart(number) => self.chart(*number, &name),
            Job::BlankForm => self.blank_form(&name),
            Job::Programme(job) => self.programme_document(*job, &name),
            Job::Print(print) => {
                if print.people.len() > LARGE_PRINT {
                    // What other documents left in the cache would come on top of it.
                    evict_all();
                }
                self.print(print)
            }
        };
        (name, made)
    }

    /// Makes, keeps or withdraws the public booklet; its outcome reports which.
    fn update_public_booklet(&self) -> Option<PublicationOutcome> {
        let _timing = progress::begin(Step::Public);
        publication::update(self.request, Some(&self.department), &self.reading, self.language, &self.output)
    }

    fn public_booklet(&self) -> WriteOutcome {
        let edition = self.update_public_booklet();
        let built = edition.as_ref().is_some_and(|edition| edition.state == PublicationState::Built);
        *self.public.lock().unwrap_or_else(PoisonError::into_inner) = Some(edition);
        if built { WriteOutcome::Written } else { WriteOutcome::UpToDate }
    }

    /// Cleans up after the last job and returns the outcome of the run.
    fn end(&self) -> Result<Outcome, BuildError> {
        if self.makes_booklet() && !self.volumes.is_empty() {
            // What the last documents left in the cache is of no use to it.
            evict_all();
            self.work(Job::Booklet);
        }
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
                .then(|| self.request.out.join(self.names.strategic_plan())),
            unknown_edition: self
                .unknown_edition
                .load(Ordering::Acquire)
                .then(|| self.request.out.join(self.names.strategic_plan())),
            ..Built::default()
        };
        self.clear_away(&mut built);
        self.clear_prints(&mut built);
        built.kept = self.output.kept();
        self.corrections(&problems, &mut built);
        built.failures.sort_by(|a, b| a.path.cmp(&b.path));
        self.output.close().map_err(BuildError::Out)?;
        let snapshot = self.request.keep_snapshot.then(|| Snapshot {
            department: Some(Arc::clone(&self.department)),
            records: Arc::clone(&self.records),
            problems: self.all_problems.clone(),
            language: self.language,
        });
        Ok(Outcome { problems, snapshot, language: self.language, built: Some(built), public })
    }

    /// Removes the documents of people who are no longer in the folder, and records the plans
    /// that are out of date. If part of the folder was unreadable, a person may only seem to be
    /// gone, so nothing is removed.
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
                    .filter(|file| !file_names::is_reserved(file_names::stem(&file.name))),
            )
            .flat_map(|file| {
                let plan = |names: DocumentNames| names.plan(&file.name);
                let preparation = |names: DocumentNames| names.preparation(&file.name);
                let follow_up = |names: DocumentNames| names.follow_up(&file.name);
                let names = [self.own_or_earlier(plan), self.own_or_earlier(preparation)];
                names.into_iter().flatten().chain(self.own_or_earlier(follow_up))
            })
            .chain(self.own_or_earlier(DocumentNames::blank_form))
            .map(|name| without_ending(&name).to_owned())
            .collect();
        for name in self.obsolete_parts().into_iter().chain(self.obsolete_programme_documents()) {
            match self.output.delete(&name) {
                Ok(_) => built.removed.push(self.request.out.join(&name)),
                Err(error) => {
                    built
                        .failures
                        .push(FileFailure { path: self.request.out.join(&name), reason: error.into() });
                }
            }
        }
        let replaced = [DocumentNames::booklet, DocumentNames::strategic_plan].into_iter().flat_map(|name| {
            let current = self.own_or_earlier(name);
            in_every_language(name).into_iter().filter(move |earlier| !current.contains(earlier))
        });
        let replaced: BTreeSet<String> = replaced.collect();
        for name in self.output.listed() {
            let is_obsolete = is_in(&name, DocumentNames::plans) && !stems.contains(without_ending(&name));
            if !is_obsolete && !replaced.contains(&name) {
                continue;
            }
            match self
                .keep_if_altered(&name)
                .and_then(|kept| if kept { Ok(false) } else { self.output.delete(&name) })
            {
                Ok(true) => built.removed.push(self.request.out.join(&name)),
                Ok(false) => {}
                Err(error) => {
                    built
                        .failures
                        .push(FileFailure { path: self.request.out.join(&name), reason: error.into() });
                }
            }
        }
    }

    /// The name of a document in the department's language, and until that exists also those in
    /// other languages, which earlier runs may have given it.
    fn own_or_earlier(&self, name: impl Fn(DocumentNames) -> String) -> Vec<String> {
        let own = name(self.names);
        if self.output.has(&own) { vec![own] } else { in_every_language(name) }
    }

    /// Removes earlier files to print that this run has not made and that are not current: they hold
    /// remarks, perhaps of somebody who has left.
    fn clear_prints(&self, built: &mut Built) {
        if !self.department.whole || self.request.print && !self.request.only.is_empty() {
            return;
        }
        let prints = self.prints();
        let is_obsolete = |name: &String| match prints.iter().find(|print| print.name == *name) {
            Some(_) if self.request.print => false,
            Some(print) => !self.is_current_print(print).unwrap_or_default(),
            // A run limited to some people knows nothing of the others.
            None => self.request.only.is_empty(),
        };
        for name in self.output.listed().into_iter().filter(|name| is_print(name)).filter(is_obsolete) {
            match self.output.delete(&name) {
                Ok(true) => built.removed.push(self.request.out.join(&name)),
                Ok(false) => {}
                Err(error) => {
                    built
                        .failures
                        .push(FileFailure { path: self.request.out.join(&name), reason: error.into() });
                }
            }
        }
    }

    /// The volumes and schools' booklets of earlier runs that this one, which made the internal
    /// booklet, did not make.
    fn obsolete_parts(&self) -> Vec<String> {
        if !self.makes_booklet() {
            return Vec::new();
        }
        let volumes = (0..self.volumes.len()).map(|volume| self.names.volume(volume + 1));
        let schools = self.school_booklets();
        let schools =
            schools.iter().map(|school| self.names.school_booklet(*school, &self.department.settings));
        let made: BTreeSet<String> = volumes.chain(schools).collect();
        let mut listed = self.output.listed();
        listed.retain(|name| is_volume(name) || is_school_booklet(name));
        listed.retain(|name| !made.contains(name));
        listed
    }

    /// Moves an obsolete document aside instead of deleting it, if it was edited by hand.
    fn keep_if_altered(&self, name: &str) -> Result<bool, OutputError> {
        let kind = match name.strip_suffix(".pdf") {
            // A booklet may show somebody who withdrew.
            Some(_) if !is_in(name, DocumentNames::plans) => return Ok(false),
            Some(stem) if file_names::without_preparation(stem).is_some() => DocumentKind::Preparation,
            Some(stem) if file_names::without_follow_up(stem).is_some() => DocumentKind::FollowUp,
            Some(_) => DocumentKind::Plan,
            // A chart or a calendar.
            None => return Ok(false),
        };
        let templates = self.request.templates;
        self.output.keep_if_altered(name, None, |there| is_as_made(there, kind, templates))
    }

    /// The existing documents of the profile `file` from earlier runs.
    fn earlier_documents(&self, file: &str) -> Vec<String> {
        // A reserved name belongs to another document.
        if file_names::is_reserved(file_names::stem(file)) {
            return Vec::new();
        }
        let mut documents = in_every_language(|names| names.plan(file));
        for name in [DocumentNames::preparation, DocumentNames::follow_up, DocumentNames::calendar] {
            documents.extend(in_every_language(|names| name(names, file)));
        }
        documents.retain(|name| self.output.has(name));
        documents
    }

    fn corrections(&self, problems: &Problems, built: &mut Built) {
        let has_plan = |file: &str| {
            let earlier = self.earlier_documents(file);
            in_every_language(|names| names.plan(file)).iter().any(|plan| earlier.contains(plan))
        };
        let people = self.department.people.iter().map(|person| &person.file);
        let views = self.department.leader_views.values().map(|view| &view.file);
        let all = people.chain(&self.department.broken).chain(views);
        let chosen: Vec<&Profile> = self.selection.chosen.iter().map(|&number| self.person(number)).collect();
        // Files outside the selection keep their correction files.
        let concerns =
            |file: &&Arc<SourceFile>| selection::concerns(file, self.request.only, &chosen, &self.department);
        let known: Vec<String> = all.filter(concerns).map(|file| file.name.clone()).collect();
        // So do profiles in folders that were unreadable.
        let covers_all = self.request.only.is_empty() && self.department.complete;
        let of = if covers_all { Files::All(&known) } else { Files::These(&known) };
        let guest = self.request.corrections.map(Output::guest);
        let (output, root) = match (&guest, self.request.corrections) {
            (Some(guest), Some(root)) => (guest, root),
            _ => (&self.output, self.request.out),
        };
        let called = CorrectionNames { names: self.names, in_folder: guest.is_none() };
        let corrections = corrections::write(output, called, problems, of, self.language, has_plan);
        built.corrections.extend(corrections.written.iter().map(|name| root.join(name)));
        let elsewhere = |name: &String| root.join(name).display().to_string();
        let now = if guest.is_some() {
            corrections.written.iter().map(elsewhere).collect()
        } else {
            BTreeSet::new()
        };
        let selected = known.iter().flat_map(|file| in_every_language(|names| names.correction(file)));
        let selected: BTreeSet<String> = selected.map(|name| elsewhere(&name)).collect();
        let is_about = |path: &String| covers_all || selected.contains(path);
        let before = self.output.exchange_corrections_elsewhere(&now, is_about);
        for old in before.difference(&now) {
            // The person is gone or the problems are fixed. Only files with the program's mark are
            // removed, so nothing is lost if this fails.
            if let (Some(folder), Some(name)) = (Path::new(old).parent(), Path::new(old).file_name()) {
                let _ = Output::guest(folder).delete(&name.to_string_lossy());
            }
        }
        built.failures.extend(
            corrections
                .failures
                .into_iter()
                .map(|(name, error)| FileFailure { path: root.join(name), reason: error.into() }),
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
            // Charts and calendars don't count as documents.
            Ok(made) if matches!(job, Job::Chart(_) | Job::Calendar(_)) => made == WriteOutcome::Written,
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
                failures.push(FileFailure { path: self.request.out.join(name), reason });
                true
            }
        }
    }

    fn weight(job: &Job) -> usize {
        match job {
            Job::Volume(_) => DOCUMENTS_BETWEEN_EVICTIONS,
            Job::SchoolBooklet(_) => DOCUMENTS_BETWEEN_EVICTIONS / 2,
            Job::Print(print) => print.people.len(),
            _ => 1,
        }
    }

    fn is_long(&self, job: &Job) -> bool {
        match job {
            Job::Booklet => true,
            Job::PublicBooklet => !volumes::are_needed(self.department.consenting.len()),
            // Schools' files follow each other, and the cache would grow until the last.
            Job::Print(print) => print.people.len() > PEOPLE_IN_A_VOLUME,
            _ => false,
        }
    }

    fn close(&self) {
        let _ = self.outcome.set(self.end());
    }
}

/// The path of a document without its ending.
pub(super) fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
