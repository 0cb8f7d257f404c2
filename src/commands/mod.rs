//! One file for each verb, and what they share.

pub mod build;
pub mod check;
pub mod extract;
pub mod new;
mod public_edition;
pub mod sign;
pub mod status;
pub mod verify;

use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use jiff::civil::Date;
use spind::build::{Checked, check};
use spind::department::Department;
use spind::document::{TemplateError, Templates};
use spind::language::Language;
use spind::problem::render::{self, Style};
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
    let name = folder.display().to_string();
    Err(error_text(language, "build-no-folder", &[("folder", name.into())]))
}

/// The fonts: the program's own, else those in a folder.
pub fn typeface(said: Option<&Path>, language: &Language) -> Result<Typeface, String> {
    let Some(fonts) = said else { return Ok(Typeface::embedded()) };
    Typeface::from_folder(fonts).map_err(|error| {
        let facts = [("folder", fonts.display().to_string().into()), ("reason", error.to_string().into())];
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
    let facts = [("folder", folder.display().to_string().into()), ("reason", error.to_string().into())];
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
        let facts = [("folder", folder.display().to_string().into())];
        error_text(language, "build-folder-unreadable", &facts)
    };
    let mut checked = check(folder, None, common.lang, None, typeface).map_err(|_| unreadable())?;
    match checked.reading.department.take() {
        Some(department) => Ok((checked, department)),
        None => {
            for problem in checked.problems.iter() {
                eprintln!("{}\n", render::terminal(problem, &checked.language, style()));
            }
            Err(error_text(&checked.language, "build-nothing", &[]))
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

/// Colours for people, none for files and for those who don't want them (`NO_COLOR`).
pub fn style() -> Style {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if wanted && stderr().is_terminal() { Style::Colour } else { Style::Plain }
}
