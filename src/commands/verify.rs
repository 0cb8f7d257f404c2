//! `spind verify`: whether a plan on paper or in a file is what the folder holds now.

use std::path::Path;
use std::process::ExitCode;

use spind::agreement::code::{Code, CodeError};
use spind::department::Department;
use spind::document::Templates;
use spind::document::carried::{CarriedError, Faithful, Unfaithful};
use spind::language::{Language, Tag};
use spind::typeface::Typeface;
use spind::verify::{Answer, FileError, Sought, faithful, faithful_knowing, look_up};

use super::{ALL_BUILT, FolderArgument, NOTHING_BUILT, SOME_FAILED, error_text, shown, tell, tell_on_stderr};
use crate::args;

/// Runs the verb.
pub fn run(args: &args::Verify, common: &args::Common) -> ExitCode {
    match answer(args, common) {
        Ok(Answered { lines, is_current }) => {
            tell(&lines.join("\n"));
            ExitCode::from(if is_current { ALL_BUILT } else { SOME_FAILED })
        }
        Err((code, message)) => {
            tell_on_stderr(&message);
            ExitCode::from(code)
        }
    }
}

/// What is to be said.
struct Answered {
    lines: Vec<String>,
    /// Whether it is what the folder holds now, of the same department.
    is_current: bool,
}

fn answer(args: &args::Verify, common: &args::Common) -> Result<Answered, (u8, String)> {
    let language = Language::of(common.lang.unwrap_or_else(Tag::of_system));
    let unusable = |message| (NOTHING_BUILT, message);
    let typeface = super::typeface(args.fonts.as_deref(), language).map_err(unusable)?;
    let path = Path::new(&args.file_or_code);
    let (sought, plan) = match Sought::from_typed(&args.file_or_code) {
        Ok(sought) if !path.exists() => (sought, None),
        Err(error) if !path.exists() && !looks_like_a_path(&args.file_or_code) => {
            return Err(unusable(code_error(error, &args.file_or_code, language)));
        }
        _ => {
            let templates =
                super::templates(args.templates.as_deref(), &typeface, language).map_err(unusable)?;
            super::complete_fonts(args.fonts.as_deref(), &templates, language).map_err(unusable)?;
            spind::steps::read(path);
            match faithful(path, &templates) {
                Ok(plan) => (Sought::Fingerprint(plan.agreement.fingerprint()), Some(plan)),
                Err(FileError::Unfaithful(Unfaithful::Withheld)) => {
                    return withheld(path, &templates, args, common, language);
                }
                Err(error) => return Err(refused(&error, path, language)),
            }
        }
    };
    let folder =
        super::department_folder(args.folder.as_deref(), FolderArgument::Word, language).map_err(unusable)?;
    let (checked, department) = super::department(&folder, common, language, &typeface).map_err(unusable)?;
    let answer = look_up(sought, &department, &checked.records);
    match plan {
        Some(plan) => compared(&answer, &plan, path, &department, &typeface, checked.language),
        None => {
            let is_current = matches!(answer, Answer::Current { .. });
            Ok(Answered { lines: answer.to_code_in_words(sought, checked.language), is_current })
        }
    }
}

/// Checks a plan that withholds who a colleague is: only the folder knows its whole agreement.
fn withheld(
    path: &Path,
    templates: &Templates,
    args: &args::Verify,
    common: &args::Common,
    language: &'static Language,
) -> Result<Answered, (u8, String)> {
    let unusable = |message| (NOTHING_BUILT, message);
    let typeface = templates.typeface();
    let folder = super::folder(args.folder.as_deref(), language).map_err(unusable)?;
    let (checked, department) = super::department(&folder, common, language, typeface).map_err(unusable)?;
    let language = checked.language;
    let find = |code: Code| look_up(Sought::Code(code), &department, &checked.records);
    match faithful_knowing(path, templates, |code| find(code).agreement().cloned()) {
        Ok(plan) => {
            let answer = find(plan.agreement.fingerprint().code());
            compared(&answer, &plan, path, &department, typeface, language)
        }
        Err(FileError::Unfaithful(Unfaithful::Withheld)) => {
            Ok(Answered { lines: Answer::Unknown.in_words(language), is_current: false })
        }
        Err(error) => Err(refused(&error, path, language)),
    }
}

/// What is to be said of a plan, once what its code does not cover was compared with the folder.
fn compared(
    answer: &Answer,
    plan: &Faithful,
    path: &Path,
    department: &Department,
    typeface: &Typeface,
    language: &'static Language,
) -> Result<Answered, (u8, String)> {
    let Some(agreement) = answer.agreement() else {
        return Ok(Answered { lines: answer.in_words(language), is_current: false });
    };
    if !plan.agreement.names_agree(agreement) {
        return Err(refused(&Unfaithful::Altered.into(), path, language));
    }
    if !plan.is_of(department, typeface) {
        let key = "verify-elsewhere";
        let lines = vec![language.say(key, &[]), language.say_attribute(key, "hint", &[])];
        return Ok(Answered { lines, is_current: false });
    }
    let mut lines = answer.in_words(language);
    let other_names = !plan.uses_names_of(department, typeface);
    if other_names {
        lines.push(language.say("verify-other-names", &[]));
    }
    Ok(Answered { lines, is_current: matches!(answer, Answer::Current { .. }) && !other_names })
}

fn refused(error: &FileError, path: &Path, language: &Language) -> (u8, String) {
    let code = match error {
        FileError::Unfaithful(Unfaithful::TooLarge) => NOTHING_BUILT,
        FileError::Unfaithful(_) | FileError::Carried(CarriedError::CarriesSeveral) => SOME_FAILED,
        _ => NOTHING_BUILT,
    };
    (code, file_error(error, path, language))
}

/// Whether a text was meant as a file that is not there, rather than as a code.
fn looks_like_a_path(text: &str) -> bool {
    text.contains(['/', '\\', '.'])
}

/// Why a code can't be looked up.
pub fn code_error(error: CodeError, code: &str, language: &Language) -> String {
    let key = match error {
        CodeError::Mistyped => "code-mistyped",
        CodeError::NotACode => "code-not-a-code",
    };
    error_text(language, key, &[("code", code.into())])
}

/// Why a file can't be compared with the folder.
pub fn file_error(error: &FileError, path: &Path, language: &Language) -> String {
    let key = match error {
        FileError::Io(_) => "plan-unreadable",
        FileError::Carried(CarriedError::NotAPdf) => "plan-not-a-pdf",
        FileError::Carried(CarriedError::TooLarge) | FileError::Unfaithful(Unfaithful::TooLarge) => {
            "plan-too-large"
        }
        FileError::Carried(CarriedError::CarriesNothing) => "plan-carries-nothing",
        FileError::Carried(CarriedError::CarriesSeveral)
        | FileError::Unfaithful(Unfaithful::Altered | Unfaithful::Withheld) => "plan-altered",
        FileError::Unfaithful(Unfaithful::OtherVersion) => "plan-other-version",
        FileError::Unfaithful(Unfaithful::OtherTemplates) => "plan-other-templates",
    };
    error_text(language, key, &[("path", shown(path).into())])
}
