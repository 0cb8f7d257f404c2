//! One file for each verb, and what they share.

pub mod build;
pub mod check;
pub mod completions;
pub mod double_click;
pub mod export;
pub mod extract;
pub mod forget;
pub mod import;
pub mod locks;
pub mod man;
pub mod new;
pub mod open;
mod public_edition;
pub mod rollover;
mod rounds;
pub mod schema;
pub mod serve;
pub mod sign;
pub mod status;
pub mod steps;
pub mod verify;
pub mod watch;

use std::io::{self, ErrorKind, IsTerminal, stdin};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use jiff::civil::Date;
use spind::build::{Checked, OutputError, check};
use spind::department::Department;
use spind::department::person::{NotFound, Person, find, folder_above};
use spind::department::values::{YesNo, is_invisible};
use spind::document::{TemplateError, Templates};
use spind::held::is_held;
use spind::language::Language;
use spind::problem::render::{self, Style};
use spind::problem::{Code, Problem, Problems, Severity};
use spind::source::walk::{self, SETTINGS_FILE, departments, holds_settings, is_department};
use spind::typeface::{FontError, Typeface};

use crate::args::Common;
use crate::terminal;

pub use crate::terminal::{tell, tell_on_stderr};

/// How many departments are named where one must be chosen.
const MOST_DEPARTMENTS_TOLD: usize = 12;

/// Where profiles are, when nobody says.
const DEFAULT_FOLDER: &str = "profiles";

/// Exit code: all done.
pub const ALL_BUILT: u8 = 0;
/// Exit code: some files have errors, or an output could not be written; the rest was built.
pub const SOME_FAILED: u8 = 1;
/// Exit code: nothing could be done.
pub const NOTHING_BUILT: u8 = 2;

/// A message and its hint, as `fejl: …` and `sådan rettes det: …`.
pub fn error_text(language: &Language, key: &str, facts: &[(&str, FluentValue<'_>)]) -> String {
    format!(
        "{}: {}\n{}: {}",
        language.say("problem-level-error", &[]),
        language.say(key, facts),
        language.say("problem-level-hint", &[]),
        language.say_attribute(key, "hint", facts),
    )
}

/// How a verb takes the department's folder, for the command that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderArgument {
    /// As a word of its own.
    Word,
    /// After `--folder`.
    Option,
}

/// The folder of one department, as [`folder`] finds it. One above or below a department's
/// is refused with the command that names the right one.
pub fn department_folder(
    said: Option<&Path>,
    argument: FolderArgument,
    language: &Language,
) -> Result<PathBuf, String> {
    let folder = departments_folder(said, argument, language)?;
    if holds_settings(&folder) {
        return Ok(folder);
    }
    let below = departments(&folder);
    if !below.are_many() {
        return Ok(folder);
    }
    let within = |name: &String| if folder == Path::new(".") { name.into() } else { folder.join(name) };
    let below: Vec<PathBuf> = below.folders.iter().map(within).collect();
    let names: Vec<String> = below.iter().take(MOST_DEPARTMENTS_TOLD).map(|path| shown(path)).collect();
    let more = if below.len() > names.len() { ", …" } else { "" };
    let facts = [
        ("folder", shown(&folder).into()),
        ("departments", format!("{}{more}", names.join(", ")).into()),
        ("command", command_with(&below[0], said, argument).into()),
    ];
    Err(error_text(language, "folder-of-departments", &facts))
}

/// The folder of one department or of many, as [`folder`] finds it. One in a department is
/// refused with the command that names the department.
pub fn departments_folder(
    said: Option<&Path>,
    argument: FolderArgument,
    language: &Language,
) -> Result<PathBuf, String> {
    let folder = folder(said, language)?;
    if holds_settings(&folder) {
        return Ok(folder);
    }
    // Whatever is called so in it, the department is above it.
    let Some(above) = folder_above(&folder.join(SETTINGS_FILE)) else { return Ok(folder) };
    let facts = [
        ("folder", shown(&folder).into()),
        ("department", shown(&above).into()),
        ("command", command_with(&above, said, argument).into()),
    ];
    Err(error_text(language, "folder-in-department", &facts))
}

/// The command that was typed, with the folder `found` instead of the one that was said.
fn command_with(found: &Path, said: Option<&Path>, argument: FolderArgument) -> String {
    let typed = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    command_in(typed.collect(), &shown(found), said, argument)
}

fn command_in(mut words: Vec<String>, found: &str, said: Option<&Path>, argument: FolderArgument) -> String {
    let said = said.map(|said| said.display().to_string());
    let option = said.as_ref().map(|said| format!("--folder={said}"));
    let at = words.iter().rposition(|word| Some(word) == said.as_ref() || Some(word) == option.as_ref());
    match at {
        Some(at) if Some(&words[at]) == option.as_ref() => words[at] = format!("--folder={found}"),
        Some(at) => found.clone_into(&mut words[at]),
        None if argument == FolderArgument::Word => words.push(found.to_owned()),
        None => words.extend(["--folder".to_owned(), found.to_owned()]),
    }
    let quoted = |word: &String| match word.is_empty() || word.contains([' ', ';', '&', '(', ')', '\'']) {
        true => format!("\"{word}\""),
        false => word.clone(),
    };
    let words: Vec<String> = words.iter().map(quoted).collect();
    visible(&format!("spind {}", words.join(" ")))
}

/// The department's folder: what was said, else the usual one, which must be there.
pub fn folder(said: Option<&Path>, language: &Language) -> Result<PathBuf, String> {
    let folder = match said {
        Some(folder) => folder.to_owned(),
        None if is_department(Path::new(".")) => PathBuf::from("."),
        None => PathBuf::from(DEFAULT_FOLDER),
    };
    if folder.is_dir() {
        return Ok(folder);
    }
    let name = shown(&folder);
    Err(error_text(language, "build-no-folder", &[("folder", name.into())]))
}

/// The folder of the leader's own, which must be there if it was said.
pub fn leader_folder(said: Option<&Path>, language: &Language) -> Result<(), String> {
    match said.filter(|folder| !folder.is_dir()) {
        Some(folder) => {
            let facts = [("folder", shown(folder).into())];
            Err(error_text(language, "build-no-leader-folder", &facts))
        }
        None => Ok(()),
    }
}

/// The person that `who` means: with a path in the department above it, with a name in `said`.
pub fn person(who: &str, said: Option<&Path>, language: &Language) -> Result<Person, String> {
    // A path names its department; only a name needs a folder.
    let folder = department_folder(said, FolderArgument::Option, language);
    find(who, folder.as_deref().ok()).map_err(|error| match (&error, &folder) {
        (NotFound::NoDepartment, Err(message)) => message.clone(),
        (NotFound::Nobody(_), Ok(folder)) => {
            // She may lie where nobody could look.
            let mut problems = Problems::default();
            let _ = walk::read(folder, &mut problems);
            for problem in problems.in_order().iter().filter(|problem| problem.leaves_unread()) {
                let rendered = render::terminal_in("", problem, language, style());
                terminal::tell_rendered_on_stderr(&format!("{rendered}\n"));
            }
            not_found(&error, who, language)
        }
        _ => not_found(&error, who, language),
    })
}

/// Why nobody was found.
fn not_found(error: &NotFound, who: &str, language: &Language) -> String {
    let who = ("who", visible(who).into());
    match error {
        NotFound::Nobody(Some(nearest)) => {
            error_text(language, "person-nobody-near", &[who, ("nearest", visible(nearest).into())])
        }
        NotFound::Nobody(None) => error_text(language, "person-nobody", &[who]),
        NotFound::Several(paths) => {
            error_text(language, "person-several", &[who, ("paths", visible(&paths.join(", ")).into())])
        }
        NotFound::NoDepartment => error_text(language, "person-no-department", &[who]),
        NotFound::Folder(_) => error_text(language, "person-folder-unreadable", &[who]),
    }
}

/// The fonts: the program's own, else those in a folder.
pub fn typeface(said: Option<&Path>, language: &Language) -> Result<Typeface, String> {
    let Some(fonts) = said else { return Ok(Typeface::embedded()) };
    Typeface::from_folder(fonts).map_err(|error| {
        let reason = match error {
            FontError::NoFonts => language.say("reason-no-fonts", &[]),
            FontError::Io(error) => read_reason(&error, language),
        };
        let folder = shown(fonts);
        error_text(language, "build-bad-fonts", &[("folder", folder.into()), ("reason", reason.into())])
    })
}

/// The templates: the program's own, else those in a folder.
pub fn templates(said: Option<&Path>, typeface: &Typeface, language: &Language) -> Result<Templates, String> {
    let Some(folder) = said else { return Ok(Templates::embedded(typeface)) };
    Templates::from_folder(folder, typeface).map_err(|error| bad_templates(folder, &error, language))
}

/// Whether `fonts` have the faces that `templates` ask for.
///
/// # Errors
/// The message that names the missing ones.
pub fn complete_fonts(
    fonts: Option<&Path>,
    templates: &Templates,
    language: &Language,
) -> Result<(), String> {
    let missing = templates.missing_faces();
    let Some(folder) = fonts.filter(|_| !missing.is_empty()) else { return Ok(()) };
    let facts = [("folder", shown(folder).into()), ("faces", visible(&missing.join(", ")).into())];
    Err(error_text(language, "build-missing-fonts", &facts))
}

/// What is said of templates that can't be used.
pub fn bad_templates(folder: &Path, error: &TemplateError, language: &Language) -> String {
    let reason = match error {
        TemplateError::Missing(name) => language.say("reason-missing", &[("name", (*name).into())]),
        TemplateError::Io(error) => read_reason(error, language),
    };
    let folder = shown(folder);
    error_text(language, "build-bad-templates", &[("folder", folder.into()), ("reason", reason.into())])
}

/// Reads a department that must be usable; else what is wrong with it has been told. What
/// in it could not be read is told in any case.
pub fn department(
    folder: &Path,
    common: &Common,
    language: &Language,
    typeface: &Typeface,
) -> Result<(Checked, Department), String> {
    let unreadable = || {
        let facts = [("folder", shown(folder).into())];
        error_text(language, "build-folder-unreadable", &facts)
    };
    let mut checked = check(folder, None, common.lang, None, typeface).map_err(|_| unreadable())?;
    match checked.reading.department.take() {
        Some(department) => {
            tell_half_closed(&checked, common);
            tell_unread(&checked, common);
            Ok((checked, department))
        }
        None => {
            for problem in checked.problems.iter() {
                tell_problem("", problem, checked.language, common);
            }
            Err(error_text(checked.language, "build-nothing", &[]))
        }
    }
}

/// Tells that a turn of the year was stopped in the folder, whatever else is wrong in it.
pub fn tell_half_closed(checked: &Checked, common: &Common) {
    for problem in checked.problems.iter().filter(|problem| problem.code == Code::YearHalfClosed) {
        tell_problem("", problem, checked.language, common);
    }
}

/// Tells what lies in a department and could not be read, or twice, so that one was left out.
pub fn tell_unread(checked: &Checked, common: &Common) {
    let is_left_out = |problem: &&Problem| problem.leaves_unread() || problem.code == Code::DuplicateFile;
    for problem in checked.problems.iter().filter(is_left_out) {
        tell_problem("", problem, checked.language, common);
    }
}

/// Tells of a folder in which there may be departments that nobody has seen.
pub fn unlisted_text(folder: &Path, language: &Language) -> String {
    error_text(language, unlisted_key(folder), &[("folder", shown(folder).into())])
}

/// The key of that message.
pub fn unlisted_key(folder: &Path) -> &'static str {
    if folder.is_symlink() { "build-folder-link" } else { "build-folder-unreadable" }
}

/// Today: what was said, else `SOURCE_DATE_EPOCH`, else the system's date.
pub fn today(said: Option<Date>) -> Date {
    said.or_else(source_date_epoch).unwrap_or_else(|| jiff::Zoned::now().date())
}

/// The day of `SOURCE_DATE_EPOCH`, seconds since 1970, which reproducible builds set.
pub fn source_date_epoch() -> Option<Date> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    Some(moment.to_zoned(jiff::tz::TimeZone::UTC).date())
}

/// Colours for people, none for files and for those who don't want them: `NO_COLOR` goes
/// before `CLICOLOR_FORCE`, and that before what the terminal is.
pub fn style() -> Style {
    let said = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let forced = said("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let declined =
        said("NO_COLOR").is_some() || !forced && said("CLICOLOR").is_some_and(|value| value == "0");
    if !declined && (forced || terminal::stderr_shows_colours()) { Style::Colour } else { Style::Plain }
}

/// Tells a problem, with an empty line after it. Whoever wants only errors gets no other.
/// `department` is its folder where there are many, else empty.
pub fn tell_problem(department: &str, problem: &Problem, language: &Language, common: &Common) {
    if problem.severity == Severity::Error || !common.quiet {
        let rendered = render::terminal_in(department, problem, language, style());
        terminal::tell_rendered_on_stderr(&format!("{rendered}\n"));
    }
}

/// A path as a message shows it.
///
/// With the system's own separators: names in a department have `/` everywhere, and are
/// joined to what was typed. Without the `\\?\` of Windows' verbatim paths, which nobody types.
pub fn shown(path: &Path) -> String {
    let path = path.to_string_lossy();
    visible(&if cfg!(windows) { as_windows_shows(&path) } else { path.into_owned() })
}

fn as_windows_shows(path: &str) -> String {
    let path = path.replace('/', r"\");
    match (path.strip_prefix(r"\\?\UNC\"), path.strip_prefix(r"\\?\")) {
        (Some(share), _) => format!(r"\\{share}"),
        (None, Some(local)) => local.to_owned(),
        (None, None) => path,
    }
}

/// A text of a file on a line of its own: `terminal` would let it begin another.
pub fn visible(text: &str) -> String {
    text.chars().map(|c| if is_invisible(c) { '\u{fffd}' } else { c }).collect()
}

/// Asks if what was shown is to be done; `--yes` answers for whom nobody can ask.
///
/// # Errors
/// The message for whoever said no, or can't be asked.
pub fn confirm(yes: bool, question: &str, language: &Language) -> Result<(), String> {
    if yes {
        return Ok(());
    }
    if !(stdin().is_terminal() && terminal::stdout_is_terminal()) {
        return Err(error_text(language, "confirm-nobody", &[]));
    }
    terminal::ask(question);
    let mut answer = String::new();
    let read = stdin().read_line(&mut answer);
    if read.is_ok() && is_yes(&answer) { Ok(()) } else { Err(language.say("confirm-declined", &[])) }
}

fn is_yes(answer: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    answer.parse() == Ok(YesNo(true)) || matches!(answer.as_str(), "j" | "y")
}

/// Why a file was not written or deleted.
pub fn output_reason(error: &OutputError, language: &Language) -> String {
    match error {
        OutputError::Foreign => language.say("reason-foreign", &[]),
        OutputError::Link => language.say("reason-link", &[]),
        OutputError::Io(error) => system_reason(error, language),
    }
}

/// Why the system refused, in words that tell what to do.
pub fn system_reason(error: &io::Error, language: &Language) -> String {
    let key = match error.kind() {
        _ if is_held(error) => "reason-busy",
        ErrorKind::PermissionDenied => "reason-permission",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "reason-full",
        ErrorKind::ReadOnlyFilesystem => "reason-read-only",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "reason-busy",
        ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "reason-folder",
        ErrorKind::InvalidFilename => "reason-name",
        _ => "reason-unknown",
    };
    language.say(key, &[])
}

/// Why the system did not let something be read.
fn read_reason(error: &io::Error, language: &Language) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => language.say("reason-no-access", &[]),
        ErrorKind::NotFound => language.say("reason-not-there", &[]),
        ErrorKind::InvalidData => language.say("reason-not-text", &[]),
        _ => system_reason(error, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_that_is_shown_is_the_one_typed_with_another_folder() {
        use FolderArgument::{Option as Opt, Word};
        for (typed, said, argument, shown) in [
            ("status H:/f", Some("H:/f"), Word, "spind status H:/f/Nord"),
            ("status", None, Word, "spind status H:/f/Nord"),
            (
                "sign Anne --as leder --folder H:/f",
                Some("H:/f"),
                Opt,
                "spind sign Anne --as leder --folder H:/f/Nord",
            ),
            ("schema profil --folder=H:/f", Some("H:/f"), Opt, "spind schema profil --folder=H:/f/Nord"),
            ("forget Anne", None, Opt, "spind forget Anne --folder H:/f/Nord"),
        ] {
            let words = typed.split(' ').map(str::to_owned).collect();
            assert_eq!(command_in(words, "H:/f/Nord", said.map(Path::new), argument), shown);
        }
        let words = vec!["forget".to_owned(), "Anne Ask".to_owned()];
        assert_eq!(
            command_in(words, "min mappe", None, Opt),
            "spind forget \"Anne Ask\" --folder \"min mappe\""
        );
    }

    #[test]
    fn paths_on_windows_have_one_separator_and_no_prefix() {
        for (path, expected) in [
            (r"wout\planer/nordskolen/anne.pdf", r"wout\planer\nordskolen\anne.pdf"),
            (r"H:/Skoleafdelingen\profiler", r"H:\Skoleafdelingen\profiler"),
            (r"\\?\C:\Users\Åse\x.pdf", r"C:\Users\Åse\x.pdf"),
            (r"\\?\UNC\fil01\skole\x.pdf", r"\\fil01\skole\x.pdf"),
            (r"\\fil01\skole/x.pdf", r"\\fil01\skole\x.pdf"),
        ] {
            assert_eq!(as_windows_shows(path), expected);
        }
    }

    #[test]
    fn only_a_yes_is_a_yes() {
        for yes in ["ja\n", "J\r\n", "yes", " Y "] {
            assert!(is_yes(yes), "{yes:?}");
        }
        for no in ["", "\n", "nej", "n", "måske", "jaja"] {
            assert!(!is_yes(no), "{no:?}");
        }
    }
}
