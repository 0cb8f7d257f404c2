//! `spind import medarbejdere`: a list of employees becomes profiles.

use std::collections::HashMap;
use std::io::{BufRead, IsTerminal, stdin};
use std::path::Path;

use fluent_bundle::FluentValue;

use super::import::{notes, refusal, tell_lost_cells};
use super::new::write_schemas;
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, shown, system_reason, visible};
use crate::cli::outcome::{CommandResult, Status};
use crate::cli::read_department::read_department;
use crate::cli::terminal::{confirm, eprint, print, stdout_is_terminal};
use crate::cli::{args, folders, lock_notices, today};
use spind::department::values::YesNo;
use spind::department::{self, Department};
use spind::import::ImportError;
use spind::import::people::{Differs, Left, PeopleImport, PeopleRequest, UnknownUnit, prepare};
use spind::language::Language;
use spind::problem::Problems;
use spind::scaffold::person::level_change;
use spind::source::spelling::fold;
use spind::source::walk::SETTINGS_FILE;
use spind::storage::lock;
use spind::typeface::Typeface;

/// How many names a line holds.
const MOST_NAMES: usize = 12;
/// How often a unit is asked for.
const MOST_TRIES: usize = 5;

/// Shows, asks and writes; the exit code, or why nothing was written.
pub fn run(args: &args::ImportPeople, common: &args::Common, system: &Language) -> CommandResult {
    let folder = folders::department_folder(args.import_folder.as_deref(), FolderArgument::Option, system)?;
    let (checked, department) = read_department(&folder, common, system, &Typeface::embedded())?;
    let language = &checked.language;
    let refused = |refused: ImportError| refusal(&refused, &args.list, language);
    let (unasked, mut answers) = (HashMap::new(), HashMap::new());
    let request = PeopleRequest {
        list: &args.list,
        folder: &folder,
        department: &department,
        parsed: &checked.reading.parsed,
        answers: &unasked,
        today: today::today(None),
        language,
    };
    let mut import = prepare(request).map_err(refused)?;
    let can_ask = !args.yes && stdin().is_terminal() && stdout_is_terminal();
    if can_ask && !import.unknown_units.is_empty() {
        answers = ask_units(&import.unknown_units, &department, language);
        import = prepare(PeopleRequest { answers: &answers, ..request }).map_err(refused)?;
    }
    if !(common.quiet && args.yes) {
        show(&import, &args.list, &department, language);
    }
    tell_lost_cells(&import.remarks, language);
    tell_units(&import.unknown_units, &department, language);
    let code = if import.loses_anything() { Status::Partial } else { Status::Done };
    if !import.changes_anything() {
        if !common.quiet {
            print(&language.say("import-people-nothing", &[]));
        }
        return Ok(code);
    }
    confirm(args.yes, &language.say("import-people-question", &[]), language)?;
    let locked = lock::for_file(&folder, &folder.join(SETTINGS_FILE));
    let held = lock_notices::hold(locked, &folder, common, language)?;
    // Another run may have held the lock, or the question stood there for an hour.
    let now = department::read(&folder, None, &mut Problems::default()).ok();
    let now = now.and_then(|reading| {
        let department = reading.department.as_ref()?;
        let parsed = &reading.parsed;
        prepare(PeopleRequest { department, parsed, answers: &answers, ..request }).ok()
    });
    if now.as_ref() != Some(&import) {
        return Err(error_text(language, "import-people-changed", &[]).into());
    }
    import.write(&folder, &held).map_err(|error| match error {
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
    Ok(code.max(schemas))
}

/// Asks which school each unit is; the answers by the folded names of the units.
fn ask_units(
    units: &[UnknownUnit],
    department: &Department,
    language: &Language,
) -> HashMap<String, spind::department::settings::SchoolIndex> {
    let mut answers = HashMap::new();
    let mut input = stdin().lock();
    for unit in units.iter().filter(|unit| !unit.name.is_empty()) {
        for _ in 0..MOST_TRIES {
            print(&unit_question(unit, language));
            let mut answer = String::new();
            if input.read_line(&mut answer).is_ok_and(|length| length == 0) || answer.trim().is_empty() {
                break;
            }
            let answer = answer.trim();
            let nearest = unit.nearest.as_deref().filter(|_| answer.parse::<YesNo>().is_ok_and(|yes| yes.0));
            if let Some(school) = department.settings.school(nearest.unwrap_or(answer)) {
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

/// Shows what would be written, and what the list says otherwise.
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
        if !person.levels.is_empty() {
            let levels = language.say("import-people-levels", &[("count", person.levels.len().into())]);
            line = format!("{line}, {levels}");
        }
        print(&format!("  {line}"));
    }
    heading("import-people-filled", import.filled.len());
    let area = |index: spind::department::role_model::AreaIndex| &department.role_model.areas[index.0].name;
    for profile in &import.filled {
        let levels = profile.additions.levels.iter();
        let mut facts: Vec<String> = profile.additions.position.iter().cloned().collect();
        facts.extend(
            levels.map(|(index, now, wanted)| format!("{} {}", area(*index), level_change(*now, *wanted))),
        );
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
            Left::On(day) => {
                let date = language.date(*day);
                language.say("import-left-on", &[("name", name.as_str().into()), ("date", date.into())])
            }
            Left::Unknown => name.clone(),
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

/// The first of some names, and how many more there are.
fn names(all: &[String], language: &Language) -> String {
    let shown = visible(&all[..all.len().min(MOST_NAMES)].join(", "));
    match all.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        more => language.say("import-list-more", &[("list", shown.into()), ("count", more.into())]),
    }
}

/// Reports the units that are no school, with the people there.
fn tell_units(units: &[UnknownUnit], department: &Department, language: &Language) {
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
