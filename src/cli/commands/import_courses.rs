//! `spind import`: imports a provider's course list into the catalogue, or a list of employees.

use std::path::Path;

use fluent_bundle::FluentValue;
use indexmap::IndexMap;

use crate::cli::exit_status::{CommandResult, ExitStatus};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, shown, system_reason, visible};
use crate::cli::read_department::read_department;
use crate::cli::terminal::{confirm, eprint, print};
use crate::cli::{args, clock, folders, locks};
use crate::fields::course;
use crate::import::{
    CourseChange, FieldChange, Import, ImportError, LeftOut, MAX_ROWS, Remark, Unreadable, prepare,
};
use crate::language::Language;
use crate::storage;
use crate::typeface::Typeface;

/// The most rows with the same fault that are listed one by one.
const MAX_ROWS_LISTED: usize = 20;

/// The most courses that a line of the summary names.
const MAX_IN_SUMMARY: usize = 8;

/// The most notes of one kind that are shown.
const MAX_NOTES_ALIKE: usize = 4;

/// The most new courses without a place in the catalogue that are listed.
const MAX_LEFT_OUT_LISTED: usize = 40;

/// Lists the changes, asks for confirmation and writes them.
pub(crate) fn run(args: &args::ImportList, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::department_folder(args.import_folder.as_deref(), FolderArgument::Option, system)?;
    let (checked, department) = read_department(&folder, common, system, &Typeface::embedded())?;
    let language = checked.language;
    let refused = |refused: ImportError| refusal(&refused, &args.list, language);
    let import = prepare(&args.list, &folder, &department, &checked.reading.parsed, clock::today(None))
        .map_err(refused)?;
    if !(common.quiet && args.yes) {
        show(&import, &args.list, language);
    }
    report_lost(&import, language);
    let status = if import.loses_anything() { ExitStatus::Partial } else { ExitStatus::Done };
    if !import.changes_anything() {
        if !common.quiet {
            print(&language.say("import-nothing", &[("path", shown(&import.path).into())]));
        }
        return Ok(status);
    }
    confirm(args.yes, &language.say("import-question", &[("path", shown(&import.path).into())]), language)?;
    let lock = locks::acquire(storage::lock::for_file(&folder, &import.path), &folder, common, language)?;
    import.write(&lock).map_err(|error| match error {
        ImportError::Io { path, error } => {
            let reason = system_reason(&error, language);
            error_text(
                language,
                "import-not-written",
                &[("path", shown(&path).into()), ("reason", reason.into())],
            )
        }
        other => refusal(&other, &args.list, language),
    })?;
    if !common.quiet {
        let facts = [
            ("path", shown(&import.path).into()),
            ("changed", import.changed.len().into()),
            ("added", import.added.len().into()),
        ];
        print(&language.say("import-done", &facts));
    }
    Ok(status)
}

/// Prints what would change.
fn show(import: &Import, list: &Path, language: &Language) {
    let say = |key: &str, facts: &[(&str, FluentValue<'_>)]| print(&language.say(key, facts));
    let list = match &import.sheets[..] {
        [] => shown(list),
        sheets => format!("{} ({})", shown(list), visible(&sheets.join(", "))),
    };
    let facts = [("list", list.into()), ("rows", import.rows.into()), ("courses", import.courses.into())];
    say("import-read", &facts);
    let used = import.used.iter().map(|used| {
        let key = used.column.key(import.language);
        if used.heading.eq_ignore_ascii_case(key) {
            key.to_owned()
        } else {
            format!("{} ({key})", used.heading)
        }
    });
    say("import-used", &[("columns", visible(&used.collect::<Vec<_>>().join(", ")).into())]);
    if !import.unused.is_empty() {
        say("import-unused", &[("columns", visible(&import.unused.join(", ")).into())]);
    }
    print_summary(import, language);
    for change in &import.changed {
        print(&format!("\n{} {}", visible(&change.course.number), visible(&change.course.title)));
        show_course(change, language);
    }
    for change in &import.added {
        let facts = [
            ("number", visible(&change.course.number).into()),
            ("title", visible(&change.course.title).into()),
        ];
        print(&format!("\n{}", language.say("import-new-course", &facts)));
        show_course(change, language);
    }
    if import.changes_anything() {
        print("");
    }
    for line in notes(&import.remarks, language) {
        print(&line);
    }
}

/// Prints a short list of the courses that are new, changed, discontinued, closed and not listed.
fn print_summary(import: &Import, language: &Language) {
    let number = |change: &CourseChange| visible(&change.course.number);
    let goes = |change: &&CourseChange| change.fields.iter().any(|field| field.field == &course::EXPIRES);
    let closing = import.changed.iter().flat_map(|change| {
        let closing = change.sessions.iter().filter(|session| session.closes);
        closing.map(move |session| format!("{} {}", number(change), session.start))
    });
    let lines: [(&str, Vec<String>); 5] = [
        ("import-summary-new", import.added.iter().map(number).collect()),
        ("import-summary-changed", import.changed.iter().map(number).collect()),
        ("import-summary-gone", import.changed.iter().filter(goes).map(number).collect()),
        ("import-summary-closed", closing.collect()),
        (
            "import-summary-not-listed",
            import
                .not_listed
                .iter()
                .map(|(number, title)| format!("{} {}", visible(number), visible(title)))
                .collect(),
        ),
    ];
    for (key, all) in lines.into_iter().filter(|(_, all)| !all.is_empty()) {
        let shown = all[..all.len().min(MAX_IN_SUMMARY)].join(", ");
        let list = match all.len().saturating_sub(MAX_IN_SUMMARY) {
            0 => shown,
            more => language.say("import-list-more", &[("list", shown.into()), ("count", more.into())]),
        };
        print(&language.say(key, &[("count", all.len().into()), ("list", list.into())]));
    }
}

fn show_course(change: &CourseChange, language: &Language) {
    let is_new = change.was.is_none();
    let in_heading = [&course::NUMBER, &course::TITLE];
    for field in change.fields.iter().filter(|change| !(is_new && in_heading.contains(&change.field))) {
        print(&format!("  {}", field_in_words(field)));
    }
    for session in &change.sessions {
        let fields: Vec<String> = session.fields.iter().map(field_in_words).collect();
        let fields = ("fields", fields.join(", ").into());
        let line = match session.was {
            None => language.say("import-new-session", &[fields]),
            Some(_) => {
                let town = session.town.as_deref().map(|town| format!(", {}", visible(town)));
                let which = format!("{}{}", session.start, town.unwrap_or_default());
                language.say("import-session", &[("which", which.into()), fields])
            }
        };
        print(&format!("  {line}"));
    }
}

fn field_in_words(change: &FieldChange) -> String {
    let (key, new) = (change.key, visible(&change.new.shown()));
    match &change.old {
        Some(old) => format!("{key}: {} → {new}", visible(&old.shown())),
        None => format!("{key}: {new}"),
    }
}

/// Remarks that don't prevent the import, grouped by kind.
pub(super) fn notes(remarks: &[Remark], language: &Language) -> Vec<String> {
    let mut by_number: IndexMap<&str, Vec<String>> = IndexMap::new();
    let mut by_key: IndexMap<&str, Vec<String>> = IndexMap::new();
    for remark in remarks.iter().filter(|remark| !remark.lost) {
        match &remark.message.facts[..] {
            [("number", number)] => {
                by_number.entry(remark.message.key).or_default().push(number.in_words(language));
            }
            _ => by_key.entry(remark.message.key).or_default().push(placed(remark, language)),
        }
    }
    let mut lines = Vec::new();
    for alike in by_key.into_values() {
        let more = alike.len().saturating_sub(MAX_NOTES_ALIKE);
        lines.extend(alike.into_iter().take(MAX_NOTES_ALIKE));
        if more > 0 {
            lines.push(language.say("import-notes-more", &[("count", more.into())]));
        }
    }
    lines.extend(by_number.into_iter().map(|(key, numbers)| {
        language.say(key, &[("number", visible(&numbers.join(", ")).into()), ("count", numbers.len().into())])
    }));
    lines
}

/// The text of a remark after its sheet, row and column.
fn placed(remark: &Remark, language: &Language) -> String {
    let message = visible(&remark.message.in_language(language));
    let sheet = remark.sheet.as_deref();
    let key = match (sheet, remark.row, &remark.column) {
        (None, None, _) => return message,
        (Some(_), None, _) => "import-at-sheet",
        (None, Some(_), None) => "import-at-row",
        (None, Some(_), Some(_)) => "import-at-cell",
        (Some(_), Some(_), None) => "import-at-sheet-row",
        (Some(_), Some(_), Some(_)) => "import-at-sheet-cell",
    };
    let facts = [
        ("sheet", visible(sheet.unwrap_or_default()).into()),
        ("row", remark.row.unwrap_or_default().to_string().into()),
        ("column", visible(remark.column.as_deref().unwrap_or_default()).into()),
    ];
    format!("{} {message}", language.say(key, &facts))
}

/// Prints what the list contains and the import drops.
fn report_lost(import: &Import, language: &Language) {
    report_lost_cells(&import.remarks, language);
    for LeftOut { at, number, title, missing } in import.left_out.iter().take(MAX_LEFT_OUT_LISTED) {
        let facts = [
            ("row", at.row.to_string().into()),
            ("number", visible(number).into()),
            ("title", visible(title.as_deref().unwrap_or("–")).into()),
            ("missing", missing.join(", ").into()),
        ];
        eprint(&language.say("import-left-out", &facts));
    }
    let more = import.left_out.len().saturating_sub(MAX_LEFT_OUT_LISTED);
    if more > 0 {
        eprint(&language.say("import-left-out-more", &[("count", more.into())]));
    }
    if !import.left_out.is_empty() {
        let facts = [("count", import.left_out.len().into())];
        let hint = language.say_attribute("import-left-out", "hint", &facts);
        eprint(&format!("{}: {hint}", language.say("problem-level-hint", &[])));
    }
}

/// Prints the cells and rows that are dropped, grouped by fault.
pub(super) fn report_lost_cells(remarks: &[Remark], language: &Language) {
    type Alike<'a> = (Option<&'a str>, Option<&'a str>, &'a str);
    let mut alike: IndexMap<Alike<'_>, Vec<&Remark>> = IndexMap::new();
    for remark in remarks.iter().filter(|remark| remark.lost) {
        let key = (remark.sheet.as_deref(), remark.column.as_deref(), remark.message.key);
        alike.entry(key).or_default().push(remark);
    }
    for remarks in alike.into_values() {
        let Some(first) = remarks.first() else { continue };
        print_warning(&placed(first, language), &first.message.hint_in_language(language), language);
        let rows: Vec<String> =
            remarks.iter().skip(1).filter_map(|remark| Some(remark.row?.to_string())).collect();
        if !rows.is_empty() {
            let more = rows.len().saturating_sub(MAX_ROWS_LISTED);
            let listed = rows[..rows.len() - more].join(", ");
            let facts = [("count", rows.len().into()), ("rows", listed.into()), ("more", more.into())];
            eprint(&format!("  {}", language.say("import-same-fault", &facts)));
        }
    }
}

fn print_warning(message: &str, hint: &str, language: &Language) {
    let level = language.say("problem-level-warning", &[]);
    eprint(&format!("{level}: {message}\n{}: {hint}", language.say("problem-level-hint", &[])));
}

/// The message for an import that changed nothing.
pub(super) fn refusal(refused: &ImportError, list: &Path, language: &Language) -> String {
    let list = || ("list", shown(list).into());
    match refused {
        ImportError::Unreadable(unreadable) => {
            let key = match unreadable {
                Unreadable::TooLarge => "import-too-large",
                Unreadable::TooManyRows => "import-too-many-rows",
                Unreadable::OldWorkbook => "import-old-workbook",
                Unreadable::NotAWorkbook => "import-not-a-workbook",
                Unreadable::NotAList => "import-not-a-list",
            };
            error_text(language, key, &[list(), ("most", MAX_ROWS.into())])
        }
        ImportError::Io { path, error } => {
            let key = if error.kind() == std::io::ErrorKind::NotFound {
                "import-no-such-list"
            } else {
                "import-unreadable"
            };
            error_text(language, key, &[("path", shown(path).into())])
        }
        ImportError::NoHeading { known, unknown } => {
            let in_words = |headings: &[String]| {
                let joined = visible(&headings.join(", "));
                FluentValue::from(if joined.is_empty() { "–".to_owned() } else { joined })
            };
            let facts = [list(), ("known", in_words(known)), ("unknown", in_words(unknown))];
            error_text(language, "import-no-heading", &facts)
        }
        ImportError::NoNames => error_text(language, "import-no-names", &[list()]),
        ImportError::TwoCatalogues(one, two) => {
            let facts = [("one", visible(one).into()), ("two", visible(two).into())];
            error_text(language, "import-two-catalogues", &facts)
        }
        ImportError::Catalogue => error_text(language, "import-catalogue-unreadable", &[]),
        ImportError::UnsupportedLayout => error_text(language, "import-catalogue-unusual", &[]),
        ImportError::TooLarge => error_text(language, "import-catalogue-too-large", &[]),
        ImportError::Changed => error_text(language, "import-catalogue-changed", &[]),
    }
}
