//! What the pages show: each department as it was last read, and its documents.
//!
//! Names and paths never become addresses. Pages ask for people and documents by ids
//! that only this run can make, and an id is looked up, never taken apart.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use tokio::sync::watch;

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
use crate::public::{Editions, PUBLIC_BOOKLET, PublicationState};
use crate::run::targets::Target;
use crate::run::{
    BOOKLET, Outcome, STRATEGIC_PLAN, Snapshot, blank_form_name, plan_name, preparation_name, selection,
};
use crate::source::spelling::fold;
use crate::source::{SourceFile, file_names};

/// Everything that the pages of one moment are made of.
#[derive(Clone, Default)]
pub struct Site {
    /// Rises with every change.
    pub revision: u64,
    /// Whether anything was built yet.
    pub ready: bool,
    /// Whether the watched folder is not there.
    pub gone: bool,
    /// Whether the one-time token was used twice.
    pub is_used_twice: bool,
    /// Things to say of the whole folder.
    pub notes: Vec<Note>,
    /// The departments in the order of their folders.
    pub departments: Vec<Arc<DepartmentPages>>,
    today: Option<Date>,
}

/// Something to tell, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is so.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// A department as it was last read and built.
pub struct DepartmentPages {
    /// Its address.
    pub id: String,
    /// What it is called; its folder where that can't be read.
    pub name: String,
    /// The language of its pages.
    pub language: &'static Language,
    /// Its colour, dark enough to be read.
    pub accent: Colour,
    /// The booklets, the strategic plan and the blank form.
    pub documents: Vec<Document>,
    /// What could not be made, and why.
    pub notes: Vec<Note>,
    /// What is wrong in files that are no person's.
    pub problems: Vec<ProblemShown>,
    /// The people that are shown, by the name of their file.
    pub people: BTreeMap<String, PersonPages>,
    /// What was read; `None` where the department can't be used.
    read: Option<(Arc<Department>, Arc<Records>)>,
}

/// What there is of a person beside the status.
#[derive(Default)]
pub struct PersonPages {
    /// Her address.
    pub id: String,
    /// The plan, unless it could not be made.
    pub plan: Option<Document>,
    /// The preparation of the talk, likewise.
    pub preparation: Option<Document>,
    /// Whether a plan from before lies there that is out of date.
    pub is_out_of_date: bool,
    /// What is wrong in her file, and in what lies beside it.
    pub problems: Vec<ProblemShown>,
}

/// A document that may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its address.
    pub id: String,
    /// The key of what it is called.
    pub title: &'static str,
    /// Where it lies.
    pub path: PathBuf,
    /// The revision in which it was last made.
    pub stamp: u64,
}

/// A problem, in words, with the line it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemShown {
    /// How bad it is.
    pub severity: Severity,
    /// How bad it is, in one word.
    pub level: String,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub hint: String,
    /// The line as it should be, where that is known.
    pub corrected: Option<String>,
    /// The file.
    pub file: String,
    /// The line, unless it is about the whole file.
    pub line: Option<LineShown>,
}

/// A line in three parts: before the mark, marked, after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineShown {
    /// Its number, from 1.
    pub number: usize,
    /// What stands before the place.
    pub before: String,
    /// The place.
    pub marked: String,
    /// What stands after it.
    pub after: String,
}

impl ProblemShown {
    /// The name by which a style sheet tells how bad it is.
    pub fn class(&self) -> &'static str {
        match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }

    fn of(problem: &Problem, department: &str, language: &Language) -> Self {
        let words = words(problem, language);
        let line = shown(problem).excerpt.map(|excerpt| LineShown {
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
    /// The site with a warning that the one-time token was used twice, as a new revision.
    #[must_use]
    pub fn used_twice(&self) -> Self {
        Self { is_used_twice: true, revision: self.revision + 1, ..self.clone() }
    }

    /// The department with an id.
    pub fn department(&self, id: &str) -> Option<&DepartmentPages> {
        self.departments.iter().map(Arc::as_ref).find(|department| department.id == id)
    }

    /// The person with an id, her department and the name of her file.
    pub fn person(&self, id: &str) -> Option<(&DepartmentPages, &str, &PersonPages)> {
        self.departments.iter().find_map(|department| {
            let (file, person) = department.people.iter().find(|(_, person)| person.id == id)?;
            Some((department.as_ref(), file.as_str(), person))
        })
    }

    /// The document with an id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.departments.iter().find_map(|department| {
            let of_people =
                department.people.values().flat_map(|p| [p.plan.as_ref(), p.preparation.as_ref()]);
            department.documents.iter().chain(of_people.flatten()).find(|document| document.id == id)
        })
    }

    /// The day on which the pages are looked at.
    pub fn today(&self) -> Date {
        self.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}

impl DepartmentPages {
    /// Where everybody who is shown stands in the year.
    pub fn status(&self, today: Date) -> Option<DepartmentStatus> {
        let (department, records) = self.read.as_ref()?;
        Some(status_of(department, records, today, self.language, |file| {
            self.people.contains_key(&file.name)
        }))
    }

    /// What was read.
    pub fn read(&self) -> Option<(&Department, &Records)> {
        self.read.as_ref().map(|(department, records)| (department.as_ref(), records.as_ref()))
    }
}

/// What the run was asked to make and to show.
#[derive(Clone, Default)]
pub struct BuildScope {
    /// Only these people; everybody where empty.
    pub only: Vec<String>,
    /// Which booklets.
    pub edition: Editions,
    /// Whether each person's preparation too.
    pub preparations: bool,
    /// Whether the blank form too.
    pub blank: bool,
    /// Today, where it is not the system's.
    pub today: Option<Date>,
}

/// A department that was read and built just now.
pub struct DepartmentUpdate<'a> {
    /// Its folders.
    pub target: &'a Target,
    /// What the run read; `None` where the folder can't be.
    pub snapshot: Option<Snapshot>,
    /// What was built; `None` where nothing could be.
    pub outcome: Option<&'a Outcome>,
    /// What could not be made, and why.
    pub notes: Vec<Note>,
}

/// Where the site is put together, revision after revision.
pub struct SiteBuilder {
    asked: BuildScope,
    language: &'static Language,
    /// Makes ids that nobody else can.
    key: [u8; blake3::KEY_LEN],
    site: Site,
    departments: BTreeMap<String, Arc<DepartmentPages>>,
    /// The revision in which each document was last made.
    stamps: HashMap<PathBuf, u64>,
    shown: watch::Sender<Arc<Site>>,
}

impl SiteBuilder {
    /// An empty desk, and where its sites are seen. `language` is for departments that can't be read.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub fn new(
        asked: BuildScope,
        language: &'static Language,
    ) -> Result<(Self, watch::Receiver<Arc<Site>>), getrandom::Error> {
        let mut key = [0; blake3::KEY_LEN];
        getrandom::fill(&mut key)?;
        let site = Site { today: asked.today, ..Site::default() };
        let (shown, seen) = watch::channel(Arc::new(site.clone()));
        let departments = BTreeMap::new();
        Ok((Self { asked, language, key, site, departments, stamps: HashMap::new(), shown }, seen))
    }

    /// The watched folder is not there.
    pub fn gone(&mut self) {
        self.site.gone = true;
        self.show();
    }

    /// Some departments were built; those that are not in `all` any more go.
    pub fn built(&mut self, all: &[Target], visits: Vec<DepartmentUpdate<'_>>, notes: Vec<Note>) {
        self.site.ready = true;
        self.site.gone = false;
        self.site.notes = notes;
        let there: BTreeSet<&str> = all.iter().map(|target| target.department.as_str()).collect();
        self.departments.retain(|department, _| there.contains(department.as_str()));
        for visit in visits {
            let department = visit.target.department.clone();
            let pages = self.department(visit);
            self.departments.insert(department, Arc::new(pages));
        }
        self.site.departments = self.departments.values().cloned().collect();
        self.show();
    }

    fn show(&mut self) {
        self.site.revision += 1;
        self.shown.send_replace(Arc::new(self.site.clone()));
    }

    fn department(&mut self, visit: DepartmentUpdate<'_>) -> DepartmentPages {
        let DepartmentUpdate { target, snapshot, outcome, notes } = visit;
        self.stamp(outcome);
        let language = snapshot.as_ref().map_or(self.language, |snapshot| snapshot.language);
        let mut people = BTreeMap::new();
        let mut problems = Vec::new();
        let mut read = None;
        if let Some(Snapshot { department, records, problems: all_problems, .. }) = snapshot {
            if let Some(department) = &department {
                people = self.people(department, target, outcome);
            }
            let everybody: BTreeSet<&str> =
                department.iter().flat_map(|department| everybody(department)).collect();
            for problem in all_problems.iter() {
                let name = problem.place.file.name.as_str();
                let stem = file_names::beside(name).unwrap_or(file_names::stem(name));
                let owner_of = people.iter_mut().find(|(file, _)| file_names::stem(file) == stem);
                let shown = || ProblemShown::of(problem, &target.department, language);
                match owner_of {
                    Some((_, person)) => person.problems.push(shown()),
                    // Of somebody who is not shown.
                    None if everybody.contains(stem) => {}
                    None => problems.push(shown()),
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
            accent: settings.map_or_else(Palette::default, Palette::of).accent,
            documents: self.documents(target, outcome),
            notes,
            problems,
            people,
            read,
        }
    }

    /// The people who are shown.
    fn people(
        &self,
        department: &Department,
        target: &Target,
        outcome: Option<&Outcome>,
    ) -> BTreeMap<String, PersonPages> {
        let only = &self.asked.only;
        let is_meant = |file: &SourceFile, name: Option<&str>, school: Option<&str>| {
            only.is_empty() || only.iter().any(|who| selection::is_whose(file, name, school, who))
        };
        let mut people = BTreeMap::new();
        for person in &department.people {
            let school = &department.settings.schools[person.school.0].name;
            let file = &person.file;
            if is_meant(file, Some(&person.name.value), Some(school)) {
                let preparation =
                    || self.document(target, outcome, preparation_name(&file.name), "serve-the-preparation");
                let pages = PersonPages {
                    id: self.id("person", &target.department, &file.name),
                    plan: self.document(target, outcome, plan_name(&file.name), "serve-the-plan"),
                    preparation: self.asked.preparations.then(preparation).flatten(),
                    ..PersonPages::default()
                };
                people.insert(file.name.clone(), pages);
            }
        }
        let shown_before = self.departments.get(&target.department);
        for file in &department.broken {
            let owner_of = owner_of(file);
            // What she is known by may be what is wrong now.
            let is_known = shown_before.is_some_and(|before| before.people.contains_key(&file.name))
                || is_in_folder(file, only);
            if is_known || is_meant(file, owner_of.name.as_deref(), owner_of.school.as_deref()) {
                let earlier = target.out.join(plan_name(&file.name));
                let built = outcome.and_then(|outcome| outcome.built.as_ref());
                let pages = PersonPages {
                    id: self.id("person", &target.department, &file.name),
                    is_out_of_date: built.is_some_and(|built| built.out_of_date.contains(&earlier)),
                    ..PersonPages::default()
                };
                people.insert(file.name.clone(), pages);
            }
        }
        people
    }

    /// The documents of the department that the run made or found up to date.
    fn documents(&self, target: &Target, outcome: Option<&Outcome>) -> Vec<Document> {
        let everything = self.asked.only.is_empty();
        let public = outcome.and_then(|outcome| outcome.public.as_ref());
        let has_public = public.is_some_and(|public| {
            matches!(public.state, PublicationState::Built | PublicationState::UpToDate)
        });
        let wanted = [
            (everything && self.asked.edition.internal(), BOOKLET.to_owned(), "serve-the-booklet"),
            (everything, STRATEGIC_PLAN.to_owned(), "serve-the-strategic-plan"),
            (has_public, PUBLIC_BOOKLET.to_owned(), "serve-the-public-booklet"),
            (self.asked.blank, blank_form_name(), "serve-the-blank-form"),
        ];
        let wanted = wanted.into_iter().filter(|(wanted, _, _)| *wanted);
        wanted.filter_map(|(_, name, title)| self.document(target, outcome, name, title)).collect()
    }

    /// The document `name`, if the run made it or found it up to date.
    fn document(
        &self,
        target: &Target,
        outcome: Option<&Outcome>,
        name: String,
        title: &'static str,
    ) -> Option<Document> {
        let built = outcome?.built.as_ref()?;
        let path = target.out.join(&name);
        let missed = built.refused.contains(&path)
            || built.out_of_date.contains(&path)
            || built.failures.iter().any(|failure| failure.path == path);
        // Nobody else's link or folder of this name is followed.
        let is_file = |path: &Path| path.symlink_metadata().is_ok_and(|data| data.is_file());
        (!missed && is_file(&path)).then(|| Document {
            id: self.id("document", &target.department, &name),
            title,
            stamp: self.stamps.get(&path).copied().unwrap_or_default(),
            path,
        })
    }

    /// Notes what was made in the revision that is to come.
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

/// Whether the file lies in a folder that has the name of a school or a person asked for.
fn is_in_folder(file: &SourceFile, only: &[String]) -> bool {
    let folders = Path::new(&file.name).parent().into_iter().flat_map(Path::iter);
    let mut folders = folders.map(|folder| fold(&folder.to_string_lossy()));
    folders.any(|folder| only.iter().any(|who| fold(who) == folder))
}

/// The profiles of a department without their endings, sound and broken.
fn everybody(department: &Department) -> impl Iterator<Item = &str> {
    let sound = department.people.iter().map(|person| &person.file);
    sound.chain(&department.broken).map(|file| file_names::stem(&file.name))
}
