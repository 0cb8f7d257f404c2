//! `spind new`: creates a person's profile, a department folder, or the guide to profiles.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::build::DEFAULT_OUT;
use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, output_reason, read_reason, shown, system_reason, visible};
use crate::cli::read_department::{read_department, report_problem};
use crate::cli::terminal::{eprint, print};
use crate::cli::{args, folders, locks, terminal};
use crate::department::Department;
use crate::department::person::folder_above;
use crate::department::values::Text;
use crate::document::{Templates, guide};
use crate::language::Language;
use crate::problem::Problems;
use crate::scaffold::Skeleton;
use crate::scaffold::person::{NewPersonError, new_person};
use crate::scaffold::programme::{NewProgrammeError, new_cohort, new_programme};
use crate::sharing::unpack::{self, UnpackError, Unpacked};
use crate::source::FileKind;
use crate::source::personal_numbers::has_personal_number;
use crate::source::spelling::fold;
use crate::source::walk::{Departments, departments, is_department, shared_file};
use crate::storage::lock::{self, LockGuard};
use crate::typeface::Typeface;
use crate::{department, scaffold, schema};

/// The most attempts at answering a question.
const MAX_ATTEMPTS: usize = 5;

pub(crate) fn run(args: &args::New, common: &args::Common) -> CommandResult {
    let language = common.language();
    let typed: Vec<Option<&str>> = match &args.what {
        Some(args::What::Afdeling { navn, skoler, skala, .. }) => {
            vec![navn.as_deref(), skoler.as_deref(), skala.as_deref()]
        }
        Some(args::What::Programme { programme_name, .. }) => vec![Some(programme_name)],
        Some(args::What::Cohort { cohort_programme, cohort_name, .. }) => {
            vec![Some(cohort_programme), Some(cohort_name)]
        }
        Some(args::What::Vejledning { .. }) => Vec::new(),
        None => vec![args.new_name.as_deref(), args.new_school.as_deref()],
    };
    refuse_personal_numbers(typed.into_iter().flatten(), language)?;
    match &args.what {
        Some(args::What::Afdeling { dir, fra: Some(package), navn, skoler, .. }) => {
            let example = language.say("new-from-school", &[]);
            let schools = skoler.as_deref().unwrap_or(&example);
            let skeleton = skeleton(navn.as_deref(), Some(schools), None, language)?;
            let unpacked = unpack(package, common, language)?;
            new_department(dir, &Start::Package(skeleton, Box::new(unpacked)), common, language)
        }
        Some(args::What::Afdeling { dir, tom: false, .. }) => {
            new_department(dir, &Start::Sample, common, language)
        }
        Some(args::What::Afdeling { dir, navn, skoler, skala, .. }) => {
            let skeleton = skeleton(navn.as_deref(), skoler.as_deref(), skala.as_deref(), language)?;
            new_department(dir, &Start::Empty(skeleton), common, language)
        }
        Some(args::What::Programme { programme_name, department_folder }) => {
            let made = |folder: &Path, department: &Department, lock: &LockGuard| {
                new_programme(folder, department, programme_name, lock)
            };
            new_file_of_programme(department_folder.as_deref(), programme_name, made, common, language)
        }
        Some(args::What::Cohort { cohort_programme, cohort_name, department_folder }) => {
            let made = |_: &Path, department: &Department, lock: &LockGuard| {
                new_cohort(department, cohort_programme, cohort_name, lock)
            };
            let name = format!("{cohort_programme}/{cohort_name}");
            new_file_of_programme(department_folder.as_deref(), &name, made, common, language)
        }
        Some(args::What::Vejledning { out, department_folder }) => {
            new_guide(out.as_deref(), department_folder.as_deref(), common, language)
        }
        None => new_profile(args, common, language),
    }
}

/// Refuses what was typed, without echo, if it holds a personal number, which must be in no file.
fn refuse_personal_numbers<'a>(
    mut typed: impl Iterator<Item = &'a str>,
    language: &Language,
) -> Result<(), String> {
    match typed.any(has_personal_number) {
        true => Err(error_text(language, "new-personal-number", &[])),
        false => Ok(()),
    }
}

/// The facts that an empty department begins with.
fn skeleton(
    name: Option<&str>,
    schools: Option<&str>,
    scale: Option<&str>,
    language: &Language,
) -> Result<Skeleton, String> {
    let parts = |text: Option<&str>| -> Vec<String> {
        let parts = text.unwrap_or_default().split([',', ';']);
        parts.filter_map(|part| part.parse::<Text>().ok().map(|text| text.0)).collect()
    };
    let (schools, scale) = (parts(schools), parts(scale));
    let duplicate = schools
        .iter()
        .enumerate()
        .find(|(i, school)| schools[..*i].iter().any(|other| fold(other) == fold(school)));
    if let Some((_, school)) = duplicate {
        return Err(error_text(language, "new-school-twice", &[("school", visible(school).into())]));
    }
    if schools.is_empty() {
        return Err(error_text(language, "new-needs-schools", &[]));
    }
    if scale.len() == 1 {
        return Err(error_text(language, "new-scale-too-short", &[]));
    }
    let name = name.and_then(|name| name.parse::<Text>().ok()).map(|name| name.0);
    let name = name.unwrap_or_else(|| language.say("new-empty-name", &[]));
    Ok(Skeleton { name, schools, scale, tag: language.tag() })
}

/// What a new department begins with.
enum Start {
    Sample,
    /// Short, explained files.
    Empty(Skeleton),
    /// The role model and the catalogue of another department.
    Package(Skeleton, Box<Unpacked>),
}

/// Reads the package at `path`.
fn unpack(path: &Path, common: &args::Common, language: &Language) -> Result<Unpacked, String> {
    unpack::read(path).map_err(|error| {
        let key = match &error {
            UnpackError::Io(error) => {
                let reason = ("reason", read_reason(error, language).into());
                return error_text(language, "unpack-unreadable", &[("path", shown(path).into()), reason]);
            }
            UnpackError::Unsafe(name) => {
                let name = ("name", visible(name).into());
                return error_text(language, "unpack-unsafe", &[("path", shown(path).into()), name]);
            }
            UnpackError::Faulty(problems) => {
                for problem in problems.clone().in_order().iter() {
                    report_problem("", problem, language, common);
                }
                "unpack-faulty"
            }
            UnpackError::NotAnArchive => "unpack-no-archive",
            UnpackError::TooLarge => "unpack-too-large",
            UnpackError::NoRoleModel => "unpack-no-role-model",
        };
        error_text(language, key, &[("path", shown(path).into())])
    })
}

fn new_department(dir: &Path, start: &Start, common: &args::Common, language: &Language) -> CommandResult {
    // A department inside another would be taken for a copy and skipped.
    if let Some(above) = folder_above(&shared_file(dir, FileKind::Settings))
        .filter(|above| !is_department(dir) || above != dir)
    {
        let facts = [("folder", shown(dir).into()), ("department", shown(&above).into())];
        return fail(language, "new-in-department", &facts);
    }
    let below = if dir.is_dir() { departments(dir) } else { Departments::default() };
    if below.are_many() {
        let within = shown(&dir.join(&below.folders[0]));
        let facts = [("folder", shown(dir).into()), ("department", within.into())];
        return fail(language, "new-above-departments", &facts);
    }
    let written = match start {
        Start::Sample => scaffold::new_department(dir, common.lang.unwrap_or_default()),
        Start::Empty(skeleton) => scaffold::new_empty_department(dir, skeleton),
        Start::Package(skeleton, package) => scaffold::new_department_from(dir, skeleton, package),
    };
    let paths = written.map_err(|error| {
        let (key, fact) = match error.kind() {
            ErrorKind::AlreadyExists => ("new-exists", ("path", shown(Path::new(&error.to_string())).into())),
            _ => ("new-not-written", ("reason", system_reason(&error, language).into())),
        };
        error_text(language, key, &[fact])
    })?;
    for path in paths.iter().filter(|_| !common.quiet) {
        print(&shown(path));
    }
    let read = department::read(dir, None, &mut Problems::default());
    match read.ok().and_then(|read| read.department) {
        Some(department) => Ok(write_schemas(dir, &department, common, language)),
        None => Ok(ExitStatus::Partial),
    }
}

fn new_profile(args: &args::New, common: &args::Common, language: &Language) -> CommandResult {
    let folder =
        folders::department_folder(args.department_folder.as_deref(), FolderArgument::Option, language)?;
    let (checked, department) = read_department(&folder, common, language, &Typeface::embedded())?;
    let language = checked.language;
    let (name, school) = match (&args.new_name, &args.new_school) {
        (Some(name), Some(school)) => (name.clone(), school.clone()),
        _ if terminal::is_interactive() => {
            let answers = name_and_school(args, &department, language).ok().flatten();
            let (name, school) = answers.ok_or_else(|| language.say("new-declined", &[]))?;
            refuse_personal_numbers([name.as_str(), &school].into_iter(), language)?;
            (name, school)
        }
        _ => return fail(language, "new-nobody-to-ask", &[]),
    };
    let locked = lock::for_file(&folder, &shared_file(&folder, FileKind::Settings));
    let lock = locks::acquire(locked, &folder, common, language)?;
    // Files may have changed while waiting for the lock or the answers.
    let department = department::read(&folder, None, &mut Problems::default())
        .ok()
        .and_then(|reading| reading.department)
        .ok_or_else(|| error_text(language, "build-nothing", &[]))?;
    let path = new_person(&folder, &department, &name, &school, language, &lock)
        .map_err(|refused| refusal(&refused, &name, &school, &department, language))?;
    if !common.quiet {
        print(&shown(&path));
    }
    Ok(write_schemas(&folder, &department, common, language))
}

/// Makes a file of a programme with `make` under the department's lock.
fn new_file_of_programme(
    folder: Option<&Path>,
    name: &str,
    make: impl Fn(&Path, &Department, &LockGuard) -> Result<PathBuf, NewProgrammeError>,
    common: &args::Common,
    language: &Language,
) -> CommandResult {
    let folder = folders::department_folder(folder, FolderArgument::Option, language)?;
    let locked = lock::for_file(&folder, &shared_file(&folder, FileKind::Settings));
    let lock = locks::acquire(locked, &folder, common, language)?;
    let (checked, department) = read_department(&folder, common, language, &Typeface::embedded())?;
    let language = checked.language;
    let path = make(&folder, &department, &lock).map_err(|refused| {
        let typed = ("name", visible(name).into());
        match refused {
            NewProgrammeError::Name => error_text(language, "new-programme-bad-name", &[typed]),
            NewProgrammeError::Programme => {
                let all = &department.programmes.all;
                let names: Vec<&str> = all.iter().map(|programme| programme.name.as_str()).collect();
                let known = match names[..] {
                    [] => "–".to_owned(),
                    _ => visible(&names.join(", ")),
                };
                error_text(language, "new-no-programme", &[typed, ("programmes", known.into())])
            }
            NewProgrammeError::File(there) => {
                error_text(language, "new-file-exists", &[("path", shown(&there).into())])
            }
            NewProgrammeError::Io { path, error } => {
                let reason = ("reason", system_reason(&error, language).into());
                error_text(language, "new-profile-not-written", &[("path", shown(&path).into()), reason])
            }
        }
    })?;
    if !common.quiet {
        print(&shown(&path));
    }
    Ok(write_schemas(&folder, &department, common, language))
}

/// Asks a question; `None` if stdin ends.
type Ask<'a> = &'a mut dyn FnMut(&str) -> io::Result<Option<String>>;

/// Name and school, from the command line or by prompting; `None` without an answer.
fn name_and_school(
    args: &args::New,
    department: &Department,
    language: &Language,
) -> io::Result<Option<(String, String)>> {
    let name = match &args.new_name {
        Some(name) => Some(name.clone()),
        None => ask_name(&mut terminal::ask, language)?,
    };
    let Some(name) = name else { return Ok(None) };
    let school = match &args.new_school {
        Some(school) => Some(school.clone()),
        None => {
            print(&numbered_schools(department));
            ask_school(&mut terminal::ask, department, language)?
        }
    };
    Ok(school.map(|school| (name, school)))
}

fn ask_name(ask: Ask<'_>, language: &Language) -> io::Result<Option<String>> {
    for _ in 0..MAX_ATTEMPTS {
        let Some(answer) = ask(&language.say("new-ask-name", &[]))? else { return Ok(None) };
        if answer.parse::<Text>().is_ok() {
            return Ok(Some(answer));
        }
    }
    Ok(None)
}

fn numbered_schools(department: &Department) -> String {
    let schools = department.settings.schools.iter().enumerate();
    let lines = schools.map(|(i, school)| format!("{:>3}  {}", i + 1, visible(&school.name)));
    lines.collect::<Vec<_>>().join("\n")
}

fn ask_school(ask: Ask<'_>, department: &Department, language: &Language) -> io::Result<Option<String>> {
    let settings = &department.settings;
    for _ in 0..MAX_ATTEMPTS {
        let Some(answer) = ask(&language.say("new-ask-school", &[]))? else { return Ok(None) };
        // A school's name may be a number, which takes precedence over its place in the list.
        let index = settings.school(&answer).map(|school| school.0);
        let index = index.or_else(|| answer.parse::<usize>().ok()?.checked_sub(1));
        if let Some(school) = index.and_then(|index| settings.schools.get(index)) {
            return Ok(Some(school.name.clone()));
        }
    }
    Ok(None)
}

fn refusal(
    refused: &NewPersonError,
    name: &str,
    school: &str,
    department: &Department,
    language: &Language,
) -> String {
    let name = ("name", visible(name).into());
    let path = |path: &Path| ("path", shown(path).into());
    match refused {
        NewPersonError::Name => error_text(language, "new-bad-name", &[name]),
        NewPersonError::School(nearest) => {
            let schools: Vec<&str> =
                department.settings.schools.iter().map(|school| school.name.as_str()).collect();
            let facts =
                [("school", visible(school).into()), ("schools", visible(&schools.join(", ")).into())];
            match nearest {
                Some(nearest) => {
                    let [school, _] = facts;
                    let nearest = ("nearest", visible(nearest).into());
                    error_text(language, "new-no-school-near", &[school, nearest])
                }
                None => error_text(language, "new-no-school", &facts),
            }
        }
        NewPersonError::Person(there) => error_text(language, "new-person-exists", &[name, path(there)]),
        NewPersonError::File(there) => error_text(language, "new-file-exists", &[path(there)]),
        NewPersonError::Link(at) => {
            let reason = ("reason", language.say("reason-link", &[]).into());
            error_text(language, "new-profile-not-written", &[path(at), reason])
        }
        NewPersonError::Io(at, error) => {
            let reason = ("reason", system_reason(error, language).into());
            error_text(language, "new-profile-not-written", &[path(at), reason])
        }
    }
}

/// Writes the schemas of the department in `folder`, in its language.
pub(super) fn write_schemas(
    folder: &Path,
    department: &Department,
    common: &args::Common,
    language: &Language,
) -> ExitStatus {
    let own = common.lang.or(department.settings.language).map(Language::of);
    let (written, failed) = schema::write_all(folder, department, own.unwrap_or(language));
    for path in written.iter().filter(|_| !common.quiet && common.verbose) {
        print(&shown(path));
    }
    for (path, error) in &failed {
        let facts = [("path", shown(path).into()), ("reason", output_reason(error, language).into())];
        eprint(&error_text(language, "schema-not-written", &facts));
    }
    if failed.is_empty() { ExitStatus::Done } else { ExitStatus::Partial }
}

fn new_guide(
    out: Option<&Path>,
    folder: Option<&Path>,
    common: &args::Common,
    language: &Language,
) -> CommandResult {
    let typeface = Typeface::embedded();
    let (department, own) = match folders::department_folder(folder, FolderArgument::Option, language) {
        Ok(folder) if is_department(&folder) => {
            let (checked, department) = read_department(&folder, common, language, &typeface)?;
            (department, checked.language)
        }
        Err(message) if folder.is_some() => return Err(message.into()),
        // Without a readable department, the sample's areas serve.
        _ => {
            let failed = |error: io::Error| {
                error_text(language, "new-not-written", &[("reason", system_reason(&error, language).into())])
            };
            (scaffold::sample(language.tag()).map_err(failed)?, Language::of(language.tag()))
        }
    };
    let language = own;
    let out = out.unwrap_or(Path::new(DEFAULT_OUT));
    let name = format!("{}.pdf", language.say("guide-title", &[]));
    let not_written = |reason: String| {
        let path = shown(&out.join(&name));
        error_text(language, "build-in-the-way", &[("path", path.into()), ("reason", reason.into())])
    };
    let bytes = guide::typeset(&department, language, &Templates::embedded(&typeface)).map_err(|error| {
        not_written(language.say("reason-template", &[("error", error.to_string().into())]))
    })?;
    scaffold::write_guide(out, &name, &bytes)
        .map_err(|error| not_written(output_reason(&error, language)))?;
    if !common.quiet {
        print(&shown(&out.join(&name)));
    }
    Ok(ExitStatus::Done)
}

#[cfg(test)]
mod tests {
    use crate::language::Tag;

    use super::*;

    /// Answers questions with the lines of a text, as stdin would.
    fn answers(text: &str) -> impl FnMut(&str) -> io::Result<Option<String>> {
        let mut lines = text.lines();
        move |_| Ok(lines.next().map(|line| line.trim().to_owned()))
    }

    fn school(answered: &str) -> Option<String> {
        let department = scaffold::sample(Tag::Da).expect("the sample");
        let language = Language::new(Tag::Da);
        ask_school(&mut answers(answered), &department, &language).expect("nothing fails")
    }

    #[test]
    fn a_school_is_chosen_by_number_or_by_name_in_any_spelling() {
        let department = scaffold::sample(Tag::Da).expect("the sample");
        let listed = numbered_schools(&department);
        assert!(listed.contains("\n  5  Hedekær Skole\n"), "{listed}");
        assert_eq!(school("5\n").as_deref(), Some("Hedekær Skole"));
        assert_eq!(school("hedekaer-SKOLE\r\n").as_deref(), Some("Hedekær Skole"));
        assert_eq!(school("0\n99\n\n-1\n14\n").as_deref(), Some("Lillevad Skole"));
    }

    #[test]
    fn questions_end_without_an_answer_or_after_too_many_attempts() {
        assert_eq!(school(""), None);
        assert_eq!(school(&"ved ikke\n".repeat(20)), None);
        let language = Language::new(Tag::Da);
        let name = ask_name(&mut answers("\n  \nAnne Ask\n"), &language);
        assert_eq!(name.expect("nothing fails").as_deref(), Some("Anne Ask"));
    }
}
