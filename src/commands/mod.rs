//! One file for each verb, and what they share.

pub mod build;
pub mod check;
pub mod completions;
pub mod double_click;
pub mod export;
pub mod extract;
pub mod forget;
pub mod import;
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

use std::io::{self, ErrorKind, IsTerminal, Write, stderr, stdin, stdout};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use jiff::civil::Date;
use spind::build::{Checked, OutputError, check};
use spind::department::Department;
use spind::department::person::{NotFound, Person, find};
use spind::department::values::{YesNo, is_invisible};
use spind::document::{TemplateError, Templates};
use spind::held::is_held;
use spind::language::Language;
use spind::problem::render::{self, Style};
use spind::problem::{Problem, Severity};
use spind::source::walk::SETTINGS_FILE;
use spind::typeface::Typeface;

use crate::args::Common;

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

/// The department's folder: what was said, else the usual one, which must be there.
pub fn folder(said: Option<&Path>, language: &Language) -> Result<PathBuf, String> {
    let folder = match said {
        Some(folder) => folder.to_owned(),
        None if Path::new(SETTINGS_FILE).is_file() => PathBuf::from("."),
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
    let folder = folder(said, language);
    find(who, folder.as_deref().ok()).map_err(|error| match (&error, &folder) {
        (NotFound::NoDepartment, Err(message)) => message.clone(),
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
        let facts = [("folder", shown(fonts).into()), ("reason", error.to_string().into())];
        error_text(language, "build-bad-fonts", &facts)
    })
}

/// The templates: the program's own, else those in a folder.
pub fn templates(said: Option<&Path>, typeface: &Typeface, language: &Language) -> Result<Templates, String> {
    let Some(folder) = said else { return Ok(Templates::embedded(typeface)) };
    Templates::from_folder(folder, typeface).map_err(|error| bad_templates(folder, &error, language))
}

/// What is said of templates that can't be used.
pub fn bad_templates(folder: &Path, error: &TemplateError, language: &Language) -> String {
    let facts = [("folder", shown(folder).into()), ("reason", error.to_string().into())];
    error_text(language, "build-bad-templates", &facts)
}

/// Reads a department that must be usable; else what is wrong with it has been told.
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
        Some(department) => Ok((checked, department)),
        None => {
            for problem in checked.problems.iter() {
                tell_problem("", problem, checked.language, common);
            }
            Err(error_text(checked.language, "build-nothing", &[]))
        }
    }
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
    if !declined && (forced || stderr().is_terminal() && understands_colours()) {
        Style::Colour
    } else {
        Style::Plain
    }
}

/// Whether the terminal makes colours of escape sequences instead of showing them. A console of
/// Windows does once it is asked to; one that refuses is an old one.
fn understands_colours() -> bool {
    anstyle_query::term_supports_color() && anstyle_query::windows::enable_ansi_colors() != Some(false)
}

/// Tells a problem, with an empty line after it. Whoever wants only errors gets no other.
/// `department` is its folder where there are many, else empty.
pub fn tell_problem(department: &str, problem: &Problem, language: &Language, common: &Common) {
    if problem.severity == Severity::Error || !common.quiet {
        tell_on_stderr(&format!("{}\n", render::terminal_in(department, problem, language, style())));
    }
}

/// Bytes on stdout, as [`tell`] tells a line.
pub fn tell_bytes(bytes: &[u8]) {
    let mut stdout = stdout().lock();
    let _ = stdout.write_all(bytes).and_then(|()| stdout.flush());
}

/// A line on stdout; a reader that has seen enough closes the pipe, and that is no error.
pub fn tell(line: &str) {
    let _ = writeln!(stdout(), "{line}");
}

/// A line on stderr; where that can't be written, what was done is done all the same.
pub fn tell_on_stderr(line: &str) {
    let _ = writeln!(stderr(), "{line}");
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

/// A text of a file as a terminal may show it.
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
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Err(error_text(language, "confirm-nobody", &[]));
    }
    let _ = write!(stdout(), "{question} ").and_then(|()| stdout().flush());
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

#[cfg(test)]
mod tests {
    use super::*;

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
