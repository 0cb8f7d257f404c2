//! From a folder to written files: what to build, on which threads, and how it is written.

mod output;
mod selection;
mod workers;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use jiff::civil::Date;

use crate::analysis::averages::averages;
use crate::chart::palette::Palette;
use crate::chart::radar::{self, Drawn};
use crate::chart::standalone::stand_alone;
use crate::department::profile::Profile;
use crate::department::{self, Department};
use crate::document::pdf::{self, Document, Kind, TypesetError};
use crate::document::view::{booklet, plan, radar as radar_view};
use crate::document::{Templates, date, printable};
use crate::language::{Language, Tag};
use crate::problem::Problems;
use crate::typeface::Typeface;

/// What a build is asked for.
pub struct Request<'a> {
    /// The department's folder.
    pub folder: &'a Path,
    /// Where the documents go.
    pub out: &'a Path,
    /// Only these people's plans, and no booklet; everything where empty.
    pub only: &'a [String],
    /// The language of the program's words, instead of the department's.
    pub language: Option<Tag>,
    /// Today, by which courses have expired; each talk's own day without it.
    pub today: Option<Date>,
    /// Also write each radar as an SVG that stands alone.
    pub charts: bool,
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
    /// The names given with `--only` that fit nobody.
    pub unknown: Vec<String>,
    /// What could not be made or written, and why.
    pub failures: Vec<Failure>,
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
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A template is at fault.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
}

/// Called with the number of documents done and of all.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Reads, checks, typesets and writes a department.
///
/// # Errors
/// If the folder can't be listed.
pub fn build(request: &Request<'_>, progress: Progress<'_>) -> io::Result<Outcome> {
    let mut problems = Problems::default();
    let reading = department::read(request.folder, &mut problems)?;
    printable::check(&reading.parsed, request.templates.typeface(), &mut problems);
    problems.sort();
    let own_language = reading.department.as_ref().and_then(|d| d.settings.language);
    let tag = request.language.or(own_language).unwrap_or_else(Tag::of_system);
    let language = Language::new(tag);
    let built = reading
        .department
        .as_ref()
        .map(|department| Run { request, department, language: &language }.all(progress));
    Ok(Outcome { problems, language, built })
}

/// One piece of work for a thread.
enum Job {
    Booklet,
    Plan(usize),
}

struct Run<'a> {
    request: &'a Request<'a>,
    department: &'a Department,
    language: &'a Language,
}

impl Run<'_> {
    fn all(&self, progress: Progress<'_>) -> Built {
        let people = booklet::in_order(self.department, self.language);
        let selection = selection::select(&people, self.request.only, self.department);
        let radars: Vec<Drawn> = people.iter().map(|person| self.radar(person)).collect();
        let mut jobs: Vec<Job> = Vec::new();
        if self.request.only.is_empty() && !people.is_empty() {
            // The longest first, so that no thread is left waiting for it at the end.
            jobs.push(Job::Booklet);
        }
        jobs.extend(selection.chosen.iter().map(|&i| Job::Plan(i)));
        let failures = Mutex::new(Vec::new());
        let documents = workers::run(&jobs, progress, |job| {
            let (path, result) = match job {
                Job::Booklet => {
                    let path = self.request.out.join("haefte-intern.pdf");
                    (path, self.booklet(&people, &radars))
                }
                Job::Plan(i) => {
                    let stem = self.plan_stem(people[*i]);
                    if self.request.charts {
                        self.chart(&stem, people[*i], &radars[*i], &failures);
                    }
                    (stem.with_added_extension("pdf"), self.plan(people[*i], &radars[*i]))
                }
            };
            let written = result
                .map_err(FailureReason::from)
                .and_then(|bytes| output::write(&path, &bytes).map_err(FailureReason::from));
            written.map_err(|reason| report(&failures, path, reason)).is_ok()
        });
        let mut failures = failures.into_inner().unwrap_or_default();
        failures.sort_by(|a, b| a.path.cmp(&b.path));
        Built {
            people: selection.chosen.len(),
            broken: self.department.broken.len(),
            documents,
            unknown: selection.unknown,
            failures,
        }
    }

    fn radar(&self, person: &Profile) -> Drawn {
        self.draw(radar_view::person(person, self.department, self.language))
    }

    fn draw(&self, mut radar: radar::Radar) -> Drawn {
        let palette = Palette::with_accent(self.department.settings.accent);
        for axis in &mut radar.axes {
            axis.label = printable::printable(&axis.label, self.typeface()).into_owned();
        }
        radar::draw(&radar, &palette, self.typeface())
    }

    fn plan(&self, person: &Profile, radar: &Drawn) -> Result<Vec<u8>, TypesetError> {
        let on = self.judging_day(person);
        let view = plan::view(person, self.department, self.language, on, radar.numbered);
        let document = Document {
            kind: Kind::Plan,
            view: &view,
            charts: &[&radar.svg],
            identity: &person.file.name,
            date: date::of(&self.department.settings, [person]),
        };
        pdf::typeset(&document, self.request.templates)
    }

    fn booklet(&self, people: &[&Profile], radars: &[Drawn]) -> Result<Vec<u8>, TypesetError> {
        let averages = averages(self.department, people.iter().copied());
        let group = self.draw(radar_view::group(&averages, self.department, self.language));
        let charts: Vec<&str> =
            std::iter::once(&group).chain(radars).map(|drawn| drawn.svg.as_str()).collect();
        let numbered: Vec<bool> = std::iter::once(&group).chain(radars).map(|drawn| drawn.numbered).collect();
        let on = |person: &Profile| self.judging_day(person);
        let view = booklet::view(self.department, &averages, self.language, on, &numbered);
        let document = Document {
            kind: Kind::Booklet,
            view: &view,
            charts: &charts,
            identity: "haefte-intern",
            date: date::of(&self.department.settings, people.iter().copied()),
        };
        pdf::typeset(&document, self.request.templates)
    }

    fn chart(&self, stem: &Path, person: &Profile, radar: &Drawn, failures: &Mutex<Vec<Failure>>) {
        let title = printable::printable(&person.name.value, self.typeface());
        let alt = radar_view::person_alt(person, self.department, self.language);
        let alt = printable::printable(&alt, self.typeface());
        let path = stem.with_added_extension("svg");
        let svg = stand_alone(&radar.svg, &title, &alt, self.typeface());
        if let Some(Err(error)) = svg.map(|svg| output::write(&path, svg.as_bytes())) {
            report(failures, path, error.into());
        }
    }

    /// The day by which a course has expired or not.
    fn judging_day(&self, person: &Profile) -> Option<Date> {
        self.request.today.or(person.talk).or_else(|| Some(date::of(&self.department.settings, [person])))
    }

    /// `out/planer/<school>/<person>`, as the profile's own path.
    fn plan_stem(&self, person: &Profile) -> PathBuf {
        let mut path = self.request.out.join("planer");
        path.extend(person.file.name.split('/'));
        path.with_extension("")
    }

    fn typeface(&self) -> &Typeface {
        self.request.templates.typeface()
    }
}

fn report(failures: &Mutex<Vec<Failure>>, path: PathBuf, reason: FailureReason) {
    if let Ok(mut failures) = failures.lock() {
        failures.push(Failure { path, reason });
    }
}
