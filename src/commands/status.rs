//! `spind status`: where everybody stands in the year.

use std::io::{self, Write};
use std::process::ExitCode;

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};
use jiff::civil::Date;

use spind::analysis::status::{DepartmentStatus, PersonStatus, SCHOOL_COLUMNS, status};
use spind::language::{Language, Tag};
use spind::typeface::Typeface;

use super::{ALL_BUILT, NOTHING_BUILT, SOME_FAILED, tell_on_stderr};
use crate::args::{self, TableFormat};

/// Runs the verb.
pub fn run(args: &args::Status, common: &args::Common) -> ExitCode {
    let language = Language::new(common.lang.unwrap_or_else(Tag::of_system));
    let read = super::folder(args.folder.as_deref(), &language).and_then(|folder| {
        let (checked, department) = super::department(&folder, common, &language, &Typeface::embedded())?;
        let status = status(&department, &checked.records, super::today(args.status_today));
        Ok((status, checked.language))
    });
    let (status, language) = match read {
        Ok(read) => read,
        Err(message) => {
            tell_on_stderr(&message);
            return ExitCode::from(NOTHING_BUILT);
        }
    };
    let written = match args.table_format {
        TableFormat::Text => write_text(&status, language),
        TableFormat::Json => write_json(&status),
        TableFormat::Csv => write_csv(&status, language),
    };
    // A reader that has seen enough closes the pipe; that is no error.
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(SOME_FAILED),
        _ if status.people.iter().any(|person| person.has_errors) => ExitCode::from(SOME_FAILED),
        _ => ExitCode::from(ALL_BUILT),
    }
}

fn write_json(status: &DepartmentStatus) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    serde_json::to_writer_pretty(&mut stdout, status)?;
    writeln!(stdout)
}

/// One line for each person, as the spreadsheets of Danish offices read it: with
/// semicolons, and a byte order mark by which they know UTF-8.
fn write_csv(status: &DepartmentStatus, language: &Language) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(stdout);
    csv.write_record(PERSON_COLUMNS.map(|key| language.say(key, &[])))?;
    for person in &status.people {
        let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        csv.write_record(person_cells(person, language, &day))?;
    }
    csv.flush()
}

fn write_text(status: &DepartmentStatus, language: &Language) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let period = status.period.as_deref().map(|period| format!(" {period}")).unwrap_or_default();
    writeln!(stdout, "{}{period}, {}", status.department, language.date(status.today))?;
    writeln!(stdout)?;
    writeln!(stdout, "{}", status.profiles.in_words(language))?;
    if !status.deadlines.is_empty() {
        for deadline in &status.deadlines {
            writeln!(stdout, "{}", deadline.in_words(status.people.len(), language))?;
        }
    }
    writeln!(stdout)?;
    let rows = status.schools_in_words(language).into_iter().map(Vec::from).collect();
    writeln!(stdout, "{}", table(&SCHOOL_COLUMNS, rows, 1, language))?;
    writeln!(stdout, "{}", language.say("status-explained", &[]))?;
    writeln!(stdout)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut school = None;
    for person in &status.people {
        if school != Some(&person.school) {
            school = Some(&person.school);
            rows.push(vec![person.school.clone().unwrap_or_else(|| language.say("status-unknown", &[]))]);
        }
        rows.push(person_in_short(person, language).to_vec());
    }
    writeln!(stdout, "{}", table(&SHORT_PERSON_COLUMNS, rows, SHORT_PERSON_COLUMNS.len() - 1, language))
}

/// A table whose columns from `numbers` on are numbers.
fn table(columns: &[&str], rows: Vec<Vec<String>>, numbers: usize, language: &Language) -> String {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_header(columns.iter().map(|key| language.say(key, &[])));
    table.add_rows(rows);
    for (i, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if i >= numbers {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}

/// The columns of people where a line must fit a window; a spreadsheet has them all.
const SHORT_PERSON_COLUMNS: [&str; 5] =
    ["status-name", "label-talk", "status-plan", "status-signed", "status-overdue"];
/// Characters of a name in such a line.
const MOST_OF_A_NAME: usize = 25;

fn person_in_short(person: &PersonStatus, language: &Language) -> [String; 5] {
    let day = |date: Option<Date>| date.map(|date| language.short_date(date)).unwrap_or_default();
    let name = person.name.as_ref().unwrap_or(&person.file);
    let name = match name.char_indices().nth(MOST_OF_A_NAME) {
        Some((end, _)) => format!("  {}…", &name[..end]),
        None => format!("  {name}"),
    };
    let overdue = if person.overdue > 0 { person.overdue.to_string() } else { String::new() };
    [name, day(person.talk), person.plan_in_words(language), person.signed_in_words(language), overdue]
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

fn person_cells(
    person: &PersonStatus,
    language: &Language,
    day: &dyn Fn(Option<Date>) -> String,
) -> [String; 10] {
    let say = |key| language.say(key, &[]);
    let unless_broken = |text: String| if person.has_errors { String::new() } else { text };
    let plan = if person.agreed.is_some() { "status-plan-agreed" } else { "status-plan-draft" };
    let signed = person.signed_by_employee.is_some() || person.signed_by_leader.is_some();
    let since_signed = match (person.changed_since_signed, signed) {
        (true, _) => say("status-changed"),
        (false, true) => say("status-unchanged"),
        (false, false) => String::new(),
    };
    [
        person.school.clone().unwrap_or_default(),
        person.name.clone().unwrap_or_else(|| person.file.clone()),
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
        unless_broken(person.overdue.to_string()),
    ]
}
