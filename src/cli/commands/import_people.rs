//! `spind import medarbejdere`: writes profiles from a list of employees.

use std::collections::HashMap;
use std::path::Path;

use fluent_bundle::FluentValue;

use super::import_courses::{notes, refusal, report_lost_cells};
use super::new::write_schemas;
use crate::cli::exit_status::{CommandResult, ExitStatus};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, shown, system_reason, visible};
use crate::cli::read_department::read_department;
use crate::cli::terminal::{ask, confirm, eprint, is_interactive, is_yes, print};
use crate::cli::{args, clock, folders, locks};
use crate::department::role_model::AreaIndex;
use crate::department::settings::SchoolIndex;
use crate::department::{self, Department};
use crate::import::ImportError;
use crate::import::people::{Differs, EmploymentEnd, PeopleImport, PeopleRequest, UnknownUnit, prepare};
use crate::language::Language;
use crate::problem::Problems;
use crate::source::FileKind;
use crate::source::spelling::fold;
use crate::source::walk::shared_file;
use crate::storage::lock;
use crate::typeface::Typeface;

/// The most names in a line.
const MAX_NAMES: usize = 12;
/// The most attempts at answering a question.
const MAX_ATTEMPTS: usize = 5;

/// Lists the changes, asks for confirmation and writes them.
pub(crate) fn run(args: &args::ImportList, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::department_folder(args.import_folder.as_deref(), FolderArgument::Option, system)?;
    let (checked, department) = read_department(&folder, common, system, &Typeface::embedded())?;
    let language = checked.language;
    let refused = |refused: ImportError| refusal(&refused, &args.list, language);
    let (no_answers, mut answers) = (HashMap::new(), HashMap::new());
    let request = PeopleRequest {
        list: &args.list,
        folder: &folder,
        department: &department,
        parsed: &checked.reading.parsed,
        answers: &no_answers,
        today: clock::today(None),
        language,
    };
    let mut import = prepare(request).map_err(refused)?;
    if !args.yes && is_interactive() && !import.unknown_units.is_empty() {
        answers = ask_units(&import.unknown_units, &department, language);
        import = prepare(PeopleRequest { answers: &answers, ..request }).map_err(refused)?;
    }
    if !(common.quiet && args.yes) {
        show(&import, &args.list, &department, language);
    }
    report_lost_cells(&import.remarks, language);
    report_units(&import.unknown_units, &department, language);
    let status = if import.loses_anything() { ExitStatus::Partial } else { ExitStatus::Done };
    if !import.changes_anything() {
        if !common.quiet {
            print(&language.say("import-people-nothing", &[]));
        }
        return Ok(status);
    }
    confirm(args.yes, &language.say("import-people-question", &[]), language)?;
    let locked = lock::for_file(&folder, &shared_file(&folder, FileKind::Settings));
    let lock = locks::acquire(locked, &folder, common, language)?;
    // Files may have changed while waiting for the lock or the answer.
    let now = department::read(&folder, None, &mut Problems::default()).ok();
    let now = now.and_then(|reading| {
        let department = reading.department.as_ref()?;
        let parsed = &reading.parsed;
        prepare(PeopleRequest { department, parsed, answers: &answers, ..request }).ok()
    });
    if now.as_ref() != Some(&import) {
        return Err(error_text(language, "import-people-changed", &[]).into());
    }
    import.write(&folder, &lock).map_err(|error| match error {
        ImportError::Io { path, error } => {
            let facts = [("path", shown(&path).into()), ("reason", system_reason(&error, language).into())];
            error_text(language, "import-people-not-written", &facts)
        }
        _ => error_text(language, "import-people-changed", &[]),
    })?;
    let schemas = write_schemas(&folder, &department, common, language);
    if !common.quiet {
        let facts = [("new", import.new.len().into()), ("filled", import.filled.len().into())];
        print(&language.say("import-people-done", &facts));
    }
    Ok(status.max(schemas))
}

/// Asks which school each unit is. Returns the answers by the folded names of the units.
fn ask_units(
    units: &[UnknownUnit],
    department: &Department,
    language: &Language,
) -> HashMap<String, SchoolIndex> {
    let mut answers = HashMap::new();
    for unit in units.iter().filter(|unit| !unit.name.is_empty()) {
        for _ in 0..MAX_ATTEMPTS {
            let answer = ask(&unit_question(unit, language)).ok().flatten();
            let Some(answer) = answer.filter(|answer| !answer.is_empty()) else { break };
            let nearest = unit.nearest.as_deref().filter(|_| is_yes(&answer));
            if let Some(school) = department.settings.school(nearest.unwrap_or(&answer)) {
                answers.insert(fold(&unit.name), school);
                break;
            }
        }
    }
    answers
}

fn unit_question(unit: &UnknownUnit, language: &Language) -> String {
    let name = ("unit", visible(&unit.name).into());
    match &unit.nearest {
        Some(nearest) => language.say("import-ask-unit-near", &[name, ("nearest", visible(nearest).into())]),
        None => language.say("import-ask-unit", &[name]),
    }
}

/// Prints what would be written, and how the list differs from the profiles.
fn show(import: &PeopleImport, list: &Path, department: &Department, language: &Language) {
    let say = |key: &str, facts: &[(&str, FluentValue<'_>)]| print(&language.say(key, facts));
    let heading = |key: &str, count: usize| {
        if count > 0 {
            print("");
            say(key, &[("count", count.into())]);
        }
    };
    let list = match &import.sheets[..] {
        [] => shown(list),
        sheets => format!("{} ({})", shown(list), visible(&sheets.join(", "))),
    };
    say("import-people-read", &[("list", list.into()), ("rows", import.rows.into())]);
    say("import-used", &[("columns", visible(&import.used.join(", ")).into())]);
    if !import.unused.is_empty() {
        say("import-people-unused", &[("columns", visible(&import.unused.join(", ")).into())]);
    }
    heading("import-people-new", import.new.len());
    for draft in &import.new {
        let person = &draft.person;
        let mut facts = vec![person.name.clone(), person.school.clone()];
        facts.extend(person.position.clone());
        facts.extend(person.leader.clone());
        let mut line = visible(&facts.join(", "));
        if !person.areas.is_empty() {
            let levels = language.say("import-people-levels", &[("count", person.areas.len().into())]);
            line = format!("{line}, {levels}");
        }
        print(&format!("  {line}"));
    }
    heading("import-people-filled", import.filled.len());
    let area = |index: AreaIndex| &department.role_model.areas[index.0].name;
    for profile in &import.filled {
        let areas = profile.additions.areas.iter();
        let own = department.settings.own_language();
        let mut facts: Vec<String> = profile.additions.position.iter().cloned().collect();
        facts.extend(areas.map(|(index, known)| format!("{} {}", area(*index), known.written(own))));
        print(&format!("  {}", visible(&format!("{}: {}", profile.name, facts.join(", ")))));
    }
    heading("import-people-differences", import.differences.len());
    for difference in &import.differences {
        let key = match difference.what {
            Differs::School => "import-differs-school",
            Differs::Position => "import-differs-position",
            Differs::Leader => "import-differs-leader",
            Differs::Levels(_) => "import-differs-levels",
        };
        let area = match difference.what {
            Differs::Levels(index) => visible(area(index)),
            _ => String::new(),
        };
        let facts = [
            ("kept", visible(&difference.kept).into()),
            ("listed", visible(&difference.listed).into()),
            ("file", visible(&difference.file).into()),
            ("area", area.into()),
        ];
        print(&format!("  {}: {}", visible(&difference.name), language.say(key, &facts)));
    }
    heading("import-people-left", import.left.len());
    for (name, left, has_profile) in &import.left {
        let name = visible(name);
        let line = match left {
            EmploymentEnd::On(day) => {
                let date = language.date(*day);
                language.say("import-left-on", &[("name", name.as_str().into()), ("date", date.into())])
            }
            EmploymentEnd::Unknown => name.clone(),
        };
        print(&format!("  {line}"));
        if *has_profile {
            print(&format!("    {}", language.say("import-left-has-profile", &[("name", name.into())])));
        }
    }
    if import.unchanged > 0 {
        print("");
        say("import-people-unchanged", &[("count", import.unchanged.into())]);
    }
    if !import.not_listed.is_empty() {
        let facts =
            [("count", import.not_listed.len().into()), ("list", names(&import.not_listed, language).into())];
        say("import-people-not-listed", &facts);
    }
    for line in notes(&import.remarks, language) {
        print(&line);
    }
    print("");
}

/// The first of some names and the number of the others.
fn names(all: &[String], language: &Language) -> String {
    let shown = visible(&all[..all.len().min(MAX_NAMES)].join(", "));
    match all.len().saturating_sub(MAX_NAMES) {
        0 => shown,
        more => language.say("import-list-more", &[("list", shown.into()), ("count", more.into())]),
    }
}

/// Prints the units that are no school, with their people.
fn report_units(units: &[UnknownUnit], department: &Department, language: &Language) {
    if units.is_empty() {
        return;
    }
    eprint(&language.say("import-people-units", &[("count", units.len().into())]));
    for unit in units {
        let people = ("people", names(&unit.people, language).into());
        let name = ("unit", visible(&unit.name).into());
        let line = match &unit.nearest {
            _ if unit.name.is_empty() => language.say("import-unit-none", &[people]),
            Some(nearest) => {
                language.say("import-unit-near", &[name, people, ("nearest", visible(nearest).into())])
            }
            None => language.say("import-unit", &[name, people]),
        };
        eprint(&format!("  {line}"));
    }
    let schools: Vec<String> = department.settings.schools.iter().map(|school| school.name.clone()).collect();
    let hint = language.say("import-units-hint", &[("schools", names(&schools, language).into())]);
    eprint(&format!("{}: {hint}", language.say("problem-level-hint", &[])));
}
