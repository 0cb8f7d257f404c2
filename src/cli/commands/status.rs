//! `spind status`: the progress of each person, school and department through the year's cycle.

use std::io;
use std::path::Path;

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};
use jiff::civil::Date;

use crate::analysis::status::{Deadline, DepartmentStatus, Due, PersonStatus, status};
use crate::cli::args::{self, TableFormat};
use crate::cli::exit_status::{CommandResult, ExitStatus, Failure};
use crate::cli::folders::{FolderArgument, unlisted_text};
use crate::cli::messages::{error_text, system_reason, visible};
use crate::cli::read_department::read_one_of;
use crate::cli::terminal::{eprint, print, print_bytes, print_json};
use crate::cli::{clock, folders};
use crate::department::Department;
use crate::export::{Cell, csv};
use crate::language::Language;
use crate::run::targets::targets;
use crate::typeface::Typeface;
use crate::wording::status_text::{self, SCHOOL_COLUMNS};

/// Prints the status of the department in the folder, or of each department below it.
pub(crate) fn run(args: &args::Status, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::departments_folder(args.folder.as_deref(), FolderArgument::Positional, system)?;
    let targets = targets(&folder, Path::new(""), None, None);
    let today = clock::today(args.status_today);
    let mut outcome = ExitStatus::Done;
    let mut each = Vec::new();
    for target in &targets.each {
        match read_one_of(&target.department, &target.folder, common, system, &Typeface::embedded()) {
            Ok((checked, department)) => {
                let language = checked.language;
                let status = status(&department, &checked.records, today, language);
                each.push(Reported { status, department, language });
            }
            Err(message) if targets.are_many() => {
                eprint(&message);
                outcome = ExitStatus::Partial;
            }
            Err(message) => return Err(message.into()),
        }
    }
    for folder in &targets.unlisted {
        eprint(&unlisted_text(folder, system));
        outcome = ExitStatus::Partial;
    }
    if each.is_empty() {
        return Ok(ExitStatus::Nothing);
    }
    print_in_format(&each, targets.are_many(), args)?;
    for Reported { status, language, .. } in &each {
        if !status.complete {
            eprint(&error_text(language, "status-incomplete", &[]));
        }
        if !status.complete || status.people.iter().any(|person| person.has_errors) {
            outcome = ExitStatus::Partial;
        }
    }
    Ok(outcome)
}

/// A department, its status, and its language.
struct Reported {
    status: DepartmentStatus,
    department: Department,
    language: &'static Language,
}

/// Prints departments, of which there is one unless they `are_many`.
fn print_in_format(each: &[Reported], are_many: bool, args: &args::Status) -> Result<(), Failure> {
    let language = each[0].language;
    let statuses = || each.iter().map(|reported| &reported.status);
    match args.table_format {
        _ if args.mail => {
            let mails: Vec<String> =
                each.iter().flat_map(|one| reminders(&one.status, &one.department, one.language)).collect();
            let none = || language.say("mail-none", &[]);
            print(&if mails.is_empty() { none() } else { mails.join(MAIL_SEPARATOR) });
        }
        TableFormat::Text => {
            if are_many {
                let rows = status_text::department_rows(statuses(), language);
                print(&table(&status_text::DEPARTMENT_COLUMNS, rows, 1, language));
                print("");
            }
            let texts: Vec<String> = each.iter().map(|one| text(&one.status, one.language)).collect();
            print(&texts.join("\n\n"));
        }
        TableFormat::Json => {
            let json = match &statuses().collect::<Vec<_>>()[..] {
                [only] if !are_many => serde_json::to_string_pretty(only),
                many => serde_json::to_string_pretty(many),
            };
            print_json(&json.map_err(|error| not_written(&error.into(), language))?);
        }
        TableFormat::Csv => {
            let csv = csv_text(&statuses().collect::<Vec<_>>(), are_many, language);
            print_bytes(&csv.map_err(|error| not_written(&error, language))?);
        }
    }
    Ok(())
}

fn not_written(error: &io::Error, language: &Language) -> Failure {
    let reason = system_reason(error, language);
    let message = error_text(language, "stdout-not-written", &[("reason", reason.into())]);
    Failure { message, status: ExitStatus::Partial }
}

/// The CSV, one record for each person; if the departments `are_many`, with their names in front.
fn csv_text(statuses: &[&DepartmentStatus], are_many: bool, language: &Language) -> io::Result<Vec<u8>> {
    let mut columns: Vec<String> = PERSON_COLUMNS.map(|key| language.say(key, &[])).into();
    if are_many {
        columns.insert(0, language.say("status-department", &[]));
    }
    let row = |status: &DepartmentStatus, person| {
        let mut cells: Vec<Cell> = person_cells(person, language).into();
        if are_many {
            cells.insert(0, Cell::text(&status.department));
        }
        cells
    };
    let rows: Vec<Vec<Cell>> =
        statuses.iter().flat_map(|status| status.people.iter().map(|person| row(status, person))).collect();
    csv::write_rows(columns, &rows, language)
}

fn text(status: &DepartmentStatus, language: &Language) -> String {
    let period = status.period.as_deref().map(|period| format!(" {period}")).unwrap_or_default();
    let mut lines = vec![
        format!("{}{period}, {}", status.department, language.date(status.today)),
        String::new(),
        status_text::profiles(status.profiles, language),
    ];
    if !status.deadlines.is_empty() {
        let people = status.people.len();
        lines.extend(status.deadlines.iter().map(|due| status_text::deadline(due, people, language)));
    }
    lines.push(String::new());
    let rows = status_text::school_rows(status, language).into_iter().map(Vec::from).collect();
    lines.push(table(&SCHOOL_COLUMNS, rows, 1, language));
    lines.push(language.say("status-explained", &[]));
    lines.push(String::new());
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut school = None;
    for person in &status.people {
        if school != Some(&person.school) {
            school = Some(&person.school);
            rows.push(vec![person.school.clone().unwrap_or_else(|| language.say("status-unknown", &[]))]);
        }
        rows.push(person_in_short(person, language).to_vec());
    }
    lines.push(table(&SHORT_PERSON_COLUMNS, rows, SHORT_PERSON_COLUMNS.len() - 1, language));
    if !status.cohorts.is_empty() {
        lines.push(String::new());
        lines.push(language.say("booklet-cohorts", &[]));
        lines.extend(status.cohorts.iter().map(|cohort| visible(&status_text::cohort(cohort, language))));
    }
    lines.join("\n")
}

/// A reminder for each school where something is missing, as texts to paste into mails.
fn reminders(status: &DepartmentStatus, department: &Department, language: &Language) -> Vec<String> {
    let settings = &department.settings;
    let period = status.period.as_deref().map(|period| format!(" {period}")).unwrap_or_default();
    let mut mails = Vec::new();
    for school in &status.schools {
        let people = status.people.iter().filter(|person| person.school == school.name);
        let missing: Vec<String> = people.filter_map(|person| missing_line(person, language)).collect();
        if missing.is_empty() {
            continue;
        }
        let name = school.name.clone().unwrap_or_else(|| language.say("status-unknown", &[]));
        let index = settings.school(&name);
        let leader = index.and_then(|index| settings.schools[index.0].leader.clone());
        let leader = leader.unwrap_or_else(|| language.say("mail-some-leader", &[]));
        let facts = [
            ("leader", visible(&leader).into()),
            ("school", visible(&name).into()),
            ("period", period.as_str().into()),
            ("department", visible(&settings.name).into()),
        ];
        let say = |key| language.say(key, &facts);
        let mut lines = vec![
            say("mail-to"),
            say("mail-subject"),
            String::new(),
            say("mail-greeting"),
            String::new(),
            say("mail-missing"),
            String::new(),
        ];
        lines.extend(missing);
        lines.push(String::new());
        let due = status.deadlines.iter().filter(|due| matches!(due.what, Due::Profile | Due::Plan));
        let due: Vec<String> =
            due.map(|due| status_text::deadline(&Deadline { done: None, ..*due }, 0, language)).collect();
        if !due.is_empty() {
            lines.extend(due);
            lines.push(String::new());
        }
        lines.extend([say("mail-regards"), visible(&settings.name)]);
        mails.push(lines.join("\n"));
    }
    mails
}

/// What is missing of a person, as an item of a list; `None` if nothing is.
fn missing_line(person: &PersonStatus, language: &Language) -> Option<String> {
    let missing = status_text::missing(person, language);
    let name = person.name.as_ref().unwrap_or(&person.file);
    (!missing.is_empty()).then(|| format!("- {}: {}", visible(name), missing.join(", ")))
}

/// The line between two reminders.
const MAIL_SEPARATOR: &str = "\n\n----------------------------------------\n\n";

/// A table with right-aligned columns from `numbers` on.
fn table(columns: &[&str], rows: Vec<Vec<String>>, numbers: usize, language: &Language) -> String {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_header(columns.iter().map(|key| language.say(key, &[])));
    // Zero-width characters would misalign the columns.
    table.add_rows(rows.iter().map(|row| row.iter().map(|cell| visible(cell))));
    for (i, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if i >= numbers {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}

/// The columns for a terminal; CSV and JSON have all of them.
const SHORT_PERSON_COLUMNS: [&str; 5] =
    ["status-name", "label-talk", "status-plan", "status-signed", "status-overdue"];
/// The most characters of a name in a terminal column.
const MAX_NAME_CHARS: usize = 25;

fn person_in_short(person: &PersonStatus, language: &Language) -> [String; 5] {
    let day = |date: Option<Date>| date.map(|date| language.short_date(date)).unwrap_or_default();
    let name = person.name.as_ref().unwrap_or(&person.file);
    let name = match name.char_indices().nth(MAX_NAME_CHARS) {
        Some((end, _)) => format!("  {}…", &name[..end]),
        None => format!("  {name}"),
    };
    let overdue = if person.overdue > 0 { person.overdue.to_string() } else { String::new() };
    let (plan, signatures) = (status_text::plan(person, language), status_text::signatures(person, language));
    [name, day(person.talk), plan, signatures, overdue]
}

const PERSON_COLUMNS: [&str; 10] = [
    "label-school",
    "status-name",
    "status-profile",
    "label-talk",
    "status-plan",
    "label-agreed",
    "status-signed-by-employee",
    "status-signed-by-leader",
    "status-since-signed",
    "status-overdue",
];

fn person_cells(person: &PersonStatus, language: &Language) -> [Cell; 10] {
    let say = |key| Cell::text(language.say(key, &[]));
    let unless_broken = |cell: Cell| if person.has_errors { Cell::Empty } else { cell };
    let day = |date: Option<Date>| Cell::known(date, Cell::Date);
    let plan = if person.agreed.is_some() { "status-plan-agreed" } else { "status-plan-draft" };
    let signed = person.signed_by_employee.is_some() || person.signed_by_leader.is_some();
    let since_signed = match (person.changed_since_signed, signed) {
        (true, _) => say("status-changed"),
        (false, true) => say("status-unchanged"),
        (false, false) => Cell::Empty,
    };
    [
        Cell::known(person.school.as_ref(), Cell::text),
        Cell::text(person.name.as_ref().unwrap_or(&person.file)),
        say(match (person.has_errors, person.filled_in) {
            (true, _) => "status-profile-error",
            (false, false) => "status-profile-open",
            (false, true) => "status-profile-ok",
        }),
        day(person.talk),
        unless_broken(say(plan)),
        day(person.agreed),
        day(person.signed_by_employee),
        day(person.signed_by_leader),
        since_signed,
        unless_broken(Cell::count(person.overdue)),
    ]
}
