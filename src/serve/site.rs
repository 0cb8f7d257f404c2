//! The site: an immutable snapshot of all departments as last read and built.
//!
//! Addresses contain no names or paths. People and documents have ids that only this run can
//! compute; an id is looked up, never parsed.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use strum::VariantArray;
use tokio::sync::watch;

use super::figures::Figures;
use crate::agreement::signature_status::Records;
use crate::analysis::status::{DepartmentStatus, status_of};
use crate::chart::palette::Palette;
use crate::department::Department;
use crate::department::person::owner_of;
use crate::department::values::Colour;
use crate::language::Language;
use crate::problem::excerpt::shown;
use crate::problem::render::words;
use crate::problem::{Problem, Severity};
use crate::public::Editions;
use crate::run::targets::Target;
use crate::run::{
    CohortDocument, DocumentNames, Outcome, PartOfAll, PublicationState, Snapshot, in_every_language,
    selection,
};
use crate::source::spelling::fold;
use crate::source::{SourceFile, file_names};

/// A snapshot of everything that the pages show.
#[derive(Clone, Default)]
pub(crate) struct Site {
    /// Incremented with every change.
    pub(super) revision: u64,
    /// Whether the first build has finished.
    pub(super) ready: bool,
    /// Whether the watched folder is missing.
    pub(super) gone: bool,
    pub(super) is_used_twice: bool,
    /// Whether files can be changed on the pages.
    pub(super) is_writable: bool,
    /// Notes on the folder as a whole.
    pub(super) notes: Vec<SiteMessage>,
    /// The departments, sorted by folder.
    pub(super) departments: Vec<Arc<DepartmentPages>>,
    today: Option<Date>,
}

/// A message for the reader, with its hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SiteMessage {
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// A department as last read and built.
pub(super) struct DepartmentPages {
    pub id: String,
    /// The department's name, or the folder's if that is unreadable.
    pub name: String,
    pub language: &'static Language,
    /// The department's folder.
    pub folder: PathBuf,
    /// The leader's private folder.
    pub leader: Option<PathBuf>,
    /// The department's colour, dark enough for text.
    pub accent: Colour,
    pub documents: Vec<Download>,
    /// Documents that could not be made, and why.
    pub notes: Vec<SiteMessage>,
    /// Problems in files that belong to no person.
    pub problems: Vec<ProblemView>,
    /// The people on the pages, by file name.
    pub people: BTreeMap<String, PersonPages>,
    /// `None` if the department is unusable.
    read: Option<(Arc<Department>, Arc<Records>)>,
    /// Computed on first use.
    figures: OnceLock<Option<Figures>>,
}

/// A person's documents and problems.
#[derive(Default)]
pub(super) struct PersonPages {
    pub id: String,
    pub plan: Option<Download>,
    pub preparation: Option<Download>,
    pub follow_up: Option<Download>,
    pub calendar: Option<Download>,
    /// Whether the existing plan is out of date.
    pub is_out_of_date: bool,
    /// Problems in the profile and in the files beside it.
    pub problems: Vec<ProblemView>,
}

/// A document to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Download {
    pub id: String,
    /// The message key of the title.
    pub title: &'static str,
    /// The school, the cohort, or the number of the volume, if the title needs it.
    pub about: Option<String>,
    pub path: PathBuf,
    /// The revision in which it was last made, which keeps browsers from reusing an older one.
    pub stamp: u64,
}

/// A problem in words, with the line that it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ProblemView {
    pub severity: Severity,
    /// The severity in words.
    pub level: String,
    pub message: String,
    pub hint: String,
    /// The corrected line, if known.
    pub corrected: Option<String>,
    pub file: String,
    /// `None` for problems of a whole file.
    pub line: Option<LineView>,
}

/// A line with a marked part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LineView {
    /// From 1.
    pub number: usize,
    pub before: String,
    pub marked: String,
    pub after: String,
}

impl ProblemView {
    /// The CSS class of the severity.
    pub(super) fn class(&self) -> &'static str {
        match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }

    /// The texts of `problem`; `department` is its folder if there are several.
    pub(super) fn of(problem: &Problem, department: &str, language: &Language) -> Self {
        let words = words(problem, language);
        let line = shown(problem).excerpt.map(|excerpt| LineView {
            number: excerpt.line,
            before: excerpt.text[..excerpt.mark.start].to_owned(),
            marked: excerpt.text[excerpt.mark.clone()].to_owned(),
            after: excerpt.text[excerpt.mark.end..].to_owned(),
        });
        Self {
            severity: problem.severity,
            level: words.level,
            message: words.message,
            hint: words.hint,
            corrected: words.corrected,
            file: problem.place.file.name_in(department),
            line,
        }
    }
}

impl Site {
    /// A new revision with the warning that the one-time token was used twice.
    #[must_use]
    pub(super) fn used_twice(&self) -> Self {
        Self { is_used_twice: true, revision: self.revision + 1, ..self.clone() }
    }

    pub(super) fn department(&self, id: &str) -> Option<&DepartmentPages> {
        self.departments.iter().map(Arc::as_ref).find(|department| department.id == id)
    }

    /// The person with an id, with the department and the profile's file name.
    pub(super) fn person(&self, id: &str) -> Option<(&DepartmentPages, &str, &PersonPages)> {
        self.departments.iter().find_map(|department| {
            let (file, person) = department.people.iter().find(|(_, person)| person.id == id)?;
            Some((department.as_ref(), file.as_str(), person))
        })
    }

    pub(super) fn document(&self, id: &str) -> Option<&Download> {
        self.departments.iter().find_map(|department| {
            let of_people = department
                .people
                .values()
                .flat_map(|person| [&person.plan, &person.preparation, &person.follow_up, &person.calendar]);
            department.documents.iter().chain(of_people.flatten()).find(|document| document.id == id)
        })
    }

    /// The reference day for the pages.
    pub(super) fn today(&self) -> Date {
        self.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}

impl DepartmentPages {
    /// The progress of the people on the pages.
    pub(super) fn status(&self, today: Date) -> Option<DepartmentStatus> {
        let (department, records) = self.read.as_ref()?;
        Some(status_of(department, records, today, self.language, |file| {
            self.people.contains_key(&file.name)
        }))
    }

    /// The department's figures on the day `on`, if the pages have any. Each rebuild computes them anew,
    /// so the day is that of the last.
    pub(super) fn figures(&self, on: Date) -> Option<&Figures> {
        let compute = || {
            let (department, _) = self.read()?;
            let is_shown = |file: &str| self.people.contains_key(file);
            Figures::of(department, &is_shown, &self.status(on)?, self.language, on)
        };
        self.figures.get_or_init(compute).as_ref()
    }

    pub(super) fn read(&self) -> Option<(&Department, &Records)> {
        self.read.as_ref().map(|(department, records)| (department.as_ref(), records.as_ref()))
    }
}

/// The options that decide what the pages show.
#[derive(Clone, Default)]
pub(crate) struct BuildScope {
    /// Limits the pages to these people; empty shows all.
    pub only: Vec<String>,
    /// The booklets that are built.
    pub edition: Editions,
    /// Whether preparation sheets are built.
    pub preparations: bool,
    /// Whether the blank form is built.
    pub blank: bool,
    /// Overrides the system's day.
    pub today: Option<Date>,
    /// Whether files can be changed on the pages.
    pub is_writable: bool,
}

/// The result of rebuilding a department.
pub(crate) struct DepartmentUpdate<'a> {
    /// The department's folders.
    pub target: &'a Target,
    /// `None` if the folder is unreadable.
    pub snapshot: Option<Snapshot>,
    /// `None` if nothing could be built.
    pub outcome: Option<&'a Outcome>,
    /// Documents that could not be made, and why.
    pub notes: Vec<SiteMessage>,
}

/// Builds and publishes the site, one revision after another.
pub(crate) struct SiteBuilder {
    scope: BuildScope,
    language: &'static Language,
    /// The key of the keyed hash behind ids.
    key: [u8; blake3::KEY_LEN],
    site: Site,
    departments: BTreeMap<String, Arc<DepartmentPages>>,
    /// The revision in which each document was last made.
    stamps: HashMap<PathBuf, u64>,
    publisher: watch::Sender<Arc<Site>>,
}

impl SiteBuilder {
    /// An empty site and the receiver of its revisions. `language` is for unreadable departments.
    ///
    /// # Errors
    /// If the system has no random bytes.
    pub(crate) fn new(
        scope: BuildScope,
        language: &'static Language,
    ) -> Result<(Self, watch::Receiver<Arc<Site>>), getrandom::Error> {
        let mut key = [0; blake3::KEY_LEN];
        getrandom::fill(&mut key)?;
        let site = Site { today: scope.today, is_writable: scope.is_writable, ..Site::default() };
        let (publisher, receiver) = watch::channel(Arc::new(site.clone()));
        let departments = BTreeMap::new();
        Ok((Self { scope, language, key, site, departments, stamps: HashMap::new(), publisher }, receiver))
    }

    /// Publishes that the watched folder is missing.
    pub(crate) fn gone(&mut self) {
        self.site.gone = true;
        self.publish();
    }

    /// Publishes rebuilt departments and removes those that are no longer in `all`.
    pub(crate) fn built(
        &mut self,
        all: &[Target],
        updates: Vec<DepartmentUpdate<'_>>,
        notes: Vec<SiteMessage>,
    ) {
        self.site.ready = true;
        self.site.gone = false;
        self.site.notes = notes;
        let there: BTreeSet<&str> = all.iter().map(|target| target.department.as_str()).collect();
        self.departments.retain(|department, _| there.contains(department.as_str()));
        for update in updates {
            let department = update.target.department.clone();
            let pages = self.department(update);
            self.departments.insert(department, Arc::new(pages));
        }
        self.site.departments = self.departments.values().cloned().collect();
        self.publish();
    }

    fn publish(&mut self) {
        self.site.revision += 1;
        self.publisher.send_replace(Arc::new(self.site.clone()));
    }

    fn department(&mut self, update: DepartmentUpdate<'_>) -> DepartmentPages {
        let DepartmentUpdate { target, snapshot, outcome, notes } = update;
        self.stamp(outcome);
        let language = snapshot.as_ref().map_or(self.language, |snapshot| snapshot.language);
        let mut people = BTreeMap::new();
        let mut problems = Vec::new();
        let mut read = None;
        if let Some(Snapshot { department, records, problems: all_problems, .. }) = snapshot {
            if let Some(department) = &department {
                people = self.people(department, target, outcome);
            }
            let all_profiles: BTreeSet<&str> =
                department.iter().flat_map(|department| all_profiles(department)).collect();
            for problem in all_problems.iter() {
                let name = problem.place.file.name.as_str();
                let stem = file_names::profile_of(name).unwrap_or(file_names::stem(name));
                let owner_of = people.iter_mut().find(|(file, _)| file_names::stem(file) == stem);
                let view = || ProblemView::of(problem, &target.department, language);
                match owner_of {
                    Some((_, person)) => person.problems.push(view()),
                    // The person is not on the pages.
                    None if all_profiles.contains(stem) => {}
                    None => problems.push(view()),
                }
            }
            read = department.map(|department| (department, records));
        }
        let settings = read.as_ref().map(|(department, _)| &department.settings);
        let in_folder = || target.folder.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = settings.map(|settings| settings.name.clone());
        DepartmentPages {
            id: self.id("department", &target.department, ""),
            name: name.or_else(in_folder).unwrap_or_default(),
            language,
            folder: target.folder.clone(),
            leader: target.leader.clone(),
            accent: settings.map_or_else(Palette::default, Palette::of).accent,
            documents: self.documents(target, outcome),
            notes,
            problems,
            people,
            read,
            figures: OnceLock::new(),
        }
    }

    /// The people on the pages.
    fn people(
        &self,
        department: &Department,
        target: &Target,
        outcome: Option<&Outcome>,
    ) -> BTreeMap<String, PersonPages> {
        let only = &self.scope.only;
        let is_meant = |file: &SourceFile, whose: selection::SelectionNames<'_>| {
            only.is_empty() || only.iter().any(|who| selection::is_whose(file, whose, who))
        };
        let mut people = BTreeMap::new();
        let names = DocumentNames::of(department);
        for person in &department.people {
            let file = &person.file;
            if is_meant(file, selection::SelectionNames::of(person, department)) {
                let preparation =
                    || self.document(target, outcome, names.preparation(&file.name), "serve-the-preparation");
                let pages = PersonPages {
                    id: self.id("person", &target.department, &file.name),
                    plan: self.document(target, outcome, names.plan(&file.name), "serve-the-plan"),
                    preparation: self.scope.preparations.then(preparation).flatten(),
                    follow_up: self.document(
                        target,
                        outcome,
                        names.follow_up(&file.name),
                        "serve-the-follow-up",
                    ),
                    calendar: self.document(
                        target,
                        outcome,
                        names.calendar(&file.name),
                        "serve-calendar-file",
                    ),
                    ..PersonPages::default()
                };
                people.insert(file.name.clone(), pages);
            }
        }
        let previous = self.departments.get(&target.department);
        for file in &department.broken {
            let owner = owner_of(file);
            let whose = selection::SelectionNames::unreadable(
                owner.name.as_deref(),
                owner.school.as_deref(),
                department,
            );
            // The error may be in the name or school that identified the person.
            let is_known = previous.is_some_and(|before| before.people.contains_key(&file.name))
                || is_in_folder(file, only);
            if is_known || is_meant(file, whose) {
                let earlier = in_every_language(|names| names.plan(&file.name));
                let built = outcome.and_then(|outcome| outcome.built.as_ref());
                let is_earlier = |path: &PathBuf| earlier.iter().any(|name| target.out.join(name) == *path);
                let pages = PersonPages {
                    id: self.id("person", &target.department, &file.name),
                    is_out_of_date: built.is_some_and(|built| built.out_of_date.iter().any(is_earlier)),
                    ..PersonPages::default()
                };
                people.insert(file.name.clone(), pages);
            }
        }
        people
    }

    /// The department-wide documents that are current.
    fn documents(&self, target: &Target, outcome: Option<&Outcome>) -> Vec<Download> {
        let everything = self.scope.only.is_empty();
        let public = outcome.and_then(|outcome| outcome.public.as_ref());
        let has_public = public.is_some_and(|public| {
            matches!(public.state, PublicationState::Built | PublicationState::UpToDate)
        });
        let department = outcome.and_then(|outcome| outcome.snapshot.as_ref()?.department.as_deref());
        let names = department.map(DocumentNames::of).unwrap_or_default();
        let wanted = [
            (everything && self.scope.edition.internal(), names.booklet(), "serve-the-booklet"),
            (everything, names.strategic_plan(), "serve-the-strategic-plan"),
            (has_public, names.public_booklet(), "serve-the-public-booklet"),
            (self.scope.blank, names.blank_form(), "serve-the-blank-form"),
        ];
        let wanted = wanted.into_iter().filter(|(wanted, _, _)| *wanted);
        let wanted = wanted.filter_map(|(_, name, title)| self.document(target, outcome, name, title));
        let is_internal = self.scope.edition.internal();
        // Otherwise they are not kept current.
        let department = department.filter(|department| everything && department.whole);
        let parts = department.into_iter().flat_map(|department| {
            let parts = names.parts(department).into_iter();
            let parts = parts.filter(|(part, _)| match part {
                PartOfAll::PublicVolume(_) => has_public,
                PartOfAll::Print(_) => true,
                PartOfAll::Volume(_) | PartOfAll::SchoolBooklet(_) => is_internal,
            });
            parts.filter_map(|(part, name)| {
                let (title, about) = match part {
                    PartOfAll::Volume(number) => ("serve-the-volume", number.to_string()),
                    PartOfAll::PublicVolume(number) => ("serve-the-public-volume", number.to_string()),
                    PartOfAll::SchoolBooklet(school) => ("serve-the-school-booklet", school),
                    PartOfAll::Print(place) => ("serve-the-print", place),
                };
                let document = self.document(target, outcome, name, title)?;
                Some(Download { about: Some(about), ..document })
            })
        });
        let cohorts = department.into_iter().flat_map(|of| self.cohort_documents(target, outcome, of));
        wanted.chain(parts).chain(cohorts).collect()
    }

    /// The current documents about the cohorts of `department`.
    fn cohort_documents(
        &self,
        target: &Target,
        outcome: Option<&Outcome>,
        department: &Department,
    ) -> Vec<Download> {
        if !self.scope.only.is_empty() {
            return Vec::new();
        }
        let names = DocumentNames::of(department);
        let mut documents = Vec::new();
        for (programme, cohort) in department.programmes.cohorts() {
            for &kind in CohortDocument::VARIANTS {
                let name = names.cohort_document(programme, cohort, kind);
                let title = match kind {
                    CohortDocument::TermSheets => "serve-the-term-sheets",
                    CohortDocument::Attendance => "serve-the-attendance-list",
                    CohortDocument::Lacking => "serve-the-lacking",
                    CohortDocument::Closing => "serve-the-closing-page",
                };
                let document = self.document(target, outcome, name, title);
                let about = format!("{}, {}", programme.name, cohort.name);
                documents.extend(document.map(|document| Download { about: Some(about), ..document }));
            }
        }
        documents
    }

    /// The document `name`, if it is current.
    fn document(
        &self,
        target: &Target,
        outcome: Option<&Outcome>,
        name: String,
        title: &'static str,
    ) -> Option<Download> {
        let built = outcome?.built.as_ref()?;
        let path = target.out.join(&name);
        let missed = built.refused.contains(&path)
            || built.out_of_date.contains(&path)
            || built.failures.iter().any(|failure| failure.path == path);
        // Links and folders of this name are not followed.
        let is_file = |path: &Path| path.symlink_metadata().is_ok_and(|data| data.is_file());
        (!missed && is_file(&path)).then(|| Download {
            id: self.id("document", &target.department, &name),
            title,
            about: None,
            stamp: self.stamps.get(&path).copied().unwrap_or_default(),
            path,
        })
    }

    /// Records which documents are new in the next revision.
    fn stamp(&mut self, outcome: Option<&Outcome>) {
        let revision = self.site.revision + 1;
        let built = outcome.and_then(|outcome| outcome.built.as_ref());
        let public = outcome.and_then(|outcome| outcome.public.as_ref());
        let public =
            public.filter(|public| public.state == PublicationState::Built).map(|public| &public.path);
        let made = built.into_iter().flat_map(|built| &built.made).chain(public);
        self.stamps.extend(made.map(|path| (path.clone(), revision)));
    }

    fn id(&self, kind: &str, department: &str, name: &str) -> String {
        let mut hasher = blake3::Hasher::new_keyed(&self.key);
        for part in [kind, department, name] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        hasher.finalize().to_hex()[..32].to_owned()
    }
}

/// Whether a folder above the file has a name in `only`.
fn is_in_folder(file: &SourceFile, only: &[String]) -> bool {
    let folders = Path::new(&file.name).parent().into_iter().flat_map(Path::iter);
    let mut folders = folders.map(|folder| fold(&folder.to_string_lossy()));
    folders.any(|folder| only.iter().any(|who| fold(who) == folder))
}

/// The profiles of a department, valid or not, as paths without extension.
fn all_profiles(department: &Department) -> impl Iterator<Item = &str> {
    let sound = department.people.iter().map(|person| &person.file);
    sound.chain(&department.broken).map(|file| file_names::stem(&file.name))
}
