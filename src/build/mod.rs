//! From a folder to written files: what to build, on which threads, and how it is written.

mod corrections;
pub mod exports;
mod manifest;
mod output;
mod public;
pub(crate) mod removal;
mod selection;
mod workers;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use jiff::civil::Date;

use crate::agreement::Agreement;
use crate::agreement::standing::{self, Records, Standing};
use crate::analysis::averages::{AreaAverage, averages};
use crate::analysis::mentors::Mentors;
use crate::analysis::status::status;
use crate::chart::palette::{self, Palette};
use crate::chart::qr;
use crate::chart::radar::{self, Drawn};
use crate::chart::standalone::stand_alone;
use crate::department::profile::Profile;
use crate::department::{self, Department, Reading};
use crate::document::pdf::{self, Document, Kind, TypesetError};
use crate::document::view::areas::{self, Remarks};
use crate::document::view::plan::{self, Basis};
use crate::document::view::strategic_plan;
use crate::document::view::strategy::{self, Audience, StrategyView};
use crate::document::view::{self, blank_form, booklet, preparation, radar as radar_view};
use crate::document::{Templates, carried, date, printable};
use crate::edition::Editions;
use crate::language::{Language, Tag};
use crate::problem::{Code, Problem, Problems};
use crate::source::{Place, names};
use crate::steps::{self, Step};
use crate::typeface::Typeface;

use output::{Output, SVG_MARK};

pub use output::{OutputError, replace};
pub(crate) use output::{is_temporary, rewrite};
pub use public::{Fate, PUBLIC_BOOKLET, PublicEdition, may_stand_in_public};

/// What a build is asked for.
pub struct Request<'a> {
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
    /// Today, by which courses have expired; each talk's own day without it.
    pub today: Option<Date>,
    /// Also write each radar as an SVG that stands alone.
    pub charts: bool,
    /// Also make each person's preparation of the talk.
    pub preparations: bool,
    /// Also make the department's blank form.
    pub blank: bool,
    /// The templates.
    pub templates: &'a Templates,
}

/// What a build did.
pub struct Outcome {
    /// What is wrong in the files, in the order of file and place.
    pub problems: Problems,
    /// The language that messages are in.
    pub language: Language,
    /// What was built; `None` where nothing could be.
    pub built: Option<Built>,
    /// What became of the public edition; `None` where there is nothing to say of it.
    pub public: Option<PublicEdition>,
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
    /// Where the plans that were asked for lie, made or not.
    pub plans: Vec<PathBuf>,
    /// The names given with `--only` that fit nobody.
    pub unknown: Vec<String>,
    /// What could not be made or written, and why.
    pub failures: Vec<Failure>,
    /// The correction files that hold something to mend, as paths.
    pub corrections: Vec<PathBuf>,
    /// Documents removed because their person is no longer in the folder.
    pub removed: Vec<PathBuf>,
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
    pub language: Language,
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
    let _reading = steps::begin(Step::Reading);
    let mut problems = Problems::default();
    let reading = department::read(folder, leader, &mut problems)?;
    reading.parsed.iter().for_each(|parsed| steps::read(&parsed.file.path));
    printable::check(&reading.parsed, typeface, &mut problems);
    let records = match &reading.department {
        Some(department) => {
            palette::check(&department.settings, &mut problems);
            let records = Records::read(department, &mut problems);
            standing::check(department, &records, today, &mut problems);
            records
        }
        None => Records::default(),
    };
    let problems = problems.in_order();
    let own_language = reading.department.as_ref().and_then(|d| d.settings.language);
    let tag = language.or(own_language).unwrap_or_else(Tag::of_system);
    Ok(Checked { reading, records, problems, language: Language::new(tag) })
}

/// Reads, checks, typesets and writes a department.
///
/// # Errors
/// If the folder can't be listed, or the output folder not be made.
pub fn build(request: &Request<'_>, progress: Progress<'_>) -> Result<Outcome, BuildError> {
    let typeface = request.templates.typeface();
    let Checked { reading, records, mut problems, language } =
        check(request.folder, request.leader, request.language, request.today, typeface)
            .map_err(BuildError::Folder)?;
    if is_inside(request.out, request.folder) {
        problems.push(Problem::new(
            Code::OutputInsideFolder,
            Place::whole(&department::folder_itself(request.folder)),
        ));
    }
    let (built, public) = match reading.department.as_ref() {
        Some(department) => {
            let name = department_name(department);
            let output = Output::open(request.out, &name).map_err(BuildError::Out)?;
            let run = Run { request, department, records: &records, language: &language, output: &output };
            let typesetting = steps::begin(Step::Documents);
            let mut built = run.documents(progress);
            drop(typesetting);
            run.clear_away(&mut built);
            run.corrections(&problems, &mut built);
            built.failures.sort_by(|a, b| a.path.cmp(&b.path));
            let attending = steps::begin(Step::Public);
            let public = public::attend(request, &reading, &language, &output);
            drop(attending);
            built.documents += usize::from(public.as_ref().is_some_and(|public| public.fate == Fate::Built));
            output.close().map_err(BuildError::Out)?;
            (Some(built), public)
        }
        None => (None, public::attend_without_department(request, &reading, &language)),
    };
    Ok(Outcome { problems, language, built, public })
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

/// One piece of work for a thread.
enum Job {
    Booklet,
    StrategicPlan,
    Plan(usize),
    Preparation(usize),
    BlankForm,
}

/// The booklet's name in the output folder.
pub const BOOKLET: &str = "haefte-intern.pdf";
/// The strategic plan's name in the output folder.
const STRATEGIC_PLAN: &str = "strategisk-uddannelsesplan.pdf";
/// The folder of plans in the output folder.
const PLANS: &str = "planer/";
/// The folder of correction files in the output folder.
const CORRECTIONS: &str = "rettelser/";

struct Run<'a> {
    request: &'a Request<'a>,
    department: &'a Department,
    records: &'a Records,
    language: &'a Language,
    output: &'a Output,
}

impl Run<'_> {
    /// Makes and writes the documents asked for.
    fn documents(&self, progress: Progress<'_>) -> Built {
        let people = booklet::in_order(self.department, self.language);
        let selection = selection::select(&people, self.request.only, self.department);
        let radars: Vec<Drawn> = people.iter().map(|person| self.radar(person)).collect();
        let mentors = Mentors::of(self.department);
        let mut jobs: Vec<Job> = Vec::new();
        let internal = self.request.edition.internal() && self.request.only.is_empty();
        if internal && !people.is_empty() {
            // The longest first, so that no thread is left waiting for it at the end.
            jobs.push(Job::Booklet);
        }
        if self.request.only.is_empty() && !people.is_empty() {
            jobs.push(Job::StrategicPlan);
        }
        jobs.extend(selection.chosen.iter().map(|&i| Job::Plan(i)));
        if self.request.preparations {
            jobs.extend(selection.chosen.iter().map(|&i| Job::Preparation(i)));
        }
        if self.request.blank && (self.request.only.is_empty() || !selection.chosen.is_empty()) {
            jobs.push(Job::BlankForm);
        }
        let failures = Mutex::new(Vec::new());
        let documents = workers::run(&jobs, progress, |job| {
            let (name, result) = match job {
                Job::Booklet => (BOOKLET.to_owned(), self.booklet(&people, &radars)),
                Job::StrategicPlan => (STRATEGIC_PLAN.to_owned(), self.strategic_plan(&people)),
                Job::Plan(i) => {
                    if self.request.charts {
                        self.chart(people[*i], &radars[*i], &failures);
                    }
                    (
                        document_name(&people[*i].file.name, "pdf"),
                        self.plan(people[*i], &radars[*i], &mentors),
                    )
                }
                Job::Preparation(i) => {
                    (preparation_name(&people[*i].file.name), self.preparation(people[*i]))
                }
                Job::BlankForm => (blank_form_name(), self.blank_form()),
            };
            let written = result
                .map_err(FailureReason::from)
                .and_then(|bytes| self.output.write(&name, &bytes).map_err(FailureReason::from));
            written.map_err(|reason| self.report(&failures, &name, reason)).is_ok()
        });
        Built {
            people: selection.chosen.len(),
            plans: selection
                .chosen
                .iter()
                .map(|&i| self.request.out.join(document_name(&people[i].file.name, "pdf")))
                .collect(),
            broken: self.department.broken.len(),
            documents,
            unknown: selection.unknown,
            failures: failures.into_inner().unwrap_or_default(),
            ..Built::default()
        }
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
            .chain(self.department.broken.iter().filter(|file| !names::is_taken(names::stem(&file.name))))
            .flat_map(|file| [document_name(&file.name, "pdf"), preparation_name(&file.name)])
            .chain([blank_form_name()])
            .map(|name| without_ending(&name).to_owned())
            .collect();
        for name in self.output.listed() {
            if !name.starts_with(PLANS) || stems.contains(without_ending(&name)) {
                continue;
            }
            match self.output.delete(&name) {
                Ok(true) => built.removed.push(self.request.out.join(&name)),
                Ok(false) => {}
                Err(error) => {
                    built.failures.push(Failure { path: self.request.out.join(&name), reason: error.into() });
                }
            }
        }
    }

    /// The documents of the profile `file` that lie there from before.
    fn earlier_documents(&self, file: &str) -> Vec<String> {
        // What lies under a name that is taken is another document.
        if names::is_taken(names::stem(file)) {
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
        let known: Vec<String> =
            people.chain(&self.department.broken).chain(views).map(|file| file.name.clone()).collect();
        let guest = self.request.corrections.map(Output::guest);
        let (output, prefix, root) = match (&guest, self.request.corrections) {
            (Some(guest), Some(root)) => (guest, "", root),
            _ => (self.output, CORRECTIONS, self.request.out),
        };
        let corrections = corrections::write(output, prefix, problems, &known, self.language, has_plan);
        built.corrections.extend(corrections.written.iter().map(|name| root.join(name)));
        let elsewhere = |name: &String| root.join(name).display().to_string();
        let now = if guest.is_some() {
            corrections.written.iter().map(elsewhere).collect()
        } else {
            BTreeSet::new()
        };
        for old in self.output.exchange_corrections_elsewhere(now.clone()).difference(&now) {
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

    fn radar(&self, person: &Profile) -> Drawn {
        let rows = areas::rows(person, self.department, self.language, Remarks::Hidden);
        self.draw(radar_view::person(&rows, &view::scale(&self.department.role_model), self.language))
    }

    fn draw(&self, mut radar: radar::Radar) -> Drawn {
        let palette = Palette::of(&self.department.settings);
        printable::printable_labels(&mut radar, self.typeface());
        radar::draw(&mut radar, &palette, self.typeface())
    }

    fn plan(&self, person: &Profile, radar: &Drawn, mentors: &Mentors) -> Result<Vec<u8>, TypesetError> {
        let agreement = Agreement::of(person, self.department).as_printed(person, self.department);
        let standing = Standing::of(&agreement, self.records.of(person));
        let rows = areas::rows(person, self.department, self.language, Remarks::Shown);
        let date = date::of(&self.department.settings, [person]);
        let basis = Basis {
            agreement: &agreement,
            standing: &standing,
            mentors,
            on: self.judging_day(person),
            rows: &rows,
            numbered: radar.numbered,
            date,
            made: self.request.templates.made().clone(),
        };
        let view = plan::view(person, self.department, self.language, &basis);
        let qr = qr::draw(&agreement.fingerprint().scanned()).expect("a fingerprint fits a QR code");
        let document = Document {
            kind: Kind::Plan,
            view: &view,
            charts: &[&radar.svg, &qr],
            agreement: Some(&agreement),
            identity: &carried::identity(&agreement),
            date,
        };
        pdf::typeset(&document, self.request.templates)
    }

    fn preparation(&self, person: &Profile) -> Result<Vec<u8>, TypesetError> {
        let agreement = Agreement::of(person, self.department);
        let view = preparation::view(person, &agreement, self.department, self.language);
        let document = Document {
            kind: Kind::Preparation,
            view: &view,
            charts: &[],
            agreement: None,
            identity: &preparation_name(&person.file.name),
            date: date::of(&self.department.settings, [person]),
        };
        pdf::typeset(&document, self.request.templates)
    }

    fn blank_form(&self) -> Result<Vec<u8>, TypesetError> {
        let radar = self.draw(radar_view::blank(self.department, self.language));
        let view = blank_form::view(self.department, self.language, radar.numbered);
        let document = Document {
            kind: Kind::BlankForm,
            view: &view,
            charts: &[&radar.svg],
            agreement: None,
            identity: names::BLANK_FORM,
            date: date::of(&self.department.settings, []),
        };
        pdf::typeset(&document, self.request.templates)
    }

    fn booklet(&self, people: &[&Profile], radars: &[Drawn]) -> Result<Vec<u8>, TypesetError> {
        let averages = averages(self.department, people.iter().copied());
        let group = self.draw(radar_view::group(&averages, &self.department.role_model, self.language));
        let charts: Vec<&str> =
            std::iter::once(&group).chain(radars).map(|drawn| drawn.svg.as_str()).collect();
        let numbered: Vec<bool> = std::iter::once(&group).chain(radars).map(|drawn| drawn.numbered).collect();
        let on = |person: &Profile| self.judging_day(person);
        let date = date::of(&self.department.settings, people.iter().copied());
        let status = status(self.department, self.records, self.request.today.unwrap_or(date));
        let strategy = self.strategy(&averages, Audience::Inside);
        let basis = booklet::Basis { averages: &averages, numbered: &numbered, status: &status, strategy };
        let view = booklet::view(self.department, self.language, on, basis);
        let document = Document {
            kind: Kind::Booklet,
            view: &view,
            charts: &charts,
            agreement: None,
            identity: "haefte-intern",
            date,
        };
        pdf::typeset(&document, self.request.templates)
    }

    fn strategic_plan(&self, people: &[&Profile]) -> Result<Vec<u8>, TypesetError> {
        let settings = &self.department.settings;
        let averages = averages(self.department, people.iter().copied());
        let audience = Audience::Anybody {
            smallest_group: usize::try_from(settings.smallest_group).unwrap_or(usize::MAX),
        };
        let strategy = self.strategy(&averages, audience);
        let document = Document {
            kind: Kind::StrategicPlan,
            view: &strategic_plan::view(self.department, self.language, strategy),
            charts: &[],
            agreement: None,
            identity: "strategisk-uddannelsesplan",
            date: date::of_period(settings),
        };
        pdf::typeset(&document, self.request.templates)
    }

    /// The strategic plan for `audience`, both judged by the same day.
    fn strategy(&self, averages: &[AreaAverage], audience: Audience) -> StrategyView {
        let on = self.request.today.unwrap_or_else(|| date::of_period(&self.department.settings));
        strategy::view(self.department, averages, self.language, audience, Some(on))
    }

    fn chart(&self, person: &Profile, radar: &Drawn, failures: &Mutex<Vec<Failure>>) {
        let title = printable::printable(&person.name.value, self.typeface());
        let rows = areas::rows(person, self.department, self.language, Remarks::Hidden);
        let alt = radar_view::person_alt(&person.name.value, &rows, self.language);
        let alt = printable::printable(&alt, self.typeface());
        let name = document_name(&person.file.name, "svg");
        let Some(svg) = stand_alone(&radar.svg, &title, &alt, self.typeface()) else { return };
        let marked = format!("{SVG_MARK}{} -->\n{svg}", env!("CARGO_PKG_VERSION"));
        if let Err(error) = self.output.write(&name, marked.as_bytes()) {
            self.report(failures, &name, error.into());
        }
    }

    /// The day by which a course has expired or not.
    fn judging_day(&self, person: &Profile) -> Option<Date> {
        self.request.today.or(person.talk).or_else(|| Some(date::of(&self.department.settings, [person])))
    }

    fn report(&self, failures: &Mutex<Vec<Failure>>, name: &str, reason: FailureReason) {
        if let Ok(mut failures) = failures.lock() {
            failures.push(Failure { path: self.request.out.join(name), reason });
        }
    }

    fn typeface(&self) -> &Typeface {
        self.request.templates.typeface()
    }
}

/// `planer/<school>/<person>.<ending>` for the profile `file`.
fn document_name(file: &str, ending: &str) -> String {
    format!("{PLANS}{}.{ending}", names::stem(file))
}

/// `planer/<school>/<person>-forberedelse.pdf` for the profile `file`.
fn preparation_name(file: &str) -> String {
    format!("{PLANS}{}{}.pdf", names::stem(file), names::PREPARATION_ENDING)
}

/// `planer/blanket.pdf`.
fn blank_form_name() -> String {
    format!("{PLANS}{}.pdf", names::BLANK_FORM)
}

/// The path of a document without its ending.
fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
