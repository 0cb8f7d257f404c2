//! `spind share`: a package of the role model and the catalogue for another department.

use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, output_reason, shown, visible};
use crate::cli::read_department::{read_department, report_problem};
use crate::cli::terminal::{eprint, print};
use crate::cli::{args, folders};
use crate::department::Department;
use crate::language::Language;
use crate::problem::{Problem, Severity};
use crate::run::{Checked, is_inside};
use crate::sharing::package::{PackageError, compose};
use crate::source::FileKind;
use crate::typeface::Typeface;

pub(crate) fn run(args: &args::Share, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::department_folder(args.folder.as_deref(), FolderArgument::Positional, system)?;
    let (checked, department) = read_department(&folder, common, system, &Typeface::embedded())?;
    let language = checked.language;
    let out = &args.share_out;
    if is_inside(out, &folder) {
        return fail(language, "share-inside", &[("path", shown(out).into())]);
    }
    // Whoever can't be read can't be recognized in a text.
    if !department.complete {
        return fail(language, "share-incomplete", &[]);
    }
    let faulty: Vec<&Problem> = checked.problems.iter().filter(|problem| is_of_package(problem)).collect();
    if !faulty.is_empty() {
        faulty.iter().for_each(|problem| report_problem("", problem, language, common));
        return fail(language, "share-faulty", &[]);
    }
    write(&department, &checked, args, common)
}

/// Whether an error is in a file that a package is made from.
fn is_of_package(problem: &Problem) -> bool {
    let kind = problem.place.file.kind;
    problem.severity == Severity::Error && matches!(kind, FileKind::RoleModel | FileKind::Catalogue)
}

fn write(
    department: &Department,
    checked: &Checked,
    args: &args::Share,
    common: &args::Common,
) -> CommandResult {
    let own = common.lang.unwrap_or(department.settings.own_language());
    let language = checked.language;
    let out = &args.share_out;
    let package = compose(department, args.lokalt, Language::of(own)).map_err(|error| match error {
        PackageError::Mention(text) => {
            error_text(language, "share-mention", &[("text", visible(&text).into())])
        }
        PackageError::TooFewAreas => error_text(language, "share-too-few-areas", &[]),
        PackageError::Unwritable(name) => {
            error_text(language, "share-unwritable", &[("path", visible(&name).into())])
        }
    })?;
    package.write(out).map_err(|error| {
        let facts = [("path", shown(out).into()), ("reason", output_reason(&error, language).into())];
        error_text(language, "share-not-written", &facts)
    })?;
    for text in &package.left_out {
        eprint(&language.say("share-left-out", &[("text", visible(text).into())]));
    }
    if !common.quiet {
        for (name, _) in &package.files {
            print(&shown(&out.join(name)));
        }
        eprint(&language.say("share-next", &[]));
    }
    Ok(if package.left_out.is_empty() { ExitStatus::Done } else { ExitStatus::Partial })
}
