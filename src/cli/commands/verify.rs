//! `spind verify`: compares a plan, on paper by its code or as a PDF, with the folder.

use std::path::Path;

use crate::agreement::code::{AgreementCode, CodeError};
use crate::cli::exit_status::{CommandResult, ExitStatus, Failure};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, shown};
use crate::cli::read_department::read_department;
use crate::cli::terminal::print;
use crate::cli::{args, clock, design, folders};
use crate::department::Department;
use crate::document::Templates;
use crate::document::attachments::{AttachmentError, PlanMismatch, VerifiedPlan};
use crate::language::Language;
use crate::programme::Participation;
use crate::programme::diploma::Diploma;
use crate::typeface::Typeface;
use crate::verify::{
    CodeQuery, CodeStatus, VerifyError, look_up, look_up_diploma, verify_plan, verify_plan_with,
};
use crate::wording::code_text;

pub(crate) fn run(args: &args::Verify, common: &args::Common) -> CommandResult {
    let Comparison { lines, is_current } = compare(args, common)?;
    print(&lines.join("\n"));
    Ok(if is_current { ExitStatus::Done } else { ExitStatus::Partial })
}

/// The result of a comparison.
struct Comparison {
    lines: Vec<String>,
    /// Whether the plan is this department's and current.
    is_current: bool,
}

fn compare(args: &args::Verify, common: &args::Common) -> Result<Comparison, Failure> {
    let language = common.language();
    let typeface = design::typeface(args.fonts.as_deref(), language)?;
    let path = Path::new(&args.file_or_code);
    let (sought, plan) = match CodeQuery::from_typed(&args.file_or_code) {
        Ok(sought) if !path.exists() => (sought, None),
        Err(error) if !path.exists() && !looks_like_a_path(&args.file_or_code) => {
            return Err(code_error(error, &args.file_or_code, language).into());
        }
        _ => {
            let templates = design::templates(args.templates.as_deref(), &typeface, language)?;
            design::complete_fonts(args.fonts.as_deref(), &templates, language)?;
            crate::progress::read(path);
            match verify_plan(path, &templates) {
                Ok(plan) => (CodeQuery::Fingerprint(plan.agreement.fingerprint()), Some(plan)),
                Err(VerifyError::PlanMismatch(PlanMismatch::Withheld)) => {
                    return compare_withheld(path, &templates, args, common, language);
                }
                Err(error) => return Err(failure(&error, path, language)),
            }
        }
    };
    let folder = folders::department_folder(args.folder.as_deref(), FolderArgument::Positional, language)?;
    let (checked, department) = read_department(&folder, common, language, &typeface)?;
    let answer = look_up(sought, &department, &checked.records);
    match plan {
        Some(plan) => compare_plan(&answer, &plan, path, &department, &typeface, checked.language),
        None => {
            if let (CodeStatus::Unknown, Some(diploma)) =
                (&answer, look_up_diploma(sought, &department, clock::today(None)))
            {
                let lines = vec![diploma_in_words(&diploma, checked.language)];
                return Ok(Comparison { lines, is_current: true });
            }
            let is_current = matches!(answer, CodeStatus::Current { .. });
            Ok(Comparison {
                lines: code_text::without_document(&answer, sought, checked.language),
                is_current,
            })
        }
    }
}

/// Verifies a plan that withholds a colleague's identity: only the folder has its full agreement.
fn compare_withheld(
    path: &Path,
    templates: &Templates,
    args: &args::Verify,
    common: &args::Common,
    language: &'static Language,
) -> Result<Comparison, Failure> {
    let typeface = templates.typeface();
    let folder = folders::folder(args.folder.as_deref(), language)?;
    let (checked, department) = read_department(&folder, common, language, typeface)?;
    let language = checked.language;
    let find = |code: AgreementCode| look_up(CodeQuery::Code(code), &department, &checked.records);
    match verify_plan_with(path, templates, |code| find(code).agreement().cloned()) {
        Ok(plan) => {
            let answer = find(plan.agreement.fingerprint().code());
            compare_plan(&answer, &plan, path, &department, typeface, language)
        }
        Err(VerifyError::PlanMismatch(PlanMismatch::Withheld)) => {
            Ok(Comparison { lines: code_text::lines(&CodeStatus::Unknown, language), is_current: false })
        }
        Err(error) => Err(failure(&error, path, language)),
    }
}

/// Compares the parts of a plan that its code does not cover with the folder.
fn compare_plan(
    answer: &CodeStatus,
    plan: &VerifiedPlan,
    path: &Path,
    department: &Department,
    typeface: &Typeface,
    language: &'static Language,
) -> Result<Comparison, Failure> {
    let Some(agreement) = answer.agreement() else {
        return Ok(Comparison { lines: code_text::lines(answer, language), is_current: false });
    };
    if !plan.agreement.names_agree(agreement) {
        return Err(failure(&PlanMismatch::Altered.into(), path, language));
    }
    if !plan.is_of(department, typeface) {
        let key = "verify-elsewhere";
        let lines = vec![language.say(key, &[]), language.say_attribute(key, "hint", &[])];
        return Ok(Comparison { lines, is_current: false });
    }
    let mut lines = code_text::lines(answer, language);
    let other_names = !plan.uses_names_of(department, typeface);
    if other_names {
        lines.push(language.say("verify-other-names", &[]));
    }
    Ok(Comparison { lines, is_current: matches!(answer, CodeStatus::Current { .. }) && !other_names })
}

/// Whose diploma it is.
fn diploma_in_words(diploma: &Diploma<'_>, language: &Language) -> String {
    let Participation { programme, cohort, participant } = diploma.participation;
    let facts = [
        ("name", participant.name.as_str().into()),
        ("programme", programme.name.as_str().into()),
        ("cohort", cohort.name.as_str().into()),
        ("date", language.date(diploma.date).into()),
    ];
    language.say("verify-diploma", &facts)
}

fn failure(error: &VerifyError, path: &Path, language: &Language) -> Failure {
    let status = match error {
        VerifyError::PlanMismatch(PlanMismatch::TooLarge) => ExitStatus::Nothing,
        VerifyError::PlanMismatch(_) | VerifyError::Attachments(AttachmentError::CarriesSeveral) => {
            ExitStatus::Partial
        }
        _ => ExitStatus::Nothing,
    };
    Failure { message: file_error(error, path, language), status }
}

/// Whether a text was meant as the path of a missing file rather than as a code.
fn looks_like_a_path(text: &str) -> bool {
    text.contains(['/', '\\', '.'])
}

/// The message for an invalid code.
pub(crate) fn code_error(error: CodeError, code: &str, language: &Language) -> String {
    let key = match error {
        CodeError::Mistyped => "code-mistyped",
        CodeError::NotACode => "code-not-a-code",
    };
    error_text(language, key, &[("code", code.into())])
}

/// The message for a file that can't be compared.
pub(crate) fn file_error(error: &VerifyError, path: &Path, language: &Language) -> String {
    let key = match error {
        VerifyError::Io(_) => "plan-unreadable",
        VerifyError::Attachments(AttachmentError::NotAPdf) => "plan-not-a-pdf",
        VerifyError::Attachments(AttachmentError::TooLarge)
        | VerifyError::PlanMismatch(PlanMismatch::TooLarge) => "plan-too-large",
        VerifyError::Attachments(AttachmentError::CarriesNothing) => "plan-carries-nothing",
        VerifyError::Attachments(AttachmentError::CarriesSeveral)
        | VerifyError::PlanMismatch(PlanMismatch::Altered | PlanMismatch::Withheld) => "plan-altered",
        VerifyError::PlanMismatch(PlanMismatch::OtherVersion) => "plan-other-version",
        VerifyError::PlanMismatch(PlanMismatch::OtherTemplates) => "plan-other-templates",
    };
    error_text(language, key, &[("path", shown(path).into())])
}
