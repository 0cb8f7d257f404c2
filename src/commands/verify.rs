//! `spind verify`: whether a plan on paper or in a file is what the folder holds now.

use std::path::Path;
use std::process::ExitCode;

use spind::agreement::code::CodeError;
use spind::document::carried::{CarriedError, Unfaithful};
use spind::language::{Language, Tag};
use spind::verify::{Answer, FileError, Sought, faithful, look_up};

use super::{ALL_BUILT, NOTHING_BUILT, SOME_FAILED, error_text, shown, tell, tell_on_stderr};
use crate::args;

/// Runs the verb.
pub fn run(args: &args::Verify, common: &args::Common) -> ExitCode {
    match answer(args, common) {
        Ok(Answered { answer, other_names, language }) => {
            let mut lines = answer.in_words(language);
            if other_names {
                lines.push(language.say("verify-other-names", &[]));
            }
            tell(&lines.join("\n"));
            let current = matches!(answer, Answer::Current { .. }) && !other_names;
            ExitCode::from(if current { ALL_BUILT } else { SOME_FAILED })
        }
        Err((code, message)) => {
            tell_on_stderr(&message);
            ExitCode::from(code)
        }
    }
}

/// What is to be said.
struct Answered {
    answer: Answer,
    /// Whether the pages of a file use other names than the folder, under which they print what is agreed.
    other_names: bool,
    language: &'static Language,
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
            spind::steps::read(path);
            match faithful(path, &templates) {
                Ok(plan) => (Sought::Fingerprint(plan.agreement.fingerprint()), Some(plan)),
                Err(error) => {
                    let code = match error {
                        FileError::Unfaithful(Unfaithful::TooLarge) => NOTHING_BUILT,
                        FileError::Unfaithful(_) | FileError::Carried(CarriedError::CarriesSeveral) => {
                            SOME_FAILED
                        }
                        _ => NOTHING_BUILT,
                    };
                    return Err((code, file_error(&error, path, language)));
                }
            }
        }
    };
    let folder = super::folder(args.folder.as_deref(), language).map_err(unusable)?;
    let (checked, department) = super::department(&folder, common, language, &typeface).map_err(unusable)?;
    let answer = look_up(sought, &department, &checked.records);
    let known = !matches!(answer, Answer::Unknown);
    let other_names = known && plan.is_some_and(|plan| !plan.uses_names_of(&department, &typeface));
    Ok(Answered { answer, other_names, language: checked.language })
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
        FileError::Carried(CarriedError::CarriesSeveral) | FileError::Unfaithful(Unfaithful::Altered) => {
            "plan-altered"
        }
        FileError::Unfaithful(Unfaithful::OtherVersion) => "plan-other-version",
        FileError::Unfaithful(Unfaithful::OtherTemplates) => "plan-other-templates",
    };
    error_text(language, key, &[("path", shown(path).into())])
}
